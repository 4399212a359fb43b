"""What is worth looking at again, each with a code that stays the same for ever."""

from dataclasses import dataclass
from enum import Enum

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Question
from sendwizard.core.duties import NOTHING_READ, Duty, DutyState, Gap, Read, duties, gaps
from sendwizard.core.route import DONE, Status, statuses


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
    can_be_set_aside: bool = True
    """Whether the writer may leave it, with a reason."""
    by_word: bool = False
    """Whether leaving it leaves the same words everywhere in the answer, as of a spelling."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at."""

    rule: Rule
    question: str
    """Id of the question to go to."""
    message: str
    """What is the matter and why, in a sentence or two that can stand alone."""
    citation: str = ""
    """The paragraph that asks for it; "" where none does."""
    short: str = ""
    """Beside the question's own words, what is the matter; "" where it has no answer at all."""
    suggestion: str = ""
    """What to write or do instead; "" where the message says it."""
    words: str = ""
    """The words that it is about, as they stand; "" where it is about a whole answer."""
    span: tuple[int, int] | None = None
    """Where those words stand in their text, start and end in characters."""
    row: int | None = None
    """The row of a table that they stand in, from 0; None where there is no table."""
    column: str = ""
    """Id of the column that they stand in; "" where there is no table."""
    tied: str = ""
    """A few signs for the sentence around the words: another sentence gives others."""
    where: str = ""
    """The sentence around the words, where the answer has the same words twice."""
    nth: int = 1
    """Which one it is of those in this answer that are the same in all this."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.rule.severity

    @property
    def beside(self) -> str:
        """What is said of it beside its question: what is the matter, and what to do."""
        said = self.short or self.message
        said = said[:1].upper() + said[1:]
        if not said.endswith((".", "!", "?", "”", "…")):
            said += "."
        where = f" It stands in “{self.where}”." if self.where else ""
        return f"{said}{where} {self.suggestion}".strip()

    @property
    def key(self) -> str:
        """What it is set aside by, in one answer: `PUPIL001 sam #3f2a`, and then `(2)`."""
        which = f"({self.nth})" if self.nth > 1 else ""
        return " ".join(filter(None, (self.named, f"#{self.tied}" * bool(self.tied), which)))

    @property
    def named(self) -> str:
        """Its code and words, as somebody would name it: `PUPIL001 sam`."""
        return f"{self.rule.code} {' '.join(self.words.split()).casefold()}".strip()


_TO_DO = Rule(
    "DUTY001",
    Severity.STOP,
    "A part that the report needs is not written yet",
    "The law asks for this part, or the report cannot be read without it. Write an answer. "
    "Until then the report shows a gap in its place and says that it is a draft.",
    can_be_accepted=True,
    can_be_set_aside=False,
)
_NOT_CHECKED = Rule(
    "DUTY002",
    Severity.STOP,
    "Last year’s answer has not been checked yet",
    "The answer came across from last year. Read it, then keep it, change it or take it out. "
    "Until then it does not count and is not printed.",
    can_be_accepted=True,
    can_be_set_aside=False,
)
HALF = Rule(
    "DUTY003",
    Severity.WARN,
    "Only part of what is asked is there",
    "The law asks for more than one thing here, such as a name and a way to make contact, and "
    "not all of them are written yet.",
)
GUIDANCE = Rule(
    "DUTY004",
    Severity.WARN,
    "A point of the SEND Code of Practice is not written yet",
    "The Code is guidance that schools should follow unless there is good reason not to. "
    "Write an answer, or be ready to say why not.",
)
HOLLOW = Rule(
    "DUTY005",
    Severity.STOP,
    "The answer says nothing of its own yet",
    "What stands there is a placeholder, points elsewhere or is only a link to a policy, so a "
    "family still does not know. Write the answer here, in a few plain sentences, and add the link "
    "after it. Where the words are an answer after all, set this aside and say why.",
    can_be_accepted=True,
)
SAYS_NOTHING = "the answer says nothing of its own yet"
LAST_YEARS = "last year’s, not checked yet"
WRITE_HERE = "Write it here, in a few plain sentences."
DUTY_RULES = (_TO_DO, _NOT_CHECKED, HALF, GUIDANCE, HOLLOW)


def _citation(bank: Bank, question: Question) -> str:
    return "; ".join(bank.requirement_by_id[each].citation for each in question.requirements)


def duty_findings(bank: Bank, answers: Answers, read: Read = NOTHING_READ) -> tuple[Finding, ...]:
    """What is left to write, in the order of the questions; guidance last."""
    found = [_of_gap(bank, gap) for gap in gaps(bank, answers, read)]
    points = (duty for duty in duties(bank, answers, read) if _is_open(duty))
    found += [_of_guidance(bank, answers, read, duty) for duty in points]
    return tuple(found)


def _of_gap(bank: Bank, gap: Gap) -> Finding:
    question, short = gap.question, ""
    said = f"“{question.prompt}”"
    if gap.missing:
        rule, short = HALF, f"still needs: {', '.join(gap.missing)}"
        said, instead = f"{said} {short}.", "Add a sentence on it."
    elif gap.hollow:
        rule, short, instead = HOLLOW, SAYS_NOTHING, WRITE_HERE
        said = f"{said}: {short}."
    elif gap.status is Status.CARRIED:
        rule, short = _NOT_CHECKED, LAST_YEARS
        said, instead = f"{said} is {short}.", "Read it, then keep it, change it or take it out."
    else:
        rule, said, instead = _TO_DO, f"{said} has no answer yet.", "Write an answer."
    return Finding(rule, question.id, said, _citation(bank, question), short, instead)


def _is_open(duty: Duty) -> bool:
    return (
        duty.requirement.force != "must"
        and duty.state is not DutyState.ANSWERED
        and bool(duty.questions)
        and not any(question.required for question in duty.questions)
    )


def _of_guidance(bank: Bank, answers: Answers, read: Read, duty: Duty) -> Finding:
    """At the first of its questions that says nothing yet."""
    standing = statuses(bank, answers)
    is_open = [q for q in duty.questions if standing[q.id] not in DONE or q.id in read.hollow]
    question = next(iter(is_open or duty.questions))
    said, short, instead = f"“{question.prompt}”", "", "Write an answer, or set this aside."
    if standing[question.id] is Status.CARRIED:
        short, said = LAST_YEARS, f"{said} is {LAST_YEARS}."
    elif question.id in read.hollow:
        short, said, instead = SAYS_NOTHING, f"{said}: {SAYS_NOTHING}.", WRITE_HERE
    else:
        said += " has no answer yet."
    code = f"The Code says “should”: {duty.requirement.summary}"
    return Finding(
        GUIDANCE,
        question.id,
        f"{said} {code}",
        duty.requirement.citation,
        short,
        f"{code} {instead}",
    )


def in_full(bank: Bank, finding: Finding) -> str:
    """What is said of it where nothing around it names the question."""
    if finding.rule in DUTY_RULES:
        return finding.message
    return f"“{bank.by_id[finding.question].prompt}” {finding.beside}"
