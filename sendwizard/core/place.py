"""Where a person stands in a year's questions: which are walked, in what order, how far.

Frozen, and changes nothing: what answers and moves is the wizard, which is one of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Bank, Question, Section
from sendwizard.core.carry import ASK_AGAIN
from sendwizard.core.route import DONE, Status, route, statuses
from sendwizard.core.starting import first_asked
from sendwizard.core.unfinished import missing_in_rows


@dataclass(frozen=True)
class Progress:
    """How far the route is walked."""

    done: int
    """Questions that are answered in full or do not apply."""
    total: int
    """Questions that going on stops at."""


@dataclass(frozen=True)
class Place:
    """One person's place in one year's answers."""

    bank: Bank
    answers: Answers
    at: str
    """Id of the question that is open; always on the route."""
    with_extras: bool = True
    """Whether going on stops at the extra questions, which no law or guidance asks."""
    only_mine: bool = False
    """Whether going on stops only at what needs the person: to do, or not checked yet."""

    starting: bool = False
    """Whether going on stops only at what decides which of the questions are asked."""
    hollow: frozenset[str] = frozenset()
    """Ids of the questions whose answer says nothing of its own, as far as it has been read."""

    @cached_property
    def route(self) -> tuple[Question, ...]:
        """The questions that this school is asked."""
        return route(self.bank, self.answers)

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Where each question of the bank stands."""
        return statuses(self.bank, self.answers)

    @property
    def question(self) -> Question:
        """The question that is open."""
        return self.bank.by_id[self.at]

    @property
    def section(self) -> Section:
        """The section of the question that is open."""
        return self.bank.section_of(self.question)

    @property
    def current(self) -> Answer:
        """The answer of the question that is open."""
        return self.answers.get(self.at)

    @cached_property
    def in_order(self) -> tuple[Question, ...]:
        """The route in the order in which it is walked: a year that began with the school's
        own answers asks first what has changed, then what changes every year, then the rest.
        """
        if not (self.answers.began and self.answers.began.has_own_year):
            return self.route
        return tuple(sorted(self.route, key=_turn))

    def needs_me(self, question: Question) -> bool:
        """Whether a question of the route is to do, not checked yet, or answered in part or in
        words that say nothing.
        """
        if self.statuses[question.id] not in DONE or question.id in self.hollow:
            return True
        return bool(missing_in_rows(question, self.answers.value(question.id)))

    @property
    def walked(self) -> tuple[Question, ...]:
        """The questions that going on stops at, and the open one."""
        return tuple(q for q in self.in_order if q.id == self.at or self.stops_at(q))

    @cached_property
    def _first_asked(self) -> frozenset[str]:
        return frozenset(question.id for question in first_asked(self.bank, self.answers))

    def stops_at(self, question: Question) -> bool:
        """Whether going on stops at a question of the route."""
        if self.starting:
            return question.id in self._first_asked
        if question.extra and not self.with_extras:
            return False
        return self.needs_me(question) if self.only_mine else True

    @property
    def number(self) -> int:
        """The place of the open question among those that are walked, counted from 1."""
        return [question.id for question in self.walked].index(self.at) + 1

    @property
    def progress(self) -> Progress:
        """How far the questions are walked."""
        walked = self.walked
        return Progress(done=sum(not self.needs_me(q) for q in walked), total=len(walked))

    @property
    def is_last(self) -> bool:
        """Whether going on leads no further."""
        return self.walked[-1].id == self.at


def _turn(question: Question) -> int:
    if question.begun_year:
        return 0
    return 1 if question.each_year == ASK_AGAIN else 2
