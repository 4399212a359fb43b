"""What the rules on people share: lists of the bank as patterns, the sentence around a place."""

import re
from functools import lru_cache

from sendwizard.core.checks import CheckData
from sendwizard.language.phrases import phrases, source_of
from sendwizard.language.said import Known

REACH = 180
"""Characters of a sentence that are read on each side of a place."""
NEEDS = "PUPIL001"
"""The entries of the bank that name needs, and help that only some pupils have."""
CHILD = r"(?:pupil|child|boy|girl|student|learner|young\s+person|wheelchair\s+user)"
"""The word for one pupil, as the source of a pattern."""
_END = re.compile(r"[.!?](?=[\s”\"’')]|\Z)|[\n\t;]")


def pupils_data(known: Known) -> CheckData:
    """What the bank knows of what can point to a pupil."""
    return known.data("pupils")


@lru_cache(maxsize=64)
def any_of(data: CheckData, name: str) -> re.Pattern[str]:
    """Any phrase of one of the lists; capitals count only where the phrase has no small letter."""
    return re.compile("|".join(map(source_of, data.lists.get(name, ()))) or r"(?!)")


@lru_cache(maxsize=64)
def folded(data: CheckData, name: str) -> frozenset[str]:
    """The words of one of the lists, for a look-up in any case."""
    return frozenset(map(str.casefold, data.lists.get(name, ())))


def before(text: str, place: int) -> str:
    """The words of the sentence that stand before a place."""
    start = max(0, place - REACH)
    for end in _END.finditer(text, start, place):
        start = end.end()
    return text[start:place]


def after(text: str, place: int) -> str:
    """The words of the sentence from a place on."""
    end = _END.search(text, place, min(len(text), place + REACH))
    return text[place : end.start() if end else place + REACH]


def needs_in(data: CheckData, text: str) -> tuple[tuple[int, int], ...]:
    """Where needs, and help that only some pupils have, are named."""
    return tuple((each.start, each.end) for each in phrases(data, NEEDS).find(text))


def are_plain(data: CheckData, words: str) -> bool:
    """Whether words between a verb and a need add nothing but how much, whose or since when."""
    return all(word.casefold() in folded(data, "plain_words") for word in words.split())


def quoted(text: str, start: int, end: int) -> str:
    """The words between two places on one line, to be quoted."""
    return " ".join(text[start:end].split())
