"""The wizard by keys alone: no word is lost or changed by moving, and back is never refused."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Kind
from sendwizard.core.carry import carry
from sendwizard.core.route import route
from sendwizard.office.folders import School
from sendwizard.office.reading import LAST_YEAR
from sendwizard.office.sitting import Sitting, open_year
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.tui import found, words
from sendwizard.tui.app import SendwizardApp
from tests.tui.around import from_menu, see
from tests.worlds import QUESTIONS, YEAR, answers_of, filled, noon, real_bank

SIZE = (80, 24)


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def opened(school: School, answers: Answers | None = None, at: str | None = None) -> Sitting:
    """A sitting over these answers."""
    if answers is not None:
        write_answers(school.year_folder(YEAR) / "answers.toml", answers)
    return open_year(school, YEAR, at, clock=noon)


def on_disk(school: School) -> Answers:
    """What the file holds."""
    return read_answers(school.year_folder(YEAR) / "answers.toml")


async def until(true: Callable[[], bool], pilot: Pilot[None]) -> None:
    """Wait for something, for a bounded time."""
    for _ in range(200):
        if true():
            return
        await pilot.pause()
        await asyncio.sleep(0.02)
    pytest.fail("it did not come about")


def shown(app: SendwizardApp, name: str) -> str:
    """The words of a line of the page."""
    return str(app.page.query_one(f"#{name}", Static).render())


@pytest.mark.parametrize(("key", "back"), [("f7", "f8"), ("f8", "f7"), ("ctrl+p", "ctrl+n")])
async def test_moving_and_then_a_letter_leaves_the_passage_as_it_was(
    school: School, key: str, back: str
) -> None:
    """Textual's own text area takes F6 and F7 for selecting: a letter then replaced an answer."""
    with opened(school, filled(), "adapt-curriculum") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press(key, "x")
            assert app.wizard.at != "adapt-curriculum"
            assert app.wizard.answers.value("adapt-curriculum") == "Words for adapt-curriculum"
            assert str(app.wizard.current.value).endswith("x")
            await pilot.press(back)
            assert app.wizard.at == "adapt-curriculum"
        app.close()
    assert on_disk(school).value("adapt-curriculum") == "Words for adapt-curriculum"


async def test_a_letter_in_a_line_that_was_just_opened_is_added_to_it(school: School) -> None:
    with opened(school, filled(), "school-type") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f7", "x")
            assert app.wizard.answers.value("school-name") == "Words for school-namex"
        app.close()


async def test_what_is_typed_is_on_disk_without_a_key_for_it(school: School) -> None:
    with opened(school, filled(), "first-contact") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("exclamation_mark")
            await until(lambda: str(on_disk(school).value("first-contact")).endswith("!"), pilot)
            await until(lambda: "Saved at" in shown(app, "state"), pilot)
        app.close()


async def test_opening_again_lands_on_the_same_place_with_the_same_words(school: School) -> None:
    with opened(school, filled()) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("escape", "f4", "down", "down", "enter")
            place = app.wizard.at
            await pilot.press("f8", "f8", "f12")
        app.close()
        after = app.wizard.at
    assert place != after
    with opened(school) as sitting:
        assert sitting.wizard.at == after
        app = SendwizardApp(sitting)
        async with app.run_test(size=SIZE) as pilot:
            assert app.screen is app.page
            await pilot.press("f12")
        app.close()
    assert on_disk(school) == filled()


async def test_a_wrong_answer_stays_as_typed_and_back_is_not_refused(school: School) -> None:
    with opened(school, filled(), "next-review") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("x", "f7")
            assert app.wizard.at != "next-review"
            await pilot.press("f8")
            assert app.page.read().problem
            assert app.page.read().drafts == {"": "23 November 2027x"}
            await pilot.press("f12")
        app.close()
    with opened(school) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=SIZE) as pilot:
            assert app.page.read().drafts == {"": "23 November 2027x"}
            await pilot.press("backspace")
            assert app.page.read().problem == ""
        app.close()


async def test_a_choice_is_made_by_number_or_by_arrows_and_enter_goes_on(school: School) -> None:
    with opened(school, at="school-type") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("6")
            assert app.wizard.current.value == "pru"
            assert "Sources differ" in shown(app, "problem")
            await pilot.press("up", "enter")
            assert app.wizard.current.value == "special-academy"
            await pilot.press("enter")
            assert app.wizard.at == "school-has"
            await pilot.press("1", "4", "1")
            assert app.wizard.current.value == ("primary",)
        app.close()


async def test_the_review_leads_to_what_is_missing(school: School) -> None:
    answers = filled()
    without = Answers(
        answers.year,
        answers.bank,
        answers.edition,
        {key: each for key, each in answers.by_id.items() if key != "complaints"},
    )
    with opened(school, without, "school-name") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f5", "enter")
            assert app.wizard.at == "complaints"
            app.post_message(events.Paste("The head hears it within ten days."))
            await pilot.pause()
            await pilot.press("f5")
            await see(pilot, app, "Nothing is missing")
            picker = app.screen.query_one(OptionList)
            assert [each.id for each in picker.options] == [found.CHECK, found.BUILD]
            await pilot.press("f6")
            await until((school.year_folder(YEAR) / "report.html").exists, pilot)
            await until(lambda: app.screen is not app.page, pilot)
        app.close()
    assert (school.year_folder(YEAR) / "report.html").exists()


