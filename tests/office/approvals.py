"""What tests of an approval are made of: a decision, a clock that stands still, the files."""

from datetime import date, datetime
from pathlib import Path

from sendwizard.core.answers import Answer, Answers
from sendwizard.office import approving
from sendwizard.office.approving import Decision, approve_year
from sendwizard.office.folders import School
from sendwizard.office.sitting import Sitting, open_year
from sendwizard.report.model import Report
from tests.writers import Writers

YEAR = "2025-26"
ON = date(2025, 12, 4)
DECISION = Decision("Helen Tarrant", "Chair of governors", ON, minute="FGB 7b")
SMALL = Decision("Sue Lee", "Headteacher", date(2026, 3, 12), small_change="new SENCO.")
OLD_REVIEW = date(2026, 11, 20)


def noon() -> datetime:
    """The clock of these tests stands still."""
    return datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - a sitting's clock is UTC without a zone


def approved(school: School, decision: Decision = DECISION) -> approving.Approved:
    """The demo's finished year, approved by script."""
    return approve_year(school, YEAR, decision, noon)


def sit(school: School) -> Sitting:
    return open_year(school, YEAR, clock=noon)


def edited(answers: Answers, question: str, value: str | None) -> Answers:
    """The answers with other words for a question, or without it."""
    return answers.with_answer(question, Answer(value, on=date(2025, 11, 30)))


def change(school: School, question: str, value: str | None) -> None:
    """The same, on disk."""
    with sit(school) as opened:
        opened.leave(edited(opened.wizard.answers, question, value), 1)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and below it, but for the lock and its holder."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.name.startswith(".lock")
    }


def frozen(school: School) -> dict[str, bytes]:
    return files(school.year_folder(YEAR) / "approved")


def report_of(writers: Writers, name: str) -> Report:
    """The report, or the pages for governors, of the last approval."""
    return writers.reports[-6 if name == "report" else -1]


# -- what an approval makes -------------------------------------------------------------
