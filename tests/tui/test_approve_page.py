"""Approve and lock by keys alone: no mistake loses a word, and a copy stands at the end."""

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sendwizard.core.answers import Answer, Answers, Began
from sendwizard.core.approval import Approval
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.store.approved import freeze, newest_copy
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.small_pages import WaitPage
from tests.tui.around import approved, at_home, from_menu, on_disk_as, pick, see, words_on, write
from tests.tui.test_fields_by_keys import on_disk, until
from tests.worlds import QUESTIONS, YEAR, filled
from tests.writers import Writers

NAME = ("Jo Bell", "Chair")


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A folder of its own."""
    return School(tmp_path / "school", QUESTIONS, None)


@pytest.fixture(autouse=True)
def quick_writers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are written in no time, but for the test that builds a whole one."""
    if "whole" not in request.node.name:
        monkeypatch.setattr("sendwizard.office.reporting.render", Writers())


def without(answers: Answers, *gone: str) -> Answers:
    """The same answers with gaps."""
    return replace(answers, by_id={k: each for k, each in answers.by_id.items() if k not in gone})


async def to_the_form(app: SendwizardApp, pilot: Pilot[None]) -> None:
    """From home to the form."""
    await pick(pilot, app, "Approve and lock")
    await pick(pilot, app, "The trust board")
    await see(pilot, app, "Minute")


