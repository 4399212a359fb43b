"""One person's sitting over one year: the lock, the place, the saves. Safe to save from a thread.

A save that is older than what is on disk is dropped, so that threads cannot put old words back.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Bank
from sendwizard.core.editions import why_read_only
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UnreadableError
from sendwizard.office.folders import School
from sendwizard.office.reading import began_with, readable
from sendwizard.store.answers_file import FILE_NAME, write_answers
from sendwizard.store.bank_files import load_bank
from sendwizard.store.history import keep_save
from sendwizard.store.lock import YearLock
from sendwizard.store.resume import Resume, read_resume, write_resume
from sendwizard.store.texts import keep_text

Clock = Callable[[], datetime]
"""Gives the time in UTC, without a zone."""


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
    saved: Answers = field(init=False)
    """What is on disk."""
    settled: Answers = field(init=False)
    """What stood when a question was last left."""
    _revision: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.saved = self.settled = self.wizard.answers

    @property
    def folder(self) -> Path:
        """The folder of the year."""
        return self.school.year_folder(self.year)

    @property
    def is_on_disk(self) -> bool:
        """Whether the year has been begun: whether there is anything to come back to."""
        return (self.folder / FILE_NAME).exists()

    def save(self, answers: Answers, revision: int) -> bool:
        """Write the answers, unless something newer is on disk; whether this wrote them.

        `revision` grows with every edit. Raises UnwritableError, and then nothing changed.
        """
        with self._guard:
            if self.read_only or revision < self._revision or answers == self.saved:
                return False
            write_answers(self.folder / FILE_NAME, answers)
            self._revision = revision
            self.saved = answers
            return True

    def leave(self, answers: Answers, revision: int) -> None:
        """A question is left: save, and put by what was replaced and the state as it stands.

        Raises UnwritableError.
        """
        self.save(answers, revision)
        with self._guard:
            before = self.settled
            if before == answers or self.read_only:
                return
            now = self.clock()
            for question_id, old in before.by_id.items():
                if _was_replaced(old, answers.get(question_id)):
                    keep_text(self.folder, question_id, old, now)
            keep_save(self.folder, answers, now)
            self.settled = answers  # last: what could not be put by is tried again

    def remember(self, resume: Resume) -> None:
        """Say where they are, for the next time. Raises UnwritableError."""
        if not self.read_only:
            write_resume(self.folder, resume)

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
        answers = readable(school, bank, year)
        resume = read_resume(school.year_folder(year))
        place = resume.question if resume else None
        extras = resume.with_extras if resume else True
        mine = resume.only_mine if resume else False
        wizard = Wizard.open(bank, answers, place, with_extras=extras, only_mine=mine)
        if at is not None:
            wizard = wizard.jump(at)
        before = began_with(school, bank, answers)
        why = why_read_only(bank, answers)
        return Sitting(school, bank, year, wizard, resume, lock, clock, before, why)
    except BaseException:
        lock.let_go()
        raise
