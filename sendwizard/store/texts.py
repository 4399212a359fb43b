"""`history/texts.toml`: every text that stood when its question was left, and was then replaced.

Never thinned, and nothing in it is ever replaced. Reads no clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import tomli_w

from sendwizard.core.answers import Answer, Value
from sendwizard.core.text import clean
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.store.answers_file import value_from
from sendwizard.store.atomic import make_folder, write_atomic
from sendwizard.store.confined import named
from sendwizard.store.history import FOLDER
from sendwizard.store.toml_read import MOST_BYTES, read_toml, refuse_monsters

TEXTS = "texts.toml"
MOST_TEXTS = 100
"""Texts files of one year; more, and something must be wrong with the folder."""


@dataclass(frozen=True)
class Text:
    """One text that was replaced or withdrawn."""

    number: int
    """Its place among all that were put by, counted from 1."""
    question: str
    at: datetime
    """When it was replaced, in UTC."""
    value: Value | None
    """None where it was a reason that the question does not apply."""
    on: date | None = None
    """The day on which it was written; None where the file does not say."""
    not_applicable: str = ""


def keep_text(year_folder: Path, question_id: str, old: Answer, now: datetime) -> None:
    """Add a text that was replaced or withdrawn to the texts of the year.

    A texts file that cannot be understood is left as it is and a new one begun beside it.
    Raises UnwritableError.
    """
    record: dict[str, object] = {"question": question_id, "replaced": now}
    for key in ("value", "on"):
        if getattr(old, key) is not None:
            record[key] = getattr(old, key)
    if old.not_applicable:
        record["not_applicable"] = old.not_applicable
    make_folder(year_folder / FOLDER)
    for path in _paths(year_folder):
        body = _with(path, record)
        if body:
            write_atomic(path, body.encode())
            return
    raise UnwritableError(
        f"{named(year_folder / FOLDER)} holds {MOST_TEXTS} files of replaced texts that take no "
        "more. Look after that folder, then try again."
    )


def _with(path: Path, record: dict[str, object]) -> str:
    """The file with this record after what it holds; "" where it is no file that takes one."""
    try:
        records = _records(path)
    except FileNotFoundError:
        records = []
    except UnreadableError:
        return ""
    body = tomli_w.dumps({"format": 1, "texts": [*records, record], "end": {}})
    if not records:
        return body
    try:
        refuse_monsters(path, body)
    except UnreadableError:
        return ""  # full: it could not be read again
    return body if len(body.encode()) <= MOST_BYTES else ""


def texts(year_folder: Path) -> tuple[tuple[Text, ...], tuple[str, ...]]:
    """The texts that were put by, oldest first, and a sentence for each file that has a fault."""
    found: list[Text] = []
    told: list[str] = []
    number = 0
    for path in _paths(year_folder):
        try:
            records = _records(path)
        except FileNotFoundError:
            continue
        except UnreadableError as error:
            told.append(f"{error} Its texts are passed by.")
            continue
        for record in records:
            number += 1
            text = _text(record, number)
            if text is not None:
                found.append(text)
    return tuple(found), tuple(told)


def _paths(year_folder: Path) -> Iterator[Path]:
    for number in range(1, MOST_TEXTS + 1):
        yield year_folder / FOLDER / (TEXTS if number == 1 else f"texts-{number}.toml")


def _records(path: Path) -> list[object]:
    records = read_toml(path).data.get("texts", [])
    if not isinstance(records, list):
        raise UnreadableError(f"{named(path)} holds no list of texts.")
    return records


def _text(record: object, number: int) -> Text | None:
    """One record; None where it is none of ours."""
    if not isinstance(record, dict):
        return None
    question, at, on = record.get("question"), record.get("replaced"), record.get("on")
    value, reason = value_from(record.get("value")), record.get("not_applicable", "")
    if not (isinstance(question, str) and isinstance(at, datetime) and isinstance(reason, str)):
        return None
    if value is None and not reason:
        return None
    day = on if isinstance(on, date) and not isinstance(on, datetime) else None
    return Text(number, question, at.replace(tzinfo=None), value, day, clean(reason))
