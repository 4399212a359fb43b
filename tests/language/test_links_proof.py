"""Over any text: no rule of the group raises, points outside the words or takes long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.bank import Kind
from sendwizard.language import links
from sendwizard.language.said import Said
from tests.language.lines import known, points_inside
from tests.worlds import real_bank

LENGTH = 100_000
SECONDS = 20.0
PIECES = [
    *("http://", "https://", "htpp://", "www.", "ww.", "[", "](", ")", "<", ">", "\\", "\n", " "),
    *("school.example", "leeds.gov.uk", "/send", "@", "senco", "mailto:", "tel:", ".", ",", "*"),
    *(
        "click here",
        "here",
        "01632 960",
        "0",
        "+44 (0)",
        "ring ",
        "C:\\",
        "file:",
        "localhost",
        "ß",
    ),
    *(
        "docs.google.com/document",
        "\u202e",
        "“",
        "”",
        "’",
        "(",
        "a" * 60,
        "northyorks.gov.uk/article/",
    ),
]
HOSTILE = [
    *(
        "a",
        "a ",
        "(",
        "- ",
        "[",
        "[a](",
        "[a](b ",
        "[a]((b)",
        "(b)",
        "0",
        "0 ",
        "01632 ",
        "+44 (0)",
    ),
    *(
        "@",
        "a@",
        "a@b ",
        "senco@@a ",
        "http://",
        "https:// ab.c ",
        "www.",
        "www.a ",
        "a.",
        "\\",
        "//",
    ),
    *("click here ", "click here http://a.b ", "[x]() ", "tel 01632 ", "\n", "http:", "htps", ":/"),
    *("[here](x.y) ", "\\\\a ", "x:\\a ", "mailto:a ", "leeds.gov.uk ", "*", "“", "ring 0161 "),
]
ONE = known()


def everything(text: str) -> None:
    """Runs the rules over a text as an answer of each kind."""
    for question, kind in (
        ("extra-support", Kind.PASSAGE),
        ("local-offer", Kind.URL),
        ("senco", Kind.EMAIL),
        ("senco", Kind.PHONE),
    ):
        one = Said(real_bank().by_id[question], text, kind=kind)
        for found in links.in_text(one, ONE):
            points_inside(found, one)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    everything(text)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_mixture_of_pieces_is_too_odd(text: str) -> None:
    everything(text)


@given(st.text(), st.text(), st.text())
def test_no_contact_is_too_odd(offer: str, name: str, host: str) -> None:
    rows = ({"name": name, "email": f"a@{host}", "url": offer},)
    for found in links.in_all(known(local_offer=offer, sendiass=rows)):
        assert found.rule in links.RULES


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    begun = time.process_time()
    everything(text)
    assert time.process_time() - begun < SECONDS
