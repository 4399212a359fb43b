"""`Report` → `Part` → `Entry`: frozen, plain, and holding only what may be printed.

Every format is written from this and from nothing else; a layout is a way to fill it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from sendwizard.core.by_words import Piece
from sendwizard.report.prose import Block


class Layout(Enum):
    """A way to order the report; the value is what `--layout` takes."""

    QUESTIONS = "questions"
    """The parent's questions, in the order a family would ask."""
    SUMMARY = "summary"
    """One side of A4."""
    STATUTORY = "statutory"
    """The paragraphs of the law, each with its citation."""
    PROFORMA = "proforma"
    """The rows of the council's form."""


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
    label: str = ""
    """For an address: what it leads to, in words; "" where the address has to speak for itself."""


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
    to_fill: tuple[str, ...] = ()
    """Headers of columns left blank to write in; in Word alone, where somebody can."""


@dataclass(frozen=True)
class OpenGap:
    """What is not written yet."""

    sentence: str
    citations: tuple[str, ...]
    """The duties that it leaves open."""


@dataclass(frozen=True)
class Note:
    """A sentence of this program's, not of the school's: "Our summary", "We look at this …"."""

    text: str
    href: str = ""
    """Where it leads; "" for plain words."""


@dataclass(frozen=True)
class Refer:
    """Says that an answer stands elsewhere in this report."""

    text: str
    entry: str
    """Id of the entry that holds it."""


@dataclass(frozen=True)
class Bar:
    """One bar of a chart."""

    label: str
    numbers: tuple[int, ...]
    """One for each series, 0 where it is hidden; the parts of a bar stand end to end."""
    words: str
    """What the bar says, hidden numbers and all: `12 with an EHC plan, fewer than 5 …`."""


@dataclass(frozen=True)
class Chart:
    """Bars beside a table that says the same."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]

    @property
    def words(self) -> str:
        """The chart for those who do not see it."""
        return f"{self.title}. " + " ".join(f"{bar.label}: {bar.words}." for bar in self.bars)


@dataclass(frozen=True)
class Row:
    """One row of a `Sheet`."""

    id: str
    title: str
    cells: tuple[tuple["Item", ...], ...]


@dataclass(frozen=True)
class Sheet:
    """A table whose cells hold whole answers: the council's form.

    Word and PDF draw a true table with a header row; HTML and Markdown, where it would have to be
    read across, make a section of each row and a heading of each column.
    """

    corner: str
    """The header over the rows' titles."""
    header: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Compared:
    """Two texts as one, word by word: what stands in both, what is gone, what is new.

    For the page on what has changed, which is HTML alone.
    """

    pieces: tuple[Piece, ...]


Body = Prose | Values | Card | Grid | OpenGap | Note | Refer | Chart | Compared


@dataclass(frozen=True)
class Entry:
    """One question and what the school says."""

    id: str
    prompt: str
    bodies: tuple[Body, ...]
    """In order; a gap may stand under what is there."""


@dataclass(frozen=True)
class Part:
    """What stands under one heading; a part inside a part has a heading one level down."""

    id: str
    title: str
    items: tuple["Item", ...]
    new_page: bool = False
    """Whether it begins a page in print."""


Item = Entry | Part | Sheet | Body


@dataclass(frozen=True)
class Logo:
    """The school's sign."""

    data: bytes
    media_type: str
    """`image/png`, `image/jpeg` or `image/svg+xml`."""
    words: str
    """What it shows, for those who do not see it; "" where the school's name stands beside it."""


@dataclass(frozen=True)
class Look:
    """How the report looks."""

    colour: str = "#1d4f7a"
    """In hex; dark enough to be read on white."""
    logo: Logo | None = None


@dataclass(frozen=True)
class Report:
    """The whole report."""

    title: str
    school: str
    year: str
    layout: Layout
    state: str
    """`Draft, 3 gaps`, `Complete, waiting for governors`, `Approved on …` or `Updated …`."""
    opening: str
    """One sentence before the first heading, where it is a draft; "" where it is none."""
    facts: tuple[str, ...]
    """Under the title: which years it means, when it changed, who approved it, the next review."""
    dated: date | None
    """The day of the newest answer; None where there is none."""
    parts: tuple[Part, ...]
    look: Look = field(default_factory=Look)

    @property
    def draft(self) -> bool:
        """Whether something is still to come."""
        return bool(self.opening)

    @property
    def whole_title(self) -> str:
        """The title with its year: the first heading."""
        return f"{self.title} {self.year}"


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item, the inner ones after the one that holds them."""
    for item in items:
        yield item
        match item:
            case Part(items=inner):
                yield from walk(inner)
            case Entry(bodies=bodies):
                yield from bodies
            case Sheet(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from walk(cell)
