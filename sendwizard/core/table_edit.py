"""A question's small table while a person works on it: each act gives the next one. Frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core import table_rows
from sendwizard.core.answers import Row, Value
from sendwizard.core.bank import Question
from sendwizard.core.kinds import LONGEST
from sendwizard.core.table_rows import Fault, Removed, Table, Texts
from sendwizard.core.words import count


@dataclass(frozen=True)
class TableEdit:
    """The rows as typed, and those that were taken out of them since the question was opened."""

    question: Question
    rows: Table = ()
    removed: tuple[Removed, ...] = ()
    """Rows to be put back, the one that was taken out last first."""
    today: date | None = None
    """The day that the word “today” means in a date; None where the word is not taken."""
    said: str = ""
    """What the last act has to say; "" for nothing."""

    @classmethod
    def of(
        cls,
        question: Question,
        value: Value | None,
        drafts: Mapping[str, str],
        today: date | None = None,
    ) -> "TableEdit":
        """The rows of an answer, or what was typed and could not be taken."""
        rows = table_rows.from_drafts(drafts) if drafts else table_rows.table_of(question, value)
        return cls(question, table_rows.filled(rows), today=today)

    @property
    def several(self) -> bool:
        """Whether it is a table, and not the form of one row alone."""
        return self.question.most != 1 or len(self.rows) > 1

    @property
    def most(self) -> int:
        """The most rows that it takes."""
        return table_rows.most_rows(self.question)

    @property
    def is_full(self) -> bool:
        """Whether it has room for no more rows."""
        return len(self.rows) >= self.most

    def row(self, place: int) -> Texts:
        """A row's texts; empty behind the last row."""
        return self.rows[place] if 0 <= place < len(self.rows) else {}

    def read(self) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
        """What the rows say, without blank ones, and the cells that cannot be taken."""
        typed = table_rows.filled(self.rows)
        rows, faults = table_rows.read_table(self.question, typed, self.today)
        return tuple(row for row in rows if row), faults

    def drafts(self) -> dict[str, str]:
        """What was typed, by `ROW.column`."""
        return table_rows.drafts_of(self.rows)

    def write(self, place: int, column: str, text: str) -> "TableEdit":
        """A cell with this text; the first letter behind the last row begins a new one."""
        return replace(self, rows=table_rows.write(self.rows, place, column, text), said="")

    def close(self, place: int, opened: Texts) -> "TableEdit":
        """A row's form is closed: a row that was emptied goes, and can be put back as it was."""
        if not 0 <= place < len(self.rows) or not table_rows.is_blank(self.rows[place]):
            return replace(self, said="")
        rest, _ = table_rows.remove(self.rows, place)
        if table_rows.is_blank(opened):
            return replace(self, rows=rest)
        return self._without(rest, Removed(place, dict(opened)))

    def remove(self, place: int) -> "TableEdit":
        """Without that row, which can be put back."""
        rest, gone = table_rows.remove(self.rows, place)
        return replace(self, said="") if gone is None else self._without(rest, gone)

    def _without(self, rest: Table, gone: Removed) -> "TableEdit":
        said = f"Row {gone.place + 1} is gone. U brings it back."
        return replace(self, rows=rest, removed=(gone, *self.removed), said=said)

    def put_back(self) -> tuple["TableEdit", int | None]:
        """With the row that was taken out last, and its place; None where none came back."""
        if not self.removed:
            return replace(self, said="There is no row to bring back."), None
        last, *earlier = self.removed
        if self.is_full:
            return replace(self, said="There is no room to bring it back."), None
        rows = table_rows.put_back(self.rows, last, self.most)
        return replace(self, rows=rows, removed=tuple(earlier), said=""), last.place

    def move(self, place: int, step: int) -> tuple["TableEdit", int]:
        """With a row moved up (-1) or down (1), and its new place."""
        rows, place_now = table_rows.move(self.rows, place, step)
        return replace(self, rows=rows, said=""), place_now

    def paste(self, text: str) -> "TableEdit":
        """With the rows of a table from Word or a spreadsheet at the end."""
        if len(text) > LONGEST:
            said = f"That is too long to paste at once: at most {LONGEST:,} characters."
            return replace(self, said=said)
        before = table_rows.filled(self.rows)
        pasted = table_rows.rows_from_paste(text, self.question.columns)
        rows = table_rows.add(before, pasted, self.most)
        added = len(rows) - len(before)
        left_out = len(pasted) - added
        said = f"{count(added, 'row was', 'rows were')} added."
        if left_out:
            said += f" {count(left_out, 'row')} did not fit: it takes {count(self.most, 'row')}."
        return replace(self, rows=rows, said=said)
