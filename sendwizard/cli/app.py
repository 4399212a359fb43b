"""The top commands, each a few lines over the office."""

import io
import os
import sys
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sendwizard import __version__
from sendwizard.cli import kiosk as shut
from sendwizard.cli.answers import answers_app
from sendwizard.cli.approve import approve, published
from sendwizard.cli.bank import bank_app
from sendwizard.cli.begin import begin
from sendwizard.cli.changes import changes
from sendwizard.cli.check import check
from sendwizard.cli.common import (
    Folder,
    Questions,
    Templates,
    Year,
    folder_first,
    say,
    school_from,
)
from sendwizard.cli.history import history_app
from sendwizard.cli.migrate import migrate
from sendwizard.cli.report import report
from sendwizard.cli.status import status
from sendwizard.core.kinds import say_date
from sendwizard.core.years import require_school_year, school_year_of
from sendwizard.errors import UsageError
from sendwizard.office import acts
from sendwizard.office.sitting import Sitting, open_or_look, open_year
from sendwizard.store.bank_files import load_bank

WITHOUT_SCREENS = ("dumb", "unknown", "vt52")
"""What terminals call themselves that do not know how to draw: they get plain lines."""

app = typer.Typer(
    help="Write your school's SEN information report, one question at a time.",
    epilog="Example: sendwizard fill 2026-27",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)
app.add_typer(answers_app, name="answers")
app.add_typer(bank_app, name="bank")
app.add_typer(history_app, name="history")
app.command(epilog="Example: sendwizard changes 2026-27 --governors")(changes)
app.command(epilog="Example: sendwizard check 2026-27")(check)
app.command(epilog="Example: sendwizard migrate 2026-27 --accept")(migrate)
app.command(epilog="Example: sendwizard begin 2027-28")(begin)
app.command(epilog="Example: sendwizard report 2026-27 --format html --format md")(report)
app.command(epilog="Example: sendwizard status --json")(status)
app.command(
    epilog="Example: sendwizard approve --by 'Helen Tarrant' --role 'Chair' --on 2026-11-20"
)(approve)
app.command(epilog="Example: sendwizard published --address https://www.school.example/send")(
    published
)


def _print_version(wanted: bool) -> None:
    if wanted:
        bank = load_bank(school_from(None).questions)
        python = ".".join(map(str, sys.version_info[:3]))
        say(f"sendwizard {__version__}")
        say(f"questions {bank.id} {bank.edition}, checked on {say_date(bank.checked_on)}")
        say(f"Python {python}")
        raise typer.Exit


@app.callback()
def top(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True)
    ] = False,
    folder: Folder = None,
) -> None:
    """Write your school's SEN information report, one question at a time."""
    if context.invoked_subcommand is None:
        fill(folder=folder)
    folder_first(folder)


@app.command(epilog="Example: sendwizard fill 2026-27 --at teaching-approach")
def fill(
    year: Year = None,
    at: Annotated[str | None, typer.Option(help="Open this question first.")] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line, for a screen reader or a script.")
    ] = False,
    kiosk: Annotated[bool, typer.Option("--kiosk", help="For a forced command over SSH.")] = False,
    collect: Annotated[
        str, typer.Option(help="A sentence shown at the end: where the report can be collected.")
    ] = "",
    folder: Folder = None,
    questions: Questions = None,
    templates: Templates = None,
) -> None:
    """Open the wizard, where you left off."""
    school = school_from(folder, questions, templates)
    if kiosk:
        school = replace(school, shut_in=True)
    years = school.years()
    if year is None:
        year = years[-1] if years else school_year_of(date.today())  # noqa: DTZ011 - own day
    require_school_year(year)
    if years and year not in years:
        raise UsageError(f"{year} is not begun yet. Begin it first: sendwizard begin {year}.")
    plain = plain or bool(os.environ.get("SENDWIZARD_PLAIN"))
    # A script must not think that it wrote: it gets exit code 4, and only a person looks.
    opened = open_or_look if shut.has_terminal() else open_year
    sitting = opened(school, year, at)
    if plain or not _has_screen():
        from sendwizard.plain import run_plain  # noqa: PLC0415 - one face is enough

        if kiosk:
            shut.say_opened(sitting.year)
        with sitting, shut.heeding_ctrl_c() if kiosk else nullcontext():
            typed, asked_for = sys.stdin or io.StringIO(), at is not None
            code = run_plain(sitting, typed, sys.stdout, collect, asked_for=asked_for)
    else:
        code = _run_screens(sitting, asked_for=at is not None, collect=collect, kiosk=kiosk)
    raise typer.Exit(code)


def _run_screens(sitting: Sitting, *, asked_for: bool, collect: str, kiosk: bool) -> int:
    """One year after the other, as the person goes from one to the next; the exit code."""
    from sendwizard.tui import run_tui  # noqa: PLC0415 - Textual takes 0.3 s to import

    told = None
    while True:
        if kiosk:
            shut.say_opened(sitting.year)
        with sitting:
            left = run_tui(sitting, asked_for=asked_for, collect=collect, kiosk=kiosk, told=told)
        if left.opened is None:
            return left.code
        sitting, told, asked_for = left.opened.sitting, left.opened.told, False


def _has_screen() -> bool:
    return shut.has_terminal() and os.environ.get("TERM") not in WITHOUT_SCREENS


@app.command(epilog="Example: sendwizard demo my-trial")
def demo(
    new: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")] = Path(
        acts.DEMO_FOLDER
    ),
    folder: Folder = None,
) -> None:
    """Make a made-up school to try things with: last year finished, this year begun."""
    made = acts.make_demo(school_from(folder), new)
    made = made.absolute()
    say(f"The demo school is in {made}. Open it: sendwizard fill --folder {made}")
