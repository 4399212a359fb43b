"""What a newer edition means for one school's answers, and that taking it loses no text."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.archive import archive, of_both
from sendwizard.core.bank import Bank, Kind
from sendwizard.core.conditions import OneOf
from sendwizard.core.editions import Meaning, is_newer, meaning, migrate, why_read_only
from sendwizard.core.fit import fits
from sendwizard.core.route import Status, statuses
from tests.editions import EDITIONS, answers_to, bank_of, banks, everything_in, question, texts_of

OLD, NEW, NEWEST = EDITIONS
THEN = date(2025, 11, 3)


def answers(**values: Value) -> Answers:
    """Answers of the old edition."""
    by_id = {key: Answer(value, on=THEN) for key, value in values.items()}
    return Answers("2026-27", "small", OLD, by_id)


def test_each_thing_that_an_edition_does_is_named_once() -> None:
    bank = bank_of(
        NEW,
        question("same"),
        question("added", since=NEW),
        question("sharper", reworded=NEW),
        question("left", replaces=("whole",)),
        question("right", replaces=("whole",)),
        question("both", replaces=("one", "two")),
        question("renamed", replaces=("before",)),
        question("count", Kind.NUMBER),
    )
    old = answers(
        same="S", sharper="S", whole="W", one="1", two="2", before="B", gone="G", count="many"
    )
    by_id = bank.by_id
    assert meaning(bank, old) == Meaning(
        new=(by_id["added"],),
        reworded=(by_id["sharper"],),
        split=(("whole", (by_id["left"], by_id["right"])),),
        merged=((by_id["both"], ("one", "two")),),
        renamed=(("before", by_id["renamed"]),),
        retired=("gone",),
        to_give_again=(by_id["count"],),
    )
    assert meaning(bank, answers(same="S")).new == (by_id["added"],)


def test_what_is_not_asked_of_this_school_is_said_and_stays_in_the_file() -> None:
    only_units = OneOf("has-unit", ("yes",))
    bank = bank_of(
        NEW,
        question("has-unit", Kind.YES_NO, replaces=("unit",)),
        question("unit-needs", applies_when=only_units),
        question("unit-staff", applies_when=only_units, since=NEW),
    )
    old = replace(answers(unit=False, **{"unit-needs": "Words."}), edition=OLD)
    found = meaning(bank, old)
    assert found.not_for_us == (bank.by_id["unit-needs"],)
    assert found.new == ()  # the renamed answer decides the route already
    assert migrate(bank, old, "x").value("unit-needs") == "Words."
    assert meaning(bank, answers(unit=True)).new == (bank.by_id["unit-staff"],)


def test_nothing_new_means_nothing() -> None:
    bank = bank_of(NEW, question("same", since=OLD, reworded=OLD))
    assert meaning(bank, answers(same="S")).is_nothing
    assert migrate(bank, answers(same="S"), "x").get("same").source is Source.GIVEN


def test_an_answer_that_comes_across_or_means_something_else_is_looked_at_again() -> None:
    bank = bank_of(NEW, question("to", replaces=("from",)), question("sharper", reworded=NEW))
    took = migrate(bank, answers(**{"from": "F", "sharper": "S"}), "before.toml")
    assert statuses(bank, took) == {"to": Status.CARRIED, "sharper": Status.CARRIED}
    assert took.value("to") == "F"
    assert took.get("to").on == THEN
    assert took.migrated is not None
    assert (took.edition, took.migrated.edition, took.migrated.save) == (NEW, OLD, "before.toml")
    assert "from" not in took.by_id
    assert took.archive == {"2026-27": {"from": {"value": "F", "on": THEN}}}


def test_texts_that_meet_stand_one_after_the_other_with_the_one_that_was_there() -> None:
    bank = bank_of(NEW, question("both", replaces=("one", "two")))
    old = answers(one="First.", two="Second.", both="Third.")
    assert migrate(bank, old, "x").value("both") == "First.\n\nSecond.\n\nThird."
    assert meaning(bank, answers(one="1", both="3")).merged == ((bank.by_id["both"], ("one",)),)
    assert meaning(bank, answers(one="1")).renamed == (("one", bank.by_id["both"]),)


def test_a_short_answer_has_room_for_one_and_a_note_for_the_others() -> None:
    bank = bank_of(NEW, question("phone", Kind.LINE, replaces=("one", "two")))
    old = answers(one="First", two="Second", phone="Third")
    took = migrate(bank, old, "x").get("phone")
    assert took.value == "First"
    assert took.note == "The answer before: Second\nThe answer before: Third"


def test_what_meets_keeps_its_notes_its_hows_and_its_reasons() -> None:
    bank = bank_of(NEW, question("both", replaces=("one", "two"), allows_not_applicable=True))
    old = answers(one="First.")
    old = replace(
        old,
        by_id={
            "one": replace(old.get("one"), note="n1", how="h1", set_aside={"X": "why"}),
            "two": Answer(not_applicable="No unit.", note="n2", how="h2", extra={"mine": 1}),
        },
    )
    took = migrate(bank, old, "x").get("both")
    assert took.note == "n1\nn2\nDid not apply before: No unit."
    assert (took.value, took.how) == ("First.", "h1; h2")
    assert (took.set_aside, took.extra) == ({"X": "why"}, {"mine": 1})
    reason = replace(old, by_id={"two": old.by_id["two"]})
    assert migrate(bank, reason, "x").get("both").not_applicable == "No unit."


@pytest.mark.parametrize("kind", [Kind.ROWS, Kind.YES_NO, Kind.NUMBER, Kind.CHOICE])
def test_what_a_question_no_longer_takes_becomes_a_note_and_can_still_be_opened(kind: Kind) -> None:
    bank = bank_of(NEW, question("changed", kind, reworded=NEW))
    took = migrate(bank, answers(changed="My words."), "x")
    assert took.get("changed").value is None
    assert took.get("changed").note == "The answer before: My words."
    assert took.archive == {"2026-27": {"changed": {"value": "My words.", "on": THEN}}}
    assert statuses(bank, took)["changed"] is Status.UNANSWERED


def test_a_reason_that_is_no_longer_taken_becomes_a_note() -> None:
    bank = bank_of(NEW, question("law"))
    old = answers().with_answer("law", Answer(not_applicable="No unit."))
    assert meaning(bank, old).to_give_again == (bank.by_id["law"],)
    assert migrate(bank, old, "x").get("law").note == "Did not apply before: No unit."


def test_an_answer_of_a_newer_edition_or_format_is_only_looked_at() -> None:
    bank = bank_of(NEW, question("same"))
    newest = replace(answers(same="S"), edition=NEWEST)
    assert "install the newest sendwizard" in why_read_only(bank, newest)
    assert migrate(bank, newest, "x") == newest
    assert "newer sendwizard" in why_read_only(bank, replace(answers(), format=2))
    assert why_read_only(bank, answers()) == ""
    assert is_newer(bank, replace(answers(), edition="mine"))


def test_the_archive_never_replaces_what_stands_there() -> None:
    bank = bank_of(NEW)
    first = archive(bank, answers(gone="One."))
    second = archive(bank, replace(answers(gone="Two."), archive=first))
    assert archive(bank, replace(answers(gone="Two."), archive=second)) == second
    assert [each["value"] for each in second["2026-27"].values()] == ["One.", "Two."]  # type: ignore[attr-defined]  # a table of tables
    by_hand = replace(answers(gone="One."), archive={"2026-27": "my own line"})
    kept = archive(bank, by_hand)
    assert kept["2026-27"] == "my own line"
    assert "One." in str(kept)
    assert archive(bank, answers()) == {}


def test_what_stands_again_leaves_the_archive_and_nothing_else_does() -> None:
    stood = replace(answers(one="1"), archive={"2025-26": {"older": {"value": "O"}}})
    now = replace(
        answers(),
        archive={
            "2025-26": {"older": {"value": "O"}, "late": {"value": "L"}},
            "2026-27": {"one": {"value": "1", "on": THEN}, "two": {"value": "2"}},
            "note": "by hand",
        },
    )
    assert of_both(stood, now) == {
        "2025-26": {"older": {"value": "O"}, "late": {"value": "L"}},
        "2026-27": {"two": {"value": "2"}},
        "note": "by hand",
    }


@given(st.data())
def test_whatever_an_edition_does_every_text_is_still_there(data: st.DataObject) -> None:
    """In the answers, in the notes or in the archive; through two editions, one after the other."""
    every = data.draw(banks())
    state = data.draw(answers_to(every[0]))
    texts = texts_of(state)
    for bank in every[1:]:
        found = meaning(bank, state)
        took = migrate(bank, state, "before.toml")
        held = everything_in(took)
        assert [each for each in texts if each not in held] == []
        assert migrate(bank, took, "other.toml") == took
        assert meaning(bank, took).is_nothing or meaning(bank, took).not_for_us
        _counts_only_what_was_looked_at(bank, state, took, found)
        state = took
    again = migrate(every[2], state, "x")
    assert again == state


def _counts_only_what_was_looked_at(
    bank: Bank, before: Answers, after: Answers, found: Meaning
) -> None:
    new = {each.id for each in found.new}
    for asked in bank.questions:
        answer = after.get(asked.id)
        if answer.value is not None:
            assert fits(asked, answer.value)
        if answer.says_something and answer != before.get(asked.id):
            assert answer.source is Source.CARRIED
        assert not (asked.id in new and answer.says_something)


@given(st.data())
def test_a_question_stands_in_one_place_of_what_an_edition_means(data: st.DataObject) -> None:
    _, bank, _ = every = data.draw(banks())
    found = meaning(bank, data.draw(answers_to(every[0])))
    places = [
        {each.id for each in found.new},
        {each.id for each in found.reworded},
        {each.id for each, _ in found.merged} | {q.id for _, many in found.split for q in many},
        {each.id for _, each in found.renamed},
        {each.id for each in found.not_for_us},
        {each.id for each in found.to_give_again},
    ]
    assert sum(map(len, places)) == len(set().union(*places))
    assert not set(found.retired) & set(bank.by_id)
