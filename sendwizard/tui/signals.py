"""A hang-up and a terminate leave as the key does, once; what comes after them is not heard.

A dropped line may say so twice, and the second time must not end the save. Knows no wizard.
"""

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable

_NUMBERS = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]


def heed(leave: Callable[[], object]) -> None:
    """From here on they do this; nothing on Windows, and outside the main thread."""
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        for number in _NUMBERS:
            loop.add_signal_handler(number, leave)


def heed_no_more() -> None:
    """Leaving has begun: it is not begun again, and nothing ends it half way."""
    if threading.current_thread() is not threading.main_thread():
        return
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop = asyncio.get_running_loop()
        for number in _NUMBERS:
            if loop.remove_signal_handler(number):  # otherwise somebody else's, such as a test's
                signal.signal(number, signal.SIG_IGN)


def heed_as_ever() -> None:
    """All is saved: they end the program again, as they end any other."""
    if threading.current_thread() is threading.main_thread():
        for number in _NUMBERS:
            if signal.getsignal(number) is signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
