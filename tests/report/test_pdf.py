"""The PDF is one that everybody can read: tagged, in order, with nothing missing."""

from collections.abc import Mapping
from ctypes import c_uint
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from pypdfium2 import raw

from sendwizard.core.answers import Answers, Scalar
from sendwizard.report import words
from sendwizard.report.model import Chart, Entry, Layout, Look, OpenGap, Part, Refer, Report, walk
from sendwizard.report.render import Format
from tests.report.making import bytes_of, demo, only, report_of, with_values
from tests.report.reading_pdf import Pdf
from tests.report.said import bare_words, said

TEXT = raw.FPDF_PAGEOBJ_TEXT
YORKSHIRE = with_values(demo(), local_authority="north-yorkshire")
NUMBERS: tuple[Mapping[str, Scalar], ...] = (
    {"need": "communication", "ehc": 9, "support": 31},
    {"need": "learning", "ehc": 3, "support": 22},
    {"need": "semh", "ehc": 7, "support": 12},
)
COUNTED = with_values(demo(), roll=240, numbers_shown="yes", numbers=NUMBERS)
MADE: dict[str, tuple[Answers, Layout]] = {
    **{f"demo-{layout.value}": (YORKSHIRE, layout) for layout in Layout},
    "empty-questions": (only(), Layout.QUESTIONS),
    "empty-statutory": (only(), Layout.STATUTORY),
    "empty-summary": (only(), Layout.SUMMARY),
    "numbers": (COUNTED, Layout.QUESTIONS),
}


@dataclass(frozen=True)
class Printed:
    """A report, and its PDF."""

    report: Report
    data: bytes
    pdf: Pdf


def printed(report: Report) -> Printed:
    """The report as a PDF that is open."""
    data = bytes_of(report, Format.PDF)
    return Printed(report, data, Pdf(data))


@pytest.fixture(scope="module", params=MADE)
def made(request: pytest.FixtureRequest) -> Printed:
    """One of the reports above, built once for all tests."""
    answers, layout = MADE[request.param]
    return printed(report_of(answers, layout, expectations=True))


@pytest.fixture(scope="module")
def whole() -> Printed:
    """The demo's report as a family reads it."""
    return printed(report_of(demo()))


def test_it_says_what_the_report_says_in_that_order(made: Printed) -> None:
    assert bare_words(made.pdf.read()) == said(made.report)


def test_it_is_tagged_and_says_its_title_and_language(made: Printed) -> None:
    root = made.pdf.file.Root
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(root.Lang) == words.LANGUAGE
    assert str(made.pdf.file.docinfo.Title) == words.document_title(made.report)
    assert str(made.pdf.file.docinfo.Author) == made.report.school
    with made.pdf.file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == words.document_title(made.report)


