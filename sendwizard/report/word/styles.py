"""The styles of a report: a letterhead's own where it has them, otherwise ours of `styles.xml`."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from enum import StrEnum
from functools import cache
from pathlib import Path

from lxml import etree

from sendwizard.report.word.xml import NAMES, Element, add, first, w
from sendwizard.report.words import LANGUAGE

_REFERENCES = ("basedOn", "next", "link")
_SCHOOL = "school"
"""Stands in `styles.xml` for the school's colour."""
_DEEPEST_HEADING = 6
"""As in HTML; what lies deeper has a heading of this level too."""


class Style(StrEnum):
    """A style by Word's name for it."""

    SCHOOL = "Report School"
    STATE = "Report State"
    FACT = "Report Fact"
    DRAFT = "Report Draft"
    GAP = "Report Gap"
    NOTE = "Report Note"
    CARD = "Report Card"
    PICTURE = "Report Picture"
    SPACE = "Report Space"
    """Parts a table from what must not touch it; holds nothing."""
    TABLE = "Report Table"
    CELL = "Report Cell"
    CELL_HEADING = "Report Cell Heading"
    COLUMN = "Report Column"
    FORM_COLUMN = "Report Form Column"
    """Heads a column that the form brings along, or one that is left blank to write in."""
    PLAIN = "Normal"
    BULLET = "List Bullet"
    NUMBER = "List Number"
    CONTINUE = "List Continue"
    LINK = "Hyperlink"
    FOOTER = "footer"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    HEADING_5 = "heading 5"
    HEADING_6 = "heading 6"


def heading(level: int) -> Style:
    """The style of a heading; 1 is the title of the report."""
    return Style(f"heading {min(level, _DEEPEST_HEADING)}")


def new_styles() -> Element:
    """The styles of a document without a letterhead, before `fill` adds each style."""
    root = etree.Element(w("styles"), nsmap=NAMES)
    root.append(deepcopy(next(_ours().iterchildren(w("docDefaults")))))
    return root


def fill(styles: Element, colour: str) -> Mapping[Style, str]:
    """Adds the styles that are not there, and gives the id of each. All becomes British English."""
    there = {_key(style): _id(style) for style in styles.iterchildren(w("style"))}
    taken = set(there.values())
    ids: dict[str, str] = {}
    lacking: list[Element] = []
    for ours in _ours().iterchildren(w("style")):
        if _key(ours) in there:
            ids[_id(ours)] = there[_key(ours)]
        else:
            ids[_id(ours)] = _free(_id(ours), taken)
            lacking.append(ours)
    styles.extend(_copies(lacking, ids, colour, has_defaults=bool(there)))
    _speak_english(styles)
    return {style: ids[_our_ids()[style.lower()]] for style in Style}


def _copies(
    lacking: list[Element], ids: Mapping[str, str], colour: str, *, has_defaults: bool
) -> Iterator[Element]:
    """The styles as they stand in a document that calls them by these ids."""
    for ours in lacking:
        style = deepcopy(ours)
        style.set(w("styleId"), ids[_id(ours)])
        if has_defaults and style.get(w("default")):
            del style.attrib[w("default")]
        for element in style.iter():
            if element.tag in map(w, _REFERENCES):
                element.set(w("val"), ids[element.get(w("val"), "")])
            for key, value in element.attrib.items():
                if value == _SCHOOL:
                    element.set(key, colour.lstrip("#").upper())
        yield style


def _speak_english(styles: Element) -> None:
    """Sets the language of the document, and of each style that has an English of another land."""
    defaults = first(first(first(styles, "docDefaults"), "rPrDefault"), "rPr")
    if defaults.find(w("lang")) is None:
        add(defaults, "lang")
    next(defaults.iterchildren(w("lang"))).set(w("val"), LANGUAGE)
    for language in styles.iter(w("lang")):
        if language.get(w("val"), "").startswith("en"):
            language.set(w("val"), LANGUAGE)


@cache
def _ours() -> Element:
    data = Path(__file__).with_name("styles.xml").read_bytes()
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    return etree.fromstring(data, parser)


@cache
def _our_ids() -> Mapping[str, str]:
    """Our ids by name in lower case."""
    return {_key(style)[1]: _id(style) for style in _ours().iterchildren(w("style"))}


def _key(style: Element) -> tuple[str, str]:
    """Type and name, which Word compares without regard to capitals."""
    name = style.find(w("name"))
    return (
        style.get(w("type"), "paragraph"),
        "" if name is None else name.get(w("val"), "").lower(),
    )


def _id(style: Element) -> str:
    return style.get(w("styleId"), "")


def _free(wanted: str, taken: set[str]) -> str:
    """That id, or one like it that no style has; now taken."""
    name = wanted
    while name in taken:
        name += "Report"
    taken.add(name)
    return name
