"""Enter, Tab and Shift+Tab in a list line of a text. Knows lines and places, and no widget.

A list is indented as `report.prose` nests it: under `- ` by two spaces, under `1. ` by three. What
follows in the same list is counted and indented again, so that the report shows what stands here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sendwizard.core.list_items import Block, Item, block_at, item_of, lines_of

Place = tuple[int, int]
"""Line and column, both from 0."""


@dataclass(frozen=True)
class Change:
    """One step of editing, to be undone as one."""

    start: Place
    end: Place
    text: str
    """What stands between the two places from now on."""
    anchor: Place
    """Where the mark begins afterwards; the cursor's place where nothing is marked."""
    cursor: Place
    """Where the cursor stands afterwards."""


def in_list(lines: Sequence[str], row: int) -> bool:
    """Whether a list's item begins in that line."""
    return item_of(lines[row]) is not None


def new_line(lines: Sequence[str], at: Place) -> Change | None:
    """Enter: the next item begins; in an empty one the list ends, or goes out one level.

    None where Enter only makes a new line: outside a list, and before an item's words.
    """
    row, column = at
    block = block_at(lines, row)
    if block is None:
        return None
    number = block.rows.index(row)
    item = block.items[number]
    begins = len(lines[row]) - len(item.text)
    if column < begins:
        return None
    if not item.is_empty:
        return _next_item(lines, block, number, at, column - begins)
    if item.level:
        return _shift(lines, block, range(number, number + 1), -1, at, at)
    return _end_of_list(lines, block, number, at)


def _next_item(lines: Sequence[str], block: Block, number: int, at: Place, split: int) -> Change:
    item = block.items[number]
    rest = replace(item, gap=" ", text=item.text[split:].lstrip(), number=item.number + 1)
    items = list(block.items)
    items[number : number + 1] = [replace(item, text=item.text[:split], tail=()), rest]
    new = replace(block, items=tuple(items))
    row = new.rows[number + 1]
    after = lines_of(new)
    cursor = row, len(after[row - block.start]) - len(rest.text)
    return _change(lines, block, after, at, cursor, cursor)


def _end_of_list(lines: Sequence[str], block: Block, number: int, at: Place) -> Change:
    """A blank line parts what comes next from the list; without it, it would belong to the item."""
    item = block.items[number]
    behind = _moved(block.items, range(number, number + 1), -1)[number + 1 :]
    if number == 0 and behind:
        behind = (replace(behind[0], number=item.number), *behind[1:])
    joined = lines_of(replace(block, items=(*block.items[:number], *behind)))
    many = sum(len(each.lines) for each in block.items[:number])
    before, rest = joined[:many], joined[many:]
    gap = [""] if before and before[-1].strip() else []
    blank = [line for _, line in item.tail] or ([""] if rest else [])
    cursor = block.start + len(before) + len(gap), 0
    return _change(lines, block, (*before, *gap, "", *blank, *rest), at, cursor, cursor)


def shift(lines: Sequence[str], anchor: Place, cursor: Place, by: int) -> Change | None:
    """Tab (`by` 1) and Shift+Tab (`by` -1): the marked items go in or out, with what is under them.

    None where the cursor is in no list line. Where an item can go no further, nothing changes.
    """
    block = block_at(lines, cursor[0])
    if block is None:
        return None
    first, last = sorted((anchor[0], cursor[0]))
    there = [number for number, row in enumerate(block.rows) if first <= row <= last]
    return _shift(lines, block, range(there[0], there[-1] + 1), by, anchor, cursor)


def _shift(
    lines: Sequence[str], block: Block, chosen: range, by: int, anchor: Place, cursor: Place
) -> Change:
    items = block.items
    above = items[chosen.start - 1].level if chosen.start else -1
    if by > 0 and above < items[chosen.start].level:
        return Change(cursor, cursor, "", anchor, cursor)  # nothing is above it to go under
    after = lines_of(replace(block, items=_moved(items, chosen, by)))
    anchor_then, cursor_then = (
        _same_letter(lines, after, block.start, place) for place in (anchor, cursor)
    )
    return _change(lines, block, after, cursor, anchor_then, cursor_then)


