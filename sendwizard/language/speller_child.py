"""The other side of `speller`: holds the dictionary in a process of its own, and answers.

One line of JSON in, one line of JSON out, until standard input ends: that is when its parent is
done, or gone. It writes no file.
"""

import _thread
import json
import signal
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from types import FrameType

from spylls.hunspell import Dictionary  # type: ignore[import-untyped] # spylls ships no types

DICTIONARY = Path(__file__).with_name("dictionary") / "en_GB-ise"
"""The files of the dictionary, without their endings."""
MOST_SUGGESTED = 6


def main() -> None:
    """Answer each line with a list of words: those unknown, or those to write instead."""
    dictionary = Dictionary.from_files(str(DICTIONARY))
    alarm = _Alarm()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if "suggest" in asked:
            answer = _suggested(dictionary, asked["suggest"], asked["seconds"], alarm)
        else:
            answer = [word for word in asked["words"] if not dictionary.lookup(word)]
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


class _Alarm:
    """Breaks off work that takes too long, on every system."""

    def __init__(self) -> None:
        self._is_set = False
        signal.signal(signal.SIGINT, self._ring)

    def set(self, seconds: float) -> threading.Timer:
        """From now on TimeoutError may be raised, until `off`."""
        self._is_set = True
        timer = threading.Timer(seconds, _thread.interrupt_main)
        timer.daemon = True
        timer.start()
        return timer

    def off(self) -> None:
        """One that rings late is not heard."""
        self._is_set = False

    def _ring(self, _: int, __: FrameType | None) -> None:
        if self._is_set:
            self._is_set = False
            raise TimeoutError


def _suggested(dictionary: Dictionary, word: str, seconds: float, alarm: _Alarm) -> list[str]:
    """What was found by then, the best first."""
    found: list[str] = []
    try:
        timer = alarm.set(seconds)
        _collect(found, dictionary.suggest(word))
        alarm.off()
        timer.cancel()
    except TimeoutError:
        pass
    return found


def _collect(found: list[str], suggestions: Iterable[str]) -> None:
    """Leaves out what was split into single letters, as children-s."""
    for each in suggestions:
        parts = each.replace("-", " ").split()
        if all(len(part) > 1 or part in {"a", "I"} for part in parts) and each not in found:
            found.append(each)
        if len(found) == MOST_SUGGESTED:
            return
