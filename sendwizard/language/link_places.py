"""Where the web addresses of a text stand: behind linked words, bare among them, or in a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from sendwizard.core.bank import Kind
from sendwizard.core.checks import CheckData
from sendwizard.language.said import Said


class Form(Enum):
    """How an address stands in the text."""

    LINK = "link"
    """Behind words, as Markdown has it."""
    BARE = "bare"
    """Among the words, to be seen itself."""
    CELL = "cell"
    """The whole of an answer that is a web address."""


@dataclass(frozen=True)
class Place:
    """One address and where it stands."""

    address: str
    """As it was written, with its slips; "" for a link to nowhere."""
    start: int
    end: int
    form: Form
    words: str = ""
    """The words that are linked; "" where the address stands for itself."""
    words_start: int = 0
    whole_start: int = 0
    """Where the link begins, with its words and brackets; the address itself where it is bare."""


LONGEST = 2_000
"""Characters of a run without spaces that may be an address; browsers take no longer one."""
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]{0,300})\]\(((?:[^()\[\]\n]++|\([^()\n]*+\))*+)\)")
_TOKEN = re.compile(r"[^\s<>\"“”|]+")
_LEADING = "([{'‘*_~,;:–—-"
_TRAILING = ".,;:!?'’*_~]}–—…"
_HINTS = ("//", "\\", "www", "ww.", ":", ".")
_ANY_HINT = re.compile(r"\w[.:][\w/\\]|//|\\\\|ww[.,;]")
_MEANT = re.compile(
    r"[a-z]{2,11}:(?://|\\\\)\S"  # any scheme
    r"|(?=[htps]*p)[htps]{3,7}[:;.,]?[/\\]{1,4}[\w-]+[.,]\w"  # http//school.example and its like
    r"|https?:[\w-]+\.\w"
    r"|w{2,4}[.,;][\w-]"
    r"|[a-z]:[\\/]\w|\\\\\w|file:"
    r"|localhost[:/]",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:https?:[/\\]{1,2}|www\.)[ \t]{1,3}(?=[\w-]{2,40}\.\w)", re.IGNORECASE)
"""An address that a space cuts off right after its beginning."""


def places(said: Said, data: CheckData) -> Iterator[Place]:
    """Each address in a text, in order of links first. `data` has the endings of bare names."""
    text = said.text
    if said.kind is Kind.URL:
        if text.strip():
            start = len(text) - len(text.lstrip())
            yield Place(text.strip(), start, len(text.rstrip()), Form.CELL, whole_start=start)
        return
    if said.kind in (Kind.EMAIL, Kind.PHONE):
        return
    if "](" in text:
        for link in _LINK.finditer(text):
            yield _linked(link)
        text = _LINK.sub(lambda link: " " * len(link[0]), text)
    yield from _bare(text, data)


def _linked(link: re.Match[str]) -> Place:
    target, start = link[2], link.start(2)
    address = target.split(' "', 1)[0].split(" '", 1)[0]
    start += len(address) - len(address.lstrip())
    address = address.strip()
    if address.startswith("<") and address.endswith(">"):
        address, start = address[1:-1], start + 1
    end = start + len(address)
    return Place(address, start, end, Form.LINK, link[1], link.start(1), link.start())


def _bare(text: str, data: CheckData) -> Iterator[Place]:
    if not _ANY_HINT.search(text):
        return
    domain = _domain(data)
    for token in _TOKEN.finditer(text):
        word = token[0]
        if "@" in word or len(word) > LONGEST or not any(hint in word for hint in _HINTS):
            continue
        bare = word.lstrip(_LEADING)
        start = token.start() + len(word) - len(bare)
        bare = _without_end(bare)
        cut = _CUT.match(text, start)
        if cut is not None:
            follows = _TOKEN.match(text, cut.end())
            bare = text[start : follows.end() if follows else cut.end()].rstrip(_TRAILING)
        elif not (_MEANT.match(bare) or domain.match(bare)):
            continue
        yield Place(bare, start, start + len(bare), Form.BARE, whole_start=start)


def _without_end(word: str) -> str:
    """Without the signs that end the sentence or the brackets around it."""
    shorter = word.rstrip(_TRAILING)
    while shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
        shorter = shorter[:-1].rstrip(_TRAILING)
    return shorter


@lru_cache(maxsize=16)
def _domain(data: CheckData) -> re.Pattern[str]:
    """A bare name such as leeds.gov.uk, known by its ending in small letters."""
    endings = "|".join(map(re.escape, data.lists.get("endings", ()))) or r"(?!)"
    return re.compile(rf"(?:[A-Za-z0-9][A-Za-z0-9-]*+\.)++(?:{endings})(?![\w.@-])")
