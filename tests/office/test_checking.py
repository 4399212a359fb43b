"""The editor over a school's answers: what stands, what is set aside, and what that changes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.duties import DutyState
from sendwizard.core.findings import Finding, Severity
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UsageError
from sendwizard.office.checking import (
    EVERY_RULE,
    check_answers,
    check_question,
    left_by_key,
    set_aside,
)
from sendwizard.report.build import build_report
from sendwizard.report.entries import Material
from tests.worlds import DAY, answers_of, filled, real_bank

BANK = real_bank()
STOPS = {"DUTY001", "DUTY002", "DUTY005", "NAME001"}
"""With the rules on pupils, the only ones that may stand in the way of approval."""


def with_text(question: str, text: str, answers: Answers | None = None) -> Answers:
    """A filled year with this answer."""
    return (answers or filled()).with_answer(question, Answer(text, on=DAY))


def at(answers: Answers, question: str) -> Wizard:
    """The wizard at a question."""
    return Wizard.open(BANK, answers, question)


def found(answers: Answers, code: str) -> list[Finding]:
    """What is found with a code."""
    return [e for e in check_answers(BANK, answers, DAY).findings if e.rule.code == code]


def test_only_what_is_missing_pupils_and_a_sister_s_name_stand_in_the_way() -> None:
    stops = {code for code, rule in EVERY_RULE.items() if rule.severity is Severity.STOP}
    assert stops == STOPS | {code for code in EVERY_RULE if code.startswith("PUPIL")}


def test_each_rule_has_a_code_of_its_own_and_explains_itself() -> None:
    for code, rule in EVERY_RULE.items():
        assert rule.code == code
        assert len(rule.explanation.split()) >= 12, code
        assert not {"compliant", "lawful", "illegal"} & set(rule.explanation.casefold().split())
    accepted = {code for code, rule in EVERY_RULE.items() if rule.can_be_accepted}
    assert accepted == {"DUTY001", "DUTY002", "DUTY005"}


@pytest.mark.parametrize(
    "text", ["TBC", "Please see above.", "Please contact the school for details."]
)
def test_an_answer_that_says_nothing_leaves_its_duty_not_answered(text: str) -> None:
    answers = with_text("complaints", text)
    checked = check_answers(BANK, answers, DAY)
    states = {each.requirement.id: each.state for each in checked.duties}
    assert states["sched1-9-complaints"] is DutyState.NOT_ANSWERED
    at_fault = {e.rule.code for e in checked.stops if e.question == "complaints"}
    assert at_fault == {"DUTY005"}
    beside = [e for e in checked.findings if e.question == "complaints"]
    assert any(e.rule.code.startswith("VAGUE") for e in beside)


def test_a_hollow_answer_that_is_set_aside_counts_as_one() -> None:
    answers = with_text("complaints", "Please see above.")
    finding = found(answers, "DUTY005")[0]
    left = set_aside(at(answers, "complaints"), finding, "It is all said above.").answers
    checked = check_answers(BANK, left, DAY)
    states = {each.requirement.id: each.state for each in checked.duties}
    assert states["sched1-9-complaints"] is DutyState.ANSWERED
    assert [e.finding.rule.code for e in checked.set_aside if e.finding.rule.code == "DUTY005"]


def test_the_report_shows_the_gap_below_an_answer_that_says_nothing() -> None:
    from pathlib import Path

    from sendwizard.office.folders import School
    from sendwizard.office.reporting import material_of
    from tests.worlds import QUESTIONS

    answers = with_text("complaints", "TBC")
    material, _ = material_of(School(Path("school"), QUESTIONS, None), BANK, answers, None)
    assert "complaints" in material.gaps
    assert build_report(material).draft
    assert "complaints" not in Material(BANK, answers).gaps


def test_what_is_missing_cannot_be_set_aside() -> None:
    answers = filled().with_answer("complaints", Answer())
    finding = found(answers, "DUTY001")[0]
    with pytest.raises(UsageError, match="cannot be set aside"):
        set_aside(at(answers, "complaints"), finding, "We have none.")
    forced = at(answers, "complaints").set_aside("DUTY001", "We have none.").answers
    assert found(forced, "DUTY001")


def test_a_reason_is_needed_to_set_something_aside() -> None:
    answers = with_text("extra-support", "Our statemented pupils have help in class each day.")
    finding = found(answers, "OLD001")[0]
    with pytest.raises(UsageError, match="why"):
        set_aside(at(answers, "extra-support"), finding, "  ")


SLIPS = (
    "Our statemented pupils have help.",
    "Pupils on School Action have a plan.",
    "Parent Partnership can help you.",
    "We use National Curriculum levels.",
    "Our statemented pupils have more help.",
    "Ring 0845 034 9469 for advice.",
    "Ella, who has autism, has a helper each day.",
    "Ella, who has autism, goes first.",
    "Please contact the school for details.",
    "Our next review is in July 2024.",
    "Read more [here](http://www.example.org/send).",
    "It is expected that a multi-agency approach is utilised.",
    "We have one child who is blind.",
)


@given(
    st.lists(st.sampled_from(SLIPS), min_size=1, max_size=8),
    st.lists(st.sampled_from(SLIPS), max_size=3),
    st.data(),
)
def test_setting_one_thing_aside_hides_that_one_alone(
    lines: list[str], others: list[str], data: st.DataObject
) -> None:
    answers = with_text("extra-support", "\n\n".join(lines))
    if others:
        answers = answers.with_answer("money", Answer("\n\n".join(others), on=DAY))
    before = check_answers(BANK, answers, DAY)
    one = data.draw(st.sampled_from(before.findings))
    left = set_aside(at(answers, one.question), one, "The head agreed.").answers
    after = check_answers(BANK, left, DAY)
    assert [e for e in before.findings if e != one] == list(after.findings)
    assert [e.finding for e in after.set_aside] == [one]
    assert after.set_aside[0].reason == "The head agreed."
    again = at(left, one.question).set_aside(one.key, "").answers
    assert check_answers(BANK, again, DAY).findings == before.findings


@given(
    st.lists(st.sampled_from(SLIPS), min_size=2, max_size=6, unique=True),
    st.data(),
)
def test_taking_a_sentence_out_never_hides_what_another_one_says(
    lines: list[str], data: st.DataObject
) -> None:
    """Whatever was set aside goes with its own sentence, and passes to no other."""
    answers = with_text("extra-support", "\n\n".join(lines))
    here = [e for e in check_answers(BANK, answers, DAY).findings if e.span]
    one = data.draw(st.sampled_from(here))
    left = set_aside(at(answers, one.question), one, "The head agreed.")
    kept = [line for line in lines if one.words not in line]
    after = left.answer("\n\n".join(kept), DAY) if kept else left
    seen = check_answers(BANK, after.answers, DAY)
    bare = check_answers(BANK, with_text("extra-support", "\n\n".join(kept or lines)), DAY)
    assert not kept or seen.findings == bare.findings


def test_the_same_words_twice_are_two_findings() -> None:
    answers = with_text("extra-support", f"{SLIPS[0]}\n\n{SLIPS[4]}")
    one, other = found(answers, "OLD001")
    assert one.key != other.key
    assert one.named == other.named == "OLD001 statemented"
    assert "have more help" in other.beside, "each says which of them it is"
    same = found(with_text("extra-support", f"{SLIPS[0]}\n\n{SLIPS[0]}"), "OLD001")
    assert same[1].key == f"{same[0].key} (2)"


def test_what_is_set_aside_stands_again_in_another_sentence() -> None:
    """Leaving one, and then taking its sentence out, leaves no other."""
    answers = with_text("extra-support", f"{SLIPS[0]} {SLIPS[4]}")
    first = found(answers, "OLD001")[0]
    left = set_aside(at(answers, "extra-support"), first, "A quotation.").answers
    assert [e.words for e in found(left, "OLD001")] == ["statemented"]
    now = at(left, "extra-support").answer(SLIPS[4], DAY).answers
    assert found(now, "OLD001")
    back = at(left, "extra-support").answer(f"New. {SLIPS[0]}", DAY).answers
    assert not found(back, "OLD001"), "the same sentence, elsewhere in the answer"


@pytest.mark.parametrize("then", ["See above.", "See our SEN policy."])
def test_a_hollow_answer_is_left_as_it_is_and_not_its_next_words(then: str) -> None:
    answers = with_text("complaints", "TBC")
    left = set_aside(at(answers, "complaints"), found(answers, "DUTY005")[0], "It is one.").answers
    assert not found(left, "DUTY005")
    assert found(at(left, "complaints").answer(then, DAY).answers, "DUTY005")


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"[:0]])
def test_no_reason_in_the_file_leaves_nothing(reason: str) -> None:
    answers = with_text("extra-support", "Sam has autism, so a helper sits with him.")
    key = found(answers, "PUPIL001")[0].key
    by_hand = answers.with_answer(
        "extra-support", replace(answers.get("extra-support"), set_aside={key: reason})
    )
    assert found(by_hand, "PUPIL001")


def test_a_key_is_known_in_any_case() -> None:
    answers = with_text("extra-support", "Sam has autism, so a helper sits with him.")
    key = found(answers, "PUPIL001")[0].key
    by_hand = replace(answers.get("extra-support"), set_aside={key.upper(): "A puppet."})
    assert not found(answers.with_answer("extra-support", by_hand), "PUPIL001")


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [("looked-after", None, "DUTY004"), ("senco", ({"name": "Mrs Fern"},), "DUTY003")],
)
def test_a_point_that_is_not_written_can_be_left(question: str, value: Value, code: str) -> None:
    answers = at(filled(), question).answer(value, DAY).answers
    assert found(answers, code)
    left = left_by_key(at(answers, question), code, "We agreed it.", DAY).answers
    assert not [e for e in found(left, code) if e.question == question]
    assert [e.reason for e in check_answers(BANK, left, DAY).set_aside] == ["We agreed it."]


def test_the_head_sees_a_word_that_was_left_as_right() -> None:
    answers = with_text("extra-support", "Croeso to all.")
    left = left_by_key(at(answers, "extra-support"), "SPELL001 croeso", "It is Welsh.", DAY).answers
    (seen,) = check_answers(BANK, left, DAY).set_aside
    assert "croeso: It is Welsh." in seen.beside.replace("”", "").replace("“", "")
    back = left_by_key(at(left, "extra-support"), "SPELL001 croeso", "", DAY)
    assert not back.current.set_aside


def test_a_finding_is_left_by_its_key_or_its_code() -> None:
    answers = with_text("extra-support", SLIPS[0])
    wizard = at(answers, "extra-support")
    key = found(answers, "OLD001")[0].key
    for name in (key, "old001"):
        assert left_by_key(wizard, name, "Why not.", DAY).current.set_aside == {key: "Why not."}
    left = left_by_key(wizard, key, "Why not.", DAY)
    assert left_by_key(left, key, "", DAY).current.set_aside == {}
    with pytest.raises(UsageError, match="There is: “OLD001"):
        left_by_key(wizard, "OLD999", "Why not.", DAY)


def test_one_answer_is_read_as_the_whole_is() -> None:
    answers = with_text("extra-support", "\n".join(SLIPS))
    whole = [e for e in check_answers(BANK, answers, DAY).findings if e.question == "extra-support"]
    one = check_question(BANK, answers, "extra-support", DAY).findings
    assert sorted(map(str, whole)) == sorted(map(str, one))
    order = [list(Severity).index(each.severity) for each in one]
    assert order == sorted(order)


def test_nothing_is_found_where_nothing_is_written_or_asked() -> None:
    assert check_question(BANK, answers_of(), "extra-support", DAY).findings == ()
    special = filled("maintained-special").with_answer("senco", Answer("Old words: statemented"))
    assert check_question(BANK, special, "senco", DAY).findings == ()


def test_a_day_is_all_that_the_rules_know_of_time() -> None:
    answers = with_text("extra-support", "The next review is on 1 March 2027.")
    early = check_answers(BANK, answers, date(2026, 12, 1))
    late = check_answers(BANK, answers, date(2027, 12, 1))
    of = [
        {e.rule.code for e in each.findings if e.question == "extra-support"}
        for each in (early, late)
    ]
    assert not any(code.startswith("DATE") for code in of[0])
    assert any(code.startswith("DATE") for code in of[1])


def test_what_is_set_aside_comes_along_to_the_next_year_with_its_answer() -> None:
    from sendwizard.core.carry import carry

    answers = with_text("extra-support", SLIPS[0])
    key = found(answers, "OLD001")[0].key
    left = at(answers, "extra-support").set_aside(key, "The head agreed.").answers
    next_year = carry(BANK, left, "2027-28")
    assert next_year.get("extra-support").set_aside == {key: "The head agreed."}
    assert replace(next_year.get("extra-support"), set_aside={}).says_something


def test_a_year_whose_answer_says_nothing_is_a_draft() -> None:
    from sendwizard.office.acts import year_status

    assert year_status(BANK, filled()).state == "complete"
    hollow = with_text("complaints", "Please see above.")
    assert year_status(BANK, hollow).state == "draft"
    left = left_by_key(at(hollow, "complaints"), "DUTY005", "It is all said above.", DAY).answers
    assert year_status(BANK, left).state == "complete"


def test_a_year_that_tells_who_a_pupil_is_is_a_draft() -> None:
    from sendwizard.office.acts import year_status

    named = with_text("extra-support", "Sam has autism, so a helper sits with him.")
    assert year_status(BANK, named).state == "draft"
    left = left_by_key(at(named, "extra-support"), "PUPIL001", "He is a puppet.", DAY).answers
    assert year_status(BANK, left).state == "complete"
