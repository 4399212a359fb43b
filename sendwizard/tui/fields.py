"""The answer fields. Each is made once and loaded for one question after another.

A field gives what stands in it as a `Reading`; whether that is an answer is the core's to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, OptionList, TextArea
from textual.widgets.option_list import Option as ListItem

from sendwizard.core.answers import Value
from sendwizard.core.bank import Kind, Question
from sendwizard.core.kinds import KindError, choices_value, field_text, parse_field

YES_NO = ("yes", "no")
_TAKEN_BY_TEXT_AREA = ("f6", "f7")


@dataclass(frozen=True)
class Reading:
    """What stands in a field."""

    value: Value | None
    drafts: Mapping[str, str] = field(default_factory=dict)
    """What was typed, by field, where some of it cannot be taken yet; empty where all can."""
    problem: str = ""
    """What would be taken; "" where nothing is wrong."""


class Edited(Message):
    """Something was typed or chosen."""


class Done(Message):
    """Enter was pressed in a field of one line: go on."""


class PassageField(TextArea):
    """A long text. Textual's own F6 and F7 select; here they are the wizard's."""

    _lines_shown = 0

    def on_mount(self) -> None:
        """Give the keys back to the wizard."""
        for key in _TAKEN_BY_TEXT_AREA:
            self._bindings.key_to_bindings.pop(key, None)

    def load(self, _question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show an answer."""
        text = drafts.get("", value if isinstance(value, str) else "")
        with self.prevent(TextArea.Changed):
            self.load_text(text)  # also where it is the same: undo must not reach another question
        self.move_cursor(self.document.end)

    def only_show(self) -> None:
        """From here on it is only looked at."""
        self.read_only = True

    def read(self, question: Question) -> Reading:
        """What stands here."""
        try:
            return Reading(parse_field(question.column, self.text))
        except KindError as error:
            return Reading(None, {"": self.text}, str(error))

    def on_resize(self, event: events.Resize) -> None:
        """Where the pane takes lines, the place of writing stays in sight if it was."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        if 0 <= line - self.scroll_offset.y < self._lines_shown:
            self.scroll_cursor_visible(animate=False)
        self._lines_shown = event.size.height

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
        self._locked = False

    def only_show(self) -> None:
        """From here on it is only looked at."""
        self._locked = True

    @property
    def takes_one(self) -> bool:
        """Whether one option is chosen; then choosing it again is an answer, and ticks are not."""
        return not self._several

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
        if self._locked:
            return
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


class OneLine(Input):
    """A box of one line. Lines that are pasted go in as one; Textual would take the first alone."""

    locked = False
    """Whether it is only looked at: the cursor moves, and no letter is taken."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put letters in, or take some out: all typing, pasting and cutting comes through here."""
        if not self.locked:
            super().replace(text, start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.selection.is_empty:
            self.delete_selection()
        self.insert_text_at_cursor(" ".join(event.text.split()))


class LineField(OneLine):
    """One short answer."""

    def load(self, _question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show an answer, or what was typed and could not be taken."""
        kept = value if not isinstance(value, tuple) else None
        with self.prevent(Input.Changed):
            self.value = drafts.get("", field_text(kept))
        self.cursor_position = len(self.value)

    def only_show(self) -> None:
        """From here on it is only looked at."""
        self.locked = True

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
