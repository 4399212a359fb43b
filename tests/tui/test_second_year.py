"""A year that began with last year's answers, by keys alone: one key keeps one answer."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from sendwizard.core.answers import Source
from sendwizard.core.route import Status
from sendwizard.office.folders import School
from sendwizard.tui.pages import PickPage
from tests.tui.second_year import (
    HANGS,
    LONG,
    NOTHING_CHANGED,
    PASSAGE,
    begun,
    go_to,
    last_year,
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
    policies = tuple({"name": f"Policy {n}"} for n in range(30))
    begun(school, last_year({"related-policies": policies}))
    async with seat_at(school, "related-policies") as (app, pilot):
        await pilot.press("f9")
        assert "F9 shows the rest." in shown(app, "problem")
        for _ in range(9):
            if "F9 again keeps it." in shown(app, "problem"):
                break
            await pilot.press("f9")
            await pilot.pause()
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
        assert "Write one web address" in shown(app, "problem")
