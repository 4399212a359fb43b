"""Small numbers without a word for pupils: “1 x deaf”, “there are 2 on SEN support”."""

import re
from collections.abc import Iterator

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_words import (
    YEAR,
    after,
    any_of,
    are_plain,
    before,
    has_any,
    needs_in,
)

_NUMBER = re.compile(r"(?<![\w.,/&:£%+–‐‑-])(?:one|two|three|four|[1-4])(?=\s)", re.IGNORECASE)
_MAY_COUNT = re.compile(r"\s+(?:[x×]|in|on|with|at|EHC|EHCPs?)(?!\w)")
_TIMES = re.compile(r"\s*[x×]\s+")
_ON = re.compile(r"\s+(?:on|with|at)\s+")
_IN_YEAR = re.compile(rf"\s+in\s+{YEAR}\s+(?:also\s+)?(?:has|have|is|are|uses?)\s+(?!for\s)")
_PLAN = re.compile(r"\s+(?:EHC\s+plans?|EHCPs?)(?=\s*(?:[.,;)|]|\Z))")
_HERE = re.compile(
    r"(?<!\w)(?:we|there)\s+(?:currently\s+|now\s+|also\s+|only\s+)?(?:have|are|is)\s+"
    r"(?:currently\s+|now\s+|only\s+|just\s+)?\Z",
    re.IGNORECASE,
)
_LINE_BEGINS = re.compile(r"[\s*•–—-]*(?:\d{1,3}\s[^,.\d]{2,40}(?:,\s*|\sand\s))?\Z")
_ITEM_BEGINS = re.compile(r"(?:\A|[:,(]|(?<!\w)and\s)[\s*•–—-]*\Z")
_ENDS = re.compile(
    r"(?:\s+(?:users?|pupils?|child(?:ren)?))?\s*(?:[.,;:)|–—]|\Z|(?:and|but|so|who|in)(?!\w))"
)

_NEAR = 60
"""Signs on each side that are read for a need, and for what makes it no count."""


def few(data: CheckData, text: str) -> Iterator[tuple[int, int]]:
    """Each such number, with the need that it counts."""
    for number in _NUMBER.finditer(text):
        if not _MAY_COUNT.match(text, number.end()):
            continue
        front, rest = before(text, number.start()), after(text, number.end())
        end = _counted(data, front, rest)
        if end and not has_any(data, "not_counts", f"{front[-_NEAR:]} | {rest[:_NEAR]}"):
            yield number.start(), number.end() + end


def _counted(data: CheckData, front: str, rest: str) -> int:
    """Where the need ends that the number counts; 0 where it counts something else."""
    times, in_year, on = _TIMES.match(rest), _IN_YEAR.match(rest), _ON.match(rest)
    if times:
        return _need(data, rest, times.end(), no_things=True) if _ITEM_BEGINS.search(front) else 0
    if in_year:
        return _need(data, rest, in_year.end())
    begins = _LINE_BEGINS.match(front)
    plan = _PLAN.match(rest) if begins else None
    if plan:
        return plan.end()
    is_here = begins or _HERE.search(front)
    return _need(data, rest, on.end(), only_registers=True) if on and is_here else 0


def _need(
    data: CheckData, rest: str, begin: int, *, no_things: bool = False, only_registers: bool = False
) -> int:
    """Where the need ends that begins there; 0 where there is none, or something else may be."""
    for start, end in needs_in(data, rest[: begin + _NEAR]):
        if start >= begin:
            if not are_plain(data, rest[begin:start]) or not _ENDS.match(rest, end):
                return 0
            is_of = {
                each: bool(any_of(data, each).fullmatch(rest, start, end))
                for each in ("registers", "subjects", "in_numbers")
            }
            is_one = is_of["registers"] or not (only_registers or is_of["subjects"])
            return end if is_one and not (no_things and is_of["in_numbers"]) else 0
    return 0
