"""Small changes, what a decision cannot be, and what can fail on the way to an approved copy."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sendwizard.core.bank import NEXT_REVIEW
from sendwizard.errors import (
    LockedError,
    UnreadableError,
    UnwritableError,
    UsageError,
)
from sendwizard.office import acts, approving
from sendwizard.office.approving import Decision, StopError, approve
from sendwizard.office.folders import School
from sendwizard.office.reporting import Format, Wanted, write_report
from sendwizard.office.sitting import Sitting
from sendwizard.store import atomic
from tests.office.approvals import (
    DECISION,
    ON,
    SMALL,
    YEAR,
    approved,
    change,
    files,
    frozen,
    report_of,
    sit,
)
from tests.writers import Writers

# -- a small change ---------------------------------------------------------------------


def test_a_small_change_keeps_what_governors_decided_and_says_what_was_updated(
    school: School, writers: Writers
) -> None:
    first = approved(school)
    change(school, "complaints", "Other words.")
    made = approved(school, SMALL)
    assert made.number == 2
    assert replace(made.approval, updates=()) == first.approval
    assert [vars(each) for each in made.approval.updates] == [
        {"on": SMALL.on, "text": "new SENCO.", "by": "Sue Lee", "role": "Headteacher"}
    ]
    report = report_of(writers, "report")
    assert report.state == "Updated 12 March 2026: new SENCO"
    assert "Updated 12 March 2026: new SENCO." in report.facts
    assert "Sue Lee" not in str(report)
    assert "Approved by Sue Lee, Headteacher." in str(report_of(writers, "governors"))
    assert write_report(school, YEAR, Wanted((Format.HTML,))).report.state == report.state


@pytest.mark.usefixtures("writers")
def test_a_small_change_does_not_move_the_review(school: School) -> None:
    first = approved(school)
    with sit(school) as opened:
        moved = replace(opened.wizard.answers.get(NEXT_REVIEW), value=date(2027, 7, 1))
        opened.leave(opened.wizard.answers.with_answer(NEXT_REVIEW, moved), 1)
    made = approved(school, SMALL)
    assert made.answers.value(NEXT_REVIEW) == first.approval.next_review == date(2026, 12, 4)
    texts = (school.year_folder(YEAR) / "history" / "texts.toml").read_text(encoding="utf-8")
    assert "value = 2027-07-01" in texts


@pytest.mark.usefixtures("writers")
def test_a_small_change_without_a_change_is_told(school: School) -> None:
    approved(school)
    assert "No answer has changed since the approved copy before." in approved(school, SMALL).told


@pytest.mark.usefixtures("writers")
def test_a_small_change_passes_the_gaps_that_governors_accepted_and_no_others(
    school: School,
) -> None:
    change(school, "complaints", None)
    change(school, "mental-health", None)
    approved(school, replace(DECISION, gaps_reason="Later."))
    change(school, "mental-health", "A quiet room.")
    made = approved(school, SMALL)
    assert (made.approval.gaps, made.approval.gaps_reason) == (("complaints",), "Later.")
    change(school, "bullying", "x")
    change(school, "moving-on", None)
    with pytest.raises(StopError) as refused:
        approved(school, replace(SMALL, on=date(2026, 3, 13)))
    assert [each.question for each in refused.value.findings] == ["moving-on"]
    change(school, "moving-on", "x")
    change(school, "complaints", "x")
    last = approved(school, replace(SMALL, on=date(2026, 3, 13)))
    assert (last.approval.gaps, last.approval.gaps_reason) == ((), "")
    assert len(last.approval.updates) == 2


# -- what a decision cannot be ----------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (replace(DECISION, by="  "), "who approves"),
        (replace(DECISION, role="\u200b"), "role"),
        (replace(DECISION, by="x" * 501), "at most 500"),
        (replace(DECISION, minute=" "), "minutes"),
        (replace(DECISION, gaps_reason=" "), "why it is approved with gaps"),
        (replace(DECISION, small_change="\t"), "what has changed"),
        (replace(DECISION, body="goverming-body"), "Did you mean “governing-body”"),
        (replace(DECISION, on=date(2036, 11, 25)), "long after the school year"),
        (replace(DECISION, on=date(2015, 12, 4)), "long before the school year"),
        (replace(DECISION, next_review=ON), "not after the approval"),
        (replace(DECISION, next_review=date(2025, 1, 1)), "not after the approval"),
        (replace(DECISION, next_review=date(2028, 12, 5)), "more than 3 years on"),
        (SMALL, "has not been approved yet"),
    ],
)
def test_a_decision_that_cannot_be_is_wrong_usage_and_changes_nothing(
    school: School, writers: Writers, decision: Decision, words: str
) -> None:
    before = files(school.year_folder(YEAR))
    with pytest.raises(UsageError) as refused:
        approved(school, decision)
    assert words in str(refused.value)
    assert files(school.year_folder(YEAR)) == before
    assert writers.given == []


@pytest.mark.usefixtures("writers")
@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (replace(DECISION, on=date(2025, 12, 3)), "before the last approval"),
        (replace(SMALL, on=date(2025, 12, 3)), "before the last approval"),
        (replace(SMALL, gaps_reason="Later."), "cannot accept gaps"),
        (replace(SMALL, next_review=date(2027, 1, 1)), "does not move the next review"),
        (replace(SMALL, minute="7b"), "no minute"),
    ],
)
def test_what_does_not_go_with_an_earlier_approval_is_wrong_usage(
    school: School, decision: Decision, words: str
) -> None:
    approved(school)
    before = files(school.year_folder(YEAR))
    with pytest.raises(UsageError, match=words):
        approved(school, decision)
    assert files(school.year_folder(YEAR)) == before


@pytest.mark.usefixtures("writers")
def test_what_is_odd_and_can_be_is_told(school: School) -> None:
    change(school, "complaints", "x")
    made = approved(
        school, replace(DECISION, on=date(2025, 11, 29), next_review=date(2027, 11, 29))
    )
    assert "The next review is more than twelve months on: the Code says each year." in made.told
    assert any(each.startswith("Some answers were written after 29 Nov") for each in made.told)


# -- what can fail ----------------------------------------------------------------------


@pytest.mark.usefixtures("writers")
def test_a_disk_that_fills_while_freezing_leaves_no_half_copy_and_approving_again_works(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    year, real = school.year_folder(YEAR), os.fsync
    before = (year / "answers.toml").read_bytes()

    def full(descriptor: int) -> None:
        if any((year / "approved").glob(".1.part/governors.html")):
            raise OSError(28, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(UnwritableError, match="No space left"):
            approved(school)
    assert frozen(school) == {}
    assert list((year / "approved").iterdir()) == []
    assert (year / "answers.toml").read_bytes() == before
    assert not (year / "report.html").exists()
    assert approved(school).number == 1


@pytest.mark.usefixtures("writers")
def test_answers_that_cannot_be_saved_take_the_copy_back(
    school: School, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise UnwritableError("No space.")

    monkeypatch.setattr(Sitting, "save", full)
    with pytest.raises(UnwritableError):
        approve(sitting, sitting.wizard.answers, 1, DECISION)
    assert frozen(school) == {}
    assert acts.all_status(school)[1] == []


@pytest.mark.usefixtures("writers")
def test_a_report_beside_the_copy_that_cannot_be_written_leaves_the_approval_standing(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.name == "report.docx":
            raise UnwritableError(f"{path} could not be written: no space.")
        atomic.write_atomic(path, data)

    monkeypatch.setattr(approving, "write_atomic", full)
    made = approved(school)
    assert [path.name for path in made.paths] == ["report.html"]
    assert "report.docx could not be written" in made.not_written
    assert made.not_written in made.told
    assert acts.all_status(school)[0][0].state == "approved"


def test_a_format_that_cannot_be_made_stops_before_anything_is_written(
    school: School, writers: Writers
) -> None:
    before = files(school.year_folder(YEAR))
    writers.fails = Format.PDF
    with pytest.raises(UnreadableError):
        approved(school)
    assert files(school.year_folder(YEAR)) == before


@pytest.mark.usefixtures("writers")
def test_a_report_that_is_in_the_way_is_told_before_anything_is_written(school: School) -> None:
    (school.year_folder(YEAR) / "report.pdf").mkdir()
    with pytest.raises(UnwritableError, match=r"report\.pdf"):
        approved(school)
    assert frozen(school) == {}


@pytest.mark.usefixtures("writers")
def test_a_year_that_somebody_has_open_is_not_approved(school: School, sitting: Sitting) -> None:
    with pytest.raises(LockedError):
        approved(school)


@pytest.mark.usefixtures("writers")
def test_answers_that_may_only_be_looked_at_are_not_approved(
    school: School, sitting: Sitting
) -> None:
    sitting.read_only = "Install the newest sendwizard."
    with pytest.raises(UnreadableError, match="newest"):
        approve(sitting, sitting.wizard.answers, 1, DECISION)
    assert frozen(school) == {}
