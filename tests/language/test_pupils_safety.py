"""What may name a pupil or another school, over any text: never raises, hangs or points outside."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Began
from sendwizard.core.findings import Finding
from sendwizard.language import other_names, other_places, pupils
from sendwizard.language.said import Known
from tests.language.lines import TODAY, points_inside, said
from tests.worlds import answers_of, real_bank

ANSWERS = answers_of(school_name="Larkfield Bridge School", local_authority="north-yorkshire")
SIGNS = [
    "**",
    "*",
    "\n",
    "\n- ",
    " ",
    ". ",
    ", ",
    "’s ",
    "(",
    ")",
    "](",
    "[",
    "|",
    "\t",
    "\\",
    "\x00",
]
WORDS = """
Sam|Ella|Will|who has autism|is deaf|speech|support for|in the case of|our pupil|a boy called|aged 7
|Year 4|J.S.|pupil AB|child K|(T.W.)|born on 3 March 2017|DOB|A820200014001|UPN|NHS number|943 476
|the only|only one|a single|pupil|child|two|3|1|pupils|children|have|with|EHC plans|of our|left
|made progress|(0.5 %)|: 2|Oakfield|Oakfield Primary School|St Mary's|oakfield.example|Academy|At|we
|Tom Barlow|with his|autism|, a |in Year 5|boy|wheelchair user|because of her|gets help|Reception
|Qoraxley|Mary-Jane|Émile|Child A|KM in 9R|our |1 x |a pair of |twins|one |on SEN support
|Leeds City Council|London Borough of|Council|LA|North Yorkshire|send@oakfield.example|is|has
"""
TEXTS = st.lists(st.sampled_from([*WORDS.replace("\n", "").split("|"), *SIGNS]), max_size=30)
PIECES = """
a|a |(|- |A|A |Sam |Sam has |Ella’s |Sam and Ella have |support for |two |3 |1 1|1 (|the only |
one pupil |two pupils |two pupils have |pupil A.|A.B. |born 1 |UPN 1 |School |St |of |
Oakfield Primary |Council |City of |a.b|a@|[a](b)|EHC plan: 2 |speech |**|www.|a boy |a a-
|one boy in Year 5 |a boy in Year 5 is deaf |Sam, a |Sam gets his |Sam Shaw’s |with his |Ella is a
|his autism, Sam |in Year 5, a boy|1 x deaf, |our pupil with |One of our pupils, Lily, |Zo (Year 3)
|one in Year 3 has |Zo, who has |Aa-
""".replace("\n", "").split("|")


def all_known() -> Known:
    """Answers that began with a sister school's."""
    began = Began("2025-26", "Oakfield Primary School", traces=("ofs.example",))
    return Known(real_bank(), replace(ANSWERS, began=began), TODAY)


KNOWN = all_known()


def found_in(text: str) -> list[Finding]:
    """Everything that these rules find in a text."""
    one = said(text)
    found = [
        each
        for rule in (pupils.in_text, other_names.in_text, other_places.in_text)
        for each in rule(one, KNOWN)
    ]
    for each in found:
        points_inside(each, one)
        assert each.message
        assert each.short
    return found


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found_in(text)


@given(TEXTS, st.sampled_from(["", " "]))
def test_any_text_of_what_is_looked_for_is_read(parts: list[str], between: str) -> None:
    found_in(between.join(parts))


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    text = (piece * (100_000 // len(piece)))[:100_000]
    began = time.process_time()
    found_in(text)
    assert time.process_time() - began < 20, "a text of 100,000 signs takes about half a second"
