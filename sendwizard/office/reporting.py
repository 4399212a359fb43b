"""Writes the report of a year: builds it from the answers, renders it, puts it in its place."""

from collections.abc import Sequence
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.office.folders import School
from sendwizard.office.sitting import readable
from sendwizard.report.build import build_report
from sendwizard.report.model import Report
from sendwizard.report.render import Format, render
from sendwizard.store.atomic import write_atomic
from sendwizard.store.bank_files import load_bank

__all__ = ["Format", "Report", "write_report", "write_report_of"]

DEFAULT_FORMATS = (Format.HTML,)


def write_report(
    school: School, year: str | None, formats: Sequence[Format], to: Path | None = None
) -> tuple[Report, tuple[Path, ...]]:
    """Build the report of a year, draft or not; the report and its files.

    Raises UnwritableError, and then the last good report is still in place.
    """
    bank = load_bank(school.questions)
    chosen = school.pick_year(year)
    answers = readable(school, bank, chosen)
    return write_report_of(school, bank, answers, formats, to)


def write_report_of(
    school: School,
    bank: Bank,
    answers: Answers,
    formats: Sequence[Format],
    to: Path | None = None,
) -> tuple[Report, tuple[Path, ...]]:
    """The same for answers that are open in a wizard."""
    report = build_report(bank, answers)
    folder = to or school.year_folder(answers.year)
    ready = [(form, render(report, form, school.templates)) for form in formats]
    paths = []
    for form, data in ready:
        path = folder / f"report.{form.value}"
        write_atomic(path, data)
        paths.append(path)
    return report, tuple(paths)
