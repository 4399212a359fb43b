"""How hard the answers are to read: reading ease, length, and sentences that run on.

Figures are Flesch's; required names are left out of them. Nothing here looks at what is said.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.route import Status, status
from sendwizard.language.parts import FILE, counted_of
from sendwizard.language.readability import Sentence, ease_of, sentences
from sendwizard.language.said import Known, Said
from sendwizard.language.syllables import syllables

HARD = Rule(
    "PLAIN001",
    Severity.WARN,
    "An answer is hard to read",
    "Its reading ease is below 50. The figure (Flesch’s) comes from the length of the sentences "
    "and of the words; plain English begins at 60. The names of laws, services, plans and needs "
    "are left out, so nobody is marked down for them. Split the longest sentences first, then "
    "look for shorter words.",
)
FAIRLY_HARD = Rule(
    "PLAIN002",
    Severity.TIP,
    "An answer could be a little easier to read",
    "Its reading ease lies between 50 and 60. Plain English begins at 60. One or two shorter "
    "sentences are often enough.",
)
ALL_HARD = Rule(
    "PLAIN003",
    Severity.WARN,
    "The report as a whole is hard to read",
    "The reading ease of all answers together is below 50, and plain English begins at 60. The "
    "Code of Practice says that the report should be in clear, straightforward language. The "
    "finding stands at the longest of the hard answers, where a change helps most.",
)
LONG_REPORT = Rule(
    "PLAIN004",
    Severity.WARN,
    "The report is very long",
    "It has more words than most parents will read. This is advice and no law: the figure is our "
    "own judgement, and takes some twenty minutes to read. Take out what is said twice, and what "
    "another page says well, with a link to it.",
)
LONG_SENTENCE = Rule(
    "PLAIN005",
    Severity.TIP,
    "A sentence is long",
    "It has more than 25 words, and many readers lose the thread before the end. Make two "
    "sentences of it, or a list.",
)
RULES = (HARD, FAIRLY_HARD, ALL_HARD, LONG_REPORT, LONG_SENTENCE)

NUMBERS = frozenset(
    {"least_words", "hard_below", "aim", "least_words_in_all", "most_words", "sentence_words"}
    | {"least_words_short", "hard_below_short", "sentence_aim", "long_words", "item_words"}
)
"""What the bank has to say before anything here is found."""


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """An answer that is hard to read, and its sentences that are long."""
    data = known.data(FILE)
    if not said.is_prose or not data.numbers.keys() >= NUMBERS:
        return
    counted = counted_of(said.text, known)
    yield from _of_answer(said, counted, data.numbers)
    yield from _long_sentences(said, counted, data.numbers["sentence_words"])


def in_all(known: Known) -> Iterator[Finding]:
    """A report that is hard to read as a whole, or too long."""
    numbers = known.data(FILE).numbers
    texts = [(said, counted_of(said.text, known)) for said in _that_count(known)]
    if not texts or not numbers.keys() >= NUMBERS:
        return
    ease = ease_of(sentence for _, each in texts for sentence in each)
    words = sum(_words(each) for _, each in texts)
    hard = [pair for pair in texts if ease_of(pair[1]) < numbers["hard_below"]]
    if words >= numbers["least_words_in_all"] and ease < numbers["hard_below"] and hard:
        said, _ = max(hard, key=lambda pair: _words(pair[1]))
        yield said.whole(
            ALL_HARD,
            f"The report as a whole has a reading ease of {_figure(ease)}, and plain English is "
            f"{numbers['aim']} or more.",
            "Begin with this answer: it is the longest of those that are hard to read.",
        )
    lengths = [(said, sum(each.length for each in sentences(said.text))) for said, _ in texts]
    in_all_words = sum(length for _, length in lengths)
    if in_all_words > numbers["most_words"]:
        said, longest = max(lengths, key=lambda pair: pair[1])
        yield said.whole(
            LONG_REPORT,
            f"The report has {in_all_words:,} words. We advise no more than "
            f"{numbers['most_words']:,}, so that parents can read it to the end.",
            f"Take out what is said twice, and link to what another page says well. Begin here: "
            f"this answer is the longest, with {longest:,} words.",
        )


def reading_ease(known: Known) -> tuple[float, int]:
    """The reading ease of all answers in prose that count, and how many words they have.

    What was carried over and not checked yet does not count, for it is not printed. Required names
    are left out of the reading ease and not out of the words.
    """
    texts = _that_count(known)
    ease = ease_of(sentence for said in texts for sentence in counted_of(said.text, known))
    return ease, sum(sentence.length for said in texts for sentence in sentences(said.text))


def _that_count(known: Known) -> list[Said]:
    return [
        said
        for said in known.texts
        if said.is_prose
        and not said.is_reason
        and status(known.answers, said.question) is Status.ANSWERED
    ]


def _words(counted: Iterable[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in counted)


def _figure(ease: float) -> str:
    """A reading ease as people read it; rounded down, so that 49.9 is not told as 50."""
    return str(math.floor(ease)) if ease >= 0 else "less than 0"


# -- one answer -------------------------------------------------------------------------


def _of_answer(
    said: Said, counted: tuple[Sentence, ...], numbers: Mapping[str, int]
) -> Iterator[Finding]:
    ease, aim = ease_of(counted), numbers["aim"]
    if not _is_to_be_measured(said.text, counted, numbers):
        return
    if ease >= aim:
        return
    figures = f"its reading ease is {_figure(ease)}, and plain English is {aim} or more."
    helps = _what_helps(counted, numbers)
    if ease < numbers["hard_below"]:
        yield said.whole(HARD, f"This answer is hard to read: {figures}", helps)
    else:
        yield said.whole(FAIRLY_HARD, f"This answer could be easier to read: {figures}", helps)


def _is_to_be_measured(
    text: str, counted: tuple[Sentence, ...], numbers: Mapping[str, int]
) -> bool:
    """Whether enough is told for a figure to say something: names and labels in a list tell little.

    A few words are measured where they are sentences, and very hard ones.
    """
    most = numbers["item_words"]
    told = [each for each in counted if each.length > most or not _is_label(text, each)]
    if _words(told) >= numbers["least_words"]:
        return True
    prose = [each for each in counted if not _is_label(text, each)]
    is_enough = _words(prose) >= numbers["least_words_short"]
    return is_enough and ease_of(prose) < numbers["hard_below_short"]


def _is_label(text: str, sentence: Sentence) -> bool:
    """Whether it is the item of a list, or a cell, without a full stop, such as: Ear defenders."""
    return sentence.is_item and text[sentence.end - 1] not in ".!?"


def _what_helps(counted: tuple[Sentence, ...], numbers: Mapping[str, int]) -> str:
    """What makes this text hard: its longest sentence, or the long words that come most often."""
    with_words = [sentence for sentence in counted if sentence.words]
    words = _words(with_words)
    by_sentences = 1.015 * (words / len(with_words) - numbers["sentence_aim"])
    by_words = 84.6 * (sum(each.syllables for each in with_words) / words - _EASY_SYLLABLES)
    longest = max(each.length for each in with_words)
    long_words = _long_words(with_words, numbers["long_words"])
    shorter = f"The longest sentence has {longest:,} words: make two or three of it."
    if longest > numbers["sentence_words"] and (by_sentences >= by_words or not long_words):
        return shorter
    if not long_words:
        return "Write shorter sentences, of about 15 words, and choose shorter words."
    plainer = f"Look for shorter words where you can. The long ones here are {_listed(long_words)}."
    return f"{plainer} {shorter}" if longest > numbers["sentence_words"] else plainer


_EASY_SYLLABLES = 1.45
"""Syllables a word in English that reads easily."""
_MOST_LISTED = 3


def _long_words(counted: Iterable[Sentence], least: int) -> list[str]:
    """The long words that weigh most, the heaviest first."""
    times = Counter(word.lower() for sentence in counted for word in sentence.words)
    weights = {
        word: number * (many - 1)
        for word, number in times.items()
        if (many := syllables(word)) >= least
    }
    return sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_LISTED]


def _listed(words: list[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


# -- one sentence -----------------------------------------------------------------------


def _long_sentences(said: Said, counted: Iterable[Sentence], most: int) -> Iterator[Finding]:
    for sentence in counted:
        if sentence.length <= most:
            continue
        yield said.finding(
            LONG_SENTENCE,
            sentence.start,
            sentence.end,
            f"This sentence has {sentence.length:,} words; more than {most} are hard to follow.",
            "Make two sentences of it, or a list.",
        )
