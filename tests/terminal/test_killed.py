"""What is typed outlives a kill -9, a signal and a closed terminal.

This is the short form; the long one is `make torture` (`kills.py` and `signals.py` in its folder).
"""

import time
from pathlib import Path

import pytest

from tests.torture.desk import Desk, Letter, Seen
from tests.torture.typist import Tally, hire

pytestmark = pytest.mark.terminal
SIX_CUTS = "kill,SIGHUP,kill,SIGTERM,kill,close"


@pytest.fixture
def tally() -> Tally:
    return Tally()


@pytest.fixture
def desk(tmp_path: Path, tally: Tally) -> Desk:
    return Desk(tmp_path / "school", tally)


def typed(desk: Desk, letters: str, age: float) -> Seen:
    """A run in which these letters were typed so many seconds ago, and nothing came to disk."""
    at = time.monotonic() - age
    return Seen(
        desk.place, dict(desk.texts), [Letter(desk.place, each, at, 0.0) for each in letters]
    )


def test_what_is_typed_outlives_a_kill_a_signal_and_a_closed_terminal() -> None:
    seen = hire(SIX_CUTS, times=12, seed=2026, seconds=None, typists=2)
    assert seen.told == []
    assert seen.runs == 12
    assert seen.letters > 24
    assert (seen.missing, seen.missing_shown, seen.unreadable) == (0, 0, 0)
    assert (seen.locked, seen.misplaced) == (0, 0)


def test_a_letter_of_a_moment_ago_may_be_lost_to_a_kill(desk: Desk, tally: Tally) -> None:
    desk.look_after_kill(typed(desk, "abc", age=0.4), time.monotonic(), 0.0)
    assert tally.told == []
    assert 0.4 <= tally.worst < 1


def test_a_letter_of_more_than_a_second_ago_is_a_loss(desk: Desk, tally: Tally) -> None:
    desk.look_after_kill(typed(desk, "abc", age=1.5), time.monotonic(), 0.0)
    assert tally.missing == 3
    assert len(tally.told) == 1


def test_a_letter_that_was_shown_as_saved_is_a_loss_at_once(desk: Desk, tally: Tally) -> None:
    seen = typed(desk, "abc", age=0.1)
    seen.look(2, 0.0, 0.0, saved=False)
    seen.look(3, 0.0, 0.0, saved=True)
    desk.look_after_kill(seen, time.monotonic(), 0.0)
    assert (tally.claimed, tally.missing_shown) == (2, 2)


def test_every_letter_that_a_signal_loses_is_a_loss(desk: Desk, tally: Tally) -> None:
    desk.look_after_signal(typed(desk, "abc", age=0.0), 0.1, 0)
    assert tally.missing == 3


def test_an_answers_file_that_was_cut_short_is_told(desk: Desk, tally: Tally) -> None:
    path = desk.folder / "2026-27" / "answers.toml"
    path.write_bytes(path.read_bytes().removesuffix(b"[end]\n"))
    desk.look_after_kill(typed(desk, "", age=0.0), time.monotonic(), 0.0)
    assert tally.unreadable == 1
