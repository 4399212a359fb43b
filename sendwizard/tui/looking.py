"""How the screen looks: the look that is shown, and the page to choose another. Decides nothing."""

import os
from collections.abc import Sequence

from textual.app import App
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor

from sendwizard.tui.bars import THREE, TWO
from sendwizard.tui.closed import Closed
from sendwizard.tui.in_order import KeysInOrder
from sendwizard.tui.looks import AUTOMATIC, LOOKS, NONE, WithoutColour, look_for
from sendwizard.tui.pages import PickPage, numbered

_BY_ITSELF = ":automatic"
"""What picking the first line gives; "" would be a heading."""


class Looking(Closed, KeysInOrder):
    """An app in one of the looks; nothing moves by itself in any of them."""

    HORIZONTAL_BREAKPOINTS = [(TWO, "-two"), (THREE, "-three")]  # noqa: RUF012 - as in Textual

    def __init__(self, driver: type[Driver] | None = None, look: str = AUTOMATIC) -> None:
        super().__init__(driver)
        self.look = look
        """The look that the person chose; "" where the terminal decides."""
        self.animation_level = "none"
        self._no_colour = WithoutColour()
        for each in LOOKS.values():
            self.register_theme(each.theme)
        # Now, before the first style is read: a theme that is set later has all of them read again.
        self.set_reactive(App.theme, self._theme_name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.no_color = self._shown == NONE

    @property
    def _shown(self) -> str:
        return look_for(self.look, os.environ, self.console.color_system).name

    @property
    def _theme_name(self) -> str:
        return LOOKS[self._shown].theme.name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, except that no colour means none, and 16 colours are those of the terminal.

        Textual chose its filters before the look was known, and would send greys for no colour.
        """
        without = (Monochrome, NoColor, *((ANSIToTruecolor,) if self.native_ansi_color else ()))
        filters = [each for each in super().get_line_filters() if not isinstance(each, without)]
        return [*filters, self._no_colour] if self.no_color else filters

    def do_looks(self) -> None:
        """List the looks."""
        lines = [(_BY_ITSELF, "What suits this terminal")]
        lines += [(each.name, f"{each.label}: {each.about}") for each in LOOKS.values()]
        page = PickPage(
            "How the screen looks",
            "Your choice is kept for this school year.",
            numbered(lines),
            at=self.look or _BY_ITSELF,
        )
        self.push_screen(page, self._look_picked)

    def _look_picked(self, picked: str | None) -> None:
        if picked is not None:
            self.wear(AUTOMATIC if picked == _BY_ITSELF else picked)
            self.look_changed()

    def wear(self, look: str) -> None:
        """Show a look, or with "" the one that suits the terminal."""
        self.look = look
        self.no_color = self._shown == NONE
        self.theme = self._theme_name

    def look_changed(self) -> None:
        """The person chose a look: it is to be kept."""
