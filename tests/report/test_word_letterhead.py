"""The report on a school's letterhead: what stays of it, what is built, what is left out."""

from io import BytesIO

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from sendwizard.report.model import Grid, Layout, Logo, Look
from sendwizard.report.render import Letterhead, Rendered
from sendwizard.report.word import write_word
from sendwizard.report.words import footer
from tests.report.making import demo, report_of
from tests.report.making_letterheads import (
    MAIN,
    MICROSOFT,
    NAME,
    OFFICE,
    RELATIONSHIPS,
    TEMPLATE,
    WITH_MACROS,
    Change,
    adding,
    plain,
    png,
    related,
    replacing,
    saved,
    without,
)
from tests.report.reading_word import WordReport, made, prose, text_of
from tests.report.said import bare_words, said


def written(letterhead: Letterhead) -> tuple[WordReport, Rendered]:
    rendered = write_word(report_of(demo()), letterhead)
    return WordReport(rendered.data), rendered


# -- what stays -------------------------------------------------------------------------


def test_head_foot_page_set_up_and_styles_of_a_letterhead_stay() -> None:
    read, rendered = written(saved(plain()))
    section = read.document.sections[0]
    assert rendered.told == ()
    assert section.header.paragraphs[0].text == "Larkfield, School Lane"
    assert section.first_page_header.paragraphs[0].text == "Welcome to Larkfield"
    assert [line.text for line in section.footer.paragraphs] == ["Charity 123"]
    assert section.left_margin is not None
    assert section.left_margin.twips == Cm(4).twips
    assert read.document.styles["Heading 2"].font.color.rgb == RGBColor(1, 2, 3)
    assert read.document.styles["Normal"].font.size == Pt(13)


def test_words_in_its_body_stand_above_the_report_and_the_report_is_whole() -> None:
    read, _ = written(saved(plain()))
    assert read.lines[0].text == "To whom it may concern"
    assert read.lines[1].text == "Larkfield Bridge Primary School"
    assert read.words == [*bare_words("To whom it may concern"), *said(report_of(demo()))]


def test_the_state_stands_in_the_body_when_the_foot_is_the_school_s() -> None:
    read, _ = written(saved(plain()))
    assert read.styled("Report State") == ["Complete, waiting for governors."]


def test_the_same_letterhead_gives_the_same_bytes() -> None:
    letterhead = saved(plain())
    assert written(letterhead)[1] == written(letterhead)[1]


def test_what_a_letterhead_says_of_itself_is_not_said_of_the_report() -> None:
    document = plain()
    document.core_properties.author, document.core_properties.keywords = "Old head", "secret"
    read, _ = written(saved(document))
    assert read.document.core_properties.author == "Larkfield Bridge Primary School"
    assert read.document.core_properties.keywords == ""
    assert not [name for name in read.entries if "app.xml" in name or "thumbnail" in name]
    assert b"secret" not in b"".join(read.entries.values())


def test_a_letterhead_in_american_becomes_british() -> None:
    read, _ = written(saved(plain()))
    languages = [each.get(qn("w:val")) for each in read.document.styles.element.iter(qn("w:lang"))]
    assert set(languages) == {"en-GB"}


def test_only_tables_to_write_in_lie_on_their_side_under_the_same_head_and_foot() -> None:
    report = report_of(demo(), with_annex=True)
    read = WordReport(write_word(report, saved(plain())).data)
    upright, lying = read.document.sections
    assert upright.orientation == WD_ORIENT.PORTRAIT
    assert lying.orientation == WD_ORIENT.LANDSCAPE
    assert lying.page_width == upright.page_height
    assert lying.left_margin == upright.left_margin
    assert lying.header.paragraphs[0].text == "Larkfield, School Lane"
    assert lying.footer.paragraphs[0].text == "Charity 123"
    assert upright.different_first_page_header_footer
    assert not lying.different_first_page_header_footer


def test_a_letterhead_that_lies_on_its_side_is_not_turned() -> None:
    document = plain()
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    read = WordReport(write_word(report_of(demo(), with_annex=True), saved(document)).data)
    assert len(read.document.sections) == 1


@pytest.mark.parametrize("layout", Layout)
def test_tables_fit_between_its_margins(layout: Layout) -> None:
    report = report_of(demo(), layout, with_annex=True)
    read = WordReport(write_word(report, saved(plain())).data)
    widths = [
        sum(int(each.get(qn("w:w"), "0")) for each in table._tbl.tblGrid)
        for table in read.document.tables
    ]
    assert all(width <= Cm(21 - 4 - 3.1).twips for width in widths[:-2])
    assert all(width <= Cm(29.7 - 4 - 3.1).twips for width in widths[-2:])


def test_a_letterhead_with_two_columns_has_tables_of_one_column() -> None:
    document = plain()
    columns = document.element.body.sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    grid = Grid(("A", "B"), ())
    read = WordReport(write_word(made(grid), saved(document)).data)
    (table,) = read.document.tables
    widths = [int(each.get(qn("w:w"), "0")) for each in table._tbl.tblGrid]
    assert sum(widths) < Cm(14 / 2).twips


# -- what is built ----------------------------------------------------------------------


def bare() -> Letterhead:
    """A letterhead without numbering, settings, headings or lists."""
    document = plain()
    for name in ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "footer"):
        document.styles[name].delete()
    return saved(document, without("numbering.xml"), without("settings.xml"))


def test_styles_and_numbering_that_it_lacks_are_built() -> None:
    read, _ = written(bare())
    assert read.headings[0] == (1, "SEN information report 2025-26")
    assert {level for level, _ in read.headings} == {1, 2, 3}
    assert "list bullet" in {line.style for line in read.lines}
    assert read.document.part.numbering_part.element.findall(qn("w:num"))
    assert read.document.settings.element is not None


