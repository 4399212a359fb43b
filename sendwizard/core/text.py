"""What typed text becomes on entry. Changes only what cannot be seen or would break a file.

Control characters go, except new line and tab; so do the marks that turn the direction of
writing (they can make a sentence read as another), since right-to-left letters need none of them.
"""

import unicodedata

_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\n\t")


def _harmless(char: str) -> bool:
    if char in _KEPT:
        return True
    return char not in _DIRECTION and unicodedata.category(char) not in {"Cc", "Cs"}


def clean(text: str) -> str:
    """The text with one kind of line end and without invisible control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x85", "\n").replace("\x0b", "\n")
    return "".join(char for char in text if _harmless(char))


def clean_line(text: str) -> str:
    """The cleaned text on one line, with single spaces and none at its ends."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """The bank's prose as paragraphs: a blank line parts them, a single line end is a space."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
