"""The rows of a small table as lines to pick from, and the keys that change them.

Knows no question. No letters are typed here, so that single letters can be keys: PuTTY sends no
Shift with an arrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Line

ADD = "+ Add a row"
ADD_FIRST = "+ Add a row   No rows yet. Enter adds the first."
NONE = "There are no rows."
KEYS = "Enter opens a row. A adds, D removes, U brings back, < > moves. F8 goes on."
"""The line under the table."""
KEYS_TO_LOOK = "The arrows move; Enter opens a row."

LEAST_LINES, PART = 3, 3
"""Lines that are shown of a long table: a third of the window's, and three at least."""


class Act(Enum):
    """What a key of the table does."""

    ADD = "add"
    REMOVE = "remove"
    PUT_BACK = "put_back"
    UP = "up"
    DOWN = "down"


_KEYS_OF = {
    Act.ADD: "a,A,plus,insert",
    Act.REMOVE: "d,D,delete",
    Act.PUT_BACK: "u,U",
    Act.UP: "less_than_sign,left_square_bracket,shift+up",
    Act.DOWN: "greater_than_sign,right_square_bracket,shift+down",
}


@dataclass
class Asked(Message):
    """A key for the highlighted row was pressed."""

    act: Act


@dataclass
class TablePasted(Message):
    """Several lines or cells were pasted."""

    text: str


class RowList(OptionList):
    """The rows, one a line, and behind them the line that adds one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"ask('{act.value}')", show=False) for act, keys in _KEYS_OF.items()
    ]

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.rows = 0
        """The number of rows that are there."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows, up to a part of the window; beyond, it scrolls.

        Not `max-height`: what is around would still be as high as all of them.
        """
        lines = super().get_content_height(container, viewport, width)
        return min(lines, max(LEAST_LINES, viewport.height // PART))

    def show(self, rows: Sequence[str], last: str, *, adds: bool) -> None:
        """Show these rows, and a last line that adds one or says why not; "" for none."""
        place = self.highlighted
        self.rows = len(rows)
        lines = [Line(Content(row)) for row in rows]
        if last:
            lines.append(Line(Content(last), disabled=not adds))
        self.set_options(lines)
        self.stand_at(place or 0)

    def rewrite(self, place: int, row: str) -> None:
        """Show other words in a row that is there."""
        self.replace_option_prompt_at_index(place, Content(row))

    def stand_at(self, place: int) -> None:
        """Highlight a row, or the nearest line that can be."""
        enabled = [n for n, line in enumerate(self.options) if not line.disabled]
        self.highlighted = min(enabled, key=lambda n: abs(n - place), default=None)

    @property
    def place(self) -> int:
        """The highlighted line, from 0; behind the last row it is the one that adds."""
        return self.highlighted or 0

    @property
    def shows_last(self) -> bool:
        """Whether the last row is on the screen."""
        seen = self.scroll_offset.y + self.scrollable_content_region.height
        return bool(self.scrollable_content_region.height) and seen >= self.rows

    def show_more(self) -> None:
        """Show the rows behind those on the screen."""
        height = max(1, self.scrollable_content_region.height)
        last_seen = self.scroll_offset.y + height - 1
        self.stand_at(min(last_seen + height, max(0, self.rows - 1)))
        self.scroll_to_highlight()

    def action_ask(self, name: str) -> None:
        """Tell the field which key was pressed."""
        self.post_message(Asked(Act(name)))

    def on_paste(self, event: events.Paste) -> None:
        """Lines from Word or a spreadsheet become rows."""
        event.stop()
        self.post_message(TablePasted(event.text))
