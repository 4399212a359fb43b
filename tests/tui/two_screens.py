"""Two terminals under one program: one is fed with Textual's own output, the other with ours.

They are told apart cell by cell. Also the random sessions that are played on them.
"""

import asyncio
import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyte
from rich.cells import cell_len, split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, OptionList, Static, TextArea

from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.tui import looking
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.bars import LEAST
from sendwizard.tui.lean import LeanLine
from sendwizard.tui.looks import LOOKS
from tests.worlds import QUESTIONS, YEAR, noon

LETTERS = [
    *("a", "b", " ", "  ", "word", "é", "ß", "–", "“", "Ж", "│", "\n", "- "),
    *(
        "世",
        "界",
        "한",
        "ア",
        "，",
        "🙂",
        "🎉",
        "👍🏽",
        "👩‍🏫",
        "❤️",
        "☎",
        "⌚",
        "e\u0301",
        "n\u0303",
        "🇬🇧",
    ),
]
"""Narrow and wide, combined, joined, and made wide by a selector."""
WIDER = "\ufe0f"
"""Makes an emoji of the letter before, which then takes two cells."""
SYSTEMS = (ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR)
SMALL = (30, 9)
"""A size at which much happens at the edges, and a session takes little time."""
SEEN_ON_BLANK = ("underscore", "strikethrough")


