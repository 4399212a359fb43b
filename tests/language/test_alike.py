"""Examples that are left in, and answers given twice."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.language import alike
from tests.language.lines import codes, codes_in_all, known, said
from tests.worlds import real_bank

BANK = real_bank()
SPORT = BANK.by_id["physical-activities"].example
LESSONS = BANK.by_id["adapt-curriculum"].example
LONG = (
    "Every Monday a helper walks with a small group to the pond, where they name what they see "
    "and draw it. On Fridays they show the class what they have found and answer questions."
)
MEETINGS = (
    "You are asked to a meeting in October, February and June. If you cannot come, we ring you in "
    "the evening, and an interpreter can join the call if you ask us a week before."
)
PLANS = (
    "Each term the SENCO reads every support plan with the class teacher. They ask what has "
    "helped, stop what has not, and write down who will do what until the next term."
)


@pytest.mark.parametrize(
    "text",
    [
        SPORT,
        SPORT.upper(),
        " ".join(SPORT.split()),
        LESSONS.replace("’", "'"),
        "We love sport. Your child does PE with the class. Ask us for more.",
        "- In Year 1 a child may use real coins and blocks when others use figures",
        "The teacher plans these changes each week and tells you **which ones help**.",
        "Welcome to Larkfield Bridge School.",
        "Write to office@larkfieldbridge.example with your worry.",
        "The Westmarch parent carer forum meets here.",
        "Ask for Mrs Oduya at the desk.",
        "Our governor is Helen Tarrant, who visits in May.",
        "The plan is new. In lessons, all staff will learn to use signs by July 2027.",
    ],
)
def test_an_example_that_is_left_in_is_found(text: str) -> None:
    assert "VAGUE006" in codes(alike.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Your child does PE with friends.",
        "In Year 1 a child may use real coins and cubes when others use figures.",
        "We change the ball.",
        "The teacher plans changes each week.",
        "Larkfield Road is busy, so ring the bell at the side gate.",
        "Our school stands in the west, where March is wet.",
        "Mrs Tarrant-Hill runs the chess club.",
        "Joel plays the piano at the end of the day.",
        "We meet you in the hall.",
        "Helen and her class look after the hens.",
        "Westmarsh Primary shares a minibus with us.",
        "Governors see what we found.",
        "Our plan runs from 2025 to 2028.",
        "Our plan runs from 2025 to 2028. The next one is due that autumn.",
    ],
)
def test_words_like_those_of_an_example_are_let_be(text: str) -> None:
    assert codes(alike.in_text, text) == set()


def test_the_school_of_the_examples_may_say_what_they_say() -> None:
    assert codes(alike.in_text, SPORT, school_name="Larkfield Bridge Primary School") == set()


def test_sentences_that_follow_each_other_are_one_finding() -> None:
    found = list(alike.in_text(said(f"Our own words first. {SPORT} And our own last."), known()))
    assert len(found) == 1
    assert found[0].words.startswith("Your child does PE")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, LONG),
        (LONG, LONG.replace("the pond", "the old pond").replace("Every", "Each")),
        (LONG, f"**{LONG}**".replace(". ", ".\n\n- ")),
        (
            "A helper sits with the group each morning until nine.",
            "a helper sits with the group each morning until nine",
        ),
        (
            "We do not know of any child who needs this now.",
            "We do not know of any child\nwho needs this now.",
        ),
        (
            "- Ear defenders\n- Sloping desks\n- Pencil grips\n- A quiet tent\n- Coloured paper",
            "Ear defenders, sloping desks, pencil grips, a quiet tent, coloured paper.",
        ),
        (MEETINGS, MEETINGS.replace("asked", "invited").replace("the call ", "")),
        (
            "The nurse from the Elm Clinic checks hearing in Reception and writes to parents.",
            "The nurse\nfrom the _Elm Clinic_ checks hearing in Reception and writes to\nparents",
        ),
        (PLANS, PLANS.replace(" until the next term.", ". You get a copy.")),
        (
            "Children’s views are heard at the school council on Mondays.",
            "Children's views are heard at the school council on Mondays.",
        ),
        (
            "Your child can have swimming, riding and climbing in Year 5.",
            "Your child can have _swimming_, _riding_ and _climbing_ in Year 5!",
        ),
    ],
)
def test_an_answer_given_twice_is_found(one: str, other: str) -> None:
    assert codes_in_all(alike.in_all, extra_support=one, bullying=other) == {"VAGUE007"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We ring you the same day.", "We ring you the same day."),
        ("TBC", "TBC"),
        (LONG, LONG[: len(LONG) // 2]),
        (LONG, " ".join(reversed(LONG.split()))),
        (
            "A speech therapist comes each half term and works with small groups.",
            "A sight teacher comes each half term and works with small groups.",
        ),
        (
            LONG,
            LONG.replace("helper", "coach")
            .replace("pond", "gym")
            .replace("draw", "try")
            .replace("Monday", "day")
            .replace("Fridays", "some days"),
        ),
        (LONG, f"{LONG} {' '.join(f'word{n}' for n in range(20))}"),
        (LONG, ""),
        (MEETINGS, MEETINGS.replace("October, February and June", "May").split(". ")[0]),
        (
            "We meet the new teacher in June, walk round the new room and make a book of photos.",
            "We meet the junior SENCO in May, share each plan and go there for lunch.",
        ),
        (
            "- Speech therapist: each month\n- School nurse: each half term",
            "- Family hub: each month\n- Early help worker: when a family asks",
        ),
        ("Ring the office on 01632 960960.", "Ring the office on 01632 960960."),
        (LONG, "A helper sits with the group each morning until the bell rings at nine."),
        (
            "We plan it with you and your child at home.",
            "We plan it with your child and you at home.",
        ),
    ],
)
def test_answers_that_differ_are_let_be(one: str, other: str) -> None:
    assert codes_in_all(alike.in_all, extra_support=one, bullying=other) == set()


def test_the_later_answer_is_named_and_the_earlier_one_quoted() -> None:
    (found,) = alike.in_all(known(extra_support=LONG, bullying=LONG))
    assert found.question == "bullying"
    assert f"“{BANK.by_id['extra-support'].prompt}”" in found.message


_EXAMPLES = [each.example for each in BANK.questions if each.example]
_PARTS = [part for each in _EXAMPLES for part in each.split(". ")]


@given(st.lists(st.sampled_from(_PARTS) | st.text(max_size=9)).map(" ".join) | st.text())
def test_no_text_is_too_odd(text: str) -> None:
    codes(alike.in_text, text)
    codes_in_all(alike.in_all, extra_support=text, bullying=f"{text}.")


@pytest.mark.parametrize(
    "part", ["a", "a ", "(", "- ", "Your child ", "Westmarch ", "Your child does PE with the ", "’"]
)
def test_a_hostile_text_is_read_quickly(part: str) -> None:
    text = (part * 100_000)[:100_000]
    seen = known(extra_support=text, bullying=f"{text}!", money=text[1:])
    begun = time.process_time()
    list(alike.in_text(said(text), seen))
    list(alike.in_all(seen))
    assert time.process_time() - begun < 20
