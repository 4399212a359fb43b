"""Pictures of the pages at 80 by 24. Looking at a changed one is the reviewer's job."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input, TextArea

from sendwizard.core.answers import Answers
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.app import SendwizardApp
from tests.tui.around import noon
from tests.tui.second_year import LONG, begun, beside, last_year
from tests.worlds import QUESTIONS, YEAR, answers_of, filled

pytestmark = pytest.mark.snapshot


class Picture(SingleFileSnapshotExtension):
    """One SVG file for each picture, so that it can be opened."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


class Quarter:
    """A clock that stands at 10:15."""

    @staticmethod
    def now() -> datetime:
        """Always the same time."""
        return datetime(2026, 11, 23, 10, 15).astimezone()


@pytest.fixture(autouse=True)
def standing_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock and no blinking cursor."""
    monkeypatch.setattr("sendwizard.tui.sitting_app.datetime", Quarter)
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)


def without_hashes(svg: str) -> str:
    """The picture with the names of its classes the same each time."""
    return re.sub(r"terminal-\d+", "terminal", svg)


def some_missing() -> Answers:
    """A year with two answers still to come and one that does not apply."""
    answers = filled()
    kept = {
        key: each for key, each in answers.by_id.items() if key not in ("complaints", "senco-word")
    }
    return Answers(answers.year, answers.bank, answers.edition, kept)


PAGES: dict[str, tuple[Answers | None, str | None, Sequence[str]]] = {
    "welcome": (None, None, ()),
    "home": (some_missing(), None, ()),
    "passage": (filled(), "adapt-curriculum", ()),
    "choice": (answers_of(school_type="pru"), "school-type", ()),
    "rows": (answers_of(school_type="maintained-mainstream"), "senco", ("A", "enter")),
    "wrong-date": (filled(), "next-review", ("x",)),
    "contents": (some_missing(), "complaints", ("f4",)),
    "review": (some_missing(), "school-name", ("f5",)),
    "help": (filled(), "school-name", ("f1",)),
}


BEFORE = last_year({"adapt-curriculum": "Teachers give tasks in small steps. We use [PECS] cards."})
REPORT = f"# SEN information report 2025\n\n{LONG}"
SECOND_YEAR: dict[str, tuple[str, Sequence[str]]] = {
    "carried": ("first-contact", ("f9",)),
    "reworded": ("adapt-curriculum", ("f3", "space", "D", "a", "i", "l", "y", ".")),
    "report-beside": ("adapt-curriculum", ("f2", "7", *"PARAGRAPH 1", "enter", "tab", "space")),
}
"""In a year that began with last year's answers and report."""


async def drawn(school: School, at: str | None, keys: Sequence[str]) -> str:
    """The page after these keys, as a picture."""
    with open_year(school, YEAR, at, clock=noon) as sitting:
        app = SendwizardApp(sitting, asked_for=at is not None)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            app._save()
            app._saver.finish()
            await pilot.pause()
            await pilot.pause()
            picture = without_hashes(app.export_screenshot(title="sendwizard"))
        app.sitting.close()
    return picture


@pytest.mark.parametrize("name", PAGES)
async def test_the_page_looks_as_it_did(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    answers, at, keys = PAGES[name]
    monkeypatch.chdir(tmp_path)
    school = School(Path("school"), QUESTIONS, None)
    if answers is not None:
        write_answers(school.year_folder(YEAR) / "answers.toml", answers)
    assert await drawn(school, at, keys) == snapshot(extension_class=Picture)


@pytest.mark.parametrize("name", SECOND_YEAR)
async def test_the_page_of_a_second_year_looks_as_it_did(
    name: str, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    at, keys = SECOND_YEAR[name]
    school = School(tmp_path / "school", QUESTIONS, None)
    beside(school, REPORT, begun(school, BEFORE, {"changed-senco": True}))
    assert await drawn(school, at, keys) == snapshot(extension_class=Picture)
