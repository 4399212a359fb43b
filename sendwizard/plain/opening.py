"""What is said first of a year: where it stands, and how to go on."""

from sendwizard.core.editions import is_newer
from sendwizard.core.time_left import minutes_left, say_minutes
from sendwizard.core.words import LEAVING
from sendwizard.office.at_home import AtHome
from sendwizard.plain.session import Session

HOW = (
    "Type an answer, or a word: next, back, guidance, contents, leave. The word help says them "
    "all. An empty line leaves an answer as it is and goes on."
)
LAST_YEAR = (
    "Last year’s answers count once you have looked at them: the word keep (it is still true) "
    "keeps one, and typing gives a new one."
)
_WELCOME = (
    "Welcome. This wizard helps you to write your school’s SEN information report, one question "
    "at a time. It takes about three hours in all, in as many sittings as you like. Good to have "
    "at hand: last year’s report, how families reach your SENCO, and what training staff have "
    "had, with dates.\nThe first few questions decide which of the others you are asked. If you "
    "have last year’s report as a file, the word beside puts it beside the questions."
)


def say_opening(session: Session, told: tuple[str, ...] = ()) -> None:
    """Where the year stands, what is new, and the words that everybody needs.

    `told` is what is to be said first of a year that was just begun.
    """
    wizard, sitting = session.wizard, session.sitting
    session.say(f"SEN information report {sitting.year}.")
    if wizard.starting and sitting.resume is None:
        session.say(_WELCOME)
    for line in AtHome.of(sitting, wizard, session.today, told).lines(others=False):
        session.say(line)
    minutes = minutes_left(wizard)
    if minutes and not wizard.starting:
        session.say(f"Time left: {say_minutes(minutes)}.")
    if is_newer(wizard.bank, wizard.answers):
        session.say("There are newer questions. The word new questions says what they mean.")
    session.once(HOW)
    if wizard.answers.began is not None and wizard.answers.began.year:
        session.once(LAST_YEAR)
    session.say(LEAVING)
