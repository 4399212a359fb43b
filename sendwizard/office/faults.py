"""Why something could not be saved, and what to do, in words for the person whose words they are.

One sentence on what is wrong and one on what to do, by what the system said. Decides nothing.
"""

import errno
from pathlib import Path

from sendwizard.errors import UnwritableError
from sendwizard.store.confined import named

TRIED_AGAIN = "It is tried again by itself."
_WAIT = "Wait a moment; if it stays so, ask IT support."
_SAID: dict[int, str] = {
    errno.ENOSPC: "The disk is full. Make room on it, or ask IT support to.",
    errno.EDQUOT: "Your share of the disk is used up. Delete files that you do not need, or ask "
    "IT support for more room.",
    errno.EROFS: "The folder can only be read. Ask IT support to make it writable.",
    errno.EACCES: "The folder or its file may not be written, or another program holds it, such "
    f"as a backup. {_WAIT}",
    errno.EBUSY: f"Another program holds the file, such as a backup. {_WAIT}",
    errno.EIO: "The disk, or the line to it, has a fault. Ask IT support.",
    errno.EFBIG: "Files here may not grow any more. Ask IT support.",
    errno.ENOENT: "The folder is not there any more: it was moved, renamed or taken away, or its "
    "drive is not connected. Bring it back, or ask IT support.",
    errno.EMFILE: f"This computer has too many files open. {_WAIT}",
}
_ALIKE = {
    errno.EPERM: errno.EACCES,
    errno.ETXTBSY: errno.EBUSY,
    errno.ENOTDIR: errno.ENOENT,
    errno.ENFILE: errno.EMFILE,
    **dict.fromkeys(
        (errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN), errno.EIO
    ),
    **dict.fromkeys((errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ECONNRESET), errno.EIO),
}


class UnsavedError(UnwritableError):
    """The answers of a year could not be saved; its text is what is wrong, and what to do."""

    @classmethod
    def of(cls, error: UnwritableError) -> "UnwritableError":
        """The same fault in plain words; as it is where there are none for it."""
        number = number_of(error)
        if number is None or isinstance(error, cls):
            return error
        return cls(f"{say_fault(number)} What was saved before is still there.")


def say_gone(folder: Path) -> str:
    """What is wrong where the folder of a year has gone, and what to do."""
    return (
        f"The folder {named(folder)} is not there any more: it was moved, renamed or taken away, "
        "or its drive is not connected. Bring it back, or ask IT support."
    )


def say_fault(number: int) -> str:
    """What is wrong and what to do, by the system's number for it; "" where nothing is known."""
    return _SAID.get(_ALIKE.get(number, number), "")


def number_of(error: BaseException) -> int | None:
    """The number that the system gave for what led to this; None where it gave none that says
    anything here.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno is not None and say_fault(cause.errno):
            return cause.errno
        cause = cause.__cause__ or cause.__context__
    return None
