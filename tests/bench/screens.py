"""The rows of the screens: the first painted question, and a letter in a long text.

Both programs run in a terminal of 80 by 24, one after the other, and are read byte by byte.
"""

import os
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pexpect

from sendwizard.core.answers import Answer, Answers
from sendwizard.store.answers_file import write_answers
from tests.bench import bare_app
from tests.bench.measuring import ROOT, ratio

STARTS = 5
LETTERS = 30
QUIET = 0.08
"""Seconds without a byte after which a letter counts as dealt with."""
LONG = "\n".join(["Words that a school wrote about what it does each day."] * 500)
"""5,000 words in lines."""
QUESTION = "adapt-curriculum"


def _open(command: list[str]) -> "pexpect.spawn[bytes]":
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    return pexpect.spawn(sys.executable, command, env=environment, dimensions=(24, 80), timeout=30)


def _seconds_to_paint(command: list[str]) -> float:
    times = []
    for _ in range(STARTS + 1):
        start = time.perf_counter()
        child = _open(command)
        child.expect_exact(bare_app.READY.split(" ", 1)[0])
        times.append(time.perf_counter() - start)
        child.close(force=True)
    return statistics.median(times[1:])


def _seconds_for_a_letter(command: list[str]) -> float:
    return seconds_for(command, ("e",))


def seconds_for(command: list[str], keys: Sequence[str]) -> float:
    """The 99th percentile of the seconds from a key to the last byte that it brings; the keys
    are pressed in turn, again and again.
    """
    child = _open(command)
    child.expect_exact(bare_app.READY.split(" ", 1)[0])
    _last_byte(child, time.perf_counter())
    times = []
    for number in range(LETTERS):
        start = time.perf_counter()
        child.send(keys[number % len(keys)])
        times.append(_last_byte(child, start))
        time.sleep(0.6)  # past the save, which says so on the screen
        _last_byte(child, time.perf_counter())
    child.close(force=True)
    return statistics.quantiles(times, n=100)[98]


def _last_byte(child: "pexpect.spawn[bytes]", start: float) -> float:
    """Seconds from `start` to the last byte before a pause."""
    last = start
    while True:
        try:
            child.read_nonblocking(65536, timeout=QUIET)
        except pexpect.TIMEOUT:
            return last - start
        last = time.perf_counter()


def main(folder: Path) -> None:
    """Print both rows."""
    school = folder / "screens"
    answers = Answers("2026-27", "england", "2026.11")
    short = folder / "short.txt"
    short.write_text("Words.", encoding="utf-8")
    long = folder / "long.txt"
    long.write_text(LONG, encoding="utf-8")
    for text, file, what, budget, measure in (
        ("Words.", short, "first painted question", 1.3, _seconds_to_paint),
        (LONG, long, "a letter in 5,000 words, 99th", 3.0, _seconds_for_a_letter),
    ):
        said = answers.with_answer(QUESTION, Answer(text, on=date(2026, 11, 23)))
        write_answers(school / "2026-27" / "answers.toml", said)
        words = ["-m", "sendwizard", "fill", "--at", QUESTION, "--folder", str(school)]
        ours = measure(words)
        bare = measure(["-m", "tests.bench.bare_app", str(file)])
        ratio(what, ours, bare, "a bare app with a text area", budget)
