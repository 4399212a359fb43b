"""What the editor finds in the open answer: said when it is saved, and set aside with a word."""

from typing import TYPE_CHECKING

from sendwizard.core.findings import Severity
from sendwizard.core.placing import why_left
from sendwizard.core.words import SEVERITY, count
from sendwizard.plain.session import Session
from sendwizard.plain.talk import Said
from sendwizard.plain.walking import go_to

if TYPE_CHECKING:
    from sendwizard.office.checking import Looked


def say_found(session: Session) -> None:
    """The worst that was found in the answer just saved; a tip waits until it is asked for."""
    every = session.looked_over().findings
    if every and every[0].severity is not Severity.TIP:
        first = f"{SEVERITY[every[0].severity].capitalize()}: {session.words(every[0].beside)}"
        more = len(every) - 1
        others = f" {more} more {'was' if more == 1 else 'were'} found." if more else ""
        session.say(f"{first}{others} Go back to that question, and the word found says all of it.")


def say_how_many(session: Session) -> None:
    """How much was found in the answer that stands here."""
    looked = session.looked_over()
    if looked.findings or looked.set_aside:
        session.say(f"{_how_many(looked)} The word found says what.")


def _how_many(looked: "Looked") -> str:
    found_here, left = len(looked.findings), len(looked.set_aside)
    what = f"{count(found_here, 'thing was', 'things were')} found in this answer"
    return f"{what}, and {left} set aside." if left else f"{what}."


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
    session.say(f"{_how_many(looked)} Changing the answer mends one.")
    back = " or take back" if looked.set_aside else ""
    picked = session.pick(lines, f"Number to set aside{back}")
    if picked is None:
        return
    if session.sitting.read_only:
        session.say(session.sitting.read_only)
        return
    place = picked - len(looked.findings)
    from sendwizard.office.checking import set_aside, taken_back  # noqa: PLC0415 - 0.1 s

    if place >= 0:
        finding = looked.set_aside[place].finding
        session.go(taken_back(session.wizard, finding), "It is to be looked at again.")
        return
    reason = session.ask("Why it can stand, in a few words that the head reads")
    if reason.strip():
        session.go(set_aside(session.wizard, looked.findings[picked], reason), "Set aside.")
    else:
        session.say("Nothing was set aside: say in a few words why it can stand.")


def spelling(session: Session) -> None:
    """The words that no dictionary knows, with what is near each; a number goes there."""
    from sendwizard.language.said import Known  # noqa: PLC0415 - seldom needed
    from sendwizard.office.spelling import Speller, all_spelled  # noqa: PLC0415 - ditto

    session.say("The dictionary is being asked.")
    wizard = session.wizard
    known = Known(wizard.bank, wizard.answers, session.today)
    with Speller() as speller:
        every = all_spelled(known, speller)
    words = [each for each in every if not why_left(wizard.answers, each)]
    if not words:
        session.say("Every word is in the dictionary, or is a name or a word of SEN that we know.")
        return
    session.say(f"{count(len(words), 'word')} to look at. The word correct puts one right.")
    lines = [
        Said(f"{each.beside} {session.prompt(wizard.bank.by_id[each.question])}") for each in words
    ]
    go_to(session, lines, [wizard.bank.by_id[each.question] for each in words])