async def test_a_whole_report_is_approved_locked_and_put_on_the_website(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await to_the_form(app, pilot)
        await write(pilot, *NAME, "12 Nov 2026", "FGB 7", "1/11/2027")
        await see(pilot, app, "The trust board approves the report of 2026-27.")
        assert "Jo Bell, Chair, on 12 November 2026, minute: FGB 7" in words_on(app)
        assert "Next review: 1 November 2027" in words_on(app)
        await pilot.press("enter")
        await see(pilot, app, "The locked copy is in")
        assert "next-review.ics" in words_on(app)
        await pilot.press("enter")
        await see(pilot, app, "Council sent the link")
        await write(pilot, "s.example/send", "1/11/2026", "")
        await see(pilot, app, "1 November 2026 is before the approval")
        await write(pilot, "20/11/2026", "")
        await until(lambda: app.screen is app.page, pilot)
    copy = newest_copy(school.year_folder(YEAR))
    assert copy is not None
    assert (copy.approval.by, copy.approval.body) == ("Jo Bell", "the trust board")
    saved = on_disk(school)
    assert saved.approvals == 1
    assert saved.published is not None
    assert saved.published.address == "https://s.example/send"
    assert saved.published.council_told is None


async def test_each_wrong_box_is_told_beside_it_and_nothing_typed_is_lost(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await to_the_form(app, pilot)
        await write(pilot, "", "Chair", "soon", "FGB 7", "")
        await see(pilot, app, "Write the name of the person who signs.")
        assert "Write the date as 12 March 2026" in words_on(app)
        await write(pilot, "Jo")
        await pilot.press("tab", "ctrl+u", *"24/11/35", "f8")
        await see(pilot, app, "24 November 2035 is long after the school year")
        assert "FGB 7" in words_on(app)
        await pilot.press("escape")
        await see(pilot, app, "Who decides?")
        await pilot.press("1")
        await see(pilot, app, "FGB 7")
        assert "24/11/35" in words_on(app)


async def test_twelve_months_are_counted_from_the_day_that_was_written(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await to_the_form(app, pilot)
        assert "23 November 2027" in words_on(app)
        await write(pilot, *NAME, "2/11/2026")
        await pilot.press("f8")
        await see(pilot, app, "Next review: 2 November 2027")


async def test_a_review_that_was_answered_this_year_stands_in_its_box(school: School) -> None:
    on_disk_as(school, filled().with_answer("next-review", Answer(date(2027, 6, 21))))
    async with at_home(school) as (app, pilot):
        await to_the_form(app, pilot)
        assert "21 June 2027" in words_on(app)


async def test_what_stands_in_the_way_is_listed_and_leads_there(school: School) -> None:
    on_disk_as(school, without(filled(), "complaints", "hear-pupils"))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Approve and lock")
        await see(pilot, app, "2 things stand in the way")
        await pilot.press("enter")
        await until(lambda: app.screen is app.page, pilot)
        assert app.wizard.at in ("complaints", "hear-pupils")


async def test_governors_may_accept_gaps_with_a_reason(school: School) -> None:
    on_disk_as(school, without(filled(), "complaints"))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Approve and lock")
        await see(pilot, app, "Governors accept these gaps")
        await pilot.press("1")
        await see(pilot, app, "Why they accept them")
        await pilot.press("enter")
        await see(pilot, app, "the record has to say it")
        await write(pilot, "By Easter")
        await pick(pilot, app, "The governing body")
        await see(pilot, app, "Minute")
        await write(pilot, *NAME)
        await pilot.press("f8")
        await see(pilot, app, "Accepted with 1 gap: By Easter")
        await pilot.press("enter")
        await see(pilot, app, "The locked copy is in")
    copy = newest_copy(school.year_folder(YEAR))
    assert copy is not None
    assert copy.approval.gaps == ("complaints",)


async def test_another_schools_name_can_never_be_accepted(school: School) -> None:
    answers = replace(filled(), began=Began("2025-26", "Oakfield Primary School"))
    on_disk_as(school, answers.with_answer("complaints", Answer("Ask Oakfield Primary School.")))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Approve and lock")
        await see(pilot, app, "This cannot be accepted by anybody")
        assert "accept these gaps" not in words_on(app)


async def test_what_cannot_be_read_yet_stands_in_the_way(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await pilot.press("escape")
        app.go_to("next-review")
        await pilot.press("x")
        await from_menu(pilot, app, "Home")
        await pick(pilot, app, "Approve and lock")
        await see(pilot, app, "cannot be read yet")


async def test_a_copy_that_cannot_be_written_is_said_and_the_form_stands_as_it_was(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Path:
        raise UnwritableError("The disk is full. Nothing was locked.")

    monkeypatch.setattr("sendwizard.office.approving.freeze", full)
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await to_the_form(app, pilot)
        await write(pilot, *NAME)
        await pilot.press("f8")
        await see(pilot, app, "a last look")
        await pilot.press("enter")
        await see(pilot, app, "The disk is full.")
        assert "Jo Bell" in words_on(app)
    assert on_disk(school).approvals == 0


async def test_leaving_while_the_copy_is_made_ends_with_the_copy(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever leaves by then has still approved: the answers say so, and no edit is lost."""
    gate = threading.Event()

    def slowly(folder: Path, number: int, files: Mapping[str, bytes], made: Approval) -> Path:
        gate.wait(20)
        return freeze(folder, number, files, made)

    monkeypatch.setattr("sendwizard.office.approving.freeze", slowly)
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await to_the_form(app, pilot)
        await write(pilot, *NAME)
        await pilot.press("f8")
        await see(pilot, app, "a last look")
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, WaitPage), pilot)
        await pilot.press("x", "escape", "f12")
        gate.set()
    assert on_disk(school).approvals == 1
    assert newest_copy(school.year_folder(YEAR)) is not None


async def test_a_dropped_line_in_the_middle_of_the_form_saves_the_answers(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await pilot.press("escape")
        app.go_to("first-contact")
        await pilot.press("exclamation_mark")
        await from_menu(pilot, app, "Home")
        await to_the_form(app, pilot)
        await pilot.press(*"Jo")
        app._leave()  # what a hang-up does
    assert str(on_disk(school).value("first-contact")).endswith("!")


async def test_something_that_changed_is_approved_as_a_small_change(school: School) -> None:
    answers = approved(school, filled())
    on_disk_as(school, answers.with_answer("complaints", Answer("Ask the office.")))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Something has changed")
        await see(pilot, app, "Changed since then: 1 answer")
        await pick(pilot, app, "as a small change")
        await see(pilot, app, "What changed, and why")
        await write(pilot, "New office", "Mr Lee", "Head", "20/11/2026")
        await see(pilot, app, "Updated 20 November 2026: New office")
        await pilot.press("enter")
        await see(pilot, app, "Approved on 20 November 2026")
    copy = newest_copy(school.year_folder(YEAR))
    assert copy is not None
    assert (copy.number, copy.approval.updates[0].text) == (2, "New office")
    assert on_disk(school).approvals == 2


async def test_before_anything_changed_the_page_leads_to_the_questions(school: School) -> None:
    approved(school, filled())
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Something has changed")
        await see(pilot, app, "Nothing has been changed since then yet.")
        await pilot.press("enter")
        await see(pilot, app, "Contents")


async def test_a_gap_that_nobody_accepted_stands_in_the_way_of_a_small_change(
    school: School,
) -> None:
    answers = approved(school, filled())
    on_disk_as(school, without(answers, "complaints"))
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Something has changed")
        await pick(pilot, app, "as a small change")
        await see(pilot, app, "1 thing stands in the way")
        assert "accept these gaps" not in words_on(app)
        await pilot.press("enter")
        await until(lambda: app.wizard.at == "complaints", pilot)


async def test_the_label_of_the_box_that_has_the_focus_stands_out(school: School) -> None:
    on_disk_as(school, filled())
    async with at_home(school) as (app, pilot):
        await pick(pilot, app, "Approve and lock")
        await pick(pilot, app, "The governing body")
        await see(pilot, app, "Minute")
        for place in (1, 2):
            await pilot.press("tab")
            labels = [each.styles.color for each in app.screen.query(".form-row Label")]
            quiet = labels[0]
            assert [n for n, colour in enumerate(labels) if colour != quiet] == [place]
