"""British spelling, with a dictionary of a few words; the real one is tried elsewhere."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.findings import Severity
from sendwizard.language.said import Known
from sendwizard.language.spelling import RULES, misspelt, suggestions
from tests.language import lines
from tests.worlds import real_bank


def knows_all(_: Sequence[str]) -> Collection[str]:
    """A dictionary with every word in it."""
    return ()


def knows_none(words: Sequence[str]) -> Collection[str]:
    """A dictionary with no word in it."""
    return words


def without(*words: str) -> "Asked":
    """A dictionary that lacks these words alone."""
    return Asked(frozenset(words))


class Asked:
    """A dictionary that remembers what it was asked."""

    def __init__(self, lacks: frozenset[str]) -> None:
        self.lacks = lacks
        self.times: list[list[str]] = []

    def __call__(self, words: Sequence[str]) -> Collection[str]:
        """The words that it lacks."""
        self.times.append(list(words))
        return self.lacks.intersection(words)


def found_in(known: Known, *lacks: str) -> list[tuple[str, str, str]]:
    """Code, words and suggestion of everything found."""
    return [
        (each.rule.code, each.words, each.suggestion) for each in misspelt(known, without(*lacks))
    ]


def found(text: str, *lacks: str) -> list[tuple[str, str, str]]:
    """The same for one text."""
    return found_in(lines.known(extra_support=text), *lacks)


def test_each_rule_explains_itself() -> None:
    assert [rule.code for rule in RULES] == ["SPELL001", "SPELL002", "SPELL003"]
    assert [rule.severity for rule in RULES] == [Severity.TIP, Severity.WARN, Severity.TIP]
    assert all(len(rule.explanation.split()) > 20 for rule in RULES)


def test_a_word_that_the_dictionary_lacks_is_told_once_in_each_answer() -> None:
    text = "We offer blorting. More blorting follows."
    assert found(text, "blorting") == [("SPELL001", "blorting", "")]


def test_a_finding_can_stand_alone() -> None:
    (one,) = misspelt(lines.known(extra_support="We recieve it."), knows_all)
    assert one.message == "“recieve” looks like a slip of spelling."
    assert one.suggestion == "Write “receive”."
    assert one.span == (3, 10)


def test_a_slip_is_told_at_each_place_and_needs_no_dictionary() -> None:
    assert found("We recieve. You recieve.") == [("SPELL002", "recieve", "Write “receive”.")] * 2


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("accomodating", "accommodating"),
        ("Accomodation", "Accommodation"),
        ("SEPERATELY", "SEPARATELY"),
        ("Alot", "A lot"),
        ("childrens", "children’s"),
        ("best practise", "best practice"),
        ("colored", "coloured"),
        ("behavioral", "behavioural"),
        ("Program of study", "Programme of study"),
    ],
)
def test_the_right_spelling_keeps_the_ending_and_the_capitals(words: str, right: str) -> None:
    ((_, told, suggestion),) = found(f"{words} is here.")
    assert (told, suggestion) == (words, f"Write “{right}”.")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("organize", "organise"),
        ("Organizations", "Organisations"),
        ("analyzed", "analysed"),
    ],
)
def test_ize_becomes_ise_where_the_dictionary_knows_that(word: str, right: str) -> None:
    assert found(f"{word} it.", word) == [("SPELL003", word, f"Write “{right}”.")]
    assert found(f"{word} it.", word, right)[0][0] == "SPELL001"
    assert found(f"{word} it.") == []


def test_a_name_is_never_asked_for() -> None:
    asked = without()
    text = (
        "We use Nessy. Ask Mrs Oduya, or Mr. Pryce. Nessy’s a help. J. Brownlow too.\n\n"
        "- Lexia: each day\n- **Toe by Toe**\n1. Rapidreaders\n\n# Wavesix\n\n**Beamers** Club\n"
        "Zonesplus"
    )
    misspelt(lines.known(extra_support=text), asked)
    names = {"Nessy", "Oduya", "Pryce", "Brownlow", "Lexia", "Toe", "Rapidreaders", "Wavesix"}
    assert not (names | {"Beamers", "Club", "Zonesplus"}) & set(asked.times[0])


def test_a_capital_that_begins_a_sentence_is_asked_for() -> None:
    asked = without()
    text = "Blorting one. “Blorting two.” Blorting-three! (Blorting four.)\n\nBlortingfive"
    misspelt(lines.known(extra_support=text), asked)
    assert {"Blorting", "Blortingfive"} <= set(asked.times[0])


def test_names_in_other_answers_are_known() -> None:
    row = {"name": "Miss Zelda Quorning", "email": "senco@quorning.example"}
    known = lines.known(senco=(row,), extra_support="Quorning asks. Quorning’s plan helps.")
    assert found_in(known, "Quorning", "quorning", "Zelda") == []


def test_small_letters_in_a_line_are_looked_at_and_capitals_there_are_names() -> None:
    row = {"name": "Mrs Teh, blorting lead", "email": "senco@teh.example"}
    assert [each[1] for each in found_in(lines.known(senco=(row,)), "blorting")] == ["blorting"]


@pytest.mark.parametrize(
    "text",
    [
        "Write to blorting@school.example or see https://blorting.example/plan today.",
        "See www.blorting.example and blorting.example now.",
        "Read [our page](https://blorting.example/blort).",
        "The file is blorting.pdf.",
        "Form 12blorting and blorting2 and KS2-blorting.",
        "The CAMHS, SLCN, iBlorts, eBlort and BLORTing teams.",
        "An ox, an ie, a vs and a th.",
        "The blort\u00ading child and the blort\u200bing.",
        "Słońce łąka здравствуйте 日本語",
    ],
)
def test_what_is_no_word_is_not_asked_for(text: str) -> None:
    asked = without()
    misspelt(lines.known(extra_support=text), asked)
    words = {word for each in asked.times for word in each}
    assert not any("blor" in word.lower() for word in words)


def test_a_word_with_a_hyphen_is_right_joined_or_by_its_parts() -> None:
    assert found("A co-ordinated plan.", "ordinated") == []
    assert found("A well-blorted plan.", "blorted", "wellblorted")[0][1] == "blorted"
    assert found("It is multi-sensory and pre-taught.", "multi", "pre", "multisensory") == []


def test_accents_and_curly_apostrophes_are_nothing_to_the_dictionary() -> None:
    asked = without()
    misspelt(lines.known(extra_support="At the café we don’t miss the teacup’s naïve art."), asked)
    assert {"cafe", "don't", "teacup", "naive"} <= set(asked.times[0])


def test_words_of_the_trade_need_no_dictionary() -> None:
    text = "A neurodivergent child with dyscalculia. Dyspraxia and senco and ofsted."
    assert {each[1] for each in found(text, "neurodivergent", "dyscalculia", "Dyspraxia")} == set()


def test_one_question_is_looked_at_by_itself_with_the_names_of_all() -> None:
    known = lines.known(
        extra_support="We blort. Quorning helps.", how_decided="Ask Quorning. Blarg."
    )
    one = misspelt(known, without("blort", "Quorning", "Blarg"), "extra-support")
    assert [(each.question, each.words) for each in one] == [("extra-support", "blort")]
    assert misspelt(known, knows_none, "no-such-question") == ()


def test_the_dictionary_is_asked_once_and_not_at_all_for_nothing() -> None:
    asked = without()
    misspelt(lines.known(extra_support="Some words.", how_decided="More words."), asked)
    assert len(asked.times) == 1
    assert asked.times[0] == sorted(set(asked.times[0]))
    nothing = without()
    misspelt(lines.known(), nothing)
    assert nothing.times == []


def test_suggestions_come_from_our_own_words_first() -> None:
    known = lines.known()

    def dictionary(word: str) -> Sequence[str]:
        return (f"{word}-from-the-dictionary",)

    assert suggestions(known, "recieving", dictionary) == ("receiving",)
    assert suggestions(known, "Behavior’s", dictionary) == ("Behaviour",)
    assert suggestions(known, "dyscalcullia", dictionary)[0] == "dyscalculia"
    assert suggestions(known, "blort", dictionary) == ("blort-from-the-dictionary",)


def test_a_bank_without_the_words_finds_what_the_dictionary_lacks() -> None:
    known = Known(
        replace(real_bank(), checks={}), lines.known(extra_support="We blort.").answers, lines.TODAY
    )
    assert found_in(known, "blort") == [("SPELL001", "blort", "")]


@cache
def _phrases() -> tuple[str, ...]:
    data = real_bank().checks["spelling"]
    found = [each.rstrip("*") for entry in data.entries for each in entry.find]
    return (*found, "organize", "analyzing", "Nessy", "co-ordinate", "child’s", "e.g.", "a@b.c")


def check(text: str) -> None:
    """Whatever is found points at words that are there."""
    known = lines.known(extra_support=text)
    for each in misspelt(known, knows_none):
        lines.points_inside(each, *known.texts_at("extra-support"))


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_phrases()),
            st.sampled_from(
                [" ", "\n", "\n\n- ", ". ", "**", "](", "-", "’s ", "\u00ad", " | ", "1"]
            ),
        ),
        max_size=30,
    )
)
def test_no_mix_of_its_own_words_makes_it_raise(pieces: list[tuple[str, str]]) -> None:
    check("".join(word + sign for word, sign in pieces))


@pytest.mark.parametrize(
    "piece",
    ["a", "a ", "(", "- ", "a-", "’a", "A. ", ".\"", ". ' ", "\n", "\n ", "z", "iz", "program of ",
     "could of ", "recieve ", "é", "a@", "\u200b", "](", "# A\n"],
)  # fmt: skip
def test_a_hostile_text_takes_no_longer_than_its_length_asks(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    check(text)
    assert time.process_time() - start < 20
