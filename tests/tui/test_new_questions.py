"""Newer questions: first what they mean for these answers, then taken or left, and undone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sendwizard.core.answers import Answers
from sendwizard.office.folders import School
from tests.tui.around import at_home, from_menu, on_disk_as, pick, see
from tests.tui.test_fields_by_keys import on_disk, until
from tests.worlds import QUESTIONS, filled, real_bank

NEWER = real_bank().edition


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder whose year is under older questions."""
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, old())
    return school


def old() -> Answers:
    """Answers of an earlier edition, one of them to a question that is gone."""
    answers = replace(filled(), edition="2025.11")
    return answers.with_answer("an-old-question", replace(answers.get("complaints")))


async def test_leaving_it_changes_nothing(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "newer questions")
        await see(pilot, app, "your words are kept")
        await pick(pilot, app, "Not now: change nothing")
        await until(lambda: app.screen is app.page, pilot)
    assert on_disk(school) == old()


async def test_taking_them_can_be_undone(school: School) -> None:
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "newer questions")
        await pick(pilot, app, "Take the newer questions")
        await see(pilot, app, "The newer questions are in.")
        await saved(school, lambda answers: answers.edition == NEWER, pilot)
        await pilot.press("enter")
        await from_menu(pilot, app, "go back to those before")
        await pick(pilot, app, "Go back to them")
        await see(pilot, app, "as they did before")
    assert on_disk(school).by_id == old().by_id
    assert on_disk(school).edition == "2025.11"


async def saved(school: School, true: Callable[[Answers], bool], pilot: Pilot[None]) -> None:
    """Wait for the save."""
    await until(lambda: true(on_disk(school)), pilot)
