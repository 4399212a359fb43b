"""What a terminal shows, cell by cell, and the fewest bytes that bring it to show something else.

Knows no widget, and sends nothing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_UNSURE = re.compile("[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482–-‧‰-›₠-₿←-⇿─-◼✓✗぀-ヿ一-鿿가-힣！-｠]")
"""Letters that terminals draw in one cell or in two, as each thinks fit: emoji, marks that combine
with the letter before, and all that is rare."""
_HIDDEN_ON_BLANK = frozenset("12358")
"""Bold, faint, italic, blinking and hidden: not to be seen where there is no letter."""
_REVERSED = "7"
_EITHER_WAY = frozenset({"1", "3", _REVERSED})
"""What looks the same when two colours are swapped and shown the other way round."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", _REVERSED: "27"}
"""How the attributes end that every terminal can end singly."""


class Look(NamedTuple):
    """How a cell looks, in the terminal's own codes."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    """The colour of the letter; "" for the terminal's own."""
    paper: str = ""
    """The colour behind it; "" for the terminal's own."""


Cell = tuple[str, Look]
"""What stands in a cell, "" in the second of two that a wide letter takes; and how it looks."""
Piece = tuple[int, int, Sequence[Cell]]
"""Column and line of some cells, and the cells."""


class Shown:
    """What a terminal of this size shows, as far as we know from what was sent to it."""

    def __init__(self, width: int, height: int) -> None:
        self.size = width, height
        self._rows: list[list[Cell] | None] = [None] * height
        self._at: tuple[int, int] | None = None
        """Where the terminal writes next; None where terminals differ."""
        self._look: Look | None = None

    def bring_to(self, pieces: Iterable[Piece], cursor: tuple[int, int]) -> str:
        """What to send so that these pieces of lines are shown, and the cursor stands there."""
        rows: dict[int, list[Cell]] = {}
        width, height = self.size
        for x, y, piece in pieces:
            if 0 <= x < width and 0 <= y < height:
                if y not in rows:
                    rows[y] = list(self._rows[y] or [(" ", Look())] * width)
                _lay(rows[y], x, piece)
        out: list[str] = []
        for y in sorted(rows):
            self._draw(y, rows[y], out)
            self._rows[y] = rows[y]
        self._move(*cursor, out)
        return "".join(out)

    def _draw(self, y: int, new: list[Cell], out: list[str]) -> None:
        old = self._rows[y]
        if old == new:
            return
        if old is None or _has_unsure(new) or _has_unsure(old):
            self._draw_all(y, new, out)
            return
        x, width = 0, len(new)
        while x < width:
            if new[x] == old[x]:
                x += 1
                continue
            x -= not new[x][0]  # a wide letter is written from its first cell
            self._move_over(x, y, new, out)
            start = x
            while x < width and (x == start or new[x] != old[x] or not new[x][0]):
                self._write(new[x], out)
                x += 1
            self._at = (x, y) if x < width else None

    def _draw_all(self, y: int, new: list[Cell], out: list[str]) -> None:
        """A whole line. A letter that terminals draw differently never pushes what follows it."""
        for x, cell in enumerate(new):
            if not cell[0]:
                continue
            wide = x + 1 < len(new) and not new[x + 1][0]
            self._move(x, y, out)
            if _UNSURE.search(cell[0]):
                self._write((" " * (1 + wide), cell[1]), out)  # for a terminal that takes one cell
                self._at = None
                self._move(x, y, out)
                self._at = None
            else:
                self._at = (x + 1 + wide, y) if x + 1 + wide < len(new) else None
            self._write(cell, out)

    def _write(self, cell: Cell, out: list[str]) -> None:
        text, look = cell
        if text:
            aimed = aim(self._look, look, blank=not text.strip(" "))
            out.append(change(self._look, aimed))
            self._look = aimed
            out.append(text)

    def _move(self, x: int, y: int, out: list[str]) -> None:
        out.append(move(self._at, (x, y)))
        self._at = x, y

    def _move_over(self, x: int, y: int, new: list[Cell], out: list[str]) -> None:
        """Move, or write a few letters again where that is as short."""
        here = self._at
        if here is not None and here[1] == y and here[0] < x:
            passed = new[here[0] : x]
            again = "".join(text for text, _ in passed)
            if len(again.encode()) <= len(move(here, (x, y))) and all(
                aim(self._look, look, blank=text == " ") == self._look for text, look in passed
            ):
                out.append(again)
                self._at = x, y
                return
        self._move(x, y, out)


