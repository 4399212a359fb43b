"""Check your answers: all on one page, and a change comes back to the line it was made from."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from sendwizard.core.answers import Answer, Source
from sendwizard.core.wizard import Wizard
from sendwizard.office.folders import School
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.check_answers import CheckAnswersPage, nearest, said
from tests.tui.around import on_disk_as, see, words_on
from tests.tui.second_year import NOTHING_CHANGED, PASSAGE, begun, last_year, seat_at, source
from tests.tui.test_fields_by_keys import shown, until
from tests.worlds import DAY, QUESTIONS, answers_of, filled, real_bank

BANK = real_bank()


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def line(app: SendwizardApp) -> str | None:
    """The question whose line stands out."""
    picker = app.screen.query_one(OptionList)
    place = picker.highlighted
    return None if place is None else picker.get_option_at_index(place).id


@pytest.mark.parametrize("key", ["f8", "f7"])
async def test_a_change_comes_back_to_its_line_with_the_new_answer(
    school: School, key: str
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        app.do_check_answers()
        await see(pilot, app, "Check your answers")
        assert line(app) == "complaints"
        await pilot.press("enter")
        assert app.screen is app.page
        await until(lambda: "F8: back to your answers" in shown(app, "state"), pilot)
        await pilot.press("exclamation_mark", key)
        await see(pilot, app, "Words for complaints!")
        assert line(app) == "complaints"
        await pilot.press("escape", "f8")
        assert app.wizard.at != "complaints"


async def test_going_elsewhere_forgets_the_way_back(school: School) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        app.do_check_answers()
        await see(pilot, app, "Check your answers")
        await pilot.press("enter", "f4")
        await see(pilot, app, "sections complete")
        await pilot.press("left", "up", "right", "down", "enter")
        assert app.wizard.at == "sendiass"
        await pilot.press("f8")
        assert app.screen is app.page
        assert app.wizard.at == "advice-for-parents"
        assert "back to your answers" not in shown(app, "state")


async def test_keeping_last_years_answer_comes_back_as_well(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        app.do_check_answers()
        await see(pilot, app, "last year’s, not checked yet")
        await pilot.press("enter", "f9")
        await until(lambda: isinstance(app.screen, CheckAnswersPage), pilot)
        assert line(app) == PASSAGE
        assert source(app, PASSAGE) is Source.KEPT


async def test_an_answer_that_brings_questions_shows_them_and_keeps_the_line(
    school: School,
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "school-has") as (app, pilot):
        app.do_check_answers()
        await see(pilot, app, "Check your answers")
        assert BANK.by_id["unit-needs"].prompt not in words_on(app)
        await pilot.press("enter", "7", "f8")
        await see(pilot, app, BANK.by_id["unit-needs"].prompt)
        assert line(app) == "school-has"


def test_a_line_that_is_gone_gives_way_to_the_nearest_before_it() -> None:
    wizard = Wizard.open(BANK, filled())
    assert nearest(wizard, "unit-needs") == "needs-provided-for"
    assert nearest(wizard, "complaints") == "complaints"
    assert nearest(wizard, "gone") == ""


def test_answers_are_told_in_plain_words_and_cut_to_two_lines() -> None:
    answers = answers_of(
        school_type="pru", school_has=("primary", "unit"), complaints="word " * 500
    )
    answers = answers.with_answer("last-year", Answer(not_applicable="We are new", on=DAY))
    wizard = Wizard.open(BANK, answers)

    def told(question_id: str) -> str:
        return said(wizard, BANK.by_id[question_id])

    assert told("school-type") == "Pupil referral unit"
    assert told("school-has") == "Primary SEN unit or resourced provision"
    assert told("school-name") == "not written yet"
    assert told("governor") == "not written yet, optional"
    assert told("last-year") == "Does not apply: We are new"
    assert len(told("complaints")) <= 125
