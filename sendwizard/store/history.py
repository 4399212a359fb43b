"""`history/`: earlier saves of a year's answers, thinned by age, and every text that was replaced.

Replaced texts are never thinned. Reads no clock: now comes in as an argument.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import tomli_w

from sendwizard.core.answers import Answer, Answers
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.store.atomic import make_folder, write_atomic
from sendwizard.store.toml_read import read_toml

FOLDER = "history"
TEXTS = "texts.toml"
MOST_TEXTS = 20
"""Texts files that cannot be understood before something must be wrong with the folder."""
_STAMP = "%Y%m%dT%H%M%S%fZ"
_KEEP_ALL = timedelta(days=1)
_KEEP_HOURLY = timedelta(days=7)


@dataclass(frozen=True)
class Save:
    """One earlier save."""

    path: Path
    at: datetime
    """When it was made, in UTC."""


def saves(year_folder: Path) -> tuple[Save, ...]:
    """The earlier saves of a year, oldest first."""
    found: list[Save] = []
    for path in sorted((year_folder / FOLDER).glob("*Z.toml")):
        try:
            at = datetime.strptime(path.stem, _STAMP)  # noqa: DTZ007 - the zone is put on below
        except ValueError:
            continue  # somebody's own file; not ours to thin
        found.append(Save(path, at))
    return tuple(found)


def keep_save(year_folder: Path, answers: Answers, now: datetime) -> None:
    """Put these answers by as an earlier save, then thin what is old. `now` is UTC, without zone.

    Raises UnwritableError.
    """
    write_answers(year_folder / FOLDER / f"{now.strftime(_STAMP)}.toml", answers)
    for save in thinned(saves(year_folder), now):
        save.path.unlink(missing_ok=True)


def thinned(all_saves: tuple[Save, ...], now: datetime) -> tuple[Save, ...]:
    """The saves to let go: all of a day are kept, one an hour for a week, one a day beyond.

    Of each hour and each day the newest save stays.
    """
    gone: list[Save] = []
    seen: set[str] = set()
    for save in reversed(all_saves):
        age = now - save.at
        if age <= _KEEP_ALL:
            continue
        slot = save.at.strftime("%Y%m%d%H" if age <= _KEEP_HOURLY else "%Y%m%d")
        if slot in seen:
            gone.append(save)
        seen.add(slot)
    return tuple(gone)


def last_good_save(year_folder: Path) -> Save | None:
    """The newest earlier save that can be read; None where there is none."""
    for save in reversed(saves(year_folder)):
        try:
            read_answers(save.path)
        except (UnreadableError, FileNotFoundError):
            continue
        return save
    return None


def keep_text(year_folder: Path, question_id: str, old: Answer, now: datetime) -> None:
    """Add a text that was replaced or withdrawn to the texts of the year.

    A texts file that cannot be understood is left as it is and a new one begun beside it.
    Raises UnwritableError.
    """
    path, records = _texts(year_folder)
    record: dict[str, object] = {"question": question_id, "value": old.value, "replaced": now}
    if old.on is not None:
        record["on"] = old.on
    body = tomli_w.dumps({"format": 1, "texts": [*records, record], "end": {}})
    write_atomic(path, body.encode())


def _texts(year_folder: Path) -> tuple[Path, list[object]]:
    make_folder(year_folder / FOLDER)
    for number in range(1, MOST_TEXTS + 1):
        name = TEXTS if number == 1 else f"texts-{number}.toml"
        path = year_folder / FOLDER / name
        try:
            records = read_toml(path).data.get("texts", [])
        except FileNotFoundError:
            return path, []
        except UnreadableError:
            records = None
        if isinstance(records, list):
            return path, records
    raise UnwritableError(
        f"{year_folder / FOLDER} holds {MOST_TEXTS} files of replaced texts that cannot be read. "
        "Look after that folder, then try again."
    )
