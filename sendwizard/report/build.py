"""Builds the `Report` of a year in the layout `questions`: the parent's questions, in their order.

Prints what counts and nothing else: no carried answer, no note, no example, nothing off the route.
"""

from collections.abc import Mapping
from datetime import date

from sendwizard.core.answers import Answer, Answers, Scalar, Value
from sendwizard.core.bank import NEXT_REVIEW, SCHOOL_NAME, Bank, Column, Kind, Question
from sendwizard.core.duties import Gap, gaps
from sendwizard.core.kinds import label_of, say_field
from sendwizard.core.route import Status, statuses
from sendwizard.core.words import NOT_WRITTEN, count, for_school
from sendwizard.core.years import year_before
from sendwizard.report.model import (
    Body,
    Card,
    Cell,
    CellKind,
    Entry,
    Grid,
    OpenGap,
    Part,
    Prose,
    Report,
    Values,
)
from sendwizard.report.prose import parse_prose

_CELL_KINDS = {
    Kind.EMAIL: CellKind.EMAIL,
    Kind.PHONE: CellKind.PHONE,
    Kind.URL: CellKind.URL,
}
_NOT_PRINTED = frozenset({SCHOOL_NAME})
"""Printed in the title, so not again as an entry."""


def build_report(bank: Bank, answers: Answers) -> Report:
    """The report of these answers, gaps and all."""
    open_gaps = {gap.question.id: gap for gap in gaps(bank, answers)}
    standing = statuses(bank, answers)
    parts = []
    for section in bank.sections:
        entries = [
            entry
            for question in section.questions
            if (entry := _entry(bank, answers, question, standing, open_gaps)) is not None
        ]
        if entries:
            parts.append(Part(section.id, section.title, tuple(entries)))
    draft = f"Draft, {count(len(open_gaps), 'gap')}"
    name = answers.value(SCHOOL_NAME)
    shown = name if isinstance(name, str) and SCHOOL_NAME not in open_gaps else "Our school"
    review = answers.value(NEXT_REVIEW) if standing.get(NEXT_REVIEW) is Status.ANSWERED else None
    return Report(
        title="SEN information report",
        school=shown,
        year=answers.year,
        state=draft if open_gaps else "Complete, waiting for governors",
        draft=bool(open_gaps),
        about_years=(
            f"This report says what we do in {answers.year}. "
            f"Where it says how things went, it means {year_before(answers.year)}."
        ),
        dated=answers.newest,
        next_review=review if isinstance(review, date) else None,
        parts=tuple(parts),
    )


def _entry(
    bank: Bank,
    answers: Answers,
    question: Question,
    standing: Mapping[str, Status],
    open_gaps: Mapping[str, Gap],
) -> Entry | None:
    """The entry of a question; None where there is nothing to print and nothing missing."""
    gap = open_gaps.get(question.id)
    if not question.printed or (question.id in _NOT_PRINTED and gap is None):
        return None
    bodies: list[Body] = []
    match standing[question.id]:
        case Status.ANSWERED:
            bodies.extend(_bodies(question, answers.value(question.id)))
        case Status.NOT_APPLICABLE:
            bodies.append(_reason(answers.get(question.id)))
    if gap is not None:
        bodies.append(_gap(bank, gap))
    prompt = for_school(bank, answers, question.prompt)
    return Entry(question.id, prompt, tuple(bodies)) if bodies else None


def _reason(answer: Answer) -> Body:
    return Prose(parse_prose(f"This does not apply to our school: {answer.not_applicable}"))


def _gap(bank: Bank, gap: Gap) -> OpenGap:
    missing = ", ".join(gap.missing)
    sentence = f"Still to come: {missing}." if missing else NOT_WRITTEN
    citations = tuple(
        requirement.citation
        for each in gap.question.requirements
        if (requirement := bank.requirement_by_id[each]).force == "must"
    )
    return OpenGap(sentence, citations)


def _bodies(question: Question, value: Value | None) -> list[Body]:
    if value is None:
        return []
    if question.kind is Kind.PASSAGE:
        return [Prose(parse_prose(str(value)))]
    if not isinstance(value, tuple):
        return [Values((_cell(question.column, value),))]
    rows = [row for row in value if isinstance(row, Mapping)]
    if rows:
        return [_table(question, rows)]
    return [Values(tuple(Cell(label_of(question.options, str(each))) for each in value))]


def _table(question: Question, rows: list[Mapping[str, Scalar]]) -> Body:
    """One person as a card; several rows as a table without its empty columns."""
    used = [column for column in question.columns if any(column.id in row for row in rows)]
    if question.most == 1:
        return Card(tuple((column.label, _cell(column, rows[0][column.id])) for column in used))
    return Grid(
        tuple(column.label for column in used),
        tuple(
            tuple(
                _cell(column, row[column.id]) if column.id in row else Cell("") for column in used
            )
            for row in rows
        ),
    )


def _cell(column: Column, value: Scalar) -> Cell:
    return Cell(say_field(column, value), _CELL_KINDS.get(column.kind, CellKind.TEXT))
