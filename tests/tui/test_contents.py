"""The contents as a task list: opened in place, marked in place, and no place is lost."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from sendwizard.core.answers import Answers
from sendwizard.core.sections import mark_finished
from sendwizard.core.wizard import Wizard
from sendwizard.office.folders import School
from sendwizard.store.answers_file import read_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.contents import intro, lines
from tests.tui.around import on_disk_as, see
from tests.tui.second_year import seat_at
from tests.tui.test_fields_by_keys import shown, until
from tests.worlds import QUESTIONS, YEAR, answers_of, filled, real_bank


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def on_disk(school: School) -> Answers:
    """What the file holds."""
    return read_answers(school.year_folder(YEAR) / "answers.toml")


def listed(app: SendwizardApp) -> list[str]:
    """The lines of the list."""
    return [str(each.prompt) for each in app.screen.query_one(OptionList).options]


def here(app: SendwizardApp) -> str:
    """The line that stands out."""
    picker = app.screen.query_one(OptionList)
    assert picker.highlighted is not None
    return str(picker.get_option_at_index(picker.highlighted).prompt)


async def test_the_open_question_stands_out_in_its_section_and_the_others_are_one_line_each(
    school: School,
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "adapt-curriculum") as (app, pilot):
        await pilot.press("f4")
        await see(pilot, app, "0 of 22 sections complete")
        assert real_bank().by_id["adapt-curriculum"].prompt in here(app)
        said = listed(app)
        assert sum(each.startswith("+ ") for each in said) == 21
        assert sum(each.startswith("- ") for each in said) == 1
        assert len(said) == 22 + 3 + 1


async def test_a_section_opens_and_closes_under_the_highlight_and_a_question_is_gone_to(
    school: School,
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        await pilot.press("f4")
        await see(pilot, app, "I have finished this section")
        await pilot.press("left")
        assert here(app).startswith("+ If you are not happy")
        await pilot.press("up", "enter")
        assert here(app).startswith("- Help and advice")
        await pilot.press("enter", "right", "down", "enter")
        assert app.screen is app.page
        assert app.wizard.at == "sendiass"


async def test_saying_that_a_section_is_finished_is_saved_at_once_and_can_be_taken_back(
    school: School,
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        await pilot.press("f4")
        await see(pilot, app, "[ ] I have finished this section")
        await pilot.press("down", "enter")
        await see(pilot, app, "1 of 22 sections complete")
        assert "[x] I have finished this section" in here(app)
        await until(lambda: on_disk(school).finished == ("complaints",), pilot)
        await pilot.press("enter")
        await see(pilot, app, "0 of 22 sections complete")
        await until(lambda: on_disk(school).finished == (), pilot)


async def test_a_long_list_stays_at_the_same_height_when_something_in_it_changes(
    school: School,
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        await pilot.press("f4")
        await see(pilot, app, "I have finished this section")
        picker = app.screen.query_one(OptionList)
        await pilot.press("down")
        await until(lambda: picker.scroll_offset.y > 0, pilot)
        top = picker.scroll_offset.y
        await pilot.press("enter")
        await see(pilot, app, "[x] I have")
        assert picker.scroll_offset.y == top


async def test_the_state_stays_at_the_right_when_the_window_changes(school: School) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        await pilot.press("f4")
        await see(pilot, app, "sections complete")
        for width in (60, 80, 200):
            await pilot.resize_terminal(width, 24)
            await until(lambda: app.screen.size.width == width, pilot)  # noqa: B023 - waited for here
            await pilot.pause()
            picker = app.screen.query_one(OptionList)
            closed = [each for each in listed(app) if each.startswith("+ ")]
            assert {len(each) for each in closed} == {len(closed[0])}
            assert len(closed[0]) <= picker.scrollable_content_region.width
            assert app.wizard.at == "complaints"
            assert "not happy" in here(app)


async def test_the_menu_marks_the_section_and_the_last_question_of_it_says_so(
    school: School,
) -> None:
    on_disk_as(school, filled())
    async with seat_at(school, "complaints") as (app, pilot):
        assert "I have finished this section" in shown(app, "problem")
        await pilot.press("f2")
        await see(pilot, app, "I have finished this section")
        line = next(each for each in listed(app) if "I have finished" in each)
        await pilot.press(*line.split()[0])
        if app.screen is not app.page:
            await pilot.press("enter")
        await until(lambda: app.wizard.answers.finished == ("complaints",), pilot)
        assert "I have finished this section" not in shown(app, "problem")


def test_what_is_still_needed_is_said_where_a_section_was_finished_too_early() -> None:
    answers = answers_of(school_name="Oak")
    bank = real_bank()
    wizard = mark_finished(Wizard.open(bank, answers), "about", finished=True)
    said = [each.text for each in lines(wizard, {"about"}, 70)]
    assert any("2 needed answers left" in each for each in said)
    assert any("in progress" in each for each in said)
    assert "Time left: about" in intro(wizard)
    assert "Nothing is left to write" in intro(Wizard.open(bank, filled()))
