"""Words that date a report: terms that the law has replaced, bodies that have gone, and the like.

The words, and what to write instead, are data of the bank; a local authority adds its own.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sendwizard.core.bank import LOCAL_AUTHORITY, Kind, Overlay
from sendwizard.core.checks import CheckData, Entry
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.old_beside import Around, beside
from sendwizard.language.phrases import Match, Phrases, phrases
from sendwizard.language.said import Known, Said

_NAME = "old"
_WITH_WORDS = frozenset({Kind.PASSAGE, Kind.LINE})

TERM = Rule(
    "OLD001",
    Severity.WARN,
    "A word that has been replaced in law or guidance",
    "Words such as statement, School Action or Parent Partnership belong to the time before the "
    "Children and Families Act 2014, or to programmes that have ended. A family that looks for "
    "them today finds nothing. Write today’s word. Where you tell what something used to be "
    "called, you can leave it.",
)
REFORM = Rule(
    "OLD002",
    Severity.WARN,
    "A proposal that reads as if it were law",
    "The proposals of February 2026 on SEND are not law yet, and nobody can rely on them. The "
    "Children and Families Act 2014 is in force, with SEN support and EHC plans. Write about "
    "those, or say plainly that the other is proposed.",
)
LEVEL = Rule(
    "OLD003",
    Severity.WARN,
    "National Curriculum levels or P scales",
    "Levels left the National Curriculum in September 2014, and the P scales went later, so they "
    "no longer tell a family how a child is doing. Say how the school judges progress today.",
)
BODY = Rule(
    "OLD004",
    Severity.WARN,
    "A council or body that no longer exists",
    "Councils have been merged and agencies closed, and a family that looks for the old one gets "
    "nowhere. Write the name of the one that does this work today. Where you tell who did it "
    "before, you can leave it.",
)
DEAR_NUMBER = Rule(
    "OLD005",
    Severity.WARN,
    "A phone number that costs extra",
    "Numbers that begin with 084 or 087 have a service charge on top of the call, and are often "
    "left out of call packages. Families should not have to pay to ask for help. Look for a "
    "number that begins with 01, 02, 03 or 0800.",
)
DATED = Rule(
    "OLD006",
    Severity.TIP,
    "A word that is dated, but not wrong",
    "Schools and councils still use this word, and no law forbids it. Guidance has moved on to "
    "another, which families meet elsewhere. Change it if you agree. Each word is pointed out "
    "once in an answer.",
)
RENAMED = Rule(
    "OLD007",
    Severity.WARN,
    "A service that your council has renamed",
    "Councils rename their services, and last year’s answers keep the old names. Write the name "
    "that stands on the council’s pages today, so that families can find it.",
)
PEOPLE = Rule(
    "OLD008",
    Severity.TIP,
    "Words about disabled people that can hurt",
    "Some ways of speaking put a need before the child, or pity people who do not ask for it. "
    "Parents and pupils read this report. Put the child before the need: “a child with epilepsy”. "
    "Each word is pointed out once in an answer.",
)
RULES: tuple[Rule, ...] = (TERM, REFORM, LEVEL, BODY, DEAR_NUMBER, DATED, RENAMED, PEOPLE)

_BY_CODE = {rule.code: rule for rule in RULES}
_SAYS = {
    TERM: "is out of date.",
    REFORM: "is not law.",
    LEVEL: "belongs to a way of assessing that has ended.",
    BODY: "no longer exists, or has another name.",
    DATED: "is dated, though not wrong.",
    RENAMED: "is out of date here.",
    PEOPLE: "can hurt.",
}


def in_text(said: Said, known: Known) -> Iterable[Finding]:
    """Each dated word of a text, and each number that costs extra."""
    data = known.data(_NAME)
    found: list[Finding] = []
    if said.kind in _WITH_WORDS or said.kind is Kind.PHONE:
        overlay = known.bank.overlay(known.answers.value(LOCAL_AUTHORITY))
        found.extend(_words(said, data, overlay))
        taken = [each.span for each in found if each.span]
        found.extend(
            _dear(said, start, end)
            for start, end in _dear_numbers(said.read, data)
            if not any(first < end and start < last for first, last in taken)
        )
    return found


def _words(said: Said, data: CheckData, overlay: Overlay | None) -> Iterator[Finding]:
    """The names that the authority has changed, and all other dated words around them.

    What an entry says stands once in a sentence, and a tip once in a text.
    """
    text, lists = Around(said.text, said.read), beside(data)
    local = _of_authority(overlay.renamed).find(said.read) if overlay else ()
    renamed = [meant for match in local if (meant := lists.meant(match, text))]
    taken = {place for match in renamed for place in range(match.start, match.end)}
    for match in renamed:
        yield _finding(said, match)
    told: dict[int, int] = {}
    for match in phrases(data).find(said.read):
        entry = id(match.entry)
        if match.start in taken or match.end - 1 in taken or match.start < told.get(entry, 0):
            continue
        meant = lists.meant(match, text)
        if meant is None:
            continue
        if _BY_CODE[match.entry.code].severity is Severity.TIP:
            if text.is_in_longer_name(match.start, match.end):
                continue
            told[entry] = len(said.read)
        else:
            _, told[entry] = text.sentence(match.start, match.end)
        yield _finding(said, meant)


@lru_cache(maxsize=8)
def _of_authority(renamed: tuple[Entry, ...]) -> Phrases:
    return Phrases(renamed)


def _finding(said: Said, match: Match) -> Finding:
    entry, rule = match.entry, _BY_CODE[match.entry.code]
    words = _quoted(said, match.start, match.end)
    message = " ".join(filter(None, (words, _SAYS[rule], entry.why)))
    return said.finding(rule, match.start, match.end, message, _suggestion(entry.instead))


def _suggestion(instead: str) -> str:
    """What to write, in quotation marks; a whole sentence of the bank has its own."""
    return instead if instead.endswith(".") or not instead else f"Write “{instead}”."


def _quoted(said: Said, start: int, end: int) -> str:
    return f"“{' '.join(said.read[start:end].split())}”"


# -- phone numbers ----------------------------------------------------------------------


@lru_cache(maxsize=8)
def _dear_pattern(data: CheckData) -> re.Pattern[str] | None:
    """Numbers that begin so, with or without the country before them, of ten or eleven figures."""
    starts = [re.escape(each.removeprefix("0")) for each in data.lists.get("dear", ())]
    if not starts:
        return None
    country = r"(?:(?:\+|00)44[ ()0-]{0,5}|\(?0)"
    return re.compile(
        rf"(?<![\w+]){country}(?:{'|'.join(starts)})(?:[ ().-]{{0,2}}[0-9]){{6,7}}(?![0-9])"
    )


def _dear_numbers(text: str, data: CheckData) -> Iterator[tuple[int, int]]:
    pattern = _dear_pattern(data)
    if pattern is not None:
        yield from (found.span() for found in pattern.finditer(text))


def _dear(said: Said, start: int, end: int) -> Finding:
    message = (
        f"{_quoted(said, start, end)} costs families extra to ring: numbers that begin like this "
        "have a service charge."
    )
    suggestion = "Ask for a number that begins with 01, 02, 03 or 0800, and write that."
    return said.finding(DEAR_NUMBER, start, end, message, suggestion)
