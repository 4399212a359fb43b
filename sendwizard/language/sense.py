"""Sense: answers that do not fit each other, the type of school, or the calendar.

Gathers the rules on sums, phases and the SENCO, which stand in modules of their own.
"""

from collections.abc import Iterator
from datetime import date

from sendwizard.core.answers import Scalar, Source
from sendwizard.core.bank import NUMBERS_DATE
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_date
from sendwizard.core.route import applies, school_type
from sendwizard.language import dates_senco, sense_parts, sense_phases, sense_senco, sense_sums
from sendwizard.language.phrases import phrases
from sendwizard.language.said import Known, Said

STRATEGY = Rule(
    "SENSE006",
    Severity.TIP,
    "The inclusion strategy of 31 December 2026",
    "Mainstream schools that receive the inclusive mainstream fund publish an inclusion strategy "
    "on their website by 31 December 2026. It is a condition of the grant, if your school receives "
    "it, and a document of its own beside this report. Give its address, or say that it does not "
    "apply.",
)
DATES = Rule(
    "SENSE007",
    Severity.WARN,
    "Dates that cannot be right",
    "One of the dates is before another that it has to follow, or lies in the future although the "
    "thing has happened. Look at the day, the month and the year.",
)
RULES: tuple[Rule, ...] = (
    STRATEGY,
    DATES,
    *sense_sums.RULES,
    *sense_phases.RULES,
    *sense_senco.RULES,
)

_STRATEGY = "inclusion-strategy"


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """What does not fit in one text."""
    yield from sense_sums.in_text(said, known)
    yield from sense_parts.in_text(said, known)
    yield from sense_phases.in_text(said, known)
    yield from sense_senco.in_text(said, known)


def in_all(known: Known) -> Iterator[Finding]:
    """What does not fit between the answers."""
    yield from sense_sums.in_all(known)
    yield from sense_phases.in_all(known)
    yield from sense_senco.in_all(known)
    yield from _strategy(known)
    yield from _dates(known)


def _strategy(known: Known) -> Iterator[Finding]:
    data, answer = known.data("sense"), known.answers.get(_STRATEGY)
    days = [data.days.get(name) for name in ("strategy_known", "strategy_due", "strategy_over")]
    begins, ends, over = days
    if begins is None or ends is None or over is None or not begins <= known.today <= over:
        return
    if _STRATEGY not in known.bank.by_id:
        return
    if school_type(known.answers) not in data.lists.get("inclusion_types", ()):
        return
    is_from_before = answer.value is None and answer.source is Source.CARRIED
    if answer.says_something and not is_from_before:
        return  # a reason of last year was given before the grant was known
    wanted = phrases(data, STRATEGY.code)
    if any(next(wanted.find(said.read), None) for said in known.texts if not said.is_reason):
        return
    due = say_date(ends)
    if known.today <= ends:
        message = f"An inclusion strategy is due on your website by {due}"
    else:
        message = f"An inclusion strategy was due on your website by {due}"
    message += ": a condition of the grant, if your school receives it."
    yield Finding(
        STRATEGY,
        _STRATEGY,
        message,
        short=message,
        suggestion="Give its address here, or say that it does not apply.",
    )


def _dates(known: Known) -> Iterator[Finding]:
    """A census or a SENCO still to come, and a course that was over before it began."""
    census = known.answers.value(NUMBERS_DATE)
    if isinstance(census, date) and census > known.today and _is_asked(known, NUMBERS_DATE):
        message = f"The census is dated {say_date(census)}, which is still to come."
        yield _date_finding(NUMBERS_DATE, message)
    value = known.answers.value(dates_senco.QUESTION)
    row = value[0] if isinstance(value, tuple) and value else None
    if row is None or isinstance(row, str) or not _is_asked(known, dates_senco.QUESTION):
        return
    yield from _still_to_come(_day(row.get("began")), known)
    begun, finished = _day(row.get("course-began")), _day(row.get("course-finished"))
    if begun and finished and finished < begun:
        message = (
            f"The course finished on {say_date(finished)}, before it began on {say_date(begun)}."
        )
        yield _date_finding(dates_senco.QUESTION, message)


def _still_to_come(began: date | None, known: Known) -> Iterator[Finding]:
    """A SENCO who begins so late that the year is likelier to be a slip than a new post."""
    ahead = known.data("sense").numbers.get("senco_days_ahead", 0)
    if began is not None and (began - known.today).days > ahead:
        message = f"The SENCO began on {say_date(began)}, which is still to come."
        yield _date_finding(dates_senco.QUESTION, message)


def _day(cell: Scalar | None) -> date | None:
    return cell if isinstance(cell, date) else None


def _is_asked(known: Known, question_id: str) -> bool:
    question = known.bank.by_id.get(question_id)
    return question is not None and applies(known.bank, known.answers, question)


def _date_finding(question_id: str, message: str) -> Finding:
    suggestion = "Look at the day, the month and the year."
    return Finding(DATES, question_id, message, short=message, suggestion=suggestion)
