"""The way to the terminal. It never stops the program, whether the line is slow, stuck or gone.

Textual lets thirty writes wait and then stands still until the terminal takes them, and its
writing thread dies when the line drops. A wizard that stood still so could neither save nor
leave, and kept the year locked.
"""

import contextlib
import os
import sys
import threading
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from textual.driver import Driver

LAST_WORDS = 1.0
"""Seconds that a terminal has, at the end, to take what is still waiting for it."""

PLAIN_LOOK = "\x1b[m"
"""The lean line leaves the look on as it was last wanted; this ends it."""


class Outlet:
    """Stands in for the terminal's file: takes text at once and writes it from a thread."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._waiting: list[str] = []
        self._more = threading.Condition()
        self._ended = self._gone = False
        self._thread = threading.Thread(target=self._run, name="outlet", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Take the text, to be written soon; a line that is gone takes nothing."""
        with self._more:
            if text and not self._gone:
                self._waiting.append(text)
                self._more.notify()

    def flush(self) -> None:
        """Do nothing: whatever is written goes out at once."""

    def fileno(self) -> int:
        """The terminal's own number."""
        return self._terminal.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._terminal.isatty()

    def finish(self, seconds: float = LAST_WORDS) -> None:
        """Wait until all is written, but no longer than this."""
        with self._more:
            self._ended = True
            self._more.notify()
        self._thread.join(seconds)

    def _run(self) -> None:
        while text := self._next():
            data = text.encode(self._terminal.encoding, "replace")
            try:
                while data:
                    # Past Python's own buffer, whose lock a stuck write would never give back.
                    data = data[os.write(self.fileno(), data) :]
            except OSError:  # the line is gone; a hang-up says so to the app
                with self._more:
                    self._gone = True
                    self._waiting.clear()
                return

    def _next(self) -> str:
        """All that waits, once something does; "" at the end."""
        with self._more:
            self._more.wait_for(lambda: self._waiting or self._ended)
            text = "".join(self._waiting)
            self._waiting.clear()
        return text


def say_last(text: str) -> None:
    """A sentence for a person whose screen is closed; given up where the terminal takes nothing."""
    last = Outlet(cast("TextIO", sys.__stderr__))
    last.write(text)
    last.finish()


def patient_driver() -> "type[Driver] | None":
    """A driver whose output goes through an `Outlet`; None, for Textual's own, on Windows."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415 - it needs POSIX

    class PatientDriver(LinuxDriver):
        """Textual's driver for a terminal, except that it is never held up by it."""

        def start_application_mode(self) -> None:
            """Start, or start again after having been put to sleep."""
            self._outlet = Outlet(cast("TextIO", sys.__stderr__))
            self._file = self._outlet  # type: ignore[assignment]  # all that Textual asks of it
            super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own gap

        def run_input_thread(self) -> None:
            """Hear what is typed. What cannot be understood is passed over: Textual would end.

            Bytes that are no UTF-8 (an old terminal), a mouse in a window that says it has no size.
            """
            while True:
                with contextlib.suppress(ArithmeticError, LookupError, ValueError):
                    super().run_input_thread()
                    return

        def hear_out(self) -> None:
            """Hear no more, once all is read that the terminal has brought."""
            reader = self._key_thread
            if reader is not None:
                self.exit_event.set()
                reader.join(LAST_WORDS)
                self.exit_event.clear()  # it is asked when the rest is stopped

        def stop_application_mode(self) -> None:
            """Stop, or be put to sleep: the shell gets its screen without a colour of ours."""
            self.write(PLAIN_LOOK)
            super().stop_application_mode()

        def close(self) -> None:
            """Give the terminal a moment to take what is left."""
            super().close()
            self._outlet.finish()

    return PatientDriver
