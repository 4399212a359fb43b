"""Times that a text names: days, months, terms, school years and years, each with its last day.

Only what names a year is a time here. Knows no clock, and judges nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sendwizard.core.days import parse_day
from sendwizard.core.kind_error import KindError
from sendwizard.core.years import school_year_of

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"(?:19|20)[0-9]{2}"
_END = r"(?![0-9A-Za-z%£@_]|[-–./,:][0-9]| [0-9]{3})"
"""What may not follow: more figures, so that 2013-02 and a phone number are no years."""
_TIME = re.compile(
    rf"(?<![0-9A-Za-z.,£$#/:@&=_+–-])(?:"
    rf"(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)?[ ]{{1,2}}(?:of[ ])?(?:{_MONTHS})\.?,?[ ]{{1,2}}{_YEAR}"
    rf"|(?:{_MONTHS})\.?[ ]{{1,2}}[0-9]{{1,2}}(?:st|nd|rd|th)?,?[ ]{{1,2}}{_YEAR}"
    rf"|[0-9]{{1,2}}(?P<mark>[/.-])[0-9]{{1,2}}(?P=mark)(?:{_YEAR}|[0-9]{{2}})"
    rf"|{_YEAR}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|(?P<month>{_MONTHS})\.?,?[ ]{{1,2}}(?:of[ ])?(?P<month_year>{_YEAR})"
    rf"|(?P<term>autumn|spring|summer|easter|christmas)[ ]{{1,2}}(?:term[ ])?(?:of[ ])?"
    rf"(?P<term_year>{_YEAR})"
    rf"|(?P<first>{_YEAR})(?:[ ]?[-–—/][ ]?(?P<second>{_YEAR}|[0-9]{{2}})|[ ]to[ ](?P<to>{_YEAR}))"
    rf"|(?P<year>{_YEAR})"
    rf"){_END}",
    re.IGNORECASE,
)
_TERM_ENDS = {
    "autumn": (12, 31),
    "christmas": (12, 31),
    "spring": (4, 30),
    "easter": (4, 30),
    "summer": (8, 31),
}
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FULL_YEAR = 4
_MONTHS_OF_A_YEAR = 12
_CENTURY = 100
_ANY_YEAR = re.compile(r"[0-9]{2}")


class Time(Enum):
    """How exactly a time is named."""

    DAY = "day"
    MONTH = "month"
    TERM = "term"
    SCHOOL_YEAR = "school year"
    """Two years that follow each other: 2021-22."""
    YEARS = "years"
    """From one year to a later one: 2019-22."""
    YEAR = "year"


@dataclass(frozen=True)
class Named:
    """Where a time stands in a text."""

    start: int
    end: int
    time: Time
    last: date
    """Its last day: the end of the month, of the term, of the year."""
    first_year: int

    @property
    def is_exact(self) -> bool:
        """Whether it is a day, a month or a term."""
        return self.time in (Time.DAY, Time.MONTH, Time.TERM)


def times(text: str) -> Iterator[Named]:
    """Each time that the text names, in order."""
    if not _ANY_YEAR.search(text):
        return
    for found in _TIME.finditer(text):
        named = _named(found)
        if named is not None:
            yield named


def _named(found: re.Match[str]) -> Named | None:
    start, end = found.span()
    if found["day"]:
        try:
            day = parse_day(found["day"])
        except KindError:
            return None
        return Named(start, end, Time.DAY, day, day.year)
    if found["month"]:
        year = int(found["month_year"])
        month = _number_of(found["month"])
        return Named(start, end, Time.MONTH, date(year, month, _LAST_DAYS[month - 1]), year)
    if found["term"]:
        year = int(found["term_year"])
        return Named(start, end, Time.TERM, date(year, *_TERM_ENDS[found["term"].casefold()]), year)
    if found["first"]:
        return _years(start, end, int(found["first"]), found["second"] or found["to"])
    year = int(found["year"])
    return Named(start, end, Time.YEAR, date(year, 12, 31), year)


def _years(start: int, end: int, first: int, figures: str) -> Named | None:
    second = int(figures)
    if len(figures) < _FULL_YEAR:
        second += first - first % _CENTURY
    if second == first + 1:
        return Named(start, end, Time.SCHOOL_YEAR, date(second, 8, 31), first)
    if second <= first:
        return None
    return Named(start, end, Time.YEARS, date(second, 12, 31), first)


def _number_of(month: str) -> int:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return names.index(month[:3].casefold()) + 1


def school_year_began(today: date) -> date:
    """The first day of the school year that a day falls in."""
    return date(int(school_year_of(today)[:4]), 9, 1)


def is_older(named: Named, today: date, months: int) -> bool:
    """Whether it was over more than so many months before the first of this month."""
    years, left = divmod(today.month - 1 - months, _MONTHS_OF_A_YEAR)
    return named.last < date(max(1, today.year + years), left + 1, 1)
