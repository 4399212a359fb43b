"""The answer fields. Each is made once and loaded for one question after another.

A field gives what stands in it as a `Reading`; whether that is an answer is the core's to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, OptionList, TextArea
from textual.widgets.option_list import Option as ListItem

from sendwizard.core.answers import Row, Scalar, Value
from sendwizard.core.bank import Column, Kind, Question
from sendwizard.core.kinds import KindError, choices_value, field_text, label_of, parse_field

YES_NO = ("yes", "no")
_TAKEN_BY_TEXT_AREA = ("f6", "f7")


@dataclass(frozen=True)
class Reading:
    """What stands in a field."""

    value: Value | None
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Text that cannot be taken yet, by field; () where all can."""
    problem: str = ""
    """What would be taken; "" where nothing is wrong."""


class Edited(Message):
    """Something was typed or chosen."""


class Done(Message):
    """Enter was pressed in a field of one line: go on."""


class PassageField(TextArea):
    """A long text. Textual's own F6 and F7 select; here they are the wizard's."""

    def on_mount(self) -> None:
        """Give the keys back to the wizard."""
        for key in _TAKEN_BY_TEXT_AREA:
            self._bindings.key_to_bindings.pop(key, None)

    def load(self, _question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show an answer."""
        text = drafts.get("", value if isinstance(value, str) else "")
        if self.text != text:
            self.load_text(text)
        self.move_cursor(self.document.end)

    def read(self, question: Question) -> Reading:
        """What stands here."""
        try:
            return Reading(parse_field(question.column, self.text))
        except KindError as error:
            return Reading(None, {"": self.text}, str(error))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(Edited())


class ChoiceField(OptionList):
    """One or several of some options: arrows and Enter, the number, or the space bar."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(markup=False, id=id)
        self._ids: Sequence[str] = ()
        self._labels: Sequence[str] = ()
        self._chosen: frozenset[str] = frozenset()
        self._several = False

    def load(self, question: Question, value: Value | None, _drafts: Mapping[str, str]) -> None:
        """Show an answer among its options."""
        self._several = question.kind is Kind.CHOICES
        if question.kind is Kind.YES_NO:
            self._ids, self._labels = YES_NO, ("Yes", "No")
        else:
            self._ids = [option.id for option in question.options]
            self._labels = [option.label for option in question.options]
        self._chosen = _chosen_ids(value)
        self._draw()
        marked = [n for n, each in enumerate(self._ids) if each in self._chosen]
        self.highlighted = marked[0] if marked else 0

    def read(self, question: Question) -> Reading:
        """What is chosen."""
        ids = [each for each in self._ids if each in self._chosen]
        if question.kind is Kind.CHOICES:
            return Reading(choices_value(question, ids))
        if question.kind is Kind.YES_NO:
            return Reading(ids[0] == "yes" if ids else None)
        return Reading(ids[0] if ids else None)

    def _draw(self) -> None:
        place = self.highlighted
        self.clear_options()
        mark, blank = ("[x]", "[ ]") if self._several else ("(x)", "( )")
        self.add_options(
            ListItem(f"{number} {mark if each in self._chosen else blank} {label}")
            for number, (each, label) in enumerate(zip(self._ids, self._labels, strict=True), 1)
        )
        self.highlighted = place

    def _choose(self, number: int) -> None:
        picked = frozenset({self._ids[number]})
        self._chosen = self._chosen ^ picked if self._several else picked
        self.highlighted = number
        self._draw()
        self.post_message(Edited())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what is highlighted; Enter on what is chosen already goes on."""
        event.stop()
        number = event.option_index
        if not self._several and self._ids[number] in self._chosen:
            self.post_message(Done())
        else:
            self._choose(number)

    def on_key(self, event: events.Key) -> None:
        """A figure chooses the option of that number."""
        if event.character and event.character in "123456789":
            number = int(event.character) - 1
            if number < len(self._ids):
                event.stop()
                self._choose(number)


def _chosen_ids(value: Value | None) -> frozenset[str]:
    if isinstance(value, bool):
        return frozenset({"yes" if value else "no"})
    if isinstance(value, tuple):
        return frozenset(each for each in value if isinstance(each, str))
    return frozenset({str(value)} if value is not None else ())


class LineField(Input):
    """One short answer."""

    def load(self, _question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show an answer, or what was typed and could not be taken."""
        kept = value if not isinstance(value, tuple) else None
        self.value = drafts.get("", field_text(kept))
        self.cursor_position = len(self.value)

    def read(self, question: Question) -> Reading:
        """What stands here."""
        try:
            return Reading(parse_field(question.column, self.value))
        except KindError as error:
            return Reading(None, {"": self.value}, str(error))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(Edited())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on."""
        event.stop()
        self.post_message(Done())


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
                yield Input(compact=True, select_on_focus=False)

    def load(self, question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show the first row of an answer."""
        rows = (
            [row for row in value or () if isinstance(row, Mapping)]
            if isinstance(value, tuple)
            else []
        )
        self._question = question
        self._rows = [_texts(question, row) for row in rows] or [{}]
        for key, text in drafts.items():
            number, _, column = key.partition(".")
            if number.isdigit() and column:
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
            "Page down: next row, or a new one. Empty all its boxes to remove a row."
        )
        for number, box in enumerate(self.query(".row-field")):
            box.display = number < len(question.columns)
            if number < len(question.columns):
                column = question.columns[number]
                box.query_one(Label).update(_label(column))
                with self.prevent(Input.Changed):
                    box.query_one(Input).value = self._rows[self._place].get(column.id, "")

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
            if not any(self._rows[-1].values()) or (most is not None and place >= most):
                return
            self._rows.append({})
        self._place = place
        self._draw()
        self.focus_first()

    def read(self, question: Question) -> Reading:
        """Every row, with what cannot be taken yet as drafts."""
        rows: list[Row] = []
        drafts: dict[str, str] = {}
        problem = ""
        for number, texts in enumerate(self._rows):
            row: dict[str, Scalar] = {}
            for column in question.columns:
                text = texts.get(column.id, "")
                try:
                    cell = _cell(column, text)
                except KindError as error:
                    drafts[f"{number}.{column.id}"] = text
                    problem = problem or f"{column.label}: {error}"
                else:
                    if cell is not None:
                        row[column.id] = cell
            if row:
                rows.append(row)
        return Reading(tuple(rows) or None, drafts, problem)

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


def _label(column: Column) -> str:
    if column.options:
        numbered = ", ".join(f"{n} {option.label}" for n, option in enumerate(column.options, 1))
        return f"{column.label} ({numbered})"
    return column.label


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
    return parse_field(column, text)
