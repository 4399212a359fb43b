"""A pupil's name beside a need. Names of staff, saints, schools, dogs and books are left alone.

A name alone proves nothing, so each way of saying that somebody has a need, or is a pupil, is
looked for by itself: “Sam, who has autism”, “Ella's speech”, “support for Noah”.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.pupils_beside import ONE, beside
from sendwizard.language.pupils_framed import framed, framed_places
from sendwizard.language.pupils_others import has_job, is_animal, is_others, made_up
from sendwizard.language.pupils_places import NAME, WORD, Place, places
from sendwizard.language.pupils_words import CAPITAL, bare, pupils_data, quoted
from sendwizard.language.said import Known, Said

NAMED = Rule(
    "PUPIL001",
    Severity.STOP,
    "A pupil may be named",
    "A first name stands beside a need, or beside the word for a pupil. The report is public, and "
    "what it says of one child’s needs is that child’s own. Take the name out and write about "
    "children in general. Where the name is not a pupil’s, set this aside and say whose it is.",
)
_SUGGESTION = "Leave the name out, and say what you do for any child who needs it."

_TITLED = re.compile(
    rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Dame)\.?\s+({WORD}(?:-{WORD})?)(?=\s+[{CAPITAL}])"
)
_CALLED = re.compile(
    rf"(?<!\w)({ONE}\s+(?:is\s+|was\s+)?(?:called|named)\s+(?P<name>{WORD}[\w’'-]*))"
)


def named_pupils(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where a pupil seems to be named."""
    text, done = said.read, 0
    for start, end in _spans(said, known):
        if start >= done:
            done = end
            words = quoted(text, start, end)
            message = (
                f"“{words}” may name a pupil and tell readers what that child needs."
                " The report is public."
            )
            yield said.finding(NAMED, start, end, message, _SUGGESTION)


def _spans(said: Said, known: Known) -> Iterable[tuple[int, int]]:
    data = pupils_data(known)
    found = [
        each.span(1)
        for each in _CALLED.finditer(said.read)
        if bare(each["name"]) not in made_up(data, said.read)
    ]
    for place in places(data, said):
        span = beside(place)
        if span and not _is_no_pupil(place, known):
            found.append(span)
    for place in framed_places(data, said):
        span = framed(place)
        if span and not _is_no_pupil(place, known):
            found.append(span)
    return sorted(found)


def _is_no_pupil(place: Place, known: Known) -> bool:
    """Whether the name is somebody else's, here or elsewhere in the answers."""
    name = place.text[place.start : place.end].split()[0]
    return bare(name) in _not_pupils(known) or is_others(place)


@lru_cache(maxsize=2)
def _not_pupils(known: Known) -> frozenset[str]:
    """First names that the answers give to staff, to governors and to the school's dog."""
    names: set[str] = set()
    data = pupils_data(known)
    for said in known.texts:
        text = said.read
        names.update(bare(each[1]) for each in _TITLED.finditer(text))
        if said.column == "name":
            names.update(bare(each[0]) for each in NAME.finditer(text))
            continue
        for place in places(data, said):
            if has_job(place) or is_animal(place):
                names.add(bare(text[place.start : place.end].split()[0]))
    return frozenset(names)
