"""Two people, one file: nobody's words are overwritten, and nobody's are lost."""

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.merge import Choice, choose, merge
from sendwizard.errors import LockedError, UnwritableError, UsageError
from sendwizard.office.faults import say_fault
from sendwizard.office.folders import School
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.sitting import Sitting, open_or_look, open_year
from sendwizard.office.together import (
    WERE_RESCUED,
    leave_for_good,
    put_away,
    put_mine_by,
    rescue,
    save_elsewhere,
    save_without_asking,
    versions,
)
from sendwizard.store.answers_file import FILE_NAME, dump_answers, read_answers, write_answers
from sendwizard.store.history import saves
from sendwizard.store.lock import HOLDER_NAME, YearLock
from sendwizard.store.resume import Resume
from tests.worlds import DAY, QUESTIONS, YEAR, answers_of

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
BASE = answers_of(school_name="Oakfield", money="Old words.", complaints="As before.")


def noon() -> datetime:
    return NOON


@pytest.fixture(autouse=True)
def in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are told by the clock of the computer: here, in UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        _set_zone()
        yield
    _set_zone()


def _set_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school whose year has some answers."""
    school = School(tmp_path / "school", QUESTIONS, None)
    write_answers(path_of(school), BASE)
    return school


def path_of(school: School) -> Path:
    return school.year_folder(YEAR) / FILE_NAME


def saying(answers: Answers, question: str, value: str) -> Answers:
    return answers.with_answer(question, replace(answers.get(question), value=value, on=DAY))


def on_disk(school: School) -> Answers:
    return read_answers(path_of(school))


# -- one version out of two ---------------------------------------------------------------


def test_what_only_one_of_them_changed_is_taken_without_a_question() -> None:
    mine = saying(BASE, "money", "My words.")
    theirs = saying(saying(BASE, "complaints", "Their words."), "agencies-health", "New.")
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.from_them == 2
    assert merged.answers.value("money") == "My words."
    assert merged.answers.value("complaints") == "Their words."
    assert merged.answers.value("agencies-health") == "New."
    assert merged.answers.value("school-name") == "Oakfield"


def test_an_answer_that_one_of_them_took_out_stays_out() -> None:
    gone = BASE.with_answer("money", Answer())
    assert "money" not in merge(BASE, gone, BASE).answers.by_id
    assert "money" not in merge(BASE, BASE, gone).answers.by_id


def test_where_both_changed_an_answer_theirs_stands_until_a_person_chooses() -> None:
    mine, theirs = saying(BASE, "money", "Mine."), saying(BASE, "money", "Theirs.")
    merged = merge(BASE, mine, theirs)
    (clash,) = merged.clashes
    assert merged.answers.value("money") == "Theirs."
    assert choose(merged.answers, clash, Choice.THEIRS).value("money") == "Theirs."
    assert choose(merged.answers, clash, Choice.MINE).value("money") == "Mine."
    assert choose(merged.answers, clash, Choice.BOTH).value("money") == "Mine.\n\nTheirs."


def test_the_same_words_from_both_are_no_question() -> None:
    mine = saying(BASE, "money", "The same.")
    theirs = BASE.with_answer("money", Answer("The same.", on=DAY + timedelta(days=1)))
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.answers.get("money").on == DAY + timedelta(days=1)


def test_reminders_of_both_are_kept_whatever_becomes_of_the_answer() -> None:
    mine = BASE.with_answer("money", replace(BASE.get("money"), value="Mine.", note="Ask Jo"))
    theirs = BASE.with_answer("money", replace(BASE.get("money"), value="Theirs.", note="Ask Al"))
    merged = merge(BASE, mine, theirs)
    for choice in Choice:
        assert choose(merged.answers, merged.clashes[0], choice).get("money").note == (
            "Ask Jo\nAsk Al"
        )


def test_what_stands_above_the_answers_comes_together_too() -> None:
    base = replace(BASE, finished=("a", "b"), approvals=1, archive={"2025-26": {"x": 1}})
    mine = replace(base, finished=("a", "b", "c"), archive={"2025-26": {"x": 1, "y": 2}})
    theirs = replace(base, finished=("b", "d"), approvals=2, extra={"new": 1})
    merged = merge(base, mine, theirs).answers
    assert merged.finished == ("b", "c", "d")
    assert merged.approvals == 2
    assert merged.archive == {"2025-26": {"x": 1, "y": 2}}
    assert merged.extra == {"new": 1}


def test_without_a_common_version_only_what_differs_is_asked() -> None:
    mine = answers_of(school_name="Oakfield", money="Mine.")
    theirs = answers_of(school_name="Oakfield", money="Theirs.", complaints="Only there.")
    merged = merge(answers_of(), mine, theirs)
    assert [each.question for each in merged.clashes] == ["money"]
    assert merged.answers.value("complaints") == "Only there."


_answers = st.dictionaries(
    st.sampled_from(["money", "complaints", "school-name"]),
    st.builds(
        Answer,
        value=st.sampled_from(["one", "two", "three", None]),
        source=st.sampled_from(Source),
        note=st.sampled_from(["", "Ask Jo", "Ask Al"]),
    ),
).map(lambda by_id: Answers(YEAR, "england", "2026.11", by_id))


@given(base=_answers, mine=_answers, theirs=_answers)
def test_no_new_word_of_either_is_ever_lost(base: Answers, mine: Answers, theirs: Answers) -> None:
    merged = merge(base, mine, theirs)
    asked = {each.question: each for each in merged.clashes}
    for one in (mine, theirs):
        for key, answer in one.by_id.items():
            was = base.get(key)
            if answer.value not in (None, was.value):
                clash = asked.get(key)
                held = [merged.answers.value(key)]
                held += [clash.mine.value, clash.theirs.value] if clash else []
                assert answer.value in held
            if answer.note not in ("", was.note):
                assert answer.note in merged.answers.get(key).note.split("\n")
    assert merge(base, mine, mine).clashes == ()
    assert merge(base, mine, base).answers.by_id.keys() == {
        key for key, each in mine.by_id.items() if not each.is_bare
    }


# -- a file that is changed underneath ----------------------------------------------------


def test_what_somebody_else_wrote_is_never_overwritten(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        theirs = saying(BASE, "money", "Theirs.")
        write_answers(path_of(school), theirs)
        mine = saying(BASE, "complaints", "Mine.")
        with pytest.raises(ChangedError) as raised:
            sitting.save(mine, 1)
        assert on_disk(school) == theirs
        merged = merge(sitting.saved, mine, raised.value.theirs)
        sitting.accept(raised.value)
        assert sitting.save(merged.answers, 2)
    assert on_disk(school).value("money") == "Theirs."
    assert on_disk(school).value("complaints") == "Mine."


def test_a_change_of_a_comment_alone_counts_as_a_change(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        with path_of(school).open("r+", encoding="utf-8") as file:
            text = file.read()
            file.seek(0)
            file.write(f"# by hand\n{text}")
        with pytest.raises(ChangedError) as raised:
            sitting.save(saying(BASE, "money", "Mine."), 1)
        assert raised.value.theirs == BASE


def test_a_file_that_is_half_copied_is_left_alone_until_it_is_whole(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        whole = dump_answers(saying(BASE, "money", "Theirs."))
        path_of(school).write_bytes(whole[:-20])
        with pytest.raises(UnwritableError, match="cannot be read now"):
            sitting.save(saying(BASE, "complaints", "Mine."), 1)
        assert path_of(school).read_bytes() == whole[:-20]
        path_of(school).write_bytes(whole)
        with pytest.raises(ChangedError):
            sitting.save(saying(BASE, "complaints", "Mine."), 1)


def test_a_file_that_was_taken_away_is_written_anew(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        path_of(school).unlink()
        sitting.save(saying(BASE, "money", "Mine."), 1)
    assert on_disk(school).value("money") == "Mine."


@pytest.mark.parametrize("how", ["removed", "renamed"])
def test_a_folder_that_has_gone_is_said_and_not_made_anew(school: School, how: str) -> None:
    """Below the place of a drive that is not connected the words would be hidden."""
    with open_year(school, YEAR, clock=noon) as sitting:
        if how == "removed":
            shutil.rmtree(sitting.folder)
        else:
            sitting.folder.rename(sitting.folder.with_name("old"))
        for _ in range(2):
            with pytest.raises(UnwritableError, match="is not there any more"):
                sitting.leave(saying(BASE, "money", "Mine."), 1)
            with pytest.raises(UnwritableError, match="is not there any more"):
                sitting.remember(Resume("money"))
        assert not sitting.folder.exists()
        sitting.folder.mkdir()
        sitting.leave(saying(BASE, "money", "Mine."), 1)
    assert on_disk(school).value("money") == "Mine."


def test_with_nobody_to_ask_theirs_stands_and_mine_is_asked_about_next_time(
    school: School,
) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        write_answers(path_of(school), saying(BASE, "money", "Theirs."))
        mine = saying(saying(BASE, "money", "Mine."), "complaints", "Also mine.")
        told = save_without_asking(sitting, mine, 1)
        assert "1 answer that you changed as well" in told
    assert on_disk(school).value("money") == "Theirs."
    assert on_disk(school).value("complaints") == "Also mine."
    with open_year(school, YEAR, clock=noon) as sitting:
        (version,) = versions(sitting)
        (clash,) = version.with_mine(sitting.saved).clashes
        assert (clash.question, clash.mine.value, clash.theirs.value) == (
            "money",
            "Mine.",
            "Theirs.",
        )
        assert "were typed here on 24 November at 12:00" in version.said
        put_away(sitting, version, sitting.saved)
        assert list(versions(sitting)) == []
        history = (sitting.folder / "history").glob("answers.*.toml")
        assert [read_answers(each).value("money") for each in history] == ["Mine."]


def test_mine_is_put_by_whole_under_a_name_that_tells(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        name = put_mine_by(sitting, saying(BASE, "money", "Mine."))
        assert "2026-11-24-120000" in name
        assert read_answers(sitting.folder / "history" / name).value("money") == "Mine."


@pytest.mark.parametrize(
    "name",
    [
        "answers-LAPTOP-7.toml",
        "answers (Jo Alder's conflicted copy 2026-11-24).toml",
        "answers (conflicted copy 2026-11-24 101010).toml",
        "answers (1).toml",
        "answers.sync-conflict-20261124-101010-ABCDEFG.toml",
    ],
)
def test_the_copies_of_programs_that_copy_files_are_found(school: School, name: str) -> None:
    write_answers(school.year_folder(YEAR) / name, saying(BASE, "money", "Elsewhere."))
    with open_year(school, YEAR, clock=noon) as sitting:
        (version,) = versions(sitting)
        assert name in version.said
        assert [each.question for each in version.with_mine(BASE).clashes] == ["money"]


def test_what_is_no_version_of_these_answers_is_passed_by(school: School) -> None:
    folder = school.year_folder(YEAR)
    (folder / "answers-broken.toml").write_text("[[[")
    write_answers(folder / "answers-old.toml", replace(BASE, year="2025-26"))
    write_answers(folder / "answers-newer.toml", replace(BASE, edition="2099.01"))
    (folder / "answers-folder.toml").mkdir()
    with open_year(school, YEAR, clock=noon) as sitting:
        assert list(versions(sitting)) == []


# -- the lock -----------------------------------------------------------------------------


def test_the_second_person_looks_and_is_told_who_and_writes_when_the_first_has_left(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22")
    monkeypatch.setattr("getpass.getuser", lambda: "jo")
    first = open_year(school, YEAR, clock=noon)
    with pytest.raises(
        LockedError, match=r"2026-27 is open elsewhere: jo from 192\.0\.2\.7, since"
    ):
        open_year(school, YEAR, clock=noon)
    with open_or_look(school, YEAR, clock=noon) as second:
        assert second.waits
        assert "jo from 192.0.2.7, since" in second.read_only
        assert not second.save(saying(BASE, "money", "Mine."), 1)
        second.remember(Resume("money"))
        assert not (second.folder / "resume.toml").exists()
        assert not second.look_again()
        first.save(saying(BASE, "money", "First."), 1)
        assert second.look_again()
        assert second.saved.value("money") == "First."
        assert second.waits
        first.remember(Resume("money", drafts={"roll/": "two"}))
        first.close()
        assert second.look_again()
        assert (second.waits, second.read_only) == (False, "")
        assert second.resume is not None
        assert second.resume.drafts == {"roll/": "two"}
        assert second.save(saying(second.saved, "money", "Second."), 1)
    assert on_disk(school).value("money") == "Second."


def test_a_year_that_cannot_be_written_in_is_looked_at(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr("filelock.FileLock.acquire", refused)
        sitting = open_or_look(school, YEAR, clock=noon)
        assert "The folder can only be read." in sitting.read_only
        with pytest.raises(UnwritableError):  # where there is nothing to look at
            open_or_look(school, "2030-31", clock=noon)
    assert sitting.look_again()
    assert sitting.save(saying(BASE, "money", "Mine."), 1)
    sitting.close()


def test_whoever_left_leaves_no_name_and_whoever_was_cut_off_is_told_of(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = school.year_folder(YEAR)
    lock = YearLock(folder).take(NOON)
    lock.let_go()
    assert not (folder / HOLDER_NAME).exists()
    (folder / HOLDER_NAME).write_text(
        'who = "jo"\nwhere = "192.0.2.7"\nsince = 2026-11-24T14:05:00\n'
    )
    monkeypatch.setattr("getpass.getuser", lambda: "al")
    with YearLock(folder).take(NOON) as lock:
        assert lock.told == (
            "jo had this open on 24 November at 14:05 and the line dropped; their words are here."
        )
    with YearLock(folder).take(NOON) as lock:
        assert lock.told == ""


def test_one_s_own_dropped_line_is_told_as_one_s_own(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = school.year_folder(YEAR)
    lock = YearLock(folder).take(NOON)
    left = (folder / HOLDER_NAME).read_bytes()
    lock.let_go()
    (folder / HOLDER_NAME).write_bytes(left)
    with YearLock(folder).take(NOON) as lock:
        assert lock.told.startswith("You had this open on 24 November at 12:00")
        assert lock.told.endswith("your words are here.")


@pytest.mark.parametrize(
    "holder",
    [
        'who = "\\u001b]0;evil\\u0007jo\\n"\nwhere = "\\u001b[2J"\nsince = 2026-11-24T14:05:00\n',
        f'who = "{"x" * 5000}"\nwhere = "\\u202egnp"\nsince = 2026-11-24T14:05:00Z\n',
        'who = ""\nwhere = ""\nsince = 0001-01-01T00:00:00\n',
        "who = 3",
        "[[[",
        "",
    ],
)
def test_what_stands_in_the_holders_file_is_made_harmless(school: School, holder: str) -> None:
    folder = school.year_folder(YEAR)
    with YearLock(folder).take(NOON):
        (folder / HOLDER_NAME).write_text(holder)
        with pytest.raises(LockedError) as raised:
            YearLock(folder).take(NOON)
        assert str(raised.value).isprintable()
        assert len(str(raised.value)) < 300


@pytest.mark.parametrize("address", ["\x1b[31m", "evil host 22", "", "a" * 90, "::1%eth0"])
def test_an_address_that_is_none_is_not_written(
    school: School, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", f"{address} 50000 192.0.2.1 22")
    monkeypatch.setattr("socket.gethostname", lambda: "office-pc")
    folder = school.year_folder(YEAR)
    with YearLock(folder).take(NOON) as lock:
        assert lock.holder is not None
        assert lock.holder.where == (address if address.startswith("::1") else "office-pc")


def test_a_drive_without_locks_keeps_nobody_out_and_says_so(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("filelock.FileLock.acquire", none)
    first = open_year(school, YEAR, clock=noon)
    monkeypatch.setattr("getpass.getuser", lambda: "al")
    second = open_year(school, YEAR, clock=lambda: NOON + timedelta(hours=1))
    assert "may have this open as well" in second.lock.told
    first.save(saying(BASE, "money", "First."), 1)
    with pytest.raises(ChangedError):
        second.save(saying(BASE, "money", "Second."), 1)
    first.close()  # the name that stands there is the second's
    assert (second.folder / HOLDER_NAME).exists()
    second.close()
    assert not (second.folder / HOLDER_NAME).exists()


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
