"""What pasted text becomes: clean words and lists, from Word, Outlook, a web page or a PDF.

No letter or figure goes, but those that Word writes for its bullets. Doing it twice changes
nothing. Typed text never comes through here.
"""

import re

from sendwizard.core.kinds import LONGEST, LONGEST_LINE, KindError
from sendwizard.core.pasted_lists import BULLETS, Piece, arranged, piece_of
from sendwizard.core.text import clean

_LINE_ENDS = re.compile("[\x0c\x1c-\x1e]")
_GONE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufffc]")
"""Soft hyphens, marks without width, and the place of a picture."""
_JOINERS = re.compile("[\u200c\u200d]+")
_DIRT = re.compile("(?<=[\x00-\x7f])[\u200c\u200d]+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        **dict.fromkeys("\u2010\u2011", "-"),
        "\x07": "\t",  # the end of a cell in Word
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
"""“…”, – and — stay: they stand for something, and every format prints them."""
_SPACES = re.compile("  +")
_HOPELESS = 10
"""How many times too long a paste is before it is refused without being cleaned first."""
_SEVERAL = 2
"""Tabs that make a line a row of a table by themselves."""
_LABEL = re.compile(r".*[:;,.!?)–—-]|[0-9]+(\.[0-9]+)+", re.DOTALL)
"""What needs no further sign before the next cell: `Tel:`, `a)`, `1.2`."""


def from_paste(text: str) -> str:
    """The text as it goes into a passage: bullets as `- ` lists, straight quotes, plain spaces."""
    text = _LINE_ENDS.sub("\n", text).translate(_SIGNS)
    text = _DIRT.sub("", _GONE.sub("", clean(text)))
    text = _JOINERS.sub(_kept_joiners, text)
    pieces = [piece_of(line) for line in text.split("\n")]
    if len(pieces) == 1:
        return _one(text, pieces[0])
    tabs = [0, *(piece.rest.strip().count("\t") for piece in pieces), 0]
    return arranged(
        piece.with_words(_words(piece.rest, in_table=_is_row(tabs[place : place + 3])))
        for place, piece in enumerate(pieces)
    )


def passage_from_paste(text: str, beside: int) -> str:
    """The cleaned text, for a passage in which `beside` characters stay. Raises KindError."""
    if len(text) < _HOPELESS * LONGEST:
        text = from_paste(text)
    require_room(text, beside)
    return text


def require_room(text: str, beside: int) -> None:
    """Raise KindError where a passage would become too long, before anything is put in."""
    if len(text) + beside > LONGEST:
        raise KindError(
            f"That is too long to paste: an answer has at most {LONGEST:,} characters, some "
            "15,000 words. Nothing was changed."
        )


def box_from_paste(text: str, before: str, behind: str) -> str:
    """The text for a box of one line, between what stays in it. Raises KindError."""
    if len(text) < _HOPELESS * LONGEST_LINE:
        apart = " " if text[:1].isspace() and before and not before.endswith(" ") else ""
        text = apart + line_from_paste(text)
    if len(before) + len(text) + len(behind) > LONGEST_LINE:
        raise KindError(
            f"That is too long for this line, which takes {LONGEST_LINE:,} characters. "
            "Nothing was changed."
        )
    return text


def line_from_paste(text: str) -> str:
    """The text as it goes into a box of one line: without bullets, single spaces between words."""
    lines = from_paste(text).split("\n")
    return " ".join(" ".join(line.strip().removeprefix("- ") for line in lines).split())


def _one(text: str, piece: Piece) -> str:
    """One line, or a part of one: the spaces at its ends keep words apart where it is put in."""
    if piece.mark and not piece.is_doubtful:
        words = _words(piece.rest, in_table=_is_row([0, piece.rest.strip().count("\t"), 0]))
        return arranged([piece.with_words(words)])
    words = _words(text, in_table=_is_row([0, text.strip().count("\t"), 0]))
    before = " " if text[:1] in (" ", "\t") else ""
    behind = " " if words and text[-1:] in (" ", "\t") else ""
    return before + words + behind


def _kept_joiners(found: re.Match[str]) -> str:
    """Joiners shape other scripts and some pictures; among our own letters they are dirt."""
    text = found.string
    start, end = found.span()
    around = text[max(0, start - 1) : start], text[end : end + 1]
    shaped = all(each and not each.isascii() and each not in BULLETS for each in around)
    return found[0] if shaped else ""


def _is_row(tabs: list[int]) -> bool:
    """Whether the middle one of three lines is a row of a table, by the tabs in each."""
    before, count, behind = tabs
    return count >= _SEVERAL or (count > 0 and before + behind > 0)


def _words(line: str, *, in_table: bool) -> str:
    """The words with single spaces; cells are parted by `; `, as in a row of an answer."""
    cells = [words for cell in line.split("\t") if (words := _SPACES.sub(" ", cell).strip(" "))]
    if not in_table:
        return " ".join(cells)
    parted = [cell if _LABEL.fullmatch(cell) else f"{cell};" for cell in cells[:-1]]
    return " ".join([*parted, *cells[-1:]])
