"""Findings in their places: which of several alike each is, and what stands around its words.

A finding that is set aside is known by both, so that leaving one leaves no other: where the
sentence around the words is another, or the answer that says nothing is, it is a new finding.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2s
from textwrap import shorten

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Bank
from sendwizard.core.findings import GUIDANCE, HALF, HOLLOW, Finding
from sendwizard.core.kinds import say_any

_ENDS = ("\n", ". ", "! ", "? ")
_FAR = 200
"""Letters of a sentence on either side of the words: a text without an end is no longer read."""
_SHOWN = 60
"""Letters of a sentence that are shown to tell two findings apart."""


def placed(answers: Answers, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with its place; those with the same words say in which sentence."""
    around = [(each, _around(answers, each)) for each in found]
    alike = Counter(_name(each) for each, _ in around if each.words)
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for each, text in around:
        tied = "" if each.rule.by_word else _digest(text)
        where = shorten(text, _SHOWN, placeholder=" …") if alike[_name(each)] > 1 else ""
        there = replace(each, tied=tied, where=where)
        seen[there.question, there.key] += 1
        made.append(replace(there, nth=seen[there.question, there.key]))
    return tuple(made)


def in_order(bank: Bank, answers: Answers, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of the questions and of the words in each, and each in its place."""
    order = {question.id: place for place, question in enumerate(bank.questions)}
    return placed(answers, sorted(found, key=lambda each: (order[each.question], _place(each))))


def _place(finding: Finding) -> tuple[int, str, tuple[int, int], str]:
    """Where a finding stands within its answer; one about the whole of it stands first."""
    row = -1 if finding.row is None else finding.row
    return row, finding.column, finding.span or (-1, -1), finding.rule.code


def why_left(answers: Answers, finding: Finding) -> str:
    """The reason for which the writer leaves a finding; "" where it stands."""
    if not finding.rule.can_be_set_aside:
        return ""
    left = answers.get(finding.question).set_aside
    key = same_key(finding.key)
    return next((why.strip() for each, why in left.items() if same_key(each) == key), "")


def same_key(key: str) -> str:
    """A key as it is compared: letters large or small, and one space or two, are the same."""
    return " ".join(key.split()).casefold()


def sentence_of(answers: Answers, finding: Finding) -> str:
    """The sentence that the words of a finding stand in; "" where it is about a whole answer."""
    if finding.span is None:
        return ""
    return _sentence(_text(answers.get(finding.question), finding), *finding.span)


def _name(finding: Finding) -> tuple[str, str, str]:
    return finding.question, finding.rule.code, same_key(finding.words)


def _digest(text: str) -> str:
    words = same_key(text)
    return blake2s(words.encode(), digest_size=2).hexdigest() if words else ""


def _around(answers: Answers, finding: Finding) -> str:
    """The sentence of the words; of an answer as a whole, what makes it what it is."""
    if finding.rule is HALF:
        return finding.short
    if finding.rule in (HOLLOW, GUIDANCE):
        answer = answers.get(finding.question)
        return say_any(answer.value) if answer.value is not None else answer.not_applicable
    return sentence_of(answers, finding)


def _text(answer: Answer, finding: Finding) -> str:
    value: object = answer.value
    if finding.row is not None and isinstance(value, tuple) and finding.row < len(value):
        row = value[finding.row]
        value = row.get(finding.column) if isinstance(row, Mapping) else None
    return value if isinstance(value, str) else answer.not_applicable


def _sentence(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    begin = max((before.rfind(each) + len(each) for each in _ENDS if each in before), default=0)
    ends = [after.find(each) + 1 for each in _ENDS if each in after]
    return f"{before[begin:]}{text[start:end]}{after[: min(ends, default=len(after))]}".strip()
