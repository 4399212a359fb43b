"""The question page in windows of every size: what stands where, and that nothing typed is lost."""

import random
from functools import partial
from pathlib import Path
from string import ascii_lowercase

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from sendwizard.office.folders import School
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.pages import Page
from sendwizard.tui.panes import Pane
from sendwizard.tui.passage import PassageField
from sendwizard.tui.preview import Paper, PreviewPage
from tests.tui.second_year import NOTHING_CHANGED, PASSAGE, begun, last_year, seat_at
from tests.tui.test_fields_by_keys import until
from tests.worlds import QUESTIONS

SIZES = 200
SMALLEST, LARGEST = Size(20, 5), Size(300, 100)


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own, with a year that began with last year's answers."""
    made = School(tmp_path / "school", QUESTIONS, None)
    begun(made, last_year({PASSAGE: "We use small steps."}), NOTHING_CHANGED)
    return made


def in_sight(app: SendwizardApp) -> set[str]:
    """The columns and panes that are on the screen."""
    names = ("pane", "upper", "lower", "paper")
    return {name for name in names if app.page.query_one(f"#{name}").region.area}


def shows(app: SendwizardApp, panes: set[str]) -> bool:
    """Whether these and no others are on the screen."""
    return in_sight(app) == panes


def titles(app: SendwizardApp, name: str) -> tuple[str, str]:
    """What a pane says of itself and of what F3 does."""
    pane = app.page.query_one(f"#{name}")
    return str(pane.border_title), str(pane.border_subtitle)


async def test_more_room_shows_more_and_the_field_keeps_its_focus(school: School) -> None:
    async with seat_at(school, PASSAGE, size=(80, 24)) as (app, pilot):
        widgets = list(app.page.query("*"))
        field = app.page.field
        expected = {
            (80, 24): {"pane"},
            (109, 30): {"pane"},
            (110, 30): {"upper", "lower"},
            (169, 40): {"upper", "lower"},
            (170, 40): {"upper", "lower", "paper"},
            (200, 60): {"upper", "lower", "paper"},
            (80, 25): {"pane"},
        }
        for size, panes in expected.items():
            await pilot.resize_terminal(*size)
            await until(partial(shows, app, panes), pilot)
            assert app.focused is field
            assert field.region.area
            assert field.size.width <= 100
            assert app.page.query_one("#keys").region.bottom == size[1]
            await pilot.press("x")
        assert list(app.page.query("*")) == widgets, "nothing is made anew"
        assert str(app.wizard.current.value).endswith("x" * len(expected))


async def test_a_storm_of_200_sizes_loses_no_letter(school: School) -> None:
    """A window dragged by its corner, while somebody types on: on the smallest ones, too."""
    chance = random.Random(5)  # noqa: S311 - the same sizes each time
    typed = ""
    async with seat_at(school, PASSAGE) as (app, pilot):
        for number in range(SIZES):
            width = chance.randint(SMALLEST.width, LARGEST.width)
            height = chance.randint(SMALLEST.height, LARGEST.height)
            if number in (50, 150):
                width, height = SMALLEST if number == 50 else LARGEST
            size = Size(width, height)
            app.post_message(events.Resize(size, size))
            letter = chance.choice(ascii_lowercase)
            app.post_message(events.Key(letter, letter))
            typed += letter
            if number % 10 == 0:
                await pilot.pause()
        await until(lambda: str(app.wizard.current.value).endswith(typed), pilot)
        assert str(app.wizard.current.value) == f"We use small steps.{typed}"
        await pilot.resize_terminal(80, 24)
        assert in_sight(app) == {"pane"}


