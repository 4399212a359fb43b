"""Asks one question after the other over plain lines, for a screen reader or a script.

Decides nothing: each line is a move of the core's `Wizard` or a value for it. A word commands
only as the first line at a prompt; inside a passage only a single full stop is special.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from sendwizard.core.answers import Row, Scalar, Value
from sendwizard.core.bank import Kind, Question
from sendwizard.core.findings import duty_findings
from sendwizard.core.kinds import KindError, choices_value, parse_field, rows_value, say
from sendwizard.core.route import Status
from sendwizard.core.text import paragraphs
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, SEVERITY, STATUS, count, for_school
from sendwizard.errors import UsageError
from sendwizard.office.reporting import DEFAULT_FORMATS, write_report_of
from sendwizard.office.sitting import Sitting
from sendwizard.store.resume import Resume

HELP = (
    "Type an answer, or one of these words: next, back, skip, keep, guidance, contents, note, "
    "review, report, leave, help. An empty line leaves the answer as it is. A long answer ends "
    "with a line that holds a single full stop."
)


class _LeaveError(Exception):
    """The person leaves, or the lines have ended."""


@dataclass
class _Session:
    sitting: Sitting
    wizard: Wizard
    lines: Iterator[str]
    out: TextIO
    collect: str
    revision: int = 0

    def say(self, text: str = "") -> None:
        """One line, with nothing in it that a terminal would obey."""
        safe = "".join(char if char.isprintable() or char == "\n" else " " for char in text)
        self.out.write(safe + "\n")
        self.out.flush()

    def ask(self, label: str) -> str:
        """The next line that is typed; leaving, where there is none."""
        line = self.line(label)
        if line is None:
            raise _LeaveError
        return line

    def line(self, label: str) -> str | None:
        """The next line that is typed; None where the input has ended."""
        self.out.write(f"{label}: ")
        self.out.flush()
        return self.next_line()

    def next_line(self) -> str | None:
        """The next line without its end; None where the input has ended."""
        line = next(self.lines, None)
        return None if line is None else line.rstrip("\r\n")

    def go(self, wizard: Wizard) -> None:
        """Take the next state, and save it."""
        self.wizard = wizard
        self.revision += 1
        self.sitting.leave(wizard.answers, self.revision)
        self.sitting.remember(Resume(wizard.at, with_extras=wizard.with_extras))


def run_plain(sitting: Sitting, lines: TextIO, out: TextIO, collect: str = "") -> int:
    """Ask until the person leaves or the lines end; the exit code."""
    session = _Session(sitting, sitting.wizard, iter(lines), out, collect)
    session.say(f"SEN information report {sitting.year}. {HELP}")
    try:
        while True:
            _one_question(session)
    except _LeaveError:
        session.go(session.wizard)
        session.say()
        session.say(LEAVING)
    return 0


def _one_question(session: _Session) -> None:
    wizard = session.wizard
    question = wizard.question
    status = STATUS[wizard.statuses[question.id]]
    session.say()
    session.say(f"Question {wizard.number} of {wizard.progress.total}, {wizard.section.title}.")
    session.say(for_school(wizard.bank, wizard.answers, question.prompt))
    current = say(question, wizard.current.value)
    session.say(f"Now: {status}." if not current else f"Now ({status}): {current}")
    for number, option in enumerate(question.options, 1):
        session.say(f"  {number}. {option.label}")
    first = session.ask(_label(question))
    command = _COMMANDS.get(first.strip().lower())
    if command is not None:
        command(session)
        return
    if not first.strip():
        _next(session)
        return
    try:
        value = _value(session, question, first)
    except KindError as error:
        session.say(str(error))
        return
    session.go(wizard.answer(value, date.today()))  # noqa: DTZ011 - the person's own day is meant
    _next(session)


def _label(question: Question) -> str:
    match question.kind:
        case Kind.CHOICE:
            return "Number of your answer"
        case Kind.CHOICES:
            return "Numbers of your answers, with commas"
        case Kind.PASSAGE:
            return "Your answer, a single full stop at the end"
        case Kind.ROWS:
            return f"{question.columns[0].label}, or a word"
        case Kind.YES_NO:
            return "Yes or no"
    return "Your answer"


def _value(session: _Session, question: Question, first: str) -> Value | None:
    match question.kind:
        case Kind.PASSAGE:
            return parse_field(question.column, _passage(session, first))
        case Kind.CHOICE:
            return _numbered(question, first.strip())
        case Kind.CHOICES:
            return choices_value(
                question, [_numbered(question, n.strip()) for n in first.split(",")]
            )
        case Kind.ROWS:
            return _rows(session, question, first)
    return parse_field(question.column, first)


def _passage(session: _Session, first: str) -> str:
    """Lines to the single full stop, or to the end of the input; kept either way."""
    lines = [first]
    while (line := session.next_line()) not in (".", None):
        lines.append(str(line))
    return "\n".join(lines)


def _numbered(question: Question, text: str) -> str:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(question.options):
        return question.options[int(text) - 1].id
    raise KindError(f"Type a number from 1 to {len(question.options)}.")


def _rows(session: _Session, question: Question, first: str) -> Value | None:
    """Row by row; an empty line at the first column ends the rows, and so does the input's end."""
    rows: list[Row] = []
    line: str | None = first
    while line is not None and line.strip():
        rows.append(_row(session, question, line))
        if len(rows) == question.most:
            break
        line = session.line(f"{question.columns[0].label} of the next, or an empty line")
    return rows_value(question, rows) or session.wizard.current.value


