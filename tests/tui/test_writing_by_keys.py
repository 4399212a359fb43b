"""Writing: lists that go on by themselves, clean pastes, undo, and choices without a mouse."""

from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from sendwizard.core.bank import Kind, Option, Question
from sendwizard.core.kinds import LONGEST, say_date
from sendwizard.office.folders import School
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.fields import ChoiceField, Done
from tests.tui.test_fields_by_keys import carried, on_disk, seat, shown, until
from tests.worlds import QUESTIONS, answers_of, filled

EMPTY = "adapt-curriculum"


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


def text_of(app: SendwizardApp) -> str:
    """What stands in the passage."""
    return app.page.query_one(TextArea).text


async def paste(pilot: Pilot[None], text: str) -> None:
    """As a terminal brings what another program copied."""
    pilot.app.post_message(events.Paste(text))
    await pilot.press("shift")  # any key: it is dealt with after the paste


async def test_a_list_goes_on_with_enter_goes_in_with_tab_and_ends_with_enter_twice(
    school: School,
) -> None:
    async with seat(school, answers_of(school_type="pru"), EMPTY) as (app, pilot):
        await pilot.press(*"1. One", "enter", *"Two", "enter", "tab", *"Sub", "enter", "shift+tab")
        await pilot.press(*"Three")
        assert text_of(app) == "1. One\n2. Two\n   1. Sub\n3. Three"
        await pilot.press("enter", "enter", *"Text.")
        assert text_of(app).endswith("3. Three\n\nText.")
        await pilot.press("tab", "shift+tab", *"More.")
        assert text_of(app).endswith("Text.More.")
        assert app.focused is app.page.query_one(TextArea)
    assert str(on_disk(school).value(EMPTY)).endswith("3. Three\n\nText.More.")


async def test_each_step_in_a_list_is_taken_back_at_once_and_done_again(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), EMPTY) as (app, pilot):
        await pilot.press(*"- One", "enter", *"Two", "tab")
        steps = ["- One\n  - Two"]
        for _ in range(3):
            await pilot.press("ctrl+z")
            steps.append(text_of(app))
        assert steps == ["- One\n  - Two", "- One\n- Two", "- One\n- ", "- One"]
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y", *"!")
        assert text_of(app) == "- One\n  - Two!"


async def test_who_types_the_dash_although_it_stands_there_has_one(school: School) -> None:
    """It is also what a terminal without bracketed paste makes of a list."""
    async with seat(school, answers_of(school_type="pru"), EMPTY) as (app, pilot):
        await pilot.press(*"- One", "enter", *"- Two")
        assert text_of(app) == "- One\n- Two"


async def test_what_word_copied_goes_in_as_a_list_and_out_in_one_step(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), EMPTY) as (app, pilot):
        await pilot.press(*"We offer:", "enter")
        await paste(pilot, "•\tsmall\u00a0groups\r\no\t“quiet” time\r\n•\thel\u00adp")
        assert text_of(app) == 'We offer:\n- small groups\n  - "quiet" time\n- help'
        await pilot.press("ctrl+z")
        assert text_of(app) == "We offer:\n"
        await pilot.press("ctrl+y", "enter", *"more")
        assert app.wizard.current.value == text_of(app)
        assert text_of(app).endswith("- help\n- more")


async def test_a_list_pasted_behind_a_dash_has_no_second_dash(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), EMPTY) as (app, pilot):
        await pilot.press(*"- One", "enter")
        await paste(pilot, "• two\n• three")
        assert text_of(app) == "- One\n- two\n- three"


async def test_a_paste_that_is_too_long_changes_nothing_and_says_the_limit(school: School) -> None:
    async with seat(school, filled(), EMPTY) as (app, pilot):
        before = text_of(app)
        await paste(pilot, "Words. " * 150_000)
        await until(lambda: "at most 100,000 characters" in shown(app, "problem"), pilot)
        assert text_of(app) == before
        await pilot.press("x")
        assert text_of(app) == f"{before}x"
        assert "100,000" not in shown(app, "problem")
        await pilot.press("f8", "f7")
        await paste(pilot, "y" * (LONGEST - len(before) - 1))
        await until(lambda: len(text_of(app)) == LONGEST, pilot)
        await paste(pilot, "z")
        await until(lambda: "at most 100,000 characters" in shown(app, "problem"), pilot)
        assert len(text_of(app)) == LONGEST


async def test_a_box_of_one_line_takes_no_book(school: School) -> None:
    async with seat(school, filled(), "school-name") as (app, pilot):
        await paste(pilot, "word " * 250_000)
        await until(lambda: "2,000 characters" in shown(app, "problem"), pilot)
        await paste(pilot, "\t• “Oak”\nfield")
        value = app.page.query_one("#line-input", Input).value
        assert value == 'Words for school-name "Oak" field'


