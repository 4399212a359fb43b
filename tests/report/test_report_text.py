"""The report in plain lines, for plain mode and the screen."""

from dataclasses import replace
from datetime import date

from sendwizard.report.build import build_report
from sendwizard.report.entries import Material
from sendwizard.report.lines import BULLET, entry_lines, report_lines
from sendwizard.report.model import (
    Card,
    Cell,
    CellKind,
    Entry,
    Grid,
    Layout,
    Note,
    OpenGap,
    Part,
    Prose,
    Report,
    Row,
    Sheet,
    Values,
)
from sendwizard.report.plain import report_text
from sendwizard.report.prose import parse_prose
from tests.worlds import filled, real_bank


def saying(*bodies: object) -> str:
    """What the lines say of an entry with these bodies, without its question."""
    entry = Entry("some-id", "Who?", bodies)  # type: ignore[arg-type]  # each test's own bodies
    return "\n".join(f"{' ' * e.indent}{e.mark}{e.text}" for e in entry_lines(entry)[1:])


def test_paragraphs_lists_and_lists_in_lists_keep_their_shape() -> None:
    prose = Prose(parse_prose("One **two**.\n\n- a\n  1. b\n  2. c\n- d\n\nLast"))
    assert saying(prose) == "One two.\n\n• a\n  1. b\n  2. c\n• d\n\nLast"


def test_a_list_at_once_in_a_list_has_both_marks() -> None:
    assert saying(Prose(parse_prose("- - a"))) == "• \n  • a"


def test_a_link_says_where_it_leads_and_an_address_says_it_once() -> None:
    said = saying(Prose(parse_prose("[Us](https://a.example) and <https://b.example>")))
    assert said.startswith("Us (https://a.example) and")
    mail = Values((Cell("office@school.example", CellKind.EMAIL),))
    assert saying(mail) == "office@school.example"
    assert saying(Note("Look here", "https://a.example")) == "Look here (https://a.example)"


def test_a_table_is_read_row_by_row_with_its_headers_and_without_empty_cells() -> None:
    grid = Grid(("Name", "Phone"), ((Cell("Ann"), Cell("1")), (Cell("Bo"), Cell(""))))
    assert saying(grid) == f"{BULLET}Name: Ann\n  Phone: 1\n{BULLET}Name: Bo"
    assert saying(Card((("Name", Cell("Ann")),))) == "Name: Ann"


def test_a_gap_says_so_and_names_the_law() -> None:
    assert saying(OpenGap("Not written yet.", ("para 3",))) == (
        "Gap: Not written yet. The law asks for this: para 3."
    )


def test_the_councils_form_is_read_row_by_row() -> None:
    row = Row("r", "Row 1", ((Values((Cell("yes"),)),), (Note("Ours"),)))
    part = Part("p", "The form", (Sheet("", ("We say", "It asks"), (row,)),))
    made = Report("T", "School", "2026-27", Layout.PROFORMA, "Draft", "", (), None, (part,))
    assert report_text(made).splitlines()[5:] == [
        *("Part: The form", "", "Part: Row 1", "", "Question: We say", "", "yes"),
        *("", "Question: It asks", "", "Ours"),
    ]


def test_every_entry_of_the_report_begins_once_and_all_its_words_are_there() -> None:
    report = build_report(Material(real_bank(), filled()))
    begun = [line.entry for line in report_lines(report) if line.entry]
    assert len(begun) == len(set(begun)) > 20
    text = report_text(report)
    for words in (report.whole_title, report.school, f"{report.state}.", *report.facts):
        assert f"{words}\n" in text
    assert text.endswith("\n")
    assert "Words for adapt-curriculum" in text


def test_a_draft_says_so_first() -> None:
    answers = filled()
    by_id = {key: each for key, each in answers.by_id.items() if key != "complaints"}
    report = build_report(Material(real_bank(), replace(answers, by_id=by_id)))
    assert report.opening in report_text(report)
    assert "Gap:" in report_text(report)
    assert date.today().isoformat() not in report_text(report)  # noqa: DTZ011 - only its digits
