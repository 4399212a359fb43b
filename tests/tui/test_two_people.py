"""Two people at one year on screens: the second looks, and nobody's words are overwritten."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from sendwizard.core.answers import Answers
from sendwizard.core.kinds import say
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_or_look, open_year
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.pages import PickPage
from sendwizard.tui.passage import PassageField
from sendwizard.tui.two_versions import LATER
from tests.tui.around import pick, see, words_on
from tests.tui.test_fields_by_keys import Seat, carried, on_disk, shown, until
from tests.worlds import QUESTIONS, YEAR, filled, real_bank

AT = "adapt-curriculum"
OTHER = "first-contact"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with a full year; what waits waits less long than for people."""
    monkeypatch.setattr("sendwizard.tui.waiting.LOOK_EVERY", 0.05)
    monkeypatch.setattr("sendwizard.tui.two_versions.QUIET", 0.01)
    monkeypatch.setattr("sendwizard.tui.sitting_app.RESTS_AFTER", 0.05)
    school = School(tmp_path / "school", QUESTIONS, None)
    write(school, filled())
    return school


def write(school: School, answers: Answers) -> None:
    """These answers on disk, as by somebody else or another program."""
    write_answers(school.year_folder(YEAR) / "answers.toml", answers)


def saying(answers: Answers, question: str, words: str) -> Answers:
    return answers.with_answer(question, replace(answers.get(question), value=words))


@asynccontextmanager
async def sitting_down(school: School, at: str | None = AT) -> AsyncIterator[Seat]:
    """A person at the wizard, who leaves at the end as F12 does."""
    with open_or_look(school, YEAR, at) as sitting:
        app = SendwizardApp(sitting, asked_for=at is not None)
        async with app.run_test(size=(80, 24)) as pilot:
            yield app, pilot
        app.close()


async def test_the_second_person_looks_and_is_told_who_and_gets_to_write(school: School) -> None:
    first = open_year(school, YEAR)
    async with sitting_down(school) as (app, pilot):
        assert "2026-27 is open elsewhere" in shown(app, "state")
        assert "You can look" in shown(app, "state")
        await pilot.press("x", "f8", "f7", "f4")
        await see(pilot, app, "How we teach and adapt")
        await pilot.press("escape")
        assert app.wizard.answers == filled()
        first.save(saying(filled(), AT, "What the first wrote."), 1)
        await until(lambda: app.wizard.current.value == "What the first wrote.", pilot)
        assert app.page.query_one(PassageField).text == "What the first wrote."
        page = app.page
        first.close()
        await until(lambda: app.page is not page and app.screen is app.page, pilot)
        await until(lambda: "you can write now" in shown(app, "problem"), pilot)
        assert app.wizard.at == AT
        await pilot.press("ctrl+end", "exclamation_mark", "f12")
    assert on_disk(school).value(AT) == "What the first wrote.!"


async def test_a_page_above_the_question_is_not_taken_away_when_the_first_leaves(
    school: School,
) -> None:
    first = open_year(school, YEAR)
    async with sitting_down(school) as (app, pilot):
        await pilot.press("f1")
        await see(pilot, app, "Help")
        first.close()
        await until(lambda: not app.sitting.waits, pilot)
        await pilot.pause()
        assert app.screen is not app.page
        await pilot.press("escape")
        await until(lambda: "you can write now" in shown(app, "problem"), pilot)
        await pilot.press("f12")


