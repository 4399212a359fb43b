"""The five looks of the screen: what each is called, its colours, and which one a terminal gets.

Knows no page. A look is one of Textual's themes with every variable that the `.tcss` files use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from sendwizard.tui.colours import Colours, Strokes, theme_of

AUTOMATIC = ""
"""The name of no look: the terminal decides."""
DARK, LIGHT, CONTRAST, SIXTEEN, NONE = "dark", "light", "contrast", "sixteen", "none"
_FEW = frozenset({"standard", "windows"})
"""What the terminal is said to show, where that is 16 colours."""


@dataclass(frozen=True)
class Look:
    """One look."""

    name: str
    """As `resume.toml` keeps it."""
    label: str
    """As people read it."""
    about: str
    """Whom it is for, in a few words."""
    theme: Theme


# Dark and light keep their contrast, and their calm, also where a terminal with 256 colours takes
# the nearest of its own.
_DARK = theme_of(
    DARK,
    Colours(
        ink="#e8eaed",
        paper="#121417",
        quiet="#adb5bf",
        accent="#74c4ea",
        frame="#7f8a98",
        box="#22262c",
        foot="#22262c",
        bar="#0f5278",
        bar_ink="#ffffff",
        chosen="#363c45",
        chosen_ink="#ffffff",
        selected="#35566a",
        good="#84d3a0",
        warn="#f2bc66",
        wrong="#ff9c96",
    ),
)
_LIGHT = theme_of(
    LIGHT,
    Colours(
        ink="#1c2127",
        paper="#fbfaf7",
        quiet="#4f5760",
        accent="#0a578a",
        frame="#69727e",
        box="#ebebeb",
        foot="#ebebeb",
        bar="#d5e3ed",
        bar_ink="#10171d",
        chosen="#dadde1",
        chosen_ink="#10171d",
        selected="#b9d6ea",
        good="#17633a",
        warn="#6b4500",
        wrong="#a31f1a",
    ),
    dark=False,
)
_CONTRAST = theme_of(
    CONTRAST,
    Colours(
        ink="#ffffff",
        paper="#000000",
        quiet="#e4e4e4",
        accent="#ffe94d",
        frame="#ffffff",
        box="#000000",
        foot="#000000",
        bar="#ffffff",
        bar_ink="#000000",
        chosen="#1d3a94",
        chosen_ink="#ffffff",
        selected="#1d3a94",
        good="#8ff5b2",
        warn="#ffc95c",
        wrong="#ffa8a3",
    ),
    Strokes(line_focus="heavy", chosen="bold underline", box="underline"),
)
_EVERYWHERE = Strokes("solid", "double", cursor="reverse", box="underline")
"""Frames that every terminal's letters have; the cursor by the style that every one knows."""
_SIXTEEN = theme_of(
    SIXTEEN,
    Colours(
        ink="ansi_bright_white",
        paper="ansi_black",
        quiet="ansi_white",
        accent="ansi_bright_cyan",
        frame="ansi_white",
        box="ansi_black",
        foot="ansi_black",
        bar="ansi_blue",
        bar_ink="ansi_bright_white",
        chosen="ansi_blue",
        chosen_ink="ansi_bright_white",
        selected="ansi_blue",
        good="ansi_bright_green",
        warn="ansi_bright_yellow",
        wrong="ansi_bright_red",
    ),
    _EVERYWHERE,
    ansi=True,
)
_PLAIN, _BEHIND = "ansi_default", "ansi_blue"
"""No colour, and what stands for “something behind the letters”: see `WithoutColour`."""
_NONE = theme_of(
    NONE,
    Colours(
        ink=_PLAIN,
        paper=_PLAIN,
        quiet=_PLAIN,
        accent=_PLAIN,
        frame=_PLAIN,
        box=_PLAIN,
        foot=_PLAIN,
        bar=_BEHIND,
        bar_ink=_PLAIN,
        chosen=_BEHIND,
        chosen_ink=_PLAIN,
        selected=_BEHIND,
        good=_PLAIN,
        warn=_PLAIN,
        wrong=_PLAIN,
    ),
    _EVERYWHERE,
    ansi=True,
)


class WithoutColour(LineFilter):
    """Takes every colour out of a line; what had one behind it is shown the other way round."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's own shape
        """The segments without colours."""
        return [
            Segment(text, style and _without_colour(style), control)
            for text, style, control in segments
        ]


_DEFAULT = Style(color="default", bgcolor="default")


@lru_cache(maxsize=1024)
def _without_colour(style: Style) -> Style:
    behind = style.bgcolor is not None and not style.bgcolor.is_default
    return style + _DEFAULT + Style(reverse=bool(style.reverse) != behind)


LOOKS = {
    each.name: each
    for each in (
        Look(DARK, "Dark", "light letters on a dark screen", _DARK),
        Look(LIGHT, "Light", "dark letters, as on paper", _LIGHT),
        Look(CONTRAST, "High contrast", "white, black and yellow", _CONTRAST),
        Look(SIXTEEN, "16 colours", "for a terminal that shows only those", _SIXTEEN),
        Look(NONE, "No colour", "underlined and reversed letters alone", _NONE),
    )
}
"""The looks that a person can choose, by name."""


def look_for(chosen: str, environment: Mapping[str, str], color_system: str | None) -> Look:
    """The look that is shown: the chosen one where it is known, else what the terminal can show.

    `color_system` is what Rich says of the terminal; None where it shows no colours.
    """
    if chosen in LOOKS:
        return LOOKS[chosen]
    if environment.get("NO_COLOR") or color_system is None:
        return LOOKS[NONE]
    return LOOKS[SIXTEEN if color_system in _FEW else DARK]
