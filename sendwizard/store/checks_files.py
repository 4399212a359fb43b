"""Reads `questions/checks/*.toml`: what the editor's rules look for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from sendwizard.core.checks import CheckData, Entry
from sendwizard.errors import Problem, UnreadableError
from sendwizard.store.confined import named
from sendwizard.store.table import Table
from sendwizard.store.toml_read import read_toml

FOLDER = "checks"

_CODE = re.compile(r"[A-Z]{3,8}\d{3}")
_NEVER_FOUND = re.compile(r"[\W_]*[^\W_]{1,2}\*")
"""A first word with fewer than three signs before its `*`: words are looked up by three."""


class ChecksOnDemand(Mapping[str, CheckData]):
    """The program's own files, each read when it is first asked for: together they are large.

    Raises UnreadableError where the one that is asked for has a fault.
    """

    def __init__(self, questions: Path) -> None:
        self._paths = {path.stem: path for path in (questions / FOLDER).glob("*.toml")}
        self._read: dict[str, CheckData] = {}

    def __getitem__(self, name: str) -> CheckData:
        if name not in self._read:
            path = self._paths[name]
            problems: list[Problem] = []
            file = read_toml(path, f"{FOLDER}/{path.name}", is_ours=True)
            data = check_data(name, Table(file, (), file.data, problems))
            if problems:
                said = "\n".join(map(str, problems))
                raise UnreadableError(f"The questions in {named(path)} cannot be used:\n{said}")
            self._read[name] = data
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._paths))

    def __len__(self) -> int:
        return len(self._paths)


def check_data(name: str, table: Table) -> CheckData:
    """One file; what is wrong with it goes to the table's list of problems."""
    data = CheckData(
        id=name,
        source=table.text("source"),
        checked_on=table.day("checked_on"),
        entries=tuple(_entries(table)),
        lists=_lists(table),
        numbers=_numbers(table),
        days=_days(table),
    )
    table.no_more()
    return data


def _entries(top: Table) -> Iterable[Entry]:
    for table in top.tables("entries", needed=False):
        code = table.text("code")
        if code and not _CODE.fullmatch(code):
            table.fault("code", f"“{code}” is not a code such as OLD001.")
        find = _findable(table, "find", table.texts("find"))
        if not find or not all(each.strip(" *") for each in find):
            table.fault("find", "“find” names nothing to look for.")
        yield Entry(
            code=code,
            find=find,
            instead=table.text("instead", needed=False),
            why=table.text("why", needed=False),
            unless=_findable(table, "unless", table.texts("unless", needed=False)),
            question=table.text("question", needed=False),
            part=table.text("part", needed=False),
            source=table.text("source", needed=False),
            checked_on=table.day("checked_on") if "checked_on" in table.data else None,
        )
        table.no_more()


def _lists(top: Table) -> dict[str, tuple[str, ...]]:
    table = top.table("lists")
    return {key: _findable(table, key, table.texts(key)) for key in table.data} if table else {}


def _findable(table: Table, key: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """These words, with a fault for each that would never be found in a text."""
    for each in filter(_NEVER_FOUND.match, words):
        table.fault(
            key,
            f"“{each}” would never be found: a first word needs three signs before its “*”. "
            "Write out each word that is meant.",
        )
    return words


def _numbers(top: Table) -> dict[str, int]:
    table = top.table("numbers")
    found = {key: table.number(key) for key in table.data} if table else {}
    return {key: number for key, number in found.items() if number is not None}


def _days(top: Table) -> dict[str, date]:
    table = top.table("days")
    return {key: table.day(key) for key in table.data} if table else {}
