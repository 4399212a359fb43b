"""The wizard in three kinds of terminal, 80 by 24: drawn, typed into, pasted into, and left."""

import re
from pathlib import Path

import pexpect
import pytest

from sendwizard.store.answers_file import write_answers
from tests.terminal.terminals import Terminal, ask
from tests.worlds import filled

pytestmark = pytest.mark.terminal
KEYS = {
    "xterm-256color": {"f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "down": "\x1bOB"},
    "screen-256color": {"f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "down": "\x1bOB"},
    "linux": {"f2": "\x1b[[B", "f3": "\x1b[[C", "f4": "\x1b[[D", "down": "\x1b[B"},
}
PASTED = "\x1b[200~\u2022\tPaste\xadd one\n\u2022\tPasted two\x1b[201~"
SIXTEEN = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}
SGR = re.compile(rb"\x1b\[([\d;]*)m")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A school whose year is all answered."""
    write_answers(tmp_path / "school" / "2026-27" / "answers.toml", filled())
    return tmp_path / "school"


def colours(heard: bytes) -> set[str]:
    """The numbers of every colour that was sent, `38;5` and `48;2` as such."""
    found: set[str] = set()
    for each in SGR.findall(heard):
        numbers = each.decode().split(";")
        while numbers:
            first = numbers.pop(0)
            if first in ("38", "48"):
                found.add(f"{first};{numbers[0]}")
                del numbers[: 2 if numbers[0] == "5" else 4]
            elif first.isdigit():
                found.add(first)
    return found


def plain(number: str) -> bool:
    """Whether it is one of the sixteen colours, or the terminal's own."""
    return ";" not in number


def is_colour(number: str) -> bool:
    """Whether it is a colour at all, other than the terminal's own."""
    return ";" in number or int(number) in SIXTEEN


@pytest.mark.parametrize("term", KEYS)
def test_a_question_is_answered_pasted_into_and_left(folder: Path, term: str) -> None:
    keys = KEYS[term]
    terminal = Terminal(folder, "--at", "equipment", term=term)
    terminal.wait_for("What a good answer covers")
    terminal.type("\x15\x0b\r\rWe lend tablets.\r")  # Ctrl+U, Ctrl+K, two new lines
    terminal.type(PASTED)
    terminal.wait_for("- Pasted two")
    terminal.type(keys["f3"])
    terminal.wait_for("An example, not your school")
    terminal.type(keys["f4"])
    terminal.wait_for("Contents")
    terminal.type("\x1b")
    terminal.wait_for("An example, not your school")
    terminal.type(keys["f2"])
    terminal.wait_for("A reminder to myself")
    terminal.type("1")
    terminal.wait_for("Only you see this")
    terminal.type("ask Jo\r")
    terminal.wait_for("Reminder to myself: ask Jo")
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)
    rows = ask(folder, "answers", "list")["answers"]
    assert isinstance(rows, list)
    value = next(row["value"] for row in rows if row["id"] == "equipment")
    assert value.endswith("We lend tablets.\n- Pasted one\n- Pasted two")


def test_the_linux_console_is_sent_its_sixteen_colours_alone(folder: Path) -> None:
    terminal = Terminal(folder, "--at", "equipment", term="linux")
    terminal.wait_for("What a good answer covers")
    found = colours(terminal.heard)
    assert any(is_colour(each) for each in found)
    assert all(map(plain, found))
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)


def test_with_no_color_no_colour_is_sent_and_the_focus_is_still_seen(folder: Path) -> None:
    terminal = Terminal(folder, "--at", "school-type", more={"NO_COLOR": "1"})
    terminal.wait_for("What a good answer covers")
    found = colours(terminal.heard)
    assert not {each for each in found if is_colour(each)}
    assert found & {"1", "4", "7"}, "nothing stands out"
    lines = [
        y for y in range(24) if any(terminal.screen.buffer[y][x].reverse for x in range(3, 20))
    ]
    assert lines, "the chosen answer is not seen"
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)
