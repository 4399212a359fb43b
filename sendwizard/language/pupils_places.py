"""First names in a text, each with the sentence around it. Says nothing of whose they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_words import (
    CAPITAL,
    SMALL,
    after,
    any_of,
    bare,
    before,
    first_names,
    needs_in,
)
from sendwizard.language.said import Said

_NEAR, _FAR = 60, 90
"""Signs before and after a name that are read: the ways of linking it to a need are short."""
WORD = rf"[{CAPITAL}][{SMALL}]+"
"""A word with a capital, as the source of a pattern."""
NAME = re.compile(rf"(?<![\w’'.@/-]){WORD}(?:-{WORD})?(?!\w)")
SURNAME = (
    rf"(?:-{WORD})?(?:\s+(?!(?:Year|Reception|Key|Nursery|In|Who|With|Has|Is)\b)"
    rf"[{CAPITAL}][{SMALL}’'][\w’'-]*){{1,3}}"
)
_SURNAME = re.compile(SURNAME)
_POSSESSIVE = re.compile(r"[’'](?!\w\w)")
_OWNS = re.compile(r"(?<=\w)[’']s\Z")


@dataclass(frozen=True)
class Place:
    """A first name in a text, with the sentence on both sides of it."""

    data: CheckData
    text: str
    start: int
    end: int
    is_word: bool
    """Whether the name is an ordinary word too."""
    is_full: bool
    """Whether a surname follows."""
    before: str
    after: str
    about_staff: bool
    """Whether the question is about staff."""

    @cached_property
    def needs(self) -> tuple[tuple[int, int], ...]:
        """Where needs are named in the rest of the sentence."""
        return needs_in(self.data, self.after)


def places(data: CheckData, said: Said) -> Iterator[Place]:
    """Each first name of the bank's lists, and its surname where one follows."""
    text, done = said.read, 0
    thing = any_of(data, "not_surnames")
    for name in NAME.finditer(text):
        is_word = _is_word(data, name[0]) if name.start() >= done else None
        if is_word is not None:
            surname = _SURNAME.match(text, name.end())
            end = done = surname.end() if surname else name.end()
            family = surname[0] if surname else ""
            owns = _OWNS.search(family)
            if owns:
                family, end = family[: owns.start()], end - len(owns[0])
            if _POSSESSIVE.search(family) or thing.search(family):
                continue  # Anna James’ books, Grace Primary
            yield place_at(
                data, said, name.start(), end, is_word=is_word, is_full=surname is not None
            )


def place_at(
    data: CheckData, said: Said, start: int, end: int, *, is_word: bool, is_full: bool
) -> Place:
    """A name between two places of a text, with the sentence around it."""
    return Place(
        data,
        said.read,
        start,
        end,
        is_word,
        is_full,
        before(said.read, start)[-_NEAR:],
        after(said.read, end)[:_FAR],
        said.question.id in data.lists.get("staff_questions", ()),
    )


def _is_word(data: CheckData, name: str) -> bool | None:
    """Whether a first name is a word as well; None where it is no first name.

    Of two names that a hyphen joins, one makes it clear: Lily-Mae.
    """
    clear, words = first_names(data, "names"), first_names(data, "names_that_are_words")
    parts = bare(name).split("-")
    if parts[0] in clear:
        return False
    if parts[0] not in words:
        return None
    return not (len(parts) > 1 and (parts[1] in clear or parts[1] in words))
