"""The words of plain mode that reach beyond the question: history, changes, years, migration."""

import io
from dataclasses import replace
from pathlib import Path

from sendwizard.core.answers import Source
from sendwizard.office.acts import make_demo
from sendwizard.office.folders import find_school
from sendwizard.office.sitting import open_year
from sendwizard.plain import run_plain
from sendwizard.store.answers_file import FILE_NAME, read_answers
from tests.plain.conftest import NOON, Place, Talk
from tests.worlds import YEAR, answers_of, filled


def test_an_earlier_text_comes_back_after_a_yes(talk: Talk, place: Place) -> None:
    place.write(answers_of(money="The old words."))
    talk("New words.", ".", at="money")
    said = talk("history", "The old words", "no", at="money")
    assert "the newest first; nothing changes before you say so" in said
    assert "Now: New words.\nThen: The old words.\n" in said
    assert place.value("money") == "New words."
    assert "Brought back." in talk("history", "The old words", "yes", at="money")
    assert place.value("money") == "The old words."
    assert "New words." in talk("history", at="money")


def test_a_year_without_earlier_saves_says_so(talk: Talk) -> None:
    assert "There are no earlier saves yet." in talk("history")


def test_what_changed_is_counted_listed_and_written_as_a_page(talk: Talk, place: Place) -> None:
    make_demo(find_school(None), place.folder)
    said = talk("changes", "1", at="money")
    assert "Compared with our report for 2025-26: " in said
    assert "Reworded, " in said
    assert f"The page is here: {place.year / 'changes.html'}" in said
    talk("changes", "Who should I talk to first", at="money")
    assert place.at == "first-contact"
    assert "changes-governors.html" in talk("changes", "2", at="money")


def test_a_first_year_has_nothing_to_compare_with_and_says_so(talk: Talk, place: Place) -> None:
    place.write(answers_of(money="One."))
    assert "nothing to compare 2026-27 with" in talk("changes", at="money")


def test_another_year_is_opened_and_this_one_let_go(place: Place) -> None:
    make_demo(find_school(None), place.folder)
    out = io.StringIO()
    lines = "We pay.\n.\nyears\n2\nback\nleave\n"
    with open_year(place.school, YEAR, "money", lambda: NOON) as sitting:
        run_plain(sitting, io.StringIO(lines), out, asked_for=True)
        open_year(place.school, YEAR).close()
        open_year(place.school, "2025-26").close()
    said = out.getvalue()
    assert "2. 2025-26: complete, waiting for governors." in said
    assert "SEN information report 2025-26." in said
    assert place.value("money") == "We pay."


def test_a_year_that_somebody_else_has_open_is_said_and_this_one_stays(
    talk: Talk, place: Place
) -> None:
    make_demo(find_school(None), place.folder)
    with open_year(place.school, "2025-26"):
        said = talk("years", "2", "We pay.", ".", at="money")
    assert "2025-26 is open elsewhere" in said
    assert place.value("money") == "We pay."


def test_the_next_year_begins_with_this_ones_answers_not_checked_yet(
    talk: Talk, place: Place
) -> None:
    place.write(filled())
    said = talk("years", "Begin 2027-28", "no", at="money")
    assert "The answers of 2026-27 come across." in said
    assert not (place.folder / "2027-28" / FILE_NAME).exists()
    said = talk("years", "Begin 2027-28", "yes", at="money")
    assert "answers came across from 2026-27" in said
    assert "SEN information report 2027-28." in said
    begun = read_answers(place.folder / "2027-28" / FILE_NAME)
    assert begun.get("money").source is Source.CARRIED


def test_a_year_that_is_none_is_refused_and_asked_again(talk: Talk, place: Place) -> None:
    place.write(filled())
    said = talk("years", "Begin another", "2027-29", "2028/29", "yes", at="money")
    assert "“2027-29” is not a school year." in said
    assert (place.folder / "2028-29" / FILE_NAME).is_file()


def test_last_years_report_is_put_beside_the_questions(
    talk: Talk, place: Place, tmp_path: Path
) -> None:
    report = tmp_path / "old report.md"
    report.write_text("Adults help at lunch.\n", encoding="utf-8")
    wrong, right = f"'{tmp_path}/nothing.docx'", f"'{report}'"
    said = talk("beside", wrong, right, "old report", "adults", "1", at="money")
    assert f"You typed: {tmp_path}/nothing.docx" in said
    assert "The words of old report.md are here." in said
    assert place.value("money") == "Adults help at lunch."
    assert place.answers.get("money").source is Source.CARRIED


def test_newer_questions_are_explained_taken_and_given_back(talk: Talk, place: Place) -> None:
    assert "These are the newest questions." in talk("new questions", at="money")
    place.write(replace(answers_of(money="One."), edition="2025.01"))
    said = talk("new questions", "no", at="money")
    assert "For your answers that means:" in said
    assert place.answers.edition == "2025.01"
    assert "The newer questions are in." in talk("new questions", "yes", at="money")
    assert place.answers.edition == "2026.11"
    assert "as they did before" in talk("new questions", "yes", at="money")
    assert place.answers.edition == "2025.01"
