"""`report.docx`: the report on blank paper, or on the school's letterhead."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from lxml import etree

from sendwizard.report.model import Layout, Report
from sendwizard.report.render import Letterhead, Rendered
from sendwizard.report.webpage import colour
from sendwizard.report.word.body import Body, targets, wants_room
from sendwizard.report.word.inline import Words
from sendwizard.report.word.letterhead import Opened, open_letterhead
from sendwizard.report.word.numbering import Lists
from sendwizard.report.word.package import (
    add_foot,
    describe,
    new_package,
    new_settings,
    packed,
    root_of,
)
from sendwizard.report.word.pages import Pages, new_foot, new_section, says_something, show_foot
from sendwizard.report.word.pictures import Pictures
from sendwizard.report.word.styles import Style, fill, new_styles
from sendwizard.report.word.xml import NAMES, Element, w
from sendwizard.report.words import footer


def write_word(report: Report, letterhead: Letterhead | None) -> Rendered:
    """The report as a Word document, on the letterhead where there is one.

    Raises UnreadableError for a letterhead that Word would not open or that would fetch something,
    and for a logo whose size cannot be made out.
    """
    opened = Opened(*new_package()) if letterhead is None else open_letterhead(letterhead)
    package, document = opened.package, opened.document
    styles = root_of(package, document, "STYLES", new_styles())
    hex_colour = colour(report.look)
    style_ids = fill(styles, hex_colour)
    numbering = root_of(package, document, "NUMBERING", etree.Element(w("numbering")))
    settings = root_of(package, document, "SETTINGS", new_settings())
    words = Words(document, style_ids, targets(report))
    body = Body(words, Lists(numbering), Pictures(package, document), hex_colour)

    paper = next(document.element.iterchildren(w("body")))
    section = _section(paper, narrow=report.layout is Layout.SUMMARY)
    if not _has_foot(document):
        key = add_foot(package, document, new_foot(words, footer(report)))
        show_foot(section, key, even=settings.find(w("evenAndOddHeaders")) is not None)
    content = etree.Element(w("body"), nsmap=NAMES)
    pages = Pages(content, section)
    if letterhead is None:  # a letterhead's first page stands upright, whatever follows
        pages.turn(wide=any(map(wants_room, report.parts[:1])))
    _head(body, content, report, logo=not _has_picture(document))
    body.parts(content, pages, report.parts)
    _drop_last_if_empty(paper)
    for element in list(content):
        section.addprevious(element)
    describe(package, report)
    return Rendered(packed(package), opened.told)


def _head(body: Body, content: Element, report: Report, *, logo: bool) -> None:
    """What stands before the first part."""
    words = body.words
    if logo and report.look.logo is not None:
        body.pictures.logo(words.paragraph(content, Style.PICTURE), report.look.logo)
    if report.opening:
        words.line(content, Style.DRAFT, report.opening)
    words.line(content, Style.SCHOOL, report.school)
    words.line(content, Style.HEADING_1, report.whole_title)
    words.line(content, Style.STATE, f"{report.state}.")
    one_side = report.layout is Layout.SUMMARY
    for fact in (" ".join(report.facts),) if one_side else report.facts:
        words.line(content, Style.FACT, fact)


def _section(paper: Element, *, narrow: bool) -> Element:
    """How the last pages are set up; as we do it where the letterhead does not say."""
    section = paper.find(w("sectPr"))
    if section is None:
        section = new_section(narrow=narrow)
        paper.append(section)
    return section


def _drop_last_if_empty(paper: Element) -> None:
    """Takes away the empty line where somebody would begin to type: the report begins there."""
    for last in [element for element in paper if element.tag != w("sectPr")][-1:]:
        empty = last.tag == w("p") and all(part.tag == w("pPr") for part in last)
        if empty and last.find(f"{w('pPr')}/{w('sectPr')}") is None:
            paper.remove(last)


def _has_foot(document: Part) -> bool:
    feet = _related(document, RELATIONSHIP_TYPE.FOOTER)
    return any(isinstance(foot, XmlPart) and says_something(foot.element) for foot in feet)


def _has_picture(document: Part) -> bool:
    """Whether a letterhead shows a picture: then it is the school's sign, and ours a second one."""
    heads_and_feet = _related(document, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    return any(_related(part, RELATIONSHIP_TYPE.IMAGE) for part in (document, *heads_and_feet))


def _related(part: Part, *kinds: str) -> list[Part]:
    return [each.target_part for each in part.rels.values() if each.reltype in kinds]
