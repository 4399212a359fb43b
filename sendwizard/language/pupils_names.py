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
from sendwizard.language.pupils_places import NAME, WORD, Place, places
from sendwizard.language.pupils_words import CAPITAL, any_of, bare, folded, pupils_data, quoted
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

_TITLE = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Revd|Reverend|Father|Fr|"
    r"Sister|Brother|The|the|Canon|Cllr|Councillor|St|Ss|SS|Saint|King|Queen|Prince|Princess)\.?\s+\Z"
)
_WORD_BEFORE = re.compile(r"(?<!\w)([\w’'-]+)\s+\Z")
_TITLED = re.compile(
    rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Dame)\.?\s+({WORD}(?:-{WORD})?)(?=\s+[{CAPITAL}])"
)
_NOT_THE_JOB = re.compile(r"[,)]|\bwho\b|\b(?:child|pupil|boy|girl|user|learner)\b.*\bwith\b")
_LEADS_TO = re.compile(r"[\s,:(–—-]*(?:(?:is|are|was|called|named)\s+)*")
_A = re.compile(
    r"\s*(?:[,(–—-]\s*(?:who\s+(?:is|was)(?!\w))?|(?<!\w)(?:is|was)(?!\w)|(?=the\s))"
    r"\s*(?:a|an|our|the)\s+"
)
_FEW_WORDS = re.compile(r"(?:[\w’'-]+\s+){0,3}")
_CALLED = re.compile(rf"(?<!\w)({ONE}\s+(?:is\s+|was\s+)?(?:called|named)\s+{WORD}[\w’'-]*)")


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
    found = [(each.start(1), each.end(1)) for each in _CALLED.finditer(said.read)]
    for place in places(pupils_data(known), said):
        span = beside(place)
        if span and not _is_no_pupil(place, known):
            found.append(span)
    for place in framed_places(pupils_data(known), said):
        span = framed(place)
        if span and not _is_no_pupil(place, known):
            found.append(span)
    return sorted(found)


def _is_no_pupil(place: Place, known: Known) -> bool:
    """Whether the name is a saint's, an adult's, an animal's, or a part of a longer name."""
    near = place.text[max(0, place.start - 40) : place.start]
    name = place.text[place.start : place.end].split()[0]
    return (
        bool(_TITLE.search(near))
        or _is_inside_a_name(place)
        or _has_job(place)
        or _is_animal(place)
        or bare(name) in _not_pupils(known)
        or _is_well_known(place)
    )


def _is_well_known(place: Place) -> bool:
    """Whether the name is one of public life or of a book: Louis Braille; a story about Max."""
    full = " ".join(place.text[place.start : place.end].split()).casefold()
    books = any_of(place.data, "of_books")
    return full in folded(place.data, "well_known") or bool(
        books.search(place.before) or books.search(place.after)
    )


def _is_inside_a_name(place: Place) -> bool:
    word = _WORD_BEFORE.search(place.before)
    if word is None or not word[1][0].isupper() or word[1].isupper():
        return False
    return bool(place.before[: word.start()].strip(" \t-–—*•“\"'("))


def _has_job(place: Place) -> bool:
    """Whether a job stands right beside the name: our SENCO, Helen; a parent, Jo."""
    if _is_right_before(place, "jobs") or _is_right_before(place, "adults"):
        return True
    behind = re.match(r"\s*(?:,|\(|–|—|-|\bis\b)\s*(?:[\w’'-]+\s+){0,6}?", place.after)
    found = any_of(place.data, "jobs").search(place.after[:60]) if behind else None
    return bool(found and not _NOT_THE_JOB.search(place.after[1 : found.start()].strip(" ,(")))


def _is_right_before(place: Place, name: str) -> bool:
    """Whether a word of a list stands right before the name: our dog is called Milo."""
    near = place.before[-40:]
    return any(
        _LEADS_TO.fullmatch(near[each.end() :]) for each in any_of(place.data, name).finditer(near)
    )


def _is_animal(place: Place) -> bool:
    """Whether the name is that of an animal: Milo, our school dog; and not “Ella pats the dog”."""
    if _is_right_before(place, "not_people"):
        return True
    article = _A.match(place.after)
    found = any_of(place.data, "not_people").search(place.after, article.end()) if article else None
    return bool(
        article and found and _FEW_WORDS.fullmatch(place.after[article.end() : found.start()])
    )


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
            if _has_job(place) or _is_animal(place):
                names.add(bare(text[place.start : place.end].split()[0]))
    return frozenset(names)
