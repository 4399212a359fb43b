"""One person at a time in a year: who has it, and who comes next."""

import errno
from datetime import timedelta

import pytest

from sendwizard.errors import LockedError, UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.sitting import open_or_look, open_year
from sendwizard.store.lock import HOLDER_NAME, YearLock
from sendwizard.store.resume import Resume
from tests.office.two_people import BASE, NOON, in_greenwich, noon, on_disk, saying, school
from tests.worlds import YEAR

__all__ = ["in_greenwich", "school"]


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
