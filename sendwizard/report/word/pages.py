"""Pages in Word: how wide their words may be, their foot, and those that lie on their side."""

from copy import deepcopy

from lxml import etree

from sendwizard.report.word.inline import Words, put
from sendwizard.report.word.styles import Style
from sendwizard.report.word.xml import NAMES, Element, add, first, relation, w

_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {
    **dict.fromkeys(("top", "right", "bottom", "left"), "1134"),
    **dict.fromkeys(("header", "footer"), "567"),
    "gutter": "0",
}
_NARROW = dict.fromkeys(("top", "bottom"), "680") | dict.fromkeys(("header", "footer"), "400")
_NARROWEST = 2_880
"""What is left of a page, at least, in twentieths of a point, whatever a letterhead says."""
_OF = "\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}"
_SAYS_SOMETHING = ("drawing", "pict", "object", "fldSimple", "instrText", "sym")


def new_section(*, narrow: bool) -> Element:
    """A4 upright with margins of 2 cm; `narrow` leaves less, to get more on one side."""
    section = etree.Element(w("sectPr"))
    add(section, "pgSz", **_A4)
    add(section, "pgMar", **(_MARGINS | _NARROW if narrow else _MARGINS))
    return section


def text_width(section: Element) -> int:
    """How wide a line of words is, in twentieths of a point."""
    size, margins, columns = (section.find(w(name)) for name in ("pgSz", "pgMar", "cols"))
    width = _length(size, "w", int(_A4["w"]))
    width -= sum(_length(margins, name, int(_MARGINS[name])) for name in ("left", "right"))
    width -= _length(margins, "gutter", 0)
    several = max(1, _length(columns, "num", 1))
    width = (width - (several - 1) * _length(columns, "space", 720)) // several
    return max(width, _NARROWEST)


def _length(element: Element | None, name: str, otherwise: int) -> int:
    text = "" if element is None else element.get(w(name), "")
    return int(text) if text.isdecimal() and len(text) < len("100000") else otherwise


class Pages:
    """The sections that the report is laid out in, one after the other.

    Those with wide tables lie on their side, on a letterhead too, under the same head and foot.
    """

    def __init__(self, content: Element, section: Element) -> None:
        self._content = content
        """Ends in a paragraph wherever pages end."""
        self._section = section
        size = section.find(w("pgSz"))
        self._may_turn = _length(size, "h", 0) > _length(size, "w", 0)
        """Not where a letterhead lies on its side anyway."""
        self._wide = False

    @property
    def width(self) -> int:
        """How wide a line of words is on the pages at hand."""
        return text_width(self._section)

    def turn(self, *, wide: bool) -> bool:
        """Begins pages, upright or on their side; whether it had to."""
        if wide == self._wide or not self._may_turn:
            return False
        self._close()
        self._wide = wide
        for size in self._section.findall(w("pgSz")):
            across, high = (size.get(w(name), "") for name in ("w", "h"))
            size.set(w("w"), high)
            size.set(w("h"), across)
            size.set(w("orient"), "landscape" if wide else "portrait")
        return True

    def _close(self) -> None:
        """Ends the pages at hand in the last paragraph, which is where Word keeps what they are.

        Those that follow begin on a new page, go on counting, and have no first page of their own.
        """
        if not len(self._content):
            return
        first(self._content[-1], "pPr").append(deepcopy(self._section))
        for name in ("type", "titlePg", "pgNumType"):
            for each in self._section.findall(w(name)):
                self._section.remove(each)


def says_something(foot: Element) -> bool:
    """Whether a foot holds more than empty lines."""
    return any((words.text or "").strip() for words in foot.iter(w("t"))) or any(
        next(foot.iter(w(name)), None) is not None for name in _SAYS_SOMETHING
    )


def new_foot(words: Words, text: str) -> Element:
    """The foot of each page: these words, then its number and how many pages there are."""
    foot = etree.Element(w("ftr"), nsmap=NAMES)
    line = words.line(foot, Style.FOOTER, text)
    for before, field in ((" Page\N{NO-BREAK SPACE}", "PAGE"), (_OF, "NUMPAGES")):
        put(line, before)
        put(add(line, "fldSimple", instr=field), "1")
    return foot


def show_foot(section: Element, key: str, *, even: bool) -> None:
    """Puts that foot under every page of the section, in place of what is there."""
    for reference in section.findall(w("footerReference")):
        section.remove(reference)
    first_page = section.find(w("titlePg")) is not None
    for kind in ("default", *("first",) * first_page, *("even",) * even):
        reference = etree.Element(w("footerReference"), {w("type"): kind, relation("id"): key})
        section.insert(0, reference)
