"""Two texts word by word, for last year's words beside this year's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

# A word with the space before it, since spaces alone would make a long comparison a slow one; the
# end of a line stands apart, so that a word is the same at the end of a paragraph and inside it.
_WORDS = re.compile(r"[^\S\n]*\S+|\s+")
_THOROUGH = 2_000 * 2_000
"""Words of one text times words of the other up to which the commonest words are compared, too."""


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
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    middle = _compared(old[first : len(old) - last], new[first : len(new) - last])
    pieces = [
        (PieceKind.SAME, old[:first]),
        *middle,
        (PieceKind.SAME, old[len(old) - last :]),
    ]
    return tuple(Piece(kind, "".join(words)) for kind, words in pieces if words)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words are the same from the beginning on."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[PieceKind, list[str]]]:
    hasty = len(old) * len(new) > _THOROUGH
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=hasty).get_opcodes():
        if tag == "equal":
            yield PieceKind.SAME, old[a:b]
        else:
            yield PieceKind.GONE, old[a:b]
            yield PieceKind.NEW, new[c:d]
