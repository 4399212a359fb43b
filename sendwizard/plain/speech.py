"""What lines may carry to a terminal, and what arrives from one. Knows no conversation."""

import os
from textwrap import wrap
from typing import TextIO

_QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "…": "...", "•": "-", "–": "-"})
_NARROWEST = 20
"""Cells below which lines are left to the terminal."""


def speakable(text: str, out: TextIO) -> str:
    """The text without anything that a terminal would obey, in letters that it can show."""
    safe = "".join(char if char.isprintable() or char == "\n" else " " for char in text)
    encoding = out.encoding or "utf-8"
    try:
        safe.encode(encoding)
    except UnicodeEncodeError:  # an old line, or letters that are none
        straight = safe.translate(_STRAIGHT)
        return straight.encode(encoding, errors="replace").decode(encoding)
    return safe


def fitted(text: str, out: TextIO) -> str:
    """The text in lines that the terminal does not break in the middle of a word: a screen reader
    would read the halves.
    """
    try:
        width = os.get_terminal_size(out.fileno()).columns - 1
    except (OSError, ValueError):
        return text  # no terminal
    if width < _NARROWEST:
        return text
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    """One line as several, between words; a word that is too long stays whole."""
    if len(line) <= width:
        return line
    return "\n".join(wrap(line, width, break_long_words=False, break_on_hyphens=False))


def mended(line: str) -> str:
    """A line whose letters came as Windows writes them, where they are not UTF-8."""
    if not any("\udc80" <= char <= "\udcff" for char in line):
        return line
    return line.encode("utf-8", "surrogateescape").decode("cp1252", errors="replace")


def sentence(words: str) -> str:
    """A title as a sentence: with a full stop, unless it ends one by itself."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def quoted(line: str) -> str | None:
    """What stands between quotation marks, where they are round the whole line; else None."""
    text = line.strip()
    for start, end in _QUOTES:
        if len(text) > len(start + end) and text.startswith(start) and text.endswith(end):
            return text[1:-1].strip()
    return None