def test_a_letterhead_without_any_styles_or_page_set_up_is_written_on() -> None:
    document = plain()
    document.element.body.remove(document.element.body.sectPr)
    read, _ = written(saved(document, without("styles.xml"), without("numbering.xml")))
    assert read.words[5:] == said(report_of(demo()))
    page_width = read.document.sections[0].page_width
    assert page_width is not None
    assert page_width.twips == Cm(21).twips


def test_its_own_numbering_goes_on_beside_ours() -> None:
    document = plain()
    document.add_paragraph("Own item", style="List Number")
    before = WordReport(saved(document).data)
    own = {
        each.get(qn("w:numId"))
        for each in before.document.part.numbering_part.element.findall(qn("w:num"))
    }
    read = WordReport(write_word(made(prose("- a\n\n1. b")), saved(document)).data)
    numbering = read.document.part.numbering_part.element
    numbers = [each.get(qn("w:numId")) for each in numbering.findall(qn("w:num"))]
    assert len(numbers) == len(set(numbers)) == len(own) + 2
    tags = [each.tag for each in numbering]
    assert tags == sorted(tags, key=[qn("w:abstractNum"), qn("w:num")].index)


def test_a_style_of_another_name_that_has_our_id_is_left_alone() -> None:
    document = plain()
    style = document.styles.add_style("Something else", 1)
    style.element.set(qn("w:styleId"), "ReportGap")
    read, _ = written(saved(document))
    ids = [each.style_id for each in read.document.styles]
    assert len(ids) == len(set(ids))
    assert read.document.styles["Report Gap"].style_id == "ReportGapReport"


@pytest.mark.parametrize("first_page", [True, False])
def test_a_letterhead_with_an_empty_foot_gets_ours_on_every_page(first_page: bool) -> None:
    document = plain()
    section = document.sections[0]
    section.different_first_page_header_footer = first_page
    section.footer.paragraphs[0].text = " "
    document.settings.odd_and_even_pages_header_footer = True
    read, _ = written(saved(document))
    section = read.document.sections[0]
    feet = [section.footer, section.even_page_footer, *[section.first_page_footer] * first_page]
    for foot in feet:
        assert text_of(foot._element).startswith(footer(report_of(demo())))


def test_the_school_s_sign_is_not_shown_twice() -> None:
    report = made(look=Look(logo=Logo(png(9, 9), "image/png", "A tree")))
    with_sign = plain()
    with_sign.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(png(5, 5)))
    for document, count in ((plain(), 1), (with_sign, 0)):
        read = WordReport(write_word(report, saved(document)).data)
        assert len(list(read.document.element.body.iter(qn("w:drawing")))) == count


# -- templates, macros, links -----------------------------------------------------------


def typed(content_type: str) -> Change:
    return replacing("[Content_Types].xml", MAIN, content_type)


def test_a_template_becomes_a_document() -> None:
    read, rendered = written(saved(plain(), typed(TEMPLATE)))
    assert rendered.told == ()
    assert MAIN.encode() in read.entries["[Content_Types].xml"]


def test_macros_are_left_out_and_the_person_is_told() -> None:
    macros = (
        typed(WITH_MACROS),
        adding("word/vbaProject.bin", b"Sub AutoOpen()"),
        replacing(
            "[Content_Types].xml",
            "<Default ",
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vba"/><Default ',
        ),
        related(f"{MICROSOFT}/vbaProject", "vbaProject.bin", outside=False),
    )
    read, rendered = written(saved(plain(), *macros))
    assert rendered.told == (f"The macros in {NAME} were left out; its looks were kept.",)
    everything = b"".join([*read.entries.values(), *map(str.encode, read.entries)])
    assert b"vba" not in everything
    assert b"AutoOpen" not in everything
    assert b"macroEnabled" not in everything
    assert MAIN.encode() in read.entries["[Content_Types].xml"]


def test_the_template_that_it_was_made_from_is_never_fetched() -> None:
    tie = (
        replacing("word/settings.xml", "<w:zoom", '<w:attachedTemplate r:id="rIdX"/><w:zoom'),
        related(
            f"{OFFICE}/attachedTemplate",
            "https://evil.example/t.dotm",
            to="word/_rels/settings.xml.rels",
        ),
    )
    read, rendered = written(saved(plain(), *tie))
    assert rendered.told == (f"{NAME} was tied to another file. The tie was left out.",)
    everything = b"".join(read.entries.values())
    assert b"evil.example" not in everything
    assert b"attachedTemplate" not in everything
    assert b"<w:zoom" in everything


@pytest.mark.parametrize("kept", [True, False])
def test_a_picture_that_lies_elsewhere_is_left_out_unless_the_file_holds_it_too(kept: bool) -> None:
    document = plain()
    document.paragraphs[0].add_run().add_picture(BytesIO(png(5, 5)))
    (blip,) = document.element.body.iter(qn("a:blip"))
    blip.set(qn("r:link"), "rIdX")
    if not kept:
        del blip.attrib[qn("r:embed")]
    link = related(f"{OFFICE}/image", "https://evil.example/a.png")
    read, rendered = written(saved(document, link))
    assert len(rendered.told) == 1
    assert rendered.told[0].startswith(f"A picture in {NAME} lies in another file")
    assert b"evil.example" not in b"".join(read.entries.values())
    assert len(list(read.document.element.body.iter(qn("a:blip")))) == kept
    assert read.lines[0].text == "To whom it may concern"


def test_a_link_that_somebody_has_to_press_stays() -> None:
    link = related(f"{OFFICE}/hyperlink", "https://larkfield.example")
    read, rendered = written(saved(plain(), link))
    assert rendered.told == ()
    assert b"https://larkfield.example" in read.entries[RELATIONSHIPS]
