"""The answer fields. Each is made once and loaded for one question after another.

A field gives what stands in it as a `Reading`; whether that is an answer is the core's to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option as ListItem

from sendwizard.core.answers import Value
from sendwizard.core.bank import Kind, Question
from sendwizard.core.kinds import KindError, choices_value, field_text, parse_field
from sendwizard.core.pasted import box_from_paste
from sendwizard.tui.figures import Figures

YES_NO = ("yes", "no")


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


class Refused(Message):
    """Something was not taken; nothing has changed."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence
        """What would be taken, or what to do."""


NOTHING_COPIED = (
    "Nothing was copied in this program. To paste from another one, press Shift+Insert or "
    "Ctrl+Shift+V (Cmd+V on a Mac), or click with the right mouse button."
)
"""What Ctrl+V says where the terminal keeps what other programs copied to itself."""


class ChoiceField(OptionList):
    """One or several of some options: by number, arrows and Enter or space, letter, or mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", show=False)]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(markup=False, id=id)
        self._ids: Sequence[str] = ()
        self._labels: Sequence[str] = ()
        self._chosen: frozenset[str] = frozenset()
        self._kind = Kind.CHOICE
        self._figures = Figures()
        self._locked = False

    def only_show(self) -> None:
        """From here on it is only looked at."""
        self._locked = True

    @property
    def takes_one(self) -> bool:
        """Whether one option is chosen; then choosing it again is an answer, and ticks are not."""
        return self._kind is not Kind.CHOICES

    def load(self, question: Question, value: Value | None, _drafts: Mapping[str, str]) -> None:
        """Show an answer among its options."""
        self._kind = question.kind
        self._figures = Figures()
        if question.kind is Kind.YES_NO:
            self._ids, self._labels = YES_NO, ("Yes", "No")
        else:
            self._ids = [option.id for option in question.options]
            self._labels = [option.label for option in question.options]
        self._chosen = _chosen_ids(value)
        self.clear_options()
        self.add_options(ListItem(self._line(place)) for place in range(len(self._ids)))
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

    def _line(self, place: int) -> str:
        """An option as it is shown: its number, its mark, its words."""
        marks = ("( )", "(x)") if self.takes_one else ("[ ]", "[x]")
        wide = len(str(len(self._ids)))
        return (
            f"{place + 1:>{wide}} {marks[self._ids[place] in self._chosen]} {self._labels[place]}"
        )

    def _choose(self, place: int) -> None:
        self.highlighted = place
        if self._locked:
            return
        picked = frozenset({self._ids[place]})
        before = self._chosen
        self._chosen = picked if self.takes_one else before ^ picked
        for number, each in enumerate(self._ids):
            if each in before ^ self._chosen:
                self.replace_option_prompt_at_index(number, self._line(number))
        self.post_message(Edited())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what is highlighted; Enter on what is chosen already goes on."""
        event.stop()
        place = event.option_index
        if self._ids[place] in self._chosen:
            self.post_message(Done())
        else:
            self._choose(place)

    def action_tick(self) -> None:
        """Choose what is highlighted, or take its tick away."""
        if self.highlighted is not None:
            self._choose(self.highlighted)

    async def _on_click(self, event: events.Click) -> None:
        """A click chooses, and never goes on: who clicks twice is still here."""
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is not None:
            self._choose(place)

    def on_key(self, event: events.Key) -> None:
        """A number chooses its option; a letter goes to the next that begins with it.

        A figure that could become a longer number only goes to its option: Enter chooses it there.
        """
        typed = event.character or ""
        number = self._figures.take(typed, [str(n + 1) for n in range(len(self._ids))])
        if number is not None:
            event.stop()
            if self._figures.waits:
                self.highlighted = int(number) - 1
            else:
                self._choose(int(number) - 1)
        elif typed.isalpha():
            self._go_to_letter(typed.casefold())

    def _go_to_letter(self, letter: str) -> None:
        many, here = len(self._ids), self.highlighted or 0
        places = [(here + step) % many for step in range(1, many + 1)]
        for place in places:
            if self._labels[place].casefold().startswith(letter):
                if self._kind is Kind.YES_NO:
                    self._choose(place)
                self.highlighted = place
                return


def _chosen_ids(value: Value | None) -> frozenset[str]:
    if isinstance(value, bool):
        return frozenset({"yes" if value else "no"})
    if isinstance(value, tuple):
        return frozenset(each for each in value if isinstance(each, str))
    return frozenset({str(value)} if value is not None else ())


class OneLine(Input):
    """A box of one line. Lines that are pasted go in as one; Textual would take the first alone."""

    cursor_blink = Reactive(False, init=False)
    """A cursor that blinks would send bytes for ever, over a slow line as well."""
    locked = False
    """Whether it is only looked at: the cursor moves, and no letter is taken."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put letters in, or take some out: all typing, pasting and cutting comes through here."""
        if not self.locked:
            super().replace(text, start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        try:
            line = box_from_paste(event.text, self.value[:start], self.value[end:])
        except KindError as error:
            self.post_message(Refused(str(error)))
        else:
            self.replace(line, start, end)

    def action_paste(self) -> None:
        """What was copied here before; where nothing was, how another program's is pasted."""
        if self.app.clipboard:
            self._on_paste(events.Paste(self.app.clipboard))
        else:
            self.post_message(Refused(NOTHING_COPIED))


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
            today = date.today()  # noqa: DTZ011 - the person's own day is meant
            return Reading(parse_field(question.column, self.value, today=today))
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
