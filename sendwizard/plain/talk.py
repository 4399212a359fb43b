"""What is said and heard, one line at a time. Knows no wizard and no answer.

A word commands only as the whole first line at a prompt; inside a passage only a single full stop
is special, and those lines are heard by `until_stop` alone.
"""

import select
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import TextIO

from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.plain.speech import fitted, mended, quoted, speakable

AT_ONCE = 20
"""Lines of a list that are said before the word `more`."""
STOP = "."
"""The line that ends a passage."""
EVERYWHERE = ("back", "leave", "help")
"""Words that are taken wherever something is asked, and never inside a passage."""
IN_LISTS = ("more", "first")
EMPTY_IT = "take out"
"""The word that empties what an empty line would leave as it is."""
ABOUT = (
    "An empty line leaves everything as it is; back does the same and goes back to the question; "
    "leave saves and leaves."
)
_FEW = 5
"""Lines at the end of a list that come with those before them."""
_MOST_READ_BACK = 200
"""Letters of what was refused that are read back."""


class LeaveError(Exception):
    """The person leaves, or the lines have ended."""


class BackError(Exception):
    """The person goes back from what is asked to the question."""


class DroppedError(BaseException):
    """The line to the person has dropped, or the system ends the program: nobody is there."""


@dataclass(frozen=True)
class Said:
    """One line of a list from which something is picked by its number."""

    text: str
    heading: str = ""
    """Said before it, without a number; "" for none."""


