"""The time that is left comes from what needs the person, and shrinks with every answer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.carry import carry
from sendwizard.core.time_left import minutes_left, say_minutes
from sendwizard.core.wizard import Wizard
from tests.worlds import DAY, YEAR, filled, real_bank, some_value

BANK = real_bank()
EMPTY = Answers(YEAR, BANK.id, BANK.edition)


def left(answers: Answers) -> int:
    """Minutes over these answers."""
    return minutes_left(Wizard.open(BANK, answers))


def test_nothing_is_left_where_nothing_needs_the_person() -> None:
    assert left(filled()) == 0


def test_a_whole_report_takes_between_two_and_four_hours() -> None:
    assert 120 <= left(EMPTY) <= 240


def test_reading_what_came_across_takes_a_part_of_writing_it() -> None:
    begun = carry(BANK, replace(filled(), year="2025-26"), YEAR)
    assert 0 < left(begun) < left(EMPTY) / 2


def test_a_longer_answer_takes_longer_to_check() -> None:
    def checked(words: int) -> int:
        long = filled().with_answer("complaints", Answer("word " * words, on=DAY))
        return left(carry(BANK, replace(long, year="2025-26"), YEAR))

    assert checked(2_000) > checked(20)


def test_extra_questions_that_are_left_out_take_no_time() -> None:
    wizard = Wizard.open(BANK, EMPTY)
    assert minutes_left(wizard.leave_out_extras()) < minutes_left(wizard)


@given(st.lists(st.sampled_from([q.id for q in BANK.questions if q.words]), max_size=12))
@settings(max_examples=30)
def test_no_passage_that_is_written_makes_it_longer(ids: list[str]) -> None:
    answers, before = EMPTY, left(EMPTY)
    for each in ids:
        answers = answers.with_answer(each, Answer(some_value(BANK.by_id[each]), on=DAY))
        now = left(answers)
        assert now <= before
        before = now


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "no time"),
        (1, "a few minutes"),
        (9, "a few minutes"),
        (10, "about 10 minutes"),
        (44, "about 40 minutes"),
        (58, "about 1 hour"),
        (70, "about 1 hour"),
        (80, "about 1 hour 30 minutes"),
        (152, "about 2 hours 30 minutes"),
        (181, "about 3 hours"),
    ],
)
def test_time_is_told_roughly(minutes: int, said: str) -> None:
    assert say_minutes(minutes) == said
