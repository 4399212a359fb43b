"""A report as the JSON that Typst draws from: every text in signs that the font has.

Nothing here is Typst's language, so nothing that somebody typed can be taken for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from sendwizard.report import words
from sendwizard.report.chart import chart_svg, fitted_chart
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
    Refer,
    Report,
    Sheet,
    Values,
    walk,
)
from sendwizard.report.prose import Block, List, Paragraph, Span
from sendwizard.report.signs import fitted, slanted
from sendwizard.report.webpage import colour, first_part, href, other_parts

Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None

DEEPEST = 6
"""Lists inside one another that are drawn as such; deeper ones would leave the page."""
_LONGEST_LINK = 2000
"""Longer addresses are no addresses, and Typst refuses them."""


class PdfData:
    """Turns a report into JSON, and remembers which signs it had to replace."""

    def __init__(self, report: Report) -> None:
        self.replaced: dict[str, str] = {}
        """What was typed, and what stands there."""
        self._report = report
        self._entries = {item.id for item in walk(report.parts) if isinstance(item, Entry)}
        self._anchored: set[str] = set()

    def whole(self) -> Json:
        """Everything that a template may print."""
        report = self._report
        day, logo = report.dated, report.look.logo
        return {
            "title": self.fit(words.document_title(report)),
            "heading": self.fit(report.whole_title),
            "opening": self.fit(report.opening),
            "school": self.fit(report.school),
            "state": self.fit(report.state),
            "facts": [self.fit(fact) for fact in report.facts],
            "foot": self.fit(words.footer(report)),
            "contents": words.CONTENTS,
            "layout": report.layout.value,
            "date": None if day is None else [day.year, day.month, day.day],
            "colour": colour(report.look),
            "logo": None if logo is None else {"words": self.fit(logo.words)},
            "first": self._items(first_part(report), 2),
            "parts": self._items(other_parts(report), 2),
        }

    def fit(self, text: str) -> str:
        """The text on one line, in signs that the font has."""
        return " ".join(self._fit(text).split("\n"))

    def _fit(self, text: str) -> str:
        found = fitted(text)
        self.replaced.update(found.replaced)
        return found.text

    def _items(self, items: Iterable[Item], level: int) -> list[Json]:
        """The items; `level` is that of the headings among them."""
        return [self._item(item, level) for item in items]

    def _item(self, item: Item, level: int) -> Json:
        match item:
            case Part():
                return {
                    "is": "part",
                    "level": level,
                    "title": self.fit(item.title),
                    "new_page": item.new_page,
                    "items": self._items(item.items, level + 1),
                }
            case Entry():
                return {
                    "is": "entry",
                    "level": level,
                    "title": self.fit(item.prompt),
                    "anchor": self._anchor(item.id),
                    "items": self._items(item.bodies, level + 1),
                }
            case Sheet():
                return {
                    "is": "sheet",
                    "level": level,
                    "header": [self.fit(title) for title in (item.corner, *item.header)],
                    "rows": [
                        {
                            "title": self.fit(row.title),
                            "cells": [self._items(cell, level + 1) for cell in row.cells],
                        }
                        for row in item.rows
                    ],
                }
        return self._body(item)

    def _anchor(self, entry: str) -> str:
        """What links to the entry lead to; "" where an earlier one has that id."""
        if entry in self._anchored:
            return ""
        self._anchored.add(entry)
        return entry

    def _body(self, body: Item) -> Json:
        match body:
            case Prose(blocks=blocks):
                return {"is": "prose", "blocks": self._blocks(blocks)}
            case Values(cells=cells):
                return {"is": "values", "cells": [self._cell(cell) for cell in cells]}
            case Card(fields=fields):
                return {
                    "is": "card",
                    "fields": [[self.fit(label), self._cell(cell)] for label, cell in fields],
                }
            case Grid():
                return {
                    "is": "grid",
                    "header": [self.fit(title) for title in body.header],
                    "rows": [[self._cell(cell) for cell in row] for row in body.rows],
                }
            case OpenGap():
                law = self.fit(words.law_of(body))
                return {"is": "gap", "mark": words.GAP, "text": self.fit(body.sentence), "law": law}
            case Note(text=text, href=link):
                return {"is": "note", "text": self.fit(text), "href": _short(link)}
            case Refer(text=text, entry=entry):
                to = entry if entry in self._entries else ""
                return {"is": "refer", "text": self.fit(text), "to": to}
            case Chart():
                drawing = chart_svg(fitted_chart(body), colour(self._report.look))
                return {"is": "chart", "drawing": drawing, "words": self.fit(body.words)}
        raise TypeError(type(body).__name__)

    def _cell(self, cell: Cell) -> Json:
        return {"text": self.fit(cell.text), "href": _short(href(cell))}

    def _blocks(self, blocks: Iterable[Block], depth: int = 1) -> list[Json]:
        return [self._block(block, depth) for block in blocks]

    def _block(self, block: Block, depth: int) -> Json:
        match block:
            case Paragraph(spans=spans):
                return {"is": "paragraph", "spans": [self._span(span) for span in spans]}
            case List(items=items, start=start):
                shown = items if depth < DEEPEST else tuple(_without_lists(items))
                return {
                    "is": "list",
                    "start": start,
                    "items": [self._blocks(item, depth + 1) for item in shown],
                }

    def _span(self, span: Span) -> Json:
        text = self._fit(span.text)
        return {
            "text": text,
            "strong": span.strong,
            "emphasis": span.emphasis and slanted().issuperset(text),
            "href": _short(span.href),
        }


def _short(link: str) -> str:
    return link if len(link) <= _LONGEST_LINK else ""


def _without_lists(items: Iterable[tuple[Block, ...]]) -> Iterable[tuple[Block, ...]]:
    """The items, with those of their inner lists after them instead of inside."""
    for item in items:
        own: list[Block] = []
        for block in item:
            if isinstance(block, Paragraph):
                own.append(block)
                continue
            if own:
                yield tuple(own)
                own = []
            yield from _without_lists(block.items)
        if own:
            yield tuple(own)
