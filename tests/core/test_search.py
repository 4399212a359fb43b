"""Looking for words: where they stand, and in which order questions are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer
from sendwizard.core.glossary import glossary
from sendwizard.core.search import LONGEST_EXCERPT, Hit, reminders, search
from sendwizard.core.wizard import Wizard
from tests.worlds import filled, real_bank


def wizard_with(**answers: Answer) -> Wizard:
    """A finished year with these answers in place of its own."""
    year = filled()
    for name, answer in answers.items():
        year = year.with_answer(name.replace("_", "-"), answer)
    return Wizard.open(real_bank(), year)


def found(wizard: Wizard, wanted: str) -> dict[str, Hit]:
    """Each hit by its question."""
    return {hit.question: hit for hit in search(wizard, wanted)}


def test_words_of_an_answer_are_found_with_what_stands_around_them() -> None:
    text = "We start small. " * 5 + "A sensory room is open at lunch. " + "And so on. " * 30
    hit = found(wizard_with(equipment=Answer(text)), "SENSORY room")["equipment"]
    assert hit.where == "answer"
    assert "A sensory room is open at lunch." in hit.excerpt
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")


def test_the_words_may_stand_apart_but_in_one_place() -> None:
    wizard = wizard_with(equipment=Answer("Zebra in the room.", note="yak"))
    assert "equipment" in found(wizard, "room zebra")
    assert "equipment" not in found(wizard, "zebra yak")


@pytest.mark.parametrize(
    ("answer", "wanted", "where"),
    [
        (Answer("x", note="ring the quokka"), "quokka", "reminder"),
        (Answer(not_applicable="no quokka here"), "quokka", "answer"),
    ],
)
def test_reminders_and_reasons_are_looked_through(answer: Answer, wanted: str, where: str) -> None:
    assert found(wizard_with(equipment=answer), wanted)["equipment"].where == where


def test_the_prompt_comes_before_the_guidance() -> None:
    question = real_bank().by_id["complaints"]
    word = max(question.prompt.split(), key=len).strip("?,.")
    assert found(wizard_with(), word)["complaints"].where == "question"


def test_a_row_is_found_by_its_cells() -> None:
    rows = ({"name": "Jo Alder", "phone": "01944 496000"},)
    assert found(wizard_with(senco=Answer(rows)), "alder")["senco"].where == "answer"


def test_what_a_school_is_not_asked_is_not_found() -> None:
    on_route = {question.id for question in wizard_with().route}
    assert set(found(wizard_with(), "e")) <= on_route


@given(st.text(max_size=30))
def test_any_words_can_be_looked_for(wanted: str) -> None:
    for hit in search(wizard_with(), wanted):
        assert "\n" not in hit.excerpt
        assert len(hit.excerpt) <= LONGEST_EXCERPT + len("…  …")


def test_nothing_wanted_finds_nothing() -> None:
    assert search(wizard_with(), "  ") == ()


def test_reminders_stand_in_the_order_of_the_questions() -> None:
    wizard = wizard_with(
        complaints=Answer("x", note="ask the head"), school_type=Answer(note="look it up")
    )
    assert [question.id for question in reminders(wizard)] == ["school-type", "complaints"]


def test_the_list_of_words_explains_what_the_guidance_uses() -> None:
    words = dict(glossary(real_bank()))
    assert set(words) >= {"SEN", "EHC plan", "local offer", "reasonable adjustments", "CAMHS"}
    assert all(meaning.endswith(".") for meaning in words.values())


def test_a_short_form_that_is_written_in_two_ways_stands_there_once() -> None:
    words = [word.casefold() for word, _ in glossary(real_bank())]
    assert len(words) == len(set(words))
