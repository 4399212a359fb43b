"""A year that began with last year's answers, as the tests of the screens need it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

from sendwizard.core.answers import Answer, Answers, Began, Value
from sendwizard.core.carry import carry, from_sister
from sendwizard.office.folders import School
from sendwizard.office.reading import DOCUMENT, LAST_YEAR
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import write_answers
from sendwizard.tui.app import SendwizardApp
from tests.tui.test_fields_by_keys import Seat
from tests.worlds import YEAR, filled, real_bank

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
    with open_year(school, YEAR, at) as sitting:
        app = SendwizardApp(sitting, asked_for=at is not None)
        async with app.run_test(size=size) as pilot:
            yield app, pilot
            app.do_leave()
        app.close()
