"""No network socket is ever opened: by no command, by no template, and by no wizard.

Each runs in a process that ends at once when anything opens one; see `tests/offline.py`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
import typer.main

from sendwizard.cli.app import app
from tests import offline
from tests.terminal.terminals import Terminal

MODULE = ["-m", "tests.offline"]
WORK: list[tuple[int, str]] = [
    (0, "--help"),
    (0, "--version"),
    (0, "demo {folder}"),
    (0, "status"),
    (0, "status --json"),
    (1, "check 2026-27"),
    (1, "check 2026-27 --json"),
    (1, "check 2026-27 --spelling"),
    (1, "check 2026-27 --links"),
    (0, "answers list"),
    (0, "answers get school-name"),
    (0, "answers set school-name Larkfield"),
    (0, "answers keep teaching-approach"),
    (2, "answers set-aside teaching-approach OLD001 why"),
    (0, "answers clear teaching-approach"),
    (0, "history"),
    (0, "history list"),
    (0, "history show text-1"),
    (0, "history restore text-1"),
    (0, "bank list"),
    (0, "bank check"),
    (0, "bank duties"),
    (0, "migrate"),
    (0, "report 2025-26 --format html --format docx --format pdf --format md --annex"),
    (0, "changes 2026-27 --governors"),
    (0, "approve 2025-26 --by A --role Chair --on 2025-11-20 --body governing-body"),
    (0, "published 2025-26 --address https://school.example/sen --on 2025-11-24"),
    (0, "fill 2026-27 --plain"),
    (0, "begin 2027-28"),
    (2, "nonsense"),
]
"""Every command with real work on the demo school, in this order, and the exit code of each."""
WITHOUT_A_FOLDER = ("--", "demo", "bank", "nonsense")
TYPED = "guidance\nreport\nleave\n"
"""What is typed into plain mode."""


class Offline(Terminal):
    """A terminal in which the commands run without a network."""

    def __init__(self, commands: list[list[str]], repository: Path) -> None:
        self.open_screen((24, 80))
        here = os.environ | {offline.COMMANDS: json.dumps(commands), "PYTHONPATH": str(repository)}
        self.child = pexpect.spawn(
            sys.executable,
            MODULE,
            env={**here, "TERM": "xterm-256color"},
            dimensions=(24, 80),
            timeout=60,
        )


def run(
    commands: list[list[str]], repository: Path, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the commands in one process without a network."""
    here = os.environ | {offline.COMMANDS: json.dumps(commands), "PYTHONPATH": str(repository)}
    return subprocess.run(
        [sys.executable, *MODULE],
        env=here,
        input=typed,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def words_of(line: str, folder: Path) -> list[str]:
    """The words of a line of the table, with the folder."""
    words = [each.replace("{folder}", str(folder)) for each in line.split()]
    return words if line.startswith(WITHOUT_A_FOLDER) else [*words, "--folder", str(folder)]


def leaves(command: object, name: str = "") -> Iterator[str]:
    """The names of all commands, those within others as well."""
    below = getattr(command, "commands", None)
    if below is None:
        yield name
        return
    for each, child in below.items():
        yield from leaves(child, f"{name} {each}".strip())


def test_every_command_has_its_line_in_the_table() -> None:
    known = [line for _, line in WORK]
    for name in leaves(typer.main.get_command(app)):
        assert any(f"{line} ".startswith(f"{name} ") for line in known), name


def test_no_command_opens_the_network(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "school"
    ran = run([words_of(line, folder) for _, line in WORK], repository, TYPED)
    assert ran.returncode == WORK[-1][0], ran.stderr
    codes = json.loads(ran.stderr.splitlines()[-1])
    assert list(zip(codes, (line for _, line in WORK), strict=True)) == WORK, ran.stderr
    assert (folder / "2025-26" / "report.pdf").stat().st_size > 10_000
    assert (folder / "2026-27" / "report.pdf").stat().st_size > 10_000


def test_a_schools_own_templates_open_none_either(tmp_path: Path, repository: Path) -> None:
    """They are rendered in a process of their own, which is shut off with its parent."""
    folder, own = tmp_path / "school", tmp_path / "own"
    own.mkdir()
    (own / "report.md.j2").write_text('{% include "ours/report.md.j2" %}', encoding="utf-8")
    report = ["report", "2025-26", "--templates", str(own), "--format", "md"]
    commands = [["demo", str(folder)], [*report, "--folder", str(folder)]]
    ran = run(commands, repository)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "2025-26" / "report.md").is_file()


@pytest.mark.terminal
def test_the_wizard_opens_none(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "school"
    fill = ["fill", "2026-27", "--at", "first-contact", "--folder", str(folder)]
    terminal = Offline([["demo", str(folder)], fill], repository)
    terminal.wait_for("Question")
    terminal.type("Ask Jo.")
    terminal.wait_for("Ask Jo.")
    terminal.wait_for("Saved at")
    terminal.type("\x06")
    terminal.wait_for("report.pdf")
    terminal.type("\x1b")
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0
    assert (folder / "2026-27" / "report.pdf").is_file()


OPENS = {
    "a socket": "import socket; socket.socket()",
    "a name": "import socket; socket.getaddrinfo('localhost', 80)",
    "a page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    "IPv6": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
}


@pytest.mark.parametrize("what", OPENS)
def test_what_opens_the_network_is_caught(what: str, repository: Path) -> None:
    code = f"from tests import offline; offline.watch(); {OPENS[what]}"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=repository,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == offline.CAUGHT, ran.stderr
    assert "The network was opened" in ran.stderr


def test_a_child_process_that_opens_the_network_is_caught(repository: Path) -> None:
    child = "import socket; socket.socket(); print('open')"
    code = (
        "import subprocess, sys; from tests import offline; offline.watch();"
        f"print(subprocess.run([sys.executable, '-c', {child!r}]).returncode)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=repository,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    if "takes no filter" in ran.stderr or sys.platform != "linux":
        pytest.skip(
            "this system takes no filter, and Python's own hook does not see child processes"
        )
    assert ran.stdout.split() == ["-31"]
