"""What goes wrong around the wizard: the words stay, and it says what to do."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sendwizard.core.bank import Kind
from sendwizard.core.carry import carry
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.tui.app import SendwizardApp
from sendwizard.tui.cursor import cursor_of, put_cursor
from sendwizard.tui.passage import PassageField
from tests.tui.around import from_menu, pick, see, words_on, write
from tests.tui.test_fields_by_keys import on_disk, seat, shown, until
from tests.worlds import QUESTIONS, YEAR, filled, real_bank

AT = "adapt-curriculum"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """A school with a full year; what failed is tried again sooner than for people."""
    monkeypatch.setattr("sendwizard.tui.sitting_app.TRY_AGAIN", 0.1)
    school = School(tmp_path / "school", QUESTIONS, None)
    write_answers(school.year_folder(YEAR) / "answers.toml", filled())
    return school


def failing(number: int) -> Callable[..., None]:
    """A save that fails as the system does."""

    def fail(*_: object) -> None:
        cause = OSError(number, os.strerror(number))
        raise UnwritableError(f"It failed: {os.strerror(number)}.") from cause

    return fail


WRITE = "sendwizard.office.sitting.write_answers"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Not saved: The disk is full. Make room on it"),
        (errno.EDQUOT, "Not saved: Your share of the disk is used up."),
        (errno.EROFS, "Not saved: The folder can only be read."),
        (errno.EACCES, "another program holds it, such as a backup."),
        (errno.EBUSY, "Not saved: Another program holds the file"),
        (errno.EIO, "Not saved: The disk, or the line to it, has a fault."),
    ],
    ids=lambda each: errno.errorcode[each] if isinstance(each, int) else "",
)
async def test_a_fault_is_said_with_what_to_do_and_the_save_is_made_when_it_is_over(
    school: School, number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seat(school, at=AT) as (app, pilot):
        with monkeypatch.context() as broken:
            broken.setattr(WRITE, failing(number))
            await pilot.press("x")
            await until(lambda: words in shown(app, "state"), pilot)
            assert "It is tried again by itself. F12 offers other ways." in shown(app, "state")
            assert app.page.query_one("#state").size.height < 6  # no line of it is cut off
            assert app.page.query_one(PassageField).text.endswith("x")
        await until(lambda: str(on_disk(school).value(AT)).endswith("x"), pilot)
        await until(lambda: "Saved at" in shown(app, "state"), pilot)


async def test_a_folder_that_is_taken_away_under_the_wizard_is_said_until_it_is_back(
    school: School,
) -> None:
    folder = school.year_folder(YEAR)
    async with seat(school, at=AT) as (app, pilot):
        folder.rename(folder.with_name("elsewhere"))
        await pilot.press("x")
        await until(lambda: "is not there any more" in shown(app, "state"), pilot)
        assert not folder.exists()
        folder.with_name("elsewhere").rename(folder)
        await until(lambda: str(on_disk(school).value(AT)).endswith("x"), pilot)


async def test_leaving_with_unsaved_words_asks_first_and_tries_again(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_year(school, YEAR, AT) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            with monkeypatch.context() as broken:
                broken.setattr(WRITE, failing(errno.ENOSPC))
                await pilot.press("x", "f12")
                await see(pilot, app, "Your words are still here")
                assert "The disk is full" in words_on(app)
                await pick(pilot, app, "Try again")
                await see(pilot, app, "Your words are still here")
                await pilot.press("escape")
                await until(lambda: app.screen is app.page, pilot)
            await pilot.press("f12")
            await until(lambda: not app.is_running, pilot)
        app.close()
        assert app.left_by_key
    assert str(on_disk(school).value(AT)).endswith("x")


async def test_words_that_cannot_be_saved_go_to_another_folder_and_back(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_year(school, YEAR, AT) as sitting, monkeypatch.context() as broken:
        broken.setattr(WRITE, failing(errno.EROFS))
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("x", "f12")
            await pick(pilot, app, "Save my words in another folder")
            await see(pilot, app, "A whole file with all your answers")
            await write(pilot, str(tmp_path / "not there"))
            await see(pilot, app, "There is no such folder")
            await write(pilot, str(stick))
            await see(pilot, app, f"Your words are in {stick}")
            await pick(pilot, app, "Leave")
            await until(lambda: not app.is_running, pilot)
        with pytest.raises(UnwritableError, match=f"can only be read.* Your words are in {stick}"):
            app.close()
    (copy,) = stick.iterdir()
    assert str(read_answers(copy).value(AT)).endswith("x")
    assert on_disk(school) == filled()
    shutil.copy(copy, school.year_folder(YEAR))
    async with seat(school) as (app, pilot):
        await see(pilot, app, "Two versions of an answer: 1 of 1")
        await pilot.pause(1)  # a choice within the first second counts as a letter on its way
        await pick(pilot, app, "Take theirs")
        await until(lambda: str(on_disk(school).value(AT)).endswith("x"), pilot)


async def test_leaving_all_the_same_loses_only_what_was_said_to_be_lost(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_year(school, YEAR, AT) as sitting, monkeypatch.context() as broken:
        broken.setattr(WRITE, failing(errno.EIO))
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("x", "f12")
            await pick(pilot, app, "Leave all the same")
            await until(lambda: not app.is_running, pilot)
        with pytest.raises(UnwritableError, match="has a fault") as raised:
            app.close()
        assert "A copy" not in str(raised.value)
    assert on_disk(school) == filled()
    async with seat(school) as (app, _pilot):
        assert app.wizard.answers == filled()


async def test_in_a_kiosk_nothing_is_saved_outside_the_folder(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = School(school.folder, QUESTIONS, None, shut_in=True)
    with open_year(shut, YEAR, AT) as sitting:
        app = SendwizardApp(sitting, asked_for=True, kiosk=True)
        async with app.run_test(size=(80, 24)) as pilot:
            with monkeypatch.context() as broken:
                broken.setattr(WRITE, failing(errno.EIO))
                await pilot.press("x", "f12")
                await see(pilot, app, "Your words are still here")
                assert "another folder" not in words_on(app)
            await pick(pilot, app, "Try again")
            await until(lambda: not app.is_running, pilot)
        app.close()


# -- coming back to the same place ---------------------------------------------------------


def of_kind(kind: Kind) -> str:
    """A question of that kind on the route."""
    asked = filled().by_id
    return next(each.id for each in real_bank().questions if each.kind is kind and each.id in asked)


TABLE = "staff-training"
ONE_ROW = "senco"


@pytest.mark.parametrize(
    ("at", "keys", "place"),
    [
        (AT, ("home", "right", "right", "right"), (0, 3)),
        ("school-name", ("home", "right", "right"), (0, 2)),
        (of_kind(Kind.CHOICE), ("down", "down"), (2, 0)),
        (of_kind(Kind.CHOICES), ("home", "down"), (1, 0)),
        (of_kind(Kind.DATE), ("home", "right"), (0, 1)),
        (of_kind(Kind.URL), ("home", "right"), (0, 1)),
        (TABLE, (), (0, 0)),
        (TABLE, ("down",), (1, 0)),
        (TABLE, ("enter",), (0, 10_018)),
        (TABLE, ("enter", "down", "home", "right"), (0, 20_001)),
        (TABLE, ("a", "N", "e", "w"), (1, 10_003)),
        (ONE_ROW, ("down", "left"), (0, 20_011)),
    ],
    ids=str,
)
async def test_the_cursor_is_where_it_was_when_the_line_dropped(
    school: School, at: str, keys: tuple[str, ...], place: tuple[int, int]
) -> None:
    with open_year(school, YEAR, at) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)
            assert cursor_of(app.page) == place
            app._leave()
        app.close()
    async with seat(school) as (app, pilot):
        assert app.wizard.at == at
        assert cursor_of(app.page) == place
        await pilot.press("f1", "escape")
        assert cursor_of(app.page) == place


async def test_a_cursor_deep_in_a_long_text_is_in_sight_also_in_one_that_is_not_checked_yet(
    school: School,
) -> None:
    long = filled().by_id[AT]
    text = "\n".join(f"Line {n}." for n in range(200))
    old = filled().with_answer(AT, type(long)(text, on=long.on))
    write_answers(school.year_folder("2025-26") / "answers.toml", old)
    write_answers(school.year_folder(YEAR) / "answers.toml", carry(real_bank(), old, YEAR))
    with open_year(school, YEAR, AT) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            app.page.place_cursor((150, 3))
            await pilot.pause()
            app._leave()
        app.close()
    async with seat(school) as (app, pilot):
        field = app.page.query_one(PassageField)
        await until(lambda: field.scroll_offset.y > 100, pilot)
        assert field.cursor_location == (150, 3)
        line = field.wrapped_document.location_to_offset(field.cursor_location).y
        assert 0 <= line - field.scroll_offset.y < field.size.height


@pytest.mark.parametrize("cursor", [(0, 0), (10**9, 10**9), (-1, -5), (3, 20_001)])
@pytest.mark.parametrize("at", [AT, "school-name", of_kind(Kind.CHOICE), TABLE, ONE_ROW])
async def test_a_place_that_is_not_there_any_more_is_no_fault(
    school: School, at: str, cursor: tuple[int, int]
) -> None:
    async with seat(school, at=at) as (app, pilot):
        put_cursor(app.page, cursor)
        await pilot.pause()
        assert app.screen is app.page
        assert app.wizard.answers == filled()


async def test_a_form_that_was_up_when_the_line_dropped_stands_filled_in_next_time(
    school: School,
) -> None:
    with open_year(school, YEAR, AT) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await from_menu(pilot, app, "Other years, and the next one")
            await pick(pilot, app, "Begin another year")
            await see(pilot, app, "Write it as 2027-28")
            await pilot.press(*"2031-3")
            app._leave()
        app.close()
    async with seat(school) as (app, pilot):
        assert app.unread() == frozenset()
        await from_menu(pilot, app, "Other years, and the next one")
        await pick(pilot, app, "Begin another year")
        await see(pilot, app, "2031-3")
        await pilot.press("escape")


@pytest.mark.parametrize("key", ["f1", "f2", "f4", "f5", "f6"])
async def test_a_line_that_drops_under_any_page_loses_no_letter(school: School, key: str) -> None:
    with open_year(school, YEAR, AT) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("exclamation_mark", key)
            app.after_keys(app._leave)
            await until(lambda: not app.is_running, pilot)
        app.close()
    assert str(on_disk(school).value(AT)).endswith("!")
    with open_year(school, YEAR) as sitting:  # and the year is free
        assert sitting.wizard.at == AT