async def test_what_somebody_else_wrote_meanwhile_comes_in_without_a_question(
    school: School,
) -> None:
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), OTHER, "Written elsewhere."))
        await pilot.press("home", "Q")
        cursor = app.page.cursor
        await until(lambda: "written elsewhere meanwhile: 1 answer" in shown(app, "problem"), pilot)
        await until(lambda: str(on_disk(school).value(AT)).startswith("Q"), pilot)
        assert app.page.cursor == cursor
        assert app.wizard.answers.value(OTHER) == "Written elsewhere."
        await pilot.press("f12")
    assert on_disk(school).value(OTHER) == "Written elsewhere."
    assert str(on_disk(school).value(AT)).startswith("QWords")


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("Keep mine", "Mine. Words."),
        ("Take theirs", "Theirs."),
        ("Keep both", "Mine. Words.\n\nTheirs."),
    ],
)
async def test_two_versions_of_an_answer_are_shown_and_a_person_chooses(
    school: School, line: str, stands: str
) -> None:
    write(school, saying(filled(), AT, "Words."))
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), AT, "Theirs."))
        await pilot.press("home")
        app.post_message(events.Paste("Mine. "))  # at once: a rest between letters would be one
        await see(pilot, app, "Two versions of an answer: 1 of 1")
        said = words_on(app)
        assert "Mine: Mine. Words." in said
        assert "Theirs: Theirs." in said
        assert real_bank().by_id[AT].prompt in said
        assert on_disk(school).value(AT) == "Theirs."
        await pick(pilot, app, line)
        await until(lambda: on_disk(school).value(AT) == stands, pilot)
        await until(lambda: app.screen is app.page, pilot)
        assert app.page.query_one(PassageField).text == stands
        await pilot.press("f12")
    history = (school.year_folder(YEAR) / "history").glob("answers.*.toml")
    assert [read_answers(each).value(AT) for each in history] == ["Mine. Words."]


async def test_letters_that_are_being_typed_are_no_choice(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sendwizard.tui.sitting_app.RESTS_AFTER", 30)
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), AT, "Theirs."))
        await pilot.press("1")
        await until(lambda: "has changed these answers meanwhile" in shown(app, "state"), pilot)
        await pilot.press("1", "enter", "1")
        assert app.screen is app.page
        assert str(app.wizard.current.value).endswith("11\n1")
        await pilot.press("f12")
        await see(pilot, app, "Two versions of an answer")
        await pick(pilot, app, "Keep mine")
    assert str(on_disk(school).value(AT)).endswith("11\n1")


@pytest.mark.parametrize("key", ["f7", "f8", "f12"])
async def test_a_key_that_closes_the_choice_puts_it_off_and_it_can_be_made_later(
    school: School, key: str
) -> None:
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), AT, "Theirs."))
        await pilot.press("home", "x")
        await see(pilot, app, "Two versions of an answer")
        await pilot.press(key)
        await pilot.press("f12")
        await see(pilot, app, "Two versions of an answer")
        await pick(pilot, app, "Keep mine")
        await until(lambda: str(on_disk(school).value(AT)).startswith("x"), pilot)


async def test_a_figure_that_was_on_its_way_into_the_answer_is_no_choice(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sendwizard.tui.two_versions.QUIET", 2)
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), AT, "Theirs."))
        await pilot.press("x", "f12")
        await see(pilot, app, "Two versions of an answer")
        page = app.screen
        await pilot.press("1")
        await until(lambda: app.screen not in (page, app.page), pilot)
        await see(pilot, app, "Two versions of an answer")
        assert on_disk(school).value(AT) == "Theirs."
        monkeypatch.setattr("sendwizard.tui.two_versions.QUIET", 0)
        await pick(pilot, app, "Take theirs")
    assert on_disk(school).value(AT) == "Theirs."


async def test_who_wants_to_choose_later_is_asked_again_on_leaving(school: School) -> None:
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), AT, "Theirs."))
        await pilot.press("x")
        await see(pilot, app, "Two versions of an answer")
        await pilot.press("escape")
        await until(lambda: shown(app, "problem") == LATER, pilot)
        await pilot.press("f12")
        await see(pilot, app, "Two versions of an answer")
        assert app.is_running
        await pick(pilot, app, "Take theirs")
    assert on_disk(school).value(AT) == "Theirs."


async def test_a_line_that_drops_while_two_versions_are_shown_keeps_both(school: School) -> None:
    async with sitting_down(school) as (app, pilot):
        write(school, saying(filled(), AT, "Theirs."))
        await pilot.press("x")
        await see(pilot, app, "Two versions of an answer")
        app._leave()
    assert on_disk(school).value(AT) == "Theirs."
    async with sitting_down(school) as (app, pilot):
        await see(pilot, app, "These words were typed here on")
        await pick(pilot, app, "Keep mine")  # the file beside
        await until(lambda: str(on_disk(school).value(AT)).endswith("x"), pilot)
        await pilot.press("f12")
    assert not list(school.year_folder(YEAR).glob("answers.*-*.toml"))


