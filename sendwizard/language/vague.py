"""Words that hold a place, send the reader away or could be said of any school."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.empty import EMPTY
from sendwizard.language.empty_words import Says, grammar
from sendwizard.language.phrases import phrases
from sendwizard.language.pieces import Piece, pieces
from sendwizard.language.plain_words import Words, plain_words, telling_words
from sendwizard.language.said import Known, Said

_PLACEHOLDER = Rule(
    "VAGUE001",
    Severity.WARN,
    "A placeholder is left in",
    "Words such as “TBC”, “to follow” or “n/a”, a lone sign or a lone “yes” are not an answer yet. "
    "A family who reads them still does not know. Write the answer; until you know it, leave it "
    "empty and keep a note to yourself, which is never printed.",
)
_POINTER = Rule(
    "VAGUE002",
    Severity.WARN,
    "The reader is sent elsewhere in place of an answer",
    "“See above” or “see our website” makes a family search, and many read one part of the report "
    "alone. Say it here in a sentence or two. A pointer after a real answer does no harm and is "
    "not marked; one beside a few words is.",
)
_ASK_US = Rule(
    "VAGUE003",
    Severity.WARN,
    "“Contact the school” stands in place of an answer",
    "The report is there so that families need not ask, and some will not dare to. Write the "
    "details. An invitation to get in touch is welcome after them, and is not marked there.",
)
_WEASEL = Rule(
    "VAGUE004",
    Severity.TIP,
    "A sentence could be said of any school",
    "“As appropriate”, “where necessary” and “a range of strategies” sound full, but a parent "
    "cannot tell what will be done. It is marked only where the sentence holds nothing else. "
    "Name two or three things that you do, or say when and by whom.",
)
_GAP = Rule(
    "VAGUE005",
    Severity.WARN,
    "A gap from a model text is not filled in",
    "Words in brackets, such as [school name], or a row of underscores show where a model text "
    "was to be filled in. Put in what belongs there, or take it out. Links such as "
    "[words](address) and boxes to tick are left alone.",
)
_LINK_ONLY = Rule(
    "VAGUE008",
    Severity.WARN,
    "A link to a policy stands in place of an answer",
    "A policy is long and written for staff, so a link alone leaves the family to find the answer "
    "in it. Say the main points here in a few plain sentences and keep the link after them. A "
    "link is a good answer where the question asks for one, as for the local offer.",
)
RULES = (_PLACEHOLDER, _POINTER, _ASK_US, _WEASEL, _GAP, _LINK_ONLY)

_LONGEST_QUOTE = 80
_HELD = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w?.@-])(?P<held>[xX]{2,}+|\?{3,}+)(?![\w@-])"
    r"|^[^:\n]{1,40}:[*_]{0,2}[ \t]+(?P<sign>[-–—…_?]{1,9}|\.{2,9})[ \t]*$",
    re.MULTILINE,
)
_BRACKETED = re.compile(r"(?<!\])\(([^()\n]{3,120})\)")
_GAPS = re.compile(
    r"^[ \t]*_{3,}+[ \t]*$"  # alone on its line, it rules off a part
    r"|(?<!\w)“(?!_*”)[^“”\[\]<>{}\n]{1,120}”"  # a task with a gap for children to fill
    r"|(?<!\w)\"(?!_*\")[^\"\[\]<>{}\n]{1,120}\"(?!\w)"
    r"|(?<!\w)[‘'](?!_*['’])(?:[^‘'’\[\]<>{}\n]|['’](?=\w)){1,120}['’](?!\w)"
    r"|\[(?P<square>[^\[\]\n]{1,60})\](?![(\[:])"
    r"|<(?P<angle>[^\W\d_][^<>\n@/:]{0,59})>"
    r"|(?P<brace>\{{1,2}[^\W_][^{}\n]{0,59}\}{1,2})"
    r"|(?<![\w_])(?P<line>_{3,}+)(?![\w_])",
    re.MULTILINE,
)


def in_text(said: Said, known: Known) -> Iterable[Finding]:
    """Empty words in one text."""
    data = known.data("vague")
    if not data.lists or not said.text.strip():
        return
    all_of_it = tuple(pieces(said.question, said.kind, said.text, data))
    own = sum(len(piece.words) for piece in all_of_it if piece.says is Says.OWN)
    gaps = _gaps(said.text, data)
    for start, end in gaps:
        yield _of(said, _GAP, start, end)
    yield from _placeholders(said, all_of_it, gaps, own, data)
    yield from _pointers(said, all_of_it, own, data)
    for piece in all_of_it:
        if piece.says is Says.ASKS and own < _enough_beside(piece, data):
            yield _of(said, _ASK_US, piece.start, piece.end)
    if own <= data.numbers.get("link-own-words", 0):
        link = next((piece for piece in all_of_it if piece.says is Says.LINKS), None)
        if link:
            yield _of(said, _LINK_ONLY, link.start, link.end)
    if said.is_prose:
        yield from _weasel_words(said, all_of_it, data)


def _enough_beside(piece: Piece, data: CheckData) -> int:
    """Words of its own from which an answer may also send people there."""
    if piece.says is Says.ASKS:
        kind = "details" if grammar(data).promises(piece.words) else "contact"
    elif _has_any(piece, data, "in-this-answer") or _has_any(piece, data, "adding"):
        return 1
    else:
        kind = "above" if _has_any(piece, data, "in-this-report") else "pointer"
    return data.numbers.get(f"{kind}-own-words", 1)


def _has_any(piece: Piece, data: CheckData, name: str) -> bool:
    return not frozenset(data.lists.get(name, ())).isdisjoint(piece.words)


_MESSAGES = {
    _PLACEHOLDER: (
        "{} is not an answer yet: a family who reads it still does not know.",
        "Write the answer, or leave this empty and keep a note to yourself until you know.",
    ),
    _POINTER: (
        "{} sends families elsewhere and does not give them the answer here.",
        "Say it here in a sentence or two; what you point to can come after that.",
    ),
    _ASK_US: (
        "{} leaves families to ask and does not give them the answer here.",
        "Write the details here. The invitation can stay after them.",
    ),
    _WEASEL: (
        "The sentence with {} could be said of any school, and does not tell what you do.",
        "Name two or three things, or say when and by whom.",
    ),
    _GAP: (
        "{} looks like a gap in a model text that is not filled in yet.",
        "Put in what belongs there, or take it out.",
    ),
    _LINK_ONLY: (
        "{} is a link with little beside it, so the family has to search for the answer.",
        "Say the main points here in a few plain sentences, and keep the link after them.",
    ),
}


def _of(said: Said, rule: Rule, start: int, end: int) -> Finding:
    words = " ".join(said.text[start:end].split())
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rstrip()}…"
    message, suggestion = _MESSAGES[rule]
    return said.finding(rule, start, end, message.format(f"“{words}”"), suggestion)


def _placeholders(
    said: Said, all_of_it: tuple[Piece, ...], gaps: list[tuple[int, int]], own: int, data: CheckData
) -> Iterator[Finding]:
    """Each that is not a gap besides; one in a sentence stands for the sentence."""
    empty = {Says.HOLDS} if own else {Says.HOLDS, Says.WAITS}
    spans: list[tuple[int, int]] = []
    for piece in all_of_it:
        found = tuple(_found("VAGUE001", said, piece, data))
        if found and not grammar(data).is_of_letters(piece.words):
            spans += found
    for match in _HELD.finditer(said.text):
        spans += [match.span(name) for name in ("held", "sign") if match[name]]
    spans = sorted(span for span in spans if not _touches(gaps, *span))
    whole = [
        (piece.start, piece.end)
        for piece in all_of_it
        if piece.says in empty
        and not _touches(spans, piece.start, piece.end)
        and not _touches(gaps, piece.start - 1, piece.end)
    ]
    if _is_bare(said, data):
        whole = [(0, len(said.text))]
    for start, end in sorted(spans + whole):
        yield _of(said, _PLACEHOLDER, start, end)


def _is_bare(said: Said, data: CheckData) -> bool:
    """Whether a lone “yes” or “none” stands where the law asks for words."""
    words = " ".join(plain_words(said.text)) if said.is_prose and not said.is_reason else ""
    is_none = words in data.lists.get("bare-none", ())
    is_answer = is_none and said.question.id in data.lists.get("none-is-answer", ())
    is_bare = is_none or words in data.lists.get("bare-yes", ())
    return said.question.required and is_bare and not is_answer


def _touches(places: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the places, in order, shares a sign with the words from start to end."""
    after = bisect_left(places, (end, end))
    return after > 0 and places[after - 1][1] > start


