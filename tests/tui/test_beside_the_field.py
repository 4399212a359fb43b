"""Last year's words beside the field, only what needs me, and years that are only looked at."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, TextArea

from sendwizard.core.answers import Answer, Source
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.reading import LAST_YEAR
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.pages import PickPage
from tests.tui.second_year import (
    HANGS,
    LAST_YEAR_DAY,
    LONG,
    NOTHING_CHANGED,
    PASSAGE,
    begun,
    go_to,
    last_year,
    menu,
    pane,
    pick,
    seat_at,
    source,
)
from tests.tui.test_fields_by_keys import on_disk, seat, shown, until
from tests.worlds import QUESTIONS, YEAR, filled


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


@pytest.fixture(autouse=True)
def quick_fingers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presses count however close they come, but for the test of a key that is held down."""
    if "held" not in request.node.name:
        monkeypatch.setattr("sendwizard.tui.walking.APART", 0)


# -- a letter and back ------------------------------------------------------------------


async def test_ticks_that_are_taken_back_leave_last_years_choices(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, "school-has") as (app, pilot):
        before = app.wizard.current
        assert before.source is Source.CARRIED
        await pilot.press("3", "3")
        assert app.wizard.current == before
        await pilot.press("3")
        assert app.wizard.current.source is Source.GIVEN


async def test_an_answer_of_this_year_keeps_its_day_when_a_letter_is_deleted_again(
    school: School,
) -> None:
    async with seat(school, filled(), PASSAGE) as (app, pilot):
        before = app.wizard.current
        await pilot.press("x", "backspace")
        assert app.wizard.current == before


# -- last year's beside the field ---------------------------------------------------------


