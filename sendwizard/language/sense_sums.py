"""Sums that do not add up: a part that is larger than its whole. Only where that is certain.

Parts that do not make up their whole stand in `sense_parts`.
"""

import re
from collections.abc import Iterator, Mapping

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Kind
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.route import applies
from sendwizard.language.said import Known, Said

SUM = Rule(
    "SENSE001",
    Severity.WARN,
    "Numbers that do not fit together",
    "A part is larger than its whole, such as more pupils with an EHC plan than there are on roll, "
    "or 12 of 10; or parts that should make up a whole make another number. One of the numbers is "
    "wrong or out of date. Look at all of them.",
)
RULES: tuple[Rule, ...] = (SUM,)

_ROLL, _NUMBERS = "roll", "numbers"
_X_OF_Y = re.compile(
    r"(?<![\w.,/:%£–-])(?P<part>[0-9]{1,4}|[a-z]{3,9})"
    r"(?P<of>[ ]{1,2}out[ ]{1,2}of|[ ]{1,2}of)(?P<our>[ ](?:our|the|these|those|all))?"
    r"[ ]{1,2}(?P<whole>[0-9]{1,4}|[a-z]{3,9})(?![\w%£]|[-–/:.,][0-9])",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![\w.,])(?P<share>[0-9]{3,4})[ ]?(?:%|per[ ]?cent\b)[ ](?:of[ ])?(?:our[ ]|the[ ]|all[ ])?"
    r"(?:pupils|children|students|parents|families|staff|teachers)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:we|school|there)[ ](?:currently[ ]|now[ ])?(?:have|has|are)[ ](?:currently[ ])?"
    r"(?P<held>[0-9]{1,4})[ ](?:pupils|children|students)[ ](?:with|on|who)\b",
    re.IGNORECASE,
)
_WORDS_BEFORE = re.compile(
    r"(?:(?P<ahead>[^\W\d_]{1,12})[ ]{1,2})?(?P<word>[^\W\d_]{1,12})[ .]{1,2}$"
)
FEWEST_WHOLE = 3
"""A smaller whole may not count the same things: six of one class."""
ALL = 100


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """12 of our 10 pupils, 110 % of pupils, and more pupils with SEN than there are on roll."""
    if said.kind is not Kind.PASSAGE:
        return
    data, text = known.data("sense"), said.read
    for found in _X_OF_Y.finditer(text):
        if _is_too_much(found, data):
            yield sum_finding(
                said, *found.span(), "“{}” cannot be right: the part is larger than the whole."
            )
    for found in _SHARE.finditer(text):
        if int(found["share"]) > ALL:
            yield sum_finding(
                said, *found.span(), "“{}” cannot be right: a share is 100 per cent at most."
            )
    roll = _roll(known.answers)
    if roll is None:
        return
    for found in _HELD.finditer(text):
        if int(found["held"]) > roll:
            message = f"“{{}}” cannot be right: the school has {roll} pupils on roll."
            yield sum_finding(said, *found.span(), message)


def sum_finding(said: Said, start: int, end: int, message: str) -> Finding:
    """What is said of the numbers from start to end; `{}` in the message stands for their words."""
    quoted = " ".join(said.read[start:end].split())
    suggestion = "Look at the numbers, and write the right ones."
    return said.finding(SUM, start, end, message.format(quoted), suggestion)


def is_larger(found: re.Match[str], data: CheckData) -> bool:
    """Whether the part is a larger number than the whole, and neither is a year or the like."""
    words = data.lists.get("number_words", ())
    part, whole = number(found["part"], words), number(found["whole"], words)
    if part is None or whole is None or whole < FEWEST_WHOLE:
        return False
    return whole < part <= data.numbers.get("most_counted", 0)


def _is_too_much(found: re.Match[str], data: CheckData) -> bool:
    if not is_larger(found, data):
        return False
    counts_the_same = bool(found["our"]) or "out" in found["of"].casefold()
    if not (counts_the_same or found["part"].isdigit()):
        return False
    return not is_label(found.string, found.start(), data)


def is_label(text: str, start: int, data: CheckData) -> bool:
    """Whether a number is a name and no count: that of “Year 6”, and not that of “this year 6”."""
    before = _WORDS_BEFORE.search(text[max(0, start - 28) : start])
    if before is None or before["word"].casefold() not in data.lists.get("numbered", ()):
        return False
    return (before["ahead"] or "").casefold() not in data.lists.get("not_numbered_after", ())


def number(text: str, words: tuple[str, ...]) -> int | None:
    """A count in figures or in words; None for any other word."""
    if text.isdigit():
        return int(text)
    word = text.casefold()
    return words.index(word) if word in words else None


def _roll(answers: Answers) -> int | None:
    value = answers.value(_ROLL)
    return value if type(value) is int and value > 0 else None


def in_all(known: Known) -> Iterator[Finding]:
    """The table of needs against the number on roll."""
    question, roll = known.bank.by_id.get(_NUMBERS), _roll(known.answers)
    if question is None or roll is None or not applies(known.bank, known.answers, question):
        return
    value = known.answers.value(_NUMBERS)
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, tuple) else []
    total = sum(cell for row in rows for cell in row.values() if type(cell) is int)
    if total > roll:
        message = (
            f"The table counts {total} pupils, and the school has {roll} on roll. Each pupil is "
            "counted once."
        )
        yield Finding(
            SUM,
            _NUMBERS,
            message,
            short=message,
            suggestion="Look at the table and at the number on roll; one of them is wrong.",
        )
