"""What typed text becomes on entry. Changes only what cannot be seen or would break a file.

Control characters go, except new line and tab; so do the marks that turn the direction of
writing (they can make a sentence read as another), since right-to-left letters need none of them.
"""

import re

# Control characters but new line and tab, halves of surrogate pairs, and marks of direction.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)
_OBEYED = re.compile(f"{_HARMFUL.pattern}|[\u2028\u2029]")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_NUMBER = re.compile(r"^[ \t]*[0-9]{1,9}[.)](?=[ \t]|$)", re.MULTILINE)
_POINT = re.compile(r"\n(?=(?:[-*]|[0-9]{1,2}[.)]) )")
_NO_WORD = re.compile(r"(?<!\S)(?:[^\w\s]|_)+(?!\S)")


def clean(text: str) -> str:
    """The text with one kind of line end and without invisible control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x85", "\n").replace("\x0b", "\n")
    return _HARMFUL.sub("", text)


def harmless(text: str) -> str:
    """The text to be shown: a sign stands for each that a terminal would obey or turn round.

    For what nobody typed as an answer (names of files, sentences of the system): nothing is lost
    that tells one from another. Line ends and tabs stay.
    """
    return _OBEYED.sub("\ufffd", text)


def escaped(text: str) -> str:
    """JSON with each such sign written as its number, which is the same JSON."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def harmless_line(text: str) -> str:
    """The same on one line: a line end in a file's name could make one sentence look like two."""
    return harmless(text).replace("\n", "\ufffd").replace("\t", " ")


def clean_line(text: str) -> str:
    """The cleaned text on one line, with single spaces and none at its ends."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """The bank's prose as paragraphs: a blank line parts them, a single line end is a space."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def flowing(text: str) -> str:
    """The bank's prose to be read: without its line ends, except between paragraphs and points of
    a list, and without the stars of bold words.
    """
    return "\n\n".join(
        "\n".join(" ".join(point.split()) for point in _POINT.split(part) if point.strip())
        for part in text.replace("**", "").split("\n\n")
        if part.strip()
    )


def word_count(text: str) -> int:
    """The words of a passage as a person counts them: no bullet, number of a list, lone dash or
    address behind a link is one. Quick enough for each letter that is typed.
    """
    if "](" in text:
        text = _TARGET.sub("]", text)
    marks = len(_NUMBER.findall(text)) + len(_NO_WORD.findall(text))
    return len(text.split()) - marks


def begins_as_xml(data: bytes) -> bool:
    """Whether the first sign is `<`, after blanks and the marks of an encoding.

    Not by a pattern: one keeps a mark for each blank, and a file may hold sixty million of them.
    """
    return data.lstrip(b" \t\r\n\v\f\0\xef\xbb\xbf\xff\xfe").startswith(b"<")
