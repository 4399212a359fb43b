"""Plain mode in a year that began with last year's answers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers, Began, Source
from sendwizard.core.carry import carry
from sendwizard.office.reading import DOCUMENT, LAST_YEAR
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from tests.plain.conftest import Place, Talk
from tests.worlds import YEAR, answers_of, filled, real_bank

WORDS = "Write to us at the school."


@pytest.fixture
def folder(place: Place) -> Path:
    """A year that began with last year's answers."""
    before = replace(filled(), year="2025-26").with_answer(
        "complaints", Answer(WORDS, on=date(2025, 11, 3), since="2023-24")
    )
    write_answers(place.year / LAST_YEAR, before)
    place.write(carry(real_bank(), before, YEAR))
    return place.folder


def on_disk(folder: Path) -> Answers:
    """What is saved."""
    return read_answers(folder / YEAR / FILE_NAME)


def test_the_year_opens_with_what_has_changed_and_says_its_words(talk: Talk, folder: Path) -> None:
    said = talk()
    assert "What has changed?" in said
    assert "Has the SENCO changed since last year?" in said
    assert "keep (it is still true)" in said
    assert "Asked each year, and never printed." in said


def test_an_answer_that_may_have_changed_is_kept_the_second_time(talk: Talk, folder: Path) -> None:
    said = talk("keep", "keep", at="complaints")
    assert "“Has the SENCO changed since last year?” has no answer yet." in said
    assert on_disk(folder).get("complaints").source is Source.KEPT
    assert on_disk(folder).value("complaints") == WORDS


def test_after_a_yes_it_says_which(talk: Talk, folder: Path) -> None:
    talk("yes", at="changed-head")
    said = talk("keep", at="complaints")
    assert "You said yes to “Has the head changed since last year?”" in said
    assert on_disk(folder).get("complaints").source is Source.CARRIED


def test_how_one_knows_and_that_one_does_not_after_all(talk: Talk, folder: Path) -> None:
    talk("keep", "keep", "back", "how", "asked the head, 3 November", at="needs-provided-for")
    assert on_disk(folder).get("needs-provided-for").how == "asked the head, 3 November"
    talk("look again", at="needs-provided-for")
    assert on_disk(folder).get("needs-provided-for").source is Source.CARRIED


def test_last_years_words_are_told_with_their_day_and_what_is_different(
    talk: Talk, folder: Path
) -> None:
    said = talk(
        "last year", "Write to us at our office.", ".", "back", "last year", at="complaints"
    )
    assert f"Last year, 3 November 2025: {WORDS}" in said
    assert "The same words for 3 years running." in said
    assert "Taken out: the school." in said
    assert "Put in: our office." in said
    assert "nothing from last year" in talk("last year", at="changed-head")


def test_only_what_needs_the_person_is_walked_on_request(talk: Talk, folder: Path) -> None:
    talk("yes", at="changed-senco")
    assert "Has the SENCO changed" in talk("only mine", "next", "back", at="changed-senco")
    said = talk("next", "back", at="changed-head")
    assert "Has the SENCO changed" not in said
    said = talk("everything", "back", at="changed-head")
    assert "Has the SENCO changed" in said


def test_a_passage_of_last_years_report_is_found_and_copied_unchecked(
    talk: Talk, place: Place
) -> None:
    place.write(replace(answers_of(), began=Began(document="report.docx")))
    text = "# Money\n\nWe spend it on adults.\n\nAdults help at lunch.\n\nMore words.\n"
    (place.year / DOCUMENT).write_text(text, encoding="utf-8")
    said = talk("old report", "ADULTS", "2", "old report", "zebra", "leave", at="money")
    assert "2 passages." in said
    assert "1. We spend it on adults." in said
    assert "Nothing was found." in said
    found = place.answers.get("money")
    assert (found.value, found.source) == ("Adults help at lunch.", Source.CARRIED)


def test_what_cannot_be_copied_says_why_and_nothing_is_lost(talk: Talk, folder: Path) -> None:
    assert "No report of last year" in talk("old report")
    (folder / YEAR / DOCUMENT).write_text("Adults help.\n", encoding="utf-8")
    before = on_disk(folder)
    said = talk("old report", "adults", "1", at="school-type")
    assert "not answered in words" in said
    assert on_disk(folder).by_id == before.by_id


def test_answers_of_newer_questions_are_looked_at_and_never_changed(
    talk: Talk, folder: Path
) -> None:
    path = folder / YEAR / FILE_NAME
    write_answers(path, replace(on_disk(folder), edition="2031.04"))
    before = path.read_bytes()
    said = talk("keep", "keep", "x", ".", "note", "n", at="complaints")
    assert said.count("install the newest sendwizard") >= 2
    assert path.read_bytes() == before
    assert sorted(each.name for each in (folder / YEAR).glob("[!.]*")) == [FILE_NAME, LAST_YEAR]


def test_newer_questions_are_announced(talk: Talk, folder: Path) -> None:
    assert "There are newer questions" not in talk()
    write_answers(folder / YEAR / FILE_NAME, replace(on_disk(folder), edition="2025.01"))
    assert "The word new questions says what they mean." in talk()
