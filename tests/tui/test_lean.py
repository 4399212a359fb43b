"""The lean line: what the terminal shows is what Textual would have drawn, for fewer bytes."""

import asyncio
import itertools
import logging
import os
import random
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import Static

from sendwizard.core.answers import Answer
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.lean import LeanLine, piece_of
from sendwizard.tui.shown import Look, Shown, aim, change
from tests.terminal.terminals import Terminal
from tests.tui import two_screens
from tests.tui.two_screens import Cheap, Glass, Narrow, Real, differing, drawn, same
from tests.worlds import DAY, QUESTIONS, YEAR, filled, noon

SIZE = (80, 24)
PASSAGE = "\n".join(["Words that a school wrote about what it does each day."] * 40)
TRUE = ColorSystem.TRUECOLOR


async def test_a_page_of_all_sorts_of_letters_looks_as_textual_draws_it() -> None:
    compared = await two_screens.sessions(1, 40, 4, same)
    assert compared > 160, "else nothing was put to the test"


async def test_the_program_looks_as_textual_draws_it(tmp_path: Path) -> None:
    compared = await two_screens.real_sessions(tmp_path / "school", 0, 5, 4)
    assert compared > 40, "else nothing was put to the test"


# -- letters -------------------------------------------------------------------------------

SOME_STYLES = (Style.parse("#e8eaed on #121417"), Style.parse("#121417 on #e8eaed"), Style())


def some_pieces(dice: random.Random, width: int, height: int) -> list[tuple[int, int, Any]]:
    """Pieces of lines of all sorts, anywhere."""
    return [
        (
            dice.randrange(width),
            dice.randrange(height),
            piece_of(
                Strip(
                    Segment(two_screens.some_text(dice, 4).replace("\n", ""), style)
                    for style in dice.choices(SOME_STYLES, k=2)
                ),
                TRUE,
            ),
        )
        for _ in range(dice.randint(1, 4))
    ]


def unsure_places(shown: Shown) -> set[tuple[int, int]]:
    """Where a letter stands whose width is the terminal's affair."""
    rows = [row or [] for row in shown._rows]
    return {
        (x + by, y)
        for y, row in enumerate(rows)
        for x, (text, _) in enumerate(row)
        if len(text) > 1 or (text >= "\u2600" and not "\u3000" < text < "\U0001f000")
        for by in (0, 1)
        if by == 0 or (x + 1 < len(row) and not row[x + 1][0])
    }


def test_where_a_terminal_draws_emoji_its_own_way_no_other_letter_is_moved() -> None:
    for seed in range(60):
        dice = random.Random(seed)  # noqa: S311 - no secret
        shown, usual, odd = Shown(20, 3), Glass(20, 3), Narrow(20, 3)
        streams = pyte.Stream(usual), pyte.Stream(odd)
        for _ in range(6):
            text = shown.bring_to(some_pieces(dice, 20, 3), (0, 0))
            for stream in streams:
                stream.feed(text)
        unsure, one, other = unsure_places(shown), usual.cells(), odd.cells()
        for x, y in itertools.product(range(20), range(3)):
            if (x, y) not in unsure and usual.buffer[y][x].data:
                assert one[y][x] == other[y][x], f"seed {seed}, column {x}, line {y}"


def test_a_letter_without_width_goes_onto_the_one_before_it() -> None:
    strip = Strip([Segment("e", SOME_STYLES[0]), Segment("\u0301 x", SOME_STYLES[1])])
    assert [text for text, _ in piece_of(strip, TRUE)] == ["e\u0301", " ", "x"]


@pytest.mark.parametrize(("text", "kept"), [("世界", ["世", "", " "]), ("ab", ["a", "b", " "])])
def test_a_piece_is_as_long_as_textual_reckons(text: str, kept: Sequence[str]) -> None:
    assert [cell for cell, _ in piece_of(Strip([Segment(text)], 3), TRUE)] == kept


