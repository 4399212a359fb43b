"""What lies in a school’s folder stays there: no link lets anybody read or write elsewhere."""

import os
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from sendwizard.cli import run
from sendwizard.core.answers import Answer, Answers
from sendwizard.errors import SendwizardError, UnreadableError, UnwritableError
from sendwizard.store import atomic
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.approved import FOLDER, freeze, next_number
from sendwizard.store.confined import real_path, require_inside, school_of
from sendwizard.store.history import keep_save, saves
from sendwizard.store.resume import Resume, read_resume, write_resume
from sendwizard.store.texts import keep_text, texts
from tests.store.test_approved import APPROVAL, FILES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")

YEAR = "2026-27"
NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - the store takes UTC without a zone
DAY = date(2026, 11, 23)
ANSWERS = Answers(YEAR, "england", "2026.11", {"money": Answer("Secret words.", on=DAY)})
SECRET = "Secret words."


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A year's folder with answers."""
    folder = tmp_path / "school" / YEAR
    write_answers(folder / FILE_NAME, ANSWERS)
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Another school's year, which links must not lead to."""
    folder = tmp_path / "other" / YEAR
    write_answers(folder / FILE_NAME, ANSWERS)
    keep_save(folder, ANSWERS, NOON)
    keep_text(folder, "money", Answer(SECRET), NOON)
    write_resume(folder, Resume("money", drafts={"a": SECRET}))
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    """Every file there."""
    found = {str(each): each for each in folder.rglob("*") if each.is_file()}
    return {name: each.read_bytes() for name, each in found.items()}


def linked(link: Path, target: Path) -> None:
    """A link in the place of whatever was there."""
    if link.exists():
        link.rename(link.with_name("was-here"))
    link.symlink_to(target)


def refused(act: object, kind: type[SendwizardError]) -> None:
    """The act stops with a sentence that names the link."""
    assert callable(act)
    with pytest.raises(kind, match="is a link that leads out of the school’s folder"):
        act()


@pytest.mark.parametrize("name", [FILE_NAME, "resume.toml", "history/texts.toml"])
def test_a_file_that_is_a_link_to_elsewhere_is_neither_read_nor_written(
    year: Path, elsewhere: Path, name: str
) -> None:
    (year / "history").mkdir(exist_ok=True)
    linked(year / name, elsewhere / name)
    before = everything(elsewhere)
    refused(lambda: atomic.write_atomic(year / name, b"x"), UnwritableError)
    if name == FILE_NAME:
        refused(lambda: read_answers(year / name), UnreadableError)
    assert read_resume(year) is None
    assert texts(year)[0] == ()
    assert everything(elsewhere) == before


def test_a_year_that_is_a_link_to_elsewhere_is_neither_read_nor_written(
    year: Path, elsewhere: Path
) -> None:
    linked(year, elsewhere)
    before = everything(elsewhere)
    refused(lambda: read_answers(year / FILE_NAME), UnreadableError)
    refused(lambda: write_answers(year / FILE_NAME, ANSWERS), UnwritableError)
    refused(lambda: atomic.make_folder(year), UnwritableError)
    refused(lambda: keep_save(year, ANSWERS, NOON), UnwritableError)
    refused(lambda: keep_text(year, "money", Answer("x"), NOON), UnwritableError)
    refused(lambda: write_resume(year, Resume("money")), UnwritableError)
    assert everything(elsewhere) == before


@pytest.mark.parametrize("target", ["elsewhere", "up", "root"])
def test_a_history_or_copies_that_are_a_link_to_elsewhere_lose_nothing_there(
    year: Path, elsewhere: Path, target: str
) -> None:
    where = {"elsewhere": elsewhere, "up": Path("../../.."), "root": Path("/")}[target]
    before = everything(elsewhere)
    for name in ("history", FOLDER):
        linked(year / name, where / name if target == "elsewhere" else where)
    refused(lambda: keep_save(year, ANSWERS, NOON), UnwritableError)
    refused(lambda: keep_text(year, "money", Answer("x"), NOON), UnwritableError)
    refused(lambda: freeze(year, 1, FILES, APPROVAL), UnwritableError)
    for save in saves(year):
        refused(lambda path=save.path: read_answers(path), UnreadableError)
    assert everything(elsewhere) == before


def test_a_link_that_hangs_in_the_air_outside_is_not_written_through(
    year: Path, tmp_path: Path
) -> None:
    linked(year / FILE_NAME, tmp_path / "new-file")
    refused(lambda: write_answers(year / FILE_NAME, ANSWERS), UnwritableError)
    assert not (tmp_path / "new-file").exists()


