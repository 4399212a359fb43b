"""Words that were written for somewhere else: an example left in, an answer given twice."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from sendwizard.core.bank import SCHOOL_NAME
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.text import flowing
from sendwizard.language.phrases import phrases
from sendwizard.language.plain_words import WORD, Words, plain_words, telling_words
from sendwizard.language.said import Known, Said

_EXAMPLE = Rule(
    "VAGUE006",
    Severity.WARN,
    "Words of an example are left in",
    "The examples beside the questions tell of a school that does not exist, and other schools "
    "see them too. What they say may not be true of yours. Write how it is at your school, in "
    "your own words.",
)
_TWICE = Rule(
    "VAGUE007",
    Severity.WARN,
    "Two answers are the same",
    "Each question asks for something else, so one of the two most likely leaves a family without "
    "an answer. Keep the words where they fit best and write here what this question asks.",
)
RULES = (_EXAMPLE, _TWICE)

_MOST_WORDS = 1_000
"""Words of an answer that are held against others."""
_LONGEST_QUOTE = 80
_END = re.compile(r"[.!?](?=\s|$)|\n")


def in_text(said: Said, known: Known) -> Iterable[Finding]:
    """Sentences and names of the bank's examples, unless the school is the one in them."""
    data = known.data("vague")
    names = phrases(data, "VAGUE006")
    if any(names.find(str(known.answers.value(SCHOOL_NAME) or ""))):
        return
    low = said.text.casefold()
    is_named = any(word in low for word in telling_words(data, "VAGUE006"))
    for match in names.find(said.text) if is_named else ():
        yield said.finding(
            _EXAMPLE,
            match.start,
            match.end,
            f"“{said.text[match.start : match.end]}” is a name from the examples, which tell of a "
            "school that does not exist.",
            "Write the name that is right for your school.",
        )
    least = data.numbers.get("example-words", 0)
    if least:
        examples = tuple(each.example for each in known.bank.questions if each.example)
        for start, end in _copied(said.text, _by_opening(examples, least)):
            yield said.finding(
                _EXAMPLE,
                start,
                end,
                f"{_quoted(said.text[start:end])} stands word for word in an example, which tells "
                "of a school that does not exist.",
                "Write how it is at your school.",
            )


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= _LONGEST_QUOTE else f"“{words[:_LONGEST_QUOTE].rstrip()}…”"


@lru_cache(maxsize=8)
def _by_opening(examples: tuple[str, ...], least: int) -> dict[Words, list[Words]]:
    """The sentences of the examples by their first two words, the longest first."""
    sentences = {
        words
        for example in examples
        for sentence in _END.split(flowing(example))
        if _of_letters(words := plain_words(sentence)) >= least
    }
    found: dict[Words, list[Words]] = {}
    for words in sorted(sentences, key=lambda each: (-len(each), each)):
        found.setdefault(words[:2], []).append(words)
    return found


def _of_letters(words: Words) -> int:
    """How many of them are no figures: any plan may run from 2025 to 2028."""
    return sum(not word.isdigit() for word in words)


def _copied(text: str, by_opening: dict[Words, list[Words]]) -> Iterator[tuple[int, int]]:
    """Where sentences of the examples stand; those that follow each other are one place."""
    words = plain_words(text)
    begun = until = at = 0
    runs: list[tuple[int, int]] = []
    for at, pair in enumerate(pairwise(words)):
        if at < until:
            continue
        possible = by_opening.get(pair, ())
        whole = next((each for each in possible if words[at : at + len(each)] == each), None)
        if whole is None:
            continue
        if at == until and runs:
            runs.pop()
        else:
            begun = at
        until = at + len(whole)
        runs.append((begun, until))
    if runs:
        places = list(WORD.finditer(text))
        for begun, until in runs:
            yield places[begun].start(), places[until - 1].end()


def in_all(known: Known) -> Iterable[Finding]:
    """Passages that are the same as an earlier one, or nearly."""
    numbers = known.data("vague").numbers
    least, near = numbers.get("alike-words", 0), numbers.get("alike-near-words", 0)
    if not least:
        return
    share = numbers.get("alike-percent", 100) / 100
    earlier: list[tuple[Said, Words, frozenset[Words]]] = []
    for said in known.texts:
        if not said.is_prose or said.is_reason:
            continue
        words = plain_words(said.text)[:_MOST_WORDS]
        if len(words) < least:
            continue
        pairs = frozenset(pairwise(words))
        for other, its_words, its_pairs in earlier:
            is_same = words == its_words
            if is_same or (
                min(len(words), len(its_words)) >= near and _shared(pairs, its_pairs) >= share
            ):
                yield _twice(said, other, is_same=is_same)
                break
        earlier.append((said, words, pairs))


def _shared(one: frozenset[Words], other: frozenset[Words]) -> float:
    """The part of their pairs of words that two texts share."""
    return 2 * len(one & other) / (len(one) + len(other))


def _twice(said: Said, other: Said, *, is_same: bool) -> Finding:
    how = "the same as" if is_same else "nearly the same as"
    return said.whole(
        _TWICE,
        f"This answer is {how} the one to “{other.question.prompt}”, so one of the two questions "
        "is most likely not answered.",
        "Keep the words where they fit best, and write here what this question asks.",
    )
