"""Pictures in Word: within limits of size, each with words for those who do not see it."""

from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from sendwizard.errors import UnreadableError
from sendwizard.report.model import Chart, Logo
from sendwizard.report.word.xml import Element, add, printable, relation

CM = 360_000
"""One centimetre, in Word's unit for pictures."""
_DOT = 9_525
"""One dot of a picture on a page, in the same unit: 96 to the inch."""
_LOGO_BOX = (8 * CM, round(2.5 * CM))
_CHART_BOX = (12 * CM, 20 * CM)
_FIRST_ID = 10_000
"""Pictures count from here, out of the way of a letterhead's own."""
_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG that give its height and width."""
_NAMES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_DRAWING = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent/>
    <wp:docPr/>
    <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
        <pic:pic>
          <pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
          <pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
          <pic:spPr>
            <a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
          </pic:spPr>
        </pic:pic>
      </a:graphicData>
    </a:graphic>
  </wp:inline>
</w:drawing>
"""
_DECORATIVE = """
<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
    <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"
        val="1"/>
  </a:ext>
</a:extLst>
"""


@dataclass
class Pictures:
    """Puts pictures into a part, each under a number of its own."""

    package: Package
    part: Part
    _count: int = 0

    def logo(self, paragraph: Element, logo: Logo) -> None:
        """The school's sign; where it needs no words, marked as there to look nice.

        Raises UnreadableError where its size cannot be made out.
        """
        data = logo.data
        if logo.media_type == "image/svg+xml":
            from sendwizard.report.chart import svg_png  # noqa: PLC0415 - only for a drawing

            data = svg_png(data)
        wide, high = _size(data)
        if not wide or not high:
            raise UnreadableError(
                "The school’s sign cannot be read as a picture. Save it again as PNG or JPG."
            )
        box_wide, box_high = _LOGO_BOX
        scale = min(_DOT, box_wide / wide, box_high / high)
        self._put(paragraph, data, (wide * scale, high * scale), logo.words)

    def chart(self, paragraph: Element, chart: Chart, colour: str, width: int) -> None:
        """A chart, no wider than that."""
        from sendwizard.report.chart import chart_png  # noqa: PLC0415 - only where there is a chart

        data = chart_png(chart, colour)
        wide, high = _size(data)
        box_wide, box_high = _CHART_BOX
        scale = min(width / wide, box_wide / wide, box_high / high)
        self._put(paragraph, data, (wide * scale, high * scale), chart.words)

    def _put(self, paragraph: Element, data: bytes, size: tuple[float, float], words: str) -> None:
        self._count += 1
        number = {"id": str(_FIRST_ID + self._count), "name": f"Picture {self._count}"}
        drawing = deepcopy(_parsed(_DRAWING))
        for path, attributes in (
            (".//wp:extent", dict(zip(("cx", "cy"), map(_whole, size), strict=True))),
            (".//a:xfrm/a:ext", dict(zip(("cx", "cy"), map(_whole, size), strict=True))),
            (".//wp:docPr", {**number, "descr": printable(words)}),
            (".//pic:cNvPr", number),
            (".//a:blip", {relation("embed"): self._kept(data)}),
        ):
            for element in drawing.iterfind(path, _NAMES):
                for key, value in attributes.items():
                    element.set(key, value)
        if not words:
            for element in drawing.iterfind(".//wp:docPr", _NAMES):
                element.append(deepcopy(_parsed(_DECORATIVE)))
        add(paragraph, "r").append(drawing)

    def _kept(self, data: bytes) -> str:
        """The relationship that leads to the picture's own part."""
        png = data.startswith(_PNG)
        name = self.package.next_partname(f"/word/media/report%d.{'png' if png else 'jpg'}")
        form = CONTENT_TYPE.PNG if png else CONTENT_TYPE.JPEG
        return self.part.relate_to(Part(name, form, data), RELATIONSHIP_TYPE.IMAGE)


def _whole(length: float) -> str:
    return str(max(1, round(length)))


@cache
def _parsed(xml: str) -> Element:
    return etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in dots; 0 and 0 where they cannot be made out."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 - begins every marker
        marker = data[place + 1]
        if marker in _SIZES:
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(
                data[place + 5 : place + 7]
            )
        filled_up = marker == 0xFF  # noqa: PLR2004 - as often as it likes
        place += 1 if filled_up else 2 + int.from_bytes(data[place + 2 : place + 4])
    return 0, 0
