"""Two texts word by word, for last year's words beside this year's."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

# A word with the space after it: spaces alone would make a long comparison a slow one.
_WORDS = re.compile(r"\S+\s*|\s+")


class PieceKind(Enum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Some words of a comparison."""

    kind: PieceKind
    text: str


def by_words(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts word by word; joined, the pieces that are not new give the first, and those that
    are not gone the second.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(PieceKind.SAME, "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece(PieceKind.GONE, "".join(old[a:b])))
        if d > c:
            pieces.append(Piece(PieceKind.NEW, "".join(new[c:d])))
    return tuple(pieces)
