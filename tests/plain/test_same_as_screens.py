"""The same answers, through the screens and in plain lines, make the same file."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Kind, Question
from sendwizard.core.kinds import field_text
from sendwizard.core.table_rows import cell_text, most_rows
from sendwizard.core.wizard import Wizard
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.plain import run_plain
from sendwizard.store.answers_file import FILE_NAME
from sendwizard.tui.app import SendwizardApp
from tests.tui.second_year import NOTHING_CHANGED, begun, last_year
from tests.tui.second_year import pick as pick_in_menu
from tests.tui.test_fields_by_keys import until
from tests.worlds import DAY, QUESTIONS, YEAR, real_bank, some_cell, some_value

NOTED, SET_ASIDE = "teaching-approach", "inclusion-strategy"
PASSAGE = "We write here about {}.\n\n- in small groups\n- in class\n\nThen more words."
ROWS = 2
A_DAY = re.compile(rb"^on = \d{4}-\d\d-\d\d$", re.MULTILINE)


@dataclass
class Step:
    """What is done at one question, for both faces."""

    question: Question
    words: str = ""
    """Of one line, or a passage."""
    numbers: tuple[int, ...] = ()
    """Of options, from 1."""
    rows: tuple[tuple[str, ...], ...] = ()
    keep: bool = False
    skip: bool = False
    how: str = ""
    """How one knows that what is kept is true."""
    note: str = ""
    reason: str = ""
    finish: bool = False
    """Whether its section is finished."""


def step_of(question: Question) -> Step:
    """An answer of its kind."""
    step = Step(question)
    match question.kind:
        case Kind.CHOICE | Kind.YES_NO:
            step.numbers = (1,)
        case Kind.CHOICES:
            step.numbers = (1, 3)
        case Kind.PASSAGE:
            step.words = PASSAGE.format(question.id)
        case Kind.ROWS:
            one = tuple(cell_text(column, some_cell(column)) for column in question.columns)
            step.rows = (one,) * min(ROWS, most_rows(question))
        case Kind.NUMBER:
            step.words = "210"
        case _:
            step.words = field_text(some_cell(question.column))
    step.note = "ask the head" if question.id == NOTED else ""
    step.reason = "We have none." if question.id == SET_ASIDE else ""
    return step


def plan(bank: Bank) -> list[Step]:
    """A whole first year: every question that the answers before it lead to."""
    steps: list[Step] = []
    wizard = Wizard.open(bank, Answers(YEAR, bank.id, bank.edition))
    while not steps or steps[-1].question.id != wizard.at:
        question = wizard.question
        steps.append(step_of(question))
        value = some_value(question)
        if question.kind is Kind.CHOICES:
            value = tuple(question.options[number - 1].id for number in steps[-1].numbers)
        wizard = wizard.answer(210 if question.id == "roll" else value, DAY).forward()
    return steps


# -- in plain lines ---------------------------------------------------------------------


def lines_of(step: Step) -> list[str]:
    """What a script types at the question, to answer it and go on."""
    lines = []
    if step.note:
        lines += ["note", step.note]
    if step.finish:
        lines.append("finished")
    if step.skip:
        return [*lines, "skip"]
    if step.keep:
        return [*lines, "keep", *(["back", "how", step.how, "next"] if step.how else [])]
    if step.reason:
        return [*lines, "does not apply", step.reason, "next"]
    if step.question.kind is Kind.YES_NO:
        return [*lines, "yes" if step.numbers == (1,) else "no"]
    if step.numbers:
        return [*lines, ", ".join(map(str, step.numbers))]
    if step.question.kind is Kind.PASSAGE:
        return [*lines, *step.words.split("\n"), "."]
    if step.rows:
        ends = [] if len(step.rows) == most_rows(step.question) else [""]
        return [*lines, *(cell for row in step.rows for cell in row), *ends]
    return [*lines, step.words]


def in_plain(school: School, steps: list[Step]) -> str:
    """The whole sitting from standard input; what was said."""
    out = io.StringIO()
    typed = "".join(f"{line}\n" for step in steps for line in lines_of(step))
    with open_year(school, YEAR, steps[0].question.id) as sitting:
        assert run_plain(sitting, io.StringIO(typed), out, asked_for=True) == 0
    return out.getvalue()


# -- through the screens ----------------------------------------------------------------


def paste(pilot: Pilot[None], words: str) -> None:
    """Words into the field that has the focus, as from a clipboard; the next key comes after."""
    pilot.app.post_message(events.Paste(words))


async def at_screens(app: SendwizardApp, pilot: Pilot[None], step: Step) -> None:
    """Answer the open question by keys, and go on."""
    assert app.wizard.at == step.question.id
    if step.note:
        await ask(app, pilot, "A reminder to myself", step.note)
    if step.finish:
        await pick_in_menu(pilot, app, "I have finished this section")
    if step.keep:
        await keep(app, pilot, step)
        return
    if step.reason:
        await ask(app, pilot, "This does not apply", step.reason)
    else:
        await give(pilot, step)
    if app.wizard.at == step.question.id:
        await pilot.press("f8")


async def keep(app: SendwizardApp, pilot: Pilot[None], step: Step) -> None:
    """Last year's answer is still true; how one knows is said behind it."""
    app._pressed_at = 0  # a person takes a moment between two answers
    await pilot.press("f9")
    if step.how:
        await pilot.press("f7")
        await ask(app, pilot, "How I know that it is still true", step.how)
        await pilot.press("f8")


