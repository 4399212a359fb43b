"""The field for a long text: lists that go on by themselves, clean pastes, undo. Decides nothing.

What Enter, Tab and a paste make of the text is the core's to say.
"""

from collections.abc import Mapping

from textual import events
from textual.geometry import Offset
from textual.reactive import Reactive
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from sendwizard.core.answers import Value
from sendwizard.core.bank import Question
from sendwizard.core.kinds import KindError, parse_field
from sendwizard.core.list_lines import (
    Change,
    fit_in,
    in_list,
    marker_again,
    new_line,
    shift,
)
from sendwizard.core.pasted import passage_from_paste, require_room
from sendwizard.tui.fields import NOTHING_COPIED, Edited, Reading, Refused

_TAKEN_BY_TEXT_AREA = ("f6", "f7")
_SHIFTS = {"tab": 1, "shift+tab": -1}


class _ListEdit(Edit):
    """A change in a list; done again after it was undone, it leaves the cursor where it was."""

    def __init__(self, change: Change) -> None:
        super().__init__(change.text, change.start, change.end, maintain_selection_offset=False)
        self._leaves = Selection(change.anchor, change.cursor)

    def do(self, text_area: TextArea, record_selection: bool = True) -> EditResult:  # noqa: FBT001, FBT002 - Textual's own
        """Make the change."""
        result = super().do(text_area, record_selection)
        self._updated_selection = self._leaves
        return result


class PassageField(TextArea):
    """A long text. Textual's own F6 and F7 select; here they are the wizard's."""

    cursor_blink = Reactive(False, init=False)
    """A cursor that blinks would send bytes for ever, over a slow line as well."""
    _lines_shown = 0
    _is_read = False
    """Whether it is shown from its beginning, to be read; until the next key."""

    def on_mount(self) -> None:
        """Give the keys back to the wizard."""
        for key in _TAKEN_BY_TEXT_AREA:
            self._bindings.key_to_bindings.pop(key, None)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say in the frame that there is more than is shown."""
        super().watch_scroll_y(old_value, new_value)
        self._say_more()

    def _say_more(self) -> None:
        self.border_title = "more above" if self.scroll_offset.y > 0 else ""
        self.border_subtitle = "more below" if self.scroll_offset.y < self.max_scroll_y else ""

    def load(self, _question: Question, value: Value | None, drafts: Mapping[str, str]) -> None:
        """Show an answer."""
        self._is_read = False
        text = drafts.get("", value if isinstance(value, str) else "")
        with self.prevent(TextArea.Changed):
            self.load_text(text)  # also where it is the same: undo must not reach another question
        self.move_cursor(self.document.end)
        self.call_after_refresh(self._say_more)

    def read_from_start(self) -> None:
        """Show how it begins, though the cursor stands at its end."""
        self._is_read = True
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def go_on(self) -> None:
        """Show where the cursor stands: somebody was in the middle of it."""
        self._is_read = False
        self.scroll_cursor_visible(animate=False)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:  # noqa: FBT001, FBT002 - Textual's own
        """Bring the cursor into sight, unless the text is being read from its beginning."""
        return Offset() if self._is_read else super().scroll_cursor_visible(center, animate)

    def only_show(self) -> None:
        """From here on it is only looked at."""
        self.read_only = True

    def read(self, question: Question) -> Reading:
        """What stands here."""
        try:
            return Reading(parse_field(question.column, self.text))
        except KindError as error:
            return Reading(None, {"": self.text}, str(error))

    # -- keys in a list -----------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Enter, Tab and the space bar in a list line; TextArea has all else, and Tab goes on."""
        self._is_read = False
        if self.read_only:
            return
        change = self._change_by(event.key)
        if change is not None:
            event.stop()
            event.prevent_default()
            self._make(change)

    def _change_by(self, key: str) -> Change | None:
        lines, (anchor, cursor) = self.document.lines, self.selection
        if not in_list(lines, cursor[0]):
            return None
        if key in _SHIFTS:
            return shift(lines, anchor, cursor, _SHIFTS[key])
        if anchor == cursor and key == "enter":
            return new_line(lines, cursor)
        if anchor == cursor and key == "space":
            return marker_again(lines, cursor)
        return None

    def _make(self, change: Change) -> None:
        """Make a change that Ctrl+Z takes back in one step."""
        if change.text or change.start != change.end:
            self.history.checkpoint()
            self.edit(_ListEdit(change))
            self.history.checkpoint()
        self.selection = Selection(change.anchor, change.cursor)

    # -- pasting ------------------------------------------------------------------------

    async def _on_paste(self, event: events.Paste) -> None:
        """What comes from another program, cleaned."""
        event.stop()
        event.prevent_default()
        if self.read_only:
            return
        try:
            text = passage_from_paste(event.text, self._beside)
        except KindError as error:
            self.post_message(Refused(str(error)))
            return
        start, end = sorted(self.selection)
        if start == end:
            column, text = fit_in(self.document.get_line(end[0]), end[1], text)
            start = end[0], column
        self._put_in(text, start, end)

    def action_paste(self) -> None:
        """What was copied here before goes in as it is."""
        if self.read_only:
            return
        text = self.app.clipboard
        try:
            require_room(text, self._beside)
        except KindError as error:
            self.post_message(Refused(str(error)))
            return
        if text:
            self._put_in(text, *sorted(self.selection))
        else:
            self.post_message(Refused(NOTHING_COPIED))

    @property
    def _beside(self) -> int:
        """Letters that stay where what is marked is replaced."""
        return len(self.text) - len(self.selected_text)

    def _put_in(self, text: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.history.checkpoint()
        result = self.replace(text, start, end, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    # -- what Textual tells -------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Where the pane takes lines, the place of writing stays in sight if it was."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        if 0 <= line - self.scroll_offset.y < self._lines_shown:
            self.scroll_cursor_visible(animate=False)
        self._lines_shown = event.size.height
        self.call_after_refresh(self._say_more)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(Edited())
