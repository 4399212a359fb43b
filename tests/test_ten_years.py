"""Ten years of one school, through three editions of the questions: every answer accounted for."""

import shutil
import tomllib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import tomli_w

from sendwizard.cli import run
from sendwizard.core.answers import Answers, is_empty
from sendwizard.core.bank import Kind
from sendwizard.core.kinds import say_any
from sendwizard.core.route import Status, statuses
from sendwizard.core.years import year_after
from sendwizard.office import acts, reporting
from sendwizard.office.folders import School, find_school
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import read_answers
from sendwizard.store.bank_files import load_bank
from tests.worlds import QUESTIONS, some_value
from tests.writers import Writers

Table = dict[str, object]
FIRST, YEARS = "2026-27", 10
LEAVES = 12
"""Questions that are answered between two saves that history keeps: the test would be slow."""


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """A copy of the questions that can be brought to a newer edition."""
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


def in_file(folder: Path, name: str, change: Callable[[Table], None]) -> None:
    """Change one file of the bank."""
    path = folder / name
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(tomli_w.dumps(data), encoding="utf-8")


def asked(data: Table) -> list[Table]:
    """The questions of a file."""
    found = data["questions"]
    assert isinstance(found, list)
    return found


def without(data: Table, *ids: str) -> None:
    """Take questions out of a file."""
    data["questions"] = [each for each in asked(data) if each["id"] not in ids]


def passage(
    question_id: str, *, replaces: tuple[str, ...] = (), since: str, **more: object
) -> Table:
    """A new question."""
    prompt = f"What about {question_id}?"
    old = {"replaces": list(replaces)} if replaces else {}
    return {"id": question_id, "kind": "passage", "prompt": prompt, "since": since, **old, **more}


def second_edition(folder: Path) -> None:
    """One question new, one reworded, two merged, one retired, one with an option fewer."""
    edition = "2030.09"
    in_file(folder, "bank.toml", lambda data: data.update(edition=edition))

    def wellbeing(data: Table) -> None:
        without(data, "bullying", "behaviour-attendance")
        old = ("bullying", "behaviour-attendance")
        asked(data).append(passage("behaviour", replaces=old, since=edition))
        asked(data).append(passage("quiet-room", since=edition))

    in_file(folder, "08-wellbeing.toml", wellbeing)
    in_file(folder, "06-support.toml", lambda data: without(data, "money"))
    in_file(folder, "20-complaints.toml", lambda data: asked(data)[0].update(reworded=edition))
    in_file(folder, "22-appearance.toml", lambda data: asked(data)[0]["options"].pop(0))  # type: ignore[attr-defined]  # a list of options


def third_edition(folder: Path) -> None:
    """One question split in two, one renamed, one retired again."""
    edition = "2033.09"
    in_file(folder, "bank.toml", lambda data: data.update(edition=edition))

    def wellbeing(data: Table) -> None:
        without(data, "behaviour", "quiet-room")
        asked(data).append(passage("getting-on", replaces=("behaviour",), since=edition))

    def children(data: Table) -> None:
        heard = next(each for each in asked(data) if each["id"] == "hear-pupils")
        without(data, "hear-pupils")
        asked(data).extend(
            {**heard, "id": each, "replaces": ["hear-pupils"], "since": edition}
            for each in ("heard-in-plans", "heard-in-school")
        )

    def halves(data: Table) -> None:
        entries = data["entries"]
        assert isinstance(entries, list)
        data["entries"] = [each for each in entries if each["question"] != "bullying"]

    in_file(folder, "08-wellbeing.toml", wellbeing)
    in_file(folder, "12-children.toml", children)
    in_file(folder, "checks/halves.toml", halves)


EDITIONS = {"2030-31": second_edition, "2033-34": third_edition}
"""The years in which a newer edition comes out, after the year has begun."""


def look_at_each(school: School, year: str, day: date) -> None:
    """A year's work: two answers of three are kept, the third is written anew, gaps are filled."""
    morning = datetime(day.year, day.month, day.day, 8)  # noqa: DTZ001 - the store's UTC
    minutes = count()
    with open_year(
        school, year, clock=lambda: morning + timedelta(minutes=next(minutes))
    ) as sitting:
        wizard = sitting.wizard
        for number, question in enumerate(wizard.bank.questions):
            if wizard.statuses.get(question.id) is Status.OFF_ROUTE:
                continue
            wizard = wizard.jump(question.id)
            if wizard.statuses[question.id] is Status.CARRIED and number % 3:
                wizard = wizard.keep(day, "read it again")
            elif wizard.statuses[question.id] is not Status.ANSWERED or number % 3 == 0:
                words = f"In {year} we say this of {question.id}."
                text = question.kind is Kind.PASSAGE
                wizard = wizard.answer(words if text else some_value(question), day)
            if number % LEAVES == 0:
                sitting.leave(wizard.answers, number + 1)
        sitting.leave(wizard.answers, len(wizard.bank.questions) + 1)


def at_rest(school: School, year: str) -> Answers:
    """A year's answers as they stand on disk."""
    return read_answers(school.year_folder(year) / "answers.toml")


def all_words(folder: Path) -> str:
    """Everything that a year's folder still says, as one text."""
    files = [*folder.glob("*.toml"), *(folder / "history").glob("*.toml")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_ten_years_and_three_editions_lose_no_answer(
    tmp_path: Path, questions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "render", Writers())
    demo = find_school(acts.make_demo(find_school(None), tmp_path / "school"))
    school = find_school(demo.folder, questions)
    shutil.rmtree(school.year_folder(FIRST))
    places = ["--folder", str(school.folder), "--questions", str(questions)]
    stood: dict[str, dict[str, str]] = {}
    year = FIRST
    for number in range(YEARS):
        day = date(2026 + number, 11, 2)
        assert run(["begin", year, *places]) == 0
        if year in EDITIONS:
            look_at_each(school, year, day)
            old = at_rest(school, year)
            EDITIONS[year](questions)
            assert run(["bank", "check", str(questions)]) == 0
            assert run(["migrate", year, *places]) == 0
            assert at_rest(school, year) == old
            assert run(["migrate", year, "--accept", *places]) == 0
            assert run(["migrate", year, "--undo", *places]) == 0
            assert at_rest(school, year).by_id == old.by_id
            assert run(["migrate", year, "--accept", *places]) == 0
            for answer in old.by_id.values():
                if isinstance(answer.value, str):
                    assert answer.value.splitlines()[0] in all_words(school.year_folder(year))
        look_at_each(school, year, day)
        stood[year] = {
            key: say_any(each.value)
            for key, each in at_rest(school, year).by_id.items()
            if each.value is not None and not is_empty(each.value)
        }
        year = year_after(year)

    for year, answers in stood.items():
        assert at_rest(school, year).edition <= load_bank(questions).edition
        now = at_rest(school, year)
        assert Status.CARRIED not in statuses(load_bank(questions), now).values()
        following = school.year_folder(year_after(year))
        if following.exists():
            came = read_answers(following / "last-year.toml")
            assert {k: say_any(came.by_id[k].value) for k in answers} == answers  # type: ignore[arg-type]  # each has a value
    assert run(["check", *places]) == 0
    last = at_rest(school, list(stood)[-1])
    archived = {key for year in last.archive.values() for key in year}  # type: ignore[attr-defined]  # tables by year
    assert archived == {
        "money",
        "bullying",
        "behaviour-attendance",
        "behaviour",
        "quiet-room",
        "hear-pupils",
    }
    assert last.edition == "2033.09"
