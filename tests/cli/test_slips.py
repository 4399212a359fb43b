"""What people get wrong at a command: one or two sentences, the right code, and nothing lost."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, typed


@pytest.mark.parametrize("place", ["top", "group"])
def test_a_folder_named_before_the_command_is_the_one_that_is_used(
    command: Command, school: Path, tmp_path: Path, place: str
) -> None:
    other = tmp_path / "other"
    assert command("begin", "2026-27", "--folder", other).code == 0
    before = (school / "2026-27" / "answers.toml").read_bytes()
    words = ["set", "school-name", "Oakfield"]
    order = ["--folder", other, "answers"] if place == "top" else ["answers", "--folder", other]
    assert command(*order, *words).code == 0
    assert command("answers", "get", "school-name", "--folder", other).out == "Oakfield\n"
    assert (school / "2026-27" / "answers.toml").read_bytes() == before


def test_a_history_that_is_no_folder_is_five_and_does_not_hang(
    command: Command, school: Path
) -> None:
    assert command("answers", "set", "money", "One.").code == 0
    folder = school / "2026-27" / "history"
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.touch()
    ran = command("answers", "set", "money", "Two.")
    assert ran.code == 5
    assert str(folder) in ran.err


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("school-type", '"maintained-mainstraem"'),
        ("school-has", '["primry"]'),
        ("senco", "[{ name = 2026-01-01, phone = 5, email = true }]"),
        ("local-offer", '"javascript:alert(1)"'),
        ("extra-support", '"\\u200b\\u00a0"'),
    ],
)
def test_a_value_that_its_question_does_not_take_is_kept_and_does_not_count(
    command: Command, demo: Path, key: str, value: str
) -> None:
    path = demo / "2025-26" / "answers.toml"
    text = path.read_text(encoding="utf-8")
    head, mark, rest = text.partition(f"[answers.{key}]\n")
    _, source, tail = rest.partition("source = ")
    path.write_text(f"{head}{mark}value = {value}\n{source}{tail}", encoding="utf-8")
    written = path.read_bytes()
    ran = command("check", "2025-26", "--folder", demo, "--json")
    assert ran.code == 1
    assert key in {each["question"] for each in json.loads(ran.out)["findings"]}
    assert path.read_bytes() == written


def test_a_number_of_ten_thousand_figures_is_no_list(
    command: Command, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", typed(b"[" + b"9" * 10_000 + b"]"))
    assert command("answers", "set", "school-has", "-").code == 2


@pytest.mark.parametrize("value", ['[{"name": ["x"]}]', '[{"name": {"a": 1}}]'])
def test_a_cell_that_is_a_list_or_a_table_is_refused(
    command: Command, school: Path, value: str
) -> None:
    ran = command("answers", "set", "senco", value)
    assert ran.code == 2
    assert "single value" in ran.err


def test_input_that_is_not_utf_8_is_refused_and_loses_no_letter(
    command: Command, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", typed(b"Zo\xe9"))
    assert command("answers", "set", "money", "-").code == 2
    assert command("answers", "get", "money").out == ""


def test_no_standard_input_at_all_is_said(
    command: Command, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert command("answers", "set", "money", "-").code == 2
    assert command("fill", "--plain").code == 0


def test_output_that_cannot_be_written_is_five(
    command: Command, school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Full())
        code = command("bank", "list").code
    assert code == 5


def test_a_point_of_guidance_is_never_called_law(command: Command, school: Path) -> None:
    ran = command("answers", "set", "looked-after", "--not-applicable", "none here")
    assert ran.code == 2
    assert "law" not in ran.err
    ran = command("answers", "set", "teaching-approach", "--not-applicable", "none here")
    assert "The law asks every school for this" in ran.err


def test_a_value_and_a_reason_that_it_does_not_apply_are_one_too_many(
    command: Command, school: Path
) -> None:
    words = ["inclusion-strategy", "https://a.example/x", "--not-applicable", "both"]
    assert command("answers", "set", *words).code == 2


def test_an_answer_off_the_route_can_be_withdrawn(command: Command, demo: Path) -> None:
    path = demo / "2025-26" / "answers.toml"
    whole, mark, _ = path.read_text(encoding="utf-8").rpartition("[end]")
    path.write_text(f'{whole}[answers.unit-needs]\nvalue = "Old."\n\n{mark}\n', encoding="utf-8")
    at = ["--year", "2025-26", "--folder", demo]
    assert command("answers", "get", "unit-needs", *at).out == "Old.\n"
    assert command("answers", "clear", "unit-needs", *at).code == 0
    assert command("answers", "get", "unit-needs", *at).out == ""


def test_the_demo_is_never_written_into_a_school(command: Command, school: Path) -> None:
    for place in (school / "2026-27" / "demo", school / "demo"):
        assert command("demo", place).code == 2
        assert not place.exists()
    file = school.parent / "file"
    file.touch()
    assert command("demo", file).code == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('year = "2025-26"', 'year = "2024-25"'),
        ('bank = "england"', 'bank = "wales"'),
        ("format = 1", "format = true"),
    ],
)
def test_damage_of_any_sort_names_the_line_or_the_last_good_save(
    command: Command, demo: Path, old: str, new: str
) -> None:
    at = ["--year", "2025-26", "--folder", demo]
    assert command("answers", "set", "money", "Some.", *at).code == 0
    path = demo / "2025-26" / "answers.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    ran = command("report", "2025-26", "--folder", demo)
    assert ran.code == 3
    assert "The last good save is" in ran.err
    assert new.startswith("format") or "line " in ran.err


def test_a_file_where_a_folder_should_be_is_said(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    ran = command("status", "--folder", file)
    assert ran.code == 2
    assert "is not a folder" in ran.err


def test_nothing_can_be_kept_where_nothing_is(command: Command, school: Path) -> None:
    assert command("answers", "keep", "money").code == 2
