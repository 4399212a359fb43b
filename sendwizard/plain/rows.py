"""Hears a small table row by row. A row can be added, changed, removed or moved alone."""

from sendwizard.core.answers import Row, Value
from sendwizard.core.bank import Column, Question
from sendwizard.core.kinds import KindError, rows_value
from sendwizard.core.table_rows import (
    Table,
    Texts,
    add,
    cell_value,
    most_rows,
    move,
    options_of,
    read_table,
    remove,
    table_of,
    write,
)
from sendwizard.core.unfinished import missing_by_row
from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.plain.session import Session
from sendwizard.plain.talk import EMPTY_IT, BackError

_NEW_ROWS = "An empty line at the first thing ends the rows."
_KEEPS = "An empty line leaves what stands there; take out empties it; back goes to the one before."


def lines_of(question: Question, rows: Table) -> list[str]:
    """Each row on a line of its own."""
    single = most_rows(question) == 1
    return [_line(question, row, "" if single else f"Row {n}. ") for n, row in enumerate(rows, 1)]


def _line(question: Question, row: Texts, start: str) -> str:
    cells = [f"{c.label}: {row[c.id]}" for c in question.columns if row.get(c.id)]
    return f"{start}{'; '.join(cells) or 'empty'}"


# -- all rows anew ----------------------------------------------------------------------


def fresh_rows(session: Session, question: Question, first: str) -> Value | None:
    """Row by row; an empty line at the first column ends the rows, and so does the input's end."""
    return _more_rows(session, question, (), first) or session.wizard.current.value


def _more_rows(session: Session, question: Question, rows: Table, first: str) -> Value | None:
    """Rows behind those that are there, the first of which begins with a line that was heard."""
    label = f"{question.columns[0].label} of the next, or an empty line"
    typed = rows
    line: str | None = first
    try:
        while line is not None and line.strip() and len(typed) < most_rows(question):
            row = _new_row(session, question, typed, line)
            typed = add(typed, (row,), most_rows(question))
            _put_by(session, typed)
            full = len(typed) >= most_rows(question)
            line = None if full else session.line(label, _NEW_ROWS)
    except BackError:
        if typed != rows:
            _take(session, _value(session, typed))
        raise
    return _value(session, typed)


def _new_row(session: Session, question: Question, rows: Table, first: str) -> Texts:
    """Cell by cell; a cell that is refused is asked again, and no cell before it is lost.

    Raises BackError where the person goes back from the first cell.
    """
    row: Texts = {}
    typed: str | None = first
    place = 0
    while place < len(question.columns):
        column = question.columns[place]
        try:
            text = _cell(session, column, row.get(column.id, ""), typed)
        except BackError:
            if not place:
                raise
            place -= 1
            continue
        finally:
            typed = None
        if text is None:
            break
        row = write((row,), 0, column.id, text)[0]
        _put_by(session, (*rows, row))
        place += 1
    return row


def _cell(session: Session, column: Column, now: str, typed: str | None) -> str | None:
    """What is typed for a cell, as it can be taken; None where the input has ended.

    `now` stands there and is left by an empty line; `typed` was heard already.
    """
    label = f"{column.label}, now {now}" if now else column.label
    while True:
        if typed is None:
            _say_options(session, column)
            typed = session.line(label, _KEEPS)
        if typed is None:
            return None
        if now and typed.strip().casefold() == EMPTY_IT:
            return ""
        text = typed if typed.strip() else now
        try:
            cell_value(column, text, session.today)
        except KindError as error:
            session.say(str(error))
            session.read_back(typed)
            typed = None
        else:
            return text


def _say_options(session: Session, column: Column) -> None:
    options = options_of(column) if column.options else ()
    for number, option in enumerate(options, 1):
        session.say(f"{number}. {option.label}")


def _value(session: Session, rows: Table) -> Value | None:
    """The rows as an answer. Raises KindError for too many."""
    question = session.wizard.question
    said: list[Row] = [dict(row) for row in read_table(question, rows, session.today)[0]]
    return rows_value(question, said)


def _put_by(session: Session, rows: Table) -> None:
    if not session.more_waits():
        session.put_by(_value(session, rows))


# -- one row ----------------------------------------------------------------------------


def add_row(session: Session) -> None:
    """More rows behind those that are there."""
    question, rows = session.wizard.question, _rows(session)
    if len(rows) >= most_rows(question):
        session.say(f"There is room for {count(most_rows(question), 'row')} here, and no more.")
        return
    session.say(_NEW_ROWS)
    first = session.ask(question.columns[0].label, _NEW_ROWS)
    if first.strip():
        _take(session, _more_rows(session, question, rows, first))


def change_row(session: Session) -> None:
    """One row, cell by cell; the others stay as they are."""
    question, rows = session.wizard.question, _rows(session)
    at = _which(session, rows, "change")
    if at is None:
        return
    session.say(_KEEPS)
    place = 0
    while place < len(question.columns):
        column = question.columns[place]
        try:
            text = _cell(session, column, rows[at].get(column.id, ""), None)
        except BackError:
            if not place:
                break
            place -= 1
            continue
        if text is None:
            break
        rows = write(rows, at, column.id, text)
        _put_by(session, rows)
        place += 1
    _take(session, _value(session, rows))


def remove_row(session: Session) -> None:
    """One row goes; the history keeps it."""
    rows = _rows(session)
    at = _which(session, rows, "remove")
    if at is not None:
        _take(session, _value(session, remove(rows, at)[0]))


def move_row(session: Session) -> None:
    """One row goes up or down among the others."""
    rows = _rows(session)
    at = _which(session, rows, "move")
    if at is None:
        return
    way = session.behind.partition(" ")[2]
    while way not in ("up", "down"):
        way = session.ask("Up or down").strip().casefold()
        if not way:
            return
    moved, place = move(rows, at, -1 if way == "up" else 1)
    if place == at:
        session.say(f"Row {at + 1} is the {'first' if way == 'up' else 'last'} already.")
    else:
        _take(session, _value(session, moved), f"It is row {place + 1} now.")


def _rows(session: Session) -> Table:
    """The rows of the open question. Raises UsageError where it has none of that kind."""
    if not session.wizard.question.columns:
        raise UsageError("This word is for questions that are answered in rows.")
    return table_of(session.wizard.question, session.wizard.current.value)


def _which(session: Session, rows: Table, what: str) -> int | None:
    """The row that is meant, from 0; None where the person leaves all as it is."""
    if not rows:
        session.say("There is no row yet. Type one.")
        return None
    typed = session.behind.partition(" ")[0]
    if not typed and len(rows) == 1:
        return 0
    while True:
        typed = typed or session.ask(f"Number of the row to {what}").strip()
        if not typed:
            return None
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(rows):
            return int(typed[:9]) - 1
        session.say(f"Type a number from 1 to {len(rows)}, or an empty line.")
        typed = ""


def _take(session: Session, value: Value | None, more: str = "") -> None:
    """The open question with these rows, which are read out again."""
    question = session.wizard.question
    rows: tuple[object, ...] = value if isinstance(value, tuple) else ()
    missing = missing_by_row(question, value)
    said = " ".join(filter(None, (saved(question, len(rows)), more, missing)))
    session.heard = ""
    session.settled()
    session.go(session.wizard.answer(value, session.today), said)


def saved(question: Question, rows: int) -> str:
    """That a table is saved, with its rows; of a contact only that it is."""
    return "Saved." if question.most == 1 else f"Saved, {count(rows, 'row')}."
