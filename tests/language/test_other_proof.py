"""The rules on other schools and councils over any text: they never fail, hang or point outside."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Began
from sendwizard.language import links, other_names, other_places
from sendwizard.language.said import Known, Said
from tests.language.lines import TODAY, known, points_inside, said
from tests.worlds import answers_of, real_bank

LENGTH, SECONDS = 40_000, 20.0
PIECES = [
    *("Oakfield", "St Mary’s", "St.", "School", "Primary School", "Academy", "Infants", "C of E"),
    *("At ", "Here at ", "we ", "our", "The governors of ", "Larkfield", "Trust", "- ", "1. ", ","),
    *("Leeds", "Kent", "City", "County Council", "Council", "LA", "local authority", "Borough of "),
    *("local offer", "SENDIASS", "IASS for ", "https://www.kent.gov.uk/send", "oak.kent.sch.uk"),
    *(
        "**",
        "](",
        "[",
        "|",
        "\n",
        "\n\n",
        " ",
        ". ",
        "’",
        "’s",
        "é",
        "İ",
        "\u2028",
        "-",
        "and ",
        "of ",
    ),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


def began(**values: str) -> Known:
    """A school with a name, a council and a sister school."""
    answers = answers_of(
        school_name="Larkfield School", local_offer="https://leeds.gov.uk", **values
    )
    sister = Began("2025-26", "Oakfield School", traces=("oak.kent.sch.uk",))
    return Known(real_bank(), replace(answers, began=sister), TODAY)


SCHOOL = began()


def everything(one: Said, world: Known) -> None:
    """Runs the rules over one text."""
    for rule in (other_names.in_text, other_places.in_text):
        for found in rule(one, world):
            points_inside(found, one)


@given(TEXTS)
def test_no_text_is_too_odd(text: str) -> None:
    everything(said(text), SCHOOL)


@given(TEXTS, TEXTS, TEXTS)
def test_no_answers_are_too_odd(text: str, offer: str, name: str) -> None:
    rows = ({"name": name, "email": f"a@{offer}", "url": offer},)
    world = known(complaints=text, local_offer=offer, sendiass=rows, school_name=name)
    for one in world.texts:
        everything(one, world)
    for found in links.in_all(world):
        points_inside(found, next(t for t in world.texts if _is_of(found, t)))


def _is_of(found: object, one: Said) -> bool:
    at = (one.question.id, one.row, one.column)
    return at == tuple(getattr(found, each) for each in ("question", "row", "column"))


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            "a ",
            "A",
            "A ",
            "A-",
            "(",
            "- ",
            "\n",
            "School ",
            "The School ",
            "St ",
            "St. Mary’s ",
        ),
        *("of ", "A of ", "At St A ", "Here at A ", "Here at A of ", "governors of ", "Oakfield "),
        *("Council ", "City Council ", "Borough of ", "Leeds ", "Leeds Council ", "LA ", "County "),
        *(
            "SENDIASS ",
            "Kent SENDIASS ",
            "local offer ",
            "local  ",
            "information advice ",
            "kent.sch.uk",
        ),
        *(
            "a.sch.uk ",
            "a.",
            "[local offer](https://kent.gov.uk) ",
            "kent.gov.uk ",
            "A’s ",
            "1. A\n",
        ),
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    begun = time.process_time()
    everything(said(text), SCHOOL)
    list(links.in_all(began(complaints=text)))
    list(links.in_all(known(sendiass=({"name": text},), local_offer=text)))
    assert time.process_time() - begun < SECONDS  # linear takes two seconds, quadratic minutes
