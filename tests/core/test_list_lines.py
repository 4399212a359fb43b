"""Enter, Tab and Shift+Tab in a list: what stands in the field is what the report shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.list_items import block_at
from sendwizard.core.list_lines import (
    Change,
    Place,
    fit_in,
    in_list,
    marker_again,
    new_line,
    shift,
)
from sendwizard.report.prose import Block, List, Paragraph, parse_prose


def with_cursor(text: str) -> tuple[list[str], Place]:
    """The lines of a text, and where `|` stands in it."""
    before = text.partition("|")[0]
    row = before.count("\n")
    return text.replace("|", "").split("\n"), (row, len(before) - before.rfind("\n") - 1)


def done(lines: list[str], change: Change) -> str:
    """The text after a change, with `|` at the cursor."""
    (row, column), (last, end) = change.start, change.end
    head, tail = lines[row][:column], lines[last][end:]
    after = [*lines[:row], *(head + change.text + tail).split("\n"), *lines[last + 1 :]]
    row, column = change.cursor
    after[row] = f"{after[row][:column]}|{after[row][column:]}"
    return "\n".join(after)


def enter(text: str) -> str | None:
    """After Enter; None where it only makes a new line."""
    lines, at = with_cursor(text)
    change = new_line(lines, at)
    return None if change is None else done(lines, change)


def tab(text: str, by: int = 1) -> str | None:
    """After Tab or Shift+Tab; None where it moves the focus."""
    lines, at = with_cursor(text)
    change = shift(lines, at, at, by)
    return None if change is None else done(lines, change)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("* one|", "* one\n* |"),
        ("+ one|", "+ one\n+ |"),
        ("  - one|", "  - one\n  - |"),
        ("1. one|", "1. one\n2. |"),
        ("1) one|\n2) two", "1) one\n2) |\n3) two"),
        ("9. nine|\n10. ten", "9. nine\n10. |\n11. ten"),
        ("- one| two\n- three", "- one\n- |two\n- three"),
        ("- one\n  - two|\n- three", "- one\n  - two\n  - |\n- three"),
        ("- one|\n  - two", "- one\n- |\n  - two"),
        ("1. one|\n\nText.\n\n1. new", "1. one\n2. |\n\nText.\n\n1. new"),
    ],
)
def test_enter_in_an_item_begins_the_next_and_counts_on(before: str, after: str) -> None:
    assert enter(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- |", "- one\n\n|"),
        ("1. one\n2. |", "1. one\n\n|"),
        ("- |", "|"),
        ("We offer:\n- |", "We offer:\n|"),
        ("- one\n- |\n- two", "- one\n\n|\n\n- two"),
        ("1. one\n2. |\n3. two", "1. one\n\n|\n\n2. two"),
        ("1. |\n2. two", "|\n\n1. two"),
        ("- one\n- |\n\nText.", "- one\n\n|\n\nText."),
        ("- one\n  - two\n  - |", "- one\n  - two\n- |"),
        ("1. one\n   - two\n   - |\n2. three", "1. one\n   - two\n2. |\n3. three"),
        ("- one\n- |\n  - two", "- one\n\n|\n\n- two"),
    ],
)
def test_enter_in_an_empty_item_goes_out_a_level_and_ends_the_list(before: str, after: str) -> None:
    """A blank line comes with the end: without it, Markdown adds the next words to the item."""
    assert enter(before) == after


@pytest.mark.parametrize(
    "text", ["Text|", "|", "-one|", "-|", "2026 - one|", "|- one", "- one\n more|"]
)
def test_enter_anywhere_else_only_makes_a_new_line(text: str) -> None:
    assert enter(text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- two|", "- one\n  - two|"),
        ("- one\n- |", "- one\n  - |"),
        ("1. one\n2. two|\n3. three", "1. one\n   1. two|\n2. three"),
        ("1. one\n   1. two\n2. th|ree", "1. one\n   1. two\n   2. th|ree"),
        ("1. one\n   - two\n2. three|", "1. one\n   - two\n   - three|"),
        ("- one\n- two|\n  - under", "- one\n  - two|\n    - under"),
        ("10. one\n11. two|", "10. one\n    1. two|"),
        ("- one|\n- two", "- one|\n- two"),
        ("- one\n  - two|", "- one\n  - two|"),
    ],
)
def test_tab_puts_an_item_under_the_one_above_it_and_no_deeper(before: str, after: str) -> None:
    assert tab(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n  - two|", "- one\n- two|"),
        ("1. one\n   - two|\n2. three", "1. one\n2. two|\n3. three"),
        ("- one\n  - two|\n    - under\n  - next", "- one\n- two|\n  - under\n  - next"),
        ("- one|", "- one|"),
        ("- one\n  more\n  - two|\n    more", "- one\n  more\n- two|\n  more"),
    ],
)
def test_shift_and_tab_take_it_out_again_with_what_is_under_it(before: str, after: str) -> None:
    assert tab(before, -1) == after


def test_several_marked_items_go_in_together() -> None:
    lines = ["- one", "- two", "- three"]
    change = shift(lines, (1, 2), (2, 7), 1)
    assert change is not None
    assert done(lines, change) == "- one\n  - two\n  - three|"
    assert change.anchor == (1, 4)


@pytest.mark.parametrize("text", ["Text|", "", "- one\n\nText|", "- one\nmore|"])
def test_outside_a_list_tab_is_not_ours(text: str) -> None:
    assert tab(text) is None
    assert tab(text, -1) is None
    assert not in_list(*with_cursor(text)[:1], with_cursor(text)[1][0])


def test_a_number_that_grows_by_a_figure_takes_what_is_under_it_along() -> None:
    """Under `10. ` it is four spaces; three would put it beside the item."""
    after = enter("8. a|\n9. b\n   - under")
    assert after == "8. a\n9. |\n10. b\n    - under"


@pytest.mark.parametrize(
    ("before", "after"),
    [("- -|", "- |"), ("2. 2.|", "2. |"), ("  - *|", "  - |")],
)
def test_a_mark_that_is_typed_although_it_stands_there_is_not_there_twice(
    before: str, after: str
) -> None:
    lines, at = with_cursor(before)
    change = marker_again(lines, at)
    assert change is not None
    assert done(lines, change) == after


@pytest.mark.parametrize("text", ["- one -|", "-|", "- 5|", "- |-", "a -|"])
def test_any_other_dash_stays(text: str) -> None:
    assert marker_again(*with_cursor(text)) is None


def test_a_list_that_is_pasted_into_an_empty_item_takes_its_place() -> None:
    assert fit_in("  - ", 4, "- a\n- b") == (0, "  - a\n  - b")
    assert fit_in("- ", 2, "words") == (2, "words")
    assert fit_in("- one", 5, "- a") == (5, "- a")


KEYS = st.lists(st.sampled_from(["enter", "tab", "back", "up", "number", "words"]), max_size=40)


def typed(keys: list[str]) -> list[str]:
    """A list that these keys make, each item with a word; no item is left empty."""
    lines, row = ["1. word"], 0
    for key in keys:
        end = row, len(lines[row])
        if key == "up":
            row = max(0, row - 1)
            continue
        if key == "number":
            mark = "- " if ". " in lines[row] else "1. "
            lines[row] = lines[row][: len(lines[row]) - len(lines[row].lstrip())] + mark + "word"
            continue
        change = (
            new_line(lines, end)
            if key in ("enter", "words")
            else shift(lines, end, end, 1 if key == "tab" else -1)
        )
        assert change is not None
        text = done(lines, change)
        lines, (row, _) = with_cursor(
            text.replace("|", "word|") if key in ("enter", "words") else text
        )
    return lines


def depths(blocks: tuple[Block, ...], depth: int = 0) -> list[int]:
    """How deep each item is in the report, in order."""
    found: list[int] = []
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                assert isinstance(item[0], Paragraph)
                found += [depth, *depths(item[1:], depth + 1)]
    return found


@given(keys=KEYS)
def test_the_report_nests_what_the_field_shows(keys: list[str]) -> None:
    lines = typed(keys)
    block = block_at(lines, 0)
    assert block is not None
    assert depths(parse_prose("\n".join(lines))) == [item.level for item in block.items]
    assert len(block.items) == len(lines)


@pytest.mark.parametrize(
    ("text", "after"), [("1. One\n2. -|", "1. One\n- |"), ("- One\n- 1.|", "- One\n1. |")]
)
def test_a_mark_of_the_other_sort_takes_the_place_of_the_automatic_one(
    text: str, after: str
) -> None:
    lines, at = with_cursor(text)
    change = marker_again(lines, at)
    assert change is not None
    assert done(lines, change) == after
