"""Pictures of the pages at three sizes. Looking at a changed one is the reviewer's job."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from sendwizard.core.answers import Answer, Answers
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.looks import LOOKS
from tests.tui.around import settled
from tests.tui.second_year import LONG, begun, beside, last_year
from tests.worlds import QUESTIONS, YEAR, answers_of, filled, noon

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
    """No clock, no blinking cursor, and a terminal that shows all colours."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
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


def with_these(answers: Mapping[str, Answer]) -> Answers:
    """A finished year with these answers."""
    year = filled()
    for question, answer in answers.items():
        year = year.with_answer(question, answer)
    return year


SMALL = (50, 15)
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
LIST = "We lend:\n\n- tablets\n- writing slopes\n  - for the left hand, too"
NOTED = {
    "equipment": Answer(LIST, note="ask Jo about the hoist"),
    "complaints": Answer("Ask.", note="new form?"),
}
SLIPS = """Our statemented pupils have help in class each day.

Ella, who has autism, has a helper. Please see above for the rest. Support is provided in order to
facilitate access to the curriculum.
"""
LEFT = "OLD001 statemented #28a1"
TO_LOOK_AT = {
    "extra-support": Answer(SLIPS, set_aside={LEFT: "We quote a letter of 2012."}),
    "complaints": Answer("Please see our complaints policy."),
    "money": Answer("Parent Partnership can help you. Our next review is in July 2024."),
}
PAGES: dict[str, tuple[Answers | None, str | None, Sequence[str]]] = {
    "welcome": (None, None, ()),
    "getting-started": (None, None, ("1", *"Oak", "f8")),
    "started": (None, None, ("1", *"Oak", "f8", "1", "f8", "1", "f8", "f8")),
    "home": (some_missing(), None, ()),
    "passage": (filled(), "adapt-curriculum", ()),
    "list-and-reminder": (with_these(NOTED), "equipment", ()),
    "choice": (answers_of(school_type="pru"), "school-type", ()),
    "choices": (filled(), "school-has", ()),
    "yes-no": (filled(), "data-to-authority", ("y",)),
    "rows-table": (filled(), "staff-training", ()),
    "rows-form": (answers_of(school_type="maintained-mainstream"), "senco", ("A", "enter")),
    "wrong-date": (filled(), "next-review", ("x",)),
    "contents": (some_missing(), "complaints", ("f4",)),
    "review": (some_missing(), "school-name", ("f5",)),
    "found": (with_these(TO_LOOK_AT), "extra-support", ()),
    "found-pane": (with_these(TO_LOOK_AT), "extra-support", (":rest", "f3")),
    "found-page": (with_these(TO_LOOK_AT), "extra-support", (":found",)),
    "found-review": (with_these(TO_LOOK_AT), "school-name", ("f5",)),
    "nothing-missing": (filled(), "school-name", ("f5",)),
    "check-answers": (some_missing(), "complaints", (":check_answers",)),
    "preview": (some_missing(), "complaints", (":preview",)),
    "search": (filled(), "school-name", (":search", *"lift")),
    "search-empty": (filled(), "school-name", (":search",)),
    "reminders": (with_these(NOTED), "school-name", (":reminders",)),
    "no-reminders": (filled(), "school-name", (":reminders",)),
    "glossary": (filled(), "school-name", (":glossary", *"plan")),
    "menu": (filled(), "equipment", ("f2",)),
    "looks": (filled(), "equipment", (":looks",)),
    "reminder": (filled(), "equipment", (":note",)),
    "help": (filled(), "equipment", ("f1",)),
    "help-of-a-page": (filled(), "equipment", ("f4", "f1")),
}


BEFORE = last_year({"adapt-curriculum": "Teachers give tasks in small steps. We use [PECS] cards."})
REPORT = f"# SEN information report 2025\n\n{LONG}"
SECOND_YEAR: dict[str, tuple[str, Sequence[str]]] = {
    "carried": ("first-contact", ("f9",)),
    "reworded": ("adapt-curriculum", ("f3", "space", "D", "a", "i", "l", "y", ".")),
    "report-beside": ("adapt-curriculum", (":document", *"PARAGRAPH 1", "enter", "tab", "space")),
}
"""In a year that began with last year's answers and report."""


