"""What must be there after a cut: held against the files and against the screen of the next start.

Texts are compared without their blanks, which the program may tidy at an answer's end.
"""

import itertools
import re
import time
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sendwizard.core.bank import Kind
from sendwizard.core.route import route
from sendwizard.store.answers_file import FILE_NAME, write_answers
from sendwizard.store.resume import FILE_NAME as RESUME_NAME
from sendwizard.store.resume import Resume, read_resume, write_resume
from tests.torture.program import YEAR, Program, Stuck
from tests.worlds import filled, real_bank

if TYPE_CHECKING:
    from tests.torture.typist import Tally

ONE_SECOND = 1.0
"""Of typing may be lost to a kill -9."""
LINES = slice(4, 14)
"""Where a passage stands on the screen, among others."""
TAIL = 12
"""Random letters that tell one place of a text from all others."""
SAVED = "Saved at "
READABLE = 0.1
"""Seconds that a letter must stand beside an old “Saved at” for a person to believe it: the screen
shows a letter some hundredths of a second before it says “Saving”.
"""


@dataclass(frozen=True)
class Letter:
    """A letter that was typed."""

    place: str
    letter: str
    at: float
    waited: float
    """What the program had waited for the machine by then."""


@dataclass
class Seen:
    """What a typist did and saw in one run."""

    place: str
    texts: dict[str, str]
    """The texts as they stood before the first letter."""
    letters: list[Letter] = field(default_factory=list)
    moves: list[Letter] = field(default_factory=list)
    """The key that left a place, in place of a letter."""
    claimed: int = 0
    """So many of the first letters stood on the screen when it said that all was saved."""
    echoed: int = 0
    """So many of the first letters stood there when it last said that it was saving."""
    beside: tuple[int, float, float] = (0, 0.0, 0.0)
    """So many of the first letters stand beside “Saved at”; since when, and what it had waited."""
    flash: float = 0.0
    """The longest time that a letter stood beside a “Saved at” from before it, in seconds."""

    @property
    def places(self) -> list[str]:
        """Where the typist goes on and back."""
        return list(self.texts)

    def go(self, place: str, now: float, waited: float) -> None:
        """Go to another question."""
        self.moves.append(Letter(self.place, "", now, waited))
        self.place = place

    def look(self, count: int, changed: float, waited: float, *, saved: bool) -> None:
        """The screen shows so many letters; `changed` is when the look before came to its end."""
        self.settle(changed, waited)
        if not saved:
            self.echoed, self.beside = max(self.echoed, count), (0, 0.0, 0.0)
            return
        self.claimed = max(self.claimed, min(count, self.echoed))
        if count > self.claimed:
            self.beside = count, time.monotonic(), waited

    def settle(self, until: float, waited: float) -> None:
        """Believe what stood beside “Saved at” for long enough to be read."""
        count, since, waited_before = self.beside
        if count <= self.claimed:
            return
        stood = until - since - (waited - waited_before)
        self.flash = max(self.flash, stood)
        if stood >= READABLE:
            self.claimed = count

    def typed(self, place: str) -> list[tuple[int, Letter]]:
        """The letters that went to this question, each with its number in all."""
        return [(n, each) for n, each in enumerate(self.letters) if each.place == place]


@cache
def places() -> dict[str, str]:
    """The first long texts that stand one after the other, and how their page is headed."""
    asked = route(real_bank(), filled())
    first = next(
        n for n in range(len(asked)) if all(each.kind is Kind.PASSAGE for each in asked[n : n + 6])
    )
    numbers = range(first, first + 6)
    return {asked[n].id: f"Question {n + 1} of {len(asked)}" for n in numbers}


