"""Reads the bank's folder of TOML files. Collects every problem of every file in one pass.

Takes the files apart into the core's types; what the bank must prove is the core's `bank_check`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path as FilePath

from sendwizard.core import bank as core
from sendwizard.core.bank_check import faults
from sendwizard.core.checks import NEEDED, CheckData, Entry
from sendwizard.core.trade import Acronym, Term
from sendwizard.errors import Problem, UnreadableError
from sendwizard.store.bank_questions import once, question_of, whole
from sendwizard.store.checks_files import FOLDER, ChecksOnDemand, check_data
from sendwizard.store.confined import named
from sendwizard.store.table import Table
from sendwizard.store.toml_lines import Path
from sendwizard.store.toml_read import TomlFile, read_toml

_ID = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")
SHOWN = 8
"""Problems that one error names; `bank check` shows them all."""


@dataclass
class _Reading:
    """What has been read so far, and what was wrong with it."""

    folder: FilePath
    problems: list[Problem] = field(default_factory=list)
    places: dict[tuple[str | int, ...], tuple[TomlFile, Path]] = field(default_factory=dict)
    """Where each question, requirement and overlay stands."""

    def open(self, name: str) -> Table | None:
        """A file of the folder as a table; None, and a problem, where it cannot be read."""
        try:
            file = read_toml(self.folder / name, name)
        except FileNotFoundError:
            self.problems.append(Problem(name, "", None, "This file is missing from the bank."))
        except UnreadableError as error:
            message = str(error).removeprefix(named(self.folder / name)).lstrip(" ,")
            self.problems.append(Problem(name, "", None, message))
        else:
            return Table(file, (), file.data, self.problems)
        return None


def check_bank(folder: FilePath) -> tuple[core.Bank | None, tuple[Problem, ...]]:
    """The bank as far as it can be read, and every problem with file, key and line."""
    return _checked(folder)


def _checked(
    folder: FilePath, *, on_demand: bool = False
) -> tuple[core.Bank | None, tuple[Problem, ...]]:
    """The same; `on_demand` leaves what the editor looks for until it is needed."""
    reading = _Reading(folder)
    bank = _bank(reading)
    if bank is not None:
        checks = ChecksOnDemand(folder) if on_demand else _checks(reading)
        bank = replace(bank, checks=checks)
        bank_to_check = replace(bank, checks={}) if on_demand else bank
        reading.problems.extend(
            _placed(reading, fault.place, fault.message) for fault in faults(bank_to_check)
        )
    return bank, tuple(sorted(reading.problems, key=lambda each: (each.file, each.line or 0)))


def load_bank(folder: FilePath) -> core.Bank:
    """The bank; one that has not changed on disk since is the same again, at once.

    Raises UnreadableError that names its problems.
    """
    return _loaded(folder, _stamp(folder))


Stamp = tuple[tuple[str, int, int, int], ...]


def _stamp(folder: FilePath) -> Stamp:
    """What tells whether a file of the bank has changed: its name, time, size and place."""
    try:
        found = [(each, each.stat()) for each in sorted(folder.rglob("*.toml"))]
    except OSError:
        return ()  # reading it says what is wrong
    return tuple((str(p), s.st_mtime_ns, s.st_size, s.st_ino) for p, s in found)


@lru_cache(maxsize=4)
def _loaded(folder: FilePath, _: Stamp) -> core.Bank:
    ours = folder.resolve() == default_folder("questions")  # proved before it is shipped
    bank, problems = _checked(folder, on_demand=ours)
    if bank is None or problems:
        said = "\n".join(map(str, problems[:SHOWN]))
        raise UnreadableError(f"The questions in {named(folder)} cannot be used:\n{said}")
    return bank


def _placed(reading: _Reading, place: tuple[str | int, ...], message: str) -> Problem:
    found, inner = reading.places.get(place[:2]), place[2:]
    if found is None:
        found, inner = reading.places["bank",], place[1:]
    file, path = found
    return file.problem((*path, *inner), message)


def _bank(reading: _Reading) -> core.Bank | None:
    top = reading.open("bank.toml")
    requirements = reading.open("requirements.toml")
    terms = reading.open("terms.toml")
    if top is None or requirements is None or terms is None:
        for path in _section_files(reading):  # so that one pass names what is wrong in them, too
            if table := reading.open(path.name):
                _questions_of(reading, table, table.text("id"))
        return None
    reading.places["bank",] = (top.file, ())
    bank = core.Bank(
        id=top.text("id"),
        title=top.text("title"),
        edition=top.text("edition"),
        checked_on=top.day("checked_on"),
        sections=tuple(_sections(reading, top.texts("sections"))),
        requirements=tuple(_unique(reading, "requirement", _requirements(requirements))),
        proforma=tuple(
            core.ProformaRow(each.text("id"), each.text("title"))
            for each in whole(top.tables("proforma", needed=False), "id", "title")
        ),
        overlays=tuple(_overlays(reading)),
        summary=tuple(
            core.SummaryLine(each.text("title"), each.texts("questions"))
            for each in whole(top.tables("summary", needed=False), "title", "questions")
        ),
        acronyms=tuple(_acronyms(terms)),
        terms=tuple(_words(terms)),
    )
    for each in (top, requirements, terms):
        each.no_more()
    return bank


def _unique(
    reading: _Reading, what: str, tables: Iterable[tuple[Table, core.Requirement]]
) -> Iterable[core.Requirement]:
    for table, requirement in tables:
        _remember(reading, what, requirement.id, table)
        yield requirement


def _remember(reading: _Reading, what: str, name: str, table: Table) -> None:
    """Note where it stands; an id used twice is a problem, as is one that is not kebab-case."""
    if (what, name) in reading.places:
        table.fault("id", f"The id “{name}” is used twice.")
    if not _ID.fullmatch(name):
        table.fault("id", f"“{name}” is not an id: small letters and figures, with dashes.")
    reading.places.setdefault((what, name), (table.file, table.path))


def _requirements(top: Table) -> Iterable[tuple[Table, core.Requirement]]:
    for table in top.tables("requirements"):
        yield (
            table,
            core.Requirement(
                id=table.text("id"),
                citation=table.text("citation"),
                summary=table.text("summary"),
                force=table.one_of("force", ("must", "should", "good")),
                applies=table.one_of("applies", ("all", "ms_mns")),
                checked=table.one_of("checked", ("text", "second", "memory")),
                checked_on=table.day("checked_on"),
                source=table.text("source"),
                parts=tuple(
                    core.Part(part.text("id"), part.text("label"))
                    for part in whole(table.tables("parts", needed=False), "id", "label")
                ),
            ),
        )
        table.no_more()


def _acronyms(top: Table) -> Iterable[Acronym]:
    for table in once(top.tables("acronyms"), "short"):
        yield Acronym(table.text("short"), table.text("long"), table.text("meaning", needed=False))
        table.no_more()


def _words(top: Table) -> Iterable[Term]:
    for table in once(top.tables("words", needed=False), "word"):
        yield Term(table.text("word"), table.text("meaning"))
        table.no_more()


def _sections(reading: _Reading, wanted: tuple[str, ...]) -> Iterable[core.Section]:
    """The sections in the order of bank.toml, from the files named `NN-SECTION.toml`."""
    by_id: dict[str, core.Section] = {}
    for path in _section_files(reading):
        table = reading.open(path.name)
        if table is None:
            continue
        section_id = table.text("id")
        if section_id not in wanted:
            table.fault(
                "id",
                f"bank.toml names no section “{section_id}”.{core.nearest(section_id, wanted)}",
            )
        questions = _questions_of(reading, table, section_id)
        if section_id in by_id:
            table.fault("id", f"The id “{section_id}” is used twice.")
        by_id[section_id] = core.Section(section_id, table.text("title"), questions)
        table.no_more()
    for section_id in wanted:
        if section_id not in by_id:
            reading.problems.append(
                Problem("bank.toml", "sections", None, f"No file holds the section “{section_id}”.")
            )
    return [by_id[section_id] for section_id in wanted if section_id in by_id]


def _section_files(reading: _Reading) -> list[FilePath]:
    return sorted(reading.folder.glob("[0-9][0-9]-*.toml"))


def _questions_of(reading: _Reading, top: Table, section: str) -> tuple[core.Question, ...]:
    questions: list[core.Question] = []
    for table in top.tables("questions"):
        questions.append(question_of(table, section))
        _remember(reading, "question", questions[-1].id, table)
    return tuple(questions)


def _overlays(reading: _Reading) -> Iterable[core.Overlay]:
    for path in sorted((reading.folder / "authorities").glob("*.toml")):
        table = reading.open(f"authorities/{path.name}")
        if table is None:
            continue
        contacts = table.table("contacts")
        overlay = core.Overlay(
            id=table.text("id"),
            label=table.text("label"),
            council=table.text("council"),
            checked_on=table.day("checked_on"),
            url=table.text("url", needed=False),
            contacts=tuple(
                _contact(question, each)
                for question in (contacts.data if contacts else ())
                if contacts and (each := contacts.table(question))
            ),
            rows=tuple(
                core.ExpectationRow(each.text("id"), each.text("title"), each.text("expectation"))
                for each in whole(table.tables("rows", needed=False), "id", "title", "expectation")
            ),
            renamed=tuple(_renamed(table)),
        )
        _remember(reading, "overlay", overlay.id, table)
        table.no_more()
        yield overlay


def _renamed(overlay: Table) -> Iterable[Entry]:
    keys = ("find", "instead", "why", "unless", "source")
    for each in whole(overlay.tables("renamed", needed=False), *keys):
        yield Entry(
            code="OLD007",
            find=each.texts("find"),
            instead=each.text("instead"),
            why=each.text("why"),
            unless=each.texts("unless", needed=False),
            source=each.text("source"),
        )


def _contact(question: str, table: Table) -> core.Contact:
    contact = core.Contact(
        question=question,
        text=table.text("text"),
        checked_on=table.day("checked_on"),
        name=table.text("name", needed=False),
        url=table.text("url", needed=False),
    )
    table.no_more()
    return contact


def _checks(reading: _Reading) -> dict[str, CheckData]:
    """What the editor's rules look for, by the name of its file."""
    there = (path.stem for path in (reading.folder / FOLDER).glob("*.toml"))
    names = sorted({*NEEDED, *there})
    opened = ((name, reading.open(f"{FOLDER}/{name}.toml")) for name in names)
    found = {name: table for name, table in opened if table}
    reading.places.update({("checks", name): (table.file, ()) for name, table in found.items()})
    return {name: check_data(name, table) for name, table in found.items()}


def default_folder(name: str) -> FilePath:
    """`questions/` or `templates/`: beside the package in a checkout, inside it once installed."""
    package = FilePath(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
