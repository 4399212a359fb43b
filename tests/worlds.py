"""Small worlds that tests are made of: the real bank, a folder, answers that fill a route."""

from datetime import date, datetime
from functools import cache
from pathlib import Path

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.bank import Bank, Column, Kind, Question
from sendwizard.core.route import route
from sendwizard.store.bank_files import load_bank

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "questions"
TEMPLATES = ROOT / "templates"
DAY = date(2026, 11, 23)
YEAR = "2026-27"


def noon() -> datetime:
    """A clock that stands: 23 November 2026."""
    return datetime(2026, 11, 23, 12)  # noqa: DTZ001 - a sitting's clock is UTC without a zone


@cache
def real_bank() -> Bank:
    """The bank that is shipped."""
    return load_bank(QUESTIONS)


def answers_of(**values: Value) -> Answers:
    """Answers by question id, with underscores for dashes."""
    by_id = {key.replace("_", "-"): Answer(value, on=DAY) for key, value in values.items()}
    return Answers(YEAR, "england", "2026.11", by_id)


def some_cell(column: Column) -> str | int | bool | date:
    """A value that the column takes."""
    if column.form == "colour":
        return "#1d4f7a"
    match column.kind:
        case Kind.NUMBER:
            return column.least or 0
        case Kind.DATE:
            return DAY
        case Kind.YES_NO:
            return True
        case Kind.CHOICE:
            return column.options[0].id
        case Kind.EMAIL:
            return "office@school.example"
        case Kind.PHONE:
            return "01632 960000"
        case Kind.URL:
            return "https://school.example/send"
    return f"Words for {column.id}"


def some_value(question: Question) -> Value:
    """A value that the question takes."""
    if question.kind is Kind.CHOICES:
        return (question.options[0].id,)
    if question.kind is Kind.ROWS:
        return ({column.id: some_cell(column) for column in question.columns},)
    return some_cell(question.column)


def filled(school_type: str = "maintained-mainstream", *has: str) -> Answers:
    """Every question on the route answered."""
    bank = real_bank()
    answers = answers_of(
        school_type=school_type,
        school_has=has or ("primary",),
        senco_qualification=({"course": "not-needed"},),
        next_review=date(2027, 11, 23),
        staff_training=({"training": "Words for training", "staff": "All", "when": "June 2026"},),
    )
    for question in route(bank, answers):
        if question.id not in answers.by_id:
            answers = answers.with_answer(question.id, Answer(some_value(question), on=DAY))
    return answers
