"""The lines of a paste, put in order: bullets become lists, wrapped lines one, blank lines few."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_ALWAYS = "•●▪■◦‣⁃∙○□◆➢➤" + "".join(map(chr, range(0xF000, 0xF100)))
"""Marks by themselves, those of Word's own fonts among them."""
_SPACED = "·§✓✔"
"""Marks where a space is behind them."""
BULLETS = frozenset(_ALWAYS + _SPACED)
_MARK = re.compile(
    r"([ \t]*)"
    rf"(?:([{_ALWAYS}])[ \t]*|([{_SPACED}])[ \t]+"
    r"|([oØü])(?:[ ]*\t[ \t]*|  +)"
    r"|([-*–—]|[0-9]{1,3}[.)]|o)[ \t]+)?"
    r"(.*)",
    re.DOTALL,
)
_TAB = 4
"""Columns that a tab at the start of a line counts."""
_DEPTHS = {
    **dict.fromkeys("-–—*", 1),
    **dict.fromkeys("o◦○", 2),
    **dict.fromkeys("▪■§\uf0a7", 3),
}
"""How deep a mark is in Word, where the lines themselves are not indented."""
_NUMBERED, _OUTERMOST = -1, 0
_OWN_LINE = re.compile(r"\(?[A-Za-z]{1,4}[.)] ")
"""`a) ` and `iv. ` begin a line of their own."""
_SMALL_WORD = re.compile(r"[a-zß-öø-ÿ][\w'-]*[,;:.!?)]?(?= |$)")
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_WRAPPED = 45
"""Letters from which on a line without an end is taken to have been wrapped by a PDF."""
_INDENTED = 2


@dataclass(frozen=True)
class Piece:
    """One line as it was pasted."""

    indent: int
    """Columns before the mark or the words."""
    mark: str
    """Its bullet, or its number with the sign behind it; "" where it has none."""
    is_doubtful: bool
    """Whether the mark could as well be a part of a sentence."""
    rest: str
    """What stands behind the mark."""

    def with_words(self, words: str) -> "Piece":
        """The same line with clean words."""
        return replace(self, rest=words)

    @property
    def depth(self) -> int:
        """How deep its mark is by itself."""
        return _NUMBERED if self.mark[0].isdigit() else _DEPTHS.get(self.mark, _OUTERMOST)


def piece_of(line: str) -> Piece:
    """A line with its mark parted from its words."""
    found = _MARK.fullmatch(line)
    if found is None:  # it takes every line
        return Piece(0, "", is_doubtful=False, rest=line)
    indent, *marks, doubtful, rest = found.groups()
    mark = next((each for each in (*marks, doubtful) if each), "")
    spaced = line[len(indent) + len(mark) : len(line) - len(rest)] == " "
    columns = len(indent) + (_TAB - 1) * indent.count("\t")
    return Piece(columns, mark, bool(doubtful) and spaced, rest)


def arranged(pieces: Iterable[Piece]) -> str:
    """The lines, their words clean by now, as one text."""
    lines = _Lines()
    for piece in pieces:
        lines.take(piece)
    return lines.text


@dataclass(frozen=True)
class _Open:
    """An item that others may be put under."""

    indent: int
    depth: int
    inset: int
    """Where its words begin in the text that is made."""


