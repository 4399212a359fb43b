"""Plain mode, as a script or a screen reader meets it: lines in, lines out."""

import io
import re

from sendwizard.core.words import LEAVING
from sendwizard.office.acts import make_demo
from sendwizard.office.folders import find_school
from sendwizard.office.reading import readable
from sendwizard.office.sitting import open_year
from sendwizard.plain import run_plain
from sendwizard.store.bank_files import load_bank
from tests.plain.conftest import NOON, Place, Talk
from tests.worlds import real_bank


def test_a_script_answers_each_kind_and_goes_on(talk: Talk, place: Place) -> None:
    types = load_bank(place.school.questions).by_id["school-type"].options
    said = talk(
        *("St Mary’s", "1", "2, 1", "", "", "210", "Ms A", "01632 960000", ""), at="school-name"
    )
    assert place.value("school-name") == "St Mary’s"
    assert place.value("school-type") == types[0].id
    chosen = place.value("school-has")
    assert isinstance(chosen, tuple)
    assert len(chosen) == 2
    assert place.value("roll") == 210
    (person,) = place.rows("senco")
    assert person["name"] == "Ms A"
    assert "Question 1 of " in said


def test_the_end_of_input_leaves_and_saves(talk: Talk, place: Place) -> None:
    said = talk("St Mary’s")
    assert said.rstrip().endswith(LEAVING)
    assert place.value("school-name") == "St Mary’s"
    assert place.at == "school-type"
    again = talk()
    assert "question 2 of" in again
    assert "question 1 of" not in again


def test_a_first_run_asks_first_only_what_decides_the_rest(talk: Talk, place: Place) -> None:
    said = talk("St Mary’s", "1", "4", "")
    assert "Welcome." in said
    assert "Getting started, question 1 of 4." in said
    assert re.search(r"Your school is asked \d+ questions, \d+ of them needed\.", said)
    assert "in as many sittings as you like" in said
    assert place.at == "senco-word"
    assert "Welcome." not in talk()


def test_looking_begins_no_year(talk: Talk, place: Place) -> None:
    talk("guidance", "leave")
    assert [each.name for each in place.year.glob("[!.]*")] == []


def test_a_refused_value_is_a_sentence_and_what_was_typed_is_read_back(
    talk: Talk, place: Place
) -> None:
    said = talk("many", "210", at="roll")
    assert said.count("Write a whole number in figures") == 1
    assert "You typed: many" in said
    assert "Your answer is still empty." in said
    assert place.value("roll") == 210
    said = talk("9" * 30, at="roll")
    assert "What stood there is kept: 210" in said
    assert place.value("roll") == 210


def test_what_was_refused_is_said_when_the_question_is_opened_again(
    talk: Talk, place: Place
) -> None:
    talk("many", at="roll")
    assert "Typed here before, and not taken yet: many" in talk(at="roll")
    assert "cannot be taken yet" in talk("review", at="money")
    talk("210", at="roll")
    assert "not taken yet" not in talk(at="roll")


def test_an_option_is_chosen_by_number_or_by_its_first_words(talk: Talk, place: Place) -> None:
    said = talk("99", "one", "²", "", at="school-type")
    assert said.count("Type a number from 1 to 8, or the first words of an answer.") == 3
    talk("pupil", at="school-type")
    assert place.value("school-type") == "pru"
    said = talk("m", at="school-type")
    assert "first words of an answer" in said


def test_several_options_are_chosen_with_commas_spaces_or_words(talk: Talk, place: Place) -> None:
    for typed in ("1, 4", "4 1", "1 and 4", "nursery, primary"):
        talk(typed, at="school-has")
        assert place.value("school-has") == ("nursery", "primary"), typed
        talk("take out", at="school-has")


def test_an_option_that_is_chosen_says_what_it_brings(talk: Talk) -> None:
    option = real_bank().by_id["school-type"].options[5]
    assert option.note
    assert option.note[:30] in talk("6", at="school-type")


def test_a_short_answer_is_said_as_it_was_understood(talk: Talk, place: Place) -> None:
    said = talk("12/3/27", at="next-review")
    assert "Saved: 12 March 2027" in said
    assert "Saved: Yes" in talk("y", at="data-to-authority")


