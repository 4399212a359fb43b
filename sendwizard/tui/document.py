"""Last year's report beside the questions: read, searched, and a marked passage copied from it.

Nothing is placed by guesswork: it copies what the person marked, into the question that is open.
"""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Static, TextArea
from textual.widgets.text_area import Location, Selection

from sendwizard.core.words import count
from sendwizard.tui.fields import OneLine
from sendwizard.tui.pages import Page
from sendwizard.tui.passage import PassageField

Copy = Callable[[str], str]
"""Takes the marked words; gives the sentence that says why they were not copied, or ""."""
_MARKING = "The arrows mark from here. M ends the mark; Enter copies it."
_IN_TEXT = "Space: mark a paragraph   M: words   Enter: copy in   Tab: find   Esc: back"
_IN_BOX = "Enter: the next place   Tab: to the text   Esc: back to the question"


class Reader(PassageField):
    """The report's text: nothing in it changes, and the arrows can mark without Shift."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark_paragraph", show=False),
        Binding("m", "mark", show=False),
        Binding("enter", "copy_in", show=False),
    ]

    is_marking = False
    """Whether the arrows mark, from where M was pressed."""

    class Picked(Message):
        """What is marked is to be copied into the open question."""

    def on_mount(self) -> None:
        """It is only looked at."""
        self.only_show()

    def move_cursor(
        self,
        location: Location,
        select: bool = False,  # noqa: FBT001, FBT002 - Textual's own
        center: bool = False,  # noqa: FBT001, FBT002 - Textual's own
        record_width: bool = True,  # noqa: FBT001, FBT002 - Textual's own
    ) -> None:
        """Move, and mark on the way once marking has begun."""
        super().move_cursor(location, select or self.is_marking, center, record_width)

    def action_cursor_left(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """One letter back; while marking from where the mark ends."""
        super().action_cursor_left(select or self.is_marking)

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """One letter on; while marking from where the mark ends."""
        super().action_cursor_right(select or self.is_marking)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        self.is_marking = False
        await super()._on_mouse_down(event)

    def action_mark(self) -> None:
        """Begin to mark here, or be done with it."""
        self.is_marking = not self.is_marking
        if self.is_marking:
            self.selection = Selection.cursor(self.cursor_location)
        self.post_message(self.SelectionChanged(self.selection, self))

    def action_copy_in(self) -> None:
        """Have what is marked copied into the open question."""
        self.is_marking = False
        self.post_message(self.Picked())

    def action_mark_paragraph(self) -> None:
        """Mark the paragraph under the cursor; pressed again, the next one as well."""
        self.is_marking = False
        first, last = sorted(self.selection)
        whole = self._paragraphs(first[0], last[0])
        if tuple(whole) == (first, last) and first != last:
            whole = self._paragraphs(first[0], last[0] + 1)
        self.selection = whole

    def _paragraphs(self, first: int, last: int) -> Selection:
        """From the start of the paragraph at one line to the end of that at or behind another."""
        lines = self.document.lines
        there = [number for number, line in enumerate(lines) if line.strip()]
        last = next((number for number in there if number >= last), there[-1] if there else 0)
        first = next((number for number in there if number >= first), last)
        start = first - sum(1 for _ in takewhile(str.strip, reversed(lines[:first])))
        end = last + sum(1 for _ in takewhile(str.strip, lines[last + 1 :]))
        return Selection((start, 0), (end, len(lines[end])))

    @property
    def whole(self) -> str:
        """The text as one, each line with one sign at its end."""
        return "\n".join(self.document.lines)

    @property
    def mark_ends_at(self) -> int:
        """Where the mark, or the cursor, ends, counted in letters."""
        line, column = max(self.selection)
        return sum(len(each) + 1 for each in self.document.lines[:line]) + column

    def show(self, start: int, end: int) -> None:
        """Mark what stands between two places, counted in letters."""
        self.is_marking = False
        whole = self.whole
        lines = [whole.count("\n", 0, place) for place in (start, end)]
        columns = [place - whole.rfind("\n", 0, place) - 1 for place in (start, end)]
        self.selection = Selection(*zip(lines, columns, strict=True))
        self.scroll_cursor_visible(center=True, animate=False)


class DocumentPage(Page[None]):
    """Last year's report, with a box to search it. It stays as it was left, until the end."""

    def __init__(self, text: str, copy: Copy) -> None:
        super().__init__()
        self._text = text
        self._copy = copy

    def compose(self) -> ComposeResult:
        """Title, the box, the text, what is to be said, and the keys."""
        with Vertical(classes="page"):
            yield Static("Last year’s report", classes="page-title", markup=False)
            with Horizontal(classes="find"):
                yield Label("Find:", markup=False)
                yield OneLine(compact=True, select_on_focus=False)
                yield Label("", classes="found", markup=False)
            yield Reader(self._text, read_only=True, soft_wrap=True, tab_behavior="focus")
            yield Static("", classes="said", markup=False)
            yield Static(_IN_BOX, classes="page-foot", markup=False)

    def on_mount(self) -> None:
        """Begin with the box."""
        self.set_focus(self.query_one(Input))

    def on_descendant_focus(self) -> None:
        """Say what the keys do where the person is now."""
        foot = _IN_TEXT if self.query_one(Reader).has_focus else _IN_BOX
        self.query_one(".page-foot", Static).update(foot)

    def _say(self, sentence: str) -> None:
        self.query_one(".said", Static).update(sentence)

    def _found(self) -> list[tuple[int, int]]:
        """Where the searched words stand, also over the end of a line; case does not matter."""
        wanted = self.query_one(Input).value.split()
        if not wanted:
            return []
        pattern = re.compile(r"\s+".join(map(re.escape, wanted)), re.IGNORECASE)
        return [each.span() for each in pattern.finditer(self.query_one(Reader).whole)]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how often the words stand there."""
        event.stop()
        found = self._found()
        words = count(len(found), "place") if event.value.strip() else ""
        self.query_one(".found", Label).update(words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next place where the words stand, and from the last to the first."""
        event.stop()
        found, reader = self._found(), self.query_one(Reader)
        if not found:
            return
        here = reader.mark_ends_at
        behind = [number for number, (start, _) in enumerate(found) if start >= here]
        number = next(iter(behind), 0)
        reader.show(*found[number])
        self.query_one(".found", Label).update(f"{number + 1} of {count(len(found), 'place')}")

    def on_reader_picked(self, event: Reader.Picked) -> None:
        """Copy, and go back to the question; or say why not, and stay."""
        event.stop()
        problem = self._copy(self.query_one(Reader).selected_text)
        self._say(problem)
        if not problem:
            self.dismiss(None)

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """What was said is of another mark; say so while the arrows mark."""
        event.stop()
        self._say(_MARKING if self.query_one(Reader).is_marking else "")
