"""The words for the report: built, in its other layouts, and read out as it stands."""

from collections.abc import Sequence
from dataclasses import replace

from sendwizard.core.words import NOT_A_JUDGEMENT, collect_in, count
from sendwizard.errors import UsageError
from sendwizard.office.previewing import preview_of
from sendwizard.office.reporting import Wanted, every_layout, write_report_of
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said
from sendwizard.report.model import Entry, Report, walk
from sendwizard.report.plain import report_text


def report(session: Session) -> None:
    """The report as a web page, in Word and as PDF."""
    _build(session, (Wanted(),))
    session.say("The word layouts writes it in the other layouts as well.")


def layouts(session: Session) -> None:
    """The report in each of its layouts."""
    _build(session, every_layout(Wanted()))


def _build(session: Session, wanted: Sequence[Wanted]) -> None:
    if session.sitting.read_only:
        raise UsageError("The report is not built from answers that can only be looked at.")
    wizard, school = session.wizard, session.sitting.school
    session.save()
    session.say("Building the report.")
    written = [write_report_of(school, wizard.bank, wizard.answers, each) for each in wanted]
    made = written[0].report
    session.say(f"{made.state}.")
    paths = [path for each in written for path in each.paths]
    session.say(f"Your report, {count(len(paths), 'file')}:")
    for path in paths:
        session.say(str(path))
    if made.draft:
        session.say("Each gap is shown in its place. The word review lists what is missing.")
    for sentence in dict.fromkeys(sentence for each in written for sentence in each.told):
        session.say(sentence)
    session.say(NOT_A_JUDGEMENT)
    if session.collect:
        session.say(collect_in(session.collect, session.sitting.year))


# -- as it stands -----------------------------------------------------------------------


def preview(session: Session) -> None:
    """The report as it stands, one part or the whole; nothing is written."""
    wizard = session.wizard
    whole = preview_of(session.sitting.school, wizard.bank, wizard.answers)
    here = _part_of(whole, wizard.at)
    session.say(f"The report as it stands. {whole.state}. {count(len(whole.parts), 'part')}.")
    lines = [Said("The whole report.")]
    lines += [
        Said(f"{part.title}{', with the open question' if n == here else ''}.")
        for n, part in enumerate(whole.parts)
    ]
    picked = session.pick(lines, "Number to hear")
    if picked is None:
        return
    session.read_out(_lines(whole) if not picked else _lines_of_part(whole, picked - 1))


def _part_of(whole: Report, question_id: str) -> int | None:
    """The part in which a question is printed; None where it is in none."""
    for n, part in enumerate(whole.parts):
        if any(isinstance(each, Entry) and each.id == question_id for each in walk(part.items)):
            return n
    return None


def _lines(whole: Report) -> list[str]:
    return [line for line in report_text(whole).splitlines() if line.strip()]


def _lines_of_part(whole: Report, place: int) -> list[str]:
    head = report_text(replace(whole, parts=()))
    part = report_text(replace(whole, parts=(whole.parts[place],))).removeprefix(head)
    return [line for line in part.splitlines() if line.strip()]
