"""What came of a plan: planned for 2025 and done; target for 2025-26: 90 %. We reached 92 %."""

from collections.abc import Sequence

from sendwizard.language.dates_around import PUNCTUATION, Around, Vocabulary, Word

_REACH = 12
"""Words and marks after a time in which it may be told."""
_LASTING = 4
"""Words behind “for” in which its years stand: in use for ten years."""
_EARLY = 3
"""Words of the next sentence in which a past is the verb of it: parents helped."""


def is_done(at: Around, vocabulary: Vocabulary) -> bool:
    """Whether it follows, in the same sentence or early in the next, that it was done."""
    return _tells(at.after[:_REACH], vocabulary) or _tells(at.then, vocabulary)


def is_looked_back_on(at: Around, vocabulary: Vocabulary) -> bool:
    """The same, or that the next sentence tells of the past: attendance was 92 %."""
    if is_done(at, vocabulary):
        return True
    return any(_is_past(at.then, place, vocabulary) for place in range(len(at.then)))


def _is_past(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    """There were none; they all have; it is now 95 %; parents helped us, early in the sentence."""
    word = words[place].text
    before, after = _beside(words, place)
    if vocabulary.has("clauses", before):
        return False
    if word in {"has", "have"}:
        return after == "" or vocabulary.is_past(after)
    if vocabulary.has("perfect", word) or word == "now":
        return True
    is_early = 0 < place < _EARLY
    return is_early and vocabulary.is_past(word) and not vocabulary.has("of_some", after)


def has_lasted(at: Around) -> bool:
    """By Easter 2026 the ramp will have been in use for ten years: counted, and not to come."""
    words = [word.text for word in at.after[:_REACH]]
    if "have" not in words or "for" not in words[words.index("have") :]:
        return False
    begins = words.index("for", words.index("have"))
    return bool({"year", "years", "terms", "months"} & set(words[begins : begins + _LASTING]))


def _tells(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    return any(_is_outcome(words, place, vocabulary) for place in range(len(words)))


def _is_outcome(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    """Met, at the head of a clause or behind was; is open; is now; result: all trained."""
    word = words[place].text
    before, after = _beside(words, place)
    heads = place == 0 or _is_head(words[place - 1], words[place], is_second=place == 1)
    if vocabulary.has("outcomes", word):
        return heads or vocabulary.has("outcome_leads", before)
    if vocabulary.has("outcome_words", word):
        is_told = after in PUNCTUATION or after[:1].isdigit()
        return heads and (is_told or vocabulary.has("perfect", after))
    if vocabulary.has("states", word):
        return before == "is" and after != "to"
    if word in {"place", "use"} and place > 1:
        return before == "in" and words[place - 2].text in {"is", "now"}
    if word == "now":
        return before in {"is", "has"}
    return (word, after) == ("came", "of")


def _is_head(before: Word, word: Word, *, is_second: bool) -> bool:
    """Whether a clause begins with a word: a club – done; not with the end of purpose-built."""
    if before.text in {"and", ","}:
        return is_second
    return before.text in PUNCTUATION and (before.text != "-" or before.end < word.start)


def _beside(words: Sequence[Word], place: int) -> tuple[str, str]:
    """The words before and after one; "" where there is none."""
    before = words[place - 1].text if place else ""
    return before, words[place + 1].text if place + 1 < len(words) else ""
