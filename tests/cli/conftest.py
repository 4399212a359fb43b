"""A school's folder, and the commands run in this process."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sendwizard.cli import run


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


def typed(data: bytes) -> io.TextIOWrapper:
    """Standard input that holds these bytes."""
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command; what it printed, and its exit code."""

    def go(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return go


@pytest.fixture
def school(tmp_path: Path, command: Command) -> Path:
    """The working folder's `output`, with an empty year 2026-27."""
    folder = tmp_path / "output"
    assert command("begin", "2026-27", "--folder", folder).code == 0
    return folder


@pytest.fixture
def demo(tmp_path: Path, command: Command) -> Path:
    """A copy of the demo school."""
    folder = tmp_path / "trial"
    assert command("demo", folder).code == 0
    return folder
