"""The SENCO: a duty that a special school does not have, and a head who is the SENCO."""

from datetime import date

import pytest

from sendwizard.core.answers import Value
from sendwizard.language import sense
from tests.language.lines import codes, codes_in_all

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
    "As the law requires, we have a SENCO.",
    "It is a legal requirement that the school has a qualified SENCO.",
    "The school must have a qualified teacher as its SENCO, as the law requires.",
    "As required by the Children and Families Act, we have appointed a SENCO.",
    "Under section 67 we have designated a member of staff as the SENCO.",
    "It is our statutory duty to employ a SENDCo.",
    "By law every school has to have a SENCO and ours is the deputy.",
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
        "By law we have a plan that the SENCO writes each year.",
        "The law requires that parents are told, and the SENCO will write to you.",
        "The law requires mainstream schools to have a SENCO, and we have one too.",
        "Although the law does not require it, we have appointed a SENCO.",
        "Under the Children and Families Act parents can ask for a review; our SENCO helps.",
        "By law each pupil has an EHC plan. We have a SENCO who keeps them.",
        "By law we review each plan every year, and we have a SENCO for that.",
        "By law we have to have your consent before our SENCO refers your child.",
        "You must tell us early. We have a SENCO who will listen.",
        "Your next school must have a SENCO.",
        "As required by the trust, we have appointed a SENCO.",
    ],
)
def test_a_special_school_may_name_a_senco(line: str) -> None:
    assert not codes(sense.in_text, line, school_type="maintained-special")


# -- SENSE005: a head who is the SENCO ---------------------------------------------------------


def head(name: str = "Mrs Amara Oduya", text: str = "", **more: Value) -> set[str]:
    values: dict[str, Value] = {"senco": ({"name": name},), **more}
    if text:
        values["first_contact"] = text
    return codes_in_all(sense.in_all, **values)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mrs Amara Oduya, headteacher", ""),
        ("Amara Oduya (Head Teacher)", ""),
        ("Mrs A Oduya - Principal and SENCO", ""),
        ("Mrs Oduya, Acting Head", ""),
        ("Mrs Amara Oduya", "Our headteacher is also the SENCO."),
        ("Mrs Amara Oduya", "The head is our SENCO, so ask her."),
        ("Mrs Amara Oduya", "Our SENCO is also the headteacher."),
        ("Mrs Amara Oduya", "Mrs Oduya, our head, is at the gate."),
        ("Mrs Amara Oduya", "Amara Oduya is our headteacher."),
        ("Mrs Amara Oduya", "Ask our acting head, Mrs Oduya, at any time."),
        ("Mrs Amara Oduya", "Mrs Amara Oduya, who is also our principal, leads on this."),
        ("Mrs Amara Oduya", "Mrs Oduya is the headteacher."),
        ("Mrs Amara Oduya", "The headteacher, Mrs Oduya, leads on this."),
        ("Mrs Amara Oduya", "The headteacher (Mrs Oduya) reads each plan."),
        ("Amara Oduya", "Ask the head, Ms Oduya."),
        ("Mrs Amara Oduya", "The acting head Mrs Amara Oduya leads."),
        ("Mrs Amara Oduya", "Mrs Oduya, the headteacher, leads on SEN."),
        ("Mrs Amara Oduya", "Mrs Oduya, headteacher and SENCO, is at the gate."),
        ("Mrs Amara Oduya", "Mrs Oduya, who is the principal, leads on this."),
    ],
)
def test_a_head_who_is_the_senco_has_a_tip(name: str, text: str) -> None:
    assert head(name, text) == {"SENSE005"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mrs Amara Oduya", ""),
        ("Mrs Amara Oduya, deputy head", ""),
        ("Mrs Oduya, Assistant Headteacher", ""),
        ("Mrs Oduya, Head of Inclusion", ""),
        ("Ms Headley", ""),
        ("Mrs Amara Oduya", "Mr Pryce, our head, and Mrs Oduya meet you."),
        ("Mrs Amara Oduya", "Mrs Oduya, our head of inclusion, meets you."),
        ("Mrs Amara Oduya", "Our headteacher is the SENCO’s line manager."),
        ("Mrs Amara Oduya", "Our deputy head is also the SENCO."),
        ("Mrs Amara Oduya", "The headteacher and the SENCO meet each week."),
        ("Mrs Amara Oduya", "Mrs Oduya tells our head what is needed."),
        ("Li", "Li, our head, is here each day."),
        ("Mrs Amara Oduya", "The headteacher, Mrs Oduya and the class teacher meet you."),
        ("Mrs Amara Oduya", "The headteacher, Mrs Oduya, and Mr Pryce meet you."),
        ("Mrs Amara Oduya", "Mrs Oduya, the headteacher and the nurse meet."),
        ("Mrs Amara Oduya", "Mrs Oduya, the headteacher, the teacher and you meet."),
        ("Mrs Amara Oduya", "Mr Oduya, our headteacher, is at the gate."),
        ("Mrs Amara Oduya", "Mrs Oduya is the headteacher of Elm Juniors."),
        ("Mrs Amara Oduya", "Mrs Oduya is the head of inclusion."),
        ("Mrs Amara Oduya", "The deputy headteacher, Mrs Oduya, leads on this."),
        ("Mrs Amara Oduya", "The headteacher’s assistant, Mrs Oduya, helps."),
        ("Mrs Amara Oduya", "Mrs Oduya is not the headteacher."),
    ],
)
def test_a_senco_who_is_not_the_head_has_none(name: str, text: str) -> None:
    assert not head(name, text)


@pytest.mark.parametrize(
    "row",
    [
        {"began": date(2005, 9, 1), "course": "none"},
        {"began": date(2020, 9, 1), "course": "not-needed"},
        {"began": date(2020, 9, 1), "course": "nasenco", "course-finished": date(2022, 7, 1)},
    ],
)
def test_no_tip_where_the_award_is_settled(row: dict[str, str | date]) -> None:
    values: dict[str, Value] = {"school_type": "maintained-nursery", "senco_qualification": (row,)}
    assert not head("Mrs Oduya, headteacher", "", **values)


def test_a_special_school_has_no_such_tip() -> None:
    assert not head("Mrs Oduya, headteacher", school_type="maintained-special")
