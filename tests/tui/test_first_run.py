"""A school's first minutes: a welcome, what decides the rest, and how much that rest is."""

from pathlib import Path

import pytest

from sendwizard.office.folders import School
from tests.tui.around import on_disk_as, pick, see, words_on
from tests.tui.second_year import seat_at
from tests.tui.test_fields_by_keys import shown, until
from tests.worlds import QUESTIONS, answers_of, filled


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


async def test_the_welcome_leads_through_what_decides_and_then_says_how_much_there_is(
    school: School,
) -> None:
    async with seat_at(school, None) as (app, pilot):
        await see(pilot, app, "about three hours")
        assert words_on(app).count("Leaving loses nothing") == 1
        await pilot.press("enter")
        assert "Getting started 1 of 4" in shown(app, "place")
        await pilot.press(*"Oak", "f8", "1", "f8", "4", "f8")
        assert app.wizard.at == "local-authority"
        assert "Getting started 4 of 4" in shown(app, "place")
        await pilot.press("2", "f8")
        await see(pilot, app, "Your school is asked 62 questions, 36 of them needed.")
        await pilot.press("1")
        assert app.wizard.at == "senco-word"
        assert "Question 5 of 62" in shown(app, "place")
        await pilot.press("f7")
        assert app.wizard.at == "local-authority"


async def test_what_is_left_open_does_not_hold_anybody_up_and_is_said(school: School) -> None:
    async with seat_at(school, None) as (app, pilot):
        await see(pilot, app, "Begin")
        await pilot.press("1", *["f8"] * 4)
        await see(pilot, app, "You have not said yet what type of school it is")
        await pilot.press("escape")
        assert "Getting started 4 of 4" in shown(app, "place")
        await pilot.press("f8")
        await pick(pilot, app, "See the contents")
        await see(pilot, app, "sections complete")
        assert not app.wizard.starting


async def test_leaving_in_the_middle_and_coming_back_goes_on_with_getting_started(
    school: School,
) -> None:
    async with seat_at(school, None) as (app, pilot):
        await see(pilot, app, "Begin")
        await pilot.press("1", *"Oak", "f8")
    async with seat_at(school, None) as (app, pilot):
        assert app.screen is app.page
        assert app.wizard.at == "school-type"
        assert "Getting started 2 of 4" in shown(app, "place")
        await pilot.press("8", "enter")
        assert app.wizard.at == "other-type"
        assert "Getting started 3 of 5" in shown(app, "place")


async def test_a_question_that_was_asked_for_is_opened_without_getting_started(
    school: School,
) -> None:
    async with seat_at(school, "school-type") as (app, _):
        assert app.screen is app.page
        assert "Question 2 of" in shown(app, "place")


async def test_a_year_in_which_something_else_is_answered_is_past_getting_started(
    school: School,
) -> None:
    on_disk_as(school, answers_of(complaints="Words"))
    async with seat_at(school, None) as (app, pilot):
        await see(pilot, app, "Go to the next that needs you")
        await pilot.press("escape")
        assert "Question 1 of" in shown(app, "place")


async def test_behind_the_last_question_all_answers_can_be_checked(school: School) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "logo-words") as (app, pilot):
        await pilot.press("f8")
        await see(pilot, app, "Nothing is missing. Read your answers once more")
        await pilot.press("1")
        await see(pilot, app, "Enter changes one")
        assert app.wizard.at == "logo-words"


@pytest.mark.parametrize(
    "line", ["Begin with last year’s report beside the questions", "Begin another school year"]
)
async def test_who_turns_back_from_a_form_is_welcomed_again(school: School, line: str) -> None:
    async with seat_at(school, None) as (app, pilot):
        await pick(pilot, app, line)
        await until(lambda: "Welcome." not in words_on(app), pilot)
        await pilot.press("escape")
        await see(pilot, app, "Welcome.")
        await pilot.press("1")
        assert app.screen is app.page
