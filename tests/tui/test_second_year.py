"""A year that began with last year's answers, by keys alone: each answer is looked at again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from sendwizard.core.answers import Answer, Source
from sendwizard.core.route import Status
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.reading import LAST_YEAR
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.pages import PickPage
from tests.tui.second_year import LAST_YEAR_DAY, LONG, begun, last_year, seat_at
from tests.tui.test_fields_by_keys import on_disk, seat, shown, until
from tests.worlds import QUESTIONS, YEAR, filled, real_bank

PASSAGE = "adapt-curriculum"
"""A passage; what it hangs on has mostly not changed."""
HANGS = "first-contact"
"""A passage that hangs on whether the SENCO has changed."""
NOTHING_CHANGED = {q.id: False for q in real_bank().questions if q.begun_year}


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


@pytest.fixture(autouse=True)
def quick_fingers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presses count however close they come, but for the test of a key that is held down."""
    if "held" not in request.node.name:
        monkeypatch.setattr("sendwizard.tui.walking.APART", 0)


def pane(app: SendwizardApp) -> str:
    """The title and the words of the pane."""
    return f"{app.page.query_one('#pane').border_title}\n{shown(app, 'pane-text')}"


def source(app: SendwizardApp, question_id: str) -> Source:
    """Where an answer comes from."""
    return app.wizard.answers.get(question_id).source


def go_to(app: SendwizardApp, question_id: str) -> None:
    """Another question, without the keys that lead there."""
    app.go(lambda wizard: wizard.jump(question_id))


async def pick(pilot: Pilot[None], app: SendwizardApp, words: str) -> None:
    """A line of the menu, by its words."""
    await pilot.press("f2")
    await until(lambda: isinstance(app.screen, PickPage), pilot)
    picker = app.screen.query_one(OptionList)
    place = next(n for n, each in enumerate(picker.options) if words in str(each.prompt))
    await pilot.press(str(place + 1))


async def menu(pilot: Pilot[None], app: SendwizardApp) -> str:
    """What the menu offers."""
    await pilot.press("f2")
    await until(lambda: isinstance(app.screen, PickPage), pilot)
    said = "\n".join(str(each.prompt) for each in app.screen.query_one(OptionList).options)
    await pilot.press("escape")
    return said


# -- keeping ----------------------------------------------------------------------------


async def test_one_key_keeps_one_answer_and_goes_on(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "of 3 November 2025, not checked yet. F9: still true." in shown(app, "problem")
        await pilot.press("f9")
        assert source(app, PASSAGE) is Source.KEPT
        assert app.wizard.at != PASSAGE
        assert app.wizard.current.source is Source.CARRIED
        await pilot.press("f7")
        assert "still true" in shown(app, "problem")
    kept = on_disk(school)
    assert [key for key, each in kept.by_id.items() if each.source is Source.KEPT] == [PASSAGE]


async def test_a_key_that_is_held_down_keeps_one_answer(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        app._pressed_at = float("-inf")
        with pytest.MonkeyPatch.context() as still:
            still.setattr("sendwizard.tui.walking.monotonic", lambda: 1.0)
            await pilot.press(*["f9"] * 10)
        kept = [k for k, each in app.wizard.answers.by_id.items() if each.source is Source.KEPT]
        assert kept == [PASSAGE]
        assert "One answer at a time" in shown(app, "problem")


async def test_where_nothing_is_carried_the_key_says_so_in_a_sentence(school: School) -> None:
    begun(school, last_year(), {"how-decided": "By the plan."})
    async with seat_at(school, "changed-senco") as (app, pilot):
        for at, why in (
            ("changed-senco", "afresh each year"),
            ("next-review", "afresh each year"),
            ("how-decided", "written this year"),
        ):
            go_to(app, at)
            before = app.wizard
            await pilot.press("f9")
            assert app.wizard == before
            assert "nothing to keep here" in shown(app, "problem")
            assert why in shown(app, "problem")
        await pilot.press("f8", "f7")
        assert "nothing to keep" not in shown(app, "problem")


async def test_in_a_first_year_the_key_is_for_the_extra_questions(school: School) -> None:
    async with seat(school, filled(), PASSAGE) as (app, pilot):
        await pilot.press("f9")
        assert not app.wizard.with_extras
        assert "F9" not in shown(app, "keys")


async def test_in_a_second_year_the_foot_names_the_key_and_the_menu_has_the_extras(
    school: School,
) -> None:
    begun(school, last_year())
    async with seat_at(school, PASSAGE) as (app, pilot):
        assert "F9 Keep" in shown(app, "keys")
        assert app.page.query_one("#keys").region.height == 1
        await pick(pilot, app, "Leave out the extra questions")
        assert not app.wizard.with_extras


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"changed-senco": True}, "You said yes to “Has the SENCO changed since last year?”."),
        ({}, "“Has the SENCO changed since last year?” has no answer yet."),
    ],
    ids=["yes", "no answer"],
)
async def test_what_may_have_changed_is_read_before_it_is_kept(
    school: School, given: dict[str, bool], said: str
) -> None:
    begun(school, last_year(), given)
    async with seat_at(school, HANGS) as (app, pilot):
        await pilot.press("f9")
        assert app.wizard.at == HANGS
        assert source(app, HANGS) is Source.CARRIED
        assert said in shown(app, "problem")
        assert "Read this answer to its end; F9 again keeps it." in shown(app, "problem")
        await pilot.press("f9")
        assert source(app, HANGS) is Source.KEPT


