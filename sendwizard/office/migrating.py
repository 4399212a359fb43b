"""Takes a newer edition of the questions for one year, or goes back: said first, then done.

Nobody is made to: a year goes on under newer questions as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.archive import of_both
from sendwizard.core.bank import Bank, Kind, Question
from sendwizard.core.editions import Meaning, is_newer, meaning, migrate, why_read_only
from sendwizard.core.kinds import say_any, say_date
from sendwizard.core.words import count, for_school
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.office.sitting import Clock, Sitting, open_year, utc_now
from sendwizard.store.answers_file import read_answers
from sendwizard.store.bank_files import load_bank
from sendwizard.store.history import FOLDER, keep_once, keep_state

UNDONE = "The answers stand as they did before. What was written since is in the history."
QUOTED = 60
"""Signs of an old answer that are shown, so that it is known which one is meant."""


@dataclass(frozen=True)
class Migration:
    """What newer questions mean for a year, or what was done about it."""

    year: str
    before: str
    """The edition that the answers belonged to."""
    after: str
    """The edition that they belong to now, or would."""
    meaning: Meaning
    lines: tuple[str, ...]
    """In people's words."""
    done: str = ""
    """`accepted` or `undone`; "" where nothing was changed."""


def said(bank: Bank, answers: Answers, found: Meaning) -> tuple[str, ...]:
    """What a newer edition means for these answers, line by line; indented lines belong to the
    one above.
    """
    words = _Words(bank, answers)
    lines = [
        *words.several(found.new, "new question", "new questions"),
        *words.each(found.reworded, "means something else now. Your answer stays, to be checked"),
    ]
    for old, takers in found.split:
        lines.append(f"Your answer {words.old(old)} comes across to {words.joined(takers)}.")
    for old, question in found.renamed:
        lines.append(f"Your answer {words.old(old)} comes across to {words.joined([question])}.")
    for question, olds in found.merged:
        both = " and ".join(map(words.old, olds))
        own = " and what stands there" if answers.get(question.id).says_something else ""
        place = words.joined([question])
        your = "Your answer" if len(olds) == 1 else "Your answers"
        lines.append(f"{your} {both}{own} meet in {place}: {_how(question)}")
    lines += words.each(
        found.to_give_again,
        "takes another kind of answer now. Yours becomes a reminder there, to be given again",
    )
    lines += [
        f"Nobody asks for your answer {words.old(old)} any more; your words are kept."
        for old in found.retired
    ]
    lines += words.each(found.not_for_us, "is not asked of your school. Your words are kept")
    return tuple(lines)


def _how(question: Question) -> str:
    if question.kind is Kind.PASSAGE:
        return "both texts stand there, one after the other."
    return "one stands there, the other becomes a reminder."


@dataclass(frozen=True)
class _Words:
    """How questions and old answers are named: by their own words, never by an id."""

    bank: Bank
    answers: Answers

    def prompt(self, question: Question) -> str:
        """The question's own words in quotes."""
        return f"“{for_school(self.bank, self.answers, question.prompt)}”"

    def joined(self, questions: Iterable[Question]) -> str:
        """Several questions in one sentence."""
        return " and ".join(map(self.prompt, questions))

    def several(self, questions: tuple[Question, ...], one: str, many: str) -> list[str]:
        """How many there are, then each."""
        if not questions:
            return []
        named = [f"  {self.prompt(each)}" for each in questions]
        return [f"{count(len(questions), one, many)}:", *named]

    def each(self, questions: tuple[Question, ...], what: str) -> list[str]:
        """A sentence for each."""
        return [f"{self.prompt(each)} {what}." for each in questions]

    def old(self, question_id: str) -> str:
        """The beginning of an answer: the question's own words may be gone."""
        answer = self.answers.get(question_id)
        text = say_any(answer.value) if answer.value is not None else answer.not_applicable
        words = " ".join(text.split())
        return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + '…'}”"


def accept(sitting: Sitting, answers: Answers) -> Answers:
    """The answers under the newer questions; as they were, they are put by for good.

    The caller saves them. Raises UnwritableError, and UnreadableError where the answers may only
    be looked at. Changes nothing where the questions are the same.
    """
    sitting.require_writable()
    if not is_newer(sitting.bank, answers):
        return answers
    save = keep_state(sitting.folder, f"before-{sitting.bank.edition}", answers)
    return migrate(sitting.bank, answers, save)


def undo(sitting: Sitting, answers: Answers) -> Answers:
    """The answers as they stood before the newer questions were taken.

    The caller saves them, and what was written since is put by. What was approved and published
    since stays so. Raises UsageError where there is nothing to undo, UnreadableError where what
    stood cannot be read, and UnwritableError.
    """
    sitting.require_writable()
    if answers.migrated is None:
        raise UsageError(f"{answers.year} has taken no newer questions, so nothing was undone.")
    stood = _as_they_stood(sitting, answers, answers.migrated.save)
    keep_once(sitting.folder, answers, sitting.clock())
    return replace(
        stood,
        archive=of_both(stood, answers),
        approvals=max(stood.approvals, answers.approvals),
        published=answers.published,
    )


def _as_they_stood(sitting: Sitting, answers: Answers, name: str) -> Answers:
    path = sitting.folder / FOLDER / name
    if not name or Path(name).name != name:
        raise UnreadableError(f"{sitting.folder} does not say which save to go back to.")
    try:
        stood = read_answers(path)
    except FileNotFoundError:
        raise UnreadableError(f"{path} is lost, so there is nothing to go back to.") from None
    if (stood.year, stood.bank) != (answers.year, answers.bank):
        raise UnreadableError(f"{path} holds other answers, so nothing was undone.")
    why = why_read_only(sitting.bank, stood)
    if why:
        raise UnreadableError(why)
    return stood


def migrate_year(
    school: School,
    year: str | None,
    *,
    accept: bool = False,
    undo: bool = False,
    clock: Clock = utc_now,
) -> Migration:
    """What newer questions mean for a year; taken or undone where that is asked for.

    Raises LockedError and its kin.
    """
    picked = school.pick_year(year)
    if not (accept or undo):
        bank = load_bank(school.questions)
        return _migration(bank, readable(school, bank, picked))
    with open_year(school, picked, clock=clock) as sitting:
        before = sitting.wizard.answers
        sitting.require_writable()
        found = _migration(sitting.bank, before)
        after = _changed(sitting, before, back=undo)
        sitting.leave(after, 1)
    if undo:
        return Migration(picked, before.edition, after.edition, Meaning(), (UNDONE,), "undone")
    return found if after == before else replace(found, done="accepted")


def _changed(sitting: Sitting, answers: Answers, *, back: bool) -> Answers:
    return undo(sitting, answers) if back else accept(sitting, answers)


def _migration(bank: Bank, answers: Answers) -> Migration:
    """What the bank means for these answers. Raises UnreadableError where they are the newer."""
    why = why_read_only(bank, answers)
    if why:
        raise UnreadableError(why)
    if not is_newer(bank, answers):
        line = f"{answers.year} has the newest questions, those {checked_in(bank)}."
        return Migration(answers.year, answers.edition, bank.edition, Meaning(), (line,))
    found = meaning(bank, answers)
    lines = said(bank, answers, found) or ("Nothing changes for your school’s answers.",)
    return Migration(answers.year, answers.edition, bank.edition, found, lines)


def checked_in(bank: Bank) -> str:
    """`checked against the law in November 2026`."""
    month = say_date(bank.checked_on).partition(" ")[2]
    return f"checked against the law in {month}"
