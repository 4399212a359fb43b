"""One person's sitting over one year: the lock, the place, the saves. Safe to save from a thread.

A save that is older than what is on disk is dropped, so that threads cannot put old words back. A
file that is not the one that was last read or written here is never replaced: a lock does not hold
everywhere, and a sync program knows none.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Bank
from sendwizard.core.editions import why_read_only
from sendwizard.core.wizard import Wizard
from sendwizard.errors import LockedError, SendwizardError, UnreadableError, UnwritableError
from sendwizard.office.faults import UnsavedError
from sendwizard.office.folders import School
from sendwizard.office.on_disk import ChangedError, OnDisk
from sendwizard.office.reading import began_with
from sendwizard.store.answers_file import FILE_NAME, write_answers
from sendwizard.store.bank_files import load_bank
from sendwizard.store.history import keep_save, saves
from sendwizard.store.lock import YearLock
from sendwizard.store.resume import Resume, read_resume, write_resume
from sendwizard.store.texts import keep_text

Clock = Callable[[], datetime]
"""Gives the time in UTC, without a zone."""
FORM = "form:"
"""How the names begin under which `resume.toml` holds what stands in a form, beside drafts."""


def utc_now() -> datetime:
    """The time in UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass
class Sitting:
    """An open year."""

    school: School
    bank: Bank
    year: str
    wizard: Wizard
    """As it was opened; a face has its own, and hands each new one to `save`."""
    resume: Resume | None
    """Where they left off; None the first time."""
    lock: YearLock
    clock: Clock
    before: Answers | None = None
    """The answers that the year began with, to be read beside today's."""
    read_only: str = ""
    """Why the answers may only be looked at; "" where they may be changed."""
    waits: bool = False
    """Whether they may be changed as soon as somebody else leaves, or the folder can be written."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """What stands in the boxes of forms that were not given yet, by `form/box`."""
    on_disk: OnDisk = field(init=False)
    saved: Answers = field(init=False)
    """What is on disk."""
    settled: Answers = field(init=False)
    """What stood when a question was last left."""
    _revision: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.saved = self.settled = self.wizard.answers
        self.on_disk = OnDisk(self.school, self.bank, self.year)
        self.on_disk.know()

    @property
    def folder(self) -> Path:
        """The folder of the year."""
        return self.school.year_folder(self.year)

    @property
    def is_on_disk(self) -> bool:
        """Whether the year has been begun: whether there is anything to come back to."""
        return self.on_disk.path.exists()

    def save(self, answers: Answers, revision: int) -> bool:
        """Write the answers, unless something newer is on disk; whether this wrote them.

        `revision` grows with every edit. Raises UnwritableError, and then nothing changed: a
        ChangedError where the file is not the one that was last read or written here.
        """
        with self._guard, _in_plain_words():
            if self.read_only or revision < self._revision or answers == self.saved:
                return False
            self.on_disk.require_unchanged()
            write_answers(self.on_disk.path, answers)
            self.on_disk.wrote(answers)
            self._revision = revision
            self.saved = answers
            return True

    def leave(self, answers: Answers, revision: int) -> None:
        """A question is left: save, and put by what was replaced and the state as it stands.

        Raises as `save` does.
        """
        self.save(answers, revision)
        with self._guard, _in_plain_words():
            before = self.settled
            if before == answers or self.read_only:
                return
            self.on_disk.require_folder()
            now = self._now()
            for question_id, old in before.by_id.items():
                if _was_replaced(old, answers.get(question_id)):
                    keep_text(self.folder, question_id, old, now)
            keep_save(self.folder, answers, now)
            self.settled = answers  # last: what could not be put by is tried again

    def _now(self) -> datetime:
        """A time after every earlier save: a clock that jumps back must not turn them round."""
        after = [each.at + timedelta(microseconds=1) for each in saves(self.folder)[-1:]]
        return max([self.clock(), *after])

    def remember(self, resume: Resume) -> None:
        """Say where they are, for the next time. Raises UnwritableError."""
        if not self.read_only:
            with _in_plain_words():
                self.on_disk.require_folder()
                write_resume(self.folder, with_forms(resume, self.forms))

    # -- what others do to the file -----------------------------------------------------

    def accept(self, changed: ChangedError) -> None:
        """What stands on disk is known here now: the next save may replace it."""
        with self._guard:
            self.saved = self.settled = changed.theirs
            self.on_disk.mark = changed.mark

    def look_again(self) -> bool:
        """Whether something is new for one who waits: they may write now, or the answers changed.

        What is on disk is `saved` then. Raises nothing: what cannot be read now is looked at later.
        """
        if not (self.waits and self.folder.is_dir()):
            return False  # the lock would make the folder anew
        before = self.saved
        try:
            self.lock.take(self.clock())
        except SendwizardError as error:
            self.read_only = _say_looking(error)
            return self._read_again() and self.saved != before
        if not self._read_again(anyway=True):
            self.lock.let_go()
            return False
        self.waits = False
        self.read_only = why_read_only(self.bank, self.saved)
        self.resume, self.forms = _without_forms(read_resume(self.folder))
        return True

    def _read_again(self, *, anyway: bool = False) -> bool:
        """Take in what is on disk, where it has changed; whether it was taken in."""
        try:
            with self._guard:
                if not (anyway or self.on_disk.has_changed()):
                    return False
                self.saved = self.settled = self.on_disk.read()
        except SendwizardError:
            return False
        return True

    # -- the end ------------------------------------------------------------------------

    def require_writable(self) -> None:
        """Raises UnreadableError, with what to install, where the answers may not be changed."""
        if self.read_only:
            raise UnreadableError(self.read_only)

    def close(self) -> None:
        """Let somebody else in."""
        self.lock.let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except UnwritableError as error:
        raise UnsavedError.of(error) from error


def with_forms(resume: Resume, forms: Mapping[str, str]) -> Resume:
    """The place with what stands in forms, as the file holds it."""
    held = {f"{FORM}{name}": text for name, text in forms.items()}
    return replace(resume, drafts={**resume.drafts, **held})


def _without_forms(resume: Resume | None) -> tuple[Resume | None, dict[str, str]]:
    """The place as the faces know it, and what stands in forms."""
    if resume is None:
        return None, {}
    forms = {
        name.removeprefix(FORM): text
        for name, text in resume.drafts.items()
        if name.startswith(FORM)
    }
    drafts = {name: text for name, text in resume.drafts.items() if not name.startswith(FORM)}
    return replace(resume, drafts=drafts), forms


def _was_replaced(old: Answer, new: Answer) -> bool:
    """Whether what the answer said does not stand any more: its value, or why it did not apply."""
    if old.value is not None and new.value != old.value:
        return True
    return bool(old.not_applicable) and new.not_applicable != old.not_applicable


def open_year(school: School, year: str, at: str | None = None, clock: Clock = utc_now) -> Sitting:
    """A sitting over a year that exists, or over a new and empty one.

    Raises LockedError, UnreadableError, UnwritableError, and UsageError for a question that is
    unknown or not needed.
    """
    bank = load_bank(school.questions)
    lock = YearLock(school.year_folder(year)).take(clock())
    try:
        return _over(school, bank, year, lock, clock, at)
    except BaseException:
        lock.let_go()
        raise


def open_or_look(
    school: School, year: str, at: str | None = None, clock: Clock = utc_now
) -> Sitting:
    """The same; where somebody else has the year open, or it cannot be written in, to look at.

    Raises as `open_year` does, where there is nothing to look at as well.
    """
    try:
        return open_year(school, year, at, clock)
    except (LockedError, UnwritableError) as error:
        if not (school.year_folder(year) / FILE_NAME).is_file():
            raise
        lock = YearLock(school.year_folder(year))
        sitting = _over(school, load_bank(school.questions), year, lock, clock, at)
        sitting.waits = True
        sitting.read_only = sitting.read_only or _say_looking(error)
        return sitting


def _say_looking(error: SendwizardError) -> str:
    """Why one can only look, and until when."""
    if isinstance(error, LockedError):
        said = str(error).removesuffix(" Try again when they have left it.")
        return f"{said} You can look, and write as soon as they leave."
    plain = UnsavedError.of(error) if isinstance(error, UnwritableError) else error
    return f"{plain} You can look, and write as soon as that is put right."


def _over(
    school: School, bank: Bank, year: str, lock: YearLock, clock: Clock, at: str | None
) -> Sitting:
    on_disk = OnDisk(school, bank, year)
    answers = on_disk.read()
    resume, forms = _without_forms(read_resume(on_disk.folder))
    place = resume.question if resume else None
    extras = resume.with_extras if resume else True
    mine = resume.only_mine if resume else False
    wizard = Wizard.open(bank, answers, place, with_extras=extras, only_mine=mine)
    if at is not None:
        wizard = wizard.jump(at)
    before = began_with(school, bank, answers)
    why = why_read_only(bank, answers)
    sitting = Sitting(school, bank, year, wizard, resume, lock, clock, before, why, forms=forms)
    sitting.on_disk = on_disk
    return sitting
