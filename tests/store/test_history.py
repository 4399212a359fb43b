"""Earlier saves are thinned by age; texts that were replaced are never thinned."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers
from sendwizard.errors import LockedError, UnwritableError
from sendwizard.store.history import (
    Save,
    keep_save,
    last_good_save,
    saves,
    thinned,
)
from sendwizard.store.lock import YearLock
from sendwizard.store.resume import Resume, read_resume, write_resume
from sendwizard.store.texts import keep_text
from sendwizard.store.toml_read import read_toml
from tests.worlds import DAY, answers_of

NOW = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - the history's times are UTC without a zone
EMPTY = Answers("2026-27", "england", "2026.11")


def at_age(**age: float) -> Save:
    """A save of some age."""
    return Save(Path("x"), NOW - timedelta(**age))


def test_all_of_a_day_one_an_hour_of_a_week_and_one_a_day_beyond_are_kept() -> None:
    young = [at_age(minutes=n) for n in range(0, 1440, 30)]
    same_hour = [at_age(days=3, minutes=10), at_age(days=3, minutes=5)]
    same_day = [at_age(days=30, hours=3), at_age(days=30, hours=2), at_age(days=30, hours=1)]
    ordered = sorted([*young, *same_hour, *same_day], key=lambda each: each.at)
    gone = thinned(tuple(ordered), NOW)
    assert set(gone) == {same_hour[0], *same_day[:2]}


def test_a_save_can_be_found_again_and_strange_files_are_left(tmp_path: Path) -> None:
    keep_save(tmp_path, answers_of(money="old"), NOW - timedelta(days=30, hours=1))
    keep_save(tmp_path, answers_of(money="newer"), NOW - timedelta(days=30))
    (tmp_path / "history" / "mine-Z.toml").write_text("my own")
    keep_save(tmp_path, answers_of(money="newest"), NOW)
    assert [save.at for save in saves(tmp_path)] == [NOW - timedelta(days=30), NOW]
    assert (tmp_path / "history" / "mine-Z.toml").exists()


def test_the_last_good_save_passes_by_a_broken_one(tmp_path: Path) -> None:
    assert last_good_save(tmp_path) is None
    keep_save(tmp_path, EMPTY, NOW - timedelta(hours=1))
    keep_save(tmp_path, EMPTY, NOW)
    newest = saves(tmp_path)[-1]
    newest.path.write_text("format = 1")
    found = last_good_save(tmp_path)
    assert found is not None
    assert found.at == NOW - timedelta(hours=1)


def test_every_replaced_text_is_kept_and_a_broken_file_of_texts_is_left(tmp_path: Path) -> None:
    keep_text(tmp_path, "money", Answer("one", on=DAY), NOW)
    keep_text(tmp_path, "money", Answer(({"name": "A"},)), NOW)
    path = tmp_path / "history" / "texts.toml"
    texts = read_toml(path).data["texts"]
    assert isinstance(texts, list)
    assert [each["value"] for each in texts] == ["one", [{"name": "A"}]]
    path.write_text("broken = ")
    keep_text(tmp_path, "money", Answer("two"), NOW)
    assert path.read_text() == "broken = "
    assert "two" in (tmp_path / "history" / "texts-2.toml").read_text()


def test_the_second_person_is_told_who_has_the_year(tmp_path: Path) -> None:
    with YearLock(tmp_path).take(NOW):
        with pytest.raises(LockedError, match="since 12:00 on 23 November"):
            YearLock(tmp_path).take(NOW)
        (tmp_path / ".lock-holder").write_text("who = 3")
        with pytest.raises(LockedError, match="Somebody else"):
            YearLock(tmp_path).take(NOW)
    YearLock(tmp_path).take(NOW).let_go()


def test_a_folder_that_cannot_be_locked_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("filelock.FileLock.acquire", fail)
    with pytest.raises(UnwritableError, match="Read-only"):
        YearLock(tmp_path).take(NOW)


def test_a_user_without_a_name_is_somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", fail)
    with YearLock(tmp_path).take(NOW):
        assert 'who = "somebody"' in (tmp_path / ".lock-holder").read_text()


@pytest.mark.parametrize(
    "resume",
    [Resume("money"), Resume("money", (3, 7), with_extras=False, drafts={"roll/": "two"})],
)
def test_the_place_comes_back(tmp_path: Path, resume: Resume) -> None:
    write_resume(tmp_path, resume)
    assert read_resume(tmp_path) == resume


@pytest.mark.parametrize("text", ["", "x = ", "question = 3", "[question]"])
def test_a_place_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "resume.toml").write_text(text)
    assert read_resume(tmp_path) is None


def test_a_place_with_a_strange_rest_is_still_a_place(tmp_path: Path) -> None:
    (tmp_path / "resume.toml").write_text('question = "money"\ncursor = [1, 2]\ndrafts = 3\n')
    assert read_resume(tmp_path) == Resume("money", (1, 2))
    (tmp_path / "resume.toml").write_text('question = "money"\ncursor = "x"\n')
    assert read_resume(tmp_path) == Resume("money")
