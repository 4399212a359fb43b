"""Runs every rule over the answers. Pure: takes answers and a day, gives findings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sendwizard.core.findings import Finding, Rule
from sendwizard.language import (
    alike,
    dates,
    halves,
    links,
    old,
    other_names,
    other_places,
    plain_english,
    pupils,
    sense,
    vague,
)
from sendwizard.language.said import InAll, InText, Known

IN_TEXT: tuple[InText, ...] = (
    pupils.in_text,
    other_names.in_text,
    other_places.in_text,
    old.in_text,
    vague.in_text,
    alike.in_text,
    dates.in_text,
    sense.in_text,
    links.in_text,
    plain_english.in_text,
)
"""What reads one text."""
IN_ALL: tuple[InAll, ...] = (
    halves.code_half,
    alike.in_all,
    dates.in_all,
    sense.in_all,
    links.in_all,
    plain_english.in_all,
)
"""What looks at all answers together."""
RULES: tuple[Rule, ...] = (
    *halves.RULES,
    *pupils.RULES,
    *other_names.RULES,
    *other_places.RULES,
    *old.RULES,
    *vague.RULES,
    *alike.RULES,
    *dates.RULES,
    *sense.RULES,
    *links.RULES,
    *plain_english.RULES,
)
"""Every rule that is run on its own; spelling and opened links are asked for."""


def edit(known: Known) -> tuple[Finding, ...]:
    """Everything found, in the order of the questions and of the words in each."""
    found = [finding for said in known.texts for rule in IN_TEXT for finding in rule(said, known)]
    found.extend(finding for rule in IN_ALL for finding in rule(known))
    return in_order(known, found)


def edit_question(known: Known, question_id: str) -> tuple[Finding, ...]:
    """What is found in one answer, as `edit` would find it there."""
    texts = known.texts_at(question_id)
    found = [finding for said in texts for rule in IN_TEXT for finding in rule(said, known)]
    for rule in IN_ALL:
        found.extend(finding for finding in rule(known) if finding.question == question_id)
    return in_order(known, found)


def in_order(known: Known, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of the questions and of the words in each, the same words counted."""
    order = {question.id: place for place, question in enumerate(known.bank.questions)}
    placed = sorted(found, key=lambda each: (order[each.question], _place(each)))
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    for finding in placed:
        seen[finding.question, finding.key] += 1
        numbered.append(replace(finding, nth=seen[finding.question, finding.key]))
    return tuple(numbered)


def _place(finding: Finding) -> tuple[int, str, tuple[int, int], str]:
    """Where a finding stands within its answer; one about the whole of it stands first."""
    row = -1 if finding.row is None else finding.row
    return row, finding.column, finding.span or (-1, -1), finding.rule.code
