"""Tables in Word: their headers, their widths, what their cells hold."""

import pytest
from docx.oxml.ns import qn
from docx.table import Table

from sendwizard.report.model import (
    Card,
    Cell,
    CellKind,
    Entry,
    Grid,
    Layout,
    Note,
    OpenGap,
    Prose,
    Row,
    Sheet,
)
from sendwizard.report.prose import List, Paragraph, Span
from tests.report.making import demo, report_of
from tests.report.reading_word import WordReport, made, prose, word
from tests.report.strategies import LONG_WORD

GRID = Grid(("Name", "Phone"), ((Cell("Ms A"), Cell("01632 960000", CellKind.PHONE)),))


CARD = Card((("Phone", Cell("01632 960000", CellKind.PHONE)),))


def tables(read: WordReport) -> list[Table]:
    return list(read.document.tables)


def flags(table: Table, name: str) -> list[bool]:
    """Which rows have that property."""
    return [row._tr.find(f"{qn('w:trPr')}/{qn(name)}") is not None for row in table.rows]


def said_of(table: Table, name: str, attribute: str) -> str | None:
    """What one of its properties says; None where it says nothing."""
    found = table._tbl.tblPr.find(qn(name))
    return None if found is None else found.get(qn(attribute))


def widths(table: Table) -> list[int]:
    return [int(each.get(qn("w:w"), "0")) for each in table._tbl.tblGrid.findall(qn("w:gridCol"))]


@pytest.mark.parametrize("layout", Layout)
def test_every_table_has_a_style_a_name_and_a_header_row_that_pages_repeat(layout: Layout) -> None:
    read = word(report_of(demo(), layout, with_annex=True))
    for table in tables(read):
        assert table.style is not None
        assert table.style.name == "Report Table"
        assert flags(table, "w:tblHeader") == [True, *(False for _ in table.rows[1:])]
        assert said_of(table, "w:tblCaption", "w:val")
        assert said_of(table, "w:tblLook", "w:firstRow") == "1"


def test_a_column_that_names_its_rows_is_marked_as_their_header() -> None:
    nameless = Grid(("A", "B"), ((Cell("a"), Cell("b")), (Cell(""), Cell("c"))))
    form = sheet(Entry("a", "How?", (prose("Words"),)))
    read = word(made(GRID, nameless, form))
    found = [said_of(each, "w:tblLook", "w:firstColumn") for each in tables(read)]
    assert found == ["1", "0", "1"]


def test_rows_stay_whole_unless_they_are_longer_than_most_of_a_page() -> None:
    long = Grid(("A",), ((Cell("short"),), (Cell("word " * 1_000),)))
    (table,) = tables(word(made(long)))
    assert flags(table, "w:cantSplit") == [True, True, False]


@pytest.mark.parametrize("text", ["a", LONG_WORD, "https://school.example/" + "a" * 100])
def test_columns_keep_their_width_and_never_leave_the_page(text: str) -> None:
    rows = ((Cell(text), Cell("b"), Cell(LONG_WORD)),)
    (table,) = tables(word(made(Grid(("One", "Two", "Three"), rows, to_fill=("RAG", "Comment")))))
    assert said_of(table, "w:tblLayout", "w:type") == "fixed"
    assert sum(widths(table)) <= 16838 - 2 * 1134
    assert min(widths(table)) > 500


def test_columns_to_write_in_are_blank_and_lie_on_a_wide_page() -> None:
    read = word(report_of(demo(), Layout.STATUTORY))
    table = tables(read)[-2]
    assert [cell.text for cell in table.rows[0].cells[-2:]] == ["RAG", "Comment"]
    assert all(cell.text == "" for row in table.rows[1:] for cell in row.cells[-2:])
    assert widths(table)[-1] > 2_250
    assert [section.orientation for section in read.document.sections] == [0, 1]
    assert all(section.footer.paragraphs[0].text for section in read.document.sections)


def test_pages_stand_upright_again_after_a_wide_table() -> None:
    wide = Entry("a", "A?", (Grid(("A",), ((Cell("b"),),), to_fill=("C",)),))
    report = made(wide)
    (part,) = report.parts
    sections = word(made(parts=(part, made(prose("words")).parts[0]))).document.sections
    assert [section.orientation for section in sections] == [1, 0]


def test_tables_that_follow_each_other_stay_two() -> None:
    body = word(made(GRID, GRID)).document.element.body
    tags = [each.tag for each in body if each.tag in (qn("w:tbl"), qn("w:p"))]
    assert tags[-4:] == [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p")]


def sheet(*cell: Entry | Note) -> Sheet:
    return Sheet("Row", ("Ours", "Duty"), (Row("r", "The row", (cell, (Note("para 1"),))),))


def test_the_council_s_form_is_a_table_whose_cells_hold_whole_answers() -> None:
    steps = List(tuple((Paragraph((Span(text),)),) for text in ("one", "two")), 1)
    answer = Entry("a", "How?", (prose("Words"), GRID, OpenGap("Not yet.", ()), CARD))
    (outer,) = tables(word(made(sheet(answer, Entry("b", "And?", (Prose((steps,)),))))))
    assert [cell.text for cell in outer.rows[0].cells] == ["Row", "Ours", "Duty"]
    title, ours, _ = outer.rows[1].cells
    assert title.text == "The row"
    assert len(ours.tables) == 1
    styles = [line.style.name for line in ours.paragraphs if line.style]
    assert styles == [
        "Report Cell Heading", "Report Cell", "Report Gap", "Report Card",
        "Report Cell Heading", "List Number", "List Number",
    ]  # fmt: skip


def test_a_cell_that_ends_in_a_table_or_is_empty_is_still_one_that_word_opens() -> None:
    read = word(made(sheet(Entry("a", "How?", (GRID,))), sheet()))
    for cell in read.document.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
