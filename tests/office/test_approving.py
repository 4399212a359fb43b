"""Approve and lock: what governors decided is frozen, and nothing that comes later changes it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from sendwizard.core.answers import Answer, Answers, Began, Published, Source
from sendwizard.core.approval import Approval
from sendwizard.core.bank import NEXT_REVIEW
from sendwizard.errors import (
    LockedError,
    SendwizardError,
    UnreadableError,
    UnwritableError,
    UsageError,
)
from sendwizard.office import acts, approving, publishing, reporting
from sendwizard.office import sitting as sitting_room
from sendwizard.office.approving import Decision, StopError, approve, approve_year, standing
from sendwizard.office.folders import School
from sendwizard.office.publishing import publication, publish, published
from sendwizard.office.reporting import Format, Wanted, write_report
from sendwizard.office.sitting import Sitting, open_year
from sendwizard.report.model import OpenGap, Report, walk
from sendwizard.store import atomic
from sendwizard.store.answers_file import read_answers
from sendwizard.store.approved import copies
from sendwizard.store.history import saves
from sendwizard.store.toml_read import read_toml
from tests.worlds import real_bank
from tests.writers import Writers

YEAR = "2025-26"
ON = date(2025, 12, 4)
DECISION = Decision("Helen Tarrant", "Chair of governors", ON, minute="FGB 7b")
SMALL = Decision("Sue Lee", "Headteacher", date(2026, 3, 12), small_change="new SENCO.")
OLD_REVIEW = date(2026, 11, 20)


def noon() -> datetime:
    """The clock of these tests stands still."""
    return datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - a sitting's clock is UTC without a zone


@pytest.fixture(autouse=True)
def one_bank(monkeypatch: pytest.MonkeyPatch) -> None:
    """The questions are read once for all of these tests."""
    for room in (acts, publishing, reporting, sitting_room):
        monkeypatch.setattr(room, "load_bank", lambda _: real_bank())


def approved(school: School, decision: Decision = DECISION) -> approving.Approved:
    """The demo's finished year, approved by script."""
    return approve_year(school, YEAR, decision, noon)


def sit(school: School) -> Sitting:
    return open_year(school, YEAR, clock=noon)


@pytest.fixture
def sitting(school: School) -> Iterator[Sitting]:
    """The demo's finished year, open."""
    with sit(school) as opened:
        yield opened


def edited(answers: Answers, question: str, value: str | None) -> Answers:
    """The answers with other words for a question, or without it."""
    return answers.with_answer(question, Answer(value, on=date(2025, 11, 30)))


def change(school: School, question: str, value: str | None) -> None:
    """The same, on disk."""
    with sit(school) as opened:
        opened.leave(edited(opened.wizard.answers, question, value), 1)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and below it, but for the lock and its holder."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.name.startswith(".lock")
    }


def frozen(school: School) -> dict[str, bytes]:
    return files(school.year_folder(YEAR) / "approved")


def report_of(writers: Writers, name: str) -> Report:
    """The report, or the pages for governors, of the last approval."""
    return writers.reports[-6 if name == "report" else -1]


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
        with pytest.raises(StopError, match="names another school: Oakfield Academy") as refused:
            approve(sitting, answers, 1, decision)
        assert not refused.value.can_be_accepted
    assert frozen(school) == {}


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


# -- copies that were altered or lost ---------------------------------------------------


def told(school: School) -> list[str]:
    _, bad = acts.all_status(school)
    assert all(isinstance(each, SendwizardError) for each in bad)
    return [str(each) for each in bad]


@pytest.mark.usefixtures("writers")
def test_status_speaks_only_where_a_copy_was_altered_or_lost(school: School) -> None:
    first = approved(school).folder
    assert told(school) == []
    (first / "report.html").write_text("other")
    (altered,) = told(school)
    assert "report.html has been altered" in altered
    second = approved(school).folder
    second.rename(second.with_name("mislaid"))
    altered, lost = sorted(told(school), key=len, reverse=True)
    assert "approved copy 2 is lost" in lost
    assert approved(school).number == 3


