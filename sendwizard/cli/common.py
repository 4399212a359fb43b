"""Options that several commands share, and how a command prints. Decides nothing."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from sendwizard.core.text import escaped, harmless
from sendwizard.errors import UsageError
from sendwizard.office.folders import FOLDER_VARIABLE, School, find_school

Folder = Annotated[
    Path | None, typer.Option(help="The school's folder. Without it: ./output, or your documents.")
]
Questions = Annotated[Path | None, typer.Option(help="Another folder of questions.")]
Templates = Annotated[
    Path | None, typer.Option(help="Your own templates; each stands in for ours of its name.")
]
AsJson = Annotated[bool, typer.Option("--json", help="For scripts: JSON and nothing else.")]
Year = Annotated[str | None, typer.Argument(help="A school year such as 2026-27; else the newest.")]
YearOption = Annotated[str | None, typer.Option("--year", help="A school year; else the newest.")]


def school_from(
    folder: Path | None, questions: Path | None = None, templates: Path | None = None
) -> School:
    """The school's folders from the options."""
    return find_school(folder, questions, templates)


def folder_first(folder: Path | None) -> None:
    """A folder named before the command stands for the variable; the command's own comes first."""
    if folder is not None:
        os.environ[FOLDER_VARIABLE] = str(folder.absolute())


def read_input() -> str:
    """All of standard input. Raises UsageError where there is none, or it is not UTF-8."""
    if sys.stdin is None:
        raise UsageError("There is no standard input to read from.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("Standard input is not written in UTF-8, so it was not taken.") from None


def say(text: object = "", *, err: bool = False) -> None:
    """Words on standard output, or `err`, with nothing in them that a terminal would obey."""
    typer.echo(harmless(str(text)), err=err)


def say_over(text: str, *, ends: bool) -> None:
    """Words on standard error over those before; `ends` begins a new line behind them."""
    typer.echo(f"\r{harmless(text)}", err=True, nl=ends)


def echo_json(data: object) -> None:
    """JSON on standard output."""
    typer.echo(escaped(json.dumps(data, ensure_ascii=False, indent=2)))


def complain(message: object) -> None:
    """A sentence on standard error, with nothing in it that a terminal would obey."""
    safe = harmless(str(message))
    print(f"sendwizard: {safe}", file=sys.stderr)  # noqa: T201 - standard error is for words
