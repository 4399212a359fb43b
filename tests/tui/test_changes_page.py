"""What changed since the year before and since the approval, each line leading to its question."""

from dataclasses import replace
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer
from sendwizard.office.folders import School
from tests.tui.around import approved, at_home, from_menu, on_disk_as, pick, see, words_on
from tests.tui.second_year import begun, last_year
from tests.tui.test_fields_by_keys import until
from tests.worlds import DAY, QUESTIONS, YEAR, answers_of, filled


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder with a year that began with the one before, one answer of it written anew."""
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, last_year())
    begun(school, last_year(), {"complaints": "Ask [red] the office."})
    return school


async def test_what_was_written_anew_is_listed_and_leads_to_its_question(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await from_menu(pilot, app, "What changed")
        await see(pilot, app, "Compared with our report for 2025-26")
        assert "1 reworded" in words_on(app)
        assert "not looked at yet" in words_on(app)
        await pilot.press("enter")
        await until(lambda: app.screen is app.page, pilot)
        assert app.wizard.at == "complaints"


async def test_the_page_for_governors_is_written_and_its_place_said(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await from_menu(pilot, app, "What changed")
        await pick(pilot, app, "a page for governors")
        await see(pilot, app, "changes-governors.html")
        await pilot.press("enter")
        await see(pilot, app, "Compared with")
    page = (school.year_folder(YEAR) / "changes-governors.html").read_text(encoding="utf-8")
    assert "Ask [red] the office." in page


async def test_what_changed_since_the_approval_is_one_line_away(school: School) -> None:
    begun_year = begun(school, last_year())
    answers = approved(school, replace(filled(), began=begun_year.began))
    on_disk_as(school, answers.with_answer("hear-pupils", Answer("Each child has a say.", on=DAY)))
    async with at_home(school) as (app, pilot):
        await from_menu(pilot, app, "What changed")
        await pick(pilot, app, "since the last approval")
        await see(pilot, app, "Compared with the report that was approved")
        assert "1 reworded" in words_on(app)
        await pilot.press("enter")
        await until(lambda: app.wizard.at == "hear-pupils", pilot)


async def test_a_first_year_has_nothing_to_compare_with_and_says_so(tmp_path: Path) -> None:
    school = School(tmp_path / "first", QUESTIONS, None)
    on_disk_as(school, answers_of(school_type="pru"))
    async with at_home(school) as (app, pilot):
        await from_menu(pilot, app, "What changed")
        await see(pilot, app, "There is nothing to compare 2026-27 with")
