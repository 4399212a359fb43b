"""How much room a line of a list has, and where a long one is broken."""

from textwrap import fill

from textual.widgets import OptionList

_AROUND_PAGE, _MOST_PAGE = 2, 110
"""Cells beside the list, and the most that the page has: a first guess, before it is drawn."""
_AROUND_LINE = 6
"""Cells of the list beside a line of it: border, padding, scroll bar."""


def first_room(width: int) -> int:
    """Cells that a line of a list will have in a window of this width; a guess."""
    return min(width, _MOST_PAGE) - _AROUND_PAGE - _AROUND_LINE


def room_in(picker: OptionList) -> int:
    """Cells that a line of this list has, also where a scroll bar comes."""
    return picker.region.width - _AROUND_LINE


def hung(text: str, room: int, indent: str) -> str:
    """The text on lines of at most `room` letters, all but the first indented."""
    return fill(text, max(room, 2 * len(indent)), subsequent_indent=indent)
