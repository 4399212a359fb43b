"""Reads the bank's folder of TOML files. Collects every problem of every file in one pass.

Takes the files apart into the core's types; what the bank must prove is the core's `bank_check`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from sendwizard.core import bank as core
from sendwizard.core.bank_check import faults
from sendwizard.core.conditions import AllOf, AnyOf, Condition, Not, OneOf
from sendwizard.errors import Problem, UnreadableError
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
    places: dict[tuple[str, ...], tuple[TomlFile, Path]] = field(default_factory=dict)
    """Where each question, requirement and overlay stands."""

    def open(self, name: str) -> Table | None:
        """A file of the folder as a table; None, and a problem, where it cannot be read."""
        try:
            file = read_toml(self.folder / name, name)
        except FileNotFoundError:
            self.problems.append(Problem(name, "", None, "This file is missing from the bank."))
        except UnreadableError as error:
            self.problems.append(Problem(name, "", None, str(error)))
        else:
            return Table(file, (), file.data, self.problems)
        return None


def check_bank(folder: FilePath) -> tuple[core.Bank | None, tuple[Problem, ...]]:
    """The bank as far as it can be read, and every problem with file, key and line."""
    reading = _Reading(folder)
    bank = _bank(reading)
    if bank is not None:
        reading.problems.extend(
            _placed(reading, fault.place, fault.message) for fault in faults(bank)
        )
    return bank, tuple(sorted(reading.problems, key=lambda each: (each.file, each.line or 0)))


def load_bank(folder: FilePath) -> core.Bank:
    """The bank. Raises UnreadableError that names its problems."""
    bank, problems = check_bank(folder)
    if bank is None or problems:
        named = "\n".join(map(str, problems[:SHOWN]))
        raise UnreadableError(f"The questions in {folder} cannot be used:\n{named}")
    return bank


def _placed(reading: _Reading, place: tuple[str, ...], message: str) -> Problem:
    found = reading.places.get(place[:2]) or reading.places.get(("bank",))
    if found is None:
        return Problem("bank.toml", ".".join(place), None, message)
    file, path = found
    problem = file.problem((*path, place[-1]), message)
    key = ".".join(place[1:])
    return Problem(file.name, key, problem.line, message)


def _bank(reading: _Reading) -> core.Bank | None:
    top = reading.open("bank.toml")
    requirements = reading.open("requirements.toml")
    if top is None or requirements is None:
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
            for each in _whole(top.tables("proforma", needed=False), "id", "title")
        ),
        overlays=tuple(_overlays(reading)),
    )
    for each in (top, requirements):
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
                    for part in _whole(table.tables("parts", needed=False), "id", "label")
                ),
            ),
        )
        table.no_more()


def _sections(reading: _Reading, wanted: tuple[str, ...]) -> Iterable[core.Section]:
    """The sections in the order of bank.toml, from the files named `NN-SECTION.toml`."""
    by_id: dict[str, core.Section] = {}
    for path in sorted(reading.folder.glob("[0-9][0-9]-*.toml")):
        table = reading.open(path.name)
        if table is None:
            continue
        section_id = table.text("id")
        if section_id not in wanted:
            table.fault(
                "id",
                f"bank.toml names no section “{section_id}”.{core.nearest(section_id, wanted)}",
            )
        questions = tuple(
            _question(reading, each, section_id) for each in table.tables("questions")
        )
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


def _question(reading: _Reading, table: Table, section: str) -> core.Question:
    kinds = tuple(kind.value for kind in core.Kind)
    words = table.numbers("words")
    question = core.Question(
        id=table.text("id"),
        section=section,
        kind=core.Kind(table.one_of("kind", kinds)),
        prompt=table.text("prompt"),
        guidance=table.text("guidance", needed=False),
        example=table.text("example", needed=False),
        requirements=table.texts("requirements", needed=False),
        parts=table.texts("parts", needed=False),
        required=table.flag("required", default=False),
        extra=table.flag("extra", default=False),
        applies_when=_condition(table.table("applies_when")),
        allows_not_applicable=table.flag("allows_not_applicable", default=False),
        each_year=table.one_of("each_year", ("confirm", "ask-again"), default="confirm"),
        replaces=table.texts("replaces", needed=False),
        proforma=table.text("proforma", needed=False) or None,
        printed=table.flag("printed", default=True),
        words=(words[0], words[1]) if len(words) == len(("least", "most")) else None,
        options=_options(table),
        columns=tuple(_column(each) for each in _once(table.tables("columns", needed=False))),
        needs_one_of=table.texts("needs_one_of", needed=False),
        least=table.number("least"),
        most=table.number("most"),
    )
    _remember(reading, "question", question.id, table)
    table.no_more()
    return question


def _whole(tables: list[Table], *keys: str) -> Iterator[Table]:
    """Small tables that hold these keys and no others, and no id twice."""
    for table in _once(tables):
        table.asked.update(keys)
        table.no_more()
        yield table


def _once(tables: list[Table]) -> Iterator[Table]:
    """The tables; an id that stood before is a problem."""
    seen: set[object] = set()
    for table in tables:
        name = str(table.data.get("id"))
        if name in seen:
            table.fault("id", f"The id “{name}” is used twice.")
        seen.add(name)
        yield table


def _options(table: Table) -> tuple[core.Option, ...]:
    return tuple(
        core.Option(each.text("id"), each.text("label"), each.text("note", needed=False))
        for each in _whole(table.tables("options", needed=False), "id", "label", "note")
    )


def _column(table: Table) -> core.Column:
    kinds = tuple(kind.value for kind in core.Kind if kind in core.COLUMN_KINDS)
    column = core.Column(
        id=table.text("id"),
        kind=core.Kind(table.one_of("kind", kinds)),
        label=table.text("label"),
        required=table.flag("required", default=False),
        options=_options(table),
        least=table.number("least"),
        most=table.number("most"),
    )
    table.no_more()
    return column


def _condition(table: Table | None) -> Condition | None:
    """A condition as data; a problem, and no condition, where it is none."""
    if table is None:
        return None
    keys = set(table.data)
    if keys == {"question", "one_of"}:
        return OneOf(table.text("question"), table.texts("one_of"))
    if keys == {"not"}:
        inner = _condition(table.table("not"))
        return Not(inner) if inner is not None else None
    for key, make in (("all", AllOf), ("any", AnyOf)):
        if keys == {key}:
            several = [_condition(each) for each in table.tables(key)]
            return make(tuple(each for each in several if each is not None))
    table.fault("", "A condition is { question, one_of }, { all }, { any } or { not }.")
    return None


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
            contacts=tuple(
                _contact(question, each)
                for question in (contacts.data if contacts else ())
                if contacts and (each := contacts.table(question))
            ),
            rows=tuple(
                core.ExpectationRow(each.text("id"), each.text("title"), each.text("expectation"))
                for each in _whole(table.tables("rows", needed=False), "id", "title", "expectation")
            ),
        )
        _remember(reading, "overlay", overlay.id, table)
        table.no_more()
        yield overlay


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


def default_folder(name: str) -> FilePath:
    """`questions/` or `templates/`: beside the package in a checkout, inside it once installed."""
    package = FilePath(__file__).resolve().parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
