"""Flesch reading ease: how easy a text is to read, counted by ourselves.

Judges nothing and needs no corpus. 206.835 - 1.015 x words a sentence - 84.6 x syllables a word:
60 to 70 is plain English, and higher is easier. As Rudolf Flesch advised for text with many of
them, figures are left out of the reckoning, and so are addresses: a phone number is no long word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sendwizard.language.syllables import syllables

NO_WORDS = 100.0
"""The reading ease of a text without words: nothing there is hard to read."""

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
"""A Markdown link: its words are read, its address is not."""

_ITEM = re.compile(r"\s*(?:[-*+•●▪◦‣·–—]|\d{1,9}[.)]|\(?[a-z]\))\s+")
"""The mark of an item of a list."""

_OWN_LINE = re.compile(r"\s*#{1,6}\s")
"""A heading: a sentence by itself, whatever stands around it."""

_CELL = re.compile(r"[^|]+")
"""A cell of a table's row: a sentence by itself, as an item of a list is."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*$")
"""A word that may end a sentence."""

_NOT_THE_END = {
    "e.g",
    "i.e",
    "mr",
    "mrs",
    "ms",
    "mx",
    "dr",
    "st",
    "rev",
    "para",
    "paras",
    "no",
    "vs",
}
"""Short forms whose full stop never ends a sentence."""

_GO_ON = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,;:")
"""Last signs of a word behind which no sentence ends; most end so and need no closer look."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
"""Letters, with an apostrophe or a hyphen inside: self-esteem is one word, and/or are two."""


_TOKEN = re.compile(r"\S+")
_SHORT_LINE, _LONG_LINE = 60, 110
"""Characters between which a line may have been broken off in the middle of a sentence."""
_BEFORE = "*_[`~#("
"""Marks that may stand before the first word of a sentence and are not part of it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or an item of a list, and where it stands in its text."""

    start: int
    end: int
    words: tuple[str, ...]
    """The words that count for reading: no figures and no addresses."""
    length: int
    """How many words a person would count, figures and addresses among them."""
    syllables: int
    """The syllables of the words that count."""
    is_item: bool = False
    """Whether it stands in a list, or in a cell of a table."""


def flesch(text: str) -> float:
    """The reading ease of a text; NO_WORDS where it has none."""
    return ease_of(sentences(text))


def ease_of(said: Iterable[Sentence]) -> float:
    """The reading ease of these sentences together; NO_WORDS where none has a word."""
    counted = [sentence for sentence in said if sentence.words]
    words = sum(len(sentence.words) for sentence in counted)
    if not words:
        return NO_WORDS
    sentence_length = words / len(counted)
    word_length = sum(sentence.syllables for sentence in counted) / words
    return 206.835 - 1.015 * sentence_length - 84.6 * word_length


def word_count(text: str) -> int:
    """The words of a text as a person counts them: a figure or an address is one."""
    return sum(sentence.length for sentence in sentences(text))


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; each heading and each item of a list is one by itself."""
    found: list[Sentence] = []
    for tokens, is_item in _blocks(text):
        read = [token[0] for token in tokens]
        first = 0
        for place, token in enumerate(read, 1):
            if place < len(read) and (token[-1] in _GO_ON or not _ends(token, read[place])):
                continue
            start = tokens[first].start() + len(read[first]) - len(read[first].lstrip(_BEFORE))
            end = tokens[place - 1].end()
            found.append(_sentence(start, end, read[first:place], is_item=is_item))
            first = place
    return tuple(found)


def _blocks(text: str) -> list[tuple[list[re.Match[str]], bool]]:
    """Paragraphs, headings, items of lists and cells of tables, each as what stands between its
    spaces, and whether it is an item or a cell; the marks of Markdown before them are left out.
    """
    blocks: list[tuple[list[re.Match[str]], bool]] = []
    open_block = False
    offset = before = 0
    text = _LINK.sub(_without_address, text)
    for whole_line in text.splitlines(keepends=True):
        stripped = whole_line.strip()
        line = stripped.lstrip(">")
        end = offset + len(whole_line.rstrip())
        start = end - len(line)
        offset += len(whole_line)
        if not any(map(str.isalnum, line)):
            open_block = False
            continue
        if "|" in line:
            blocks += [(cell, True) for cell in _cells(text, start, end)]
            open_block = False
            continue
        item = _ITEM.match(text, start, end)
        own_line = _OWN_LINE.match(text, start, end)
        mark = item or own_line
        tokens = list(_TOKEN.finditer(text, mark.end() if mark else start, end))
        is_new = mark is not None or not open_block or _begins_anew(line, before)
        before = len(line)
        if not is_new:
            blocks[-1][0].extend(tokens)
        else:
            blocks.append((tokens, item is not None))
        open_block = own_line is None
    return blocks


def _cells(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """What stands in the cells of a table's row, those without a word left out."""
    for cell in _CELL.finditer(text, start, end):
        if any(map(str.isalnum, cell[0])):
            yield list(_TOKEN.finditer(text, cell.start(), cell.end()))


def _begins_anew(line: str, before: int) -> bool:
    """Whether a line that begins with a capital is a new label or item: the one before is short,
    or so long that nobody broke it off for the width of a page.
    """
    return line[:1].isupper() and not _SHORT_LINE < before < _LONG_LINE


def _without_address(link: re.Match[str]) -> str:
    """The words of a link, with spaces for the rest of it, so that places agree."""
    before, after = link.start(1) - link.start(), link.end() - link.end(1)
    return " " * before + link[1] + " " * after


def _sentence(start: int, end: int, tokens: list[str], *, is_item: bool) -> Sentence:
    words, length = _words_said(tokens)
    return Sentence(start, end, words, length, sum(map(syllables, words)), is_item)


def _ends(token: str, following: str) -> bool:
    """Whether a sentence ends here: not after "e.g." or an initial, nor before a small letter."""
    end = _END.search(token)
    if end is None:
        return False
    if "!" in end[0] or "?" in end[0]:
        return True
    before = token[: end.start()].lstrip("(\"'“‘[*_").lower()
    initial = len(before) == 1 and before.isalpha() and before != "i"
    return not (before in _NOT_THE_END or initial or following[:1].islower())


def _words_said(tokens: list[str]) -> tuple[tuple[str, ...], int]:
    """The words of a sentence that count for reading, and how many a person would count; one in
    capitals throughout is not spelled.
    """
    words: list[str] = []
    figures = 0
    for token in tokens:
        if token.isalpha():
            words.append(token)
        elif _is_figure_or_address(token):
            figures += 1
        else:
            words += _WORD.findall(token)
    length = len(words) + figures
    shouted = len(words) > 1 and all(map(str.isupper, words))
    return tuple(word.lower() for word in words) if shouted else tuple(words), length


def _is_figure_or_address(token: str) -> bool:
    """2026-27, KS2, office@school.example, www.school.example, https://school.example/."""
    return (
        any(map(str.isdigit, token))
        or ("@" in token and any(map(str.isalnum, token)))
        or "://" in token
        or token.lower().lstrip("(<").startswith("www.")
    )
