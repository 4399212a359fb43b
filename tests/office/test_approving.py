"""Approve and lock: what governors decided is frozen, and nothing that comes later changes it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from sendwizard.core.answers import Began, Source
from sendwizard.core.bank import NEXT_REVIEW
from sendwizard.office import acts
from sendwizard.office.approving import StopError, approve, approve_year, standing
from sendwizard.office.folders import School
from sendwizard.office.reporting import Format, Wanted, write_report
from sendwizard.office.sitting import Sitting
from sendwizard.report.model import OpenGap, walk
from sendwizard.store.answers_file import read_answers
from sendwizard.store.approved import copies
from sendwizard.store.history import saves
from sendwizard.store.toml_read import read_toml
from tests.office.approvals import (
    DECISION,
    OLD_REVIEW,
    ON,
    YEAR,
    approved,
    change,
    edited,
    files,
    frozen,
    noon,
    report_of,
)
from tests.worlds import real_bank
from tests.writers import Writers

# -- what an approval makes -------------------------------------------------------------


def test_all_formats_the_pages_for_governors_the_answers_and_a_calendar_file_are_frozen(
    school: School,
) -> None:
    made = approved(school)
    year = school.year_folder(YEAR)
    assert made.folder == year / "approved" / "1"
    names = {f"{name}.{end}" for name in ("report", "governors") for end in ("html", "docx", "pdf")}
    others = {"answers.toml", "next-review.ics", "manifest.toml"}
    assert set(files(made.folder)) == names | others
    for path in made.paths:
        assert path.parent == year
        assert path.read_bytes() == (made.folder / path.name).read_bytes()
    assert {path.name for path in made.paths} == {
        *("report.html", "report.docx", "report.pdf", "next-review.ics"),
    }
    page = (made.folder / "report.html").read_text(encoding="utf-8")
    assert "Approved on 4 December 2025." in page
    assert "Approved by the governing body on 4 December 2025 (minute FGB 7b)" in page
    assert 'class="draft"' not in page
    pages = (made.folder / "governors.html").read_text(encoding="utf-8")
    assert "For governors: SEN information report 2025-26" in pages
    assert "What the law asks, and where it is answered" in pages
    assert "How children and young people are involved" not in pages
    assert (made.folder / "answers.toml").read_bytes() == (year / "answers.toml").read_bytes()


@pytest.mark.usefixtures("writers")
def test_the_record_says_who_decided_what_and_when(school: School) -> None:
    made = approved(school, replace(DECISION, body="trust-board", by="  Helen\n Tarrant "))
    data = read_toml(made.folder / "manifest.toml").data
    del data["files"]
    assert data == {
        "format": 1,
        "number": 1,
        "year": YEAR,
        "who": "Helen Tarrant",
        "role": "Chair of governors",
        "on": ON,
        "body": "the trust board",
        "minute": "FGB 7b",
        "next_review": date(2026, 12, 4),
        "end": {},
    }
    assert [copy.approval for copy in copies(school.year_folder(YEAR))] == [made.approval]


@pytest.mark.usefixtures("writers")
def test_the_next_review_is_written_into_the_answers_and_the_day_before_stays_in_history(
    school: School,
) -> None:
    made = approved(school)
    year = school.year_folder(YEAR)
    answers = read_answers(year / "answers.toml")
    assert answers == made.answers
    assert answers.value(NEXT_REVIEW) == date(2026, 12, 4)
    assert (answers.get(NEXT_REVIEW).source, answers.approvals) == (Source.GIVEN, 1)
    assert "value = 2026-11-20" in (year / "history" / "texts.toml").read_text(encoding="utf-8")
    before = read_answers(saves(year)[0].path)
    assert (before.value(NEXT_REVIEW), before.approvals) == (OLD_REVIEW, 0)
    assert (
        "The next review was written as 20 November 2026; it is 4 December 2026 now." in made.told
    )


@pytest.mark.usefixtures("writers")
def test_what_was_not_saved_yet_is_saved_frozen_and_put_by(
    school: School, sitting: Sitting
) -> None:
    answers = edited(sitting.wizard.answers, "complaints", "Words of this minute.")
    made = approve(sitting, answers, 7, DECISION)
    assert made.answers.value("complaints") == "Words of this minute."
    assert read_answers(made.folder / "answers.toml") == made.answers == sitting.saved
    assert sitting.settled == made.answers
    assert sitting.save(answers, 6) is False


@pytest.mark.usefixtures("writers")
def test_a_year_without_a_day_for_its_review_gets_one(school: School) -> None:
    change(school, NEXT_REVIEW, None)
    made = approved(school, replace(DECISION, next_review=date(2026, 6, 1)))
    assert made.answers.value(NEXT_REVIEW) == date(2026, 6, 1)
    assert made.told == ()


@pytest.mark.usefixtures("writers")
def test_the_calendar_file_is_a_whole_day_with_a_reminder_a_month_before(school: School) -> None:
    made = approved(school)
    data = (made.folder / "next-review.ics").read_bytes()
    calendar = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 4)
    assert event.decoded("dtend") == date(2026, 12, 5)
    assert event.decoded("dtstamp").date() == ON
    school_name = "Larkfield Bridge Primary School"
    assert str(event["summary"]) == f"Look at the SEN information report again: {school_name}"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger").days == -30
    later = approved(school).folder / "next-review.ics"
    (again,) = Calendar.from_ical(later.read_bytes()).walk("VEVENT")
    assert again["uid"] == event["uid"]
    assert (event.decoded("sequence"), again.decoded("sequence")) == (1, 2)


@pytest.mark.usefixtures("writers")
def test_equal_answers_and_decisions_give_equal_bytes(school: School, tmp_path: Path) -> None:
    other = replace(school, folder=acts.make_demo(school, tmp_path / "another"))
    first, second = approved(school), approved(other)
    assert files(first.folder) == files(second.folder)


def test_the_pages_for_governors_say_how_what_was_kept_was_checked(
    school: School, sitting: Sitting, writers: Writers
) -> None:
    answers = sitting.wizard.answers
    kept = replace(answers.get("complaints"), source=Source.KEPT, how="asked the head")
    silent = replace(answers.get("bullying"), source=Source.KEPT)
    answers = answers.with_answer("complaints", kept).with_answer("bullying", silent)
    approve(sitting, answers, 1, DECISION)
    pages = str(report_of(writers, "governors"))
    assert "How what was kept was checked" in pages
    assert "asked the head" in pages
    assert "1 answer was kept as still true without saying how." in pages
    assert "asked the head" not in str(report_of(writers, "report"))
    assert not report_of(writers, "governors").parts[0].new_page


# -- afterwards -------------------------------------------------------------------------


@pytest.mark.usefixtures("writers")
def test_an_edit_leaves_the_copy_and_shows_as_changed_since_approval(school: School) -> None:
    approved(school)
    before = frozen(school)
    for question in ("complaints", "bullying", "medicines"):
        change(school, question, "Other words.")
    assert frozen(school) == before
    written = write_report(school, YEAR, Wanted((Format.HTML,)))
    assert written.report.state == "Changed since approval: 3 answers"
    assert not written.report.draft
    assert "Since then 3 answers have changed, and nobody has approved that yet." in (
        written.report.facts
    )
    (status, _), bad = acts.all_status(school)
    assert (status.state, status.changed, bad) == ("changed", 3, [])
    assert status.state_in_words == "changed since approval: 3 answers"


@pytest.mark.usefixtures("writers")
def test_words_that_are_put_back_are_no_change_and_a_reminder_is_none_either(
    school: School, sitting: Sitting
) -> None:
    made = approve(sitting, sitting.wizard.answers, 1, DECISION)
    answers = edited(made.answers, "complaints", "Other words.")
    assert standing(school, sitting.bank, answers).changed == 1
    back = answers.with_answer("complaints", made.answers.get("complaints"))
    noted = back.with_answer("bullying", replace(back.get("bullying"), note="ask"))
    assert standing(school, sitting.bank, noted).changed == 0


@pytest.mark.usefixtures("writers")
def test_approve_edit_approve_again_leaves_both_copies_exact(school: School) -> None:
    approved(school)
    first = frozen(school)
    change(school, "complaints", "Other words.")
    made = approved(school, replace(DECISION, on=date(2026, 2, 1)))
    assert made.number == 2
    both = frozen(school)
    assert first.items() < both.items()
    change(school, "complaints", "Words of another day.")
    assert frozen(school) == both
    assert read_answers(made.folder / "answers.toml").value("complaints") == "Other words."
    assert standing(school, real_bank(), made.answers, verify=True).problems == ()


@pytest.mark.usefixtures("writers")
def test_after_an_approval_the_report_is_no_draft_whatever_is_taken_out(school: School) -> None:
    approved(school)
    change(school, "complaints", None)
    report = write_report(school, YEAR, Wanted((Format.HTML,))).report
    assert (report.state, report.draft) == ("Changed since approval: 1 answer", False)
    (gap,) = (each for each in walk(report.parts) if isinstance(each, OpenGap))
    assert gap.sentence == "We have not written this part yet."


# -- what stands in the way -------------------------------------------------------------


def test_each_stop_is_named_and_nothing_is_written(school: School, writers: Writers) -> None:
    change(school, "complaints", None)
    before = files(school.year_folder(YEAR))
    with pytest.raises(StopError) as refused:
        approved(school)
    assert refused.value.exit_code == 1
    assert "“What can I do if I am not happy with the help?” has no answer yet." in str(
        refused.value
    )
    assert [each.question for each in refused.value.findings] == ["complaints"]
    assert refused.value.can_be_accepted
    assert files(school.year_folder(YEAR)) == before
    assert writers.given == []


@pytest.mark.usefixtures("writers")
def test_after_ten_stops_the_rest_are_counted(school: School) -> None:
    with pytest.raises(StopError) as refused:
        approve_year(school, "2026-27", replace(DECISION, on=date(2026, 11, 20)), noon)
    lines = str(refused.value).splitlines()
    assert len(lines) == 12
    assert lines[-1] == f"  And {len(refused.value.findings) - 10} more."


def test_gaps_are_accepted_knowingly_and_each_says_whom_to_ask(
    school: School, writers: Writers
) -> None:
    change(school, "complaints", None)
    change(school, "mental-health", None)
    made = approved(school, replace(DECISION, gaps_reason="The rest follows in January."))
    assert made.approval.gaps == ("mental-health", "complaints")
    data = read_toml(made.folder / "manifest.toml").data
    assert (data["gaps"], data["gaps_reason"]) == (
        ["mental-health", "complaints"],
        "The rest follows in January.",
    )
    report = report_of(writers, "report")
    gaps = {each.sentence for each in walk(report.parts) if isinstance(each, OpenGap)}
    assert gaps == {"We have not written this part yet. Ask the SENCO, or the school office."}
    assert (report.state, report.draft) == ("Approved on 4 December 2025", False)
    assert "The rest follows in January." not in str(report)
    assert "The rest follows in January." in str(report_of(writers, "governors"))


@pytest.mark.usefixtures("writers")
def test_a_reason_for_gaps_where_there_are_none_leaves_no_gaps_in_the_record(
    school: School,
) -> None:
    made = approved(school, replace(DECISION, gaps_reason="In case."))
    assert (made.approval.gaps, made.approval.gaps_reason) == ((), "")


@pytest.mark.usefixtures("writers")
def test_another_school_s_name_never_passes(school: School, sitting: Sitting) -> None:
    answers = replace(sitting.wizard.answers, began=Began("2024-25", "Oakfield Academy"))
    answers = edited(answers, "complaints", "Write to Oakfield Academy.")
    for decision in (DECISION, replace(DECISION, gaps_reason="We know.")):
        with pytest.raises(StopError, match="Names another school: Oakfield Academy") as refused:
            approve(sitting, answers, 1, decision)
        assert not refused.value.can_be_accepted
    assert frozen(school) == {}
