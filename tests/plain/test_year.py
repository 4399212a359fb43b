"""The year's own words in plain mode: home, the report, approved, put right, published."""

from datetime import date

import pytest

from sendwizard.core.answers import Answer
from tests.plain.conftest import Place, Talk
from tests.worlds import answers_of, filled

SIGNED = ("1", "Ann Lee", "Chair of governors", "", "item 7", "")


@pytest.fixture
def whole(place: Place) -> Place:
    """Nothing is missing."""
    place.write(filled())
    return place


def test_home_says_each_year_the_review_and_the_folder(talk: Talk, whole: Place) -> None:
    past = Answer(date(2026, 11, 23), on=date(2025, 11, 23))
    whole.write(filled().with_answer("next-review", past))
    said = talk("home", at="money")
    assert "2026-27: complete, waiting for governors" in said
    assert f"Folder: {whole.folder}" in said
    assert "Next review: 23 November 2026, which is past" in said


def test_a_report_is_built_and_says_where_it_can_be_collected(talk: Talk, place: Place) -> None:
    said = talk("report", collect="Fetch it from S:/{year}.", at="money")
    assert "Draft, " in said
    assert f"\n{place.year / 'report.html'}\n" in said
    assert "Fetch it from S:/2026-27." in said
    assert (place.year / "report.html").is_file()


def test_the_other_layouts_are_built(talk: Talk, place: Place) -> None:
    assert "Your report, 12 files:" in talk("layouts", at="money")
    assert (place.year / "report-proforma.pdf").is_file()


def test_the_report_is_read_out_as_it_stands_and_nothing_is_written(
    talk: Talk, place: Place
) -> None:
    place.write(answers_of(school_type="pru", school_has=("primary",), money="We pay."))
    said = talk("preview", "with the open question", at="money")
    assert "The report as it stands. Draft, " in said
    assert "\nWe pay.\n" in said
    assert not list(place.year.glob("report*"))
    said = talk("preview", "1", "", at="money")
    assert "lines left. More, or an empty line to stop" in said
    whole = talk("preview", "1", *["more"] * 30, at="money")
    assert whole.count("Question: ") > said.count("Question: ")
    assert "\nWe pay.\n" in whole


def test_a_report_is_approved_and_its_copy_locked(talk: Talk, whole: Place) -> None:
    said = talk("approve", *SIGNED, "yes", at="money")
    assert "Signed by Ann Lee, Chair of governors, on 24 November 2026, minute: item 7." in said
    assert "Approved on 24 November 2026." in said
    assert f"The locked copy is in {whole.year / 'approved' / '1'}" in said
    assert whole.answers.approvals == 1
    assert whole.value("next-review") == date(2027, 11, 23)
    assert "approved on 24 November 2026, not yet on the website" in talk("home", at="money")
    assert "nothing to take back" in talk("approve", *SIGNED, "yes", "undo", at="money")


@pytest.mark.parametrize("answer", ["no", "", "back", "leave"])
def test_nothing_is_approved_without_a_yes(talk: Talk, whole: Place, answer: str) -> None:
    talk("approve", *SIGNED, answer, at="money")
    assert whole.answers.approvals == 0
    assert not (whole.year / "approved").exists()


def test_a_wrong_date_is_said_and_what_was_typed_stays(talk: Talk, whole: Place) -> None:
    said = talk(
        *("approve", "1", "Ann Lee", "Chair", "12 March 1999", "", "", "24 November 2026", "", ""),
        "yes",
        at="money",
    )
    assert "long before the school year 2026-27" in said
    assert whole.answers.approvals == 1


def test_a_form_goes_back_box_by_box_and_keeps_what_was_typed(talk: Talk, whole: Place) -> None:
    said = talk("approve", "1", "Ann Lee", "back", "", "back", "back", "approve", "1", at="money")
    assert "Back at the question." in said
    assert said.count("Name, now Ann Lee") == 3
    assert whole.answers.approvals == 0


def test_what_stands_in_the_way_is_named_and_leads_there(talk: Talk, place: Place) -> None:
    place.write(answers_of(school_type="pru"))
    said = talk("approve", "no", "1", at="money")
    assert "things stand in the way." in said
    assert place.at == "school-name"


def test_governors_accept_gaps_with_a_reason(talk: Talk, whole: Place) -> None:
    whole.write(filled().with_answer("complaints", Answer()))
    said = talk("approve", "yes", "", "Written by Easter.", *SIGNED, "yes", at="money")
    assert "the record has to say it" in said
    assert "Accepted with 1 gap: Written by Easter." in said
    assert whole.answers.approvals == 1


def test_what_cannot_be_read_yet_is_never_approved(talk: Talk, whole: Place) -> None:
    said = talk("many", "approve", "", at="roll")
    assert "What you typed cannot be taken yet." in said
    assert "Governors accept" not in said


def test_something_has_changed_is_approved_by_whom_governors_named(
    talk: Talk, whole: Place
) -> None:
    assert "has not been approved yet" in talk("something has changed", at="money")
    talk("approve", *SIGNED, "yes", at="money")
    assert "Change an answer, and come back." in talk("something has changed", at="money")
    talk("Ms B", "", "", at="governor")
    said = talk(*("something has changed", "New governor", "Bo Day", "Head", "", "yes"), at="money")
    assert "Changed since then: 1 answer." in said
    assert "The report says: Updated 24 November 2026: New governor" in said
    assert whole.answers.approvals == 2


def test_where_the_report_stands_is_noted_after_the_approval(talk: Talk, whole: Place) -> None:
    assert "has not been approved yet" in talk("published", at="money")
    talk("approve", *SIGNED, "yes", at="money")
    said = talk(
        *("published", "school", "school.example/send", "1/1/2020", "", "25/11/2026", ""),
        at="money",
    )
    assert "Write the whole web address" in said
    assert whole.answers.published is not None
    assert whole.answers.published.address == "https://school.example/send"
    assert whole.answers.published.on == date(2026, 11, 25)
