"""The sentences of an answer, and what each does: says something of its own, holds the place, or
sends the reader away. What the words of a sentence do is known by `empty_words`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sendwizard.core.bank import Kind, Question
from sendwizard.core.checks import CheckData
from sendwizard.language.empty_words import Says, grammar
from sendwizard.language.plain_words import WORD, Words, plain_words

_TOKEN = re.compile(
    r"(?P<link>\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)|(?:https?://|www\.)[^\s<>]+)"
    r"|(?P<quoted>(?<!\w)(?:“[^“”\n.!;]{1,60}”|\"[^\"\n.!;]{1,60}\""
    r"|['‘][^\W_][^'‘’\n.!;]{0,60}['’](?!\w)))"
    r"|(?P<mail>[\w.+-]{1,64}+@[\w.-]++)"
    r"|(?P<phone>\+?\d[\d ]{7,14}\d)"
    r"|(?P<person>\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30})?)"
    rf"|(?P<word>{WORD.pattern})"
    r"|(?P<end>[.!?…;]+(?=[\s)\]”\"*_]|$))"
)
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"[ \t>#]*(?:[-*+•·●▪◦‣–—][ \t]+|\d{1,3}[.)][ \t]+)?")
_LABEL = re.compile(r"[^:\n]{1,40}:[*_]{0,2}[ \t]+")


@dataclass(frozen=True)
class Piece:
    """One sentence of a text."""

    start: int
    end: int
    words: Words
    """In small letters; an address, a number to ring, a person and quoted words are one each."""
    says: Says
    is_alone: bool
    """Whether nothing else stands on its line."""


def pieces(question: Question, kind: Kind, text: str, data: CheckData) -> Iterator[Piece]:
    """The sentences of a text, in order, each as soon as it is read."""
    known = grammar(data)
    if known.holds_all(text):
        yield Piece(0, len(text), plain_words(text), Says.HOLDS, is_alone=True)
        return
    for line in _LINE.finditer(text):
        is_first = True
        for start, end, words in _sentences(text, line.start(), line.end()):
            label = _LABEL.match(text, start, end)
            if label and known.holds_line(text[label.end() : end]):
                yield Piece(label.end(), end, words, Says.HOLDS, is_alone=False)
            else:
                says = _here(known.says(words), words, question, kind, data)
                is_alone = is_first and not WORD.search(text, end, line.end())
                yield Piece(start, end, words, says, is_alone)
            is_first = False


def _here(says: Says, words: Words, question: Question, kind: Kind, data: CheckData) -> Says:
    """What a sentence does in the answer to this question, where to point may be to answer."""

    def is_in(name: str) -> bool:
        return question.id in data.lists.get(name, ())

    if says is Says.LINKS:
        is_answer = kind is not Kind.PASSAGE or is_in("link-is-answer")
    elif says is Says.POINTS:
        is_answer = is_in("pointer-is-answer")
    else:
        is_answer = says is Says.ASKS and is_in("contact-is-answer")
        is_answer = is_answer and not grammar(data).promises(words)
    return Says.OWN if is_answer else says


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int, Words]]:
    item = _ITEM.match(text, start, stop)
    words: list[str] = []
    first = last = item.end() if item else start
    for token in _TOKEN.finditer(text, first, stop):
        if token.lastgroup == "end":
            if words:
                yield first, token.end(), _plain(words)
            words = []
            continue
        if not words:
            first = token.start()
        last = token.end()
        words.append(token[0] if token.lastgroup == "word" else f"<{token.lastgroup}>")
    if words:
        yield first, last, _plain(words)


def _plain(words: list[str]) -> Words:
    return tuple(" ".join(words).casefold().replace("’", "'").split(" "))