async def drawn(
    school: School,
    at: str | None,
    keys: Sequence[str],
    sizes: Sequence[tuple[int, int]] = tuple(SIZES.values()),
    look: str = "",
) -> list[str]:
    """The page after these keys, as a picture at each size; a key with a colon is an action."""
    with open_year(school, YEAR, at, clock=noon) as sitting:
        app = SendwizardApp(sitting, asked_for=at is not None)
        async with app.run_test(size=sizes[0]) as pilot:
            if look:
                app.wear(look)
            for key in keys:
                await settled(app)
                if key == ":rest":
                    app._rest()
                    await settled(app)
                    await pilot.pause()
                elif key.startswith(":"):
                    app.do(key[1:])
                    await pilot.pause()
                else:
                    await pilot.press(key)
            await settled(app)
            app._save()
            app._rest()
            app._saver.finish()
            pictures = [await picture_at(app, pilot, size) for size in sizes]
        app.sitting.close()
    return pictures


async def picture_at(app: SendwizardApp, pilot: Pilot[None], size: tuple[int, int]) -> str:
    """The page at this size, as a picture, taken once it stands still."""
    if app.size != size:
        await pilot.resize_terminal(*size)
    for _ in range(3):
        await pilot.pause()
        await settled(app)
    before, picture = "", app.export_screenshot(title="sendwizard")
    while picture != before:
        await pilot.pause()
        await settled(app)
        before, picture = picture, app.export_screenshot(title="sendwizard")
    return without_hashes(picture)


def expect(pictures: Sequence[str], snapshot: SnapshotAssertion) -> None:
    """Each picture is as it was, at its size."""
    for size, picture in zip(SIZES, pictures, strict=True):
        assert picture == snapshot(name=size, extension_class=Picture)


def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: Answers | None) -> School:
    """A school with these answers, at a place that is always named the same."""
    monkeypatch.chdir(tmp_path)
    school = School(Path("school"), QUESTIONS, None)
    if answers is not None:
        write_answers(school.year_folder(YEAR) / "answers.toml", answers)
    return school


@pytest.mark.parametrize("name", PAGES)
async def test_the_page_looks_as_it_did(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    answers, at, keys = PAGES[name]
    school = opened(tmp_path, monkeypatch, answers)
    expect(await drawn(school, at, keys), snapshot)


@pytest.mark.parametrize("page", ["passage", "choice", "contents"])
@pytest.mark.parametrize("look", [each for each in LOOKS if each != "dark"])
async def test_the_page_looks_as_it_did_in_each_look(
    look: str,
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    snapshot: SnapshotAssertion,
) -> None:
    answers, at, keys = PAGES[page]
    school = opened(tmp_path, monkeypatch, answers)
    pictures = await drawn(school, at, keys, [SIZES["80x24"]], look)
    assert pictures == [snapshot(extension_class=Picture)]


@pytest.mark.parametrize("name", SECOND_YEAR)
async def test_the_page_of_a_second_year_looks_as_it_did(
    name: str, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    at, keys = SECOND_YEAR[name]
    school = School(tmp_path / "school", QUESTIONS, None)
    beside(school, REPORT, begun(school, BEFORE, {"changed-senco": True}))
    expect(await drawn(school, at, keys), snapshot)


async def test_a_window_that_is_too_small_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    school = opened(tmp_path, monkeypatch, filled())
    assert await drawn(school, "equipment", (), [SMALL]) == [snapshot(extension_class=Picture)]


async def test_answers_that_are_only_looked_at_look_as_they_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    newer = replace(filled(), edition="2099.11")
    school = opened(tmp_path, monkeypatch, newer)
    expect(await drawn(school, "equipment", ()), snapshot)
