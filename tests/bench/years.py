"""Beginning a year in a school's folder with ten years of 200 answers each."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.years import year_after
from sendwizard.office import beginning
from sendwizard.office.folders import find_school
from sendwizard.store.answers_file import write_answers
from tests.bench.measuring import absolute, seconds_of
from tests.worlds import DAY

YEARS, EACH = 10, 200
WORDS = "We look at this with parents each term and write down what helped. " * 6


def school_of(folder: Path, answers: Answers) -> str:
    """Write ten years, and give the one to begin."""
    more = {f"once-asked-{number}": Answer(WORDS, on=DAY) for number in range(EACH)}
    by_id = dict([*answers.by_id.items(), *more.items()][:EACH])
    year = "2016-17"
    for _ in range(YEARS):
        write_answers(folder / year / "answers.toml", replace(answers, year=year, by_id=by_id))
        year = year_after(year)
    return year


def main(folder: Path, answers: Answers) -> None:
    """Print the rows: the act with the bank read anew, and the whole command."""
    place = folder / "ten-years"
    year = school_of(place, answers)
    command = [sys.executable, "-m", "sendwizard", "begin", year, "--folder", str(place)]

    def begin() -> None:
        shutil.rmtree(place / year, ignore_errors=True)
        subprocess.run(command, check=True, capture_output=True)

    def act() -> None:
        shutil.rmtree(place / year, ignore_errors=True)
        beginning.begin(find_school(place), year)

    absolute("begin a year, the act", seconds_of(act) * 1000, "ms", 300)
    absolute("begin a year, fresh process", seconds_of(begin) * 1000, "ms", 300)
