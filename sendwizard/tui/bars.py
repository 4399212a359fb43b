"""What stands above and below the question, and the sizes that it is drawn for. Knows no widget."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

LEAST = Size(60, 18)
"""The smallest window in which the question page can be used."""
TWO, THREE = 110, 170
"""Cells from which there is room beside the field: for what helps, and for the report."""
TOO_SMALL = (
    f"This window is too small. Make it at least {LEAST.width} letters wide and "
    f"{LEAST.height} lines high. What you type is kept."
)
MOST_GAP = 3
"""Cells between two keys, where there is room."""


def is_too_small(size: Size) -> bool:
    """Whether the question page cannot be used in a window of this size."""
    return size.width < LEAST.width or size.height < LEAST.height


def ends(left: str, right: str, width: int) -> str:
    """Two texts at the ends of a line; the left one is cut where there is no room for both."""
    most = max(0, width - 1 - len(right))
    left = left if len(left) <= most else f"{left[: max(0, most - 1)]}…"
    return f"{left}{' ' * max(1, width - len(left) - len(right))}{right}"


def keys(pairs: Sequence[tuple[str, str]], width: int) -> Content:
    """The keys on one line, their names standing out; wider apart where there is room."""
    taken = sum(len(f"{key} {label}") for key, label in pairs)
    gap = max(1, min(MOST_GAP, (width - taken) // max(1, len(pairs) - 1)))
    parts = [((key, "bold $key"), f" {label}{' ' * gap}") for key, label in pairs]
    return Content.assemble(*(each for pair in parts for each in pair)).rstrip()
