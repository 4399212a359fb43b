"""The SENCO's award: regulation 49 of SI 2014/1530, as amended by SI 2024/535.

Who became SENCO after 1 September 2009, with no more than twelve months as one before, has to hold
the award by the third anniversary. NASENCo counts if its course began before 1 September 2024 and
was finished before 1 September 2027; otherwise the award is the NPQ for SENCOs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sendwizard.core.answers import Scalar
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_date
from sendwizard.core.route import applies, school_type
from sendwizard.language.said import Known

_RULE = (
    "A SENCO who took the post up after 1 September 2009 is to have the award by the third "
    "anniversary of the day on which they started (regulation 49 of the Special Educational Needs "
    "and Disability Regulations 2014), unless they had been a SENCO for more than twelve months "
    "before. This applies to a head too. Where no award is needed, choose “Not needed”."
)
_NASENCO_RULE = (
    "NASENCo counts only if the course began before 1 September 2024 and is finished before 1 "
    "September 2027. For all others the award is the NPQ for SENCOs."
)
NOT_IN_TIME = Rule(
    "DATE008",
    Severity.WARN,
    "The SENCO’s three years have passed without the award",
    f"{_RULE} Here the three years have passed and no finished course is written down. If it is "
    "finished, give the day; if not, speak with the head.",
)
NOT_BEGUN = Rule(
    "DATE009",
    Severity.WARN,
    "The SENCO’s course has not begun",
    f"{_RULE} A course takes more than a year, so it should begin soon to be finished in time.",
)
NASENCO = Rule(
    "DATE010",
    Severity.WARN,
    "A NASENCo award that does not count, or may not",
    f"{_NASENCO_RULE} Look at the dates of the course, and at the SENCO’s own three years.",
)
DRAWS_NEAR = Rule(
    "DATE012",
    Severity.TIP,
    "The last day for the SENCO’s award is near",
    f"{_RULE} The last day is near, or the planned end of the course lies after it.",
)
RULES: tuple[Rule, ...] = (NOT_IN_TIME, NOT_BEGUN, NASENCO, DRAWS_NEAR)

QUESTION = "senco-qualification"
_NASENCO_COURSE, _NO_COURSE, _NOT_NEEDED = "nasenco", "none", "not-needed"
_MONTHS_OF_A_YEAR = 12
_SAFE_DAY = 28
"""A day that every month has."""


@dataclass(frozen=True)
class Training:
    """What is known of the SENCO's start and course."""

    began: date
    course: str
    course_began: date | None
    course_finished: date | None

    def is_finished(self, today: date) -> bool:
        """Whether the course is over by today, and not just planned to be."""
        return self.course_finished is not None and self.course_finished <= today


def training(known: Known) -> Training | None:
    """What the answer tells; None where the rule does not reach, or no start is given."""
    data = known.data("dates")
    question = known.bank.by_id.get(QUESTION)
    if question is None or not applies(known.bank, known.answers, question):
        return None
    if school_type(known.answers) not in data.lists.get("senco_types", ()):
        return None
    value = known.answers.value(QUESTION)
    row = value[0] if isinstance(value, tuple) and value else None
    if row is None or isinstance(row, str):
        return None
    began = _day(row.get("began"))
    if began is None:
        return None
    course = str(row.get("course", ""))
    return Training(began, course, _day(row.get("course-began")), _day(row.get("course-finished")))


def _day(cell: Scalar | None) -> date | None:
    return cell if isinstance(cell, date) else None


def is_exempt(one: Training, data: CheckData) -> bool:
    """Whether no award is asked of this SENCO."""
    until = data.days.get("exempt_until")
    return one.course == _NOT_NEEDED or (until is not None and one.began <= until)


def _later(day: date, months: int) -> date:
    """So many months after a day; the 28th where the month has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS_OF_A_YEAR)
    try:
        return date(day.year + years, month + 1, day.day)
    except ValueError:
        return date(day.year + years, month + 1, _SAFE_DAY)


def in_all(known: Known) -> Iterator[Finding]:
    """The one thing that is most worth saying of the SENCO's award, if anything is."""
    one, data = training(known), known.data("dates")
    if one is None or is_exempt(one, data) or one.began > known.today:
        return
    last = _later(one.began, data.numbers.get("award_years", 3) * _MONTHS_OF_A_YEAR)
    finding = _does_not_count(one, data, known.today)
    if finding is None and not one.is_finished(known.today):
        finding = _unfinished(one, last, data, known.today)
    if finding is not None:
        yield finding


def _does_not_count(one: Training, data: CheckData, today: date) -> Finding | None:
    """A NASENCo course begun or finished too late."""
    begun_before = data.days.get("nasenco_begun_before")
    finished_before = data.days.get("nasenco_finished_before")
    if one.course != _NASENCO_COURSE or begun_before is None or finished_before is None:
        return None
    if one.course_began is not None and one.course_began >= begun_before:
        return _of(
            NASENCO,
            f"The NASENCo course began on {say_date(one.course_began)}, and NASENCo counts only if "
            f"it began before {say_date(begun_before)}.",
            "See whether it is the NPQ for SENCOs, and look at the date.",
        )
    is_late = one.course_finished is not None and one.course_finished >= finished_before
    if is_late or (not one.is_finished(today) and today >= finished_before):
        return _of(
            NASENCO,
            f"NASENCo counts only if it is finished before {say_date(finished_before)}, and this "
            "course is not.",
            "Speak with the head: the award is now the NPQ for SENCOs.",
        )
    return None


def _unfinished(one: Training, last: date, data: CheckData, today: date) -> Finding | None:
    began, by = say_date(one.began), say_date(last)
    if today > last:
        return _of(
            NOT_IN_TIME,
            f"The SENCO began on {began}, so the award was due by {by}, and no finished "
            "course is written down.",
            "Give the day on which the course was finished, or speak with the head.",
        )
    finished_before = data.days.get("nasenco_finished_before")
    if one.course == _NASENCO_COURSE and finished_before is not None:
        if one.course_finished is not None and one.course_finished <= last:
            return None  # it is planned to be finished in time
        return _of(
            NASENCO,
            f"The NASENCo course is not finished. It counts only if it is finished before "
            f"{say_date(finished_before)}, and this SENCO’s three years end on {by}.",
            "See that the course ends before the earlier of the two days.",
        )
    if _is_not_begun(one, today):
        return _not_begun(one, last, data, today)
    near = data.numbers.get("near_months", 6)
    planned = one.course_finished
    if (planned is not None and planned > last) or (
        planned is None and today >= _later(last, -near)
    ):
        return _of(
            DRAWS_NEAR,
            f"The SENCO began on {began}, so the award is due by {by}.",
            "See that the course is finished by then, and give the day once it is.",
        )
    return None


def _is_not_begun(one: Training, today: date) -> bool:
    begun = one.course_began
    return one.course in ("", _NO_COURSE) or (begun is not None and begun > today)


def _not_begun(one: Training, last: date, data: CheckData, today: date) -> Finding | None:
    if one.course == "" or today < _later(last, -data.numbers.get("course_months", 18)):
        return None
    return _of(
        NOT_BEGUN,
        f"The SENCO began on {say_date(one.began)}, so the award is due by "
        f"{say_date(last)}, and the course has not begun.",
        "Ask the head about a place on the NPQ for SENCOs, and give the day on which it begins.",
    )


def _of(rule: Rule, message: str, suggestion: str) -> Finding:
    return Finding(rule, QUESTION, message, short=message, suggestion=suggestion)
