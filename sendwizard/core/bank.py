"""The question bank: what is asked, why, and when. Holds data; proofs over it are `bank_check`.

Everything is frozen. Ids are kebab-case, permanent and never used again for something else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from sendwizard.core.checks import CheckData, Entry
from sendwizard.core.conditions import Condition
from sendwizard.core.trade import Acronym, Term
from sendwizard.errors import UsageError

SCHOOL_NAME = "school-name"
SCHOOL_TYPE = "school-type"
LOCAL_AUTHORITY = "local-authority"
COLOUR = "colour"
OWN_COLOUR = "own-colour"
LOGO_WORDS = "logo-words"
NUMBERS_DATE = "numbers-date"
SENCO_WORD = "senco-word"
NEXT_REVIEW = "next-review"

MS_MNS_EXEMPT = frozenset({"maintained-special", "special-academy"})
"""School types that Schedule 1, paras 2 and 4 do not reach: they name mainstream schools and
maintained nursery schools only. Pupil referral units, alternative provision and others are asked
everything, since sources differ on their footing."""


class Kind(Enum):
    """What sort of answer a question takes."""

    LINE = "line"
    PASSAGE = "passage"
    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    ROWS = "rows"


COLUMN_KINDS = frozenset(Kind) - {Kind.PASSAGE, Kind.CHOICES, Kind.ROWS}


@dataclass(frozen=True)
class Option:
    """One of the answers that a choice offers."""

    id: str
    label: str
    note: str = ""
    """Told to the person who picks it; "" where there is nothing to tell."""
    value: str = ""
    """What it stands for in a report, such as a colour in hex; "" for most."""


@dataclass(frozen=True)
class Column:
    """One column of a `rows` question, or the single field of any other kind."""

    id: str
    kind: Kind
    label: str
    required: bool = False
    """Whether a row without it is unfinished."""
    options: tuple[Option, ...] = ()
    least: int | None = None
    most: int | None = None
    form: str = "any"
    """What a line has to be: `any`, or `colour` (in hex)."""


@dataclass(frozen=True)
class Part:
    """One half of a duty that has several: the curriculum, and the learning environment."""

    id: str
    label: str


@dataclass(frozen=True)
class Requirement:
    """A duty or a point of guidance that the report answers to."""

    id: str
    citation: str
    summary: str
    """In our own words; the citation is the authority."""
    force: str
    """`must` is law (s.69, Schedule 1); `should` is the Code of Practice."""
    applies: str
    """`all`, or `ms_mns`: mainstream schools and maintained nursery schools."""
    checked: str
    """How the text was read: `text` itself, a `second` source, or from `memory`."""
    checked_on: date
    source: str
    """Web address of the instrument."""
    parts: tuple[Part, ...] = ()

    def reaches(self, school_type: str | None) -> bool:
        """Whether schools of this type are asked it; an unknown type is asked everything."""
        return self.applies == "all" or school_type not in MS_MNS_EXEMPT


@dataclass(frozen=True)
class Question:
    """One question of the bank."""

    id: str
    section: str
    kind: Kind
    prompt: str
    """The question as a parent would ask it; printed as a heading."""
    guidance: str = ""
    """For the writer: what a good answer covers, and what commonly goes wrong."""
    example: str = ""
    """A good answer of a made-up school. Shown, never filled in and never printed."""
    requirements: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """The parts of those duties that it asks for."""
    required: bool = False
    extra: bool = False
    """Asked for by families and councils, and by no law or guidance; left out with one key."""
    applies_when: Condition | None = None
    allows_not_applicable: bool = False
    each_year: str = "confirm"
    """`confirm` brings last year's answer to be looked at; `ask-again` starts empty."""
    replaces: tuple[str, ...] = ()
    """Ids of older questions whose answers come across to this one."""
    since: str = ""
    """The edition that first asked it; "" where it was always asked."""
    reworded: str = ""
    """The edition that last changed what it means; "" where none did."""
    begun_year: bool = False
    """Whether it is asked only in a year that began with the school's own earlier answers."""
    depends_on: tuple[str, ...] = ()
    """Ids of the questions on what has changed; a yes there opens this answer again."""
    names_the_school: bool = False
    """Whether the answer is one school's own, so that no sister school's comes across."""
    proforma: str | None = None
    """The row of the council's form that it fills; None where it fills none."""
    printed: bool = True
    words: tuple[int, int] | None = None
    """The length to aim at, least and most."""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    needs_one_of: tuple[str, ...] = ()
    """Columns of which each row needs at least one."""
    least: int | None = None
    most: int | None = None
    """The largest number, or for `rows` the largest number of rows."""
    form: str = "any"
    """What a line has to be: `any`, or `colour` (in hex)."""
    counts: bool = False
    """Whether its rows count pupils: then no small number is ever printed."""
    ask_to_see: str = ""
    """What a governor could ask to see, to find out whether the answer is true."""

    @property
    def column(self) -> Column:
        """The question itself as a single field; not for `rows`."""
        return Column(
            self.id,
            self.kind,
            self.prompt,
            self.required,
            self.options,
            self.least,
            self.most,
            self.form,
        )


