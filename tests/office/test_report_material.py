"""What the office puts into a report: the annex, the year before, the letterhead and the sign."""

from dataclasses import replace
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office import reporting
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.office.reporting import Format, Layout, Report, Wanted, write_report
from sendwizard.report.model import Entry, Sheet, Values, walk
from sendwizard.report.render import Letterhead
from sendwizard.store.bank_files import load_bank
from sendwizard.store.safe_read import LETTERHEAD
from tests.writers import Writers

YEAR = "2025-26"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def part_ids(report: Report) -> set[str]:
    return {part.id for part in report.parts}


# -- what is in it ----------------------------------------------------------------------


@pytest.mark.usefixtures("writers")
@pytest.mark.parametrize(
    ("layout", "annex", "there"),
    [
        (Layout.QUESTIONS, None, False),
        (Layout.STATUTORY, None, True),
        (Layout.STATUTORY, False, False),
        (Layout.QUESTIONS, True, True),
        (Layout.SUMMARY, True, True),
        (Layout.PROFORMA, None, False),
    ],
)
def test_the_pages_for_governors_are_in_statutory_unless_told(
    school: School, layout: Layout, annex: bool | None, there: bool
) -> None:
    wanted = Wanted((Format.HTML,), layout=layout, annex=annex)
    assert ("for-governors" in part_ids(write_report(school, YEAR, wanted).report)) is there


@pytest.mark.usefixtures("writers")
def test_what_families_can_expect_is_in_the_form_when_asked_for(school: School) -> None:
    bank = load_bank(school.questions)
    council = Answer("north-yorkshire")
    answers = readable(school, bank, YEAR).with_answer("local-authority", council)
    for expectations in (False, True):
        wanted = Wanted((Format.HTML,), Layout.PROFORMA, expectations=expectations)
        report = reporting.write_report_of(school, bank, answers, wanted).report
        (sheet,) = (item for item in walk(report.parts) if isinstance(item, Sheet))
        assert (len(sheet.header) == 3) is expectations


def what_changed(report: Report) -> Entry:
    (part,) = (part for part in report.parts if part.id == "for-governors")
    entry = part.items[0]
    assert isinstance(entry, Entry)
    return entry


@pytest.mark.usefixtures("writers")
def test_governors_see_what_changed_since_the_year_before(school: School) -> None:
    wanted = Wanted((Format.HTML,), annex=True)
    assert isinstance(what_changed(write_report(school, None, wanted).report).bodies[0], Values)
    alone = what_changed(write_report(school, YEAR, wanted).report)
    assert "no earlier year" in str(alone.bodies)


@pytest.mark.usefixtures("writers")
def test_a_year_before_that_cannot_be_read_does_not_hold_this_one_up(school: School) -> None:
    (school.year_folder("2026-27") / "last-year.toml").write_text("cut sho")
    written = write_report(school, None, Wanted((Format.HTML,), annex=True))
    assert "no earlier year" in str(what_changed(written.report).bodies)


# -- the letterhead and the sign --------------------------------------------------------


def test_the_letterhead_of_the_folder_is_taken_and_a_named_one_goes_before_it(
    school: School, writers: Writers, tmp_path: Path
) -> None:
    wanted, named = Wanted((Format.WORD,)), tmp_path / "trust.dotx"
    write_report(school, YEAR, wanted)
    (school.folder / "letterhead.docx").write_bytes(b"ours")
    write_report(school, YEAR, wanted)
    named.write_bytes(b"theirs")
    write_report(school, YEAR, replace(wanted, word_template=named))
    ours = Letterhead(str(school.folder / "letterhead.docx"), b"ours")
    assert writers.letterheads == [None, ours, Letterhead(str(named), b"theirs")]


def test_a_letterhead_that_is_named_and_not_there_is_wrong_usage(
    school: School, writers: Writers, tmp_path: Path
) -> None:
    (school.folder / "letterhead.docx").write_bytes(b"ours")
    for named in (tmp_path / "gone.docx", tmp_path):
        with pytest.raises(UsageError, match="no file"):
            write_report(school, YEAR, Wanted(word_template=named))
    assert writers.given == []


def test_a_letterhead_is_no_larger_than_it_can_be_and_is_read_for_word_alone(
    school: School, writers: Writers
) -> None:
    with (school.folder / "letterhead.docx").open("wb") as file:
        file.truncate(LETTERHEAD.most + 1)
    with pytest.raises(UnreadableError, match=r"letterhead\.docx is larger than 20 MB"):
        write_report(school, YEAR, Wanted())
    write_report(school, YEAR, Wanted((Format.HTML,)))
    assert writers.letterheads == [None]


def test_the_sign_of_the_folder_is_taken_whatever_its_kind(
    school: School, writers: Writers
) -> None:
    assert write_report(school, YEAR, Wanted((Format.HTML,))).report.look.logo is None
    (school.folder / "logo.svg").write_bytes(SVG)
    logo = write_report(school, YEAR, Wanted((Format.HTML,))).report.look.logo
    assert logo is not None
    assert (logo.data, logo.media_type) == (SVG, "image/svg+xml")


@pytest.mark.usefixtures("writers")
def test_a_light_colour_is_darkened_and_told(school: School) -> None:
    bank = load_bank(school.questions)
    answers = readable(school, bank, YEAR).with_answer("own-colour", Answer("#ffee00"))
    written = reporting.write_report_of(school, bank, answers, Wanted((Format.HTML,)))
    assert written.report.look.colour != "#ffee00"
    (told,) = written.told
    assert "#ffee00" in told
