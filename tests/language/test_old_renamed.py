"""Names that one council has given up: found in its own area, and nowhere else as its own."""

from dataclasses import replace

import pytest

from sendwizard.core.checks import Entry
from sendwizard.language import old
from sendwizard.language.said import Known
from tests.language import lines
from tests.worlds import real_bank

FOUND = [
    "Parent Partnership can help you.",
    "NYCC Parent Partnership can help you.",
    "Leaflets of North Yorkshire Parent Partnership lie in the hall.",
    "Ask the Parent Partnership Service.",
    "A parent partnership co-ordinator visits you.",
    "The *Parent Partnership* Officer comes to meetings.",
    "For advice call parent partnership.",
    "Ring 0845 034 9469.",
]
LEFT = [
    "SENDIASS North Yorkshire can help you.",
    "SENDIASS (formerly Parent Partnership) can help you.",
    "What was Parent Partnership is SENDIASS today.",
    "We believe in parent partnership.",
    "We hold the Leading Parent Partnership Award.",
    "Our Parent Partnership Evening is in May.",
    "The partnership of parents matters to us.",
    "Ring 01609 496012.",
]
MADE_UP = (
    Entry("OLD007", ("Rill Valley Listening Service", "Listening Service"), "Rill Sensory Team"),
    Entry("OLD007", ("Team for Travelling Children",), "Rill Moving Schools Team"),
    Entry("OLD007", ("Open Doors", "OD Team"), "Rill Inclusion Team", unless=("Open Doors Day*",)),
)
FOUND_MADE_UP = [
    "The Listening Service checks hearing aids.",
    "Teachers of the Rill Valley Listening Service visit each month.",
    "A worker of the Team for Travelling Children\ncomes on Fridays.",
    "Open Doors helps us when a child is often away.",
    "We can ask the OD Team to meet you.",
    "- **Open Doors**: help with behaviour",
    "A listening service for deaf children is near us.",
    "We work with educational psychologists, Open Doors and the school nurse.",
]
LEFT_MADE_UP = [
    "Listening is a service to a friend.",
    "A team with an odd name plays here.",
    "Our Open Doors Day is in June.",
    "The doors are open from eight.",
    "The Rill Sensory Team was formerly the Listening Service.",
    "The Team for Travelling Children is now called the Rill Moving Schools Team.",
    "The team for children who travel meets here.",
    "See www.rill.example/open-doors for more.",
]


def _of_made_up(line: str) -> set[str]:
    """The codes where the council has given up other names."""
    known, bank = lines.known(local_authority="north-yorkshire"), real_bank()
    made = tuple(replace(each, renamed=MADE_UP) for each in bank.overlays)
    there = Known(replace(bank, overlays=made), known.answers, known.today)
    return {each.rule.code for each in old.in_text(lines.said(line), there)}


@pytest.mark.parametrize("line", FOUND)
def test_an_old_name_is_found_in_its_area(line: str) -> None:
    assert "OLD007" in lines.codes(old.in_text, line, local_authority="north-yorkshire")


@pytest.mark.parametrize("line", LEFT)
def test_a_near_miss_is_left(line: str) -> None:
    assert lines.codes(old.in_text, line, local_authority="north-yorkshire") == set()


@pytest.mark.parametrize("line", FOUND_MADE_UP)
def test_any_name_of_an_overlay_is_found(line: str) -> None:
    assert _of_made_up(line) == {"OLD007"}


@pytest.mark.parametrize("line", LEFT_MADE_UP)
def test_a_near_miss_of_any_name_is_left(line: str) -> None:
    assert _of_made_up(line) == set()


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
