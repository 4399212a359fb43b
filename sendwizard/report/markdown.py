"""Words as Markdown that says exactly those words. Knows nothing of the report's shape."""

import re
from collections.abc import Sequence

from sendwizard.report.prose import Block, List, Paragraph, Span

# Escaped wherever they stand; `<`, `&` and `_` only where they could begin a tag, an entity or
# italics, so that `3 < 4`, `reading & writing` and `first_name` can be read as they are.
_SPECIAL = re.compile(r"([\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;))")
# Escaped only where the line would become something else: a list, a heading, a rule, a table.
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_AT_START = re.compile(
    r"^(\s*)([-+](?=\s|$)|#(?=#{0,5}(?:\s|$))|[-=:](?=[-=:|\\\s]*$)|>)", re.MULTILINE
)
_AT_END = re.compile(r"(?<!\\)#$")
"""A `#` at the end of a heading would be taken for a part of its frame."""
_PLAIN_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[\w@./?=#:+%~,&-]+", re.ASCII)
"""An address that needs no frame: nothing in it means anything to Markdown."""
_SHOWS_ITSELF = re.compile(
    r"https?://(?!.*xn--)[\w@./?=#:+~,&-]+|[\w.+-]+@(?!.*xn--)[\w.-]+", re.ASCII | re.IGNORECASE
)
"""An address that can stand alone; readers show what `xn--` stands for, and not what was typed."""


def escape_markdown(text: str, *, one_line: bool = False) -> str:
    """The text so that Markdown shows it as it is; on one line in headings and tables."""
    if one_line:
        return _AT_END.sub(r"\#", escape_markdown(" ".join(text.split())))
    return _whole_lines(_SPECIAL.sub(r"\\\1", text))


def _whole_lines(text: str) -> str:
    """The text with what only means something at the start of a line escaped there."""
    return _AT_START.sub(r"\1\\\2", _NUMBERED.sub(r"\1\\\2", text))


def markdown_link(text: str, address: str) -> str:
    """A link whose words are on one line; an address that shows itself is written once."""
    if address in (text, f"mailto:{text}") and _SHOWS_ITSELF.fullmatch(text):
        return f"<{text}>"
    return _link(escape_markdown(text, one_line=True), address)


def _link(words: str, address: str) -> str:
    framed = address if _PLAIN_ADDRESS.fullmatch(address) else f"<{_in_frame(address)}>"
    return f"[{words}]({framed})"


def _in_frame(address: str) -> str:
    return re.sub(r"([<>|\\&])", r"\\\1", address)


def markdown_blocks(blocks: Sequence[Block]) -> str:
    """The blocks as Markdown, parted by blank lines."""
    return "\n\n".join(map(_block, blocks))


def _item(blocks: Sequence[Block]) -> str:
    """The blocks of a list item: a list under its words stands close to them."""
    if len(blocks) == len(("words", "list")) and isinstance(blocks[1], List):
        return f"{_block(blocks[0])}\n{_block(blocks[1])}"
    return markdown_blocks(blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans):
            words = _whole_lines("".join(map(_span, spans)))
            return words.replace("![", r"\![")  # before a link it would make a picture of it
        case List(items, start):
            marks = [f"{start + n}." if start is not None else "-" for n in range(len(items))]
            return "\n".join(
                f"{mark} {_indented(_item(item), len(mark) + 1)}"
                for mark, item in zip(marks, items, strict=True)
            )


def _indented(text: str, width: int) -> str:
    return text.replace("\n", "\n" + " " * width)


def _span(span: Span) -> str:
    if span.text == "\n":
        return "\\\n"
    words = _SPECIAL.sub(r"\\\1", span.text)
    if not span.text.strip():
        return words
    core = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if span.emphasis:
        core = f"*{core}*"
    if span.strong:
        core = f"**{core}**"
    if span.href:
        core = _link(core, span.href)
    return f"{before}{core}{after}"
