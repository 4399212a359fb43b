"""`changes`, `history` and `migrate`: what they print, and with which exit code they leave."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.worlds import QUESTIONS

YEAR = "2026-27"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Questions of a later edition, one of which means something else."""
    folder = tmp_path / "newer"
    shutil.copytree(QUESTIONS, folder)
    for name, old, new in (
        ("bank.toml", 'edition = "2026.11"', 'edition = "2027.9"'),
        ("20-complaints.toml", 'id = "complaints"\nk', 'id = "complaints"\nreworded = "2027.9"\nk'),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_changes_lists_what_changed_and_writes_a_page(command: Command, demo: Path) -> None:
    ran = command("changes", YEAR, "--folder", demo)
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0] == "2026-27, compared with our report for 2025-26:"
    assert {"Reworded:", "Not written yet:"} <= set(lines)
    assert "Taken out:" not in lines
    assert "not checked yet." in ran.out
    assert lines[-1] == str(demo / YEAR / "changes.html")
    assert Path(lines[-1]).exists()
    ran = command("changes", YEAR, "--governors", "--folder", demo)
    assert ran.out.splitlines()[-1] == str(demo / YEAR / "changes-governors.html")


def test_changes_as_json_has_the_shape_of_the_contract(command: Command, demo: Path) -> None:
    at = ["--year", YEAR, "--folder", demo]
    assert command("answers", "set", "bullying", "We act on the same day.", *at).code == 0
    assert command("answers", "keep", "money", *at).code == 0
    assert command("answers", "clear", "medicines", *at).code == 0
    found = json.loads(command("changes", YEAR, "--json", "--folder", demo).out)
    assert list(found) == ["from", "to", "changes", "counts"]
    assert (found["from"], found["to"]) == ("2025-26", YEAR)
    assert all(list(each) == ["question", "kind", "before", "after"] for each in found["changes"])
    assert set(found["counts"]) == {"new", "reworded", "withdrawn", "kept"}
    assert sum(found["counts"].values()) == len(found["changes"])
    by_id = {each["question"]: each for each in found["changes"]}
    assert by_id["bullying"]["kind"] == "reworded"
    assert by_id["bullying"]["after"] == "We act on the same day."
    assert (by_id["money"]["kind"], by_id["medicines"]["kind"]) == ("kept", "withdrawn")
    assert by_id["medicines"]["after"] == ""
    assert "complaints" not in by_id  # nobody has looked at it yet
    assert not (demo / YEAR / "changes.html").exists()


def test_nothing_to_compare_with_is_wrong_usage(command: Command, school: Path, demo: Path) -> None:
    for arguments in (
        ("changes", "--folder", school),
        ("changes", "--json", "--folder", school),
        ("changes", YEAR, "--since", "approval", "--folder", demo),
        ("changes", YEAR, "--since", "ever", "--folder", demo),
    ):
        ran = command(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.count("\n") == 1


def test_history_lists_shows_and_puts_back(command: Command, demo: Path) -> None:
    at = ["--year", YEAR, "--folder", demo]
    assert "no earlier saves yet" in command("history", "--folder", demo).out
    for words in ("First words.", "Second words."):
        assert command("answers", "set", "money", words, *at).code == 0
    listed = json.loads(command("history", "list", YEAR, "--json", "--folder", demo).out)
    assert list(listed) == ["year", "earlier"]
    assert list(listed["earlier"][0]) == ["id", "at", "kind", "question", "words"]
    text = next(each for each in listed["earlier"] if each["words"] == "First words.")
    oldest = listed["earlier"][-1]
    assert json.loads(command("history", "--folder", demo, "--json").out) == listed
    shown = command("history", "--folder", demo).out
    assert text["id"] in shown
    assert "“First words.”" in shown
    assert "First words." in command("history", "show", text["id"], *at).out
    assert "  Now:  Second words." in command("history", "show", oldest["id"], *at).out
    done = command("history", "restore", text["id"], *at)
    assert (done.code, "What stood there before" in done.out) == (0, True)
    assert command("answers", "get", "money", *at).out == "First words.\n"
    newest = json.loads(command("history", "--folder", demo, "--json").out)["earlier"]
    same = next(each["id"] for each in newest if each["kind"] == "save")
    assert "as it did then" in command("history", "show", same, *at).out


def test_a_broken_year_is_mended_with_the_command_that_is_named(
    command: Command, demo: Path
) -> None:
    assert command("answers", "set", "money", "Words.", "--year", YEAR, "--folder", demo).code == 0
    path = demo / YEAR / "answers.toml"
    whole = path.read_bytes()
    path.write_text("broken =", encoding="utf-8")
    ran = command("answers", "get", "money", "--year", YEAR, "--folder", demo)
    assert ran.code == 3
    arguments = ran.err.split("To go back to it: sendwizard ")[1].split()
    done = command(*arguments, "--folder", demo)
    assert (done.code, "that could not be read is kept" in done.out) == (0, True)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("entry", ["text-7", "2030", "nothing"])
def test_an_id_that_is_not_there_is_wrong_usage(command: Command, demo: Path, entry: str) -> None:
    for act in ("show", "restore"):
        ran = command("history", act, entry, "--year", YEAR, "--folder", demo)
        assert ran.code == 2
        assert "history list" in ran.err


def test_saves_that_are_of_no_use_are_told_beside_the_list(command: Command, demo: Path) -> None:
    assert command("answers", "set", "money", "Words.", "--year", YEAR, "--folder", demo).code == 0
    (save,) = (demo / YEAR / "history").glob("*Z.toml")
    save.write_text("format = 1\n", encoding="utf-8")
    ran = command("history", "list", YEAR, "--json", "--folder", demo)
    assert [each["kind"] for each in json.loads(ran.out)["earlier"]] == ["text"]
    assert "cut short" in ran.err


def test_migrate_says_takes_and_undoes(command: Command, demo: Path, newer: Path) -> None:
    at = [YEAR, "--folder", demo, "--questions", newer]
    path = demo / YEAR / "answers.toml"
    before = path.read_bytes()
    assert "newer questions" in command("status", "--folder", demo, "--questions", newer).out
    assert "newer questions" not in command("status", "--folder", demo).out
    told = command("migrate", *at)
    assert (told.code, path.read_bytes()) == (0, before)
    assert "means something else now" in told.out
    assert "Nothing was changed. To take them: sendwizard migrate 2026-27 --accept" in told.out
    found = json.loads(command("migrate", *at, "--json").out)
    assert (found["from"], found["to"], found["done"]) == ("2026.11", "2027.9", None)
    assert (found["reworded"], found["new"]) == (["complaints"], [])
    took = command("migrate", *at, "--accept")
    assert (took.code, "To go back: sendwizard migrate 2026-27 --undo" in took.out) == (0, True)
    assert "the newest questions" in command("migrate", *at).out
    assert command("answers", "set", "money", "No.", "--year", YEAR, "--folder", demo).code == 3
    assert "as they did before" in command("migrate", *at, "--undo").out
    assert path.read_bytes() == before
    assert command("migrate", *at, "--undo").code == 2
    assert command("migrate", *at, "--undo", "--accept").code == 2
