"""The words for a year that began with last year's answers or last year's report."""

from sendwizard.core.by_words import PieceKind, by_words
from sendwizard.core.kinds import say, say_date
from sendwizard.core.last_year import old_of, running, said, why_read_first
from sendwizard.core.route import Status
from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.office.reading import last_report
from sendwizard.plain import walking
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said


def keep(session: Session) -> None:
    """Last year's answer is still true; then the next question.

    Where something has changed, or nobody has said yet, the first time only asks to read it.
    """
    wizard = session.wizard
    if wizard.statuses[wizard.at] is not Status.CARRIED:
        session.say("There is nothing from last year to keep here.")
        return
    asks = wizard.first_to_read
    if asks is not None and session.told_to_read != wizard.at:
        session.told_to_read = wizard.at
        session.say(f"{why_read_first(wizard, asks)}; keep again keeps it.")
        return
    session.settled()
    if session.go(wizard.keep(session.today), "Kept."):
        walking.next_(session)


def how(session: Session) -> None:
    """How one knows that what was kept is still true."""
    wizard = session.wizard
    if wizard.statuses[wizard.at] is Status.CARRIED or wizard.look_again() is wizard:
        session.say("This is for an answer of last year’s that you have kept.")
        return
    now = wizard.current.how
    text = session.ask_over("How do you know? Governors see it", now)
    if text != now:
        session.go(wizard.say_how(text))


def look_again(session: Session) -> None:
    """What was kept is not checked after all."""
    after = session.wizard.look_again()
    if after is session.wizard:
        session.say("Nothing was kept here.")
    else:
        session.go(after, "It is last year’s again, not checked yet.")


def last_year(session: Session) -> None:
    """What was said last year, and what is different now."""
    wizard = session.wizard
    old = old_of(wizard, session.sitting.before)
    if old is None:
        session.say("There is nothing from last year here.")
        return
    when = f", {say_date(old.on)}" if old.on else ""
    session.say(f"Last year{when}: {said(wizard.question, old)}")
    if old.how:
        session.say(f"How that was known: {old.how}")
    if words := running(wizard):
        session.say(words)
    now = say(wizard.question, wizard.current.value)
    if isinstance(old.value, str) and now and now != old.value:
        for piece in by_words(old.value, now):
            if piece.kind is not PieceKind.SAME:
                mark = "Taken out" if piece.kind is PieceKind.GONE else "Put in"
                session.say(f"{mark}: {piece.text.strip()}")


def old_report(session: Session) -> None:
    """Look for words in last year's report, and copy a passage in as not checked yet."""
    text = last_report(session.sitting.school, session.sitting.year)
    if not text:
        session.say("No report of last year stands beside the questions. The word beside puts one.")
        return
    wanted = session.ask("Words to find in last year’s report").casefold().split()
    passages = [passage.strip() for passage in text.split("\n\n") if passage.strip()]
    found = [each for each in passages if all(word in each.casefold() for word in wanted)]
    if not found:
        session.say("Nothing was found.")
        return
    session.say(f"{count(len(found), 'passage')}.")
    picked = session.pick([Said(each) for each in found], "Number to copy in")
    if picked is None:
        return
    if session.sitting.read_only:
        raise UsageError("Nothing was copied: these answers can only be looked at.")
    after = session.wizard.bring(found[picked])
    session.heard = ""
    session.go(after, "Copied in, not checked yet. Read it, and then keep it or type your own.")
