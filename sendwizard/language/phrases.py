"""Finds the bank's words and phrases in a text, quickly, however many there are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sendwizard.core.checks import CheckData, Entry

_WORD = re.compile(r"[^\W_]+")
_HEAD = 3
"""Letters of a phrase's first word by which it is looked up; one with a `*` has as many or more."""

_BETWEEN = r"(?:[^\S\n]+(?:[\n‐‑–-][^\S\n]*)?|[\n‐‑–-][^\S\n]*)"
"""What may stand between two words: spaces with one dash or line end, and no end of a paragraph."""

_MOST_KNOWN = 20_000
"""Words for which it is remembered what begins with them: far more than a report has."""

_LONGEST = 60
"""Signs before a word within which a longer phrase around it may begin."""

_GAP = re.compile(_BETWEEN)
_PARTED = re.compile(r"[\s‐‑–-]+")
_PLAIN_WORD = re.compile(r"[^\W_]+\*?")
_IS_WORD, _ENDING = re.compile(r"\w"), re.compile(r"\w*")
_APOSTROPHES = str.maketrans({"'": "['’]", "’": "['’]"})


@dataclass(frozen=True)
class Match:
    """Where an entry of the bank stands in a text."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True)
class _Phrase:
    entry: Entry
    words: str
    first: str
    """Its first word in small letters."""
    is_open: bool
    """Whether that word has any ending."""
    before: int
    """Signs before it, as in `[insert`."""

    def begins(self, word: str) -> bool:
        """Whether a word in small letters can be its first."""
        return word.startswith(self.first) if self.is_open else word == self.first

    def end_in(self, text: str, start: int) -> int | None:
        """Where it ends in a text in which it begins at that place; None where it does not."""
        if self._plain is not None:
            return self._end_of(self._plain, text, start)
        behind = start + self.before + len(self.first)
        if self._sign and text[behind : behind + 1] not in _same_sign(self._sign):
            return None  # most end here, before a pattern has to be made
        found = self._pattern.match(text, start)
        return found.end() if found else None

    @cached_property
    def _plain(self) -> tuple[str, ...] | None:
        """Its words where they are letters and figures alone: they are compared, since a pattern
        takes longer to make than a report to read.
        """
        words = tuple(_PARTED.split(self.words))
        return words if all(map(_PLAIN_WORD.fullmatch, words)) else None

    @cached_property
    def _sign(self) -> str:
        """The sign right behind its first word, as in child’s; "" where a word may end there."""
        sign = self.words[self.before + len(self.first) :][:1]
        return "" if self.is_open or _PARTED.match(sign) else sign

    @cached_property
    def _is_small(self) -> bool:
        return any(map(str.islower, self.words))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return pattern_of(self.words)

    def _end_of(self, words: tuple[str, ...], text: str, start: int) -> int | None:
        place = start
        if place and _IS_WORD.match(text, place - 1):
            return None
        for number, word in enumerate(words):
            if number:
                between = _GAP.match(text, place)
                if between is None:
                    return None
                place = between.end()
            stem = word.removesuffix("*")
            there = text[place : place + len(stem)]
            if there != stem and not (self._is_small and there.lower() == stem.lower()):
                return None
            place += len(stem)
            if stem != word:
                place = _ENDING.match(text, place).end()  # type: ignore[union-attr]  # may be empty
            elif _IS_WORD.match(text, place):
                return None
        return place


@lru_cache(maxsize=1_000)
def _words(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a text and where they stand: a dozen lists are looked for in each."""
    return tuple((word[0], word.start()) for word in _WORD.finditer(text))


class Phrases:
    """Phrases to look for, by the first letters of each."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = tuple(entries)
        self._find = _ByWord((entry, phrase) for entry in entries for phrase in entry.find)
        self._unless = {
            id(entry): _ByWord((entry, phrase) for phrase in entry.unless)
            for entry in entries
            if entry.unless
        }

    def find(self, text: str) -> Iterator[Match]:
        """Each place, the longest phrase where several begin; none overlaps the one before."""
        end = 0
        for word, start in _words(text):
            if start < end or not self._find.of(word):
                continue
            for found in self._find.beginning_with(text, word, start):
                if found.start >= end and not self._is_within_another(text, found):
                    yield found
                    end = found.end
                    break

    def _is_within_another(self, text: str, found: Match) -> bool:
        """Whether it stands inside one of the longer phrases in which it may."""
        unless = self._unless.get(id(found.entry))
        return unless is not None and any(
            around.start <= found.start and found.end <= around.end
            for word in _WORD.finditer(text, max(0, found.start - _LONGEST), found.end)
            for around in unless.beginning_with(text, word[0], word.start())
        )


class _ByWord:
    """Phrases by their first word, the longest first; one without a word is left out."""

    def __init__(self, phrases: Iterable[tuple[Entry, str]]) -> None:
        self._by_head: dict[str, list[_Phrase]] = defaultdict(list)
        self._known: dict[str, tuple[_Phrase, ...]] = {}
        """What begins with a word that has been looked up."""
        for entry, phrase in sorted(phrases, key=lambda each: -len(each[1])):
            words = phrase.strip()
            first = _WORD.search(words)
            if first:
                word = first[0].casefold()
                is_open = words[first.end() : first.end() + 1] == "*"
                made = _Phrase(entry, words, word, is_open, first.start())
                self._by_head[word[:_HEAD]].append(made)

    def beginning_with(self, text: str, word: str, at: int) -> Iterator[Match]:
        """The phrases that stand in the text and have the word at this place as their first."""
        for phrase in self.of(word):
            start = at - phrase.before
            end = phrase.end_in(text, start) if start >= 0 else None
            if end is not None:
                yield Match(phrase.entry, start, end)

    def of(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that have this word as their first, in any case."""
        known = self._known.get(word)
        if known is None:
            small = word.casefold()
            ahead = self._by_head.get(small[:_HEAD], ())
            known = tuple(each for each in ahead if each.begins(small))
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = known
        return known


def _same_sign(sign: str) -> str:
    return "'’" if sign in "'’" else sign


def pattern_of(phrase: str) -> re.Pattern[str]:
    """A phrase of the bank as a pattern: any space, dash or line end between words, any apostrophe.

    A word that ends in `*` has any ending. A phrase without a small letter, such as IEP, is
    found in capitals alone; every other in any case.
    """
    return re.compile(source_of(phrase))


def source_of(phrase: str) -> str:
    """The same as the source of a pattern, to stand in a longer one."""
    parts = []
    for word in _PARTED.split(phrase.strip()):
        stem = re.escape(word.rstrip("*")).translate(_APOSTROPHES)
        parts.append(stem + (r"\w*" if word.endswith("*") else ""))
    case = "i" if any(map(str.islower, phrase)) else ""
    return rf"(?{case}:(?<!\w){_BETWEEN.join(parts)}(?!\w))"


@lru_cache(maxsize=64)
def phrases(data: CheckData, *codes: str) -> Phrases:
    """The phrases of these rules in one file of the bank; of all its rules where none is named."""
    return Phrases(data.entries_of(*codes) if codes else data.entries)


@lru_cache(maxsize=64)
def listed(data: CheckData, name: str) -> Phrases:
    """The words of a list of the bank's file, to be looked for."""
    return Phrases([Entry(name, data.lists.get(name, ()))])
