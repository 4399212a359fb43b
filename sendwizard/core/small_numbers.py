"""Which numbers of a table of pupils may be printed, so that none points to a child.

No number from 1 to 4 is printed. Where the totals would give a hidden one away, others are hidden
too, until each hidden number could be at least two things. Source: our rule, after the ways of
official statistics; the law asks for kinds of need, and for no numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

FEWEST = 5
"""The smallest number, beside none, that is printed."""
SMALL = f"fewer than {FEWEST}"
HIDDEN = "not shown"

FEW, MOST_TRIED = 3, 18
"""How many others are tried together, and out of how many: five rows of two columns, totals too."""
_ALL_ROWS, _ALL_COLUMNS = "rows", "columns"
Node = int | str
Place = tuple[int | None, int | None]
"""Row and column of a number; None stands for the total over all of them."""


@dataclass(frozen=True)
class SafeTable:
    """A table of counts as it may be printed, with its totals."""

    cells: tuple[tuple[str, ...], ...]
    """Row by row, the row's total last."""
    totals: tuple[str, ...]
    """The columns' totals, the total of all last."""

    @property
    def hides(self) -> bool:
        """Whether anything is hidden."""
        return any(not text.isdigit() for row in (*self.cells, self.totals) for text in row)


def safe_table(counts: Sequence[Sequence[int]]) -> SafeTable:
    """The counts, row by row, with their totals and with whatever is not safe to print hidden."""
    numbers = _with_totals(counts)
    hidden = {place for place, number in numbers.items() if 0 < number < FEWEST}
    while _exposed(numbers, hidden):
        more = [p for p, number in numbers.items() if number >= FEWEST and p not in hidden]
        if not more:
            return _shown(numbers, hidden, sums=False)
        few = _few_that_are_enough(numbers, hidden, more)
        hidden |= few or {min(more, key=lambda place: _harm(numbers, hidden, place))}
    return _shown(numbers, hidden, sums=True)


def _shown(numbers: Mapping[Place, int], hidden: set[Place], *, sums: bool) -> SafeTable:
    def text(place: Place) -> str:
        if None in place and not sums:
            return HIDDEN
        if place not in hidden:
            return str(numbers[place])
        return SMALL if numbers[place] < FEWEST else HIDDEN

    rows = sorted({row for row, _ in numbers if row is not None})
    columns = [*sorted({column for _, column in numbers if column is not None}), None]
    return SafeTable(
        tuple(tuple(text((row, column)) for column in columns) for row in rows),
        tuple(text((None, column)) for column in columns),
    )


def _with_totals(counts: Sequence[Sequence[int]]) -> dict[Place, int]:
    numbers: dict[Place, int] = {
        (row, column): number
        for row, cells in enumerate(counts)
        for column, number in enumerate(cells)
    }
    for row, cells in enumerate(counts):
        numbers[row, None] = sum(cells)
    for column, cells in enumerate(zip(*counts, strict=True)):
        numbers[None, column] = sum(cells)
    numbers[None, None] = sum(map(sum, counts))
    return numbers


def _few_that_are_enough(
    numbers: Mapping[Place, int], hidden: set[Place], more: Sequence[Place]
) -> set[Place]:
    """The fewest others that make all safe, cells before totals and small before large ones.

    Empty where the table is too large to try, or where a few are not enough.
    """
    if len(more) > MOST_TRIED:
        return set()
    for size in range(1, FEW + 1):
        tried = map(set, combinations(more, size))
        enough = [places for places in tried if not _exposed(numbers, hidden | places)]
        if enough:
            return min(enough, key=lambda places: _cost(numbers, places))
    return set()


def _cost(numbers: Mapping[Place, int], places: set[Place]) -> tuple[int, int]:
    return sum(None in place for place in places), sum(numbers[place] for place in places)


def _harm(
    numbers: Mapping[Place, int], hidden: set[Place], place: Place
) -> tuple[int, bool, int, str]:
    """What hiding this one as well would cost: least is best."""
    left = len(_exposed(numbers, hidden | {place}))
    return left, None in place, numbers[place], str(place)


def _exposed(numbers: Mapping[Place, int], hidden: set[Place]) -> list[Place]:
    """The hidden numbers that could be worked out from what is printed.

    A table with its totals is a circulation: each number flows from its row to its column, each
    row's total into the row, each column's out of it. A hidden number could be another one just
    where the flow can be changed by one round a ring of hidden numbers.
    """
    steps = {place: list(_steps(place, numbers[place])) for place in hidden}
    return [
        place for place in hidden if not any(_ring(steps, place, step) for step in steps[place])
    ]


def _steps(place: Place, number: int) -> Iterable[tuple[Node, Node]]:
    """The ways in which a reader must think the number could differ by one: up, then down."""
    row, column = place
    line: Node = _ALL_ROWS if row is None else 2 * row
    pile: Node = _ALL_COLUMNS if column is None else 2 * column + 1
    if row is not None and column is not None:
        start, end = line, pile
    elif row is not None:
        start, end = _ALL_ROWS, line
    elif column is not None:
        start, end = pile, _ALL_COLUMNS
    else:
        start, end = _ALL_COLUMNS, _ALL_ROWS
    small = 0 < number < FEWEST
    if not small or number < FEWEST - 1:
        yield start, end
    if number > (1 if small else FEWEST):
        yield end, start


def _ring(
    steps: Mapping[Place, Sequence[tuple[Node, Node]]], place: Place, first: tuple[Node, Node]
) -> bool:
    """Whether a change of this number can be made good by other hidden ones."""
    goal, reached, front = first[0], {first[1]}, [first[1]]
    while front:
        node = front.pop()
        if node == goal:
            return True
        for other, ways in steps.items():
            if other == place:
                continue
            for start, end in ways:
                if start == node and end not in reached:
                    reached.add(end)
                    front.append(end)
    return False
