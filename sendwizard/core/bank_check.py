"""Proofs over a bank: nobody can finish the questions and still leave a duty out.

Finds faults and says where; it reads no file, so a fault has a place in the bank, and the store
knows which file and line that is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from sendwizard.core.bank import (
    LOCAL_AUTHORITY,
    SCHOOL_NAME,
    SCHOOL_TYPE,
    Bank,
    Kind,
    Question,
    Requirement,
    edition_key,
    nearest,
)
from sendwizard.core.conditions import AtLeast, Leaf, OneOf, evaluate, leaves


@dataclass(frozen=True)
class Fault:
    """Something wrong with a bank."""

    place: tuple[str | int, ...]
    """(`question`, id, key), (`requirement`, id, key), (`overlay`, id, key), (`checks`, file, …) or
    (`bank`, key)."""
    message: str


def faults(bank: Bank) -> tuple[Fault, ...]:
    """Every fault of the bank, in one pass."""
    return (
        *_structure(bank),
        *_references(bank),
        *_years(bank),
        *_conditions(bank),
        *_coverage(bank),
        *_checks(bank),
    )


def _checks(bank: Bank) -> Iterator[Fault]:
    """What the editor looks for in one question's answer names one that there is, or that was
    replaced by another.
    """
    known = {*bank.by_id, *(old for question in bank.questions for old in question.replaces)}
    for data in bank.checks.values():
        for number, entry in enumerate(data.entries):
            if entry.question and entry.question not in known:
                hint = nearest(entry.question, known)
                yield Fault(
                    ("checks", data.id, "entries", number, "question"),
                    f"There is no question “{entry.question}”.{hint}",
                )


def _structure(bank: Bank) -> Iterator[Fault]:
    for needed in (SCHOOL_NAME, SCHOOL_TYPE):
        if needed not in bank.by_id:
            yield Fault(("bank", "sections"), f"The bank has no question “{needed}”.")
    for question in bank.questions:
        yield from _question_structure(bank, question)
    for row in bank.proforma:
        named = [q for q in bank.questions if q.proforma == row.id]
        if not any(question.kind is Kind.PASSAGE for question in named):
            yield Fault(("bank", "proforma"), f"No passage question fills the row “{row.id}”.")


def _question_structure(bank: Bank, question: Question) -> Iterator[Fault]:
    def fault(key: str, message: str) -> Fault:
        return Fault(("question", question.id, key), message)

    if question.required and question.extra:
        yield fault("extra", "An extra question cannot be required.")
    is_choice = question.kind in (Kind.CHOICE, Kind.CHOICES)
    if is_choice != bool(question.options):
        yield fault("options", "A choice has options, and no other kind has.")
    if (question.kind is Kind.ROWS) != bool(question.columns):
        yield fault("columns", "A rows question has columns, and no other kind has.")
    columns = {column.id for column in question.columns}
    for column_id in question.needs_one_of:
        if column_id not in columns:
            hint = nearest(column_id, columns)
            yield fault("needs_one_of", f"There is no column “{column_id}”.{hint}")
    if question.allows_not_applicable:
        for requirement_id in question.requirements:
            requirement = bank.requirement_by_id.get(requirement_id)
            others = [q for q in bank.carriers(requirement_id) if q.required and q is not question]
            if requirement and requirement.force == "must" and not others:
                yield fault(
                    "allows_not_applicable",
                    f"It alone carries “{requirement_id}”, which is law, so it always applies.",
                )


def _references(bank: Bank) -> Iterator[Fault]:
    rows = {row.id for row in bank.proforma}
    for question in bank.questions:
        place = ("question", question.id)
        known_parts: set[str] = set()
        for requirement_id in question.requirements:
            requirement = bank.requirement_by_id.get(requirement_id)
            if requirement is None:
                hint = nearest(requirement_id, bank.requirement_by_id)
                message = f"There is no requirement “{requirement_id}”.{hint}"
                yield Fault((*place, "requirements"), message)
            else:
                known_parts |= {part.id for part in requirement.parts}
        for part in question.parts:
            if part not in known_parts:
                hint = nearest(part, known_parts)
                message = f"None of its requirements has a part “{part}”.{hint}"
                yield Fault((*place, "parts"), message)
        if question.proforma is not None and question.proforma not in rows:
            hint = nearest(question.proforma, rows)
            yield Fault((*place, "proforma"), f"There is no row “{question.proforma}”.{hint}")
    for line in bank.summary:
        for question_id in line.questions:
            if question_id not in bank.by_id:
                hint = nearest(question_id, bank.by_id)
                yield Fault(("bank", "summary"), f"There is no question “{question_id}”.{hint}")
    yield from _overlay_references(bank, rows)


def _years(bank: Bank) -> Iterator[Fault]:
    """What the next year and the next edition rely on."""
    asked = [q.id for q in bank.questions if q.begun_year and q.kind is Kind.YES_NO]
    for question in bank.questions:
        place = ("question", question.id)
        if question.begun_year and (question.required or question.printed):
            message = "A question on what has changed is neither required nor printed."
            yield Fault((*place, "begun_year"), message)
        for other in question.depends_on:
            if other not in asked:
                hint = nearest(other, asked)
                message = f"No yes-no question of a begun year is called “{other}”.{hint}"
                yield Fault((*place, "depends_on"), message)
        for old in question.replaces:
            if old in bank.by_id:
                message = f"“{old}” is still asked, so nothing replaces it."
                yield Fault((*place, "replaces"), message)
        for key, edition in (("since", question.since), ("reworded", question.reworded)):
            known = edition_key(edition)
            if edition and not (() < known <= edition_key(bank.edition)):
                message = f"“{edition}” is no edition such as 2026.11, up to {bank.edition}."
                yield Fault((*place, key), message)


def _overlay_references(bank: Bank, rows: set[str]) -> Iterator[Fault]:
    authority = bank.by_id.get(LOCAL_AUTHORITY)
    offered = {option.id for option in authority.options} if authority else set()
    for overlay in bank.overlays:
        place = ("overlay", overlay.id)
        if overlay.id not in offered:
            yield Fault((*place, "id"), f"“{LOCAL_AUTHORITY}” has no option “{overlay.id}”.")
        for contact in overlay.contacts:
            if contact.question not in bank.by_id:
                hint = nearest(contact.question, bank.by_id)
                message = f"There is no question “{contact.question}”.{hint}"
                yield Fault((*place, "contacts", contact.question), message)
        for number, row in enumerate(overlay.rows):
            if row.id not in rows:
                hint = nearest(row.id, rows)
                yield Fault((*place, "rows", number), f"There is no row “{row.id}”.{hint}")


def _conditions(bank: Bank) -> Iterator[Fault]:
    """A condition asks about an earlier question of finitely many answers, by known options."""
    earlier: dict[str, Question] = {}
    for question in bank.questions:
        for leaf in leaves(question.applies_when):
            asked = earlier.get(leaf.question)
            place = ("question", question.id, "applies_when")
            if asked is None:
                hint = nearest(leaf.question, earlier)
                yield Fault(place, f"There is no earlier question “{leaf.question}”.{hint}")
                continue
            if isinstance(leaf, AtLeast):
                if asked.kind is not Kind.NUMBER:
                    yield Fault(place, f"“{leaf.question}” is no number, so it has no least one.")
                continue
            known = _answers_of(asked)
            for option in leaf.options:
                if option not in known:
                    hint = nearest(option, known)
                    message = f"“{leaf.question}” has no answer “{option}”.{hint}"
                    yield Fault(place, message)
        earlier[question.id] = question


def _answers_of(question: Question) -> set[str]:
    if question.kind is Kind.YES_NO:
        return {"yes", "no"}
    return {option.id for option in question.options}


def _coverage(bank: Bank) -> Iterator[Fault]:
    """For every school type: each `must` that reaches it has a required question, whatever else
    the school answers; and so has each of its parts.
    """
    types = bank.by_id.get(SCHOOL_TYPE)
    for requirement in bank.requirements:
        if requirement.force != "must":
            continue
        for option in types.options if types else ():
            if requirement.reaches(option.id):
                yield from _duty_coverage(bank, requirement, option.id)


def _duty_coverage(bank: Bank, requirement: Requirement, school_type: str) -> Iterator[Fault]:
    carriers = [q for q in bank.carriers(requirement.id) if q.required and q.printed]
    place = ("requirement", requirement.id, "id")
    if not _always_asked(carriers, school_type):
        yield Fault(
            place,
            f"A school of type “{school_type}” could finish and leave this duty out: "
            "no required question is sure to ask for it.",
        )
        return
    for part in requirement.parts:
        if not _always_asked([q for q in carriers if part.id in q.parts], school_type):
            yield Fault(
                (*place[:2], "parts"),
                f"A school of type “{school_type}” could finish and leave out “{part.id}”: "
                "no required question is sure to ask for it.",
            )


def _always_asked(questions: list[Question], school_type: str) -> bool:
    """Whether at least one is on the route of this type, whatever the other answers are.

    Trying every leaf as true and as false is enough: an unknown leaf puts a question on the route
    wherever one of the two would, or counts as false.
    """
    others = sorted(
        {
            leaf
            for question in questions
            for leaf in leaves(question.applies_when)
            if leaf.question != SCHOOL_TYPE
        },
        key=repr,
    )
    for values in product((True, False), repeat=len(others)):
        world = dict(zip(others, values, strict=True))

        def test(leaf: Leaf, world: dict[Leaf, bool] = world) -> bool:
            if isinstance(leaf, OneOf) and leaf.question == SCHOOL_TYPE:
                return school_type in leaf.options
            return world[leaf]

        if not any(q.applies_when is None or evaluate(q.applies_when, test) for q in questions):
            return False
    return True
