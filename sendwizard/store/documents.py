"""The words of a report that somebody wrote elsewhere: Word, plain text or Markdown.

Gives text with headings and lists marked as in Markdown, so that a passage can be copied from it.
Limits stand before each step: a Word file is a packed folder, and a small one can be made to unpack
without end.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from sendwizard.core.text import begins_as_xml, clean
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.store.confined import named
from sendwizard.store.safe_read import MB, Limit, read_bytes

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.table import CT_Tbl
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

MOST_UNPACKED = 64 * MB
"""Of all parts, unpacked."""
MOST_XML = 6 * MB
"""Of those that are read as XML, a report of some 60,000 words; in memory it takes thirty times as
much.
"""
MOST_PARTS = 1_000
MOST_LINES = 20_000
"""Paragraphs and tables that are looked at; what comes after is not a report."""
MOST_DEEP = 20
"""Tables inside one another."""
_TEXT = (".txt", ".md", ".markdown")
_TRY = "Save it as .docx in your word processor, or its words as .txt, and name that file."
_LIMIT = Limit(20 * MB, f"to be read here. {_TRY}")
_ENTRY = b"PK\x01\x02"
"""Begins the line on each part in the file's table of contents."""


def words_of(path: Path) -> str:
    """The words of a document. Raises UsageError for a kind of file that is not taken or holds
    no words, UnreadableError for one that cannot be understood.
    """
    ending = path.suffix.lower()
    if not _is_there(path):
        raise UsageError(f"There is no file {named(path)}.")
    if ending != ".docx" and ending not in _TEXT:
        raise UsageError(f"{named(Path(path.name))} is neither .docx nor .txt nor .md. {_TRY}")
    try:
        data = read_bytes(path, _LIMIT)
    except FileNotFoundError:
        raise UsageError(f"There is no file {named(path)}.") from None
    text = clean(_from_word(path, data) if ending == ".docx" else _from_text(data)).strip()
    if not text:
        raise UsageError(f"{named(Path(path.name))} holds no words that could be copied. {_TRY}")
    return text + "\n"


def _is_there(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except OSError:
        return True  # reading it says what is wrong


def _from_text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _from_word(path: Path, data: bytes) -> str:
    from docx import Document  # noqa: PLC0415 - 120 ms, for a Word file alone
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - ditto
    from lxml.etree import LxmlError  # noqa: PLC0415 - ditto

    broken = UnreadableError(f"{named(path)} cannot be read as a Word file. {_TRY}")
    try:
        _refuse_monsters(path, data)
        lines = [line for line in _Words(Document(BytesIO(data))).lines() if line]
    except (
        BadZipFile,
        PackageNotFoundError,
        LxmlError,
        LookupError,
        ValueError,
        TypeError,
        ArithmeticError,
        zlib.error,
        EOFError,
        AttributeError,  # a part of the package is not what its name says
        NotImplementedError,  # packed in a way that Python does not unpack
        RuntimeError,  # locked with a password, or nested without end
    ):
        raise broken from None
    return "\n\n".join(lines).replace("\n\n- ", "\n- ")


def _refuse_monsters(path: Path, data: bytes) -> None:
    """Raises UnreadableError for a package that would take gigabytes, by what it really unpacks
    to: the sizes that it gives may be made up.
    """
    too_large = UnreadableError(f"{named(path)} unpacks to more than can be read here. {_TRY}")
    if data.count(_ENTRY) > MOST_PARTS:
        raise too_large
    left, left_for_xml = MOST_UNPACKED, MOST_XML
    with ZipFile(BytesIO(data)) as packed:
        for entry in packed.infolist():
            if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise NotImplementedError
            with packed.open(entry) as stream:
                content = stream.read(left + 1)
            left -= len(content)
            if begins_as_xml(content):
                left_for_xml -= len(content)
                if b"<!DOCTYPE" in content.replace(b"\0", b""):
                    raise ValueError  # no part of Word's has one, and it could name other files
            if left < 0 or left_for_xml < 0:
                raise too_large


class _Words:
    """Goes through a document from its beginning, as far as anybody reads.

    Looks at one element after the other, since python-docx would make a list of all that there are,
    and a cell for each column that a merged cell says it has.
    """

    def __init__(self, document: "WordDocument") -> None:
        self._document = document
        self._styles = {each.style_id: (each.name or "").lower() for each in document.styles}
        self._left = MOST_LINES

    def lines(self) -> Iterator[str]:
        """Each paragraph as a line, "" for an empty one."""
        yield from self._inside(self._document.element.body, MOST_DEEP)

    def _inside(self, element: "BaseOxmlElement", deep: int) -> Iterator[str]:
        from docx.oxml.table import CT_Tbl  # noqa: PLC0415 - loaded with the document
        from docx.oxml.text.paragraph import CT_P  # noqa: PLC0415 - ditto
        from docx.text.paragraph import Paragraph  # noqa: PLC0415 - ditto

        for child in element.iterchildren():
            self._left -= 1
            if self._left <= 0:
                return
            if isinstance(child, CT_P):
                yield self._line(Paragraph(child, self._document))
            elif isinstance(child, CT_Tbl) and deep:
                yield from self._of(child, deep - 1)

    def _of(self, table: "CT_Tbl", deep: int) -> Iterator[str]:
        """A table cell by cell; a merged cell once."""
        for row in table.tr_lst:
            for cell in row.tc_lst:
                if cell.vMerge != "continue":
                    yield from self._inside(cell, deep)

    def _line(self, paragraph: "Paragraph") -> str:
        text = paragraph.text.strip()
        if not text:
            return ""
        properties = paragraph._p.pPr  # noqa: SLF001 - python-docx has no word for numbering
        style = None if properties is None else properties.style
        name = self._styles.get(style or "", "")
        if name.startswith(("heading", "title")):
            return f"# {text}"
        if name.startswith("list") or (properties is not None and properties.numPr is not None):
            return f"- {text.lstrip('•·- ')}"
        return text
