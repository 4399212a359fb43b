"""Ways in which a name stands beside a need, or beside the word for a pupil.

Each way is a short link between the two: “Sam, who has autism”, “Ella's speech”, “Noah, a deaf
boy”. In answers about staff fewer ways count, since there a need is most often a field of work.
"""

import re

from sendwizard.language.pupils_places import Place
from sendwizard.language.pupils_words import CHILD, CLASS, YEAR, any_of, are_plain, folded, needs_in

_PLACE = rf"(?:[\s,(]+(?:from\s+|in\s+)?{CLASS}[),]?)?"
_VERB = (
    r"(?:has|have|had|is|was|are|were|uses?|used|needs?|needed|receives?|received|gets?|struggles?|"
    r"struggled|suffers?|finds?|found|cannot|can[’']t|does\s+not|doesn[’']t|lives?\s+with)"
)
_WORDS = (  # and no clause that begins anew
    r"(?:\s+(?!all\s+(?:our|the|your)\s)[\w’'-]+(?:\s+(?!(?:that|which|all|your)\s)[\w’'-]+){0,4})?"
)
_HAS = re.compile(
    rf"(?:\s+and\s+[A-Z][a-z]+)?{_PLACE}[\s,(–—-]+(?:who\s+|whose\s+)?(?:also\s+|now\s+|still\s+)?"
    rf"{_VERB}{_WORDS},?\s+"
)
_WHO_HAS = re.compile(rf"[\s,(–—-]+who\s+{_VERB}{_WORDS}\s+")
_SHORT_HAS = re.compile(r"\s+(?:has|uses|needs)\s+(?:an?\s+|his\s+|her\s+)?(?:[\w-]+\s+)?")
_OWN = re.compile(r"(?:[’']s|[’'])\s+(?:[a-z-]+\s+){0,2}")
_SMALL_WORD = re.compile(r"[a-z]+")
_HIS = re.compile(
    r",?\s+(?:with|in|on|for|through|because\s+of|despite|(?:to\s+)?(?:manage|understand|overcome|"
    r"cope\s+with|live\s+with))\s+(?:his|her|(their))\s+(?:[\w-]+\s+){0,2}"
)
_GETS_HIS = re.compile(
    r"[\s,(–—-]+(?:who\s+)?(?:(?:also|now|still|often|always)\s+)?(?:has|is|was|gets?|got|receives?|received|needs?|needed|uses?|used|"
    r"copes?|comes?|came|sits?|likes?|manages?|struggles?)(?:\s+[\w’'-]+){0,9}?\s+(?:his|her)\s+"
    r"(?:[\w-]+\s+)?"
)
_HOW_OFTEN = re.compile(r"\s(?:each|every|a|twice|once)\s(?:a\s)?(?:week|month|day)(?!\w)")
_HELPS = re.compile(
    r"(?<!\w)(?:help|support|teach|encourage|remind|assist)(?:s|es|ed|ing)?\s+\Z", re.IGNORECASE
)
_HAS_PLAINLY = re.compile(r"\s+(?:also\s+|now\s+)?(?:has|is|uses|wears)\s+((?:[\w-]+\s+){0,3})")
_SAYS_NO_MORE = re.compile(
    r"\s*(?:[”\"’').,]*\Z|,?\s*(?:and|but|so)\s+(?:also\s+)?(?:is|has|uses|needs|wears|gets|likes|"
    r"finds|receives|cannot|struggles|he|she|they|his|her)(?!\w)|,?\s+(?:in|from)\s+(?:Year|Reception))"
)
_AND_MORE = re.compile(r"\s*(?:,|,?\s(?:and|or)\s|&|/)\s*(?:an?\s+|his\s+|her\s+)?")
_LEVEL = re.compile(r"\s+[Ll]evel\s+\d")
_IS_A = re.compile(
    r"(?:\s*[,(–—-]\s*(?:who\s+is\s+)?|\s+is\s+)(?:(?:an?|our|one\s+of\s+our)\s+)?"
    r"(?:(?!(?:of|to|for|with|and)\s)[\w-]+\s+){0,3}"
)
_NOUN_ENDS = (
    r"(?=\s*[,.;:)”\"–—]|\s*\Z|"
    r"\s+(?:with|who|whose|in|from|aged|at|and|so|is|has|can|needs|on|using)(?!\w))"
)
_USER = re.compile(
    rf"(?:[\s-]+(?:{CHILD}|user|twin|toddler|teenager|(?:[\w]+-)?year[\s-]old|"
    rf"Year\s\d{{1,2}}\s+\w+)){_NOUN_ENDS}"
)
_IS_PUPIL = re.compile(
    r"(?:\s*[,(–—]\s*(?:who\s+is\s+)?|\s+is\s+)(?:an?|our|one\s+of\s+our)\s+"
    r"(?!former|past|retired|adult)(?:(?!(?:of|to|for|with|and|that|which)\s)[\w-]+\s+){0,3}?"
    rf"(?:pupils?|child|children|boys?|girls?|[\w]+-year-old){_NOUN_ENDS}"
)
_WITH = re.compile(r"\s+(?:in\s+[\w ]{2,20}\s+)?(?:with|who|whose)(?:\s+[\w’'-]+){0,4}\s+")
_MEANS = re.compile(
    r"\s*(?:[”\"’').,]*\Z|,|\s(?:and|is|was|has|means?|meant|makes?|made|can|so|in|at|better|"
    r"when|well|needs?|gets?|led)(?!\w))"
)
_THEN = re.compile(r",\s+\Z")
_HIS_BEFORE = re.compile(r"(?<!\w)(?:his|her)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE)
_OPEN = re.compile(r"\s*\(\s*")
_AGED = re.compile(r"(?:\s*[,(–—-]\s*|\s+)(?:who\s+is\s+)?aged?:?\s+1?\d(?!\d)")
_IN_YEAR = re.compile(rf"\s*[,(–—-]*\s*(?:in\s+)?{YEAR}(?!\w)")
_HAS_PLAN = re.compile(
    r"\s+has\s+(?:an?|his|her)\s+(?:(?:own|support|care|health\s?care|learning|behaviour|SEND?)\s+)*"
    r"(?:plan|passport|one[\s-]page\s+profile)(?=\s*[.,;:!)”\"]|\s+(?:and|in|from)\s|\s*\Z)"
)
_JOINED = re.compile(
    rf"\s+(?:joined|started|came\s+to|arrived|moved|transferred)(?:\s+[\w’'-]+){{0,4}}?\s+in\s+{YEAR}(?!\w)"
)
_QUOTE_ENDS = re.compile(r"[”\"’']\s*[–—,-]*\s*\Z")
ONE = r"(?:[Pp]upil|[Cc]hild|[Bb]oy|[Gg]irl|[Ss]tudent|[Ll]earner|young person|[Ww]heelchair user)"
"""The word for one pupil."""
_PUPIL = re.compile(rf"(?<!\w){ONE}s?\s+\Z")
DETERMINED = (
    rf"(?<!\w)(?:(?:[Oo]ur|[Oo]ne|[Aa]|[Aa]nother|[Tt]his)\s+{ONE}|"
    r"[Oo]ne\s+of\s+our\s+(?:pupils|children|boys|girls|students|learners))"
)
"""What a name follows that is a pupil's: our pupil; one of our pupils."""
_OUR_PUPIL = re.compile(rf"{DETERMINED}\s+\Z")
_PUPIL_COMMA = re.compile(rf"{DETERMINED},\s+\Z")
_SUCH_AS = re.compile(
    r"(?:[Cc]hildren|[Pp]upils|[Ss]tudents|[Cc]hild|[Pp]upil|[Bb]oys|[Gg]irls),?\s+"
    r"(?:such\s+as|like|including)\s+\Z"
)
_FOR = re.compile(r"([\w’-]+(?:\s+[\w’-]+)?)\s+(?:for|of)\s+\Z")


def beside(place: Place) -> tuple[int, int] | None:
    """The words that show a pupil, from the name or from what stands before it."""
    for look in (
        *(_who_has, _own, _aged, _as_pupil, _given, _his, _is_a, _after_his),
        *(_has_plan, _joined),
    ):
        span = look(place)
        if span:
            return span
    return None


def _who_has(place: Place) -> tuple[int, int] | None:
    """Sam has autism; Ella, who is deaf; Noah (ADHD)."""
    ways = (
        (_WHO_HAS,) if place.about_staff else (_WHO_HAS, _SHORT_HAS) if place.is_word else (_HAS,)
    )
    in_brackets = not (place.is_word or place.is_full) and (
        not place.about_staff or bool(_HELPS.search(place.before))
    )
    staff = any_of(place.data, "of_staff")
    for start, end in place.needs:
        link, rest = place.after[:start], place.after[end:]
        named = any(way.fullmatch(link) for way in ways)
        bracket = in_brackets and rest.startswith(")") and _OPEN.fullmatch(link)
        works = staff.search(link) or staff.match(rest.lstrip(" -’'"))
        if place.is_word and not works:  # Chester has a speech clinic
            works = any_of(place.data, "staff_do").match(rest.lstrip())
        if (named or bracket) and not works:
            return place.start, place.end + end
        if place.about_staff and _has_plainly(place, start, end):
            return place.start, place.end + end
    return None


def _has_plainly(place: Place, start: int, end: int) -> bool:
    """Whether it says that somebody has a need and no more: no field of work, no training in it."""
    link = _HAS_PLAINLY.fullmatch(place.after[:start])
    return bool(
        link
        and are_plain(place.data, link[1])
        and not _is_subject(place, start, end)
        and _SAYS_NO_MORE.match(_rest(place, end))
    )


def _rest(place: Place, end: int) -> str:
    """What follows a need and those joined to it: “training” after “autism and ADHD”."""
    for more_start, more_end in place.needs:
        if more_start >= end and _AND_MORE.fullmatch(place.after[end:more_start]):
            end = more_end
    return place.after[end:]


def _is_of_work(place: Place, end: int) -> bool:
    """Whether what follows a need makes it a matter of work: her dyslexia certificate."""
    rest = _rest(place, end)
    level = _LEVEL.match(rest)
    rest = rest[level.end() if level else 0 :].lstrip(" -’'")
    return bool(
        any_of(place.data, "of_staff").match(rest)
        or (place.about_staff and any_of(place.data, "staff_do").match(rest))
    )


def _is_subject(place: Place, start: int, end: int) -> bool:
    """Whether a need may be what somebody is in charge of: SEND, speech and language."""
    return bool(any_of(place.data, "subjects").fullmatch(place.after, start, end))


def _own(place: Place) -> tuple[int, int] | None:
    """Ella's speech; Sam's support plan."""
    if not _OWN.match(place.after) or place.before.endswith("with "):
        return None  # with Emma’s support: an adult gives it
    if place.is_full:
        return _own_of_both_names(place)
    staff = any_of(place.data, "of_staff")
    mine = folded(place.data, "possessions")
    things = [each.span() for each in _SMALL_WORD.finditer(place.after[:80]) if each[0] in mine]
    for start, end in sorted((*things, *place.needs)):
        link, rest = place.after[:start], place.after[end:]
        if _OWN.fullmatch(link) and not staff.search(link):
            return None if staff.match(rest.lstrip(" -")) else (place.start, place.end + end)
    return None


def _own_of_both_names(place: Place) -> tuple[int, int] | None:
    """Tom Baker’s autism means …; not Carol Gray’s autism books."""
    for start, end in () if place.is_word else place.needs:
        if _OWN.fullmatch(place.after[:start]) and not _is_subject(place, start, end):
            found = are_plain(place.data, place.after[2:start]) and _MEANS.match(_rest(place, end))
            return (place.start, place.end + end) if found else None
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
    """We help Sam with his speech; Tom Baker gets help with his autism."""
    is_bare = not (place.is_full or place.is_word or place.about_staff)
    helped = _HELPS.search(place.before)
    for start, end in place.needs:
        link = place.after[:start]
        his = _HIS.fullmatch(link)
        if his is None and not _GETS_HIS.fullmatch(link):
            continue
        works = any_of(place.data, "of_staff").search(_HOW_OFTEN.sub(" ", link))
        if works or _is_of_work(place, end):
            continue
        if (place.is_word and his and his[1]) or (his is None and place.is_full and place.is_word):
            continue
        if is_bare or helped or not _is_subject(place, start, end):
            return place.start, place.end + end
    return None


def _is_a(place: Place) -> tuple[int, int] | None:
    """Priya, a wheelchair user; Tom Baker, a boy with autism; Noah, a pupil in Year 4."""
    for start, end in place.needs:
        user = _IS_A.fullmatch(place.after[:start]) and _USER.match(place.after, end)
        if user and not _works(place, user.end()):
            return place.start, place.end + user.end()
    pupil = _IS_PUPIL.match(place.after)
    if pupil is None or _works(place, pupil.end()):
        return None
    for start, end in place.needs:
        if start >= pupil.end() and _WITH.fullmatch(place.after[pupil.end() : start]):
            return place.start, place.end + end
    if place.is_full or place.is_word or place.about_staff:
        return None
    return place.start, place.end + pupil.end()


def _works(place: Place, end: int) -> bool:
    """Whether an adult is meant: Emma, a wheelchair user who leads our choir."""
    rest = re.sub(r"^[\s,)–—-]*(?:(?:who|and)\s+)?(?:also\s+)?", "", place.after[end:])
    return bool(
        any_of(place.data, "of_staff").match(rest) or any_of(place.data, "jobs").match(rest)
    )


def _after_his(place: Place) -> tuple[int, int] | None:
    """With her hearing aids, Priya can follow."""
    if place.is_word or not place.before.endswith(", "):
        return None
    for start, end in needs_in(place.data, place.before):
        his = _HIS_BEFORE.search(place.before[:start])
        if his and _THEN.fullmatch(place.before[end:]):
            if any_of(place.data, "subjects").fullmatch(place.before, start, end):
                return None
            return place.start - len(place.before) + his.start(), place.end
    return None


def _has_plan(place: Place) -> tuple[int, int] | None:
    """Joshua Smith has a plan."""
    found = None if place.is_word or place.about_staff else _HAS_PLAN.match(place.after)
    return (place.start, place.end + found.end()) if found else None


def _joined(place: Place) -> tuple[int, int] | None:
    """Kayden joined us in Year 2; no member of staff."""
    if place.is_word or place.is_full or place.about_staff:
        return None
    found = _JOINED.match(place.after)
    if found is None or any_of(place.data, "of_staff").search(place.after[found.end() :][:30]):
        return None
    return place.start, place.end + found.end()
