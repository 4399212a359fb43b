"""Prints the budgets that exist so far, each beside its yardstick in the same run.

Rows of design section 8: start of a command, memory, a save. Ratios, never a timed test.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.office.folders import find_school
from sendwizard.office.reporting import Format, write_report
from sendwizard.store.answers_file import dump_answers, read_answers, write_answers

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "sendwizard" / "demo" / "2025-26" / "answers.toml"
BARE_TYPER = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: ...\napp()"
RUNS = 9
SAVES = 200


def median_of(command: list[str]) -> float:
    """Median seconds of a fresh process that has run before, so that its bytecode is there."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ninety_ninth(work: Callable[[], object]) -> float:
    """The 99th percentile of the seconds that a piece of work takes."""
    times = []
    for _ in range(SAVES):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.quantiles(times, n=100)[98]


def row(what: str, ours: float, yardstick: float, name: str, budget: float) -> None:
    """One line of the table."""
    ratio = ours / yardstick
    mark = "" if ratio <= budget else "  OVER"
    print(
        f"{what:<26}{ours * 1000:>9.1f} ms {yardstick * 1000:>9.1f} ms {name:<26}"
        f"{ratio:>6.2f} x, budget {budget} x{mark}"
    )


def bare_write(path: Path, data: bytes) -> None:
    """Write, flush and rename: what a save cannot do without."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def commands(folder: Path) -> None:
    """Commands that do not open the screens."""
    bare = median_of([sys.executable, "-c", BARE_TYPER, "--help"])
    ours = [sys.executable, "-m", "sendwizard"]
    for words in (["--help"], ["--version"], ["status", "--folder", str(folder)]):
        row(f"sendwizard {words[0]}", median_of([*ours, *words]), bare, "a bare Typer --help", 1.6)


def saves(folder: Path, answers: Answers) -> None:
    """A save beside the bare write of the same bytes."""
    data = dump_answers(answers)
    ours = ninety_ninth(lambda: write_answers(folder / "ours.toml", answers))
    bare = ninety_ninth(lambda: bare_write(folder / "bare.toml", data))
    row("save, 99th percentile", ours, bare, "write, fsync, rename", 4)


def reports(folder: Path) -> None:
    """The report in a warm process, for the note: its yardstick comes with Word and PDF."""
    school = find_school(folder)
    start = time.perf_counter()
    write_report(school, "2025-26", [Format.HTML, Format.MARKDOWN])
    print(f"{'report, html and md, warm':<26}{(time.perf_counter() - start) * 1000:>9.1f} ms")


def main() -> None:
    """Print the table."""
    answers = read_answers(DEMO)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_answers(folder / "2025-26" / "answers.toml", answers)
        commands(folder)
        saves(folder, answers)
        reports(folder)


if __name__ == "__main__":
    main()
