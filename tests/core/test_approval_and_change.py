"""How a report stands, in one sentence, and what changed from one year to the next."""

from dataclasses import replace
from datetime import date

import pytest

from sendwizard.core.answers import Answer, Source
from sendwizard.core.approval import Approval, Update, state_of
from sendwizard.core.compare import ChangeKind, changes
from tests.worlds import DAY, answers_of, filled, real_bank

BANK = real_bank()
APPROVAL = Approval("Ms Lee", "Chair", date(2026, 12, 3), "the governing body")


@pytest.mark.parametrize(
    ("gaps", "approval", "state"),
    [
        (1, None, "Draft, 1 gap"),
        (3, None, "Draft, 3 gaps"),
        (0, None, "Complete, waiting for governors"),
        (0, APPROVAL, "Approved on 3 December 2026"),
        (
            0,
            replace(APPROVAL, updates=(Update(date(2027, 3, 12), "new SENCO."),)),
            "Updated 12 March 2027: new SENCO",
        ),
    ],
)
def test_a_report_says_how_it_stands(gaps: int, approval: Approval | None, state: str) -> None:
    assert state_of(gaps, approval) == state


def test_each_answer_is_new_reworded_withdrawn_or_kept() -> None:
    before = filled()
    after = (
        before.with_answer("complaints", Answer("Other words.", on=DAY))
        .with_answer("looked-after", Answer())
        .with_answer("bullying", replace(before.get("bullying"), how="asked the head"))
    )
    before = before.with_answer("medicines", Answer())
    found = {each.question.id: each for each in changes(BANK, before, after)}
    assert found["complaints"].kind is ChangeKind.REWORDED
    assert (found["complaints"].before, found["complaints"].after) == (
        "Words for complaints",
        "Other words.",
    )
    assert found["looked-after"].kind is ChangeKind.WITHDRAWN
    assert found["medicines"].kind is ChangeKind.NEW
    assert found["bullying"].kind is ChangeKind.KEPT
    assert found["bullying"].how == "asked the head"


def test_what_is_only_carried_or_off_the_route_is_no_answer_to_compare() -> None:
    before = answers_of(school_type="maintained-mainstream", unit_needs="Old words.")
    after = before.with_answer(
        "school-type", replace(before.get("school-type"), source=Source.CARRIED)
    )
    kinds = {each.question.id: each.kind for each in changes(BANK, before, after)}
    assert kinds["school-type"] is ChangeKind.WITHDRAWN
