"""The rules on dated words over any text: they never fail, point outside it or take long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.language import old
from tests.language import lines
from tests.worlds import real_bank

_PHRASES = sorted(
    {
        words.replace("*", "")
        for entry in real_bank().checks["old"].entries
        for words in (*entry.find, *entry.unless)
    }
    | {"replaced", "formerly", "0845 496 0123", "+44 (0)845", "entitled to", "must hold"}
)
_JOINTS = st.sampled_from(
    [" ", "\n", "\n\n", "**", "- ", "](", "[", "|", ". ", "’", "\u00a0", "é", ""]
)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    lines.codes(old.in_text, text)


@given(st.lists(st.tuples(st.sampled_from(_PHRASES), _JOINTS), max_size=12))
def test_any_phrases_between_any_signs_are_read(parts: list[tuple[str, str]]) -> None:
    text = "".join(phrase + joint for phrase, joint in parts)
    lines.codes(old.in_text, text, local_authority="north-yorkshire")


@pytest.mark.parametrize(
    "unit",
    [
        *("a", "a ", "(", "- ", "\n", "statement ", "statemented ", "statemented. ", "NASENCo "),
        *("School Action ", "school action ", "school\n", "0845 ", "0845-", "+44", "+44(0)"),
        *("replaced ", "IEP.\n", "NYCC@", "SA stands for ", "SA is our LSC "),
    ],
)
def test_no_text_is_slow(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    one, known = lines.said(text), lines.known()
    list(old.in_text(lines.said("warm"), known))
    began = time.process_time()
    list(old.in_text(one, known))
    assert time.process_time() - began < 20
