"""The field for a small table: its rows as lines, and one row as a form. Knows no wizard.

A question that takes one row is its form alone. Of several rows, the table or the form of one row
is shown; both, where there is room.
"""

from collections.abc import Mapping
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from sendwizard.core.answers import Value
from sendwizard.core.bank import Question
from sendwizard.core.table_edit import TableEdit
from sendwizard.core.table_rows import Texts, say_fault
from sendwizard.core.words import count
from sendwizard.tui.fields import Done, Edited, Reading
from sendwizard.tui.row_form import RowForm
from sendwizard.tui.row_lines import TableLines
from sendwizard.tui.row_list import (
    ADD,
    ADD_FIRST,
    KEYS,
    KEYS_TO_LOOK,
    NONE,
    Act,
    Asked,
    RowList,
    TablePasted,
)

BESIDE = 96
"""Cells from which the table and the form stand side by side."""
BOTH = (110, 30)
"""Size of the window from which both are shown, one below the other."""


class RowsField(Vertical):
    """Rows of a small table. What stands in it is `_table`; all else is shown from that."""

    def __init__(self, most_columns: int, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._most_columns = most_columns
        self._table: TableEdit | None = None
        """None before the first question."""
        self._place = 0
        """The row in the form, from 0; behind the last one it is a new row."""
        self._opened: Texts = {}
        """The row in the form as it was when the form was opened."""
        self._box = 0
        """The box that gets the focus first."""
        self._writing = False
        """Whether the form has the focus, and not the table."""
        self._locked = False
        self._lines: TableLines | None = None
        self._said_at: int | None = None
        """Where the highlight was when the last act was told; None where the keys are shown."""

    def compose(self) -> ComposeResult:
        """The table, and the form."""
        with Vertical(classes="row-table"):
            yield Static("", classes="row-head", markup=False)
            yield RowList()
            yield Static("", classes="row-keys", markup=False)
        yield RowForm(self._most_columns, self)

    def on_mount(self) -> None:
        """Find the parts once."""
        self._list = self.query_one(RowList)
        self._form = self.query_one(RowForm)

    def only_show(self) -> None:
        """From here on it is only looked at."""
        self._locked = True
        self._form.only_show()

    # -- the question -------------------------------------------------------------------

    def load(self, question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show an answer: at the row that cannot be read, where there is one; an empty table
        at the form of its first row, so that one can type at once.
        """
        today = date.today()  # noqa: DTZ011 - the person's own day
        table = self._table = TableEdit.of(question, value, drafts, today)
        self._place = self._box = 0
        fault = next(iter(table.read()[1]), None)
        if fault is not None:
            self._place = fault.place
            self._box = [column.id for column in question.columns].index(fault.column)
        empty = not (table.rows or self._locked)
        self._writing = fault is not None or not table.several or empty
        self._form.load(question.columns, today, several=table.several)
        self._fill_form()
        self._fill_table(self._place)
        self._lay_out()

    @property
    def _several(self) -> bool:
        return self._table is not None and self._table.several

    def read(self, question: Question) -> Reading:
        """Every row; all boxes as drafts where one cannot be taken, so that rows stay apart."""
        table = self._table or TableEdit(question)
        rows, faults = table.read()
        if faults:
            return Reading(None, table.drafts(), say_fault(question, faults[0]))
        return Reading(rows or None)

    def focus_first(self) -> None:
        """Put the focus into the table, or the cursor into the form."""
        if self._writing:
            self._form.focus_box(self._box)
        else:
            self.screen.set_focus(self._list)  # now: focus() would let letters go astray

    # -- what is seen -------------------------------------------------------------------

    @property
    def at_end(self) -> bool:
        """Whether the last row is shown."""
        if not self._several:
            return True
        in_table = self.query_one(".row-table").display
        return self._list.shows_last if in_table else self._place >= self._list.rows - 1

    def show_row(self, place: int) -> None:
        """Show a row that is there, in the table."""
        if self._several:
            self._to_table(place)
            self._list.scroll_to_highlight()

    def show_next(self) -> None:
        """Show the rows behind those that are shown."""
        if self._several:
            self._list.show_more()

    def on_resize(self) -> None:
        """Cut the columns to the width; a box with the cursor is not touched."""
        if self._table is not None:
            self._lay_out()
            self._fill_table(self._list.place)
            self._follow()

    def _lay_out(self) -> None:
        """Show the table, the form, or both."""
        beside = self.size.width >= BESIDE
        wide, high = self.screen.size
        both = self._several and (beside or (wide >= BOTH[0] and high >= BOTH[1]))
        self.set_class(both and beside, "-beside")
        self.set_class(both, "-both")
        self.query_one(".row-table").display = self._several and (both or not self._writing)
        self._form.display = both or self._writing

    @property
    def _room(self) -> int:
        """Cells for a line: all but the padding and a scroll bar."""
        width = self.size.width or self.screen.size.width
        width = (width - 3) // 2 if self.has_class("-beside") else width
        return max(1, width - 3)

    def _fill_table(self, place: int) -> None:
        """Show the rows as they are, with one of them highlighted."""
        table = self._table
        if table is None or not table.several:
            return
        lines = self._lines = TableLines.of(table.question, table.rows, self._room, table.today)
        self.query_one(".row-head", Static).update(lines.head)
        rows = [lines.row(number, row) for number, row in enumerate(table.rows)]
        last = f"The table is full: it takes {count(table.most, 'row')}."
        if self._locked:
            last = "" if rows else NONE
        elif not table.is_full:
            last = ADD if rows else ADD_FIRST
        self._list.show(rows, last, adds=not (table.is_full or self._locked))
        self._list.stand_at(place)
        self._say(table.said)

    def _say(self, sentence: str) -> None:
        """Say what an act has done, in place of the keys; "" shows the keys again."""
        keys = KEYS_TO_LOOK if self._locked else KEYS
        self.query_one(".row-table .row-keys", Static).update(sentence or keys)
        self._said_at = self._list.place if sentence else None

    def _fill_form(self) -> None:
        rows = () if self._table is None else self._table.rows
        here = self._place < len(rows)
        self._opened = dict(rows[self._place]) if here else {}
        title = f"Row {self._place + 1} of {len(rows)}" if here else "A new row"
        self._form.show(self._opened, "" if self._locked and not here else title)

    def _follow(self) -> None:
        """Where both are shown, the form follows the arrows in the table."""
        if self.has_class("-both") and not self._writing and self._list.place != self._place:
            self._place = self._list.place
            self._fill_form()

    # -- a row --------------------------------------------------------------------------

    def _to_row(self, place: int) -> None:
        """Open the form of a row; behind the last one a new row begins where there is room."""
        if place >= self._list.rows and (self._locked or (self._table and self._table.is_full)):
            self._to_table(place)
            return
        self._place, self._box, self._writing = place, 0, True
        self._fill_form()
        self._lay_out()
        self.focus_first()

    def _to_table(self, place: int) -> None:
        """Close the form, and highlight a row."""
        if self._writing and self._table is not None:
            self._table = self._table.close(self._place, self._opened)
        self._writing = False
        self._fill_table(place)
        self._follow()
        self._lay_out()
        self.focus_first()

    def row_written(self, column: str, text: str) -> None:
        """Take a cell in."""
        if self._table is None:
            return
        self._table = self._table.write(self._place, column, text)
        if self.has_class("-both") and self._lines is not None:
            if self._list.rows == len(self._table.rows):
                row = self._lines.row(self._place, self._table.row(self._place))
                self._list.rewrite(self._place, row)
            else:
                self._fill_table(self._place)
        self.post_message(Edited())

    def row_through(self) -> None:
        """Back to the table: after a new row to the line that adds one more."""
        if self._several:
            self._to_table(self._place if self._opened else self._place + 1)
        else:
            self.post_message(Done())

    def row_left(self, *, to_next: bool) -> None:
        """Back to the table, or on to the next row's form."""
        if not to_next:
            self._to_table(self._place)
        elif self._table is not None and any(self._table.row(self._place).values()):
            self._to_row(self._place + 1)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where both are shown, the mouse or Tab goes from one to the other."""
        if not self._several or self.screen.focused is not event.widget:
            return
        if event.widget is self._list and self._writing:
            self._to_table(self._place)
        elif event.widget is not self._list:
            self._writing = True

    # -- the table ----------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or the mouse, opens a row."""
        event.stop()
        self._to_row(event.option_index)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Keep the form in step."""
        event.stop()
        self._follow()
        if self._said_at not in (None, self._list.place):
            self._say("")

    def on_asked(self, event: Asked) -> None:
        """A key for the highlighted row."""
        event.stop()
        place: int | None = self._list.place
        table = self._table
        if self._locked or table is None or place is None:
            return
        match event.act:
            case Act.ADD:
                self._to_row(len(table.rows))
                return
            case Act.REMOVE:
                table = table.remove(place)
            case Act.PUT_BACK:
                table, place = table.put_back()
            case Act.UP:
                table, place = table.move(place, -1)
            case Act.DOWN:
                table, place = table.move(place, 1)
        self._show(table, self._list.place if place is None else place)

    def on_table_pasted(self, event: TablePasted) -> None:
        """Rows from Word or a spreadsheet are added at the end."""
        event.stop()
        if self._table is not None and not self._locked:
            self._to_table(self._place)
            self._show(self._table.paste(event.text), len(self._table.rows))

    def _show(self, table: TableEdit, place: int) -> None:
        """Show the table as an act has made it, and in the form the row that is highlighted."""
        changed = self._table is None or table.rows != self._table.rows
        self._table = table
        self._fill_table(place)
        self._place = self._list.place
        self._fill_form()
        if changed:
            self.post_message(Edited())
