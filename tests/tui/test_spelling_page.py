"""Spelling by keys, with the real dictionary: a word is put right, left, or gone to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers
from sendwizard.office.folders import School
from tests.tui.around import from_menu, pick, see, words_on, write
from tests.tui.test_fields_by_keys import Seat, seat
from tests.worlds import DAY, QUESTIONS, filled

AT = "extra-support"
TEXT = "We recieve help. Children lern with freinds of otherss."


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def spelled(text: str) -> Answers:
    """A filled year with this answer."""
    return filled().with_answer(AT, Answer(text, on=DAY))


@asynccontextmanager
async def at_spelling(school: School, text: str) -> AsyncIterator[Seat]:
    """The page of spelling over an answer."""
    async with seat(school, spelled(text), "school-name") as (app, pilot):
        await from_menu(pilot, app, "Check the spelling")
        yield app, pilot


async def test_each_word_is_listed_with_its_question(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        await see(pilot, app, "4 words to look at")
        text = words_on(app)
        for word in ("recieve", "lern", "freinds", "otherss"):
            assert word in text
        assert "What extra help can my child have?" in text


async def test_a_word_is_put_right_and_the_list_comes_again(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        await pick(pilot, app, "lern")
        await see(pilot, app, "It is right: leave it")
        await pick(pilot, app, "learn")
        await see(pilot, app, "3 words to look at")
        assert app.wizard.answers.value(AT) == TEXT.replace("lern", "learn")


async def test_another_word_can_be_typed(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        await pick(pilot, app, "otherss")
        await pick(pilot, app, "Another word, that I type")
        await see(pilot, app, "The word as it should be")
        await write(pilot, "other schools")
        await see(pilot, app, "3 words to look at")
        assert str(app.wizard.answers.value(AT)).endswith("freinds of other schools.")


async def test_a_word_that_is_right_is_left_for_good(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        await pick(pilot, app, "lern")
        await pick(pilot, app, "It is right: leave it")
        await see(pilot, app, "3 words to look at")
        assert "SPELL001 lern" in app.wizard.answers.get(AT).set_aside


async def test_esc_goes_back_to_the_list_and_then_to_the_question(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        await pick(pilot, app, "lern")
        await see(pilot, app, "It is right: leave it")
        await pilot.press("escape")
        await see(pilot, app, "4 words to look at")
        await pilot.press("escape")
        assert app.screen is app.page
        assert app.wizard.at == "school-name"


async def test_the_answer_is_a_line_away(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        await pick(pilot, app, "lern")
        await pick(pilot, app, "Open the answer")
        assert app.screen is app.page
        assert app.wizard.at == AT
        assert app.page.cursor == (0, TEXT.index("lern"))


async def test_nothing_to_put_right_is_said(school: School) -> None:
    async with at_spelling(school, "We help each child to learn.") as (app, pilot):
        await see(pilot, app, "Every word is in the dictionary")


async def test_leaving_while_the_dictionary_is_asked_ends_it(school: School) -> None:
    async with at_spelling(school, TEXT) as (app, pilot):
        app.do_leave()
        await pilot.pause()