async def give(pilot: Pilot[None], step: Step) -> None:
    """What the field of this kind takes."""
    for number in step.numbers:
        await pilot.press(str(number))
    for number, row in enumerate(step.rows):
        if number:
            await pilot.press("enter")  # on the line that adds a row
        for cell in row:
            paste(pilot, cell)
            await pilot.press("enter")
    if step.words:
        paste(pilot, step.words)


async def ask(app: SendwizardApp, pilot: Pilot[None], line: str, words: str) -> None:
    """A line of the menu that asks for a few words."""
    await pick_in_menu(pilot, app, line)
    await until(lambda: bool(app.screen.query(Input)) and app.screen is not app.page, pilot)
    paste(pilot, words)
    await pilot.press("enter")
    await until(lambda: app.screen is app.page, pilot)


async def through_screens(school: School, steps: list[Step]) -> int:
    """The whole sitting by keys; how many were pressed beyond the words."""
    keys = 0
    with open_year(school, YEAR, steps[0].question.id) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            press = pilot.press

            async def counted(*pressed: str) -> None:
                nonlocal keys
                keys += len(pressed)
                await press(*pressed)

            pilot.press = counted  # type: ignore[method-assign]  # only counts
            for step in steps:
                await at_screens(app, pilot, step)
            app.do_leave()
        app.close()
    return keys


# -- both -------------------------------------------------------------------------------


def saved(school: School) -> bytes:
    """The file, with every day as one day."""
    return A_DAY.sub(b"on = 2026-11-24", (school.year_folder(YEAR) / FILE_NAME).read_bytes())


@pytest.fixture
def schools(tmp_path: Path) -> tuple[School, School]:
    """One for the screens and one for plain lines."""
    return School(tmp_path / "screens", QUESTIONS, None), School(
        tmp_path / "plain", QUESTIONS, None
    )


async def test_a_first_year_is_the_same_file_through_screens_and_in_plain_lines(
    schools: tuple[School, School],
) -> None:
    screens, plain = schools
    steps = plan(real_bank())
    steps[-1].finish = True
    assert {step.question.kind for step in steps} >= {
        *(Kind.LINE, Kind.PASSAGE, Kind.CHOICE, Kind.CHOICES, Kind.YES_NO, Kind.NUMBER),
        *(Kind.DATE, Kind.URL, Kind.ROWS),
    }
    assert any(step.note for step in steps)
    assert any(step.reason for step in steps)
    said = in_plain(plain, steps)
    assert "You typed" not in said
    keys = await through_screens(screens, steps)
    assert keys <= 2 * len(steps), "at most two keys a question beyond the words"
    assert saved(screens).decode() == saved(plain).decode()
    assert len(re.findall(rb"^\[answers\.", saved(plain), re.MULTILINE)) == len(steps)


async def test_a_second_year_is_the_same_file_too(schools: tuple[School, School]) -> None:
    bank = real_bank()
    begun(schools[0], last_year(), NOTHING_CHANGED)
    answers = begun(schools[1], last_year(), NOTHING_CHANGED)
    wizard = Wizard.open(bank, answers).jump("adapt-curriculum")
    here = wizard.walked[wizard.number - 1 : wizard.number + 4]
    steps = [Step(question, keep=True) for question in here]
    steps[1].how = "asked the head"
    steps[2] = Step(here[2], skip=True)
    steps[3].note = "look at the plan"
    in_plain(schools[1], steps)
    await through_screens(schools[0], steps)
    assert saved(schools[0]).decode() == saved(schools[1]).decode()
    assert saved(schools[0]).count(b'source = "kept"') == len(steps) - 1
    assert b'how = "asked the head"' in saved(schools[0])
