"""One child who is singled out by class and need: “A boy in Year 5 is deaf”.

What is said of any child is left alone: “if a child in Reception is deaf”, “a pupil who has”.
"""

import re
from collections.abc import Iterator

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_words import (
    CHILD,
    after,
    any_of,
    are_plain,
    before,
    needs_in,
)

_YEAR = (
    r"(?:(?:Year|Yr)\s?\d{1,2}|Y\d{1,2}|Reception|(?:our\s+|the\s+)?Nursery|Key\s+Stage\s+\d|KS\d|"
    r"Class\s+\d|(?:our|this|my|her|his|[A-Z]\w+)\s+(?:\w+\s+)?(?:class|unit|base))(?!\w)"
)
_ONE_CHILD = re.compile(
    r"(?<!\w)(?:an?|one|another)\s+"
    r"((?:(?!(?:an?|the|of|that|who|and|or|to|for|with|if|when)\s)[\w-]+\s+){0,4}?)"
    rf"({CHILD})(?![\w’'-])",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?<!\w)[Ii]n\s+{_YEAR},?\s+(?:(?:we|there)\s+(?:also\s+)?[a-z]+\s+)?\Z"
)
_IN_YEAR = re.compile(rf",?\s+\(?(?:in|from|of)\s+{_YEAR}\)?,?")
_IS_OF_YEAR = re.compile(rf"{_YEAR}\s")
_STATES = re.compile(
    r"\s+(?:also\s+|now\s+|still\s+)?(?:is|has|was|had|uses|wears)\s+", re.IGNORECASE
)
_WITH = re.compile(r",?\s+(?:with|on|using|who\s+(?:is|has|was|had|uses|wears|needs))\s+")
_NEEDS = re.compile(r"\s+(?:also\s+|now\s+|still\s+)?(?:needs|gets|receives)\s+", re.IGNORECASE)
_THERE_IS = re.compile(
    r"(?<!\w)(?:we|there|school|class|unit|which)\s+(?:currently\s+|now\s+|also\s+)?"
    r"(?:have|has|is|had|was)\s+(?:currently\s+|also\s+|now\s+)?\Z",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(r"(?<!\w)(?:of|for|with|to|by|from|about)\s+\Z", re.IGNORECASE)
"""Before “a child …” it shows that what follows is said of something else: a parent of a child."""
_OPEN_END = re.compile(
    r"[,\s]*(?:if|when|whenever|where|unless|once|until|for)(?!\w)", re.IGNORECASE
)
_QUESTION = re.compile(r"[^.!?\n]{0,120}\?")
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_NEAR = 90
"""Signs before that are read for the words by which an example is given, in the line before too."""


def alone(data: CheckData, text: str) -> Iterator[tuple[int, int]]:
    """Each place where a single child of a year or class is said to have a need."""
    for child in _ONE_CHILD.finditer(text):
        end = _singled_out(data, text, child)
        if end and not _is_general(data, text, child.start(), end):
            yield child.start(), end


def _singled_out(data: CheckData, text: str, child: re.Match[str]) -> int:
    """Where the need or the class ends that points to a child; 0 where nobody is pointed to."""
    rest, front = after(text, child.end()), before(text, child.start())
    year = _IN_YEAR.match(rest)
    placed = bool(year or _IS_OF_YEAR.search(child[1]) or _YEAR_BEFORE.search(front))
    begin = year.end() if year else 0
    is_sexed = child[2].casefold() in ("boy", "girl")
    is_here = bool(_THERE_IS.search(front))
    if placed and not _NOT_SUBJECT.search(front):
        stated = _need_after(data, rest, begin, _STATES)
        if not stated and is_sexed:
            stated = _need_after(data, rest, begin, _NEEDS)
        if stated:
            return child.end() + stated
    if not (is_sexed or is_here):
        return 0
    stated = _need_after(data, rest, begin, _WITH)
    later = _IN_YEAR.match(rest, stated) if stated else None
    if stated and (placed or later):
        found = later.end() if later else stated
    elif placed and needs_in(data, child[1] + child[2]):
        found = begin
    else:
        return 0
    return 0 if any_of(data, "of_any_child").search(rest) else child.end() + found


def _need_after(data: CheckData, rest: str, begin: int, link: re.Pattern[str]) -> int:
    """Where the need ends that a verb or “with” ties to the child; 0 where there is none."""
    linked = link.match(rest, begin)
    if linked is None:
        return 0
    checks, staff = any_of(data, "checks"), any_of(data, "of_staff")
    for start, end in needs_in(data, rest):
        if start >= linked.end():
            left = rest[end:].lstrip(" -")
            plain = are_plain(data, rest[linked.end() : start])
            return end if plain and not checks.match(left) and not staff.match(left) else 0
    return 0


def _is_general(data: CheckData, text: str, start: int, end: int) -> bool:
    """Whether it is a condition, a question or an example, and no child of the school's."""
    return bool(
        any_of(data, "of_any_child").search(before(text, start))
        or _is_example(data, text[max(0, start - _NEAR) : start])
        or _OPEN_END.match(text, end)
        or _QUESTION.match(text, end)
    )


def _is_example(data: CheckData, near: str) -> bool:
    """Whether an example begins just before, and no other sentence has ended since."""
    return any(
        not _SENTENCE_ENDS.search(near[each.end() :].removeprefix("."))
        for each in any_of(data, "examples").finditer(near)
    )
