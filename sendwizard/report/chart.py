"""Draws a chart: bars with their words beside them, the same drawing in HTML, PDF and Word.

A drawing has no ids, no styles and no scripts, so that several can stand in one page. A hidden
number has no bar; the words say so.
"""

from dataclasses import dataclass, field, replace
from html import escape
from textwrap import wrap

from sendwizard.errors import UnreadableError
from sendwizard.report.model import Bar, Chart
from sendwizard.report.signs import fitted

WIDTH = 320
"""Units across: as many as a narrow telephone has dots, so that its letters stay in their size."""
_LETTERS = 14
"""The height of a letter."""
_LINE = 19
"""From line to line."""
_BAR = 18
"""The height of a bar."""
_GAP = 6
"""Between things that belong together; twice as much between bars."""
_PLAIN, _BOLD = 8, 9
"""How wide a letter is at most, on average, whatever the font."""
_FILLS = ('fill="{0}"', 'fill="#ffffff"', 'fill="{0}" fill-opacity="0.35"')
"""How the parts of a bar are told apart without seeing colours: full, empty, tinted."""


def chart_svg(chart: Chart, colour: str) -> str:
    """The chart as SVG to stand inside HTML; its text is in the colour of the text around it."""
    drawing = _drawn(chart, colour)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {drawing.y}" '
        f'width="{WIDTH}" role="img" aria-label="{escape(chart.words)}" '
        f'font-size="{_LETTERS}" fill="currentColor">{"".join(drawing.shapes)}</svg>'
    )


def chart_png(chart: Chart, colour: str) -> bytes:
    """The same as a picture, at 200 dots to the inch of a drawing 12 cm wide."""
    return _png(chart_svg(fitted_chart(chart), colour))


def svg_png(data: bytes) -> bytes:
    """A drawing of the school's as a picture. Raises UnreadableError where it is broken."""
    try:
        return _png(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, RuntimeError) as error:
        raise UnreadableError(
            f"The school’s sign is an SVG that cannot be drawn ({error}). Save it once more as "
            "plain SVG, or as PNG."
        ) from None


def fitted_chart(chart: Chart) -> Chart:
    """The chart in signs that the PDF's font has."""
    bars = tuple(
        replace(bar, label=fitted(bar.label).text, words=fitted(bar.words).text)
        for bar in chart.bars
    )
    series = tuple(fitted(name).text for name in chart.series)
    return Chart(fitted(chart.title).text, series, bars)


_PICTURE = b"""
#set text(font: "Source Sans Pro")
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {
  let own = measure(image("drawing.svg"))
  let scale = calc.min(12cm / own.width, 12cm / own.height)
  assert(calc.min(own.width, own.height) * scale > 1pt, message: "it is no wider than a line")
  image("drawing.svg", width: own.width * scale)
}
"""


def _png(svg: str) -> bytes:
    from sendwizard.report.typesetting import typeset_png  # noqa: PLC0415 - 60 ms, not for HTML

    return typeset_png({"main.typ": _PICTURE, "drawing.svg": svg.encode()})


@dataclass
class _Drawing:
    """Shapes from top to bottom."""

    colour: str
    y: int = 0
    """Where the next shape begins."""
    shapes: list[str] = field(default_factory=list)

    def space(self, units: int) -> None:
        self.y += units

    def text(self, words: str, *, x: int = 0, bold: bool = False) -> None:
        """The words, on as many lines as they need."""
        weight = ' font-weight="bold"' if bold else ""
        for line in wrap(words, (WIDTH - x) // (_BOLD if bold else _PLAIN)):
            self.shapes.append(f'<text x="{x}" y="{self.y + 15}"{weight}>{escape(line)}</text>')
            self.y += _LINE

    def part(self, x: float, width: float, height: int, series: int) -> None:
        """A part of a bar, or its sample in the key; `y` stays, since another may stand beside."""
        fill = _FILLS[series % len(_FILLS)].format(self.colour)
        self.shapes.append(
            f'<rect x="{x + 0.75:.2f}" y="{self.y + 0.75}" width="{max(width - 1.5, 0.1):.2f}" '
            f'height="{height - 1.5}" {fill} stroke="{self.colour}" stroke-width="1.5"/>'
        )


def _drawn(chart: Chart, colour: str) -> _Drawing:
    drawing = _Drawing(escape(colour))
    drawing.text(chart.title, bold=True)
    for place, name in enumerate(chart.series):
        drawing.space(_GAP)
        drawing.part(0, _LETTERS, _LETTERS, place)
        drawing.space(-2)
        drawing.text(name, x=_LETTERS + 8)
    longest = max((sum(bar.numbers) for bar in chart.bars), default=0)
    for bar in chart.bars:
        drawing.space(2 * _GAP)
        drawing.text(bar.label, bold=True)
        _draw_bar(drawing, bar, WIDTH / max(longest, 1))
        drawing.text(bar.words)
    drawing.space(_GAP)
    return drawing


def _draw_bar(drawing: _Drawing, bar: Bar, unit: float) -> None:
    """The bar's parts end to end; nothing for a bar without any."""
    if not any(bar.numbers):
        return
    drawing.space(3)
    x = 0.0
    for place, number in enumerate(bar.numbers):
        if number:
            drawing.part(x, number * unit, _BAR, place)
            x += number * unit
    drawing.space(_BAR)
