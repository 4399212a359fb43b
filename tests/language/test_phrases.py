"""How the bank's words are found in a text: whole words, the longest first, never by accident."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.checks import CheckData, Entry
from sendwizard.language.phrases import Phrases, pattern_of, phrases


def found(text: str, *find: str, unless: tuple[str, ...] = ()) -> list[str]:
    """The words that these phrases find in a text."""
    looked = Phrases([Entry("OLD001", find, unless=unless)])
    return [text[match.start : match.end] for match in looked.find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("School Action", "on school action now", "school action"),
        ("School Action", "on School-Action now", "School-Action"),
        ("School Action", "on School\nAction now", "School\nAction"),
        ("School Action", "on School  –  Action now", "School  –  Action"),
        ("one-to-one", "it is one to one", "one to one"),
        ("one to one", "it is one‑to‑one", "one‑to‑one"),
        ("statement*", "two statements, please", "statements"),
        ("EHC*", "an EHCP, please", "EHCP"),
        ("200*", "in 2007", "2007"),
        ("statement*", "one statement, please", "statement"),
        ("IEP", "an IEP.", "IEP"),
        ("IEPs", "two ieps", "ieps"),
        ("SA+", "at SA+ today", "SA+"),
        ("children's plan", "the children’s plan", "children’s plan"),
        ("children’s plan", "the children's plan", "children's plan"),
        ("[insert", "call [insert name]", "[insert"),
        ("(2014", "Code (2014)", "(2014"),
        ("TBC", "Date: TBC", "TBC"),
        ("0845", "ring 0845 0", "0845"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, words: str) -> None:
    assert found(text, phrase) == [words]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("School Action", "the schools act"),
        ("School Action", "School\n\nAction"),
        ("School Action", "- School\n- Action"),
        ("School Action", "School. Action"),
        ("School Action", "School, Action"),
        ("IEP", "a recipe, an iep"),
        ("IEP", "IEPS"),
        ("statement", "statements"),
        ("statement*", "understatement"),
        ("0845", "01 20845"),
        ("[insert", "insert"),
        ("children's", "childrens"),
    ],
)
def test_a_near_miss_is_left(phrase: str, text: str) -> None:
    assert found(text, phrase) == []


def test_the_longest_phrase_wins_and_none_overlaps() -> None:
    text = "School Action Plus, then School Action"
    assert found(text, "School Action", "Plus", "School Action Plus") == [
        "School Action Plus",
        "School Action",
    ]


def test_a_longer_phrase_in_which_it_may_stand_hides_it_there_and_nowhere_else() -> None:
    text = "our school action plan names school action twice"
    assert found(text, "school action", unless=("school action plan*",)) == ["school action"]


def test_words_of_one_entry_may_stand_where_another_s_may_not() -> None:
    looked = Phrases(
        [Entry("A", ("see above",), unless=("please see above",)), Entry("B", ("see",))]
    )
    assert [each.entry.code for each in looked.find("please see above")] == ["B"]


def test_a_phrase_of_signs_alone_finds_nothing() -> None:
    assert found("what ??? is ***", "???", "***") == []


def test_the_phrases_of_some_rules_leave_out_those_of_others() -> None:
    entries = (Entry("OLD001", ("statemented",)), Entry("OLD003", ("levels",)))
    data = CheckData("old", "our own judgement", date(2026, 11, 23), entries)
    assert [each.entry.code for each in phrases(data, "OLD003").find("statemented levels")] == [
        "OLD003"
    ]
    assert len(list(phrases(data).find("statemented levels"))) == 2


_WORDS = st.sampled_from(["School", "Action", "Plus", "SA+", "[insert", "l'été", "*", "-", "\n"])


@given(st.lists(_WORDS, min_size=1, max_size=4).map(" ".join), st.lists(_WORDS).map(" ".join))
def test_any_phrase_may_be_looked_for_in_any_text(phrase: str, text: str) -> None:
    places = list(Phrases([Entry("A", (phrase,), unless=(phrase + " x",))]).find(text))
    assert all(0 <= each.start < each.end <= len(text) for each in places)
    assert all(one.end <= two.start for one, two in pairwise(places))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(pattern_of("one to one").fullmatch(each) for each in found(text, "one to one"))


@pytest.mark.parametrize("unit", ["a", "a ", "school ", "school - ", "school\n", "school action "])
def test_no_text_is_slow(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    found(text, "school action plus", "school action", "school", unless=("school action plan",))
    assert time.process_time() - began < 20
