"""Asks a dictionary of British English, which a child process holds.

Loading it takes most of a second, and in a thread it would hold up the screen. So nothing is loaded
before the first word is asked for, and the child ends with its parent.
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self, cast

from sendwizard.errors import SendwizardError

MOST_LETTERS = 45
"""What is longer is no word, and is not asked for."""

_AT_ONCE = 100
"""Words in one line: whatever they are, it fits into a pipe that nobody reads."""
_BEGIN = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from sendwizard.language.speller_child import main; main()"
)
"""Isolated, Python would miss an install for one user alone; so the child is told our own path."""
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What it keeps of our environment: what a Python needs to start."""
_STOPPED = (
    "The spelling was not checked: the dictionary stopped by itself. Try again. "
    "Everything else works without it, and your words are safe."
)
_TOO_LONG = (
    "The spelling was not checked: the dictionary did not answer in time, so it was stopped. "
    "Try again when the computer is less busy. Your words are safe."
)


@dataclass(frozen=True)
class Limits:
    """Seconds that are waited."""

    start: float = 60.0
    """For the first answer, before which the dictionary is loaded."""
    answer: float = 10.0
    """For each answer after it."""
    suggest: float = 2.0
    """For suggestions; then there are those that were found so far."""


LIMITS = Limits()


class Speller:
    """The dictionary, for as long as it is wanted; started when it is first asked.

    Serves one thread at a time, the others wait. `close` does not wait, and whoever is waiting for
    an answer then gets a SendwizardError. After any other error the next question starts it anew.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._turn = threading.Lock()
        self._starting = threading.Lock()
        self._child: _Child | None = None
        self._closed = False
        self._known: dict[str, bool] = {}
        self._suggested: dict[str, tuple[str, ...]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that the dictionary does not know.

        Raises SendwizardError where it stops or does not answer in time.
        """
        asked = {word for word in words if 0 < len(word) <= MOST_LETTERS}
        with self._turn:
            new = sorted(asked - self._known.keys())
            for start in range(0, len(new), _AT_ONCE):
                some = new[start : start + _AT_ONCE]
                unknown = set(self._ask({"words": some}, self._limits.answer))
                self._known.update((word, word not in unknown) for word in some)
            return frozenset(word for word in asked if not self._known[word])

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may be meant by a word, the likeliest first; () where nothing comes near.

        Raises SendwizardError where the dictionary stops or does not answer in time.
        """
        if not 0 < len(word) <= MOST_LETTERS:
            return ()
        with self._turn:
            if word not in self._suggested:
                seconds = self._limits.suggest
                question = {"suggest": word, "seconds": seconds}
                found = self._ask(question, seconds + self._limits.answer)
                self._suggested[word] = tuple(found)
            return self._suggested[word]

    def close(self) -> None:
        """End the child. Nothing can be asked afterwards."""
        with self._starting:
            self._closed = True
            if self._child:
                self._child.end()
                self._child = None

    def _ask(self, question: Mapping[str, object], seconds: float) -> list[str]:
        child, seconds = self._running(seconds)
        try:
            line = child.ask(json.dumps(question).encode() + b"\n", seconds)
            answer: list[str] = json.loads(line)
        except queue.Empty:
            self._end(child)
            raise SendwizardError(_TOO_LONG) from None
        except (OSError, ValueError):  # no line, half a line, or nobody to write to
            complaint = self._end(child)
            error = SendwizardError(_STOPPED)
            error.add_note(complaint)
            raise error from None
        return answer

    def _running(self, seconds: float) -> "tuple[_Child, float]":
        """The child, and how long to wait for it."""
        with self._starting:
            if self._closed:
                raise SendwizardError(_STOPPED)
            if self._child:
                return self._child, seconds
            self._child = _Child()
            return self._child, seconds + self._limits.start

    def _end(self, child: "_Child") -> str:
        with self._starting:
            self._child = None
            return child.end()


class _Child:
    """The process, and a thread that reads from it: reading a pipe knows no limit of time."""

    def __init__(self) -> None:
        path = [str(Path(each).absolute()) for each in sys.path]
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-W", "ignore", "-c", _BEGIN, *path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parent,  # no folder of the school is held on to
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,  # Ctrl+C in the terminal is not for it
        )
        self._to = cast("IO[bytes]", self.process.stdin)
        self._from = cast("IO[bytes]", self.process.stdout)
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="speller", daemon=True)
        self._reader.start()

    def ask(self, line: bytes, seconds: float) -> bytes:
        """The answer; b"" from a child that has ended. Raises queue.Empty after so long."""
        self._to.write(line)
        self._to.flush()
        return self._lines.get(timeout=seconds)

    def end(self) -> str:
        """End it, and give what it complained of."""
        self.process.kill()
        self._reader.join()
        with contextlib.suppress(OSError, ValueError):  # what could not be written
            return self.process.communicate()[1].decode(errors="replace")
        return ""

    def _read(self) -> None:
        for line in self._from:
            self._lines.put(line)
        self._lines.put(b"")
