"""One child who is singled out by class and need: “A boy in Year 5 is deaf”.

What is said of any child is left alone: “if a child in Reception is deaf”, “a pupil who has”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_words import (
    CHILD,
    YEAR,
    after,
    any_of,
    are_plain,
    before,
    has_any,
    needs_in,
)

_YEAR = (
    rf"(?:{YEAR}|(?:our|the)\s+Nursery|"
    r"(?:our|this|my|her|his|[A-Z]\w+)\s+(?:\w+\s+)?(?:[Cc]lass|[Uu]nit|[Bb]ase))(?!\w)"
)
_ONE_CHILD = re.compile(
    r"(?<!\w)(an?|one|another|the|our)\s+"
    r"((?:(?!(?:an?|the|our|of|that|who|and|or|to|for|with|if|when)\s)[\w-]+\s+){0,4}?)"
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
_GOES_ON = re.compile(
    r"\s*(?:[.,;)]|\Z|(?:is|has|was|had|can|cannot|uses|wears|needs|gets|sits|goes|comes|came|who|"
    r"with|and|so)(?!\w))"
)
_OPEN_END = re.compile(
    r"[,\s]*(?:if|when|whenever|where|unless|once|until|for)(?!\w)", re.IGNORECASE
)
_QUESTION = re.compile(r"[^.!?\n]{0,120}\?")
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_NEAR = 90
"""Signs before that are read for the words by which an example is given, in the line before too."""


@dataclass(frozen=True)
class _Child:
    """A word for one child, what is said of it before, and the sentence on both sides."""

    which: str
    """The word before it: a, one, another, the, our."""
    noun: str
    adjectives: str
    front: str
    rest: str

    @cached_property
    def in_class(self) -> int:
        """Where the class ends that stands right behind; 0 where there is none."""
        year = _IN_YEAR.match(self.rest)
        return year.end() if year else 0

    @cached_property
    def is_placed(self) -> bool:
        """Whether a class or year is named for it."""
        return bool(
            self.in_class or _IS_OF_YEAR.search(self.adjectives) or _YEAR_BEFORE.search(self.front)
        )


def alone(data: CheckData, text: str) -> Iterator[tuple[int, int]]:
    """Each place where a single child of a year or class is said to have a need."""
    for found in _ONE_CHILD.finditer(text):
        child = _Child(
            found[1].casefold(),
            found[3].casefold(),
            found[2],
            before(text, found.start()),
            after(text, found.end()),
        )
        look = _one_known if child.which in ("the", "our") else _one_of_many
        length = look(data, child)
        if length is not None:
            end = found.end() + length
            if not _is_general(data, text, found.start(), end):
                yield found.start(), end


def _one_of_many(data: CheckData, child: _Child) -> int | None:
    """How much behind “a child” points to one; None where nobody is pointed to."""
    is_sexed = child.noun in ("boy", "girl")
    is_here = bool(_THERE_IS.search(child.front))
    if child.is_placed and not _NOT_SUBJECT.search(child.front):
        stated = _need_after(data, child, _STATES) or (
            is_sexed and _need_after(data, child, _NEEDS)
        )
        if stated:
            return stated
    if not (is_sexed or is_here) or has_any(data, "of_any_child", child.rest):
        return None
    stated = _need_after(data, child, _WITH)
    later = _IN_YEAR.match(child.rest, stated) if stated else None
    if stated and (child.is_placed or later):
        return later.end() if later else stated
    if child.is_placed and needs_in(data, f"{child.adjectives}{child.noun}"):
        return child.in_class
    return (is_here and _need_after(data, child, _WITH, subjects=child.which == "one")) or None


def _one_known(data: CheckData, child: _Child) -> int | None:
    """The same behind “our pupil” and “the pupil in Year 6”: a child whom readers may know.

    “Our child” is what a parent says, and “the pupil with dyslexia” is any.
    """
    is_ours = child.which == "our" and child.noun != "child"
    if not (is_ours or child.in_class) or has_any(data, "of_any_child", child.rest):
        return None
    stated = _need_after(data, child, _WITH, subjects=False)
    words = f"{child.adjectives}{child.noun}"
    if stated or not _GOES_ON.match(child.rest, child.in_class):
        return stated or None
    is_described = any(
        not any_of(data, "subjects").fullmatch(words, *span) for span in needs_in(data, words)
    )
    return child.in_class if is_described else None


def _need_after(
    data: CheckData, child: _Child, link: re.Pattern[str], *, subjects: bool = True
) -> int:
    """Where the need ends that a verb or “with” ties to the child; 0 where there is none.

    Without subjects, SEN, plans and other words that fit many children are no need.
    """
    rest = child.rest
    linked = link.match(rest, child.in_class)
    if linked is None:
        return 0
    checks, staff = any_of(data, "checks"), any_of(data, "of_staff")
    for start, end in needs_in(data, rest):
        if start >= linked.end():
            left = rest[end:].lstrip(" -")
            plain = are_plain(data, rest[linked.end() : start])
            if not subjects and any_of(data, "subjects").fullmatch(rest, start, end):
                return 0
            return end if plain and not checks.match(left) and not staff.match(left) else 0
    return 0


def _is_general(data: CheckData, text: str, start: int, end: int) -> bool:
    """Whether it is a condition, a question or an example, and no child of the school's."""
    return bool(
        has_any(data, "of_any_child", before(text, start))
        or any_of(data, "of_books").search(before(text, start) + after(text, start))
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
