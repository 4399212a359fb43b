"""From one year to another, and into the next: the lock is taken first, and nothing is lost."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sendwizard.core.answers import Source
from sendwizard.office.folders import School
from sendwizard.office.reading import DOCUMENT
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import read_answers
from sendwizard.tui.app import SendwizardApp
from tests.tui.around import at_home, from_menu, on_disk_as, pick, see, write
from tests.tui.second_year import last_year
from tests.tui.test_fields_by_keys import on_disk, until
from tests.worlds import QUESTIONS, YEAR, filled, noon


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder with two years."""
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, last_year())
    on_disk_as(school, filled())
    return school


async def to_years(app: SendwizardApp, pilot: Pilot[None]) -> None:
    """From home to the years."""
    await from_menu(pilot, app, "Other years")
    await see(pilot, app, "Enter opens a year")


async def test_another_year_is_opened_with_its_lock_and_this_one_is_saved(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await pilot.press("escape")
        app.go_to("first-contact")
        await pilot.press("exclamation_mark")
        await to_years(app, pilot)
        await pick(pilot, app, "2025-26: complete")
        await until(lambda: app.opened is not None, pilot)
        assert app.opened is not None
        assert app.opened.sitting.year == "2025-26"
    assert str(on_disk(school).value("first-contact")).endswith("!")


async def test_a_year_that_somebody_else_has_open_is_said_and_this_one_stays(
    school: School,
) -> None:
    with open_year(school, "2025-26"):
        async with at_home(school) as (app, pilot):
            await to_years(app, pilot)
            await pick(pilot, app, "2025-26: complete")
            await see(pilot, app, "2025-26 is open elsewhere")
            await pilot.press("enter", "f8")
            assert app.screen is app.page
            assert app.opened is None


async def test_the_next_year_begins_with_this_ones_answers_not_checked_yet(
    school: School,
) -> None:
    async with at_home(school) as (app, pilot):
        await to_years(app, pilot)
        await pick(pilot, app, "Begin 2027-28")
        await see(pilot, app, "The answers of 2026-27 come across.")
        await pilot.press("enter")
        await until(lambda: app.opened is not None, pilot)
        assert app.opened is not None
        told = app.opened.told
    assert "came across from 2026-27" in " ".join(told)
    answers = read_answers(school.year_folder("2027-28") / "answers.toml")
    assert answers.get("complaints").source is Source.CARRIED
    assert on_disk(school) == filled()
    async with at_home(school, "2027-28", told=told) as (app, pilot):
        await see(pilot, app, "came across from 2026-27")
        await pilot.press("enter")
        assert app.wizard.at == "changed-senco"


async def test_a_year_that_is_none_is_refused_in_its_box(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await to_years(app, pilot)
        await pick(pilot, app, "Begin another year")
        await see(pilot, app, "School year")
        await write(pilot, "2027-29")
        await see(pilot, app, "is not a school year")
        await write(pilot, "2026-27")
        await see(pilot, app, "2026-27 is the year that is open now")


async def test_a_broken_year_before_offers_its_last_good_save(school: School) -> None:
    with open_year(school, YEAR) as sitting:
        changed = sitting.wizard.answers.with_answer("complaints", filled().get("hear-pupils"))
        sitting.leave(changed, 1)
    (school.year_folder(YEAR) / "answers.toml").write_text("format = ")
    async with at_home(school, "2025-26") as (app, pilot):
        await to_years(app, pilot)
        await pick(pilot, app, "Begin 2027-28")
        await pick(pilot, app, "Begin with its last good save")
        await pick(pilot, app, "Begin 2027-28")
        await until(lambda: app.opened is not None, pilot)
    answers = read_answers(school.year_folder("2027-28") / "answers.toml")
    assert answers.value("complaints") == filled().value("hear-pupils")


async def test_a_year_that_cannot_be_read_says_why(school: School) -> None:
    (school.year_folder("2025-26") / "answers.toml").write_text("format = ")
    async with at_home(school) as (app, pilot):
        await to_years(app, pilot)
        await pick(pilot, app, "2025-26: cannot be read")
        await see(pilot, app, "It was left as it is.")


async def test_the_first_year_can_begin_with_last_years_report_beside_it(tmp_path: Path) -> None:
    school = School(tmp_path / "new", QUESTIONS, None)
    report = tmp_path / "my report.txt"
    report.write_text("We listen to every child.\n")
    with open_year(school, YEAR, clock=noon) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=(80, 24)) as pilot:
            await pick(pilot, app, "Begin with last year’s report")
            await see(pilot, app, "The file")
            await write(pilot, str(tmp_path / "nowhere.txt"))
            await see(pilot, app, "nowhere.txt")
            await write(pilot, f"'{report}'")
            await see(pilot, app, "The words of my report.txt stand beside every question.")
            await pilot.press("enter")
            assert app.screen is app.page
            app.do_leave()
        app.close()
    assert "every child" in (school.year_folder(YEAR) / DOCUMENT).read_text(encoding="utf-8")
    assert on_disk(school).began is not None


async def test_an_empty_folder_can_begin_with_another_school_year(tmp_path: Path) -> None:
    school = School(tmp_path / "new", QUESTIONS, None)
    with open_year(school, YEAR, clock=noon) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=(80, 24)) as pilot:
            await pick(pilot, app, "Begin another school year")
            await write(pilot, "2027-28")
            await see(pilot, app, "it begins empty")
            await pilot.press("enter")
            await until(lambda: app.opened is not None, pilot)
        app.close()
        assert app.opened is not None
        app.opened.sitting.close()
    assert school.years() == ("2027-28",)


async def test_a_key_of_the_question_page_closes_every_page_above_it(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await to_years(app, pilot)
        await pilot.press("f4")
        await see(pilot, app, "not checked yet")
        await pilot.press("escape")
        assert app.screen is app.page
