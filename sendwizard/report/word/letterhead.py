"""Opens a school's letterhead: only a Word document, only of a sensible size, and disarmed.

What it looks like stays. What would run (macros) or fetch something from elsewhere does not.
"""

import re
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from sendwizard.core.text import begins_as_xml
from sendwizard.errors import UnreadableError
from sendwizard.report.render import Letterhead
from sendwizard.report.word.xml import Element, relation, w

MOST_PARTS = 300
"""A school's letterhead has ten to fifty."""
MOST_BYTES = 64 * 1024 * 1024
"""Of all parts, unpacked."""
MOST_XML = 8 * 1024 * 1024
"""Of those that are read as XML: in memory it takes some thirty times as much."""
_OLD_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins what Word wrote before 2007, and everything that it keeps under a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTRY = b"PK\x01\x02"
"""Begins the line on each part in the file's table of contents."""
_TYPES = "[Content_Types].xml"
_MAIN_TYPES = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template\.main"
    rb"|ms-word\.document\.macroEnabled\.main"
    rb"|ms-word\.template\.macroEnabledTemplate\.main)\+xml"
)
"""What a template, and a document or template with macros, say they are."""
_MACROS = re.compile(
    r"/(?:vbaProject|wordVbaData|keyMapCustomizations|attachedToolbars|ui/extensibility)$"
)
"""Relationships to macros, and to the keys and buttons that would run one."""
_PICTURES = frozenset(map(w, ("drawing", "pict", "object")))
_ROOTS = {
    RELATIONSHIP_TYPE.STYLES: "styles",
    RELATIONSHIP_TYPE.NUMBERING: "numbering",
    RELATIONSHIP_TYPE.SETTINGS: "settings",
    RELATIONSHIP_TYPE.FOOTER: "ftr",
}
"""The parts that a report adds to or looks into, and how each has to begin."""


@dataclass(frozen=True)
class Opened:
    """A document that a report can be written into."""

    package: Package
    document: DocumentPart
    told: tuple[str, ...] = ()
    """What was left out of it."""


def open_letterhead(letterhead: Letterhead) -> Opened:
    """The letterhead as a plain document. Raises UnreadableError for what cannot be one."""
    name = letterhead.name
    package, document = _opened(name, _unpacked(letterhead))
    _check(name, package, document)
    told = (*_without_macros(name, package), *_without_links(name, package))
    return Opened(package, document, tuple(dict.fromkeys(told)))


def _unpacked(letterhead: Letterhead) -> Mapping[str, bytes]:
    """Its entries, read with a limit that does not trust the sizes which the file gives."""
    name, data = letterhead.name, letterhead.data
    if data.startswith(_OLD_FILE):
        raise UnreadableError(
            f"{name} is kept under a password. Save a copy without one as the letterhead."
            if _ENCRYPTED in data
            else f"{name} is no Word document of today (.docx). Open it in Word and save it as one."
        )
    if data.count(_ENTRY) > MOST_PARTS:
        raise _too_large(name)
    entries: dict[str, bytes] = {}
    left, left_for_xml = MOST_BYTES, MOST_XML
    try:
        with ZipFile(BytesIO(data)) as file:
            for entry in file.infolist():
                if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                    raise _no_word_document(name)
                with file.open(entry) as stream:
                    entries[entry.filename] = content = stream.read(left + 1)
                left -= len(content)
                left_for_xml -= len(content) if begins_as_xml(content) else 0
                if left < 0 or left_for_xml < 0:
                    raise _too_large(name)
    except (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError):
        raise _no_word_document(name) from None  # RuntimeError: one under a password, among others
    return entries


def _opened(name: str, entries: Mapping[str, bytes]) -> tuple[Package, DocumentPart]:
    """The package as a plain document, whatever it says it is."""
    plain = dict(entries)
    plain[_TYPES] = _MAIN_TYPES.sub(CONTENT_TYPE.WML_DOCUMENT_MAIN.encode(), plain.get(_TYPES, b""))
    for content in plain.values():
        if begins_as_xml(content) and b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise _faulty(name)  # no part of Word's has one, and it could name other files
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as target:
        for key, content in plain.items():
            target.writestr(key, content)
    try:
        package = Package.open(file)
        document = package.main_document_part
    except (LookupError, ValueError, TypeError, AttributeError, etree.XMLSyntaxError):
        raise _no_word_document(name) from None  # all that python-docx raises on a broken package
    if not isinstance(document, DocumentPart):
        raise _no_word_document(name)
    return package, document


def _check(name: str, package: Package, document: DocumentPart) -> None:
    """Makes sure that the parts which a report is written into are what they should be."""
    for source in _sources(package):
        if not all(key and each.reltype for key, each in source.rels.items()):
            raise _faulty(name)
    if not all(part.content_type for part in package.iter_parts()):
        raise _faulty(name)
    if document.element.tag != w("document") or document.element.find(w("body")) is None:
        raise _no_word_document(name)
    for relationship in document.rels.values():
        root = _ROOTS.get(relationship.reltype)
        if root is None:
            continue
        part = None if relationship.is_external else relationship.target_part
        if not isinstance(part, XmlPart) or part.element.tag != w(root):
            raise _faulty(name)


def _without_macros(name: str, package: Package) -> Iterator[str]:
    """Takes the macros away; what the person should know of it."""
    for source in _sources(package):
        for key, relationship in list(source.rels.items()):
            if _MACROS.search(relationship.reltype):
                del source.rels[key]
                yield f"The macros in {name} were left out; its looks were kept."


def _without_links(name: str, package: Package) -> Iterator[str]:
    """Takes away what would be fetched from elsewhere; what the person should know of it."""
    for source in _sources(package):
        for key, relationship in list(source.rels.items()):
            if not relationship.is_external or relationship.reltype == RELATIONSHIP_TYPE.HYPERLINK:
                continue
            if not isinstance(source, XmlPart):
                raise _fetches(name)
            del source.rels[key]
            if source.element.tag == w("settings"):
                _cut(source.element, key, {element.tag for element in source.element})
                yield f"{name} was tied to another file. The tie was left out."
            elif relationship.reltype == RELATIONSHIP_TYPE.IMAGE:
                _cut(source.element, key, _PICTURES)
                yield (
                    f"A picture in {name} lies in another file and was left out. "
                    "Put the picture itself into the letterhead."
                )
            else:
                raise _fetches(name)


def _sources(package: Package) -> list[Package | Part]:
    return [package, *package.iter_parts()]


def _cut(root: Element, key: str, whole: Collection[str]) -> None:
    """Removes what refers to a relationship: the nearest of these elements that holds it.

    A picture that lies in the file as well only loses the reference.
    """
    for element in list(root.iter()):
        pointers = [each for each in element.attrib if element.get(each) == key]
        pointers = [each for each in pointers if str(each).startswith(relation(""))]
        if not pointers:
            continue
        for pointer in pointers:
            del element.attrib[pointer]
        if element.get(relation("embed")) is None:
            holder = next((each for each in element.iterancestors() if each.tag in whole), element)
            parent = holder.getparent()
            if parent is not None:
                parent.remove(holder)


def _no_word_document(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} is no Word document that can be read. Open it in Word and save it as .docx."
    )


def _faulty(name: str) -> UnreadableError:
    return UnreadableError(f"{name} has a fault inside. Open it in Word and save it again.")


def _too_large(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} is far too large for a letterhead. Save one without pages of text in it."
    )


def _fetches(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} takes in another file when it is opened. Break that link in Word, under File, "
        "Info, Edit links to files, and save it again."
    )
