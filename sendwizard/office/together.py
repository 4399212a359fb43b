"""Several versions of one year's answers: brought together, put by, and kept where there is room.

A version comes from somebody else who wrote meanwhile, from a program that copies files between
computers and leaves its copy beside, or from here, where words could not be saved. None is lost.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count as count_from
from pathlib import Path

import platformdirs

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Question
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say, say_any
from sendwizard.core.merge import Choice, Clash, Merged, merge, takes_both
from sendwizard.core.words import count, for_school
from sendwizard.errors import SendwizardError, UnreadableError, UnwritableError, UsageError
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.sitting import Sitting
from sendwizard.store.answers_file import FILE_NAME, dump_answers, read_answers, write_answers
from sendwizard.store.atomic import write_atomic
from sendwizard.store.confined import named
from sendwizard.store.history import keep_state
from sendwizard.store.lock import people_name
from sendwizard.store.resume import Resume

MOST_COPIES = 20
"""Copies beside the answers that are looked at; more, and something must be wrong."""
WHOSE = (
    "Mine is what you wrote; theirs is the other version. What you do not choose is kept in the "
    "history."
)
CHOICES = {
    Choice.MINE: "Keep mine",
    Choice.THEIRS: "Take theirs",
    Choice.BOTH: "Keep both, one after the other",
}
_COPY = re.compile(r"answers[ ._(-].*\.toml", re.IGNORECASE | re.DOTALL)
_WHEN = "%Y-%m-%d-%H%M%S"
_OWN_COPY = re.compile(r"answers\.(?P<whose>.+)-(?P<when>\d{4}-\d\d-\d\d-\d{6})\.toml")
_BEFORE = ".before"
WERE_RESCUED = "Words of yours that could not be saved last time are here again."


@dataclass(frozen=True)
class Version:
    """Another version of a year's answers than the one that is open."""

    answers: Answers
    said: str
    """Where it comes from, in a sentence."""
    base: Answers | None = None
    """What both began with; None where nobody knows."""
    path: Path | None = None
    """The file that is put away once it is brought in; None where there is none."""
    is_ours: bool = False
    """Whether these words were written here, and could not be saved."""

    def with_mine(self, mine: Answers) -> Merged:
        """Mine with this version, as one."""
        empty = replace(mine, by_id={}, finished=(), archive={}, extra={})
        if self.is_ours:
            return merge(self.base or empty, self.answers, mine)
        return merge(self.base or empty, mine, self.answers)


# -- what somebody else wrote meanwhile -------------------------------------------------


def changed_version(sitting: Sitting, changed: ChangedError) -> Version:
    """What stands on disk, beside what both began with here."""
    return Version(changed.theirs, str(changed), sitting.saved)


def put_mine_by(sitting: Sitting, mine: Answers) -> str:
    """Mine as a whole file in `history/`, under a name that tells and is never thinned; its name.

    Raises UnwritableError.
    """
    return keep_state(sitting.folder, _own_name(sitting).removesuffix(".toml"), mine)


def save_without_asking(sitting: Sitting, mine: Answers, revision: int) -> str:
    """Save as when a question is left, where nobody is there to be asked; what to tell, or "".

    Where both changed the same answer theirs stands, and mine is put by. Raises UnwritableError.
    """
    try:
        sitting.leave(mine, revision)
    except ChangedError as changed:
        merged = changed_version(sitting, changed).with_mine(mine)
        name = ""
        if merged.clashes:
            name = _own_name(sitting)
            write_answers(sitting.folder / name, mine)  # beside: the next start asks about it
        sitting.accept(changed)
        sitting.leave(merged.answers, revision)
        if not name:
            return ""
        what = count(len(merged.clashes), "answer")
        return (
            f"Somebody else has changed {what} that you changed as well. Theirs stand; yours are "
            f"kept in {name}, and the wizard asks about them when the year is opened again."
        )
    return ""


def _own_name(sitting: Sitting) -> str:
    return f"answers.{people_name()}-{sitting.clock():{_WHEN}}.toml"


# -- versions that lie about ------------------------------------------------------------


def versions(sitting: Sitting) -> Iterator[Version]:
    """What could not be saved here before, and the copies of a program beside the answers."""
    if sitting.read_only:
        return
    yield from _rescued(sitting)
    with contextlib.suppress(OSError):
        found = sorted(each for each in sitting.folder.iterdir() if _COPY.fullmatch(each.name))
        for path in found[:MOST_COPIES]:
            answers = _of_this_year(sitting, path)
            if answers is not None and path.name != FILE_NAME:
                yield _own(path, answers) or Version(
                    answers,
                    f"Beside the answers lies another version of them, {named(Path(path.name))}: "
                    "perhaps from a program that copies files between computers.",
                    path=path,
                )


def _own(path: Path, answers: Answers) -> Version | None:
    """Words from here, which were put beside the answers as nobody could be asked; or None."""
    found = _OWN_COPY.fullmatch(path.name)
    if found is None or found["whose"] != people_name():
        return None
    when = datetime.strptime(found["when"], _WHEN).replace(tzinfo=UTC).astimezone()
    said = (
        f"These words were typed here on {when.day} {when:%B at %H:%M}, and could not be saved "
        "then: somebody else had changed the same answers."
    )
    return Version(answers, said, path=path, is_ours=True)


