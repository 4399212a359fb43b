"""What is printed as plain words, as it is read out: no marks of Markdown; lists with points."""

from collections.abc import Sequence

from sendwizard.report.lines import ReportLine, Role, report_lines, say_span
from sendwizard.report.model import Report
from sendwizard.report.prose import Block, Paragraph, parse_prose

_LABEL = {Role.PART: "Part: ", Role.QUESTION: "Question: "}


def plain_text(text: str) -> str:
    """What somebody wrote, without its marks; a link is followed by where it leads."""
    return "\n\n".join(_block(block) for block in parse_prose(text))


def report_text(report: Report) -> str:
    """The whole report in lines of any length, each heading named as one; ends with a line end."""
    return "".join(f"{_line(each)}\n" for each in report_lines(report))


def _line(line: ReportLine) -> str:
    return f"{' ' * line.indent}{line.mark}{_LABEL.get(line.role, '')}{line.text}".rstrip()


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return "".join(map(say_span, block.spans))
    first = block.start
    marks = [f"{first + n}." if first is not None else "•" for n in range(len(block.items))]
    lines = (f"{mark} {_item(item)}" for mark, item in zip(marks, block.items, strict=True))
    return "\n".join(lines)


def _item(blocks: Sequence[Block]) -> str:
    return "\n".join(map(_block, blocks))
