"""Two texts word by word, and what changed between two states of a school's answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.bank import Bank, Kind
from sendwizard.core.by_words import Piece, PieceKind, by_words
from sendwizard.core.compare import NO_LONGER_ASKED, ChangeKind, changes, differences
from sendwizard.core.conditions import OneOf
from tests.editions import EDITIONS, bank_of, question

SAME, GONE, NEW = PieceKind
OLD_EDITION, EDITION, _ = EDITIONS
TEXTS = st.text("ab \n\té.", max_size=40)
BANK = bank_of(EDITION, question("how"), question("what"), question("unit", Kind.YES_NO))


def answers(bank: Bank = BANK, **values: Value) -> Answers:
    """Answers that somebody gave."""
    by_id = {key: Answer(value) for key, value in values.items()}
    return Answers("2026-27", bank.id, bank.edition, by_id)


def kinds(before: Answers, after: Answers, bank: Bank = BANK) -> dict[str, ChangeKind]:
    """The kind of each change."""
    return {each.question.id: each.kind for each in changes(bank, before, after)}


@given(TEXTS, TEXTS)
def test_the_pieces_give_back_both_texts(before: str, after: str) -> None:
    pieces = by_words(before, after)
    assert "".join(each.text for each in pieces if each.kind is not NEW) == before
    assert "".join(each.text for each in pieces if each.kind is not GONE) == after
    assert all(each.text for each in pieces)


@given(TEXTS)
def test_a_text_beside_itself_is_the_same(text: str) -> None:
    assert {each.kind for each in by_words(text, text)} <= {SAME}


def test_a_word_is_the_same_at_the_end_of_a_paragraph_and_inside_it() -> None:
    assert by_words("Two days.\n\nThen ring.", "Two days. Or one.\n\nThen ring.") == (
        Piece(SAME, "Two days."),
        Piece(NEW, " Or one."),
        Piece(SAME, "\n\nThen ring."),
    )


def test_a_long_text_says_which_of_its_words_changed() -> None:
    words = [f"word{n % 97}" for n in range(1_500)]
    other = [*words]
    other[700] = "changed"
    pieces = by_words(" ".join(words), " ".join(other))
    assert [each.text.strip() for each in pieces if each.kind is NEW] == ["changed"]


def test_a_space_or_a_new_line_is_no_other_word() -> None:
    assert kinds(answers(how="Ring us. "), answers(how="Ring\nus.\n")) == {"how": ChangeKind.KEPT}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"how": "A"}, {"how": ChangeKind.NEW}),
        ({"how": "A"}, {}, {"how": ChangeKind.WITHDRAWN}),
        ({"how": "A"}, {"how": "B"}, {"how": ChangeKind.REWORDED}),
        ({"how": "A"}, {"how": "A"}, {"how": ChangeKind.KEPT}),
        ({"how": " "}, {}, {}),
        ({"unit": True}, {"unit": False}, {"unit": ChangeKind.REWORDED}),
    ],
)
def test_each_answer_has_one_kind(
    before: dict[str, Value], after: dict[str, Value], expected: dict[str, ChangeKind]
) -> None:
    assert kinds(answers(BANK, **before), answers(BANK, **after)) == expected


def test_what_nobody_looked_at_was_never_said_and_was_not_taken_out_either() -> None:
    waits = answers().with_answer("how", Answer("A", Source.CARRIED))
    (change,) = changes(BANK, answers(how="A"), waits)
    assert (change.kind, change.waits, change.not_yet) == (ChangeKind.WITHDRAWN, True, True)
    assert kinds(waits, answers(how="A")) == {"how": ChangeKind.NEW}
    (gone,) = changes(BANK, answers(how="A"), answers())
    assert (gone.waits, gone.not_yet) == (False, False)


def test_what_starts_empty_each_year_is_only_not_there_yet_and_what_was_taken_out_is_gone() -> None:
    bank = bank_of(EDITION, question("how", each_year="ask-again"), question("what", required=True))
    found = changes(bank, answers(bank, how="A", what="B"), answers(bank))
    assert [each.not_yet for each in found] == [True, False]


def test_what_this_school_is_not_asked_any_more_was_taken_out() -> None:
    only = OneOf("unit", ("yes",))
    bank = bank_of(
        EDITION, question("unit", Kind.YES_NO), question("how", required=True, applies_when=only)
    )
    before, after = answers(bank, unit=True, how="A"), answers(bank, unit=False, how="A")
    change = changes(bank, before, after)[-1]
    assert (change.kind, change.not_yet) == (ChangeKind.WITHDRAWN, False)


def test_what_was_carried_still_decided_what_was_asked() -> None:
    bank = bank_of(
        EDITION,
        question("unit", Kind.YES_NO),
        question("how", applies_when=OneOf("unit", ("yes",))),
    )
    before = answers(bank, how="A").with_answer("unit", Answer(True, Source.CARRIED))
    assert kinds(before, answers(bank, unit=True, how="A"), bank) == {
        "unit": ChangeKind.NEW,
        "how": ChangeKind.KEPT,
    }


def test_an_answer_of_an_older_edition_is_read_as_it_was_then() -> None:
    bank = bank_of(EDITION, question("count", Kind.NUMBER))
    before = replace(answers(bank, count="many", gone="Words."), edition=OLD_EDITION)
    before = before.with_answer("reason", Answer(not_applicable="No unit."))
    found = changes(bank, before, answers(bank, count=3))
    assert [(each.question.prompt, each.before, each.after) for each in found] == [
        ("count?", "many", "3"),
        (NO_LONGER_ASKED, "Words.", ""),
        (NO_LONGER_ASKED, "Does not apply: No unit.", ""),
    ]
    assert not any(each.question.printed for each in found[1:])
    assert kinds(replace(before, edition=EDITION), answers(bank, count=3), bank) == {
        "count": ChangeKind.NEW
    }


def test_differences_look_at_what_counts_and_at_what_does_not() -> None:
    then = answers(how="A", unit="maybe").with_answer("what", Answer(not_applicable="Why."))
    now = answers(how="B").with_answer("what", Answer("C", Source.CARRIED))
    found = {each.question.id: (each.before, each.after) for each in differences(BANK, then, now)}
    assert found == {
        "how": ("A", "B"),
        "what": ("Does not apply: Why.", "C"),
        "unit": ("maybe", ""),
    }
    assert differences(BANK, now, now) == ()
