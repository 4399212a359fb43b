"""The wizard in three kinds of terminal, 80 by 24: drawn, typed into, pasted into, and left."""

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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A school whose year is all answered."""
    write_answers(tmp_path / "school" / "2026-27" / "answers.toml", filled())
    return tmp_path / "school"


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
    terminal.wait_for("Enter: take 1")
    terminal.type("\r")
    terminal.wait_for("Only you see this")
    terminal.type("ask Jo\r")
    terminal.wait_for("Reminder to myself: ask Jo")
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)
    rows = ask(folder, "answers", "list")["answers"]
    assert isinstance(rows, list)
    value = next(row["value"] for row in rows if row["id"] == "equipment")
    assert value.endswith("We lend tablets.\n- Pasted one\n- Pasted two")


def test_with_no_color_the_chosen_answer_still_stands_out(folder: Path) -> None:
    terminal = Terminal(folder, "--at", "school-type", more={"NO_COLOR": "1"})
    terminal.wait_for("What a good answer covers")
    screen = terminal.screen
    chosen = [y for y in range(24) if "(x)" in screen.display[y]]
    assert all(screen.buffer[chosen[0]][x].reverse for x in range(3, 20))
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)
