"""Someone who types in a real terminal of 80 by 24 until something cuts them off, and then looks.

`python -m tests.torture.typist HOW TIMES SEED FOLDER SECONDS` is one typist; `hire` has several at
once and adds up what they saw. HOW is kill, SIGHUP, SIGTERM or close; or several, with commas
between, in turn. The program is imported once and forked for each run, so that a start costs half
a second instead of two; from there on it is the program, alone in its own terminal.
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.torture.desk import Desk, Letter, Seen
from tests.torture.program import Program, Stuck, prepare

ROOT = Path(__file__).resolve().parents[2]
TYPISTS = 3
"""At once: one thinks while two use the machine."""
RUNS_PER_FOLDER = 50
"""Then a new school is begun, so that texts are short and long."""
LONGEST_TYPING = 1.8
"""Seconds from the first letter to the latest kill."""
PACE = 0.09
"""Seconds between two letters, on average: about 130 words a minute."""
LATEST_SIGNAL = 0.3
"""Seconds from the last letter to the latest signal; half come in the first 40 ms, where the letter
may still be on its way through the program.
"""
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
F7, F8, LEAVE = "\x1b[18~", "\x1b[19~", "\x0c"
TO_THE_END = "\x1b[6~" * 4 + "\x1b[F"
"""Page down, and to the end of the line: a kill may have left the cursor some letters behind."""


LARGEST = {"worst", "worst_by_clock", "flash", "slowest"}
"""Of these the largest is told, of all others the sum."""


@dataclass
class Tally:
    """What was seen, added up over all runs."""

    runs: int = 0
    letters: int = 0
    """Letters that were typed."""
    claimed: int = 0
    """Letters that the screen said were saved, in the end."""
    worst: float = 0.0
    """The age in seconds of the oldest letter that is missing, less what the machine was busy."""
    worst_by_clock: float = 0.0
    """The same by the clock, on a machine that may have been busy with other things."""
    missing: int = 0
    """Letters that are missing though they must not be."""
    missing_shown: int = 0
    """Letters that are missing though the screen said that they were saved."""
    unreadable: int = 0
    locked: int = 0
    """Starts that did not come to the question."""
    misplaced: int = 0
    """Starts at another question, or with the cursor elsewhere after a signal."""
    flash: float = 0.0
    """The longest time that a letter stood beside a “Saved at” from before it, in seconds."""
    slowest: float = 0.0
    """Seconds that the program took to go after a signal, at most."""
    told: list[str] = field(default_factory=list)
    """What went wrong, in words."""

    def add(self, other: "Tally") -> None:
        """Add up what another has seen."""
        for name, value in asdict(other).items():
            now = getattr(self, name)
            setattr(self, name, max(now, value) if name in LARGEST else now + value)


class Typist:
    """Types, is cut off, and looks at what is left."""

    def __init__(self, seed: int, folder: Path, seconds: float) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret: a run that can be repeated
        self._folder = folder
        self._until = time.monotonic() + seconds
        self.tally = Tally()

    def work(self, how: str, times: int) -> None:
        """Be cut off so many times, in one school's folder after the other."""
        ways = how.split(",")
        for start in range(0, times, RUNS_PER_FOLDER):
            if time.monotonic() > self._until:
                break
            desk = Desk(self._folder / f"school-{start}", self.tally)
            for number in range(start, min(start + RUNS_PER_FOLDER, times)):
                if time.monotonic() > self._until:
                    break
                self.tally.runs += 1
                desk.run = f"run {number + 1}"
                with self._sat_down(desk) as program:
                    if program is not None:
                        self._be_cut_off(desk, program, ways[number % len(ways)])
            with self._sat_down(desk) as program:
                if program is not None:
                    program.send(LEAVE)
                    program.wait_for_the_end()
            desk.look_at_everything()

    @contextmanager
    def _sat_down(self, desk: Desk) -> Iterator[Program | None]:
        """The program at the question where it was left; None where it did not come there."""
        program = Program(desk.folder)
        try:
            yield program if desk.arrives(program) else None
        except Stuck as stuck:
            desk.fault("locked", str(stuck))
        finally:
            program.end()

    def _be_cut_off(self, desk: Desk, program: Program, how: str) -> None:
        seen = Seen(desk.place, dict(desk.texts))
        program.send(TO_THE_END)
        if how == "kill":
            self._type_until(desk, program, seen, self._random.uniform(0, LONGEST_TYPING))
            waited_with_us = program.waited_with_us()
            killed, waited = program.kill()
            seen.settle(killed, waited_with_us)
            desk.look_after_kill(seen, killed, waited)
        else:
            for _ in range(self._random.randint(2, 9)):
                self._letter(program, seen)
                program.read(self._pause())
            self._letter(program, seen)
            ended = program.cut_off(how, LATEST_SIGNAL * self._random.random() ** 3)
            desk.look_after_signal(seen, ended, program.code)
        self.tally.letters += len(seen.letters)

    def _type_until(self, desk: Desk, program: Program, seen: Seen, seconds: float) -> None:
        """Type, pause, go on and back, reading the screen all the time."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            self._letter(program, seen)
            if self._random.random() < 0.04:
                self._move(program, seen)
            pause = self._pause() if self._random.random() < 0.9 else self._random.uniform(0.6, 1.2)
            program.read(min(pause, max(0.0, end - now)), lambda: desk.claim(program, seen))

    def _letter(self, program: Program, seen: Seen) -> None:
        space = " " if self._random.random() < 0.15 else ""
        letter = self._random.choice(ALPHABET)
        seen.letters.append(Letter(seen.place, letter, time.monotonic(), program.waited()))
        program.send(space + letter)

    def _move(self, program: Program, seen: Seen) -> None:
        at = seen.places.index(seen.place)
        forward = at == 0 or (at + 1 < len(seen.places) and self._random.random() < 0.5)
        seen.go(seen.places[at + 1 if forward else at - 1], time.monotonic(), program.waited())
        program.send(F8 if forward else F7)

    def _pause(self) -> float:
        return min(self._random.expovariate(1 / PACE), 0.5)


def hire(how: str, times: int, seed: int, seconds: float | None, typists: int = TYPISTS) -> Tally:
    """Several typists at once, until they are done or the seconds are over; all that they saw."""
    total = Tally()
    kept = ("TEXTUAL", "SENDWIZARD_", "NO_COLOR", "COLUMNS", "LINES")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(kept)}
    with tempfile.TemporaryDirectory(prefix="torture-") as place:
        children = []
        for number in range(typists):
            share = times // typists + (number < times % typists)
            folder = Path(place) / f"typist-{number}"
            folder.mkdir()
            command = [sys.executable, "-m", "tests.torture.typist", how]
            command += [str(share), str(seed * 10 + number), str(folder)]
            command += [str(seconds or math.inf)]
            home = environment | {"HOME": str(folder), "PYTHONPATH": str(ROOT)}
            children.append(
                subprocess.Popen(command, stdout=subprocess.PIPE, env=home, cwd=ROOT, text=True)
            )
        for child in children:
            said = child.communicate()[0]
            if child.returncode:
                total.told.append(f"A typist broke off with {child.returncode}.")
            else:
                total.add(Tally(**json.loads(said)))
    return total


def main(how: str, times: str, seed: str, folder: str, seconds: str) -> None:
    """One typist; what was seen goes to standard output as JSON."""
    prepare()
    typist = Typist(int(seed), Path(folder), float(seconds))
    typist.work(how, int(times))
    sys.stdout.write(json.dumps(asdict(typist.tally)))


if __name__ == "__main__":
    main(*sys.argv[1:])
