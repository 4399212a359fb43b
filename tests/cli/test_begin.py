"""`begin` and `answers keep`, as a script meets them."""

import json
import shutil
from pathlib import Path

import pytest

from sendwizard.cli import begin as begin_command
from sendwizard.core.answers import Answer, Source
from sendwizard.store.answers_file import read_answers, write_answers
from tests.cli.conftest import Command
from tests.test_ten_years import second_edition
from tests.worlds import QUESTIONS


def answers(folder: Path, year: str) -> Path:
    """The answers file of a year."""
    return folder / year / "answers.toml"


def test_a_year_begins_with_last_years_answers_and_says_how_many(
    command: Command, demo: Path
) -> None:
    ran = command("begin", "2027-28", "--folder", demo)
    assert ran.code == 0
    assert ran.out == f"2027-28 is begun: {answers(demo, '2027-28')}\n"
    assert "came across from 2026-27" in ran.err
    listed = json.loads(command("answers", "list", "--json", "--folder", demo).out)
    assert listed["year"] == "2027-28"
    assert {row["source"] for row in listed["answers"]} == {"carried", None}
    assert "answered" not in {row["status"] for row in listed["answers"]}


def test_an_earlier_year_a_file_and_a_folder_may_be_named(
    command: Command, demo: Path, tmp_path: Path
) -> None:
    assert command("begin", "2027-28", "--from", "2025-26", "--folder", demo).code == 0
    file = answers(demo, "2025-26")
    assert command("begin", "2028-29", "--from", file, "--folder", demo).code == 0
    ran = command("begin", "2026-27", "--from", demo, "--folder", tmp_path / "mine")
    assert ran.code == 0
    assert "names, phone numbers and addresses came across empty" in ran.err
    mine = read_answers(answers(tmp_path / "mine", "2026-27"))
    assert mine.value("school-name") is None
    assert command("begin", "2029-30", "--from", tmp_path / "no", "--folder", demo).code == 2


def test_another_schools_file_needs_a_word_from_the_person(
    command: Command, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "oakfield.toml"
    theirs = read_answers(answers(demo, "2025-26"))
    write_answers(other, theirs.with_answer("school-name", Answer("Oakfield School")))
    begin = ("begin", "2027-28", "--from", other, "--folder", demo)
    ran = command(*begin)
    assert ran.code == 2
    assert "Oakfield School" in ran.err
    assert not (demo / "2027-28").exists()
    monkeypatch.setattr(begin_command, "_can_ask", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    assert command(*begin).code == 0
    assert read_answers(answers(demo, "2027-28")).value("school-name") is None


def test_a_broken_last_year_is_three_and_the_last_good_save_is_offered(
    command: Command, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("answers", "set", "roll", "210", "--folder", demo).code == 0
    answers(demo, "2026-27").write_text("x = ")
    ran = command("begin", "2027-28", "--folder", demo)
    assert ran.code == 3
    assert "--from" in ran.err
    monkeypatch.setattr(begin_command, "_can_ask", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    assert command("begin", "2027-28", "--folder", demo).code == 3
    assert not (demo / "2027-28").exists()
    monkeypatch.setattr("typer.confirm", lambda *_, **__: True)
    assert command("begin", "2027-28", "--folder", demo).code == 0
    assert answers(demo, "2026-27").read_text() == "x = "


def test_a_document_of_another_kind_is_two_and_begins_nothing(
    command: Command, demo: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-1.7")
    ran = command("begin", "2027-28", "--from-document", report, "--folder", demo)
    assert ran.code == 2
    assert "Save it as .docx" in ran.err
    assert not answers(demo, "2027-28").exists()
    text = tmp_path / "report.txt"
    text.write_text("We help.\n")
    ran = command("begin", "2027-28", "--from-document", text, "--folder", demo)
    assert ran.code == 0
    assert "stand beside every question" in ran.err


def test_keeping_by_script_may_say_how_one_knows(command: Command, demo: Path) -> None:
    at = ("--folder", demo)
    how = "asked the head, 3 November"
    assert command("answers", "keep", "complaints", "--how", how, *at).code == 0
    kept = read_answers(answers(demo, "2026-27")).get("complaints")
    assert (kept.source, kept.how) == (Source.KEPT, how)


def test_newer_questions_are_shown_before_a_year_begins_with_them(
    command: Command, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))
    second_edition(newer)
    monkeypatch.setattr(begin_command, "_can_ask", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    begin = ("begin", "2027-28", "--folder", demo, "--questions", newer)
    ran = command(*begin)
    assert ran.code == 0
    assert "What about quiet-room?" in ran.err
    assert "Nothing was changed" in ran.err
    assert not (demo / "2027-28").exists()
    assert command(*begin, "--yes").code == 0
    assert read_answers(answers(demo, "2027-28")).edition == "2030.09"
