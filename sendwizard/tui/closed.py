"""What an app of ours never does, though Textual can: nothing here reaches past the terminal.

In a kiosk it cannot be put to sleep either, and a fault is said in one sentence: Textual would show
what stood in memory, answers and all.
"""

import logging
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.geometry import Size

FAULT = (
    "sendwizard: This is a fault of ours. Your words are as they were last saved; connect again to "
    "go on. IT support finds it in the log."
)
LARGEST = Size(640, 240)
"""Cells of a terminal that are drawn on: what calls itself larger would cost all the memory."""


class Closed(App[None]):
    """An app without a way to the system around it."""

    _kiosk = False
    """Whether it is shut in, as a forced command over SSH."""

    @property
    def size(self) -> Size:
        """The size of the terminal, as far as it is drawn on."""
        return drawn_on(super().size)

    async def on_event(self, event: events.Event) -> None:
        """Take the size that a terminal says it has for no more than `LARGEST`, no less than 1.

        A click outside of that is none: it would take the keys away from the field.
        """
        if isinstance(event, events.MouseDown | events.MouseUp) and not (
            self.mouse_captured or self.size.contains(event.x, event.y)
        ):
            return
        if isinstance(event, events.Resize) and event.size != drawn_on(event.size):
            event = events.Resize.from_dimensions(drawn_on(event.size), None)
        await super().on_event(event)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: an address is words to read."""

    def deliver_text(
        self,
        path_or_file: str | Path | TextIO,
        *,
        save_directory: str | Path | None = None,
        save_filename: str | None = None,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> str | None:
        """Write nothing: what is written goes through the office."""

    def deliver_binary(
        self,
        path_or_file: str | Path | BinaryIO,
        *,
        save_directory: str | Path | None = None,
        save_filename: str | None = None,
        open_method: Literal["browser", "download"] = "download",
        mime_type: str | None = None,
        name: str | None = None,
    ) -> str | None:
        """Write nothing: what is written goes through the office."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Take no picture."""

    def panic(self, *renderables: RenderableType) -> None:
        """A fault that knows how to show itself; in a kiosk only the sentence is shown."""
        if self._kiosk:
            self._fatal_error()
        else:
            super().panic(*renderables)

    def _fatal_error(self) -> None:
        """A fault: Textual shows it; in a kiosk the log has it, and the person a sentence."""
        if not self._kiosk:
            super()._fatal_error()
            return
        logger = logging.getLogger("sendwizard")
        if self._exception is None:  # Textual hears nothing any more: the line is gone
            logger.info("the terminal is gone")
        else:
            logger.error("fault", exc_info=self._exception)
        self._exit_renderables[:] = [FAULT]
        self._close_messages_no_wait()


def drawn_on(size: Size) -> Size:
    """As much of a terminal's size as is drawn on."""
    return Size(*(min(max(is_, 1), most) for is_, most in zip(size, LARGEST, strict=True)))
