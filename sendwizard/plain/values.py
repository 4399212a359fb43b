"""Hears an answer out: one line, numbers, a passage of many lines, or a table cell by cell."""

from sendwizard.core.answers import Row, Scalar, Value
from sendwizard.core.bank import Kind, Question
from sendwizard.core.kinds import KindError, choices_value, parse_field, rows_value
from sendwizard.plain.talk import Session


def label(question: Question) -> str:
    """What to type at this question."""
    match question.kind:
        case Kind.CHOICE:
            return "Number of your answer"
        case Kind.CHOICES:
            return "Numbers of your answers, with commas"
        case Kind.PASSAGE:
            return "Your answer, a single full stop at the end"
        case Kind.ROWS:
            return f"{question.columns[0].label}, or a word"
        case Kind.YES_NO:
            return "Yes or no"
    return "Your answer"


def value_from(session: Session, question: Question, first: str) -> Value | None:
    """The answer that begins with this line; more lines are asked for where its kind needs them.

    Raises KindError where it cannot be taken.
    """
    match question.kind:
        case Kind.PASSAGE:
            return parse_field(question.column, _passage(session, first))
        case Kind.CHOICE:
            return _numbered(question, first.strip())
        case Kind.CHOICES:
            return choices_value(
                question, [_numbered(question, n.strip()) for n in first.split(",")]
            )
        case Kind.ROWS:
            return _rows(session, question, first)
    return parse_field(question.column, first)


def _passage(session: Session, first: str) -> str:
    """Lines to the single full stop, or to the end of the input; kept either way."""
    lines = [first]
    while (line := session.next_line()) not in (".", None):
        lines.append(str(line))
    return "\n".join(lines)


def _numbered(question: Question, text: str) -> str:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(question.options):
        return question.options[int(text) - 1].id
    raise KindError(f"Type a number from 1 to {len(question.options)}.")


def _rows(session: Session, question: Question, first: str) -> Value | None:
    """Row by row; an empty line at the first column ends the rows, and so does the input's end."""
    rows: list[Row] = []
    line: str | None = first
    while line is not None and line.strip():
        rows.append(_row(session, question, line))
        if len(rows) == question.most:
            break
        line = session.line(f"{question.columns[0].label} of the next, or an empty line")
    return rows_value(question, rows) or session.wizard.current.value


def _row(session: Session, question: Question, first: str) -> Row:
    """Cell by cell; a cell that is refused is asked again, and no cell before it is lost."""
    row: dict[str, Scalar] = {}
    line: str | None = first
    for place, column in enumerate(question.columns):
        if place:
            line = session.line(column.label)
        while line is not None:
            try:
                value = parse_field(column, line)
            except KindError as error:
                session.say(str(error))
                line = session.line(column.label)
                continue
            if value is not None:
                row[column.id] = value
            break
    return row
