"""`sendwizard answers`: a year's answers for scripts."""

import json
from datetime import date
from typing import Annotated

import typer

from sendwizard.cli.common import (
    AsJson,
    Folder,
    Questions,
    YearOption,
    echo_json,
    folder_first,
    read_input,
    say,
    school_from,
)
from sendwizard.core.answers import Answers, Row, Value
from sendwizard.core.bank import Bank, Kind, Question
from sendwizard.core.kinds import value_of
from sendwizard.core.route import statuses
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import STATUS
from sendwizard.errors import UsageError
from sendwizard.office.acts import change_answer, clear_answer
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.store.bank_files import load_bank

answers_app = typer.Typer(
    help="Read and change answers by script.", no_args_is_help=True, rich_markup_mode=None
)
QuestionId = Annotated[str, typer.Argument(metavar="QUESTION", help="The id of a question.")]


@answers_app.callback()
def before(folder: Folder = None) -> None:
    """Read and change answers by script."""
    folder_first(folder)


def _opened(school: School, year: str | None) -> tuple[Bank, Answers]:
    bank = load_bank(school.questions)
    return bank, readable(school, bank, school.pick_year(year))


def _plain(value: Value | None) -> object:
    """The value as JSON has it."""
    if isinstance(value, tuple):
        return [_plain_row(each) if not isinstance(each, str) else each for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _plain_row(row: Row) -> dict[str, object]:
    return {key: _plain(cell) for key, cell in row.items()}


@answers_app.command("list", epilog="Example: sendwizard answers list --json")
def list_answers(
    year: YearOption = None,
    as_json: AsJson = False,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """List every question with its answer and where it stands."""
    bank, answers = _opened(school_from(folder, questions), year)
    standing = statuses(bank, answers)
    if not as_json:
        for question_id, status in standing.items():
            say(f"{question_id:<26} {STATUS[status]}")
        return
    rows = [
        {
            "id": question_id,
            "value": _plain(answers.value(question_id)),
            "source": answers.by_id[question_id].source.value
            if question_id in answers.by_id
            else None,
            "status": status.value,
        }
        for question_id, status in standing.items()
    ]
    echo_json({"year": answers.year, "answers": rows})


@answers_app.command("get", epilog="Example: sendwizard answers get school-name")
def get(
    question: QuestionId,
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Print one answer: the bare value, JSON for rows and choices."""
    bank, answers = _opened(school_from(folder, questions), year)
    found = bank.question(question)
    value = answers.value(found.id)
    if value is None:
        return
    if isinstance(value, tuple):
        say(json.dumps(_plain(value), ensure_ascii=False))
    elif isinstance(value, bool):
        say("yes" if value else "no")
    else:
        say(str(value) if found.kind is not Kind.CHOICE else value)


def _typed(question: Question, text: str) -> Value | None:
    """What a script gives, as a value."""
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    if question.kind not in (Kind.CHOICES, Kind.ROWS):
        return value_of(question, text, today=today)
    try:
        return value_of(question, json.loads(text), today=today)
    except (ValueError, RecursionError):  # ValueError: no JSON, or a number of 10,000 figures
        raise UsageError(f"“{question.id}” takes a JSON list.") from None


@answers_app.command(
    "set",
    epilog="Example: sendwizard answers set school-name 'Larkfield Bridge Primary School'",
    context_settings={"ignore_unknown_options": True},
)
def set_answer(
    question: QuestionId,
    value: Annotated[str | None, typer.Argument(help="The answer; - reads it from input.")] = None,
    not_applicable: Annotated[
        str | None, typer.Option("--not-applicable", help="Why it does not apply.")
    ] = None,
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Give an answer."""
    school = school_from(folder, questions)
    bank = load_bank(school.questions)
    found = bank.question(question)
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    if not_applicable is not None and value is not None:
        raise UsageError("Give a value or --not-applicable, and not both.")
    if not_applicable is not None:
        change_answer(school, year, found.id, lambda w: w.not_applicable(not_applicable, today))
        return
    if value is None:
        raise UsageError(f"Give a value for “{found.id}”, or - to read it from standard input.")
    text = read_input() if value == "-" else value
    taken = _typed(found, text)
    if taken is None:
        raise UsageError(f"That is an empty answer. To withdraw one: answers clear {found.id}.")
    change_answer(school, year, found.id, lambda w: w.answer(taken, today))


@answers_app.command("keep", epilog="Example: sendwizard answers keep teaching-approach")
def keep(
    question: QuestionId,
    how: Annotated[
        str, typer.Option(help="How you know that it is still true, for governors.")
    ] = "",
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Keep last year's answer: you looked, and it is still true."""
    school = school_from(folder, questions)
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    change_answer(school, year, question, lambda w: _kept(w, today, how))


def _kept(wizard: Wizard, today: date, how: str) -> Wizard:
    if not wizard.current.says_something:
        raise UsageError(f"“{wizard.at}” has no answer to keep.")
    kept = wizard.keep(today, how)
    return kept.say_how(how) if how else kept


@answers_app.command("clear", epilog="Example: sendwizard answers clear money")
def clear(
    question: QuestionId,
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Withdraw an answer; its words stay in the year's history."""
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    clear_answer(school_from(folder, questions), year, question, today)


@answers_app.command(
    "set-aside",
    epilog="Example: sendwizard answers set-aside money 'DATE001 2023-24' 'It is history.'",
)
def set_aside(
    question: QuestionId,
    finding: Annotated[str, typer.Argument(help="Its key in `check --json`, or its code.")],
    reason: Annotated[str, typer.Argument(help="Why it can stand; the head reads it.")] = "",
    take_back: Annotated[
        bool, typer.Option("--take-back", help="It is to be looked at again.")
    ] = False,
    year: YearOption = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Leave what `check` found, with a reason."""
    from sendwizard.office.checking import left_by_key  # noqa: PLC0415 - every rule: 0.1 s

    if bool(reason.strip()) == take_back:
        raise UsageError("Give a reason, or --take-back, and not both.")
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    school = school_from(folder, questions)
    change_answer(school, year, question, lambda w: left_by_key(w, finding, reason, today))
