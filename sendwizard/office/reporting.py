"""Writes the report of a year: builds it from the answers, renders it, puts it in its place."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.approval import Approval
from sendwizard.core.bank import Bank
from sendwizard.core.findings import in_full
from sendwizard.core.words import count, for_school
from sendwizard.errors import UnreadableError, UnwritableError, UsageError
from sendwizard.language.reader import read, to_put_right
from sendwizard.office.folders import School
from sendwizard.office.reading import own_year_before, readable
from sendwizard.office.standing import standing
from sendwizard.report.build import build_report
from sendwizard.report.entries import LeftAside, Material
from sendwizard.report.look import LogoFile, look_of
from sendwizard.report.model import Layout, Report
from sendwizard.report.render import Format, Letterhead, Rendered, Templates, render
from sendwizard.store.atomic import write_atomic
from sendwizard.store.bank_files import default_folder, load_bank
from sendwizard.store.confined import named, real_path
from sendwizard.store.safe_read import LETTERHEAD as LETTERHEAD_LIMIT
from sendwizard.store.safe_read import LOGO, Limit, read_bytes, require_readable

__all__ = ["Format", "Layout", "Report", "Wanted", "Written", "write_report", "write_report_of"]

DEFAULT_FORMATS = (Format.HTML, Format.WORD, Format.PDF)
LETTERHEAD = "letterhead.docx"
LOGOS = ("logo.png", "logo.jpg", "logo.svg")


@dataclass(frozen=True)
class Wanted:
    """How a report is asked for."""

    formats: Sequence[Format] = DEFAULT_FORMATS
    layout: Layout = Layout.QUESTIONS
    to: Path | None = None
    """Another folder; None for the year's own."""
    name: str = "report"
    """What the files are called, without their ending."""
    fragment: bool = False
    """HTML's body alone, for a website's editor."""
    annex: bool | None = None
    """None: with the statutory layout alone."""
    expectations: bool = False
    """Our summary of the council's words, in its form."""
    word_template: Path | None = None
    """Another letterhead than the folder's own."""


@dataclass(frozen=True)
class Written:
    """A report, and where it is."""

    report: Report
    paths: tuple[Path, ...]
    told: tuple[str, ...]
    """What the person should know about how it came out, each once."""


def write_report(school: School, year: str | None, wanted: Wanted) -> Written:
    """Build the report of a year, draft or not.

    Raises UnreadableError for a template, letterhead or logo with a fault, UnwritableError where
    it cannot be written; then the last good report is still in place.
    """
    bank = load_bank(school.questions)
    answers = readable(school, bank, school.pick_year(year))
    return write_report_of(school, bank, answers, wanted)


def write_report_of(school: School, bank: Bank, answers: Answers, wanted: Wanted) -> Written:
    """The same for answers that are open in a wizard, approved or changed since.

    Raises UnreadableError, too, where the record of the newest approval cannot be read: then
    nobody can say whether this is a draft.
    """
    stands = standing(school, bank, answers)
    if stands.problems:
        raise UnreadableError(stands.problems[0])
    material, told = material_of(school, bank, answers, stands.approval, stands.changed)
    report = stamped(
        build_report(
            material, wanted.layout, expectations=wanted.expectations, with_annex=wanted.annex
        )
    )
    ready = rendered(school, report, wanted)
    folder = wanted.to or school.year_folder(answers.year)
    paths = tuple(folder / f"{wanted.name}.{form.value}" for form in ready)
    for path in paths:
        refuse_what_is_in_use(path)
    for path, each in zip(paths, ready.values(), strict=True):
        write_atomic(path, each.data)
    all_told = (*told, *(sentence for each in ready.values() for sentence in each.told))
    return Written(report, paths, tuple(dict.fromkeys(all_told)))


def material_of(
    school: School, bank: Bank, answers: Answers, approval: Approval | None, changed: int = 0
) -> tuple[Material, tuple[str, ...]]:
    """What a report of these answers is made of, and what there is to tell of its look."""
    look, told = look_of(bank, answers, _logo(school))
    before = own_year_before(school, bank, answers)
    seen, left = read(bank, answers), _left_aside(bank, answers)
    wrong = to_put_right(bank, answers)
    if wrong:
        what = f"{count(len(wrong), 'thing has', 'things have')} to be put right before anybody"
        told = (*told, f"{what} sees this. {for_school(bank, answers, in_full(bank, wrong[0]))}")
    return (
        Material(bank, answers, approval, changed, before, look, seen, left, len(wrong)),
        told,
    )


def _left_aside(bank: Bank, answers: Answers) -> tuple[LeftAside, ...]:
    """What was found and set aside, as it stood on the day of the newest answer."""
    if not any(each.set_aside for each in answers.by_id.values()):
        return ()
    from sendwizard.office.checking import check_answers  # noqa: PLC0415 - seldom needed, 60 ms

    checked = check_answers(bank, answers, answers.newest or bank.checked_on)
    return tuple(
        LeftAside(each.finding.question, each.what, each.reason) for each in checked.set_aside
    )


def rendered(school: School, report: Report, wanted: Wanted) -> dict[Format, Rendered]:
    """The report in each format that is wanted. Raises UnreadableError, as `write_report` does."""
    letterhead = _letterhead(school, wanted)
    if school.templates is not None:
        require_readable(school.templates, (".j2", ".typ"))
    templates = Templates(default_folder("templates"), school.templates)
    return {
        form: render(report, form, templates, fragment=wanted.fragment, letterhead=letterhead)
        for form in wanted.formats
    }


def refuse_what_is_in_use(path: Path) -> None:
    """Before any file is replaced, so that the formats never come from two different days."""
    real = real_path(path, to_write=True)
    if real.exists() and not real.is_file():
        raise UnwritableError(f"{named(path)} could not be written: it is no file.")
    try:
        real.open("r+b").close()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise UnwritableError(
            f"{named(path)} could not be written: {error.strerror}. If it is open in another "
            "program, close it there. What was there before is still there."
        ) from None


def stamped(report: Report) -> Report:
    """The report dated on the day that `SOURCE_DATE_EPOCH` asks for, where it asks for one."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) <= len("9999999999")):
        return report
    return replace(report, dated=datetime.fromtimestamp(int(seconds), UTC).date())


def layout_name(layout: Layout) -> str:
    """What a layout's files are called when several stand side by side."""
    return "report" if layout is Layout.QUESTIONS else f"report-{layout.value}"


def every_layout(wanted: Wanted) -> tuple[Wanted, ...]:
    """The report as it is asked for, in each layout."""
    return tuple(replace(wanted, layout=each, name=layout_name(each)) for each in Layout)


def _logo(school: School) -> LogoFile | None:
    for name in LOGOS:
        path = school.folder / name
        if path.is_symlink() or path.exists():
            return LogoFile(named(path), _read(path, LOGO, school.folder))
    return None


def _letterhead(school: School, wanted: Wanted) -> Letterhead | None:
    other = wanted.word_template
    if other is not None and not other.is_file():
        raise UsageError(f"There is no file {named(other)}.")
    path = other or school.folder / LETTERHEAD
    if Format.WORD not in wanted.formats or not (path.is_symlink() or path.exists()):
        return None
    folder = None if other else school.folder
    return Letterhead(named(path), _read(path, LETTERHEAD_LIMIT, folder))


def _read(path: Path, limit: Limit, folder: Path | None) -> bytes:
    try:
        return read_bytes(path, limit, folder)
    except FileNotFoundError:
        raise UnreadableError(f"{named(path)} is not there any more.") from None
