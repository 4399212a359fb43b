"""Prints the budgets that exist so far, each beside its yardstick in the same run.

Start of a command, a save, a year begun, the screens, reports. Ratios, never a timed test.
"""

import os
import sys
import tempfile
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.store.answers_file import dump_answers, read_answers, write_answers
from tests.bench import editor, large, line, reports, screens, years
from tests.bench.measuring import median_of, ninety_ninth, ratio

BARE_TYPER = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: ...\napp()"
SAVES = 200


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
        found = median_of([*ours, *words])
        ratio(f"sendwizard {words[0]}", found, bare, "a bare Typer --help", 1.6)


def saves(folder: Path, answers: Answers) -> None:
    """A save beside the bare write of the same bytes."""
    data = dump_answers(answers)
    ours = ninety_ninth(lambda: write_answers(folder / "ours.toml", answers), SAVES)
    bare = ninety_ninth(lambda: bare_write(folder / "bare.toml", data), SAVES)
    ratio("save, 99th percentile", ours, bare, "write, fsync, rename", 4)


def main() -> None:
    """Print the table."""
    answers = read_answers(reports.DEMO)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_answers(folder / "2025-26" / "answers.toml", answers)
        commands(folder)
        saves(folder, answers)
        years.main(folder, answers)
        screens.main(folder)
        line.main(folder)
        large.main(folder)
        editor.main()
        reports.main(folder)


if __name__ == "__main__":
    main()
