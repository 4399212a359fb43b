"""Turns a `Report` into the bytes of a format, through the templates. Decides nothing.

One Jinja environment: sandboxed, strict, escaping by the name of the template. Answers are data
and never templates, so what somebody types is what comes out.
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment

from sendwizard.core.kinds import say_date
from sendwizard.errors import UnreadableError
from sendwizard.report.markdown import escape_markdown, markdown_blocks
from sendwizard.report.model import Cell, CellKind, Report

_NOT_DIGITS = re.compile(r"[^\d+]")
_ADDRESS = re.compile(r"[^\s<>\"\\]+")
"""What can stand in a link of either format; a file edited by hand may hold anything."""


class Format(Enum):
    """A format that a report is written in; the value is the file's ending."""

    HTML = "html"
    MARKDOWN = "md"


def render(report: Report, form: Format, templates: Path) -> bytes:
    """The report's bytes, equal for equal reports.

    Raises UnreadableError for a template with a fault, with its file and line.
    """
    name = f"report.{form.value}.j2"
    try:
        text = _environment(templates).get_template(name).render(report=report)
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}, line {error.lineno}"
        raise UnreadableError(f"The template {where} has a fault: {error.message}") from None
    except TemplateNotFound as error:
        raise UnreadableError(f"There is no template {error.name} in {templates}.") from None
    except TemplateError as error:
        raise UnreadableError(f"The template {name} has a fault: {error.message}") from None
    return text.encode()


def _environment(templates: Path) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates),
        autoescape=_escapes,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "day": say_date,
        "href": href,
        "kind_of": lambda body: type(body).__name__,
        "md": escape_markdown,
        "md_cell": partial(escape_markdown, in_table=True),
        "md_blocks": markdown_blocks,
    }
    environment.filters.update(filters)
    return environment


def _escapes(name: str | None) -> bool:
    return name is None or ".html" in name or ".css" in name


def href(cell: Cell) -> str:
    """Where a contact leads; "" where it leads nowhere."""
    match cell.kind:
        case CellKind.EMAIL if _ADDRESS.fullmatch(cell.text):
            return f"mailto:{cell.text}"
        case CellKind.PHONE:
            return f"tel:{_NOT_DIGITS.sub('', cell.text.lower().partition('x')[0])}"
        case CellKind.URL if _ADDRESS.fullmatch(cell.text):
            return cell.text if cell.text.lower().startswith(("http://", "https://")) else ""
    return ""
