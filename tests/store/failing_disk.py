"""A disk that fails at one call of the system, and an act tried with each of its calls failing.

Stands between Python and the system for one folder alone: `os.open`, `write`, `fsync`, `close`,
`replace`, `rename`, `mkdir`, `chmod` and `unlink` are counted there, and one of them fails.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sendwizard.errors import SendwizardError

ERRORS = (
    errno.ENOSPC,
    errno.EROFS,
    errno.EACCES,
    errno.EIO,
    errno.EDQUOT,
    errno.EBUSY,
    errno.EINTR,
)
BY_PATH = ("open", "replace", "rename", "mkdir", "chmod", "unlink", "rmdir")
BY_NUMBER = ("write", "fsync", "close", "fchmod", "fchown")
OF_THE_LOCK = ".lock"
LONGEST_SENTENCE = 500


@dataclass
class Disk:
    """Counts the calls that concern a folder, and lets one fail, or all from that one on."""

    folder: Path
    fails_at: int | None = None
    """Counted from 1; None for never."""
    error: int = errno.ENOSPC
    stays: bool = False
    """Whether all calls fail from then on, as on a disk that stays full; closing always works."""
    calls: list[str] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    """Descriptors of the folder's files."""

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """In place of the system's calls, as long as the block runs."""
        patches = [patch.object(os, name, self._by_path(getattr(os, name))) for name in BY_PATH]
        patches += [
            patch.object(os, name, self._by_number(getattr(os, name)))
            for name in BY_NUMBER
            if hasattr(os, name)
        ]
        for each in patches:
            each.start()
        try:
            yield
        finally:
            for each in reversed(patches):
                each.stop()

    def _is_mine(self, path: object, dir_fd: object) -> bool:
        if dir_fd is not None:
            return dir_fd in self.numbers
        if not isinstance(path, str | os.PathLike):
            return False
        name = os.fspath(path)
        inside = isinstance(name, str) and name.startswith(str(self.folder))
        return inside and OF_THE_LOCK not in str(name)

    def _by_path(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: object, *rest: object, **more: object) -> object:
            if not self._is_mine(path, more.get("dir_fd")):
                return real(path, *rest, **more)
            self._step(real.__name__)
            made = real(path, *rest, **more)
            if real.__name__ == "open":
                self.numbers.add(made)
            return made

        call.__name__ = real.__name__
        return call

    def _by_number(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(number: int, *rest: Any) -> object:  # noqa: ANN401 - whatever the system takes
            if number not in self.numbers:
                return real(number, *rest)
            if real.__name__ == "close":
                self.numbers.discard(number)
                real(number)  # the descriptor is gone, whatever the system says
            try:
                self._step(real.__name__)
            except OSError:
                if real.__name__ == "write":
                    real(number, bytes(rest[0])[: len(rest[0]) // 2])  # half of it is there
                raise
            return None if real.__name__ == "close" else real(number, *rest)

        call.__name__ = real.__name__
        return call

    def _step(self, name: str) -> None:
        self.calls.append(name)
        here = len(self.calls)
        if self.fails_at is not None and (
            here == self.fails_at or (self.stays and here > self.fails_at)
        ):
            raise OSError(self.error, os.strerror(self.error))


@dataclass(frozen=True)
class Act:
    """Something that writes into a school's folder."""

    name: str
    run: Callable[[Path], object]
    """Does it in a folder that is given. The same each time."""
    whole: tuple[str, ...] = ()
    """Folders that are there with all their files, or not there at all."""
    prepare: Callable[[Path], object] = lambda _: None
    """What is done to the folder before, on a disk that works."""


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the folder but for the lock, by its path inside."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and OF_THE_LOCK not in each.name
    }


@dataclass(frozen=True)
class Tried:
    """An act with one failing call."""

    call: str
    error: int
    wrong: str
    """What was lost or broken; "" where nothing was."""


def each_call_failing(
    act: Act, start: Path, room: Path, choose: Callable[[int], list[tuple[int, bool]]]
) -> Iterator[Tried]:
    """The act on a copy of `start`, once for each of its calls and for what `choose` gives there:
    errors, and whether the disk stays so.
    """
    calls, before, after = undisturbed(act, start, room)
    for number in range(1, calls + 1):
        for error, stays in choose(number):
            folder = copied(act, start, room)
            disk = Disk(folder, number, error, stays)
            with disk.in_place():
                told = told_of(act, folder)
            wrong = told or wrong_with(act, folder, before, after, may_litter=stays)
            at = disk.calls[number - 1] if len(disk.calls) >= number else "nothing"
            yield Tried(f"{at}, call {number} of {calls}", error, wrong)


def copied(act: Act, start: Path, room: Path) -> Path:
    """A fresh copy of `start`, prepared for the act."""
    folder = room / "school"  # always the same, since a sentence and a record may name it
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, folder)
    act.prepare(folder)
    return folder


def undisturbed(
    act: Act, start: Path, room: Path
) -> tuple[int, dict[str, bytes], dict[str, bytes]]:
    """How many calls the act makes, and the files before and after it."""
    folder = copied(act, start, room)
    before, disk = files(folder), Disk(folder)
    with disk.in_place():
        act.run(folder)
    return len(disk.calls), before, files(folder)


def told_of(act: Act, folder: Path) -> str:
    """Runs the act: what is wrong with how it ended; "" where it worked, or gave a sentence."""
    try:
        act.run(folder)
    except SendwizardError as error:
        said = str(error)
        if "\n" in said or len(said.replace(str(folder), "")) > LONGEST_SENTENCE:
            return f"not a sentence: {said}"
    except OSError as error:
        return f"no sentence, but {error!r}"
    return ""


def wrong_with(
    act: Act,
    folder: Path,
    before: dict[str, bytes],
    after: dict[str, bytes],
    *,
    may_litter: bool = False,
) -> str:
    """What the act lost or broke in the folder; "" for nothing."""
    found = files(folder)
    lost = [name for name in before if name not in found and name in after]
    if lost:
        return f"lost: {', '.join(lost)}"
    for name, data in found.items():
        if name.endswith(".part") or ".part/" in name:
            if not may_litter:
                return f"left lying: {name}"
        elif data not in (before.get(name), after.get(name)) and not _is_put_by(name, data, before):
            return f"neither old nor new: {name}"
    for part in act.whole:
        inside = {name for name in found if name.startswith(f"{part}/")}
        if inside and inside != {name for name in after if name.startswith(f"{part}/")}:
            return f"half there: {part}"
    return _still_of_use(act, folder, after)


def _is_put_by(name: str, data: bytes, before: dict[str, bytes]) -> bool:
    """Whether it is a file of the history under a name of its own, and whole."""
    if "/history/" not in name or name in before:
        return False
    return data.endswith(b"\n[end]\n") or data in before.values()


def _still_of_use(act: Act, folder: Path, after: dict[str, bytes]) -> str:
    """Whether what failed can be done again: what a failing disk left must not be in the way."""
    if all(files(folder).get(name) == data for name, data in after.items()):
        return ""
    try:
        act.run(folder)
    except (SendwizardError, OSError) as error:
        again = str(error)
        return "" if "has been begun already" in again else f"cannot be done again: {again}"
    return ""
