"""What asks for the open question: the law, the Code, and what is known of the school's council."""

from sendwizard.core.bank import LOCAL_AUTHORITY, Overlay, Question
from sendwizard.core.kinds import say_date
from sendwizard.core.wizard import Wizard


def what_asks(wizard: Wizard) -> tuple[str, ...]:
    """Each duty with its citation and our summary, then what the council adds, line by line.

    At least one line: where no law asks, that is said.
    """
    question = wizard.question
    lines = []
    for requirement_id in question.requirements:
        each = wizard.bank.requirement_by_id[requirement_id]
        force = "Law" if each.force == "must" else "Code, “should”"
        lines.append(f"{force}: {each.citation}. {each.summary}")
    overlay = wizard.bank.overlay(wizard.answers.value(LOCAL_AUTHORITY))
    if overlay is not None:
        lines += _of_council(overlay, question)
    if question.required:
        nothing = "Every report needs this, though no law asks for it."
    else:
        nothing = "No law asks for this; families and councils do."
    return tuple(lines) or (nothing,)


def _of_council(overlay: Overlay, question: Question) -> list[str]:
    lines = [
        f"{overlay.council}: {each.text} {each.url} (noted on {say_date(each.checked_on)})"
        for each in overlay.contacts
        if each.question == question.id
    ]
    lines += [
        f"{overlay.label}, “{each.title}”, our summary: {' '.join(each.expectation.split())}"
        for each in overlay.rows
        if each.id == question.proforma
    ]
    return lines
