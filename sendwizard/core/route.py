"""The route: which questions this school is asked, and where each of them stands.

A carried answer decides the route, though it is neither counted nor printed.
"""

from collections.abc import Mapping
from enum import Enum

from sendwizard.core.answers import Answers, Source, is_empty
from sendwizard.core.bank import SCHOOL_TYPE, Bank, Kind, Question
from sendwizard.core.conditions import OneOf, on_route


class Status(Enum):
    """Where a question stands; the values are those of `answers list --json`."""

    ANSWERED = "answered"
    CARRIED = "carried"
    NOT_APPLICABLE = "not-applicable"
    UNANSWERED = "unanswered"
    OFF_ROUTE = "off-route"


DONE = frozenset({Status.ANSWERED, Status.NOT_APPLICABLE})


def leaf_test(bank: Bank, answers: Answers, condition: OneOf) -> bool | None:
    """Whether one `OneOf` holds; None (unknown) while its question is unanswered.

    An unanswered `yes-no` question counts as no: what hangs on it is asked only after a yes.
    """
    question = bank.by_id.get(condition.question)
    value = answers.value(condition.question)
    if is_empty(value) or value is None:
        return False if question is not None and question.kind is Kind.YES_NO else None
    if isinstance(value, bool):
        return ("yes" if value else "no") in condition.options
    if isinstance(value, tuple):
        return any(each in condition.options for each in value)
    return str(value) in condition.options


def applies(bank: Bank, answers: Answers, question: Question) -> bool:
    """Whether the question is on the route of these answers."""
    return on_route(question.applies_when, lambda leaf: leaf_test(bank, answers, leaf))


def route(bank: Bank, answers: Answers) -> tuple[Question, ...]:
    """The questions that this school is asked, in order."""
    return tuple(question for question in bank.questions if applies(bank, answers, question))


def status(answers: Answers, question: Question) -> Status:
    """Where a question that is on the route stands."""
    answer = answers.get(question.id)
    if not answer.says_something:
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
