"""Whether bytes are a whole picture, and of which sort. Goes by what they hold, never by a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SVG_ROOT = "{http://www.w3.org/2000/svg}svg"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG behind which its height and width stand."""
_SCAN = 0xDA
"""The marker behind which its dots begin."""


@dataclass(frozen=True)
class Picture:
    """A picture that can be shown."""

    media_type: str
    """`image/png`, `image/jpeg` or `image/svg+xml`."""
    dots: int
    """Width times height; 0 for a drawing, which has none."""


def picture_of(data: bytes) -> Picture | None:
    """The picture that these bytes are; None where they are none, or a part of one."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    if b"<svg" in data or b":svg" in data:
        return _svg(data)
    return None


def _png(data: bytes) -> Picture | None:
    chunks = list(_chunks(data))
    names = [name for name, _ in chunks]
    if not names or names[0] != b"IHDR" or b"IDAT" not in names or names[-1] != b"IEND":
        return None
    header = chunks[0][1]
    width, height = (int.from_bytes(header[place : place + 4]) for place in (0, 4))
    return Picture("image/png", width * height) if width and height else None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk, up to the end or to the first that is cut or damaged."""
    place = len(_PNG)
    while place < len(data):
        size = int.from_bytes(data[place : place + 4])
        name, end = data[place + 4 : place + 8], place + 8 + size
        if int.from_bytes(data[end : end + 4]) != crc32(data[place + 4 : end]):
            return
        yield name, data[place + 8 : end]
        if name == b"IEND":
            return
        place = end + 4


def _jpeg(data: bytes) -> Picture | None:
    dots, place = 0, 2
    while place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 - begins every marker
        marker, size = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if marker == _SCAN:
            whole = data.find(b"\xff\xd9", place) > 0
            return Picture("image/jpeg", dots) if dots and whole else None
        if marker in _SIZES:
            height, width = (int.from_bytes(data[at : at + 2]) for at in (place + 5, place + 7))
            dots = height * width
        place += 1 if marker == 0xFF else 2 + size  # noqa: PLR2004 - a marker may be filled up
    return None


def _svg(data: bytes) -> Picture | None:
    from lxml import etree  # noqa: PLC0415 - 25 ms, for a drawing alone

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return Picture("image/svg+xml", 0) if root.tag == _SVG_ROOT else None
