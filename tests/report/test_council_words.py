"""What families can expect of the council's form: our summary, and said to be ours."""

from sendwizard.core.answers import Answers
from sendwizard.report.model import Layout, Note, Part, Sheet
from tests.report.making import demo, only, report_of, the_bank, with_values

YORKSHIRE = "north-yorkshire"
SUMMARY = "What families can expect: our summary"


def form_of(answers: Answers, *, expectations: bool) -> tuple[list[Note], Sheet]:
    """The sentences above the form, and the form."""
    report = report_of(answers, Layout.PROFORMA, expectations=expectations)
    (part,) = (part for part in report.parts if part.id == "form")
    assert isinstance(part, Part)
    *notes, sheet = part.items
    assert isinstance(sheet, Sheet)
    return [note for note in notes if isinstance(note, Note)], sheet


def test_it_is_left_out_unless_asked_for() -> None:
    notes, sheet = form_of(with_values(demo(), local_authority=YORKSHIRE), expectations=False)
    assert notes == []
    assert SUMMARY not in sheet.header


def test_it_says_whose_words_they_are_when_they_were_checked_and_where_the_councils_own_are() -> (
    None
):
    overlay = the_bank().overlay(YORKSHIRE)
    assert overlay is not None
    notes, sheet = form_of(with_values(demo(), local_authority=YORKSHIRE), expectations=True)
    assert sheet.header[0] == SUMMARY
    words, link = notes
    assert "our summary, not the words of North Yorkshire Council" in words.text
    assert "checked on 23 November 2026" in words.text
    assert link.text == "What North Yorkshire Council says itself: its local offer"
    assert link.href == demo().value("local-offer")
    assert [len(row.cells) for row in sheet.rows] == [3] * len(overlay.rows)
    assert all(isinstance(row.cells[0][0], Note) and row.cells[0][0].text for row in sheet.rows)


def test_no_address_is_made_up_where_none_is_known() -> None:
    (words,) = form_of(only(local_authority=YORKSHIRE), expectations=True)[0]
    assert words.href == ""


def test_a_council_that_we_know_nothing_of_has_no_such_column() -> None:
    notes, sheet = form_of(with_values(demo(), local_authority="other"), expectations=True)
    assert notes == []
    assert SUMMARY not in sheet.header
