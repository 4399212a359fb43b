"""The small rules: three-valued conditions, what is empty, what counts, words and fixed ids."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source, Value, is_empty
from sendwizard.core.bank import COLUMN_KINDS, MS_MNS_EXEMPT, Kind, nearest
from sendwizard.core.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Leaf,
    Not,
    OneOf,
    evaluate,
    leaves,
    on_route,
)
from sendwizard.core.duties import DutyState, duties, gaps
from sendwizard.core.findings import duty_findings
from sendwizard.core.route import Status, leaf_test, route, school_type, status, statuses
from sendwizard.core.text import paragraphs
from sendwizard.core.words import (
    DUTY_STATE,
    SEVERITY,
    SOURCE,
    STATUS,
    STATUS_LETTER,
    count,
    for_school,
)
from sendwizard.errors import UsageError
from tests.worlds import DAY, YEAR, answers_of, filled, real_bank

BANK = real_bank()
EMPTY = Answers(YEAR, BANK.id, BANK.edition)
A, B = OneOf("a", ("yes",)), OneOf("b", ("yes",))
LEAVES: list[Leaf] = [*(OneOf(name, ("yes",)) for name in "ab"), AtLeast("n", 100)]
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda several: AllOf(tuple(several))),
        st.lists(inner, max_size=3).map(lambda several: AnyOf(tuple(several))),
    ),
    max_leaves=6,
)
WORLDS = st.fixed_dictionaries({leaf: st.sampled_from([True, False, None]) for leaf in LEAVES})


@pytest.mark.parametrize(("a", "b"), list(product([True, False, None], repeat=2)))
def test_and_or_and_not_are_kleene_s(a: bool | None, b: bool | None) -> None:
    def test(leaf: Leaf) -> bool | None:
        return a if leaf is A else b

    order = [False, None, True]
    assert evaluate(AllOf((A, B)), test) is order[min(order.index(a), order.index(b))]
    assert evaluate(AnyOf((A, B)), test) is order[max(order.index(a), order.index(b))]
    assert evaluate(Not(A), test) is order[2 - order.index(a)]


@given(condition=CONDITIONS, world=WORLDS)
def test_what_is_known_stays_so_whatever_the_unknown_turns_out_to_be(
    condition: Condition, world: dict[Leaf, bool | None]
) -> None:
    value = evaluate(condition, lambda leaf: world[leaf])
    unknown = [leaf for leaf in LEAVES if world[leaf] is None]
    for guess in product([True, False], repeat=len(unknown)):
        known = {**world, **dict(zip(unknown, guess, strict=True))}
        assert value in (None, evaluate(condition, lambda leaf, known=known: known[leaf]))  # type: ignore[misc]  # the default binds this turn's world
    assert on_route(condition, lambda leaf: world[leaf]) is (value is not False)
    assert set(leaves(condition)) <= set(LEAVES)


def test_no_condition_is_always_asked() -> None:
    assert on_route(None, lambda _leaf: False)
    assert list(leaves(None)) == []


def test_a_leaf_holds_by_one_option_of_a_choice_and_by_any_of_several() -> None:
    answers = answers_of(school_has=("nursery", "primary"), roll=210)
    assert leaf_test(BANK, answers, OneOf("school-has", ("primary",))) is True
    assert leaf_test(BANK, answers, OneOf("school-has", ("unit",))) is False
    assert leaf_test(BANK, answers, OneOf("roll", ("210",))) is True
    assert leaf_test(BANK, EMPTY, OneOf("school-has", ("unit",))) is None
    assert leaf_test(BANK, EMPTY, OneOf("gone", ("unit",))) is None


@pytest.mark.parametrize(
    ("value", "empty"),
    [
        (None, True),
        (" \n", True),
        ((), True),
        (("", " "), True),
        (({},), True),
        (({"name": " "},), True),
        (False, False),
        (0, False),
        (("a",), False),
        (({"name": " ", "roll": 0},), False),
    ],
)
def test_what_says_nothing_is_empty(value: Value | None, empty: bool) -> None:
    assert is_empty(value) is empty


def test_a_row_of_blanks_from_a_file_answers_no_duty() -> None:
    blank = Answer(({"name": " ", "phone": "", "email": " "},), on=DAY)
    answers = filled().with_answer("senco", blank)
    assert "senco" in {gap.question.id for gap in gaps(BANK, answers)}
    half = Answer(({"name": "Mrs Fern", "phone": " "},), on=DAY)
    (gap,) = gaps(BANK, answers.with_answer("senco", half))
    assert gap.missing == ("phone or e-mail",)


def test_a_reason_counts_only_where_the_question_allows_one() -> None:
    reason = Answer(not_applicable="We have none")
    allows = next(each for each in BANK.questions if each.allows_not_applicable)
    assert status(EMPTY.with_answer(allows.id, reason), allows) is Status.NOT_APPLICABLE
    complaints = BANK.by_id["complaints"]
    assert status(EMPTY.with_answer("complaints", reason), complaints) is Status.UNANSWERED


@pytest.mark.parametrize("source", [Source.GIVEN, Source.KEPT])
def test_only_this_year_s_words_count(source: Source) -> None:
    by_id = {key: replace(each, source=source) for key, each in filled().by_id.items()}
    whole = replace(filled(), by_id=by_id)
    assert duty_findings(BANK, whole) == ()
    carried = {key: replace(each, source=Source.CARRIED) for key, each in by_id.items()}
    last_year = replace(whole, by_id=carried)
    assert {duty.state for duty in duties(BANK, last_year)} == {DutyState.NOT_ANSWERED}
    assert route(BANK, last_year) == route(BANK, whole)
    required = [q.id for q in route(BANK, whole) if q.required]
    assert [gap.question.id for gap in gaps(BANK, last_year)] == required


def test_findings_stand_in_the_order_of_the_questions_with_guidance_last() -> None:
    found = [each.rule.code for each in duty_findings(BANK, EMPTY)]
    assert found == sorted(found)
    order = [question.id for question in BANK.questions]
    stops = [
        order.index(each.question)
        for each in duty_findings(BANK, EMPTY)
        if each.rule.code == "DUTY001"
    ]
    assert stops == sorted(stops)
    assert all(each.message.endswith(".") for each in duty_findings(BANK, EMPTY))


def test_a_special_school_is_not_asked_for_what_the_law_asks_of_others() -> None:
    for name in ("maintained-special", "special-academy"):
        reached = {each.requirement.id for each in duties(BANK, answers_of(school_type=name))}
        left_out = {each.id for each in BANK.requirements} - reached
        assert left_out == {each.id for each in BANK.requirements if each.applies == "ms_mns"}
    assert len(duties(BANK, EMPTY)) == len(BANK.requirements)
    assert len(MS_MNS_EXEMPT) == 2


def test_the_school_s_type_is_unknown_until_it_is_written() -> None:
    assert school_type(EMPTY) is None
    assert school_type(answers_of(school_type=" ")) is None
    assert school_type(answers_of(school_type="pru")) == "pru"


def test_every_state_has_its_words_and_a_letter_of_its_own() -> None:
    for words, states in ((STATUS, Status), (SOURCE, Source), (DUTY_STATE, DutyState)):
        assert set(words) == set(states)
    assert len(set(STATUS_LETTER.values())) == len(Status)
    assert not any("compl" in word for word in (*DUTY_STATE.values(), *SEVERITY.values()))


def test_counts_agree_in_number() -> None:
    assert count(1, "gap") == "1 gap"
    assert count(0, "gap") == "0 gaps"
    assert count(2, "duty", "duties") == "2 duties"


def test_prose_is_parted_by_blank_lines_alone() -> None:
    assert paragraphs("\na\nb\n\n\n\nc\n") == ("a b", "c")


def test_the_ids_that_scripts_rely_on_are_there() -> None:
    assert BANK.by_id["school-name"].kind is Kind.LINE
    assert BANK.by_id["school-type"].kind is Kind.CHOICE
    assert [each.id for each in BANK.by_id["school-type"].options] == [
        "maintained-mainstream",
        "mainstream-academy",
        "maintained-nursery",
        "maintained-special",
        "special-academy",
        "pru",
        "ap-academy",
        "other",
    ]


def test_columns_are_of_simple_kinds_only() -> None:
    used = {column.kind for question in BANK.questions for column in question.columns}
    assert used <= COLUMN_KINDS


def test_a_bank_finds_its_own() -> None:
    question = BANK.question("complaints")
    assert BANK.section_of(question).id == question.section
    assert BANK.overlay("north-yorkshire") is BANK.overlays[0]
    assert BANK.overlay(None) is None
    with pytest.raises(UsageError, match=r"no question “zzzz” in the bank\.$"):
        BANK.question("zzzz")
    assert nearest("complant", ["complaints"]) == " Did you mean “complaints”?"


def test_a_question_off_the_route_keeps_its_words() -> None:
    answers = filled("maintained-mainstream")
    special = answers.with_answer("school-type", Answer("maintained-special"))
    assert statuses(BANK, special)["senco"] is Status.OFF_ROUTE
    assert special.get("senco").says_something
    back = special.with_answer("school-type", Answer("maintained-mainstream"))
    assert statuses(BANK, back)["senco"] is Status.ANSWERED


@pytest.mark.parametrize("typed", ["\\d", "dragon"])
def test_a_word_for_the_senco_that_is_none_of_the_options_changes_nothing(typed: str) -> None:
    answers = answers_of(senco_word=typed)
    assert for_school(BANK, answers, "Ask the SENCO.") == "Ask the SENCO."
