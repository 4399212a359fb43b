"""The editor by keys: under the answer, in the pane, set aside, on the review, at approval."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.carry import carry
from sendwizard.core.sections import SectionState, mark_finished, standing_of
from sendwizard.core.wizard import Wizard
from sendwizard.office.checking import left_by_key
from sendwizard.office.folders import School
from sendwizard.store.answers_file import read_answers
from sendwizard.tui.app import SendwizardApp
from tests.tui.around import from_menu, on_disk_as, pick, see, words_on
from tests.tui.test_fields_by_keys import seat, until
from tests.worlds import DAY, QUESTIONS, YEAR, filled, real_bank

AT = "extra-support"
OLD = "Our statemented pupils have more help in class each day."
PUPIL = "Ella, who has autism, has a helper each day."


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def saying(text: str, question: str = AT) -> Answers:
    """A filled year with this answer."""
    return filled().with_answer(question, Answer(text, on=DAY))


def under(app: SendwizardApp) -> str:
    """What stands under the answer."""
    line = app.page.query_one("#found", Static)
    return str(line.render()) if line.display else ""


async def said_under(pilot: Pilot[None], app: SendwizardApp, words: str) -> None:
    """Wait until it says so."""
    for _ in range(800):
        if words in under(app) if words else not under(app):
            await pilot.pause()
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"“{words}” never came: {under(app)}")


async def paste(pilot: Pilot[None], app: SendwizardApp, text: str) -> None:
    """Words into the open field."""
    app.post_message(events.Paste(text))
    await pilot.pause()


async def test_what_is_found_stands_under_the_answer_once_the_fingers_rest(school: School) -> None:
    async with seat(school, saying(""), AT) as (app, pilot):
        await paste(pilot, app, OLD)
        assert under(app) == ""
        await said_under(pilot, app, "? “statemented”")
        await pilot.press(*["backspace"] * len(OLD))
        await said_under(pilot, app, "")


async def test_an_answer_that_is_opened_is_looked_at_too(school: School) -> None:
    async with seat(school, saying(OLD), AT) as (app, pilot):
        await said_under(pilot, app, "statemented")
        await pilot.press("f8")
        assert under(app) == ""


async def test_the_letters_go_on_while_an_answer_is_looked_at(school: School) -> None:
    async with seat(school, saying(OLD), AT) as (app, pilot):
        await pilot.press("ctrl+end")
        for letter in "abcdefgh":
            app.look_over()
            await pilot.press(letter)
        assert app.page.query_one(TextArea).text.endswith("abcdefgh")


async def test_f3_shows_all_that_was_found(school: School) -> None:
    async with seat(school, saying(f"{OLD}\n\n{PUPIL}"), AT) as (app, pilot):
        await said_under(pilot, app, "! ")
        assert "more: F3" in under(app)
        await pilot.press("f3")
        assert "What was found" in str(app.page.query_one("#pane").border_title)
        pane = str(app.page.query_one("#pane-text", Static).render())
        assert "statemented" in pane
        assert "Ella" in pane


async def test_a_finding_is_set_aside_with_a_reason_and_taken_back(school: School) -> None:
    async with seat(school, saying(OLD), AT) as (app, pilot):
        await said_under(pilot, app, "statemented")
        await from_menu(pilot, app, "What was found in this answer")
        await see(pilot, app, "Where it is no slip, set it aside")
        await pilot.press("1")
        await see(pilot, app, "Why it can stand")
        await paste(pilot, app, "We quote a letter of 2012.")
        await pilot.press("enter")
        await see(pilot, app, "It is set aside.")
        await pilot.press("escape")
        await said_under(pilot, app, "1 thing set aside")
        (key,) = app.wizard.current.set_aside
        assert key.startswith("OLD001 statemented")
        await from_menu(pilot, app, "What was found in this answer")
        await see(pilot, app, "We quote a letter of 2012.")
        await pilot.press("home", "enter")
        await see(pilot, app, "It is to be looked at again.")
        await pilot.press("escape")
        await said_under(pilot, app, "statemented")
        assert app.wizard.current.set_aside == {}


async def test_esc_or_no_reason_sets_nothing_aside(school: School) -> None:
    async with seat(school, saying(OLD), AT) as (app, pilot):
        for keys in (["escape"], ["enter"], ["space", "enter"]):
            await from_menu(pilot, app, "What was found in this answer")
            await see(pilot, app, "set it aside")
            await pilot.press("1")
            await see(pilot, app, "Why it can stand")
            await pilot.press(*keys)
            await see(pilot, app, "set it aside")
            said = "Nothing was set aside: say in a few words" in words_on(app)
            assert said == (keys != ["escape"])
            await pilot.press("escape")
            assert app.screen is app.page
        assert app.wizard.current.set_aside == {}


async def test_what_is_set_aside_is_in_the_file(school: School) -> None:
    async with seat(school, saying(OLD), AT) as (app, pilot):
        await from_menu(pilot, app, "What was found in this answer")
        await pick(pilot, app, "statemented")
        await see(pilot, app, "Why it can stand")
        await paste(pilot, app, "It is a quotation.")
        await pilot.press("enter")
    saved = read_answers(school.year_folder(YEAR) / "answers.toml")
    ((key, reason),) = saved.get(AT).set_aside.items()
    assert key.startswith("OLD001 statemented")
    assert reason == "It is a quotation."


async def test_the_review_lists_by_weight_and_leads_there(school: School) -> None:
    answers = saying(OLD).with_answer("money", Answer(PUPIL, on=DAY))
    async with seat(school, answers, "school-name") as (app, pilot):
        await pilot.press("f5")
        await see(pilot, app, "Look again (1)")
        text = words_on(app)
        assert text.index("Fix before approval (1)") < text.index("Look again (1)")
        assert "1 to fix before approval, 1 to look at again" in text
        await pick(pilot, app, "statemented")
        assert app.wizard.at == AT


async def test_two_findings_of_one_answer_are_two_lines_and_lead_to_it(school: School) -> None:
    text = f"{OLD}\n\nParent Partnership can help you with the forms."
    async with seat(school, saying(text), "school-name") as (app, pilot):
        await pilot.press("f5")
        await see(pilot, app, "Look again (2)")
        await pick(pilot, app, "Parent Partnership")
        assert app.wizard.at == AT


async def test_from_the_review_the_cursor_is_at_the_words(school: School) -> None:
    text = f"Each child is seen.\n\n{OLD}\n\nParent Partnership can help you with the forms."
    async with seat(school, saying(text), "school-name") as (app, pilot):
        for words, line in (("Parent Partnership", 4), ("statemented", 2)):
            await pilot.press("f5")
            await see(pilot, app, "Look again (2)")
            await pick(pilot, app, words)
            await pilot.press(*"Now ")
            assert app.page.cursor == (line, text.split("\n")[line].index(words) + 4)
        assert "Our Now statemented" in str(app.wizard.answers.value(AT))


async def test_in_a_table_the_row_opens_at_the_words(school: School) -> None:
    rows = (
        {"training": "Autism awareness", "staff": "All staff", "when": "May 2026"},
        {"training": "Pupils on School Action", "staff": "All staff", "when": "May 2026"},
    )
    answers = filled().with_answer("staff-training", Answer(rows, on=DAY))
    async with seat(school, answers, "school-name") as (app, pilot):
        await pilot.press("f5")
        await see(pilot, app, "Look again (1)")
        await pick(pilot, app, "School Action")
        await pilot.press(*"the old ")
        assert app.wizard.at == "staff-training"
        assert "Pupils on the old School Action" in str(app.wizard.answers.value("staff-training"))


async def test_the_help_of_the_review_says_what_the_marks_mean(school: School) -> None:
    async with seat(school, saying(OLD), "school-name") as (app, pilot):
        await pilot.press("f5")
        await see(pilot, app, "Look again (1)")
        await pilot.press("f1")
        await see(pilot, app, "? is worth another look")


async def test_a_pupil_s_name_stands_in_the_way_until_it_is_set_aside(school: School) -> None:
    on_disk_as(school, saying(PUPIL))
    async with seat(school, saying(PUPIL), AT) as (app, pilot):
        app.do_approve()
        await see(pilot, app, "cannot be accepted by anybody")
        assert "Governors accept" not in words_on(app)
        await pilot.press("escape")
        await from_menu(pilot, app, "What was found in this answer")
        await pick(pilot, app, "Ella")
        await see(pilot, app, "Why it can stand")
        await paste(pilot, app, "Ella is a puppet.")
        await pilot.press("enter")
        await see(pilot, app, "It is set aside.")
        await pilot.press("escape")
        app.do_approve()
        await see(pilot, app, "Who decides?")


async def test_the_head_sees_what_was_set_aside_before_the_copy_is_locked(school: School) -> None:
    wizard = Wizard.open(real_bank(), saying(OLD), AT)
    answers = left_by_key(wizard, "OLD001 statemented", "A quotation.", DAY).answers
    async with seat(school, answers, AT) as (app, pilot):
        app.do_approve()
        await see(pilot, app, "Who decides?")
        await pilot.press("1")
        await see(pilot, app, "Who signed")
        for box in ("Ann Lee", "Chair", "23 November 2026", "", ""):
            await pilot.press("ctrl+u")
            await paste(pilot, app, box)
            await pilot.press("enter")
        await see(pilot, app, "a last look")
        text = words_on(app)
        assert "Set aside by the writer, for the head to look at" in text
        assert "“statemented”: A quotation." in text


async def test_last_year_s_words_are_looked_at_while_they_are_read(school: School) -> None:
    answers = carry(real_bank(), replace(saying(OLD), year="2025-26"), YEAR)
    async with seat(school, answers, AT) as (app, pilot):
        await said_under(pilot, app, "statemented")


async def test_an_answer_that_says_nothing_is_still_to_do(school: School) -> None:
    async with seat(school, saying("TBC"), AT) as (app, pilot):
        await said_under(pilot, app, "! ")
        section = app.wizard.question.section
        await pilot.press("f4")
        await see(pilot, app, "says nothing of its own yet")
        await pilot.press("escape")
        app.go(lambda wizard: mark_finished(wizard, section, finished=True))
        assert standing_of(app.wizard).state is SectionState.IN_PROGRESS
        await pilot.press("ctrl+a")
        await paste(pilot, app, "A helper works with each child for an hour a day.")
        await until(lambda: standing_of(app.wizard).state is SectionState.COMPLETE, pilot)
