"""Text that cannot be read stays, is said to be so, and never leaves an answer nobody wrote."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, OptionList

from sendwizard.core.answers import Answers
from sendwizard.office.folders import School
from sendwizard.store.answers_file import write_answers
from sendwizard.store.resume import Resume, write_resume
from sendwizard.tui import found
from tests.tui.around import see
from tests.tui.test_fields_by_keys import on_disk, seat, shown
from tests.worlds import QUESTIONS, YEAR, answers_of, filled


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def without(answers: Answers, question_id: str) -> Answers:
    """The answers without one of them."""
    kept = {key: each for key, each in answers.by_id.items() if key != question_id}
    return Answers(answers.year, answers.bank, answers.edition, kept)


async def test_a_date_that_cannot_be_does_not_leave_the_one_it_began_with(school: School) -> None:
    """On the way to 31 June stands 3 June, which can be read; it is nobody's answer."""
    async with seat(school, without(filled(), "next-review"), "next-review") as (app, pilot):
        await pilot.press(*"2027-06-3")
        app._save()
        await pilot.press("1")
        assert app.wizard.current.value is None
        await pilot.press("f5")
        ids = [option.id for option in app.screen.query_one(OptionList).options]
        assert "next-review" in ids
    assert on_disk(school).value("next-review") is None


async def test_an_answer_that_was_there_stands_while_the_new_one_cannot_be_read(
    school: School,
) -> None:
    async with seat(school, filled(), "local-offer") as (app, pilot):
        await pilot.press("space", "x")
        assert app.page.read().problem
    assert on_disk(school).value("local-offer") == "https://school.example/send"


async def test_what_is_wrong_is_said_until_it_is_put_right(school: School) -> None:
    async with seat(school, without(filled(), "next-review"), "next-review") as (app, pilot):
        await pilot.press(*"soon")
        app._save()
        for keys in (["f8", "f7"], ["f3"], ["f4", "escape"]):
            await pilot.press(*keys)
            assert "Write the date as" in shown(app, "problem")
        await pilot.press("ctrl+u", *"21st June 2027")
        assert "Write the date as" not in shown(app, "problem")


async def test_several_lines_pasted_into_one_become_one(school: School) -> None:
    async with seat(school, answers_of(), "school-name") as (app, pilot):
        app.page.query_one("#line-input", Input).post_message(events.Paste("Oak\nfield\tSchool"))
        await pilot.pause()
        assert app.wizard.current.value == "Oak field School"


async def test_the_keys_of_the_question_page_work_on_the_pages_around_it(school: School) -> None:
    async with seat(school, filled(), "adapt-curriculum") as (app, pilot):
        await pilot.press("f4", "f5")
        await see(pilot, app, "Nothing is missing")
        assert app.screen.query_one(OptionList).get_option_at_index(0).id == found.CHECK
        await pilot.press("f7")
        assert app.screen is app.page
        assert app.wizard.at == "adapt-curriculum"


async def test_leaving_out_the_extras_shows_in_the_count(school: School) -> None:
    async with seat(school, filled(), "teaching-approach") as (app, pilot):
        before = app.wizard.progress.total
        await pilot.press("f9")
        assert app.wizard.progress.total < before
        assert f"of {app.wizard.progress.total} without extras" in shown(app, "place")
        await pilot.press("f9")
        assert app.wizard.progress.total == before


async def test_f3_turns_the_pages_of_a_guidance_that_does_not_fit(school: School) -> None:
    async with seat(school, filled(), "senco-qualification", (60, 18)) as (app, pilot):
        pane = app.page.query_one("#pane")
        await pilot.pause()
        assert "the rest" in str(pane.border_title)
        for _ in range(20):
            if pane.scroll_offset.y >= pane.max_scroll_y:
                break
            await pilot.press("f3")
            await pilot.pause()
        assert "example" in str(pane.border_title)
        assert pane.scroll_offset.y == pane.max_scroll_y
        await pilot.press("f3")
        assert "An example" in str(pane.border_title)


async def test_looking_in_and_leaving_begins_no_year(school: School) -> None:
    async with seat(school, None, None) as (_, pilot):
        await pilot.press("2")
    assert school.years() == ()


async def test_a_half_typed_number_leaves_the_row_that_was_there(school: School) -> None:
    person = ({"name": "Ann Lee", "phone": "01632 960000"},)
    answers = answers_of(school_type="pru", senco=person)
    async with seat(school, answers, "senco") as (app, pilot):
        await pilot.press("tab", "ctrl+u", *"0175")
        assert app.page.read().problem
        assert app.wizard.current.value == person
    assert on_disk(school).value("senco") == person


async def test_nothing_is_called_wrong_in_the_middle_of_a_word(school: School) -> None:
    async with seat(school, without(filled(), "next-review"), "next-review") as (app, pilot):
        await pilot.press(*"12 Mar")
        app._save()
        await pilot.pause()
        assert "Add the year" not in shown(app, "problem")
        app._rest()
        await pilot.pause()
        assert "Add the year" in shown(app, "problem")


async def test_a_reminder_that_is_being_typed_outlives_the_line(school: School) -> None:
    async with seat(school, filled(), "adapt-curriculum") as (app, pilot):
        await pilot.press("f2", "1", "enter")
        box = app.screen.query_one(Input)
        box.post_message(events.Paste("ask\nthe head"))
        await pilot.pause()
        app._leave()
    assert on_disk(school).get("adapt-curriculum").note == "ask the head"


async def test_a_broken_row_of_a_draft_is_as_none(school: School) -> None:
    write_answers(school.year_folder(YEAR) / "answers.toml", answers_of(school_type="pru"))
    drafts = {"senco/\u00b2.name": "x", "senco/9999999999.name": "x", "senco/0.phone": "soon"}
    write_resume(school.year_folder(YEAR), Resume("senco", drafts=drafts))
    async with seat(school) as (app, _):
        assert app.wizard.at == "senco"
        assert app.page.read().problem


async def test_going_on_from_what_cannot_be_read_says_so(school: School) -> None:
    async with seat(school, without(filled(), "next-review"), "next-review") as (app, pilot):
        await pilot.press(*"soon", "f8")
        assert app.wizard.at != "next-review"
        assert "is kept, but cannot be read yet. F7 goes back" in shown(app, "problem")
        await pilot.press("f7")
        assert app.wizard.at == "next-review"
