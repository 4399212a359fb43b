"""`history/`: earlier saves of a year's answers, thinned by age, and what is put by beside them.

Reads no clock: now comes in as an argument.
"""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.store.answers_file import dump_answers, read_answers
from sendwizard.store.atomic import write_atomic
from sendwizard.store.confined import named
from sendwizard.store.safe_read import DAMAGED, read_bytes
from sendwizard.store.toml_read import read_text

FOLDER = "history"
_FORM = re.compile(r"^format = (\d{1,9})$", re.MULTILINE)
_EDITION = re.compile(r'^edition = "([^"]*)"$', re.MULTILINE)
_BLOCK = re.compile(r"^\[answers\.([^].]+)\]\n", re.MULTILINE)
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
    path = _save_path(year_folder, now)
    while path.exists():  # two saves within one tick of the clock
        now += timedelta(microseconds=1)
        path = _save_path(year_folder, now)
    write_atomic(path, dump_answers(answers))
    for save in thinned(saves(year_folder), now):
        with contextlib.suppress(OSError):  # a save too many is no harm
            save.path.unlink()


def keep_once(year_folder: Path, answers: Answers, now: datetime) -> None:
    """The same, unless the newest save holds just these answers. Raises UnwritableError."""
    newest = saves(year_folder)[-1:]
    if not any(_holds(save.path, dump_answers(answers)) for save in newest):
        keep_save(year_folder, answers, now)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, DAMAGED) == data
    except (FileNotFoundError, UnreadableError):
        return False


def _save_path(year_folder: Path, at: datetime) -> Path:
    return year_folder / FOLDER / f"{at.strftime(_STAMP)}.toml"


def keep_state(year_folder: Path, name: str, answers: Answers) -> str:
    """Put these answers by for good, under a name that is never thinned; the file's name.

    Where other answers lie under the name, these lie beside them. Raises UnwritableError.
    """
    return _put_by(year_folder, name, ".toml", dump_answers(answers)).name


def put_aside(year_folder: Path, path: Path, now: datetime) -> Path:
    """A damaged file as it is, put by under a name that tells; where it lies now.

    Raises UnwritableError; then nothing changed.
    """
    try:
        data = read_bytes(path, DAMAGED)
    except FileNotFoundError:
        raise UnwritableError(f"{named(path)} is not there any more.") from None
    except UnreadableError as error:
        raise UnwritableError(f"{error} It was left as it is.") from None
    return _put_by(year_folder, f"damaged-{now.strftime(_STAMP)}", path.suffix, data)


def _put_by(year_folder: Path, name: str, suffix: str, data: bytes) -> Path:
    for number in count(1):
        path = year_folder / FOLDER / f"{name}{'' if number == 1 else f'-{number}'}{suffix}"
        if not path.exists():
            write_atomic(path, data)
        elif not _holds(path, data):
            continue
        return path
    raise AssertionError  # pragma: no cover - count has no end


@dataclass(frozen=True)
class Glance:
    """What is seen of a save without taking it apart, which would be ten times slower."""

    form: int
    """The format; 0 where it names none."""
    edition: str
    by_question: Mapping[str, str]
    """What is written for each question, as it stands there: only to see what differs."""


def glance(save: Save) -> Glance:
    """A look at a save. Raises UnreadableError where it is cut short or no text."""
    try:
        text = read_text(save.path)
    except FileNotFoundError:
        raise UnreadableError(f"{named(save.path)} is not there any more.") from None
    if not text.rstrip().endswith("[end]"):
        raise UnreadableError(
            f"{named(save.path)} was cut short: its last line, [end], is missing."
        )
    top, *parts = _BLOCK.split(text.rstrip().removesuffix("[end]"))
    form, edition = _FORM.search(top), _EDITION.search(top)
    return Glance(
        int(form[1]) if form else 0,
        edition[1] if edition else "",
        dict(zip(parts[::2], map(str.strip, parts[1::2]), strict=True)),
    )


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
