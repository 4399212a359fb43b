"""Time in the answers as a whole: a review gone by, words that stay for years, training undated."""

from collections.abc import Iterator
from datetime import date

from sendwizard.core.answers import Source, Value
from sendwizard.core.bank import Kind
from sendwizard.core.carry import RUNNING, years_unchanged
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_date
from sendwizard.core.route import applies
from sendwizard.language.dates_said import times
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

PAST_DATE = Rule(
    "DATE002",
    Severity.WARN,
    "A past date, spoken of as one to come",
    "The text or the answer gives a day, a month or a term as one to come, and it has passed. A "
    "day of review that has passed tells every reader that the report is old. Say what was done, "
    "or give the new date.",
)
UNCHANGED = Rule(
    "DATE004",
    Severity.TIP,
    "The same words for two years or more",
    "This answer says what the school does, and it has been the same for two school years or more. "
    "That may be right. Read it once more, and if it is still true, write how you know: then this "
    "tip goes.",
)
UNDATED = Rule(
    "DATE006",
    Severity.TIP,
    "Training without a date",
    "Training with no date beside it could be ten years old. Give the month, or the term and the "
    "year; for a course that is still to come, write “planned”.",
)
RULES: tuple[Rule, ...] = (PAST_DATE, UNCHANGED, UNDATED)


def in_all(known: Known) -> Iterator[Finding]:
    """What these rules find."""
    yield from _reviews_gone(known)
    yield from _unchanged(known)
    yield from _undated(known)


def _reviews_gone(known: Known) -> Iterator[Finding]:
    for question_id in known.data("dates").lists.get("may_not_be_past", ()):
        question = known.bank.by_id.get(question_id)
        day = known.answers.value(question_id)
        if question is None or not isinstance(day, date) or day >= known.today:
            continue
        if applies(known.bank, known.answers, question):
            message = f"“{say_date(day)}” has passed, so readers will think that the report is old."
            yield Finding(
                PAST_DATE,
                question_id,
                message,
                short=message,
                suggestion="Give the day when it will be looked at next, within twelve months.",
                words=say_date(day),
            )


def _unchanged(known: Known) -> Iterator[Finding]:
    timeless = known.data("dates").lists.get("timeless", ())
    for question in known.bank.questions:
        answer = known.answers.get(question.id)
        years = years_unchanged(known.answers, question.id)
        if years < RUNNING or answer.source is Source.CARRIED or answer.how.strip():
            continue  # a carried answer is to be read in any case
        is_prose = question.kind is Kind.PASSAGE and _has_words(answer.value)
        if not is_prose or question.id in timeless or question.each_year != "confirm":
            continue
        if question.printed and applies(known.bank, known.answers, question):
            message = f"This answer has had the same words since {answer.since}."
            yield Finding(
                UNCHANGED,
                question.id,
                message,
                short=message,
                suggestion="Read it once more. If it is still true, write how you know.",
            )


def _has_words(value: Value | None) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _undated(known: Known) -> Iterator[Finding]:
    named = known.data("dates").lists.get("training", ())
    if len(named) != len(("question", "column")):
        return
    question_id, column = named
    texts = known.texts_at(question_id)
    dated = {said.row for said in texts if _tells_when(said, known)}
    for said in texts:
        if said.column == column and said.row not in dated and said.read.strip():
            quoted = " ".join(said.read.split())
            yield said.finding(
                UNDATED,
                0,
                len(said.text),
                f"“{quoted}” has no date, so nobody can tell how old the training is.",
                "Give the month, or the term and the year.",
            )


def _tells_when(said: Said, known: Known) -> bool:
    phrased = phrases(known.data("dates"), "DATE006").find(said.read)
    return next(times(said.read), None) is not None or next(phrased, None) is not None
