"""What stands around a dated word: whether it tells history, or means something else.

Decides nothing about the word itself. Looks a bounded way to each side, so that no text is slow.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sendwizard.core.checks import CheckData, Entry
from sendwizard.language.phrases import Match, Phrases, phrases

_AROUND = 200
"""Signs to each side within which a sentence is looked at."""

_END = re.compile(
    r"[.!?][\"”’)]*\s|\n[^\S\n]*\n|\n[^\S\n]*(?:[-*+•#|>]|[0-9]{1,3}[.)])",
)
"""The end of a sentence, of a paragraph or of a point of a list."""

_ADDRESS = re.compile(r"://|www\.|@|\.(?:uk|com|org|net|info)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[;!?]|[^\S\n][–—-][^\S\n]")
"""What parts two halves of a sentence, so that words of one say nothing of the other."""

_JOINT = r"[^\S\n]+(?:(?:and|&|of|for|the)[^\S\n]+){0,2}"
_NAME_AFTER = re.compile(rf"{_JOINT}[A-Z][a-z]")
_NAME_BEFORE = re.compile(rf"(?<!\w)([A-Z][a-z]+){_JOINT}$")
_NAME_REACH = 40
"""Signs before a word within which the word that begins its name is looked for."""
_SHORT = re.compile(r"(?<!\w)([A-Z]{2,6})s?[”\"’')*]*\s+$")
_SHORT_BESIDE_BRACKET = re.compile(r"(?<!\w)[A-Z]{2,6}s?[^\S\n]*(\()|\(([A-Z]{2,6})s?\)")
_FIRST_LETTER = re.compile(r"(?<![\w’'])[^\W_]")
_LONG_REACH = 80
"""Signs beside a short form within which the words stand that it is short for."""

Place = tuple[int, int]


class Around:
    """A text as written and as read, with what has been looked for in it so far."""

    def __init__(self, raw: str, read: str) -> None:
        self._raw = raw
        self.read = read
        self._places: dict[int, tuple[list[int], list[int]]] = {}
        self._explained: frozenset[str] | None = None

    def says(self, words: Phrases | None, start: int, end: int) -> bool:
        """Whether one of these stands between two places."""
        found = self.first_after(words, start)
        return found is not None and found[1] <= end

    def first_after(self, words: Phrases | None, place: int) -> Place | None:
        """Where the first of these stands that begins there or later."""
        starts, ends = self._places_of(words)
        number = bisect_left(starts, place)
        return (starts[number], ends[number]) if number < len(starts) else None

    def last_before(self, words: Phrases | None, place: int) -> Place | None:
        """Where the last of these stands that ends there or earlier."""
        starts, ends = self._places_of(words)
        number = bisect_right(ends, place) - 1
        return (starts[number], ends[number]) if number >= 0 else None

    def _places_of(self, words: Phrases | None) -> tuple[list[int], list[int]]:
        """Where these begin and end: once for the whole text, however often it is asked."""
        if words is None:
            return [], []
        if id(words) not in self._places:
            found = list(words.find(self.read))
            self._places[id(words)] = [each.start for each in found], [each.end for each in found]
        return self._places[id(words)]

    def explained(self, words: Phrases, dated: Phrases) -> frozenset[str]:
        """Short forms that the text says are short for something else than the dated words."""
        if self._explained is None:
            places = zip(*self._places_of(words), strict=True)
            found = {self._explained_at(*each, dated) for each in places}
            for each in _SHORT_BESIDE_BRACKET.finditer(self.read):
                if each[2] is None:
                    found.add(self._explained_at(*each.span(1), dated))
                elif self._is_long_form_before(each.start(), each[2], dated):
                    found.add(each[2])
            self._explained = frozenset(found)
        return self._explained

    def _is_long_form_before(self, place: int, short: str, dated: Phrases) -> bool:
        """Whether the last words before a bracket begin with these letters."""
        old = self.last_before(dated, place)
        if old and place - old[1] <= 1:
            return False
        return _letters_of_words(self.read[max(0, place - _LONG_REACH) : place]).endswith(short)

    def _explained_at(self, start: int, end: int, dated: Phrases) -> str:
        """The short form before this place whose letters begin the words after it, or ""."""
        short = _SHORT.search(self.read[max(0, start - _NAME_REACH) : start])
        if short is None:
            return ""
        last = end + _LONG_REACH
        old = self.first_after(dated, end)
        if old and old[1] <= last and not self.read[slice(*old)].isupper():
            return ""
        letters = _letters_of_words(self.read[end:last])
        is_long_form = any(letters.startswith(short[1], first) for first in (0, 1))
        return short[1] if is_long_form else ""

    def sentence(self, start: int, end: int) -> Place:
        """Where the sentence begins and ends that the words stand in, as far as it is near.

        Its ends are looked for in the text as written, where a list still has its marks.
        """
        first, last = max(0, start - _AROUND), min(len(self._raw), end + _AROUND)
        ends = [each.end() for each in _END.finditer(self._raw[first:start])]
        after = _END.search(self._raw[end:last])
        return first + (ends[-1] if ends else 0), end + after.start() if after else last

    def is_in_address(self, start: int, end: int) -> bool:
        """Whether the words are part of a web or e-mail address, which nobody can reword."""
        first, last = max(0, start - _AROUND), end + _AROUND
        before = self.read[first:start].split(" ")[-1].split("\n")[-1]
        after = _SPACE.search(self.read, end, last)
        near = before + self.read[start : after.start() if after else last]
        return _ADDRESS.search(near) is not None

    def is_in_longer_name(self, start: int, end: int) -> bool:
        """Whether the words have capitals and more such words beside them, as a team's name has.

        The first word of a sentence has its capital anyway.
        """
        words = self.read[start:end]
        if words.isupper() or not all(word[0].isupper() for word in _WORD.findall(words)):
            return False
        if _NAME_AFTER.match(self.read, end):
            return True
        reach = max(0, start - _NAME_REACH)
        before = _NAME_BEFORE.search(self.read[reach:start])
        if before is None:
            return False
        first, _ = self.sentence(start, end)
        return _WORD.search(self.read, first, reach + before.start()) is not None


@dataclass(frozen=True)
class _Right:
    """Words that stand right beside others, with none but small words between."""

    words: Phrases
    between: frozenset[str]
    takes_names: bool = False
    """Whether names and years may stand between as well."""

    def before(self, text: Around, start: int, first: int) -> bool:
        """Whether they stand before this place, and no earlier than the first."""
        place = text.last_before(self.words, start)
        return (
            place is not None and first <= place[0] and self._is_small(text.read[place[1] : start])
        )

    def after(self, text: Around, end: int, last: int) -> int | None:
        """Where they end that stand after this place; None where they do not, up to the last."""
        place = text.first_after(self.words, end)
        is_there = (
            place is not None and place[1] <= last and self._is_small(text.read[end : place[0]])
        )
        return place[1] if place and is_there else None

    def _is_small(self, gap: str) -> bool:
        return _PARTS.search(gap) is None and all(
            word.casefold() in self.between
            or (self.takes_names and (word.istitle() or word.isdigit()))
            for word in _WORD.findall(gap)
        )


class Beside:
    """The lists of one file of the bank that say when an entry counts."""

    def __init__(self, data: CheckData) -> None:
        lists = data.lists
        self._proper = {
            _letters(each).casefold(): _letters(each) for each in lists.get("proper", ())
        }
        self._small = {
            _letters(key).casefold(): _phrases(words) for key, words in _named(lists, "small ")
        }
        self._only = {key: _phrases(words) for key, words in _named(lists, "only beside ")}
        self._never = {key: _phrases(words) for key, words in _named(lists, "not beside ")}
        self._right_after = {
            key: _right(lists, key, words) for key, words in _named(lists, "right after ")
        }
        self._right_before = {
            key: _right(lists, key, words) for key, words in _named(lists, "right before ")
        }
        self._dated = phrases(data)
        self._explained = _phrases(lists.get("explained", ()))
        self._history = _phrases(lists.get("history", ()))
        self._told_before, self._told_after = (
            _right(lists, "history", lists.get(key, ()), takes_names=True)
            for key in ("history before", "history after")
        )

    def meant(self, match: Match, text: Around) -> Match | None:
        """The words, with those that belong to them, as of today and in their dated sense.

        None where they mean something else, or tell of the past.
        """
        name, start, end = match.entry.find[0], match.start, match.end
        sentence = first, last = text.sentence(start, end)
        if (
            not self._is_name(text, match, sentence)
            or text.is_in_address(start, end)
            or self._means_something_else(match.entry, text, sentence)
            or self._is_told(text, match, sentence)
            or self._is_explained(text, match)
        ):
            return None
        needed = self._right_after.get(name)
        if needed and not needed.before(text, start, first):
            return None
        wanted = self._right_before.get(name)
        whole = wanted.after(text, end, last) if wanted else end
        return replace(match, end=whole) if whole else None

    def _is_name(self, text: Around, match: Match, sentence: Place) -> bool:
        """Whether words that are a name have its capitals; other words may have any."""
        letters = _letters(text.read[match.start : match.end])
        name = self._proper.get(letters.casefold())
        if name is None:
            return True
        capitals = zip(letters, name, strict=True)
        return all(found.isupper() for found, wanted in capitals if wanted.isupper()) or text.says(
            self._small.get(letters.casefold()), *sentence
        )

    def _means_something_else(self, entry: Entry, text: Around, sentence: Place) -> bool:
        only = self._only.get(entry.find[0])
        never = (self._never.get(entry.code), self._never.get(entry.find[0]))
        return any(text.says(words, *sentence) for words in never) or (
            only is not None and not text.says(only, *sentence)
        )

    def _is_explained(self, text: Around, match: Match) -> bool:
        """Whether it is a short form that the text uses for something else."""
        short = text.read[match.start : match.end].removesuffix("s")
        return short.isupper() and short in text.explained(self._explained, self._dated)

    def _is_told(self, text: Around, match: Match, sentence: Place) -> bool:
        """Whether words right beside say that it is past, or its sentence does."""
        first, last = sentence
        return (
            text.says(self._history, first, last)
            or self._told_before.before(text, match.start, first)
            or self._told_after.after(text, match.end, last) is not None
        )


@lru_cache(maxsize=8)
def beside(data: CheckData) -> Beside:
    """The lists of this file, made ready once."""
    return Beside(data)


def _named(
    lists: Mapping[str, tuple[str, ...]], start: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, words in lists.items():
        if key.startswith(start):
            yield key.removeprefix(start), words


def _right(
    lists: Mapping[str, tuple[str, ...]],
    name: str,
    words: tuple[str, ...],
    *,
    takes_names: bool = False,
) -> _Right:
    between = frozenset(word.casefold() for word in lists.get(f"between {name}", ()))
    return _Right(_phrases(words), between, takes_names)


def _phrases(words: Iterable[str]) -> Phrases:
    return Phrases((Entry("", tuple(words)),))


def _letters_of_words(words: str) -> str:
    """The first letter of each, in capitals."""
    return "".join(_FIRST_LETTER.findall(words)).upper()


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
