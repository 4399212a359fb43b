"""When plain mode begins by itself, over a real terminal; and Ctrl+C and a closed window there."""

import os
import signal
import sys
from typing import TypeAlias

import pexpect
import pytest

from tests.plain.conftest import Place

Terminal: TypeAlias = "pexpect.spawn[str]"
PROMPT = "Your answer, then a line with a full stop alone: "


def fill(place: Place, *options: str, **env: str) -> Terminal:
    """The command in a terminal of 80 by 24."""
    arguments = ["-m", "sendwizard", "fill", "--folder", str(place.folder), *options]
    kept = {key: value for key, value in os.environ.items() if key != "SENDWIZARD_PLAIN"}
    return pexpect.spawn(
        sys.executable,
        arguments,
        env={**kept, "TERM": "xterm-256color", **env},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
        preexec_fn=hears_ctrl_c,
    )


def hears_ctrl_c() -> None:
    """In the child: a shell that runs the tests in the background has it ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until_saved(child: Terminal, place: Place, words: str) -> None:
    """Wait until these words are on disk."""
    file = place.year / "answers.toml"
    for _ in range(400):
        if file.exists() and words in file.read_text(encoding="utf-8"):
            return
        child.expect([pexpect.TIMEOUT], timeout=0.05)
    pytest.fail("it was not saved")


@pytest.mark.parametrize(
    ("options", "env"),
    [(["--plain"], {}), ([], {"SENDWIZARD_PLAIN": "1"}), ([], {"TERM": "dumb"})],
)
def test_a_terminal_is_spoken_to_in_plain_lines_where_that_is_asked_for(
    place: Place, options: list[str], env: dict[str, str]
) -> None:
    child = fill(place, *options, "--at", "money", **env)
    child.expect_exact(PROMPT)
    assert "\x1b" not in str(child.before)
    assert max(map(len, str(child.before).split("\r\n"))) < 80  # no word is broken in two
    child.sendline("leave")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_ctrl_c_in_a_passage_keeps_its_lines(place: Place) -> None:
    child = fill(place, "--plain", "--at", "money")
    child.expect_exact(PROMPT)
    child.sendline("We spend it on adults.")
    child.sendline("And on books.")
    until_saved(child, place, "books")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert place.value("money") == "We spend it on adults.\nAnd on books."


def test_kill_9_takes_no_line_that_was_typed(place: Place) -> None:
    child = fill(place, "--plain", "--at", "money")
    child.expect_exact(PROMPT)
    child.sendline("We spend it on adults.")
    until_saved(child, place, "adults")
    child.kill(signal.SIGKILL)
    child.close()
    assert place.value("money") == "We spend it on adults."
