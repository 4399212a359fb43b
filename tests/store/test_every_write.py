"""Every call of the system that a save makes fails in turn: each file is the old or the new one.

The long form, with every error at every call and a disk that is really full, is `make torture`.
"""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.errors import UnwritableError
from sendwizard.store.answers_file import FILE_NAME
from sendwizard.store.atomic import clear_left_overs, write_atomic
from sendwizard.store.lock import YearLock
from tests.store.acts_that_write import ACTS, YEAR, world
from tests.store.failing_disk import ERRORS, Act, Disk, each_call_failing, undisturbed
from tests.worlds import ROOT

QUICK = ("save", "resume", "put by")
"""Of these every call is tried; of the others, which read the whole bank, a few."""
FEW = 4


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with something of everything."""
    return world(tmp_path_factory.mktemp("writes"))


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_whatever_call_fails_nothing_is_lost_and_the_error_is_a_sentence(
    act: Act, start: Path
) -> None:
    room = start.parent
    every = 1 if act.name in QUICK else undisturbed(act, start, room)[0] // FEW

    def choose(number: int) -> list[tuple[int, bool]]:
        turn = number // every
        return [] if number % every else [(ERRORS[turn % len(ERRORS)], turn % 2 == 0)]

    tried = list(each_call_failing(act, start, room, choose))
    assert len(tried) >= FEW
    assert [each for each in tried if each.wrong] == []


def test_the_disk_of_these_tests_really_fails(tmp_path: Path) -> None:
    calls = {1: "open", 3: "write", 4: "fsync", 5: "close", 6: "replace"}
    for number, call in calls.items():
        folder = tmp_path / str(number)
        folder.mkdir()
        disk = Disk(folder, number)
        with disk.in_place(), pytest.raises(UnwritableError, match="No space left"):
            write_atomic(folder / "a.toml", b"new")
        assert disk.calls[number - 1] == call
        assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_file_that_may_grow_no_more_leaves_the_old_one(start: Path) -> None:
    before = (start / YEAR / FILE_NAME).read_bytes()
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(start), str(len(before) // 2)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout == "File too large\n", ran.stderr
    assert (start / YEAR / FILE_NAME).read_bytes() == before
    assert list((start / YEAR).glob(".*.part")) == []


LIMITED = """
import resource, sys
from pathlib import Path
from sendwizard.errors import UnwritableError
from sendwizard.errors import UnwritableError
from sendwizard.store.answers_file import read_answers, write_answers
path = Path(sys.argv[1], "2026-27", "answers.toml")
answers = read_answers(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    write_answers(path, answers)
except UnwritableError as error:
    print(str(error).split(": ")[1].split(".")[0])
"""


def test_what_a_killed_run_left_half_written_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    left = (".answers.toml.ab12_xyz.part", ".report.html.00000000.part")
    ours = ("answers.toml", ".lock", ".part", "notes.part", ".answers.toml.part")
    for name in (*left, *ours):
        (tmp_path / name).write_text("x")
    (tmp_path / ".a.12345678.part").mkdir()
    clear_left_overs(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {*ours, ".a.12345678.part"}
    clear_left_overs(tmp_path / "nothing")


def test_opening_a_year_clears_what_a_killed_run_left(tmp_path: Path) -> None:
    year = tmp_path / YEAR
    (year / "history").mkdir(parents=True)
    left = [year / ".answers.toml.ab12_xyz.part", year / "history" / ".texts.toml.ab12_xyz.part"]
    for each in left:
        each.write_text("x")
    with YearLock(year).take(datetime(2026, 11, 24)):  # noqa: DTZ001 - the lock takes UTC
        assert [each for each in left if each.exists()] == []
