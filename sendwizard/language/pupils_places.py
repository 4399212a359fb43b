"""First names in a text, each with the sentence around it. Says nothing of whose they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_words import after, any_of, before, folded, needs_in
from sendwizard.language.said import Said

_NEAR, _FAR = 60, 90
"""Signs before and after a name that are read: the ways of linking it to a need are short."""
NAME = re.compile(r"(?<![\w’'.@/-])[A-Z][a-zà-ÿ]+(?!\w)")
_SURNAME = re.compile(
    r"(?:-[A-Z][a-z]+)?(?:\s+(?!Year\b|Reception\b|Key\b)[A-Z][a-z’'][\w’'-]*){1,3}"
)
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
    text = said.read
    clear, words = folded(data, "names"), folded(data, "names_that_are_words")
    about_staff = said.question.id in data.lists.get("staff_questions", ())
    thing, done = any_of(data, "not_surnames"), 0
    for name in NAME.finditer(text):
        folded_name = name[0].casefold()
        if name.start() >= done and (folded_name in clear or folded_name in words):
            surname = _SURNAME.match(text, name.end())
            end = done = surname.end() if surname else name.end()
            family = surname[0] if surname else ""
            owns = _OWNS.search(family)
            if owns:
                family, end = family[: owns.start()], end - len(owns[0])
            if _POSSESSIVE.search(family) or thing.search(family):
                continue  # Anna James’ books, Grace Primary
            yield Place(
                data,
                text,
                name.start(),
                end,
                folded_name in words,
                surname is not None,
                before(text, name.start())[-_NEAR:],
                after(text, end)[:_FAR],
                about_staff,
            )
