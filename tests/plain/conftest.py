"""A school's folder, and a conversation with plain mode over it."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.core.answers import Answers, Row
from sendwizard.office.folders import School, find_school
from sendwizard.office.sitting import open_year
from sendwizard.plain import run_plain
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.resume import read_resume
from tests.worlds import YEAR

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
Talk = Callable[..., str]


class Place:
    """A school's folder, and what is saved there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def school(self) -> School:
        """The school of the folder."""
        return find_school(self.folder)

    @property
    def year(self) -> Path:
        """The folder of the year."""
        return self.folder / YEAR

    def write(self, answers: Answers) -> None:
        """These answers as the year's own."""
        write_answers(self.folder / answers.year / FILE_NAME, answers)

    @property
    def answers(self) -> Answers:
        """What is saved."""
        return read_answers(self.year / FILE_NAME)

    def value(self, question: str) -> object:
        """The answer that is saved."""
        return self.answers.value(question)

    def rows(self, question: str) -> list[Row]:
        """The rows that are saved."""
        found = self.answers.value(question)
        assert isinstance(found, tuple)
        return [row for row in found if not isinstance(row, str)]

    @property
    def at(self) -> str:
        """The question at which the person left."""
        resume = read_resume(self.year)
        assert resume is not None
        return resume.question


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty folder."""
    return Place(tmp_path / "school")


@pytest.fixture
def talk(place: Place) -> Talk:
    """Gives these lines and then ends the input; what was said."""

    def go(*lines: str, at: str | None = None, collect: str = "", year: str = YEAR) -> str:
        out = io.StringIO()
        with open_year(place.school, year, at, lambda: NOON) as sitting:
            typed = io.StringIO("".join(line + "\n" for line in lines))
            asked_for = at is not None
            assert run_plain(sitting, typed, out, collect, asked_for=asked_for) == 0
        return out.getvalue()

    return go
