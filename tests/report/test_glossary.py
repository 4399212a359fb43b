"""The list of short forms names those that a report uses, and no others."""

import re
from dataclasses import replace

import pytest

from sendwizard.core.answers import Answers
from sendwizard.report.model import Card, Layout
from tests.report.making import demo, only, report_of, the_bank


def short_forms(answers: Answers, layout: Layout = Layout.QUESTIONS) -> dict[str, str]:
    """Each short form that is explained, with what is said of it."""
    (part,) = (part for part in report_of(answers, layout).parts if part.id == "glossary")
    (card,) = part.items
    assert isinstance(card, Card)
    return {short: cell.text for short, cell in card.fields}


def added_by(text: str) -> set[str]:
    """What a passage puts on the list of a finished report."""
    answer = demo().get("money")
    said = demo().with_answer("money", replace(answer, value=f"{answer.value}\n\n{text}"))
    return short_forms(said).keys() - short_forms(demo()).keys()


def test_the_demo_lists_just_what_it_uses() -> None:
    assert list(short_forms(demo())) == ["EHC", "NHS", "NPQ", "PE", "SEN", "SENCO", "SENDIASS"]


@pytest.mark.parametrize("layout", [Layout.STATUTORY, Layout.PROFORMA])
def test_citations_are_explained_where_they_are_printed(layout: Layout) -> None:
    assert {"CFA", "SI"} <= short_forms(demo(), layout).keys()


def test_the_short_version_has_no_room_for_a_list() -> None:
    ids = [part.id for part in report_of(demo(), Layout.SUMMARY).parts]
    assert "glossary" not in ids


def test_sen_is_explained_in_every_report_since_the_title_says_it() -> None:
    assert "SEN" in short_forms(only())


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Two TAs help.", {"TA"}),
        ("Our SENDCo’s room.", {"SENDCo"}),
        ("(ELSA)", {"ELSA"}),
        ("**PECS** cards", {"PECS"}),
        ("- a list\n  - with an EP", {"EP"}),
        ("[the DfE](https://example.org)", {"DfE"}),
        ("It is a taxi, a hi-fi and a map.", set()),
        ("SENSE and TAXI and NHSX", set()),
    ],
)
def test_a_short_form_is_a_whole_word_in_its_own_letters(text: str, added: set[str]) -> None:
    assert added_by(text) == added


def test_a_short_form_that_was_never_printed_is_not_listed() -> None:
    note = replace(demo().get("money"), note="ask the EP and the LA")
    noted = demo().with_answer("money", note)
    assert short_forms(noted) == short_forms(demo())


def test_the_long_form_begins_a_sentence_and_its_meaning_follows() -> None:
    told = short_forms(demo())
    assert told["NHS"] == "National Health Service"
    assert told["SENCO"].startswith("Special educational needs co-ordinator. The teacher who")


def test_every_meaning_is_one_sentence_and_explains_no_short_form_by_another() -> None:
    known = {each.short for each in the_bank().acronyms}
    for each in the_bank().acronyms:
        assert each.meaning.count(". ") == 0
        assert not each.meaning or each.meaning.endswith(".")
        assert "must" not in each.meaning
        words = set(re.findall(r"\w+", f"{each.long} {each.meaning}"))
        assert not (words & known) - {"EHC"}, each.short


def test_no_short_form_is_one_that_dates_a_report() -> None:
    retired = {"SENDIST", "SENDisT", "LEA", "CCG", "PCT", "BESD", "EBD", "ESFA", "DCSF"}
    assert not retired & {each.short for each in the_bank().acronyms}
