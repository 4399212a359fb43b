"""Word's numbering: marks and indents for lists nested nine deep, and where each list begins."""

from collections.abc import Iterator
from itertools import repeat

from lxml import etree

from sendwizard.report.prose import List
from sendwizard.report.word.xml import Element, add, w

LEVELS = 9
"""Word knows no more; a list deeper down has the marks of the ninth."""
STEP = 400
"""How far each level stands in, in twentieths of a point."""
_BULLETS = "•–"
_MOST = 32_767
"""The highest number at which Word begins a list; beyond, each mark is given as words."""
_MOST_DIGITS = 9
"""Of a number that Word counts on from."""


class Lists:
    """The lists of a document. Reads what its letterhead numbers, and adds to it."""

    def __init__(self, numbering: Element) -> None:
        self._root = numbering
        for hint in numbering.findall(w("numIdMacAtCleanup")):
            numbering.remove(hint)  # would have to stay last, and says nothing to Word of today
        kinds = _highest(numbering, "abstractNum", "abstractNumId") + 1
        self._next = _highest(numbering, "num", "numId") + 1
        self._numbered = str(kinds + 1)
        self._add_kind(str(kinds), "bullet")
        self._add_kind(self._numbered, "decimal")
        self._bullets = self._add_list(str(kinds))

    def marks(self, block: List, level: int) -> Iterator[str]:
        """Which list of Word's each item belongs to, for as many items as are asked for."""
        if block.start is None:
            return repeat(self._bullets)
        if block.start + len(block.items) > _MOST:
            return (self._in_words(f"{block.start + n}.", level) for n in range(len(block.items)))
        return repeat(self._beginning_at(block.start, level))

    def _beginning_at(self, start: int, level: int) -> str:
        list_id = self._add_list(self._numbered)
        override = add(self._root[-1], "lvlOverride", ilvl=str(level))
        add(override, "startOverride", val=str(start))
        return list_id

    def _in_words(self, mark: str, level: int) -> str:
        list_id = self._add_list(self._numbered)
        override = add(self._root[-1], "lvlOverride", ilvl=str(level))
        _put_level(override, level, "decimal", mark)
        return list_id

    def _add_list(self, kind: str) -> str:
        list_id = str(self._next)
        self._next += 1
        add(add(self._root, "num", numId=list_id), "abstractNumId", val=kind)
        return list_id

    def _add_kind(self, kind: str, form: str) -> None:
        """Defines a kind of list. All definitions stand before all lists."""
        definition = etree.Element(w("abstractNum"), {w("abstractNumId"): kind})
        add(definition, "multiLevelType", val="multilevel")
        for level in range(LEVELS):
            sign = _BULLETS[level % len(_BULLETS)] if form == "bullet" else f"%{level + 1}."
            _put_level(definition, level, form, sign)
        lists = self._root.find(w("num"))
        if lists is None:
            self._root.append(definition)
        else:
            lists.addprevious(definition)


def _put_level(into: Element, level: int, form: str, sign: str) -> None:
    at = add(into, "lvl", ilvl=str(level))
    add(at, "start", val="1")
    add(at, "numFmt", val=form)
    add(at, "lvlText", val=sign)
    add(at, "lvlJc", val="left")
    add(add(at, "pPr"), "ind", left=str(indent(level)), hanging=str(STEP))


def indent(level: int) -> int:
    """How far the words of an item stand in, in twentieths of a point."""
    return (level + 1) * STEP


def _highest(root: Element, name: str, attribute: str) -> int:
    found = (each.get(w(attribute), "") for each in root.iterchildren(w(name)))
    return max(
        (int(each) for each in found if each.isdecimal() and len(each) < _MOST_DIGITS), default=0
    )
