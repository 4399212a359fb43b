"""The boxes of a form: what each is called and what it takes. Knows no screen, and no act.

A page shows them all at once; plain mode asks for one after the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sendwizard.core.bank import Column, Kind
from sendwizard.core.kinds import parse_field
from sendwizard.errors import UsageError

Parsed = str | date | None
"""What a box gives; None or "" where it was left empty."""


def words(text: str) -> str:
    """A few words on one line."""
    return str(parse_field(Column("words", Kind.LINE, ""), text) or "")


def day(text: str) -> date | None:
    """A day, as people write it; `today` is the person's own. Raises KindError."""
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    value = parse_field(Column("day", Kind.DATE, ""), text, today=today)
    return value if isinstance(value, date) else None


def address(text: str) -> str:
    """A web address. Raises KindError."""
    return str(parse_field(Column("address", Kind.URL, ""), text) or "")


def path(text: str) -> str:
    """Where a file lies, without the quotation marks that a terminal puts round it."""
    return text.strip().strip("'\"").strip()


@dataclass(frozen=True)
class Box:
    """One line to fill in."""

    name: str
    label: str
    parse: Callable[[str], Parsed] = words
    """Raises UsageError with a sentence that says what would be taken."""
    needed: str = ""
    """What is said where it is left empty; "" where it may be."""
    hint: str = ""
    """Shown in the box while it is empty, and never taken."""

    def read(self, text: str) -> Parsed:
        """What the text gives. Raises UsageError."""
        value = self.parse(text)
        if self.needed and not value:
            raise UsageError(self.needed)
        return value


@dataclass(frozen=True)
class Filled:
    """What a form gave."""

    values: Mapping[str, Parsed]

    def text(self, name: str) -> str:
        """The words of a box; "" where it was left empty."""
        value = self.values[name]
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """The day of a box; None where it was left empty."""
        value = self.values[name]
        return value if isinstance(value, date) else None


Check = Callable[[Filled], Mapping[str, str]]
"""What is wrong with the boxes together: a sentence by the name of the box it stands at."""


def nothing_wrong(_filled: Filled) -> Mapping[str, str]:
    """Each box is right by itself."""
    return {}
