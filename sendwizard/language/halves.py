"""Duties with two halves, where an answer speaks of one: lessons, but not the room.

A half counts as left out only where none of its many words stands in the answer, so this finds
what is missing, and never says that what is there is enough.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sendwizard.core.checks import CheckData, Entry
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.empty import hollow
from sendwizard.language.phrases import Phrases
from sendwizard.language.readability import sentences
from sendwizard.language.said import Known, Said

_DATA, _IN_ONE_SENTENCE = "halves", "in one sentence: "
_LAW = "DUTY003"
CODE_POINT = Rule(
    "DUTY006",
    Severity.TIP,
    "A point that the Code of Practice names is not in the answer",
    "The SEND Code of Practice says what a report should cover, and this answer seems to speak "
    "of only a part of it. The Code is guidance. Add a sentence on the point, or leave it out "
    "where it does not fit your school or stands elsewhere in the report.",
)
RULES: tuple[Rule, ...] = (CODE_POINT,)


def half(known: Known) -> Mapping[str, tuple[str, ...]]:
    """What the law names and an answer leaves out, in words, by the id of its question."""
    return {
        question: tuple(entry.part for entry in left_out)
        for question, left_out in _left_out(known, _LAW)
    }


def code_half(known: Known) -> tuple[Finding, ...]:
    """What the Code of Practice names and an answer leaves out; one finding to an answer."""
    left_out = tuple(_left_out(known, CODE_POINT.code))
    empty = hollow(known) if left_out else frozenset()
    return tuple(_of_code(known, each, points) for each, points in left_out if each not in empty)


def _of_code(known: Known, question: str, points: tuple[Entry, ...]) -> Finding:
    short = f"the answer does not yet mention {', or '.join(entry.part for entry in points)}"
    return Finding(
        CODE_POINT,
        question,
        f"“{known.bank.by_id[question].prompt}”: {short}. "
        "The SEND Code of Practice, which is guidance, names this.",
        citation="; ".join(dict.fromkeys(entry.source for entry in points)),
        short=short,
        suggestion="Add a sentence on it, or leave it out where it does not fit your school.",
    )


def _left_out(known: Known, code: str) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    data = known.data(_DATA)
    texts = _texts(known)
    for question, halves in _by_question(data, code).items():
        if _is_long_enough(data, texts[question]):
            left_out = tuple(
                entry for entry, words in halves if not _stands(data, texts, entry, words)
            )
            if left_out:
                yield question, left_out


def _stands(data: CheckData, texts: Mapping[str, list[Said]], entry: Entry, words: Phrases) -> bool:
    """Whether a half is written about: in its answer, or in those in which it may stand as well."""
    asked = (entry.question, *data.lists.get(entry.part, ()))
    text = "\n".join(_words(said) for each in asked for said in texts[each])
    beside = _beside(data, entry.part)
    if beside is None:
        return any(words.find(text))
    each_by_itself = (text[sentence.start : sentence.end] for sentence in sentences(text))
    return any(any(words.find(one)) and any(beside.find(one)) for one in each_by_itself)


def _texts(known: Known) -> Mapping[str, list[Said]]:
    """What is written, by question; a reason why it does not apply is no answer."""
    by_question: dict[str, list[Said]] = defaultdict(list)
    for said in known.texts:
        if not said.is_reason:
            by_question[said.question.id].append(said)
    return by_question


def _is_long_enough(data: CheckData, texts: list[Said]) -> bool:
    """Whether an answer is there to be judged: prose of some length, or any row of a table."""
    if any(said.column for said in texts):
        return True
    least = data.numbers.get("least_words", 0)
    return bool(texts) and sum(len(said.read.split()) for said in texts) >= least


def _words(said: Said) -> str:
    """The text as it is read, and as it stands with its addresses, where the two differ."""
    return said.text if said.read == said.text else f"{said.read}\n{said.text}"


@lru_cache(maxsize=64)
def _beside(data: CheckData, part: str) -> Phrases | None:
    """Words of which a sentence has to hold one as well; None where the half needs none."""
    name = f"{_IN_ONE_SENTENCE}{part}"
    return Phrases((Entry(name, data.lists[name]),)) if name in data.lists else None


@lru_cache(maxsize=8)
def _by_question(data: CheckData, code: str) -> Mapping[str, list[tuple[Entry, Phrases]]]:
    by_question: dict[str, list[tuple[Entry, Phrases]]] = defaultdict(list)
    for entry in data.entries_of(code):
        by_question[entry.question].append((entry, Phrases((entry,))))
    return by_question
