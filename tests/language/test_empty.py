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
        ("XXXX", "teaching-approach"),
        ("Our lead is XXXX.", "teaching-approach"),
        ("TBC - waiting for Mrs Pike to confirm the groups for the spring", "extra-support"),
        ("T.B.C.", "teaching-approach"),
        ("To be completed by the head in January.", "teaching-approach"),
        ("This section will be completed once the new SENCO is in post.", "staff-expertise"),
        ("Awaiting confirmation of the 2026-27 budget from the Trust", "money"),
        ("Information to be added", "equipment"),
        ("This is under review", "bullying"),
        ("No information", "agencies-health"),
        ("No change from last year.", "last-year"),
        ("I don’t know", "specialists"),
        ("SEN policy", "teaching-approach"),
        ("Our SEN policy covers this.", "teaching-approach"),
        ("We follow our SEN policy.", "teaching-approach"),
        ("We have an anti-bullying policy.", "bullying"),
        ("Details are given elsewhere in this report.", "extra-support"),
        ("As listed under ‘How do you bring in specialists?’", "agencies-health"),
        ("See list under specialists", "agencies-health"),
        ("Information available on request.", "money"),
        ("Please come and talk to a member of the SEND team.", "consult-parents"),
        ("Parents should contact the SENCO, who will explain how this works", "support-plan"),
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
        ("No pupil is in care at present.", "looked-after"),
        ("None", "agencies-voluntary"),
        ("Nil", "teaching-approach"),
        ("We have no lift; lessons move downstairs.", "access-facilities"),
        ("“TBC” is our lunch club for tea, books and chat.", "clubs-and-trips"),
        ("We see each child as a whole.", "teaching-approach"),
        ("Our accessibility plan covers lifts and ramps.", "accessibility-plan"),
        ("A lift will be added in 2027.", "accessibility-plan"),
        ("Our anti-bullying policy tells children to tell an adult.", "bullying"),
        ("To be updated each term with parents.", "support-plan"),
        ("We have no policy that keeps a child out.", "fair-treatment"),
        ("This report.", "local-offer-contribution"),
        ("TBC, or “to be checked”, is the code that children put by it.", "review-progress"),
        ("Large print is available on request.", "other-formats"),
        ("SEN policy", "related-policies"),
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


def test_a_row_without_a_name_yet_is_hollow_whatever_stands_beside_it() -> None:
    row = {"name": "TBC", "email": "senco@school.example"}
    assert hollow(known(senco=(row,))) == {"senco"}
    assert hollow(known(senco=(row, {"name": "To be confirmed"}))) == {"senco"}
    assert not hollow(known(senco=(row, {"name": "Mrs Ada Pike"})))
    assert not hollow(known(senco=({"email": "senco@school.example"},)))
    assert not hollow(known(staff_training=({"training": "Autism", "staff": "TBC"},)))


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
