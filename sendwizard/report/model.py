"""`Report` → `Part` → `Entry`: frozen, plain, and holding only what may be printed.

Every format and layout is written from this and from nothing else.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from sendwizard.report.prose import Block


class CellKind(Enum):
    """How a cell of a table, or a single value, is to be written."""

    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"


@dataclass(frozen=True)
class Cell:
    """One value, with how to write it."""

    text: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True)
class Prose:
    """Paragraphs and lists that somebody wrote."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Values:
    """One or more short values."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Card:
    """One row, as label and value: a person to ring."""

    fields: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Grid:
    """Several rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class OpenGap:
    """What is not written yet."""

    sentence: str
    citations: tuple[str, ...]
    """The duties that it leaves open."""


Body = Prose | Values | Card | Grid | OpenGap


@dataclass(frozen=True)
class Entry:
    """One question and what the school says."""

    id: str
    prompt: str
    bodies: tuple[Body, ...]
    """In order; a gap may stand under what is there."""


@dataclass(frozen=True)
class Part:
    """Entries under one heading."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Report:
    """The whole report."""

    title: str
    school: str
    year: str
    state: str
    """`Draft, 3 gaps` or `Complete, waiting for governors`."""
    draft: bool
    about_years: str
    """Which year it says what the school does in, and which one how things went."""
    dated: date | None
    """The day of the newest answer."""
    next_review: date | None
    parts: tuple[Part, ...]
