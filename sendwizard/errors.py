"""What can go wrong, in the reader's own words, with the exit code that scripts rely on.

Nothing here formats for a screen: a face prints `str(error)` and leaves with `error.exit_code`.
"""

from dataclasses import dataclass
from typing import ClassVar


class SendwizardError(Exception):
    """Something that the person can understand and act on; its text is one or two sentences."""

    exit_code: ClassVar[int] = 70


class UsageError(SendwizardError):
    """Wrong usage: an unknown year, question or option, or a value that its kind refuses."""

    exit_code = 2


class UnreadableError(SendwizardError):
    """A file that cannot be understood. It is left exactly as it was."""

    exit_code = 3


class LockedError(SendwizardError):
    """Somebody else has the year open."""

    exit_code = 4


class UnwritableError(SendwizardError):
    """Something could not be written. What was there before still is."""

    exit_code = 5


@dataclass(frozen=True)
class Problem:
    """One fault of a file: where it is, and what to do about it."""

    file: str
    """The file's name, as short as tells it apart."""
    key: str
    """The dotted key, or "" where the fault is not at a key."""
    line: int | None
    """The line, counted from 1; None where it has none, as for something missing."""
    message: str
    """One sentence: what is wrong and what would be right."""

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"
