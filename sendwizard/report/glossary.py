"""The list of short forms at the end of a report: those that it uses, and no others."""

import re
from collections.abc import Iterable, Iterator

from sendwizard.core.trade import Acronym
from sendwizard.report.entries import Material
from sendwizard.report.model import (
    Card,
    Cell,
    Chart,
    Entry,
    Grid,
    Item,
    Note,
    OpenGap,
    Part,
    Prose,
    Row,
    Sheet,
    Values,
    walk,
)
from sendwizard.report.prose import Block, List, Paragraph

TITLE = "What the short forms mean"
_IN_EVERY_TITLE = frozenset({"SEN"})
"""The report's own name says it."""


def glossary(material: Material, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """One part; none where the report uses no short form that the bank knows."""
    words = set(re.findall(r"\w+", " ".join(_texts(parts)))) | _IN_EVERY_TITLE
    words |= {word.removesuffix("s") for word in words}  # SENCOs, TAs
    used = [each for each in material.bank.acronyms if set(each.short.split()) <= words]
    fields = tuple(
        (each.short, Cell(_explained(each)))
        for each in sorted(used, key=lambda each: each.short.lower())
    )
    return (Part("glossary", TITLE, (Card(fields),)),) if fields else ()


def _explained(acronym: Acronym) -> str:
    long = acronym.long[:1].upper() + acronym.long[1:]
    return f"{long}. {acronym.meaning}" if acronym.meaning else long


def _texts(items: Iterable[Item]) -> Iterator[str]:
    """Every text of the report that people read."""
    for item in walk(tuple(items)):
        match item:
            case Part(title=text) | Entry(prompt=text) | Note(text=text):
                yield text
            case OpenGap(sentence=text, citations=citations):
                yield from (text, *citations)
            case Prose(blocks=blocks):
                yield from _prose(blocks)
            case Values(cells=cells):
                yield from (cell.text for cell in cells)
            case Card(fields=fields):
                yield from (f"{label} {cell.text}" for label, cell in fields)
            case Grid(header=header, rows=rows):
                yield from header
                yield from (cell.text for row in rows for cell in row)
            case Sheet(header=header, rows=sheet_rows):
                yield from header
                yield from _titles(sheet_rows)
            case Chart():
                yield item.words


def _titles(rows: Iterable[Row]) -> Iterator[str]:
    return (row.title for row in rows)


def _prose(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(spans=spans):
                yield "".join(span.text for span in spans)
            case List(items=items):
                for item in items:
                    yield from _prose(item)
