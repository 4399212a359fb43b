"""The body of a Word report: each item of the tree as paragraphs, lists and tables, in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sendwizard.report.model import (
    Card,
    Chart,
    Entry,
    Grid,
    Item,
    Note,
    OpenGap,
    Part,
    Prose,
    Refer,
    Report,
    Sheet,
    Values,
    walk,
)
from sendwizard.report.prose import Block, List, Paragraph, Span
from sendwizard.report.webpage import rows_are_named
from sendwizard.report.word.inline import Words
from sendwizard.report.word.numbering import LEVELS, Lists, indent
from sendwizard.report.word.pages import Pages
from sendwizard.report.word.pictures import Pictures
from sendwizard.report.word.styles import Style, heading
from sendwizard.report.word.tables import (
    MARGIN,
    form_widths,
    grid_widths,
    new_row,
    new_table,
)
from sendwizard.report.word.xml import Element, add, first, w
from sendwizard.report.words import GAP, law_of

_EMU = 635
"""So many of Word's units for pictures are a twentieth of a point."""
_MOST_UPRIGHT = 2
"""Columns of whole answers for which a page stays upright."""
_MOST_ON_ONE_PAGE = 1_200
"""A row with more letters than this in a cell may be parted between two pages."""


@dataclass(frozen=True)
class Spot:
    """Where in the document something is written."""

    into: Element
    width: int
    """Of a line, in twentieths of a point."""
    level: int = 2
    """Of a heading that stands here."""
    about: str = ""
    """The words of the heading above."""
    in_cell: bool = False
    """Inside a table, where headings are none of Word's (see `_heading`)."""

    @property
    def plain(self) -> Style:
        """The style of plain words."""
        return Style.CELL if self.in_cell else Style.PLAIN


def targets(report: Report) -> Mapping[str, str]:
    """A bookmark for each entry that something refers to, by the entry's id."""
    items = list(walk(tuple(report.parts)))
    wanted = {item.entry for item in items if isinstance(item, Refer)}
    there = {item.id: None for item in items if isinstance(item, Entry)}
    found = (each for each in there if each in wanted)
    return {each: f"answer_{number}" for number, each in enumerate(found, 1000)}


