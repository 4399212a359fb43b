"""Sends the terminal only the cells that changed: a letter costs some 100 bytes instead of 2,600.

Textual draws whole lines of a widget again, which over a slow SSH line is felt at each key. Here,
at the app's display step, what the terminal shows is kept and compared, and only the difference
is written. Decides nothing about what is shown. Links are words only: none is sent as a link.

It looks into Textual's private parts, so it trusts none of them: whatever is not as expected sends
the program back to Textual's own output for good, and the log says so once.
"""

import logging
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from rich import cells
from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from sendwizard.tui.shown import Cell, Look, Piece, Shown, as_blank

_NOT_AS_KNOWN = (AttributeError, ImportError, IndexError, KeyError, TypeError, ValueError)
"""What comes of using something that Textual no longer has, or has differently."""
_LARGE = 256
"""Letters from which an update is bracketed, so that the terminal shows it in one go."""
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# -- from Textual's update to cells ---------------------------------------------------------


def pieces_of(update: Any, colours: ColorSystem) -> Iterator[Piece]:  # noqa: ANN401 - private types
    """The pieces of lines that an update of Textual's compositor would write, in its order."""
    match type(update).__name__:
        case "LayoutUpdate":
            for y, strips in enumerate(update.strips, update.region.y):
                x = update.region.x
                for strip in strips:
                    piece = piece_of(strip, colours)
                    yield x, y, piece
                    x += len(piece)
        case "ChopsUpdate":
            for y, first, end in update.spans:
                for stop, (x, strip) in zip(
                    update.chop_ends[y], update.chops[y].items(), strict=False
                ):
                    if strip is not None and x <= end and stop > first:
                        yield x, y, piece_of(strip.crop(0, min(stop, end) - x), colours)
        case name:
            raise TypeError(name)


def piece_of(strip: Strip, colours: ColorSystem) -> list[Cell]:
    """The cells of a strip."""
    piece: list[Cell] = []
    before = Look()
    for text, style, control in strip:
        if control:
            raise TypeError(control)
        look = Look() if style is None else _look_of(style, colours)
        marks, found = _cells_of(text, look)
        if marks and piece:  # they go on the letter before, which has another look
            at = -1 if piece[-1][0] else -2
            joined = piece[at][0] + marks
            if cells.cell_len(joined) == -at:  # not where it would grow into the next cell
                piece[at] = joined, before
        piece += found
        before = look if found else before
    return _as_long_as(strip.cell_length, piece)


def _as_long_as(length: int, piece: list[Cell]) -> list[Cell]:
    """A piece as long as Textual reckons, which is wrong for a joined letter that was cut up."""
    piece += [(" ", Look())] * (length - len(piece))
    if len(piece) > length > 0 and not piece[length][0]:
        piece[length - 1] = " ", Look()
    return piece[:length]


@lru_cache(maxsize=4096)
def _cells_of(text: str, look: Look) -> tuple[str, tuple[Cell, ...]]:
    """The cells of a text, after the marks at its beginning that take none of their own."""
    blank = " ", as_blank(look)
    if text.isascii() and text.isprintable():
        return "", tuple([blank if letter == " " else (letter, look) for letter in text])
    text = _CONTROL.sub("", text)
    marks, found = "", []
    for start, end, width in cells.split_graphemes(text)[0]:
        letter = text[start:end]
        if width:
            found += [blank if letter == " " else (letter, look), *[("", look)] * (width - 1)]
        else:
            marks += letter
    return marks, tuple(found)


@lru_cache(maxsize=4096)
def _look_of(style: Style, colours: ColorSystem) -> Look:
    codes = iter(filter(None, Strip.render_ansi(style, colours).split(";")))
    attributes, ink, paper = set(), "", ""
    for code in codes:
        whole = code
        if code in ("38", "48"):
            kind = next(codes)
            whole = ";".join([code, kind, *islice(codes, 1 if kind == "5" else 3)])
        match int(code):
            case 39:
                ink = ""
            case 49:
                paper = ""
            case 38 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37 | 90 | 91 | 92 | 93 | 94 | 95 | 96 | 97:
                ink = whole
            case number if number in range(40, 49) or number in range(100, 108):
                paper = whole
            case _:
                attributes.add(code)
    return Look(frozenset(attributes), ink, paper)


# -- at the app's display step --------------------------------------------------------------


class _Difference:
    """Stands in for an update at Textual's display step, and gives it what is to be sent."""

    def __init__(self, app: "LeanLine", screen: Any, update: Any) -> None:  # noqa: ANN401 - private types
        self._app, self._screen, self._update = app, screen, update

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> RenderResult:
        yield Segment(self._app.difference(self._screen, self._update, console))


class LeanLine(App[None]):
    """An app that sends its terminal only what changed. Its driver ends with the plain look."""

    _is_lean = sys.platform != "win32"
    """Whether Textual's output is replaced; on Windows there is no line to be lean on."""
    _terminal: Shown | None = None
    """None where it is not known what the terminal shows."""

    def forget_screen(self) -> None:
        """Draw everything again, soon: the terminal may show something else."""
        self._terminal = None
        self.refresh()

    def on_resize(self) -> None:
        """A terminal that changes its size, or wakes up, does as it likes with what it showed."""
        self.forget_screen()

    def _display(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - as Textual calls it
        match given:
            case (screen, update) if self._is_lean and not named and update is not None:
                super()._display(screen, _Difference(self, screen, update))
                if self._is_lean:
                    return
            case (_, None):
                pass
            case _ if self._is_lean:
                self._give_up(TypeError("_display"))
        super()._display(*given, **named)

    def difference(self, screen: Any, update: Any, console: Console) -> str:  # noqa: ANN401 - private types
        """What to send for an update."""
        try:
            text = self._difference(screen, update, console)
            return f"{_BEGIN}{text}{_END}" if len(text) >= _LARGE and self._sync_available else text
        except _NOT_AS_KNOWN as error:
            self._give_up(error)
            return "\x1b[m"

    def _difference(self, screen: Any, update: Any, console: Console) -> str:  # noqa: ANN401 - private types
        compositor = screen._compositor  # noqa: SLF001 - the display step has no public way
        if self._terminal is None or self._terminal.size != compositor.size:
            self._terminal = Shown(*compositor.size)
            if type(update).__name__ != "LayoutUpdate":
                update = compositor.render_full_update()
        colours = console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001 - as Textual takes it
        cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
        return self._terminal.bring_to(pieces_of(update, colours), cursor)

    def _give_up(self, error: Exception) -> None:
        self._is_lean = False
        logging.getLogger("sendwizard").warning(
            "Whole lines are sent to the terminal: Textual is not as expected (%s: %s).",
            type(error).__name__,
            error,
        )
        self.call_later(self.refresh)

    def _begin_update(self) -> None:
        if not self._is_lean:
            super()._begin_update()

    def _end_update(self) -> None:
        if not self._is_lean:
            super()._end_update()
