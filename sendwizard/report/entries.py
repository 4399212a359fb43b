"""One question's answer as an entry of the report, in every layout the same.

Prints what counts and nothing else: no carried answer, no note, no example, nothing off the route.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sendwizard.core.answers import Answer, Answers, Scalar, Value
from sendwizard.core.approval import Approval, state_of
from sendwizard.core.bank import NUMBERS_DATE, SCHOOL_NAME, Bank, Column, Kind, Question
from sendwizard.core.duties import NOTHING_READ, Gap, Read, gaps
from sendwizard.core.kinds import label_of, say_field
from sendwizard.core.route import Status, statuses
from sendwizard.core.words import NOT_WRITTEN, for_school
from sendwizard.report.counts import counts_bodies
from sendwizard.report.model import (
    Body,
    Card,
    Cell,
    CellKind,
    Entry,
    Grid,
    Look,
    OpenGap,
    Prose,
    Values,
)
from sendwizard.report.prose import parse_prose

_CELL_KINDS = {
    Kind.EMAIL: CellKind.EMAIL,
    Kind.PHONE: CellKind.PHONE,
    Kind.URL: CellKind.URL,
}
_IN_THE_TITLE = frozenset({SCHOOL_NAME})
"""Printed in the title, so not again as an entry."""


@dataclass(frozen=True)
class LeftAside:
    """Something that was found in an answer, and that the writer left with a reason."""

    question: str
    """Id of the question."""
    what: str
    reason: str


@dataclass(frozen=True)
class Material:
    """What a report is made of."""

    bank: Bank
    answers: Answers
    approval: Approval | None = None
    """None while nobody has approved these answers."""
    changed: int = 0
    """How many answers differ from what was approved."""
    before: Answers | None = None
    """The year before, for the governors' page on what changed; None where there is none."""
    look: Look = field(default_factory=Look)
    read: Read = NOTHING_READ
    """What a reader saw in the answers that leaves a duty open, or half of it."""
    left: tuple[LeftAside, ...] = ()
    """What the writer set aside, for the governors' page."""
    wrong: int = 0
    """How much has to be put right before anybody can approve it: what may tell who a pupil is."""

    @property
    def state(self) -> str:
        """How the report stands, in the words that every output carries."""
        return state_of(len(self.gaps), self.approval, self.changed, self.wrong)

    @cached_property
    def standing(self) -> Mapping[str, Status]:
        """Where each question stands."""
        return statuses(self.bank, self.answers)

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """What is still to come, by question."""
        return {gap.question.id: gap for gap in gaps(self.bank, self.answers, self._hollow)}

    @property
    def _hollow(self) -> Read:
        """Of what was seen only what leaves a duty open: half of one is no gap in the report."""
        return Read(self.read.hollow)

    def counts(self, question_id: str) -> bool:
        """Whether the question has an answer that counts."""
        return self.standing.get(question_id) is Status.ANSWERED

    def words(self, text: str) -> str:
        """The bank's words with the school's own word for the role."""
        return for_school(self.bank, self.answers, text)

    def entry(self, question: Question) -> Entry | None:
        """The question's entry; None where there is nothing to print and nothing missing."""
        gap = self.gaps.get(question.id)
        if not question.printed or (question.id in _IN_THE_TITLE and gap is None):
            return None
        bodies: list[Body] = []
        match self.standing[question.id]:
            case Status.ANSWERED:
                bodies.extend(self._bodies(question))
            case Status.NOT_APPLICABLE:
                bodies.append(_reason(self.answers.get(question.id)))
        if gap is not None:
            bodies.append(self._gap(gap))
        return Entry(question.id, self.words(question.prompt), tuple(bodies)) if bodies else None

    def _bodies(self, question: Question) -> tuple[Body, ...]:
        value = self.answers.value(question.id)
        if question.counts and isinstance(value, tuple):
            day = self.answers.value(NUMBERS_DATE) if self.counts(NUMBERS_DATE) else None
            rows = [row for row in value if isinstance(row, Mapping)]
            return counts_bodies(question, rows, day)
        return answer_bodies(question, value)

    def _gap(self, gap: Gap) -> OpenGap:
        citations = tuple(
            requirement.citation
            for each in gap.question.requirements
            if (requirement := self.bank.requirement_by_id[each]).force == "must"
        )
        if gap.missing:
            return OpenGap(f"Still to come: {', '.join(gap.missing)}.", citations)
        accepted = self.approval is not None and gap.question.id in self.approval.gaps
        return OpenGap(
            f"{NOT_WRITTEN} {self._whom_to_ask()}" if accepted else NOT_WRITTEN, citations
        )

    def _whom_to_ask(self) -> str:
        return self.words("Ask the SENCO, or the school office.")


def _reason(answer: Answer) -> Body:
    return Prose(parse_prose(f"This does not apply to our school: {answer.not_applicable}"))


def answer_bodies(question: Question, value: Value | None) -> tuple[Body, ...]:
    """What an answer says, in the shape of its kind."""
    if value is None:
        return ()
    if question.kind is Kind.PASSAGE:
        return (Prose(parse_prose(str(value))),)
    if not isinstance(value, tuple):
        return (Values((_cell(question.column, value),)),)
    rows = [row for row in value if isinstance(row, Mapping)]
    if rows:
        return (_table(question, rows),)
    return (Values(tuple(Cell(label_of(question.options, str(each))) for each in value)),)


def _table(question: Question, rows: list[Mapping[str, Scalar]]) -> Body:
    """One person as a card; several rows as a table without its empty columns."""
    used = [column for column in question.columns if any(column.id in row for row in rows)]
    if question.most == 1:
        return Card(tuple((column.label, _cell(column, rows[0][column.id])) for column in used))
    return Grid(
        tuple(column.label for column in used),
        tuple(
            tuple(
                _cell(column, row[column.id]) if column.id in row else Cell("") for column in used
            )
            for row in rows
        ),
    )


def _cell(column: Column, value: Scalar) -> Cell:
    return Cell(say_field(column, value), _CELL_KINDS.get(column.kind, CellKind.TEXT))
