"""Answers that send the reader away: to look elsewhere, to ask, or to a link."""

import pytest

from sendwizard.core.bank import Kind
from sendwizard.language import vague
from sendwizard.language.said import Said
from tests.language.lines import codes, known, points_inside
from tests.language.test_vague import FULL
from tests.worlds import real_bank


@pytest.mark.parametrize(
    "text",
    [
        "See above",
        "As above.",
        "Please see above.",
        "- See interventions above",
        "See our website",
        "See Governor page on website",
        "Please see our Equality Policy.",
        "- Please see our school ethos.",
        "Please refer to the SEND policy.",
        "As mentioned above",
        "See section 4",
        "For more information, please see our behaviour policy on the school website.",
        "For information on how we identify needs, see our SEN policy.",
        "Details of our clubs can be found on the school website.",
        "Our complaints procedure is set out in the complaints policy.",
        "Full details are available on our website.",
        "This is covered in the previous section.",
        "- Named governor for special needs (see governor page on website)",
        "Please see our school ethos.\n\nWe aim to be a kind school where all can join in.",
        "Yes. See policy.",
        "See page 4 of this report.",
        "Please refer to our policy on children with asthma.",
        "Please follow the complaints procedure on our website.",
        "**See above**",
        "Please see our policy on the school website or ask at the office for details.",
        (
            "For a place in Year 7, please visit the admissions section of our website and view "
            "the accessibility plan in our policies section."
        ),
        "A full list of help for families can be found in the North Larchshire Local Offer.",
        "SEN policy",
        "Our SEN policy covers this.",
        "We follow our SEN policy.",
        "Our behaviour policy explains how we help.",
        "Details are given elsewhere in this report.",
        "As listed under 'How do you bring in specialists'.",
        "See list under specialists",
        "All children are supported. Please see above.",
        "Small groups run each week for reading. See interventions above.",
        "Ramps and handrails. (See our plan.)",
    ],
)
def test_a_pointer_in_place_of_an_answer_is_found(text: str) -> None:
    assert "VAGUE002" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "See you at the gate",
        "Teachers look out for children who read above average.",
        "As above average readers tire of easy books, we lend them longer ones.",
        f"{FULL}Please see our reading policy for more.",
        f"{FULL}\n\nSee our website.",
        f"{FULL}(See the website for the list of books.)",
        "We meet three times a year. The dates are on the website.",
        "The steps are listed below.\n\n1. Talk to the teacher.\n2. Write to the head.",
        "See the steps below.\n\n1. Talk to the teacher.\n2. Write to the head.",
        "The plan is set out on one page with pictures.",
        "Your child’s goals are in the support plan.",
        "Children read the page above with a partner.",
        "We follow the policy on medicines to the letter: two adults check each dose.",
        "We look at the plan with you each term.",
        "Pictures for each lesson are available in class and on the school website.",
        "The names of staff stand above each door.",
        "Ask the cook or see the chart in the hall, which has pictures of each meal.",
        "The list of clubs is set out in our autumn magazine for families.",
        "The way home is set out in a map with pictures and a local offer of bus seats.",
        "For trips that are far away we follow the policy of the hostel.",
        "We see each child as a whole",
        "We have no lift; lessons move downstairs. See our accessibility plan.",
        "We ring you the same day. See our policy for more.",
        (
            "The path to the field gets boggy in winter, so wheels struggle. We’re fixing that "
            "(see our plan). If your child cannot use the steps we swap the rooms round."
        ),
        "Our policy covers name-calling, phones and the walk home.",
        "We follow our policy: an adult talks to both children the same day and rings you.",
        "We have no policy that keeps a child out.",
        "Spare ear defenders are found under the bench in each room.",
        "See the ramp under the stage: it folds out in a minute.",
    ],
)
def test_a_pointer_that_does_no_harm_is_let_be(text: str) -> None:
    assert "VAGUE002" not in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Please contact school for details.",
        "Contact the school",
        "Ask the office.",
        "Please ask at the school office for more information.",
        "Speak to the SENCO for more information",
        "If you have any questions, please do not hesitate to contact us.",
        "For further details please contact the SENDCo on 01632 960960.",
        "Please see the class teacher.",
        "Contact Mrs Fenwick for details.",
        "A copy is available from the school office.",
        "Please contact the school to discuss your child’s needs.",
        "Advice workers come through the council. Please contact school for details.",
        "Get in touch with the head teacher.",
        "For chess and choir, please contact school for details.",
        (
            "There are eight clubs after school on most days of the week. Please ask at school for "
            "details."
        ),
        (
            "If you would like to talk about your child’s needs in more detail please contact the "
            "school to arrange an appointment."
        ),
        "Information available on request.",
        "Please come and talk to a member of the SEND team who will be happy to explain.",
        "Parents should contact the SENCO, who will explain how this works",
        "For more details please ring the school and ask for the Designated Teacher",
        "Please check with your child’s key worker.",
        "Please call at the office for details.",
        "Please call the office.",
    ],
)
def test_contact_the_school_in_place_of_an_answer_is_found(text: str) -> None:
    assert "VAGUE003" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (f"{FULL}Please contact the school for details.", "extra-support"),
        (f"{FULL}If you have any questions, ask the SENCO.", "extra-support"),
        ("Please contact the school to book a visit on a Tuesday.", "disabled-admissions"),
        ("Talk to your child’s class teacher.", "first-contact"),
        ("Ring the office on 01632 960960.", "other-formats"),
        ("Speak to the class teacher, then to the head.", "complaints"),
        ("We speak to the class teacher.", "specialists"),
        ("The SENCO will speak to the class teacher.", "specialists"),
        ("We ask the school nurse to come in each half term.", "agencies-health"),
        ("Children can ask staff for a break with a card.", "emotional-social"),
        ("Call the free advice line: 01632 960961.", "advice-for-parents"),
        ("Staff contact you the same day.", "bullying"),
        ("Please call at Reception. Our classes are Year 3 to Year 6.", "teaching-approach"),
        ("Call in at the office. The side door has no step.", "access-facilities"),
        ("For a quick chat at the gate, find the class teacher.", "extra-support"),
        ("For help with eating, ask the office and Mrs Tull brings a tray.", "extra-support"),
        ("For trips we ask the SENCO for information on each child’s seat.", "clubs-and-trips"),
        ("There are eight clubs after school on most days. Ask us about them.", "clubs-and-trips"),
        ("See the hall, the library and the sensory garden.", "access-facilities"),
        ("Large print is available on request.", "other-formats"),
        ("A rest in the calm room is there on request, with no reason asked.", "mental-health"),
        ("The designated teacher meets the social worker every term.", "looked-after"),
        ("Ask the SENCO to come along to the new school on the first day.", "moving-on"),
        ("Your key worker explains the chart to you and to your child.", "review-progress"),
    ],
)
def test_an_invitation_beside_an_answer_is_let_be(text: str, question: str) -> None:
    assert "VAGUE003" not in codes(vague.in_text, text, question)


