"""NAME001 and 002: a sister school's name left in, and any other school's."""

from dataclasses import replace

import pytest

from sendwizard.core.answers import Answer, Began, Value
from sendwizard.core.carry import from_sister
from sendwizard.core.names import NAMELESS, heart, host_of
from sendwizard.language import other_names
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes, known, points_inside, said
from tests.worlds import answers_of, real_bank

OWN = "Larkfield Bridge Primary School"


def began_at(school: str, traces: tuple[str, ...] = (), **values: Value) -> Known:
    """A year of our school that began with another school's answers."""
    answers = answers_of(**{"school_name": OWN, **values})
    began = Began("2025-26", school, traces=traces)
    return Known(real_bank(), replace(answers, began=began), TODAY)


def sisters(all_known: Known) -> list[str]:
    """What is found of the sister school in all texts, as a reader sees it."""
    found = [
        (one, each)
        for one in all_known.texts
        for each in other_names.in_text(one, all_known)
        if each.rule is other_names.SISTER
    ]
    for one, each in found:
        points_inside(each, one)
        assert each.short.startswith("names another school: ")
    return [each.short.removeprefix("names another school: ") for _, each in found]


# -- NAME001 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "text", "found"),
    [
        ("Oakfield Junior School", "We at OAKFIELD teach.", "OAKFIELD"),
        ("Oakfield Junior School", "Oakfield\njunior school says", "Oakfield junior school"),
        ("St Mary’s C of E Primary School", "At St Mary's we sing.", "St Mary's"),
        ("St Mary’s CE Primary School", "At St Mary's we sing.", "St Mary's"),
        ("Elm Primary School", "Elm Primary School says so.", "Elm Primary School"),
        ("Oakfield Junior School", "At **Oak**field we teach.", "Oakfield"),
        ("Oak Meadow School", "[Oak](https://a.example) Meadow", "Oak Meadow"),
        ("Oak Meadow School", "Write to send@oakmeadow.example.", "oakmeadow"),
        ("Oak Meadow School", "Write to send@oakmeadowschool.example.", "oakmeadowschool"),
        ("Oak Meadow School", "[Plan](https://www.oak-meadow.example/plan)", "oak-meadow"),
        ("Oakfield Junior School", "See oakfieldjunior.example/send for it.", "oakfieldjunior"),
        ("St Mary’s CE Primary School", "See www.stmarysbarton.example now.", "stmarysbarton"),
        ("Oakfield Junior School", "Oakfields is a street.", None),
        ("Oakfield Junior School", "Our junior school is new.", None),
        ("Elm Primary School", "The elm by the gate.", None),
        ("Elm Primary School", "Write to us@elmtree.example.", None),
        ("Larkfield Bridge School", "At Larkfield Bridge we teach.", None),
        ("Larkfield Infant School", "At Larkfield we teach.", None),
        ("Oakfield Junior School", "An oak and a field.", None),
        ("Oakfield Junior School", "See broakfield.example.", None),
        ("Oak Meadow School", "The oak stands in a meadow.", None),
        (NAMELESS, "If your child moves to another school, we ring it.", None),
        ("High School", "A high bar and a school.", None),
        ("Oakfield Junior School", "", None),
    ],
)
def test_the_sister_schools_name_is_found_and_a_near_miss_is_not(
    school: str, text: str, found: str | None
) -> None:
    assert sisters(began_at(school, complaints=text)) == ([found] if found else [])


def test_each_place_is_a_finding_of_its_own_in_cells_and_reasons_too() -> None:
    training = ({"training": "Signing at Oakfield", "staff": "All", "when": "May"},)
    all_known = began_at(
        "Oakfield School", complaints="Oakfield, and again Oakfield.", staff_training=training
    )
    reason = Answer(not_applicable="Oakfield has no grant.")
    answers = all_known.answers.with_answer("inclusion-strategy", reason)
    assert sisters(replace(all_known, answers=answers)) == ["Oakfield"] * 4


def test_an_address_of_the_sister_school_is_found_without_its_name() -> None:
    text = "Write to us@ofs.example or see https://www.ofs.example/send, not notofs.example."
    left = sisters(began_at("Oakfield School", ("ofs.example", "gmail.com"), complaints=text))
    assert left == ["ofs.example", "ofs.example"]
    mail = "Write to our.school@gmail.com."
    assert not sisters(began_at("Oakfield School", ("gmail.com",), complaints=mail))


def test_the_sisters_addresses_are_kept_but_not_the_councils() -> None:
    sister = answers_of(
        school_name="Oakfield School",
        senco=({"name": "Mr A", "email": "senco@ofs.example"},),
        sendiass=({"name": "Advice", "email": "us@advice.example", "url": "https://x.example"},),
        local_offer="https://council.example/offer",
        related_policies=({"name": "Policy", "url": "https://www.oakfield.example/policy"},),
    )
    began = from_sister(real_bank(), sister, "2026-27").began
    assert began is not None
    assert began.traces == ("oakfield.example", "ofs.example")


def test_ones_own_year_looks_for_no_other_name() -> None:
    assert not sisters(known(complaints="Oakfield"))
    own_year = replace(answers_of(complaints="Oakfield"), began=Began("2025-26"))
    assert not sisters(Known(real_bank(), own_year, TODAY))


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Oakfield Primary School", "Oakfield"),
        ("St Mary’s C of E Infants", "St Mary’s"),
        ("The Academy", ""),
    ],
)
def test_the_heart_of_a_name_is_what_other_names_do_not_have(name: str, left: str) -> None:
    assert heart(name) == left


