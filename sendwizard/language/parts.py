"""What of a text counts when its reading ease is worked out, and what a school cannot help.

Names that the law or the council gives, names of people and schools, and lines that only say how
to reach somebody are put out of the sum; nothing here judges a word.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sendwizard.core.bank import SCHOOL_NAME, Kind
from sendwizard.core.checks import CheckData, Entry
from sendwizard.core.trade import Acronym
from sendwizard.language.phrases import Phrases
from sendwizard.language.readability import Sentence, sentences
from sendwizard.language.said import Known
from sendwizard.language.syllables import syllables

FILE = "plain"
"""The bank's file for plain English."""

_LISTS = ("laws", "plans", "services", "needs", "programmes", "months", "known_short_forms")
_NAME_COLUMN = "name"
_LEFT_OUT = "0"
"""Stands for each letter that is left out: a figure, which no sum of reading ease counts."""

_REACHED = re.compile(
    r"\S@\S"  # an e-mail address
    r"|://|\bwww\."
    r"|(?<!\d)\+?\(?0\d(?:[ ()-]{0,2}\d){8,10}(?!\d)"  # a phone number
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # a postcode
    r"|^\W*\d{1,4}[a-z]?,? (?:[A-Z][\w’']* ){1,3}"
    r"(?:Road|Street|Lane|Avenue|Close|Drive|Way|Place|Terrace|Crescent)\b"
)
_HINT = re.compile(r"[@\d/]|www")
"""What each of these has, so that most lines need no closer look."""
_MOST_BESIDE = 8
"""Words beside an address or a number, above which a line is a sentence that holds one."""
_LONG_NAME = 3
"""Syllables of a name from which it is left out; a shorter one is as easy as any word."""
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def what_counts(text: str, known: Known) -> str:
    """The text, as long as before, with what does not count written over."""
    data = known.data(FILE)
    return _without(text, _own(_own_names(known), data), _given(data, known.bank.acronyms))


def counted_of(text: str, known: Known) -> tuple[Sentence, ...]:
    """The sentences of a text, each with the words that count for its reading ease."""
    return tuple(map(_without_names, sentences(what_counts(text, known))))


@lru_cache(maxsize=2_000)
def _without_names(sentence: Sentence) -> Sentence:
    """The sentence without the long words that have a capital inside it: they are in names."""
    words = tuple(
        word
        for place, word in enumerate(sentence.words)
        if not place or word[0].islower() or syllables(word) < _LONG_NAME
    )
    return replace(sentence, words=words, syllables=sum(map(syllables, words)))


def is_outdated(words: str, known: Known) -> bool:
    """Whether the rules on outdated words speak of these already."""
    whole, beginnings = _outdated(known.data("old"))
    said = " ".join(words.split()).casefold()
    return said in whole or said.startswith(beginnings)


@lru_cache(maxsize=8)
def _outdated(data: CheckData) -> tuple[frozenset[str], tuple[str, ...]]:
    """Outdated words as they stand, and those that may have any ending."""
    finds = [phrase.casefold() for entry in data.entries for phrase in entry.find]
    return frozenset(finds), tuple(each[:-1] for each in finds if each.endswith("*"))


def _own_names(known: Known) -> tuple[str, ...]:
    """The names in the answers: the school, its people, its services and its policies."""
    return tuple(
        said.text
        for said in known.texts
        if said.kind is Kind.LINE
        and (said.question.id == SCHOOL_NAME or said.column == _NAME_COLUMN)
    )


@lru_cache(maxsize=8)
def _given(data: CheckData, acronyms: tuple[Acronym, ...]) -> Phrases:
    """Names that the bank knows, the short forms and the long ones among them."""
    names = [name for each in _LISTS for name in data.lists.get(each, ())]
    names += [part for each in acronyms for part in (each.short, *each.long.split(", or an "))]
    return _phrases(names)


@lru_cache(maxsize=8)
def _own(names: tuple[str, ...], data: CheckData) -> Phrases:
    """Names of the answers as they are written, and a title with the last of them: Mrs Oduya."""
    titles = data.lists.get("titles", ())
    short = [
        f"{words[0]} {words[-1]}"
        for words in map(str.split, names)
        if len(words) > 1 and words[0].rstrip(".") in titles
    ]
    return _phrases([*names, *short])


def _phrases(names: Iterable[str]) -> Phrases:
    return Phrases([Entry("", tuple(dict.fromkeys(filter(str.strip, names))))])


@lru_cache(maxsize=512)
def _without(text: str, own: Phrases, given: Phrases) -> str:
    for names in (own, given):
        pieces, done = [], 0
        for match in names.find(text):
            owner = _POSSESSIVE.match(text, match.end)
            end = owner.end() if owner else match.end
            pieces += [text[done : match.start], _LEFT_OUT * (end - match.start)]
            done = end
        text = "".join([*pieces, text[done:]])
    return "".join(map(_unless_contact, text.splitlines(keepends=True)))


def _unless_contact(line: str) -> str:
    """The line, or spaces for it where it only says how to reach somebody."""
    reached = _HINT.search(line) and _REACHED.search(line)
    if not reached or len(_WORD.findall(_beside(line))) > _MOST_BESIDE:
        return line
    return "".join(sign if sign.isspace() else " " for sign in line)


def _beside(line: str) -> str:
    """The words of a line that are no address."""
    return " ".join(each for each in line.split() if "@" not in each and "://" not in each)
