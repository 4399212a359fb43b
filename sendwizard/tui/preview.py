"""The report on the screen, as lines that fit it. Builds no report and writes nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Static

from sendwizard.report.lines import ReportLine, Role, report_lines, say_span
from sendwizard.report.model import Report
from sendwizard.tui.pages import Page

TITLE = "The report as it stands"
MOST_WIDE, LEAST_WIDE = 84, 12
"""Cells of a line of the report: more is hard to read, less cannot be."""
_STYLES = {
    Role.TITLE: "bold underline",
    Role.PART: "bold underline",
    Role.QUESTION: "bold",
    Role.GAP: "$text-warning",
    Role.NOTE: "$text-muted",
    Role.WORDS: "",
}


@dataclass(frozen=True)
class Drawn:
    """A report as lines of one width."""

    lines: Sequence[Content] = ()
    begins: Mapping[str, int] = field(default_factory=dict)
    """The line at which each entry begins, counted from 0."""


def draw(lines: Sequence[ReportLine], width: int) -> Drawn:
    """The lines, wrapped to a width in cells."""
    drawn: list[Content] = []
    begins: dict[str, int] = {}
    for line in lines:
        if line.entry:
            begins[line.entry] = len(drawn)
        drawn += _wrapped(line, max(LEAST_WIDE, min(width, MOST_WIDE)))
    return Drawn(tuple(drawn), begins)


def preview_content(report: Report, at: str = "", width: int = MOST_WIDE) -> tuple[Content, int]:
    """The whole report as text of this width, and the line at which that question's entry begins.

    The line is 0 where the question has no entry.
    """
    drawn = draw(report_lines(report), width)
    return Content("\n").join(drawn.lines), drawn.begins.get(at, 0)


def as_content(line: ReportLine) -> Content:
    """One line in its styles, however long; brackets are only brackets."""
    words = Content.assemble(*(_styled(line, n) for n in range(len(line.spans))))
    return words.stylize(style) if (style := _STYLES[line.role]) else words


def _styled(line: ReportLine, number: int) -> tuple[str, str]:
    span = line.spans[number]
    styles = ["bold"] if span.strong else []
    if span.emphasis or span.href:
        styles.append("underline")  # not italics: some terminals show them the other way round
    return say_span(span), " ".join(styles)


@lru_cache(maxsize=4096)
def _wrapped(line: ReportLine, width: int) -> tuple[Content, ...]:
    """One line as several; those that follow stand under its first word."""
    before = f"{' ' * line.indent}{line.mark}"
    lines = as_content(line).wrap(max(LEAST_WIDE, width - len(before)))
    first, *rest = lines or [Content("")]
    hanging = Content(" " * len(before))
    return (Content(before) + first, *(hanging + each for each in rest))


class Paper(ScrollView):
    """Shows a report, drawn to its own width; only what is in sight is rendered."""

    DEFAULT_CLASSES = "paper"

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        can_focus: bool = True,
        order: Sequence[str] = (),
    ) -> None:
        """`order` are the ids of the bank's questions, as the report has them."""
        super().__init__(id=id)
        self._order = order
        self.can_focus = can_focus
        self._lines: Sequence[ReportLine] = ()
        self._drawn = Drawn()
        self._width = 0
        self._at = ""

    def show(self, lines: Sequence[ReportLine], at: str) -> None:
        """Show these lines, from the entry of a question on; one that stands there stays so."""
        was = self._at, self._begin_of(at)
        self._lines, self._at, self._width = lines, at, 0
        self._draw(turns=lambda: (at, self._begin_of(at)) != was)

    def turn_to(self, at: str) -> None:
        """Scroll to the entry of a question; where it has none, to the one before; else stay."""
        self._at = at
        begin = self._begin_of(at)
        if begin is not None:
            # forced: the bar that would allow it is only there once the page is laid out
            self.scroll_to(y=begin, animate=False, force=True)

    def _begin_of(self, at: str) -> int | None:
        before = self._order[: self._order.index(at)] if at in self._order else ()
        begins = self._drawn.begins
        return next((begins[each] for each in (at, *reversed(before)) if each in begins), None)

    def on_resize(self) -> None:
        """Draw it to the new width."""
        self._draw()

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:  # noqa: FBT001 - Textual's own
        """A bar that comes later stands where the report was turned to meanwhile."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def _draw(self, turns: Callable[[], bool] = lambda: True) -> None:
        width = self.scrollable_content_region.width - 1  # a cell between words and scrollbar
        if width > 0 and width != self._width:
            self._width = width
            self._drawn = draw(self._lines, width)
            self.virtual_size = Size(width, len(self._drawn.lines))
            self.refresh()
            if turns():
                self.turn_to(self._at)

    @property
    def shown(self) -> str:
        """All that it says."""
        return "\n".join(each.plain for each in self._drawn.lines)

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        place, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        lines = self._drawn.lines
        line = lines[place] if place < len(lines) else Content("")
        strips = Visual.to_strips(self, line, width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width)


class PreviewPage(Page[None]):
    """The whole report, opened at one question's entry."""

    HELP = (
        "This is your report as it would be printed now, with a line for each gap. Nothing is "
        "written. The arrows, Page up and Page down scroll it; Home and End go to its ends."
    )

    def __init__(self, lines: Sequence[ReportLine], at: str, order: Sequence[str] = ()) -> None:
        super().__init__()
        self._lines = lines
        self._order = order
        self._at = at

    def compose(self) -> ComposeResult:
        """Title, report, and how to go back."""
        with Vertical(classes="page"):
            yield Static(TITLE, classes="page-title", markup=False)
            yield Paper(order=self._order)
            yield Static("Arrows, Home, End: scroll   Esc: back", classes="page-foot")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        paper = self.query_one(Paper)
        paper.show(self._lines, self._at)
        self.set_focus(paper)
