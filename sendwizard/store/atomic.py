"""Writes a file, or a new folder, whole or not at all: beside it first, flushed, then renamed.

Whatever happens on the way, the old file or the new one stands there, never a half.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sendwizard.errors import UnwritableError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, for the owner alone. Raises UnwritableError."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableError(_sentence(folder, error)) from None


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the file with these bytes. Raises UnwritableError, and then nothing changed."""
    make_folder(path.parent)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise UnwritableError(_sentence(path, error)) from None
    try:
        _fill_and_rename(handle, Path(name), path, data)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise UnwritableError(_sentence(path, error)) from None


def _fill_and_rename(handle: int, part: Path, path: Path, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    _flush_folder(path.parent)


def write_folder(folder: Path, part: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder that holds these files; `part` is what it is called until it is whole.

    Raises UnwritableError, and then neither is there.
    """
    try:
        part.mkdir(mode=PRIVATE_FOLDER)
        for name, data in files.items():
            with (part / name).open("xb") as file:
                (part / name).chmod(PRIVATE_FILE)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        _flush_folder(part)
        part.rename(folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise UnwritableError(_sentence(folder, error)) from None
    _flush_folder(folder.parent)


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
    return f"{path} could not be written: {reason}. What was there before is still there."
