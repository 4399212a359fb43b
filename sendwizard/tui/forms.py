"""A form: several boxes of one line, each with what it takes. Knows no act and decides nothing.

What stands in the boxes belongs to the caller, so that neither a mistake nor going back loses it.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Label, Static

from sendwizard.errors import UsageError
from sendwizard.office.boxes import Box, Check, Filled, nothing_wrong
from sendwizard.tui.fields import OneLine
from sendwizard.tui.pages import Page


class FormPage(Page[Filled | None]):
    """Boxes from top to bottom; gives what was filled in, None where the person went back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("f8,ctrl+n", "give", show=False, priority=True),
        Binding("f7,ctrl+p", "close", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        intro: str,
        boxes: Sequence[Box],
        texts: MutableMapping[str, str],
        check: Check = nothing_wrong,
        *,
        warns: bool = False,
    ) -> None:
        """`texts` holds what stands in the boxes, by name, and is kept up to date.

        `warns` says that the words above the boxes are on what went wrong.
        """
        super().__init__()
        self._title = title
        self._intro = intro
        self._boxes = boxes
        self._texts = texts
        self._check = check
        self._warns = warns

    def compose(self) -> ComposeResult:
        """Title, a few words, each box with room for what is wrong, and the keys."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            with VerticalScroll(classes="form", can_focus=False):
                wrong = " wrong" if self._warns else ""
                yield Static(self._intro, classes=f"form-intro{wrong}", markup=False)
                for box in self._boxes:
                    with Horizontal(classes="form-row"):
                        yield Label(box.label, markup=False)
                        yield OneLine(
                            self._texts.get(box.name, ""),
                            placeholder=box.hint,
                            compact=True,
                            select_on_focus=False,
                        )
                    yield Static("", classes="form-problem", markup=False)
            several = len(self._boxes) > 1
            enter = "next box, and from the last one go on" if several else "go on"
            yield Static(f"Enter: {enter}   Esc: back", classes="page-foot")

    def on_mount(self) -> None:
        """Stand in the first box."""
        for notice in self.query(".form-problem"):
            notice.display = False
        self.set_focus(self._inputs[0])

    @property
    def _inputs(self) -> list[Input]:
        return list(self.query(Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Remember what stands there."""
        place = self._inputs.index(event.input)
        self._texts[self._boxes[place].name] = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say what is wrong with this box, and go on to the next; behind the last, give."""
        place = self._inputs.index(event.input)
        if place + 1 == len(self._boxes):
            self.action_give()
            return
        self._say(place, self._wrong(place))
        self.set_focus(self._inputs[place + 1])

    def action_give(self) -> None:
        """Give what was filled in, or go to the first box that is wrong."""
        wrong = {n: problem for n in range(len(self._boxes)) if (problem := self._wrong(n))}
        if not wrong:
            filled = Filled({box.name: box.read(self._text(box)) for box in self._boxes})
            found = self._check(filled)
            wrong = {n: found[box.name] for n, box in enumerate(self._boxes) if box.name in found}
            if not wrong:
                self.dismiss(filled)
                return
        self.say(wrong)

    def say(self, wrong: Mapping[int, str]) -> None:
        """Say what is wrong beside each box, and go to the first of them."""
        for place in range(len(self._boxes)):
            self._say(place, wrong.get(place, ""))
        self.set_focus(self._inputs[min(wrong)])

    def _text(self, box: Box) -> str:
        return self._texts.get(box.name, "")

    def _wrong(self, place: int) -> str:
        box = self._boxes[place]
        try:
            box.read(self._text(box))
        except UsageError as error:
            return str(error)
        return ""

    def _say(self, place: int, problem: str) -> None:
        notice = list(self.query(".form-problem").results(Static))[place]
        notice.update(problem)
        notice.display = bool(problem)
