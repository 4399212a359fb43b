"""A small table by keys alone: rows are added, changed, moved and taken out, and none is lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.office.folders import School
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.row_form import RowForm
from sendwizard.tui.row_list import RowList
from tests.tui.test_fields_by_keys import carried, on_disk, seat, shown, until
from tests.worlds import QUESTIONS, answers_of

AT = "staff-training"


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def with_rows(*names: str, at: str = AT, column: str = "training") -> Answers:
    """A year in which a table has these rows."""
    answers = answers_of(school_type="pru")
    value: Value = tuple({column: name} for name in names)
    return answers.with_answer(at, Answer(value, on=date(2026, 11, 23)))


def table(app: SendwizardApp) -> RowList:
    """The table on the screen."""
    return app.page.query_one(RowList)


def lines(app: SendwizardApp) -> list[str]:
    """Its lines, the last one included."""
    return [str(each.prompt) for each in table(app).options]


def names(app: SendwizardApp) -> Sequence[object]:
    """The first cells of the answer as it is now."""
    value = app.wizard.current.value
    assert isinstance(value, tuple)
    return [next(iter(row.values())) for row in value if isinstance(row, dict)]


def boxes(app: SendwizardApp) -> list[str]:
    """What stands in the form."""
    return [box.value for box in app.page.field.query(Input)]


async def holds(pilot: Pilot[None], app: SendwizardApp, *expected: str) -> None:
    """Wait until the answer has these rows."""
    await until(lambda: app.wizard.current.value is not None, pilot)
    await until(lambda: list(names(app)) == list(expected), pilot)


async def test_a_person_is_a_form_and_an_empty_table_can_be_typed_into_at_once(
    school: School,
) -> None:
    async with seat(school, answers_of(school_type="pru"), "senco") as (app, pilot):
        await pilot.press("A", "enter")
        await until(lambda: "phone or e-mail" in shown(app, "problem"), pilot)
        await pilot.press("enter", *"a@b.uk", "escape", "pageup", "enter")
        assert app.wizard.at != "senco"
        person = ({"name": "A", "email": "a@b.uk"},)
        assert app.wizard.answers.value("senco") == person
        app.go(lambda wizard: wizard.jump(AT))
        await pilot.press("A", "enter", "B", "enter", "C", "enter")
        await pilot.press("enter", "D", "tab", "E", "tab", "tab", "enter", "F", "f8")
        assert app.wizard.answers.value(AT) == (
            {"training": "A", "staff": "B", "when": "C"},
            {"training": "D", "staff": "E"},
            {"training": "F"},
        )
    assert on_disk(school).value(AT) == app.wizard.answers.value(AT)


async def test_an_empty_new_row_is_left_by_enter_and_leaves_nothing(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), AT) as (app, pilot):
        await pilot.press("enter")
        assert app.focused is table(app)
        assert lines(app) == ["+ Add a row   No rows yet. Enter adds the first."]
        await pilot.press("enter", "escape", "a", "A", "pageup")
        assert lines(app)[1:] == ["+ Add a row"]
        assert app.wizard.current.value == ({"training": "A"},)


async def test_rows_are_opened_changed_moved_and_taken_out_and_brought_back(
    school: School,
) -> None:
    async with seat(school, with_rows("A", "B", "C"), AT) as (app, pilot):
        await pilot.press("down", "enter", "x", "escape")
        await holds(pilot, app, "A", "Bx", "C")
        await pilot.press("greater_than_sign", "shift+down", "left_square_bracket")
        await holds(pilot, app, "A", "Bx", "C")
        await pilot.press("less_than_sign", "less_than_sign")
        await holds(pilot, app, "Bx", "A", "C")
        await pilot.press("d", "delete")
        await holds(pilot, app, "C")
        assert "U brings it back" in said(app)
        await pilot.press("u", "u", "u")
        await holds(pilot, app, "Bx", "A", "C")
        assert "no row to bring back" in said(app)
        await pilot.press("down")
        await until(lambda: "Enter opens a row" in said(app), pilot)
        await pilot.press("q", "7", "x", "f8", "f7")
        assert lines(app)[-1] == "+ Add a row"
    assert [row["training"] for row in rows_on_disk(school)] == ["Bx", "A", "C"]


def said(app: SendwizardApp) -> str:
    """The line under the table."""
    return str(app.page.query_one(".row-table .row-keys").render())


def rows_on_disk(school: School) -> Sequence[dict[str, object]]:
    """The rows that the file holds."""
    value = on_disk(school).value(AT)
    assert isinstance(value, tuple)
    return [row for row in value if isinstance(row, dict)]


async def test_a_row_taken_out_is_in_the_history_once_the_question_was_left(
    school: School,
) -> None:
    async with seat(school, with_rows("Phonics course", "B"), AT) as (_, pilot):
        await pilot.press("d", "f8")
    texts = [each.read_text(encoding="utf-8") for each in school.folder.rglob("history/*")]
    assert any("Phonics course" in text for text in texts)


async def test_a_row_taken_out_and_put_back_leaves_last_years_answer_unchecked(
    school: School,
) -> None:
    async with seat(school, carried(with_rows("A", "B")), AT) as (app, pilot):
        await pilot.press("d", "u", "f8", "f7")
        assert app.wizard.current.source is Source.CARRIED


async def test_a_row_whose_boxes_are_emptied_is_gone_and_can_be_brought_back(
    school: School,
) -> None:
    async with seat(school, with_rows("A", "B"), AT) as (app, pilot):
        await pilot.press("enter", "backspace", "enter")
        await holds(pilot, app, "B")
        await pilot.press("u")
        await holds(pilot, app, "A", "B")


async def test_a_full_table_says_so_and_takes_no_more(school: School) -> None:
    needs = ("communication", "learning", "semh", "sensory-physical", "other")
    answers = with_rows(*needs, at="numbers", column="need")
    answers = replace(
        answers, by_id={**answers.by_id, "roll": Answer(400), "numbers-shown": Answer(True)}
    )
    async with seat(school, answers, "numbers") as (app, pilot):
        assert lines(app)[-1] == "The table is full: it takes 5 rows."
        await pilot.press("end", "a")
        assert app.focused is table(app)
        assert table(app).place == 4
        await pilot.press("d", "end", "enter", "5", "enter")
        assert boxes(app)[0] == "Other needs"
        await holds(pilot, app, *needs)


async def test_a_wrong_date_stays_in_its_own_row_over_leaving_and_opening(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), "related-policies") as (app, pilot):
        await pilot.press("A", "escape", "a", *"Bee", "tab", "tab", *"12", "enter")
        assert app.focused is table(app)
        assert lines(app)[1].startswith("2? Bee")
        await until(lambda: "Row 2, Date: Write the date" in shown(app, "problem"), pilot)
        await pilot.press("f7", "f8", "f12")
    async with seat(school) as (app, pilot):
        assert boxes(app)[:3] == ["Bee", "", "12"]
        await pilot.press(*"/3/26", "enter")
        await until(lambda: "2026" in lines(app)[1], pilot)
        second = {"name": "Bee", "date": date(2026, 3, 12)}
        assert app.wizard.current.value == ({"name": "A"}, second)
        await pilot.press("f7")
        assert app.wizard.at != "related-policies"


async def test_the_options_of_a_column_are_shown_at_its_box_and_said_in_words_after_it(
    school: School,
) -> None:
    async with seat(school, answers_of(school_type="pru"), "senco-qualification") as (app, pilot):
        options = app.page.query_one(RowForm).query_one(".row-options")
        assert not options.visible
        await pilot.press(*"1/9/24", "enter")
        await until(lambda: options.visible, pilot)
        assert "2 NPQ for SENCOs" in str(options.render())
        await pilot.press("2", "enter")
        assert boxes(app)[:2] == ["1 September 2024", "NPQ for SENCOs"]
        assert app.wizard.current.value == ({"began": date(2024, 9, 1), "course": "npq"},)
        await pilot.press(*"today", "enter")
        assert boxes(app)[2].split()[-1].isdigit()


@pytest.mark.parametrize("in_form", [True, False])
async def test_a_table_pasted_from_word_becomes_rows(school: School, in_form: bool) -> None:
    async with seat(school, answers_of(school_type="pru"), AT) as (app, pilot):
        if not in_form:
            await pilot.press("escape")
        app.post_message(events.Paste("Phonics\tAll staff\tMay\nReading\tTAs\t"))
        await until(lambda: len(lines(app)) == 3, pilot)
        assert app.focused is table(app)
        await holds(pilot, app, "Phonics", "Reading")
        assert said(app) == "2 rows were added."


async def test_where_there_is_room_the_form_follows_the_table(school: School) -> None:
    async with seat(school, with_rows("A", "B"), AT, (120, 40)) as (app, pilot):
        await pilot.press("down")
        await until(lambda: boxes(app)[0] == "B", pilot)
        await pilot.press("tab", "x")
        await until(lambda: lines(app)[1].startswith("2· Bx"), pilot)
        await pilot.press("shift+tab", "end")
        await until(lambda: boxes(app)[0] == "", pilot)
        await pilot.press("enter", "C")
        await until(lambda: len(lines(app)) == 4, pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.press("c", "enter")
        await holds(pilot, app, "A", "Bx", "Cc")


async def test_a_click_opens_a_row_and_the_last_line_adds_one(school: School) -> None:
    async with seat(school, with_rows("A", "B"), AT) as (app, pilot):
        await pilot.pause()
        await pilot.click(RowList, offset=(5, 1))
        await until(lambda: isinstance(app.focused, Input), pilot)
        assert boxes(app)[0] == "B"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.click(RowList, offset=(5, 2))
        await pilot.press("C")
        await holds(pilot, app, "A", "B", "C")


async def test_rows_that_are_only_looked_at_are_all_shown_and_take_no_key(school: School) -> None:
    newer = replace(with_rows("A", "B"), edition="2099.1")
    async with seat(school, newer, AT) as (app, pilot):
        before = app.wizard.answers
        assert [line.split()[1] for line in lines(app)] == ["A", "B"]
        await pilot.press("d", "a", "greater_than_sign", "u", "enter", "x", "escape", "end")
        app.post_message(events.Paste("C\tD"))
        await pilot.press("enter")
        assert boxes(app)[0] == "B"
        assert app.wizard.answers == before


async def test_a_long_table_is_read_page_by_page_to_its_end(school: School) -> None:
    async with seat(school, with_rows(*map(str, range(30))), AT) as (app, pilot):
        await pilot.pause()
        page = app.page
        seen: set[int] = set()
        ends = [page.at_end]
        while not page.at_end and len(ends) < 10:
            top = table(app).scroll_offset.y
            seen |= set(range(top, top + table(app).size.height))
            page.read_on()
            await pilot.pause()
            ends.append(page.at_end)
        assert ends == [False] * (len(ends) - 1) + [True]
        assert len(ends) > 2
        top = table(app).scroll_offset.y
        assert {*seen, *range(top, top + table(app).size.height)} >= set(range(30))
        page.read_from_start()
        await pilot.pause()
        assert not page.at_end
