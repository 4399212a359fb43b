"""The pages around the question: a list to pick from, and a text to read. Both decide nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as ListItem

from sendwizard.tui.fields import OneLine
from sendwizard.tui.keys import ACTIONS

_CLOSE = Binding("escape", "close", "Back", show=False, priority=True)
_KEYS: list[BindingType] = [
    _CLOSE,
    *(
        Binding(",".join(each.keys), f"turn_to('{each.name}')", show=False, priority=True)
        for each in ACTIONS
    ),
]
_BACK_TO_QUESTION = "Esc: back to the question"


class TurnTo(Message):
    """A key of the question page was pressed on another page, which has closed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


Take = Callable[[str | None], None]
"""Takes what was asked for; None where the person went back."""


@dataclass(frozen=True)
class Line:
    """One line of a list."""

    id: str
    """What picking it gives; "" for a heading, which cannot be picked."""
    text: str
    style: str = ""
    """A style of the theme for the whole line; the text alone says everything."""


class PickPage(ModalScreen[str | None]):
    """A list; gives the id of the line that was picked, None where the person went back."""

    BINDINGS: ClassVar[list[BindingType]] = _KEYS

    def __init__(
        self,
        title: str,
        intro: str,
        lines: Sequence[Line],
        at: str = "",
        back: str = _BACK_TO_QUESTION,
    ) -> None:
        super().__init__()
        self._back = back
        self._title = title
        self._intro = intro
        self._lines = lines
        self._at = at

    def compose(self) -> ComposeResult:
        """Title, a few words, the list, and how to go back."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            with VerticalScroll(classes="page-intro", can_focus=False):
                yield Static(self._intro, markup=False)
            yield OptionList(
                *(
                    ListItem(Content.styled(line.text, line.style), line.id or None, not line.id)
                    for line in self._lines
                )
            )
            yield Static(f"Enter: choose   {self._back}", classes="page-foot")

    def on_mount(self) -> None:
        """Stand where the person was."""
        picker = self.query_one(OptionList)
        places = [n for n, line in enumerate(self._lines) if line.id and line.id == self._at]
        first = [n for n, line in enumerate(self._lines) if line.id]
        picker.highlighted = next(iter([*places, *first]), None)
        self.set_focus(picker)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was picked."""
        self.dismiss(event.option_id)

    def on_key(self, event: events.Key) -> None:
        """A figure picks the line of that number."""
        wanted = f"{event.key} "
        picked = [
            each.id for each in self._lines if each.id and each.text.strip().startswith(wanted)
        ]
        if event.character and event.character in "123456789" and picked:
            event.stop()
            self.dismiss(picked[0])

    def action_close(self) -> None:
        """Go back without picking."""
        self.dismiss(None)

    def action_turn_to(self, name: str) -> None:
        """Go back, and do what the key does on the question's page."""
        self.dismiss(None)
        self.app.post_message(TurnTo(name))


class TextPage(ModalScreen[None]):
    """A text to read; any of the usual keys goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_KEYS,
        Binding("enter", "close", "Back", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, and how to go back."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            with VerticalScroll(classes="page-text"):
                yield Static(self._text, markup=False)
            yield Static("Arrows: scroll   Enter or Esc: back", classes="page-foot")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.set_focus(self.query_one(VerticalScroll))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_turn_to(self, name: str) -> None:
        """Go back, and do what the key does on the question's page."""
        self.dismiss(None)
        self.app.post_message(TurnTo(name))


class AskPage(ModalScreen[str | None]):
    """Asks for one line; gives it, or None where the person went back."""

    BINDINGS: ClassVar[list[BindingType]] = [_CLOSE]

    def __init__(self, title: str, intro: str, text: str, take: Take) -> None:
        super().__init__()
        self._title = title
        self._intro = intro
        self._text = text
        self._take = take

    def compose(self) -> ComposeResult:
        """Title, a few words, and the line."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            yield Static(self._intro, classes="page-intro", markup=False)
            yield OneLine(self._text, select_on_focus=False)
            yield Static("Enter: keep   Esc: back as it was", classes="page-foot")

    def on_mount(self) -> None:
        """Let the person type."""
        self.set_focus(self.query_one(Input))

    def give(self) -> None:
        """Hand over what stands there now: the line drops, or somebody ends the program."""
        self._take(self.query_one(Input).value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
