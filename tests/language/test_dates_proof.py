"""The rules on times over any text: they never fail, point outside it or take long."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.language import dates
from tests.language.lines import known, points_inside, said

PIECES = [
    *("In 2021-22 we will", "next review:", "currently", "this year (", "2021", "1 May 2021", ")"),
    *("31/02/2021", "2021–19", "September 2022", "by", "will", "**", "\n\n", "\n- ", "’", "(", "–"),
    *("SEN information report", "last updated", "99/99/99", "29 February 2023", "2020-21-22", " "),
    *("as of", "we have", "until", "leave until", "mark", "we hold", "close on", "is", "build on"),
    *("accessibility plan", "spring term 2024", ":", ",", "İ", "\u2028", "0000", "due to be"),
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_never_raises_nor_points_outside(text: str) -> None:
    one = said(text)
    for found in dates.in_text(one, known()):
        points_inside(found, one)


@given(st.text(), st.dates(min_value=date(2, 1, 1)))
def test_any_day_will_do(text: str, today: date) -> None:
    world = known()
    object.__setattr__(world, "today", today)
    list(dates.in_text(said(f"Next review: May 2021. {text}"), world))


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "a ", "(", "- ", "2021 ", "2021-", "1 May ", "in 2021 we ", "next review ", "will "),
        *("as of 2021 we ", "we hold mark 2019-22 ", "During 2020 we are ", "build on "),
        *("by the ", "\n", ". A", "this year (", "12/12/", "September ", "2021-22 "),
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    began = time.process_time()
    list(dates.in_text(said(text), known()))
    assert time.process_time() - began < 20  # linear takes one second, quadratic minutes
