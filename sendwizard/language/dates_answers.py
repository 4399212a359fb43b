"""Time in the answers as a whole: a review gone by, words that stay for years, training undated."""

from collections.abc import Iterable, Iterator
from datetime import date

from sendwizard.core.answers import Source, Value
from sendwizard.core.bank import Kind
from sendwizard.core.carry import RUNNING, years_unchanged
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_date
from sendwizard.core.route import applies
from sendwizard.language.dates_rules import PAST_DATE
from sendwizard.language.dates_said import Named, is_older, times
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

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
    "Training without a date, or with an old one",
    "Training with no date beside it could be ten years old, and neither “last year” nor "
    "“ongoing” tells a date. Give the month, or the term and the year; for a course that is still "
    "to come, write “planned”. Leave out what is old, unless staff still rely on it.",
)
RULES: tuple[Rule, ...] = (UNCHANGED, UNDATED)

_GIVE_IT = "Give the month, or the term and the year."
_LEAVE_OUT = "Leave it out, unless staff still rely on it; then say so."


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
    newest, months = _newest(texts), known.data("dates").numbers.get("training_months", 24)
    dated = {said.row for said in texts if _tells_when(said, known)}
    for said in texts:
        if said.column != column or not said.read.strip():
            continue
        quoted, last = " ".join(said.read.split()), newest.get(said.row)
        if last and is_older(last, known.today, months):
            message = f"The training “{quoted}” is dated long ago."
            yield said.finding(UNDATED, 0, len(said.text), message, _LEAVE_OUT)
        elif not last and said.row not in dated:
            message = f"“{quoted}” has no date, so nobody can tell how old the training is."
            yield said.finding(UNDATED, 0, len(said.text), message, _GIVE_IT)


def _newest(texts: Iterable[Said]) -> dict[int | None, Named]:
    """The last time that each row names."""
    newest: dict[int | None, Named] = {}
    for said in texts:
        for named in times(said.read):
            if said.row not in newest or named.last > newest[said.row].last:
                newest[said.row] = named
    return newest


def _tells_when(said: Said, known: Known) -> bool:
    phrased = phrases(known.data("dates"), UNDATED.code).find(said.read)
    return next(phrased, None) is not None
