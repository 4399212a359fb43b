"""No number of pupils that is printed, alone or with others, points to a child."""

from itertools import product
from math import prod

from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.small_numbers import HIDDEN, SMALL, SafeTable, safe_table

COUNTS = st.integers(1, 3).flatmap(
    lambda rows: st.lists(
        st.lists(st.integers(0, 9) | st.sampled_from([0, 1, 4, 5]), min_size=2, max_size=2),
        min_size=rows,
        max_size=rows,
    )
)
MOST_GUESSED = 14
"""The largest number that a reader tries for one that is not shown; more only adds guesses."""


def guesses(text: str) -> list[int]:
    """What a reader who knows the rule can think that a printed text stands for."""
    if text == SMALL:
        return [1, 2, 3, 4]
    return list(range(MOST_GUESSED)) if text == HIDDEN else [int(text)]


def worlds(table: SafeTable) -> set[tuple[int, ...]]:
    """Every table of counts that agrees with all that is printed."""
    cells = [text for row in table.cells for text in row[:-1]]
    width = len(table.totals) - 1
    found = set()
    for world in product(*map(guesses, cells)):
        rows = [world[start : start + width] for start in range(0, len(world), width)]
        sums = [sum(row) for row in rows]
        columns = [sum(column) for column in zip(*rows, strict=True)]
        totals = [*(row[-1] for row in table.cells), *table.totals]
        if all(agrees(t, n) for t, n in zip(totals, [*sums, *columns, sum(sums)], strict=True)):
            found.add((*world, *sums, *columns, sum(sums)))
    return found


def agrees(text: str, number: int) -> bool:
    if text == SMALL:
        return number in range(1, 5)
    return text == HIDDEN or int(text) == number


@settings(max_examples=150)
@given(counts=COUNTS)
def test_no_hidden_number_can_be_worked_out(counts: list[list[int]]) -> None:
    table = safe_table(counts)
    cells = [text for row in table.cells for text in row[:-1]]
    texts = [*cells, *(row[-1] for row in table.cells), *table.totals]
    if prod(map(len, map(guesses, cells))) > 30_000:  # more than this test has time to try
        return
    possible = list(zip(*worlds(table), strict=True))
    assert possible
    for text, numbers in zip(texts, possible, strict=True):
        assert text.isdigit() or len(set(numbers)) > 1


@given(counts=COUNTS)
def test_no_number_from_1_to_4_is_printed_and_none_is_wrong(counts: list[list[int]]) -> None:
    table = safe_table(counts)
    for row, numbers in zip(table.cells, counts, strict=True):
        for text, number in zip(row, [*numbers, sum(numbers)], strict=True):
            assert text not in {"1", "2", "3", "4"}
            assert not text.isdigit() or int(text) == number
            assert text != SMALL or number in range(1, 5)
    assert not {"1", "2", "3", "4"} & set(table.totals)


def test_large_numbers_are_all_printed() -> None:
    table = safe_table([[5, 20], [0, 12]])
    assert table == SafeTable((("5", "20", "25"), ("0", "12", "12")), ("5", "32", "37"))
    assert not table.hides


def test_one_small_number_hides_another_where_the_totals_would_tell_it() -> None:
    table = safe_table([[3, 20], [8, 12], [9, 7]])
    assert table.cells[0][0] == SMALL
    assert [text for row in table.cells for text in row].count(HIDDEN) >= 1
    assert table.hides


def test_no_more_is_hidden_than_has_to_be() -> None:
    table = safe_table([[3, 22], [8, 12], [6, 9]])
    assert [row.count(HIDDEN) for row in table.cells] == [1, 0, 2]
    assert table.cells[1] == ("8", "12", "20")
    assert table.totals == ("17", "43", "60")


def test_two_small_numbers_hide_one_another() -> None:
    table = safe_table([[2, 3], [3, 2]])
    assert table.cells == ((SMALL, SMALL, "5"), (SMALL, SMALL, "5"))
    assert table.totals == ("5", "5", "10")


def test_a_table_of_nothing_is_a_table_of_noughts() -> None:
    assert safe_table([[0, 0]]).totals == ("0", "0", "0")
