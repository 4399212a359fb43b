"""A report is written whole in all its formats, or what was there before still is."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.office import reporting
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.office.reporting import Format, Layout, Wanted, write_report
from sendwizard.store.bank_files import load_bank
from tests.writers import Writers

YEAR = "2025-26"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def contents(folder: Path) -> dict[str, bytes]:
    """Each report of the folder, by name; nothing that is half written escapes."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if "report" in each.name}


# -- what is written, and where ---------------------------------------------------------


@pytest.mark.usefixtures("writers")
def test_a_report_is_html_word_and_pdf_in_its_years_folder_unless_told(school: School) -> None:
    written = write_report(school, YEAR, Wanted())
    names = ["report.html", "report.docx", "report.pdf"]
    assert written.paths == tuple(school.year_folder(YEAR) / name for name in names)
    assert contents(school.year_folder(YEAR)) == {
        "report.html": b"html of questions",
        "report.docx": b"docx of questions",
        "report.pdf": b"pdf of questions",
    }
    assert written.report.state == "Complete, waiting for governors"


@pytest.mark.usefixtures("writers")
def test_another_folder_is_made_and_the_years_own_left_alone(
    school: School, tmp_path: Path
) -> None:
    write_report(school, YEAR, Wanted((Format.MARKDOWN,), to=tmp_path / "web" / "send"))
    assert contents(tmp_path / "web" / "send") == {"report.md": b"md of questions"}
    assert contents(school.year_folder(YEAR)) == {}


@pytest.mark.usefixtures("writers")
def test_layouts_stand_side_by_side_under_names_of_their_own(school: School) -> None:
    for wanted in reporting.every_layout(Wanted((Format.HTML,))):
        write_report(school, YEAR, wanted)
    assert contents(school.year_folder(YEAR)) == {
        "report.html": b"html of questions",
        "report-summary.html": b"html of summary",
        "report-statutory.html": b"html of statutory",
        "report-proforma.html": b"html of proforma",
    }


def test_the_newest_year_is_meant_and_gaps_make_a_draft(school: School, writers: Writers) -> None:
    written = write_report(school, None, Wanted((Format.HTML,)))
    assert written.report.year == "2026-27"
    assert written.report.state.startswith("Draft, ")
    assert writers.given[0][0] is written.report


def test_answers_open_in_a_wizard_are_written_as_they_stand_there(
    school: School, writers: Writers
) -> None:
    bank = load_bank(school.questions)
    answers = readable(school, bank, YEAR).with_answer("school-name", Answer("Unsaved School"))
    reporting.write_report_of(school, bank, answers, Wanted((Format.HTML,)))
    assert writers.given[0][0].school == "Unsaved School"


def test_the_fragment_and_the_schools_templates_reach_the_writer(
    school: School, writers: Writers, tmp_path: Path
) -> None:
    write_report(replace(school, templates=tmp_path), YEAR, Wanted((Format.HTML,), fragment=True))
    ((_, _, templates, fragment, _),) = writers.given
    assert fragment
    assert templates.own == tmp_path
    assert (templates.ours / "report.html.j2").is_file()


def test_what_the_formats_have_to_tell_is_told_once(school: School, writers: Writers) -> None:
    told = ("☃ is not in the font.",)
    writers.tells = {Format.PDF: told, Format.WORD: (*told, "Macros were dropped.")}
    written = write_report(school, YEAR, Wanted())
    assert written.told == (*told, "Macros were dropped.")


# -- the last good report stays ---------------------------------------------------------


@pytest.fixture
def before(school: School, writers: Writers) -> Callable[[], bool]:
    """Whether the reports are those that stood there before the fault."""
    folder = school.year_folder(YEAR)
    write_report(school, YEAR, Wanted(layout=Layout.SUMMARY))
    kept = contents(folder)
    assert len(kept) == 3
    return lambda: contents(folder) == kept


@pytest.mark.parametrize("form", list(reporting.DEFAULT_FORMATS))
def test_where_one_format_fails_none_is_replaced(
    school: School, writers: Writers, before: Callable[[], bool], form: Format
) -> None:
    writers.fails = form
    with pytest.raises(UnreadableError, match=f"wrong with {form.value}"):
        write_report(school, YEAR, Wanted())
    assert before()


def test_a_sign_that_is_no_picture_replaces_nothing(
    school: School, before: Callable[[], bool]
) -> None:
    (school.folder / "logo.png").write_text("Dear parents")
    with pytest.raises(UnreadableError, match=r"logo\.png is no picture"):
        write_report(school, YEAR, Wanted())
    assert before()


def test_a_year_that_cannot_be_read_replaces_nothing(
    school: School, before: Callable[[], bool]
) -> None:
    (school.year_folder(YEAR) / "answers.toml").write_text("cut sho")
    with pytest.raises(UnreadableError):
        write_report(school, YEAR, Wanted())
    assert before()


def test_where_one_file_is_in_use_none_is_replaced(
    school: School, before: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Word on Windows holds a file that it shows."""
    opened = Path.open

    def held(path: Path, mode: str = "r", *more: object) -> object:
        if path.name == "report.docx" and "+" in mode:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, *more)  # type: ignore[call-overload]  # as it was called

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(UnwritableError, match=r"report\.docx could not be .* close it there"):
        write_report(school, YEAR, Wanted())
    assert before()


def test_where_a_folder_stands_in_the_way_of_one_file_none_is_replaced(
    school: School, writers: Writers
) -> None:
    write_report(school, YEAR, Wanted((Format.HTML,), layout=Layout.SUMMARY))
    (school.year_folder(YEAR) / "report.pdf").mkdir()
    with pytest.raises(UnwritableError, match=r"report\.pdf"):
        write_report(school, YEAR, Wanted())
    assert (school.year_folder(YEAR) / "report.html").read_bytes() == b"html of summary"
    assert not (school.year_folder(YEAR) / "report.docx").exists()


@pytest.mark.usefixtures("writers")
def test_a_folder_that_cannot_be_made_is_told(school: School, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UnwritableError, match="taken"):
        write_report(school, YEAR, Wanted(to=tmp_path / "taken" / "under"))
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_disk_that_fills_up_leaves_the_file_that_was_there(
    school: School, before: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableError, match="No space left"):
        write_report(school, YEAR, Wanted())
    assert before()


# -- the real writers -------------------------------------------------------------------


def test_each_format_is_what_its_ending_says_and_equal_answers_give_equal_bytes(
    school: School, tmp_path: Path
) -> None:
    (school.folder / "logo.svg").write_bytes(SVG)
    formats = tuple(Format)
    write_report(school, YEAR, Wanted(formats))
    first = contents(school.year_folder(YEAR))
    assert first["report.html"].startswith(b"<!DOCTYPE html>")
    assert first["report.docx"].startswith(b"PK\x03\x04")
    assert first["report.pdf"].startswith(b"%PDF-")
    assert b"# SEN information report 2025-26" in first["report.md"]
    write_report(school, YEAR, Wanted(formats, to=tmp_path / "again"))
    assert contents(tmp_path / "again") == first