@dataclass
class Body:
    """Writes a report's items, each at the end of its spot."""

    words: Words
    lists: Lists
    pictures: Pictures
    colour: str

    def parts(self, content: Element, pages: Pages, parts: Iterable[Part]) -> None:
        """The parts of the report, those with room to write in on pages on their side."""
        for part in parts:
            turned = pages.turn(wide=wants_room(part))
            whole = replace(part, new_page=part.new_page and not turned)
            self.items(Spot(content, pages.width), [whole])
            self._end(content)

    def items(self, spot: Spot, items: Iterable[Item]) -> None:
        """The items, one after the other."""
        for item in items:
            match item:
                case Part(title=title, items=inner):
                    self._heading(spot, title, new_page=item.new_page)
                    self.items(replace(spot, level=spot.level + 1, about=title), inner)
                case Entry(prompt=prompt, bodies=bodies):
                    self.words.mark(self._heading(spot, prompt), item.id)
                    self.items(replace(spot, about=prompt), bodies)
                case Prose(blocks=blocks):
                    self._blocks(spot, blocks)
                case Values() | Card() | OpenGap() | Note() | Refer():
                    self._lines(spot, item)
                case Grid():
                    self._grid(spot, item)
                case Sheet():
                    self._sheet(spot, item)
                case Chart():
                    paragraph = self.words.paragraph(spot.into, Style.PICTURE)
                    self.pictures.chart(paragraph, item, self.colour, spot.width * _EMU)

    def _heading(self, spot: Spot, text: str, *, new_page: bool = False) -> Element:
        """A heading. In a cell it is a bold line: Word leaves headings in tables out of its
        navigation pane, and a table is found by its rows.
        """
        style = Style.CELL_HEADING if spot.in_cell else heading(spot.level)
        paragraph = self.words.line(spot.into, style, text)
        if new_page:
            add(first(paragraph, "pPr"), "pageBreakBefore")
        return paragraph

    def _lines(self, spot: Spot, item: Values | Card | OpenGap | Note | Refer) -> None:
        words, into = self.words, spot.into
        match item:
            case Values(cells=(cell,)):
                words.cell(words.paragraph(into, spot.plain), cell)
            case Values(cells=cells):
                marks = self.lists.marks(List(((),) * len(cells)), 0)
                for cell, mark in zip(cells, marks, strict=False):
                    words.cell(self._item(into, mark, 0, Style.BULLET), cell)
            case Card(fields=fields):
                for label, cell in fields:
                    line = words.paragraph(into, Style.CARD)
                    words.spans(line, (Span(f"{label}:", strong=True), Span(" ")))
                    words.cell(line, cell)
            case OpenGap(sentence=sentence):
                line = words.paragraph(into, Style.GAP)
                words.spans(
                    line, (Span(GAP, strong=True), Span(f" {sentence} {law_of(item)}".rstrip()))
                )
            case Note(text=text, href=href):
                style = Style.CELL if spot.in_cell else Style.NOTE
                words.linked(words.paragraph(into, style), text, href)
            case Refer(text=text, entry=entry):
                words.refer(words.paragraph(into, spot.plain), text, entry)

    def _blocks(self, spot: Spot, blocks: Iterable[Block], level: int = -1) -> None:
        """Prose; inside the item of a list, `level` says how deep."""
        for block in blocks:
            match block:
                case Paragraph(spans=spans):
                    style = spot.plain if level < 0 else Style.CONTINUE
                    paragraph = self.words.paragraph(spot.into, style)
                    if level >= 0:
                        add(first(paragraph, "pPr"), "ind", left=str(indent(level)))
                    self.words.spans(paragraph, spans)
                case List():
                    self._list(spot, block, min(level + 1, LEVELS - 1))

    def _list(self, spot: Spot, block: List, level: int) -> None:
        style = Style.BULLET if block.start is None else Style.NUMBER
        for blocks, mark in zip(block.items, self.lists.marks(block, level), strict=False):
            paragraph = self._item(spot.into, mark, level, style)
            rest = blocks
            match blocks:
                case (Paragraph(spans=spans), *_):
                    self.words.spans(paragraph, spans)
                    rest = blocks[1:]
            self._blocks(spot, rest, level)

    def _item(self, into: Element, mark: str, level: int, style: Style) -> Element:
        paragraph = self.words.paragraph(into, style)
        numbered = add(first(paragraph, "pPr"), "numPr")
        add(numbered, "ilvl", val=str(level))
        add(numbered, "numId", val=mark)
        return paragraph

    def _grid(self, spot: Spot, grid: Grid) -> None:
        widths = grid_widths(grid, spot.width)
        header = [
            *((text, Style.COLUMN) for text in grid.header),
            *((text, Style.FORM_COLUMN) for text in grid.to_fill),
        ]
        named = rows_are_named(grid)
        table = new_table(self.words, spot.into, widths, header, spot.about, rows_are_named=named)
        for row in grid.rows:
            whole = all(len(cell.text) < _MOST_ON_ONE_PAGE for cell in row)
            cells = new_row(table, widths, whole=whole)
            for place, cell in zip(cells, row, strict=False):
                self.words.cell(self.words.paragraph(place, Style.CELL), cell)
            for place in cells[len(row) :]:
                self.words.paragraph(place, Style.CELL)

    def _sheet(self, spot: Spot, sheet: Sheet) -> None:
        widths = form_widths(sheet, spot.width)
        header = [(text, Style.FORM_COLUMN) for text in (sheet.corner, *sheet.header)]
        table = new_table(self.words, spot.into, widths, header, spot.about, rows_are_named=True)
        for row in sheet.rows:
            title, *places = new_row(table, widths, whole=False)
            self.words.line(title, Style.CELL_HEADING, row.title)
            for place, width, items in zip(places, widths[1:], row.cells, strict=False):
                inner = Spot(place, width - 2 * MARGIN, about=row.title, in_cell=True)
                self.items(inner, items)
                self._end(place)

    def _end(self, place: Element) -> None:
        """Puts a paragraph under what ends in a table, or holds nothing: Word asks for one."""
        if not len(place) or place[-1].tag != w("p"):
            self.words.paragraph(place, Style.SPACE)


def wants_room(part: Part) -> bool:
    """Whether the part has a table to write in, or a form with more than two columns of words."""
    return any(
        (isinstance(item, Grid) and item.to_fill)
        or (isinstance(item, Sheet) and len(item.header) > _MOST_UPRIGHT)
        for item in walk(part.items)
    )
