"""Whatever a file holds, its reader gives a value or a sentence: never a traceback, a wait, a hole.

`make torture` goes on with this for ten minutes, in processes with a limit on memory.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.errors import UnreadableError
from sendwizard.store import safe_read
from sendwizard.store.safe_read import MB, TOML, Limit, read_bytes, read_words, require_readable
from tests.store.readers import READERS, Reader

LONGEST = 100
"""What one file may take, in yardsticks: about a second where nothing else is running."""
EXAMPLES = settings().max_examples // 5
"""A fifth of what is usual, since each reads a file from the disk."""
PIECES = [
    *"[]{}=.,\"'#\\\n -_<>&;*()!0é\x00\x1b\x9b\u202e",
    *('"""', "'''", "[[", "]]", "0x", "true", "[end]\n", "= {", "http://", "\\u001b[2J", "9" * 40),
]


def quickly(reader: Reader, data: bytes, folder: Path) -> None:
    """Reads it within the time that there is; a busy machine makes the yardstick longer too."""
    took = _seconds(lambda: reader.read(data, folder))
    assert any(took < LONGEST * _yardstick() for _ in range(3))


def _yardstick() -> float:
    """Seconds for a small sum, now."""
    return _seconds(lambda: sum(len(str(n)) for n in range(100_000)))


def _seconds(do: Callable[[], object]) -> float:
    """The process's own time that it takes."""
    start = time.process_time()
    do()
    return time.process_time() - start


@pytest.mark.parametrize("reader", READERS, ids=lambda each: each.name)
def test_files_that_are_kept_are_read_or_refused_at_once(reader: Reader, tmp_path: Path) -> None:
    kept = reader.seeds()
    assert kept
    for data in kept:
        quickly(reader, data, tmp_path)


@pytest.mark.parametrize("reader", READERS, ids=lambda each: each.name)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_whatever_is_done_to_a_file_it_is_read_or_refused(
    reader: Reader, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = data.draw(st.sampled_from([each for each in reader.seeds() if len(each) < MB // 20]))
    place = data.draw(st.integers(0, len(whole)))
    gone = data.draw(st.integers(0, 40))
    piece = data.draw(st.lists(st.sampled_from(PIECES), max_size=6).map("".join)).encode()
    changed = whole[:place] + piece + whole[place + gone :]
    quickly(reader, changed, tmp_path_factory.getbasetemp() / f"reader-{reader.name}")


# -- the door that they all come through ------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "answers.toml")
    with pytest.raises(UnreadableError, match="it is no file"):
        read_bytes(tmp_path / "answers.toml", TOML)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices in folders")
def test_a_link_to_a_device_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").symlink_to("/dev/zero")
    with pytest.raises(UnreadableError, match="it is no file"):
        read_bytes(tmp_path / "answers.toml", TOML)


def test_a_pipe_that_takes_the_place_of_a_file_meanwhile_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "answers.toml", os.open
    path.write_text("x")

    def swapped(name: object, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return real(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(UnreadableError, match="it is no file"):
        read_bytes(path, TOML)


def test_a_file_is_read_no_further_than_its_limit_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(2 * MB + 1)
    assert len(read_bytes(path, Limit(3 * MB, "for a logo."))) == 2 * MB + 1
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path, Limit(2 * MB, "for a logo. Save it smaller."))
    assert (
        str(caught.value) == f"{path} is larger than 2 MB, too large for a logo. Save it smaller."
    )


def test_a_name_of_a_file_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;x\x07\u202e\nsendwizard: All is well.md"
    path.mkdir()
    with pytest.raises(UnreadableError) as caught:
        read_words(path, TOML)
    assert "\n" not in str(caught.value)
    assert "a�]0;x���sendwizard" in str(caught.value)


def test_a_text_that_ends_within_a_letter_was_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("Café".encode()[:-1])
    with pytest.raises(UnreadableError, match="was cut short"):
        read_words(path, TOML)


def test_a_folder_of_templates_holds_neither_too_many_nor_too_large_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.j2", "b.typ", "notes.txt"):
        (tmp_path / name).write_text("x")
    require_readable(tmp_path, (".j2", ".typ"))
    (tmp_path / "notes.txt").write_bytes(b"x" * (2 * MB))
    require_readable(tmp_path, (".j2", ".typ"))
    monkeypatch.setattr(safe_read, "MOST_TEMPLATES", 1)
    with pytest.raises(UnreadableError, match="more than 1 templates"):
        require_readable(tmp_path, (".j2", ".typ"))
    monkeypatch.undo()
    (tmp_path / "a.j2").write_bytes(b"x" * (2 * MB))
    with pytest.raises(UnreadableError, match="too large for a template"):
        require_readable(tmp_path, (".j2", ".typ"))
