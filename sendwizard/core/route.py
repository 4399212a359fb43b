"""The route: which questions this school is asked, and where each of them stands.

A carried answer decides the route, though it is neither counted nor printed.
"""

from collections.abc import Mapping
from enum import Enum

from sendwizard.core.answers import Answers, Source, is_empty
from sendwizard.core.bank import SCHOOL_TYPE, Bank, Kind, Question
from sendwizard.core.conditions import AtLeast, Leaf, on_route
from sendwizard.core.fit import fits


class Status(Enum):
    """Where a question stands; the values are those of `answers list --json`."""

    ANSWERED = "answered"
    CARRIED = "carried"
    NOT_APPLICABLE = "not-applicable"
    UNANSWERED = "unanswered"
    OFF_ROUTE = "off-route"


DONE = frozenset({Status.ANSWERED, Status.NOT_APPLICABLE})


def leaf_test(bank: Bank, answers: Answers, condition: Leaf) -> bool | None:
    """Whether one leaf holds; None (unknown) while its question is unanswered.

    An unanswered `yes-no` question counts as no: what hangs on it is asked only after a yes. So
    does a number that is not there yet, where a least one is asked for.
    """
    question = bank.by_id.get(condition.question)
    value = answers.value(condition.question)
    if isinstance(condition, AtLeast):
        return type(value) is int and value >= condition.number
    if is_empty(value) or value is None:
        return False if question is not None and question.kind is Kind.YES_NO else None
    if question is not None and not fits(question, value):
        return None  # a misspelt type of school asks everything
    if isinstance(value, bool):
        return ("yes" if value else "no") in condition.options
    if isinstance(value, tuple):
        return any(each in condition.options for each in value)
    return str(value) in condition.options


def applies(bank: Bank, answers: Answers, question: Question) -> bool:
    """Whether the question is on the route of these answers."""
    if question.begun_year and not (answers.began and answers.began.has_own_year):
        return False
    return on_route(question.applies_when, lambda leaf: leaf_test(bank, answers, leaf))


def route(bank: Bank, answers: Answers) -> tuple[Question, ...]:
    """The questions that this school is asked, in order."""
    return tuple(question for question in bank.questions if applies(bank, answers, question))


def status(answers: Answers, question: Question) -> Status:
    """Where a question that is on the route stands."""
    answer = answers.get(question.id)
    if not answer.says_something:
        return Status.UNANSWERED
    if answer.value is not None and not fits(question, answer.value):
        return Status.UNANSWERED
    if answer.source is Source.CARRIED:
        return Status.CARRIED
    if is_empty(answer.value):
        return Status.NOT_APPLICABLE if question.allows_not_applicable else Status.UNANSWERED
    return Status.ANSWERED


def statuses(bank: Bank, answers: Answers) -> Mapping[str, Status]:
    """Where each question of the bank stands, by id, in the bank's order."""
    asked = {question.id for question in route(bank, answers)}
    return {
        question.id: status(answers, question) if question.id in asked else Status.OFF_ROUTE
        for question in bank.questions
    }


def school_type(answers: Answers) -> str | None:
    """The school's type as it stands, None while it is not known."""
    value = answers.value(SCHOOL_TYPE)
    return value if isinstance(value, str) and value.strip() else None