async def test_a_copy_that_a_sync_program_left_is_brought_in_question_by_question(
    school: School,
) -> None:
    copy = school.year_folder(YEAR) / "answers-LAPTOP-7.toml"
    write_answers(copy, saying(saying(filled(), AT, "From the laptop."), OTHER, "This, too."))
    async with sitting_down(school) as (app, pilot):
        await see(pilot, app, "Two versions of an answer: 1 of 2")
        assert "answers-LAPTOP-7.toml" in words_on(app)
        await pick(pilot, app, "Take theirs")
        await see(pilot, app, "Two versions of an answer: 2 of 2")
        await pick(pilot, app, "Keep mine")
        await until(lambda: not copy.exists(), pilot)
        await pilot.press("f12")
    taken = {on_disk(school).value(AT), on_disk(school).value(OTHER)}
    assert len(taken & {"From the laptop.", "This, too."}) == 1
    kept = school.year_folder(YEAR) / "history" / copy.name
    assert read_answers(kept).value(AT) == "From the laptop."


async def test_a_table_that_differs_is_shown_in_words_and_not_joined(school: School) -> None:
    question = real_bank().by_id["staff-training"]
    rows = ({"topic": "Autism", "who": "All staff", "when": "2026"},)
    rows = (dict.fromkeys([each.id for each in question.columns], "1"),)
    theirs = filled().with_answer(question.id, replace(filled().get(question.id), value=rows))
    copy = school.year_folder(YEAR) / "answers (1).toml"
    write_answers(copy, theirs)
    async with sitting_down(school) as (app, pilot):
        await see(pilot, app, "Two versions of an answer: 1 of 1")
        said = words_on(app)
        assert "Keep both" not in said
        words = say(question, filled().value(question.id))
        assert " ".join(words.split()) in said
        await pick(pilot, app, "Keep mine")
        await until(lambda: not copy.exists(), pilot)
        await pilot.press("f12")
    assert on_disk(school) == filled()


async def test_a_dead_owner_s_year_is_taken_over_with_a_sentence(school: School) -> None:
    holder = school.year_folder(YEAR) / ".lock-holder"
    holder.write_text('who = "Jo"\nwhere = "192.0.2.7"\nsince = 2026-11-24T14:05:00\n')
    async with sitting_down(school) as (app, pilot):
        await until(lambda: "Jo had this open on" in shown(app, "problem"), pilot)
        assert "their words are here" in shown(app, "problem")
        await pilot.press("f12")


async def test_words_that_could_not_be_saved_last_time_are_here_again(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UnwritableError("The disk is full.")

    with open_year(school, YEAR, AT) as sitting, monkeypatch.context() as patch:
        patch.setattr("sendwizard.office.sitting.write_answers", full)
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("ctrl+end", "exclamation_mark")
            app._leave()  # the line drops
        with pytest.raises(UnwritableError, match="A copy of your words is in"):
            app.close()
    assert on_disk(school) == filled()
    async with sitting_down(school) as (app, pilot):
        await until(lambda: "could not be saved last time" in shown(app, "problem"), pilot)
        await until(lambda: str(on_disk(school).value(AT)).endswith("!"), pilot)
        await pilot.press("f12")
    async with sitting_down(school) as (app, pilot):
        assert "last time" not in shown(app, "problem")
        assert not isinstance(app.screen, PickPage)
        await pilot.press("f12")


async def test_a_carried_answer_that_only_the_other_kept_is_kept(school: School) -> None:
    write(school, carried(filled()))
    async with sitting_down(school) as (_app, pilot):
        write(school, carried(filled()).with_answer(OTHER, filled().get(OTHER)))
        await pilot.press("x")
        await until(lambda: on_disk(school).get(OTHER) == filled().get(OTHER), pilot)
        await until(lambda: str(on_disk(school).value(AT)).endswith("x"), pilot)
        await pilot.press("f12")
