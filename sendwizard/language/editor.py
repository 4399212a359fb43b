"""Runs every rule over the answers. Pure: takes answers and a day, gives findings."""

from sendwizard.core.findings import Finding, Rule
from sendwizard.core.placing import in_order
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
    return in_order(known.bank, known.answers, found)


def edit_question(known: Known, question_id: str) -> tuple[Finding, ...]:
    """What is found in one answer, as `edit` would find it there."""
    texts = known.texts_at(question_id)
    found = [finding for said in texts for rule in IN_TEXT for finding in rule(said, known)]
    for rule in IN_ALL:
        found.extend(finding for finding in rule(known) if finding.question == question_id)
    return in_order(known.bank, known.answers, found)
