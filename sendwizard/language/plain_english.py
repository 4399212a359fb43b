"""Plain English: passives that hide who acts, words with a plainer one, and words that schools use.

Every finding here is a tip, and few are shown for each answer. A name that the law gives is
explained and never replaced.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendwizard.core.checks import CheckData, Entry
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language import hard_to_read, short_forms
from sendwizard.language.parts import FILE, is_outdated
from sendwizard.language.phrases import Match, phrases
from sendwizard.language.said import Known, Said

PASSIVE = Rule(
    "PLAIN006",
    Severity.TIP,
    "A sentence does not say who acts",
    "“Support is provided” leaves out who provides it, and a family wants to know whom to expect. "
    "Say “we give”, or name the teacher or the helper. Only the first few in an answer are pointed "
    "out.",
)
PLAINER = Rule(
    "PLAIN007",
    Severity.TIP,
    "There is a plainer word",
    "A shorter, more common word says the same. Take it where it fits; where the longer word means "
    "something more exact, leave it. Only the first few in an answer are pointed out, each of "
    "them once.",
)
TRADE = Rule(
    "PLAIN009",
    Severity.TIP,
    "A word that schools use is not explained",
    "Teachers know the word, and many parents do not. Say it in a plain way, or say beside it what "
    "it is. A name that the law or the Code of Practice gives stays as it is and is explained. It "
    "is pointed out where the report first uses it.",
)
RULES: tuple[Rule, ...] = (
    *hard_to_read.RULES,
    PASSIVE,
    PLAINER,
    short_forms.UNEXPLAINED,
    TRADE,
    short_forms.NAME,
)


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Everything about plain English that one text shows by itself."""
    if not said.is_prose:
        return
    yield from hard_to_read.in_text(said, known)
    data = known.data(FILE)
    matches = _matches(said.read, data)
    yield from _passives(said, data, matches)
    yield from _plainer(said, data, matches)


def in_all(known: Known) -> Iterator[Finding]:
    """Everything about plain English that only the whole report shows."""
    yield from hard_to_read.in_all(known)
    yield from short_forms.in_all(known)
    yield from _trade(known)


@lru_cache(maxsize=512)
def _matches(text: str, data: CheckData) -> tuple[Match, ...]:
    return tuple(phrases(data, PASSIVE.code, PLAINER.code, TRADE.code).find(text))


# -- passives ---------------------------------------------------------------------------

