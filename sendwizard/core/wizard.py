"""The wizard: where the person is, and what each move leads to. Frozen; no move is ever refused.

Both faces are thin over this: they turn keys or lines into moves, and its state into words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.bank import Bank, Question, Section
from sendwizard.core.route import DONE, Status, route, statuses
from sendwizard.core.text import clean
from sendwizard.errors import UsageError


@dataclass(frozen=True)
class Progress:
    """How far the route is walked."""

    done: int
    """Questions that are answered or do not apply."""
    total: int
    """Questions that going on stops at."""
    required_left: int
    """Required questions that are still to do or to check."""


@dataclass(frozen=True)
class Wizard:
    """One person's place in one year's answers."""

    bank: Bank
    answers: Answers
    at: str
    """Id of the question that is open; always on the route."""
    with_extras: bool = True
    """Whether going on stops at the extra questions, which no law or guidance asks."""

    @classmethod
    def open(
        cls, bank: Bank, answers: Answers, at: str | None = None, *, with_extras: bool = True
    ) -> "Wizard":
        """The wizard at a question, or at the first one where that is not on the route."""
        on_route = [question.id for question in route(bank, answers)]
        place = at if at in on_route else on_route[0]
        return cls(bank, answers, place, with_extras)

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

    @property
    def walked(self) -> tuple[Question, ...]:
        """The questions that going on stops at, and the open one."""
        return tuple(q for q in self.route if self.with_extras or not q.extra or q.id == self.at)

    @property
    def number(self) -> int:
        """The place of the open question among those that are walked, counted from 1."""
        return [question.id for question in self.walked].index(self.at) + 1

    @property
    def progress(self) -> Progress:
        """How far the questions are walked."""
        standing = [(question, self.statuses[question.id]) for question in self.walked]
        return Progress(
            done=sum(status in DONE for _, status in standing),
            total=len(standing),
            required_left=sum(q.required and status not in DONE for q, status in standing),
        )

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.at == self.route[0].id

    @property
    def is_last(self) -> bool:
        """Whether going on leads no further."""
        return self.forward().at == self.at

    # -- answering ----------------------------------------------------------------------

    def answer(self, value: Value | None, on: date) -> "Wizard":
        """The open question with this value; None takes a value away, and leaves a reason why it
        does not apply. The same value changes nothing, except that a carried answer which is
        given again counts as given.
        """
        now = self.current
        if value is None and now.value is None:
            return self
        if now.value == value and now.source is not Source.CARRIED and not now.not_applicable:
            return self
        return self._with(replace(now, value=value, source=Source.GIVEN, on=on, not_applicable=""))

    def as_before(self, answer: Answer) -> "Wizard":
        """The open question as it stood before what is being typed, which cannot be read."""
        return self if answer == self.current else self._with(answer)

    def withdraw(self, on: date, question_id: str | None = None) -> "Wizard":
        """The open question, or any other, with neither a value nor a reason; a note stays."""
        place = self.at if question_id is None else question_id
        now = self.answers.get(place)
        cleared = replace(now, value=None, not_applicable="", source=Source.GIVEN, on=on)
        return self._at(place, cleared)

    def keep(self, on: date) -> "Wizard":
        """Last year's answer, looked at and still true. Changes nothing that is not carried."""
        if self.current.source is not Source.CARRIED:
            return self
        return self._with(replace(self.current, source=Source.KEPT, on=on))

    def not_applicable(self, reason: str, on: date) -> "Wizard":
        """The open question does not apply, for this reason.

        Raises UsageError where the question always applies, or no reason is given.
        """
        if not self.question.allows_not_applicable:
            law = any(
                self.bank.requirement_by_id[each].force == "must"
                for each in self.question.requirements
            )
            raise UsageError(
                "The law asks every school for this, so it always applies."
                if law
                else "This question does not take “does not apply”. Leave it empty instead."
            )
        reason = clean(reason).strip()
        if not reason:
            raise UsageError("Say in a few words why it does not apply.")
        now = replace(self.current, value=None, source=Source.GIVEN, on=on)
        return self._with(replace(now, not_applicable=reason))

    def note(self, text: str) -> "Wizard":
        """A reminder to oneself at the open question; "" takes it away."""
        return self._with(replace(self.current, note=clean(text).strip()))

    def _with(self, answer: Answer) -> "Wizard":
        return self._at(self.at, answer)

    def _at(self, question_id: str, answer: Answer) -> "Wizard":
        answers = self.answers.with_answer(question_id, answer)
        return Wizard.open(self.bank, answers, self.at, with_extras=self.with_extras)

    # -- moving -------------------------------------------------------------------------

    def forward(self) -> "Wizard":
        """The next question; the same place after the last."""
        return self._step(self.walked[self.number :])

    def back(self) -> "Wizard":
        """The question before; the same place at the first. Never refused, whatever is wrong."""
        return self._step(self.walked[: self.number - 1][::-1])

    def skip(self) -> "Wizard":
        """Leave the open question for now: it stays as it is."""
        return self.forward()

    def _step(self, ahead: tuple[Question, ...]) -> "Wizard":
        return replace(self, at=ahead[0].id) if ahead else self

    def jump(self, question_id: str) -> "Wizard":
        """That question. Raises UsageError where it is unknown or not needed for this school."""
        question = self.bank.question(question_id)
        if self.statuses[question.id] is Status.OFF_ROUTE:
            raise UsageError(f"“{question.prompt}” is not needed for your school.")
        return replace(self, at=question.id)

    def leave_out_extras(self) -> "Wizard":
        """Pass by every extra question from here on; an open one is left for the next."""
        passing = replace(self, with_extras=False)
        return passing.forward() if self.question.extra else passing

    def bring_back_extras(self) -> "Wizard":
        """Stop at extra questions again."""
        return replace(self, with_extras=True)

    def next_to_do(self) -> "Wizard":
        """The next required question that is not done, round the end; the same place if none."""
        place = self.route.index(self.question) + 1
        ahead = self.route[place:] + self.route[:place]
        to_do = (q for q in ahead if q.required and self.statuses[q.id] not in DONE)
        target = next(to_do, None)
        return self if target is None else replace(self, at=target.id)
