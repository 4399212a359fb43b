"""The exit codes of the contract, and that an error is a sentence and never a traceback."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from sendwizard.cli import run
from sendwizard.office import acts
from sendwizard.store.lock import YearLock
from tests.cli.conftest import Command

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the lock takes UTC without a zone

WHOLE = b'format = 1\nbank = "england"\nedition = "2026.11"\nyear = "2026-27"\n'
"""How an answers file begins."""

IN_A_YEAR = [
    ["answers", "list"],
    ["answers", "get", "school-name"],
    ["answers", "set", "school-name", "Another"],
    ["answers", "keep", "school-name"],
    ["answers", "clear", "school-name"],
    ["check"],
    ["report"],
    ["fill", "--plain"],
]


def broken(year_folder: Path) -> bytes:
    """The answers file of the year, cut short so that what is left still parses."""
    path = year_folder / "answers.toml"
    path.write_text(path.read_text().replace("[end]", ""))
    return path.read_bytes()


def test_a_draft_report_is_done(command: Command, school: Path) -> None:
    ran = command("report", "--format", "html", "--format", "md", "--folder", school)
    assert ran.code == 0
    assert ran.out.split() == [
        str(school / "2026-27" / f"report.{ending}") for ending in ("html", "md")
    ]
    assert "Draft" in ran.err
    assert all(Path(path).is_file() for path in ran.out.split())


def test_a_stop_is_one_and_none_is_nought(command: Command, demo: Path) -> None:
    assert command("check", "2025-26", "--folder", demo).code == 0
    assert command("check", "2026-27", "--folder", demo).code == 1
    assert command("check", "--folder", demo).code == 1  # the newest year


def test_a_code_is_explained(command: Command, school: Path) -> None:
    ran = command("check", "--json", "--folder", school)
    code = json.loads(ran.out)["findings"][0]["code"]
    told = command("check", "--explain", code.lower())
    assert told.code == 0
    assert told.out.startswith(code)
    assert command("check", "--explain", "ZZ99").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "2019-20"],
        ["report", "2019"],
        ["report", "2026-28"],
        ["report", "--format", "odt"],
        ["report", "--layout", "poem"],
        ["report", "--sideways"],
        ["check", "2019-20"],
        ["check", "../2026-27"],
        ["begin", "next-year"],
        ["begin"],
        ["fill", "--plain", "--at", "teching-approach"],
        ["fill", "2026", "--plain"],
        ["answers"],
        ["answers", "get", "teching-approach"],
        ["answers", "get", "school-name", "--year", "2019-20"],
        ["answers", "set", "school-nam", "x"],
        ["answers", "set", "school-name"],
        ["answers", "set", "school-name", "   "],
        ["answers", "set", "school-name", "one", "two"],
        ["answers", "set", "school-type", "castle"],
        ["answers", "set", "school-has", "primary"],
        ["answers", "set", "school-has", '["castle"]'],
        ["answers", "set", "school-has", '{"primary": 1}'],
        ["answers", "set", "senco", '[{"shoe": "x"}]'],
        ["answers", "set", "senco", '["x"]'],
        ["answers", "set", "senco", "[" * 3000],
        ["answers", "set", "roll", "many"],
        ["answers", "set", "next-review", "soon"],
        ["answers", "set", "local-offer", "javascript:alert(1)"],
        ["answers", "set", "data-to-authority", "perhaps"],
        ["answers", "set", "school-name", "--not-applicable", "we have no name"],
        ["answers", "set", "other-type", "hospital"],
        ["answers", "set", "teaching-approach", "long " * 30_000],
        ["answers", "shout"],
        ["bank", "check", "no-such-folder"],
        ["bank", "duties", "--type", "castle"],
        ["bank", "list", "--questions", "no-such-folder"],
        ["wander"],
    ],
    ids=lambda arguments: " ".join(arguments)[:50],
)
def test_wrong_usage_is_two_in_one_or_two_sentences(
    command: Command, school: Path, arguments: list[str]
) -> None:
    before = (school / "2026-27" / "answers.toml").read_bytes()
    ran = command(*arguments)
    assert ran.code in ({2, 3} if "--questions" in arguments else {2})
    assert not ran.out or arguments == ["answers"]
    assert len(ran.err) < 700 or "castle" in arguments
    assert (school / "2026-27" / "answers.toml").read_bytes() == before


def test_a_question_that_is_not_needed_cannot_be_opened(command: Command, school: Path) -> None:
    command("answers", "set", "school-type", "pru", "--folder", school)
    assert command("fill", "--plain", "--at", "other-type").code == 2
    assert command("answers", "set", "other-type", "hospital").code == 2


@pytest.mark.parametrize("arguments", [["status"], *IN_A_YEAR[:-1]], ids=" ".join)
def test_a_folder_with_no_year_is_wrong_usage(
    command: Command, tmp_path: Path, arguments: list[str]
) -> None:
    ran = command(*arguments, "--folder", tmp_path / "nowhere")
    assert ran.code == 2
    assert str(tmp_path / "nowhere") in ran.err
    assert not (tmp_path / "nowhere").exists()


def test_the_nearest_question_is_named(command: Command, school: Path) -> None:
    ran = command("answers", "get", "teching-approach", "--folder", school)
    assert "“teaching-approach”" in ran.err


@pytest.mark.parametrize("arguments", IN_A_YEAR, ids=" ".join)
def test_a_broken_file_is_three_and_untouched_and_its_last_good_save_named(
    command: Command, school: Path, arguments: list[str]
) -> None:
    assert command("answers", "set", "school-name", "Larkfield").code == 0
    before = broken(school / "2026-27")
    ran = command(*arguments)
    assert ran.code == 3
    save = max((school / "2026-27" / "history").glob("*Z.toml"))
    assert str(save) in ran.err
    assert (school / "2026-27" / "answers.toml").read_bytes() == before


def test_status_still_lists_the_good_years(command: Command, demo: Path) -> None:
    before = broken(demo / "2025-26")
    ran = command("status", "--json", "--folder", demo)
    assert ran.code == 3
    assert '"2026-27"' in ran.out
    assert '"2025-26"' not in ran.out
    assert str(demo / "2025-26" / "answers.toml") in ran.err
    in_words = command("status", "--folder", demo)
    assert in_words.code == 3
    assert "2026-27: draft" in in_words.out
    assert (demo / "2025-26" / "answers.toml").read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"[[[",
        b"a = [" * 3000,
        b"format = 1\n[end]\n",
        b"[answers.school-name]\nvalue = 3\n[end]\n",
        WHOLE + b"[answers.school-name]\nvalue = 3\n[end]\n",
        WHOLE + b'[answers.school-name]\nvalue = "x"\nsource = "guessed"\n[end]\n',
        b'format = 1\nbank = "england"\nedition = "2026.11"\nyear = "2020-21"\n[end]\n',
    ],
    ids=range(9),
)
def test_whatever_a_file_holds_it_is_three_and_untouched(
    command: Command, school: Path, text: bytes
) -> None:
    path = school / "2026-27" / "answers.toml"
    path.write_bytes(text)
    for arguments in (["check"], ["answers", "set", "school-name", "x"], ["status"]):
        ran = command(*arguments)
        assert ran.code == 3
        assert str(path) in ran.err
    assert path.read_bytes() == text


@pytest.mark.parametrize(
    "arguments",
    [
        ["fill", "--plain"],
        ["answers", "set", "school-name", "Another"],
        ["answers", "clear", "school-name"],
        ["answers", "keep", "school-name"],
    ],
    ids=" ".join,
)
def test_a_year_that_somebody_has_open_is_four(
    command: Command, school: Path, arguments: list[str]
) -> None:
    before = (school / "2026-27" / "answers.toml").read_bytes()
    with YearLock(school / "2026-27").take(NOON):
        ran = command(*arguments)
        assert command("status").code == 0  # reading needs no lock
        assert command("begin", "2026-27").code == 4
    assert ran.code == 4
    assert "12:00 on 24 November" in ran.err
    assert (school / "2026-27" / "answers.toml").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [["begin", "2026-27"], ["fill", "2026-27", "--plain"]],
    ids=" ".join,
)
def test_a_folder_that_cannot_be_written_is_five(
    command: Command, tmp_path: Path, arguments: list[str]
) -> None:
    """Root may write anywhere, so a file stands where the folder would be."""
    (tmp_path / "taken").write_text("a file")
    ran = command(*arguments, "--folder", tmp_path / "taken")
    assert ran.code == 5
    assert str(tmp_path / "taken") in ran.err
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_report_or_a_demo_that_cannot_be_written_is_five(
    command: Command, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    to = tmp_path / "taken" / "under"
    html = ("report", "2025-26", "--folder", demo, "--format", "html")
    assert command(*html, "--to", to).code == 5
    assert command("demo", to).code == 5
    (demo / "2025-26" / "report.html").mkdir()
    assert command(*html).code == 5


def test_a_fault_of_ours_is_seventy_and_an_interrupt_a_hundred_and_thirty(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    def stops(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(acts, "all_status", fails)
    assert run(["status", "--folder", str(school)]) == 70
    assert "fault of ours" in capsys.readouterr().err
    monkeypatch.setattr(acts, "all_status", stops)
    assert run(["status", "--folder", str(school)]) == 130


def test_what_a_file_says_reaches_the_terminal_without_its_control_characters(
    command: Command, school: Path
) -> None:
    ran = command("answers", "get", "\x1b[31mred\u202e", "--folder", school)
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
