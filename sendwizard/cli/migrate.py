"""`sendwizard migrate`: what newer questions mean for a year; taking them, or going back."""

from typing import Annotated

import typer

from sendwizard.cli.common import AsJson, Folder, Questions, Year, echo_json, say, school_from
from sendwizard.errors import UsageError
from sendwizard.office.migrating import Migration, migrate_year


def migrate(
    year: Year = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take the newer questions for this year.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Go back to the answers as they stood before.")
    ] = False,
    as_json: AsJson = False,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Say what newer questions mean for a year's answers; nothing changes without --accept."""
    if accept and undo:
        raise UsageError("Give --accept or --undo, and not both.")
    found = migrate_year(school_from(folder, questions), year, accept=accept, undo=undo)
    if as_json:
        echo_json(_as_json(found))
        return
    for line in found.lines:
        say(line)
    if found.done == "accepted":
        say(f"\nThe newer questions are taken. To go back: {_command(found, '--undo')}")
    elif not found.done and found.before != found.after:
        say(f"\nNothing was changed. To take them: {_command(found, '--accept')}")


def _command(found: Migration, option: str) -> str:
    return f"sendwizard migrate {found.year} {option}"


def _as_json(found: Migration) -> dict[str, object]:
    meaning = found.meaning
    return {
        "year": found.year,
        "from": found.before,
        "to": found.after,
        "done": found.done or None,
        "new": [each.id for each in meaning.new],
        "reworded": [each.id for each in meaning.reworded],
        "split": {old: [each.id for each in several] for old, several in meaning.split},
        "merged": {each.id: list(olds) for each, olds in meaning.merged},
        "renamed": {old: each.id for old, each in meaning.renamed},
        "retired": list(meaning.retired),
        "not_for_us": [each.id for each in meaning.not_for_us],
        "to_give_again": [each.id for each in meaning.to_give_again],
    }