def move(here: tuple[int, int] | None, to: tuple[int, int]) -> str:
    """The shortest way of the cursor."""
    if here == to:
        return ""
    x, y = to
    ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
    if here is not None and here[1] == y:
        by = x - here[0]
        steps = f"{abs(by)}" if abs(by) > 1 else ""
        ways += [f"\x1b[{steps}C"] if by > 0 else [f"\x1b[{steps}D", "\b" * -by]
        ways += [] if x else ["\r"]
    return min(ways, key=len)


@lru_cache(maxsize=4096)
def change(before: Look | None, after: Look) -> str:
    """The shortest code that gives what is written next its look."""
    if before == after:
        return ""
    anew = ["0", *sorted(after.attributes), *filter(None, after[1:])]
    if before is None or not (gone := before.attributes - after.attributes) <= _OFF.keys():
        return _code(anew)
    ended = {_OFF[each] for each in gone}
    begun = after.attributes - (before.attributes - ({"1", "2"} if "22" in ended else set()))
    codes = [*sorted(ended), *sorted(begun)]
    codes += [after.ink or "39"] if after.ink != before.ink else []
    codes += [after.paper or "49"] if after.paper != before.paper else []
    return min(_code(codes), _code(anew), key=len)


def _code(codes: list[str]) -> str:
    return "\x1b[m" if codes == ["0"] else f"\x1b[{';'.join(codes)}m"


@lru_cache(maxsize=4096)
def aim(before: Look | None, look: Look, *, blank: bool) -> Look:
    """Of all that is seen as this look, the one that takes the least to get to.

    A cursor is often its surroundings with the colours swapped: to reverse them takes 4 bytes.
    """
    ways = [look]
    if before is not None and blank and not look.attributes:
        kept = before.attributes - {_REVERSED}
        if kept <= _HIDDEN_ON_BLANK:
            ways.append(Look(kept, before.ink, look.paper))
        if kept <= _EITHER_WAY and look.paper.startswith("48;"):
            ways.append(Look(kept | {_REVERSED}, _swapped(look.paper), before.paper))
    elif look.attributes <= _EITHER_WAY and look.ink[:3] == "38;" and look.paper[:3] == "48;":
        turned = look.attributes ^ {_REVERSED}
        ways.append(Look(turned, _swapped(look.paper), _swapped(look.ink)))
    return min(ways, key=lambda way: len(change(before, way)))


def _swapped(colour: str) -> str:
    """A colour for the letter as one behind it, or the other way round."""
    return f"{'3' if colour[0] == '4' else '4'}{colour[1:]}"


def _lay(row: list[Cell], x: int, piece: Sequence[Cell]) -> None:
    """Put a piece into a line; a wide letter that is cut by it, or by the edge, leaves a blank."""
    end = min(len(row), x + len(piece))
    if x and x < end and not row[x][0]:
        row[x - 1] = " ", as_blank(row[x - 1][1])
    row[x:end] = piece[: end - x]
    if end < len(row) and not row[end][0]:
        row[end] = " ", as_blank(row[end][1])
    if end - x < len(piece) and not piece[end - x][0]:
        row[end - 1] = " ", as_blank(row[end - 1][1])


def _has_unsure(row: list[Cell]) -> bool:
    text = "".join([text for text, _ in row])
    return not text.isascii() and _UNSURE.search(text) is not None


@lru_cache(maxsize=1024)
def as_blank(look: Look) -> Look:
    """What is seen of a look where there is no letter."""
    seen = look.attributes - _HIDDEN_ON_BLANK
    return look if seen else Look(paper=look.paper)
