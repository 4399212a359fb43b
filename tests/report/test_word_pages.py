"""The Word report on pages, as LibreOffice lays it out."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from sendwizard.report.model import Layout
from sendwizard.report.word import write_word
from sendwizard.report.words import footer
from tests.report.making import demo, report_of
from tests.report.making_letterheads import plain, saved
from tests.report.reading_word import WordReport

OFFICE = shutil.which("soffice")
REPORTS = {
    **{layout.value: report_of(demo(), layout) for layout in Layout},
    "letter": report_of(demo(), Layout.STATUTORY),
}
SPACE = re.compile(r"\s+")


def squeezed(text: str) -> str:
    """The text without spaces and line ends, which depend on where a line is broken."""
    return SPACE.sub("", text.replace("\x02", "").replace("\ufffe", ""))


def pages_of(pdf: Path) -> list[str]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words on each page of each report. One start of LibreOffice for all: it takes seconds."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not on the PATH")
    folder = tmp_path_factory.mktemp("pages")
    for name, report in REPORTS.items():
        letterhead = saved(plain()) if name == "letter" else None
        (folder / f"{name}.docx").write_bytes(write_word(report, letterhead).data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [folder / f"{name}.docx" for name in REPORTS]
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return {name: pages_of(folder / f"{name}.pdf") for name in REPORTS}


@pytest.mark.parametrize("name", REPORTS)
def test_every_heading_stands_on_the_pages_in_order(name: str, pages: dict[str, list[str]]) -> None:
    report = REPORTS[name]
    text, place = "".join(pages[name]), 0
    for _, heading in WordReport(write_word(report, None).data).headings:
        place = text.index(squeezed(heading), place) + 1


@pytest.mark.parametrize("layout", Layout)
def test_each_page_says_what_it_belongs_to_and_which_it_is(
    layout: Layout, pages: dict[str, list[str]]
) -> None:
    several = pages[layout.value]
    foot = squeezed(footer(REPORTS[layout.value]))
    for number, page in enumerate(several, 1):
        assert f"{foot}Page{number}of{len(several)}" in page


def test_the_short_version_has_one_side(pages: dict[str, list[str]]) -> None:
    font = subprocess.run(["fc-match", "Arial"], check=True, capture_output=True, text=True)
    if not font.stdout.startswith(("Arial", "Liberation")):
        pytest.skip("no font as wide as Arial on this machine")
    assert len(pages[Layout.SUMMARY.value]) == 1


def test_no_page_of_a_report_is_blank(pages: dict[str, list[str]]) -> None:
    feet = {name: len(squeezed(footer(report))) for name, report in REPORTS.items()}
    for name, several in pages.items():
        assert all(len(page) > feet[name] + 40 for page in several), name


def test_the_school_s_own_head_and_foot_are_on_its_pages(pages: dict[str, list[str]]) -> None:
    first, second, *_ = pages["letter"]
    assert "WelcometoLarkfield" in first
    assert "Towhomitmayconcern" in first
    assert "Larkfield,SchoolLane" in second
    assert "Charity123" in second
