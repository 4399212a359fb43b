"""Marks that stand for one pupil: initials, a date of birth, a pupil number, an NHS number."""

import re
from collections.abc import Iterator

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.pupils_words import (
    YEAR,
    any_of,
    before,
    folded,
    pupils_data,
    quoted,
)
from sendwizard.language.said import Known, Said

INITIALS = Rule(
    "PUPIL002",
    Severity.STOP,
    "Initials may stand for a pupil",
    "Letters that stand for a pupil hide nobody in a school where families know each other. The "
    "report is public. Write “a child” or “some children”. Where the letters are no pupil’s, set "
    "this aside and say what they are.",
)
BORN = Rule(
    "PUPIL003",
    Severity.STOP,
    "A date of birth stands in the report",
    "A date of birth points to one child, or to one of a very few. The report is public. Take the "
    "date out; a year group says enough. Where it is no pupil’s, set this aside and say so.",
)
NUMBERED = Rule(
    "PUPIL004",
    Severity.STOP,
    "A pupil’s number stands in the report",
    "A unique pupil number (UPN) or an NHS number belongs to one child, and is never for the "
    "public. Take it out. Where it only looks like one, set this aside and say what it is.",
)

_NOUN = r"(?:[Pp]upil|[Cc]hild|[Bb]oy|[Gg]irl|[Ss]tudent|[Ll]earner)"
_LETTERS = r"(?:[A-Z]\.\s?[A-Z]\.?(?:\s?[A-Z]\.)?|[A-Z]{1,2})(?![\w’'-])"
_AFTER_NOUN = re.compile(rf"(?<!\w){_NOUN}\s+\(?({_LETTERS})(?!\s+[A-Z][a-z])")
_IN_BRACKETS = re.compile(
    rf"(?<!\w){_NOUN}(?:\s+(?:in|from|with)\s+[\w ]{{2,30}}?)?\s+"
    r"\(([A-Z]\.\s?[A-Z]\.?|[A-Z]{2})\)"
)
_IN_YEAR = rf"(?:,?\s+|\s*\()(?:in\s+|from\s+)?{YEAR}\)?"
_HAS = (
    r",?\s+(?:who\s+)?(?:(?:also|now|still)\s+)?"
    r"(?:has|have|is|was|needs|uses|receives|had|gets|wears|cannot|struggles|attends)(?!\w)"
)
_LETTER = re.compile(rf"(?<!\w){_NOUN}\s+([A-HJ-Z])(?:{_IN_YEAR})?{_HAS}")
"""Child A has …: a letter that may stand for any child, of whom something is told."""
_DOTTED = re.compile(rf"(?<![\w.])([A-Z]\.\s?[A-Z]\.)(?:{_IN_YEAR}|{_HAS}|,\s+(?:who|aged)\s)")
_BARE = re.compile(rf"(?<![\w.’'&/-])([A-Z]{{2}}){_IN_YEAR}{_HAS}")
_NEAR = 90
"""Signs on each side of a letter that are read for the words of a made-up example."""
_ARTICLE = re.compile(
    r"(?<!\w)(?:the|a|an|our|each|every|their|your|my|his|her)\s+\Z", re.IGNORECASE
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?:\d{{4}}|\d{{2}})|"
    rf"\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}})(?!\w)"
)
_BORN = re.compile(
    rf"(?<!\w)(?:D\.?\s?O\.?\s?B\.?(?!\w)|date\s+of\s+birth|born)\s*(?:is|was|on|:|-|–|=)?\s*"
    rf"(?:the\s+)?{_DATE}",
    re.IGNORECASE,
)
_NO_CHILD_BORN = re.compile(
    r"(?<!\w)(?:school|academy|trust|federation|idea|project|children|pupils|those|babies|anyone|"
    r"all|if|author|artist|inventor|founder)(?!\w)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")

_UPN = re.compile(r"(?<![\w/.=?&#-])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\w/=-])", re.IGNORECASE)
_UPN_LABELLED = re.compile(
    r"(?<!\w)UPNs?(?:\s+(?:number|no\.?|is))?\s*[:=]?\s*[A-Z]?\s?\d[\d ]{5,16}\d[A-Z]?(?!\w)"
)
_NHS = re.compile(
    r"(?<!\w)NHS\s+(?:number|no\.?|ID)\s*(?:is|:|=|-|–)?\s*\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)",
    re.IGNORECASE,
)


def marked_pupils(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where initials, a birthday or a number seems to stand for a pupil."""
    yield from _initials(said, known)
    yield from _birthdays(said, known)
    yield from _numbers(said)


def _initials(said: Said, known: Known) -> Iterator[Finding]:
    text, seen = said.read, set()
    ordinary = folded(pupils_data(known), "not_initials")
    made_up = any_of(pupils_data(known), "examples")
    for pattern in (_LETTER, _AFTER_NOUN, _IN_BRACKETS, _DOTTED, _BARE):
        for found in pattern.finditer(text):
            letters = "".join(filter(str.isalpha, found[1])).casefold()
            alone = pattern in (_DOTTED, _BARE)
            if found.start(1) in seen or _is_acronym(letters, known):
                continue
            if pattern is _LETTER:
                if made_up.search(text[max(0, found.start() - _NEAR) : found.end() + _NEAR]):
                    continue
            elif letters in ordinary:
                continue
            if alone and _ARTICLE.search(text[max(0, found.start() - 8) : found.start()]):
                continue
            seen.add(found.start(1))
            start, end = found.start(1) if alone else found.start(), found.end()
            message = (
                f"“{quoted(text, start, end)}” seems to give a pupil’s initials. In a school where "
                "families know each other, initials are as good as a name."
            )
            suggestion = "Take the letters out and write “a child” or “some children”."
            yield said.finding(INITIALS, start, end, message, suggestion)


def _is_acronym(letters: str, known: Known) -> bool:
    return any(letters == each.short.casefold() for each in known.bank.acronyms)


def _birthdays(said: Said, known: Known) -> Iterator[Finding]:
    oldest = pupils_data(known).numbers.get("oldest_pupil", 0)
    for found in _BORN.finditer(said.read):
        if _age(found[0], known.today.year) > oldest:
            continue
        if _NO_CHILD_BORN.search(before(said.read, found.start())[-60:]):
            continue
        message = (
            f"“{quoted(said.read, *found.span())}” is a date of birth, and points to one child."
        )
        suggestion = "Take the date out. A year group says enough."
        yield said.finding(BORN, *found.span(), message, suggestion)


def _age(words: str, year: int) -> int:
    """How many years back the date lies; a year of two figures is one of this century."""
    figures = _FIGURES.findall(words)
    born = next((int(each) for each in figures if len(each) == len("2017")), 0)
    return year - (born or 2000 + int(figures[-1]))


def _numbers(said: Said) -> Iterator[Finding]:
    done = 0
    spans = [each.span() for each in _UPN.finditer(said.read)]
    spans += [each.span() for each in _UPN_LABELLED.finditer(said.read)]
    spans += [each.span() for each in _NHS.finditer(said.read)]
    for start, end in sorted(spans):
        if start >= done:
            done = end
            message = f"“{quoted(said.read, start, end)}” looks like the number of one pupil."
            yield said.finding(NUMBERED, start, end, message, "Take the number out.")
