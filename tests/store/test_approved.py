"""An approved copy is made whole or not at all, never changes, and says when it was altered."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.approval import Approval, Update
from sendwizard.core.text import clean_line
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.store import approved
from sendwizard.store.approved import copies, damaged, freeze, next_number, take_back

APPROVAL = Approval(
    "Helen Tarrant",
    "Chair of governors",
    date(2026, 11, 20),
    "the governing body",
    "7b",
    date(2027, 11, 20),
    "The new SENCO began this week.",
    ("complaints", "sendiass"),
    (Update(date(2026, 11, 22), "new SENCO", "Sue Lee", "Headteacher"),),
)
PLAIN = Approval("H", "Chair", date(2026, 11, 20), "the trust board")
FILES = {"answers.toml": b"[end]\n", "report.html": b"<p>whole</p>", "next-review.ics": b""}


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The folder of a year."""
    folder = tmp_path / "2026-27"
    folder.mkdir()
    return folder


def all_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# -- what a copy holds ------------------------------------------------------------------


@pytest.mark.parametrize("approval", [APPROVAL, PLAIN])
def test_a_copy_holds_the_files_and_says_who_approved_them(year: Path, approval: Approval) -> None:
    folder = freeze(year, 1, FILES, approval)
    assert folder == year / "approved" / "1"
    assert {name: (folder / name).read_bytes() for name in FILES} == FILES
    (copy,) = copies(year)
    assert (copy.number, copy.folder, copy.approval) == (1, folder, approval)
    assert set(copy.files) == set(FILES)
    assert damaged(year, 1) == ()
    manifest = (folder / "manifest.toml").read_text(encoding="utf-8")
    assert manifest.endswith("\n[end]\n")
    assert 'year = "2026-27"' in manifest


NAMES = st.text(min_size=1, max_size=30).map(lambda text: clean_line(f"x{text}"))
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(
    st.builds(
        Approval,
        by=NAMES,
        role=NAMES,
        on=DAYS,
        body=NAMES,
        minute=NAMES | st.just(""),
        next_review=DAYS | st.none(),
        gaps_reason=NAMES | st.just(""),
        gaps=st.lists(NAMES, max_size=3).map(tuple),
        updates=st.lists(st.builds(Update, DAYS, NAMES, NAMES, NAMES), max_size=3).map(tuple),
    )
)
@settings(max_examples=40)
def test_whatever_is_written_in_a_record_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, approval: Approval
) -> None:
    year = tmp_path_factory.mktemp("school") / "2026-27"
    freeze(year, 1, FILES, approval)
    assert [each.approval for each in copies(year)] == [approval]


@given(
    st.lists(st.dictionaries(st.sampled_from(sorted(FILES)), st.binary(max_size=40)), max_size=5)
)
@settings(max_examples=25)
def test_every_earlier_copy_stays_byte_for_byte_whatever_is_approved_later(
    tmp_path_factory: pytest.TempPathFactory, several: list[dict[str, bytes]]
) -> None:
    year = tmp_path_factory.mktemp("school") / "2026-27"
    seen: dict[str, bytes] = {}
    for made, files in enumerate(several):
        number = next_number(year, made)
        assert number == made + 1
        freeze(year, number, files, PLAIN)
        now = all_of(year)
        assert seen.items() <= now.items()
        seen = now
    assert [each.number for each in copies(year)] == list(range(1, len(several) + 1))
    assert damaged(year, len(several)) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_copy_is_its_owner_s_alone(year: Path) -> None:
    folder = freeze(year, 1, FILES, PLAIN)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir()} == {0o600}


def test_a_year_without_copies_has_none_and_misses_none(year: Path) -> None:
    assert copies(year) == ()
    assert copies(year / "not" / "there") == ()
    assert damaged(year, 0) == ()
    (year / "approved").write_text("a file of somebody's")
    assert copies(year) == ()


def test_what_is_no_copy_of_ours_is_passed_by(year: Path) -> None:
    freeze(year, 2, FILES, PLAIN)
    for name in ("03", "0", "notes", "12345", "²"):
        (year / "approved" / name).mkdir()
    (year / "approved" / "4").write_text("a file")
    assert [each.number for each in copies(year)] == [2]


# -- whole or not at all ----------------------------------------------------------------


