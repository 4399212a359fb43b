"""A name that no list has, or that is a word too, where the sentence proves that it is a pupil's.

Only a few frames do: “X in Year 3 has epilepsy”, “X, who is deaf, …”, “one of our pupils, X, …”.
In answers about staff they prove nothing.
"""

import re
from collections.abc import Iterator

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_beside import DETERMINED
from sendwizard.language.pupils_places import NAME, SURNAME, WORD, Place, place_at
from sendwizard.language.pupils_words import CLASS, any_of, are_plain, bare, first_names
from sendwizard.language.said import Said

_VERB = r"(?P<verb>has|is|uses|wears|needs|gets)"
_OFTEN = r"(?:(?:also|now|still)\s+)?"
_IN_CLASS = rf"(?:,?\s+(?:in|from)\s+{CLASS},?|\s*\({CLASS}\),?|,\s+{CLASS},)\s+(?:who\s+)?"
_FRAME = re.compile(rf"(?:{_IN_CLASS}|,\s+who\s+){_OFTEN}{_VERB}\s+(?!for\s)")
_MAY_BE = re.compile(
    rf"(?P<name>{NAME.pattern}(?:{SURNAME})?)(?=,\s+(?:in|from|who|Y|Reception|Nursery)|\s+(?:in|from)\s|\s*\()"
)
_OF_PUPILS = re.compile(
    rf"{DETERMINED},\s+(?P<name>{WORD}(?:-{WORD})?),\s+"
    r"(?:has|is|was|had|uses|needs|gets|came|comes|joined|likes|each|every|who|in)(?!\w)"
)
_SOME = re.compile(r"\S+")
_LISTED = re.compile(rf"{DETERMINED},\s+\Z")
_GOES_ON = re.compile(
    r"(?:[’']s)?\s*(?:[.,;:!?)”\"–—]|\Z|(?:and|so|but|who|which|he|she|they|or|with|in|at|since|as|because)(?!\w))"
)


def framed_places(data: CheckData, said: Said) -> Iterator[Place]:
    """Each word with a capital in a frame, where it is no name of the lists and no known word."""
    if said.question.id in data.lists.get("staff_questions", ()):
        return
    for pattern in (_MAY_BE, _OF_PUPILS):
        for found in pattern.finditer(said.read):
            start, end = found.span("name")
            start += _known_words_before(data, found["name"])
            names = said.read[start:end].split()
            if names and not _is_no_childs(data, names):
                yield place_at(data, said, start, end, is_word=True, is_full=len(names) > 1)


def _known_words_before(data: CheckData, words: str) -> int:
    """Where a name begins behind words that are none: But, Our, Everyone."""
    known = any_of(data, "not_names")
    for word in _SOME.finditer(words):
        if not known.fullmatch(word[0]):
            return word.start()
    return len(words)


def _is_no_childs(data: CheckData, names: list[str]) -> bool:
    """Whether it begins with a name of the list, which is read elsewhere, or has a title or job."""
    return bare(names[0]) in first_names(data, "names") or any(
        any_of(data, each).fullmatch(name)
        for each in ("titles", "jobs", "of_staff", "not_surnames")
        for name in names
    )


def framed(place: Place) -> tuple[int, int] | None:
    """The words that show a pupil; None where they show none."""
    before = _LISTED.search(place.before)
    if before and place.after.startswith(","):
        return place.start - len(place.before) + before.start(), place.end
    link = _FRAME.match(place.after)
    if link is None:
        return None
    for start, end in place.needs:
        if start >= link.end():
            plain = are_plain(place.data, place.after[link.end() : start])
            is_need = plain and _GOES_ON.match(place.after, end)
            if not is_need or not _is_ones_own(place, link, start, end):
                return None
            return place.start, place.end + end
    return None


def _is_ones_own(place: Place, link: re.Match[str], start: int, end: int) -> bool:
    """Whether a need is a person's, and no field of work; a plan is for whoever has it."""
    if any_of(place.data, "registers").fullmatch(place.after, start, end):
        is_on = place.after[link.end() :].startswith("on ")
        return is_on or link["verb"] in ("has", "needs", "gets")
    return not any_of(place.data, "subjects").fullmatch(place.after, start, end)
