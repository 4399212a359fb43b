"""The prose of an answer as a small tree: paragraphs, lists, bold, italics, links. Writes nothing.

Read with CommonMark, raw HTML off; what is no part of the subset (a heading, a picture, code)
comes out as its words. A link leads only to http, https, mailto or tel.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sendwizard.core.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_BLANK = re.compile(r"\n[ \t]*\n")
_DEEPEST = 20
"""Lists inside one another that are told apart; CommonMark allows more than anybody reads."""

LONGEST = 60_000
"""Signs that are looked through for lists and bold words, some 10,000 words. What is longer would
take seconds, and comes out as plain paragraphs.
"""
MOST_BRACKETS = 500
"""Opening brackets up to which links are looked for; for each, all that follows may be read."""


@dataclass(frozen=True)
class Span:
    """A run of words in one style, or a line end by itself."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    """Where it leads; "" for plain words."""


@dataclass(frozen=True)
class Paragraph:
    """Words that stand together. A line end inside is a new line."""

    spans: tuple[Span, ...]


@dataclass(frozen=True)
class List:
    """A list; each item holds blocks of its own."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    """The first number; None where it is bulleted."""


Block = Paragraph | List


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 45 ms, and no screen needs it to open

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST * 4})
    parser.disable(["html_block", "html_inline", "code", "fence", "image", "reference"])
    parser.disable(["heading", "lheading", "hr", "blockquote", "backticks", "autolink"])
    parser.disable("entity")  # what is typed as &lt; is shown as &lt;
    parser.validateLink = _may_lead_to  # type: ignore[method-assign]  # the library's own way to set it
    return parser


def _may_lead_to(url: str) -> bool:
    return url.strip().lower().startswith(_SCHEMES)


def parse_prose(text: str) -> tuple[Block, ...]:
    """The text as blocks, in order. Never raises, whatever is typed."""
    text = clean(text)
    if len(text) > LONGEST:
        return _plain(text)
    if text.count("[") > MOST_BRACKETS:
        text = text.replace("\\[", "[").replace("[", "\\[")
    blocks, _ = _blocks(_parser().parse(text), 0)
    return blocks


def _plain(text: str) -> tuple[Block, ...]:
    """The paragraphs as they were typed."""
    found: list[Block] = []
    for part in _BLANK.split(text):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        spans = [span for line in lines for span in (Span("\n"), Span(line))][1:]
        if spans:
            found.append(Paragraph(tuple(spans)))
    return tuple(found)


def _blocks(tokens: "Sequence[Token]", start: int) -> tuple[tuple[Block, ...], int]:
    """The blocks from `start` to the token that closes them, and the place behind that."""
    blocks: list[Block] = []
    place = start
    while place < len(tokens):
        token = tokens[place]
        if token.nesting < 0 and token.type != "paragraph_close":
            return tuple(blocks), place + 1
        if token.type == "inline":
            spans = _spans(token.children or [])
            if spans:
                blocks.append(Paragraph(spans))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            made, place = _list(tokens, place)
            blocks.append(made)
            continue
        place += 1
    return tuple(blocks), place


def _list(tokens: "Sequence[Token]", start: int) -> tuple[List, int]:
    opening = tokens[start]
    first = int(opening.attrs.get("start", 1)) if opening.type.startswith("ordered") else None
    items: list[tuple[Block, ...]] = []
    place = start + 1
    while place < len(tokens) and tokens[place].type == "list_item_open":
        item, place = _blocks(tokens, place + 1)
        items.append(item)
    return List(tuple(items), first), place + 1


def _spans(tokens: "Sequence[Token]") -> tuple[Span, ...]:
    spans: list[Span] = []
    style = Span("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                style = replace(style, strong=token.nesting > 0)
            case "em_open" | "em_close":
                style = replace(style, emphasis=token.nesting > 0)
            case "link_open":
                style = replace(style, href=str(token.attrs.get("href", "")))
            case "link_close":
                style = replace(style, href="")
            case "softbreak" | "hardbreak":
                spans.append(replace(style, text="\n"))
            case _:
                if token.content:
                    spans.append(replace(style, text=token.content))
    return _joined(spans)


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with neighbours of one style made one."""
    joined: list[Span] = []
    for span in spans:
        same_style = joined and replace(joined[-1], text="") == replace(span, text="")
        if same_style and "\n" not in (span.text, joined[-1].text):
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)