@pytest.mark.usefixtures("writers")
@pytest.mark.parametrize("broken", ["", "not TOML"])
@pytest.mark.parametrize("name", ["manifest.toml", "answers.toml"])
def test_a_record_that_cannot_be_read_is_told_and_the_report_waits_until_it_can(
    school: School, name: str, broken: str
) -> None:
    path = approved(school).folder / name
    if broken:
        path.write_text(broken)
    else:
        path.unlink()
    (why,) = told(school)
    assert name in why
    with pytest.raises(UnreadableError, match=name.replace(".", r"\.")):
        write_report(school, YEAR, Wanted((Format.HTML,)))
    with pytest.raises(UnreadableError):
        approved(school, SMALL)
    with pytest.raises(UnreadableError):
        publish(school, YEAR, Published("https://www.school.example"), noon)
    again = approved(school)
    assert any(name in each for each in again.told)
    assert write_report(school, YEAR, Wanted((Format.HTML,))).report.state.startswith("Approved")


# -- on the website ---------------------------------------------------------------------


ADDRESS = "https://www.larkfieldbridge.example/send"


def status_of(school: School) -> acts.YearStatus:
    return acts.all_status(school)[0][0]


@pytest.mark.usefixtures("writers")
def test_approved_is_not_yet_on_the_website_until_somebody_says_so(school: School) -> None:
    approved(school)
    assert status_of(school).state_in_words == "approved, not yet on the website"
    said = Published("www.larkfieldbridge.example/send", date(2025, 12, 10))
    found = publish(school, YEAR, said, noon)
    assert found.known == Published(ADDRESS, date(2025, 12, 10))
    assert status_of(school).state_in_words == "approved, on the website"
    publish(school, YEAR, Published(council_told=date(2025, 12, 11)), noon)
    known = publication(school, YEAR).known
    assert known == Published(ADDRESS, date(2025, 12, 10), date(2025, 12, 11))
    assert status_of(school).state == "approved"


@pytest.mark.usefixtures("writers")
def test_a_later_approval_has_to_go_onto_the_website_again(school: School) -> None:
    approved(school)
    publish(school, YEAR, Published(ADDRESS, date(2025, 12, 10)), noon)
    approved(school, SMALL)
    assert not status_of(school).published
    publish(school, YEAR, Published(on=SMALL.on), noon)
    assert status_of(school).published


@pytest.mark.usefixtures("writers")
@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Published("not an address"), "whole web address"),
        (Published(ADDRESS, date(2025, 12, 3)), "before the approval"),
        (Published(ADDRESS, council_told=date(2025, 12, 3)), "before the approval"),
    ],
)
def test_what_cannot_be_said_of_a_publication_is_wrong_usage(
    school: School, said: Published, words: str
) -> None:
    approved(school)
    with pytest.raises(UsageError, match=words):
        publish(school, YEAR, said, noon)
    assert publication(school, YEAR).known == Published()


def test_what_nobody_approved_is_not_published(school: School) -> None:
    with pytest.raises(UsageError, match="not been approved yet"):
        publish(school, YEAR, Published(ADDRESS), noon)
    assert published(Answers(YEAR, "england", "2026.11"), Published()).published is None


# -- how a year stands ------------------------------------------------------------------


def test_a_review_is_past_the_day_after(school: School) -> None:
    status = status_of(school)
    assert status.next_review == OLD_REVIEW
    assert not status.review_is_past(OLD_REVIEW)
    assert status.review_is_past(date(2026, 11, 21))


@pytest.mark.usefixtures("writers")
def test_a_review_that_was_taken_out_of_the_answers_still_stands_as_decided(
    school: School,
) -> None:
    approved(school)
    change(school, NEXT_REVIEW, None)
    assert status_of(school).next_review == date(2026, 12, 4)


def test_a_year_says_how_much_is_to_look_at_and_how_much_is_new(school: School) -> None:
    _, this = acts.all_status(school)[0]
    assert this.to_look_at > 0
    assert this.new > 0
    assert (this.state_in_words, this.approval, this.published) == ("draft", None, False)


def test_the_day_of_the_last_decision_is_that_of_the_newest_change() -> None:
    assert Approval("H", "C", ON, "the governing body").latest == ON
