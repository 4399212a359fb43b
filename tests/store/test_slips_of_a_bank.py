"""More faults of a bank's folder: each is told with its file, key, line and nearest spelling."""

import shutil
from pathlib import Path

import pytest

from sendwizard.errors import UnreadableError
from sendwizard.store.bank_files import check_bank, load_bank
from sendwizard.store.checks_files import ChecksOnDemand
from tests.worlds import QUESTIONS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real bank, to break."""
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


def slip(folder: Path, name: str, old: str, new: str) -> str:
    """What is said when the first `old` of a file became `new`."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return "\n".join(map(str, check_bank(folder)[1]))


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("01-about.toml", '{ id = "pru", label', '{ id = "pru", nots = "x", label', "“note”"),
        ("01-about.toml", '{ id = "ap-academy"', '{ id = "pru"', "“pru” is used twice"),
        ("bank.toml", 'id = "preamble"\n', 'id = "preamble"\ntilte = "x"\n', "“title”"),
        ("bank.toml", "checked_on = 2026-11-23", "checked_on = 2026-11-23T10:00:00", "a date"),
        ("bank.toml", 'edition = "2026.11"', 'edition = " "', "“edition” is empty"),
        ("bank.toml", 'id = "interventions"', 'id = "preamble"', "“preamble” is used twice"),
        ("20-complaints.toml", 'id = "complaints"\nkind', 'id = "Complaints"\nkind', "not an id"),
        ("20-complaints.toml", 'id = "complaints"\nkind', 'id = "a--b"\nkind', "not an id"),
        ("20-complaints.toml", 'title = "', 'tile = "', "Did you mean “title”"),
        ("checks/old.toml", "find = [", "fnd = [", "Did you mean “find”"),
        ("checks/old.toml", 'code = "OLD001"', 'code = "old1"', "not a code such as OLD001"),
        ("checks/old.toml", "checked_on = 2026-11-23", "checked_on = 2026", "a date such as"),
        ("checks/old.toml", "[lists]", "[lists]\nmore = 3", "a list of texts"),
        ("checks/old.toml", "[lists]", '[lists]\nmore = ["20*"]', "“20*” would never be found"),
        ("checks/old.toml", "find = [", 'find = ["(KS* x", ', "“(KS* x” would never be found"),
        ("checks/old.toml", "unless = [", 'unless = ["a*", ', "“a*” would never be found"),
        ("checks/dates.toml", "[days]", "[days]\nmore = 3", "a date such as"),
        ("checks/dates.toml", "[numbers]", '[numbers]\nmore = "x"', "a whole number"),
        ("checks/halves.toml", 'question = "', 'question = "x', "There is no question “x"),
        ("20-complaints.toml", "required = true", "applies_when = 3\nrequired = true", "a table"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_place(
    folder: Path, name: str, old: str, new: str, words: str
) -> None:
    said = slip(folder, name, old, new)
    assert words in said
    assert any(each.startswith(f"{name}, line ") and words in each for each in said.splitlines())


def test_a_column_s_or_an_overlay_row_s_unknown_key_is_told(folder: Path) -> None:
    name = "authorities/north-yorkshire.toml"
    said = slip(folder, name, "expectation =", "expectaton = 'x'\nexpectation =")
    assert "Did you mean “expectation”" in said
    assert "authorities/north-yorkshire.toml, line" in said


def test_what_the_editor_looks_for_is_read_when_it_is_first_asked_for(folder: Path) -> None:
    bank = load_bank(QUESTIONS)
    assert set(bank.checks) >= {"old", "vague", "plain", "pupils", "halves", "links"}
    assert bank.checks["old"] is bank.checks["old"]
    assert bank.checks["old"].entries_of("OLD001")
    with pytest.raises(KeyError):
        bank.checks["no such file"]
    name = "checks/old.toml"
    said = slip(folder, name, "find = [", 'find = ["", ')
    assert "names nothing to look for" in said
    with pytest.raises(UnreadableError, match="names nothing to look for"):
        ChecksOnDemand(folder)["old"]


def test_two_files_of_one_section_are_told(folder: Path) -> None:
    shutil.copy(folder / "20-complaints.toml", folder / "22-more.toml")
    said = "\n".join(map(str, check_bank(folder)[1]))
    assert "22-more.toml, line 1: id: The id “complaints” is used twice." in said


def test_broken_files_are_all_named_and_none_is_changed(folder: Path) -> None:
    broken = ("05-teaching.toml", "06-support.toml", "authorities/north-yorkshire.toml")
    for name in broken:
        (folder / name).write_bytes(b"id = \xff")
    said = "\n".join(map(str, check_bank(folder)[1]))
    for name in broken:
        assert f"{name}: " in said
        assert (folder / name).read_bytes() == b"id = \xff"


def test_at_most_eight_problems_stand_in_one_error(folder: Path) -> None:
    for path in folder.glob("[0-9]*.toml"):
        path.write_text("id = ")
    with pytest.raises(Exception, match="cannot be used") as caught:
        load_bank(folder)
    assert len(str(caught.value).splitlines()) == 9
