"""Thousands of sessions on two terminals: by Textual's own output and by the lean line."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

from tests.torture import row, say, wanted
from tests.tui import two_screens

CHEAP, REAL = 3_000, 200
BATCH = 20
"""Sessions that one program plays, each on new terminals."""
TOLD = 3


def main() -> bool:
    """Play them; whether every screen was the same."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    asked = wanted()
    until = time.monotonic() + (asked.seconds or 1e9)

    def cheap(seed: int) -> Coroutine[object, object, int]:
        return two_screens.sessions(seed, BATCH, 5, two_screens.same)

    with tempfile.TemporaryDirectory() as place:

        def real(seed: int) -> Coroutine[object, object, int]:
            return two_screens.real_sessions(Path(place) / str(seed), seed, BATCH, 4)

        fine = [
            _play("all sorts of letters", cheap, asked.times or CHEAP, asked.seed, until),
            _play("the program", real, asked.times or REAL, asked.seed, until),
        ]
    return all(fine)


def _play(
    what: str,
    sessions: Callable[[int], Coroutine[object, object, int]],
    many: int,
    first: int,
    until: float,
) -> bool:
    played = compared = 0
    other: list[str] = []
    for seed in range(first, first + -(-many // BATCH)):
        try:
            compared += asyncio.run(sessions(seed))
        except AssertionError as error:
            other.append(f"seed {seed}: {error}")
        played += BATCH
        if time.monotonic() > until:
            break
    for sentence in other[:TOLD]:
        say(sentence)
    row(f"{what}: updates compared", compared, 0)
    return row(f"{what}: sessions with another screen", played, len(other))
