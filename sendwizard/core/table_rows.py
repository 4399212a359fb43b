"""A small table while it is being filled in: rows as typed, and what each of them says.

A table here is a tuple of rows, and a row the texts by column id; a column that is empty may be
missing. Every function gives a new table and leaves the other rows, and their order, as they were.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sendwizard.core.answers import Row, Scalar, Value
from sendwizard.core.bank import Column, Kind, Option, Question
from sendwizard.core.kinds import KindError, field_text, label_of, parse_field, say_field
from sendwizard.core.text import clean_line

Texts = Mapping[str, str]
"""One row as it was typed, by column id."""
Table = tuple[Texts, ...]

MOST_ROWS = 200
"""Rows that a table takes where its question names no limit: a report is no register."""
_MOST_FIGURES = 4
"""Figures of a row's number in a file that may be broken: no table has a thousand rows."""
_YES_NO = (Option("yes", "Yes"), Option("no", "No"))
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u2060\ufeff")
"""Soft hyphens and signs without a width, which come along from web pages."""


@dataclass(frozen=True)
class Removed:
    """A row that was taken out, to be put back."""

    place: int
    """Where it stood, from 0."""
    row: Texts


@dataclass(frozen=True)
class Fault:
    """A cell that its kind cannot take yet."""

    place: int
    """The row, from 0."""
    column: str
    sentence: str
    """What would be taken."""


# -- moves --------------------------------------------------------------------------------


def most_rows(question: Question) -> int:
    """The most rows that a question takes."""
    return question.most if question.most is not None else MOST_ROWS


def is_blank(row: Texts) -> bool:
    """Whether nothing but spaces stands in it."""
    return not any(text.strip() for text in row.values())


def filled(rows: Table) -> Table:
    """The rows in which something stands."""
    return tuple(row for row in rows if not is_blank(row))


def write(rows: Table, place: int, column: str, text: str) -> Table:
    """The table with this text in a cell; a place behind the last row begins a new one."""
    row = {**(rows[place] if place < len(rows) else {}), column: text}
    return (*rows[:place], row, *rows[place + 1 :])


def add(rows: Table, more: Table, most: int) -> Table:
    """The table with more rows at its end, as many of them as it has room for."""
    return (*rows, *more[: max(0, most - len(rows))])


def remove(rows: Table, place: int) -> tuple[Table, Removed | None]:
    """The table without a row, and that row; None, and the same table, where there is none."""
    if not 0 <= place < len(rows):
        return rows, None
    return (*rows[:place], *rows[place + 1 :]), Removed(place, rows[place])


def put_back(rows: Table, removed: Removed, most: int) -> Table:
    """The table with a removed row where it stood; the same table where it is full."""
    if len(rows) >= most:
        return rows
    return (*rows[: removed.place], removed.row, *rows[removed.place :])


def move(rows: Table, place: int, step: int) -> tuple[Table, int]:
    """The table with a row moved past `step` others (up where below 0), and the row's new place.

    At either end it stays.
    """
    if not 0 <= place < len(rows):
        return rows, place
    target = min(max(0, place + step), len(rows) - 1)
    others = (*rows[:place], *rows[place + 1 :])
    return (*others[:target], rows[place], *others[target:]), target


# -- words and values ---------------------------------------------------------------------


def options_of(column: Column) -> tuple[Option, ...]:
    """What can be picked in a column by its number; () where it is written in words."""
    return _YES_NO if column.kind is Kind.YES_NO else column.options


def cell_value(column: Column, text: str, today: date | None = None) -> Scalar | None:
    """The value of a cell, None where it is blank; an option also by number or first letters.

    `today` is the day that the word means; None where the word is not taken. Raises KindError
    with a sentence that says what would be taken.
    """
    options = options_of(column)
    if not options or not text.strip():
        return parse_field(column, text, today=today)
    picked = _picked(options, clean_line(text).lower())
    try:
        return parse_field(column, picked or text)
    except KindError:
        said = f"Type a number from 1 to {len(options)}, or the first letters of an answer."
        raise KindError(said) from None


def _picked(options: Sequence[Option], typed: str) -> str:
    """The id of the one option that this means; "" where it means none, or several."""
    for number, option in enumerate(options, 1):
        if typed in (str(number), option.id, option.label.lower()):
            return option.id
    begins = [option.id for option in options if option.label.lower().startswith(typed)]
    return begins[0] if len(begins) == 1 else ""