class _Lines:
    """The text so far."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = []
        """Each line as the parts that it is joined from."""
        self._length = 0
        """Letters of the words of the last line."""
        self._open: list[_Open] = []
        """The items that are open, from the outermost in; [] outside a list."""
        self._blank = False
        self._mark: Piece | None = None
        """A mark that stood alone in its line; its words come in the next."""

    @property
    def text(self) -> str:
        """All of it."""
        lines = ["".join(parts) for parts in self._lines]
        if self._blank:
            lines += [""] if lines else ["", ""]
        return "\n".join(lines)

    def take(self, piece: Piece) -> None:
        """The next line."""
        if self._mark is not None and not piece.mark and piece.rest:
            piece = replace(self._mark, rest=piece.rest)
            self._mark = None
        alone = not piece.rest and piece.mark[:1].isdigit()
        if piece.mark and (alone or self._is_sentence(piece)):
            piece = Piece(piece.indent, "", is_doubtful=False, rest=_with_mark(piece))
        if piece.mark and not piece.rest:
            self._mark = piece
        elif piece.mark:
            self._mark = None
            self._item(piece)
        elif piece.rest:
            self._prose(piece)
        else:
            self._blank = True

    def _is_sentence(self, piece: Piece) -> bool:
        """Whether what looks like a mark is a part of the words."""
        if self._open:
            return False
        if piece.mark == "o":
            return piece.is_doubtful
        inside = bool(self._lines) and not self._blank
        if piece.mark[0].isdigit():
            return inside and int(piece.mark[:-1]) != 1  # for Markdown as well
        dash = piece.mark in "–—" and piece.is_doubtful
        return dash and inside and not self._ends_sentence

    @property
    def _ends_sentence(self) -> bool:
        return self._lines[-1][-1].endswith(_SENTENCE_ENDS)

    def _item(self, piece: Piece) -> None:
        depth = piece.depth
        if self._blank and self._open and self._begins_anew(piece):
            self._open = []
        elif self._open:
            self._blank = False  # Word parts bullets by blank lines
        while self._open and not _is_under(piece, self._open[-1]):
            self._open.pop()
        inset = self._open[-1].inset if self._open else 0
        mark = piece.mark if depth == _NUMBERED else "-"
        self._open.append(_Open(piece.indent, depth, inset + len(mark) + 1))
        self._add(f"{' ' * inset}{mark} ", piece.rest)

    def _begins_anew(self, piece: Piece) -> bool:
        """Behind a blank line, bullets beside a numbered list are a list of their own, and back."""
        if piece.indent > self._open[0].indent:
            return False
        numbered = piece.depth == _NUMBERED
        beside = [each for each in self._open if each.indent >= piece.indent]
        return all(numbered != (each.depth == _NUMBERED) for each in beside)

    def _prose(self, piece: Piece) -> None:
        words, indented = piece.rest, piece.indent >= _INDENTED
        if self._open and (indented or not self._blank) and self._stays(words, indented=indented):
            if not self._blank and _is_small(words):
                self._join(words)
            else:
                self._add(" " * self._open[-1].inset, words)
            return
        if self._open:
            self._open = []
            self._blank = True  # else Markdown would add it to the item
        if self._lines and not self._blank and self._goes_on(words):
            self._join(words)
        else:
            self._add("", words)

    def _stays(self, words: str, *, indented: bool) -> bool:
        """Whether a line without a mark belongs to the item above it."""
        wrapped = self._length >= _WRAPPED and not self._ends_sentence
        return indented or wrapped or _is_small(words) or _OWN_LINE.match(words) is not None

    def _goes_on(self, words: str) -> bool:
        """Whether a line is the rest of the one before, wrapped by a PDF."""
        if self._length < _WRAPPED or self._ends_sentence:
            return False
        return _is_small(words) or words.startswith(("– ", "— "))

    def _add(self, before: str, words: str) -> None:
        if self._blank:
            self._lines.append([""])
        self._blank = False
        self._lines.append([before, words])
        self._length = len(words)

    def _join(self, words: str) -> None:
        self._lines[-1] += [" ", words]
        self._length += 1 + len(words)


def _with_mark(piece: Piece) -> str:
    return f"{piece.mark} {piece.rest}".rstrip()


def _is_under(piece: Piece, above: _Open) -> bool:
    """Whether it is further in: by its indent, or beside it by its mark."""
    if piece.indent != above.indent:
        return piece.indent > above.indent
    return piece.depth > above.depth


def _is_small(words: str) -> bool:
    """Whether the words begin with a small letter, and neither as `a) ` nor as an address."""
    return _SMALL_WORD.match(words) is not None and _OWN_LINE.match(words) is None
