"""`sendwizard approve` and `sendwizard published`: what governors decided, and where it stands."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from sendwizard.cli.common import (
    AsJson,
    Folder,
    Questions,
    Templates,
    Year,
    complain,
    echo_json,
    say,
    school_from,
)
from sendwizard.core.answers import Published
from sendwizard.core.bank import Column, Kind
from sendwizard.core.kinds import parse_field, say_date
from sendwizard.errors import UnwritableError, UsageError

if TYPE_CHECKING:
    from sendwizard.office.approving import Approved


def approve(
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="The name of the person who signs.")
    ],
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="Their role, such as chair.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="When it was approved.")],
    year: Year = None,
    minute: Annotated[
        str | None, typer.Option(metavar="REF", help="Where the minutes have it.")
    ] = None,
    next_review: Annotated[
        str | None, typer.Option(metavar="DATE", help="When to look at it again; else a year on.")
    ] = None,
    with_gaps: Annotated[
        str | None,
        typer.Option(metavar="REASON", help="Governors accept the gaps knowingly, and why."),
    ] = None,
    small_change: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="A change to what was approved: what, and why."),
    ] = None,
    body: Annotated[
        str,
        typer.Option(
            metavar="BODY",
            help="Who decided: governing-body, trust-board, committee or management-committee.",
        ),
    ] = "governing-body",
    folder: Folder = None,
    questions: Questions = None,
    templates: Templates = None,
) -> None:
    """Approve and lock: freeze a copy of the report, and say when to look at it again."""
    from sendwizard.office import approving  # noqa: PLC0415 - 60 ms, for this command alone

    decision = approving.Decision(
        by=by,
        role=role,
        on=_day("--on", on),
        minute=_given("--minute", minute),
        body=body,
        next_review=None if next_review is None else _day("--next-review", next_review),
        gaps_reason=_given("--with-gaps", with_gaps),
        small_change=_given("--small-change", small_change),
    )
    school = school_from(folder, questions, templates)
    try:
        made = approving.approve_year(school, year, decision)
    except approving.StopError as stop:
        complain(stop)
        if stop.can_be_accepted and not (with_gaps or small_change):
            say("Governors can accept gaps knowingly: --with-gaps REASON.", err=True)
        if not stop.can_be_accepted:
            say(f"{approving.NOT_FOR_GOVERNORS} sendwizard answers set-aside.", err=True)
        raise typer.Exit(stop.exit_code) from None
    _say_approved(made)
    if made.not_written:
        raise typer.Exit(UnwritableError.exit_code)


def _say_approved(made: "Approved") -> None:
    approval = made.approval
    if approval.updates:
        newest = approval.updates[-1]
        said = f"Updated {say_date(newest.on)}: {newest.text.rstrip('. ')}."
    else:
        said = f"Approved by {approval.body} on {say_date(approval.on)}."
    review = f" Next review: {say_date(approval.next_review)}." if approval.next_review else ""
    say(f"{said}{review}", err=True)
    for sentence in made.told:
        say(sentence, err=True)
    say(
        "Once it is on the website, say so: "
        f"sendwizard published {made.answers.year} --address URL",
        err=True,
    )
    for path in (made.folder, *made.paths):
        say(str(path))


def published(
    year: Year = None,
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="Where families find the report.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Since when it is there.")
    ] = None,
    council_told: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the council was sent the link.")
    ] = None,
    as_json: AsJson = False,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Say where the approved report stands; with no options, show what is known."""
    from sendwizard.office import publishing  # noqa: PLC0415 - only where it is asked for

    said = Published(
        _given("--address", address),
        None if on is None else _day("--on", on),
        None if council_told is None else _day("--council-told", council_told),
    )
    school = school_from(folder, questions)
    if said == Published():
        found = publishing.publication(school, year)
    else:
        found = publishing.publish(school, year, said)
    known, status = found.known, found.status
    if as_json:
        echo_json(
            {
                "year": status.year,
                "state": status.state,
                "published": status.published,
                "address": known.address or None,
                "on": _iso(known.on),
                "council_told": _iso(known.council_told),
            }
        )
        return
    say(f"{status.year}: {status.state_in_words}")
    say(f"  Web address: {known.address or 'not said yet'}")
    say(f"  On the website since: {_words(known.on)}")
    say(f"  Council sent the link: {_words(known.council_told)}")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(day: date | None) -> str:
    return say_date(day) if day else "not said yet"


def _given(option: str, text: str | None) -> str:
    """What an option says, "" where it was left out; one that is left blank is wrong usage."""
    if text is not None and not text.strip():
        raise UsageError(f"{option} is empty: say it in a few words, or leave {option} out.")
    return text or ""


def _day(option: str, text: str) -> date:
    column = Column(option, Kind.DATE, option)
    try:
        today = date.today()  # noqa: DTZ011 - the person's own day is meant
        value = parse_field(column, text, today=today)
    except UsageError as error:
        raise UsageError(f"{option}: {error}") from None
    if not isinstance(value, date):
        raise UsageError(f"{option} is empty: give a date such as 2026-12-03.")
    return value