def full_disk(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("after", range(5))
def test_a_full_disk_leaves_no_half_copy_and_the_next_try_works(
    year: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    freeze(year, 1, FILES, PLAIN)
    before = all_of(year)
    real, calls = os.fsync, [0]

    def fsync(descriptor: int) -> None:
        calls[0] += 1
        if calls[0] > after and os.fstat(descriptor).st_mode & 0o100000:
            full_disk()
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        if after < len(FILES) + 1:
            with pytest.raises(UnwritableError, match="No space left"):
                freeze(year, 2, FILES, APPROVAL)
            assert all_of(year) == before
            assert [each.name for each in (year / "approved").iterdir()] == ["1"]
    freeze(year, 2, FILES, APPROVAL)
    assert [each.number for each in copies(year)] == [1, 2]


def test_a_rename_that_fails_leaves_no_half_copy(
    year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "rename", full_disk)
    with pytest.raises(UnwritableError):
        freeze(year, 1, FILES, PLAIN)
    assert list((year / "approved").iterdir()) == []


def test_what_a_killed_run_left_is_cleared_by_the_next(year: Path) -> None:
    for name in (".1.part", ".3.part"):
        (year / "approved" / name).mkdir(parents=True)
        (year / "approved" / name / "report.html").write_text("half")
    (year / "approved" / ".keep").write_text("somebody's own")
    freeze(year, 1, FILES, PLAIN)
    assert sorted(each.name for each in (year / "approved").iterdir()) == [".keep", "1"]
    assert damaged(year, 1) == ()


def test_a_copy_that_is_there_is_never_written_into(year: Path) -> None:
    freeze(year, 1, FILES, PLAIN)
    before = all_of(year)
    with pytest.raises(UnwritableError, match="never changes"):
        freeze(year, 1, {"report.html": b"other"}, APPROVAL)
    assert all_of(year) == before
    (year / "approved" / "2").mkdir()
    with pytest.raises(UnwritableError, match="never changes"):
        freeze(year, 2, FILES, PLAIN)


def test_a_copy_whose_answers_could_not_be_saved_is_taken_back(year: Path) -> None:
    freeze(year, 1, FILES, PLAIN)
    take_back(freeze(year, 2, FILES, PLAIN))
    assert [each.name for each in (year / "approved").iterdir()] == ["1"]


def test_the_number_of_a_lost_copy_is_not_given_again(year: Path) -> None:
    assert next_number(year, 2) == 3
    freeze(year, 7, FILES, PLAIN)
    assert next_number(year, 2) == 8
    with pytest.raises(UnwritableError, match="takes no more"):
        next_number(year, 10**30)


# -- altered, lost, not to be understood ------------------------------------------------


def test_a_file_that_was_altered_or_lost_is_told_by_its_name(year: Path) -> None:
    first, second = freeze(year, 1, FILES, PLAIN), freeze(year, 2, FILES, PLAIN)
    (first / "report.html").write_bytes(b"<p>whole</p> ")
    (first / "answers.toml").write_bytes(b"")
    (second / "report.html").unlink()
    altered, lost = damaged(year, 2)
    assert "answers.toml and report.html have been altered" in altered
    assert str(first) in altered
    assert "report.html is lost" in lost
    assert str(second) in lost
    assert "backup" in altered


def test_a_file_that_was_added_is_nobody_s_business(year: Path) -> None:
    (freeze(year, 1, FILES, PLAIN) / ".DS_Store").write_text("")
    assert damaged(year, 1) == ()


def test_a_lost_copy_is_missed_whether_it_is_the_last_or_one_between(year: Path) -> None:
    freeze(year, 2, FILES, PLAIN)
    (told,) = damaged(year, 3)
    assert "approved copies 1 and 3 are lost" in told
    (told,) = damaged(year, 1)
    assert "approved copy 1 is lost" in told
    (told,) = damaged(year, 10**30)
    assert "1, 3, 4, 5 and 6 and 9993 more are lost" in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[end]", ""),
        ("format = 1", "format = 2"),
        ("number = 1", "number = 5"),
        ('year = "2026-27"', 'year = "2025-26"'),
        ('who = "H"', "who = 3"),
        ('role = "Chair"', ""),
        ("on = 2026-11-20", "on = 2026-11-20T10:00:00"),
        ("on = 2026-11-20", 'on = "then"'),
        ("[files]", "next_review = 3\n\n[files]"),
        ("[files]", "gaps = 3\n\n[files]"),
        ("[files]", "updates = [{ on = 2026-01-01 }]\n\n[files]"),
        ('"report.html"', '"../report.html"'),
        ('"report.html"', '""'),
        ('"report.html"', '"a\\\\b"'),
        ('"report.html" = "', '"report.html" = "x'),
        ("[files]", "[other]"),
        ("[files]", "[[files]]"),
        ("format", "= format"),
    ],
)
def test_a_record_that_cannot_be_understood_is_told_and_left_alone(
    year: Path, old: str, new: str
) -> None:
    path = freeze(year, 1, FILES, PLAIN) / "manifest.toml"
    freeze(year, 2, FILES, PLAIN)
    edit(path, old, new)
    before = all_of(year)
    with pytest.raises(UnreadableError, match=r"manifest\.toml"):
        copies(year)
    (told,) = damaged(year, 2)
    assert str(path) in told
    assert all_of(year) == before


def test_a_record_that_is_lost_is_told(year: Path) -> None:
    (freeze(year, 1, FILES, PLAIN) / "manifest.toml").unlink()
    with pytest.raises(UnreadableError, match=r"manifest\.toml is lost"):
        copies(year)
    assert "is lost" in damaged(year, 1)[0]


def test_the_newest_copy_can_be_read_beside_a_broken_one(year: Path) -> None:
    (freeze(year, 1, FILES, PLAIN) / "manifest.toml").write_text("")
    freeze(year, 2, FILES, APPROVAL)
    newest = approved.newest_copy(year)
    assert newest is not None
    assert newest.approval == APPROVAL


def test_a_folder_of_copies_that_cannot_be_opened_is_told(
    year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze(year, 1, FILES, PLAIN)

    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(UnreadableError, match="Permission denied"):
        copies(year)
    assert "Permission denied" in damaged(year, 1)[0]


def test_a_folder_that_cannot_be_made_is_told(year: Path) -> None:
    (year / "approved").write_text("in the way")
    with pytest.raises(UnwritableError):
        freeze(year, 1, FILES, PLAIN)
    assert (year / "approved").read_text() == "in the way"
