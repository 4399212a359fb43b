"""Home says where every year stands and what is left, and each line leads to one thing."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from sendwizard.core.answers import Answer, Answers, Published
from sendwizard.office.acts import all_status
from sendwizard.office.at_home import AtHome
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.tui.home import Home
from tests.tui.around import approved, at_home, on_disk_as, pick, see, words_on
from tests.tui.second_year import begun, last_year
from tests.tui.test_fields_by_keys import until
from tests.worlds import QUESTIONS, YEAR, answers_of, filled, noon


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def past_year(answers: Answers, year: str) -> Answers:
    """The same answers as those of another year."""
    return replace(answers, year=year)


def said(school: School) -> str:
    """What home says when the other years have been looked at."""
    with open_year(school, YEAR, clock=noon) as sitting:
        home = AtHome.of(sitting, sitting.wizard, noon().date())
        return Home(home.knowing(*all_status(school))).intro()


def offered(school: School) -> str:
    """The lines of home."""
    with open_year(school, YEAR, clock=noon) as sitting:
        return str(Home(AtHome.of(sitting, sitting.wizard, noon().date())).actions())


def test_a_begun_year_says_how_much_is_to_be_looked_at_and_what_is_new(school: School) -> None:
    whole = last_year()
    kept = {key: each for key, each in whole.by_id.items() if key != "complaints"}
    before = on_disk_as(school, replace(whole, by_id=kept))
    begun(school, before)
    assert re.search(
        r"2026-27: draft; \d+ to look at, 10 on what has changed, "
        r"\d+ to fill in afresh, 1 new question",
        said(school),
    )
    assert "2025-26: draft" in said(school)


def test_an_edit_after_the_approval_is_said(school: School) -> None:
    answers = approved(school, filled())
    on_disk_as(school, answers.with_answer("complaints", Answer("Other words")))
    assert "changed since approval: 1 answer, not yet on the website" in said(school)
    assert "Something has changed" in offered(school)


def test_what_is_on_the_website_is_not_asked_for_again(school: School) -> None:
    known = Published("https://school.example/send", date(2026, 11, 20))
    approved(school, replace(filled(), published=known))
    assert "approved on 12 November 2026\n" in said(school)
    assert "website" not in offered(school)


@pytest.mark.parametrize(("day", "is_past"), [(22, True), (23, False), (24, False)])
def test_a_review_is_past_on_the_day_after_it(school: School, day: int, *, is_past: bool) -> None:
    on_disk_as(school, filled().with_answer("next-review", Answer(date(2026, 11, day))))
    assert f"Next review: {day} November 2026" in said(school)
    assert ("which is past" in said(school)) is is_past


def test_a_year_that_can_only_be_looked_at_says_why_and_offers_no_approval(
    school: School,
) -> None:
    on_disk_as(school, replace(filled(), edition="2099.11"))
    assert "install the newest sendwizard" in said(school)
    assert "Approve and lock" not in offered(school)


def test_a_year_that_cannot_be_read_does_not_hide_the_others(school: School) -> None:
    on_disk_as(school, past_year(filled(), "2025-26"))
    on_disk_as(school, filled())
    broken = school.year_folder("2024-25") / "answers.toml"
    broken.parent.mkdir()
    broken.write_text("format = ")
    assert "It was left as it is" in said(school)
    assert "2025-26: complete" in said(school)
    assert "2024-25: cannot be read" in said(school)


async def test_a_first_year_says_how_much_is_answered(school: School) -> None:
    on_disk_as(school, answers_of(school_type="pru"))
    async with at_home(school) as (app, pilot):
        await see(pilot, app, "2026-27: draft; 1 of")
        await pick(pilot, app, "Go to the next that needs you")
        assert app.screen is app.page
        assert app.wizard.at == "school-name"


async def test_an_approved_year_that_is_not_on_the_website_says_so_and_asks(
    school: School,
) -> None:
    approved(school, filled())
    async with at_home(school) as (app, pilot):
        await see(pilot, app, "approved on 12 November 2026, not yet on the website")
        await pick(pilot, app, "Say where the report is on the website")
        await see(pilot, app, "Council sent the link")


async def test_a_copy_that_was_altered_is_told_and_a_whole_one_is_not_mentioned(
    school: School,
) -> None:
    approved(school, past_year(filled(), "2025-26"))
    approved(school, filled())
    async with at_home(school) as (app, pilot):
        await see(pilot, app, "2025-26: approved")
        assert "report.html" not in words_on(app)
    page = school.year_folder("2025-26") / "approved" / "1" / "report.html"
    page.write_text("<p>Other words.</p>")
    async with at_home(school) as (app, pilot):
        await see(pilot, app, "report.html")


async def test_newer_questions_are_announced_and_lead_to_what_they_mean(school: School) -> None:
    on_disk_as(school, replace(filled(), edition="2025.11"))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "There are newer questions: what they mean")
        await see(pilot, app, "Take the newer questions")


async def test_ten_years_and_a_long_path_fit_into_80_by_24(tmp_path: Path) -> None:
    long = tmp_path / "Documents of the office" / ("The school of the long name " * 3).strip()
    school = School(long, QUESTIONS, None)
    for number in range(17, 26):
        answers = past_year(answers_of(school_name="Oakfield"), f"20{number}-{number + 1}")
        on_disk_as(school, answers)
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await see(pilot, app, "2017-18 to 2022-23: 6 earlier years")
        await see(pilot, app, "2025-26: draft")
        await pilot.pause()
        picker = app.screen.query_one(OptionList)
        assert picker.max_scroll_y == 0
        assert app.screen.query_one(".page-foot").region.bottom == 24
        intro = app.screen.query_one(".page-intro", VerticalScroll)
        if intro.max_scroll_y:
            await see(pilot, app, "Page down: the rest of the text")
            await pilot.press("pagedown")
            await until(lambda: intro.scroll_offset.y > 0, pilot)


async def test_no_more_than_nine_lines_are_offered_and_each_has_its_figure(
    school: School,
) -> None:
    approved(school, replace(filled(), edition="2025.11"))
    async with at_home(school) as (app, pilot):
        await see(pilot, app, "Leave")
        lines = [str(each.prompt) for each in app.screen.query_one(OptionList).options]
        assert len(lines) <= 9
        assert [line.split()[0] for line in lines] == [f"{n}" for n in range(1, len(lines) + 1)]
        place = next(line.split()[0] for line in lines if "Contents" in line)
        await pilot.press(place)
        await see(pilot, app, "not checked yet")


async def test_leaving_is_a_line_of_home(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Leave")
        assert app.left_by_key
    assert (school.year_folder(YEAR) / "answers.toml").exists()