async def test_going_away_or_typing_between_the_presses_begins_the_reading_again(
    school: School,
) -> None:
    begun(school, last_year())
    async with seat_at(school, HANGS) as (app, pilot):
        await pilot.press("f9", "f8", "f7", "f9")
        assert source(app, HANGS) is Source.CARRIED
        await pilot.press("x", "f9")
        assert source(app, HANGS) is Source.GIVEN
        assert "written this year" in shown(app, "problem")


async def test_a_long_passage_is_shown_to_its_end_before_it_is_kept(school: School) -> None:
    begun(school, last_year({HANGS: LONG}))
    async with seat_at(school, HANGS) as (app, pilot):
        field = app.page.query_one(TextArea)
        await pilot.press("f9")
        assert field.scroll_offset.y == 0
        assert "F9 shows the rest." in shown(app, "problem")
        seen = {0}
        for _ in range(40):
            if app.page.at_end:
                break
            assert source(app, HANGS) is Source.CARRIED
            reach = field.scroll_offset.y + field.scrollable_content_region.height
            await pilot.press("f9")
            assert field.scroll_offset.y <= reach  # no line is passed over
            seen.add(field.scroll_offset.y)
        assert len(seen) > 3
        await until(lambda: "F9 again keeps it." in shown(app, "problem"), pilot)
        assert source(app, HANGS) is Source.CARRIED
        await pilot.press("f9")
        assert source(app, HANGS) is Source.KEPT


async def test_every_row_is_shown_before_a_table_is_kept(school: School) -> None:
    policies = tuple({"name": f"Policy {n}"} for n in range(3))
    begun(school, last_year({"related-policies": policies}))
    async with seat_at(school, "related-policies") as (app, pilot):
        await pilot.press("f9")
        assert "F9 shows the rest." in shown(app, "problem")
        await pilot.press("f9", "f9")
        assert str(app.page.field.query(Input).first().value) == "Policy 2"
        assert source(app, "related-policies") is Source.CARRIED
        assert "F9 again keeps it." in shown(app, "problem")
        await pilot.press("f9")
        assert source(app, "related-policies") is Source.KEPT


async def test_how_one_knows_is_asked_in_the_menu_and_is_never_printed(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pilot.press("f9", "f7")
        await pick(pilot, app, "How I know that it is still true")
        await pilot.press(*"asked the head", "enter")
        assert app.wizard.current.how == "asked the head"
        assert "asked the head" in shown(app, "problem")
        await pilot.press("f6")
        await until(lambda: isinstance(app.screen, PickPage), pilot)
        await pilot.press("escape")
        await pick(pilot, app, "Not checked after all")
        assert app.wizard.current.source is Source.CARRIED
    assert "asked the head" not in (school.year_folder(YEAR) / "report.html").read_text()


async def test_an_answer_is_taken_out_in_the_menu_and_the_history_keeps_it(school: School) -> None:
    begun(school, last_year(), NOTHING_CHANGED)
    async with seat_at(school, PASSAGE) as (app, pilot):
        await pick(pilot, app, "Take this answer out")
        assert app.wizard.statuses[PASSAGE] is Status.UNANSWERED
        assert "Last year’s: Words for adapt-curriculum" in shown(app, "problem")
    assert on_disk(school).value(PASSAGE) is None
    texts = (school.year_folder(YEAR) / "history" / "texts.toml").read_text(encoding="utf-8")
    assert "Words for adapt-curriculum" in texts


async def test_half_typed_words_are_not_kept_as_last_years(school: School) -> None:
    begun(school, last_year({"local-offer": "https://council.example"}), NOTHING_CHANGED)
    async with seat_at(school, "local-offer") as (app, pilot):
        await pilot.press("space", "x", "f9")
        assert app.wizard.at == "local-offer"
        assert app.wizard.current.source is Source.CARRIED
        assert "whole web address" in shown(app, "problem")


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
        app._save()
        await pilot.pause()
        assert "We use [PECS] cards. {+Daily.+}" in pane(app)
        await pilot.press("home", *["delete"] * 3, "f3", "f3", "f3", "f3")
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
        await pilot.press("f8", "f4")
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
        assert "reminder" not in offered
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
        await pilot.press("f2", "1")
        assert app.screen.query_one(Input).value == "ask about [PECS]"
        await pilot.press("escape")