def test_back_goes_back_and_an_empty_line_changes_nothing(talk: Talk, place: Place) -> None:
    said = talk("St Mary’s", "back", "", "back", "leave")
    assert said.count("Now (answered): St Mary’s") == 2
    assert place.value("school-name") == "St Mary’s"
    assert place.at == "school-name"


def test_back_at_the_first_question_stays_there_and_says_so(talk: Talk, place: Place) -> None:
    assert talk("back", "back").count("This is the first question.") == 2
    assert place.at == "school-name"


def test_skip_leaves_a_question_as_it_is(talk: Talk, place: Place) -> None:
    talk("skip", "next")
    assert place.at == "school-has"


def test_a_question_is_read_out_once_and_again_on_request(talk: Talk) -> None:
    said = talk("guidance", "where", at="teaching-approach")
    assert said.count("The law asks for this") == 2
    assert said.count(" again: ") == 1


def test_guidance_example_and_law_are_said_one_at_a_time(talk: Talk) -> None:
    question = real_bank().by_id["teaching-approach"]
    said = talk("guidance", at="teaching-approach")
    assert " ".join(question.guidance.split())[:40] in said
    assert "An example, not your school:" not in said
    assert "An example, not your school:" in talk("example", at="teaching-approach")
    assert "Law: " in talk("law", at="teaching-approach")


def test_a_note_stays_with_an_empty_line_and_is_taken_out_with_words(
    talk: Talk, place: Place
) -> None:
    talk("note", "ask the head", at="money")
    assert place.answers.get("money").note == "ask the head"
    assert "Reminder to yourself: ask the head" in talk("note", "", at="money")
    assert place.answers.get("money").note == "ask the head"
    talk("note", "take out", at="money")
    assert place.answers.get("money").note == ""


def test_keep_takes_last_years_answer_and_only_that(talk: Talk, place: Place) -> None:
    said = talk("keep", "We spend it well.", ".", at="money")
    assert "nothing from last year" in said
    path = place.year / "answers.toml"
    path.write_text(path.read_text().replace('"given"', '"carried"'))
    talk("keep", at="money")
    assert place.answers.get("money").source.value == "kept"


def test_what_always_applies_cannot_be_set_aside(talk: Talk, place: Place) -> None:
    assert "always applies" in talk("does not apply", "", at="teaching-approach")
    talk("does not apply", "We have none.", at="inclusion-strategy")
    assert place.answers.get("inclusion-strategy").not_applicable == "We have none."


def test_the_last_change_is_taken_back_and_brought_again(talk: Talk, place: Place) -> None:
    talk("We spend it.", ".", at="money")
    said = talk("Nothing.", ".", "undo", at="money")
    assert "Taken back, at “" in said
    assert place.value("money") == "We spend it."
    assert place.at == "money"
    talk("Nothing.", ".", "undo", "undo", at="money")
    assert place.value("money") == "Nothing."
    assert "nothing to take back" in talk("undo", at="money")


def test_an_answer_that_is_taken_out_stays_in_the_history(talk: Talk, place: Place) -> None:
    talk("We spend it.", ".", at="money")
    assert "The history keeps it." in talk("take out", at="money")
    assert place.value("money") is None
    assert "We spend it." in talk("history", at="money")


def test_behind_the_last_question_words_are_taken_and_no_answer(talk: Talk, place: Place) -> None:
    said = talk("", "", "We end.", "report", "back", "leave", at="logo-words")
    assert "That was the last question." in said
    assert "That is not one of the words." in said
    assert not (place.year / "answers.toml").exists()
    assert (place.year / "report.html").is_file()
    assert place.at == "logo-words"


def test_a_finished_year_can_be_walked_to_its_end(place: Place) -> None:
    make_demo(find_school(None), place.folder)
    bank = load_bank(place.school.questions)
    before = readable(place.school, bank, "2025-26")
    out = io.StringIO()
    with open_year(place.school, "2025-26", None, lambda: NOON) as sitting:
        run_plain(sitting, io.StringIO("\n" * 80 + "report\n"), out)
    assert "That was the last question." in out.getvalue()
    assert (place.folder / "2025-26" / "report.html").is_file()
    assert readable(place.school, bank, "2025-26") == before
