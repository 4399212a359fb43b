"""How each duty stands, and what is left to do. Judges no text: it only sees what is there.

Never says that a duty is met: a duty is answered, part answered or not answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Question, Requirement
from sendwizard.core.route import DONE, Status, school_type, statuses
from sendwizard.core.unfinished import missing_in_rows


class DutyState(Enum):
    """How a duty stands; the values are those of `check --json`."""

    ANSWERED = "answered"
    PART = "part"
    NOT_ANSWERED = "not-answered"


@dataclass(frozen=True)
class Duty:
    """One requirement as it stands for this school."""

    requirement: Requirement
    state: DutyState
    questions: tuple[Question, ...]
    """The questions on the route that carry it."""


@dataclass(frozen=True)
class Read:
    """What a reader of the answers saw that the core cannot see; `language` finds it."""

    hollow: frozenset[str] = frozenset()
    """Ids of the questions whose answer is only a placeholder, a pointer or a bare link."""
    half: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What answers leave out of a duty that has several halves, in words, by question id."""


NOTHING_READ = Read()


@dataclass(frozen=True)
class Gap:
    """A required answer that the report still lacks, wholly or in part."""

    question: Question
    status: Status
    missing: tuple[str, ...] = ()
    """What an answer that is there still needs, in words; () where nothing is there."""
    hollow: bool = False
    """Whether what is there says nothing of its own."""


def gaps(bank: Bank, answers: Answers, read: Read = NOTHING_READ) -> tuple[Gap, ...]:
    """Each required question on the route that is not answered, or not wholly, in order."""
    found: list[Gap] = []
    for question_id, status in statuses(bank, answers).items():
        question = bank.by_id[question_id]
        if not question.required or status is Status.OFF_ROUTE:
            continue
        missing = missing_in_rows(question, answers.value(question_id))
        missing += read.half.get(question_id, ())
        if status not in DONE:
            found.append(Gap(question, status))
        elif question_id in read.hollow:
            found.append(Gap(question, status, hollow=True))
        elif missing:
            found.append(Gap(question, status, missing))
    return tuple(found)


def duties(bank: Bank, answers: Answers, read: Read = NOTHING_READ) -> tuple[Duty, ...]:
    """Every requirement that reaches this school's type, and how it stands."""
    standing = statuses(bank, answers)
    kind_of_school = school_type(answers)
    return tuple(
        _duty(bank, answers, standing, requirement, read)
        for requirement in bank.requirements
        if requirement.reaches(kind_of_school)
    )


def _duty(
    bank: Bank,
    answers: Answers,
    standing: Mapping[str, Status],
    requirement: Requirement,
    read: Read,
) -> Duty:
    asked = tuple(
        question
        for question in bank.carriers(requirement.id)
        if standing[question.id] is not Status.OFF_ROUTE
    )
    counted = tuple(question for question in asked if question.required) or asked
    if requirement.force != "must":
        counted = asked  # guidance is asked by questions that nobody has to answer
    done = [standing[each.id] in DONE and each.id not in read.hollow for each in counted]
    whole = [
        not (each.id in read.half or missing_in_rows(each, answers.value(each.id)))
        for each in counted
    ]
    if counted and all(done) and all(whole):
        state = DutyState.ANSWERED
    else:
        state = DutyState.PART if any(done) else DutyState.NOT_ANSWERED
    return Duty(requirement, state, asked)
