"""Each field by keys alone: what was typed stays, what was not typed is not an answer."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static, TextArea

from sendwizard.core.answers import Answers, Source
from sendwizard.core.bank import Kind
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.keys import footer
from sendwizard.tui.pages import PickPage
from sendwizard.tui.sitting_app import SAVE_AFTER
from tests.worlds import QUESTIONS, YEAR, answers_of, filled, noon, real_bank

Seat = tuple[SendwizardApp, Pilot[None]]


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


@asynccontextmanager
async def seat(
    school: School,
    answers: Answers | None = None,
    at: str | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Seat]:
    """The wizard, open at a question, or where it was left; closed as F12 closes it."""
    if answers is not None:
        write_answers(school.year_folder(YEAR) / "answers.toml", answers)
    with open_year(school, YEAR, at, clock=noon) as sitting:
        app = SendwizardApp(sitting, asked_for=at is not None)
        async with app.run_test(size=size) as pilot:
            yield app, pilot
            app.do_leave()
        app.close()


def on_disk(school: School) -> Answers:
    """What the file holds."""
    return read_answers(school.year_folder(YEAR) / "answers.toml")


async def until(true: Callable[[], bool], pilot: Pilot[None]) -> None:
    """Wait for something, for a bounded time."""
    for _ in range(400):
        if true():
            return
        await pilot.pause()
        await asyncio.sleep(0.01)
    pytest.fail("it did not come about")


def shown(app: SendwizardApp, name: str) -> str:
    """The words of a line of the page."""
    return str(app.page.query_one(f"#{name}", Static).render())


def carried(answers: Answers) -> Answers:
    """The same answers as last year's, not looked at."""
    by_id = {key: replace(each, source=Source.CARRIED) for key, each in answers.by_id.items()}
    return replace(answers, by_id=by_id)


async def test_passing_last_years_answers_does_not_make_them_this_years(school: School) -> None:
    """They neither count nor are printed until somebody has looked and said so."""
    async with seat(school, carried(filled()), "school-name") as (app, pilot):
        await pilot.press(*["f8"] * 16, "f7", "f4", "escape", "f5", "escape", "f2", "escape")
        assert app.wizard.progress.done == 0
    assert on_disk(school) == carried(filled())


async def test_a_letter_in_last_years_answer_makes_it_this_years(school: School) -> None:
    async with seat(school, carried(filled()), "adapt-curriculum") as (app, pilot):
        await pilot.press("x", "f8")
        assert app.wizard.answers.get("adapt-curriculum").source is Source.GIVEN
        assert app.wizard.current.source is Source.CARRIED


async def test_a_letter_that_is_deleted_again_leaves_last_years_answer_as_it_was(
    school: School,
) -> None:
    async with seat(school, carried(filled()), "adapt-curriculum") as (app, pilot):
        await pilot.press("x")
        app._save()
        await pilot.press("backspace", "f8", "f7")
        assert app.wizard.current.source is Source.CARRIED
    assert on_disk(school) == carried(filled())


async def test_last_years_choice_counts_once_it_is_chosen_again(school: School) -> None:
    async with seat(school, carried(filled()), "school-type") as (app, pilot):
        await pilot.press("1")
        assert app.wizard.current.source is Source.GIVEN


async def test_last_years_answer_is_kept_from_the_menu(school: School) -> None:
    async with seat(school, carried(filled()), "adapt-curriculum") as (app, pilot):
        await pilot.press("f2", "2", "enter")
        assert app.wizard.answers.get("adapt-curriculum").source is Source.KEPT


async def test_undo_does_not_bring_words_from_another_question(school: School) -> None:
    async with seat(school, filled(), "adapt-curriculum") as (app, pilot):
        await pilot.press("end", "ctrl+u", "f8", "ctrl+u", "f7", "ctrl+z")
        assert app.wizard.at == "adapt-curriculum"
        assert app.wizard.current.value is None


async def test_typed_words_are_there_after_going_on_and_back_with_spaces_and_lines(
    school: School,
) -> None:
    async with seat(school, answers_of(school_type="pru"), "adapt-curriculum") as (app, pilot):
        await pilot.press(*"One ", "enter", "enter", "minus", "space", *"two ", "f8", "f7")
        assert app.page.query_one(TextArea).text == "One \n\n- two "
        assert app.wizard.current.value == "One \n\n- two "
    assert on_disk(school).value("adapt-curriculum") == "One \n\n- two "


async def test_a_letter_is_on_disk_soon_without_a_key_for_it(school: School) -> None:
    async with seat(school, filled(), "adapt-curriculum") as (_, pilot):
        await pilot.press("z")
        await until(lambda: str(on_disk(school).value("adapt-curriculum")).endswith("z"), pilot)
    assert SAVE_AFTER <= 0.5  # half a second to the save leaves half a second for the disk


