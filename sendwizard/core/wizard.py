"""The wizard: where the person is, and what each move leads to. Frozen; no move is ever refused.

Both faces are thin over this: they turn keys or lines into moves, and its state into words.
"""

from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.bank import Bank, Kind, Question
from sendwizard.core.carry import first_to_read
from sendwizard.core.kinds import parse_field
from sendwizard.core.place import Place
from sendwizard.core.route import DONE, Status, route
from sendwizard.core.starting import is_first_run
from sendwizard.core.text import clean
from sendwizard.errors import UsageError

NOT_IN_WORDS = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.ROWS, Kind.YES_NO})
"""Kinds whose answers are no text, so that no passage of a report can be copied into them."""


@dataclass(frozen=True)
class Wizard(Place):
    """A place in the questions, with what a person can do there. Each move gives the next one."""

    @classmethod
    def open(
        cls,
        bank: Bank,
        answers: Answers,
        at: str | None = None,
        *,
        with_extras: bool = True,
        only_mine: bool = False,
    ) -> "Wizard":
        """The wizard at a question, or at the first one where that is not on the route."""
        on_route = {question.id for question in route(bank, answers)}
        opened = cls(bank, answers, at or "", with_extras, only_mine)
        return opened if at in on_route else replace(opened, at=opened.in_order[0].id)

    # -- answering ----------------------------------------------------------------------

    def answer(self, value: Value | None, on: date) -> "Wizard":
        """The open question with this value; None takes a value away, and leaves a reason why it
        does not apply. The same value changes nothing, except that a carried answer which is
        given again counts as given. A yes to what has changed opens what was kept before it.
        """
        now = self.current
        if value is None and now.value is None:
            return self
        if now.value == value and now.source is not Source.CARRIED and not now.not_applicable:
            return self
        same = now.value == value
        given = replace(
            now,
            value=value,
            source=Source.GIVEN,
            on=on,
            not_applicable="",
            since=now.since if same else "",
            how=now.how if same else "",
        )
        answers = self.answers.with_answer(self.at, given)
        return self.over(self._opened(answers) if value is True else answers)

    def _opened(self, answers: Answers) -> Answers:
        """What was kept and depends on the open question is to be looked at again."""
        for question in self.bank.dependents(self.at):
            kept = answers.get(question.id)
            if kept.source is Source.KEPT:
                answers = answers.with_answer(question.id, replace(kept, source=Source.CARRIED))
        return answers

    def bring(self, text: str) -> "Wizard":
        """A passage of last year's report copied in: last year's, not checked yet.

        It stands below what is not checked yet. Raises UsageError where an answer of this year
        stands, or where the question does not take text; KindError where its kind refuses it.
        """
        now, question = self.current, self.question
        if now.says_something and now.source is not Source.CARRIED:
            raise UsageError("This question has been answered this year. Nothing was copied.")
        if question.kind in NOT_IN_WORDS:
            raise UsageError("This question is not answered in words, so nothing was copied.")
        value = parse_field(question.column, text)
        if value is None:
            raise UsageError("Nothing is marked, so nothing was copied.")
        if question.kind is Kind.PASSAGE and isinstance(now.value, str) and now.value.strip():
            value = f"{now.value.rstrip()}\n\n{str(value).strip()}"
        return self._with(replace(now, value=value, source=Source.CARRIED, not_applicable=""))

    def as_before(self, answer: Answer) -> "Wizard":
        """The open question as it stood before what is being typed, which cannot be read."""
        return self if answer == self.current else self._with(answer)

    def withdraw(self, on: date, question_id: str | None = None) -> "Wizard":
        """The open question, or any other, with neither a value nor a reason; a note stays."""
        place = self.at if question_id is None else question_id
        now = self.answers.get(place)
        cleared = replace(
            now, value=None, not_applicable="", source=Source.GIVEN, on=on, since="", how=""
        )
        return self._at(place, cleared)

    def keep(self, on: date, how: str = "") -> "Wizard":
        """Last year's answer, looked at and still true. Changes nothing that is not carried.

        `how` says in a few words how one knows; governors see it, and it is never printed.
        """
        if self.current.source is not Source.CARRIED or not self.current.says_something:
            return self
        known = clean(how).strip() or self.current.how
        return self._with(replace(self.current, source=Source.KEPT, on=on, how=known))

    def say_how(self, how: str) -> "Wizard":
        """How one knows that what was kept is still true; "" takes it away."""
        if self.current.source is not Source.KEPT:
            return self
        return self._with(replace(self.current, how=clean(how).strip()))

    def look_again(self) -> "Wizard":
        """What was kept is not checked after all."""
        if self.current.source is not Source.KEPT:
            return self
        return self._with(replace(self.current, source=Source.CARRIED))

    @property
    def first_to_read(self) -> Question | None:
        """The question on what has changed that asks to read the open carried answer to its end
        before it is kept; None where none does.
        """
        if self.current.source is not Source.CARRIED:
            return None
        return first_to_read(self.bank, self.answers, self.question)

    def not_applicable(self, reason: str, on: date) -> "Wizard":
        """The open question does not apply, for this reason.

        Raises UsageError where the question always applies, or no reason is given.
        """
        if not self.question.allows_not_applicable:
            law = self.question.required and any(
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

    def set_aside(self, key: str, reason: str) -> "Wizard":
        """A finding at the open question is left, for this reason; "" takes that back."""
        left = {each: why for each, why in self.current.set_aside.items() if each != key}
        reason = clean(reason).strip()
        return self._with(replace(self.current, set_aside=left | ({key: reason} if reason else {})))

    def _with(self, answer: Answer) -> "Wizard":
        return self._at(self.at, answer)

    def _at(self, question_id: str, answer: Answer) -> "Wizard":
        return self.over(self.answers.with_answer(question_id, answer))

    def over(self, answers: Answers) -> "Wizard":
        """The same place over other answers; the first question where it is not asked any more."""
        after = replace(self, answers=answers)
        if any(question.id == self.at for question in after.route):
            return after
        return replace(after, at=after.in_order[0].id)

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
        """That question. Raises UsageError where it is unknown or not needed for this school.

        Getting started is over once another question than one of its own is opened.
        """
        question = self.bank.question(question_id)
        if self.statuses[question.id] is Status.OFF_ROUTE:
            raise UsageError(f"“{question.prompt}” is not needed for your school.")
        starting = self.starting and self.stops_at(question)
        return replace(self, at=question.id, starting=starting)

    def start(self) -> "Wizard":
        """Stop first only at what decides which questions are asked, in a school's first run;
        the same wizard in any other year, and where another question is open.
        """
        if not is_first_run(self.bank, self.answers):
            return self
        starting = replace(self, starting=True)
        return starting if starting.stops_at(self.question) else self

    def started(self) -> "Wizard":
        """Getting started is done: every question in turn, from the next that is to do."""
        if not self.starting:
            return self
        whole = replace(self, starting=False)
        ahead = (q for q in whole.walked[whole.number :] if whole.needs_me(q))
        target = next(ahead, None)
        return whole if target is None else replace(whole, at=target.id)

    def leave_out_extras(self) -> "Wizard":
        """Pass by every extra question from here on; an open one is left for the next."""
        passing = replace(self, with_extras=False)
        return passing.forward() if self.question.extra else passing

    def bring_back_extras(self) -> "Wizard":
        """Stop at extra questions again."""
        return replace(self, with_extras=True)

    def narrow(self, *, only_mine: bool) -> "Wizard":
        """Stop only at what needs the person, or at everything again; not to get started."""
        return replace(self, only_mine=only_mine, starting=False)

    def next_to_do(self) -> "Wizard":
        """The next required question that is not done, round the end; the same place if none."""
        place = self.in_order.index(self.question) + 1
        ahead = self.in_order[place:] + self.in_order[:place]
        to_do = (q for q in ahead if q.required and self.statuses[q.id] not in DONE)
        target = next(to_do, None)
        return self if target is None else self.jump(target.id)
