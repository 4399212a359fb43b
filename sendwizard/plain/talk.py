"""What is said and heard, line by line, and where the person is. Knows no question's kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from sendwizard.core.wizard import Wizard
from sendwizard.office.sitting import Sitting
from sendwizard.store.resume import Resume


class LeaveError(Exception):
    """The person leaves, or the lines have ended."""


@dataclass
class Session:
    """One sitting over plain lines."""

    sitting: Sitting
    wizard: Wizard
    lines: Iterator[str]
    out: TextIO
    collect: str
    revision: int = 0
    told_to_read: str = ""
    """The question whose answer was asked to be read before it is kept; "" for none."""

    def say(self, text: str = "") -> None:
        """One line, with nothing in it that a terminal would obey."""
        safe = "".join(char if char.isprintable() or char == "\n" else " " for char in text)
        self.out.write(safe + "\n")
        self.out.flush()

    def ask(self, label: str) -> str:
        """The next line that is typed; leaving, where there is none."""
        line = self.line(label)
        if line is None:
            raise LeaveError
        return line

    def line(self, label: str) -> str | None:
        """The next line that is typed; None where the input has ended."""
        self.out.write(f"{label}: ")
        self.out.flush()
        return self.next_line()

    def next_line(self) -> str | None:
        """The next line without its end; None where the input has ended."""
        line = next(self.lines, None)
        return None if line is None else line.rstrip("\r\n")

    def go(self, wizard: Wizard) -> None:
        """Take the next state, and save it; where answers may only be looked at, take the place."""
        if self.sitting.read_only and wizard.answers != self.wizard.answers:
            self.say(self.sitting.read_only)
            return
        self.wizard = wizard
        self.revision += 1
        self.sitting.leave(wizard.answers, self.revision)
        self.sitting.remember(
            Resume(wizard.at, with_extras=wizard.with_extras, only_mine=wizard.only_mine)
        )