async def test_the_pages_around_the_question_outlive_the_smallest_window(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        for key in ("f1", "f2", "f4", "f5"):
            await pilot.press(key)
            await until(lambda: isinstance(app.screen, Page), pilot)
            for size in (SMALLEST, Size(59, 17), LARGEST, Size(80, 24)):
                await pilot.resize_terminal(*size)
            await pilot.press("escape")
            await until(lambda: app.screen is app.page, pilot)
        assert isinstance(app.focused, PassageField)


async def test_below_60_by_18_a_sentence_says_what_is_needed(school: School) -> None:
    async with seat_at(school, PASSAGE, size=(60, 18)) as (app, pilot):
        notice = app.page.query_one("#too-small", Static)
        assert notice.region.area == 0
        for size in ((59, 18), (60, 17)):
            await pilot.resize_terminal(*size)
            assert notice.region.area == size[0] * size[1]
            assert "60 letters wide and 18 lines high" in str(notice.render())
            assert app.page.field.region.area, "the field stays beneath it"


async def test_beside_the_field_f3_turns_the_lower_pane_and_leaves_the_guidance(
    school: School,
) -> None:
    async with seat_at(school, PASSAGE, size=(120, 40)) as (app, pilot):
        upper, lower = (app.page.query_one(f"#{name}", Pane) for name in ("upper", "lower"))
        assert titles(app, "upper") == ("What a good answer covers", "")
        seen = []
        for _ in range(5):
            seen.append(titles(app, "lower"))
            await pilot.press("f3")
            await pilot.pause()
            assert not upper.has_rest
        assert not lower.has_rest
        assert seen == [
            ("Last year’s, of 3 November 2025", "F3: example"),
            ("An example, not your school", "F3: the law"),
            ("What asks for it", "F3: in the report"),
            ("As the report prints it", "F3: last year’s"),
            ("Last year’s, of 3 November 2025", "F3: example"),
        ]


async def test_where_a_text_does_not_fit_f3_shows_its_rest_first(school: School) -> None:
    async with seat_at(school, PASSAGE, size=(110, 18)) as (app, pilot):
        upper = app.page.query_one("#upper", Pane)
        await until(lambda: titles(app, "upper")[1] == "F3: the rest", pilot)
        for _ in range(9):
            if not upper.has_rest:
                break
            before = titles(app, "lower")
            await pilot.press("f3")
            await pilot.pause()
            assert titles(app, "lower") == before
        assert not upper.has_rest


async def test_what_was_said_wrong_stands_close_to_a_short_field(school: School) -> None:
    async with seat_at(school, "next-review", size=(200, 60)) as (app, pilot):
        await pilot.press("x")
        box, wrong = app.page.query_one("#line-input", Input), app.page.query_one("#problem")
        await until(lambda: bool(wrong.region.height), pilot)
        assert wrong.region.y - box.region.bottom <= 1


async def test_f3_ends_with_this_answer_as_the_report_prints_it(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        text = app.page.query_one("#pane-text", Static)
        await pilot.press("f3", "f3", "f3", "f3")
        await until(lambda: "As the report prints it" in titles(app, "pane")[0], pilot)
        assert "Gap:" in str(text.render()), "last year's does not count before it is looked at"
        await pilot.press("space", *"Daily.")
        app._rest()
        await until(lambda: "We use small steps. Daily." in str(text.render()), pilot)


async def test_the_report_is_seen_from_the_menu_at_the_open_question(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pilot.press("space", *"Daily.")
        await choose(pilot, app, "See the report")
        await until(lambda: isinstance(app.screen, PreviewPage), pilot)
        paper = app.screen.query_one(Paper)
        await until(lambda: paper.scroll_offset.y > 0, pilot)
        top = paper._drawn.lines[round(paper.scroll_offset.y) :][:3]
        assert "We use small steps. Daily." in "\n".join(each.plain for each in top)
        await pilot.press("home")
        await until(lambda: paper.scroll_offset.y == 0, pilot)
        await pilot.press("end")
        await until(lambda: paper.scroll_offset.y == paper.max_scroll_y, pilot)
        await pilot.press("escape")
        await until(lambda: app.screen is app.page, pilot)


async def test_the_look_that_was_chosen_is_there_the_next_time(school: School) -> None:
    async with seat_at(school, PASSAGE) as (app, pilot):
        await choose(pilot, app, "How the screen looks", "Light")
        await until(lambda: app.theme == "sendwizard-light", pilot)
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert app.theme == "sendwizard-light"
        await choose(pilot, app, "How the screen looks", "What suits")
        await until(lambda: app.look == "", pilot)


async def choose(pilot: Pilot[None], app: SendwizardApp, *lines: str) -> None:
    """A line of the menu, and of each list that it opens, with the arrows."""
    await pilot.press("f2")
    for words in lines:
        await until(partial(lists, app, words), pilot)
        place = next(n for n, each in enumerate(listed(app)) if words in each)
        await pilot.press("home", *["down"] * place, "enter")


def lists(app: SendwizardApp, words: str) -> bool:
    """Whether a line says so."""
    return any(words in each for each in listed(app))


def listed(app: SendwizardApp) -> list[str]:
    """The lines of the list on the page that can be chosen."""
    lists = app.screen.query(OptionList) if isinstance(app.screen, Page) else ()
    return [str(each.prompt) for picker in lists for each in picker.options if not each.disabled]
