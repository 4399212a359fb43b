"""The Word report opened again: what stands in it, in which order, and what Word is told of it."""

import os
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.answers import Answers
from sendwizard.report.model import (
    Card,
    Cell,
    CellKind,
    Grid,
    Layout,
    Look,
    Note,
    Part,
)
from sendwizard.report.word import write_word
from sendwizard.report.words import GAP, document_title, footer
from tests.report.making import demo, only, report_of, with_values
from tests.report.reading_word import made, prose, text_of, word
from tests.report.said import said
from tests.report.strategies import AS_MARKED, AS_TYPED, LONG_WORD, answers_strategy

GOLDEN = Path(__file__).parent / "golden" / "document.xml"
COLOUR = "#7a1d4f"


def hostile() -> Answers:
    """Everything at once that somebody might type to see what happens."""
    passage = "\n\n".join((*AS_TYPED, *AS_MARKED, "word " * 10_000))
    return with_values(
        demo(),
        school_name=AS_TYPED[0],
        teaching_approach=passage,
        senco=({"name": LONG_WORD, "email": "a b@c", "phone": "none"},),
    )


# -- the words --------------------------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("answers", [demo(), only(), hostile()], ids=["demo", "empty", "hostile"])
def test_word_says_what_the_report_says_in_its_order(layout: Layout, answers: Answers) -> None:
    report = report_of(answers, layout, with_annex=True)
    assert word(report).words == said(report)


@given(answers_strategy(), st.sampled_from(Layout), st.booleans())
@settings(max_examples=25)
def test_word_says_what_the_report_says_whatever_is_typed(
    answers: Answers, layout: Layout, annex: bool
) -> None:
    report = report_of(answers, layout, with_annex=annex)
    assert word(report).words == said(report)


@given(st.text(st.characters(codec=None)))
@settings(max_examples=25)
def test_no_text_makes_word_fail(text: str) -> None:
    """Not even one that was never cleaned: control signs and halves of signs."""
    fields = ((text, Cell(text, CellKind.URL, text)),)
    items = (
        prose(text),
        Card(fields),
        Grid((text,), ((Cell(text),),)),
        Note(text, f"https://{text}"),
    )
    report = made(*items, school=text, opening=text, state=text)
    assert word(report).words == said(report)


@pytest.mark.parametrize("text", AS_TYPED)
def test_what_is_typed_stands_there_as_it_was_typed(text: str) -> None:
    read = word(report_of(only(teaching_approach=f"We say {text} here.", school_name=text)))
    assert f"We say {text} here." in [line.text for line in read.lines]
    assert read.styled("Report School") == [text]


def test_what_word_cannot_hold_is_shown_as_a_sign_of_its_own() -> None:
    assert word(made(school="a\x00b\ud800c\uffff")).styled("Report School") == ["a�b�c�"]


def test_a_draft_says_so_before_its_first_heading_and_shows_each_gap() -> None:
    read = word(report_of(only()))
    assert read.lines[0].style == "report draft"
    assert read.lines[0].text.startswith("This is a draft: ")
    gaps = [line for line in read.lines if line.style == "report gap"]
    assert len(gaps) == int(read.lines[0].text.split()[4])
    for gap in gaps:
        label = gap.element.find(qn("w:r"))
        assert label is not None
        assert label.findtext(qn("w:t")) == GAP
        assert label.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None


def test_the_foot_of_each_page_names_the_report_and_the_page() -> None:
    report = report_of(demo())
    foot = word(report).document.sections[0].footer._element
    fields = [each.get(qn("w:instr")) for each in foot.iter(qn("w:fldSimple"))]
    assert text_of(foot).startswith(f"{footer(report)} Page\N{NO-BREAK SPACE}")
    assert fields == ["PAGE", "NUMPAGES"]


# -- headings, language, title ----------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
def test_headings_go_down_one_level_at_a_time(layout: Layout) -> None:
    report = report_of(demo(), layout, with_annex=True)
    headings = word(report).headings
    assert headings[0] == (1, report.whole_title)
    levels = [level for level, _ in headings]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [text for level, text in headings if level == 2] == [part.title for part in report.parts]


def test_headings_have_the_school_s_colour_and_words_are_12_points_without_serifs() -> None:
    styles = word(made(look=Look(COLOUR))).document.styles
    for level in range(1, 7):
        style = styles[f"Heading {level}"]
        heading = style if level < 5 else style.base_style
        assert str(heading.font.color.rgb) == COLOUR.lstrip("#").upper()
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Arial"
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "24"
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "en-GB"


def test_what_is_no_colour_never_gets_into_the_file() -> None:
    read = word(made(look=Look('#"/><w:x')))
    assert str(read.document.styles["Heading 1"].font.color.rgb) == "1D4F7A"


def test_the_file_has_a_title_a_language_and_the_day_of_its_newest_answer() -> None:
    report = report_of(demo())
    properties = word(report).document.core_properties
    assert properties.title == document_title(report)
    assert properties.author == report.school
    assert properties.language == "en-GB"
    assert properties.created is not None
    assert properties.created.date() == report.dated


def test_a_report_without_answers_has_a_fixed_day_and_a_very_long_title_is_cut() -> None:
    report = made(dated=None, school="Larkfield " * 50)
    properties = word(report).document.core_properties
    assert properties.created is not None
    assert properties.created.date() == date(2000, 1, 1)
    assert len(properties.title) == 255


def test_equal_reports_give_equal_bytes_and_no_entry_tells_the_time() -> None:
    report = report_of(demo(), Layout.STATUTORY)
    written = write_word(report, None)
    assert written == write_word(report, None)
    with ZipFile(BytesIO(written.data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist() == sorted(file.namelist())


def test_a_part_may_begin_a_page() -> None:
    inner = Part("b", "Inner", (), new_page=True)
    lines = word(made(inner)).lines
    breaks = [
        line.text
        for line in lines
        if line.element.find(f".//{qn('w:pageBreakBefore')}") is not None
    ]
    assert breaks == ["Inner"]


@pytest.mark.golden
def test_the_demo_in_word_is_the_one_that_was_read_and_kept() -> None:
    """`make golden` renews it; read the difference before you keep it."""
    found = word(report_of(demo())).entries["word/document.xml"]
    lines = found.replace(b"<w:p>", b"\n<w:p>").replace(b"</w:body>", b"\n</w:body>") + b"\n"
    if os.environ.get("SENDWIZARD_UPDATE_GOLDEN") == "1":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_bytes(lines)
    assert lines.decode() == GOLDEN.read_bytes().decode()
    assert lines == GOLDEN.read_bytes()