def test_no_control_character_of_a_text_gets_to_the_terminal() -> None:
    strip = Strip([Segment("a\x1b]0;title\x07\x9b2J\x00é\x7f")])
    text = Shown(20, 1).bring_to([(0, 0, piece_of(strip, TRUE))], (0, 0))
    assert "a]0;title2Jé" in text
    assert set(text) & {chr(n) for n in (*range(32), *range(127, 160))} == {"\x1b"}
    assert "\x1b]" not in text


# -- looks ---------------------------------------------------------------------------------

LOOKS = st.builds(
    Look,
    st.frozensets(st.sampled_from("1234579")),
    st.sampled_from(["", "31", "97", "38;5;9", "38;2;1;2;3", "38;2;4;5;6"]),
    st.sampled_from(["", "41", "107", "48;5;9", "48;2;1;2;3", "48;2;4;5;6"]),
)
ENDED = {"22": "12", "23": "3", "24": "4", "27": "7"}


def after(before: Look, codes: str) -> Look:
    """What a terminal makes of a look and a code."""
    if not codes:
        return before
    attributes, ink, paper = set(before.attributes), before.ink, before.paper
    left = codes.removeprefix("\x1b[").removesuffix("m").split(";")
    while left:
        code = left.pop(0)
        if code in ("", "0"):
            attributes, ink, paper = set(), "", ""
        elif code in ENDED:
            attributes -= set(ENDED[code])
        elif code in ("38", "48"):
            many = 2 if left[0] == "5" else 4
            colour = ";".join([code, *left[:many]])
            del left[:many]
            ink, paper = (colour, paper) if code == "38" else (ink, colour)
        elif len(code) == 1:
            attributes.add(code)
        else:
            colour = "" if code in ("39", "49") else code
            is_ink = code[0] in "39" and code != "49"
            ink, paper = (colour, paper) if is_ink else (ink, colour)
    return Look(frozenset(attributes), ink, paper)


def seen(look: Look, *, blank: bool) -> tuple[object, ...]:
    """What a person sees of a look."""
    attributes, ink, paper = look
    if "7" in attributes and ink[:3] == "38;" and paper[:3] == "48;":
        attributes, ink, paper = attributes - {"7"}, f"3{paper[1:]}", f"4{ink[1:]}"
    if blank and not attributes & {"4", "7", "9"}:
        return (paper,)
    return attributes, ink, paper


@given(LOOKS, LOOKS)
def test_the_shortest_code_gives_the_look_that_is_wanted(before: Look, wanted: Look) -> None:
    codes = change(before, wanted)
    assert after(before, codes) == wanted
    assert len(codes) <= len(change(None, wanted))


@given(LOOKS, LOOKS, st.booleans())
def test_a_look_that_is_aimed_at_is_seen_as_the_one_that_is_wanted(
    before: Look, wanted: Look, blank: bool
) -> None:
    if blank and not wanted.attributes & {"4", "7", "9"}:
        wanted = Look(paper=wanted.paper)
    assert seen(aim(before, wanted, blank=blank), blank=blank) == seen(wanted, blank=blank)


# -- when the screen is not as it was ------------------------------------------------------


async def cheap(app: Cheap) -> None:
    """A page, drawn."""
    app.animation_level = "none"
    app.begin(*SIZE)


async def test_a_terminal_that_wakes_up_in_its_old_size_is_drawn_anew() -> None:
    app = Cheap()
    await cheap(app)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.resized(*SIZE)
        assert differing(app.theirs.cells(), [[("#",)] * 80] * 24)
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        same(app)
        assert "#" not in "".join(app.glass.display)


async def test_where_nothing_has_changed_nothing_is_sent() -> None:
    app = Cheap()
    await cheap(app)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        sent, updates = app.sent, app.updates
        app.refresh(layout=True)
        await pilot.pause()
        assert app.updates > updates
        assert app.sent == sent


# -- when Textual is another ---------------------------------------------------------------


class Another(Cheap):
    """An app over a Textual that has changed."""

    def difference(self, screen: Any, update: Any, console: Console) -> str:  # noqa: ANN401 - private types
        """Without Textual's own beside it: our terminal alone."""
        return LeanLine.difference(self, screen, update, console)


