"""The items of a list, out of the lines of a text and back. Knows Markdown’s lists, no cursor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_ITEM = re.compile(r"( *)([-*+]|[0-9]{1,9}[.)])( +)(.*)")
_WIDEST_GAP = 4
"""Spaces behind a mark; what begins after more of them begins, for Markdown, after one."""


@dataclass(frozen=True)
class Item:
    """One item of a list."""

    level: int
    """How deep it is; 0 is the outermost."""
    kind: str
    """Its mark: `-`, `*` or `+`, or the sign behind its number, `.` or `)`."""
    number: int
    """0 where it has none."""
    gap: str
    """The spaces behind the mark."""
    text: str
    tail: tuple[tuple[int | None, str], ...] = ()
    """Lines without a mark that belong to it: how far in from its words, and the words; None and
    the whole line where it is not indented."""

    @property
    def mark(self) -> str:
        """What stands before its words, but for the spaces."""
        return f"{self.number}{self.kind}" if self.kind in ".)" else self.kind

    @property
    def is_empty(self) -> bool:
        """Whether it has no words."""
        return not self.text.strip() and not any(line.strip() for _, line in self.tail)

    @property
    def inset(self) -> int:
        """How far in from its mark its words begin, for Markdown."""
        gap = len(self.gap) if self.text.strip() and len(self.gap) <= _WIDEST_GAP else 1
        return len(self.mark) + gap

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines, not indented."""
        return self.text, *(line for _, line in self.tail)


@dataclass(frozen=True)
class Block:
    """A list, whole."""

    start: int
    """The line in which it begins."""
    margin: int
    """The spaces before its outermost items."""
    items: tuple[Item, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The line in which each item begins."""
        rows = [self.start]
        for item in self.items:
            rows.append(rows[-1] + len(item.lines))
        return tuple(rows[:-1])

    @property
    def size(self) -> int:
        """How many lines it has."""
        return sum(len(item.lines) for item in self.items)


def item_of(line: str) -> Item | None:
    """The item that begins in a line, on level 0; None where none does."""
    found = _ITEM.fullmatch(line)
    if found is None:
        return None
    _, mark, gap, text = found.groups()
    number = int(mark[:-1]) if mark[:-1] else 0
    return Item(0, mark[-1], number, gap, text)


def block_at(lines: Sequence[str], row: int) -> Block | None:
    """The list with an item that begins in that line; None where none does."""
    if item_of(lines[row]) is None:
        return None
    reading = _Reading()
    for number, line in enumerate(lines):
        if reading.ends_before(line):
            if number > row:
                break
            reading = _Reading()
        reading.take(number, line)
    return Block(reading.start, reading.margin, tuple(reading.items))


class _Reading:
    """Reads a list line by line."""

    def __init__(self) -> None:
        self.start = self.margin = 0
        self.items: list[Item] = []
        self._insets: list[int] = []
        """Where the words of each open item begin, from the outermost in."""
        self._blank = False

    def ends_before(self, line: str) -> bool:
        """Whether this line belongs to the list no more."""
        if not self.items or not line.strip() or item_of(line):
            return False
        return self._blank and _indent(line) < self._insets[0]

    def take(self, number: int, line: str) -> None:
        """The next line; what stands before a list is passed by."""
        item = item_of(line)
        if item is not None:
            self._open(number, _indent(line), item)
        elif self.items:
            self._continue(line)
        self._blank = not line.strip()

    def _open(self, number: int, indent: int, item: Item) -> None:
        if not self.items:
            self.start, self.margin = number, indent
        while self._insets and indent < self._insets[-1]:
            self._insets.pop()
        self.items.append(replace(item, level=len(self._insets)))
        self._insets.append(indent + item.inset)

    def _continue(self, line: str) -> None:
        further = _indent(line) - self._insets[-1]
        inside = bool(line.strip()) and further >= 0
        tail = (further, line.lstrip(" ")) if inside else (None, line)
        last = self.items[-1]
        self.items[-1] = replace(last, tail=(*last.tail, tail))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def lines_of(block: Block) -> tuple[str, ...]:
    """The lines of a list: each item under the words of the one above it, and counted."""
    lines: list[str] = []
    insets = [block.margin]
    for item in _counted(block.items):
        del insets[item.level + 1 :]
        lines.append(f"{' ' * insets[-1]}{item.mark}{item.gap}{item.text}")
        insets.append(insets[-1] + item.inset)
        lines += [
            line if further is None else f"{' ' * (insets[-1] + further)}{line}"
            for further, line in item.tail
        ]
    return tuple(lines)


def _counted(items: Sequence[Item]) -> tuple[Item, ...]:
    """Numbers count on; the outermost list begins with its own, and one inside it with 1."""
    counted: list[Item] = []
    last: list[Item] = []
    for item in items:
        same = len(last) > item.level and last[item.level].kind == item.kind
        del last[item.level + (1 if same else 0) :]
        if item.kind in ".)":
            first = item.number if item.level == 0 else 1
            number = last[item.level].number + 1 if same else first
            item = replace(item, number=number)  # noqa: PLW2901 - the same item, counted
        del last[item.level :]
        last.append(item)
        counted.append(item)
    return tuple(counted)
