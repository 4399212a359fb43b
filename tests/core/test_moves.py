"""The wizard: no move is refused, no move changes words, and the place is always on the route."""

from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.duties import DutyState, duties, gaps
from sendwizard.core.findings import Severity, duty_findings
from sendwizard.core.route import DONE, Status, statuses
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import for_school
from sendwizard.errors import UsageError
from tests.worlds import DAY, YEAR, answers_of, filled, real_bank, some_value

BANK = real_bank()
IDS = st.sampled_from([question.id for question in BANK.questions])
EMPTY = Answers(YEAR, BANK.id, BANK.edition)


def opened(answers: Answers = EMPTY, at: str | None = None) -> Wizard:
    """A wizard over the real bank."""
    return Wizard.open(BANK, answers, at)


class Walk(RuleBasedStateMachine):
    """Anybody, pressing anything."""

    def __init__(self) -> None:
        super().__init__()
        self.wizard = opened()

    @rule(text=st.text(max_size=40))
    def answer_anything(self, text: str) -> None:
        self.wizard = self.wizard.answer(text or None, DAY)

    @rule()
    def answer_well(self) -> None:
        self.wizard = self.wizard.answer(some_value(self.wizard.question), DAY)

    @rule(option=st.integers(0, 7))
    def choose(self, option: int) -> None:
        options = self.wizard.question.options
        if options:
            chosen = options[option % len(options)].id
            several = self.wizard.question.kind.value == "choices"
            self.wizard = self.wizard.answer((chosen,) if several else chosen, DAY)

    @rule(
        move=st.sampled_from(
            [
                Wizard.forward,
                Wizard.back,
                Wizard.skip,
                Wizard.leave_out_extras,
                Wizard.bring_back_extras,
                Wizard.next_to_do,
            ]
        )
    )
    def move(self, move: object) -> None:
        assert callable(move)
        before = self.wizard.answers
        self.wizard = move(self.wizard)
        assert self.wizard.answers == before

    @rule(to=IDS)
    def jump(self, to: str) -> None:
        if self.wizard.statuses[to] is Status.OFF_ROUTE:
            with pytest.raises(UsageError):
                self.wizard.jump(to)
        else:
            self.wizard = self.wizard.jump(to)
            assert self.wizard.at == to

    @rule(text=st.text(max_size=10))
    def note(self, text: str) -> None:
        value = self.wizard.current.value
        self.wizard = self.wizard.note(text)
        assert self.wizard.current.value == value

    @invariant()
    def the_place_is_on_the_route(self) -> None:
        assert self.wizard.question in self.wizard.route
        assert 1 <= self.wizard.number <= self.wizard.progress.total
        assert 0 <= self.wizard.progress.done <= self.wizard.progress.total


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=40)


def test_back_and_forward_lead_to_the_same_place() -> None:
    wizard = opened(filled()).forward().forward()
    assert wizard.back().forward() == wizard


def test_the_first_and_the_last_question_are_the_ends() -> None:
    wizard = opened(filled())
    assert wizard.back() == wizard
    assert wizard.back() == wizard
    last = wizard.jump(wizard.route[-1].id)
    assert last.is_last
    assert last.forward() == last


def test_a_carried_answer_decides_the_route_and_does_not_count() -> None:
    carried = Answer("maintained-special", Source.CARRIED, date(2025, 10, 1))
    wizard = opened(EMPTY.with_answer("school-type", carried), "school-type")
    assert wizard.statuses["senco"] is Status.OFF_ROUTE
    assert wizard.statuses["school-type"] is Status.CARRIED
    assert wizard.progress.done == 0
    assert "DUTY002" in {each.rule.code for each in duty_findings(BANK, wizard.answers)}
    kept = wizard.keep(DAY)
    assert kept.current == Answer("maintained-special", Source.KEPT, DAY)
    assert kept.progress.done == 1
    assert kept.keep(DAY) == kept


def test_the_same_answer_again_makes_a_carried_one_given_and_changes_no_other() -> None:
    carried = Answer("maintained-special", Source.CARRIED, date(2025, 10, 1))
    wizard = opened(EMPTY.with_answer("school-type", carried), "school-type")
    given = wizard.answer("maintained-special", DAY)
    assert given.current.source is Source.GIVEN
    assert given.answer("maintained-special", date(2027, 1, 1)) is given


def test_withdrawing_leaves_the_note() -> None:
    wizard = opened(EMPTY, "first-contact").answer("Ring us", DAY).note("ask the head")
    assert wizard.answer(None, DAY).current.note == "ask the head"
    assert wizard.answer(None, DAY).statuses["first-contact"] is Status.UNANSWERED


