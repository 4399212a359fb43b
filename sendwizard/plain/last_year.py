"""The words of plain mode for a year that began with last year's answers or last year's report."""

from datetime import date

from sendwizard.core.by_words import PieceKind, by_words
from sendwizard.core.kinds import KindError, say, say_date
from sendwizard.core.last_year import old_of, running, said, why_read_first
from sendwizard.core.route import Status
from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.reading import last_report
from sendwizard.plain.talk import Session

MOST_FOUND = 9
"""Passages that one search shows; more words find fewer."""


def keep(session: Session) -> bool:
    """Last year's answer is still true; whether it was kept.

    Where something has changed, or nobody has said yet, the first time only asks to read it.
    """
    wizard = session.wizard
    if wizard.statuses[wizard.at] is not Status.CARRIED:
        session.say("There is nothing from last year to keep here.")
        return False
    asks = wizard.first_to_read
    if asks is not None and session.told_to_read != wizard.at:
        session.told_to_read = wizard.at
        session.say(f"{why_read_first(wizard, asks)}; keep again keeps it.")
        return False
    session.go(wizard.keep(date.today()))  # noqa: DTZ011 - the person's own day is meant
    return True


def how(session: Session) -> None:
    """How one knows that what was kept is still true."""
    session.go(session.wizard.say_how(session.ask("How do you know? Governors see it")))


def look_again(session: Session) -> None:
    """What was kept is not checked after all."""
    session.go(session.wizard.look_again())


def last_year(session: Session) -> None:
    """What was said last year, and what is different now."""
    wizard = session.wizard
    old = old_of(wizard, session.sitting.before)
    if old is None:
        session.say("There is nothing from last year here.")
        return
    when = f", {say_date(old.on)}" if old.on else ""
    session.say(f"Last year{when}: {said(wizard.question, old)}")
    if words := running(wizard):
        session.say(words)
    now = say(wizard.question, wizard.current.value)
    if isinstance(old.value, str) and now and now != old.value:
        for piece in by_words(old.value, now):
            if piece.kind is not PieceKind.SAME:
                mark = "Taken out" if piece.kind is PieceKind.GONE else "Put in"
                session.say(f"{mark}: {piece.text.strip()}")


def find(session: Session) -> None:
    """Look for words in last year's report, and copy a passage in as not checked yet."""
    try:
        text = last_report(session.sitting.school, session.sitting.year)
    except SendwizardError as error:
        session.say(str(error))
        return
    if not text:
        session.say("No report of last year stands beside the questions.")
        return
    wanted = session.ask("Words to find in last year’s report").casefold().split()
    passages = [p.strip() for p in text.split("\n\n") if p.strip()]
    found = [p for p in passages if all(word in p.casefold() for word in wanted)]
    for number, passage in enumerate(found[:MOST_FOUND], 1):
        session.say(f"{number}. {passage}")
    if len(found) > MOST_FOUND:
        session.say(f"{len(found) - MOST_FOUND} more. Type more words to find fewer.")
    if not found:
        session.say("Nothing was found.")
        return
    chosen = session.ask("Number to copy in, or an empty line").strip()
    if chosen in map(str, range(1, min(len(found), MOST_FOUND) + 1)):
        try:
            session.go(session.wizard.bring(found[int(chosen) - 1]))
        except (UsageError, KindError) as error:
            session.say(str(error))


def only_mine(session: Session) -> None:
    """Stop only at what is to do or not checked yet."""
    session.go(session.wizard.narrow(only_mine=True))
    session.say("Going on now stops only at what needs you. The word everything brings all back.")


def everything(session: Session) -> None:
    """Stop at every question again."""
    session.go(session.wizard.narrow(only_mine=False))
