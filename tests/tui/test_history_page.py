"""Earlier saves and replaced texts: seen, compared, and brought back as a save of its own."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from sendwizard.core.answers import Answer
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.history import saves
from tests.tui.around import at_home, from_menu, on_disk_as, pick, see, words_on
from tests.tui.test_fields_by_keys import on_disk, until
from tests.worlds import DAY, QUESTIONS, YEAR, filled, noon

OTHER = "What we do here, and more."


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder whose answer to one question was replaced once."""
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, filled().with_answer("first-contact", Answer("Ask [red] Mrs Hill.", on=DAY)))
    return school


async def test_a_replaced_text_is_brought_back_into_the_open_field(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await pilot.press("escape")
        app.go_to("first-contact")
        field = app.page.query_one(TextArea)
        field.text = OTHER
        await until(lambda: app.wizard.current.value == OTHER, pilot)
        await pilot.press("f8", "f7")
        await from_menu(pilot, app, "Earlier saves and replaced texts")
        await pick(pilot, app, "“Ask [red] Mrs Hill.”")
        await see(pilot, app, "1 answer would change.")
        assert f"Now: {OTHER}" in words_on(app)
        assert "Then: Ask [red] Mrs Hill." in words_on(app)
        await pilot.press("1")
        await until(lambda: app.screen is app.page, pilot)
        assert field.text == "Ask [red] Mrs Hill."
        assert app.page.query_one(TextArea).has_focus
    assert on_disk(school).value("first-contact") == "Ask [red] Mrs Hill."
    texts = (school.year_folder(YEAR) / "history" / "texts.toml").read_text(encoding="utf-8")
    assert OTHER in texts


async def test_looking_at_an_earlier_save_changes_nothing(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await pilot.press("escape")
        app.go_to("first-contact")
        await pilot.press("exclamation_mark", "f8")
        before = app.wizard.answers
        await from_menu(pilot, app, "Earlier saves and replaced texts")
        await pick(pilot, app, "All answers as saved")
        await see(pilot, app, "the same as what stands now")
        await pilot.press("escape")
        await see(pilot, app, "The newest stand first.")
        await pilot.press("escape")
        assert app.wizard.answers == before
    assert saves(school.year_folder(YEAR))


async def test_the_newest_stands_first_under_its_day(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await pilot.press("escape")
        app.go_to("first-contact")
        await pilot.press("exclamation_mark", "f8")
        await from_menu(pilot, app, "Earlier saves and replaced texts")
        await see(pilot, app, "The newest stand first.")
        assert "23 November 2026" in words_on(app)


async def test_nothing_is_brought_back_into_answers_that_can_only_be_looked_at(
    school: School,
) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        sitting.leave(filled(), 1)
    newer = on_disk_as(school, replace(on_disk(school), edition="2099.11"))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "All else")
        await pick(pilot, app, "Earlier saves and replaced texts")
        await pick(pilot, app, "“Ask [red] Mrs Hill.”")
        await see(pilot, app, "Leave everything as it is")
        assert "Bring it back " not in words_on(app)
    assert on_disk(school) == newer


async def test_a_year_without_earlier_saves_says_so(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await from_menu(pilot, app, "Earlier saves and replaced texts")
        await see(pilot, app, "There are no earlier saves yet.")
