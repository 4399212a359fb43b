"""A real terminal that is read as a person would, for the tests that need one."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pexpect
import pyte
import pytest

ENTER, TAB = "\r", "\t"


class Terminal:
    """A program in a terminal that is read as a person would."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        term: str = "xterm-256color",
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.open_screen((24, 80))
        environment = {**os.environ, "TERM": term, **(more or {})}
        command = ["-m", "sendwizard", "fill", "2026-27", *words, "--folder", str(folder)]
        self.child = pexpect.spawn(
            sys.executable, command, env=environment, dimensions=(24, 80), timeout=60
        )

    def open_screen(self, size: tuple[int, int]) -> None:
        """An empty screen of that many lines and columns."""
        self.screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self.screen)
        self.heard = b""
        """Every byte that has come."""

    def read(self, seconds: float = 0.05) -> str:
        """What stands on the screen, after reading for a while."""
        end = time.monotonic() + seconds
        while True:
            try:
                heard = cast("bytes", self.child.read_nonblocking(65536, timeout=0.02))
                self.heard += heard
                self._stream.feed(heard)
            except pexpect.TIMEOUT:
                if time.monotonic() >= end:
                    break
            except pexpect.EOF:
                break
        return "\n".join(self.screen.display)

    def wait_for(self, text: str) -> None:
        """Read until the words are on the screen, for a bounded time."""
        flat = "".join(text.split())
        for _ in range(900):
            if flat in "".join(self.read().split()):
                return
        pytest.fail(f"“{text}” never came:\n" + "\n".join(self.screen.display))

    def type(self, keys: str | bytes) -> None:
        """Press keys."""
        self.child.send(keys)

    def hang_up(self) -> None:
        """Close the terminal, as a dropped line does."""
        line = self.child.ptyproc  # type: ignore[attr-defined]  # types-pexpect leaves it out
        line.fileobj.close()  # only the line: pexpect's own close() sends signals, too
        self.child.closed = line.closed = True
        self.wait_for_the_end()

    def wait_for_the_end(self) -> None:
        """Wait until the program has left, reading nothing, for a bounded time."""
        for _ in range(1_800):
            if not self.child.isalive():
                return
            time.sleep(0.05)
        pytest.fail("it went on without a terminal")


def ask(folder: Path, *words: str) -> dict[str, object]:
    """A command's JSON."""
    command = [sys.executable, "-m", "sendwizard", *words, "--folder", str(folder), "--json"]
    result = subprocess.run(command, capture_output=True, check=False, text=True)
    data: dict[str, object] = json.loads(result.stdout)
    return data