def _pointers(
    said: Said, all_of_it: tuple[Piece, ...], own: int, data: CheckData
) -> Iterator[Finding]:
    """All of them where there is nothing else; else one beside a few words, a line before the
    answer, or a bracket.
    """
    known = grammar(data)
    is_before = True
    for piece in all_of_it:
        if piece.says is Says.POINTS:
            is_first = is_before and piece.is_alone and not _has_any(piece, data, "in-this-answer")
            is_short = own < _enough_beside(piece, data)
            if not own or ((is_first or is_short) and known.sends(piece.words)):
                yield _of(said, _POINTER, piece.start, piece.end)
        elif piece.says is Says.OWN:
            is_before = False
            for aside in _BRACKETED.finditer(said.text, piece.start, piece.end + 1):
                if _stands_alone(plain_words(aside[1]), piece, own, data):
                    yield _of(said, _POINTER, *aside.span(1))


def _stands_alone(aside: Words, piece: Piece, own: int, data: CheckData) -> bool:
    """Whether words in brackets point elsewhere, where line and answer say little besides."""
    beside = len(piece.words) - len(aside) <= data.numbers.get("bracket-own-words", 0)
    is_short = own - len(aside) < data.numbers.get("bracket-answer-words", 0)
    return bool(aside) and beside and is_short and grammar(data).sends(aside)


