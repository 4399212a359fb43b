"""What IT support reads in the system's log of a kiosk: who came, who left, what went wrong.

Never a word of an answer: of an error only its kind and its places in the code are said, never its
message, never a value. Nothing is sent over a network, and where there is no log, nothing is said.
"""

import contextlib
import getpass
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from sendwizard.core.text import harmless_line

NAME = "sendwizard"
LONGEST = 900
"""Letters of a line: a system's log may cut a longer one."""
PLACES = 6
"""Places in the code that are named of an error, the last ones first."""


class _NoAnswers(logging.Formatter):
    """Says a record without a word that somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, with nothing in it that a terminal would obey."""
        error = record.exc_info[1] if record.exc_info else None
        said = f"{_text(record)}{': ' if error else ''}{of_error(error)}"
        return harmless_line(said)[:LONGEST]


def _text(record: logging.LogRecord) -> str:
    """What the program itself says; of another's words (asyncio shows values), whose they are."""
    if record.name != NAME:
        return f"{record.levelname.lower()} of {record.name}"
    if isinstance(record.args, tuple):
        record.args = tuple(
            type(each).__name__ if isinstance(each, BaseException) else each for each in record.args
        )
    return record.getMessage()


def of_error(error: BaseException | None) -> str:
    """`KeyError at tui/app.py:12 do_menu < tui/acting.py:40 act`, and what it came from; "" for
    no error.
    """
    said: list[str] = []
    while error is not None and len(said) < PLACES:
        frames = traceback.extract_tb(error.__traceback__)[::-1][:PLACES]
        places = [f"{_short(each.filename)}:{each.lineno} {each.name}" for each in frames]
        said.append(f"{type(error).__name__} at {' < '.join(places) or 'no place'}")
        error = error.__cause__ or error.__context__
    return ", from ".join(said)


def _short(path: str) -> str:
    """The last two names of a path: whose home it lies in is nobody's concern."""
    return "/".join(Path(path).parts[-2:])


class _SystemLog(logging.Handler):
    """Hands each record to the system's log, which takes it or does not."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it, among what is said of people who log in."""
        if sys.platform == "win32":
            return
        import syslog  # noqa: PLC0415 - not on Windows

        syslog.openlog(NAME, syslog.LOG_PID, syslog.LOG_AUTH)
        level = syslog.LOG_INFO if record.levelno < logging.WARNING else syslog.LOG_ERR
        with contextlib.suppress(OSError):
            syslog.syslog(level, self.format(record))


def begin(handler: logging.Handler | None = None) -> None:
    """Say everything to the system's log, or to `handler`; nothing of it on the terminal."""
    handler = handler or _SystemLog()
    handler.setFormatter(_NoAnswers())
    logging.raiseExceptions = False  # a log that cannot be written is no reason to show its error
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger(NAME).setLevel(logging.INFO)
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger(NAME).error("fault", exc_info=(kind, error, trace))


def fault(error: BaseException) -> None:
    """Say where it went wrong."""
    _uncaught(type(error), error, error.__traceback__)


def _uncaught_in_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_value is not None:
        fault(given.exc_value)


def _unraisable(given: Any) -> None:  # noqa: ANN401 - its type exists for type checkers alone
    if given.exc_value is not None:
        fault(given.exc_value)


def who() -> str:
    """`larkfield from 192.0.2.7`."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # a user id without a name; KeyError before Python 3.13
        name = "somebody"
    address = os.environ.get("SSH_CONNECTION", "").partition(" ")[0]
    return f"{name} from {address}" if address else name


def session(run: Callable[[], int]) -> int:
    """Say who came, run the wizard, and say with which exit code they left."""
    logger, whose = logging.getLogger(NAME), who()
    if not sys.flags.isolated:
        logger.warning("started without python -I: the environment may have run code of its own")
    logger.info("%s came", whose)
    code = run()
    logger.info("%s left with %d", whose, code)
    return code


def opened(year: str) -> None:
    """Say that a year is open."""
    logging.getLogger(NAME).info("%s opened %s", who(), year)