@pytest.mark.parametrize("gone", ["spans", "chop_ends", "chops"])
async def test_where_textual_has_changed_its_own_output_is_sent_and_the_log_says_so_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, gone: str
) -> None:
    app = Another()
    await cheap(app)
    real = LeanLine._difference

    def changed(self: LeanLine, screen: Any, update: Any, console: Console) -> str:  # noqa: ANN401 - private types
        if type(update).__name__ != "ChopsUpdate":
            return real(self, screen, update, console)
        kept = update.__dict__.pop(gone)
        try:
            return real(self, screen, update, console)
        finally:
            setattr(update, gone, kept)

    monkeypatch.setattr(LeanLine, "_difference", changed)
    with caplog.at_level(logging.WARNING, "sendwizard"):
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for text in ("first words", "other words"):
                app.query_one("#words", Static).update(text)
                await pilot.pause()
                await drawn()
                assert text in "".join(app.glass.display)
            assert "above" in "".join(app.glass.display)
    said = [each.message for each in caplog.records if each.name == "sendwizard"]
    assert len(said) == 1
    assert "Textual is not as expected (AttributeError: 'ChopsUpdate'" in said[0]
    assert gone in said[0]


async def test_a_display_step_that_is_called_otherwise_is_textuals_own(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = Another()
    await cheap(app)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app._display(app.screen, renderable=None)
        app.query_one("#words", Static).update("other words")
        await pilot.pause()
        await drawn()
        assert "other words" in "".join(app.glass.display)
    assert "Textual is not as expected" in caplog.text


# -- what it costs -------------------------------------------------------------------------


async def test_the_program_is_sparing_with_bytes(tmp_path: Path) -> None:
    answers = filled().with_answer("adapt-curriculum", Answer(PASSAGE, on=DAY))
    school = School(tmp_path / "school", QUESTIONS, None)
    write_answers(school.year_folder(YEAR) / "answers.toml", answers)
    with open_year(school, YEAR, "adapt-curriculum", clock=noon) as sitting:
        app = Real(sitting, asked_for=True)
        app.begin(*SIZE)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert 0 < app.sent <= 16_384, "the first screen"
            letters = []
            for letter in ("up", *"several"):
                before = app.sent
                await pilot.press(letter)
                await pilot.pause()
                letters.append(app.sent - before)
            assert max(letters[1:]) <= 126, "a letter"
            await until_saved(app)
            idle = app.sent
            await asyncio.sleep(3)
            assert app.sent == idle, "nothing is sent while nobody types"
            await pilot.press("f8")
            await pilot.pause()
            await drawn()
            assert 0 < app.sent - idle <= 4_096, "the next question"
            app.do_leave()
        app.close()


async def until_saved(app: Real) -> None:
    """Wait for the words that nothing comes after."""
    for _ in range(500):
        if "Saved at" in "".join(app.glass.display):
            sent = -1
            while sent != app.sent:  # what is drawn when the fingers rest, and the editor after it
                sent = app.sent
                await asyncio.sleep(1.5)
            return
        await asyncio.sleep(0.02)
    pytest.fail("it was never saved")


@pytest.mark.terminal
def test_a_program_that_slept_draws_its_screen_again_and_leaves_the_shell_its_colours(
    tmp_path: Path,
) -> None:
    write_answers(tmp_path / YEAR / "answers.toml", filled())
    terminal = Terminal(tmp_path, "--at", "adapt-curriculum", more={"COLORTERM": "truecolor"})
    terminal.wait_for("F12 Leave")
    terminal.read(0.3)
    before = list(terminal.screen.display)
    assert terminal.child.pid is not None
    os.kill(terminal.child.pid, signal.SIGTSTP)
    for _ in range(200):
        terminal.read(0.02)
        if b"\x1b[?1049l" in terminal.heard:
            break
    asleep = terminal.heard
    assert b"\x1b[m" in asleep[asleep.rindex(b"\x1b[?2004l") - 8 :], "the shell's own colours"
    terminal.screen.reset()  # what a shell may do meanwhile
    time.sleep(0.2)
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.wait_for("F12 Leave")
    terminal.read(0.3)
    assert terminal.screen.display == before
    terminal.type("\x1b[24~")
    terminal.wait_for_the_end()
