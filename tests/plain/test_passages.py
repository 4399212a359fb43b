"""Long answers in plain mode: ended by a full stop alone, added to, put right, never lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer
from sendwizard.plain.commands import BY_NAME
from sendwizard.plain.values import joined
from tests.plain.conftest import Place, Talk
from tests.worlds import answers_of


def test_a_passage_ends_with_a_single_full_stop(talk: Talk, place: Place) -> None:
    talk("We teach.", "", "back", "- in small groups", ".", at="teaching-approach")
    assert place.value("teaching-approach") == "We teach.\n\nback\n- in small groups"
    assert place.at == "adapt-curriculum"


def test_no_word_but_the_full_stop_is_special_inside_a_passage(talk: Talk, place: Place) -> None:
    talk("We teach.", *BY_NAME, "..", ".", at="teaching-approach")
    assert place.value("teaching-approach") == "\n".join(("We teach.", *BY_NAME, ".."))


def test_a_passage_that_the_end_of_input_cuts_off_is_kept(talk: Talk, place: Place) -> None:
    talk("We teach.", "In small groups", at="teaching-approach")
    assert place.value("teaching-approach") == "We teach.\nIn small groups"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "'{}'"])
def test_an_answer_that_is_a_word_stands_in_quotation_marks(
    talk: Talk, place: Place, marks: str
) -> None:
    talk(marks.format("Home"), at="school-name")
    assert place.value("school-name") == "Home"
    talk(marks.format("St Mary’s"), at="school-name")
    assert place.value("school-name") == marks.format("St Mary’s")


def test_a_slip_in_a_word_is_said_where_it_begins_a_passage(talk: Talk) -> None:
    said = talk("guidanse", ".", at="money")
    assert "That begins your answer. Did you mean “guidance”?" in said
    assert "That begins your answer" not in talk("We spend it on adults.", ".", at="money")


def test_what_stands_there_is_read_back_with_its_lines_and_its_length(
    talk: Talk, place: Place
) -> None:
    place.write(answers_of(money="One.\n\n- two\n- three"))
    said = talk(at="money")
    assert "Now (answered), 5 words; aim for 60 to 120:\nOne.\n\n- two\n- three\n" in said
    assert "Typing replaces it; what is replaced stays in the history." in said


def test_more_is_added_behind_what_stands_there(talk: Talk, place: Place) -> None:
    place.write(answers_of(money="One."))
    said = talk("add", "Two.", "Three.", ".", at="money")
    assert place.value("money") == "One.\n\nTwo.\nThree."
    assert "Saved, 3 words" in said
    assert place.at == "money"
    assert "one line" in talk("add", at="school-name")


def test_a_point_that_is_added_joins_the_list(talk: Talk, place: Place) -> None:
    place.write(answers_of(money="We pay for:\n- adults"))
    talk("add", "- books", ".", at="money")
    assert place.value("money") == "We pay for:\n- adults\n- books"


@given(before=st.text(), text=st.text())
def test_no_word_is_lost_where_two_texts_become_one(before: str, text: str) -> None:
    assert joined(before, text).split() == [*before.split(), *text.split()]


def test_a_few_words_are_put_right_and_the_rest_stays(talk: Talk, place: Place) -> None:
    place.write(answers_of(money="We pay for adults in each class.\n\nWe pay for books."))
    talk("correct", "in each class", "in Year 5", at="money")
    assert place.value("money") == "We pay for adults in Year 5.\n\nWe pay for books."
    assert "stands there 2 times" in talk("correct", "We pay", at="money")
    assert "does not stand there" in talk("correct", "pencils", at="money")
    assert "no words here" in talk("correct", at="school-type")


def test_bullets_and_spaces_from_word_become_clean_lists(talk: Talk, place: Place) -> None:
    talk("We have:", "•\tsmall\u00a0groups", "•\tsoft\u00adware", ".", at="money")
    assert place.value("money") == "We have:\n- small groups\n- software"
    talk("We say “yes” – always.", ".", at="money")
    assert place.value("money") == "We say “yes” – always."


def test_a_passage_that_is_too_long_is_refused_and_the_old_one_stays(
    talk: Talk, place: Place
) -> None:
    place.write(answers_of(money="One."))
    said = talk("word " * 30_000, ".", at="money")
    assert "too long" in said
    assert place.value("money") == "One."


def test_a_year_that_may_only_be_looked_at_takes_no_line_of_a_passage_for_a_word(
    talk: Talk, place: Place
) -> None:
    newer = answers_of(money="One.").with_answer("roll", Answer(210, on=date(2026, 11, 2)))
    place.write(newer)
    path = place.year / "answers.toml"
    path.write_text(path.read_text().replace("2026.11", "2031.04"))
    before = path.read_bytes()
    said = talk("Two.", "next", ".", "add", "leave", at="money")
    assert said.count("install the newest sendwizard") == 3
    assert said.count("Question ") == said.count("again:") + 1
    assert path.read_bytes() == before
