"""A table as lines of text, its columns cut to the width. Knows no widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len, set_cell_size

from sendwizard.core.bank import Question
from sendwizard.core.table_rows import Table, Texts, read_table, tidied
from sendwizard.core.unfinished import missing_in_rows

GAP = 2
"""Blank cells between two columns."""
TO_COME = "(to come)"
"""Stands in a cell that its row still needs."""
UNREADABLE, UNFINISHED = "?", "·"
"""Marks behind a row's number: signs, so that no colour is needed."""


@dataclass(frozen=True)
class TableLines:
    """How the rows of a question stand on the screen."""

    question: Question
    today: date | None
    """The day that the word means."""
    start: int
    """Cells before the first column: a row's number, its mark and a blank."""
    widths: tuple[int, ...]

    @classmethod
    def of(
        cls, question: Question, rows: Table, room: int, today: date | None = None
    ) -> "TableLines":
        """The lines for these rows, in so many cells of the screen."""
        start = len(str(max(1, len(rows)))) + 2
        labels = [column.label for column in question.columns]
        lines = [labels, *(_cells(question, row, today) for row in rows)]
        return cls(question, today, start, column_widths(lines, room - start))

    @property
    def head(self) -> str:
        """The columns by name."""
        return self._line("", [column.label for column in self.question.columns])

    def row(self, place: int, row: Texts) -> str:
        """One row: its number (`place` is from 0), what is amiss with it, and its cells."""
        (said,), faults = read_table(self.question, (row,), self.today)
        mark = UNREADABLE if faults else ""
        if not faults and missing_in_rows(self.question, (said,)):
            mark = UNFINISHED
        cells = _cells(self.question, row, self.today)
        return self._line(f"{place + 1:>{self.start - 2}}{mark}", cells)

    def _line(self, start: str, cells: Sequence[str]) -> str:
        line = (" " * GAP).join(map(_fit, cells, self.widths))
        return f"{start:<{self.start}}{line}".rstrip()


def column_widths(lines: Sequence[Sequence[str]], room: int) -> tuple[int, ...]:
    """The width of each column: what it holds, or less where it must.

    `lines` are the heading and the rows. The widest column gives way first; none goes below 1.
    """
    columns = [[cell_len(cell) for cell in column] for column in zip(*lines, strict=True)]
    widths = [max(1, min(max(column), room)) for column in columns]
    spare = room - GAP * (len(widths) - 1)
    while sum(widths) > max(spare, len(widths)):
        widths[widths.index(max(widths))] -= 1
    return tuple(widths)


def _cells(question: Question, row: Texts, today: date | None) -> list[str]:
    """The cells of a row in words, with what is still to come."""
    needed = {column.id for column in question.columns if column.required}
    if not any(row.get(column, "").strip() for column in question.needs_one_of):
        needed |= set(question.needs_one_of[:1])
    return [
        " ".join(tidied(column, row.get(column.id, ""), today).split())
        or (TO_COME if column.id in needed else "")
        for column in question.columns
    ]


def _fit(cell: str, width: int) -> str:
    """The cell cut or filled to its width."""
    if cell_len(cell) <= width:
        return set_cell_size(cell, width)
    return f"{set_cell_size(cell, width - 1)}…"
