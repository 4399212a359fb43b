"""What changed between two years, or since an approval. Looks at answers, and judges nothing."""

from dataclasses import dataclass
from enum import Enum

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.bank import Bank, Question
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


def changes(bank: Bank, before: Answers, after: Answers) -> tuple[Change, ...]:
    """Each answer that counts in either, in the order of the questions."""
    old, new = statuses(bank, before), statuses(bank, after)
    found: list[Change] = []
    for question in bank.questions:
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
        found.append(Change(question, kind, then, now, after.get(question.id).how))
    return tuple(found)


def _words(question: Question, answer: Answer, status: Status) -> str:
    """What the answer says, "" where it does not count."""
    if status not in DONE or answer.source is Source.CARRIED:
        return ""
    return say(question, answer.value) or f"Does not apply: {answer.not_applicable}"
