"""Writing is whole or not at all, for the owner alone, and never keeps a lock by mistake."""

import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer
from sendwizard.errors import UnwritableError
from sendwizard.store import atomic
from sendwizard.store import lock as lock_room
from sendwizard.store.lock import YearLock
from sendwizard.store.resume import Resume, read_resume, write_resume
from sendwizard.store.texts import keep_text
from sendwizard.store.toml_read import read_toml

NOW = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - the history's times are UTC without a zone


def test_a_folder_that_cannot_be_flushed_does_not_undo_the_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    calls: list[int] = []

    def only_files(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    atomic.write_atomic(tmp_path / "a.toml", b"new")
    assert (tmp_path / "a.toml").read_bytes() == b"new"
    assert len(calls) == (1 if os.name == "nt" else 2)


def test_the_flush_comes_before_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    flush, rename = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        order.append("flush")
        flush(descriptor)

    def replace(path: Path, target: Path) -> Path:
        order.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    atomic.write_atomic(tmp_path / "a.toml", b"new")
    assert order[:2] == ["flush", "rename"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_files_and_folders_are_the_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "year" / "a.toml"
    atomic.write_atomic(path, b"x")
    assert path.stat().st_mode & 0o777 == atomic.PRIVATE_FILE
    assert path.parent.stat().st_mode & 0o777 == atomic.PRIVATE_FOLDER


def test_a_lock_whose_holder_cannot_be_written_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise UnwritableError("No room.")

    lock = YearLock(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(lock_room, "write_atomic", fail)
        with pytest.raises(UnwritableError, match="No room"):
            lock.take(NOW)
    with YearLock(tmp_path).take(NOW):
        assert (tmp_path / ".lock-holder").exists()


def test_a_draft_with_half_a_sign_does_not_stop_the_saving(tmp_path: Path) -> None:
    write_resume(tmp_path, Resume("money", drafts={"roll/": "tw\udce9o"}))
    found = read_resume(tmp_path)
    assert found is not None
    assert found.drafts == {"roll/": "tw?o"}


def test_texts_are_never_thinned_however_many_and_old(tmp_path: Path) -> None:
    for number in range(30):
        keep_text(tmp_path, "money", Answer(f"text {number} " + "[" * 200), NOW)
    texts = read_toml(tmp_path / "history" / "texts.toml").data["texts"]
    assert isinstance(texts, list)
    assert [each["value"].split()[1] for each in texts] == [str(n) for n in range(30)]


def test_a_texts_file_of_another_shape_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "history"
    folder.mkdir()
    (folder / "texts.toml").write_text("texts = 3\n")
    keep_text(tmp_path, "money", Answer("x"), NOW)
    assert (folder / "texts.toml").read_text() == "texts = 3\n"
    assert (folder / "texts-2.toml").exists()
