"""Small reports in Word, and their words as a person reads them, in order."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from sendwizard.report.model import Item, Layout, Part, Prose, Report
from sendwizard.report.prose import parse_prose
from sendwizard.report.word import write_word
from tests.report.said import bare_words

FORM_COLUMN = "Report Form Column"
"""Style of what heads a column of the council's form, or one to write in: not in every format."""
_SIGNS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


@dataclass(frozen=True)
class Line:
    """One paragraph."""

    style: str
    """The name of its style, as Word shows it in lower case."""
    text: str
    element: Element

    def value(self, path: str) -> str | None:
        """The value of one of its properties, such as `w:pPr/w:numPr/w:ilvl`; None without it."""
        found = self.element.find("/".join(map(qn, path.split("/"))))
        return None if found is None else found.get(qn("w:val"))


@dataclass(frozen=True)
class WordReport:
    """A file as python-docx opens it, and what stands in it."""

    data: bytes

    @cached_property
    def document(self) -> WordDocument:
        """As python-docx has it."""
        return Document(BytesIO(self.data))

    @cached_property
    def entries(self) -> dict[str, bytes]:
        """Each entry of the file by its name."""
        with ZipFile(BytesIO(self.data)) as file:
            return {name: file.read(name) for name in file.namelist()}

    @cached_property
    def lines(self) -> list[Line]:
        """Every paragraph of the body, those in tables too, in the order of reading."""
        names = {style.style_id: style.element.name_val for style in self.document.styles}
        return [
            Line(names[self._style_id(each)].lower(), text_of(each), each)
            for each in self.document.element.body.iter(qn("w:p"))
        ]

    def _style_id(self, paragraph: Element) -> str:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return "Normal" if named is None else str(named.get(qn("w:val")))

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Each heading's level and words."""
        return [
            (int(line.style.removeprefix("heading ")), line.text)
            for line in self.lines
            if line.style.startswith("heading ")
        ]

    @property
    def words(self) -> list[str]:
        """The words of the body in order, without those of the form's own columns."""
        kept = (line.text for line in self.lines if line.style != FORM_COLUMN.lower())
        return bare_words("\n".join(kept))

    def styled(self, style: str) -> list[str]:
        """The words of each paragraph of that style."""
        return [line.text for line in self.lines if line.style == style.lower()]


def text_of(element: Element) -> str:
    """The words in it. Not `itertext`: python-docx has another idea of an element's text."""
    return "".join(
        _SIGNS.get(each.tag, each.text or "") for each in element.iter(qn("w:t"), *_SIGNS)
    )


def word(report: Report) -> WordReport:
    return WordReport(write_word(report, None).data)


def made(*items: Item, **changes: object) -> Report:
    """A small report that holds these items in its only part."""
    report = Report(
        title="SEN information report",
        school="Larkfield",
        year="2026-27",
        layout=Layout.QUESTIONS,
        state="Draft, 1 gap",
        opening="This is a draft.",
        facts=("Last changed on 23 November 2026.",),
        dated=date(2026, 11, 23),
        parts=(Part("part", "The part", items),),
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # each test gives what the field takes


def prose(text: str) -> Prose:
    return Prose(parse_prose(text))