@dataclass(frozen=True)
class Section:
    """Questions that belong together, under one heading of the report."""

    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class ProformaRow:
    """One row of the council's form, in general words."""

    id: str
    title: str


@dataclass(frozen=True)
class SummaryLine:
    """One heading of the short version of the report, and the questions that may fill it."""

    title: str
    questions: tuple[str, ...]
    """Ids, in order: the first that is answered is taken."""


@dataclass(frozen=True)
class Contact:
    """What is known of a council's address or service; shown beside a question, never filled in."""

    question: str
    text: str
    checked_on: date
    name: str = ""
    url: str = ""


@dataclass(frozen=True)
class ExpectationRow:
    """A council's own heading for a row, and what families can expect there, in our words."""

    id: str
    title: str
    expectation: str


@dataclass(frozen=True)
class Overlay:
    """What one local authority adds to the bank."""

    id: str
    label: str
    council: str
    checked_on: date
    contacts: tuple[Contact, ...] = ()
    rows: tuple[ExpectationRow, ...] = ()
    url: str = ""
    """Where the council's own words stand; "" where that is not known."""
    renamed: tuple[Entry, ...] = ()
    """Names that its services had before; each is found in answers as OLD007."""


@dataclass(frozen=True)
class Bank:
    """A question bank, whole."""

    id: str
    title: str
    edition: str
    checked_on: date
    """When its questions were last held against the law."""
    sections: tuple[Section, ...]
    requirements: tuple[Requirement, ...]
    proforma: tuple[ProformaRow, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    summary: tuple[SummaryLine, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    terms: tuple[Term, ...] = ()
    checks: Mapping[str, CheckData] = field(default_factory=dict)
    """What the editor's rules look for, by the name of its file."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the sections."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """Each question by its id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def requirement_by_id(self) -> dict[str, Requirement]:
        """Each requirement by its id."""
        return {requirement.id: requirement for requirement in self.requirements}

    def question(self, question_id: str) -> Question:
        """The question of that id. Raises UsageError with the nearest spelling."""
        found = self.by_id.get(question_id)
        if found is None:
            hint = nearest(question_id, self.by_id)
            raise UsageError(f"There is no question “{question_id}” in the bank.{hint}")
        return found

    def dependents(self, question_id: str) -> tuple[Question, ...]:
        """The questions whose answers may no longer be true after a yes to this one."""
        return tuple(q for q in self.questions if question_id in q.depends_on)

    def section_of(self, question: Question) -> Section:
        """The section that the question stands in."""
        return next(section for section in self.sections if section.id == question.section)

    def carriers(self, requirement_id: str) -> tuple[Question, ...]:
        """The questions that ask for this requirement."""
        return tuple(q for q in self.questions if requirement_id in q.requirements)

    def overlay(self, overlay_id: object) -> Overlay | None:
        """The extras of a local authority, where there are any."""
        return next((each for each in self.overlays if each.id == overlay_id), None)


def edition_key(edition: str) -> tuple[int, ...]:
    """An edition such as `2026.11`, so that a later one is greater; () where it is none."""
    parts = edition.split(".")
    return tuple(map(int, parts)) if all(p.isascii() and p.isdigit() for p in parts) else ()


def nearest(word: str, known: Iterable[str]) -> str:
    """` Did you mean “…”?` with the nearest known spelling, or "" where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - 5 ms, and only for a mistake

    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{matches[0]}”?" if matches else ""
