"""Words inside a paragraph: runs, links, bookmarks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from sendwizard.report.model import Cell
from sendwizard.report.prose import Span
from sendwizard.report.webpage import href
from sendwizard.report.word.styles import Style
from sendwizard.report.word.xml import Element, add, first, printable, put_text, relation, w

_SAFE = ";/?:@&=+$,#%!*'()~"
"""What may stand in an address; anything else is written by its number."""
_LONGEST = 2_048
"""Longer addresses Word calls a fault of the file."""


@dataclass
class Words:
    """Writes words into paragraphs of one part."""

    part: Part
    """Holds where its links lead."""
    style_ids: Mapping[Style, str]
    targets: Mapping[str, str]
    """The bookmark of each entry that something refers to, by the entry's id."""
    _links: dict[str, str] = field(default_factory=dict)
    """The relationship of each address, so that none is looked for twice."""

    def paragraph(self, into: Element, style: Style) -> Element:
        """An empty paragraph of that style; the plain one is not named."""
        made = add(into, "p")
        if style is not Style.PLAIN:
            add(add(made, "pPr"), "pStyle", val=self.style_ids[style])
        return made

    def line(self, into: Element, style: Style, text: str) -> Element:
        """A paragraph of plain words."""
        made = self.paragraph(into, style)
        put(made, text)
        return made

    def spans(self, paragraph: Element, spans: Sequence[Span]) -> None:
        """Prose, with what is bold, in italics, or leads somewhere."""
        link: Element | None = None
        for before, span in zip([None, *spans], spans, strict=False):
            if before is None or span.href != before.href:
                link = self._link(paragraph, span.href)
            into = paragraph if link is None else link
            put(into, span.text, self._look(span, linked=link is not None))

    def cell(self, paragraph: Element, cell: Cell) -> None:
        """A single value, as a link where it is a contact."""
        self.linked(paragraph, cell.text, href(cell), cell.label)

    def linked(self, paragraph: Element, text: str, address: str, hint: str = "") -> None:
        """Words that lead to an address; plain words where that is none. `hint` says more of it."""
        self.spans(paragraph, (Span(text, href=address),))
        if hint and len(paragraph) and paragraph[-1].tag == w("hyperlink"):
            paragraph[-1].set(w("tooltip"), printable(hint))

    def refer(self, paragraph: Element, text: str, entry: str) -> None:
        """Words that lead to an entry of this report; plain words where it is not there."""
        if entry not in self.targets:
            put(paragraph, text)
            return
        link = add(paragraph, "hyperlink", anchor=self.targets[entry], history="1")
        put(link, text, {"rStyle": self.style_ids[Style.LINK]})

    def mark(self, paragraph: Element, entry: str) -> None:
        """Puts the bookmark of an entry around the paragraph's words, where it has one."""
        name = self.targets.get(entry)
        if name is None:
            return
        number = name.rpartition("_")[2]
        start = add(paragraph, "bookmarkStart", id=number, name=name)
        first(paragraph, "pPr").addnext(start)
        add(paragraph, "bookmarkEnd", id=number)

    def _look(self, span: Span, *, linked: bool) -> Mapping[str, str]:
        look = {"rStyle": self.style_ids[Style.LINK]} if linked else {}
        return look | dict.fromkeys(["b"] * span.strong + ["i"] * span.emphasis, "")

    def _link(self, paragraph: Element, href: str) -> Element | None:
        """A link at the end of the paragraph; None where the address is none that Word takes."""
        address = _address(href)
        if not address:
            return None
        if address not in self._links:
            key = f"rIdReport{len(self._links) + 1}"
            self.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, key, is_external=True
            )
            self._links[address] = key
        link = add(paragraph, "hyperlink", history="1")
        link.set(relation("id"), self._links[address])
        return link


def put(into: Element, text: str, look: Mapping[str, str] | None = None) -> None:
    """A run of words; `look` is Word's names for how it looks, in Word's order, with values."""
    run = add(into, "r")
    if look:
        properties = add(run, "rPr")
        for name, value in look.items():
            add(properties, name, **({"val": value} if value else {}))
    put_text(run, text)


def _address(href: str) -> str:
    """The address as Word takes it; "" where it does not."""
    address = quote(href, safe=_SAFE, errors="replace")
    if not address or len(address) > _LONGEST:
        return ""
    parts = urlsplit(address)
    return address if parts.netloc or parts.scheme not in ("http", "https") else ""