def put_away(sitting: Sitting, version: Version, brought: Answers) -> None:
    """A version has been brought in: a copy goes into the history, and our own is done with.

    Nothing happens where the answers that hold it are not saved; then it is asked about again.
    """
    path = version.path
    if path is None or sitting.saved != brought:
        return
    with contextlib.suppress(OSError, SendwizardError):
        if path.parent != sitting.folder:
            path.with_suffix(_BEFORE).unlink(missing_ok=True)
        else:
            keep_state(sitting.folder, path.stem, version.answers)
        path.unlink()


def _of_this_year(sitting: Sitting, path: Path) -> Answers | None:
    """The answers in a file; None where they are no whole answers of this year."""
    try:
        answers = read_answers(path)
    except (UnreadableError, FileNotFoundError):
        return None
    same = (answers.year, answers.bank) == (sitting.year, sitting.bank.id)
    edition = answers.edition == sitting.saved.edition
    return answers if same and edition and answers.format == sitting.saved.format else None


# -- where words go that cannot be saved in their place ----------------------------------


def save_elsewhere(sitting: Sitting, answers: Answers, folder: str) -> Path:
    """A whole file with the answers in another folder, which is there; where it lies.

    Raises UsageError where there is no such folder, UnwritableError.
    """
    place = Path(folder.strip()).expanduser()
    if not folder.strip() or not place.is_dir():
        raise UsageError("There is no such folder. Write one that is there, such as /tmp or ~.")
    stem = f"answers-{sitting.year}"
    names = [f"{stem}.toml", *(f"{stem}-{n}.toml" for n in range(2, 100))]
    free = (each for name in names if not (each := place.absolute() / name).exists())
    path = next(free, None)
    if path is None:
        raise UsageError("That folder is full of files of this name. Write another one.")
    write_answers(path, answers)
    return path


def say_elsewhere(sitting: Sitting, path: Path) -> str:
    """Where the words are, and how they come back."""
    return (
        f"Your words are in {named(path)}. When the folder of {sitting.year} can be written "
        "again, put that file into it: the wizard then brings them in."
    )


def rescue(sitting: Sitting, answers: Answers) -> str:
    """The last resort, where nobody can be asked: a copy in this person's own folder; what to say.

    "" where that cannot be written either. The next start brings it in.
    """
    path = next(each for each in _rescue_paths(sitting) if not each.exists())
    try:
        write_answers(path, answers)
        write_atomic(path.with_suffix(_BEFORE), dump_answers(sitting.saved))
    except UnwritableError:
        return ""
    return (
        f"A copy of your words is in {named(path)}. The wizard brings them in when the year is "
        "opened again and can be written."
    )


def leave_for_good(
    sitting: Sitting, answers: Answers, revision: int, place: Resume | None, *, copies: bool = True
) -> str:
    """The last save, with nobody there to be asked; what to tell. Raises UnwritableError, which
    says where a copy lies; `copies` says whether one is made.
    """
    try:
        told = save_without_asking(sitting, answers, revision)
        if place is not None:
            sitting.remember(place)
    except UnwritableError as error:
        lost = answers != sitting.saved and not sitting.read_only
        copy = rescue(sitting, answers) if lost and copies else ""
        raise UnwritableError(f"{error} {copy}".strip()) from error
    return told


def _rescued(sitting: Sitting) -> Iterator[Version]:
    for path in _rescue_paths(sitting):
        if not path.exists():
            return
        answers = _of_this_year(sitting, path)
        if answers is not None:
            base = _of_this_year(sitting, path.with_suffix(_BEFORE))
            yield Version(answers, WERE_RESCUED, base, path, is_ours=True)


def _rescue_paths(sitting: Sitting) -> Iterator[Path]:
    """Where copies of words from this folder lie, in a folder that is this person's own."""
    own = Path(platformdirs.user_state_dir("sendwizard")) / "not-saved"
    which = sha256(os.fsencode(sitting.folder.resolve())).hexdigest()[:16]
    for number in count_from(1):
        yield own / f"{which}-{number}.toml"


# -- what there is to choose -------------------------------------------------------------


def say_brought(merged: Merged, version: Version) -> str:
    """What was brought in without a question; "" for nothing."""
    if version.is_ours:
        return version.said
    if not merged.from_them:
        return ""
    return f"Brought in what was written elsewhere meanwhile: {count(merged.from_them, 'answer')}."


def say_clash(sitting: Sitting, clash: Clash, answers: Answers) -> tuple[str, str, str]:
    """The question, what mine says, and what theirs says."""
    question = sitting.bank.by_id.get(clash.question)
    prompt = for_school(sitting.bank, answers, question.prompt) if question else clash.question
    return prompt, _say(question, clash.mine), _say(question, clash.theirs)


def choices_of(sitting: Sitting, clash: Clash) -> tuple[Choice, ...]:
    """What can be made of two versions of this answer."""
    both = takes_both(sitting.bank.by_id.get(clash.question), clash)
    return tuple(each for each in CHOICES if each is not Choice.BOTH or both)


def _say(question: Question | None, answer: Answer) -> str:
    """What an answer says, in words."""
    if answer.not_applicable and answer.value is None:
        return f"Does not apply: {answer.not_applicable}"
    if answer.value is None:
        return "No answer: it was taken out."
    if question is None or not fits(question, answer.value):
        return say_any(answer.value)
    return say(question, answer.value)
