"""What a report says, as bare words in order: the same for all its formats."""

import re
from collections.abc import Iterable, Iterator

from sendwizard.report import words
from sendwizard.report.model import (
    Body,
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
)
from sendwizard.report.prose import Block, List, Paragraph

_WORD = re.compile(r"\w+")


def bare_words(text: str) -> list[str]:
    """The letters and figures of a text, in runs; signs, marks and spaces are left out."""
    return _WORD.findall(text)


def said(report: Report) -> list[str]:
    """The words of the state, the headings, the answers and the gaps, in order."""
    texts = [report.opening, report.school, report.whole_title, report.state, *report.facts]
    return bare_words(" \n".join([*texts, *_items(report.parts)]))


def said_in_parts(report: Report) -> list[str]:
    """The same without what stands at the head."""
    return bare_words(" \n".join(_items(report.parts)))


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        match item:
            case Part(title=title, items=inner):
                yield title
                yield from _items(inner)
            case Entry(prompt=prompt, bodies=bodies):
                yield prompt
                yield from _items(bodies)
            case Sheet(rows=rows):
                for row in rows:
                    yield row.title
                    for cell in row.cells:
                        yield from _items(cell)
            case _:
                yield from _body(item)


def _body(body: Body) -> Iterator[str]:
    match body:
        case Prose(blocks=blocks):
            yield from _blocks(blocks)
        case Values(cells=cells):
            yield from (cell.text for cell in cells)
        case Card(fields=fields):
            yield from (f"{label} {cell.text}" for label, cell in fields)
        case Grid(header=header, rows=rows):
            yield from header
            yield from (cell.text for row in rows for cell in row)
        case OpenGap(sentence=sentence):
            yield f"{words.GAP} {sentence} {words.law_of(body)}"
        case Note(text=text) | Refer(text=text):
            yield text
        case Chart():
            pass  # it says what the table beside it says


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(spans=spans):
                yield "".join(span.text for span in spans)
            case List(items=items):
                for item in items:
                    yield from _blocks(item)
