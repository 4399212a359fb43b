"""What does not fit together in one text: sums, ages, and a duty that a special school lacks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Value
from sendwizard.language import sense
from tests.language.lines import codes, known, points_inside, said

# -- SENSE001: sums ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Last term 12 of our 10 teachers learned to sign.",
        "We asked parents, and 45 out of 40 were glad.",
        "This helped 9 of 8 children.",
        "Eleven of our ten helpers can sign.",
        "Twelve out of ten pupils met their goals.",
        "In all, 30 of the 28 families came.",
        "110% of pupils met their goals.",
        "We found that 120 per cent of our parents were glad.",
        "105 % of children can swim.",
        "We have 240 pupils with special needs.",
        "The school has 900 pupils on SEN support.",
        "There are currently 250 children with an EHC plan.",
    ],
)
def test_a_part_larger_than_its_whole_is_found(line: str) -> None:
    assert codes(sense.in_text, line, roll=208) == {"SENSE001"}


@pytest.mark.parametrize(
    "line",
    [
        "9 out of 10 parents were glad.",
        "12 of our 12 teachers can sign.",
        "One of our three helpers leads it.",
        "Ten of one class went on the trip.",
        "Six of the two classes stayed.",
        "Section 69 of 3 laws is named.",
        "See page 12 of 10 for more.",
        "Read paragraph 6 of 2 to 5.",
        "We give 110% each day.",
        "100% of pupils took part.",
        "95% of pupils came, and 98% of parents.",
        "We have 34 pupils with special needs.",
        "Help is given on 3 of 1:1 days and on 2 of 0-25.",
        "In the summer of 2026, 40 of 210 pupils went.",
        "A group of 8 meets 4 of 5 days.",
        "All 30 of our 208 helpers' shifts are full.",
    ],
)
def test_a_part_within_its_whole_is_left_alone(line: str) -> None:
    assert not codes(sense.in_text, line, roll=208)


def test_no_sum_is_made_with_a_roll_that_is_not_known() -> None:
    assert not codes(sense.in_text, "We have 900 pupils with special needs.")


# -- SENSE002: a special school and the duty to have a SENCO -----------------------------------

SPECIAL = [
    "The law says we must have a SENCO.",
    "Our school is required to have a SENCO, and ours is the deputy.",
    "By law we have a SENCO who is in each day.",
    "We are required by law to have a SENDCo.",
    "Every school has to have a SENCO.",
    "All schools have to have a SENCo.",
    "We have a duty to appoint a SENCO.",
    "Our SENCO must hold the national award.",
    "Governors must appoint a SENCO.",
    "We must name a SENDCO in this report.",
    "A SENCO is a legal requirement, so we have one.",
]


@pytest.mark.parametrize("school_type", ["maintained-special", "special-academy"])
@pytest.mark.parametrize("line", SPECIAL)
def test_a_duty_that_special_schools_do_not_have_is_found(line: str, school_type: str) -> None:
    assert codes(sense.in_text, line, school_type=school_type) == {"SENSE002"}


@pytest.mark.parametrize("school_type", ["maintained-mainstream", "mainstream-academy", "pru"])
@pytest.mark.parametrize("line", SPECIAL)
def test_the_same_words_are_left_alone_in_other_schools(line: str, school_type: str) -> None:
    assert not codes(sense.in_text, line, school_type=school_type)


@pytest.mark.parametrize(
    "line",
    [
        "Our SENCO is in school each day.",
        "We have a SENCO, though the law does not ask special schools to.",
        "Mainstream schools must have a SENCO; we have a team.",
        "We are not required to have a SENCO, and have one all the same.",
        "We do not have to have a SENCO.",
        "Ask the SENCO of your child’s next school.",
        "You must have a SENCO’s letter with you.".replace("a SENCO’s", "the SENCO’s"),
        "There is no duty to have a SENCO in a special school.",
        "The SENCO must know by Friday.",
        "The law says that the report must be on the website.",
        "A mainstream school has to have a SENCO.",
    ],
)
def test_a_special_school_may_name_a_senco(line: str) -> None:
    assert not codes(sense.in_text, line, school_type="maintained-special")


# -- SENSE004 and SENSE008: ages that the school does not have ---------------------------------

SIXTH_FORM = [
    "Students in our sixth form choose their own goals.",
    "Our sixth formers read with younger children.",
    "We have a sixth form with its own rooms.",
    "Our post-16 students learn to travel alone.",
    "Our Year 12 students visit work places.",
    "Staff in our 6th form know the plan.",
    "Our A level groups are small.",
    "Our Years 12 and 13 have a quiet room.",
    "Our post-16 provision has two teachers.",
    "Our Year 13s run a club.",
]


@pytest.mark.parametrize("line", SIXTH_FORM)
def test_a_sixth_form_that_is_not_ticked_is_found(line: str) -> None:
    assert codes(sense.in_text, line, school_has=("primary",)) == {"SENSE004"}
    assert codes(sense.in_text, line, school_has=("secondary",)) == {"SENSE008"}


@pytest.mark.parametrize("line", SIXTH_FORM)
def test_a_sixth_form_that_is_ticked_is_left_alone(line: str) -> None:
    assert not codes(sense.in_text, line, school_has=("secondary", "sixth-form"))


@pytest.mark.parametrize(
    "line",
    [
        "Sixth form students from the high school read with us.",
        "The sixth form college comes to careers day.",
        "Our sixth form partners send two helpers.",
        "Our sixth form college neighbours share the field.",
        "Brothers in Year 12 may come along.",
        "Your child may go on to a sixth form.",
        "A parent who left school after A levels told us of her job.",
        "Our pupils are aged 4 to 11, and not 16.",
        "Post-16 students from the town help at lunch.",
        "Our sixth class meets upstairs.",
    ],
)
def test_anothers_sixth_form_is_left_alone(line: str) -> None:
    assert not codes(sense.in_text, line, school_has=("primary",))


@pytest.mark.parametrize(
    ("ages", "line"),
    [
        (("primary",), "Our GCSE pupils have a reader in each test."),
        (("nursery", "primary"), "Our Year 10 students go to work for a week."),
        (("nursery",), "Our GCSEs are taken in small rooms."),
        (("infant",), "Our Year 11 group has a mentor."),
        (("junior", "unit"), "Our Key Stage 4 pupils learn to cook."),
        (("primary",), "In our Year 9 tutor groups we plan ahead."),
        (("primary",), "Our BTEC groups are open to all."),
        (("secondary",), "Our Reception children start in small groups."),
        (("secondary", "sixth-form"), "Our nursery class has its own garden."),
        (("secondary",), "Staff in our Early Years and our EYFS team meet."),
        (("secondary", "unit"), "Our Key Stage 1 classes use pictures."),
        (("junior",), "Our Reception class visits the farm."),
        (("secondary",), "Our Year 2 children learn phonics."),
    ],
)
def test_a_class_of_other_ages_is_found(ages: tuple[str, ...], line: str) -> None:
    assert codes(sense.in_text, line, school_has=ages) == {"SENSE008"}


@pytest.mark.parametrize(
    ("ages", "line"),
    [
        (("primary",), "Two helpers have GCSEs in English."),
        (("primary",), "Parents can take a GCSE course here."),
        (("primary",), "Our Reception class has a garden."),
        (("primary",), "Year 10 students from the high school visit us."),
        (("secondary",), "Our Year 11 students sit GCSEs."),
        (("secondary",), "Ask at our reception desk."),
        (("secondary",), "Our local nurseries and primary schools meet us."),
        (("secondary",), "Staff who taught Year 2 pupils help with reading."),
        (("primary", "secondary"), "Our Reception children and our GCSE groups meet."),
        (("unit",), "Our GCSE groups are small."),
        ((), "Our GCSE groups and our Reception class are small."),
    ],
)
def test_classes_that_go_with_the_ages_are_left_alone(ages: tuple[str, ...], line: str) -> None:
    assert not codes(sense.in_text, line, school_has=ages)


# -- All of them on any text -------------------------------------------------------------------

WORLDS: tuple[dict[str, Value], ...] = (
    {"school_type": "maintained-special", "school_has": ("primary",), "roll": 40},
    {"school_type": "mainstream-academy", "school_has": ("secondary",), "roll": 900},
    {},
)
PIECES = [
    *("12", "of", "our", "10", "out of", "ten", "%", "110% of pupils", "must have a SENCO", "**"),
    *("our sixth form", "our GCSE", "\n- ", "our Reception", "1:1", "²", "٣", "we have", "(", "–"),
]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)), st.sampled_from(WORLDS)
)
def test_never_raises_nor_points_outside(text: str, world: dict[str, Value]) -> None:
    one = said(text)
    for found in sense.in_text(one, known(None, **world)):
        points_inside(found, one)


@pytest.mark.parametrize(
    "piece",
    ["a", "a ", "(", "- ", "1 ", "1 of ", "12 out of ", "we have ", "our ", "100 % of ", "of our "],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    began = time.process_time()
    list(sense.in_text(said(text), known(roll=20, school_has=("primary",))))
    assert time.process_time() - began < 20  # linear takes one second, quadratic minutes
