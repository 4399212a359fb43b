"""What changed between two years, or since an approval. Looks at answers, and judges nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.bank import Bank, Question
from sendwizard.core.carry import in_todays_questions
from sendwizard.core.kinds import say
from sendwizard.core.route import DONE, Status, statuses


class ChangeKind(Enum):
    """How an answer changed; the values are those of `changes --json`."""

    NEW = "new"
    REWORDED = "reworded"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"
    """The same words as before."""


@dataclass(frozen=True)
class Change:
    """One answer, then and now."""

    question: Question
    kind: ChangeKind
    before: str
    """In words; "" where there was none."""
    after: str
    how: str
    """How one knows that what was kept is still true; "" where that was not said."""
    source: Source
    """How the answer of now came to be: written, or looked at and kept."""


def changes(bank: Bank, before: Answers, after: Answers) -> tuple[Change, ...]:
    """Each answer that counts in either, in the order of the questions.

    An answer to a question that another one replaces is read beside that one.
    """
    before = in_todays_questions(bank, before)
    old, new = statuses(bank, before), statuses(bank, after)
    found: list[Change] = []
    for question in bank.questions:
        if question.begun_year:
            continue  # asked to look at the others; says nothing of the school by itself
        then = _words(question, before.get(question.id), old[question.id])
        now = _words(question, after.get(question.id), new[question.id])
        if not then and not now:
            continue
        if not then:
            kind = ChangeKind.NEW
        elif not now:
            kind = ChangeKind.WITHDRAWN
        else:
            kind = ChangeKind.KEPT if then == now else ChangeKind.REWORDED
        answer = after.get(question.id)
        found.append(Change(question, kind, then, now, answer.how, answer.source))
    return tuple(found)


def counts_of(found: Iterable[Change]) -> dict[ChangeKind, int]:
    """How many changes there are of each kind."""
    kinds = [each.kind for each in found]
    return {kind: kinds.count(kind) for kind in ChangeKind}


def _words(question: Question, answer: Answer, status: Status) -> str:
    """What the answer says, "" where it does not count."""
    if status not in DONE or answer.source is Source.CARRIED:
        return ""
    return say(question, answer.value) or f"Does not apply: {answer.not_applicable}"
