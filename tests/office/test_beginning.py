"""Beginning a year: everything comes across to be looked at, and nothing behind it changes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.route import Status, statuses
from sendwizard.core.wizard import Wizard
from sendwizard.errors import LockedError, UnreadableError, UnwritableError, UsageError
from sendwizard.office.beginning import begin, stand_beside
from sendwizard.office.checking import check_answers
from sendwizard.office.folders import School, find_school
from sendwizard.office.reading import began_with, last_report, own_year_before
from sendwizard.office.starting import BrokenYearError, OtherSchoolError, start_of
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.store.history import keep_save, saves
from sendwizard.store.lock import YearLock
from tests.worlds import DAY, answers_of, filled, real_bank

NOON = datetime(2027, 9, 6, 12)  # noqa: DTZ001 - the store takes UTC without a zone
BANK = real_bank()


@pytest.fixture
def ours(tmp_path: Path) -> School:
    """A school with a finished 2026-27."""
    return with_years(tmp_path / "ours", filled())


def with_years(folder: Path, *years: Answers) -> School:
    """A school's folder with these years."""
    for answers in years:
        write_answers(folder / answers.year / "answers.toml", answers)
    return find_school(folder)


def every_byte(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_every_answer_comes_across_unchecked_and_last_year_stays_as_it_is(ours: School) -> None:
    before = every_byte(ours.year_folder("2026-27"))
    begun = begin(ours, "2027-28", lambda: NOON)
    assert every_byte(ours.year_folder("2026-27")) == before
    answers = read_answers(begun.path)
    assert answers == begun.answers
    assert {each.source for each in answers.by_id.values() if each.says_something} == {
        Source.CARRIED
    }
    standing = statuses(BANK, answers)
    again = {q.id for q in BANK.questions if q.each_year == "ask-again"}
    for question_id in read_answers(ours.year_folder("2026-27") / "answers.toml").by_id:
        wanted = Status.UNANSWERED if question_id in again else Status.CARRIED
        assert standing[question_id] is wanted, question_id
    assert "came across from 2026-27" in begun.told[-1]
    assert len(saves(begun.path.parent)) == 1


def test_beginning_twice_changes_nothing(ours: School) -> None:
    begin(ours, "2027-28", lambda: NOON)
    before = every_byte(ours.folder)
    with pytest.raises(UsageError, match="begun already"):
        begin(ours, "2027-28", lambda: NOON)
    assert every_byte(ours.folder) == before


def test_two_people_do_not_begin_the_same_year_at_once(ours: School) -> None:
    with YearLock(ours.year_folder("2027-28")).take(NOON), pytest.raises(LockedError):
        begin(ours, "2027-28", lambda: NOON)
    assert begin(ours, "2027-28", lambda: NOON).path.exists()


@pytest.mark.parametrize("year", ["2027-29", "next year", "2027", "../2027-28", ""])
def test_what_is_no_school_year_begins_nothing(ours: School, year: str) -> None:
    before = every_byte(ours.folder)
    with pytest.raises(UsageError, match="not a school year"):
        begin(ours, year, lambda: NOON)
    assert every_byte(ours.folder) == before


def test_a_gap_of_years_is_said_and_the_newest_earlier_one_comes_across(ours: School) -> None:
    begun = begin(ours, "2029-30", lambda: NOON)
    assert begun.told[0].startswith("There are no answers for 2027-28 and 2028-29")
    assert begun.answers.began is not None
    assert begun.answers.began.year == "2026-27"


def test_an_empty_folder_begins_an_empty_year(tmp_path: Path) -> None:
    begun = begin(find_school(tmp_path / "new"), "2026-27", lambda: NOON)
    assert begun.answers == Answers("2026-27", "england", BANK.edition)
    assert begun.told == ()


def test_a_broken_last_year_offers_its_last_good_save(ours: School) -> None:
    folder = ours.year_folder("2026-27")
    keep_save(folder, filled(), NOON)
    (folder / "answers.toml").write_text("format = 1\n")
    before = every_byte(ours.folder)
    with pytest.raises(BrokenYearError, match="--from") as caught:
        begin(ours, "2027-28", lambda: NOON)
    assert every_byte(ours.folder) == before
    assert caught.value.save == saves(folder)[-1].path
    start = start_of(ours, BANK, "2027-28", source=str(caught.value.save), own=True)
    begun = begin(ours, "2027-28", lambda: NOON, start=start)
    assert begun.answers.value("teaching-approach") == filled().value("teaching-approach")


def test_a_broken_last_year_without_a_save_says_so(ours: School) -> None:
    (ours.year_folder("2026-27") / "answers.toml").write_text("")
    with pytest.raises(BrokenYearError, match="cut short") as caught:
        begin(ours, "2027-28", lambda: NOON)
    assert caught.value.save is None


def test_an_earlier_year_may_be_named_and_a_later_one_not(ours: School) -> None:
    write_answers(
        ours.year_folder("2025-26") / "answers.toml",
        replace(answers_of(first_contact="Older words."), year="2025-26"),
    )
    start = start_of(ours, BANK, "2027-28", source="2025-26")
    assert start.before is not None
    assert start.before.value("first-contact") == "Older words."
    with pytest.raises(UsageError, match="comes after"):
        start_of(ours, BANK, "2024-25", source="2026-27")
    with pytest.raises(UsageError, match="no year, file or folder"):
        start_of(ours, BANK, "2027-28", source="2019-20")


def test_answers_of_another_school_are_asked_about(ours: School, tmp_path: Path) -> None:
    other = filled().with_answer("school-name", Answer("Oakfield Junior School"))
    path = tmp_path / "oakfield.toml"
    write_answers(path, other)
    with pytest.raises(OtherSchoolError, match="Oakfield Junior School"):
        start_of(ours, BANK, "2027-28", source=str(path))
    assert not start_of(ours, BANK, "2027-28", source=str(path), own=True).is_sister
    assert start_of(ours, BANK, "2027-28", source=str(path), own=False).is_sister


def test_a_sister_schools_answers_leave_its_names_and_contacts_behind(tmp_path: Path) -> None:
    sister = with_years(
        tmp_path / "oakfield",
        filled()
        .with_answer("school-name", Answer("Oakfield Junior School"))
        .with_answer("teaching-approach", Answer("At Oakfield we teach all.", note="ask Ms P")),
    )
    mine = find_school(tmp_path / "mine")
    start = start_of(mine, BANK, "2027-28", source=str(sister.folder))
    begun = begin(mine, "2027-28", lambda: NOON, start=start)
    values = begun.answers.by_id
    for question_id in ("school-name", "senco", "governor", "sendiass", "local-offer"):
        assert question_id not in values
    assert values["teaching-approach"].source is Source.CARRIED
    assert values["teaching-approach"].note == ""
    shown = began_with(mine, BANK, begun.answers)
    assert shown is not None
    assert "senco" not in shown.by_id
    assert "Ms P" not in str(shown)
    assert own_year_before(mine, BANK, begun.answers) is None
    kept = Wizard.open(BANK, begun.answers, "teaching-approach").keep(DAY).answers
    found = [each for each in check_answers(BANK, kept, DAY).stops if each.rule.code == "NAME001"]
    assert [each.question for each in found] == ["teaching-approach"]
    assert "Oakfield" in found[0].message
    mended = Wizard.open(BANK, kept, "teaching-approach").answer("Here we teach all.", DAY)
    assert "NAME001" not in {
        each.rule.code for each in check_answers(BANK, mended.answers, DAY).findings
    }


def test_ones_own_folder_elsewhere_is_no_sister(ours: School, tmp_path: Path) -> None:
    copy = with_years(tmp_path / "copy", filled())
    assert not start_of(ours, BANK, "2027-28", source=str(copy.folder)).is_sister
    assert not start_of(ours, BANK, "2027-28", source=str(ours.folder)).is_sister
    with pytest.raises(UsageError, match="no answers in"):
        start_of(ours, BANK, "2027-28", source=str(tmp_path))


def test_a_file_of_newer_questions_is_refused_with_what_to_install(
    ours: School, tmp_path: Path
) -> None:
    path = tmp_path / "newer.toml"
    write_answers(path, replace(filled(), edition="2031.04"))
    with pytest.raises(UnreadableError, match="install the newest"):
        start_of(ours, BANK, "2027-28", source=str(path), own=True)


def test_a_document_stands_beside_every_question(ours: School, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("# Our report\n\nWe teach in small groups.\n", encoding="utf-8")
    begun = begin(ours, "2027-28", lambda: NOON, document=report)
    assert "small groups" in last_report(ours, "2027-28")
    assert begun.answers.began is not None
    assert begun.answers.began.document == "report.md"
    assert begun.answers.began.has_own_year
    alone = stand_beside(ours, "2027-28", answers_of(), report)
    assert alone.began is not None
    assert not alone.began.has_own_year
    assert last_report(ours, "2026-27") == ""


def test_a_full_disk_begins_nothing(ours: School, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sendwizard.store.atomic.os.fsync", full)
    with pytest.raises(UnwritableError):
        begin(ours, "2027-28", lambda: NOON)
    monkeypatch.undo()
    assert ours.years() == ("2026-27",)
    assert begin(ours, "2027-28", lambda: NOON).path.exists()
