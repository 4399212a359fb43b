"""Everything that writes into a school's folder, as acts that can be tried on a failing disk."""

import shutil
from datetime import date, datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from sendwizard.core.answers import Answer
from sendwizard.office import reporting
from sendwizard.office.acts import change_answer, make_demo
from sendwizard.office.approving import Decision, approve_year
from sendwizard.office.beginning import begin
from sendwizard.office.earlier import restore
from sendwizard.office.folders import School, find_school
from sendwizard.office.migrating import migrate_year
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.history import keep_save, keep_state
from sendwizard.store.resume import Resume, write_resume
from sendwizard.store.texts import keep_text
from tests.store.failing_disk import Act
from tests.worlds import QUESTIONS
from tests.writers import Writers

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
EARLIER = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - ditto
DAY = date(2026, 11, 24)
YEAR = "2026-27"
NEXT = "2027-28"
FINISHED = "2025-26"
DECISION = Decision("Helen Tarrant", "Chair of governors", date(2025, 12, 4), minute="FGB 7b")
NEWER = "newer"


def noon() -> datetime:
    """The clock of these acts stands still."""
    return NOON


def world(room: Path) -> Path:
    """The demo school with a history, a document to begin with, and newer questions beside it."""
    folder = make_demo(find_school(None), room / "start")
    year = folder / YEAR
    answers = read_answers(year / FILE_NAME)
    keep_save(year, answers, EARLIER)
    keep_text(year, "money", Answer("An old text.", on=DAY), EARLIER)
    changed = answers.with_answer("money", Answer("We spend it on staff.", on=DAY))
    write_answers(year / FILE_NAME, changed)
    write_resume(year, Resume("money", (1, 2)))
    (room / "report.txt").write_text("What we wrote last year.\n", encoding="utf-8")
    _newer_questions(room / NEWER)
    return folder


def _newer_questions(folder: Path) -> None:
    shutil.copytree(QUESTIONS, folder)
    for name, old, new in (
        ("bank.toml", 'edition = "2026.11"', 'edition = "2027.9"'),
        ("08-wellbeing.toml", 'id = "bullying"', 'id = "bullying"\nreworded = "2027.9"'),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")


def _school(folder: Path) -> School:
    return find_school(folder)


def _save(folder: Path) -> None:
    path = folder / YEAR / FILE_NAME
    answers = read_answers(path)
    write_answers(path, answers.with_answer("bullying", Answer("We listen first.", on=DAY)))


def _leave(folder: Path) -> None:
    """A question is left and its text was replaced: the answers, the old text, an earlier save."""
    with open_year(_school(folder), YEAR, "money", noon) as sitting:
        changed = sitting.wizard.answer("We spend it on training.", DAY).answers
        sitting.leave(changed, 1)


def _set(folder: Path) -> None:
    with patch("sendwizard.office.acts.open_year", partial(open_year, clock=noon)):
        change_answer(_school(folder), YEAR, "complaints", lambda w: w.answer("Ask us.", DAY))


def _resume(folder: Path) -> None:
    write_resume(folder / YEAR, Resume("bullying", (3, 4), drafts={"roll/": "tw"}))


def _approve(folder: Path) -> None:
    with patch.object(reporting, "render", Writers()):
        approve_year(_school(folder), FINISHED, DECISION, noon)


def _begin(folder: Path) -> None:
    begin(_school(folder), NEXT, noon, document=folder.parent / "report.txt")


def _migrate(folder: Path) -> None:
    school = find_school(folder, folder.parent / NEWER)
    migrate_year(school, YEAR, accept=True, clock=noon)


def _restore(folder: Path) -> None:
    restore(_school(folder), YEAR, "20261123T120000000000Z", DAY, noon)


def _damage(folder: Path) -> None:
    path = folder / YEAR / FILE_NAME
    path.write_bytes(path.read_bytes()[:3000])


def _keep_state(folder: Path) -> None:
    keep_state(folder / YEAR, "before-2027.9", read_answers(folder / YEAR / FILE_NAME))


ACTS = (
    Act("save", _save),
    Act("resume", _resume),
    Act("put by", _keep_state),
    Act("leave a question", _leave),
    Act("answers set", _set),
    Act("begin", _begin),
    Act("approve", _approve, whole=(f"{FINISHED}/approved/1",)),
    Act("migrate", _migrate),
    Act("restore", _restore),
    Act("restore over a damaged file", _restore, prepare=_damage),
)
