"""What a real terminal is sent for its looks: no colour, or sixteen, and nothing while idle."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sendwizard.store.answers_file import write_answers
from tests.terminal.terminals import Terminal
from tests.worlds import YEAR, filled

pytestmark = pytest.mark.terminal

F2, F4, F8, ESCAPE = "\x1bOQ", "\x1bOS", "\x1b[19~", "\x1b"
_NO_COLOURS = {"39", "49"}
"""“As the terminal has it”: no colour of ours."""
_SIXTEEN = {str(n) for start in (30, 40, 90) for n in range(start, start + 8)} | _NO_COLOURS


def colours_sent(folder: Path, term: str, more: Mapping[str, str]) -> set[str]:
    """The codes of colours that came on a walk over a few pages."""
    write_answers(folder / YEAR / "answers.toml", filled())
    terminal = Terminal(folder, "--at", "adapt-curriculum", term=term, more=more)
    terminal.wait_for("F12 Leave")
    for keys, words in ((F2, "Menu"), (ESCAPE, "F12 Leave"), (F4, "Contents"), (ESCAPE, "F12")):
        terminal.type(keys)
        terminal.wait_for(words)
    terminal.type("abc")
    terminal.wait_for("abc")
    terminal.wait_for("Saved at")
    terminal.read(0.5)
    heard = len(terminal.heard)
    terminal.read(1.5)
    assert len(terminal.heard) == heard, "a cursor that blinks would send bytes for ever"
    sent = {
        code.decode()
        for codes in re.findall(rb"\x1b\[([0-9;]*)m", terminal.heard)
        for code in codes.split(b";")
    }
    terminal.type("\x1b[24~")
    terminal.wait_for_the_end()
    return {code for code in sent if code and int(code) >= 30}


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_with_no_color_no_code_of_a_colour_is_sent(tmp_path: Path, term: str) -> None:
    more = {"NO_COLOR": "1", "COLORTERM": "truecolor"}
    assert colours_sent(tmp_path, term, more) <= _NO_COLOURS


def test_a_terminal_of_sixteen_colours_is_sent_only_its_own(tmp_path: Path) -> None:
    sent = colours_sent(tmp_path, "linux", {"COLORTERM": ""})
    assert sent <= _SIXTEEN
    assert sent - _NO_COLOURS, "and it does get colours"
