"""A second year in a real terminal: keys that come in a burst keep one answer, and F12 saves it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from sendwizard.store.resume import Resume, write_resume
from tests.terminal.terminals import ENTER, TAB, Terminal, ask
from tests.worlds import ROOT

pytestmark = pytest.mark.terminal
F2, F7, F9 = "\x1bOQ", "\x1b[18~", "\x1b[20~"
ESCAPE, LEAVE = "\x1b", "\x0c"


def test_a_burst_of_keys_keeps_one_answer_and_last_years_report_stands_beside(
    tmp_path: Path,
) -> None:
    folder, document = tmp_path / "school", tmp_path / "old report.md"
    shutil.copytree(ROOT / "sendwizard" / "demo" / "2025-26", folder / "2025-26")
    document.write_text("# Our report\n\nLego groups meet on Mondays.\n", encoding="utf-8")
    begin = ["begin", "2026-27", "--from-document", str(document), "--folder", str(folder)]
    subprocess.run([sys.executable, "-m", "sendwizard", *begin], check=True, capture_output=True)
    write_resume(folder / "2026-27", Resume("bullying"))
    terminal = Terminal(folder)
    terminal.wait_for("not checked yet. F9: still true.")
    terminal.type(F9 * 6)
    terminal.wait_for("One answer at a time: read this one first, then press F9.")
    terminal.type(F7)
    terminal.wait_for("still true; F2: how you know.")
    terminal.type(F2)
    terminal.wait_for("8 Last year’s report, to copy from")
    terminal.type("8")
    terminal.wait_for("Find:")
    terminal.type(f"lego{ENTER}{TAB} ")
    terminal.wait_for("1 of 1 place")
    terminal.type(ENTER)
    terminal.wait_for("answered this year. Nothing was copied.")
    terminal.type(ESCAPE)
    terminal.wait_for("still true; F2: how you know.")
    terminal.type(LEAVE)
    terminal.child.expect(pexpect.EOF)
    rows = ask(folder, "answers", "list")["answers"]
    assert isinstance(rows, list)
    assert [each["id"] for each in rows if each["source"] == "kept"] == ["bullying"]
