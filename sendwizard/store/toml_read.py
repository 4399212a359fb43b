"""Reads one TOML file that may be anything at all: huge, cut short, hostile, or no TOML.

Gives the parsed file or raises UnreadableError in one or two sentences; writes nothing.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from sendwizard.core.text import harmless_line
from sendwizard.errors import Problem, UnreadableError
from sendwizard.store.confined import named
from sendwizard.store.safe_read import TOML, read_words
from sendwizard.store.toml_lines import Path, lines_of, nearest_line, statements, tokens

MOST_BYTES = TOML.most
MOST_LINES = 20_000
"""Lines that hold a key or a header."""
MOST_DOTS = 20
"""Dots in one key: tomllib takes 7 s and 1.5 GB for a key of 20,000 parts."""
MOST_NESTING = 100
"""Brackets inside one another; real files have three."""
_LONG = 100
_HUGE_NUMBER = re.compile(rf"0[xob][0-9A-Fa-f_]{{{_LONG},}}")
"""One that Python reads and then refuses to write in figures."""


@dataclass(frozen=True)
class TomlFile:
    """A parsed file that knows its lines."""

    path: FilePath
    data: dict[str, object]
    text: str
    name: str
    """What to call it: its path inside the folder that was asked for."""

    @cached_property
    def lines(self) -> dict[Path, int]:
        """The line of each key; worked out when the first problem asks for one."""
        return lines_of(self.text)

    def problem(self, path: Path, message: str) -> Problem:
        """A fault at a key of this file."""
        return Problem(self.name, self._key(path), nearest_line(self.lines, path), message)

    def _key(self, path: Path) -> str:
        """The dotted key; a table of a list by its id, where it has one."""
        parts: list[str] = []
        at: object = self.data
        for part in path:
            if isinstance(at, dict):
                at = at.get(part)
            elif isinstance(at, list) and isinstance(part, int) and part < len(at):
                at = at[part]
            else:
                at = None
            called = at.get("id") if isinstance(part, int) and isinstance(at, dict) else None
            parts += (
                [part] if isinstance(part, str) else [called] if isinstance(called, str) else []
            )
        return harmless_line(".".join(parts))


def refusal(file: TomlFile, problem: Problem) -> UnreadableError:
    """The error that says where the file is wrong, and what would be right."""
    place = f", line {problem.line}" if problem.line else ""
    return UnreadableError(f"{named(file.path)}{place}, {problem.key}: {problem.message}")


def read_toml(path: FilePath, name: str = "", *, is_ours: bool = False) -> TomlFile:
    """The parsed file. Raises UnreadableError; a missing file is FileNotFoundError.

    `is_ours` is one that comes with the program, which holds no monsters.
    """
    text = read_text(path)
    if not is_ours:
        refuse_monsters(path, text)
    return parsed(path, text, name)


def parsed(path: FilePath, text: str, name: str = "") -> TomlFile:
    """The text of that file, which holds no monsters, parsed. Raises UnreadableError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        why = harmless_line(_in_words(str(error)))
        raise UnreadableError(f"{named(path)} cannot be understood: {why}") from None
    except (RecursionError, ValueError):  # ValueError: a date such as 2026-02-30 or a huge number
        raise UnreadableError(
            f"{named(path)} cannot be understood: it holds a value that no answers file has."
        ) from None
    return TomlFile(path, data, text, name or path.name)


def read_text(path: FilePath) -> str:
    """The file's text, whatever its line ends, without a byte-order mark.

    Raises UnreadableError where it is too large, not UTF-8, or not a file that can be read.
    """
    return read_words(path, TOML)


def refuse_monsters(path: FilePath, text: str) -> None:
    """Raise UnreadableError for what would take the parser minutes or gigabytes."""
    if _is_harmless(text):
        return
    _refuse_depth_and_dots(path, text)
    for count, _ in enumerate(statements(text), 1):
        if count > MOST_LINES:
            raise UnreadableError(f"{named(path)} has more than {MOST_LINES:,} entries.")


def _refuse_depth_and_dots(path: FilePath, text: str) -> None:
    """What counts stands outside strings and comments: a passage may hold any signs at all."""
    depth = dots = 0
    for token, start in tokens(text):
        if token[0] in "\"'#":
            continue
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth = max(0, depth - 1)
        if depth > MOST_NESTING:
            raise UnreadableError(f"{named(path)} has brackets more than {MOST_NESTING} deep.")
        if token in "={\n":
            dots = 0
            continue
        for place, piece in enumerate(token.split(",")):
            dots = piece.count(".") + (0 if place else dots)
            if dots > MOST_DOTS:
                line = text.count("\n", 0, start) + 1
                raise UnreadableError(
                    f"{named(path)}, line {line}: a name there has more than {MOST_DOTS} dots."
                )
        if len(token) > _LONG and _HUGE_NUMBER.search(token):
            raise UnreadableError(f"{named(path)} holds a number that no answers file has.")


def _is_harmless(text: str) -> bool:
    """Whether no limit can be passed, seen at a glance; nearly every real file is."""
    few_brackets = text.count("[") + text.count("{") <= MOST_NESTING
    lines = text.split("\n")
    return (
        few_brackets
        and sum("=" in line or "[" in line for line in lines) <= MOST_LINES
        and all(line.count(".") <= MOST_DOTS for line in lines)
        and not _HUGE_NUMBER.search(text)
    )


def _in_words(message: str) -> str:
    """The parser's message with its place first: `line 7, column 3: …`."""
    reason, separator, place = message.rpartition(" (at ")
    if not separator:
        return f"{message}."
    return f"{place.rstrip(')')}: {reason[:1].lower()}{reason[1:]}."
