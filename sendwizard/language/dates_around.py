"""The sentence around a time, word by word, and what it makes of it: to come, past, or neither.

Looks no further than a few words, so that a long text costs no more than its length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sendwizard.core.checks import CheckData
from sendwizard.language.dates_said import Named
from sendwizard.language.phrases import Match, Phrases

_BEFORE, _AFTER = 130, 80
"""Characters before and after a time that are looked at."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%,;:()–—-]")
_SENTENCE_END = re.compile(
    r"[.!?]['”\"’)]{0,3}\s+(?=[A-Z0-9“\"(•–-])|\n\s{0,8}\n|\n\s{0,8}(?=[A-Z•(–-])"
)
_PARTED = re.compile(r"\n\s*\n")
PUNCTUATION = frozenset("%,;:()–—-")
_LONGEST_GAP = 9
"""Words that may stand between “will” and its time."""
_LONGEST_SUBJECT = 7
"""Words that may stand between a time at the head of a sentence and its “will”."""
_LONGEST_LINK = 7
_FOLLOWING = 4
_NEXT = 8
"""Words and marks of the next sentence that are looked at."""
_LEAST_PAST = 5
"""Letters of a word that is taken for a past by its ending: named, not red."""


class Word(NamedTuple):
    """One word or mark, in small letters, and where it stands in the text."""

    text: str
    start: int
    end: int


class Vocabulary:
    """The lists of the bank's file as sets, made once for each file."""

    def __init__(self, data: CheckData) -> None:
        self._lists = {key: frozenset(words) for key, words in data.lists.items()}

    def has(self, name: str, word: str) -> bool:
        """Whether the list of this name holds the word."""
        return word in self._lists.get(name, ())

    def any_of(self, name: str, words: Sequence[Word]) -> bool:
        """Whether it holds one of them."""
        return any(self.has(name, word.text) for word in words)

    def is_past(self, word: str) -> bool:
        """Whether it is the past of a verb, or could be: trained, began."""
        looks_past = (
            len(word) >= _LEAST_PAST and word.endswith("ed") and not word.endswith("eed")
        ) or self.has("past", word)
        return looks_past and not self.has("not_past", word)


@lru_cache(maxsize=16)
def vocabulary(data: CheckData) -> Vocabulary:
    """The lists of one file of the bank."""
    return Vocabulary(data)


@dataclass(frozen=True)
class Around:
    """A time, and the words of its sentence before and after it."""

    text: str
    named: Named
    begins: int
    """Where the sentence begins, or what is looked at of it."""
    is_whole: bool
    """Whether the sentence begins there, and not earlier."""
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    then: tuple[Word, ...]
    """The first words of the next sentence, where it stands near."""
    led_by: Match | None
    """The last of the wanted phrases that stands before the time."""


def around(text: str, named: Named, wanted: Phrases) -> Around:
    """What stands around a time, as far as its sentence goes, and the wanted phrase before it."""
    first = max(0, named.start - _BEFORE)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, first, named.start)]
    begins = ends[-1] if ends else first
    stop = min(len(text), named.end + _AFTER)
    over = _SENTENCE_END.search(text, named.end, stop)
    before = tuple(_words(text, begins, named.start))
    after = tuple(_words(text, named.end, over.start() if over else stop))
    then = tuple(_words(text, *_next(text, over)))[:_NEXT] if over else ()
    led_by = None
    for match in wanted.find(text[begins : named.start]):
        led_by = Match(match.entry, match.start + begins, match.end + begins)
    return Around(text, named, begins, bool(ends) or first == 0, before, after, then, led_by)


def _next(text: str, over: re.Match[str]) -> tuple[int, int]:
    """Where the next sentence is looked at; nowhere in a new paragraph, but in a list after “:”."""
    is_parted = _PARTED.search(over[0]) and text[over.start() - 1] != ":"
    return over.end(), over.end() + (0 if is_parted else _AFTER)


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _TOKEN.finditer(text, start, end):
        yield Word(found[0].casefold(), found.start(), found.end())


def led_to(at: Around, vocabulary: Vocabulary, code: str, between: str) -> Match | None:
    """The rule's phrase before the time, where only such words stand between the two as the list
    `between` has, or prepositions.
    """
    match = at.led_by
    if match is None or match.entry.code != code:
        return None
    link = tuple(word for word in at.before if word.start >= match.end)
    lists = (between, "fillers", "prepositions")
    fits = all(any(vocabulary.has(each, word.text) for each in lists) for word in link)
    return match if fits and len(link) <= _LONGEST_LINK else None


@dataclass(frozen=True)
class ToCome:
    """Words that speak of a time as one to come."""

    start: int
    end: int
    preposition: str
    is_now: bool = False
    """Whether it is told as something that is so in that time: during 2020 we are closed."""


