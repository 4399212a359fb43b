"""Small tables in plain mode: row by row, and one row alone."""

import pytest

from tests.plain.conftest import Place, Talk
from tests.worlds import answers_of, real_bank

TRAINING = (
    {"training": "Signing", "staff": "All"},
    {"training": "Reading", "staff": "Year 1"},
    {"training": "Safety", "staff": "Office"},
)


@pytest.fixture
def training(place: Place) -> Place:
    """Three rows."""
    place.write(answers_of(staff_training=TRAINING))
    return place


def names(place: Place) -> list[object]:
    """The first cells that are saved."""
    return [row.get("training") for row in place.rows("staff-training")]


def test_rows_are_typed_one_after_the_other(talk: Talk, place: Place) -> None:
    talk("Signing", "All", "", "Reading", "Year 1", "12/3/26", "", at="staff-training")
    assert names(place) == ["Signing", "Reading"]


def test_typing_gives_all_rows_anew(talk: Talk, training: Place) -> None:
    said = talk("Maths", "", "", "", at="staff-training")
    assert "Now (answered), 3 rows:" in said
    assert "Row 2. " in said
    assert "Typing gives all rows anew." in said
    assert names(training) == ["Maths"]


def test_rows_that_the_end_of_input_cuts_off_are_kept(talk: Talk, place: Place) -> None:
    talk("Ms A", at="senco")
    (person,) = place.rows("senco")
    assert person["name"] == "Ms A"


def test_leaving_in_a_row_keeps_what_was_typed(talk: Talk, place: Place) -> None:
    talk("Ms A", "leave", at="senco")
    (person,) = place.rows("senco")
    assert person == {"name": "Ms A"}


def test_a_bad_cell_loses_no_cell_before_it_and_is_read_back(talk: Talk, place: Place) -> None:
    said = talk("Ms A", "not a phone", "01632 960000", "", at="senco")
    assert "Write the phone number" in said
    assert "You typed: not a phone" in said
    (person,) = place.rows("senco")
    assert person["name"] == "Ms A"
    assert person["phone"] == "01632 960000"


def test_back_in_a_row_goes_to_the_cell_before(talk: Talk, place: Place) -> None:
    talk("Ms A", "back", "Ms B", "01632 960000", "", at="senco")
    (person,) = place.rows("senco")
    assert person["name"] == "Ms B"


def test_back_from_the_first_cell_leaves_the_answer_as_it_was(talk: Talk, place: Place) -> None:
    place.write(answers_of(senco=({"name": "Ms A"},)))
    said = talk("Ms B", "back", "back", at="senco")
    assert "Back at the question." in said
    assert place.rows("senco") == [{"name": "Ms A"}]


def test_back_after_a_row_keeps_that_row_and_stays(talk: Talk, place: Place) -> None:
    talk("Signing", "", "", "back", at="staff-training")
    assert names(place) == ["Signing"]
    assert place.at == "staff-training"


def test_a_row_is_added_behind_the_others(talk: Talk, training: Place) -> None:
    talk("add", "Maths", "", "", "", at="staff-training")
    assert names(training) == ["Signing", "Reading", "Safety", "Maths"]
    assert training.at == "staff-training"


def test_one_row_is_changed_and_an_empty_line_leaves_a_cell(talk: Talk, training: Place) -> None:
    said = talk("change 2", "", "take out", "", "", at="staff-training")
    assert "now Reading" in said
    rows = training.rows("staff-training")
    assert rows[0] == TRAINING[0]
    assert rows[1] == {"training": "Reading"}
    talk("change", "3", "Safety first", "back", "Fire", "leave", at="staff-training")
    assert names(training) == ["Signing", "Reading", "Fire"]


def test_one_row_is_removed_and_the_history_keeps_it(talk: Talk, training: Place) -> None:
    said = talk("remove 1", at="staff-training")
    assert "Saved, 2 rows." in said
    assert names(training) == ["Reading", "Safety"]
    assert "Signing" in talk("history", "1", at="staff-training")


def test_one_row_is_moved(talk: Talk, training: Place) -> None:
    assert "It is row 1 now." in talk("move 3 up", "move 2 up", at="staff-training")
    assert names(training) == ["Safety", "Signing", "Reading"]
    assert "Row 1 is the first already." in talk("move", "1", "up", at="staff-training")
    assert "Row 3 is the last already." in talk("move 3 down", at="staff-training")


@pytest.mark.parametrize("word", ["change 9", "remove 0", "move 9 up"])
def test_a_row_that_is_not_there_says_which_are(talk: Talk, training: Place, word: str) -> None:
    assert "Type a number from 1 to 3, or an empty line." in talk(word, "", at="staff-training")
    assert names(training) == ["Signing", "Reading", "Safety"]


def test_words_for_rows_say_so_at_other_questions(talk: Talk, place: Place) -> None:
    assert "answered in rows" in talk("remove", at="money")
    talk("change 2", at="school-name")
    assert place.value("school-name") == "change 2"
    assert "no row yet" in talk("change", at="senco")


def test_a_table_that_is_full_takes_no_more(talk: Talk, place: Place) -> None:
    place.write(answers_of(senco=({"name": "Ms A"},)))
    assert "room for 1 row here" in talk("add", at="senco")


def test_a_choice_in_a_row_is_given_by_number_or_first_letters(talk: Talk, place: Place) -> None:
    column = real_bank().by_id["senco-qualification"].columns[1]
    first, second = (option.id for option in column.options[:2])
    said = talk("1 September 2025", "1", "", "", at="senco-qualification")
    assert f"1. {column.options[0].label}" in said
    assert place.rows("senco-qualification")[0]["course"] == first
    talk("change", "", column.options[1].label, "", "", at="senco-qualification")
    assert place.rows("senco-qualification")[0]["course"] == second
