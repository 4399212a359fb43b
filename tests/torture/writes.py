"""Every write failing in turn, at every call and with every error; then disks that are really full.

A tmpfs is mounted where that is allowed, and a limit on the size of a file stands in for a quota.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.store.acts_that_write import ACTS, world
from tests.store.failing_disk import (
    ERRORS,
    Act,
    copied,
    each_call_failing,
    files,
    told_of,
    undisturbed,
    wrong_with,
)
from tests.torture import row, say, wanted

SECONDS = 900.0
"""After which fewer errors are tried at each call."""
TOLD = 5
"""Losses that are shown."""
ROOM_KB = 2_048
"""Of the small disk."""
STEP = 4_096
"""Bytes by which the room that is left grows."""


def main() -> bool:
    """All acts on failing and full disks; whether nothing was lost."""
    seconds = wanted().seconds or SECONDS
    with tempfile.TemporaryDirectory(prefix="sendwizard-torture-") as name:
        room = Path(name)
        start = world(room)
        end = time.monotonic() + seconds * 2 / 3
        fine = [_failing(act, start, room, end) for act in ACTS]
        fine.append(_full(start, room, time.monotonic() + seconds / 3))
        fine.append(_limited(start, room))
    return all(fine)


def _failing(act: Act, start: Path, room: Path, end: float) -> bool:
    """Each error at each call, once and for good; fewer errors a call where time runs out."""

    def choose(number: int) -> list[tuple[int, bool]]:
        every = [(error, stays) for error in ERRORS for stays in (False, True)]
        return every if time.monotonic() < end else every[number % len(every) :][:1]

    tried = list(each_call_failing(act, start, room, choose))
    lost = [each for each in tried if each.wrong]
    for each in lost[:TOLD]:
        say(f"{act.name}: {os.strerror(each.error)} at {each.call}: {each.wrong}")
    return row(f"a call fails: {act.name}", len(tried), len(lost))


def _full(start: Path, room: Path, end: float) -> bool:
    """Each act on a small disk with a little more room each time, until it works."""
    disk = room / "small"
    disk.mkdir()
    try:
        with _mounted(disk):
            found = [each for act in ACTS for each in _with_room(act, start, disk, end)]
    except PermissionError as error:
        say(f"a disk that is full: left out, since {error}")
        return True
    lost = [each for each in found if each]
    for each in lost[:TOLD]:
        say(each)
    return row("a small disk is full (tmpfs)", len(found), len(lost))


@contextmanager
def _mounted(folder: Path) -> Iterator[None]:
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ROOM_KB}k,mode=700", "sendwizard", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise PermissionError(made.stderr.strip() or "nothing may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _with_room(act: Act, start: Path, disk: Path, end: float) -> Iterator[str]:
    """What was wrong with each try; "" for nothing."""
    beside = disk.parent
    for name in ("report.txt", "newer"):
        if not (disk / name).exists():
            (disk / name).symlink_to(beside / name)
    _, before, after = undisturbed(act, start, disk)
    for left in range(0, ROOM_KB * 1024, STEP):
        folder = copied(act, start, disk)
        ballast = disk / "ballast"
        _fill(disk, ballast, left)
        try:
            wrong = told_of(act, folder)
            found = files(folder)
        finally:
            ballast.unlink()
        wrong = wrong or wrong_with(act, folder, before, after, may_litter=True)
        yield f"{act.name}, {left // 1024} KB left: {wrong}" if wrong else ""
        if all(found.get(name) == data for name, data in after.items()) or time.monotonic() > end:
            return


def _fill(disk: Path, ballast: Path, left: int) -> None:
    free = shutil.disk_usage(disk).free - left
    with ballast.open("wb") as file:
        file.write(b"x" * max(0, free))


def _limited(start: Path, room: Path) -> bool:
    """A file may grow to so many bytes and no further: as with a quota, a write is cut short."""
    if sys.platform == "win32":
        return True
    from tests.store.test_every_write import LIMITED

    act = ACTS[0]
    _, before, _ = undisturbed(act, start, room)
    size = max(map(len, before.values()))
    lost = 0
    limits = range(0, size, size // 20)
    for limit in limits:
        folder = copied(act, start, room)
        subprocess.run(
            [sys.executable, "-c", LIMITED, str(folder), str(limit)],
            capture_output=True,
            check=False,
        )
        wrong = wrong_with(act, folder, before, before)
        if wrong:
            say(f"a limit of {limit} bytes: {wrong}")
        lost += bool(wrong)
    return row("a file may grow no more (RLIMIT_FSIZE)", len(limits), lost)
