"""One table of a bank file, asked for its keys one by one; what is wrong goes into one list.

Every question about a key that is missing, misspelt or of the wrong type is answered with a blank
of the right type, so that one pass finds every problem.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from sendwizard.core.bank import nearest
from sendwizard.core.text import clean, harmless_line
from sendwizard.errors import Problem
from sendwizard.store.toml_lines import Path
from sendwizard.store.toml_read import TomlFile

_NO_DAY = date(1970, 1, 1)


@dataclass
class Table:
    """A table, where it stands, and the list that its problems go into."""

    file: TomlFile
    path: Path
    data: dict[str, object]
    problems: list[Problem]
    asked: set[str] = field(default_factory=set)

    def fault(self, key: str, message: str) -> None:
        """Note a problem at a key of this table."""
        place = (*self.path, key) if key else self.path
        self.problems.append(self.file.problem(place, harmless_line(message)))

    def _get(self, key: str, kind: type, in_words: str, *, needed: bool) -> object:
        self.asked.add(key)
        value = self.data.get(key)
        if value is None:
            if needed:
                self.fault(key, f"“{key}” is missing.")
        elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(key, f"“{key}” is {in_words}.")
            return None
        return value

    def text(self, key: str, *, needed: bool = True) -> str:
        """A text; "" where there is none."""
        value = self._get(key, str, "a text in quotes", needed=needed)
        if needed and isinstance(value, str) and not value.strip():
            self.fault(key, f"“{key}” is empty.")
        return clean(value).strip() if isinstance(value, str) else ""

    def texts(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        value = self._get(key, list, "a list of texts", needed=needed)
        if not isinstance(value, list):
            return ()
        if not all(isinstance(each, str) for each in value):
            self.fault(key, f"“{key}” is a list of texts.")
        return tuple(clean(each) for each in value if isinstance(each, str))

    def one_of(self, key: str, known: tuple[str, ...], default: str = "") -> str:
        """One of the known words; the first of them, and a problem, where it is none."""
        value = self.text(key, needed=not default) or default
        if value and value not in known:
            words = ", ".join(known)
            self.fault(key, f"“{value}” is not one of {words}.{nearest(value, known)}")
        return value if value in known else known[0]

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._get(key, bool, "true or false", needed=False)
        return default if value is None else bool(value)

    def number(self, key: str) -> int | None:
        """A whole number; None where there is none."""
        value = self._get(key, int, "a whole number", needed=False)
        return value if isinstance(value, int) else None

    def numbers(self, key: str) -> tuple[int, ...]:
        """Two whole numbers, least and most; () where there are none."""
        value = self._get(key, list, "a list of two whole numbers", needed=False)
        if not isinstance(value, list):
            return ()
        if [type(each) for each in value] != [int, int]:
            self.fault(key, f"“{key}” is a list of two whole numbers.")
            return ()
        return tuple(value)

    def day(self, key: str) -> date:
        """A date."""
        words = "a date such as 2026-11-23"
        value = self._get(key, date, words, needed=True)
        if isinstance(value, datetime):
            self.fault(key, f"“{key}” is {words}.")
            return _NO_DAY
        return value if isinstance(value, date) else _NO_DAY

    def table(self, key: str) -> "Table | None":
        """A table inside this one; None where there is none."""
        value = self._get(key, dict, "a table", needed=False)
        if not isinstance(value, dict):
            return None
        return Table(self.file, (*self.path, key), value, self.problems)

    def tables(self, key: str, *, needed: bool = True) -> list["Table"]:
        """A list of tables."""
        value = self._get(key, list, "a list of tables", needed=needed)
        if not isinstance(value, list):
            return []
        if not all(isinstance(each, dict) for each in value):
            self.fault(key, f"“{key}” is a list of tables.")
        return [
            Table(self.file, (*self.path, key, place), each, self.problems)
            for place, each in enumerate(value)
            if isinstance(each, dict)
        ]

    def no_more(self) -> None:
        """Note each key that nobody asked for, with the nearest that somebody did."""
        for key in self.data:
            if key not in self.asked:
                self.fault(key, f"There is no such key here.{nearest(key, self.asked)}")
