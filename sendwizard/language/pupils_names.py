"""A pupil's name beside a need. Names of staff, saints, schools, dogs and books are left alone.

A name alone proves nothing, so each way of saying that somebody has a need, or is a pupil, is
looked for by itself: “Sam, who has autism”, “Ella's speech”, “support for Noah”.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.pupils_places import NAME, Place, places
from sendwizard.language.pupils_words import any_of, folded, pupils_data, quoted
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
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Mx|Sir|Dame)\.?\s+([A-Z][a-zà-ÿ]+)(?=\s+[A-Z][a-z])"
)
_PLACE = r"(?:[\s,(]+(?:from\s+|in\s+)?(?:Year|Yr|Y|Reception|Nursery)\s?\d{0,2}[),]?)?"
_VERB = (
    r"(?:has|have|had|is|was|are|were|uses?|used|needs?|needed|receives?|received|gets?|struggles?|"
    r"struggled|suffers?|finds?|found|cannot|can[’']t|does\s+not|doesn[’']t|lives?\s+with)"
)
_HAS = re.compile(
    rf"(?:\s+and\s+[A-Z][a-z]+)?{_PLACE}[\s,(–—-]+(?:who\s+|whose\s+)?(?:also\s+|now\s+|still\s+)?"
    rf"{_VERB}(?:\s+[\w’'-]+){{0,5}},?\s+"
)
_WHO_HAS = re.compile(rf"[\s,(–—-]+who\s+{_VERB}(?:\s+[\w’'-]+){{0,5}}\s+")
_SHORT_HAS = re.compile(r"\s+(?:has|uses|needs)\s+(?:an?\s+|his\s+|her\s+)?(?:[\w-]+\s+)?")
_OWN = re.compile(r"(?:[’']s|[’'])\s+(?:[a-z-]+\s+){0,2}")
_SMALL_WORD = re.compile(r"[a-z]+")
_HIS = re.compile(
    r"\s+(?:with|in|on|through|to\s+manage|manage)\s+(?:his|her|their)\s+(?:[\w-]+\s+){0,2}"
)
_OPEN = re.compile(r"\s*\(\s*")
_AGED = re.compile(r"(?:\s*[,(–—-]\s*|\s+)(?:who\s+is\s+)?aged?:?\s+1?\d(?!\d)")
_IN_YEAR = re.compile(r"\s*[,(–—-]*\s*(?:in\s+)?(?:(?:Year|Yr|Y)\s?\d{1,2}|Reception)(?!\w)")
_QUOTE_ENDS = re.compile(r"[”\"’']\s*[–—,-]*\s*\Z")
_ONE = r"(?:[Pp]upil|[Cc]hild|[Bb]oy|[Gg]irl|[Ss]tudent|[Ll]earner|young person)"
_PUPIL = re.compile(rf"(?<!\w){_ONE}s?\s+\Z")
_DETERMINED = rf"(?<!\w)(?:[Oo]ur|[Oo]ne|[Aa]|[Aa]nother|[Tt]his)\s+{_ONE}"
_OUR_PUPIL = re.compile(rf"{_DETERMINED}\s+\Z")
_PUPIL_COMMA = re.compile(rf"{_DETERMINED},\s+\Z")
_SUCH_AS = re.compile(
    r"(?:[Cc]hildren|[Pp]upils|[Ss]tudents|[Cc]hild|[Pp]upil|[Bb]oys|[Gg]irls),?\s+"
    r"(?:such\s+as|like|including)\s+\Z"
)
_FOR = re.compile(r"([\w’-]+(?:\s+[\w’-]+)?)\s+(?:for|of)\s+\Z")
_CALLED = re.compile(rf"(?<!\w)({_ONE}\s+(?:is\s+|was\s+)?(?:called|named)\s+[A-Z][a-z][\w’'-]*)")


def named_pupils(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where a pupil seems to be named."""
    text, done = said.read, 0
    for start, end in _spans(said, known):
        if start >= done:
            done = end
            words = quoted(text, start, end)
            message = (
                f"“{words}” may name a pupil, so that readers learn what that child needs."
                " The report is public."
            )
            yield said.finding(NAMED, start, end, message, _SUGGESTION)


def _spans(said: Said, known: Known) -> Iterable[tuple[int, int]]:
    found = [(each.start(1), each.end(1)) for each in _CALLED.finditer(said.read)]
    for place in places(pupils_data(known), said):
        span = _beside(place)
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
        or name.casefold() in _not_pupils(known)
    )


def _is_inside_a_name(place: Place) -> bool:
    word = _WORD_BEFORE.search(place.before)
    if word is None or not word[1][0].isupper() or word[1].isupper():
        return False
    return bool(place.before[: word.start()].strip(" \t-–—*•“\"'("))


