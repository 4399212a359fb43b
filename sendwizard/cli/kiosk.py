"""What `--kiosk` shuts before anything else is imported: the environment, and the keys of signals.

For a forced command over SSH, where whoever sits at the other end is not trusted. Imports only what
reads nothing from the environment; what the screens may not do there is in `tui/closed.py`.
"""

import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

OPTION = "--kiosk"
NEEDS_A_TERMINAL = (
    "This account opens the wizard and nothing else, and the wizard needs a terminal. "
    "Connect with nothing behind the server’s name; where that is not enough, with “ssh -t”."
)
_WORD = re.compile(r"[A-Za-z0-9.+_@-]{1,40}")
_END = r"[0-9A-Za-z.:%]{1,60} \d{1,5}"
KEPT = {
    "TERM": _WORD,
    "COLORTERM": _WORD,
    "LANG": _WORD,
    "NO_COLOR": re.compile(r"[ -~]{0,40}"),
    "SSH_CONNECTION": re.compile(f"{_END} {_END}"),
}
"""The variables that stay, beside those of the language, and how the value of each may look."""
_OF_LANGUAGE = re.compile(r"LC_[A-Z]{1,20}")
USUAL_TERMINAL = "xterm"
"""What a terminal is taken for that does not say what it is."""


def is_asked_for(arguments: Sequence[str]) -> bool:
    """Whether the program is to be shut in."""
    return OPTION in arguments


def enter() -> None:
    """Shut the doors, for as long as the process lives."""
    _drop_environment()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        # Held back, not ignored: Textual sets its own handler for SIGTSTP, which would stop us.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP, signal.SIGQUIT})


def _drop_environment() -> None:
    for name, value in list(os.environ.items()):
        pattern = KEPT.get(name) or (_WORD if _OF_LANGUAGE.fullmatch(name) else None)
        if pattern is None or not pattern.fullmatch(value):
            del os.environ[name]
    os.environ.setdefault("TERM", USUAL_TERMINAL)


def has_terminal() -> bool:
    """Whether somebody sits there: `ssh server COMMAND`, scp and sftp bring no terminal."""
    return all(end is not None and end.isatty() for end in (sys.stdin, sys.stdout, sys.stderr))


def say_opened(year: str) -> None:
    """Tell the log which year is open."""
    from sendwizard.cli import log  # noqa: PLC0415 - for a kiosk alone: 12 ms

    log.opened(year)


def say_needs_a_terminal() -> None:
    """One sentence, on standard error: what a program at the other end reads stays empty."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"sendwizard: {NEEDS_A_TERMINAL}\n")


@contextmanager
def heeding_ctrl_c() -> Iterator[None]:
    """In plain mode, Ctrl+C leaves as it does elsewhere: once, so that the last save is not cut."""
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
