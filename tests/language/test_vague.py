"""Empty words in one text: what is found, and what is let be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.bank import Kind
from sendwizard.core.findings import Severity
from sendwizard.language import vague
from sendwizard.language.said import Said
from tests.language.lines import codes, known, points_inside, said
from tests.worlds import real_bank

FULL = (
    "Each morning a trained adult reads with your child for ten minutes in the library. We keep "
    "a chart of the books that they have read, and you get a copy of it every half term. "
)


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "tba",
        "To follow.",
        "Details to follow in the new year",
        "Lorem ipsum dolor sit amet",
        "?",
        "…",
        "-",
        "n/a",
        "N/A.",
        "See last year",
        "Same as last year.",
        "Type here",
        "Click or tap here to enter text.",
        "xxx",
        "Not applicable",
        f"{FULL}The name of the new helper is TBC.",
        f"{FULL}Ring the club on 01632 xxxxxx.",
        "- Clubs: chess and choir\n- Trips: to be confirmed",
        "- Phone: ?\n- We meet on Mondays in the hall",
        "Our ramp is ready. The date of the open day is yet to be confirmed.",
        "We have asked Mrs ??? to lead the group.",
        "**To be completed**",
        "…………",
    ],
)
def test_a_placeholder_is_found(text: str) -> None:
    assert "VAGUE001" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Children follow a plan of the day on the wall.",
        "A teaching assistant (TA) sits with the group.",
        "The Barn/Avenue unit has six places.",
        "What can you do? Ring us before nine.",
        "We wait until a hearing loss is to be confirmed by the clinic.",
        "The steps to follow are on a card at each table.",
        "Children who find typing hard can type here with a large keyboard.",
        "We did the same as last year, and added a club for gardeners on Fridays.",
        "We watch, wait … and then ask your child what happened.",
        "One group used https://xxx.example/reading at home.",
        "Swimming is on Mondays - bring a towel.",
        "Each child has a target, which is agreed with you.",
        "The SATs reader is Mr Tabac.",
        "We offer:\n\n- a quiet room\n- ear defenders",
        "Why? Because a short walk helps.",
        "There is nothing to confirm: every child has a place.",
    ],
)
def test_what_only_looks_like_a_placeholder_is_let_be(text: str) -> None:
    assert "VAGUE001" not in codes(vague.in_text, text)


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
        ("For a quick chat at the gate, find the class teacher.", "extra-support"),
        ("For help with eating, ask the office and Mrs Tull brings a tray.", "extra-support"),
        ("For trips we ask the SENCO for information on each child’s seat.", "clubs-and-trips"),
        ("There are eight clubs after school on most days. Ask us about them.", "clubs-and-trips"),
        ("See the hall, the library and the sensory garden.", "access-facilities"),
    ],
)
def test_an_invitation_beside_an_answer_is_let_be(text: str, question: str) -> None:
    assert "VAGUE003" not in codes(vague.in_text, text, question)


@pytest.mark.parametrize(
    "text",
    [
        "We use a range of strategies to support pupils with SEND.",
        "Support is provided as appropriate.",
        "Interventions are put in place where necessary.",
        "Reasonable adjustments are made where possible.",
        "Resources are adapted as and when required.",
        "Staff use a variety of approaches.",
        "Various interventions are available.",
        "Children are given help when needed.",
        "A number of strategies are used within the class.",
        "Lessons are differentiated as needed.",
        f"{FULL}We also provide a wide range of resources.",
    ],
)
def test_words_that_tell_nothing_are_a_tip(text: str) -> None:
    assert "VAGUE004" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "We choose books as appropriate to their age.",
        "We use a range of strategies, such as ear defenders, timers and picture cards.",
        "There are various clubs: chess, choir, football and art.",
        "Where necessary an adult sits beside your child at lunch.",
        "Doors are widened where possible, and ramps are laid.",
        "The nurse comes when needed, most often on Mondays.",
        "A number of pupils walk to the pool on Fridays.",
        "Medicines are given as required by the plan.",
        "If necessary, we ring you at work.",
        "A variety of seats, from stools to beanbags, stand in the library.",
        "Trips are planned with you.",
    ],
)
def test_words_beside_something_told_are_let_be(text: str) -> None:
    assert "VAGUE004" not in codes(vague.in_text, text)


def test_one_tip_an_answer_is_enough() -> None:
    text = "Support is provided as appropriate. Help is given where necessary."
    found = list(vague.in_text(said(text), known()))
    assert [(each.rule.code, each.words) for each in found] == [("VAGUE004", "as appropriate")]


@pytest.mark.parametrize(
    "text",
    [
        "At [school name] every child has a friend to sit with.",
        "[insert]",
        "Our governor is [Name], who visits each term.",
        "Ring [insert phone number here] to talk to us.",
        "<name> leads the group.",
        "Our SENCO is ____ and works on Mondays.",
        "Welcome to {name} School.",
        "{{school_name}} teaches reading each day.",
        "The plan runs until [date].",
        "[Delete as needed] We have a lift.",
        "Children of [name of school] go swimming.",
        "Phone: ________",
        "[TBC] will read with your child.",
    ],
)
def test_a_gap_that_is_left_in_is_found(text: str) -> None:
    assert "VAGUE005" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "[Local offer](https://council.example/offer)",
        "Read [our school’s plan](https://school.example/plan) with us.",
        "- [x] Every room has blinds\n- [ ] The hall has a loop",
        "The co-ordinator [SENCO] visits each class.",
        "Studies say so [1].",
        "We wait [in school and at home] for the bell.",
        "Fewer than <5 pupils",
        "Write to <office@school.example>.",
        "See <https://school.example/send>.",
        "We teach __every__ child and ___each___ matters.",
        "Mornings are calm.\n\n____\n\nAfternoons are loud.",
        "Words in (brackets) are fine.",
        "One said: “[They] helped me.”",
    ],
)
def test_brackets_that_belong_there_are_let_be(text: str) -> None:
    assert "VAGUE005" not in codes(vague.in_text, text)


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


def test_a_gap_is_not_a_placeholder_besides() -> None:
    assert codes(vague.in_text, "[insert]") == {"VAGUE005"}
    assert codes(vague.in_text, "[TBC] will read with your child.") == {"VAGUE005"}


def test_only_what_could_be_said_of_any_school_is_a_tip() -> None:
    tips = {rule.code for rule in vague.RULES if rule.severity is Severity.TIP}
    assert tips == {"VAGUE004"}
    assert all(rule.severity is not Severity.STOP for rule in vague.RULES)


def test_a_cell_of_a_table_is_read_by_itself() -> None:
    bank = real_bank()
    cell = Said(bank.by_id["governor"], "See Governor page on website", 0, "name", Kind.LINE)
    (found,) = vague.in_text(cell, known())
    assert (found.rule.code, found.row, found.column) == ("VAGUE002", 0, "name")
    points_inside(found, cell)


def test_a_reason_that_gives_none_is_found() -> None:
    reason = Said(real_bank().by_id["inclusion-strategy"], "N/A", is_reason=True)
    assert [each.rule.code for each in vague.in_text(reason, known())] == ["VAGUE001"]


_DATA = real_bank().checks["vague"]
_PHRASES = [text for entry in _DATA.entries for text in entry.find]
_PHRASES += [text for each in _DATA.lists.values() for text in each]
_SIGNS = [" ", "\n", ". ", "**", "](", "[", "(", "- ", ": ", "…", "_", "{", "<", "\t", "’", "\x00"]


@given(st.lists(st.sampled_from(_PHRASES + _SIGNS)).map("".join) | st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for question in ("extra-support", "accessibility-plan", "complaints"):
        codes(vague.in_text, text, question)


@pytest.mark.parametrize(
    "part",
    [
        *("a", "a ", "(", "- ", "[", "[a", "](", "_", "___ ", "{", "{a", "<a", "?", "??? ", "x"),
        *("see ", "see above. ", "TBC ", "TBC. ", "a: ", "a:\n", "is to be ", "1 ", "a.", "a@"),
        *("Mrs A", "http://", "\n", " \n", "contact the ", "(see above", "as appropriate ", ":"),
        "various. ",
    ],
)
def test_a_hostile_text_is_read_quickly(part: str) -> None:
    text = (part * 100_000)[:100_000]
    one, all_known = said(text), known()
    begun = time.process_time()
    list(vague.in_text(one, all_known))
    list(vague.in_text(said(f"{text}!"), all_known))
    assert time.process_time() - begun < 20