def _has_job(place: Place) -> bool:
    """Whether a job stands right beside the name: our SENCO, Helen."""
    jobs = any_of(place.data, "jobs")
    near = place.before[-40:]
    for job in jobs.finditer(near):
        if re.fullmatch(r"[\s,:(–—-]*(?:(?:is|are|called|named)\s+)?", near[job.end() :]):
            return True
    behind = re.match(r"\s*(?:,|\(|–|—|-|\bis\b)\s*(?:[\w’'-]+\s+){0,6}?", place.after)
    found = jobs.search(place.after[:60]) if behind else None
    return bool(
        found and not re.search(r"[,)]|\bwho\b", place.after[1 : found.start()].strip(" ,("))
    )


@lru_cache(maxsize=2)
def _not_pupils(known: Known) -> frozenset[str]:
    """First names that the answers give to staff, to governors and to the school's dog."""
    names: set[str] = set()
    data = pupils_data(known)
    animals = any_of(data, "not_people")
    for said in known.texts:
        text = said.read
        names.update(each[1].casefold() for each in _TITLED.finditer(text))
        if said.column == "name":
            names.update(each[0].casefold() for each in NAME.finditer(text))
            continue
        for place in places(data, said):
            if _has_job(place) or animals.search(place.before) or animals.search(place.after):
                names.add(text[place.start : place.end].split()[0].casefold())
    return frozenset(names)


def _beside(place: Place) -> tuple[int, int] | None:
    """The words that show a pupil, from the name or from what stands before it."""
    for look in (_who_has, _own, _aged, _as_pupil, _given, _his):
        span = look(place)
        if span:
            return span
    return None


def _who_has(place: Place) -> tuple[int, int] | None:
    """Sam has autism; Ella, who is deaf; Noah (ADHD)."""
    ways = (
        (_WHO_HAS,) if place.about_staff else (_WHO_HAS, _SHORT_HAS) if place.is_word else (_HAS,)
    )
    in_brackets = not (place.is_word or place.is_full or place.about_staff)
    staff = any_of(place.data, "of_staff")
    for start, end in place.needs:
        link, rest = place.after[:start], place.after[end:]
        named = any(way.fullmatch(link) for way in ways)
        bracket = in_brackets and rest.startswith(")") and _OPEN.fullmatch(link)
        if (named or bracket) and not staff.search(link) and not staff.match(rest.lstrip(" -’'")):
            return place.start, place.end + end
    return None


def _own(place: Place) -> tuple[int, int] | None:
    """Ella's speech; Sam's support plan."""
    if place.is_full or not _OWN.match(place.after) or place.before.endswith("with "):
        return None  # with Emma’s support: an adult gives it
    staff = any_of(place.data, "of_staff")
    mine = folded(place.data, "possessions")
    things = [each.span() for each in _SMALL_WORD.finditer(place.after[:80]) if each[0] in mine]
    for start, end in sorted((*things, *place.needs)):
        link, rest = place.after[:start], place.after[end:]
        if _OWN.fullmatch(link) and not staff.search(link):
            return None if staff.match(rest.lstrip(" -")) else (place.start, place.end + end)
    return None


def _aged(place: Place) -> tuple[int, int] | None:
    """Noah, aged 7; “I like it.” Mia, Year 4."""
    if place.is_full or place.is_word:
        return None
    found = _AGED.match(place.after)
    if found is None and _QUOTE_ENDS.search(place.text[max(0, place.start - 8) : place.start]):
        found = _IN_YEAR.match(place.after)
    if found is None or any_of(place.data, "of_staff").search(place.after[found.end() :][:30]):
        return None
    return place.start, place.end + found.end()


def _as_pupil(place: Place) -> tuple[int, int] | None:
    """Our pupil Mia; one child, Jack, …; children such as Ella."""
    found = (_OUR_PUPIL if place.is_word else _PUPIL).search(place.before)
    if found is None and place.after.startswith(","):
        found = _PUPIL_COMMA.search(place.before)
    if found is None and not place.is_full and not place.is_word:
        found = _SUCH_AS.search(place.before)
    if found is None or any_of(place.data, "jobs").search(place.after[:30]):
        return None
    return place.start - len(place.before) + found.start(), place.end


def _given(place: Place) -> tuple[int, int] | None:
    """Support for Sam; in the case of Jack."""
    found = None if place.is_full or place.is_word else _FOR.search(place.before)
    if found is None:
        return None
    given = folded(place.data, "given_to_one")
    words = found[1].casefold()
    if words not in given and words.split()[-1] not in given:
        return None
    return place.start - len(place.before) + found.start(), place.end


def _his(place: Place) -> tuple[int, int] | None:
    """We help Sam with his speech."""
    if place.is_full or place.is_word:
        return None
    staff = any_of(place.data, "of_staff")
    for start, end in place.needs:
        link = place.after[:start]
        if _HIS.fullmatch(link) and not staff.match(place.after[end:].lstrip(" -")):
            return place.start, place.end + end
    return None
