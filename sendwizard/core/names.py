"""A school's name as it may stand in a text: whole, without the words that every such name has,
and joined up in an address. Finds a sister school's, left in answers that came from there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sendwizard.core.answers import Answers
from sendwizard.core.bank import SCHOOL_NAME
from sendwizard.core.kinds import say_any

NAMELESS = "another school"
"""What a sister school is called whose own name is not known; it is no name to look for."""
LEAST_LETTERS = 5
"""A shorter remainder of a name, such as Elm, is a word of its own."""
_COMMON = re.compile(
    r"\b(?:schools?|academy|college|primary|secondary|infants?|juniors?|nursery|special|community|"
    r"high|first|middle|church of england|c\.? ?of ?e\.?|ce|cofe|catholic|rc|voluntary|aided|"
    r"controlled|foundation|free|va|vc|and|the)\b\.?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?<=\])\([^()\n]*\)|[*_`~\[\]\\#]+")
"""Marks of Markdown, and the address behind a linked word."""
_PUNCTUATION = re.compile(r"[’'.]")
"""Signs of a name that no address has."""
_ADDRESS = re.compile(r"(?<![^\s<>\"()\[\]])[^\s<>\"()\[\]]+")
"""What may be an address: signs without a space, and with a full stop among them."""


@dataclass(frozen=True)
class NameLeft:
    """Where the other school's name stands in a text."""

    start: int
    end: int
    found: str
    """As a reader sees it there."""


class SisterName:
    """A sister school's name and addresses, to be looked for in one text after another."""

    def __init__(self, names: Iterable[str], hosts: Iterable[str] = ()) -> None:
        names = tuple(names)
        anywhere = (*map(_spaced, names), *map(_host, hosts))
        joined = (_PUNCTUATION.sub("", each).split() for each in names)
        inside = "|".join("-?".join(map(re.escape, each)) for each in joined if each)
        self._anywhere = re.compile("|".join(anywhere) or r"(?!)", re.IGNORECASE)
        self._in_address = re.compile(
            rf"(?<![^\W\d_])(?:{inside})[\w-]*" if inside else r"(?!)", re.IGNORECASE
        )

    def find(self, text: str) -> Iterator[NameLeft]:
        """Each place, marks of Markdown and all; none overlaps the one before."""
        done = 0
        for left in sorted(self._all(text), key=lambda each: (each.start, -each.end)):
            if left.start >= done:
                done = left.end
                yield left

    def _all(self, text: str) -> Iterator[NameLeft]:
        read, places = _as_read(text)
        for match in self._anywhere.finditer(read):
            end = places[match.end() - 1] + 1
            yield NameLeft(places[match.start()], end, " ".join(match[0].split()))
        for match in self._anywhere.finditer(text):
            yield NameLeft(match.start(), match.end(), " ".join(match[0].split()))
        for address in _ADDRESS.finditer(text):
            if "." not in address[0].rstrip("."):
                continue
            for match in self._in_address.finditer(text, address.start(), address.end()):
                yield NameLeft(match.start(), match.end(), match[0])


def sister_name(answers: Answers, shared: Iterable[str] = ()) -> SisterName | None:
    """What to look for in these answers; None where they came from no sister school.

    A name that the school's own holds is not looked for, nor is one of the `shared` hosts of
    addresses, which belong to no one school.
    """
    if answers.began is None or not answers.began.school:
        return None
    own = say_any(answers.value(SCHOOL_NAME) or "").casefold()
    school = answers.began.school
    names = [each for each in _names(school) if each.casefold() not in own]
    known = tuple(shared)
    hosts = [each for each in answers.began.traces if not each.endswith(known)]
    return SisterName([] if school == NAMELESS else names, hosts)


def heart(school: str) -> str:
    """What is left of a school's name without the words that every such name has."""
    return " ".join(_COMMON.sub(" ", school).split())


def host_of(address: str) -> str:
    """The host of an e-mail or web address, in small letters and without `www.`; "" for none."""
    _, at, domain = address.rpartition("@")
    host = domain if at else address.partition("://")[2]
    return re.split(r"[/:?#]", host.casefold(), maxsplit=1)[0].removeprefix("www.")


def _as_read(text: str) -> tuple[str, list[int]]:
    """The text without the marks of Markdown, and where each of its signs stands in the text."""
    places: list[int] = []
    last = 0
    for mark in _MARKS.finditer(text):
        places.extend(range(last, mark.start()))
        last = mark.end()
    places.extend(range(last, len(text)))
    return "".join(text[place] for place in places), places


def _names(school: str) -> tuple[str, ...]:
    """The whole name, the heart of it, and that as it stands in an address."""
    apart = heart(school)
    joined = "".join(apart.split())
    names = [school, *(each for each in (apart, joined) if len(each) >= LEAST_LETTERS)]
    return tuple(dict.fromkeys(names))


def _host(host: str) -> str:
    """A host as a pattern, with whatever stands before it in an address."""
    return rf"(?<![\w-]){re.escape(host)}(?![\w-]|\.\w)"


def _spaced(name: str) -> str:
    """The name as a pattern of whole words, with whatever space or apostrophe stands in it."""
    words = (re.escape(word.replace("’", "'")).replace("'", "['’]") for word in name.split())
    spaced = r"\s+".join(words)
    return rf"(?<!\w){spaced}(?!\w)"