def _moved(items: Sequence[Item], chosen: range, by: int) -> tuple[Item, ...]:
    """The items with some of them, and all that is under them, further in or out."""
    moved: list[Item] = []
    under = -1
    for number, item in enumerate(items):
        if number in chosen or (under >= 0 and item.level > under):
            under = item.level if number in chosen and (under < 0 or item.level < under) else under
            deepest = moved[-1].level + 1 if moved else 0
            there = replace(item, level=max(0, min(item.level + by, deepest)))
            moved.append(_as_its_neighbour(moved, there) if number in chosen else there)
        else:
            under = -1
            moved.append(item)
    return tuple(moved)


def _as_its_neighbour(before: Sequence[Item], item: Item) -> Item:
    """The item, marked as the one before it on its level is; the first there counts from 1."""
    for other in reversed(before):
        if other.level == item.level:
            return replace(item, kind=other.kind)
        if other.level < item.level:
            break
    return replace(item, number=1)


def _same_letter(lines: Sequence[str], after: Sequence[str], start: int, place: Place) -> Place:
    """Where the letter at a place stands afterwards, counted from the end of its line."""
    row, column = place
    if not 0 <= row - start < len(after):
        return place
    return row, max(0, column + len(after[row - start]) - len(lines[row]))


def marker_again(lines: Sequence[str], at: Place) -> Change | None:
    """A space behind a mark that was typed although it stands there already: `- -`, `2. 2.`.

    That is the habit of those who knew no other way, and what a terminal that types a paste does.
    A mark of the other sort takes its place: a dash behind `3.` begins a list of its own.
    None where it is anything else.
    """
    row, column = at
    line = lines[row]
    item = item_of(line)
    typed = None if item is None else item_of(f"{item.text} ")
    if item is None or typed is None or column != len(line):
        return None
    if (typed.kind in ".)") != (item.kind in ".)"):
        indent = len(line) - len(line.lstrip(" "))
        behind = (row, indent + len(item.text) + 1)
        return Change((row, indent), at, f"{item.text} ", behind, behind)
    begins = len(line) - len(item.text)
    return Change((row, begins), at, "", (row, begins), (row, begins))


def fit_in(line: str, column: int, text: str) -> tuple[int, str]:
    """The column from which a pasted list replaces an empty item, and the list, indented like it.

    The column itself and the text as it is where the cursor stands anywhere else.
    """
    item = item_of(line[:column])
    if item is None or item.text or item_of(text.partition("\n")[0]) is None:
        return column, text
    indent = line[: len(line) - len(line.lstrip(" "))]
    return 0, "\n".join(indent + each if each else each for each in text.split("\n"))


def _change(
    lines: Sequence[str],
    block: Block,
    after: Sequence[str],
    at: Place,
    anchor: Place,
    cursor: Place,
) -> Change:
    """Only what differs, so that undoing and doing again leave the cursor where it was."""
    old = "\n".join(lines[block.start : block.start + block.size])
    new = "\n".join(after)
    column = sum(len(lines[row]) + 1 for row in range(block.start, at[0])) + at[1]
    most = min(len(old), len(new))
    first = _alike(old, new, min(most, column))
    last = _alike(old[::-1], new[::-1], most - first)
    start, end = (_place(old, block.start, each) for each in (first, len(old) - last))
    return Change(start, end, new[first : len(new) - last], anchor, cursor)


def _alike(one: str, other: str, most: int) -> int:
    """How many letters at the start of two texts are the same, `most` at most."""
    return next((n for n in range(most) if one[n] != other[n]), most)


def _place(text: str, row: int, offset: int) -> Place:
    before = text[:offset]
    return row + before.count("\n"), offset - (before.rfind("\n") + 1)
