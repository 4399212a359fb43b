"""`answers.toml`: read whole, written whole, told apart from a cut one by the last table, `[end]`.

Knows nothing of the questions: what an answer may hold is the core's.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import tomli_w

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.text import clean, clean_line
from sendwizard.core.years import is_school_year
from sendwizard.errors import UnreadableError
from sendwizard.store.answers_top import dump_top, read_top
from sendwizard.store.atomic import write_atomic
from sendwizard.store.confined import named
from sendwizard.store.toml_read import (
    TomlFile,
    parsed,
    read_text,
    read_toml,
    refusal,
    refuse_monsters,
)

FILE_NAME = "answers.toml"
FORMAT = 1
HEADER = (
    "# The answers of one school year, for the SEN information report. You may edit it with\n"
    "# care; of your own comments none outlives the next save. Keep [end] as the last line.\n\n"
)
_TOP = frozenset(
    {"format", "bank", "edition", "year", "answers", "end"}
    | {"began", "archive", "published", "approvals", "migrated", "finished"}
)
_TEXTS = ("note", "not_applicable", "how", "since")
_END = re.compile(r"""(?:\[\s*(?:end|"end"|'end')\s*\]|end\s*=\s*\{\s*\})\s*(?:\#.*)?""")
_OURS = frozenset({"value", "source", "on", "set_aside", *_TEXTS})


def read_answers(path: Path) -> Answers:
    """The year's answers.

    Raises UnreadableError, with the key and line, where it is not a whole answers file of ours.
    """
    text = read_text(path)
    cut = UnreadableError(f"{named(path)} was cut short: its last line, [end], is missing.")
    if not _has_end(text):  # before it is parsed: most of what is cut is no TOML any more
        raise cut
    refuse_monsters(path, text)
    file = parsed(path, text)
    if file.data.get("end") != {} or next(reversed(file.data)) != "end":
        raise cut
    form = file.data.get("format")
    too_new = (
        f"{named(path)} is not in format {FORMAT}. A newer sendwizard may have written it: "
        "install the newest one to open it."
    )
    if type(form) is not int or form < FORMAT:
        raise UnreadableError(too_new)
    try:
        return _taken_apart(file, form)
    except UnreadableError:
        if form > FORMAT:
            raise UnreadableError(too_new) from None
        raise


def _has_end(text: str) -> bool:
    """Whether the last line that says something is [end]."""
    end = len(text)
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip()
        if line and not line.startswith("#"):
            return _END.fullmatch(line) is not None
        end = begin - 1
    return False


def _taken_apart(file: TomlFile, form: int) -> Answers:
    year = _text(file, "year")
    if not is_school_year(year):
        raise refusal(
            file, file.problem(("year",), f"“{year}” is not a school year such as 2026-27.")
        )
    table = file.data.get("answers", {})
    if not isinstance(table, dict):
        raise refusal(file, file.problem(("answers",), "This is a table: [answers.QUESTION]."))
    return Answers(
        year=year,
        bank=_text(file, "bank"),
        edition=_text(file, "edition"),
        by_id={str(key): _answer(file, str(key), each) for key, each in table.items()},
        format=form,
        **read_top(file),
        extra={key: value for key, value in file.data.items() if key not in _TOP},
    )


def line_of(path: Path, key: tuple[str, ...]) -> int | None:
    """The line that a key of the file stands on. Raises as `read_answers` does."""
    return read_toml(path).problem(key, "").line


def _text(file: TomlFile, key: str) -> str:
    value = file.data.get(key)
    if not isinstance(value, str):
        raise refusal(file, file.problem((key,), "This is a text in quotes."))
    return clean_line(value)


def _answer(file: TomlFile, question_id: str, table: object) -> Answer:
    place = ("answers", question_id)
    if not isinstance(table, dict):
        raise refusal(file, file.problem(place, "An answer is a table with a value."))
    texts = {key: table.get(key, "") for key in _TEXTS}
    for key, text in texts.items():
        if not isinstance(text, str):
            raise refusal(file, file.problem((*place, key), "This is a text in quotes."))
    source = table.get("source", "given")
    if source not in [each.value for each in Source]:
        known = ", ".join(each.value for each in Source)
        raise refusal(file, file.problem((*place, "source"), f"This is one of {known}."))
    on = table.get("on")
    if on is not None and (not isinstance(on, date) or isinstance(on, datetime)):
        raise refusal(file, file.problem((*place, "on"), "This is a date such as 2026-11-23."))
    set_aside = table.get("set_aside", {})
    if not isinstance(set_aside, dict) or not all(isinstance(v, str) for v in set_aside.values()):
        shape = 'This is { "CODE words" = "reason" }.'
        raise refusal(file, file.problem((*place, "set_aside"), shape))
    return Answer(
        value=_value(file, (*place, "value"), table.get("value")),
        source=Source(source),
        on=on if isinstance(on, date) else None,
        note=clean(texts["note"]),
        not_applicable=clean(texts["not_applicable"]),
        how=clean(texts["how"]),
        since=clean(texts["since"]),
        set_aside={code: clean(reason) for code, reason in set_aside.items()},
        extra={key: value for key, value in table.items() if key not in _OURS},
    )


def _value(file: TomlFile, place: tuple[str, str, str], raw: object) -> Value | None:
    value = value_from(raw)
    if value is None and raw is not None:
        raise refusal(file, file.problem(place, "This is not a value that an answer can have."))
    return value


def value_from(raw: object) -> Value | None:
    """The value that is written as `raw` in a file; None for nothing, and for what is no value."""
    match raw:
        case bool() | int():
            return raw
        case str():
            return clean(raw)
        case date() if not isinstance(raw, datetime):
            return raw
        case list() if all(isinstance(each, str) for each in raw):
            return tuple(map(clean, raw))
        case list() if all(_is_row(each) for each in raw):
            return tuple(
                {key: clean(cell) if isinstance(cell, str) else cell for key, cell in row.items()}
                for row in raw
            )
    return None


def _is_row(each: object) -> bool:
    return isinstance(each, dict) and all(
        isinstance(cell, str | bool | int | date) and not isinstance(cell, datetime)
        for cell in each.values()
    )


def dump_answers(answers: Answers) -> bytes:
    """The bytes of the file, equal for equal answers."""
    table = {key: _table(answer) for key, answer in answers.by_id.items()}
    top: dict[str, object] = {
        "format": FORMAT,
        "bank": answers.bank,
        "edition": answers.edition,
        "year": answers.year,
        **dump_top(answers),
        **answers.extra,
    }
    if table:
        top["answers"] = table
    body = tomli_w.dumps(top | {"end": {}}, multiline_strings=True)
    return (HEADER + body).encode()


def _table(answer: Answer) -> Mapping[str, object]:
    table: dict[str, object] = {}
    if answer.value is not None:
        value = answer.value
        table["value"] = list(value) if isinstance(value, tuple) else value
    if answer.not_applicable:
        table["not_applicable"] = answer.not_applicable
    table["source"] = answer.source.value
    if answer.on is not None:
        table["on"] = answer.on
    if answer.note:
        table["note"] = answer.note
    if answer.since:
        table["since"] = answer.since
    if answer.how:
        table["how"] = answer.how
    if answer.set_aside:
        table["set_aside"] = dict(answer.set_aside)
    return table | dict(answer.extra)


def write_answers(path: Path, answers: Answers) -> None:
    """Replace the file, whole or not at all. Raises UnwritableError."""
    write_atomic(path, dump_answers(answers))
