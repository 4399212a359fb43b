"""Pictures of home and the pages around a year, at three sizes; look at a changed one first."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import TextArea

from sendwizard.core.answers import Answer
from sendwizard.office.folders import School
from tests.tui.around import approved, at_home, from_menu, on_disk_as, pick, see
from tests.tui.second_year import begun, last_year
from tests.tui.test_fields_by_keys import Seat
from tests.tui.test_pictures import SIZES, expect, picture_at, standing_still
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


Way = Callable[[Seat], Awaitable[None]]
"""From home to a page."""


async def home(seat: Seat) -> None:
    """Home, once the other years have been looked at."""
    app, pilot = seat
    await see(pilot, app, "not yet on the website")


async def in_the_way(seat: Seat) -> None:
    """What stands in the way of approval."""
    app, pilot = seat
    await pick(pilot, app, "Approve and lock")
    await see(pilot, app, "in the way")


async def approval(seat: Seat) -> None:
    """The form of approval, with what is wrong in it."""
    app, pilot = seat
    await pick(pilot, app, "Approve and lock")
    await pick(pilot, app, "The governing body")
    await see(pilot, app, "Minute")
    await pilot.press(*"Jo", "tab", "tab", "ctrl+u", *"soon", "f8")
    await see(pilot, app, "Write their role.")


async def changes(seat: Seat) -> None:
    """What changed."""
    app, pilot = seat
    await from_menu(pilot, app, "What changed")
    await see(pilot, app, "Compared with")


async def history(seat: Seat) -> None:
    """Earlier saves and replaced texts."""
    app, pilot = seat
    await pilot.press("escape")
    app.go_to("complaints")
    app.page.query_one(TextArea).text = "Ask Mr Bell."
    await pilot.pause()
    app.go_to("school-name")
    app.save_all()
    await from_menu(pilot, app, "Earlier saves")
    await see(pilot, app, "The newest stand first.")


async def one_text(seat: Seat) -> None:
    """A replaced text, before it is brought back."""
    app, pilot = seat
    await history(seat)
    await pick(pilot, app, "Ask Mr Patel")
    await see(pilot, app, "would change")


async def years(seat: Seat) -> None:
    """The years, and the next one."""
    app, pilot = seat
    await from_menu(pilot, app, "Other years")
    await see(pilot, app, "2024-25: approved")


async def not_applicable(seat: Seat) -> None:
    """Why a question does not apply."""
    app, pilot = seat
    await pilot.press("escape")
    app.go_to("last-year")
    await from_menu(pilot, app, "does not apply")
    await see(pilot, app, "Say in a few words why")


async def small_change(seat: Seat) -> None:
    """Something has changed since the approval."""
    app, pilot = seat
    await from_menu(pilot, app, "Something has changed")
    await see(pilot, app, "Something has changed")


async def published(seat: Seat) -> None:
    """Where the report is on the website."""
    app, pilot = seat
    await from_menu(pilot, app, "Where the report is")
    await see(pilot, app, "On the website since")


def begun_year(school: School) -> None:
    """As it is: just begun."""


def finished(school: School) -> None:
    """Every question of this year is answered."""
    on_disk_as(school, filled())


def reworded(school: School) -> None:
    """Two answers were written anew."""
    answers = begun(school, last_year())
    given = answers.with_answer("hear-pupils", Answer("Each child has a say.", on=DAY))
    on_disk_as(school, given.with_answer("complaints", Answer("Ask Mr Patel.", on=DAY)))


def approved_year(school: School) -> None:
    """Governors approved this year."""
    approved(school, filled())


PAGES: dict[str, tuple[Callable[[School], None], Way]] = {
    "home-with-three-years": (begun_year, home),
    "in-the-way": (begun_year, in_the_way),
    "approval": (finished, approval),
    "changes": (reworded, changes),
    "history": (reworded, history),
    "one-text": (reworded, one_text),
    "years": (begun_year, years),
    "not-applicable": (finished, not_applicable),
    "small-change": (approved_year, small_change),
    "published": (approved_year, published),
}


@pytest.mark.parametrize("name", PAGES)
async def test_the_page_around_a_year_looks_as_it_did(
    name: str, school: School, snapshot: SnapshotAssertion
) -> None:
    prepare, way = PAGES[name]
    prepare(school)
    async with at_home(school, told=None if way is home else ()) as seat:
        await way(seat)
        expect([await picture_at(*seat, size) for size in SIZES.values()], snapshot)
