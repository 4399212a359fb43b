"""The smallest pages: one asks for a line, one stands there while something is done."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from sendwizard.core.words import LEAVING
from sendwizard.tui.fields import OneLine
from sendwizard.tui.keys import ACTIONS
from sendwizard.tui.pages import CLOSE, HelpPage, TurnTo

_LEAVE = next(each for each in ACTIONS if each.name == "leave")
Take = Callable[[str | None], None]
"""Takes what was asked for; None where the person went back."""


class WaitPage(ModalScreen[None]):
    """Stands there while something is done that takes a moment; only leaving is taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(_LEAVE.keys), "leave", show=False, priority=True)
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """What is being done."""
        with Vertical(classes="page"):
            yield Static("One moment", classes="page-title", markup=False)
            yield Static(self._text, classes="page-text", markup=False)

    def action_leave(self) -> None:
        """Leave; what is being done is finished first."""
        self.app.post_message(TurnTo("leave"))


class AskPage(ModalScreen[str | None]):
    """Asks for one line; gives it, or None where the person went back."""

    HELP = "Type one line. Enter keeps it; Esc goes back and leaves all as it was."
    BINDINGS: ClassVar[list[BindingType]] = [
        CLOSE,
        Binding("f1", "explain", show=False, priority=True),
        Binding(",".join(_LEAVE.keys), "leave", show=False, priority=True),
    ]

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

    def action_explain(self) -> None:
        """Say what the page is for."""
        self.app.push_screen(HelpPage(f"{self.HELP}\n\n{LEAVING}"))

    def action_leave(self) -> None:
        """Leave; what stands there is kept."""
        self.app.post_message(TurnTo("leave"))

    def give(self) -> None:
        """Hand over what stands there now: the line drops, or somebody ends the program."""
        self._take(self.query_one(Input).value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)

    def action_close(self) -> None:
        """Go back without picking."""
        self.dismiss(None)