async def test_ctrl_v_says_how_another_program_s_words_come_in(school: School) -> None:
    async with seat(school, filled(), EMPTY) as (app, pilot):
        await pilot.press("ctrl+v")
        await until(lambda: "Shift+Insert" in shown(app, "problem"), pilot)
        await pilot.press("shift+home", "ctrl+c", "end", "ctrl+v")
        assert text_of(app) == "Words for adapt-curriculum" * 2


@pytest.mark.parametrize(
    ("at", "typed", "shows"),
    [
        ("next-review", "Thurs 1st July 27", "1 July 2027"),
        ("local-offer", "WWW.School.Example/send.", "https://www.school.example/send"),
    ],
)
async def test_a_field_is_tidied_when_it_is_left_and_never_while_it_is_typed(
    school: School, at: str, typed: str, shows: str
) -> None:
    async with seat(school, answers_of(school_type="pru"), at) as (app, pilot):
        await pilot.press(*typed)
        app._save()
        box = app.page.query_one("#line-input", Input)
        assert box.value == typed
        await pilot.press("f8", "f7")
        assert box.value == shows


async def test_today_is_the_day_on_which_it_is_written(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), "next-review") as (app, pilot):
        await pilot.press(*"today", "f8", "f7")
        given = app.wizard.current
        assert given.on is not None
        assert given.value == given.on
        assert app.page.query_one("#line-input", Input).value == say_date(given.on)


async def test_yes_and_no_are_chosen_by_their_first_letter(school: School) -> None:
    async with seat(school, answers_of(school_type="pru"), "data-to-authority") as (app, pilot):
        await pilot.press("n")
        assert app.wizard.current.value is False
        await pilot.press("Y")
        assert app.wizard.current.value is True


async def test_a_letter_goes_to_an_option_and_enter_chooses_it(school: School) -> None:
    async with seat(school, answers_of(), "school-type") as (app, pilot):
        await pilot.press("p")
        assert not app.wizard.answers.by_id
        await pilot.press("enter")
        assert app.wizard.current.value == "pru"
        await pilot.press("m", "m", "enter")
        assert app.wizard.current.value == "mainstream-academy"


async def test_a_click_on_last_year_s_choice_keeps_it_and_stays(school: School) -> None:
    async with seat(school, carried(filled()), "school-type") as (app, pilot):
        await pilot.click("#choice", offset=(4, 0))
        assert app.wizard.at == "school-type"
        assert app.wizard.current.value == "maintained-mainstream"
        assert app.wizard.progress.done == 1
        await pilot.click("#choice", offset=(4, 2))  # the first takes two lines
        assert app.wizard.current.value == "mainstream-academy"


class Twelve(App[None]):
    """A choice of twelve, which no question of the bank has today."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        options = tuple(Option(f"o{number}", f"Option {number}") for number in range(1, 13))
        self.question = Question("q", "s", kind, "Q?", options=options)
        self.gone_on = False

    def compose(self) -> ComposeResult:
        """The field alone."""
        yield ChoiceField(id="choice")

    def on_mount(self) -> None:
        """As the page opens it."""
        self.query_one(ChoiceField).load(self.question, None, {})

    def on_done(self, event: Done) -> None:
        """Enter on what is chosen goes on."""
        self.gone_on = True

    def chosen(self) -> object:
        """What is chosen."""
        return self.query_one(ChoiceField).read(self.question).value


async def test_a_number_of_two_figures_is_typed_without_hurry() -> None:
    """A figure that could become a longer number only goes there; no clock decides for anybody."""
    app = Twelve(Kind.CHOICE)
    async with app.run_test() as pilot:
        await pilot.press("1", "2")
        assert app.chosen() == "o12"
        await pilot.press("7")
        assert app.chosen() == "o7"
        await pilot.press("1")
        assert app.chosen() == "o7"
        await pilot.press("enter")
        assert app.chosen() == "o1"
        assert not app.gone_on
        await pilot.press("1", "down", "1", "0", "enter")
        assert app.chosen() == "o10"
        assert app.gone_on


async def test_several_of_twelve_are_ticked_by_their_numbers() -> None:
    app = Twelve(Kind.CHOICES)
    async with app.run_test() as pilot:
        await pilot.press("1", "1", "3", "1", "space", "3", "0")
        assert app.chosen() == ("o1", "o11")
        options = [str(each.prompt) for each in app.query_one(ChoiceField).options]
        assert options[0] == " 1 [x] Option 1"
        assert options[10] == "11 [x] Option 11"
