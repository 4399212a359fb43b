"""A sitting: what is saved when, and that nothing newer is ever lost to something older."""

import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from sendwizard.core.wizard import Wizard
from sendwizard.errors import LockedError, UnreadableError, UnwritableError, UsageError
from sendwizard.office.folders import find_school
from sendwizard.office.sitting import Sitting, open_year
from sendwizard.store.answers_file import FILE_NAME, read_answers
from sendwizard.store.history import saves
from sendwizard.store.resume import Resume
from sendwizard.store.toml_read import read_toml

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone


class Ticking:
    """A clock that goes on a minute each time it is read."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def sit(tmp_path: Path, at: str | None = None) -> Sitting:
    return open_year(find_school(tmp_path / "school"), "2026-27", at, Ticking())


def named(wizard: Wizard, name: str) -> Wizard:
    return wizard.jump("school-name").answer(name, DAY)


def on_disk(sitting: Sitting) -> object:
    return read_answers(sitting.folder / FILE_NAME).value("school-name")


def test_a_save_that_is_older_than_the_disk_is_dropped(tmp_path: Path) -> None:
    with sit(tmp_path) as sitting:
        old, new = named(sitting.wizard, "Old"), named(sitting.wizard, "New")
        assert sitting.save(new.answers, 2)
        assert not sitting.save(old.answers, 1)
        assert on_disk(sitting) == "New"
        assert not sitting.save(new.answers, 3)  # nothing changed
        assert sitting.save(old.answers, 4)  # somebody typed it again
        assert on_disk(sitting) == "Old"


def test_however_threads_meet_the_newest_stands(tmp_path: Path) -> None:
    with sit(tmp_path) as sitting:
        states = [named(sitting.wizard, f"Name {n}").answers for n in range(12)]
        threads = [
            threading.Thread(target=sitting.save, args=(states[n], n)) for n in (3, 11, 0, 7, 10, 5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert on_disk(sitting) == "Name 11"


def test_leaving_a_question_keeps_a_save_and_the_text_it_replaced(tmp_path: Path) -> None:
    with sit(tmp_path) as sitting:
        first = named(sitting.wizard, "First")
        sitting.leave(first.answers, 1)
        second = named(first, "Second")
        sitting.save(second.answers, 2)  # while typing
        third = named(second, "Third")
        sitting.leave(third.answers, 3)
        sitting.leave(third.answers, 4)  # nothing changed
        cleared = third.withdraw(DAY)
        sitting.leave(cleared.answers, 5)
        texts = read_toml(sitting.folder / "history" / "texts.toml").data["texts"]
        kept = [read_answers(each.path).value("school-name") for each in saves(sitting.folder)]
    assert isinstance(texts, list)
    assert [each["value"] for each in texts] == ["First", "Third"]  # Second was never left
    assert [each["question"] for each in texts] == ["school-name"] * 2
    assert kept == ["First", "Third", None]


def test_what_could_not_be_saved_leaves_the_file_and_can_be_saved_again(tmp_path: Path) -> None:
    with sit(tmp_path) as sitting:
        wizard = named(sitting.wizard, "First")
        sitting.folder.joinpath(FILE_NAME).mkdir()
        with pytest.raises(UnwritableError):
            sitting.save(wizard.answers, 1)
        sitting.folder.joinpath(FILE_NAME).rmdir()
        assert sitting.save(wizard.answers, 1)
        assert on_disk(sitting) == "First"


def test_the_place_is_found_again(tmp_path: Path) -> None:
    with sit(tmp_path) as sitting:
        assert sitting.resume is None
        sitting.save(named(sitting.wizard, "First").answers, 1)
        sitting.remember(Resume("money", with_extras=False))
    with sit(tmp_path) as sitting:
        assert sitting.wizard.at == "money"
        assert not sitting.wizard.with_extras
    with sit(tmp_path, "complaints") as sitting:
        assert sitting.wizard.at == "complaints"


def test_a_year_is_open_once_and_let_go_whatever_happens(tmp_path: Path) -> None:
    with sit(tmp_path), pytest.raises(LockedError):
        sit(tmp_path)
    with pytest.raises(UsageError):
        sit(tmp_path, "no-such-question")
    with sit(tmp_path) as sitting:
        (sitting.folder / FILE_NAME).write_text("[[[")
    with pytest.raises(UnreadableError):
        sit(tmp_path)
    (sitting.folder / FILE_NAME).unlink()
    sit(tmp_path).close()


def test_opening_a_new_year_writes_no_answers(tmp_path: Path) -> None:
    with sit(tmp_path) as sitting:
        assert not (sitting.folder / FILE_NAME).exists()
    assert find_school(tmp_path / "school").years() == ()


def test_the_folder_is_the_named_one_then_the_variable_then_output_then_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_school(None).folder.name == "sendwizard"
    (tmp_path / "output").mkdir()
    assert find_school(None).folder == tmp_path / "output"
    monkeypatch.setenv("SENDWIZARD_FOLDER", "~/ours")
    assert find_school(None).folder == Path.home() / "ours"
    assert find_school(Path("named")).folder == tmp_path / "named"


def test_a_text_that_could_not_be_put_by_is_put_by_when_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UnwritableError("The disk is full.")

    with sit(tmp_path) as sitting:
        first = named(sitting.wizard, "First")
        sitting.leave(first.answers, 1)
        second = named(first, "Second")
        with monkeypatch.context() as patch:
            patch.setattr("sendwizard.office.sitting.keep_text", full)
            with pytest.raises(UnwritableError):
                sitting.leave(second.answers, 2)
        sitting.leave(second.answers, 2)
        texts = read_toml(sitting.folder / "history" / "texts.toml").data["texts"]
        assert isinstance(texts, list)
        assert [each["value"] for each in texts] == ["First"]
