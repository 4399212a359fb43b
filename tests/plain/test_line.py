"""The line between plain mode and a person: what it may carry, and how it may end."""

import io
import os
import signal
from collections.abc import Iterator

import pytest

from sendwizard.core.words import LEAVING
from sendwizard.errors import UnwritableError
from sendwizard.office.sitting import open_year
from sendwizard.plain import run_plain
from sendwizard.store.answers_file import write_answers
from tests.plain.conftest import NOON, Place, Talk
from tests.worlds import YEAR, answers_of

WRITE = "sendwizard.office.sitting.write_answers"


class Cut(io.StringIO):
    """Lines that come one by one, and then something happens instead of the next."""

    def __init__(self, lines: list[str], then: type[BaseException] | signal.Signals) -> None:
        super().__init__()
        self._lines: Iterator[str] = iter(lines)
        self._then = then

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # typeshed has bytes
        """The next line; behind the last, what happens."""
        line = next(self._lines, None)
        if line is not None:
            return f"{line}\n"
        if isinstance(self._then, signal.Signals):
            os.kill(os.getpid(), self._then)
            return ""
        raise self._then


def cut(place: Place, at: str, *lines: str, then: type[BaseException] | signal.Signals) -> int:
    """A sitting that ends in this way; its exit code."""
    with open_year(place.school, YEAR, at, lambda: NOON) as sitting:
        return run_plain(sitting, Cut(list(lines), then), io.StringIO(), asked_for=True)


def test_ctrl_c_keeps_a_passage_that_it_cuts_and_says_so_to_scripts(place: Place) -> None:
    code = cut(place, "money", "We spend it.", "- adults", then=KeyboardInterrupt)
    assert code == 130
    assert place.value("money") == "We spend it.\n- adults"


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_line_that_drops_keeps_what_was_typed(place: Place, name: str) -> None:
    before = signal.getsignal(signal.Signals[name])
    assert cut(place, "senco", "Ms A", "01632 960000", then=signal.Signals[name]) == 0
    assert place.rows("senco") == [{"name": "Ms A", "phone": "01632 960000"}]
    assert signal.getsignal(signal.Signals[name]) == before


@pytest.mark.parametrize(
    ("at", "lines"), [("money", ["One.", "Two."]), ("staff-training", ["One", "Two"])]
)
def test_each_line_is_on_disk_before_the_next_is_typed(
    place: Place, at: str, lines: list[str]
) -> None:
    """Kill -9 takes nothing but the line that is being typed."""
    seen: list[object] = []

    class Watching(Cut):
        def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # ditto
            if (place.year / "answers.toml").exists():
                seen.append(str(place.value(at)))
            return super().readline()

    with open_year(place.school, YEAR, at, lambda: NOON) as sitting:
        run_plain(sitting, Watching(lines, KeyboardInterrupt), io.StringIO(), asked_for=True)
    assert "One" in str(seen[0])
    assert "Two" in str(seen[1])


def test_what_a_passage_replaces_is_in_the_history_however_it_was_typed(
    talk: Talk, place: Place
) -> None:
    place.write(answers_of(money="The old words."))
    cut(place, "money", "New.", "Words.", then=KeyboardInterrupt)
    assert "The old words." in talk("history", at="money")


def test_a_save_that_fails_is_said_and_tried_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = write_answers
    fails = iter([True, True, False])

    def sometimes(*given: object) -> None:
        if next(fails, False):
            raise UnwritableError("The disk is full.")
        write(*given)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(WRITE, sometimes)
    out = io.StringIO()
    with open_year(place.school, YEAR, "school-name", lambda: NOON) as sitting:
        assert run_plain(sitting, io.StringIO("St Mary’s\n\n\n"), out, asked_for=True) == 0
    said = out.getvalue()
    assert "Not saved: The disk is full." in said
    assert "Saved: St Mary’s" not in said
    assert place.value("school-name") == "St Mary’s"


def test_words_that_could_not_be_saved_at_the_end_are_never_called_saved(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UnwritableError("The disk is full.")

    monkeypatch.setattr(WRITE, full)
    out = io.StringIO()
    with (
        open_year(place.school, YEAR, "school-name", lambda: NOON) as sitting,
        pytest.raises(UnwritableError),
    ):
        run_plain(sitting, io.StringIO("St Mary’s\n"), out, asked_for=True)
    assert not out.getvalue().rstrip().endswith(LEAVING)


def test_what_is_said_holds_nothing_that_a_terminal_would_obey(talk: Talk, place: Place) -> None:
    hostile = "A\x1b[31mB\u202eC"
    place.write(answers_of(money="One.", school_type="pru"))
    said = talk(hostile, "back", "note", hostile, "find", hostile, at="school-name")
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert place.value("school-name") == "A[31mBC"


def test_a_refused_line_is_read_back_harmless(talk: Talk) -> None:
    said = talk("\x1b[2Jmany\x07", at="roll")
    assert "\x1b" not in said
    assert "many" in said


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        (b"\xef\xbb\xbfSt Ren\xc3\xa9\r\n", "St René"),
        (b"St Ren\xe9 \x96 school\n", "St René – school"),
    ],
)
def test_letters_of_notepad_and_of_old_windows_arrive_as_they_were_typed(
    place: Place, sent: bytes, heard: str
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(sent), encoding="utf-8")
    with open_year(place.school, YEAR, "school-name", lambda: NOON) as sitting:
        run_plain(sitting, typed, io.StringIO(), asked_for=True)
    assert place.value("school-name") == heard


def test_an_old_terminal_gets_straight_quotes_and_no_fault(place: Place) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="latin-1")
    with open_year(place.school, YEAR, "money", lambda: NOON) as sitting:
        run_plain(sitting, io.StringIO("help all\ncontents\n\n"), out, asked_for=True)
    said = raw.getvalue().decode("latin-1")
    assert "last year's answer" in said
    assert "?s answer" not in said


def test_nothing_is_drawn(talk: Talk, place: Place) -> None:
    """No box, no bar, no column, no redraw: each line is read out as it stands."""
    place.write(answers_of(school_type="pru", school_name="St Mary’s"))
    said = talk("contents", "", "answers", "", "review", "", "home", "preview", "1", at="money")
    assert not set(said) & set("│─┌┐└┘├┤█▓░\t\r\b")
    assert "   " not in said


def test_a_script_sees_each_prompt_on_a_line_of_its_own(talk: Talk) -> None:
    lines = talk("St Mary’s", at="school-name").splitlines()
    assert "Your answer: " in lines
    assert "Saved: St Mary’s" in lines