def _row(session: _Session, question: Question, first: str) -> Row:
    """Cell by cell; a cell that is refused is asked again, and no cell before it is lost."""
    row: dict[str, Scalar] = {}
    line: str | None = first
    for place, column in enumerate(question.columns):
        if place:
            line = session.line(column.label)
        while line is not None:
            try:
                value = parse_field(column, line)
            except KindError as error:
                session.say(str(error))
                line = session.line(column.label)
                continue
            if value is not None:
                row[column.id] = value
            break
    return row


def _next(session: _Session) -> None:
    if session.wizard.is_last:
        session.say("That was the last question.")
        _review(session)
        if session.ask("Type report, contents or leave").strip().lower() in ("report", "r"):
            _report(session)
        raise _LeaveError
    session.go(session.wizard.forward())


def _back(session: _Session) -> None:
    session.go(session.wizard.back())


def _skip(session: _Session) -> None:
    _next(session)


def _keep(session: _Session) -> None:
    if session.wizard.statuses[session.wizard.at] is not Status.CARRIED:
        session.say("There is nothing from last year to keep here.")
        return
    session.go(session.wizard.keep(date.today()))  # noqa: DTZ011 - the person's own day is meant
    _next(session)


def _guidance(session: _Session) -> None:
    wizard, question = session.wizard, session.wizard.question
    for text in paragraphs(question.guidance):
        session.say(for_school(wizard.bank, wizard.answers, text))
    if question.example:
        session.say(f"An example, not your school: {question.example}")
    for requirement_id in question.requirements:
        requirement = wizard.bank.requirement_by_id[requirement_id]
        session.say(f"{requirement.citation}: {requirement.summary}")


def _contents(session: _Session) -> None:
    wizard = session.wizard
    for number, question in enumerate(wizard.route, 1):
        status = STATUS[wizard.statuses[question.id]]
        session.say(
            f"{number}. {for_school(wizard.bank, wizard.answers, question.prompt)} {status}."
        )
    chosen = session.ask("Number to go to, or an empty line").strip()
    if chosen.isascii() and chosen.isdigit() and 1 <= int(chosen) <= len(wizard.route):
        session.go(wizard.jump(wizard.route[int(chosen) - 1].id))


def _note(session: _Session) -> None:
    session.go(session.wizard.note(session.ask("Reminder to yourself, never printed")))


def _not_applicable(session: _Session) -> None:
    try:
        reason = session.ask("Why does it not apply")
        session.go(session.wizard.not_applicable(reason, date.today()))  # noqa: DTZ011 - own day
    except UsageError as error:
        session.say(str(error))


def _review(session: _Session) -> None:
    wizard = session.wizard
    findings = duty_findings(wizard.bank, wizard.answers)
    session.say(f"{count(len(findings), 'thing')} to look at.")
    for finding in findings:
        message = for_school(wizard.bank, wizard.answers, finding.message)
        session.say(f"{SEVERITY[finding.severity]}: {message}")


def _report(session: _Session) -> None:
    wizard, sitting = session.wizard, session.sitting
    made, paths = write_report_of(sitting.school, wizard.bank, wizard.answers, DEFAULT_FORMATS)
    session.say(f"{made.state}. Your report: {', '.join(map(str, paths))}")
    if session.collect:
        session.say(session.collect)


def _help(session: _Session) -> None:
    session.say(HELP)


def _leave(_session: _Session) -> None:
    raise _LeaveError


_COMMANDS: dict[str, Callable[[_Session], None]] = {
    "next": _next,
    "back": _back,
    "skip": _skip,
    "keep": _keep,
    "guidance": _guidance,
    "contents": _contents,
    "note": _note,
    "does not apply": _not_applicable,
    "review": _review,
    "report": _report,
    "leave": _leave,
    "help": _help,
}
