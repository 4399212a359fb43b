"""The editor at work: what is found in the answers, what was set aside, how each duty stands.

Pure over answers that are open, so that every face may run it off its own thread.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Kind
from sendwizard.core.duties import Duty, duties
from sendwizard.core.findings import (
    DUTY_RULES,
    GUIDANCE,
    HALF,
    Finding,
    Rule,
    Severity,
    duty_findings,
)
from sendwizard.core.kinds import say_any
from sendwizard.core.placing import in_order, placed, same_key, why_left
from sendwizard.core.route import applies
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UsageError
from sendwizard.language import editor, links_opened, spelling
from sendwizard.language.hard_to_read import reading_ease
from sendwizard.language.reader import read, seen
from sendwizard.language.said import Known

EVERY_RULE: dict[str, Rule] = {
    rule.code: rule for rule in (*DUTY_RULES, *editor.RULES, *spelling.RULES, *links_opened.RULES)
}
"""Each rule by its code, for `check --explain`."""
_ASKED_FOR = frozenset(rule.code for rule in (*spelling.RULES, *links_opened.RULES))
"""Rules that are run only when somebody asks for it."""


@dataclass(frozen=True)
class SetAside:
    """A finding that the writer looked at and leaves."""

    finding: Finding
    reason: str

    @property
    def what(self) -> str:
        """What was found, in words: `A name beside a need, “Sam”`."""
        words = f", “{' '.join(self.finding.words.split())}”" if self.finding.words else ""
        return f"{self.finding.rule.title}{words}"

    @property
    def beside(self) -> str:
        """What was found, and why it can stand."""
        return f"{self.what}: {self.reason}"


@dataclass(frozen=True)
class Checked:
    """What is found in one year's answers."""

    findings: tuple[Finding, ...]
    """What is worth looking at: first what nobody can accept, then the duties, then the rest in the
    order of the questions."""
    set_aside: tuple[SetAside, ...]
    """What was found and left, for the head to see."""
    duties: tuple[Duty, ...]
    flesch: float
    """The reading ease of all answers in prose, words that the law needs left out."""
    words: int

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What stands in the way of approval."""
        return tuple(each for each in self.findings if each.severity is Severity.STOP)


def check_answers(
    bank: Bank, answers: Answers, today: date, more: Iterable[Finding] = ()
) -> Checked:
    """Everything that is found; `more` is what was asked for besides, such as dead links."""
    known = Known(bank, answers, today)
    asked = in_order(bank, answers, more)
    all_seen = seen(bank, answers)
    found = (
        *placed(answers, duty_findings(bank, answers, all_seen)),
        *editor.edit(known),
        *asked,
    )
    standing, left = _apart(answers, found)
    standing = tuple(sorted(standing, key=_is_not_for_governors))
    ease, words = reading_ease(known)
    unseen = (
        each
        for question in bank.questions
        if applies(bank, answers, question)
        for each in _left_before(answers, question.id, asked)
    )
    return Checked(
        standing,
        (*left, *unseen),
        duties(bank, answers, read(bank, answers, all_seen)),
        round(ease, 1),
        words,
    )


@dataclass(frozen=True)
class Looked:
    """What is found in one answer."""

    findings: tuple[Finding, ...] = ()
    """What is worth looking at, worst first."""
    set_aside: tuple[SetAside, ...] = ()


def check_question(bank: Bank, answers: Answers, question_id: str, today: date) -> Looked:
    """What is found in one answer, and what can be left where it has none."""
    if not applies(bank, answers, bank.by_id[question_id]):
        return Looked()
    every = placed(answers, duty_findings(bank, answers, seen(bank, answers)))
    found = [e for e in every if e.question == question_id and e.rule.can_be_set_aside]
    if answers.get(question_id).says_something:
        found += editor.edit_question(Known(bank, answers, today), question_id)
    standing, left = _apart(answers, found)
    order = list(Severity)
    return Looked(
        tuple(sorted(standing, key=lambda each: order.index(each.severity))),
        (*left, *_left_before(answers, question_id)),
    )


def looked_over(bank: Bank, answers: Answers, question_id: str, today: date) -> Looked:
    """The same, but for what the question's own page says: what a table still needs, and that an
    answer is missing.
    """
    looked = check_question(bank, answers, question_id, today)
    said = {HALF} if bank.by_id[question_id].kind is Kind.ROWS else set()
    if not answers.get(question_id).says_something:
        said.add(GUIDANCE)
    return Looked(tuple(e for e in looked.findings if e.rule not in said), looked.set_aside)


def _left_before(
    answers: Answers, question_id: str, asked: Iterable[Finding] = ()
) -> Iterator[SetAside]:
    """What was left when somebody asked for it, such as a word that no dictionary knows; not what
    has just been asked for again.
    """
    again = {same_key(each.key) for each in asked if each.question == question_id}
    for key, reason in answers.get(question_id).set_aside.items():
        code, _, words = key.partition(" ")
        if code.upper() in _ASKED_FOR and words and reason.strip() and same_key(key) not in again:
            rule = EVERY_RULE[code.upper()]
            yield SetAside(Finding(rule, question_id, rule.title, words=words), reason)


def set_aside(wizard: Wizard, finding: Finding, reason: str) -> Wizard:
    """The finding is left, with a reason. Raises UsageError where it cannot be."""
    if not finding.rule.can_be_set_aside:
        raise UsageError("This cannot be set aside: it is there until the answer is written.")
    if not reason.strip():
        raise UsageError("Say in a few words why: the head reads it before approval.")
    return wizard.jump(finding.question).set_aside(finding.key, reason)


def standing_of(known: Known, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of what was found besides the editor's own, what is not set aside."""
    standing, _ = _apart(known.answers, in_order(known.bank, known.answers, found))
    return standing


