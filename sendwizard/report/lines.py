"""The report as lines of words, for a screen and for plain mode. Wraps nothing and colours nothing.

A table is read row by row, each value with the header of its column, so that it can be read at any
width and aloud.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from sendwizard.report.model import (
    Body,
    Card,
    Cell,
    CellKind,
    Compared,
    Entry,
    Grid,
    Item,
    Note,
    OpenGap,
    Part,
    Prose,
    Refer,
    Report,
    Row,
    Sheet,
    Values,
)
from sendwizard.report.prose import Block, Paragraph, Span
from sendwizard.report.words import GAP, law_of

BULLET = "• "


class Role(Enum):
    """What a line is."""

    TITLE = "title"
    PART = "part"
    """The heading of a part, or of a row of the council's form."""
    QUESTION = "question"
    """The heading of an entry, or of a column of the council's form."""
    GAP = "gap"
    """What is still to come."""
    NOTE = "note"
    """A sentence of this program's, not of the school's."""
    WORDS = "words"


@dataclass(frozen=True)
class ReportLine:
    """One line, as long as it comes; without words it is an empty one."""

    spans: tuple[Span, ...] = ()
    role: Role = Role.WORDS
    mark: str = ""
    """What stands before it: the point or the number of a list, with the space behind it."""
    indent: int = 0
    """Cells before the mark."""
    entry: str = ""
    """The entry that begins here; "" for none."""

    @property
    def text(self) -> str:
        """Its words, each link followed by where it leads."""
        return "".join(map(say_span, self.spans))


def say_span(span: Span) -> str:
    """A run of words; a link is followed by where it leads, unless its words say that."""
    if not span.href or span.href in (span.text, f"mailto:{span.text}", f"tel:{span.text}"):
        return span.text
    return f"{span.text} ({span.href})"


def report_lines(report: Report) -> tuple[ReportLine, ...]:
    """The whole report, from the school's name on."""
    head: list[ReportLine] = [
        ReportLine((Span(report.whole_title),), Role.TITLE),
        _words(report.school, strong=True),
        _EMPTY,
        _words(f"{report.state}.", strong=True),
    ]
    told = [report.opening] if report.opening else []
    for sentence in (*told, *report.facts):
        head += [_EMPTY, _words(sentence)]
    return (*head, *(line for part in report.parts for line in _item(part)))


def sentence(text: str) -> ReportLine:
    """A sentence of this program's, in place of a report."""
    return ReportLine((Span(text),), Role.NOTE)


def entry_lines(entry: Entry) -> tuple[ReportLine, ...]:
    """One question and what the report says to it."""
    return tuple(_entry(entry))[1:]


_EMPTY = ReportLine()


def _words(text: str, *, strong: bool = False) -> ReportLine:
    return ReportLine((Span(text, strong=strong),))


def _item(item: Item) -> Iterator[ReportLine]:
    """An item, with an empty line before it."""
    match item:
        case Part():
            yield _EMPTY
            yield ReportLine((Span(item.title),), Role.PART)
            for inner in item.items:
                yield from _item(inner)
        case Entry():
            yield from _entry(item)
        case Sheet():
            for row in item.rows:
                yield from _sheet_row(item, row)
        case _:
            yield from _body(item)


def _entry(entry: Entry) -> Iterator[ReportLine]:
    yield _EMPTY
    yield ReportLine((Span(entry.prompt),), Role.QUESTION, entry=entry.id)
    for number, body in enumerate(entry.bodies):
        lines = tuple(_body(body))
        yield from lines[1:] if number == 0 else lines  # the answer stands close to its question


def _sheet_row(sheet: Sheet, row: Row) -> Iterator[ReportLine]:
    yield _EMPTY
    yield ReportLine((Span(row.title),), Role.PART)
    for title, cell in zip(sheet.header, row.cells, strict=True):
        yield _EMPTY
        yield ReportLine((Span(title),), Role.QUESTION)
        for item in cell:
            yield from _item(item)


def _body(body: Body) -> Iterator[ReportLine]:
    """What stands in an entry, with an empty line before it; a chart says what its table says."""
    match body:
        case Prose(blocks):
            for block in blocks:
                yield _EMPTY
                yield from _block(block)
        case Values(cells):
            yield _EMPTY
            mark = BULLET if len(cells) > 1 else ""
            yield from (ReportLine((_cell(each),), mark=mark) for each in cells)
        case Card(fields):
            yield _EMPTY
            yield from (_labelled(label, cell) for label, cell in fields)
        case Grid():
            yield _EMPTY
            yield from _grid(body)
        case OpenGap():
            yield _EMPTY
            law = law_of(body)
            words = f" {body.sentence}{f' {law}' if law else ''}"
            yield ReportLine((Span(GAP, strong=True), Span(words)), Role.GAP)
        case Note(text, href):
            yield _EMPTY
            yield ReportLine((Span(text, href=href),), Role.NOTE)
        case Refer(text):
            yield _EMPTY
            yield ReportLine((Span(text),), Role.NOTE)
        case Compared(pieces):
            yield _EMPTY
            yield _words("".join(piece.text for piece in pieces))


def _labelled(label: str, cell: Cell) -> ReportLine:
    return ReportLine((Span(f"{label}: ", strong=True), _cell(cell)))


def _grid(grid: Grid) -> Iterator[ReportLine]:
    for row in grid.rows:
        said = [_labelled(*each) for each in zip(grid.header, row, strict=True) if each[1].text]
        for number, line in enumerate(said):
            yield replace(line, mark=" " * len(BULLET) if number else BULLET)


def _cell(cell: Cell) -> Span:
    leads_to = {CellKind.EMAIL: "mailto:", CellKind.PHONE: "tel:", CellKind.URL: ""}
    if cell.kind not in leads_to:
        return Span(cell.text)
    return Span(cell.label or cell.text, href=f"{leads_to[cell.kind]}{cell.text}")


def _block(block: Block, indent: int = 0) -> Iterator[ReportLine]:
    if isinstance(block, Paragraph):
        yield from (ReportLine(spans, indent=indent) for spans in _on_lines(block.spans))
        return
    for number, item in enumerate(block.items):
        mark = BULLET if block.start is None else f"{block.start + number}. "
        yield from _list_item(item, mark, indent)


def _list_item(blocks: Sequence[Block], mark: str, indent: int) -> Iterator[ReportLine]:
    """The mark stands before the first line, and before a list that follows it at once."""
    inside = indent + len(mark)
    lines = [line for block in blocks for line in _block(block, inside)] or [ReportLine()]
    first, *rest = lines
    if first.mark:
        yield ReportLine(mark=mark, indent=indent)
        yield first
    else:
        yield replace(first, mark=mark, indent=indent)
    yield from rest


def _on_lines(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """The spans of a paragraph, line by line."""
    line: list[Span] = []
    for span in spans:
        if span.text == "\n":
            yield tuple(line)
            line = []
        else:
            line.append(span)
    yield tuple(line)
