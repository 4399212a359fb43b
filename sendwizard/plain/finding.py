"""What the editor finds in the open answer: said when it is saved, and set aside with a word."""

from sendwizard.core.findings import Severity
from sendwizard.core.words import SEVERITY, count
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said
from sendwizard.plain.walking import go_to


def say_found(session: Session) -> None:
    """The worst that was found in the answer just saved; a tip waits until it is asked for."""
    worth = [e for e in session.looked().findings if e.severity is not Severity.TIP]
    if worth:
        first = f"{SEVERITY[worth[0].severity].capitalize()}: {session.words(worth[0].beside)}"
        more = len(worth) - 1
        others = f" {more} more {'was' if more == 1 else 'were'} found." if more else ""
        session.say(f"{first}{others} Go back to that question, and the word found says all of it.")


def say_how_many(session: Session) -> None:
    """How much was found in the answer that stands here."""
    found_here = session.looked().findings
    if found_here:
        what = count(len(found_here), "thing was", "things were")
        session.say(f"{what} found in this answer. The word found says what.")


def found(session: Session) -> None:
    """Everything found in the open answer; a number sets one aside, or takes that back."""
    looked = session.looked()
    lines = [
        Said(f"{SEVERITY[each.severity].capitalize()}: {session.words(each.beside)}")
        for each in looked.findings
    ]
    lines += [
        Said(f"{each.beside}", "" if n else "Set aside; its number takes that back:")
        for n, each in enumerate(looked.set_aside)
    ]
    if not lines:
        session.say("Nothing was found in this answer.")
        return
    session.say(f"{count(len(lines), 'thing')} found. Changing the answer mends one.")
    picked = session.pick(lines, "Number to set aside")
    if picked is None:
        return
    if session.sitting.read_only:
        session.say(session.sitting.read_only)
        return
    place = picked - len(looked.findings)
    if place >= 0:
        key = looked.set_aside[place].finding.key
        session.go(session.wizard.set_aside(key, ""), "It is to be looked at again.")
        return
    from sendwizard.office.checking import set_aside  # noqa: PLC0415 - every rule: 0.1 s

    reason = session.ask("Why it can stand, in a few words that the head reads")
    if reason.strip():
        session.go(set_aside(session.wizard, looked.findings[picked], reason), "Set aside.")


def spelling(session: Session) -> None:
    """The words that no dictionary knows, with what is near each; a number goes there."""
    from sendwizard.language.said import Known  # noqa: PLC0415 - seldom needed
    from sendwizard.office.spelling import Speller, all_spelled  # noqa: PLC0415 - ditto

    session.say("The dictionary is being asked.")
    wizard = session.wizard
    known = Known(wizard.bank, wizard.answers, session.today)
    with Speller() as speller:
        every = all_spelled(known, speller)
    words = [e for e in every if e.key not in wizard.answers.get(e.question).set_aside]
    session.say(f"{count(len(words), 'word')} to look at. The word correct puts one right.")
    lines = [
        Said(f"{each.beside} {session.prompt(wizard.bank.by_id[each.question])}") for each in words
    ]
    go_to(session, lines, [wizard.bank.by_id[each.question] for each in words])
