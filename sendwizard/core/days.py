"""Days as people write them, the day before the month. Knows no clock: today comes in."""

import re
from calendar import monthrange
from datetime import date, timedelta

from sendwizard.core.kind_error import KindError
from sendwizard.core.text import clean_line

_FORMS = "Write the date as 12 March 2026, 12/3/2026 or 2026-03-12"
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FEWEST = 3
"""Letters by which a month or a day of the week is known."""
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_SHORT_YEAR = 2
_CENTURY = 2000
_LAST_MONTH = 12

_WEEKDAY = re.compile(r"([a-z]{3,9})[.,]?(?: the)? (?=.*[0-9])", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_FIGURES = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?: of)?[- ./]*([a-z]{3,9})(?:[- ./]*([0-9]{4}|[0-9]{2}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})[- .]*([0-9]{1,2})(?:[- .]+([0-9]{4}))?")
_MONTH_ALONE = re.compile(r"([a-z]{3,9})[- .]*[0-9]{4}|[0-9]{1,2}[-/.][0-9]{4}")
_NO_YEAR = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.]?")


def parse_day(text: str, today: date | None = None) -> date:
    """The day that is meant. `today` None is where nobody knows it: then that word is refused.

    Raises KindError with a sentence that says what would be taken.
    """
    words = " ".join(_ORDINAL.sub("", clean_line(text)).replace(",", " ").split())
    words = re.sub(r" ?([/.-]) ?", r"\1", words).strip(" .").lower()
    words = re.sub(r"^(on )?(the )?| ['’](?=[0-9]{2}$)", " ", words).strip()
    if words in _NEAR and today is not None:
        return today + timedelta(days=_NEAR[words])
    weekday, words = _without_weekday(words)
    day = _parsed(words)
    if weekday is not None and day.weekday() != weekday:
        said, meant = _DAYS[weekday].title(), _DAYS[day.weekday()].title()
        raise KindError(f"{_say(day)} is a {meant}, not a {said}. {_FORMS}.")
    return day


def _say(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"


def _without_weekday(words: str) -> tuple[int | None, str]:
    """The day of the week that stands in front, and the rest; None where there is none."""
    found = _WEEKDAY.match(words)
    number = _named(found[1], _DAYS) if found else None
    return (None, words) if found is None or number is None else (number, words[found.end() :])


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names the word is the beginning of; None where it is of none."""
    if len(word) < _FEWEST:
        return None
    return next((n for n, name in enumerate(names) if name.startswith(word)), None)


def _month(word: str) -> int | None:
    number = _named("sep" if word == "sept" else word, _MONTHS)
    return None if number is None else number + 1


def _parsed(words: str) -> date:
    if found := _YEAR_FIRST.fullmatch(words):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _FIGURES.fullmatch(words):
        return _day(_year(found[4]), int(found[3]), int(found[1]))
    if (found := _DAY_FIRST.fullmatch(words)) and (month := _month(found[2])):
        return _dated(found[3], month, int(found[1]))
    if (found := _MONTH_FIRST.fullmatch(words)) and (month := _month(found[1])):
        return _dated(found[3], month, int(found[2]))
    if (found := _MONTH_ALONE.fullmatch(words)) and (not found[1] or _month(found[1])):
        raise KindError("Add the day, for example 12 March 2026.")
    if _NO_YEAR.fullmatch(words):
        raise KindError("Add the year, for example 12 March 2026.")
    raise KindError(f"{_FORMS}.")


def _year(figures: str) -> int:
    return int(figures) + (_CENTURY if len(figures) == _SHORT_YEAR else 0)


def _dated(year: str | None, month: int, day: int) -> date:
    if not year:
        raise KindError("Add the year, for example 12 March 2026.")
    return _day(_year(year), month, day)


def _day(year: int, month: int, day: int) -> date:
    """The day, where there is one. Raises KindError."""
    if month > _LAST_MONTH and 1 <= day <= _LAST_MONTH:
        raise KindError(f"There is no month {month}: write the day first, {month}/{day}/{year}.")
    if not (1 <= month <= _LAST_MONTH and year > 0):
        raise KindError(f"{_FORMS}.")
    most = monthrange(year, month)[1]
    if not 1 <= day <= most:
        name = _MONTHS[month - 1].title()
        raise KindError(f"{name} {year} has {most} days. {_FORMS}.")
    return date(year, month, day)
