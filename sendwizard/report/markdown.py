"""Words as Markdown that says exactly those words. Knows nothing of the report's shape."""

import re
from collections.abc import Sequence

from sendwizard.report.prose import Block, List, Paragraph, Span

# Escaped wherever they stand; a full stop or bracket only where it would begin a list.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_AT_START = re.compile(r"^(\s*\d{0,9})([-+#=.)])", re.MULTILINE)


def escape_markdown(text: str, *, in_table: bool = False) -> str:
    """The text so that Markdown shows it as it is; in a table on one line."""
    escaped = _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
    return " ".join(escaped.split()) if in_table else escaped


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
            words = "".join(map(_span, spans))
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
    words = escape_markdown(span.text)
    if not span.text.strip():
        return words
    core = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if span.emphasis:
        core = f"*{core}*"
    if span.strong:
        core = f"**{core}**"
    if span.href:
        core = f"[{core}](<{span.href}>)"
    return f"{before}{core}{after}"
