"""Pictures of home and the pages around it at 80 by 24; look at a changed one first."""

from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from sendwizard.core.answers import Answer
from sendwizard.office.folders import School
from tests.tui.around import approved, at_home, from_menu, on_disk_as, pick, see
from tests.tui.second_year import begun, last_year
from tests.tui.test_fields_by_keys import Seat
from tests.tui.test_pictures import Picture, standing_still, without_hashes
from tests.worlds import DAY, QUESTIONS, filled

pytestmark = pytest.mark.snapshot
__all__ = ["standing_still"]


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """Three years: one approved and on no website, one not approved, and this one just begun."""
    monkeypatch.chdir(tmp_path)
    school = School(Path("school"), QUESTIONS, None)
    approved(school, replace(last_year(), year="2024-25"))
    before = last_year({"complaints": "Ask Mrs Hill in the office, or ring 01632 960111."})
    on_disk_as(school, before)
    begun(school, before, {"complaints": "Ask Mr Patel in the office."})
    return school


async def picture(seat: Seat) -> str:
    """The page as it stands."""
    app, pilot = seat
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()
    return without_hashes(app.export_screenshot(title="sendwizard"))


async def test_home_with_three_years_looks_as_it_did(
    school: School, snapshot: SnapshotAssertion
) -> None:
    async with at_home(school, told=None) as (app, pilot):
        await see(pilot, app, "not yet on the website")
        assert await picture((app, pilot)) == snapshot(extension_class=Picture)


async def test_what_stands_in_the_way_looks_as_it_did(
    school: School, snapshot: SnapshotAssertion
) -> None:
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Approve and lock")
        await see(pilot, app, "in the way")
        assert await picture((app, pilot)) == snapshot(extension_class=Picture)


async def test_the_form_of_approval_looks_as_it_did(
    school: School, snapshot: SnapshotAssertion
) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Approve and lock")
        await pick(pilot, app, "The governing body")
        await see(pilot, app, "Minute")
        await pilot.press(*"Jo", "tab", "tab", "ctrl+u", *"soon", "f8")
        await see(pilot, app, "Write their role.")
        assert await picture((app, pilot)) == snapshot(extension_class=Picture)


async def test_what_changed_looks_as_it_did(school: School, snapshot: SnapshotAssertion) -> None:
    answers = begun(school, last_year())
    given = answers.with_answer("hear-pupils", Answer("Each child has a say.", on=DAY))
    on_disk_as(school, given.with_answer("complaints", Answer("Ask Mr Patel.", on=DAY)))
    async with at_home(school) as (app, pilot):
        await from_menu(pilot, app, "What changed")
        await see(pilot, app, "Compared with")
        assert await picture((app, pilot)) == snapshot(extension_class=Picture)
