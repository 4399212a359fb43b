"""The words that change the open answer: added to, put right, taken out, set aside, noted."""

from sendwizard.core.bank import Kind
from sendwizard.core.kinds import parse_field
from sendwizard.errors import UsageError
from sendwizard.plain import rows
from sendwizard.plain.finding import say_found
from sendwizard.plain.session import Session
from sendwizard.plain.values import passage, what_was_saved

_IN_WORDS = (Kind.LINE, Kind.PASSAGE, Kind.EMAIL, Kind.PHONE, Kind.URL)


def add(session: Session) -> None:
    """More behind the passage or the rows that stand there."""
    question = session.wizard.question
    if question.columns:
        rows.add_row(session)
        return
    if question.kind is not Kind.PASSAGE:
        raise UsageError("This answer is one line. Type it anew, or use the word correct.")
    now = session.wizard.current.value
    session.say("Type what comes after it, then a line with a full stop alone.")
    _take(session, passage(session, None, now if isinstance(now, str) else ""))


def correct(session: Session) -> None:
    """A few words of the answer become others; the rest stays as it is."""
    question, now = session.wizard.question, session.wizard.current.value
    if question.kind not in _IN_WORDS or not isinstance(now, str):
        raise UsageError("There are no words here to put right. Type the answer.")
    wrong = session.ask("Words to put right, as they stand there").strip()
    if not wrong:
        return
    found = now.count(wrong)
    if not found:
        raise UsageError(f"“{wrong}” does not stand there. Capital and small letters count.")
    if found > 1:
        raise UsageError(f"“{wrong}” stands there {found} times. Type more of the words around it.")
    _take(session, now.replace(wrong, session.ask_over("What they become", "").strip()))


def _take(session: Session, text: str) -> None:
    """The open question with this text. Raises KindError."""
    value = parse_field(session.wizard.question.column, text)
    session.settled()
    if session.go(session.wizard.answer(value, session.today), "") and not session.unsaved:
        session.say(what_was_saved(session))
        say_found(session)


def take_out(session: Session) -> None:
    """No answer here any more; the history keeps what stood."""
    if not session.wizard.current.says_something and not session.draft:
        raise UsageError("There is no answer here to take out.")
    session.settled()
    session.go(session.wizard.withdraw(session.today), "Taken out. The history keeps it.")


def not_applicable(session: Session) -> None:
    """The question does not apply to this school, for a reason that the report prints."""
    wizard = session.wizard
    if not wizard.question.allows_not_applicable:
        wizard.not_applicable("?", session.today)  # raises, with the sentence on why not
    now = wizard.current.not_applicable
    if now:
        session.say(f"Now: {now}")
    reason = session.ask("Why it does not apply, in a few words that the report prints")
    if reason.strip():
        session.settled()
        session.go(wizard.not_applicable(reason, session.today), "Saved: does not apply.")


def note(session: Session) -> None:
    """A reminder to oneself, never printed."""
    now = session.wizard.current.note
    text = session.ask_over("Reminder to yourself, never printed", now)
    if text != now:
        session.go(session.wizard.note(text), "Saved." if text else "The reminder is taken away.")
