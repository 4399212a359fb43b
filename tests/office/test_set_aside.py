"""A finding is set aside with a reason, in one answer and one sentence, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Value
from sendwizard.core.carry import carry
from sendwizard.errors import UsageError
from sendwizard.office.checking import check_answers, left_by_key, set_aside
from tests.office.test_checking import BANK, SLIPS, at, found, with_text
from tests.worlds import DAY, filled


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


@pytest.mark.parametrize("reason", ["", "  "])
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


def test_what_is_set_aside_comes_along_to_the_next_year_with_its_answer() -> None:

    answers = with_text("extra-support", SLIPS[0])
    key = found(answers, "OLD001")[0].key
    left = at(answers, "extra-support").set_aside(key, "The head agreed.").answers
    next_year = carry(BANK, left, "2027-28")
    assert next_year.get("extra-support").set_aside == {key: "The head agreed."}
    assert replace(next_year.get("extra-support"), set_aside={}).says_something
