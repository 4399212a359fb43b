"""One person at a time in a year. The system lets go of the lock when its owner dies."""

import getpass
import socket
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import tomli_w

from sendwizard.errors import LockedError, UnreadableError, UnwritableError
from sendwizard.store.atomic import make_folder, write_atomic
from sendwizard.store.toml_read import read_toml

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = ".lock"
HOLDER_NAME = ".lock-holder"


class YearLock:
    """The lock of one year's folder; a context manager that can be let go of early."""

    def __init__(self, year_folder: Path) -> None:
        self._folder = year_folder
        self._lock: BaseFileLock | None = None

    def take(self, now: datetime) -> "YearLock":
        """Take it at once. Raises LockedError, saying who has it, or UnwritableError."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - 15 ms, only where one writes

        make_folder(self._folder)
        # Taken in one thread and let go of in another: a lock of the thread's own would stay.
        self._lock = FileLock(self._folder / LOCK_NAME, mode=0o600, thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LockedError(self._who()) from None
        except OSError as error:
            raise UnwritableError(
                f"{self._folder} cannot be written in: {error.strerror}. Nothing was changed."
            ) from None
        holder = {"who": _user(), "where": socket.gethostname(), "since": now}
        try:
            write_atomic(self._folder / HOLDER_NAME, tomli_w.dumps(holder).encode())
        except UnwritableError:
            self.let_go()
            raise
        return self

    def let_go(self) -> None:
        """Let somebody else in. Doing it twice is harmless."""
        if self._lock is not None:
            self._lock.release()

    def _who(self) -> str:
        try:
            holder = read_toml(self._folder / HOLDER_NAME).data
            who, where, since = holder["who"], holder["where"], holder["since"]
        except (FileNotFoundError, UnreadableError, KeyError):
            return f"Somebody else has {self._folder.name} open. Try again when they have left it."
        when = f"{since:%H:%M on %d %B}" if isinstance(since, datetime) else str(since)
        return (
            f"{self._folder.name} is open elsewhere: {who} on {where}, since {when} (UTC). "
            "Try again when they have left it."
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without a name; KeyError before Python 3.13
        return "somebody"
