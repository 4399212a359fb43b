"""The program in a terminal of its own, forked from a process that has imported it already.

Knows keys, cells and signals; not what is typed or saved.
"""

import contextlib
import fcntl
import gc
import importlib
import os
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

from sendwizard.cli import run

YEAR = "2026-27"
WIDTH, HEIGHT = 80, 24
QUIET = 0.02
"""Seconds without a byte after which the screen is what a person sees."""
PATIENCE = 30.0
"""Seconds after which the program is stuck."""
SIGNALS = {"SIGHUP": signal.SIGHUP, "SIGTERM": signal.SIGTERM}

IMPORTED = (
    *("sendwizard.cli.app", "sendwizard.tui.running", "filelock", "pydantic.type_adapter"),
    *("textual.drivers.linux_driver", "textual.pilot", "textual.scrollbar"),
    *("textual.layouts.horizontal", "textual.layouts.stream"),
)
"""What a start imports, sooner or later; one that is not there any more costs only time."""


class Stuck(Exception):  # noqa: N818 - a state, said to a person
    """The program neither came nor went."""


def prepare() -> None:
    """Import what a start needs, and share it with each fork."""
    for name in IMPORTED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.freeze()


class Program:
    """A run of `sendwizard fill`."""

    def __init__(self, folder: Path) -> None:
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._lines = [""] * HEIGHT
        self._stream = pyte.ByteStream(self._screen)
        self._line_is_there = True
        self.changed = 0.0
        """When the first byte came after the screen had been looked at."""
        self.code: int | None = None
        """How it ended: an exit code, or minus the signal; None while it runs."""
        self._line, self._other_end = os.openpty()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._line)
            _become(self._other_end, ["fill", YEAR, "--folder", str(folder)])

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._line, keys.encode())

    def read(self, seconds: float, each_look: Callable[[], object] | None = None) -> None:
        """Read the screen for so long; look at it each time that nothing more comes."""
        end = time.monotonic() + seconds
        fresh = False
        while True:
            left = end - time.monotonic()
            if self._take(max(0.0, min(left, QUIET))):
                self.changed = self.changed if fresh else time.monotonic()
                fresh = True
            elif fresh and each_look is not None and left > 0:
                each_look()
                fresh = False
            if left <= 0:
                return

    def _take(self, seconds: float) -> bool:
        """Take what has come; whether anything has."""
        if not select.select([self._line], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._line, 65536)
        except OSError:  # the program is gone
            time.sleep(seconds)
            return False
        self._stream.feed(data)
        return bool(data)

    def shown(self) -> list[str]:
        """The lines of the screen; pyte's own `display` takes ten times as long."""
        for y in self._screen.dirty:
            cells = self._screen.buffer[y]
            self._lines[y] = "".join(cells[x].data if x in cells else " " for x in range(WIDTH))
        self._screen.dirty.clear()
        return self._lines

    def wait_until(self, what: Callable[[], bool]) -> None:
        """Read until it is so. Raises Stuck."""
        end = time.monotonic() + PATIENCE
        while not what():
            if time.monotonic() > end or self._is_gone():
                raise Stuck("It did not come: " + " / ".join(filter(str.strip, self.shown())))
            self.read(QUIET)

    def kill(self) -> tuple[float, float]:
        """Kill it as a power cut would; when that was, and what it had `waited` by then."""
        waited, now = self.waited(), time.monotonic()
        os.kill(self._process, signal.SIGKILL)
        self.wait_for_the_end()
        return now, waited

    def waited(self) -> float:
        """Seconds in which its main thread was ready and the machine had no time for it, in all.

        A machine that does other work as well is no fault of the program. 0 where none are told.
        """
        return _waited(self._process)

    def waited_with_us(self) -> float:
        """The same, and our own: for what takes from something that is seen to another."""
        return self.waited() + _waited(os.getpid())

    def cut_off(self, how: str, seconds: float) -> float:
        """Send a signal or close the terminal so long after the last letter; how long it lived on.

        A system throws away what a program has not read from a terminal that closes; so there
        the time runs from when the letter has left the line, commonly at once.
        """
        if how != "close":
            self.read(seconds)
            start = time.monotonic()
            os.kill(self._process, SIGNALS[how])
        else:
            self.wait_until(self._has_read_all)
            self.read(seconds)
            start = time.monotonic()
            self._close_line()
        self.wait_for_the_end()
        return time.monotonic() - start

    def _has_read_all(self) -> bool:
        """Whether no letter waits in the line. Asked like this, and not by FIONREAD, the system
        first takes along what is on its way from our end to the other.
        """
        return not select.select([self._other_end], [], [], 0)[0]

    def wait_for_the_end(self) -> None:
        """Wait until it has left. Raises Stuck."""
        end = time.monotonic() + PATIENCE
        while not self._is_gone():
            if time.monotonic() > end:
                raise Stuck("It went on without a terminal, or after a signal.")
            if self._line_is_there:
                self._take(0.002)
            else:
                time.sleep(0.002)

    def _is_gone(self) -> bool:
        if self.code is None:
            process, status = os.waitpid(self._process, os.WNOHANG)
            if process:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def _close_line(self) -> None:
        if self._line_is_there:
            self._line_is_there = False
            os.close(self._other_end)
            os.close(self._line)

    def end(self) -> None:
        """Make sure that nothing is left of it."""
        if not self._is_gone():
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        with contextlib.suppress(OSError):
            self._close_line()


def _waited(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text("ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def _become(line: int, words: list[str]) -> None:
    """Be the program in the terminal of this forked process; never comes back."""
    code = 70
    try:
        os.login_tty(line)
        os.environ["TERM"] = "xterm-256color"
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115 - a terminal, for as long as the process is
        sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115 - as above
        sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115 - as above
        code = run(words)
    finally:
        os._exit(code)