class Glass(pyte.Screen):
    """A terminal as most are: a letter put on half of a wide one takes the other half away."""

    def draw(self, data: str) -> None:
        """Put letters at the cursor; no line is wrapped."""
        for start, end, width in split_graphemes(data)[0]:
            self.put(data[start:end], width)

    def put(self, letter: str, width: int) -> None:
        """Put one letter, of one or more marks, at the cursor."""
        line, attributes = self.buffer[self.cursor.y], self.cursor.attrs
        if width == 0:
            self._combine(letter)
            return
        x = min(self.cursor.x, self.columns - width)
        for place in range(x, x + width):
            if line[place].data == "" and place > 0:
                line[place - 1] = line[place - 1]._replace(data=" ")
        if line[x + width].data == "":
            line[x + width] = line[x + width]._replace(data=" ")
        line[x] = attributes._replace(data=letter)
        for place in range(x + 1, x + width):
            line[place] = attributes._replace(data="")
        self.cursor.x = x + width

    def _combine(self, mark: str) -> None:
        line, x = self.buffer[self.cursor.y], self.cursor.x - 1
        if x > 0 and line[x].data == "":
            x -= 1
        if x >= 0:
            line[x] = line[x]._replace(data=line[x].data + mark)

    def scramble(self) -> None:
        """What a terminal may make of its screen when its size changes."""
        for y in range(self.lines):
            for x in range(self.columns):
                self.buffer[y][x] = self.default_char._replace(data="#", fg="red")

    def cells(self) -> list[list[tuple[object, ...]]]:
        """What is seen, cell by cell."""
        return [[_seen(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]


def _seen(char: Any) -> tuple[object, ...]:  # noqa: ANN401 - pyte has no types
    """How a cell looks: what cannot be told apart by eye is the same."""
    ink, paper, turned = char.fg, char.bg, char.reverse
    if turned and "default" not in (ink, paper):
        ink, paper, turned = paper, ink, False
    lines = tuple(getattr(char, each) for each in SEEN_ON_BLANK)
    if char.data == " " and not any(lines):
        return " ", f"ink {ink}" if turned and ink == "default" else ink if turned else paper
    return char.data, ink, paper, turned, char.bold, char.italics, char.blink, *lines


class Narrow(Glass):
    """A terminal that takes every emoji for one cell, and gives each mark a cell of its own."""

    def draw(self, data: str) -> None:
        """Put letters at the cursor, as an old terminal would."""
        for start, end, width in split_graphemes(data)[0]:
            if width == 2 and end - start == 1 and ord(data[start]) < 0x1F000:
                self.put(data[start], 2)
            else:
                for letter in data[start:end]:
                    self.put(letter, 1)


class Watched(LeanLine):
    """An app that shows the same on two terminals: by Textual's own output, and by ours."""

    colours = ColorSystem.TRUECOLOR
    sent = 0
    """Letters that came to our terminal."""
    updates = 0
    """What was compared so far."""
    glass: Glass

    def begin(self, width: int, height: int, glass: type[Glass] = Glass) -> None:
        """Switch both terminals on."""
        self.console._color_system = self.colours
        self.theirs, self.glass = Glass(width, height), glass(width, height)
        self._their_stream, self._our_stream = pyte.Stream(self.theirs), pyte.Stream(self.glass)

    def take(self, data: str) -> None:
        """What our driver writes."""
        self.sent += len(data)
        self._our_stream.feed(data)

    def difference(self, screen: Any, update: Any, console: Console) -> str:  # noqa: ANN401 - private types
        """Have Textual say it, too."""
        _tidy(update)
        self.updates += 1
        text = update.render_segments(console)
        text += Control.move_to(
            *self.screen.outer_size.clamp_offset(self.cursor_position)
        ).segment.text
        # Textual's own "\n" begins a new line, as a terminal is set for programs.
        self._their_stream.feed(text.replace("\n", "\r\n"))
        return super().difference(screen, update, console)

    def _build_driver(self, *_: Any, **named: Any) -> Any:  # noqa: ANN401 - as Textual calls it
        self._driver = _Ear(self, size=named["size"])
        return self._driver

    def resized(self, width: int, height: int) -> None:
        """The terminals have another size, and no sense on the screen."""
        for each in (self.theirs, self.glass):
            each.resize(height, width)
            each.scramble()


class _Ear(HeadlessDriver):
    """A driver that hands on what it is to write."""

    is_headless = False

    def write(self, data: str) -> None:
        """Hand it on."""
        app = self._app
        assert isinstance(app, Watched)
        app.take(data)


def _tidy(update: Any) -> None:  # noqa: ANN401 - private types
    """Take two faults of Textual's out of an update, which no terminal is to be measured by."""
    if type(update).__name__ == "LayoutUpdate":
        update.strips = [[_tidied(each) for each in line] for line in update.strips]
    else:
        update.chops = [
            {x: None if each is None else _tidied(each) for x, each in line.items()}
            for line in update.chops
        ]


def _tidied(strip: Strip) -> Strip:
    """A strip without marks of a letter that another widget covers, or that is coloured apart and
    would be wider with them; and with its own colours.

    Textual puts such a mark on the other widget's last letter, and reckons what is left of a
    joined letter with the wrong width. It keeps the codes of a style for good, though here
    terminals of other colours have been before.
    """
    segments = list(strip)
    while segments and segments[0].text and not cell_len(segments[0].text[0]):
        segments[0] = Segment(segments[0].text[1:], segments[0].style)
    for at, (before, (text, style, _)) in enumerate(pairwise(segments), 1):
        if text.startswith(WIDER) and cell_len(before.text[-1:] + WIDER) != cell_len(
            before.text[-1:]
        ):
            segments[at] = Segment(text.removeprefix(WIDER), style)
    for _, style, _ in segments:
        if style is not None:
            style._ansi = None
    if sum(split_graphemes(text)[1] for text, _, _ in segments) != strip.cell_length:
        return Strip.blank(strip.cell_length)
    return Strip(segments, strip.cell_length)


# -- a cheap app, and what is done to it ----------------------------------------------------


class PopUp(ModalScreen[None]):
    """A page over the page, which shines through around it."""

    def compose(self) -> ComposeResult:
        """A box with a list."""
        with Vertical(id="box"):
            yield Static("A page 世界 that pops up 🎉", markup=False)
            yield OptionList("one", "two 한", "three 👩‍🏫")


class Cheap(Watched):
    """Fields, a frame, a layer that moves, a page that pops up."""

    CSS = """
    Screen { layers: below above; }
    #words { border: round $primary; height: 5; padding: 0 1; }
    #layer { layer: above; width: 9; height: 3; background: $accent 40%; offset: 4 2; }
    #area { height: 1fr; }
    PopUp { align: center middle; }
    #box { width: 21; height: 8; border: double $warning; background: $panel 60%; }
    """

    def compose(self) -> ComposeResult:
        """Everything at once."""
        yield Static("", id="words", markup=False)
        yield Static("above 世界 🙂", id="layer", markup=False)
        yield Input(id="input")
        yield TextArea(id="area", soft_wrap=True)


def some_text(dice: random.Random, most: int = 30) -> str:
    """Letters of all sorts."""
    return "".join(dice.choices(LETTERS, k=dice.randint(0, most)))


async def step(app: Cheap, pilot: Pilot[None], dice: random.Random) -> None:
    """Something that a person, or the program, may do."""
    size = dice.randint(8, 40), dice.randint(4, 11)
    layer = app.screen_stack[0].query_one("#layer")
    words = app.screen_stack[0].query_one("#words", Static)
    match dice.randrange(12):
        case 0 | 1:
            words.update(some_text(dice, 50))
        case 2 | 3 | 4:
            area = app.screen_stack[0].query_one(TextArea)
            area.insert(some_text(dice), maintain_selection_offset=False)
        case 5:
            keys = ("left", "right", "up", "down", "backspace", "a", "space", "tab", "shift+left")
            await pilot.press(*dice.choices(keys, k=3))
        case 6:
            layer.styles.offset = dice.randint(-5, 30), dice.randint(-2, 10)
        case 7:
            layer.display = not layer.display
        case 8 if len(app.screen_stack) == 1:
            app.push_screen(PopUp())
        case 8 | 9 if len(app.screen_stack) > 1:
            app.pop_screen()
        case 9:
            app.theme = dice.choice(("textual-dark", "textual-light", "ansi-dark", "nord"))
        case 10:
            app.resized(*size)
            await pilot.resize_terminal(*size)
        case _:
            app.refresh(layout=dice.random() < 0.5)
    await drawn()


async def drawn() -> None:
    """Wait a moment in which the program draws, if it is to; nothing depends on whether it does."""
    await asyncio.sleep(1 / 50)


async def sessions(seed: int, many: int, steps: int, check: Callable[[Watched], None]) -> int:
    """Sessions of the cheap app, on new terminals each, checked after every step.

    Gives the number of updates that were compared.
    """
    dice = random.Random(seed)  # noqa: S311 - no secret
    app = Cheap()
    app.animation_level = "none"
    app.begin(*SMALL)
    async with app.run_test(size=SMALL, headless=True) as pilot:
        for _ in range(many):
            app.colours = dice.choice(SYSTEMS)
            size = app.glass.columns, app.glass.lines
            app.begin(*size)
            app.forget_screen()
            await drawn()
            check(app)
            for _ in range(steps):
                await step(app, pilot, dice)
                check(app)
    return app.updates


def differing(one: Sequence[Sequence[object]], other: Sequence[Sequence[object]]) -> list[str]:
    """The cells that are not the same, as sentences; none where all are."""
    return [
        f"column {x}, line {y}: {a!r} beside {b!r}"
        for y, (line, second) in enumerate(zip(one, other, strict=True))
        for x, (a, b) in enumerate(zip(line, second, strict=True))
        if a != b
    ]


def same(app: Watched) -> None:
    """Fails where the two terminals show different things."""
    found = differing(app.theirs.cells(), app.glass.cells())
    assert not found, "\n".join(found[:8])
    assert (app.theirs.cursor.x, app.theirs.cursor.y) == (app.glass.cursor.x, app.glass.cursor.y)


# -- the real program -----------------------------------------------------------------------

KEYS = (
    *("f2", "f4", "f5", "f6", "f7", "f8", "f8", "f8", "f9", "escape", "escape", "enter", "tab"),
    *("up", "down", "pageup", "pagedown", "space", "backspace", "a", "e", "1", "2", "é", "世"),
)
"""What is pressed at random; nothing that leaves."""


class Real(Watched, SendwizardApp):
    """The program."""

    CSS_PATH = [Path(looking.__file__).parent / name for name in SendwizardApp.CSS_PATH]  # noqa: RUF012 - as in Textual


async def real_sessions(folder: Path, seed: int, many: int, steps: int) -> int:
    """Sessions of the program over a school's folder, on new terminals each.

    Gives the number of updates that were compared.
    """
    dice = random.Random(seed)  # noqa: S311 - no secret
    with open_year(School(folder, QUESTIONS, None), YEAR, clock=noon) as sitting:
        app = Real(sitting)
        app.begin(*LEAST)
        async with app.run_test(size=LEAST, headless=True) as pilot:
            for _ in range(many):
                app.colours = dice.choice(SYSTEMS)
                app.begin(app.glass.columns, app.glass.lines)
                app.forget_screen()
                for _ in range(steps):
                    await real_step(app, pilot, dice)
                    same(app)
            app.do_leave()
        app.close()
    return app.updates


async def real_step(app: Real, pilot: Pilot[None], dice: random.Random) -> None:
    """Keys, another look, or another size."""
    match dice.randrange(10):
        case 0:
            size = dice.randint(40, 120), dice.randint(12, 26)
            app.resized(*size)
            await pilot.resize_terminal(*size)
        case 1:
            app.wear(dice.choice(list(LOOKS)))
        case _:
            await pilot.press(*dice.choices(KEYS, k=2))
    await drawn()
