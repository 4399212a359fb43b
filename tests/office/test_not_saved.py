"""A save that fails says why, and the words go where there is room."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sendwizard.core.answers import Answers
from sendwizard.errors import UnwritableError, UsageError
from sendwizard.office.faults import say_fault
from sendwizard.office.folders import School
from sendwizard.office.sitting import Sitting, open_year
from sendwizard.office.together import (
    WERE_RESCUED,
    leave_for_good,
    put_away,
    rescue,
    save_elsewhere,
    versions,
)
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.store.history import saves
from sendwizard.store.resume import Resume
from tests.office.two_people import BASE, NOON, in_greenwich, noon, on_disk, path_of, saying, school
from tests.worlds import YEAR

__all__ = ["in_greenwich", "school"]


# -- faults -------------------------------------------------------------------------------

_NUMBERS = [
    *(errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY),
    *(errno.EIO, errno.ESTALE, errno.EFBIG),
]
_CALLS = {"write": "os.write", "flush": "os.fsync", "rename": "os.replace"}


def failing(number: int) -> Callable[..., None]:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", _NUMBERS, ids=[errno.errorcode[each] for each in _NUMBERS])
@pytest.mark.parametrize("call", _CALLS)
def test_a_save_that_fails_says_why_and_what_to_do_and_can_be_made_again(
    school: School, call: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = saying(BASE, "money", "Mine.")
    with open_year(school, YEAR, clock=noon) as sitting:
        with monkeypatch.context() as patch:
            patch.setattr(_CALLS[call], failing(number))
            with pytest.raises(UnwritableError) as raised:
                sitting.leave(mine, 1)
        said = str(raised.value)
        assert said.startswith(say_fault(number))
        assert say_fault(number)
        for word in ("Errno", "errno", str(sitting.folder)):
            assert word not in said
        assert on_disk(school) == BASE
        sitting.leave(mine, 1)
    assert on_disk(school) == mine


def test_a_clock_that_jumps_back_turns_no_saves_round(school: School) -> None:
    now = [NOON]
    with open_year(school, YEAR, clock=lambda: now[0]) as sitting:
        sitting.leave(saying(BASE, "money", "First."), 1)
        now[0] = NOON - timedelta(days=400)
        sitting.leave(saying(BASE, "money", "Second."), 2)
        sitting.leave(saying(BASE, "money", "Third."), 3)
        kept = [read_answers(each.path).value("money") for each in saves(sitting.folder)]
    assert kept == ["First.", "Second.", "Third."]


# -- where words go that cannot be saved in their place ------------------------------------


def test_saving_elsewhere_writes_a_whole_file_and_replaces_none(
    school: School, tmp_path: Path
) -> None:
    mine = saying(BASE, "money", "Mine.")
    with open_year(school, YEAR, clock=noon) as sitting:
        first = save_elsewhere(sitting, mine, str(tmp_path))
        second = save_elsewhere(sitting, saying(mine, "money", "Later."), f" {tmp_path} ")
        assert read_answers(first).value("money") == "Mine."
        assert read_answers(second).value("money") == "Later."
        assert first.read_text(encoding="utf-8").rstrip().endswith("[end]")
        for wrong in ("", "   ", str(tmp_path / "not-there"), str(first)):
            with pytest.raises(UsageError, match="no such folder"):
                save_elsewhere(sitting, mine, wrong)
    shutil.copy(first, school.year_folder(YEAR))
    with open_year(school, YEAR, clock=noon) as sitting:
        (version,) = versions(sitting)
        assert version.answers == mine


def unsaved(sitting: Sitting, mine: Answers, monkeypatch: pytest.MonkeyPatch) -> str:
    """The line drops while nothing can be written in the year's folder; what is told."""

    def full(*_: object) -> None:
        raise UnwritableError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("sendwizard.office.sitting.write_answers", full)
        with pytest.raises(UnwritableError) as raised:
            leave_for_good(sitting, mine, 1, None)
    return str(raised.value)


def test_the_last_resort_is_brought_in_at_the_next_start_without_a_question(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        told = unsaved(sitting, saying(BASE, "money", "Mine."), monkeypatch)
        assert "A copy of your words is in" in told
    write_answers(path_of(school), saying(BASE, "complaints", "Theirs, since."))
    with open_year(school, YEAR, clock=noon) as sitting:
        (version,) = versions(sitting)
        assert version.said == WERE_RESCUED
        merged = version.with_mine(sitting.saved)
        assert merged.clashes == ()
        put_away(sitting, version, merged.answers)  # not saved yet
        assert list(versions(sitting))
        sitting.save(merged.answers, 1)
        put_away(sitting, version, merged.answers)
        assert list(versions(sitting)) == []
    assert on_disk(school).value("money") == "Mine."
    assert on_disk(school).value("complaints") == "Theirs, since."


def test_a_second_last_resort_does_not_replace_the_first(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ("First.", "Second."):
        with open_year(school, YEAR, clock=noon) as sitting:
            unsaved(sitting, saying(BASE, "money", words), monkeypatch)
    with open_year(school, YEAR, clock=noon) as sitting:
        assert [each.answers.value("money") for each in versions(sitting)] == ["First.", "Second."]


def test_where_even_the_last_resort_fails_nothing_is_promised(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_year(school, YEAR, clock=noon) as sitting, monkeypatch.context() as patch:
        patch.setattr("os.replace", failing(errno.ENOSPC))
        assert rescue(sitting, saying(BASE, "money", "Mine.")) == ""


def test_what_stands_in_a_form_comes_back_and_is_no_draft(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        sitting.forms = {"approve/by": "Ann Lee"}
        sitting.remember(Resume("money", drafts={"roll/": "two"}))
    with open_year(school, YEAR, clock=noon) as sitting:
        assert sitting.resume is not None
        assert sitting.resume.drafts == {"roll/": "two"}
        assert sitting.forms == {"approve/by": "Ann Lee"}
