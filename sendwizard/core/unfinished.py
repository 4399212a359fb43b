"""What an unfinished row still needs: a contact without a phone number is a visible gap."""

from collections.abc import Mapping

from sendwizard.core.answers import Value, is_empty
from sendwizard.core.bank import Kind, Question


def missing_by_row(question: Question, value: Value | None) -> str:
    """What the first unfinished row still needs, as a sentence; "" where none is unfinished."""
    rows = value if question.kind is Kind.ROWS and isinstance(value, tuple) else ()
    for number, row in enumerate(rows, 1):
        missing = missing_in_rows(question, (row,)) if isinstance(row, Mapping) else ()
        if missing:
            which = f"Row {number}, still to come" if question.most != 1 else "Still to come"
            return f"{which}: {', '.join(missing)}."
    return ""


def missing_in_rows(question: Question, value: Value | None) -> tuple[str, ...]:
    """What an unfinished row still needs, in words: `phone or e-mail`; each said once."""
    if question.kind is not Kind.ROWS or not isinstance(value, tuple):
        return ()
    labels = {column.id: column.label for column in question.columns}
    rows = [row for row in value if isinstance(row, Mapping)]
    missing = [
        _in_sentence(column.label)
        for column in question.columns
        if column.required and any(is_empty(row.get(column.id)) for row in rows)
    ]
    if question.needs_one_of and any(
        all(is_empty(row.get(column)) for column in question.needs_one_of) for row in rows
    ):
        missing.append(
            " or ".join(_in_sentence(labels[column]) for column in question.needs_one_of)
        )
    return tuple(missing)


def _in_sentence(label: str) -> str:
    """`Phone` as `phone`; a short form such as `SEN support` stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
