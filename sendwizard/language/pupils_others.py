"""Whose a name is when it is no pupil's: an adult's, a doll's, a dog's, one out of a book."""

import re
from functools import lru_cache

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_places import NAME, Place
from sendwizard.language.pupils_words import REACH, after, any_of, bare, before, folded, needs_in

_TITLE = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Revd|Reverend|Father|Fr|"
    r"Rabbi|Imam|Pastor|Sister|Brother|The|the|Canon|Cllr|Councillor|St|Ss|SS|Saint|King|Queen|"
    r"Prince|Princess)\.?\s+\Z"
)
_WORD_BEFORE = re.compile(r"(?<!\w)([\w’'-]+)\s+\Z")
_NOT_THE_JOB = re.compile(r"[,)]|\bwho\b|\b(?:child|pupil|boy|girl|user|learner)\b.*\bwith\b")
_LEADS_TO = re.compile(r"[\s,:(–—-]*(?:(?:is|are|was|called|named|such\s+as)\s+)*")
_THEIR_NAMES = re.compile(r"\s*:?\s+(?:(?:are|called|named|such\s+as|like)\s+)*[A-Z]")
_A = re.compile(
    r"\s*(?:[,(–—-]\s*(?:who\s+(?:is|was)(?!\w))?|(?<!\w)(?:is|was)(?!\w)|(?=the\s))"
    r"\s*(?:a|an|our|the)\s+"
)
_ASIDE = r",\s+(?:who|whose|with|in|from)\s[^,;:]{1,70},\s+(?:also\s+)?"
_IS_A_AFTER = re.compile(rf"{_ASIDE}(?:is|was)\s+(?:a|an|our|the|one\s+of\s+(?:our|the))\s+")
_LEADS_AFTER = re.compile(rf"{_ASIDE}(?:leads|runs|teaches)(?!\w)")
_FEW_WORDS = re.compile(r"(?:[\w’'-]+\s+){0,3}")
_NO_MORE = re.compile(
    r"\s*(?:[.,;:!?)”\"–—]|\Z|(?:and|who|that|which|we|in|for|of|at|from|with|on|here)(?!\w))"
)
"""Behind “is a cat”: and no cat lover."""
_PAST = re.compile(r"[\s,]+(?:who\s+)?(?:had|was|could)(?!\w)")
_QUOTE_BEGINS = re.compile(r"[“\"]([^“”\"\n]{0,30})\Z")
_QUOTE_ENDS = re.compile(r"([^“”\"\n]{1,50})[”\"]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.!?\n]")


def is_others(place: Place) -> bool:
    """Whether the name is a saint's, an adult's, an animal's, or a part of a longer name."""
    near = place.text[max(0, place.start - 40) : place.start]
    return (
        bool(_TITLE.search(near))
        or _is_inside_a_name(place)
        or has_job(place)
        or is_animal(place)
        or _is_well_known(place)
        or _is_in_a_title(place)
        or bare(place.text[place.start : place.end].split()[0]) in made_up(place.data, place.text)
    )


def _is_inside_a_name(place: Place) -> bool:
    word = _WORD_BEFORE.search(place.before)
    if word is None or not word[1][0].isupper() or word[1].isupper():
        return False
    return bool(place.before[: word.start()].strip(" \t-–—*•“\"'("))


def has_job(place: Place) -> bool:
    """Whether a job is given beside the name: our SENCO, Helen; Jo, who is deaf, is our nurse."""
    if _is_right_before(place, "jobs") or _is_right_before(place, "adults"):
        return True
    behind = re.match(r"\s*(?:,|\(|–|—|-|\bis\b)\s*(?:[\w’'-]+\s+){0,6}?", place.after)
    found = any_of(place.data, "jobs").search(place.after[:60]) if behind else None
    if found and not _NOT_THE_JOB.search(place.after[1 : found.start()].strip(" ,(")):
        return True
    if place.about_staff and _LEADS_AFTER.match(place.after):
        return True
    return _is_called(place, "jobs", _IS_A_AFTER) and not any_of(
        place.data, "jobs_of_pupils"
    ).search(after(place.text, place.end))


def is_animal(place: Place) -> bool:
    """Whether it is an animal or a doll: Milo, our school dog; and not “Ella pats the dog”."""
    if _is_right_before(place, "not_people") or _is_called(place, "not_people", _IS_A_AFTER):
        return True
    article = _A.match(place.after)
    found = any_of(place.data, "not_people").search(place.after, article.end()) if article else None
    if article and found and _FEW_WORDS.fullmatch(place.after[article.end() : found.start()]):
        return True
    front = before(place.text, place.start) + place.text[place.start]
    return any(
        _THEIR_NAMES.match(front, each.end())
        for each in any_of(place.data, "many_dolls").finditer(front)
    )


def _is_right_before(place: Place, name: str) -> bool:
    """Whether a word of a list stands right before the name: our dog is called Milo."""
    near = place.before[-40:]
    return any(
        _LEADS_TO.fullmatch(near[each.end() :]) for each in any_of(place.data, name).finditer(near)
    )


def _is_called(place: Place, name: str, link: re.Pattern[str]) -> bool:
    """Whether a word of a list is what the name is said to be: Ted, who is deaf, is our cat."""
    words = after(place.text, place.end)
    said = link.match(words)
    found = any_of(place.data, name).search(words, said.end()) if said else None
    return bool(
        said
        and found
        and _FEW_WORDS.fullmatch(words[said.end() : found.start()])
        and _NO_MORE.match(words, found.end())
    )


def _is_well_known(place: Place) -> bool:
    """Whether the name is one of public life or of a book: Louis Braille; a story about Max.

    A first name that children have too is one of old times only where the past is told: Moses had.
    """
    full = " ".join(place.text[place.start : place.end].split()).casefold()
    books = any_of(place.data, "of_books")
    is_known = full in folded(place.data, "well_known") and (
        place.is_full or place.is_word or bool(_PAST.match(place.after))
    )
    return is_known or bool(books.search(place.before) or books.search(place.after))


def _is_in_a_title(place: Place) -> bool:
    """Whether name and need are a short title in quotation marks: “Aaron's Autism”."""
    begins = _QUOTE_BEGINS.search(place.text[max(0, place.start - 32) : place.start])
    ends = _QUOTE_ENDS.match(place.text, place.end) if begins else None
    if begins is None or ends is None or not needs_in(place.data, ends[1]):
        return False
    return all(word[0].isupper() for word in _LONG_WORD.findall(begins[1] + ends[1]))


@lru_cache(maxsize=8)
def made_up(data: CheckData, text: str) -> frozenset[str]:
    """First names in a text that are said to be nobody's: imagine a child called Jo."""
    names: set[str] = set()
    for each in any_of(data, "made_up").finditer(text):
        names.update(_names_around(text, each.start()))
    for each in any_of(data, "let_us_say").finditer(text):
        front = _SENTENCE_END.split(text[max(0, each.start() - REACH) : each.start()])[-1]
        if not front.strip(' \t*•–—-“"'):
            names.update(_names_around(text, each.start()))
    return frozenset(names)


def _names_around(text: str, place: int) -> set[str]:
    """Each word with a capital in the sentence around a place, in small letters."""
    front = _SENTENCE_END.split(text[max(0, place - REACH) : place])[-1]
    rest = _SENTENCE_END.split(text[place : place + REACH], maxsplit=1)[0]
    return {bare(name[0]) for name in NAME.finditer(front + rest)}