_REACH = 48
"""Characters around a participle in which the rest of its passive stands."""
_BY = re.compile(r"\s+by\s+([^.,;:()]{1,40})", re.IGNORECASE)
_MOST_OF_A_NAME = 5
"""Words behind “by” in which it is said who acts."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?;:\n]")
_OF_THE_PAST = frozenset({"was", "were", "has", "have", "had", "been"})
"""First words of a passive that tells of the past."""


def _passives(said: Said, data: CheckData, matches: tuple[Match, ...]) -> Iterator[Finding]:
    text, left = said.read, data.numbers.get("passives", 0)
    before = _before(data)
    for match in matches:
        if match.entry.code != PASSIVE.code or left <= 0:
            continue
        from_here = max(0, match.start - _REACH)
        verb = before.search(text[from_here : match.start])
        if verb is None or _is_in(data, "before_no_passive", verb["before"]):
            continue
        start = from_here + verb.start("be")
        actor = _actor(text, match.end, data)
        if actor is None or _is_for_others(text[from_here:start], data):
            continue
        left -= 1
        words = " ".join(text[start : match.end].split())
        if actor:
            message = f"“{words}” comes before who does it."
            instead = f"Begin with who acts: “{actor}”."
        else:
            message = f"“{words}” does not say who does it."
            instead = f"Say who: “we {_what_we_do(match.entry, verb['be'])}”, or name the person."
        yield said.finding(PASSIVE, start, match.end, message, instead)


@lru_cache(maxsize=8)
def _before(data: CheckData) -> re.Pattern[str]:
    """What stands before a participle in a passive: a form of “be”, and perhaps an adverb."""
    adverbs = "|".join(map(re.escape, data.lists.get("adverbs", ()))) or "also"
    helping = "is|are|was|were|has|have|had|will|can|may|could|would|should|must"
    return re.compile(
        rf"(?<!\w)(?P<before>\w+)\s+(?P<be>(?:(?:{helping})\s+)?"
        rf"(?:is|are|was|were|be|been|being)\s+)(?:(?:{adverbs})\s+)?$",
        re.IGNORECASE,
    )


def _what_we_do(entry: Entry, be: str) -> str:
    """What to say behind “we”, of the past where the passive is: was agreed, we agreed."""
    now, _, past = entry.instead.partition("; ")
    return past if be.split(maxsplit=1)[0].casefold() in _OF_THE_PAST else now


def _actor(text: str, end: int, data: CheckData) -> str | None:
    """Who of the school acts, as it is said behind the passive; "" for nobody, None for another."""
    by = _BY.match(text, end, end + _REACH)
    if by is None:
        return ""
    words = list(_WORD.finditer(by[1]))[:_MOST_OF_A_NAME]
    ours = [word for word in words if _is_in(data, "doers", word[0])]
    if ours:
        return " ".join(by[1][: ours[-1].end()].split())
    return "" if any(_is_in(data, "means", word[0]) for word in words) else None


def _is_for_others(before: str, data: CheckData) -> bool:
    """Whether its sentence is about what the school does not do: a complaint, a place offered."""
    return any(
        _is_in(data, "others_do", word) for word in _WORD.findall(_SENTENCE.split(before)[-1])
    )


@lru_cache(maxsize=32)
def _listed(data: CheckData, name: str) -> frozenset[str]:
    return frozenset(each.casefold() for each in data.lists.get(name, ()))


def _is_in(data: CheckData, name: str, word: str) -> bool:
    return word.casefold() in _listed(data, name)


# -- words with a plainer one -----------------------------------------------------------


def _plainer(said: Said, data: CheckData, matches: tuple[Match, ...]) -> Iterator[Finding]:
    seen: set[int] = set()
    for match in matches:
        if match.entry.code != PLAINER.code or id(match.entry) in seen:
            continue
        if _is_in_name(said.read, match.start, match.end):
            continue
        if len(seen) == data.numbers.get("plainer_words", 0):
            return
        seen.add(id(match.entry))
        words = " ".join(said.read[match.start : match.end].split())
        yield said.finding(
            PLAINER,
            match.start,
            match.end,
            f"There is a plainer way to say “{words}”.",
            f"Try {_quoted(match.entry.instead)}.",
        )


def _quoted(instead: str) -> str:
    return " or ".join(f"“{each}”" for each in instead.split("; "))


_CAPITAL_BEHIND = re.compile(r"[ \t]+[A-Z][a-z]")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\s.!?:|-])[ \t*_“\"(]+[A-Z][\w’'-]*[ \t]+$")
"""A word with a capital that begins no sentence, and nothing behind it."""


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Whether it is part of a name, so that no other word will do: Signpost Young Carers."""
    words = _WORD.findall(text, start, end)
    if not all(word[0].isupper() and not word.isupper() for word in words):
        return False
    before = text[max(0, start - _REACH) : start]
    return bool(_CAPITAL_BEHIND.match(text, end) or _CAPITAL_BEFORE.search(before))


# -- words that schools use --------------------------------------------------------------

_EXPLAINED_BEHIND = re.compile(
    r"[”\"’']?\s*(?:"
    r"[(–—:=]|- |"
    r",?\s(?:which|that|this|it|they|these)\s(?:is|are|means?|stands?|says?|shows?|lists?)\b|"
    r",\s(?:or|so|the|a|an|our|where|when|in which|which)\s|"
    r"\s(?:is|are)\s(?:a|an|the|our|how|when|where|what|short|called)\b|\smeans?\b|"
    r"[.;]\s+(?:this|that|these|those|it|they)\s(?:is|are|means?|says?|shows?|lists?)\b"
    r")",
    re.IGNORECASE,
)
_EXPLAINED_BEFORE = re.compile(
    r"(?:\b(?:called|known as|call this|call it|call these|call them|named|or)\s+"
    r"(?:a|an|the|our|your)?|[(])\s*[“\"‘']?$",
    re.IGNORECASE,
)


def _trade(known: Known) -> Iterator[Finding]:
    data = known.data(FILE)
    first: dict[int, tuple[Said, Match]] = {}
    explained: set[int] = set()
    for said in known.texts:
        if not said.is_prose:
            continue
        for match in _matches(said.read, data):
            is_trade = match.entry.code == TRADE.code
            if is_trade and not _is_in_name(said.read, match.start, match.end):
                first.setdefault(id(match.entry), (said, match))
                if _is_explained(said.read, match.start, match.end):
                    explained.add(id(match.entry))
    for key, (said, match) in first.items():
        words = said.read[match.start : match.end]
        if key not in explained and not is_outdated(words, known):
            yield said.finding(
                TRADE,
                match.start,
                match.end,
                f"“{' '.join(words.split())}” is a word that schools use and parents may not know, "
                "and the report does not say what it is.",
                _what_to_say(match.entry),
            )


def _is_explained(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    return bool(
        _EXPLAINED_BEHIND.match(text, end, end + _REACH) or _EXPLAINED_BEFORE.search(before)
    )


def _what_to_say(entry: Entry) -> str:
    """A plainer way to say it; for a name that stays, what to say beside it."""
    return f"Say it in a plain way: {_quoted(entry.instead)}." if entry.instead else entry.why
