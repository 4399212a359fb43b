"""Reads a question out, and hears what is typed at it: a word, an answer, or an empty line."""

from sendwizard.core.bank import Kind, Question, nearest
from sendwizard.core.fit import fits
from sendwizard.core.kinds import KindError, say, say_any
from sendwizard.core.sections import is_last_of_section, standing_of
from sendwizard.core.table_rows import most_rows, table_of
from sendwizard.core.unfinished import missing_by_row
from sendwizard.core.words import STATUS, asked_by, count
from sendwizard.errors import SendwizardError
from sendwizard.plain import walking
from sendwizard.plain.commands import BY_NAME, Word, word_for
from sendwizard.plain.finding import say_found, say_how_many
from sendwizard.plain.rows import lines_of
from sendwizard.plain.session import Session
from sendwizard.plain.speech import quoted, sentence
from sendwizard.plain.talk import BackError, LeaveError
from sendwizard.plain.values import label, length, value_from, what_was_saved

ONLY_LOOKS = "A word"
_AT_END = "A word: report, answers, review, contents, back or leave"
_REPLACES = (
    "Typing replaces it; what is replaced stays in the history. The word add goes on at its end, "
    "and correct puts a few words right."
)
_ROWS_ANEW = (
    "Typing gives all rows anew. The words add, change 2, remove 2 and move 2 up leave the others "
    "as they are."
)
_LAST_HERE = (
    "This is the last question of the section. When you have finished the section, the word "
    "finished marks it."
)


def ask(session: Session) -> None:
    """One turn: read the question out where that is due, and do what is typed."""
    if session.ended:
        raise LeaveError
    if session.at_end:
        _at_end(session)
        return
    question = session.wizard.question
    if session.heard == question.id:
        session.say(f"{_number(session)} again: {session.prompt(question)}")
    else:
        read(session)
    session.heard = question.id
    typed = session.hear(ONLY_LOOKS if session.sitting.read_only else label(question))
    if typed is None:
        raise LeaveError
    respond(session, typed)


def _at_end(session: Session) -> None:
    typed = session.hear(_AT_END)
    if typed is None:
        raise LeaveError
    word = word_for(session, typed)
    if word is not None:
        do(session, word)
    elif typed.strip():
        session.say("That is not one of the words. The word help says them all.")


def respond(session: Session, typed: str) -> None:
    """Do what a line at the open question says."""
    word = word_for(session, typed)
    if word is not None:
        do(session, word)
    elif not typed.strip():
        walking.next_(session)
    elif session.sitting.read_only:
        if session.wizard.question.kind is Kind.PASSAGE and not session.typed.isatty():
            session.until_stop(typed, lambda _: None)
        session.say(session.sitting.read_only)
    else:
        _answer(session, _literal(session, typed))


def do(session: Session, word: Word) -> None:
    """What a word says; a sentence where that cannot be done."""
    if session.sitting.read_only and not word.looks_only:
        session.say(session.sitting.read_only)
        return
    try:
        word.do(session)
    except BackError:
        session.go(session.wizard)
        session.say("Back at the question.")
    except SendwizardError as error:
        session.say(str(error))


def _literal(session: Session, typed: str) -> str:
    """An answer that is itself a word of the table stands in quotation marks."""
    inside = quoted(typed)
    return inside if inside is not None and word_for(session, inside) else typed


def _answer(session: Session, typed: str) -> None:
    """Take the answer that begins with this line, and go on; or ask again."""
    question = session.wizard.question
    if question.kind is Kind.PASSAGE and (meant := nearest(typed.strip().casefold(), BY_NAME)):
        session.say(f"That begins your answer.{meant} A line with a full stop alone ends it.")
    try:
        value = value_from(session, question, typed)
    except BackError:
        session.go(session.wizard)
        session.say("Back at the question.")
        return
    except KindError as error:
        session.say(str(error))
        session.read_back(typed)
        session.refused(typed)
        kept = _now(session, question)
        session.say(f"What stood there is kept: {kept}" if kept else "Your answer is still empty.")
        return
    session.settled()
    before = session.wizard
    if session.go(before.answer(value, session.today), "") and not session.unsaved:
        session.say(what_was_saved(session))
        say_found(session)
    walking.next_(session)


# -- reading out ------------------------------------------------------------------------


def _number(session: Session) -> str:
    wizard = session.wizard
    what = "Getting started, question" if wizard.starting else "Question"
    more = " to look at" if wizard.only_mine else ""
    return f"{what} {wizard.number} of {wizard.progress.total}{more}"


def read(session: Session) -> None:
    """The whole question: where it stands, what asks for it, and what stands there."""
    wizard, question = session.wizard, session.wizard.question
    session.say()
    if session.section != question.section:
        session.section = question.section
        session.say(f"Section: {sentence(wizard.section.title)}")
    session.say(f"{_number(session)}.")
    session.say(session.prompt(question))
    session.say(f"{asked_by(wizard.bank, question)}.")
    _read_answer(session, question)
    if session.draft:
        session.say(f"Typed here before, and not taken yet: {session.draft}")
    if wizard.current.note:
        session.say(f"Reminder to yourself: {wizard.current.note}")
    say_how_many(session)
    _read_options(session, question)
    last = is_last_of_section(wizard) and not standing_of(wizard).marked and not wizard.starting
    if last and not session.sitting.read_only:
        session.once(_LAST_HERE)


def _read_answer(session: Session, question: Question) -> None:
    wizard = session.wizard
    status = STATUS[wizard.statuses[question.id]]
    answer = wizard.current
    if question.kind is Kind.PASSAGE and question.words is not None and not answer.says_something:
        session.say(f"Aim for {question.words[0]} to {question.words[1]} words.")
    if answer.not_applicable and answer.value is None:
        session.say(f"Now ({status}): {answer.not_applicable}")
    elif question.kind is Kind.ROWS and (rows := table_of(question, answer.value)):
        _read_rows(session, question, status, lines_of(question, rows))
    elif question.kind is Kind.PASSAGE and isinstance(answer.value, str):
        size = length(question, answer.value)
        session.say(f"Now ({status}), {size}:\n{answer.value}")
        if not session.sitting.read_only:
            session.once(_REPLACES)
    else:
        now = _now(session, question)
        session.say(f"Now ({status}): {now}" if now else f"Now: {status}.")
    if answer.how:
        session.say(f"How you know that it is still true: {answer.how}")


def _read_rows(session: Session, question: Question, status: str, lines: list[str]) -> None:
    single = most_rows(question) == 1
    session.say(f"Now ({status}):" if single else f"Now ({status}), {count(len(lines), 'row')}:")
    for line in lines:
        session.say(line)
    if missing := missing_by_row(question, session.wizard.current.value):
        session.say(missing)
    if not (single or session.sitting.read_only):
        session.once(_ROWS_ANEW)


def _read_options(session: Session, question: Question) -> None:
    value = session.wizard.current.value
    chosen = value if isinstance(value, tuple) else (value,)
    if question.options:
        session.say(f"{count(len(question.options), 'answer')} to choose from.")
    for number, option in enumerate(question.options, 1):
        mark = ", chosen" if option.id in chosen else ""
        session.say(f"{number}. {option.label}{mark}.")


def _now(session: Session, question: Question) -> str:
    """What stands there, in words; "" for nothing."""
    value = session.wizard.current.value
    if value is None:
        return ""
    words = say(question, value) if fits(question, value) else say_any(value)
    return "; ".join(words.splitlines()) if isinstance(value, tuple) else words
