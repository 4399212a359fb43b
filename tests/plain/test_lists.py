"""The lists of plain mode: counted first, twenty at a time, a number or words go there."""

import re

import pytest

from sendwizard.core.search import search
from sendwizard.core.wizard import Wizard
from tests.plain.conftest import Place, Talk
from tests.worlds import answers_of, filled, real_bank


def test_contents_count_and_group_the_questions_and_say_how_long_it_takes(
    talk: Talk, place: Place
) -> None:
    place.write(answers_of(school_type="pru", school_name="St Mary’s"))
    said = talk("contents", at="money")
    assert re.search(r"\d+ questions in \d+ sections\. Time left: about \d", said)
    assert re.search(
        r"Section: About our school and this report\. In progress, 2 of \d done\.", said
    )
    assert "1. What is the school called? answered." in said
    assert "to do, optional." in said


def test_a_long_list_comes_twenty_at_a_time(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    said = talk("contents", at="money")
    assert "\n20. " in said
    assert "\n21. " not in said
    assert re.search(r"That was 20 of \d+\.\nNumber to go to, more, or an empty line", said)
    said = talk("contents", "more", at="money")
    assert "\n40. " in said
    assert "\n41. " not in said
    assert "end of the list" in talk("contents", *["more"] * 4, at="money")


@pytest.mark.parametrize("typed", ["3", "other", "WHICH KIND OF SCHOOL"])
def test_a_number_or_words_of_a_line_lead_there(talk: Talk, place: Place, typed: str) -> None:
    place.write(answers_of(school_type="other"))
    question = real_bank().by_id["other-type"]
    talk(
        "contents", "3" if typed != "WHICH KIND OF SCHOOL" else question.prompt.upper(), at="money"
    )
    assert place.at == "other-type"


@pytest.mark.parametrize("wrong", ["0", "999", "²", "zebra", "9" * 5_000])
def test_what_is_not_on_the_list_is_said_and_asked_again(
    talk: Talk, place: Place, wrong: str
) -> None:
    said = talk("contents", wrong, "2", at="money")
    assert re.search(r"Type a number from 1 to \d+", said)
    assert place.at == "school-type"
    assert re.search(r"\d+ lines of the list have that", talk("contents", "what", at="money"))


@pytest.mark.parametrize("typed", ["", "back"])
def test_an_empty_line_or_back_leaves_a_list(talk: Talk, place: Place, typed: str) -> None:
    place.write(answers_of(school_type="pru"))
    assert " again: " in talk("contents", typed, at="money")
    assert place.at == "money"


def test_leave_and_help_work_in_a_list(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    said = talk("contents", "help", "leave", "9", at="money")
    assert "leave saves and leaves" in said
    assert place.at == "money"


def test_sections_lead_to_what_is_left_in_one(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru", school_name="St Mary’s"))
    said = talk("sections", "1", at="money")
    assert re.search(r"\d+ sections\. Time left", said)
    assert "1. About our school and this report. In progress, 2 of" in said
    assert place.at == "school-has"


def test_a_section_is_finished_and_open_again(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    section = real_bank().by_id["money"].section
    said = talk("finished", at="money")
    assert "is finished." in said
    assert "still to do or to check" in said
    assert place.answers.finished == (section,)
    assert "is open again." in talk("finished", at="money")
    assert not place.answers.finished


def test_the_last_question_of_a_section_says_the_word_for_it(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    last = [q for q in real_bank().questions if q.section == real_bank().by_id["money"].section][-1]
    assert "the word finished marks it" in talk(at=last.id)


def test_review_leads_to_each_thing(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    said = talk("review", "1", at="money")
    assert "Fix before approval, " in said
    assert "“What is the school called?” has no answer yet." in said
    assert place.at == "school-name"
    place.write(filled())
    said = talk("review", at="money")
    assert "0 things to look at." in said
    assert "that is for the governors to judge" in said


def test_find_says_where_the_words_stand_and_leads_there(talk: Talk, place: Place) -> None:
    place.write(filled())
    talk("Zebras help.", ".", at="money")
    said = talk("find", "ZEBRAS", "1", at="school-name")
    assert "1 question with “ZEBRAS”." in said
    assert "In your answer: Zebras help." in said
    assert place.at == "money"
    assert "Nothing found." in talk("find", "qwertz", at="money")
    every = search(Wizard.open(real_bank(), filled()), "bullying")
    assert f"{len(every)} questions with “bullying”." in talk("find", "bullying", at="money")


def test_reminders_are_listed_and_lead_there(talk: Talk, place: Place) -> None:
    assert "You have no reminders." in talk("reminders", at="money")
    talk("note", "ask the head", at="roll")
    said = talk("reminders", "1", at="money")
    assert "1 reminder. Only you see them." in said
    assert "1. ask the head." in said
    assert place.at == "roll"


def test_words_are_explained_one_or_all(talk: Talk) -> None:
    assert "EHC" in talk("words", "ehc", at="money")
    assert "not among the words" in talk("words", "zebra", at="money")
    said = talk("words", "", at="money")
    assert "lines left. More, or an empty line to stop" in said
    assert "left" not in said.partition("lines left")[2]


def test_the_next_that_needs_the_person_is_found_round_the_end(talk: Talk, place: Place) -> None:
    answers = filled().with_answer("roll", filled().get("no-such"))
    place.write(answers)
    talk("next for me", at="money")
    assert place.at == "roll"
    place.write(filled())
    assert "No question needs you." in talk("next for me", at="money")


def test_extras_are_passed_by_and_come_back(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    all_of_them = re.search(r"Question \d+ of (\d+)", talk(at="money"))
    fewer = re.findall(r"Question \d+ of (\d+)", talk("no extras", at="money"))
    again = re.findall(r"Question \d+ of (\d+)", talk("everything", at="money"))
    assert all_of_them is not None
    assert int(fewer[-1]) < int(all_of_them[1]) == int(again[-1])


# -- check your answers -----------------------------------------------------------------


def test_every_question_and_answer_is_read(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru", school_name="St Mary’s"))
    said = talk("answers", at="money")
    assert re.search(r"\d+ questions, \d+ of them not written yet\.", said)
    assert "1. What is the school called? Answer: St Mary’s" in said
    assert "Not written yet, optional." in said


def test_a_change_leads_back_to_its_place_and_then_to_where_one_was(
    talk: Talk, place: Place
) -> None:
    place.write(answers_of(school_type="pru", school_name="St Mary’s"))
    said = talk("answers", "1", "St Anne’s", "", at="money")
    assert place.value("school-name") == "St Anne’s"
    _, _, after = said.partition("Back in the list of answers.\n")
    assert after.startswith("1. What is the school called? Answer: St Anne’s") or (
        after.startswith("Section: ") and "1. What is the school called? Answer: St Anne’s" in after
    )
    assert place.at == "money"


@pytest.mark.parametrize("typed", ["", "next", "back", "skip"])
def test_leaving_the_answer_as_it_is_leads_back_too(talk: Talk, place: Place, typed: str) -> None:
    place.write(answers_of(school_type="pru", school_name="St Mary’s"))
    said = talk("answers", "1", "guidance", typed, "", at="money")
    assert said.count("Back in the list of answers.") == 1
    assert place.value("school-name") == "St Mary’s"
    assert place.at == "money"


def test_the_list_goes_on_from_the_place_that_was_changed(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    said = talk("answers", "30", "", at="money")
    _, _, after = said.partition("Back in the list of answers.\n")
    assert re.search(r"^30\. ", after, re.MULTILINE)
    assert not re.search(r"^29\. ", after, re.MULTILINE)
    said = talk("answers", "30", "", "first", at="money")
    assert re.search(r"^1\. ", said.partition("Back in the list of answers.\n")[2], re.MULTILINE)
