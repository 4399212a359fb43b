"""In a real terminal of 80 by 24: the next year is begun from home, and brought to approval."""

from pathlib import Path

import pexpect
import pytest

from sendwizard.store.answers_file import read_answers, write_answers
from tests.terminal.terminals import ENTER, Terminal, ask
from tests.worlds import filled

pytestmark = pytest.mark.terminal


def test_a_year_is_begun_from_home_and_comes_to_its_approval(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    write_answers(folder / "2026-27" / "answers.toml", filled())
    terminal = Terminal(folder)
    terminal.wait_for("complete, waiting for governors")
    terminal.type("6")  # all else: the menu
    terminal.wait_for("24 Other years, and the next one")
    terminal.type("24")
    terminal.wait_for("Enter opens a year")
    terminal.type("1")
    terminal.wait_for("The answers of 2026-27 come across.")
    terminal.type(ENTER)
    terminal.wait_for("came across from 2026-27")
    terminal.wait_for("SEN information report 2027-28")
    terminal.type("6")
    terminal.wait_for("in the way")
    terminal.type("1")
    terminal.wait_for("Why they accept them")
    terminal.type("Being checked" + ENTER)
    terminal.wait_for("Who decides?")
    terminal.type("1")
    terminal.wait_for("Minute")
    terminal.type("Jo Bell" + ENTER + "Chair" + ENTER + "\x15" + "12/11/2027" + ENTER + ENTER)
    terminal.type(ENTER)
    terminal.wait_for("Signed by Jo Bell, Chair, on 12 November 2027")
    terminal.type(ENTER)
    terminal.wait_for("The locked copy is in")
    terminal.type("\x0c")  # Ctrl+L leaves
    terminal.child.expect(pexpect.EOF)
    assert (folder / "2027-28" / "approved" / "1" / "manifest.toml").exists()
    assert read_answers(folder / "2027-28" / "answers.toml").approvals == 1
    assert read_answers(folder / "2026-27" / "answers.toml") == filled()
    years = ask(folder, "status")["years"]
    assert isinstance(years, list)
    assert [each["state"] for each in years] == ["complete", "approved"]
