"""`sendwizard history`: earlier saves and replaced texts, seen and put back."""

from datetime import UTC, date, datetime
from textwrap import shorten
from typing import Annotated

import typer

from sendwizard.cli.common import (
    AsJson,
    Folder,
    Questions,
    Year,
    YearOption,
    complain,
    echo_json,
    folder_first,
    say,
    school_from,
)
from sendwizard.core.bank import Bank
from sendwizard.core.kinds import say_date
from sendwizard.core.words import for_school
from sendwizard.office import earlier
from sendwizard.office.reading import readable
from sendwizard.store.bank_files import load_bank

LONGEST = 70
"""Signs of a line of the list beside its name and time."""
EntryId = Annotated[
    str, typer.Argument(metavar="ID", help="A name from the list, or how it begins.")
]

history_app = typer.Typer(
    help="See earlier saves and replaced texts, and put them back.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


@history_app.callback(epilog="Example: sendwizard history list 2026-27")
def before(
    context: typer.Context,
    as_json: AsJson = False,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """See earlier saves and replaced texts, and put them back."""
    folder_first(folder)
    if context.invoked_subcommand is None:
        list_history(None, as_json, None, questions)


@history_app.command("list", epilog="Example: sendwizard history list 2026-27")
def list_history(
    year: Year = None,
    as_json: AsJson = False,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """List the earlier saves and replaced texts of a year, the newest first."""
    school = school_from(folder, questions)
    picked = earlier.year_of(school, year)
    found = earlier.earlier(school, picked)
    if as_json:
        echo_json({"year": picked, "earlier": [_as_json(each) for each in found]})
    else:
        bank = load_bank(school.questions)
        for each in found:
            say(f"{each.id:<23} {_when(each.at):<22} {_line(bank, each)}")
        say(
            f"\nTo put one back: sendwizard history restore ID --year {picked}"
            if found
            else f"{picked} has no earlier saves yet."
        )
    for sentence in earlier.passed_by(school, picked):
        complain(sentence)


def _as_json(each: earlier.Earlier) -> dict[str, object]:
    return {
        "id": each.id,
        "at": f"{each.at.isoformat(timespec='seconds')}Z",
        "kind": each.kind,
        "question": each.question or None,
        "words": each.words,
    }


def _line(bank: Bank, each: earlier.Earlier) -> str:
    """What a person knows it by: what a save changed, or the beginning of a text."""
    if each.kind == "save":
        return shorten(each.words, LONGEST, placeholder=" …")
    question = bank.by_id.get(each.question)
    prompt = question.prompt if question else "Not asked any more"
    half = LONGEST // 2
    start = shorten(each.words, half, placeholder=" …")
    return f"{shorten(prompt, half, placeholder=' …')} “{start}”"


def _when(at: datetime) -> str:
    """The person's own time."""
    here = at.replace(tzinfo=UTC).astimezone()
    return f"{say_date(here.date())}, {here:%H:%M}"


@history_app.command("show", epilog="Example: sendwizard history show text-3")
def show(
    entry: EntryId,
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Show an earlier text, or what has changed since an earlier save."""
    school = school_from(folder, questions)
    picked = earlier.year_of(school, year)
    bank = load_bank(school.questions)
    found = earlier.find(school, picked, entry)
    say(f"{_when(found.at)}. {found.words if found.kind == 'save' else ''}".rstrip())
    if found.kind == "text":
        say(found.words)
        return
    now = readable(school, bank, picked)
    changes = earlier.differences(school, bank, picked, found.id, now)
    for each in changes:
        say(f"\n{for_school(bank, now, each.question.prompt)}")
        say(f"  Then: {_indented(each.before)}")
        say(f"  Now:  {_indented(each.after)}")
    if not changes:
        say("Every answer stands as it did then.")


def _indented(text: str) -> str:
    return text.replace("\n", "\n        ") or "nothing"


@history_app.command(
    "restore", epilog="Example: sendwizard history restore 20261123T1412 --year 2026-27"
)
def restore(
    entry: EntryId,
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Put an earlier save or text back; what stands now goes into the history."""
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    done = earlier.restore(school_from(folder, questions), year, entry, today)
    what = "That text stands" if done.earlier.startswith("text-") else "That save stands"
    say(f"{what} in {done.answers.year} again. What stood there before is in the history.")
    if done.aside:
        say(f"The file that could not be read is kept: {done.aside}")