def _is_not_for_governors(finding: Finding) -> bool:
    """False, and so first, for what nobody can accept; all else keeps its order."""
    return finding.severity is not Severity.STOP or finding.rule.can_be_accepted


def left_by_key(wizard: Wizard, key: str, reason: str, today: date) -> Wizard:
    """The finding at the open question with this key, or alone with this code and words, is left.

    Without a reason it is to be looked at again. Raises UsageError with what there is to leave.
    """
    code, _, words = key.partition(" ")
    if reason and code.upper() in _ASKED_FOR and words:  # not looked up again: it was asked for
        value = wizard.current.value
        if value is None or same_key(words) not in same_key(say_any(value)):
            raise UsageError(f"“{words}” does not stand in the answer to “{wizard.at}”.")
        return wizard.set_aside(f"{code.upper()} {words}", reason)
    looked = check_question(wizard.bank, wizard.answers, wizard.at, today)
    there = looked.findings if reason else [each.finding for each in looked.set_aside]
    named = same_key(key)
    ways: list[Callable[[Finding], str]] = [
        lambda each: each.key,
        lambda each: each.named,
        lambda each: each.rule.code,
    ]
    found = next(filter(None, ([e for e in there if same_key(w(e)) == named] for w in ways)), [])
    if len(found) != 1:
        keys = ", ".join(f"“{each.key}”" for each in there) or "none"
        raise UsageError(f"“{key}” is not one thing found at “{wizard.at}”. There is: {keys}.")
    if not reason:
        return taken_back(wizard, found[0])
    return set_aside(wizard, found[0], reason)


def taken_back(wizard: Wizard, finding: Finding) -> Wizard:
    """The finding at the open question is to be looked at again."""
    key = same_key(finding.key)
    for each in wizard.current.set_aside:
        if same_key(each) == key:
            wizard = wizard.set_aside(each, "")
    return wizard


def _apart(
    answers: Answers, found: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[SetAside, ...]]:
    """What stands, and what was set aside in its own answer."""
    standing: list[Finding] = []
    left: list[SetAside] = []
    for finding in found:
        reason = why_left(answers, finding)
        if reason:
            left.append(SetAside(finding, reason))
        else:
            standing.append(finding)
    return tuple(standing), tuple(left)
