"""Spelling, when it is asked for: what the dictionary does not know, what is near it, and a word
put right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sendwizard.core.answers import Answers, Value
from sendwizard.core.bank import Bank
from sendwizard.core.findings import Finding
from sendwizard.core.wizard import Wizard
from sendwizard.language.said import Known
from sendwizard.language.speller import Speller
from sendwizard.language.spelling import misspelt, suggestions
from sendwizard.office.checking import standing_of

__all__ = ["Speller", "all_spelled", "near", "put_right", "spelled"]

MOST_SUGGESTED = 30
"""Words for which a command looks for others that are near: each takes up to two seconds."""


def spelled(bank: Bank, answers: Answers, today: date, speller: Speller) -> tuple[Finding, ...]:
    """What is spelled wrongly, or unknown, and not set aside.

    Raises SendwizardError where the dictionary stops.
    """
    known = Known(bank, answers, today)
    return standing_of(known, misspelt(known, speller.unknown))


def all_spelled(known: Known, speller: Speller) -> tuple[Finding, ...]:
    """The same, and what was set aside as well; an unknown word with those near it."""
    found = misspelt(known, speller.unknown)
    asked = list(dict.fromkeys(each.words for each in found if not each.suggestion))
    words = {each: suggestions(known, each, speller.suggest) for each in asked[:MOST_SUGGESTED]}
    return tuple(
        each if each.suggestion else replace(each, suggestion=_perhaps(words.get(each.words, ())))
        for each in found
    )


def _perhaps(words: Sequence[str]) -> str:
    return f"Perhaps: {', '.join(words)}." if words else "Check how it is spelled."


def near(bank: Bank, answers: Answers, today: date, speller: Speller, word: str) -> tuple[str, ...]:
    """The words that may be meant; () where nothing is near. Raises as `spelled` does."""
    return suggestions(Known(bank, answers, today), word, speller.suggest)


def put_right(wizard: Wizard, finding: Finding, word: str, today: date) -> Wizard:
    """The same answer with this word in place of the one found; the wizard stands there.

    Where other words stand there by now, nothing is changed.
    """
    there = wizard.jump(finding.question)
    changed = _with_word(there.current.value, finding, word)
    return there if changed is None else there.answer(changed, today)


def _with_word(value: Value | None, finding: Finding, word: str) -> Value | None:
    if isinstance(value, str):
        return _put(value, finding, word)
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, tuple) else []
    if finding.row is None or finding.row >= len(rows):
        return None
    cell = rows[finding.row].get(finding.column)
    text = _put(cell, finding, word) if isinstance(cell, str) else None
    if text is None:
        return None
    rows[finding.row] = {**rows[finding.row], finding.column: text}
    return tuple(rows)


def _put(text: str, finding: Finding, word: str) -> str | None:
    start, end = finding.span or (0, 0)
    if text[start:end] != finding.words:
        return None
    return f"{text[:start]}{word}{text[end:]}"
