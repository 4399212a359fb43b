"""One year's answers. Never changed in place: each edit is a new `Answers`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

Scalar = str | bool | int | date
Row = Mapping[str, Scalar]
"""One row of a `rows` answer, by column id; a column left empty is not there."""
Value = Scalar | tuple[str, ...] | tuple[Row, ...]


class Source(Enum):
    """Where an answer comes from."""

    GIVEN = "given"
    """Written this year."""
    KEPT = "kept"
    """Last year's, looked at and still true."""
    CARRIED = "carried"
    """Last year's, not looked at yet: it neither counts nor is printed."""


@dataclass(frozen=True)
class Answer:
    """What stands for one question."""

    value: Value | None = None
    """None where there is only a reason that it does not apply, or only a note."""
    source: Source = Source.GIVEN
    on: date | None = None
    """The day it was given or kept; None where the file does not say."""
    note: str = ""
    """A reminder of the writer's own; never printed."""
    not_applicable: str = ""
    """Why it does not apply; "" where it does."""
    how: str = ""
    """How one knows that it is still true; shown to governors, never printed in a report."""
    since: str = ""
    """The school year in which these words were first written; "" where it is this one."""
    set_aside: Mapping[str, str] = field(default_factory=dict)
    """Findings that the writer has looked at and leaves, by code, each with the reason."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file that this program does not know; they are kept."""

    @property
    def says_something(self) -> bool:
        """Whether it holds a value or a reason, and not just a note."""
        return not is_empty(self.value) or bool(self.not_applicable.strip())

    @property
    def is_bare(self) -> bool:
        """Whether nothing at all would be lost without it."""
        kept = self.note or self.how or self.set_aside or self.extra
        return not (self.says_something or kept)


def is_empty(value: Value | None) -> bool:
    """Whether a value says nothing: none, text without a sign to be seen, no options, no row."""
    if isinstance(value, str):
        return not any(char.isprintable() and not char.isspace() for char in value)
    if isinstance(value, tuple):
        return all(
            all(map(is_empty, each.values())) if isinstance(each, Mapping) else is_empty(each)
            for each in value
        )
    return value is None


@dataclass(frozen=True)
class Began:
    """What a year began with."""

    year: str = ""
    """The school year whose answers came across; "" where none did."""
    school: str = ""
    """The name of the sister school whose answers they were; "" for the school's own."""
    document: str = ""
    """The file name of last year's report that stands beside the questions; "" for none."""
    traces: tuple[str, ...] = ()
    """Hosts of the sister school's own e-mail and web addresses, such as `oakfield.example`."""

    @property
    def has_own_year(self) -> bool:
        """Whether the school's own answers came across: then it is asked what has changed."""
        return bool(self.year) and not self.school


@dataclass(frozen=True)
class Published:
    """Where the approved report stands, and since when."""

    address: str = ""
    on: date | None = None
    council_told: date | None = None
    """When the local authority was sent the link."""


@dataclass(frozen=True)
class Migrated:
    """The last change to a newer edition of the questions, as long as it can be undone."""

    edition: str
    """The edition before."""
    save: str
    """The file in `history/` that holds the answers as they were."""


@dataclass(frozen=True)
class Answers:
    """A year's answers by question id, with what the file holds besides."""

    year: str
    """The school year, written 2026-27."""
    bank: str
    edition: str
    """The edition of the bank that they were last saved with."""
    by_id: Mapping[str, Answer] = field(default_factory=dict)
    began: Began | None = None
    """None where the year began empty."""
    archive: Mapping[str, object] = field(default_factory=dict)
    """Answers to questions that the bank has retired, by year and id; kept for ever."""
    published: Published | None = None
    approvals: int = 0
    """Approved copies that were made, so that a lost one is missed."""
    migrated: Migrated | None = None
    finished: tuple[str, ...] = ()
    """Ids of the sections that the person says are finished, in the order in which they said so;
    those that the bank does not know are kept."""
    format: int = 1
    """The format of the file that they were read from; a newer one is only looked at."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Top-level keys that this program does not know; they are kept."""

    def get(self, question_id: str) -> Answer:
        """The answer to a question; an empty one where there is none."""
        return self.by_id.get(question_id, Answer())

    def value(self, question_id: str) -> Value | None:
        """The value that stands for a question, carried or not."""
        return self.get(question_id).value

    def with_answer(self, question_id: str, answer: Answer) -> "Answers":
        """The same answers with this one in its place, or without it where it holds nothing."""
        by_id = dict(self.by_id)
        if answer.is_bare:
            by_id.pop(question_id, None)
        else:
            by_id[question_id] = answer
        return replace(self, by_id=by_id)

    @property
    def newest(self) -> date | None:
        """The day of the newest answer; None where no answer has one."""
        return max((each.on for each in self.by_id.values() if each.on), default=None)
