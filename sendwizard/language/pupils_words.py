"""What the rules on people share: lists of the bank as patterns, the sentence around a place."""

import re
import unicodedata
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
YEAR = (
    r"(?:(?:Year|Yr)\s?\d{1,2}|Y\d{1,2}|Reception|Nursery|Key\s+Stage\s+\d|KS\d|"
    r"\d{1,2}[A-Z]{1,2}|[Cc]lass\s+\d{1,2}[A-Z]?)"
)
"""A year group, or a class by its number: Year 3, Reception, 9R."""
CLASS = rf"(?:(?:our|the|this|my|her|his)\s+)?(?:{YEAR}(?:\s+[Cc]lass)?|[A-Z]\w+\s+[Cc]lass)(?!\w)"
"""The same, and a class by its name: our Year 5 class, Willow Class."""
_LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))
CAPITAL = "A-Z" + "".join(filter(str.isupper, _LATIN))
"""Capitals of every language that is written in Latin letters, for a class in a pattern."""
SMALL = "a-z\u0300-\u036f" + "".join(filter(str.islower, _LATIN))
"""Small letters, and accents that stand by themselves."""
_ONE_TO_ONE = re.compile(
    r"(?<!\w)(?:an?|his|her)\s+(?:one[\s-]to[\s-]one|1[\s-]?(?:to|:|-)[\s-]?1)"
    r"(?=\s*[.,;:!)]|\s+(?:and|who|in|from)\s|\s*\Z)",
    re.IGNORECASE,
)
"""A one-to-one: an adult for one child, and no one-to-one meeting."""
_OTHER_LETTERS = str.maketrans(
    dict(zip("łøđðæœı", ("l", "o", "d", "d", "ae", "oe", "i"), strict=True))
)
_IN_MAY = re.compile(r"(?<=[\w,] )May(?!\w)")
_END = re.compile(r"[.!?](?=[\s”\"’')]|\Z)|[\n\t;]")


def pupils_data(known: Known) -> CheckData:
    """What the bank knows of what can point to a pupil."""
    return known.data("pupils")


@lru_cache(maxsize=64)
def any_of(data: CheckData, name: str) -> re.Pattern[str]:
    """Any phrase of one of the lists; capitals count only where the phrase has no small letter."""
    some = "|".join(map(source_of, data.lists.get(name, ())))
    return re.compile(rf"(?<!\w)(?:{some})" if some else r"(?!)")  # looked for where words begin


@lru_cache(maxsize=64)
def folded(data: CheckData, name: str) -> frozenset[str]:
    """The words of one of the lists, for a look-up in any case."""
    return frozenset(map(str.casefold, data.lists.get(name, ())))


@lru_cache(maxsize=8)
def first_names(data: CheckData, name: str) -> frozenset[str]:
    """The names of one of the lists, which has many to a line."""
    return frozenset(bare(each) for line in data.lists.get(name, ()) for each in line.split())


@lru_cache(maxsize=20_000)
def bare(name: str) -> str:
    """A name in small letters without accents: Łukasz is lukasz."""
    if name.isascii():
        return name.lower()
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_OTHER_LETTERS))
    return "".join(each for each in parts if not unicodedata.combining(each))


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
    named = ((each.start, each.end) for each in phrases(data, NEEDS).find(text))
    return tuple(sorted((*named, *(each.span() for each in _ONE_TO_ONE.finditer(text)))))


def has_any(data: CheckData, name: str, words: str) -> bool:
    """Whether a phrase of one of the lists stands there; the month of May is no “may”."""
    return bool(any_of(data, name).search(_IN_MAY.sub("  ", words)))


def are_plain(data: CheckData, words: str) -> bool:
    """Whether words between a verb and a need add nothing but how much, whose or since when."""
    return all(word.casefold() in folded(data, "plain_words") for word in words.split())


def quoted(text: str, start: int, end: int) -> str:
    """The words between two places on one line, to be quoted."""
    return " ".join(text[start:end].split())
