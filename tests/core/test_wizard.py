"""A walk through a year that began with last year's answers: nothing counts until looked at."""

from dataclasses import replace
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.carry import carry
from sendwizard.core.duties import DutyState, duties, gaps
from sendwizard.core.route import DONE, Status
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UsageError
from tests.worlds import DAY, answers_of, filled, real_bank, some_value

BANK = real_bank()
LAST_YEAR = date(2025, 10, 1)


def carried() -> Answers:
    """Every answer of last year, brought across and not looked at."""
    answers = filled("mainstream-academy", "primary", "nursery", "unit")
    by_id = {key: replace(each, on=LAST_YEAR) for key, each in answers.by_id.items()}
    return carry(BANK, replace(answers, year="2025-26", by_id=by_id), "2026-27")


class SecondYear(RuleBasedStateMachine):
    """Keeping, changing and taking out, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.wizard = Wizard.open(BANK, carried())
        self.looked_at: set[str] = set()

    @rule(to=st.sampled_from([question.id for question in BANK.questions]))
    def jump(self, to: str) -> None:
        if self.wizard.statuses[to] is not Status.OFF_ROUTE:
            self.wizard = self.wizard.jump(to)

    @rule()
    def keep(self) -> None:
        before = self.wizard.current
        self.wizard = self.wizard.keep(DAY)
        assert self.wizard.current.value == before.value
        if before.says_something:
            assert self.wizard.current.source is not Source.CARRIED
        self.looked_at.add(self.wizard.at)

    @rule()
    def answer(self) -> None:
        self.wizard = self.wizard.answer(some_value(self.wizard.question), DAY)
        self.looked_at.add(self.wizard.at)

    @rule()
    def withdraw(self) -> None:
        self.wizard = self.wizard.withdraw(DAY)
        assert self.wizard.current.value is None
        assert self.wizard.statuses[self.wizard.at] is Status.UNANSWERED

    @rule()
    def look_again(self) -> None:
        before = self.wizard.current
        self.wizard = self.wizard.look_again()
        assert replace(self.wizard.current, source=before.source) == before

    @rule(how=st.sampled_from(["asked the head, 3 November", " ", "read the policy"]))
    def say_how(self, how: str) -> None:
        before = self.wizard.current
        self.wizard = self.wizard.say_how(how)
        assert replace(self.wizard.current, how=before.how) == before

    @rule(text=st.sampled_from(["Last year we wrote this.", "01632 960100", "", "3 May 2026"]))
    def bring(self, text: str) -> None:
        before = self.wizard.current
        try:
            self.wizard = self.wizard.bring(text)
        except UsageError:
            assert self.wizard.current == before
            return
        assert before.source is Source.CARRIED or not before.says_something
        assert self.wizard.statuses[self.wizard.at] is Status.CARRIED

    @rule(only_mine=st.booleans())
    def narrow(self, *, only_mine: bool) -> None:
        self.wizard = self.wizard.narrow(only_mine=only_mine)
        others = [each for each in self.wizard.walked if each.id != self.wizard.at]
        if only_mine:
            assert all(self.wizard.needs_me(each) for each in others)

    @rule(value=st.booleans(), number=st.integers(0, 9))
    def say_what_has_changed(self, *, value: bool, number: int) -> None:
        asked = [each for each in BANK.questions if each.begun_year][number]
        there = self.wizard.jump(asked.id)
        self.wizard = there.answer(value, DAY)
        self.looked_at.add(asked.id)
        if value and there.current.value is not True:
            for question in BANK.dependents(asked.id):
                assert self.wizard.answers.get(question.id).source is not Source.KEPT

    @precondition(lambda self: self.wizard.question.allows_not_applicable)
    @rule()
    def does_not_apply(self) -> None:
        self.wizard = self.wizard.not_applicable(" We have none ", DAY)
        assert self.wizard.statuses[self.wizard.at] is Status.NOT_APPLICABLE
        self.looked_at.add(self.wizard.at)

    @rule(move=st.sampled_from(["forward", "back", "skip", "leave_out_extras", "next_to_do"]))
    def move(self, move: str) -> None:
        before = self.wizard
        self.wizard = getattr(before, move)()
        assert self.wizard.answers is before.answers

    @rule(text=st.text(max_size=8))
    def note(self, text: str) -> None:
        before = self.wizard
        self.wizard = before.note(text)
        assert self.wizard.statuses == before.statuses

    @invariant()
    def the_place_is_on_the_route(self) -> None:
        assert self.wizard.question in self.wizard.route
        assert self.wizard.section.id == self.wizard.question.section

    @invariant()
    def only_what_was_looked_at_counts(self) -> None:
        done = {key for key, each in self.wizard.statuses.items() if each in DONE}
        assert done <= self.looked_at
        walked = {question.id for question in self.wizard.walked}
        assert len(done & walked) == self.wizard.progress.done

    @invariant()
    def required_questions_left_are_the_gaps(self) -> None:
        open_gaps = [gap for gap in gaps(BANK, self.wizard.answers) if not gap.missing]
        assert all(self.wizard.needs_me(gap.question) for gap in open_gaps)
        if not gaps(BANK, self.wizard.answers):
            law = [d for d in duties(BANK, self.wizard.answers) if d.requirement.force == "must"]
            assert {duty.state for duty in law} == {DutyState.ANSWERED}


TestSecondYear = SecondYear.TestCase
TestSecondYear.settings = settings(max_examples=20, stateful_step_count=30)


def test_keeping_everything_in_turn_finishes_the_year() -> None:
    wizard = Wizard.open(BANK, carried())
    assert wizard.question.begun_year
    for _ in wizard.route:
        if wizard.current.says_something:
            wizard = wizard.keep(DAY).forward()
        else:
            wizard = wizard.answer(some_value(wizard.question), DAY).forward()
    assert wizard.is_last
    assert wizard.progress.done == wizard.progress.total
    assert gaps(BANK, wizard.answers) == ()
    assert wizard.answers.newest == DAY


def test_a_note_and_a_reason_hold_no_sign_that_cannot_be_seen() -> None:
    wizard = Wizard.open(BANK, answers_of(), "last-year").note(" ask\x00 \u202ehead\udce9\r\n ")
    assert wizard.current.note == "ask head"
    assert not wizard.current.says_something
    reason = wizard.not_applicable("new\x1b school ", DAY).current
    assert reason.not_applicable == "new school"
    assert reason.note == "ask head"


def test_taking_the_last_word_out_leaves_no_answer_behind() -> None:
    wizard = Wizard.open(BANK, answers_of(), "complaints").answer("Write to us.", DAY)
    assert wizard.withdraw(DAY).answers == wizard.answer(None, DAY).answers == answers_of()
    assert wizard.answer(" ", DAY).answers == answers_of()


def test_a_place_that_has_gone_opens_at_the_first_question() -> None:
    assert Wizard.open(BANK, answers_of(), "gone").at == "school-name"
    special = answers_of(school_type="maintained-special")
    place = Wizard.open(BANK, special, "senco")
    assert place.back() == place


def test_keys_that_the_program_does_not_know_outlive_a_withdrawal() -> None:
    answers = answers_of().with_answer("complaints", Answer("x", extra={"how": "asked"}))
    wizard = Wizard.open(BANK, answers, "complaints").withdraw(DAY)
    assert wizard.current.extra == {"how": "asked"}
