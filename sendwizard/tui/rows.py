"""The field for a small table: one row at a time as a form. Knows one question and no wizard."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from sendwizard.core.answers import Row, Scalar, Value
from sendwizard.core.bank import Column, Question
from sendwizard.core.kinds import KindError, field_text, label_of, parse_field
from sendwizard.tui.fields import Done, Edited, OneLine, Reading

MOST_FIGURES = 4
"""Figures of a row's number in a file that may be broken: no table has a thousand rows."""


class RowsField(Vertical):
    """Rows of a small table, one at a time as a form; page down and page up change the row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "row(1)", "Next row", show=False, priority=True),
        Binding("pageup", "row(-1)", "Row before", show=False, priority=True),
    ]

    def __init__(self, most_columns: int, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._most_columns = most_columns
        self._question: Question | None = None
        self._rows: list[dict[str, str]] = [{}]
        self._place = 0

    def compose(self) -> ComposeResult:
        """A label and a field for each column that any question has."""
        yield Label("", classes="row-place", markup=False)
        for _ in range(self._most_columns):
            with Horizontal(classes="row-field"):
                yield Label("", markup=False)
                yield OneLine(compact=True, select_on_focus=False)
        yield Static("", classes="row-options", markup=False)

    def only_show(self) -> None:
        """From here on it is only looked at."""
        for box in self.query(OneLine):
            box.locked = True

    @property
    def at_end(self) -> bool:
        """Whether the last row is shown."""
        return self._place >= len(self._rows) - 1

    def show_row(self, place: int) -> None:
        """Show a row that is there."""
        self._place = min(max(0, place), len(self._rows) - 1)
        self._draw()

    def show_next(self) -> None:
        """Show the row behind this one, where there is one."""
        self.show_row(self._place + 1)

    def load(self, question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show the first row of an answer."""
        rows = (
            [row for row in value or () if isinstance(row, Mapping)]
            if isinstance(value, tuple)
            else []
        )
        self._question = question
        self._rows = [_texts(question, row) for row in rows] or [{}]
        if drafts:
            self._rows = [{}]
        for key, text in drafts.items():
            number, _, column = key.partition(".")
            if number.isascii() and number.isdigit() and len(number) < MOST_FIGURES and column:
                place = int(number)
                self._rows.extend({} for _ in range(place + 1 - len(self._rows)))
                self._rows[place][column] = text
        self._place = 0
        self._draw()

    def _draw(self) -> None:
        question = self._question
        if question is None:
            return
        place = self.query_one(".row-place", Label)
        several = question.most != 1
        place.display = several
        place.update(
            f"Row {self._place + 1} of {len(self._rows)}. "
            "Page down: next row or a new one. Page up: the row before."
        )
        options = self.query_one(".row-options", Static)
        options.update("\n".join(_numbered(each) for each in question.columns if each.options))
        options.display = any(column.options for column in question.columns)
        for number, box in enumerate(self.query(".row-field")):
            box.display = number < len(question.columns)
            if number < len(question.columns):
                column = question.columns[number]
                box.query_one(Label).update(column.label)
                with self.prevent(Input.Changed):
                    cell = box.query_one(Input)
                    cell.value = self._rows[self._place].get(column.id, "")
                    cell.cursor_position = len(cell.value)

    def focus_first(self) -> None:
        """Put the cursor into the first box."""
        self.screen.set_focus(self.query(Input).first())  # now: focus() would let letters go astray

    def action_row(self, step: int) -> None:
        """Go to another row; behind the last one a new one begins."""
        question = self._question
        most = question.most if question and question.most is not None else None
        if question is None or most == 1:
            return
        place = max(0, self._place + step)
        if place >= len(self._rows):
            locked = self.query(OneLine).first().locked
            if locked or not any(self._rows[-1].values()) or (most is not None and place >= most):
                return
            self._rows.append({})
        self._place = place
        self._draw()
        self.focus_first()

    def read(self, question: Question) -> Reading:
        """Every row; all boxes as drafts where one cannot be taken, so that rows stay apart."""
        rows: list[Row] = []
        problem = ""
        for texts in self._rows:
            row: dict[str, Scalar] = {}
            for column in question.columns:
                text = texts.get(column.id, "")
                try:
                    cell = _cell(column, text)
                except KindError as error:
                    problem = problem or f"{column.label}: {error}"
                else:
                    if cell is not None:
                        row[column.id] = cell
            if row:
                rows.append(row)
        if problem:
            return Reading(None, self._typed(), problem)
        return Reading(tuple(rows) or None)

    def _typed(self) -> dict[str, str]:
        filled = [row for row in self._rows if any(row.values())]
        return {
            f"{number}.{column}": text
            for number, row in enumerate(filled)
            for column, text in row.items()
            if text
        }

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what was typed in its row, and tell the page."""
        event.stop()
        question = self._question
        boxes = list(self.query(Input))
        number = boxes.index(event.input)
        if question is not None and number < len(question.columns):
            self._rows[self._place][question.columns[number].id] = event.value
            self.post_message(Edited())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next box, and from the last one on."""
        event.stop()
        boxes = [box for box in self.query(Input) if box.parent and box.parent.display]
        place = boxes.index(event.input)
        if place + 1 < len(boxes):
            self.screen.set_focus(boxes[place + 1])
        else:
            self.post_message(Done())


def _numbered(column: Column) -> str:
    """What the column takes: `Course: 1 NASENCo, 2 NPQ for SENCOs`."""
    options = ", ".join(f"{n} {option.label}" for n, option in enumerate(column.options, 1))
    return f"{column.label}: {options}"


def _texts(question: Question, row: Row) -> dict[str, str]:
    texts: dict[str, str] = {}
    for column in question.columns:
        if column.id in row:
            cell = row[column.id]
            shown = label_of(column.options, str(cell)) if column.options else ""
            texts[column.id] = shown or field_text(cell)
    return texts


def _cell(column: Column, text: str) -> Scalar | None:
    """A cell; an option also by its number."""
    typed = text.strip()
    if column.options and typed.isascii() and typed.isdigit():
        number = int(typed) - 1
        if 0 <= number < len(column.options):
            return column.options[number].id
    try:
        return parse_field(column, text)
    except KindError:
        if column.options:
            raise KindError("Type one of the numbers below the boxes.") from None
        raise
