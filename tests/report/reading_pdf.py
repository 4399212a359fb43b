"""Reads a PDF back as a screen reader does: by its tags, in their order."""

from collections.abc import Iterator
from ctypes import c_void_p
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from sendwizard.report.words import CONTENTS

_INLINE = frozenset({"Span", "Strong", "Em", "Link"})


@dataclass
class Tag:
    """One element of the structure, with what it holds."""

    name: str
    alt: str = ""
    scope: str = ""
    """Of a header: whether it heads a row or a column."""
    inner: list["Tag | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that stands in it, on one line."""
        pieces = (each if isinstance(each, str) else each.text for each in self.inner)
        return " ".join("".join(pieces).split())

    def walk(self) -> Iterator["Tag"]:
        """It and every tag inside, in order."""
        yield self
        for each in self.inner:
            if isinstance(each, Tag):
                yield from each.walk()


@dataclass(frozen=True)
class Glyph:
    """A letter, and the room that it takes on its page, in points from the lower left."""

    page: int
    sign: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def line(self) -> tuple[int, float]:
        """Equal for the letters of one line."""
        return self.page, round(self.bottom, 1)


class Pdf:
    """A PDF, open in two libraries: one for its objects, one for its letters."""

    def __init__(self, data: bytes) -> None:
        self.file = pikepdf.open(BytesIO(data))
        self.pages = pypdfium2.PdfDocument(data)
        self._place_of = {page.obj.objgen: at for at, page in enumerate(self.file.pages)}

    @cached_property
    def root(self) -> Tag:
        """The whole structure."""
        return self._tag(self.file.Root.StructTreeRoot.K[0], 0)

    def every(self, *names: str) -> list[Tag]:
        """The tags of these names, in order."""
        return [tag for tag in self.root.walk() if tag.name in names]

    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each heading, in order."""
        names = [f"H{level}" for level in range(1, 7)]
        return [(int(tag.name[1]), tag.text) for tag in self.every(*names)]

    def bookmarks(self) -> list[tuple[int, str]]:
        """Level and words of each bookmark, in order."""
        return [(mark.level + 1, mark.get_title()) for mark in self.pages.get_toc(max_depth=9)]

    def links(self) -> list[str]:
        """Where each link to the outside leads."""
        return [str(note.A.URI) for note in self._links() if "/A" in note and "/URI" in note.A]

    def links_inside(self) -> int:
        """How many links lead to a place that this file has."""
        names = self.file.Root.get("/Names", pikepdf.Dictionary())
        named = pikepdf.NameTree(names.Dests) if "/Dests" in names else {}
        ends = [note.Dest for note in self._links() if "/Dest" in note]
        return sum(
            end[0].objgen in self._place_of if isinstance(end, pikepdf.Array) else str(end) in named
            for end in ends
        )

    def fonts(self) -> dict[str, pikepdf.Object]:
        """The description of each font, by name."""
        found = {}
        for page in self.file.pages:
            for font in page.Resources.get("/Font", {}).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                found[str(font.BaseFont)] = inner.FontDescriptor
        return found

    def read(self) -> str:
        """What is read out, in order: without the contents, charts and the numbers of lists."""
        return "".join(_read(self.root))

    @cached_property
    def glyphs(self) -> list[Glyph]:
        """Each letter that can be seen."""
        found = []
        for place, page in enumerate(self.pages):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index, loose=True)
                if right > left:
                    sign = chr(raw.FPDFText_GetUnicode(text, index))
                    found.append(Glyph(place, sign, left, bottom, right, top))
        return found

    def outside(self) -> list[Glyph]:
        """The letters that stand in the margins or beyond the page."""
        sizes = [page.get_size() for page in self.pages]
        return [
            glyph
            for glyph in self.glyphs
            if glyph.left < 54
            or glyph.right > sizes[glyph.page][0] - 54
            or glyph.bottom < 15
            or glyph.top > sizes[glyph.page][1] - 30
        ]

    def overprinted(self) -> list[tuple[Glyph, Glyph]]:
        """Letters that stand on one another, as where a word leaves its column of a table."""
        in_lines = sorted(self.glyphs, key=lambda each: (each.line, each.left))
        return [
            (one, other)
            for one, other in pairwise(in_lines)
            if one.line == other.line
            and one.right - other.left > 2
            and one.left != other.left  # two letters that the font draws as one sign
        ]

    def _links(self) -> list[pikepdf.Object]:
        return [note for page in self.file.pages for note in page.get("/Annots", [])]

    def _tag(self, element: pikepdf.Object, place: int) -> Tag:
        place = self._place(element, place)
        attributes = element.get("/A", pikepdf.Array())
        scopes = [str(each.Scope)[1:] for each in attributes if "/Scope" in each]
        tag = Tag(str(element.S)[1:], str(element.get("/Alt", "")), "".join(scopes))
        kids = element.get("/K", pikepdf.Array())
        several: list[object] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        for each in several:
            if isinstance(each, int):
                tag.inner.append(self._marked[place].get(each, ""))
            elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
                tag.inner.append(self._tag(each, place))
            elif isinstance(each, pikepdf.Dictionary) and "/MCID" in each:
                marked = self._marked[self._place(each, place)]
                tag.inner.append(marked.get(int(each.MCID), ""))
        return tag

    def _place(self, element: pikepdf.Object, otherwise: int) -> int:
        """The page that an element names, or that of the one around it."""
        return self._place_of[element.Pg.objgen] if "/Pg" in element else otherwise

    @cached_property
    def _marked(self) -> list[dict[int, str]]:
        """For each page, the letters under each mark of the structure."""
        return [_marked_letters(page) for page in self.pages]


def _marked_letters(page: pypdfium2.PdfPage) -> dict[int, str]:
    text = page.get_textpage()
    letters: dict[int, list[str]] = {}
    marks: dict[int, int] = {}
    mark = -1
    for index in range(text.count_chars()):
        piece = raw.FPDFText_GetTextObject(text, index)
        if piece:  # none for the spaces and line ends that the library adds
            address = c_void_p.from_buffer(piece).value or 0
            if address not in marks:
                marks[address] = raw.FPDFPageObj_GetMarkedContentID(piece)
            mark = marks[address]
        letters.setdefault(mark, []).append(chr(raw.FPDFText_GetUnicode(text, index)))
    return {mark: "".join(each) for mark, each in letters.items()}


def _read(tag: Tag) -> Iterator[str]:
    if tag.name not in _INLINE:
        yield "\n"
    for each in _not_said_elsewhere(tag):
        if isinstance(each, str):
            yield each
        else:
            yield from _read(each)


def _not_said_elsewhere(tag: Tag) -> list[Tag | str]:
    """What is in a tag, without what says again what stands elsewhere."""
    match tag.name:
        case "TOC" | "Figure":
            return []  # the contents; a chart beside its table
        case "Lbl" if tag.text.rstrip(".").isdigit():
            return []  # the number of a list's item
        case "H2" if tag.text == CONTENTS:
            return []
        case "Table" if any(inner.name.startswith("H") for inner in tag.walk()):
            # The council's form, whose columns are named once for all rows.
            return [each for each in tag.inner if isinstance(each, Tag) and each.name == "TBody"]
    return tag.inner
