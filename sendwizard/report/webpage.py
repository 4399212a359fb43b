"""What HTML's templates ask about a report: where a link leads, which headings the contents name.

Writes no tags; the templates do.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from sendwizard.core.by_words import Piece, PieceKind
from sendwizard.report.model import (
    Cell,
    CellKind,
    Chart,
    Grid,
    Item,
    Logo,
    Look,
    Part,
    Report,
    Sheet,
)

_SHORT_VERSION = "summary"
"""Id of the part that stands above the contents."""
_NOT_DIGITS = re.compile(r"[^\d+]")
_ADDRESS = re.compile(r"[^\s<>\"\\]+")
"""What can stand in a link of either format; a file edited by hand may hold anything."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_JOINTS = re.compile(r"(?<=[@./?&=_-])(?=\w)")
_LONG = re.compile(r"\S{40}")
_PLAIN = re.compile(r"[^A-Za-z0-9]")
_MARKS = {PieceKind.GONE: ("del", "taken out: "), PieceKind.NEW: ("ins", "put in: ")}

MOST_DIGITS = 16
"""Signs of a phone number, a plus included; more are two numbers, which nobody can ring at once."""


def href(cell: Cell) -> str:
    """Where a contact leads; "" where it leads nowhere."""
    match cell.kind:
        case CellKind.EMAIL if _ADDRESS.fullmatch(cell.text):
            return f"mailto:{quote(cell.text, safe='@+=!$,;:/')}"
        case CellKind.PHONE:
            digits = _NOT_DIGITS.sub("", cell.text.lower().partition("x")[0])
            return f"tel:{digits}" if 0 < len(digits) <= MOST_DIGITS else ""
        case CellKind.URL if _ADDRESS.fullmatch(cell.text):
            return cell.text if cell.text.lower().startswith(("http://", "https://")) else ""
    return ""


def breakable(cell: Cell) -> str:
    """The words, and where a long address may go on in the next line."""
    if cell.kind in (CellKind.EMAIL, CellKind.URL):
        return Markup("<wbr>").join(_JOINTS.split(cell.text))
    return cell.text


def link_name(cell: Cell, *about: str) -> str:
    """What a list of links calls a bare web address; "" where its own words are enough.

    The words that are seen stay in it, so that people can say them to their machine.
    """
    if cell.kind is not CellKind.URL:
        return ""
    known = [cell.label] if cell.label else [each for each in about if each]
    return f"{', '.join(known)}: {cell.text}" if known else ""


def rows_are_named(grid: Grid) -> bool:
    """Whether the first column says what each row is about, so that it heads the row."""
    first = [row[0] for row in grid.rows if row]
    return len(grid.header) > 1 and all(
        cell.kind is CellKind.TEXT and cell.text.strip() for cell in first
    )


@dataclass(frozen=True)
class Line:
    """One line of the contents."""

    anchor: str
    title: str
    inner: tuple["Line", ...] = ()


def first_part(report: Report) -> tuple[Part, ...]:
    """The short version, which stands above the contents; nothing where there is none."""
    return tuple(part for part in report.parts if part.id == _SHORT_VERSION)


def other_parts(report: Report) -> tuple[Part, ...]:
    """What the contents name."""
    return tuple(part for part in report.parts if part.id != _SHORT_VERSION)


def contents(report: Report) -> tuple[Line, ...]:
    """The other parts and what is in them."""
    return tuple(
        Line(f"part-{part.id}", part.title, tuple(_inner(part.items)))
        for part in other_parts(report)
    )


def _inner(items: Iterable[Item]) -> Iterable[Line]:
    for item in items:
        match item:
            case Part():
                yield Line(f"part-{item.id}", item.title)
            case Sheet(rows=rows):
                yield from (Line(f"row-{row.id}", row.title) for row in rows)


def colour(look: Look) -> str:
    """The school's colour, and nothing but a colour."""
    return look.colour if _HEX.fullmatch(look.colour) else Look().colour


def css_text(text: str) -> str:
    """The text inside a style sheet's quotes, with every sign by its number.

    The foot of a page breaks no word by itself, so a very long one is given places to break at.
    """
    breakable_text = _LONG.sub("\\g<0>\u200b", text)
    return _PLAIN.sub(lambda sign: f"\\{ord(sign[0]):x} ", breakable_text)


def data_address(logo: Logo) -> str:
    """The picture inside the page itself."""
    return f"data:{logo.media_type};base64,{b64encode(logo.data).decode()}"


def marks(piece: Piece) -> tuple[str, str, str, str, str]:
    """How a piece of a comparison is written: its tag, and what is said for those who do not see
    it, both "" for what stands in both; the space before its words, the words, the space after.

    Space alone is no change that can be seen: what is gone of it is left out.
    """
    words = piece.text.strip()
    if not words:
        return "", "", "" if piece.kind is PieceKind.GONE else piece.text, "", ""
    before, _, after = piece.text.partition(words)
    return (*_MARKS.get(piece.kind, ("", "")), before, words, after)


def chart(item: Chart, hex_colour: str) -> Markup:
    """The chart as a drawing; its words are escaped where it is drawn."""
    from sendwizard.report.chart import chart_svg  # noqa: PLC0415 - only where there is a chart

    return Markup(chart_svg(item, hex_colour))  # noqa: S704 - made by us, with its words escaped