def _weasel_words(said: Said, all_of_it: tuple[Piece, ...], data: CheckData) -> Iterator[Finding]:
    """The first sentence that holds nothing else; one is enough to make the point."""
    nothing = _says_nothing(data)
    most = data.numbers.get("vague-own-words", 0)
    for piece in all_of_it:
        if piece.says not in EMPTY and len(set(piece.words) - nothing) <= most:
            for start, end in _found("VAGUE004", said, piece, data):
                yield _of(said, _WEASEL, start, end)
                return


def _found(code: str, said: Said, piece: Piece, data: CheckData) -> Iterator[tuple[int, int]]:
    """Where the phrases of a rule stand in a sentence."""
    if not telling_words(data, code).isdisjoint(piece.words):
        for each in phrases(data, code).find(said.read[piece.start : piece.end]):
            yield piece.start + each.start, piece.start + each.end


@lru_cache(maxsize=8)
def _says_nothing(data: CheckData) -> frozenset[str]:
    vague = (phrase for entry in data.entries_of("VAGUE004") for phrase in entry.find)
    words = (word for phrase in vague for word in plain_words(phrase))
    return frozenset(words).union(data.lists.get("says-little", ()), grammar(data).fillers)


def _gaps(text: str, data: CheckData) -> list[tuple[int, int]]:
    """Where a gap of a model text stands."""
    is_gap = _is_gap(data)
    return [
        match.span()
        for match in _GAPS.finditer(text)
        if match["brace"] or match["line"] or is_gap(match["square"] or match["angle"] or "")
    ]


@lru_cache(maxsize=8)
def _is_gap(data: CheckData) -> Callable[[str], bool]:
    """Tells words in brackets that were to be replaced from an aside of the writer."""
    words_of = frozenset(data.lists.get("gap-words", ()))
    most = data.numbers.get("gap-words", 0)
    orders = frozenset(data.lists.get("gap-orders", ()))
    asides = frozenset(data.lists.get("asides", ()))

    def is_gap(text: str) -> bool:
        words = plain_words(text)
        if not words or words[0] in asides:
            return "__" in text
        return words[0] in orders or (len(words) <= most and not words_of.isdisjoint(words))

    return is_gap
