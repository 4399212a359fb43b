"""Whose local offer and advice service it is, where each answer tells its own tale."""

import pytest

from sendwizard.core.answers import Row, Value
from sendwizard.core.findings import Finding
from sendwizard.language import links, other_places
from sendwizard.language.council_own import own_council
from tests.language.lines import known

LEEDS = "https://www.leeds.gov.uk/localoffer"
KENT, BRADFORD = "https://www.kent.gov.uk/send", "https://www.bradford.gov.uk/send"
MEDWAY = "https://www.medway.gov.uk/localoffer"


def school(offer: str = "", advice: str = "", mail: str = "", text: str = "") -> dict[str, Value]:
    """Answers with a local offer, an advice service, an address of the school, and a text."""
    row: Row = {"name": "Advice", "email": advice} if "@" in advice else {"name": advice}
    person: Row = {"name": "Jo Marsh", "email": mail}
    values: dict[str, Value] = {}
    if offer:
        values["local_offer"] = offer
    if advice:
        values["sendiass"] = ({**row, "phone": "01632 960101"},)
    if mail:
        values["senco"] = (person,)
    if text:
        values["complaints"] = text
    return values


def found(**values: Value) -> list[Finding]:
    one = known(None, **values)
    several = [each for text in one.texts for each in other_places.in_text(text, one)]
    return [*links.in_all(one), *several]


def told(**values: Value) -> list[tuple[str, str]]:
    """Code and question of what is found."""
    return [(each.rule.code, each.question) for each in found(**values)]


OFFER = [("LINK004", "local-offer")]
ADVICE = [("LINK005", "sendiass")]
TEXT = [("NAME003", "complaints")]
KENT_SAYS = "Kent County Council decides."
DERBYSHIRE_SAYS = "Derbyshire County Council decides."
OF_LEEDS, OF_KENT = "senco@oak.leeds.sch.uk", "senco@oak.kent.sch.uk"
OF_DERBYSHIRE = "senco@oak.derbyshire.sch.uk"

OUTVOTED = [
    (school(MEDWAY, "iask@kent.gov.uk", OF_KENT, KENT_SAYS), OFFER),
    (school(MEDWAY, "iask@kent.gov.uk", "", KENT_SAYS), OFFER),
    (school(BRADFORD, "Leeds SENDIASS", "", "Leeds City Council decides."), OFFER),
    (school(BRADFORD, "Leeds SENDIASS", OF_LEEDS), OFFER),
    (school(BRADFORD, "", OF_LEEDS, "We ask Leeds City Council."), OFFER),
    (school("https://derby.gov.uk", "Derbyshire IASS", OF_DERBYSHIRE, DERBYSHIRE_SAYS), OFFER),
    (
        school(
            "https://nottinghamshire.sendlocaloffer.org.uk", "Derbyshire IASS", OF_DERBYSHIRE, ""
        ),
        OFFER,
    ),
    (school(LEEDS, "Bradford SENDIASS", OF_LEEDS), ADVICE),
    (school(LEEDS, "help@kirklees.gov.uk", "", "Leeds City Council decides."), ADVICE),
    (school(LEEDS, "Leeds SENDIASS", "", "Bradford Council pays."), TEXT),
    (school("https://www.derbyshire.gov.uk", "", OF_DERBYSHIRE, "Derby City Council pays."), TEXT),
    (
        school("https://westmarch.example/offer", "Westmarch SENDIASS", "", "Leeds City Council."),
        TEXT,
    ),
]
DIVIDED = [
    (school(BRADFORD, "", OF_LEEDS), OFFER),
    (school("", "Bradford SENDIASS", OF_LEEDS), ADVICE),
    (school(LEEDS, "Bradford SENDIASS"), ADVICE),
    (
        school(LEEDS, "Bradford SENDIASS", "senco@oak.bradford.sch.uk", "Leeds City Council."),
        ADVICE,
    ),
    (school(LEEDS, "", "", "Kent County Council decides."), TEXT),
    (school("", "Leeds SENDIASS", "", "Bradford Council decides."), TEXT),
    (school("https://www.derbyshire.gov.uk", "", "", "Derby City Council pays."), TEXT),
    (school("", "", "senco@oak.herts.sch.uk", "Essex County Council decides."), TEXT),
    (school(KENT, "", "senco@oak.n-yorks.sch.uk"), OFFER),
    (school("https://localofferbirmingham.co.uk", "", "senco@oak.sandwell.sch.uk"), OFFER),
]
OF_ONE = [
    school(LEEDS, "Leeds SENDIASS", OF_LEEDS, "Leeds City Council decides."),
    school(MEDWAY, "", OF_KENT),
    school(MEDWAY, "Medway SENDIASS", OF_KENT, "Medway Council decides."),
    school("https://www.plymouth.gov.uk", "", "senco@oak.devon.sch.uk"),
    school("https://derby.gov.uk", "Derbyshire IASS", "senco@oak.derby.sch.uk"),
    school("https://derby.gov.uk", "Derbyshire IASS", OF_DERBYSHIRE, "Derby City Council pays."),
    school("https://offer.example", "Advice", OF_LEEDS, "Leeds City Council decides."),
    school("https://westmarch.example/offer", "Westmarch SENDIASS", OF_LEEDS),
    school("https://notleeds.gov.uk", "", OF_KENT),
    school(LEEDS, "", "", "If you live in Bradford, ask Bradford Council."),
    school("", "", "", "Kent County Council decides."),
    school("", "", "senco@oak.school.sch.uk", "Leeds City Council decides."),
    school("https://www.northyorks.gov.uk/send", "", "senco@oak.n-yorks.sch.uk"),
    school("https://www.york.gov.uk/send", "York SENDIASS", "senco@oak.n-yorks.sch.uk"),
]


