"""The top of `answers.toml`, beside the answers: how the year began, and what became of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict

from sendwizard.core.answers import Answers, Began, Migrated, Published
from sendwizard.core.text import clean_line
from sendwizard.store.toml_read import TomlFile, refusal


class Top(TypedDict):
    """The parts of `Answers` that are read here."""

    began: Began | None
    archive: Mapping[str, object]
    published: Published | None
    approvals: int
    migrated: Migrated | None
    finished: tuple[str, ...]


def read_top(file: TomlFile) -> Top:
    """What the file says of the year. Raises UnreadableError with the key and line."""
    approvals = file.data.get("approvals", 0)
    if type(approvals) is not int or approvals < 0:
        raise refusal(file, file.problem(("approvals",), "This is a number of approved copies."))
    return Top(
        began=_began(file),
        archive=_table(file, "archive") or {},
        published=_published(file),
        approvals=approvals,
        migrated=_migrated(file),
        finished=_finished(file),
    )


def _table(file: TomlFile, key: str) -> Mapping[str, object] | None:
    table = file.data.get(key)
    if table is not None and not isinstance(table, dict):
        raise refusal(file, file.problem((key,), f"This is a table: [{key}]."))
    return table


def _text(file: TomlFile, table: Mapping[str, object], *place: str) -> str:
    value = table.get(place[-1], "")
    if not isinstance(value, str):
        raise refusal(file, file.problem(place, "This is a text in quotes."))
    return clean_line(str(value))


def _texts(file: TomlFile, table: Mapping[str, object], *place: str) -> tuple[str, ...]:
    values = table.get(place[-1], [])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise refusal(file, file.problem(place, "This is a list of texts in quotes."))
    return tuple(map(clean_line, values))


def _day(file: TomlFile, table: Mapping[str, object], *place: str) -> date | None:
    value = table.get(place[-1])
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise refusal(file, file.problem(place, "This is a date such as 2026-11-23."))


def _began(file: TomlFile) -> Began | None:
    table = _table(file, "began")
    if table is None:
        return None
    year, school, document = (
        _text(file, table, "began", key) for key in ("year", "school", "document")
    )
    return Began(year, school, document, _texts(file, table, "began", "traces"))


def _published(file: TomlFile) -> Published | None:
    table = _table(file, "published")
    if table is None:
        return None
    return Published(
        _text(file, table, "published", "address"),
        _day(file, table, "published", "on"),
        _day(file, table, "published", "council_told"),
    )


def _migrated(file: TomlFile) -> Migrated | None:
    table = _table(file, "migrated")
    if table is None:
        return None
    return Migrated(*(_text(file, table, "migrated", key) for key in ("edition", "save")))


def _finished(file: TomlFile) -> tuple[str, ...]:
    ids = file.data.get("finished", [])
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise refusal(
            file, file.problem(("finished",), 'This is a list of sections: ["teaching"].')
        )
    return tuple(dict.fromkeys(map(clean_line, ids)))


def dump_top(answers: Answers) -> dict[str, object]:
    """The same as tables, without what says nothing."""
    top: dict[str, object] = {}
    if answers.approvals:
        top["approvals"] = answers.approvals
    if answers.finished:
        top["finished"] = list(answers.finished)
    for key, part in (
        ("began", answers.began),
        ("published", answers.published),
        ("migrated", answers.migrated),
    ):
        if part is not None:
            top[key] = {name: value for name, value in vars(part).items() if value}
    if answers.archive:
        top["archive"] = dict(answers.archive)
    return top
