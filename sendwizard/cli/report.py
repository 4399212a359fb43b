"""`sendwizard report`: the finished report, in its formats and layouts."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from sendwizard.cli.common import Folder, Questions, Templates, Year, say, school_from
from sendwizard.core.bank import nearest
from sendwizard.errors import UsageError

Named = TypeVar("Named", bound=Enum)


def report(
    year: Year = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help="html, docx, pdf or md; the first three unless told."),
    ] = None,
    layout: Annotated[
        str, typer.Option(help="How it is laid out: questions, summary, statutory or proforma.")
    ] = "questions",
    to: Annotated[Path | None, typer.Option(help="Another folder to write it to.")] = None,
    word_template: Annotated[
        Path | None, typer.Option(help="Your letterhead; else letterhead.docx in the folder.")
    ] = None,
    fragment: Annotated[
        bool, typer.Option("--fragment", help="HTML to paste into a website’s editor.")
    ] = False,
    annex: Annotated[
        bool | None, typer.Option("--annex/--no-annex", help="The pages for governors.")
    ] = None,
    expectations: Annotated[
        bool, typer.Option("--expectations", help="In proforma: what families can expect.")
    ] = False,
    folder: Folder = None,
    questions: Questions = None,
    templates: Templates = None,
) -> None:
    """Build the report; with gaps it says that it is a draft."""
    from sendwizard.office import reporting  # noqa: PLC0415 - 60 ms, for this command alone

    chosen = [_one_of(reporting.Format, "format", name) for name in formats or ()]
    standard = [reporting.Format.HTML] if fragment else list(reporting.DEFAULT_FORMATS)
    wanted = reporting.Wanted(
        formats=tuple(dict.fromkeys(chosen or standard)),
        layout=_one_of(reporting.Layout, "layout", layout),
        to=to,
        fragment=fragment,
        annex=annex,
        expectations=expectations,
        word_template=word_template,
    )
    if templates is not None and not templates.is_dir():
        raise UsageError(f"There is no folder {templates}.")
    written = reporting.write_report(school_from(folder, questions, templates), year, wanted)
    say(f"{written.report.state}.", err=True)
    for sentence in written.told:
        say(sentence, err=True)
    for path in written.paths:
        say(str(path))


def _one_of(names: type[Named], what: str, name: str) -> Named:
    known: Sequence[str] = [each.value for each in names]
    if name not in known:
        hint = nearest(name, known)
        raise UsageError(f"There is no {what} “{name}”: {', '.join(known)}.{hint}")
    return names(name)
