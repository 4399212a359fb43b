"""Turns a `Report` into the bytes of a format. Decides nothing.

Answers are data and never templates, so what somebody types is what comes out. A format's own
library is imported only when that format is asked for.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sendwizard.report.model import Report


class Format(Enum):
    """A format that a report is written in; the value is the file's ending."""

    HTML = "html"
    WORD = "docx"
    PDF = "pdf"
    MARKDOWN = "md"


@dataclass(frozen=True)
class Templates:
    """Where the templates lie."""

    ours: Path
    own: Path | None = None
    """The school's folder, which overrides ours file by file; None where it has none."""


@dataclass(frozen=True)
class Letterhead:
    """The school's own Word document, whose styles and head and foot are taken."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Rendered:
    """One format of a report."""

    data: bytes
    """Equal for equal reports."""
    told: tuple[str, ...] = ()
    """What the person should know: a sign that a font lacks, macros that were dropped."""


def render(
    report: Report,
    form: Format,
    templates: Templates,
    *,
    fragment: bool = False,
    letterhead: Letterhead | None = None,
) -> Rendered:
    """The report in a format. `fragment` gives HTML's body alone.

    Raises UnreadableError for a template or a letterhead with a fault, with its file and line.
    """
    if form is Format.WORD:
        from sendwizard.report.word import write_word  # noqa: PLC0415 - 120 ms, for Word alone

        return write_word(report, letterhead)
    if templates.own is not None:
        from sendwizard.report.own import render_apart  # noqa: PLC0415 - for own templates alone

        return render_apart(report, form, templates, fragment=fragment)
    return render_here(report, form, templates, fragment=fragment)


def render_here(
    report: Report, form: Format, templates: Templates, *, fragment: bool = False
) -> Rendered:
    """The same in this process, for templates that are trusted not to run for ever."""
    if form is Format.PDF:
        from sendwizard.report.pdf import write_pdf  # noqa: PLC0415 - 60 ms, for PDF alone

        return write_pdf(report, templates)
    from sendwizard.report.jinja import write_text  # noqa: PLC0415 - 40 ms, for text alone

    name = "fragment" if fragment and form is Format.HTML else "report"
    return Rendered(write_text(report, f"{name}.{form.value}.j2", templates))
