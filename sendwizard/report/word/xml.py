"""Word's XML: its names, and text that it can hold. Knows nothing of a report.

Elements are made with lxml alone: python-docx's own way to a paragraph takes ten times as long.
"""

import re
from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

__all__ = ["NAMES", "Element", "add", "first", "printable", "put_text", "relation", "w"]

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": _MAIN, "r": _RELATIONS}
"""What a part that is made here declares."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("([\n\t])")
_BREAK_NAMES = {"\n": "br", "\t": "tab"}


@cache
def w(name: str) -> str:
    """A name of Word's own, as lxml writes it."""
    return f"{{{_MAIN}}}{name}"


@cache
def relation(name: str) -> str:
    """A name that points to a relationship, as lxml writes it."""
    return f"{{{_RELATIONS}}}{name}"


def add(into: Element, name: str, /, **attributes: str) -> Element:
    """A new last child of that name, whose attributes are Word's own too."""
    return etree.SubElement(into, w(name), {w(key): value for key, value in attributes.items()})


def first(of: Element, name: str) -> Element:
    """The first child of that name; made, as the first child, where there is none."""
    found = of.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        of.insert(0, found)
    return found


def printable(text: str) -> str:
    """The text with a sign of its own for what XML cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def put_text(run: Element, text: str) -> None:
    """The text at the end of a run, its line ends and tabs as Word has them."""
    for piece in _BREAKS.split(printable(text)):
        if piece in _BREAK_NAMES:
            add(run, _BREAK_NAMES[piece])
        elif piece:
            words = add(run, "t")
            words.text = piece
            if piece != piece.strip():
                words.set(_SPACE, "preserve")
