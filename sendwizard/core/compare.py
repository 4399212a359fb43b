"""What changed between two years, or since an approval. Looks at answers, and judges nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.bank import Bank, Kind, Question, edition_key
from sendwizard.core.carry import ASK_AGAIN, in_todays_questions
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say, say_any
from sendwizard.core.route import DONE, Status, route, status, statuses

NO_LONGER_ASKED = "A question that is not asked any more"


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
    """How the answer of now came to be: written, looked at and kept, or not looked at yet."""
    asked: bool = True
    """Whether the question is asked of the school now."""

    @property
    def waits(self) -> bool:
        """Whether the answer is only waiting to be looked at, so that nobody took it out."""
        return self.kind is ChangeKind.WITHDRAWN and self.source is Source.CARRIED

    @property
    def not_yet(self) -> bool:
        """Whether the answer is only not there yet: nobody looked at it, or it starts empty each
        year.
        """
        again = self.question.each_year == ASK_AGAIN
        return self.kind is ChangeKind.WITHDRAWN and self.asked and (self.waits or again)


def changes(bank: Bank, before: Answers, after: Answers) -> tuple[Change, ...]:
    """Each answer that counts in either, in the order of the questions.

    An answer to a question that another one replaces is read beside that one; one that nothing
    asks for any more comes last. What was not looked at yet does not count.
    """
    counted = _counted(before)
    then = in_todays_questions(bank, counted)
    asked = {question.id for question in route(bank, in_todays_questions(bank, before))}
    new = statuses(bank, after)
    found: list[Change] = []
    for question in bank.questions:
        answer = after.get(question.id)
        if question.begun_year:
            continue  # asked to look at the others; says nothing of the school by itself
        old = then.get(question.id) if question.id in asked else Answer()
        words = _words(question, old, status(then, question))
        if not words and before.edition != bank.edition:
            words = _in_older_form(question, old)
        change = _change(question, words, _words(question, answer, new[question.id]), answer)
        found.append(replace(change, asked=new[question.id] is not Status.OFF_ROUTE))
    if edition_key(before.edition) < edition_key(bank.edition):
        found.extend(_gone(bank, counted))
    return tuple(each for each in found if each.before or each.after)


def differences(bank: Bank, before: Answers, after: Answers) -> tuple[Change, ...]:
    """Each answer whose words are others than before, whether it counts or not."""
    then = in_todays_questions(bank, before)
    found = [
        _change(question, _any(question, then), _any(question, after), after.get(question.id))
        for question in bank.questions
    ]
    return tuple(each for each in found if each.kind is not ChangeKind.KEPT)


def in_groups(found: Iterable[Change]) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """What changed, under the headings that people read; what is the same comes last."""
    several = tuple(found)
    gone = [each for each in several if each.kind is ChangeKind.WITHDRAWN]
    groups = (
        ("New", [each for each in several if each.kind is ChangeKind.NEW]),
        ("Reworded", [each for each in several if each.kind is ChangeKind.REWORDED]),
        ("Taken out", [each for each in gone if not each.not_yet]),
        ("Not written yet", [each for each in gone if each.not_yet]),
        ("The same", [each for each in several if each.kind is ChangeKind.KEPT]),
    )
    return tuple((title, tuple(those)) for title, those in groups if those)


def counts_of(found: Iterable[Change]) -> dict[ChangeKind, int]:
    """How many changes there are of each kind."""
    kinds = [each.kind for each in found]
    return {kind: kinds.count(kind) for kind in ChangeKind}


def _counted(answers: Answers) -> Answers:
    """The answers without those that were never looked at, which nobody was told."""
    seen = {k: each for k, each in answers.by_id.items() if each.source is not Source.CARRIED}
    return replace(answers, by_id=seen)


def _change(question: Question, then: str, now: str, answer: Answer) -> Change:
    if then.split() == now.split():
        kind = ChangeKind.KEPT  # a new line or a space is no other word
    elif not then:
        kind = ChangeKind.NEW
    else:
        kind = ChangeKind.REWORDED if now else ChangeKind.WITHDRAWN
    return Change(question, kind, then, now, answer.how, answer.source)


def _gone(bank: Bank, before: Answers) -> Iterable[Change]:
    """What was answered to questions that nothing asks for or replaces now."""
    known = {*bank.by_id, *(old for question in bank.questions for old in question.replaces)}
    for key, answer in before.by_id.items():
        if key not in known:
            stand_in = Question(key, "", Kind.PASSAGE, NO_LONGER_ASKED, printed=False)
            words = say_any(answer.value) if answer.value is not None else _reason(answer)
            yield replace(_change(stand_in, words, "", Answer()), asked=False)


def _words(question: Question, answer: Answer, standing: Status) -> str:
    """What the answer says, "" where it does not count."""
    if standing not in DONE:
        return ""
    return say(question, answer.value) or _reason(answer)


def _in_older_form(question: Question, answer: Answer) -> str:
    """An answer that counted under the questions of its own time, and does not fit today's."""
    if answer.value is None or fits(question, answer.value):
        return ""
    return say_any(answer.value)


def _any(question: Question, answers: Answers) -> str:
    answer = answers.get(question.id)
    if answer.value is None:
        return _reason(answer)
    fitting = fits(question, answer.value)
    return say(question, answer.value) if fitting else say_any(answer.value)


def _reason(answer: Answer) -> str:
    return f"Does not apply: {answer.not_applicable}" if answer.not_applicable else ""