async def test_the_pane_shows_last_years_words_with_their_day(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "F3: last year’s" in pane(app)
        await pilot.press("f3")
        assert pane(app).startswith("Last year’s, of 3 November 2025 (F3: example)")
        assert "Words for adapt-curriculum" in pane(app)


async def test_once_reworded_the_pane_marks_what_went_and_what_came(school: School) -> None:
    begun(school, last_year({PASSAGE: "We use [PECS] cards."}), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pilot.press("f3", "space", *"Daily.")
        app._rest()
        await pilot.pause()
        assert "We use [PECS] cards. {+Daily.+}" in pane(app)
        await pilot.press("home", *["delete"] * 3, *["f3"] * 5)
        assert "[-We-] use [PECS] cards. {+Daily.+}" in pane(app)


async def test_what_starts_empty_shows_last_years_value_at_once(school: School) -> None:
    begun(school, last_year({"next-review": date(2026, 6, 21)}), NOTHING_CHANGED)
    async with seat_at(school, "next-review") as (app, pilot):
        assert app.page.read().value is None
        assert shown(app, "problem") == "Last year’s: 21 June 2026"
        await pilot.press(*"2027-06-21")
        assert "Last year’s" not in shown(app, "problem")


async def test_what_no_longer_fits_is_shown_and_has_to_be_given_again(school: School) -> None:
    begun(school, last_year({"school-type": "grammar"}), NOTHING_CHANGED)
    async with seat_at(school, "school-type") as (app, pilot):
        assert "Last year’s: grammar." in shown(app, "problem")
        assert "given again" in shown(app, "problem")
        await pilot.press("f3")
        assert "grammar" in pane(app)
        assert "given again" in pane(app)
        await pilot.press("f9")
        assert app.wizard.at == "school-type"


async def test_the_same_words_for_two_years_say_so(school: School) -> None:
    before = last_year()
    old = replace(before.get(PASSAGE), since="2024-25")
    begun(school, before.with_answer(PASSAGE, old), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "The same words for 2 years running." in shown(app, "problem")
        await pilot.press("f9", "f7")
        assert "The same words for 2 years running." in shown(app, "problem")


async def test_another_schools_answers_are_said_to_be_that(school: School) -> None:
    sister = last_year({"school-name": "Oakfield School"})
    begun(school, sister, sister=True)
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "From another school, not checked yet" in shown(app, "problem")
        assert "Last year" not in shown(app, "problem")
        await pilot.press("f9")
        assert source(app, PASSAGE) is Source.KEPT


async def test_a_reason_why_it_does_not_apply_is_carried_and_shown(school: School) -> None:
    before = last_year()
    reason = Answer(on=LAST_YEAR_DAY, not_applicable="We opened in May.")
    begun(school, before.with_answer("last-year", reason), NOTHING_CHANGED)
    async with seat_at(school, "last-year") as (app, pilot):
        assert "We opened in May." in shown(app, "problem")
        await pilot.press("f3")
        assert "Does not apply: We opened in May." in pane(app)


# -- only what needs me -------------------------------------------------------------------


async def test_the_way_narrows_to_what_needs_me_and_is_so_after_leaving(school: School) -> None:
    begun(school, last_year(), {**NOTHING_CHANGED, PASSAGE: "New words."})
    async with seat_at(school, HANGS) as (app, pilot):
        await pick(pilot, app, "Only what needs me")
        total = app.wizard.progress.total
        assert f"of {total} to look at" in shown(app, "place")
        await pilot.press("f9")
        assert source(app, HANGS) is Source.KEPT
        assert app.wizard.progress.total == total - 1
        await pilot.press("f7")
        assert app.wizard.at == HANGS
        go_to(app, PASSAGE)
        await pilot.press("f4")
        ids = [each.id for each in app.screen.query_one(OptionList).options]
        assert PASSAGE in ids
        await pilot.press("escape")
    async with seat_at(school, None) as (app, pilot):
        assert app.wizard.only_mine
        await pick(pilot, app, "Go through all the questions again")
        assert "done" in shown(app, "place")


async def test_when_nothing_needs_me_going_on_leads_to_the_review(school: School) -> None:
    async with seat(school, filled(), PASSAGE) as (app, pilot):
        await pick(pilot, app, "Only what needs me")
        assert "Nothing left to look at" in shown(app, "place")
        await pilot.press("f8")
        await until(lambda: isinstance(app.screen, PickPage), pilot)


async def test_keeping_the_last_one_leads_to_the_review(school: School) -> None:
    before = last_year()
    answers = replace(filled(), began=begun(school, before).began)
    old = replace(before.get(PASSAGE), source=Source.CARRIED)
    for key in NOTHING_CHANGED:
        answers = answers.with_answer(key, Answer(value=False))
    async with seat(school, answers.with_answer(PASSAGE, old), PASSAGE) as (app, pilot):
        await pick(pilot, app, "Only what needs me")
        await pilot.press("f9")
        await until(lambda: isinstance(app.screen, PickPage), pilot)
        assert source(app, PASSAGE) is Source.KEPT


# -- only looked at -----------------------------------------------------------------------


async def test_answers_of_a_newer_program_can_be_looked_at_and_never_change(
    school: School,
) -> None:
    path = school.year_folder(YEAR) / "answers.toml"
    write_answers(path, replace(filled(), edition="2099.1"))
    before = path.read_bytes()
    async with seat_at(school, PASSAGE) as (app, pilot):
        answers = app.wizard.answers
        assert "install the newest" in shown(app, "state")
        for at in (PASSAGE, "school-name", "school-type", "school-has", "senco"):
            go_to(app, at)
            await pilot.press("x", "2", "space", "backspace", "ctrl+u", "pagedown", "y")
            assert app.wizard.answers == answers
        await pilot.press("f3", "f9", "f6")
        offered = await menu(pilot, app)
        assert "Take this answer out" not in offered
        assert "A reminder to myself" not in offered
        await pilot.press("f4", "escape", "f5", "escape")
    assert path.read_bytes() == before
    assert [each.name for each in school.year_folder(YEAR).glob("[!.]*")] == ["answers.toml"]


# -- saving -------------------------------------------------------------------------------


async def test_a_save_that_succeeds_leaves_no_second_try_behind(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UnwritableError("The disk is full.")

    async with seat(school, filled(), PASSAGE) as (app, pilot):
        with monkeypatch.context() as broken:
            broken.setattr("sendwizard.office.sitting.write_answers", full)
            await pilot.press("x")
            await until(lambda: app._retry is not None, pilot)
        await pilot.press("y")
        await until(lambda: "Saved at" in shown(app, "state"), pilot)
        assert app._retry is None
    assert str(on_disk(school).value(PASSAGE)).endswith("xy")


async def test_opening_a_question_is_no_edit(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, "school-name") as (app, pilot):
        edits: list[str] = []
        monkeypatch.setattr(app, "edited", lambda: edits.append(app.wizard.at))
        await pilot.press(*["f8"] * 12)
        assert edits == []


async def test_a_fault_under_a_key_that_had_to_wait_is_not_swallowed(school: School) -> None:
    class OurFaultError(Exception):
        """Something that went wrong in a move."""

    def broken() -> None:
        raise OurFaultError

    async def press_and_wait() -> None:
        async with seat(school, filled(), PASSAGE) as (app, pilot):
            app._waiting.append(app.Afterwards(broken))
            await pilot.press("x")
            await until(lambda: not app.is_running, pilot)

    with pytest.raises(OurFaultError):
        await press_and_wait()


async def test_a_missing_file_of_last_year_changes_nothing_else(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    (school.year_folder(YEAR) / LAST_YEAR).unlink()
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pilot.press("f3")
        assert "example" in pane(app)
        await pilot.press("f9")
        assert source(app, PASSAGE) is Source.KEPT


async def test_a_reminder_comes_along(school: School) -> None:
    before = last_year()
    noted = replace(before.get(PASSAGE), note="ask about [PECS]")
    begun(school, before.with_answer(PASSAGE, noted), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "Reminder to myself: ask about [PECS]" in shown(app, "problem")
        await pilot.press("f2", "1", "enter")
        assert app.screen.query_one(Input).value == "ask about [PECS]"
        await pilot.press("escape")


async def test_a_long_answer_of_last_year_opens_at_its_beginning(school: School) -> None:
    begun(school, last_year({PASSAGE: LONG}), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        field = app.page.query_one(TextArea)
        await until(lambda: str(field.border_subtitle) == "more below", pilot)
        assert field.scroll_offset.y == 0
        await pilot.press("space", "x")
        await until(lambda: str(field.border_title) == "more above", pilot)
        assert field.text.endswith(" x"), "writing goes on at its end"