@pytest.mark.parametrize(
    "text",
    [
        "https://school.example/sen-policy",
        "See our [SEN policy](https://school.example/sen-policy).",
        "[SEN policy](https://school.example/sen-policy)",
        "Our behaviour policy: https://school.example/behaviour",
        "Please click on this link: www.school.example/policies",
        "[Read our equality policy here](https://school.example/equality)",
        "We are kind. See our [policy](https://school.example/kind).",
        "Please refer to the policy on our website: https://school.example/send",
        "- [Complaints policy](https://school.example/complaints)\n- [SEN policy](/sen)",
        "Our procedure can be found at https://school.example/steps",
        "For more information see https://school.example/send.",
    ],
)
def test_a_link_in_place_of_an_answer_is_found(text: str) -> None:
    assert "VAGUE008" in codes(vague.in_text, text, "fair-treatment")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("[Read the plan](https://school.example/plan)", "accessibility-plan"),
        ("See our [accessibility plan](https://school.example/plan).", "accessibility-plan"),
        ("https://council.example/offer/our-school", "local-offer-contribution"),
        ("https://council.example/local-offer", "local-offer"),
        ("https://school.example/inclusion", "inclusion-strategy"),
        (f"{FULL}[Reading policy](https://school.example/reading)", "extra-support"),
        (f"{FULL}See https://school.example/send.", "extra-support"),
        ("Write to clerk@school.example and say what is wrong.", "complaints"),
        ("Ring 01632 960960.", "first-contact"),
        ("We teach [phonics](https://books.example/phonics) to every class each day.", "money"),
        ("We have no policy that stands in the way of a child.", "fair-treatment"),
    ],
)
def test_a_link_that_answers_is_let_be(text: str, question: str) -> None:
    assert "VAGUE008" not in codes(vague.in_text, text, question)


def test_a_cell_of_a_table_is_read_by_itself() -> None:
    bank = real_bank()
    cell = Said(bank.by_id["governor"], "See Governor page on website", 0, "name", Kind.LINE)
    (found,) = vague.in_text(cell, known())
    assert (found.rule.code, found.row, found.column) == ("VAGUE002", 0, "name")
    points_inside(found, cell)
