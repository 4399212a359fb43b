"""HTML and Markdown through Jinja: sandboxed, strict, escaping by the name of the template."""

from collections.abc import Callable
from functools import cache, partial

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment

from sendwizard.errors import UnreadableError
from sendwizard.report import webpage, words
from sendwizard.report.faults import place_of
from sendwizard.report.markdown import escape_markdown, markdown_blocks, markdown_link
from sendwizard.report.model import Cell, Report
from sendwizard.report.render import Templates


def write_text(report: Report, name: str, templates: Templates) -> bytes:
    """The report through the template of that name.

    Raises UnreadableError for a template with a fault, with its file and line.
    """
    try:
        text = _environment(templates).get_template(name).render(report=report, words=words)
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}, line {error.lineno}"
        raise UnreadableError(f"The template {where} has a fault: {error.message}") from None
    except TemplateNotFound as error:
        asks = place_of(error, templates)
        raise UnreadableError(
            f"There is no template {error.name}{f', which {asks} asks for' if asks else ''}."
        ) from None
    except UnicodeDecodeError as error:
        where = place_of(error, templates) or name
        raise UnreadableError(f"The template {where} is not saved as UTF-8.") from None
    except TemplateError as error:
        where = place_of(error, templates) or name
        raise UnreadableError(f"The template {where} has a fault: {error.message}") from None
    return f"{text.strip()}\n".encode()


@cache
def _environment(templates: Templates) -> SandboxedEnvironment:
    ours = FileSystemLoader(templates.ours)
    own = [] if templates.own is None else [FileSystemLoader(templates.own)]
    environment = SandboxedEnvironment(
        # A template of the school's reaches the one of ours that it stands in for as `ours/NAME`.
        loader=ChoiceLoader([*own, ours, PrefixLoader({"ours": ours})]),
        autoescape=_escapes,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "breakable": webpage.breakable,
        "chart": webpage.chart,
        "colour": webpage.colour,
        "contents": webpage.contents,
        "css_text": webpage.css_text,
        "data_address": webpage.data_address,
        "first_part": webpage.first_part,
        "href": webpage.href,
        "kind_of": lambda item: type(item).__name__,
        "law_of": words.law_of,
        "link_name": webpage.link_name,
        "marks": webpage.marks,
        "md": escape_markdown,
        "md_blocks": markdown_blocks,
        "md_line": partial(escape_markdown, one_line=True),
        "md_link": markdown_link,
        "md_value": _markdown_value,
        "other_parts": webpage.other_parts,
        "rows_are_named": webpage.rows_are_named,
    }
    environment.filters.update(filters)
    return environment


def _escapes(name: str | None) -> bool:
    return name is None or ".html" in name or ".css" in name


def _markdown_value(cell: Cell) -> str:
    address = webpage.href(cell)
    if address:
        return markdown_link(cell.text, address)
    return escape_markdown(cell.text, one_line=True)
