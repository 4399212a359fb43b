"""The file that Word opens: its parts, its properties, and equal bytes for equal parts."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from sendwizard.report.model import Report
from sendwizard.report.word.xml import NAMES, Element, printable, w
from sendwizard.report.words import LANGUAGE, document_title

_FIXED_DAY = date(2000, 1, 1)
"""When a report without any answer was made."""
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""Of every entry: the earliest that a zip file can give."""
_UNIX = 3
"""The system that every entry says it was made on."""
_LONGEST_PROPERTY = 255
_OF_THE_LETTERHEAD = (
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
)
"""What it says of itself, and would be untrue of the report."""
_SETTINGS = """
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:defaultTabStop w:val="567"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode"
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="en-GB"/>
</w:settings>
"""
_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def new_package() -> tuple[Package, DocumentPart]:
    """A package with an empty document."""
    package = Package()
    root = etree.Element(w("document"), nsmap=NAMES)
    etree.SubElement(root, w("body"))
    name = PackURI("/word/document.xml")
    xml = parse_xml(etree.tostring(root))
    document = DocumentPart(name, CONTENT_TYPE.WML_DOCUMENT_MAIN, xml, package)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return package, document


def new_settings() -> Element:
    """The settings of a document without a letterhead: that of today's Word."""
    settings: Element = etree.fromstring(_SETTINGS, etree.XMLParser(remove_blank_text=True))
    return settings


def root_of(package: Package, owner: Part, kind: str, new: Element) -> Element:
    """The root of the owner's part of that kind, such as its styles; `new` where it has none."""
    for relationship in owner.rels.values():
        if relationship.reltype == getattr(RELATIONSHIP_TYPE, kind):
            there = relationship.target_part
            if isinstance(there, XmlPart):
                return _root(there)
    name = _free_name(package, f"/word/{kind.lower()}")
    content_type = getattr(CONTENT_TYPE, f"WML_{kind}")
    part = XmlPart(name, content_type, parse_xml(etree.tostring(new)), package)
    owner.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))
    return _root(part)


def _root(part: XmlPart) -> Element:
    root: Element = part.element
    return root


def describe(package: Package, report: Report) -> None:
    """Gives the file its title, author, language and day, in place of any that it has."""
    for key, relationship in list(package.rels.items()):
        if relationship.reltype in _OF_THE_LETTERHEAD:
            del package.rels[key]
    root = etree.Element(_core("cp", "coreProperties"), nsmap=_CORE)
    day = f"{(report.dated or _FIXED_DAY).isoformat()}T00:00:00Z"
    for prefix, name, text in (
        ("dc", "title", document_title(report)),
        ("dc", "creator", report.school),
        ("cp", "lastModifiedBy", report.school),
        ("dc", "language", LANGUAGE),
        ("dcterms", "created", day),
        ("dcterms", "modified", day),
    ):
        element = etree.SubElement(root, _core(prefix, name))
        element.text = printable(text)[:_LONGEST_PROPERTY]
        if prefix == "dcterms":
            element.set(_core("xsi", "type"), "dcterms:W3CDTF")
    name = _free_name(package, "/docProps/core")
    part = Part(name, CONTENT_TYPE.OPC_CORE_PROPERTIES, _as_file(root), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _free_name(package: Package, beginning: str) -> PackURI:
    """A name for a part that no other has, not even one that nothing of Word's leads to."""
    name = PackURI(f"{beginning}.xml")
    taken = any(part.partname == name for part in package.iter_parts())
    return package.next_partname(f"{beginning}%d.xml") if taken else name


def _core(prefix: str, name: str) -> str:
    return f"{{{_CORE[prefix]}}}{name}"


def add_foot(package: Package, document: Part, root: Element) -> str:
    """Gives the document a foot; the key under which it stands."""
    name = package.next_partname("/word/footer%d.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTER, _as_file(root), package)
    return document.relate_to(part, RELATIONSHIP_TYPE.FOOTER)


def _as_file(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def packed(package: Package) -> bytes:
    """The file, with its entries in a fixed order, each of one fixed time."""
    loose, fast = BytesIO(), BytesIO()
    package.save(loose)
    with ZipFile(loose) as source, ZipFile(fast, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            entry = ZipInfo(name, _FIXED_TIME)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
            target.writestr(entry, source.read(name))
    return fast.getvalue()