def to_come(at: Around, vocabulary: Vocabulary) -> ToCome | None:
    """Whether the sentence says that something will be, at that time: will … in 2021, and the
    time first: In 2021 we will.
    """
    if _is_of_something(at, vocabulary):
        return None
    place = len(at.before)
    while place and _may_stand_before_time(at.before[place - 1].text, vocabulary):
        place -= 1
    word = at.before[place - 1].text if place else ""
    preposition = word if vocabulary.has("prepositions", word) else ""
    head = at.before[: place - 1] if preposition else at.before[:place]
    if preposition and (marker := _marker_before(head, vocabulary)):
        return None if is_over(at, vocabulary) else ToCome(marker.start, at.named.end, preposition)
    opens = at.is_whole and all(vocabulary.has("leads", each.text) for each in head)
    heads = bool(at.after) and at.after[0].text in {":", "–", "—", "-"} and not head
    start = at.before[place - 1].start if preposition else at.named.start
    if opens and (preposition or heads) and (last := _marker_after(at.after, vocabulary)):
        return ToCome(start, last.end, preposition)
    is_within = vocabulary.has("within_words", preposition)
    if opens and is_within and (last := _now_after(at.after, vocabulary)):
        return ToCome(start, last.end, preposition, is_now=True)
    return None


def _is_of_something(at: Around, vocabulary: Vocabulary) -> bool:
    """Whether the year only says which one: the 2015 Code; not so in: the 2021-22 school year."""
    follows = at.after[0].text if at.after else ""
    is_which = bool(at.before) and at.before[-1].text == "the" and not at.named.is_exact
    return vocabulary.has("named_by_year", follows) or (
        is_which and not vocabulary.has("fillers", follows)
    )


def is_over(at: Around, vocabulary: Vocabulary) -> bool:
    """Whether the words that follow tell of the past: planned for 2020, was never built."""
    return vocabulary.any_of("perfect", at.after[:_FOLLOWING])


def _may_stand_before_time(word: str, vocabulary: Vocabulary) -> bool:
    return word == "(" or vocabulary.has("fillers", word)


def _marker_before(head: Sequence[Word], vocabulary: Vocabulary) -> Word | None:
    """The “will” before the time, where nothing between speaks of the past."""
    if head and head[-1].text == ",":
        head = head[:-1]
    for place in range(len(head) - 1, max(-1, len(head) - 2 - _LONGEST_GAP), -1):
        gap = head[place + 1 :]
        if head[place].text in PUNCTUATION:
            return None
        if _is_marker(head, place, vocabulary):
            first = head[place - 1] if head[place].text == "to" else head[place]
            return None if _speaks_of_past(gap, vocabulary) else first
        if _ends_search(head, place, vocabulary):
            return None
    return None


def _ends_search(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands there shows that no time to come is meant: build on, since."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    is_builds_on = words[place].text == "build" and following == "on"
    return is_builds_on or vocabulary.has("not_to_come", words[place].text)


def _is_marker(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    word = words[place].text
    before = words[place - 1].text if place else ""
    after = [each.text for each in words[place + 1 : place + 3]]
    if vocabulary.has("will", word) or word.endswith(("'ll", "’ll")):
        return True
    if word == "to":
        return vocabulary.has("intend", before)
    if vocabulary.has("planned", word):
        is_cause = (
            word == "due"
            and after[:1] == ["to"]
            and not any(vocabulary.has("due_to", each) for each in after[1:])
        )
        told = not after or vocabulary.has("prepositions", after[0]) or after[0] == "to"
        return told and not is_cause and before not in {"was", "were", "had", "been", "we"}
    return False


def _speaks_of_past(gap: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a word between is a past, other than after “be”: will be reviewed and updated."""
    is_after_be = False
    for place, word in enumerate(gap):
        text = word.text
        if _ends_search(gap, place, vocabulary):
            return True
        if text in {"be", "being", "been"}:
            is_after_be = True
        elif vocabulary.is_past(text) and not is_after_be:
            return True
        elif not (vocabulary.is_past(text) or text in {"and", "or"} or text.endswith("ly")):
            is_after_be = False
    return False


def _marker_after(after: Sequence[Word], vocabulary: Vocabulary) -> Word | None:
    """The “will”, or the “are building”, that follows a time at the head of its sentence."""
    while after and after[0].text in {",", ")", ":", "–", "—", "-"}:
        after = after[1:]
    for place, word in enumerate(after[:_LONGEST_SUBJECT]):
        if word.text in PUNCTUATION or vocabulary.has("not_to_come", word.text):
            return None
        if vocabulary.is_past(word.text) and not vocabulary.has("planned", word.text):
            return None
        if _is_marker(after, place, vocabulary):
            return word
        following = after[place + 1].text if place + 1 < len(after) else ""
        if word.text in {"is", "are"} and following.endswith("ing"):
            return after[place + 1]
    return None


def _now_after(after: Sequence[Word], vocabulary: Vocabulary) -> Word | None:
    """The “is” or “are” of a short sentence that follows a time at its head."""
    while after and after[0].text in {",", ")"}:
        after = after[1:]
    if vocabulary.any_of("not_to_come", after):
        return None
    for word in after[:_FOLLOWING]:
        if word.text in {"is", "are"}:
            return word
        if word.text in PUNCTUATION or vocabulary.is_past(word.text):
            return None
    return None
