"""Plain mode, as a script or a screen reader meets it: lines in, lines out."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.core.answers import Row
from sendwizard.core.words import LEAVING
from sendwizard.office.acts import make_demo
from sendwizard.office.folders import find_school
from sendwizard.office.reading import readable
from sendwizard.office.sitting import open_year
from sendwizard.plain import run_plain
from sendwizard.store.answers_file import FILE_NAME, read_answers
from sendwizard.store.bank_files import load_bank
from sendwizard.store.resume import read_resume

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
YEAR = "2026-27"

Talk = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "school"


@pytest.fixture
def talk(folder: Path) -> Talk:
    """Gives these lines and then ends the input; what was said."""

    def go(*lines: str, at: str | None = None, collect: str = "") -> str:
        out = io.StringIO()
        with open_year(find_school(folder), YEAR, at, lambda: NOON) as sitting:
            typed = io.StringIO("".join(line + "\n" for line in lines))
            assert run_plain(sitting, typed, out, collect) == 0
        return out.getvalue()

    return go


def rows(folder: Path, question_id: str) -> list[Row]:
    """The rows of an answer on disk."""
    found = value(folder, question_id)
    assert isinstance(found, tuple)
    return [row for row in found if not isinstance(row, str)]


def value(folder: Path, question: str) -> object:
    return read_answers(folder / YEAR / FILE_NAME).value(question)


def place(folder: Path) -> str:
    resume = read_resume(folder / YEAR)
    assert resume is not None
    return resume.question


def test_a_script_answers_each_kind_and_goes_on(talk: Talk, folder: Path) -> None:
    types = load_bank(find_school(folder).questions).by_id["school-type"].options
    said = talk(
        "St Mary’s", "1", "2, 1", "", "", "210", "Ms A", "01632 960000", "", at="school-name"
    )
    assert value(folder, "school-name") == "St Mary’s"
    assert value(folder, "school-type") == types[0].id
    chosen = value(folder, "school-has")
    assert isinstance(chosen, tuple)
    assert len(chosen) == 2
    assert value(folder, "roll") == 210
    (person,) = rows(folder, "senco")
    assert person["name"] == "Ms A"
    assert "Question 1 of " in said


def test_the_end_of_input_leaves_and_saves(talk: Talk, folder: Path) -> None:
    said = talk("St Mary’s")
    assert said.rstrip().endswith(LEAVING)
    assert value(folder, "school-name") == "St Mary’s"
    assert place(folder) == "school-type"
    again = talk()
    assert "Question 2 of" in again
    assert "Question 1 of" not in again


def test_a_passage_ends_with_a_single_full_stop(talk: Talk, folder: Path) -> None:
    talk("We teach.", "", "back", "- in small groups", ".", at="teaching-approach")
    assert value(folder, "teaching-approach") == "We teach.\n\nback\n- in small groups"
    assert place(folder) == "adapt-curriculum"


def test_a_passage_that_the_end_of_input_cuts_off_is_kept(talk: Talk, folder: Path) -> None:
    talk("We teach.", "In small groups", at="teaching-approach")
    assert value(folder, "teaching-approach") == "We teach.\nIn small groups"


def test_rows_that_the_end_of_input_cuts_off_are_kept(talk: Talk, folder: Path) -> None:
    talk("Ms A", at="senco")
    (person,) = rows(folder, "senco")
    assert person["name"] == "Ms A"


def test_a_bad_value_is_a_sentence_and_the_question_is_asked_again(
    talk: Talk, folder: Path
) -> None:
    said = talk("many", "9" * 30, "210", at="roll")
    assert said.count("Write a whole number in figures") == 2
    assert value(folder, "roll") == 210
    said = talk("99", "one", "²", at="school-type")
    assert said.count("Type a number from 1 to 8.") == 3


def test_a_bad_cell_loses_no_cell_before_it(talk: Talk, folder: Path) -> None:
    said = talk("Ms A", "not a phone", "01632 960000", "", at="senco")
    assert "Write the phone number" in said
    (person,) = rows(folder, "senco")
    assert person["name"] == "Ms A"
    assert person["phone"] == "01632 960000"


def test_back_goes_back_and_an_empty_line_changes_nothing(talk: Talk, folder: Path) -> None:
    said = talk("St Mary’s", "back", "", "back", "leave")
    assert said.count("Now (answered): St Mary’s") == 2
    assert value(folder, "school-name") == "St Mary’s"
    assert place(folder) == "school-name"


def test_back_at_the_first_question_stays_there(talk: Talk, folder: Path) -> None:
    assert talk("back", "back").count("Question 1 of") == 3


def test_contents_leads_to_any_question(talk: Talk, folder: Path) -> None:
    said = talk("contents", "3")
    assert "1. " in said
    assert place(folder) == "other-type"
    for wrong in ("", "0", "999", "²", "three"):
        assert talk("contents", wrong).count("Question 3 of") == 2


def test_skip_leaves_a_question_as_it_is(talk: Talk, folder: Path) -> None:
    talk("skip", "next")
    assert place(folder) == "other-type"


def test_guidance_says_what_the_law_asks_and_marks_the_example(talk: Talk) -> None:
    said = talk("guidance", "help", "review", at="teaching-approach")
    assert "An example, not your school:" in said
    assert "to look at." in said


def test_a_note_is_kept_and_may_be_taken_away(talk: Talk, folder: Path) -> None:
    talk("note", "ask the head", at="money")
    assert read_answers(folder / YEAR / FILE_NAME).get("money").note == "ask the head"
    talk("note", "", at="money")
    assert read_answers(folder / YEAR / FILE_NAME).get("money").note == ""


def test_keep_takes_last_years_answer_and_only_that(talk: Talk, folder: Path) -> None:
    said = talk("keep", "We spend it well.", ".", at="money")
    assert "nothing from last year" in said
    path = folder / YEAR / FILE_NAME
    path.write_text(path.read_text().replace('"given"', '"carried"'))
    talk("keep", at="money")
    assert read_answers(path).get("money").source.value == "kept"


def test_what_always_applies_cannot_be_set_aside(talk: Talk) -> None:
    assert "always applies" in talk("does not apply", "no", at="teaching-approach")


def test_a_report_is_built_and_says_where_it_can_be_collected(talk: Talk, folder: Path) -> None:
    said = talk("report", collect="Fetch it from the office.")
    assert "Draft, " in said
    assert str(folder / YEAR / "report.html") in said
    assert "Fetch it from the office." in said
    assert (folder / YEAR / "report.html").is_file()


def test_the_last_question_leads_to_the_review_and_the_report(talk: Talk, folder: Path) -> None:
    said = talk("", "report", at="logo-words")
    assert "That was the last question." in said
    assert (folder / YEAR / "report.html").is_file()


def test_what_is_said_holds_nothing_that_a_terminal_would_obey(talk: Talk, folder: Path) -> None:
    said = talk("A\x1b[31mB\u202eC", "back")
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert value(folder, "school-name") == "A[31mBC"


def test_a_finished_year_can_be_walked_to_its_end(tmp_path: Path, folder: Path) -> None:
    make_demo(find_school(None), folder)
    school = find_school(folder)
    bank = load_bank(school.questions)
    before = readable(school, bank, "2025-26")
    out = io.StringIO()
    with open_year(school, "2025-26", None, lambda: NOON) as sitting:
        run_plain(sitting, io.StringIO("\n" * 80 + "report\n"), out)
    assert "That was the last question." in out.getvalue()
    assert readable(school, bank, "2025-26") == before
