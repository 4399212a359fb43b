"""The commands that are neither answers nor errors, and how they start."""

import json
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from sendwizard import __version__
from tests.cli.conftest import Command

COMMANDS = ("fill", "begin", "status", "check", "report", "answers", "bank", "demo")


def test_top_help_names_every_command(command: Command) -> None:
    ran = command("--help")
    assert ran.code == 0
    names = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert set(COMMANDS) <= set(names)
    assert "--version" in ran.out


@pytest.mark.parametrize(
    "path",
    [
        *([each] for each in COMMANDS if each not in {"answers", "bank"}),
        *(["answers", each] for each in ("list", "get", "set", "keep", "clear")),
        *(["bank", each] for each in ("list", "check", "duties")),
    ],
    ids=" ".join,
)
def test_each_help_has_an_example(command: Command, path: list[str]) -> None:
    ran = command(*path, "--help")
    assert ran.code == 0
    assert f"Example: sendwizard {' '.join(path)}" in " ".join(ran.out.split())


def test_the_version_names_program_bank_and_python(command: Command) -> None:
    ran = command("--version")
    assert ran.code == 0
    assert ran.out.startswith(f"sendwizard {__version__}\nquestions england ")
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}." in ran.out


def test_a_year_is_begun_once(command: Command, school: Path) -> None:
    path = school / "2026-27" / "answers.toml"
    command("answers", "set", "school-name", "Larkfield")
    before = path.read_bytes()
    ran = command("begin", "2026-27")
    assert ran.code == 2
    assert "begun already" in ran.err
    assert path.read_bytes() == before


def test_the_newest_year_is_meant_where_none_is_named(command: Command, school: Path) -> None:
    command("begin", "2027-28")
    command("answers", "set", "school-name", "Next year’s")
    assert command("answers", "get", "school-name", "--year", "2026-27").out == ""
    assert command("answers", "get", "school-name").out == "Next year’s\n"
    assert (school / "2027-28").is_dir()


def test_the_demo_is_never_written_into_a_schools_folder(command: Command, school: Path) -> None:
    before = sorted(school.rglob("*"))
    assert command("demo", school).code == 2
    assert sorted(school.rglob("*")) == before


def test_the_demo_is_never_written_into_the_folder_in_use_though_it_is_empty(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENDWIZARD_FOLDER", str(tmp_path / "ours"))
    assert command("demo", tmp_path / "ours").code == 2
    assert not (tmp_path / "ours").exists()


def test_a_demo_that_is_there_stays_as_it_was_left(command: Command, demo: Path) -> None:
    command("answers", "set", "school-name", "Changed", "--folder", demo)
    assert command("demo", demo).code == 0
    assert command("answers", "get", "school-name", "--folder", demo).out == "Changed\n"


def test_status_says_which_folder_and_that_it_hides_another(command: Command, school: Path) -> None:
    hidden = Path(platformdirs.user_documents_dir()) / "sendwizard"
    assert "hides" not in command("status").out
    command("begin", "2026-27", "--folder", hidden)
    ran = command("status")
    assert str(school) in ran.out
    assert f"hides another folder that has answers: {hidden}" in ran.out


def test_the_bank_proves_itself(command: Command) -> None:
    ran = command("bank", "check")
    assert ran.code == 0
    assert "every one of the 8 types" in ran.out


def test_a_bank_with_faults_is_three_and_names_each(
    command: Command, tmp_path: Path, repository: Path
) -> None:
    folder = tmp_path / "questions"
    for path in (repository / "questions").rglob("*.toml"):
        copy = folder / path.relative_to(repository / "questions")
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8").replace("required = true", "requird = true")
        copy.write_text(text, encoding="utf-8")
    ran = command("bank", "check", folder)
    assert ran.code == 3
    assert ran.out.count("line ") > 10
    assert "“required”" in ran.out


def in_a_process(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; from sendwizard.cli import run; code = run(sys.argv[1:]); "
        "sys.stderr.write('|'.join(sys.modules)); sys.exit(code)"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["status"]], ids=" ".join)
def test_no_command_but_fill_imports_textual(school: Path, arguments: list[str]) -> None:
    done = in_a_process(*arguments)
    assert done.returncode == 0
    modules = set(done.stderr.split("|"))
    assert "sendwizard.office.acts" in modules
    assert not {"textual", "sendwizard.tui"} & modules


def test_plain_filling_needs_no_textual_either(school: Path) -> None:
    done = in_a_process("fill", "--plain")
    assert done.returncode == 0
    assert "textual" not in done.stderr.split("|")


def test_json_on_standard_output_is_utf_8_wherever_it_goes(demo: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sendwizard", "answers", "list", "--json", "--folder", str(demo)],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode())["year"] == "2026-27"


def test_a_closed_pipe_is_quiet(school: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "sendwizard", "bank", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
