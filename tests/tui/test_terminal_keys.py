"""The keys of the table, as terminals send them. What they send was looked up for each of them."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from sendwizard.tui.keys import ACTIONS

AS_XTERM = {
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f12": "\x1b[24~",
}
"""GNOME Terminal, macOS Terminal, Windows Terminal and tmux, with TERM xterm or screen."""
AS_PUTTY = AS_XTERM | {"f1": "\x1b[11~", "f2": "\x1b[12~", "f3": "\x1b[13~", "f4": "\x1b[14~"}
"""PuTTY, as it comes."""
AS_LINUX = AS_XTERM | {
    "f1": "\x1b[[A",
    "f2": "\x1b[[B",
    "f3": "\x1b[[C",
    "f4": "\x1b[[D",
    "f5": "\x1b[[E",
}
"""The console of Linux."""
KEYS = [key for action in ACTIONS for key in action.keys]
TAKEN = frozenset("abcdehijkmquvwxyz")
"""Letters whose Ctrl is taken: by TextArea, Textual or tmux, or because it is Tab, Enter or Esc."""


def understood(sent: str) -> list[str]:
    """The keys that Textual makes of what a terminal sends."""
    found = [*XTermParser().feed(sent)]
    return [each.key for each in found if isinstance(each, events.Key)]


@pytest.mark.parametrize("sends", [AS_XTERM, AS_PUTTY, AS_LINUX], ids=["xterm", "putty", "linux"])
def test_each_key_of_the_table_is_understood_as_the_terminal_sends_it(
    sends: dict[str, str],
) -> None:
    letters = {f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"}
    for key in KEYS:
        assert understood((sends | letters)[key]) == [key]


def test_every_ctrl_letter_is_one_that_nobody_else_takes() -> None:
    letters = {key.removeprefix("ctrl+") for key in KEYS if key.startswith("ctrl+")}
    assert letters == set("fglnoprst")
    assert not letters & TAKEN


def test_no_everyday_action_needs_a_function_key_that_a_terminal_keeps() -> None:
    """GNOME Terminal keeps F1, F10 and F11 for itself."""
    for action in ACTIONS:
        others = set(action.keys) - {"f1", "f10", "f11"}
        assert others or action.name == "help"


def test_nothing_needs_alt_or_ctrl_with_enter() -> None:
    assert not any("alt" in key or key == "ctrl+enter" for key in KEYS)
