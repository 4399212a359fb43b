"""The report on the screen: what it says, and that it keeps up with what is written."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.errors import UnreadableError
from sendwizard.office.folders import School
from sendwizard.office.previewing import preview_of
from sendwizard.report.model import Report
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.preview import Paper, PreviewPage, draw, preview_content
from tests.tui.around import on_disk_as, settled
from tests.tui.second_year import PASSAGE, seat_at
from tests.tui.test_fields_by_keys import until
from tests.tui.test_sizes import choose
from tests.worlds import QUESTIONS, answers_of, filled, real_bank

WIDE = (200, 60)


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def report_of(school: School, answers: Answers) -> Report:
    """The report of these answers, as it stands."""
    return preview_of(school, real_bank(), answers)


def paper(app: SendwizardApp) -> Paper:
    """The report beside the question."""
    return app.page.query_one("#paper", Paper)


def test_the_line_of_a_question_is_where_its_entry_begins(school: School) -> None:
    report = report_of(school, filled())
    content, line = preview_content(report, PASSAGE)
    prompt = real_bank().by_id[PASSAGE].prompt
    assert line > 0
    assert content.plain.split("\n")[line].startswith(prompt[:40])
    assert preview_content(report, "no-such-question")[1] == 0


@pytest.mark.parametrize("width", [20, 40, 84, 200])
def test_no_line_is_wider_than_its_room_and_lists_hang_under_their_words(
    school: School, width: int
) -> None:
    text = "- one very long point that has to go on to a second line and then to a third one\n"
    answers = answers_of(school_name="[red]{{ 7*7 }}", **{PASSAGE.replace("-", "_"): text})
    content, line = preview_content(report_of(school, answers), PASSAGE, width)
    lines = content.plain.split("\n")
    assert max(map(len, lines)) <= min(width, 84)
    assert "[red]{{" in content.plain, "brackets are only brackets"
    point = next(n for n, each in enumerate(lines) if n > line and each.startswith("• one"))
    if width < 84:
        assert lines[point + 1].startswith("  ")


def test_an_empty_report_has_no_lines() -> None:
    assert not draw((), 80).lines


async def test_in_a_wide_window_the_report_stands_beside_and_keeps_up(school: School) -> None:
    async with seat_at(school, PASSAGE, size=WIDE) as (app, pilot):
        await until(lambda: "SEN information report" in paper(app).shown, pilot)
        await until(lambda: paper(app).scroll_offset.y > 0, pilot)
        await pilot.press(*"Daily.")
        app._save()
        await until(lambda: "Daily." in paper(app).shown, pilot)


async def test_it_is_turned_at_once_also_before_it_has_a_bar_to_scroll(school: School) -> None:
    """Whoever is not in step with the page, and comes before it is laid out, turns it too."""
    async with seat_at(school, PASSAGE, size=WIDE) as (app, pilot):
        await until(lambda: paper(app).scroll_offset.y > 0, pilot)
        lines, begins = paper(app)._lines, paper(app).scroll_offset.y
        paper(app).show(lines[:1], PASSAGE)
        await until(lambda: not paper(app).show_vertical_scrollbar, pilot)
        paper(app).show(lines, PASSAGE)
        assert paper(app).scroll_offset.y > 0, "no pause between"
        await pilot.pause()
        assert paper(app).scroll_offset.y == begins
        assert paper(app).vertical_scrollbar.position == begins


async def test_an_older_report_never_comes_after_a_newer_one(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is held up until the second is wanted; the last to be shown is the newest."""
    goes_on = threading.Event()
    built: list[str] = []

    def slow(school: School, bank: Bank, answers: Answers) -> Report:
        if not built:
            goes_on.wait(10)
        built.append(str(answers.value(PASSAGE)))
        return preview_of(school, bank, answers)

    monkeypatch.setattr("sendwizard.office.previewing.preview_of", slow)
    async with seat_at(school, PASSAGE, size=WIDE) as (app, pilot):
        for letter in "abc":
            await pilot.press(letter)
            app.preview_soon()
        goes_on.set()
        await until(lambda: "abc" in paper(app).shown, pilot)
        await settled(app)
        await pilot.pause()
        assert built[-1] == "abc"
        assert "abc" in paper(app).shown


async def test_where_it_cannot_be_built_the_page_says_why(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Report:
        raise UnreadableError("The record of the approval cannot be read.")

    monkeypatch.setattr("sendwizard.office.previewing.preview_of", broken)
    async with seat_at(school, PASSAGE, size=WIDE) as (app, pilot):
        await until(lambda: "cannot be read" in paper(app).shown, pilot)
        await choose(pilot, app, "See the report")
        problem = app.page.query_one("#problem")
        await until(lambda: "cannot be read" in str(problem.render()), pilot)


async def test_an_answer_that_is_not_printed_shows_what_stands_before_it(school: School) -> None:
    answers = filled()
    by_id = {key: each for key, each in answers.by_id.items() if key != "how-decided"}
    on_disk_as(school, replace(answers, by_id=by_id))
    async with seat_at(school, "how-decided") as (app, pilot):
        app.do("preview")
        await until(lambda: isinstance(app.screen, PreviewPage), pilot)
        shown = app.screen.query_one(Paper)
        await until(lambda: shown.scroll_offset.y > 0, pilot)
        top = shown._drawn.lines[shown.scroll_offset.y].plain
        assert top == real_bank().by_id["extra-support"].prompt
