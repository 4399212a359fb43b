"""What is worth looking at again, each with a code that stays the same for ever."""

from dataclasses import dataclass
from enum import Enum

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Question
from sendwizard.core.duties import Duty, DutyState, duties, gaps
from sendwizard.core.names import names_left
from sendwizard.core.route import Status


class Severity(Enum):
    """How much a finding matters; the values are those of `check --json`."""

    STOP = "stop"
    WARN = "warn"
    TIP = "tip"


@dataclass(frozen=True)
class Rule:
    """What a code means, for `check --explain`."""

    code: str
    severity: Severity
    title: str
    explanation: str
    can_be_accepted: bool = False
    """Whether governors may approve a report knowingly while this stop stands."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at."""

    rule: Rule
    question: str
    """Id of the question to go to."""
    message: str
    citation: str
    """The paragraph that asks for it; "" where none does."""
    short: str = ""
    """Beside the question's own words, what is the matter; "" where it has no answer at all."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity


_TO_DO = Rule(
    "DUTY001",
    Severity.STOP,
    "A part that the report needs is not written yet",
    "The law asks for this part, or the report cannot be read without it. Write an answer. "
    "Until then the report shows a gap in its place and says that it is a draft.",
    can_be_accepted=True,
)
_NOT_CHECKED = Rule(
    "DUTY002",
    Severity.STOP,
    "Last year's answer has not been checked yet",
    "The answer came across from last year. Read it, then keep it, change it or take it out. "
    "Until then it does not count and is not printed.",
    can_be_accepted=True,
)
_HALF = Rule(
    "DUTY003",
    Severity.WARN,
    "Only part of what is asked is there",
    "The law asks for more than one thing here, such as a name and a way to make contact, and "
    "not all of them are written yet.",
)
_GUIDANCE = Rule(
    "DUTY004",
    Severity.WARN,
    "A point of the SEND Code of Practice is not written yet",
    "The Code is guidance that schools should follow unless there is good reason not to. "
    "Write an answer, or be ready to say why not.",
)
_SISTER = Rule(
    "NAME001",
    Severity.STOP,
    "The name of another school is left in",
    "The answers came from another school, and its name still stands here. Say it of your own "
    "school, in your own words.",
)
RULES = {rule.code: rule for rule in (_TO_DO, _NOT_CHECKED, _HALF, _GUIDANCE, _SISTER)}


def _citation(bank: Bank, question: Question) -> str:
    return "; ".join(bank.requirement_by_id[each].citation for each in question.requirements)


def find_all(bank: Bank, answers: Answers) -> tuple[Finding, ...]:
    """Everything worth looking at, the duties first."""
    return (*duty_findings(bank, answers), *_sister_findings(bank, answers))


def stops(bank: Bank, answers: Answers) -> tuple[Finding, ...]:
    """What stands in the way of approval."""
    return tuple(each for each in find_all(bank, answers) if each.severity is Severity.STOP)


def _sister_findings(bank: Bank, answers: Answers) -> tuple[Finding, ...]:
    return tuple(
        Finding(_SISTER, each.question.id, each.message, "", each.short)
        for each in names_left(bank, answers)
    )


def duty_findings(bank: Bank, answers: Answers) -> tuple[Finding, ...]:
    """What is left to write, in the order of the questions; guidance last."""
    found: list[Finding] = []
    for gap in gaps(bank, answers):
        question, short = gap.question, ""
        if gap.missing:
            short = f"still needs: {', '.join(gap.missing)}"
            rule, message = _HALF, f"“{question.prompt}” {short}."
        elif gap.status is Status.CARRIED:
            short = "last year’s, not checked yet"
            rule, message = _NOT_CHECKED, f"“{question.prompt}” is {short}."
        else:
            rule, message = _TO_DO, f"“{question.prompt}” has no answer yet."
        found.append(Finding(rule, question.id, message, _citation(bank, question), short))
    found.extend(_of_guidance(duty) for duty in duties(bank, answers) if _is_open(duty))
    return tuple(found)


def _is_open(duty: Duty) -> bool:
    return (
        duty.requirement.force != "must"
        and duty.state is not DutyState.ANSWERED
        and bool(duty.questions)
        and not any(question.required for question in duty.questions)
    )


def _of_guidance(duty: Duty) -> Finding:
    question = duty.questions[0]
    message = f"“{question.prompt}” has no answer yet, and the Code of Practice says it should."
    return Finding(_GUIDANCE, question.id, message, duty.requirement.citation)
