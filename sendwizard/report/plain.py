"""The prose of an answer as plain words, as they are read out: no marks, and lists with points."""

from collections.abc import Sequence

from sendwizard.report.prose import Block, Paragraph, Span, parse_prose


def plain_text(text: str) -> str:
    """What somebody wrote, without its marks; a link is followed by where it leads."""
    return "\n\n".join(_block(block) for block in parse_prose(text))


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "".join(map(_span, block.spans))
    first = block.start
    marks = [f"{first + n}." if first is not None else "•" for n in range(len(block.items))]
    lines = (f"{mark} {_item(item)}" for mark, item in zip(marks, block.items, strict=True))
    return "\n".join(lines)


def _item(blocks: Sequence[Block]) -> str:
    return "\n".join(map(_block, blocks))


def _span(span: Span) -> str:
    if not span.href or span.href in (span.text, f"mailto:{span.text}", f"tel:{span.text}"):
        return span.text
    return f"{span.text} ({span.href})"