def cell_text(column: Column, value: Scalar) -> str:
    """A value as it stands in its box, to be typed on: an option by its label."""
    if column.options:
        return label_of(column.options, str(value))
    return say_field(column, value) if isinstance(value, bool) else field_text(value)


def tidied(column: Column, text: str, today: date | None = None) -> str:
    """The cell as the report will say it; as it was typed where it cannot be taken yet."""
    try:
        value = cell_value(column, text, today)
    except KindError:
        return text
    return text if value is None else cell_text(column, value)


def table_of(question: Question, value: Value | None) -> Table:
    """The rows of an answer, to be typed on."""
    rows = value if isinstance(value, tuple) else ()
    return tuple(
        {
            column.id: cell_text(column, row[column.id])
            for column in question.columns
            if column.id in row
        }
        for row in rows
        if isinstance(row, Mapping)
    )


def read_table(
    question: Question, rows: Table, today: date | None = None
) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """What each row says, without the cells that cannot be taken, and those cells.

    There are as many rows as in the table: one in which nothing can be taken is empty.
    """
    said: list[Row] = []
    faults: list[Fault] = []
    for place, row in enumerate(rows):
        cells: dict[str, Scalar] = {}
        for column in question.columns:
            try:
                value = cell_value(column, row.get(column.id, ""), today)
            except KindError as error:
                faults.append(Fault(place, column.id, str(error)))
            else:
                if value is not None:
                    cells[column.id] = value
        said.append(cells)
    return tuple(said), tuple(faults)


def say_fault(question: Question, fault: Fault) -> str:
    """`Row 2, Date: Write the date as …`; without the row where there is only one."""
    label = next(column.label for column in question.columns if column.id == fault.column)
    which = "" if question.most == 1 else f"Row {fault.place + 1}, "
    return f"{which}{label}: {fault.sentence}"


# -- drafts -------------------------------------------------------------------------------


def drafts_of(rows: Table) -> dict[str, str]:
    """What was typed, by `ROW.column` with rows from 0; blank rows are left out."""
    return {
        f"{number}.{column}": text
        for number, row in enumerate(filled(rows))
        for column, text in row.items()
        if text
    }


def from_drafts(drafts: Mapping[str, str]) -> Table:
    """The rows of such drafts; keys that no table has are passed by."""
    rows: dict[int, dict[str, str]] = {}
    for key, text in drafts.items():
        number, _, column = key.partition(".")
        if number.isascii() and number.isdigit() and len(number) < _MOST_FIGURES and column:
            rows.setdefault(int(number), {})[column] = text
    return filled(tuple(rows[number] for number in sorted(rows)))


# -- from Word or a spreadsheet -----------------------------------------------------------


def rows_from_paste(text: str, columns: Sequence[Column]) -> Table:
    """The rows of a table copied from Word or a spreadsheet: a line each, tabs between cells.

    A first line that names the columns is not taken as a row, and puts the cells in their order.
    Without tabs, each line is the first cell of a row. Cells beyond the last column are joined to
    it, so that none is lost.
    """
    lines = [[_tidy(cell) for cell in line] for line in _lines(text)]
    lines = [line for line in lines if any(line)]
    order = [column.id for column in columns]
    by_label = {column.label.lower(): column.id for column in columns}
    if lines and len(lines[0]) > 1 and all(cell.lower() in by_label for cell in lines[0]):
        named = [by_label[cell.lower()] for cell in lines[0]]
        if len(set(named)) == len(named):
            order, lines = named, lines[1:]
    return tuple(_row(order, line) for line in lines)


def _lines(text: str) -> list[list[str]]:
    """Cells by line; a spreadsheet puts quotes round a cell that holds a line end."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" not in whole:
        return [[line] for line in whole.split("\n")]
    try:
        return list(csv.reader(whole.splitlines(keepends=True), delimiter="\t", strict=True))
    except csv.Error:  # a quotation mark of the text itself
        return [line.split("\t") for line in whole.split("\n")]


def _tidy(cell: str) -> str:
    return clean_line(cell.translate(_UNSEEN))


def _row(order: Sequence[str], cells: Sequence[str]) -> Texts:
    last = len(order) - 1
    row = dict(zip(order[:last], cells[:last], strict=False))
    row[order[last]] = " ".join(filter(None, cells[last:]))
    return {column: text for column, text in row.items() if text}
