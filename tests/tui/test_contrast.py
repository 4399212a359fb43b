"""Every look can be read: 4.5 to 1 at least between letters and what stands behind them.

By the looks' own values, by what real pages draw, and as terminals with fewer colours show it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.color import Color as AnyColor
from textual.pilot import Pilot

from sendwizard.office.folders import School
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.looks import CONTRAST, DARK, LIGHT, LOOKS, NONE, SIXTEEN
from tests.tui.second_year import NOTHING_CHANGED, PASSAGE, begun, last_year, seat_at
from tests.worlds import QUESTIONS

LEAST = 4.5
Rgb = tuple[int, int, int]


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def palette(first: str, bright: str) -> Sequence[Rgb]:
    """Sixteen colours, from what their makers write."""
    codes = f"{first} {bright}".split()
    return [(int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in codes]


VGA = "555555 FF5555 55FF55 FFFF55 5555FF FF55FF 55FFFF FFFFFF"
PALETTES = {
    "Linux console": palette("000000 AA0000 00AA00 AA5500 0000AA AA00AA 00AAAA AAAAAA", VGA),
    "PuTTY": palette("000000 BB0000 00BB00 BBBB00 0000BB BB00BB 00BBBB BBBBBB", VGA),
    "xterm": palette(
        "000000 CD0000 00CD00 CDCD00 0000EE CD00CD 00CDCD E5E5E5",
        "7F7F7F FF0000 00FF00 FFFF00 5C5CFF FF00FF 00FFFF FFFFFF",
    ),
    "Windows": palette(
        "0C0C0C C50F1F 13A10E C19C00 0037DA 881798 3A96DD CCCCCC",
        "767676 E74856 16C60C F9F1A5 3B78FF B4009E 61D6D6 F2F2F2",
    ),
}
"""The terminals that show sixteen colours, as they come."""
PAIRS = (
    *(
        (ink, "paper")
        for ink in (
            *("ink", "quiet", "key", "text", "text-muted", "text-disabled", "text-warning"),
            *("text-error", "text-success", "text-accent", "border", "border-blurred"),
            *("foreground", "foreground-muted", "link-color", "scrollbar"),
        )
    ),
    *(("ink", each) for each in ("box", "selected", "surface", "panel")),
    *((each, "foot") for each in ("quiet", "key", "ink")),
    *((each, "box") for each in ("text-muted", "text-disabled")),
    *((each, "chosen") for each in ("chosen-ink", "ink", "quiet", "text-warning")),
    ("bar-ink", "bar"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
)
"""What the `.tcss` files, Textual's own styles and the words put upon one another."""


def ratio(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, as WCAG computes it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb: Rgb) -> float:
    """How bright a colour is, from 0 to 1."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def shown(color: Color) -> Iterator[Rgb]:
    """A colour as each terminal that may have to show it does, always in the same order."""
    if color.triplet is None:
        assert color.number is not None, "the colour of the terminal stands beside one of ours"
        yield from (each[color.number] for each in PALETTES.values())
    else:
        yield color.triplet
        yield color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()


def worst(ink: Color, behind: Color) -> float:
    """The least contrast that any terminal gives these two; 0 for one of its own beside ours."""
    if (ink.triplet is None) != (behind.triplet is None):
        return 0
    return min(ratio(*each) for each in zip(shown(ink), shown(behind), strict=True))


def values_of(look: str) -> Mapping[str, str]:
    """The variables of a look."""
    theme = LOOKS[look].theme
    return {**theme.to_color_system().generate(), **theme.variables}


@pytest.mark.parametrize("look", [DARK, LIGHT, CONTRAST, SIXTEEN])
def test_the_values_of_a_look_can_be_read_on_one_another(look: str) -> None:
    values = values_of(look)
    weak = {
        (ink, behind): round(contrast, 2)
        for ink, behind in PAIRS
        if (contrast := worst(rich(values[ink]), rich(values[behind]))) < LEAST
    }
    assert not weak


def rich(value: str) -> Color:
    """A colour as it is sent."""
    return AnyColor.parse(value).rich_color


def test_black_on_white_is_21_to_1_and_grey_on_white_is_weak() -> None:
    """The measure itself can find something."""
    assert round(ratio((0, 0, 0), (255, 255, 255)), 1) == 21
    assert worst(Color.parse("#888888"), Color.parse("#ffffff")) < LEAST


PAGES: Sequence[Sequence[str]] = (
    ("f3",),
    ("shift+home",),
    ("f2",),
    ("escape", "f4"),
    ("escape", "f5"),
)
"""One page after the other, by keys: a passage, what helps, letters selected, the lists …"""


async def test_every_page_can_be_read_in_every_look(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    weak: list[object] = []
    async with seat_at(school, PASSAGE, size=(120, 40)) as (app, pilot):
        for keys in PAGES:
            await pilot.press(*keys)
            for look in (DARK, LIGHT, CONTRAST, SIXTEEN):
                weak += [(keys, look, *each) for each in await weak_words(app, pilot, look)]
    assert not weak


async def weak_words(
    app: SendwizardApp, pilot: Pilot[None], look: str
) -> Sequence[tuple[str, Style]]:
    """What stands on the page with too little contrast in a look, once all of it wears it."""
    app.wear(look)
    weak: Sequence[tuple[str, Style]] = ()
    for _ in range(20):
        await pilot.pause()
        weak = [
            (words, style)
            for words, style in drawn(app)
            if not (style.color and style.bgcolor) or worst(style.color, style.bgcolor) < LEAST
        ]
        if not weak:
            break
    return weak


def drawn(app: SendwizardApp) -> Iterator[tuple[str, Style]]:
    """The words on the screen, each with how it is drawn."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if segment.text.strip():
                yield segment.text, segment.style or Style()


async def test_without_colours_no_colour_is_drawn_and_the_chosen_line_is_the_other_way_round(
    school: School,
) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        app.wear(NONE)
        await pilot.press("f2")
        await pilot.pause()
        colours = [each for _, style in drawn(app) for each in (style.color, style.bgcolor)]
        assert all(each is None or each.is_default for each in colours)
        chosen = [words for words, style in drawn(app) if style.reverse]
        assert any("Menu" in words for words in chosen)
        assert any(words.split()[:1] == ["1"] for words in chosen)
        await pilot.press("escape")
