"""School years, written `2026-27`. Reads no clock: today comes in as an argument."""

import re
from datetime import date

from sendwizard.errors import UsageError

_YEAR = re.compile(r"((?:19|20)\d{2})-(\d{2})")
_FIRST_MONTH = 9  # a school year in England begins in September


def is_school_year(text: str) -> bool:
    """Whether the text is a school year: `2026-27`, and never `2026-28`."""
    match = _YEAR.fullmatch(text)
    if match is None or not text.isascii():
        return False
    return (int(match[1]) + 1) % 100 == int(match[2])


def require_school_year(text: str) -> str:
    """The same text. Raises UsageError where it is no school year."""
    if not is_school_year(text):
        raise UsageError(
            f"“{text}” is not a school year. Write it as 2026-27: the year it begins in, "
            "a dash, and the last two figures of the next."
        )
    return text


def school_year_of(day: date) -> str:
    """The school year that a day falls in."""
    start = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return f"{start:04}-{(start + 1) % 100:02}"


def year_before(year: str) -> str:
    """The school year before this one."""
    start = int(year[:4]) - 1
    return f"{start:04}-{(start + 1) % 100:02}"


def year_after(year: str) -> str:
    """The school year after this one."""
    start = int(year[:4]) + 1
    return f"{start:04}-{(start + 1) % 100:02}"


def years_between(earlier: str, later: str) -> int:
    """How many school years lie from one to the other; 0 where either is none."""
    if not (is_school_year(earlier) and is_school_year(later)):
        return 0
    return int(later[:4]) - int(earlier[:4])
