"""A year that began with last year's answers, as the tests of the screens need it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

from textual.pilot import Pilot
from textual.widgets import OptionList

from sendwizard.core.answers import Answer, Answers, Began, Source, Value
from sendwizard.core.carry import carry, from_sister
from sendwizard.office.folders import School
from sendwizard.office.reading import DOCUMENT, LAST_YEAR
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.pages import PickPage
from tests.tui.around import to_pick
from tests.tui.test_fields_by_keys import Seat, shown, until
from tests.worlds import YEAR, filled, noon, real_bank

LAST_YEAR_DAY = date(2025, 11, 3)
LONG = "\n\n".join(f"Paragraph {number} of what we do in class." for number in range(1, 31))


def last_year(values: Mapping[str, Value] | None = None) -> Answers:
    """Every question answered in 2025-26, on 3 November 2025, some of them with these values."""
    answers = filled()
    by_id = {key: replace(each, on=LAST_YEAR_DAY) for key, each in answers.by_id.items()}
    for key, value in (values or {}).items():
        by_id[key] = Answer(value, on=LAST_YEAR_DAY)
    return replace(answers, year="2025-26", by_id=by_id)


def begun(
    school: School,
    before: Answers,
    given: Mapping[str, Value] | None = None,
    *,
    sister: bool = False,
) -> Answers:
    """A year that began with those answers, with some given since."""
    bring = from_sister if sister else carry
    answers = bring(real_bank(), before, YEAR)
    for key, value in (given or {}).items():
        answers = answers.with_answer(key, Answer(value, on=date(2026, 11, 2)))
    write_answers(school.year_folder(YEAR) / LAST_YEAR, before)
    write_answers(school.year_folder(YEAR) / "answers.toml", answers)
    return answers


def beside(school: School, text: str, answers: Answers) -> None:
    """These answers, with a report of last year beside them."""
    began = replace(answers.began or Began(), document="report-2025.docx")
    write_answers(school.year_folder(YEAR) / "answers.toml", replace(answers, began=began))
    (school.year_folder(YEAR) / DOCUMENT).write_text(text, encoding="utf-8")


@asynccontextmanager
async def seat_at(
    school: School, at: str | None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seat]:
    """The wizard over what is on disk, open at a question; closed as F12 closes it."""
    with open_year(school, YEAR, at, clock=noon) as sitting:
        app = SendwizardApp(sitting, asked_for=at is not None)
        async with app.run_test(size=size) as pilot:
            yield app, pilot
            app.do_leave()
        app.close()


PASSAGE = "adapt-curriculum"
"""A passage; what it hangs on has mostly not changed."""
HANGS = "first-contact"
"""A passage that hangs on whether the SENCO has changed."""
NOTHING_CHANGED = {q.id: False for q in real_bank().questions if q.begun_year}


def pane(app: SendwizardApp) -> str:
    """The title and the words of the pane."""
    return f"{app.page.query_one('#pane').border_title}\n{shown(app, 'pane-text')}"


def source(app: SendwizardApp, question_id: str) -> Source:
    """Where an answer comes from."""
    return app.wizard.answers.get(question_id).source


def go_to(app: SendwizardApp, question_id: str) -> None:
    """Another question, without the keys that lead there."""
    app.go(lambda wizard: wizard.jump(question_id))


async def pick(pilot: Pilot[None], app: SendwizardApp, words: str) -> None:
    """A line of the menu, by its words."""
    await pilot.press("f2")
    await until(lambda: isinstance(app.screen, PickPage), pilot)
    lines = [each for each in app.screen.query_one(OptionList).options if not each.disabled]
    figures = [str(each.prompt).split()[0] for each in lines]
    place = next(n for n, each in enumerate(lines) if words in str(each.prompt))
    await pilot.press(*to_pick(place, figures))


async def menu(pilot: Pilot[None], app: SendwizardApp) -> str:
    """What the menu offers."""
    await pilot.press("f2")
    await until(lambda: isinstance(app.screen, PickPage), pilot)
    said = "\n".join(str(each.prompt) for each in app.screen.query_one(OptionList).options)
    await pilot.press("escape")
    return said
