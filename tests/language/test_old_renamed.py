"""Names that one council has given up: found in its own area, and nowhere else as its own."""

import pytest

from sendwizard.language import old
from tests.language import lines
from tests.worlds import real_bank

FOUND = [
    "Parent Partnership can help you.",
    "NYCC Parent Partnership can help you.",
    "North Yorkshire Parent Partnership is free.",
    "Ask the Parent Partnership Service.",
    "Ask a parent partnership co-ordinator.",
    "A Parent Partnership Coordinator visits you.",
    "Parent Partnership Coordinators come to meetings.",
    "The *Parent Partnership* Officer comes to meetings.",
    "Ring 0845 034 9469.",
    "Ring the Parent Partnership Team.",
]
LEFT = [
    "SENDIASS North Yorkshire can help you.",
    "SENDIASS (formerly Parent Partnership) can help you.",
    "What was Parent Partnership is SENDIASS today.",
    "We believe in parent partnership.",
    "We hold the Leading Parent Partnership Award.",
    "Our Parent Partnership Evening is in May.",
    "SENDIASS has replaced the Parent Partnership Service.",
    "The partnership of parents matters to us.",
    "Ring 01609 496012.",
    "Ring 0300 034 9469.",
]


@pytest.mark.parametrize("line", FOUND)
def test_an_old_name_is_found_in_its_area(line: str) -> None:
    assert "OLD007" in lines.codes(old.in_text, line, local_authority="north-yorkshire")


@pytest.mark.parametrize("line", LEFT)
def test_a_near_miss_is_left(line: str) -> None:
    assert lines.codes(old.in_text, line, local_authority="north-yorkshire") == set()


@pytest.mark.parametrize("line", FOUND)
def test_another_council_s_names_are_not_known_elsewhere(line: str) -> None:
    found = lines.codes(old.in_text, line, local_authority="other")
    assert found == lines.codes(old.in_text, line)
    assert found
    assert "OLD007" not in found


def test_the_same_words_are_pointed_out_once() -> None:
    known = lines.known(local_authority="north-yorkshire")
    text = "A Parent Partnership Coordinator answers on 0845 034 9469, and NYCC on 0845 496 0123."
    found = list(old.in_text(lines.said(text), known))
    assert sorted(each.rule.code for each in found) == ["OLD004", "OLD005", "OLD007", "OLD007"]


def test_it_says_what_to_write() -> None:
    known = lines.known(local_authority="north-yorkshire")
    (finding,) = old.in_text(lines.said("Parent Partnership helps."), known)
    assert finding.suggestion == "Write “SENDIASS North Yorkshire”."
    assert finding.message.startswith("“Parent Partnership” is out of date here. ")


def test_the_bank_holds_each_name_with_a_reason_and_a_source() -> None:
    overlay = real_bank().overlay("north-yorkshire")
    assert overlay is not None
    assert overlay.renamed
    assert all(each.code == "OLD007" and each.why and each.source for each in overlay.renamed)
