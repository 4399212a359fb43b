"""The report as PDF/UA-1 through Typst: tagged, bookmarked, equal bytes for equal reports.

Takes no package, whatever a template asks for; what somebody typed is never Typst's source.
"""

import json
import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from typst import TypstError

from sendwizard.core.words import count
from sendwizard.errors import UnreadableError
from sendwizard.report.chart import svg_png
from sendwizard.report.model import Logo, Report
from sendwizard.report.pdf_data import PdfData
from sendwizard.report.render import Rendered, Templates
from sendwizard.report.typesetting import typeset_pdf

TEMPLATE = "report.typ"
_UNDATED = date(2000, 1, 1)
"""The stamp of a report that no answer dates."""
_SIGN = "school-sign.svg"
"""What a template calls the school's sign."""
_MOST_TOLD = 5
_MOST_LETTERS_TOLD = 60
_PACKAGE = re.compile(r"@[A-Za-z][\w-]*/|@preview\b")
_PLACE = re.compile(r"^error: .*?┌─ (?P<file>[^\n]+):(?P<line>\d+):\d+$", re.DOTALL | re.MULTILINE)
"""The first place of Typst's first error; warnings stand before it."""


def write_pdf(report: Report, templates: Templates) -> Rendered:
    """The report as PDF. Raises UnreadableError for a template with a fault, with file and line."""
    paths = _paths(templates)
    sources = {name: _read(path) for name, path in paths.items()}
    _refuse_packages(templates)
    data = PdfData(report)
    whole = json.dumps(data.whole(), ensure_ascii=False).encode(errors="replace").decode()
    files = {**sources, "main.typ": sources[TEMPLATE]}
    if report.look.logo is not None:
        files[_SIGN] = _framed(report.look.logo).encode()
    stamp = datetime.combine(report.dated or _UNDATED, time(), UTC)
    try:
        pdf = typeset_pdf(files, paths[TEMPLATE].parent, whole, stamp)
    except TypstError as error:
        raise UnreadableError(_fault(error, paths)) from None
    return Rendered(pdf, tuple(_told(data.replaced)))


# -- the templates ----------------------------------------------------------------------


def _paths(templates: Templates) -> dict[str, Path]:
    """Our templates by name; one of the school's own of that name stands for ours."""
    paths = {path.name: path for path in sorted(templates.ours.glob("*.typ"))}
    if templates.own is not None:
        own = {name: templates.own / name for name in (*paths, TEMPLATE)}
        paths |= {name: path for name, path in own.items() if path.is_file()}
    if TEMPLATE not in paths:
        raise UnreadableError(f"There is no template {TEMPLATE}.")
    return paths


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} cannot be opened: {error.strerror}.") from None
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"The template {path}, line {line} is no text in UTF-8.") from None
    return data


def _refuse_packages(templates: Templates) -> None:
    """Typst would fetch a package from the network while it typesets."""
    own = templates.own
    for path in () if own is None else sorted(own.rglob("*.typ")):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if found := _PACKAGE.search(line):
                raise UnreadableError(
                    f"The template {path}, line {number} names the package {found[0]}. Templates "
                    "take no packages: copy what you need from it into your folder of templates."
                )


def _fault(error: TypstError, paths: Mapping[str, Path]) -> str:
    """What Typst says, with the template and its line."""
    where = str(paths[TEMPLATE])
    if place := _PLACE.search(error.diagnostic):
        where = f"{_path(Path(place['file']), paths)}, line {place['line']}"
    hints = "".join(f" ({hint})" for hint in error.hints)
    return f"The template {where} has a fault: {error.message}{hints}."


def _path(shown: Path, paths: Mapping[str, Path]) -> Path:
    """The file that Typst means: it sees ours, and the school's own, in one folder."""
    if shown.resolve().parent != paths[TEMPLATE].resolve().parent:
        return shown.resolve()
    name = TEMPLATE if shown.name == "main.typ" else shown.name
    return paths.get(name, shown.resolve())


# -- the school's sign ------------------------------------------------------------------


def _framed(logo: Logo) -> str:
    """Any picture as one of known shape, at its left; Typst takes pictures by name as text alone.

    A drawing becomes a picture first: PDF/UA takes no letters in it that our font lacks.
    """
    drawn = logo.media_type == "image/svg+xml"
    media_type = "image/png" if drawn else logo.media_type
    data = b64encode(svg_png(logo.data) if drawn else logo.data).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 100">'
        '<image width="500" height="100" preserveAspectRatio="xMinYMid meet" '
        f'href="data:{media_type};base64,{data}"/></svg>'
    )


# -- what the person is told ------------------------------------------------------------


def _told(replaced: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each of the first signs that the font lacks, and one for the rest."""
    first = list(replaced.items())[:_MOST_TOLD]
    for typed, stands in first:
        yield f"The PDF’s font has no sign for {_shown(typed)}, so “{_cut(stands)}” stands there."
    if more := len(replaced) - len(first):
        yield f"In the PDF, {count(more, 'more sign')} that its font lacks were replaced likewise."


def _shown(typed: str) -> str:
    """The signs themselves; their numbers where nothing would show them."""
    seen = all(unicodedata.category(sign)[0] != "C" for sign in typed)
    return _cut(typed if seen else " ".join(f"U+{ord(sign):04X}" for sign in typed))


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS_TOLD else f"{text[:_MOST_LETTERS_TOLD]}…"