async def test_the_menu_takes_notes_and_leaves_out_extras(school: School) -> None:
    with opened(school, filled(), "how-decided") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f2", "1", "enter", *"ask", "enter")
            assert app.wizard.current.note == "ask"
            await pilot.press("f9")
            assert not app.wizard.question.extra
            await pilot.press("ctrl+s")
            assert app.wizard.with_extras
            await pilot.press("f1", "enter", "f2", "2", "escape", "f3", "f3")
            assert app.screen is app.page
        app.close()


async def test_a_question_that_may_not_apply_takes_a_reason(school: School) -> None:
    with opened(school, filled(), "last-year") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await from_menu(pilot, app, "does not apply")
            await pilot.press(*"New", "enter")
            assert app.wizard.current.not_applicable == "New"
            assert "Does not apply: New" in shown(app, "problem")
        app.close()
    assert on_disk(school).get("last-year").not_applicable == "New"


async def test_an_empty_folder_is_welcomed_and_a_begun_one_comes_home(school: School) -> None:
    with opened(school) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=SIZE) as pilot:
            assert app.screen is not app.page
            await pilot.press("enter", *"Oak")
            assert app.wizard.answers.value("school-name") == "Oak"
        app.close()
    (school.year_folder(YEAR) / "resume.toml").unlink(missing_ok=True)
    with opened(school) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            intro = str(app.screen.query_one(".page-intro Static", Static).render())
            assert str(school.folder) in "".join(intro.split("\n"))
            await pilot.press("2")
            assert app.wizard.at == "school-type"
        app.close()


async def test_a_small_window_says_so_and_goes_on_taking_letters(school: School) -> None:
    with opened(school, filled(), "first-contact") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(50, 12)) as pilot:
            assert app.page.query_one("#too-small", Static).display
            await pilot.press("a", "b")
            await pilot.resize_terminal(80, 24)
            await pilot.pause()
            assert not app.page.query_one("#too-small", Static).display
            assert str(app.wizard.current.value).endswith("ab")
        app.close()


async def test_a_save_that_comes_due_while_the_page_is_taken_down_is_made_at_the_end(
    school: School,
) -> None:
    with opened(school, filled(), "first-contact") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("a", "b")
        app.edited()
        app._save()
        app.close()
    assert str(on_disk(school).value("first-contact")).endswith("ab")


async def test_brackets_and_braces_are_shown_as_they_are(school: School) -> None:
    answers = answers_of(school_name="[red]{{ 7*7 }}", first_contact="[@click=x] [PECS]")
    with opened(school, answers, "first-contact") as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f4", "escape", "f5", "escape", "f2", "escape", "f8")
            assert app.wizard.answers.value("first-contact") == "[@click=x] [PECS]"
        app.close()


EVERYTHING = filled("other", *("primary", "infant", "secondary", "sixth-form", "unit")).with_answer(
    "local-authority", answers_of(x="north-yorkshire").get("x")
)
"""Asked all but what only a special school is asked, with a council whose words are shown."""


BEGUN = carry(
    real_bank(),
    replace(
        EVERYTHING,
        year="2025-26",
        by_id={k: replace(each, since="2024-25") for k, each in EVERYTHING.by_id.items()},
    ),
    YEAR,
)
"""The same as last year's, each with all that can be said of it, and nothing looked at."""


@pytest.mark.parametrize(
    ("answers", "but"),
    [(EVERYTHING, None), (filled("maintained-special", "nursery"), EVERYTHING), (BEGUN, None)],
    ids=["everything", "special", "last year's"],
)
async def test_nothing_is_cut_off_at_80_by_24(
    school: School, answers: Answers, but: Answers | None
) -> None:
    seen = set(route(real_bank(), but)) if but is not None else set()
    asked = [question for question in route(real_bank(), answers) if question not in seen]
    assert asked
    tight = {Kind.CHOICE, Kind.CHOICES, Kind.ROWS}
    if answers.began is not None:
        write_answers(school.year_folder(YEAR) / LAST_YEAR, replace(EVERYTHING, year="2025-26"))
    with opened(school, answers) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=SIZE) as pilot:
            pane = app.page.query_one("#pane")
            for question in asked:
                app.go(lambda wizard, to=question.id: wizard.jump(to))  # type: ignore[misc]  # bound by default
                panes = words.panes(app.wizard, sitting.before)
                if answers.began is not None:  # the others are those of the first two
                    panes = panes[: 2 if question.kind in tight else 1]
                for _ in panes:
                    await pilot.pause()
                    assert pane.virtual_size.height <= pane.size.height, question.id
                    assert app.page.query_one("#keys").region.bottom == SIZE[1]
                    assert app.page.field.region.height >= 3
                    assert app.page.field.max_scroll_y == 0, question.id
                    app.page.turn_pane()  # what F3 does, without the wait for a key
        app.close()