@pytest.mark.parametrize(("values", "expected"), OUTVOTED)
def test_what_most_answers_speak_against_is_found(
    values: dict[str, Value], expected: list[tuple[str, str]]
) -> None:
    assert told(**values) == expected
    assert not any("One of the two" in each.message for each in found(**values))


@pytest.mark.parametrize(("values", "expected"), DIVIDED)
def test_where_two_disagree_one_is_said_to_be_wrong_and_neither_is_blamed(
    values: dict[str, Value], expected: list[tuple[str, str]]
) -> None:
    assert told(**values) == expected
    assert all("One of the two" in each.message for each in found(**values))
    assert own_council(known(None, **values)).council == ""


@pytest.mark.parametrize("values", OF_ONE)
def test_answers_of_one_council_and_of_none_are_left_alone(values: dict[str, Value]) -> None:
    codes = {code for code, _ in told(**values)}
    assert not codes & {"LINK004", "LINK005", "NAME003"}


# -- in any other text -------------------------------------------------------------------------

ELSEWHERE = {
    "LINK004": (
        f"See the [Kent local offer]({KENT}).",
        "See the Kent Local Offer.",
        "Kent’s local offer has clubs.",
        "Kent’s own local offer has clubs.",
        "The local offer for Bradford has clubs.",
        f"See the [local offer]({KENT}).",
        f"Our local offer is at {MEDWAY}",
        f"See [what there is near us]({MEDWAY}).",
        "The East Sussex local offer lists it.",
        "Look at the North  Yorkshire\nlocal offer.",
    ),
    "LINK005": (
        "The Kent SENDIASS helps.",
        "Bradford SENDIASS can help you with a complaint.",
        "You can ring SENDIASS Bradford on 01632 960101.",
        "Hertfordshire’s IASS is free.",
        "Kent SEND IASS answers the phone all day.",
        "Ask the Bradford Information, Advice and Support Service.",
        "Ask SENDIASS in Kirklees.",
        "[SENDIASS](https://www.bradford.gov.uk/advice) is free.",
        "[Free advice](https://www.bradford.gov.uk/sendiass) is there for you.",
        "- **Bradford** SENDIASS",
    ),
}
ELSEWHERE_LEFT = {
    "LINK004": (
        f"See the [Leeds local offer]({LEEDS}).",
        "The Leeds Local Offer has clubs.",
        "If you live in Kent, see the Kent local offer.",
        "Families in Bradford can look at the Bradford local offer.",
        "We also link to the Bradford local offer.",
        "The Leeds and Bradford local offers share a page.",
        "Our local offer lists clubs in Kent.",
        f"See [training for staff]({KENT}).",
        "The local offer. Kent is far away.",
        "Some pupils come from Bradford. The local offer has more.",
        "Bradford families can look at the Bradford local offer.",
    ),
    "LINK005": (
        "Leeds SENDIASS helps.",
        "SENDIASS is free and does not work for the school.",
        "If your family lives in Bradford, Bradford SENDIASS helps.",
        "Leeds SENDIASS was trained with Kent SENDIASS.",
        "Families from Kirklees can ring Kirklees SENDIASS.",
        "For families outside Leeds there is Bradford SENDIASS.",
        "We went to York. SENDIASS came too.",
        "Some of our children come from Kirklees; Kirklees SENDIASS helps them.",
        "The advice service in Bradford Road is free.",
        "[The map](https://www.bradford.gov.uk/map) shows the way.",
        "The Durham maths cards help.",
        "Greater Manchester SENDIASS shares its films.",
    ),
}


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code, lines in ELSEWHERE.items() for line in lines]
)
def test_another_councils_service_is_found_in_any_text(code: str, line: str) -> None:
    assert told(**school(LEEDS, text=line)) == [(code, "complaints")]


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code, lines in ELSEWHERE_LEFT.items() for line in lines]
)
def test_a_service_that_is_ours_or_named_on_purpose_is_left_alone(code: str, line: str) -> None:
    assert code not in {each for each, _ in told(**school(LEEDS, text=line))}


def test_a_second_advice_service_for_families_elsewhere_is_left_alone() -> None:
    rows: tuple[Row, ...] = (
        {"name": "Leeds SENDIASS", "phone": "01632 960101"},
        {"name": "Bradford SENDIASS, if you live in Bradford", "phone": "01632 960102"},
    )
    assert told(local_offer=LEEDS, sendiass=rows) == []
