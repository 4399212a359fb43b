"""Asks one question after the other over plain lines, for a screen reader or a script.

Decides nothing: each line is a move of the core's `Wizard` or a value for it. A word commands
only as the first line at a prompt; inside a passage only a single full stop is special.
"""

from collections.abc import Callable
from datetime import date
from typing import TextIO

from sendwizard.core.editions import is_newer
from sendwizard.core.findings import find_all
from sendwizard.core.kinds import KindError, say
from sendwizard.core.text import paragraphs
from sendwizard.core.unfinished import missing_by_row
from sendwizard.core.words import LEAVING, SEVERITY, STATUS, asked_by, count, for_school
from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.reporting import Wanted, write_report_of
from sendwizard.office.sitting import Sitting
from sendwizard.plain import last_year
from sendwizard.plain.talk import LeaveError, Session
from sendwizard.plain.values import label, value_from

HELP = (
    "Type an answer, or one of these words: next, back, skip, guidance, contents, note, "
    "review, report, leave, help. An empty line leaves the answer as it is. A long answer ends "
    "with a line that holds a single full stop."
)
LAST_YEAR_HELP = (
    "These words are for last year’s answers: keep (it is still true), how (how you know), "
    "look again, last year, find (in last year’s report), only mine, everything."
)


def run_plain(sitting: Sitting, lines: TextIO, out: TextIO, collect: str = "") -> int:
    """Ask until the person leaves or the lines end; the exit code."""
    session = Session(sitting, sitting.wizard, iter(lines), out, collect)
    session.say(f"SEN information report {sitting.year}. {HELP}")
    if sitting.wizard.answers.began is not None:
        session.say(LAST_YEAR_HELP)
    if sitting.read_only:
        session.say(sitting.read_only)
    if is_newer(sitting.bank, sitting.wizard.answers):
        session.say(
            f"There are newer questions. See what they mean: sendwizard migrate {sitting.year}"
        )
    session.say(f"Folder: {sitting.school.folder}")
    if sitting.school.hidden:
        session.say(f"This hides another folder that has answers: {sitting.school.hidden}")
    try:
        while True:
            _one_question(session)
    except LeaveError:
        session.go(session.wizard)
        session.say()
        session.say(LEAVING)
    return 0


def _one_question(session: Session) -> None:
    wizard = session.wizard
    question = wizard.question
    status = STATUS[wizard.statuses[question.id]]
    session.say()
    session.say(f"Question {wizard.number} of {wizard.progress.total}, {wizard.section.title}.")
    session.say(for_school(wizard.bank, wizard.answers, question.prompt))
    session.say(f"{asked_by(wizard.bank, question)}.")
    current = say(question, wizard.current.value)
    session.say(f"Now: {status}." if not current else f"Now ({status}): {current}")
    missing = missing_by_row(question, wizard.current.value)
    if missing:
        session.say(missing)
    for number, option in enumerate(question.options, 1):
        session.say(f"  {number}. {option.label}")
    first = session.ask(label(question))
    command = _COMMANDS.get(first.strip().lower())
    if command is not None:
        command(session)
        return
    if not first.strip():
        _next(session)
        return
    try:
        value = value_from(session, question, first)
    except KindError as error:
        session.say(str(error))
        return
    session.go(wizard.answer(value, date.today()))  # noqa: DTZ011 - the person's own day is meant
    _next(session)


def _next(session: Session) -> None:
    if session.wizard.is_last:
        session.say("That was the last question.")
        _review(session)
        if session.ask("Type report, contents or leave").strip().lower() in ("report", "r"):
            _report(session)
        raise LeaveError
    session.go(session.wizard.forward())


def _back(session: Session) -> None:
    session.go(session.wizard.back())


def _skip(session: Session) -> None:
    _next(session)


def _keep(session: Session) -> None:
    if last_year.keep(session):
        _next(session)


def _guidance(session: Session) -> None:
    wizard, question = session.wizard, session.wizard.question
    for text in paragraphs(question.guidance):
        session.say(for_school(wizard.bank, wizard.answers, text))
    if question.example:
        session.say("An example, not your school:")
        for text in paragraphs(question.example):
            session.say(for_school(wizard.bank, wizard.answers, text))
    for requirement_id in question.requirements:
        requirement = wizard.bank.requirement_by_id[requirement_id]
        session.say(f"{requirement.citation}: {requirement.summary}")


def _contents(session: Session) -> None:
    wizard = session.wizard
    for number, question in enumerate(wizard.route, 1):
        status = STATUS[wizard.statuses[question.id]]
        session.say(
            f"{number}. {for_school(wizard.bank, wizard.answers, question.prompt)} {status}."
        )
    chosen = session.ask("Number to go to, or an empty line").strip()
    if chosen.isascii() and chosen.isdigit() and 1 <= int(chosen) <= len(wizard.route):
        session.go(wizard.jump(wizard.route[int(chosen) - 1].id))


def _note(session: Session) -> None:
    session.go(session.wizard.note(session.ask("Reminder to yourself, never printed")))


def _not_applicable(session: Session) -> None:
    try:
        reason = session.ask("Why does it not apply")
        session.go(session.wizard.not_applicable(reason, date.today()))  # noqa: DTZ011 - own day
    except UsageError as error:
        session.say(str(error))


def _review(session: Session) -> None:
    wizard = session.wizard
    findings = find_all(wizard.bank, wizard.answers)
    session.say(f"{count(len(findings), 'thing')} to look at.")
    for finding in findings:
        message = for_school(wizard.bank, wizard.answers, finding.message)
        session.say(f"{SEVERITY[finding.severity]}: {message}")


def _report(session: Session) -> None:
    wizard, sitting = session.wizard, session.sitting
    try:
        written = write_report_of(sitting.school, wizard.bank, wizard.answers, Wanted())
    except SendwizardError as error:
        session.say(str(error))
        return
    session.say(f"{written.report.state}. Your report: {', '.join(map(str, written.paths))}")
    for sentence in written.told:
        session.say(sentence)
    if session.collect:
        session.say(session.collect)


def _help(session: Session) -> None:
    session.say(HELP)
    if session.wizard.answers.began is not None:
        session.say(LAST_YEAR_HELP)


def _leave(_session: Session) -> None:
    raise LeaveError


_COMMANDS: dict[str, Callable[[Session], None]] = {
    "next": _next,
    "back": _back,
    "skip": _skip,
    "keep": _keep,
    "how": last_year.how,
    "look again": last_year.look_again,
    "last year": last_year.last_year,
    "find": last_year.find,
    "only mine": last_year.only_mine,
    "everything": last_year.everything,
    "guidance": _guidance,
    "contents": _contents,
    "note": _note,
    "does not apply": _not_applicable,
    "review": _review,
    "report": _report,
    "leave": _leave,
    "help": _help,
}
