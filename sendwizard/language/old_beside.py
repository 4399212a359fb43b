"""What stands around a dated word: whether its sentence tells history, or means something else.

Decides nothing about the word itself. Looks a bounded way to each side, so that no text is slow.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sendwizard.core.checks import CheckData, Entry
from sendwizard.language.phrases import Match, Phrases

_AROUND = 200
"""Signs to each side within which a sentence is looked at."""

_END = re.compile(
    r"[.!?][\"”’)]*\s|\n[^\S\n]*\n|\n[^\S\n]*(?:[-*+•#|>]|[0-9]{1,3}[.)])",
)
"""The end of a sentence, of a paragraph or of a point of a list."""

_ADDRESS = re.compile(r"://|www\.|@|\.(?:uk|com|org|net|info)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s")


class Around:
    """A text as written and as read, with what has been looked for in it so far."""

    def __init__(self, raw: str, read: str) -> None:
        self._raw = raw
        self.read = read
        self._places: dict[int, list[tuple[int, int]]] = {}

    def says(self, words: Phrases | None, start: int, end: int) -> bool:
        """Whether one of these stands between two places."""
        if words is None:
            return False
        places = self._places.get(id(words))
        if places is None:  # once for the whole text, however often it is asked
            places = [(match.start, match.end) for match in words.find(self.read)]
            self._places[id(words)] = places
        first = bisect_left(places, (start, 0))
        return first < len(places) and places[first][1] <= end

    def sentence(self, start: int, end: int) -> tuple[int, int]:
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


class Beside:
    """The lists of one file of the bank that say when an entry counts."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._history = _phrases(lists.get("history", ()))
        self._proper = {
            _letters(each).casefold(): _letters(each) for each in lists.get("proper", ())
        }
        self._only = _named(lists, "only beside ")
        self._never = _named(lists, "not beside ")

    def counts(self, match: Match, text: Around) -> bool:
        """Whether the words are meant in their dated sense, as a name and as of today."""
        entry, start, end = match.entry, match.start, match.end
        if not self._is_name(text.read[start:end]) or text.is_in_address(start, end):
            return False
        first, last = text.sentence(start, end)
        never = (self._never.get(entry.code), self._never.get(entry.find[0]), self._history)
        only = self._only.get(entry.find[0])
        return not any(text.says(words, first, last) for words in never) and (
            only is None or text.says(only, first, last)
        )

    def _is_name(self, words: str) -> bool:
        """Whether words that are a name have its capitals; other words may have any."""
        letters = _letters(words)
        name = self._proper.get(letters.casefold())
        return name is None or all(
            found.isupper() for found, wanted in zip(letters, name, strict=True) if wanted.isupper()
        )


@lru_cache(maxsize=8)
def beside(data: CheckData) -> Beside:
    """The lists of this file, made ready once."""
    return Beside(data.lists)


def _named(lists: Mapping[str, tuple[str, ...]], start: str) -> dict[str, Phrases]:
    return {
        key.removeprefix(start): _phrases(words)
        for key, words in lists.items()
        if key.startswith(start)
    }


def _phrases(words: Iterable[str]) -> Phrases:
    return Phrases((Entry("", tuple(words)),))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
