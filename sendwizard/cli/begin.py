"""`sendwizard begin`: a school year that starts with what stood in an earlier one."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sendwizard.cli.common import Folder, Questions, complain, say, school_from
from sendwizard.office import beginning, starting
from sendwizard.office.folders import School
from sendwizard.store.bank_files import load_bank


def begin(
    year: Annotated[str, typer.Argument(help="A school year such as 2026-27.")],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="YEAR|FILE|FOLDER",
            help="An earlier year, an answers.toml from elsewhere, or a sister school's folder.",
        ),
    ] = None,
    document: Annotated[
        Path | None,
        typer.Option(
            "--from-document", help="Last year's report (.docx, .txt, .md), to copy from."
        ),
    ] = None,
    own: Annotated[
        bool | None,
        typer.Option("--own/--sister", help="Whose answers they are, where the name differs."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take newer questions without being asked.")
    ] = False,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Start a school year; last year's answers come across, each to be looked at again."""
    school = school_from(folder, questions)
    start = _start(school, year, source, own)
    if start.newer:
        for line in start.newer:
            say(line, err=True)
        if not yes and _can_ask() and not typer.confirm(f"Begin {year} so?", err=True):
            say("Nothing was changed.", err=True)
            return
    begun = beginning.begin(school, year, start=start, document=document)
    say(f"{year} is begun: {begun.path}")
    for line in begun.told:
        say(line, err=True)


def _start(school: School, year: str, source: str | None, own: bool | None) -> starting.Start:
    """What the year begins with, once the person has been asked what only a person can say."""
    bank = load_bank(school.questions)
    try:
        return starting.start_of(school, bank, year, source=source, own=own)
    except starting.OtherSchoolError as error:
        if not _can_ask():
            raise
        complain(error)
        ours = typer.confirm("Is it your own school, under another name?", err=True)
        return starting.start_of(school, bank, year, source=source, own=ours)
    except starting.BrokenYearError as error:
        if not _can_ask() or error.save is None:
            raise
        complain(error)
        if not typer.confirm("Begin with the last good save?", err=True):
            raise
        return starting.start_of(school, bank, year, source=str(error.save), own=True)


def _can_ask() -> bool:
    return all(end is not None and end.isatty() for end in (sys.stdin, sys.stderr))
