"""Letterheads as schools have them, and as they should not be: files made entry by entry."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm, Pt, RGBColor

from sendwizard.report.render import Letterhead

NAME = "letterhead.docx"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = MAIN.replace("document.main", "template.main")
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
RELATIONSHIPS = "word/_rels/document.xml.rels"
Change = Callable[[dict[str, bytes]], None]


def saved(document: WordDocument, *changes: Change) -> Letterhead:
    """The document as a file, with changes to its entries."""
    entries = entries_of(document)
    for change in changes:
        change(entries)
    return zipped(entries)


def entries_of(document: WordDocument) -> dict[str, bytes]:
    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(entries: dict[str, bytes], method: int = ZIP_DEFLATED) -> Letterhead:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return Letterhead(NAME, stream.getvalue())


def replacing(entry: str, old: str, new: str) -> Change:
    def change(entries: dict[str, bytes]) -> None:
        assert old.encode() in entries[entry]
        entries[entry] = entries[entry].replace(old.encode(), new.encode())

    return change


def adding(entry: str, content: bytes) -> Change:
    return lambda entries: entries.update({entry: content})


def without(entry: str) -> Change:
    """Takes away a part, and what leads to it."""

    def change(entries: dict[str, bytes]) -> None:
        del entries[f"word/{entry}"]
        line = rf'<Relationship [^>]*Target="{entry}"[^>]*/>'
        entries[RELATIONSHIPS] = re.sub(line.encode(), b"", entries[RELATIONSHIPS])

    return change


def related(kind: str, target: str, *, to: str = RELATIONSHIPS, outside: bool = True) -> Change:
    """Adds a relationship, by the key `rIdX`."""
    mode = ' TargetMode="External"' if outside else ""
    line = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{mode}/></Relationships>'

    def change(entries: dict[str, bytes]) -> None:
        empty = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b"</Relationships>"
        )
        there = entries.get(to, empty)
        entries[to] = there.replace(b"</Relationships>", line.encode())

    return change


def plain() -> WordDocument:
    """A letterhead as a school has it: a head, a foot, its own first page, words in its body."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = Cm(4)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Larkfield, School Lane"
    section.first_page_header.paragraphs[0].text = "Welcome to Larkfield"
    section.footer.paragraphs[0].text = "Charity 123"
    document.styles["Heading 2"].font.color.rgb = RGBColor(1, 2, 3)
    document.styles["Normal"].font.size = Pt(13)
    document.add_paragraph("To whom it may concern")
    document.add_paragraph()
    return document


def png(wide: int, high: int) -> bytes:
    """A picture of that size, all transparent."""

    def chunk(name: bytes, content: bytes) -> bytes:
        whole = name + content
        return len(content).to_bytes(4) + whole + zlib.crc32(whole).to_bytes(4)

    head = wide.to_bytes(4) + high.to_bytes(4) + bytes((1, 0, 0, 0, 0))
    dots = zlib.compress((b"\0" + b"\0" * -(-wide // 8)) * high)
    chunks = (chunk(b"IHDR", head), chunk(b"IDAT", dots), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
