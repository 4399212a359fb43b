"""A section is complete when the person says so and nothing needed is left; getting started."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.carry import carry
from sendwizard.core.editions import migrate
from sendwizard.core.route import Status
from sendwizard.core.sections import (
    SectionStanding,
    SectionState,
    mark_finished,
    standings,
    waits_for_mark,
)
from sendwizard.core.starting import deciders, first_asked, is_first_run
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UsageError
from tests.worlds import DAY, YEAR, answers_of, filled, real_bank, some_value

BANK = real_bank()
EMPTY = Answers(YEAR, BANK.id, BANK.edition)
SECTIONS = [section.id for section in BANK.sections]


def standing(wizard: Wizard, section: str) -> SectionStanding:
    """How one section stands."""
    return next(each for each in standings(wizard) if each.section.id == section)


def test_a_section_is_to_do_then_in_progress_then_complete_once_the_person_says_so() -> None:
    wizard = Wizard.open(BANK, EMPTY, "complaints")
    assert standing(wizard, "complaints").state is SectionState.TO_DO
    wizard = wizard.answer("Talk to us first.", DAY)
    assert standing(wizard, "complaints").state is SectionState.IN_PROGRESS
    wizard = mark_finished(wizard, "complaints", finished=True)
    assert standing(wizard, "complaints").state is SectionState.COMPLETE
    wizard = mark_finished(wizard, "complaints", finished=False)
    assert standing(wizard, "complaints").state is SectionState.IN_PROGRESS


def test_a_mark_does_not_make_a_section_complete_while_a_needed_answer_is_missing() -> None:
    wizard = mark_finished(Wizard.open(BANK, EMPTY, "complaints"), "complaints", finished=True)
    assert standing(wizard, "complaints").state is SectionState.IN_PROGRESS
    assert standing(wizard, "complaints").needed == 1


def test_what_is_optional_may_stay_empty_in_a_section_that_is_complete() -> None:
    full = filled()
    few = {key: each for key, each in full.by_id.items() if key != "senco-word"}
    wizard = mark_finished(Wizard.open(BANK, replace(full, by_id=few)), "about", finished=True)
    assert standing(wizard, "about").done == standing(wizard, "about").asked - 1
    assert standing(wizard, "about").state is SectionState.COMPLETE


def test_a_contact_without_a_way_to_reach_them_keeps_a_section_open() -> None:
    answers = filled().with_answer("senco", Answer(({"name": "A"},), on=DAY))
    wizard = mark_finished(Wizard.open(BANK, answers), "people", finished=True)
    assert standing(wizard, "people").state is SectionState.IN_PROGRESS


def test_editing_does_not_take_the_mark_away_and_a_new_year_begins_without_marks() -> None:
    wizard = mark_finished(Wizard.open(BANK, filled(), "complaints"), "complaints", finished=True)
    assert wizard.answer("Other words", DAY).answers.finished == ("complaints",)
    assert wizard.withdraw(DAY).answers.finished == ("complaints",)
    assert carry(BANK, wizard.answers, "2027-28").finished == ()


def test_newer_questions_keep_the_marks_also_of_a_section_that_is_gone() -> None:
    old = replace(filled(), edition="2025.11", finished=("gone", "about"))
    assert migrate(BANK, old, "save").finished == ("gone", "about")
    assert "gone" in mark_finished(Wizard.open(BANK, old), "about", finished=False).answers.finished


def test_a_section_that_is_not_there_cannot_be_finished() -> None:
    with pytest.raises(UsageError, match="no section"):
        mark_finished(Wizard.open(BANK, EMPTY), "gone", finished=True)


@given(
    done=st.sets(st.sampled_from([q.id for q in BANK.questions])),
    marked=st.lists(st.sampled_from(SECTIONS), unique=True),
    kind=st.sampled_from(["maintained-mainstream", "maintained-special", "pru"]),
)
@settings(max_examples=40)
def test_every_question_of_the_route_is_in_one_section_and_complete_means_nothing_is_left(
    done: set[str], marked: list[str], kind: str
) -> None:
    answers = answers_of(school_type=kind)
    for key in done - {"school-type"}:
        answers = answers.with_answer(key, Answer(some_value(BANK.by_id[key]), on=DAY))
    wizard = Wizard.open(BANK, answers)
    for each in marked:
        wizard = mark_finished(wizard, each, finished=True)
    shown = standings(wizard)
    assert sum(one.asked for one in shown) == len(wizard.route)
    assert all(one.asked for one in shown)
    for one in shown:
        left = [
            q
            for q in wizard.route
            if q.section == one.section.id and q.required and wizard.needs_me(q)
        ]
        assert (one.state is SectionState.COMPLETE) is (one.marked and not left)
        assert (one.state is SectionState.TO_DO) is (not one.done and not one.marked)


def test_the_mark_is_asked_for_only_at_the_end_of_a_section_in_which_nothing_needed_is_left() -> (
    None
):
    wizard = Wizard.open(BANK, filled(), "teaching-approach")
    assert not waits_for_mark(wizard)
    end = wizard.jump("adapt-environment")
    assert waits_for_mark(end)
    assert not waits_for_mark(end.jump("teaching-approach").withdraw(DAY).jump("adapt-environment"))
    assert not waits_for_mark(mark_finished(end, "teaching", finished=True))


# -- getting started --------------------------------------------------------------------


def test_what_decides_the_others_is_found_in_the_bank_itself() -> None:
    assert deciders(BANK) == (
        "school-name",
        "school-type",
        "other-type",
        "school-has",
        "local-authority",
    )


def walk(wizard: Wizard) -> list[str]:
    """The questions that going on leads through."""
    seen = [wizard.at]
    while not wizard.is_last:
        wizard = wizard.forward()
        seen.append(wizard.at)
    return seen


def test_a_first_run_stops_only_at_what_decides_and_then_goes_on_with_the_next() -> None:
    wizard = Wizard.open(BANK, EMPTY).start()
    assert walk(wizard) == ["school-name", "school-type", "school-has", "local-authority"]
    end = wizard.jump("local-authority")
    assert (end.number, end.progress.total, end.is_last) == (4, 4, True)
    assert end.started().at == "senco-word"
    assert end.started().progress.total > 60


def test_an_answer_can_bring_one_more_question_to_get_started_with() -> None:
    wizard = Wizard.open(BANK, answers_of(school_type="other")).start()
    assert walk(wizard)[2] == "other-type"


def test_a_first_run_lasts_until_what_decides_is_answered_or_something_else_is() -> None:
    assert is_first_run(BANK, EMPTY)
    assert is_first_run(BANK, answers_of(school_type="pru"))
    assert not is_first_run(BANK, answers_of(complaints="Words"))
    four = answers_of(
        school_name="Oak", school_type="pru", school_has=("primary",), local_authority="other"
    )
    assert not is_first_run(BANK, four)
    assert not is_first_run(BANK, carry(BANK, four, "2027-28"))


def test_opening_another_question_or_narrowing_the_way_ends_getting_started() -> None:
    wizard = Wizard.open(BANK, EMPTY).start()
    assert wizard.starting
    assert wizard.jump("school-has").starting
    assert not wizard.jump("complaints").starting
    assert not wizard.narrow(only_mine=True).starting
    assert not Wizard.open(BANK, EMPTY, "complaints").start().starting


@pytest.mark.parametrize("option", [each.id for each in BANK.by_id["school-type"].options])
def test_answering_on_the_way_never_leads_off_the_questions_of_getting_started(
    option: str,
) -> None:
    wizard = Wizard.open(BANK, EMPTY, "school-type").start().answer(option, DAY)
    asked = first_asked(BANK, wizard.answers)
    assert wizard.starting
    assert set(walk(wizard)) <= {each.id for each in asked}
    assert all(wizard.statuses[each.id] is not Status.OFF_ROUTE for each in asked)
