"""The one door through which files come in: plain files only, of a sensible size, never waited for.

A device or a pipe is refused before it is opened, and a link that leads out of a school's folder is
not followed. Takes nothing apart.
"""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sendwizard.errors import UnreadableError
from sendwizard.store.confined import named, real_path, require_inside

MB = 1024 * 1024
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that took the file's place meanwhile is not waited for
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True)
class Limit:
    """How large one kind of file may be, and what to say of a larger one."""

    most: int
    """In bytes."""
    advice: str
    """What it is too large for, and what to do: the end of a sentence."""

    def refuse(self, path: Path) -> UnreadableError:
        """The error for a file that is larger."""
        return UnreadableError(
            f"{named(path)} is larger than {self.most // MB} MB, too large {self.advice}"
        )


TOML = Limit(4 * MB, "to be read here.")
LETTERHEAD = Limit(20 * MB, "for a letterhead. Save one without pages of text in it.")
LOGO = Limit(20 * MB, "for a logo. Save the picture smaller.")
WORDS = Limit(20 * MB, "to stand beside the questions. Save a shorter one.")
TEMPLATE = Limit(1 * MB, "for a template. Take pictures and fonts out of it.")
RECORD = Limit(256 * MB, "for a file of an approved copy.")
DAMAGED = Limit(64 * MB, "to be put by. Move it out of the folder yourself, then try again.")
MOST_TEMPLATES = 200
"""Files in a folder of templates; ours has a dozen."""


def read_bytes(path: Path, limit: Limit, folder: Path | None = None) -> bytes:
    """The file's bytes. A file of a school's folder that lies in no year names that `folder`.

    Raises UnreadableError for what is too large, no plain file, or cannot be opened; a missing one
    is FileNotFoundError.
    """
    try:
        descriptor = _open(path, folder)
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(limit.most + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnreadableError(f"{named(path)} cannot be opened: {error.strerror}.") from None
    if len(data) > limit.most:
        raise limit.refuse(path)
    return data


def read_words(path: Path, limit: Limit, folder: Path | None = None) -> str:
    """The file's text, whatever its line ends, without a byte-order mark.

    Raises as `read_bytes` does, and where it is not written in UTF-8.
    """
    raw = read_bytes(path, limit, folder)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise UnreadableError(
                f"{named(path)} was cut short: it ends in the middle of a letter."
            ) from None
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"{named(path)} cannot be understood: line {line} is not written in UTF-8. "
            "Save it as UTF-8 in your editor."
        ) from None
    return text.replace("\r\n", "\n")


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hex. Raises as `read_bytes` does, a missing file included."""
    import hashlib  # noqa: PLC0415 - 3 ms, which a year without a copy does not need

    return hashlib.sha256(read_bytes(path, RECORD)).hexdigest()


def require_readable(folder: Path, endings: Iterable[str]) -> None:
    """Makes sure that each file of such an ending in a folder of templates can be taken.

    Raises UnreadableError.
    """
    wanted = tuple(endings)
    found = (each for each in sorted(folder.rglob("*")) if each.name.endswith(wanted))
    for number, path in enumerate(found, 1):
        if number > MOST_TEMPLATES:
            raise UnreadableError(
                f"{named(folder)} holds more than {MOST_TEMPLATES} templates. Name a folder that "
                "holds your templates alone."
            )
        read_bytes(path, TEMPLATE)


def _open(path: Path, folder: Path | None) -> int:
    """A descriptor of the plain file there. Raises OSError and UnreadableError."""
    real = real_path(path) if folder is None else require_inside(path, folder)
    _require_plain(path, real.stat())
    descriptor = os.open(real, _FLAGS)
    try:
        _require_plain(path, os.fstat(descriptor))  # the very file that is read, looked at again
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _require_plain(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError(f"{named(path)} cannot be opened: it is no file.")
