"""A year that two people, or a person and a program, have in hands: what the tests share."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.core.answers import Answers
from sendwizard.office.folders import School
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from tests.worlds import DAY, QUESTIONS, YEAR, answers_of

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
BASE = answers_of(school_name="Oakfield", money="Old words.", complaints="As before.")


def noon() -> datetime:
    return NOON


@pytest.fixture(autouse=True)
def in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are told by the clock of the computer: here, in UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        _set_zone()
        yield
    _set_zone()


def _set_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school whose year has some answers."""
    school = School(tmp_path / "school", QUESTIONS, None)
    write_answers(path_of(school), BASE)
    return school


def path_of(school: School) -> Path:
    return school.year_folder(YEAR) / FILE_NAME


def saying(answers: Answers, question: str, value: str) -> Answers:
    return answers.with_answer(question, replace(answers.get(question), value=value, on=DAY))


def on_disk(school: School) -> Answers:
    return read_answers(path_of(school))
