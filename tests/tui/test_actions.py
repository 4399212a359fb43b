"""Everything that a person can do: each is written down, named in the help, and reached by keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import OptionList

from sendwizard.core.answers import Answer, Answers, Began, Migrated, Source
from sendwizard.core.bank import Kind
from sendwizard.core.wizard import Wizard
from sendwizard.office.folders import School
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.figures import Figures
from sendwizard.tui.help import help_text
from sendwizard.tui.keys import ACTIONS, MENU, MENU_NUMBER, Action
from sendwizard.tui.menu import menu_page
from tests.tui.around import on_disk_as, see, words_on
from tests.tui.second_year import seat_at
from tests.tui.test_fields_by_keys import until
from tests.worlds import QUESTIONS, YEAR, filled, real_bank

README = Path(__file__).resolve().parents[2] / "README.md"
IN_MENU = [action for actions in MENU.values() for action in actions]


def states() -> list[Wizard]:
    """Years in which, together, all that can be done is there to be done."""
    year = filled()
    name = year.get("equipment")
    carried = replace(year, began=Began("2025-26")).with_answer(
        "equipment", replace(name, source=Source.CARRIED)
    )
    kept = carried.with_answer("equipment", replace(name, source=Source.KEPT))
    approved = replace(year, approvals=1, migrated=Migrated("2025.11", "x.toml"))
    at = "equipment"
    years = [year, carried, kept, approved, Answers(YEAR, year.bank, year.edition)]
    wizards = [Wizard.open(real_bank(), each, at) for each in years]
    may_not_apply = next(q.id for q in wizards[0].route if q.allows_not_applicable)
    return [*wizards, wizards[0].jump(may_not_apply)]


def offered(wizard: Wizard, *, read_only: bool = False) -> list[str]:
    """What the menu offers, in its order."""
    page = menu_page(wizard, read_only=read_only, has_report=True)
    return [line.id for line in page._lines if line.id]


@pytest.mark.parametrize("action", [*ACTIONS, *IN_MENU], ids=lambda each: each.name)
def test_each_action_is_done_by_the_app_and_named_in_the_help(action: Action) -> None:
    assert callable(getattr(SendwizardApp, f"do_{action.name}"))
    assert action.explanation in help_text(real_bank().by_id["equipment"], keeping=True)


def test_the_readme_lists_every_line_of_the_menu() -> None:
    readme = README.read_text(encoding="utf-8")
    for action in IN_MENU:
        assert f"| {action.label} | {action.explanation} |" in readme


def test_every_line_of_the_menu_is_there_in_some_year() -> None:
    reached = {name for wizard in states() for name in offered(wizard)}
    assert reached == {action.name for action in IN_MENU}


def test_a_number_of_the_menu_means_the_same_everywhere() -> None:
    for wizard in states():
        lines = menu_page(wizard, read_only=False, has_report=True)._lines
        assert all(int(line.number) == MENU_NUMBER[line.id] for line in lines if line.id)


def test_where_answers_are_only_looked_at_the_menu_changes_nothing() -> None:
    harmless = {action.name for action in IN_MENU if action.looks_only}
    assert all(set(offered(wizard, read_only=True)) <= harmless for wizard in states())


@pytest.mark.parametrize("kind", Kind)
def test_the_help_of_each_kind_of_question_says_how_it_is_answered(kind: Kind) -> None:
    question = next((q for q in real_bank().questions if q.kind is kind), None)
    if question is None:
        question = replace(real_bank().by_id["equipment"], kind=kind)
    words = help_text(question, keeping=False)
    assert len(words.split("\n\n")[0].split()) > 3
    assert "Last year’s answers neither" not in words


@pytest.mark.parametrize("at", ["numbers-date", "equipment"])
async def test_a_line_with_two_figures_is_picked_by_typing_them(tmp_path: Path, at: str) -> None:
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, filled())
    async with seat_at(school, "equipment") as (app, pilot):
        await pilot.press("f2")
        await see(pilot, app, "Words explained")
        lines = [each for each in app.screen.query_one(OptionList).options if not each.disabled]
        line = next(each for each in lines if "Words explained" in str(each.prompt))
        number = str(line.prompt).split()[0]
        assert int(number) == MENU_NUMBER["glossary"] > 9
        await pilot.press(*number)
        await see(pilot, app, "graduated approach")


async def test_the_keys_f1_and_esc_explain_a_page_and_go_back_to_it(tmp_path: Path) -> None:
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, filled().with_answer("equipment", Answer("A hoist.", note="ask Jo")))
    async with seat_at(school, "equipment") as (app, pilot):
        await pilot.press("f2")
        await until(lambda: app.screen is not app.page, pilot)
        menu = app.screen
        await pilot.press("f1")
        await see(pilot, app, "Choose one line.")
        await pilot.press("f1")
        await until(lambda: app.screen is menu, pilot)
        await pilot.press("escape")
        await until(lambda: app.screen is app.page, pilot)


async def test_search_finds_as_one_types_and_goes_there(tmp_path: Path) -> None:
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, filled().with_answer("equipment", Answer("A quokka hoist.", note="ask Jo")))
    async with seat_at(school, "school-name") as (app, pilot):
        app.do("search")
        await see(pilot, app, "Type a word or two.")
        await pilot.press(*"xyzzyx")
        await see(pilot, app, "Nothing found for “xyzzyx”.")
        await pilot.press("ctrl+u", *"quokka")
        await see(pilot, app, "A quokka hoist.")
        await pilot.press("enter")
        await until(lambda: app.screen is app.page and app.wizard.at == "equipment", pilot)


async def test_reminders_are_listed_and_an_empty_list_says_how_to_write_one(tmp_path: Path) -> None:
    school = School(tmp_path / "school", QUESTIONS, None)
    on_disk_as(school, filled())
    async with seat_at(school, "equipment") as (app, pilot):
        app.do("reminders")
        await see(pilot, app, "You have no reminders.")
        await pilot.press("escape", "f2", "1", "enter")
        await see(pilot, app, "Only you see this")
        await pilot.press(*"ask Jo", "enter")
        await until(lambda: app.screen is app.page, pilot)
        app.do("reminders")
        await see(pilot, app, "ask Jo")
        assert "1 reminder." in words_on(app)


@given(st.integers(1, 40), st.lists(st.integers(0, 9), max_size=6))
def test_figures_give_only_numbers_that_are_there(most: int, keys: list[int]) -> None:
    numbers = {str(number) for number in range(1, most + 1)}
    figures = Figures()
    for key in keys:
        taken = figures.take(str(key), numbers)
        assert taken is None or taken in numbers
        if taken is not None and not figures.waits:
            assert not any(n != taken and n.startswith(taken) for n in numbers)


def test_every_number_of_a_long_list_can_be_typed() -> None:
    numbers = [str(number) for number in range(1, 124)]
    for number in numbers:
        figures, taken = Figures(), None
        for figure in number:
            taken = figures.take(figure, numbers)
        assert taken == number