async def test_a_page_that_could_not_be_saved_never_says_that_it_was(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UnwritableError("The disk is full.")

    async with seat(school, filled(), "adapt-curriculum") as (app, pilot):
        with monkeypatch.context() as broken:
            broken.setattr("sendwizard.office.sitting.write_answers", full)
            await pilot.press("x")
            await until(lambda: "Not saved: The disk is full." in shown(app, "state"), pilot)
            await pilot.press("f6")
            await until(lambda: isinstance(app.screen, PickPage), pilot)
            assert "Not saved" in shown(app, "state")
            await pilot.press("enter")
    assert str(on_disk(school).value("adapt-curriculum")).endswith("x")


@pytest.mark.parametrize("at", ["adapt-curriculum", "school-name"])
async def test_opening_again_puts_the_cursor_where_it_was(school: School, at: str) -> None:
    async with seat(school, filled(), at) as (app, pilot):
        await pilot.press("home", "right", "right", "Q")
        place = app.page.cursor
        assert place == (0, 3)
    async with seat(school) as (app, pilot):
        assert app.wizard.at == at
        assert app.page.cursor == place
        await pilot.press("R")
        assert str(app.wizard.current.value).startswith("WoQR")


async def test_several_choices_are_ticked_and_enter_on_a_tick_goes_on(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), "school-has") as (app, pilot):
        await pilot.press("1", "down", "space", "down", "enter", "9")
        assert app.wizard.current.value == ("nursery", "infant", "junior")
        await pilot.press("enter")
        assert app.wizard.at != "school-has"
        await pilot.press("f7", "3")
        assert app.wizard.current.value == ("nursery", "infant")
        await pilot.press("space")
        assert app.wizard.current.value == ("nursery", "infant", "junior")
    assert on_disk(school).value("school-has") == ("nursery", "infant", "junior")


async def test_yes_or_no_is_a_choice_of_two(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), "data-to-authority") as (app, pilot):
        await pilot.press("2")
        assert app.wizard.current.value is False
        await pilot.press("up", "enter")
        assert app.wizard.current.value is True


async def test_the_contents_stand_at_the_open_question_and_lead_to_another(school: School) -> None:
    async with seat(school, filled(), "complaints") as (app, pilot):
        await pilot.press("f4")
        assert isinstance(app.screen, PickPage)
        picker = app.screen.query_one(OptionList)
        assert picker.highlighted_option is not None
        assert picker.highlighted_option.id == "complaints"
        await pilot.press("home", "enter", "down", "enter")
        assert app.wizard.at == "school-name"


async def test_behind_the_last_question_comes_the_review(school: School) -> None:
    async with seat(school, filled(), "logo-words") as (app, pilot):
        await pilot.press("f8")
        assert isinstance(app.screen, PickPage)
        await pilot.press("escape")
        assert app.wizard.at == "logo-words"


HOSTILE = "[red]{{ 7*7 }}[/] {% raise %} [@click=app.quit]x[/] [PECS"


async def test_the_school_s_own_brackets_break_no_page(school: School) -> None:
    answers = replace(filled(), by_id=dict(filled().by_id))
    for key in ("school-name", "adapt-curriculum", "last-year"):
        answers = answers.with_answer(key, replace(answers.get(key), value=HOSTILE, note=HOSTILE))
    async with seat(school, answers, "adapt-curriculum") as (app, pilot):
        assert HOSTILE in shown(app, "problem")
        for key in ("f1", "f2", "f4", "f5"):
            await pilot.press(key)
            await until(lambda: app.screen is not app.page, pilot)
            await pilot.press("escape")
        await pilot.press("f2", "1", "enter")
        assert app.screen.query_one(Input).value == HOSTILE
        await pilot.press("enter", "f6")
        await until(lambda: isinstance(app.screen, PickPage), pilot)
        await pilot.press("enter")
        assert app.page.query_one(TextArea).text == HOSTILE
    assert on_disk(school).value("adapt-curriculum") == HOSTILE


async def test_the_keys_fit_on_one_line(school: School) -> None:
    assert len(footer()) <= 78


async def test_in_the_smallest_window_the_field_and_all_keys_are_there(school: School) -> None:
    async with seat(school, filled(), "adapt-curriculum", (60, 18)) as (app, pilot):
        await pilot.pause()
        assert not app.page.query_one("#too-small", Static).display
        assert app.page.query_one("#keys").region.bottom == 18
        assert app.page.query_one("#keys").region.height * 60 >= len(footer())
        assert app.page.field.region.height >= 3


async def test_every_option_is_seen_beside_its_note(school: School) -> None:
    choices = [each for each in real_bank().questions if each.kind is Kind.CHOICE]
    async with seat(school, answers_of(school_type="other"), "school-name") as (app, pilot):
        for question in (each for each in choices if each in app.wizard.route):
            app.go(lambda wizard, to=question.id: wizard.jump(to))  # type: ignore[misc]  # bound by default
            for number in range(1, len(question.options) + 1):
                await pilot.press(str(number))
                await pilot.pause()
                assert app.page.field.max_scroll_y == 0, (question.id, number)
                pane = app.page.query_one("#pane")
                assert pane.virtual_size.height <= pane.size.height, (question.id, number)
                assert app.page.query_one("#keys").region.bottom == 24


async def test_the_other_layouts_are_written_from_the_page_that_says_where_the_report_is(
    school: School,
) -> None:
    async with seat(school, filled(), "adapt-curriculum") as (app, pilot):
        await pilot.press("f6")
        await until(lambda: isinstance(app.screen, PickPage), pilot)
        await pilot.press("2")
        await until((school.year_folder(YEAR) / "report-proforma.pdf").exists, pilot)
        await until(lambda: isinstance(app.screen, PickPage), pilot)
    names = {each.name for each in school.year_folder(YEAR).iterdir()}
    for layout in ("report", "report-summary", "report-statutory", "report-proforma"):
        assert {f"{layout}.html", f"{layout}.docx", f"{layout}.pdf"} <= names