class Desk:
    """A school's folder, and what is known to be in it."""

    def __init__(self, folder: Path, tally: "Tally") -> None:
        self.folder = folder
        self._year = folder / YEAR
        self._tally = tally
        self.run = ""
        write_answers(self._year / FILE_NAME, filled())
        write_resume(self._year, Resume(next(iter(places()))))
        self.place = next(iter(places()))
        self._may_be = {self.place}
        self.texts = self._read()

    def fault(self, kind: str, what: str, times: int = 1) -> None:
        """Something is not as it must be."""
        setattr(self._tally, kind, getattr(self._tally, kind) + times)
        self._tally.told.append(f"{self.folder.parent.name}, {self.run}: {what}")

    def arrives(self, program: Program) -> bool:
        """Whether the program comes to where it was left, with the words that are on disk."""
        try:
            program.wait_until(lambda: any(self._is_at(program, place) for place in places()))
        except Stuck as stuck:
            self.fault("locked", str(stuck))
            return False
        self.place = next(place for place in places() if self._is_at(program, place))
        if self.place not in self._may_be:
            self.fault("misplaced", f"{self.place} instead of {' or '.join(self._may_be)}")
        self._may_be = {self.place}
        return True

    def _is_at(self, program: Program, place: str) -> bool:
        lines = program.shown()
        return (
            any(places()[place] in line for line in lines[:3])
            and SAVED in "".join(lines[-3:])
            and self.texts[place][-TAIL:] in _field(lines)
        )

    def claim(self, program: Program, seen: Seen) -> None:
        """Take the screen at its word, where it says that what it shows is saved."""
        lines = program.shown()
        here = next((p for p, head in places().items() if any(head in x for x in lines[:3])), None)
        if here is None:
            return
        shown, text, count = _field(lines), seen.texts[here], 0
        for number, letter in seen.typed(here):
            text += letter.letter
            if text[-TAIL:] in shown:
                count = number + 1
        saved = SAVED in "".join(lines[-3:])
        seen.look(count, program.changed, program.waited_with_us(), saved=saved)

    def look_after_kill(self, seen: Seen, killed: float, waited: float) -> None:
        """Nothing that was shown as saved is missing, and of the rest at most a second."""

        def age(letter: Letter) -> float:
            return killed - letter.at - (waited - letter.waited)

        now, tally = self._read(), self._tally
        missing = self._missing(seen, now)
        tally.flash = max(tally.flash, seen.flash)
        tally.claimed += seen.claimed
        tally.worst = max([tally.worst, *(age(each) for _, each in missing)])
        tally.worst_by_clock = max(
            [tally.worst_by_clock, *(killed - each.at for _, each in missing)]
        )
        shown = sum(number < seen.claimed for number, _ in missing)
        if shown:
            self.fault("missing_shown", f"{shown} letters were shown as saved", shown)
        gone = [age(each) for _, each in missing if age(each) > ONE_SECOND]
        if gone:
            self.fault("missing", f"{len(gone)} letters of {max(gone):.2f} s before", len(gone))
        moves = [each.place for each in seen.moves if age(each) <= ONE_SECOND]
        self._may_be = {seen.place, *moves}
        self.texts = now

    def look_after_signal(self, seen: Seen, lived_on: float, code: int | None) -> None:
        """Every letter is there, the cursor is behind the last one, and it ended as it should."""
        now = self._read()
        self._tally.slowest = max(self._tally.slowest, lived_on)
        missing = list(self._missing(seen, now))
        if missing:
            words = "".join(each.letter for _, each in missing)
            self.fault("missing", f"“{words}” of {len(seen.letters)} letters", len(missing))
        resume = read_resume(self._year)
        text = _values(self._year)[seen.place]
        end = (text.count("\n"), len(text.rpartition("\n")[2]))
        if resume is None or (resume.question, resume.cursor) != (seen.place, end):
            self.fault("misplaced", f"the cursor is at {resume}, the text ends at {end}")
        if code != 0:
            self.fault("misplaced", f"it ended with {code}")
        self.texts = now

    def _missing(self, seen: Seen, now: dict[str, str]) -> "list[tuple[int, Letter]]":
        """The letters that are not on disk; a text with anything else in it is all missing."""
        missing = []
        for place, before in seen.texts.items():
            typed = seen.typed(place)
            wanted = before + "".join(each.letter for _, each in typed)
            if now[place].startswith(before) and wanted.startswith(now[place]):
                missing += typed[len(now[place]) - len(before) :]
            else:
                self.fault("missing", f"{place} holds {now[place][-40:]} for {wanted[-40:]}")
                missing += typed
        return sorted(missing, key=lambda each: each[0])

    def _read(self) -> dict[str, str]:
        """The texts on disk; as they were before where the file cannot be read."""
        try:
            if not (self._year / FILE_NAME).read_bytes().endswith(b"\n[end]\n"):
                self.fault("unreadable", "answers.toml does not end with [end]")
            tomllib.loads((self._year / RESUME_NAME).read_text(encoding="utf-8"))
            values = _values(self._year)
        except (OSError, ValueError) as error:
            self.fault("unreadable", str(error))
            return self.texts
        return {place: "".join(values[place].split()) for place in places()}

    def look_at_everything(self) -> None:
        """Every file of the year can be read, those that were put by as well."""
        for path in itertools.chain(self._year.glob("*.toml"), self._year.glob("history/*.toml")):
            try:
                tomllib.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                self.fault("unreadable", f"{path.name}: {error}")


def _values(year: Path) -> dict[str, str]:
    data = tomllib.loads((year / FILE_NAME).read_text(encoding="utf-8"))
    return {place: data["answers"][place]["value"] for place in places()}


def _field(lines: list[str]) -> str:
    """What stands in the field, without blanks and frames."""
    return re.sub(r"[\s│╭╮╰╯─]+", "", "".join(line[1:-1] for line in lines[LINES]))
