"""Spelling as a command asks for it: an unknown word comes with those that are near it."""

from collections.abc import Iterator

import pytest

from sendwizard.core.findings import Finding
from sendwizard.office.spelling import MOST_SUGGESTED, Speller, all_spelled, spelled
from tests.language import lines


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    """One child for all of these tests."""
    with Speller() as one:
        yield one


def found(text: str, speller: Speller) -> dict[str, Finding]:
    """Each finding by its words."""
    known = lines.known(extra_support=text)
    return {each.words: each for each in all_spelled(known, speller)}


def test_a_word_that_nobody_knows_comes_with_those_that_are_near(speller: Speller) -> None:
    (finding,) = found("We help all chilren to read.", speller).values()
    assert finding.suggestion.startswith("Perhaps: children")
    assert finding.beside.endswith(finding.suggestion)


def test_a_slip_whose_right_spelling_is_known_is_not_guessed_at(speller: Speller) -> None:
    (finding,) = found("We recieve help.", speller).values()
    assert finding.suggestion == "Write “receive”."


def test_a_word_with_nothing_near_is_to_be_looked_at(speller: Speller) -> None:
    (finding,) = found("We have a qzzxvvwqk here.", speller).values()
    assert finding.suggestion == "Check how it is spelled."


def test_the_same_word_is_looked_up_once_and_told_at_each_answer(speller: Speller) -> None:
    known = lines.known(extra_support="All chilren.", how_decided="Some chilren.")
    first, second = all_spelled(known, speller)
    assert first.question != second.question
    assert first.suggestion == second.suggestion


def test_only_so_many_words_are_looked_up() -> None:
    asked: list[str] = []

    class Counting(Speller):
        def unknown(self, words: object) -> frozenset[str]:
            return frozenset(words)  # type: ignore[call-overload, no-any-return]

        def suggest(self, word: str) -> tuple[str, ...]:
            asked.append(word)
            return ("near",)

    text = " ".join(f"blo{chr(97 + n // 26)}{chr(97 + n % 26)}rt" for n in range(40))
    every = all_spelled(lines.known(extra_support=text), Counting())
    assert len(asked) == MOST_SUGGESTED
    assert [each.suggestion for each in every].count("Perhaps: near.") == MOST_SUGGESTED


def test_in_the_wizard_nothing_is_looked_up_before_a_word_is_picked() -> None:
    known = lines.known(extra_support="All chilren read.")

    class Silent(Speller):
        def unknown(self, words: object) -> frozenset[str]:
            return frozenset({"chilren"})

        def suggest(self, word: str) -> tuple[str, ...]:
            raise AssertionError(word)

    (finding,) = spelled(known.bank, known.answers, known.today, Silent())
    assert finding.suggestion == ""
