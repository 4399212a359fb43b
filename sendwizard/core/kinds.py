"""What each kind of answer takes: from what a person types to a value, and back to words.

Reads no question's wording and decides nothing about duties. A value that cannot be taken raises
`KindError`, whose sentence says what would be taken.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sendwizard.core.answers import Row, Scalar, Value, is_empty
from sendwizard.core.bank import Column, Kind, Option, Question, nearest
from sendwizard.core.contacts import parse_email, parse_phone, parse_url
from sendwizard.core.days import parse_day
from sendwizard.core.kind_error import KindError as KindError  # noqa: PLC0414 - all import it here
from sendwizard.core.text import clean, clean_line

LONGEST = 100_000
"""Characters that one text may have: a passage of some 15,000 words."""
LONGEST_LINE = 2_000
"""Characters that a paste into one line may make; the longest web addresses are shorter."""

_COLOUR = re.compile(r"#?[0-9a-fA-F]{6}")
_YES = frozenset({"yes", "y", "true"})
_NO = frozenset({"no", "n", "false"})


def _line(text: str, column: Column) -> str:
    line = clean_line(text)
    if column.form == "colour":
        if not _COLOUR.fullmatch(line):
            raise KindError("Write the colour as six figures and letters, for example #1d4f7a.")
        return f"#{line.removeprefix('#').lower()}"
    return line


def _passage(text: str, _column: Column) -> str:
    return clean(text)


def _yes_no(text: str, _column: Column) -> bool:
    word = text.strip().lower()
    if word in _YES | _NO:
        return word in _YES
    raise KindError("Answer yes or no.")


def _number(text: str, column: Column) -> int:
    digits = text.strip().replace(",", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len("1000000000")):
        raise KindError("Write a whole number in figures, for example 210.")
    return _in_bounds(int(digits), column)


def _in_bounds(number: int, column: Column) -> int:
    if column.least is not None and number < column.least:
        raise KindError(f"Write a number that is at least {column.least}.")
    if column.most is not None and number > column.most:
        raise KindError(f"Write a number that is at most {column.most}.")
    return number


def _choice(text: str, column: Column) -> str:
    wanted = clean_line(text)
    for option in column.options:
        if wanted.lower() in (option.id, option.label.lower()):
            return option.id
    known = [option.id for option in column.options]
    raise KindError(
        f"“{wanted}” is not one of the answers: {', '.join(known)}.{nearest(wanted, known)}"
    )


def _contact(parse: Callable[[str], str]) -> Callable[[str, Column], Scalar]:
    return lambda text, _column: parse(text)


_PARSERS: Mapping[Kind, Callable[[str, Column], Scalar]] = {
    Kind.LINE: _line,
    Kind.PASSAGE: _passage,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.EMAIL: _contact(parse_email),
    Kind.PHONE: _contact(parse_phone),
    Kind.URL: _contact(parse_url),
}


def parse_field(column: Column, text: str, *, today: date | None = None) -> Scalar | None:
    """The value of what was typed into one field, None where it is blank.

    `today` is the day that the word means; None where the word is not taken. Raises KindError with
    a sentence that says what would be taken.
    """
    if len(text) > LONGEST:
        raise KindError(f"That is too long: an answer has at most {LONGEST:,} characters.")
    if not text.strip():
        return None
    if column.kind is Kind.DATE:
        return parse_day(text, today)
    value = _PARSERS[column.kind](text, column)
    return None if is_empty(value) else value


def choices_value(question: Question, ids: Sequence[object]) -> Value | None:
    """The chosen options in the bank's order, None where there are none.

    Raises KindError for what is not an option.
    """
    chosen = {_choice(_as_text(each), question.column) for each in ids}
    return tuple(option.id for option in question.options if option.id in chosen) or None


def rows_value(
    question: Question, rows: Sequence[object], *, today: date | None = None
) -> Value | None:
    """The rows with each cell as its kind has it; empty rows go; None where none is left.

    Raises KindError for an unknown column, a cell that its kind refuses, or too many rows.
    """
    parsed = tuple(row for row in (_row(question, each, today) for each in rows) if row)
    if question.most is not None and len(parsed) > question.most:
        rows_word = "row" if question.most == 1 else "rows"
        raise KindError(f"This answer takes at most {question.most} {rows_word}.")
    return parsed or None


def _row(question: Question, row: object, today: date | None) -> Row:
    columns = {column.id: column for column in question.columns}
    if not isinstance(row, Mapping):
        raise KindError(f"Give each row by its columns: {', '.join(columns)}.")
    cells: dict[str, Scalar] = {}
    for column_id, cell in row.items():
        column = columns.get(str(column_id))
        if column is None:
            known = ", ".join(columns)
            raise KindError(f"There is no column “{column_id}”. The columns are {known}.")
        try:
            value = parse_field(column, _as_text(cell), today=today)
        except KindError as error:
            raise KindError(f"{column.label}: {error}") from None
        if value is not None:
            cells[column.id] = value
    return {column_id: cells[column_id] for column_id in columns if column_id in cells}


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple | Mapping):
        raise KindError("This is a single value, not a list or a table.")
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def value_of(question: Question, raw: object, *, today: date | None = None) -> Value | None:
    """The value of what a file or a script holds for a question, None where it is empty.

    Raises KindError where the kind refuses it.
    """
    if question.kind in (Kind.CHOICES, Kind.ROWS):
        if isinstance(raw, str) or not isinstance(raw, Sequence):
            raise KindError("This answer is a list.")
        if question.kind is Kind.CHOICES:
            return choices_value(question, raw)
        return rows_value(question, raw, today=today)
    if isinstance(raw, Sequence | Mapping) and not isinstance(raw, str):
        raise KindError("This answer is a single value, not a list.")
    return parse_field(question.column, _as_text(raw), today=today)


def field_text(value: Scalar | None) -> str:
    """The value as it stands in its field, to be typed on."""
    if isinstance(value, date):
        return say_date(value)
    if value is None:
        return ""
    return _as_text(value)


def say_date(day: date) -> str:
    """A day as people read it: 12 March 2026."""
    return f"{day.day} {day:%B %Y}"


def say_field(column: Column, value: Scalar) -> str:
    """One value in words: an option by its label, a date as people read it."""
    if column.kind is Kind.CHOICE:
        return label_of(column.options, str(value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return say_date(value) if isinstance(value, date) else str(value)


def label_of(options: Sequence[Option], option_id: str) -> str:
    """The words of an option; its id where the bank no longer has it."""
    return next((option.label for option in options if option.id == option_id), option_id)


def say(question: Question, value: Value | None) -> str:
    """The value in words, on as many lines as it needs; "" where there is none."""
    if value is None:
        return ""
    if not isinstance(value, tuple):
        return say_field(question.column, value)
    return "\n".join(
        "; ".join(
            f"{column.label}: {say_field(column, each[column.id])}"
            for column in question.columns
            if column.id in each
        )
        if isinstance(each, Mapping)
        else label_of(question.options, each)
        for each in value
    )


def say_any(value: Value) -> str:
    """A value in words without its question, for one that no question takes any more."""
    if isinstance(value, tuple):
        return "\n".join(
            "; ".join(map(say_any, each.values())) if isinstance(each, Mapping) else each
            for each in value
        )
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return say_date(value) if isinstance(value, date) else str(value)
