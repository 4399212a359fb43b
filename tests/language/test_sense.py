"""What does not fit together in one text: ages that the school does not have, and all of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Value
from sendwizard.language import sense
from tests.language.lines import codes, known, points_inside, said

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
    *("30% are on SEN support", "20 pupils with SEN", "12 have an EHC plan", "our Year 6 children"),
    *("pupils in Years 3 to 6", "by law", "we have a SENCO", "of them", "of our 23 staff", "."),
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
    [
        "a",
        "a ",
        "(",
        "- ",
        "1 ",
        "1 of ",
        "12 out of ",
        "we have ",
        "our ",
        "100 % of ",
        "of our ",
        "9 pupils ",
        "9 of them ",
        "our year 1 ",
        "our year 1 to ",
        "our year 9 pupils ",
        "2 have SEN support ",
        "by law ",
        "have a SENCO ",
        "9 pupils with SEN: ",
        "of our 9 aaa ",
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    began = time.process_time()
    world = known(roll=20, school_has=("primary",), school_type="maintained-special")
    list(sense.in_text(said(text), world))
    assert time.process_time() - began < 20  # linear takes one second, quadratic minutes
