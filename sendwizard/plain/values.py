"""Hears an answer out: one line, a choice, or a passage of many lines. Rows are in `rows`."""

import re
from collections.abc import Sequence

from sendwizard.core.answers import Value
from sendwizard.core.bank import Kind, Option, Question
from sendwizard.core.kinds import KindError, choices_value, parse_field, say
from sendwizard.core.pasted import from_paste, line_from_paste
from sendwizard.core.table_rows import most_rows
from sendwizard.core.unfinished import missing_by_row
from sendwizard.core.words import count
from sendwizard.plain.rows import fresh_rows, saved
from sendwizard.plain.session import Session

_PASTED = re.compile("[\t\u00a0\u00ad\u200b\u2022\u2023\u2043\u25aa\u25cf\u25e6\uf0a7\uf0b7\ufeff]")
"""Signs that come from Word or a web page, and that nobody types."""
_AND = re.compile(r",|\band\b|\s+(?=\d)", re.IGNORECASE)


def label(question: Question) -> str:
    """What to type at this question."""
    match question.kind:
        case Kind.CHOICE:
            return "Number of your answer"
        case Kind.CHOICES:
            return "Numbers of your answers, with commas"
        case Kind.PASSAGE:
            return "Your answer, then a line with a full stop alone"
        case Kind.ROWS:
            return f"{question.columns[0].label}, or a word"
        case Kind.YES_NO:
            return "Yes or no"
        case Kind.DATE:
            return "A date"
        case Kind.NUMBER:
            return "A number"
        case _:
            return "Your answer"


def about(question: Question) -> str:
    """How this question is answered, for `help`."""
    match question.kind:
        case Kind.CHOICE:
            return "Type the number of one answer, or its first words."
        case Kind.CHOICES:
            return "Type the numbers of all that fit with commas, for example 1, 3."
        case Kind.PASSAGE:
            return (
                "Type as many lines as you like, and then a line that holds a single full stop. A "
                "line that begins with a dash and a space is a point of a list. Typing replaces "
                "what stands there, and what is replaced stays in the history; the word add goes "
                "on at its end, and correct puts a few words right."
            )
        case Kind.ROWS if most_rows(question) == 1:
            return (
                "You are asked for one thing after the other. The word change goes through what "
                "stands there, one thing at a time."
            )
        case Kind.ROWS:
            return (
                "You are asked for one row after the other; an empty line at the first thing ends "
                "the rows. Typing gives all rows anew, and what is replaced stays in the history. "
                "The words add, change 2, remove 2 and move 2 up leave the other rows as they are."
            )
        case Kind.YES_NO:
            return "Type yes or no, or only the first letter."
        case Kind.DATE:
            return "Type a date as you write it: 12 March 2026, 12/3/2026, or today."
        case _:
            return "Type your answer on one line."


def value_from(session: Session, question: Question, first: str) -> Value | None:
    """The answer that begins with this line; more lines are asked for where its kind needs them.

    Raises KindError where it cannot be taken.
    """
    match question.kind:
        case Kind.PASSAGE:
            return parse_field(question.column, passage(session, first))
        case Kind.CHOICE:
            return option_from(question.options, first)
        case Kind.CHOICES:
            return choices_value(question, _several(question.options, first))
        case Kind.ROWS:
            return fresh_rows(session, question, first)
        case Kind.LINE:
            return parse_field(question.column, tidied_line(first))
    return parse_field(question.column, first, today=session.today)


# -- passages ---------------------------------------------------------------------------


def passage(session: Session, first: str | None, before: str = "") -> str:
    """A passage to its single full stop; what there is so far is put by. `before` stands ahead."""
    question = session.wizard.question

    def meanwhile(so_far: str) -> None:
        try:
            session.put_by(parse_field(question.column, joined(before, so_far)))
        except KindError:
            return  # too long: said when all of it is there

    text = session.until_stop(first, meanwhile)
    return joined(before, from_paste(text) if _PASTED.search(text) else text)


def joined(before: str, text: str) -> str:
    """Two texts as one: a point joins the list before it, anything else is a new paragraph."""
    if not before.strip() or not text.strip():
        return before if before.strip() else text
    goes_on = _is_point(before.rstrip().splitlines()[-1]) and _is_point(text.splitlines()[0])
    return f"{before.rstrip()}{chr(10) if goes_on else chr(10) * 2}{text}"


def _is_point(line: str) -> bool:
    return re.match(r"\s*([-*+]|\d+[.)])\s", line) is not None


def tidied_line(text: str) -> str:
    """One line, without what Word or a web page put into it."""
    return line_from_paste(text) if _PASTED.search(text) else text


# -- choices ----------------------------------------------------------------------------


def option_from(options: Sequence[Option], text: str) -> str:
    """The id of the option that a number, or its first words, mean. Raises KindError."""
    typed = text.strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(options):
        return options[int(typed[:9]) - 1].id
    folded = typed.casefold()
    begin = [option.id for option in options if option.label.casefold().startswith(folded)]
    whole = [option.id for option in options if option.label.casefold() == folded]
    if typed and len(whole or begin) == 1:
        return (whole or begin)[0]
    raise KindError(f"Type a number from 1 to {len(options)}, or the first words of an answer.")


def _several(options: Sequence[Option], text: str) -> list[str]:
    """The options that are meant; the whole line may also be the words of one. Raises KindError."""
    try:
        return [option_from(options, text)]
    except KindError:
        parts = [part.strip() for part in _AND.split(text)]
        return [option_from(options, part) for part in parts if part]


# -- what stands there ------------------------------------------------------------------


def what_was_saved(session: Session) -> str:
    """That the open answer is saved, with what a listener cannot see."""
    question, value = session.wizard.question, session.wizard.current.value
    if value is None:
        return "Saved: no answer."
    if question.kind is Kind.PASSAGE:
        return f"Saved, {length(question, str(value))}."
    if isinstance(value, tuple) and question.kind is Kind.ROWS:
        return f"{saved(question, len(value))} {missing_by_row(question, value)}".rstrip()
    if isinstance(value, tuple):
        return f"Saved: {'; '.join(say(question, value).splitlines())}"
    note = next((option.note for option in question.options if option.id == value), "")
    return f"Saved: {say(question, value)}{chr(10) if note else ''}{session.words(note)}"


def length(question: Question, text: str) -> str:
    """`83 words`, and what to aim at where that is given; never a limit."""
    words = count(len(text.split()), "word")
    if question.words is None:
        return words
    return f"{words}; aim for {question.words[0]} to {question.words[1]}"
