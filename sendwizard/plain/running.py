"""A whole sitting over plain lines: the opening, one turn after the other, and leaving."""

import io
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from sendwizard.core.words import LEAVING
from sendwizard.office.sitting import Sitting
from sendwizard.plain import question, trouble
from sendwizard.plain.opening import say_opening
from sendwizard.plain.session import Session
from sendwizard.plain.talk import DroppedError, LeaveError

INTERRUPTED = 130
"""The exit code after Ctrl+C."""


def run_plain(
    sitting: Sitting, lines: TextIO, out: TextIO, collect: str = "", *, asked_for: bool = False
) -> int:
    """Ask until the person leaves or the lines end; the exit code.

    `asked_for` says that the open question was named: then it is no getting started. Raises
    UnwritableError where the last words could not be saved. A year that was opened meanwhile is
    closed; that of `sitting` is the caller's.
    """
    if isinstance(lines, io.TextIOWrapper):
        lines.reconfigure(errors="surrogateescape")  # an old terminal's letters are not lost
    wizard = sitting.wizard if asked_for or sitting.read_only else sitting.wizard.start()
    session = Session(lines, out, sitting, wizard, collect)
    try:
        with _heeding_signals() as dropped:
            _turns(session)
            return _leave(session, asks=not dropped)
    finally:
        if session.sitting is not sitting:
            session.sitting.close()


def _turns(session: Session) -> None:
    """One turn after the other, until nobody goes on."""
    try:
        say_opening(session, tuple(filter(None, (session.sitting.lock.told,))))
        trouble.bring_versions(session)
        while True:
            trouble.before_prompt(session)
            question.ask(session)
    except LeaveError:
        return
    except KeyboardInterrupt:
        session.interrupted = True
    except DroppedError:
        session.ended = True


def _leave(session: Session, *, asks: bool) -> int:
    """Save, and only then say anything: nobody may be there to hear it."""
    nothing = not session.wizard.answers.by_id and not session.sitting.is_on_disk
    if not (nothing and not session.revision):  # somebody only looked: no year is begun
        trouble.leave(session, asks=asks)
    session.say()
    session.say(LEAVING)
    return INTERRUPTED if session.interrupted else 0


@contextmanager
def _heeding_signals() -> Iterator[list[int]]:
    """A hang-up or a terminate leaves as the word does; gives those that have come."""
    come: list[int] = []

    def drop(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough: what comes now is the save
        come.append(number)
        raise DroppedError

    names = [each for each in ("SIGHUP", "SIGTERM") if hasattr(signal, each)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = {name: signal.signal(getattr(signal, name), drop) for name in names}
    try:
        yield come
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
