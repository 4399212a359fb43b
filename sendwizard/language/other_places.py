"""Another council's name, left in from elsewhere. One named on purpose, for a family that lives
there, is let be.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from sendwizard.core.bank import LOCAL_AUTHORITY
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_any
from sendwizard.core.names import host_of
from sendwizard.language.pupils_words import after, any_of, before
from sendwizard.language.said import Known, Said

COUNCIL = Rule(
    "NAME003",
    Severity.WARN,
    "Another council is named",
    "A family would turn to a council that has nothing to do with their child. Such a name is "
    "often left over from another school’s report. Write your own council’s name. Where the other "
    "council is meant, say for whom, such as families who live there.",
)
RULES: tuple[Rule, ...] = (COUNCIL,)

_OFFICE = re.compile(r"(?<!\w)(?:Council|Local\s+Authority|local\s+authority|LA)(?![\w-])")
_KIND = re.compile(r"(?:[’']s?)?(?:\s+(?:County|City|Metropolitan|Borough|District)){0,3}\s+\Z")
_OF = re.compile(
    r"(?:(?:London|Royal|Metropolitan)\s+){0,3}(?:Borough|City|County)(?:\s+Council)?\s+of\s+"
)
_WORD = re.compile(r"[^\s,.;:()’']+")
_LONGEST = 6
"""Words of the longest name of a council."""
_REACH = 80
"""Signs of the longest name, with what kind of council it is."""
_LEAST_JOINED = 5
"""A shorter name may stand in any address by chance, such as Kent in another word."""


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where a council is named that is not the school's own."""
    data, own = known.data("names"), _own(known)
    for name, start, end in _named(data, said.read):
        if not own or name in own:
            continue
        around = f"{before(said.read, start)} | {after(said.read, end)}"
        if any_of(data, "other_councils").search(around):
            continue
        words = " ".join(said.read[start:end].split())
        message = (
            f"“{words}” does not seem to be your school’s council, so a family may turn to the "
            "wrong one."
        )
        suggestion = "Write your own council’s name, or say which families this council is for."
        yield said.finding(COUNCIL, start, end, message, suggestion)


@lru_cache(maxsize=4)
def _councils(data: CheckData) -> frozenset[str]:
    return frozenset(map(_key, data.lists.get("councils", ())))


def _key(name: str) -> str:
    plain = name.replace("&", "and").replace("-", " ").replace("‑", " ").replace(",", " ")
    return " ".join(plain.split()).casefold()


def _named(data: CheckData, text: str) -> Iterator[tuple[str, int, int]]:
    """Each council: the short name that the bank has for it, and where it stands."""
    for office in _OFFICE.finditer(text):
        front = max(0, office.start() - _REACH)
        kind = _KIND.search(text, front, office.start())
        for end in (kind.start(), office.start() - 1) if kind else ():
            starts = [each.start() for each in _WORD.finditer(text, front, end)][-_LONGEST:]
            name = next((each for each in starts if _is_council(data, text[each:end])), None)
            if name is not None:
                yield _key(text[name:end]), name, office.end()
                break
    for of in _OF.finditer(text):
        end = _end_of_council(data, text, of.end())
        if end and not _OFFICE.match(text, end + 1):
            yield _key(text[of.end() : end]), of.start(), end


def _is_council(data: CheckData, words: str) -> bool:
    return words[:1].isupper() and _key(words) in _councils(data)


def _end_of_council(data: CheckData, text: str, start: int) -> int:
    """Where the longest name of a council ends that begins here; 0 where none does."""
    words = list(_WORD.finditer(text, start, start + _REACH))[:_LONGEST]
    ends = (each.end() for each in reversed(words))
    return next((end for end in ends if _is_council(data, text[start:end])), 0)


@lru_cache(maxsize=2)
def _own(known: Known) -> frozenset[str]:
    """The council that the answers show to be the school's own; empty where none can be told.

    Where nothing else tells, it is the one that is named most, if another is named besides.
    """
    data = known.data("names")
    overlay = known.bank.overlay(known.answers.value(LOCAL_AUTHORITY))
    told = [overlay.council] if overlay else []
    told.append(say_any(known.answers.value("sendiass") or ""))
    own = {
        _key(text[word.start() : end])
        for text in told
        for word in _WORD.finditer(text)
        if (end := _end_of_council(data, text, word.start()))
    }
    host = host_of(say_any(known.answers.value("local-offer") or "")).replace("-", "")
    joined = ((each, each.replace(" ", "")) for each in _councils(data))
    own |= {each for each, name in joined if len(name) >= _LEAST_JOINED and name in host}
    if not own:
        named = Counter(each for said in known.texts for each, *_ in _named(data, said.read))
        own.update(each for each, _ in named.most_common(1))
    return frozenset(own)
