"""A small table while it is filled in: nothing is lost, and the other rows stay in their order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.kinds import KindError, rows_value
from sendwizard.core.table_edit import TableEdit
from sendwizard.core.table_rows import (
    Removed,
    Table,
    add,
    cell_value,
    drafts_of,
    filled,
    from_drafts,
    move,
    put_back,
    read_table,
    remove,
    rows_from_paste,
    say_fault,
    table_of,
    tidied,
    write,
)
from sendwizard.tui.row_lines import GAP, TableLines, column_widths
from tests.worlds import real_bank

TRAINING = real_bank().by_id["staff-training"]
POLICIES = real_bank().by_id["related-policies"]
NUMBERS = real_bank().by_id["numbers"]
COURSE = next(each for each in real_bank().by_id["senco-qualification"].columns if each.options)

texts = st.text(alphabet="ab \t1“é", min_size=1, max_size=6)
rows = st.dictionaries(st.sampled_from(["training", "staff", "when"]), texts, max_size=3)
tables = st.lists(rows, max_size=6).map(tuple)
places = st.integers(-2, 8)


@given(table=tables, place=places)
def test_a_row_that_is_taken_out_and_put_back_leaves_the_table_as_it_was(
    table: Table, place: int
) -> None:
    rest, gone = remove(table, place)
    if gone is None:
        assert rest == table
    else:
        assert len(rest) == len(table) - 1
        assert put_back(rest, gone, most=200) == table


@given(table=tables, place=places, step=st.integers(-3, 3))
def test_a_row_that_moves_takes_nothing_along_and_the_others_keep_their_order(
    table: Table, place: int, step: int
) -> None:
    moved, now = move(table, place, step)
    if 0 <= place < len(table):
        assert moved[now] is table[place]
        assert now == min(max(0, place + step), len(table) - 1)
        assert remove(moved, now)[0] == remove(table, place)[0]
    else:
        assert (moved, now) == (table, place)


@given(table=tables, more=tables, most=st.integers(0, 8))
def test_no_more_rows_are_added_than_there_is_room_for_and_none_is_pushed_out(
    table: Table, more: Table, most: int
) -> None:
    after = add(table, more, most)
    assert after[: len(table)] == table
    assert len(after) <= max(most, len(table))
    assert after[len(table) :] == more[: len(after) - len(table)]
    if len(table) >= most:
        assert put_back(table, Removed(0, {"training": "A"}), most) is table


@given(table=tables, place=st.integers(0, 6), text=texts)
def test_writing_in_one_cell_changes_no_other(table: Table, place: int, text: str) -> None:
    place = min(place, len(table))
    after = write(table, place, "staff", text)
    assert remove(after, place)[0] == remove(table, place)[0]
    before = table[place] if place < len(table) else {}
    assert after[place] == {**before, "staff": text}


@given(table=tables)
def test_what_was_typed_comes_back_from_where_it_was_left(table: Table) -> None:
    kept = tuple({key: text for key, text in row.items() if text} for row in filled(table))
    assert from_drafts(drafts_of(table)) == kept


def test_keys_of_a_broken_file_make_no_rows() -> None:
    drafts = {
        "0.when": "May",
        "x.when": "1",
        "99999.when": "2",
        "1.": "3",
        "1": "4",
        "²1.when": "5",
    }
    assert from_drafts(drafts) == ({"when": "May"},)


# -- cells --------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["2", "npq", "NPQ for SENCOs", "npq for"])
def test_an_option_is_taken_by_number_by_first_letters_and_in_words(typed: str) -> None:
    assert cell_value(COURSE, typed) == "npq"
    assert tidied(COURSE, typed) == "NPQ for SENCOs"


@pytest.mark.parametrize("typed", ["n", "5", "0", "NVQ", "no"])
def test_letters_that_could_mean_two_options_or_none_are_asked_for_again(typed: str) -> None:
    with pytest.raises(KindError, match="number from 1 to 4, or the first letters"):
        cell_value(COURSE, typed)
    assert tidied(COURSE, typed) == typed


def test_a_table_is_read_cell_by_cell_and_a_wrong_one_keeps_none_of_the_others() -> None:
    table = ({"name": "SEN policy", "date": "12/3/26"}, {"name": "Behaviour", "date": "12"})
    said, faults = read_table(POLICIES, table)
    assert said == ({"name": "SEN policy", "date": date(2026, 3, 12)}, {"name": "Behaviour"})
    assert [(each.place, each.column) for each in faults] == [(1, "date")]
    assert say_fault(POLICIES, faults[0]).startswith("Row 2, Date: Write the date as")


def test_an_answer_reads_as_what_was_typed_for_it() -> None:
    value = rows_value(NUMBERS, [{"need": "semh", "ehc": 3, "support": 40}])
    table = table_of(NUMBERS, value)
    assert table == ({"need": "Social, emotional and mental health", "ehc": "3", "support": "40"},)
    assert read_table(NUMBERS, table) == (value, ())
    assert table_of(NUMBERS, None) == table_of(NUMBERS, ("words",)) == ()


# -- from Word or a spreadsheet -----------------------------------------------------------


def test_a_table_from_word_becomes_rows_with_its_heading_left_out() -> None:
    pasted = (
        "Who took part\tTraining\r\nAll staff\tPho\u00adnics\u00a0 level 1\r\n\r\n\tReading\r\n"
    )
    assert rows_from_paste(pasted, TRAINING.columns) == (
        {"staff": "All staff", "training": "Phonics level 1"},
        {"training": "Reading"},
    )


def test_a_cell_of_two_lines_a_cell_too_many_and_a_lone_quotation_mark_are_kept() -> None:
    two_lines = '"Phonics\nlevel 1"\tAll\tMay\tand June\n'
    assert rows_from_paste(two_lines, TRAINING.columns) == (
        {"training": "Phonics level 1", "staff": "All", "when": "May and June"},
    )
    (row, other) = rows_from_paste('"Phonics\tAll\nReading\tTAs', TRAINING.columns)
    assert row == {"training": '"Phonics', "staff": "All"}
    assert other == {"training": "Reading", "staff": "TAs"}


def test_lines_without_tabs_are_the_first_cells_of_rows() -> None:
    assert rows_from_paste("Phonics\n\n Reading ", TRAINING.columns) == (
        {"training": "Phonics"},
        {"training": "Reading"},
    )


@given(text=st.text(alphabet='ab"\t\n\r ', max_size=40))
def test_no_letter_of_a_pasted_table_is_lost(text: str) -> None:
    """Quotes may go: a spreadsheet puts them round a cell."""
    pasted = rows_from_paste(text, TRAINING.columns)
    kept = "".join(cell for row in pasted for cell in row.values())
    assert sorted(kept.replace('"', "").replace(" ", "")) == sorted(
        each for each in text if each in "ab"
    )


# -- one act after the other --------------------------------------------------------------


def test_a_full_table_says_what_did_not_fit_and_a_very_long_paste_what_its_limit_is() -> None:
    edit = TableEdit(NUMBERS).paste("\n".join(f"{n}\t1\t1" for n in range(1, 8)))
    assert edit.is_full
    assert edit.said == "5 rows were added. 2 rows did not fit: it takes 5 rows."
    assert edit.remove(0).paste("Other\t1\t1").put_back()[0].said.startswith("There is no room")
    long = TableEdit(TRAINING).paste("x" * 1_000_000)
    assert (long.rows, "at most 100,000" in long.said) == ((), True)


def test_a_row_whose_boxes_were_emptied_goes_and_comes_back_as_it_was() -> None:
    opened = {"training": "Phonics"}
    edit = TableEdit(TRAINING, (opened, {"training": "Reading"}))
    edit = edit.write(0, "training", "").close(0, opened)
    assert edit.rows == ({"training": "Reading"},)
    back, place = edit.put_back()
    assert (back.rows, place) == ((opened, {"training": "Reading"}), 0)
    assert edit.close(0, {}) == TableEdit(TRAINING, edit.rows, edit.removed)


# -- on the screen ------------------------------------------------------------------------


@given(
    lines=st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), min_size=1, max_size=5),
    room=st.integers(10, 80),
)
def test_the_columns_fit_the_width(lines: list[list[str]], room: int) -> None:
    widths = column_widths(lines, room)
    assert len(widths) == 3
    assert sum(widths) + GAP * 2 <= max(room, 3 + GAP * 2)
    assert min(widths) >= 1


def test_a_row_says_by_a_sign_what_is_amiss_and_in_its_cell_what_is_to_come() -> None:
    table = ({"name": "SEN policy", "date": "12"}, {"url": "x.example"}, {"name": "A" * 90})
    lines = TableLines.of(POLICIES, table, 60)
    assert lines.head.split() == ["Policy", "Where", "to", "find", "it", "Date"]
    assert lines.row(0, table[0]).startswith("1? SEN policy")
    assert lines.row(1, table[1]).startswith("2· (to come)")
    assert "https://x.example" in lines.row(1, table[1])
    assert lines.row(2, table[2]).endswith("…")
    assert all(len(lines.row(n, row)) <= 60 for n, row in enumerate(table))
