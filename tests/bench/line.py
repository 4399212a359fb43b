"""The rows of the line: the bytes that a terminal is sent, beside nano's in the same run.

Both programs run in a terminal of 80 by 24 that shows every colour, which takes the longest codes.
"""

import os
import shutil
import statistics
import sys
import time
from datetime import date
from pathlib import Path

import pexpect

from sendwizard.core.answers import Answer, Answers
from sendwizard.store.answers_file import write_answers
from tests.bench.measuring import ROOT

QUESTION = "adapt-curriculum"
PASSAGE = "\n".join(["Words that a school wrote about what it does each day."] * 40)
"""A full passage, in lines that both programs show alike."""
LINE, COLUMN = 30, 55
"""In the middle of it: the end of this line."""
WORDS = (" and it goes on today", " and asks the parents")
"""Written to the ends of five lines, one after the other: more than a hundred letters."""
LINES = 5
PACE = 0.2
"""Seconds from letter to letter of somebody who types."""
SLOW = 0.9
"""Seconds after which a letter has its own “Saved at”."""
MOVES = 20
STILL = 60
F8, DOWN, UP, END = "\x1b[19~", "\x1b[B", "\x1b[A", "\x1b[F"
OF_NANO, FIRST, NEXT = 6, 16_384, 4_096


def _open(command: list[str]) -> "pexpect.spawn[bytes]":
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environment["PYTHONPATH"] = str(ROOT)
    environment.pop("NO_COLOR", None)
    program, *words = command
    child: pexpect.spawn[bytes] = pexpect.spawn(
        program, words, env=environment, dimensions=(24, 80), timeout=30
    )
    child.delaybeforesend = None  # a key is sent when it is pressed
    return child


def _bytes(child: "pexpect.spawn[bytes]", seconds: float) -> int:
    """The bytes that come within so many seconds."""
    heard, end = 0, time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        try:
            heard += len(child.read_nonblocking(65536, timeout=left))
        except pexpect.TIMEOUT:
            break
    return heard


def _letters(child: "pexpect.spawn[bytes]", seconds: float) -> float:
    """The median bytes of a letter, with what comes until the next."""
    found = []
    for line in range(LINES):
        for letter in WORDS[line % len(WORDS)]:
            child.send(letter)
            found.append(_bytes(child, seconds))
        child.send(DOWN + END)
        _bytes(child, 2)
    return statistics.median(found)


def _ours(folder: Path) -> "pexpect.spawn[bytes]":
    said = Answers("2026-27", "england", "2026.11").with_answer(
        QUESTION, Answer(PASSAGE, on=date(2026, 11, 23))
    )
    write_answers(folder / "2026-27" / "answers.toml", said)
    words = ["-m", "sendwizard", "fill", "--at", QUESTION, "--folder", str(folder)]
    return _open([sys.executable, *words])


def _to_the_middle(child: "pexpect.spawn[bytes]") -> None:
    for _ in range(PASSAGE.count("\n") + 1 - LINE):
        child.send(UP)
    child.send(END)
    _bytes(child, 3)


def _row(what: str, found: float, nano: float | None, budget: float) -> None:
    """A row in bytes: with a budget of its own, or as many times nano's."""
    if nano is None:
        print(f"{what:<30}{found:>9,.0f} bytes, budget {budget:,} bytes{_over(found, budget)}")
        return
    print(
        f"{what:<30}{found:>9,.0f} B  {nano:>9,.0f} B  {'nano':<28}"
        f"{found / nano:>6.2f} x, budget {budget} x{_over(found / nano, budget)}"
    )


def _over(found: float, budget: float) -> str:
    return "" if found <= budget else "  OVER"


def _nano(file: Path) -> float | None:
    """The bytes of a letter in nano; None where it is not on this machine."""
    if not (nano := shutil.which("nano")):
        return None
    file.write_text(PASSAGE, encoding="utf-8")
    child = _open([nano, "--ignorercfiles", f"+{LINE},{COLUMN}", str(file)])
    _bytes(child, 2)
    found = _letters(child, PACE)
    child.close(force=True)
    return found


def main(folder: Path) -> None:
    """Print the rows."""
    nano = _nano(folder / "nano.txt")
    child = _ours(folder / "line")
    child.expect_exact("Saved at")
    first = len(child.before or b"") + len("Saved at") + _bytes(child, 3)
    _row("first screen at 80 by 24", first, None, FIRST)
    _to_the_middle(child)
    for what, seconds in (("a letter, five a second", PACE), ("a letter and its save", SLOW)):
        found = _letters(child, seconds)
        if nano is None:
            print(f"{what:<30}{found:>9,.0f} bytes; nano is not here to compare it with")
        else:
            _row(what, found, nano, OF_NANO)
        _bytes(child, 2)
    moves = []
    for _ in range(MOVES):
        child.send(F8)
        moves.append(_bytes(child, 1))
    _row("to the next question", statistics.median(moves), None, NEXT)
    _bytes(child, 3)
    _row(f"nobody types for {STILL} s", _bytes(child, STILL), None, 0)
    child.close(force=True)
