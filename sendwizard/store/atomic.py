"""Writes a file, or a new folder, whole or not at all: beside it first, flushed, then renamed.

Whatever happens on the way, the old file or the new one stands there, never a half. New files and
folders are for the owner alone; a file that is replaced keeps the mode that somebody gave it.
"""

import contextlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sendwizard.errors import UnwritableError
from sendwizard.store.confined import named, real_path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_NOT_THE_GROUP = 0o707
_LEFT_OVER = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, for the owner alone. Raises UnwritableError."""
    real = real_path(folder, to_write=True)
    try:
        missing: list[Path] = []
        while not real.is_dir() and real != real.parent:
            missing.append(real)
            real = real.parent
        for each in reversed(missing):
            _make_private(each)
    except OSError as error:
        raise UnwritableError(_sentence(folder, error)) from None


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(PRIVATE_FOLDER)
    except FileExistsError:
        if not folder.is_dir():  # otherwise somebody else made it a moment ago
            raise
        return
    with contextlib.suppress(OSError):  # a share without modes; and a umask that takes too much
        folder.chmod(PRIVATE_FOLDER)


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the file with these bytes. Raises UnwritableError, and then nothing changed."""
    make_folder(path.parent)
    place = real_path(path, to_write=True)
    part: Path | None = None
    try:
        before = _stat_of(place)
        handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".part", dir=place.parent)
        part = Path(name)
        _fill(handle, data, before)
        part.replace(place)
    except OSError as error:
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink()
        raise UnwritableError(_sentence(path, error)) from None
    _flush_folder(place.parent)


def _stat_of(place: Path) -> os.stat_result | None:
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def write_folder(folder: Path, part: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder that holds these files; `part` is what it is called until it is whole.

    Raises UnwritableError, and then neither is there.
    """
    above = real_path(folder.parent, to_write=True)
    place, half = above / folder.name, above / part.name
    try:
        half.mkdir(PRIVATE_FOLDER)
        with contextlib.suppress(OSError):  # as above
            half.chmod(PRIVATE_FOLDER)
        for name, data in files.items():
            _fill(os.open(half / name, _NEW, PRIVATE_FILE), data, None)
        _flush_folder(half)
        half.rename(place)
    except OSError as error:
        shutil.rmtree(half, ignore_errors=True)
        raise UnwritableError(_sentence(folder, error)) from None
    _flush_folder(above)


def clear_left_overs(folder: Path) -> None:
    """Take away what a run that was killed left half written here. For the owner of the lock."""
    with contextlib.suppress(OSError, UnwritableError):  # a left-over too many is no harm
        for each in real_path(folder, to_write=True).iterdir():
            if _LEFT_OVER.fullmatch(each.name) and not each.is_dir():
                each.unlink()


def _fill(handle: int, data: bytes, before: os.stat_result | None) -> None:
    """Write and flush the bytes; closed in any case. `before` is the file that it will replace."""
    try:
        _set_mode(handle, before)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except BaseException:
        with contextlib.suppress(OSError):  # the first error is the one to tell
            os.close(handle)
        raise
    os.close(handle)  # a share may say only here that its room is used up


def _set_mode(handle: int, before: os.stat_result | None) -> None:
    """The owner's alone, or as the file before: its owner and group, too, where they differ.

    A share that knows no modes is no failure.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        if before is None:
            os.fchmod(handle, PRIVATE_FILE)
            return
        mode = stat.S_IMODE(before.st_mode) & 0o777
        if not _given_to(handle, before):
            mode &= _NOT_THE_GROUP  # another group than the one that was let in
        os.fchmod(handle, mode)


def _given_to(handle: int, before: os.stat_result) -> bool:
    """Whether the file belongs to the group of the one before, and to its owner as far as can be:
    run by the administrator once, it must not take a school's answers away from the school.
    """
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid):
        return True
    for owner in (before.st_uid, -1):
        with contextlib.suppress(OSError):
            os.fchown(handle, owner, before.st_gid)
            return True
    return now.st_gid == before.st_gid


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut. Windows neither needs nor allows it.

    The new file stands already, so a system that cannot do this (some shared drives) is no failure.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sentence(path: Path, error: OSError) -> str:
    reason = error.strerror or "the system gave no reason"
    return f"{named(path)} could not be written: {reason}. What was there before is still there."
