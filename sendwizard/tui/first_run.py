"""A school's first minutes: a welcome, then how much it is asked. Decides nothing."""

from sendwizard.core.bank import SCHOOL_TYPE
from sendwizard.core.route import DONE
from sendwizard.core.time_left import minutes_left, say_minutes
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, count
from sendwizard.tui.pages import PickPage, numbered


def welcome_page(year: str) -> PickPage:
    """What an empty folder opens with."""
    text = (
        "Welcome. This wizard helps you to write your school’s SEN information report, one "
        "question at a time. It takes about three hours in all, in as many sittings as you like. "
        f"You type, and every word is saved at once. {LEAVING}\n\n"
        "Good to have at hand: last year’s report, how families reach your SENCO, and what "
        "training staff have had, with dates. You can also add each of them later.\n\n"
        "The first few questions decide which of the others you are asked."
    )
    lines = [
        ("nothing", "Begin"),
        ("beside", "Begin with last year’s report beside the questions"),
        ("another_year", "Begin another school year"),
        ("leave", "Leave"),
    ]
    title = f"Your SEN information report for {year}"
    return PickPage(title, text, numbered(lines), back="Esc: begin")


def started_page(wizard: Wizard) -> PickPage:
    """What follows from the first few answers: how much there is to do, and where to begin."""
    needed = sum(question.required for question in wizard.route)
    text = (
        f"Your school is asked {count(len(wizard.route), 'question')}, {needed} of them needed. "
        f"That is {say_minutes(minutes_left(wizard))}, in as many sittings as you like.\n\n"
    )
    if wizard.statuses[SCHOOL_TYPE] not in DONE:
        text += (
            "You have not said yet what type of school it is, so you are asked everything. "
            "F7 goes back to that.\n\n"
        )
    lines = [
        ("nothing", "Begin with the first question"),
        ("contents", "See the contents"),
        ("leave", "Leave"),
    ]
    return PickPage("Your school’s questions", f"{text}{LEAVING}", numbered(lines))
