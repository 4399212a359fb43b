"""One person at a time in a year. The system lets go of the lock when its owner dies.

A drive without locks is no reason to stay out: there, the answers on disk are compared with those
that were last read before each save. What stands in the holder's file is shown, never obeyed.
"""

import contextlib
import errno
import getpass
import os
import re
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import tomli_w

from sendwizard.core.text import harmless_line
from sendwizard.errors import LockedError, UnreadableError, UnwritableError
from sendwizard.store.atomic import clear_left_overs, make_folder, write_atomic
from sendwizard.store.confined import named
from sendwizard.store.safe_read import TOML, read_bytes
from sendwizard.store.toml_read import read_toml

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_NAME = ".lock"
HOLDER_NAME = ".lock-holder"
LONGEST_NAME = 60
"""Letters of a name or an address that are shown."""
NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a drive says that knows no locks."""
_IN_NAMES = re.compile(r"[^\w.-]")
_ADDRESS = re.compile(r"[0-9A-Fa-f.:]{2,45}(%[A-Za-z0-9]{1,15})?")


@dataclass(frozen=True)
class Holder:
    """Who has a year open, or had."""

    who: str
    where: str
    """The address that they came from, or the name of their computer."""
    since: datetime
    """In UTC, without a zone."""

    @property
    def when(self) -> str:
        """`14:05 on 24 November`, by the clock of this computer."""
        return f"{_own_time(self.since):%H:%M on %d %B}"

    @property
    def place(self) -> str:
        """`from 192.0.2.7`; `on this computer`."""
        if _ADDRESS.fullmatch(self.where) and ("." in self.where or ":" in self.where):
            return f"from {self.where}"
        return "on this computer" if self.where == _host() else f"on {self.where}"

    def __str__(self) -> str:
        return f"{self.who} {self.place}, since {self.when}"


class YearLock:
    """The lock of one year's folder; a context manager that can be let go of early."""

    def __init__(self, year_folder: Path) -> None:
        self._folder = year_folder
        self._lock: BaseFileLock | None = None
        self._written = b""
        """What this lock wrote into the holder's file; b"" where it is not held."""
        self.told = ""
        """What to say of whoever was here before and did not leave; "" for nothing."""

    def take(self, now: datetime) -> "YearLock":
        """Take it at once. Raises LockedError, saying who has it, or UnwritableError."""
        make_folder(self._folder)
        locks = self._acquire()
        if locks:  # nobody else is writing here: what a killed run left half written may go
            for folder in (self._folder, self._folder / "history"):
                clear_left_overs(folder)
        before = self.holder
        mine = Holder(_user(), _where(), now)
        self.told = _say_before(before, mine, locks=locks)
        table = {"who": mine.who, "where": mine.where, "since": now}
        self._written = tomli_w.dumps(table).encode()
        try:
            write_atomic(self._folder / HOLDER_NAME, self._written)
        except UnwritableError:
            self.let_go()
            raise
        return self

    def _acquire(self) -> bool:
        """Take the system's lock; whether the drive knows any. Raises as `take` does."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - 15 ms, only where one writes

        # Taken in one thread and let go of in another: a lock of the thread's own would stay.
        # A soft lock would outlive its owner.
        self._lock = FileLock(
            self._folder / LOCK_NAME, mode=0o600, thread_local=False, fallback_to_soft=False
        )
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            self._lock = None
            raise LockedError(self._say_holder()) from None
        except OSError as error:
            self._lock = None
            if error.errno in NO_LOCKS:
                return False
            raise UnwritableError(
                f"{named(self._folder)} cannot be written in: {error.strerror}. "
                "Nothing was changed."
            ) from None
        return True

    def let_go(self) -> None:
        """Let somebody else in. Doing it twice is harmless."""
        if self._written:
            path = self._folder / HOLDER_NAME
            # Who cannot take the name away leaves all the same.
            with contextlib.suppress(OSError, UnreadableError):
                # On a drive without locks it is perhaps another's.
                if read_bytes(path, TOML) == self._written:
                    path.unlink()
            self._written = b""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def holder(self) -> Holder | None:
        """Who has it, or had it last and did not leave; None where nobody can say."""
        try:
            holder = read_toml(self._folder / HOLDER_NAME).data
        except (FileNotFoundError, UnreadableError):
            return None
        match holder:
            case {"who": str(who), "where": str(where), "since": datetime() as since}:
                return Holder(_shown(who), _shown(where), since.replace(tzinfo=None))
        return None

    def _say_holder(self) -> str:
        year, holder = self._folder.name, self.holder
        if holder is None:
            return f"Somebody else has {year} open. Try again when they have left it."
        return f"{year} is open elsewhere: {holder}. Try again when they have left it."

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()


def _say_before(before: Holder | None, mine: Holder, *, locks: bool) -> str:
    """What to say of a name that still stands there: its owner is gone, or cannot be told to be."""
    if before is None:
        return ""
    if not locks:
        return (
            f"{before.who} {before.place} may have this open as well, since {before.when}: this "
            "drive cannot tell. Both can write; where you change the same answer, you are asked."
        )
    same = (before.who, before.where) == (mine.who, mine.where)
    who, whose = ("You", "your") if same else (before.who, "their")
    since = _own_time(before.since)
    return (
        f"{who} had this open on {since.day} {since:%B at %H:%M} and the line dropped; "
        f"{whose} words are here."
    )


def _own_time(since: datetime) -> datetime:
    try:
        return since.replace(tzinfo=UTC).astimezone()
    except (OverflowError, ValueError, OSError):  # the year 1 or 9999 of a file that was edited
        return since


def people_name() -> str:
    """Who and which computer, as a part of a file's name: `jo-office-pc`."""
    return _IN_NAMES.sub("_", f"{_user()}-{_host()}")[:LONGEST_NAME]


def _shown(text: str) -> str:
    short = harmless_line(text).strip()[:LONGEST_NAME]
    return short or "somebody"


def _user() -> str:
    try:
        return _shown(getpass.getuser())
    except (OSError, KeyError):  # a user id without a name; KeyError before Python 3.13
        return "somebody"


def _host() -> str:
    return _shown(socket.gethostname())


def _where() -> str:
    """The address that this person came from over SSH, or the name of this computer."""
    address = os.environ.get("SSH_CONNECTION", "").partition(" ")[0]
    return address if _ADDRESS.fullmatch(address) else _host()