def test_the_school_s_folder_may_itself_be_a_link(year: Path, tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.symlink_to(year.parent)
    path = share / YEAR / FILE_NAME
    changed = ANSWERS.with_answer("bullying", Answer("We listen.", on=DAY))
    write_answers(path, changed)
    assert read_answers(path) == read_answers(year / FILE_NAME) == changed


def test_a_link_within_the_folder_is_followed_and_stays_a_link(year: Path) -> None:
    kept = year.parent / "kept.toml"
    (year / FILE_NAME).rename(kept)
    (year / FILE_NAME).symlink_to("../kept.toml")
    changed = ANSWERS.with_answer("bullying", Answer("We listen.", on=DAY))
    write_answers(year / FILE_NAME, changed)
    assert (year / FILE_NAME).is_symlink()
    assert read_answers(year / FILE_NAME) == read_answers(kept) == changed


def test_a_link_in_a_circle_is_a_sentence(year: Path) -> None:
    linked(year / FILE_NAME, Path(FILE_NAME))
    with pytest.raises(UnreadableError):
        read_answers(year / FILE_NAME)
    with pytest.raises(UnwritableError):
        write_answers(year / FILE_NAME, ANSWERS)


def test_a_school_is_told_by_the_folder_of_a_year(tmp_path: Path) -> None:
    school = tmp_path / "school"
    for inside in (YEAR, f"{YEAR}/answers.toml", f"{YEAR}/approved/1/report.html"):
        assert school_of(school / inside) == school
    for outside in ("letterhead.docx", "", "2026/answers.toml", "2026-28/answers.toml"):
        assert school_of(school / outside) is None
        assert real_path(school / outside) == school / outside
    assert require_inside(school / "logo.png", school) == (school / "logo.png").resolve()
    with pytest.raises(UnreadableError):
        require_inside(school / ".." / "logo.png", school)


def test_no_command_follows_a_link_out_of_the_folder(
    year: Path, elsewhere: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    school = year.parent
    before = everything(elsewhere.parent)
    linked(year / FILE_NAME, elsewhere / FILE_NAME)
    for command in (
        ["answers", "get", "money"],
        ["answers", "set", "money", "Other words"],
        ["answers", "list", "--json"],
        ["check"],
        ["report"],
        ["fill", "--plain"],
        ["begin", "2027-28"],
        ["status", "--json"],
        ["history"],
        ["approve", "--by", "A", "--role", "B", "--on", "2026-11-23"],
    ):
        run([*command, "--folder", str(school)])
        out, err = capsys.readouterr()
        assert SECRET not in out + err, command
        assert everything(elsewhere.parent) == before
    assert not any(each.is_file() for each in school.glob("*/report.*"))


@pytest.mark.parametrize("name", ["letterhead.docx", "logo.png", "logo.svg"])
def test_a_letterhead_or_sign_that_is_a_link_to_elsewhere_is_refused(
    year: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "private").write_text("nobody reads this")
    (year.parent / name).symlink_to(tmp_path / "private")
    assert run(["report", "--folder", str(year.parent)]) == 3
    assert "leads out of the school’s folder" in capsys.readouterr().err
    assert not (year / "report.html").exists()


def test_a_report_that_is_a_link_to_elsewhere_is_not_written_through(
    year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".bashrc").write_text("mine")
    (year / "report.html").symlink_to(tmp_path / ".bashrc")
    assert run(["report", "--format", "html", "--folder", str(year.parent)]) == 5
    assert "leads out of the school’s folder" in capsys.readouterr().err
    assert (tmp_path / ".bashrc").read_text() == "mine"


def test_a_last_report_that_is_a_link_to_elsewhere_is_not_shown(
    year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "private").write_text("nobody reads this")
    (year / "last-report.md").symlink_to(tmp_path / "private")
    run(["fill", "--plain", "--folder", str(year.parent)])
    out, err = capsys.readouterr()
    assert "nobody reads this" not in out + err


# -- modes ------------------------------------------------------------------------------


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> object:
    """Any umask at all."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """The mode of everything below."""
    return {str(e.relative_to(folder)): e.stat().st_mode & 0o777 for e in folder.rglob("*")}


@pytest.mark.usefixtures("umask")
def test_all_that_is_written_is_the_owner_s_alone_whatever_the_umask(tmp_path: Path) -> None:
    year = tmp_path / "a" / "b" / YEAR
    write_answers(year / FILE_NAME, ANSWERS)
    keep_save(year, ANSWERS, NOON)
    keep_text(year, "money", Answer("x"), NOON)
    write_resume(year, Resume("money"))
    freeze(year, next_number(year, 0), FILES, APPROVAL)
    found = modes(tmp_path)
    folders = {name for name in found if (tmp_path / name).is_dir()}
    assert {found[name] for name in folders} == {0o700}
    assert {found[name] for name in found.keys() - folders} == {0o600}
    assert len(folders) == len(["a", "b", YEAR, "history", "approved", "1"])


def test_every_command_writes_for_the_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "trial"
    before = os.umask(0o000)
    try:
        assert run(["demo", str(folder)]) == 0
        for command in (
            ["answers", "set", "money", "Words"],
            ["begin", "2027-28"],
            ["report", "--format", "html"],
            ["answers", "clear", "money", "--year", YEAR],
        ):
            assert run([*command, "--folder", str(folder)]) == 0
    finally:
        os.umask(before)
    found = modes(tmp_path)
    assert {name: mode for name, mode in found.items() if mode not in (0o600, 0o700)} == {}
    assert "trial/2027-28/report.html" in found


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o400])
def test_a_file_that_was_opened_to_others_stays_so_when_it_is_replaced(
    tmp_path: Path, mode: int
) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(mode)
    atomic.write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o7777 == mode


def test_no_more_than_reading_and_writing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(0o4755)
    atomic.write_atomic(path, b"new")
    assert path.stat().st_mode & 0o7777 == 0o755


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_what_the_administrator_replaces_stays_the_school_s(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text("old")
    os.chown(path, 4321, 5432)
    atomic.write_atomic(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (4321, 5432)


def test_a_share_that_knows_no_modes_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    for name in ("chmod", "fchmod", "fchown"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr(Path, "chmod", refuse)
    atomic.write_atomic(tmp_path / "new" / "a.toml", b"1")
    atomic.write_atomic(tmp_path / "new" / "a.toml", b"2")
    freeze(tmp_path / YEAR, 1, FILES, APPROVAL)
    assert (tmp_path / "new" / "a.toml").read_bytes() == b"2"


def test_a_group_that_was_not_let_in_does_not_get_in_by_a_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    path.chmod(0o640)
    mine = path.stat()

    def other_group(_: Path) -> os.stat_result:
        return os.stat_result((*mine[:5], mine.st_gid + 1, *mine[6:]))

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(atomic, "_stat_of", other_group)
    monkeypatch.setattr(os, "fchown", refuse)
    atomic.write_atomic(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600
