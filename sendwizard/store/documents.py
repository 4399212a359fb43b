"""The words of a report that somebody wrote elsewhere: Word, plain text or Markdown.

Gives text with headings and lists marked as in Markdown, so that a passage can be copied from it.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from sendwizard.core.text import clean
from sendwizard.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
"""A Word file is a packed folder, and a small one can be made to unpack without end."""
_TEXT = (".txt", ".md", ".markdown")
_TRY = "Save it as .docx in your word processor, or its words as .txt, and name that file."


def words_of(path: Path) -> str:
    """The words of a document. Raises UsageError for a kind of file that is not taken or holds
    no words, UnreadableError for one that cannot be understood.
    """
    ending = path.suffix.lower()
    if not path.is_file():
        raise UsageError(f"There is no file {path}.")
    if ending != ".docx" and ending not in _TEXT:
        raise UsageError(f"{path.name} is neither .docx nor .txt nor .md. {_TRY}")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableError(f"{path} is larger than 20 MB. {_TRY}")
        text = _from_word(path) if ending == ".docx" else _from_text(path.read_bytes())
    except OSError as error:
        raise UnreadableError(f"{path} cannot be opened: {error.strerror}.") from None
    text = clean(text).strip()
    if not text:
        raise UsageError(f"{path.name} holds no words that could be copied. {_TRY}")
    return text + "\n"


def _from_text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _from_word(path: Path) -> str:
    from docx import Document  # noqa: PLC0415 - 120 ms, for a Word file alone
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - ditto
    from lxml.etree import LxmlError  # noqa: PLC0415 - ditto

    try:
        with ZipFile(path) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise UnreadableError(f"{path} unpacks to more than 200 MB. {_TRY}")
        lines: list[str] = []
        for block in Document(str(path)).iter_inner_content():
            lines.extend(_lines(block))
    except (
        BadZipFile,
        PackageNotFoundError,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,  # a part of the package is not what its name says
        NotImplementedError,  # packed in a way that Python does not unpack
        RuntimeError,  # locked with a password
    ):
        raise UnreadableError(f"{path} cannot be read as a Word file. {_TRY}") from None
    return "\n\n".join(lines).replace("\n\n- ", "\n- ")


def _lines(block: "Paragraph | Table") -> list[str]:
    """A paragraph as a line, or a table cell by cell; a merged cell once."""
    from docx.table import Table  # noqa: PLC0415 - loaded with the document

    if not isinstance(block, Table):
        line = _line(block)
        return [line] if line else []
    lines: list[str] = []
    seen: set[object] = set()
    for row in block.rows:
        for cell in row.cells:
            if cell._tc in seen:  # noqa: SLF001 - python-docx has no other word for the same cell
                continue
            seen.add(cell._tc)  # noqa: SLF001 - ditto
            for inner in cell.iter_inner_content():
                lines.extend(_lines(inner))
    return lines


def _line(paragraph: "Paragraph") -> str:
    text = paragraph.text.strip()
    if not text:
        return ""
    name = (paragraph.style.name or "").lower() if paragraph.style else ""
    properties = paragraph._p.pPr  # noqa: SLF001 - python-docx has no word for numbering
    if name.startswith(("heading", "title")):
        return f"# {text}"
    if name.startswith("list") or (properties is not None and properties.numPr is not None):
        return f"- {text.lstrip('•·- ')}"
    return text
