"""Words without their looks, so that “See Above” and “see above” are one, and phrases of them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sendwizard.core.checks import CheckData

Words = tuple[str, ...]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?")
"""A word, or a figure; an apostrophe inside or after it belongs to it."""


@lru_cache(maxsize=512)
def plain_words(text: str) -> Words:
    """The words of a text in small letters, with straight apostrophes."""
    return tuple(WORD.findall(text.casefold().replace("’", "'")))


class WordPhrases:
    """Phrases as words, to be found at a place in a sentence."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.all = frozenset(filter(None, map(plain_words, phrases)))
        self.words = frozenset(word for phrase in self.all for word in phrase)
        self.first_words = frozenset(phrase[0] for phrase in self.all)
        self._by_first: dict[str, list[Words]] = {}
        for phrase in sorted(self.all, key=lambda each: (-len(each), each)):
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def at(self, words: Words, place: int) -> int:
        """How many words the longest phrase has that begins there; 0 where none does."""
        for phrase in self._by_first.get(words[place], ()):
            if words[place : place + len(phrase)] == phrase:
                return len(phrase)
        return 0


@lru_cache(maxsize=32)
def telling_words(data: CheckData, code: str) -> frozenset[str]:
    """The longest word of each phrase of a rule: a text without any of them holds no phrase."""
    phrases = (phrase for entry in data.entries_of(code) for phrase in entry.find)
    return frozenset(max(plain_words(phrase), key=len) for phrase in phrases)