def test_extras_are_left_out_with_one_key_and_come_back() -> None:
    wizard = opened(filled(), "how-decided").leave_out_extras()
    assert not wizard.question.extra
    seen = {wizard.at}
    while not wizard.is_last:
        wizard = wizard.forward()
        seen.add(wizard.at)
    assert not any(BANK.by_id[each].extra for each in seen)
    assert wizard.bring_back_extras().back() != wizard.back()


def test_next_to_do_goes_round_the_end_and_stays_when_nothing_is_left() -> None:
    answers = filled().with_answer("senco", Answer())
    assert opened(answers, "complaints").next_to_do().at == "senco"
    assert opened(filled(), "complaints").next_to_do().at == "complaints"


def test_does_not_apply_needs_a_reason_and_a_question_that_allows_it() -> None:
    wizard = opened(filled(), "last-year")
    with pytest.raises(UsageError, match="few words"):
        wizard.not_applicable(" ", DAY)
    with pytest.raises(UsageError, match="always applies"):
        wizard.jump("complaints").not_applicable("no", DAY)
    with pytest.raises(UsageError, match="Leave it empty"):
        wizard.jump("senco-qualification").not_applicable("no", DAY)
    done = wizard.not_applicable("We opened this year", DAY)
    assert done.statuses["last-year"] is Status.NOT_APPLICABLE
    assert done.answer(None, DAY) is done
    assert done.answer("It went well", DAY).current.not_applicable == ""
    assert done.withdraw(DAY).statuses["last-year"] is Status.UNANSWERED


def test_a_name_without_a_way_to_make_contact_is_half_an_answer() -> None:
    answers = filled().with_answer("senco", Answer(({"name": "Mrs Fern"},), on=DAY))
    (gap,) = gaps(BANK, answers)
    assert gap.missing == ("phone or e-mail",)
    duty = next(d for d in duties(BANK, answers) if d.requirement.id == "sched1-4-senco-contact")
    assert duty.state is DutyState.PART
    (finding,) = duty_findings(BANK, answers)
    assert finding.severity is Severity.WARN


def test_half_of_a_duty_is_part_answered_and_none_is_not_answered() -> None:
    answers = filled().with_answer("adapt-environment", Answer())
    states = {d.requirement.id: d.state for d in duties(BANK, answers)}
    assert states["sched1-3d-adapt-curriculum-environment"] is DutyState.PART
    answers = answers.with_answer("complaints", Answer())
    states = {d.requirement.id: d.state for d in duties(BANK, answers)}
    assert states["sched1-9-complaints"] is DutyState.NOT_ANSWERED


def test_a_point_of_guidance_is_never_a_stop() -> None:
    answers = filled().with_answer("bullying", Answer()).with_answer("looked-after", Answer())
    found = duty_findings(BANK, answers)
    assert {each.severity for each in found} == {Severity.WARN}


def test_an_unknown_condition_asks_and_an_unanswered_yes_no_does_not() -> None:
    from dataclasses import replace

    from sendwizard.core.bank import Kind, Question, Section
    from sendwizard.core.conditions import AllOf, AnyOf, Not, OneOf

    asked = Question("has-pool", "about", Kind.YES_NO, "A pool?")
    hangs = replace(asked, id="pool", kind=Kind.PASSAGE, applies_when=OneOf("has-pool", ("yes",)))
    both = AllOf((OneOf("has-pool", ("yes",)), Not(OneOf("school-type", ("pru",)))))
    either = AnyOf((OneOf("has-pool", ("yes",)), OneOf("school-type", ("pru",))))
    extra = [
        replace(hangs, id="both", applies_when=both),
        replace(hangs, id="e", applies_when=either),
    ]
    first = BANK.sections[1]
    section = Section("about", first.title, (*first.questions, asked, hangs, *extra))
    bank = replace(BANK, sections=(section,))
    standing = statuses(bank, EMPTY)
    assert standing["other-type"] is Status.UNANSWERED
    assert [standing[each] for each in ("pool", "both")] == [Status.OFF_ROUTE] * 2
    assert standing["e"] is Status.UNANSWERED
    yes = EMPTY.with_answer("has-pool", Answer(value=True))
    assert statuses(bank, yes)["pool"] is Status.UNANSWERED
    assert statuses(bank, yes)["both"] is Status.UNANSWERED
    no = EMPTY.with_answer("has-pool", Answer(value=False)).with_answer(
        "school-type", Answer("pru")
    )
    assert statuses(bank, no)["both"] is Status.OFF_ROUTE
    assert statuses(bank, no)["e"] not in DONE


def test_the_school_s_own_word_for_the_role_is_used() -> None:
    answers = answers_of(senco_word="senco-mixed")
    assert for_school(BANK, answers, "The SENCO and SENCOs") == "The SENCo and SENCos"
    assert for_school(BANK, EMPTY, "The SENCO") == "The SENCO"


def test_an_unknown_question_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean “complaints”"):
        opened().jump("complaint")