def test_the_host_of_an_address_is_all_that_tells_whose_it_is() -> None:
    assert host_of("Office@Oakfield.example") == "oakfield.example"
    assert host_of("https://www.oakfield.example:443/a?b#c") == "oakfield.example"
    assert host_of("not an address") == ""


# -- NAME002 -----------------------------------------------------------------------------------

OTHER = """
At Oakfield School we teach in small steps.
Oakfield Primary School is proud of each child.
At Hillcote CE Primary School, our staff are kind.
St Wilfrid’s Infants is open to all.
All staff at Barnley Academy know each child.
The SENCO of Thornhope Junior School will ring you.
The governors of St. Hilda’s Catholic Primary School read this.
Beckside Community Primary School has ramps.
Contact Ravensworth Special School in the first place.
Oakfield Academy believes in each child.
The head of Moor End Primary School answers within a week.
At Beckside Primary, we teach in small steps.
At St Mary's we all know each child.
At St. Hilda’s, our staff are kind.
Here at Ferndale we listen.
All of us here at Moor End, our cooks too, are kind.
The governors of Ferndale Infants look at the log.
The headteacher of Ferndale Juniors reads each plan.
The governing body of Ferndale Primary reads this.
Review meetings are held at Oakfield Primary School.
Children learn at home and at Oakfield Primary School.
Mrs Lamb is the SENCO at Oakfield Primary School.
""".strip().splitlines()

NO_OTHER = """
At Larkfield Bridge Primary School we teach in small steps.
Larkfield Bridge School is open to all.
At Larkfield Primary School, our staff are kind.
Our children move on to Oakfield Academy.
We visit Oakfield Special School each term.
We are in a federation with Hillcote CE Primary School.
Oakfield Academy Trust runs the school.
Our Virtual School is a team of the council.
Forest School is on Fridays.
We are a Dyslexia Friendly School.
This Primary School is small.
The Whole School Policy has more.
Every Primary School has a SENCO.
Oak National Academy has lessons online.
Outreach from Ravensworth Special School helps us.
We are a Rights Respecting School.
After School clubs are open to all.
A Secondary School may ask more.
Our partner, Hillcote Primary School, lends us its hall.
Church Infants and Juniors sing.
School is out at three.
At St Mary's we hold our harvest service.
At St Mary’s Church we sing.
At Easter we sing.
At Key Stage 2 we read.
At Treetops we have a calm space.
Here at The Bridge we offer a calm space.
Here at Larkfield we listen.
Here at Lark we listen.
Here at LBPS we listen.
Here at Northern Star Trust we listen.
The governors of Larkfield Infants look at the log.
The governors of the school look at the log.
The head of Upper Juniors plans the week.
Mrs Lamb is here on Mondays and Tuesdays, and at Thorpe Primary School from Wednesday to Friday.
Mr Ash is with us for three days and at Thorpe Primary School for two.
Mrs Lamb leads on SEND here and at Thorpe C of E Primary School.
Mrs Lamb shares out her week between us and Thorpe Primary School.
Mrs Lamb is SENCO of this school and of Thorpe Primary School.
A coffee morning is held with Thorpe Primary School once a term.
Panathlon was held at Ripon Grammar School in March.
Our choir sang at Thorpe Primary School.
""".strip().splitlines()


@pytest.mark.parametrize("line", OTHER)
def test_another_schools_name_is_found(line: str) -> None:
    assert codes(other_names.in_text, line, school_name=OWN) == {"NAME002"}


@pytest.mark.parametrize("line", NO_OTHER)
def test_a_school_that_is_named_on_purpose_is_let_be(line: str) -> None:
    assert codes(other_names.in_text, line, school_name=OWN) == set()


def test_nothing_is_said_of_other_schools_where_ours_has_no_name_or_is_asked_about_them() -> None:
    line = OTHER[0]
    assert codes(other_names.in_text, line) == set()
    assert codes(other_names.in_text, line, "moving-on", school_name=OWN) == set()


TRUST = "The schools of our trust are:\n\n- Hillcote Primary School\n- Oakfield Academy\n"


def test_schools_in_a_list_are_named_for_what_the_line_above_it_says() -> None:
    assert codes(other_names.in_text, TRUST, school_name=OWN) == set()
    bare = TRUST.replace("The schools of our trust are:", "We care for each child:")
    assert codes(other_names.in_text, bare, school_name=OWN) == {"NAME002"}
    after = f"{TRUST}\nAt Oakfield School we sing."
    assert codes(other_names.in_text, after, school_name=OWN) == {"NAME002"}


def test_the_sister_school_is_found_once() -> None:
    all_known = began_at("Oakfield Primary School")
    found = list(other_names.in_text(said("At Oakfield Primary School we sing."), all_known))
    assert [each.rule.code for each in found] == ["NAME001"]


def test_an_apostrophe_makes_no_other_school_of_ours() -> None:
    assert (
        codes(other_names.in_text, "At St Mary’s we sing.", school_name="St Marys School") == set()
    )


def test_no_rule_speaks_of_answers_that_are_not_there() -> None:
    assert codes(other_names.in_text, "", school_name=OWN) == set()
