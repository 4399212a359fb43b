"""Short forms in capitals that the report does not explain where it first uses them.

Those that the bank knows stand in the report's own list of words, and are never found; nor are
names, words in capitals for stress, headings in capitals and Roman numerals.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendwizard.core.bank import Kind
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.parts import FILE, is_outdated
from sendwizard.language.said import Known, Said

UNEXPLAINED = Rule(
    "PLAIN008",
    Severity.WARN,
    "A short form is not explained",
    "The report uses a short form that stands for several words, and does not say which. Write the "
    "long form first and the short one in brackets after it. At its end the report itself explains "
    "widely used short forms of special needs, such as EHC and SENCO.",
)
NAME = Rule(
    "PLAIN010",
    Severity.TIP,
    "A name in capitals is not explained",
    "It can be said as a word, like the name of a test or a programme, and parents may not know "
    "what it is. Say it in a few words where the report first uses it.",
)

_SHORT = re.compile(r"(?<![\w&’'])([A-Z][A-Za-z]{1,6}[A-Z])s?(?![\w&])")
_CAPITALS = range(3, 6)
_SPELLED_OUT = re.compile(r"[^AEIOUY]{3}")
"""Three consonants together: nobody says them as a word."""
_VOWELS = re.compile(r"[AEIOUY]")
_SHORTEST_NAME = 4
"""Capitals from which a short form may be said as a word, PUMA; fewer are spelled out."""
_AS_A_WORD = 5
"""Capitals from which a name or a stressed word is likelier, unless they have to be spelled out."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NEXT = re.compile(r"[ \t]+([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)[ \t]+$")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 160
"""Characters around a short form in which its long form stands."""
_NEAR = 32
"""Characters before it in which the word beside it stands."""

_EXPLAINED_BEHIND = re.compile(
    r"s?[”\"’']?(?:"
    r"\s*[(=]\s*[^\W\d_]+[\s,-]+[^\W\d_]|"
    r",?\s+(?:which|that)\s+(?:is|are|means|stands)\b|"
    r"(?:\s+[a-z]+){1,3},\s+(?:which|who)\s|"
    r",?\s+(?:is|are)\s+(?:a|an|the|our|short|what|how)\b|"
    r"\s+(?:stands?|means?)\b"
    r")",
    re.IGNORECASE,
)
_LONG_FORM_BEHIND = re.compile(
    r"(?:\s*(?:[–—:-]|,\s*(?:or|the|an?|our)\b)|(?:\s+[a-z]+){1,2}\s*\()\s*([^.;()\n]{3,80})"
)
_NAME_BEHIND = re.compile(r"\s*[:–—]\s+[a-z’'-]+\s+[a-z]")
"""What says in a few words what a name is: PACT: parent carer forum."""
_GLOSSED = re.compile(r"\b(?:the|our|an?|your|their|its)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+\s*\($")
"""What it is called by a word before it: the exam boards (JCQ)."""
_NAMES = re.compile(r"[A-Z][a-z’']+(?:[ \t]+(?:(?:of|and|for|the|in|&)[ \t]+)?[A-Z][a-z’']+)+")
_CAPITAL = re.compile(r"\b[A-Z]")
_CALLED = re.compile(
    r"\b(?:called|known as|named|or|charity)\s+(?:the\s+)?[“\"‘']?$", re.IGNORECASE
)


def in_all(known: Known) -> Iterator[Finding]:
    """Each unknown short form, once, at its first use."""
    data = known.data(FILE)
    understood = _understood(known, data)
    seen: set[str] = set()
    names: list[str] = []
    for said in known.texts:
        for start, end, short in _in_capitals(said.read) if said.is_prose else ():
            if short in seen or short in understood:
                continue
            seen.add(short)
            if _is_explained_in(said.read, short) or is_outdated(short, known):
                continue
            before = (*names, *_initials(said.read[:start]))
            if any(short in each for each in before) or _is_a_word(short, known):
                continue
            yield _finding(said, start, end, short)
        names += _initials(said.read)


def _finding(said: Said, start: int, end: int, short: str) -> Finding:
    if _is_said(short):
        return said.finding(
            NAME,
            start,
            end,
            f"“{short}” is used here for the first time, and parents may not know what it is.",
            "Say in a few words what it is, or write its long form before it.",
        )
    return said.finding(
        UNEXPLAINED,
        start,
        end,
        f"“{short}” is used here for the first time, and the report does not say what it is short "
        "for.",
        f"Write the long form, with “({short})” after it, or say in a few words what it is.",
    )


def _is_a_word(short: str, known: Known) -> bool:
    """Whether it stands in small letters too, so that the capitals only stress it."""
    small = re.compile(rf"(?<!\w){short.casefold()}(?!\w)")
    return any(small.search(said.read) for said in known.texts if said.is_prose)


@lru_cache(maxsize=512)
def _initials(text: str) -> tuple[str, ...]:
    """The first letters of each name of several words: KCC for Kent County Council."""
    return tuple("".join(_CAPITAL.findall(name[0])) for name in _NAMES.finditer(text))


def _understood(known: Known, data: CheckData) -> set[str]:
    """Short forms that need no long form: known to all, in the list of words, or part of a name."""
    names = " ".join(said.text for said in known.texts if said.kind is Kind.LINE)
    return {
        *data.lists.get("known_short_forms", ()),
        *data.lists.get("stressed", ()),
        *(word for each in known.bank.acronyms for word in each.short.split()),
        *(short for _, _, short in _in_capitals(names)),
    }


@lru_cache(maxsize=512)
def _in_capitals(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each short form stands, without the s of several."""
    return tuple(
        (found.start(), found.end(), found[1])
        for found in _SHORT.finditer(text)
        if _may_be_short(found[1])
        and not _is_in_address(text, found.start(), found.end())
        and not _is_among_capitals(text, found.start(), found.end())
    )


def _may_be_short(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    if capitals not in _CAPITALS or capitals * 2 <= len(word):
        return False
    is_a_word = len(word) >= _AS_A_WORD and len(_VOWELS.findall(word)) > 1 and _is_said(word)
    return not is_a_word and not _ROMAN.fullmatch(word)


def _is_said(word: str) -> bool:
    """Whether it can be said as a word, and need not be spelled out."""
    capitals = word.upper()
    has_vowel = _VOWELS.search(capitals) is not None
    return len(word) >= _SHORTEST_NAME and has_vowel and not _SPELLED_OUT.search(capitals)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether it is part of an e-mail or web address."""
    before = text[max(0, start - _REACH) : start].split()
    behind = text[end : end + _REACH].split()
    touching = [before[-1]] if before and not text[start - 1].isspace() else []
    touching += behind[:1] if behind and not text[end].isspace() else []
    return any(sign in each for each in touching for sign in ("@", "://", "www."))


def _is_among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word beside it is in capitals too, as in a heading or a name."""
    after = _NEXT.match(text, end, end + _REACH)
    before = _LAST.search(text[max(0, start - _NEAR) : start])
    return any(beside and _is_shouted(beside[1]) for beside in (before, after))


def _is_shouted(word: str) -> bool:
    return len(word) >= _CAPITALS.start and word.isupper()


# -- whether it is explained ------------------------------------------------------------


def _is_explained_in(text: str, short: str) -> bool:
    """Whether this text says anywhere what it is short for."""
    return any(
        found == short and _is_explained_at(text, start, end, short)
        for start, end, found in _in_capitals(text)
    )


def _is_explained_at(text: str, start: int, end: int, short: str) -> bool:
    before = text[max(0, start - _REACH) : start]
    if _EXPLAINED_BEHIND.match(text, end) or _CALLED.search(before):
        return True
    if text[end : end + 1] == ")" and _GLOSSED.search(before):
        return True
    opened = before.rstrip(" “\"‘'").removesuffix("or").rstrip()
    if opened.endswith(("(", ",", "–", "—", "-", "=", ":")) and _spells(opened, short):
        return True
    behind = _LONG_FORM_BEHIND.match(text, end, end + _REACH)
    if behind is not None and _begins_as(behind[1], short):
        return True
    if _is_said(short) and _NAME_BEHIND.match(text, end, end + _REACH):
        return True
    return _is_named_behind(text[end : end + _REACH], short)


def _is_named_behind(behind: str, short: str) -> bool:
    """Whether its long form follows on the same line without a sign: SDQ Strengths and …."""
    words = _WORD.findall(behind.partition("\n")[0])[: 2 * len(short) + 1]
    initials = "".join(word[0] for word in words if word[0].isupper() and not word.isupper())
    return short.upper() in initials


def _spells(before: str, short: str) -> bool:
    """Whether the last words before it hold its letters in order, the first at a word's beginning.

    So people shorten: Strengths and Difficulties Questionnaire, SDQ.
    """
    words = _WORD.findall(before)[-2 * len(short) - 2 :]
    letters = short.casefold()
    for first, word in enumerate(words):
        if word[0].casefold() == letters[0] and _in_order("".join(words[first:]), letters):
            return first < len(words) - 1
    return False


def _begins_as(behind: str, short: str) -> bool:
    """Whether the words behind it begin with its letters, small words aside."""
    initials = "".join(word[0].casefold() for word in _WORD.findall(behind))
    return initials[:1] == short[0].casefold() and _in_order(initials, short.casefold())


def _in_order(text: str, letters: str) -> bool:
    left = iter(text.casefold())
    return all(letter in left for letter in letters)
