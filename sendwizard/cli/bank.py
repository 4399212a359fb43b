"""`sendwizard bank`: the questions, their proof, and the duties that they serve."""

from pathlib import Path
from typing import Annotated

import typer

from sendwizard.cli.common import (
    AsJson,
    Folder,
    Questions,
    echo_json,
    folder_first,
    say,
    school_from,
)
from sendwizard.core.bank import SCHOOL_TYPE, Bank, Column, Option, Question, nearest
from sendwizard.core.kinds import say_date
from sendwizard.errors import Problem, UsageError
from sendwizard.store.bank_files import check_bank, load_bank

bank_app = typer.Typer(
    help="The questions, and what the law asks.", no_args_is_help=True, rich_markup_mode=None
)


@bank_app.callback()
def before(folder: Folder = None) -> None:
    """The questions, and what the law asks."""
    folder_first(folder)


@bank_app.command("list", epilog="Example: sendwizard bank list --json")
def list_bank(as_json: AsJson = False, questions: Questions = None, folder: Folder = None) -> None:
    """List every question, section by section."""
    bank = load_bank(school_from(folder, questions).questions)
    if as_json:
        echo_json(_bank_json(bank))
        return
    for section in bank.sections:
        say(section.title)
        for question in section.questions:
            mark = "required" if question.required else "extra" if question.extra else ""
            say(f"  {question.id:<26} {question.kind.value:<8} {mark}")


def _options(options: tuple[Option, ...]) -> list[dict[str, str]]:
    return [{"id": option.id, "label": option.label} for option in options]


def _column_json(column: Column) -> dict[str, object]:
    return {
        "id": column.id,
        "kind": column.kind.value,
        "label": column.label,
        "options": _options(column.options),
    }


def _question_json(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "section": question.section,
        "kind": question.kind.value,
        "prompt": question.prompt,
        "required": question.required,
        "extra": question.extra,
        "requirements": list(question.requirements),
        "parts": list(question.parts),
        "proforma": question.proforma,
        "options": _options(question.options),
        "columns": [_column_json(column) for column in question.columns],
    }


def _bank_json(bank: Bank) -> dict[str, object]:
    return {
        "bank": {
            "id": bank.id,
            "edition": bank.edition,
            "checked_on": bank.checked_on.isoformat(),
        },
        "sections": [{"id": each.id, "title": each.title} for each in bank.sections],
        "questions": [_question_json(question) for question in bank.questions],
        "requirements": [
            {
                "id": each.id,
                "citation": each.citation,
                "force": each.force,
                "applies": each.applies,
            }
            for each in bank.requirements
        ],
    }


@bank_app.command("check", epilog="Example: sendwizard bank check questions")
def check(
    directory: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A folder of questions.")
    ] = None,
    questions: Questions = None,
    folder: Folder = None,
) -> None:
    """Prove that nobody can finish and leave a duty out; name every fault."""
    chosen = directory or school_from(folder, questions).questions
    if not chosen.is_dir():
        raise UsageError(f"There is no folder {chosen}.")
    bank, problems = check_bank(chosen)
    problems += _unknown_codes(bank)
    for problem in problems:
        say(str(problem))
    if problems or bank is None:
        say(f"{len(problems)} found in {chosen}.")
        raise typer.Exit(3)
    types = len(bank.by_id[SCHOOL_TYPE].options)
    must = sum(each.force == "must" for each in bank.requirements)
    say(
        f"{len(bank.questions)} questions: each of the {must} duties is asked of every one of "
        f"the {types} types of school that it reaches."
    )


def _unknown_codes(bank: Bank | None) -> tuple[Problem, ...]:
    """What the editor looks for under a code that no rule has: nobody would ever be told."""
    from sendwizard.office.checking import EVERY_RULE  # noqa: PLC0415 - for this command alone

    return tuple(
        Problem(
            f"checks/{data.id}.toml",
            f"entries.{number}.code",
            None,
            f"No rule has the code “{entry.code}”.{nearest(entry.code, EVERY_RULE)}",
        )
        for data in (bank.checks.values() if bank else ())
        for number, entry in enumerate(data.entries)
        if entry.code not in EVERY_RULE
    )


@bank_app.command("duties", epilog="Example: sendwizard bank duties --type maintained-special")
def list_duties(
    school_type: Annotated[str | None, typer.Option("--type", help="A type of school.")] = None,
    as_json: AsJson = False,
    questions: Questions = None,
    folder: Folder = None,
) -> None:
    """Say what the law and the Code ask, where that was checked and when."""
    bank = load_bank(school_from(folder, questions).questions)
    known = [option.id for option in bank.by_id[SCHOOL_TYPE].options]
    if school_type is not None and school_type not in known:
        hint = nearest(school_type, known)
        raise UsageError(f"There is no school type “{school_type}”: {', '.join(known)}.{hint}")
    reached = [each for each in bank.requirements if each.reaches(school_type)]
    if as_json:
        duties = [
            {
                "id": each.id,
                "citation": each.citation,
                "summary": each.summary,
                "force": each.force,
                "checked": each.checked,
                "checked_on": each.checked_on.isoformat(),
                "source": each.source,
                "questions": [question.id for question in bank.carriers(each.id)],
            }
            for each in reached
        ]
        echo_json({"type": school_type, "duties": duties})
        return
    how = {
        "text": "Read in the original",
        "second": "Read in a copy or a summary by others",
        "memory": "Not read in the original yet: noted from memory",
    }
    for each in reached:
        say(f"{each.force.upper():<7}{each.citation}\n       {each.summary}")
        say(f"       {how[each.checked]}, {say_date(each.checked_on)}. {each.source}")
