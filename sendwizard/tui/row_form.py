"""The form of one row: a labelled box for each column. Knows one row's columns and no table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from sendwizard.core.bank import Column
from sendwizard.core.table_rows import options_of, tidied
from sendwizard.tui.fields import OneLine
from sendwizard.tui.row_list import TablePasted

KEYS = "Enter: next box, then back to the table. Esc: back now. Page down: next row."
"""The line under the boxes."""


class RowBox(OneLine):
    """A box of one cell; a whole table that is pasted into it becomes rows."""

    takes_tables = False
    """Whether there is a table for it."""

    def _on_paste(self, event: events.Paste) -> None:
        if self.takes_tables and "\t" in event.text:
            event.stop()
            event.prevent_default()
            self.post_message(TablePasted(event.text))


class Owner(Protocol):
    """Whose row it is. Told at once: by message, the next key could overtake what it does."""

    def row_written(self, column: str, text: str) -> None:
        """Something was typed into a box."""

    def row_through(self) -> None:
        """Enter was pressed in the last box, or in the first of an empty row."""

    def row_left(self, *, to_next: bool) -> None:
        """Back to the table, or on to the next row."""


class RowForm(Vertical):
    """The boxes of one row, and below them what can be picked in the one with the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,pageup", "leave", show=False),
        Binding("pagedown", "next_row", show=False),
        Binding("tab,down", "step(1)", show=False),
        Binding("shift+tab,up", "step(-1)", show=False),
    ]

    def __init__(self, most_columns: int, owner: Owner) -> None:
        super().__init__()
        self._most_columns = most_columns
        self._owner = owner
        self._columns: Sequence[Column] = ()
        self._several = False
        self._today: date | None = None

    def compose(self) -> ComposeResult:
        """A label and a box for each column that any question has."""
        yield Static("", classes="row-place", markup=False)
        for _ in range(self._most_columns):
            with Horizontal(classes="row-field"):
                yield Label("", markup=False)
                yield RowBox(compact=True, select_on_focus=False)
        yield Static("", classes="row-options", markup=False)
        yield Static(KEYS, classes="row-keys", markup=False)

    @property
    def boxes(self) -> list[RowBox]:
        """The boxes of the columns that the question has."""
        return list(self.query(RowBox))[: len(self._columns)]

    def only_show(self) -> None:
        """From here on it is only looked at."""
        for box in self.query(RowBox):
            box.locked = True

    def load(self, columns: Sequence[Column], today: date | None, *, several: bool) -> None:
        """Take the boxes of another question; `several` where it is one row of many."""
        self._columns, self._today, self._several = columns, today, several
        for number, line in enumerate(self.query(".row-field")):
            line.display = number < len(columns)
            if line.display:
                line.query_one(Label).update(columns[number].label)
            line.query_one(RowBox).takes_tables = several
        self.query_one(".row-place").display = several
        self.query_one(".row-keys").display = several
        self.query_one(".row-options").display = any(map(options_of, columns))
        self._show_options(columns[0])

    def show(self, row: Mapping[str, str], title: str) -> None:
        """Show a row's cells."""
        self.query_one(".row-place", Static).update(title)
        for column, box in zip(self._columns, self.boxes, strict=True):
            _put(box, row.get(column.id, ""))

    def focus_box(self, number: int) -> None:
        """Put the cursor into a box, from 0."""
        box = self.boxes[min(number, len(self._columns) - 1)]
        self.screen.set_focus(box)  # now: focus() would let letters go astray

    def _show_options(self, column: Column) -> None:
        """What can be picked in a column; the lines stay, so that nothing jumps."""
        options = self.query_one(".row-options", Static)
        picks = options_of(column)
        options.visible = bool(picks)
        if picks:
            options.update("   ".join(f"{n} {each.label}" for n, each in enumerate(picks, 1)))

    def _number_of(self, box: object) -> int:
        return next((n for n, each in enumerate(self.boxes) if each is box), 0)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what can be picked in this box."""
        self._show_options(self._columns[self._number_of(event.widget)])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the table."""
        event.stop()
        number = self._number_of(event.input)
        self._owner.row_written(self._columns[number].id, event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next box, and from the last one on."""
        event.stop()
        number = self._number_of(event.input)
        self._tidy(number)
        is_empty = not any(box.value.strip() for box in self.boxes)
        if number + 1 >= len(self._columns) or (self._several and is_empty and not number):
            self._owner.row_through()
        else:
            self.focus_box(number + 1)

    def _tidy(self, number: int) -> None:
        """Say a cell as the report will, once it is left: NASENCo for 1, 12 March 2026."""
        box, column = self.boxes[number], self._columns[number]
        tidy = tidied(column, box.value, self._today)
        if tidy != box.value and not box.locked:
            _put(box, tidy)
            self._owner.row_written(column.id, tidy)

    def action_step(self, step: int) -> None:
        """The next box or the one before; beyond them comes the table, or the other end."""
        number = self._number_of(self.screen.focused)
        self._tidy(number)
        number += step
        if self._several and number >= len(self._columns):
            self._owner.row_through()
        elif self._several and number < 0:
            self._owner.row_left(to_next=False)
        else:
            self.focus_box(number % len(self._columns))

    def action_leave(self) -> None:
        """Back to the table."""
        self._leave(to_next=False)

    def action_next_row(self) -> None:
        """On to the next row, or to a new one."""
        self._leave(to_next=True)

    def _leave(self, *, to_next: bool) -> None:
        if self._several:
            self._tidy(self._number_of(self.screen.focused))
            self._owner.row_left(to_next=to_next)


def _put(box: Input, text: str) -> None:
    with box.prevent(Input.Changed):
        box.value = text
    box.cursor_position = len(text)
