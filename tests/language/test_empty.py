"""Answers that say nothing of their own, which leave their duty not answered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer
from sendwizard.core.bank import Kind
from sendwizard.language.empty import hollow, is_hollow
from sendwizard.language.said import Known
from tests.language.lines import known
from tests.worlds import real_bank

BANK = real_bank()
DATA = BANK.checks["vague"]


def says_nothing(text: str, question: str = "fair-treatment") -> bool:
    asked = BANK.by_id[question]
    return is_hollow(asked, asked.kind, text, DATA)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("TBC", "extra-support"),
        ("n/a", "bullying"),
        ("…", "bullying"),
        ("See interventions above", "extra-support"),
        ("Please contact school for details.", "ehc-assessment"),
        ("Please see our school ethos.\nPlease see our Equality Policy.", "fair-treatment"),
        ("https://school.example/sen-policy", "bullying"),
        ("See our [bullying policy](https://school.example/kind).", "bullying"),
        ("Yes. Please see our policy. Contact the office for details.", "clubs-and-trips"),
        ("[insert details here]", "money"),
        ("TBC", "accessibility-plan"),
        ("See our accessibility plan.", "accessibility-plan"),
        ("Contact the school for details.", "complaints"),
        ("- As above\n- To follow", "money"),
        ("**See above.**", "money"),
        ("For lunch clubs, please contact school for details.", "clubs-and-trips"),
        (
            "Please see our policy on the school website or ask at the office for details.",
            "disabled-admissions",
        ),
        (
            (
                "For places for wheelchair users, please visit the admissions section of our "
                "website and view the accessibility plan in our policies section. If you would "
                "like to talk "
                "about your child’s needs please contact the school to arrange an appointment."
            ),
            "disabled-admissions",
        ),
        ("Please see our policy and", "bullying"),
    ],
)
def test_an_answer_without_an_answer_is_hollow(text: str, question: str) -> None:
    assert says_nothing(text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Yes.", "clubs-and-trips"),
        ("We ring you the same day. See our policy for more.", "bullying"),
        ("Advice workers come through the council. Contact school for details.", "bullying"),
        ("[Read the plan](https://school.example/plan)", "accessibility-plan"),
        ("https://council.example/local-offer", "local-offer"),
        ("Talk to your child’s class teacher.", "first-contact"),
        ("Large print is available on our website.", "other-formats"),
        ("See you at the gate", "first-contact"),
        ("Your child’s goals are in the support plan.", "recording-provision"),
        ("We use a range of strategies.", "extra-support"),
        ("We speak to the class teacher.", "specialists"),
        ("Please contact the school to book a visit.", "disabled-admissions"),
        ("See our policy, or ask the cook for a tray with a raised edge.", "equipment"),
        ("Visit us on a Friday and see the ramp to the hall.", "access-facilities"),
        ("And see the ramps, or", "access-facilities"),
        ("The name of the governor who leads on this part is TBC.", "fair-treatment"),
    ],
)
def test_an_answer_that_says_something_is_not(text: str, question: str) -> None:
    assert not says_nothing(text, question)


def test_hollow_names_the_questions() -> None:
    seen = known(bullying="See above", money="We pay five helpers.", medicines="TBC")
    assert hollow(seen) == {"bullying", "medicines"}


def test_a_table_is_hollow_where_each_of_its_cells_is() -> None:
    page = {"name": "See Governor page on website"}
    assert hollow(known(governor=(page,))) == {"governor"}
    assert not hollow(known(governor=(page | {"email": "clerk@school.example"},)))
    assert not hollow(known(governor=(page, {"name": "Mr Ravi Holt"})))
    assert not hollow(known(senco_qualification=({"course": "npq"},)))


def test_a_reason_why_it_does_not_apply_is_not_hollow() -> None:
    plain = known()
    by_id = {"inclusion-strategy": Answer(not_applicable="n/a")}
    answers = replace(plain.answers, by_id=by_id)
    assert not hollow(Known(BANK, answers, plain.today))


def test_a_bank_without_these_words_finds_nothing() -> None:
    bare = Known(replace(BANK, checks={}), known(bullying="TBC").answers, known().today)
    assert not hollow(bare)


@given(st.text(), st.sampled_from(Kind))
def test_no_text_is_too_odd(text: str, kind: Kind) -> None:
    is_hollow(BANK.by_id["bullying"], kind, text, DATA)
