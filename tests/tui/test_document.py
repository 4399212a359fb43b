"""Last year's report beside the questions, by keys alone: what is marked is copied, and no more."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Label, Static

from sendwizard.core.answers import Source
from sendwizard.office.folders import School
from sendwizard.office.reading import DOCUMENT
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.document import DocumentPage, Reader
from tests.tui.second_year import beside, go_to, menu, pick, seat_at
from tests.tui.test_fields_by_keys import on_disk, shown, until
from tests.worlds import QUESTIONS, YEAR, answers_of

PASSAGE = "adapt-curriculum"
REPORT = """# SEN information report

Larkfield Bridge is a small school. [red]{{ 7*7 }}

Speech and language
therapy is on Mondays. Ask the SENCO.

- Lego therapy
- Speech groups

Ring 01632 960123.
"""


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder with last year's report beside an empty year."""
    school = School(tmp_path / "school", QUESTIONS, None)
    beside(school, REPORT, answers_of(school_type="maintained-mainstream"))
    return school


async def opened(app: SendwizardApp, pilot: Pilot[None]) -> Reader:
    """The page, opened from the menu."""
    await pick(pilot, app, "Last year’s report")
    await until(lambda: isinstance(app.screen, DocumentPage) and app.focused is not None, pilot)
    return app.screen.query_one(Reader)


def said(app: SendwizardApp) -> str:
    """What the page says of the last key."""
    return str(app.screen.query_one(".said", Static).render())


def found(app: SendwizardApp) -> str:
    """How often the searched words stand there."""
    return str(app.screen.query_one(".found", Label).render())


async def test_a_marked_paragraph_is_copied_as_not_checked_yet(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert shown(app, "problem") == "F2 opens last year’s report, to copy from."
        await opened(app, pilot)
        await pilot.press(*"AND  language T", "enter")
        assert found(app) == "1 of 1 place"
        await pilot.press("tab", "space", "enter")
        assert app.screen is app.page
        answer = app.wizard.current
        assert answer.value == "Speech and language\ntherapy is on Mondays. Ask the SENCO."
        assert answer.source is Source.CARRIED
        assert app.wizard.progress.done == 1
        assert "From last year’s report, not checked yet. F9: still true." in shown(app, "problem")
        await pilot.press("f9")
    assert on_disk(school).get(PASSAGE).source is Source.KEPT
    assert (school.year_folder(YEAR) / DOCUMENT).read_text(encoding="utf-8") == REPORT


async def test_enter_finds_the_next_place_and_case_does_not_matter(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        reader = await opened(app, pilot)
        await pilot.press(*"therapy")
        assert found(app) == "2 places"
        await pilot.press("enter")
        assert reader.selection.start[0] == 5
        await pilot.press("enter")
        assert (found(app), reader.selection.start[0]) == ("2 of 2 places", 7)
        await pilot.press("enter")
        assert reader.selection.start[0] == 5
        assert reader.selected_text == "therapy"
        await pilot.press("ctrl+u", *"nowhere", "enter")
        assert found(app) == "0 places"
        assert app.screen is not app.page


async def test_the_page_keeps_its_place_and_what_was_looked_for(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        reader = await opened(app, pilot)
        await pilot.press(*"lego", "enter", "tab")
        place = reader.selection
        await pilot.press("f7")
        assert app.screen is app.page
        assert app.wizard.at == PASSAGE
        await pilot.press("f8")
        again = await opened(app, pilot)
        assert again.selection == place
        assert app.screen.query_one(Input).value == "lego"


async def test_nothing_is_copied_that_is_not_marked(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("tab", "enter")
        assert "Nothing is marked" in said(app)
        assert app.wizard.current.value is None
        await pilot.press("down")
        assert said(app) == ""


async def test_words_are_marked_with_and_without_shift(school: School) -> None:
    line = "Larkfield Bridge is a small school. [red]{{ 7*7 }}"
    async with seat_at(school, PASSAGE) as (app, pilot):
        reader = await opened(app, pilot)
        await pilot.press("tab", "down", "down")
        for keys in (["shift+end"], ["m", "end", "m"], ["m", "right", "left", "end", "m"]):
            await pilot.press(*keys)
            assert reader.selected_text == line
            await pilot.press("home")
            assert reader.selected_text == ""
        await pilot.press("m", "end")
        assert "The arrows mark" in said(app)
        await pilot.press("enter")
        assert app.wizard.current.value == line


async def test_pressed_again_the_space_bar_marks_the_next_paragraph_as_well(
    school: School,
) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        reader = await opened(app, pilot)
        await pilot.press("tab", *["down"] * 8, "space")
        assert reader.selected_text == "- Lego therapy\n- Speech groups"
        await pilot.press("space")
        assert reader.selected_text.endswith("groups\n\nRing 01632 960123.")
        await pilot.press("space", "space")
        assert reader.selected_text.endswith("Ring 01632 960123.")


async def test_a_second_passage_stands_below_the_first(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        await opened(app, pilot)
        await pilot.press(*"lego", "enter", "tab", "space", "enter")
        await opened(app, pilot)
        await pilot.press("shift+tab", "ctrl+u", *"ring", "enter", "tab", "space", "enter")
        value = app.wizard.current.value
        assert value == "- Lego therapy\n- Speech groups\n\nRing 01632 960123."


async def test_what_cannot_be_copied_says_why_and_loses_nothing(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        before = app.wizard.answers
        reader = await opened(app, pilot)
        await pilot.press("tab", "space")
        marked = reader.selected_text
        for at, why in (
            ("school-type", "been answered this year"),
            ("local-authority", "not answered in words"),
            ("next-review", "Write the date as"),
        ):
            go_to(app, at)
            await pilot.press("enter")
            assert why in said(app)
        assert reader.selected_text == marked
        assert app.wizard.answers == before


async def test_words_of_this_year_and_half_typed_ones_are_never_written_over(
    school: School,
) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pilot.press(*"Mine")
        await opened(app, pilot)
        await pilot.press("tab", "space", "enter")
        assert "answered this year" in said(app)
        await pilot.press("escape")
        go_to(app, "next-review")
        await pilot.press(*"soon")
        await opened(app, pilot)
        await pilot.press("enter")
        assert "cannot be read yet" in said(app)
        await pilot.press("escape")
        assert app.page.read().drafts == {"": "soon"}
    assert on_disk(school).value(PASSAGE) == "Mine"


async def test_a_broken_report_is_said_to_be_that(school: School) -> None:
    (school.year_folder(YEAR) / DOCUMENT).write_bytes(b"\xff\xfe\xfa")
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pick(pilot, app, "Last year’s report")
        assert "cannot be understood" in shown(app, "problem")


async def test_without_a_report_the_menu_does_not_offer_one(school: School) -> None:
    (school.year_folder(YEAR) / DOCUMENT).unlink()
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "report, to copy" not in await menu(pilot, app)


async def test_the_usual_keys_work_there(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        await opened(app, pilot)
        await pilot.press("tab", "f8")
        assert app.screen is app.page
        assert app.wizard.at != PASSAGE
