"""Whether a value that stands in a file is one that its question takes.

A file may be edited by hand, and a bank changes its options: a value that does not fit is kept in
the file, and neither counts nor is printed.
"""

from collections.abc import Mapping
from datetime import date

from sendwizard.core.answers import Scalar, Value, is_empty
from sendwizard.core.bank import Column, Kind, Question
from sendwizard.core.kinds import KindError, parse_field

_SHAPES: Mapping[Kind, type | tuple[type, ...]] = {
    Kind.YES_NO: bool,
    Kind.NUMBER: int,
    Kind.DATE: date,
    Kind.CHOICES: tuple,
    Kind.ROWS: tuple,
}


def has_shape(question: Question, value: Value) -> bool:
    """Whether a value from a file is of the type that the kind is written in."""
    shape = _SHAPES.get(question.kind, str)
    if question.kind is Kind.NUMBER and isinstance(value, bool):
        return False
    if not isinstance(value, shape):
        return False
    if isinstance(value, tuple):
        element = Mapping if question.kind is Kind.ROWS else str
        return all(isinstance(each, element) for each in value)
    return True


def fits(question: Question, value: Value) -> bool:
    """Whether the question would take the value: known options, cells of their columns' kinds."""
    if not has_shape(question, value):
        return False
    if not isinstance(value, tuple):
        return _cell_fits(question.column, value)
    if question.kind is Kind.CHOICES:
        known = {option.id for option in question.options}
        return known.issuperset(each for each in value if isinstance(each, str))
    columns = {column.id: column for column in question.columns}
    return all(
        _cell_fits(columns[column_id], cell)
        for row in value
        if isinstance(row, Mapping)
        for column_id, cell in row.items()
        if column_id in columns
    )


def _cell_fits(column: Column, value: Scalar) -> bool:
    if column.kind is Kind.PASSAGE or is_empty(value):
        return True
    shape = _SHAPES.get(column.kind, str)
    if not isinstance(value, shape) or (column.kind is Kind.NUMBER and isinstance(value, bool)):
        return False
    if column.kind is Kind.CHOICE:
        return value in {option.id for option in column.options}
    if column.kind in (Kind.YES_NO, Kind.DATE):
        return True
    try:
        return parse_field(column, str(value)) is not None
    except KindError:
        return False