@dataclass
class Talk:
    """One conversation over plain lines."""

    typed: TextIO
    out: TextIO
    ended: bool = field(default=False, init=False)
    """Whether nothing more is heard: the input has ended, or the person leaves."""
    interrupted: bool = field(default=False, init=False)
    """Whether that was Ctrl+C."""
    _heard_before: bool = field(default=False, init=False)

    # -- saying -------------------------------------------------------------------------

    def say(self, text: str = "") -> None:
        """One line or several, with nothing in them that a terminal would obey."""
        self.out.write(fitted(speakable(text, self.out), self.out) + "\n")
        self.out.flush()

    # -- hearing ------------------------------------------------------------------------

    def next_line(self) -> str | None:
        """The next line as it is typed, without its end; None where nothing more is heard."""
        if self.ended:
            return None
        try:
            line = self.typed.readline()
        except KeyboardInterrupt:
            self.interrupted = self.ended = True
            return None
        except DroppedError:
            self.ended = True
            return None
        except UnicodeDecodeError:
            self.ended = True
            raise UsageError(
                "Standard input is not written in UTF-8, so what follows was not taken."
            ) from None
        if not line:
            self.ended = True
            return None
        if not self._heard_before:
            self._heard_before = True
            line = line.removeprefix("\ufeff")  # Windows Notepad begins a script with it
        return mended(line.rstrip("\r\n"))

    def hear(self, label: str) -> str | None:
        """The next line, after what to type; None where nothing more is heard."""
        if self.ended:
            return None
        self.out.write(fitted(f"{speakable(label, self.out)}:", self.out) + " ")
        self.out.flush()
        typed = self.next_line()
        if not self.typed.isatty():  # where nobody pressed Enter, no line has ended
            self.out.write("\n")
        return typed

    def line(self, label: str, about: str = ABOUT) -> str | None:
        """A line that is asked for: as `hear`, with the words that are taken everywhere.

        `about` is what `help` says. Raises BackError.
        """
        while True:
            typed = self.hear(label)
            word = typed.strip().casefold() if typed is not None else ""
            if word == "back":
                raise BackError
            if word == "leave":
                self.ended = True
                return None
            if word != "help":
                return self._literal(typed)
            self.say(about)

    @staticmethod
    def _literal(typed: str | None) -> str | None:
        inside = quoted(typed) if typed is not None else None
        if inside is not None and inside.casefold() in (*EVERYWHERE, *IN_LISTS, EMPTY_IT):
            return inside
        return typed

    def ask(self, label: str, about: str = ABOUT) -> str:
        """A line that is asked for. Raises LeaveError where there is none, and BackError."""
        typed = self.line(label, about)
        if typed is None:
            raise LeaveError
        return typed

    def ask_over(self, label: str, now: str) -> str:
        """A line that takes the place of `now`: an empty one leaves it, `take out` empties it.

        Raises as `ask` does.
        """
        if now:
            self.say(f"Now: {now}")
            self.say("An empty line leaves it; take out empties it.")
        typed = self.ask(label).strip()
        if typed.casefold() == EMPTY_IT:
            return ""
        return typed or now

    def confirm(self, question: str) -> bool:
        """Yes or no; an empty line is a no. Raises as `ask` does."""
        while True:
            typed = self.ask(f"{question} Yes or no").strip().casefold()
            if typed in ("yes", "y"):
                return True
            if typed in ("no", "n", ""):
                return False
            self.say("Type yes or no.")

    def more_waits(self) -> bool:
        """Whether more has been typed, or piped in, than was heard; False where nobody can say."""
        try:
            return bool(select.select([self.typed], [], [], 0)[0])
        except (OSError, ValueError):
            return False

    def until_stop(self, first: str | None, meanwhile: Callable[[str], None]) -> str:
        """Lines to a single full stop, or to the end of the input; kept either way.

        `first` was heard already; None where nothing was. `meanwhile` takes what there is so far,
        whenever nothing more waits to be heard.
        """
        lines = [] if first is None else [first]
        while True:
            if lines and not self.more_waits():
                meanwhile("\n".join(lines))
            line = self.next_line()
            if line in (STOP, None):
                return "\n".join(lines)
            lines.append(str(line))

    # -- lists --------------------------------------------------------------------------

    def pick(self, lines: Sequence[Said], label: str, start: int = 0) -> int | None:
        """Say a list, some lines at a time, and hear a number or the first words of a line.

        The place that was picked, from 0; None for an empty line. `start` is the place at which
        the list begins to be said. Raises as `ask` does.
        """
        at = self._say_some(lines, start)
        while True:
            more = ", more" if at < len(lines) else ""
            first = ", first for the beginning" if start else ""
            typed = self.ask(f"{label}{more}{first}, or an empty line").strip()
            if not typed:
                return None
            word = typed.casefold()
            if word in ("more", "m"):
                at = self._say_some(lines, at)
            elif word == "first":
                start, at = 0, self._say_some(lines, 0)
            elif isinstance(found := _picked(typed, lines), int):
                return found
            else:
                self.say(found)

    def _say_some(self, lines: Sequence[Said], start: int) -> int:
        """Say the next lines; the place behind them."""
        if start >= len(lines):
            self.say("That was the end of the list.")
            return start
        end = _end_of(start, len(lines))
        for number, line in enumerate(lines[start:end], start + 1):
            if line.heading:
                self.say(line.heading)
            self.say(f"{number}. {line.text}")
        if end < len(lines):
            self.say(f"That was {end} of {len(lines)}.")
        return end

    def read_out(self, lines: Sequence[str]) -> None:
        """Read lines out, some at a time, until they end or the person has heard enough.

        Raises as `ask` does.
        """
        start = 0
        while start < len(lines):
            if start:
                left = len(lines) - start
                more = self.ask(f"{count(left, 'line')} left. More, or an empty line to stop")
                if more.strip().casefold() not in ("more", "m"):
                    return
            end = _end_of(start, len(lines))
            for line in lines[start:end]:
                self.say(line)
            start = end

    def read_back(self, typed: str) -> None:
        """Say what was typed and could not be taken."""
        self.say(f"You typed: {shorten(typed, _MOST_READ_BACK, placeholder=' …')}")


def _end_of(start: int, length: int) -> int:
    """Where a part of a list ends that begins there; a few last lines are not kept for another."""
    end = start + AT_ONCE
    return length if length - end <= _FEW else end


def _picked(typed: str, lines: Sequence[Said]) -> int | str:
    """The place that was meant, or the sentence that says what would be taken."""
    if typed.isascii() and typed.isdigit():
        place = int(typed[:9]) - 1
        return place if 0 <= place < len(lines) else f"Type a number from 1 to {len(lines)}."
    wanted = typed.casefold()
    found = [n for n, line in enumerate(lines) if line.text.casefold().startswith(wanted)]
    if not found and " " in wanted:  # one word alone may be meant as a command
        found = [n for n, line in enumerate(lines) if wanted in line.text.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(str(n + 1) for n in found[:5])
        return f"{count(len(found), 'line')} of the list have that, such as {some}. Type a number."
    return f"Type a number from 1 to {len(lines)}, or the first words of a line."
