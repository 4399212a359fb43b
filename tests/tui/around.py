"""The pages around the questions, as tests walk them: by keys, waiting for words alone."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static
from textual.worker import WorkerCancelled

from sendwizard.core.answers import Answers
from sendwizard.core.approval import Approval
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import dump_answers, write_answers
from sendwizard.store.approved import freeze
from sendwizard.tui.app import SendwizardApp
from tests.tui.test_fields_by_keys import Seat
from tests.worlds import YEAR, noon

APPROVED_ON = date(2026, 11, 12)


@asynccontextmanager
async def at_home(
    school: School,
    year: str = YEAR,
    size: tuple[int, int] = (80, 24),
    told: tuple[str, ...] | None = (),
) -> AsyncIterator[Seat]:
    """The wizard over what is on disk, at home; closed as F12 closes it."""
    with open_year(school, year, clock=noon) as sitting:
        app = SendwizardApp(sitting)
        app.told = told
        async with app.run_test(size=size) as pilot:
            yield app, pilot
            app.do_leave()
        app.close()
    if app.opened is not None:
        app.opened.sitting.close()


async def settled(app: SendwizardApp) -> None:
    """Wait until no work is under way; what made way for newer work is no fault."""
    while True:
        try:
            await app.workers.wait_for_complete()
        except WorkerCancelled:
            await asyncio.sleep(0)
        else:
            return


def words_on(app: SendwizardApp) -> str:
    """All that the topmost page says, on one line."""
    said = [str(each.render()) for each in app.screen.query(Static) if each.display]
    for picker in app.screen.query(OptionList):
        said += [str(each.prompt) for each in picker.options]
    said += [each.value for each in app.screen.query(Input)]
    return " ".join(" ".join(said).split())


async def see(pilot: Pilot[None], app: SendwizardApp, words: str) -> None:
    """Wait until the topmost page says so."""
    for _ in range(1_500):
        if app.screen.is_mounted and words in words_on(app):
            await pilot.pause()
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"“{words}” never came: {words_on(app)}")


async def pick(pilot: Pilot[None], app: SendwizardApp, words: str) -> None:
    """A line of the list, by its words: with its figure where it has one, else with the arrows."""
    await see(pilot, app, words)
    lines = [each for each in app.screen.query_one(OptionList).options if not each.disabled]
    place = next(n for n, each in enumerate(lines) if words in str(each.prompt))
    figures = [str(each.prompt).split()[0] for each in lines]
    await pilot.press(*to_pick(place, figures))


async def from_menu(pilot: Pilot[None], app: SendwizardApp, words: str) -> None:
    """A line of the menu, by its words."""
    await pilot.press("f2")
    await see(pilot, app, "This year and others")
    await pick(pilot, app, words)


def to_pick(place: int, figures: Sequence[str]) -> list[str]:
    """The keys that pick a line: its number, and Enter where a longer one begins alike; or arrows.

    `figures` are the first words of all lines.
    """
    figure = figures[place]
    if not figure.isdigit():
        return ["home", *["down"] * place, "enter"]
    longer = any(each != figure and each.startswith(figure) for each in figures)
    return [*figure, *(["enter"] if longer else ())]


async def write(pilot: Pilot[None], *boxes: str) -> None:
    """Words into one box after the other, each in place of what stood there."""
    for words in boxes:
        await pilot.press("ctrl+u")
        pilot.app.post_message(events.Paste(words))  # as from a clipboard: quicker than letters
        await pilot.press("enter")


def on_disk_as(school: School, answers: Answers) -> Answers:
    """These answers as the year's own."""
    write_answers(school.year_folder(answers.year) / "answers.toml", answers)
    return answers


def approved(school: School, answers: Answers) -> Answers:
    """A year that governors approved, with its locked copy."""
    answers = replace(answers, approvals=1)
    approval = Approval(
        "Ann Lee",
        "Chair of governors",
        APPROVED_ON,
        "the governing body",
        next_review=date(2027, 11, 12),
    )
    files = {"answers.toml": dump_answers(answers), "report.html": b"<p>The report.</p>"}
    freeze(school.year_folder(answers.year), 1, files, approval)
    return on_disk_as(school, answers)