def test_headings_go_down_one_level_at_a_time_from_the_one_title(made: Printed) -> None:
    levels = [level for level, _ in made.pdf.headings()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
    assert made.pdf.headings()[0] == (1, made.report.whole_title)


def test_every_part_and_entry_has_its_heading(made: Printed) -> None:
    titles = [title for _, title in made.pdf.headings()]
    for item in walk(made.report.parts):
        match item:
            case Part(title=title) | Entry(prompt=title):
                assert title in titles


def test_bookmarks_are_the_headings(made: Printed) -> None:
    assert made.pdf.bookmarks() == made.pdf.headings()


def test_every_font_is_inside_and_is_ours(made: Printed) -> None:
    fonts = made.pdf.fonts()
    assert fonts
    for name, described in fonts.items():
        assert "SourceSansPro" in name
        assert "/FontFile2" in described


def test_no_letter_is_smaller_than_12_points(made: Printed) -> None:
    for page in made.pdf.pages:
        for piece in page.get_objects(filter=[TEXT]):
            assert isinstance(piece, pypdfium2.PdfTextObj)
            assert piece.get_font_size() * piece.get_matrix().d >= 11.99


def test_no_letter_leaves_the_page_or_stands_on_another(made: Printed) -> None:
    assert made.pdf.outside() == []
    assert made.pdf.overprinted() == []


def test_every_page_has_its_number_and_the_state_at_its_foot(made: Printed) -> None:
    pages = len(made.pdf.pages)
    for number, page in enumerate(made.pdf.pages, 1):
        text = " ".join(page.get_textpage().get_text_range().split())
        assert f"Page {number} of {pages}" in text
        assert words.footer(made.report) in text.replace(f" Page {number} of {pages}", "")


def test_no_foot_is_read_out(made: Printed) -> None:
    assert "Page 1 of" not in made.pdf.read()


def test_a_draft_says_so_before_anything_else(made: Printed) -> None:
    first = next(line for line in made.pdf.read().splitlines() if line.strip())
    opening = made.report.opening or made.report.school
    assert first.strip() == opening
    gaps = sum(isinstance(item, OpenGap) for item in walk(made.report.parts))
    assert made.pdf.read().count(words.GAP) == gaps


def test_tables_name_their_columns(made: Printed) -> None:
    for table in made.pdf.every("Table"):
        head = [tag for tag in table.walk() if tag.name == "TH"]
        assert head
        assert all(tag.text and tag.scope == "Column" for tag in head)
        rows = [tag for tag in table.walk() if tag.name == "TR"]
        assert len({len(row.inner) for row in rows}) == 1


def test_equal_reports_give_equal_bytes(whole: Printed) -> None:
    bytes_of(report_of(only()), Format.PDF)
    assert bytes_of(whole.report, Format.PDF) == whole.data


def test_it_is_dated_by_the_newest_answer(whole: Printed) -> None:
    found = printed(replace(whole.report, dated=date(2027, 3, 12)))
    assert str(found.pdf.file.docinfo.CreationDate).startswith("D:20270312000000")
    assert str(found.pdf.file.docinfo.ModDate).startswith("D:20270312000000")


def test_a_report_that_nothing_dates_has_equal_bytes_too(whole: Printed) -> None:
    undated = replace(whole.report, dated=None)
    assert bytes_of(undated, Format.PDF) == bytes_of(undated, Format.PDF)


def test_the_short_version_of_the_demo_is_one_side() -> None:
    assert len(printed(report_of(demo(), Layout.SUMMARY)).pdf.pages) == 1


def test_addresses_and_numbers_are_links(whole: Printed) -> None:
    links = whole.pdf.links()
    assert "mailto:senco@larkfieldbridge.example" in links
    assert "tel:01632960101" in links
    assert "https://westmarchsendiass.example" in links
    assert all(link.startswith(("https://", "mailto:", "tel:")) for link in links)


def test_contents_and_references_lead_to_their_place(whole: Printed) -> None:
    references = sum(isinstance(item, Refer) for item in walk(whole.report.parts))
    contents = whole.pdf.every("TOCI")
    assert references
    assert len(contents) == len(whole.report.parts)
    assert whole.pdf.links_inside() == references + len(contents)


def test_a_reference_to_what_is_not_there_is_plain_words(whole: Printed) -> None:
    lost = Part("lost", "Lost", (Refer("See elsewhere.", "nowhere"),))
    found = printed(replace(whole.report, parts=(lost,))).pdf
    assert "See elsewhere." in found.read()
    assert found.links_inside() == 0


def test_a_part_that_begins_a_page_stands_at_its_top(whole: Printed) -> None:
    parts = tuple(replace(part, new_page=True) for part in whole.report.parts[:4])
    found = printed(replace(whole.report, parts=parts)).pdf
    tops = [page.get_textpage().get_text_range().splitlines()[0] for page in found.pages]
    titles = [part.title for part in parts]
    assert [top for top in tops if top in titles] == titles


def test_headings_and_links_have_the_colour_of_the_school(whole: Printed) -> None:
    red = printed(replace(whole.report, look=Look("#7a1d3f"))).pdf
    colours = {colour_of(piece) for piece in red.pages[0].get_objects(filter=[TEXT])}
    assert colours == {(0, 0, 0), (0x7A, 0x1D, 0x3F)}


def colour_of(piece: pypdfium2.PdfObject) -> tuple[int, ...]:
    """Red, green and blue of some letters."""
    parts = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(piece, *parts)
    return tuple(part.value for part in parts[:3])


def test_the_council_s_form_is_a_table_as_wide_as_it_has_to_be() -> None:
    form = printed(report_of(YORKSHIRE, Layout.PROFORMA, expectations=True)).pdf
    head = [tag.text for tag in form.every("Table")[0].walk() if tag.name == "TH"]
    assert head[0] == "Part of the form"
    assert len(head) == 4
    width, height = form.pages[0].get_size()
    assert width > height


def test_a_chart_is_a_picture_with_words() -> None:
    report = report_of(COUNTED)
    chart = next(item for item in walk(report.parts) if isinstance(item, Chart))
    assert [tag.alt for tag in printed(report).pdf.every("Figure")] == [chart.words]
