"""An answers file that was cut short, at any byte at all, is told apart from a whole one.

Many cuts of a TOML file are a shorter TOML file; what tells them is the last line, [end].
"""

from datetime import date, datetime
from pathlib import Path

import pytest

from sendwizard.cli import run
from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.errors import UnreadableError
from sendwizard.store.answers_file import FILE_NAME, dump_answers, read_answers
from sendwizard.store.history import keep_save
from tests.worlds import ROOT

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - the store takes UTC without a zone
YEAR = "2026-27"
TRAP = 'He said "Stop.\\"\n[end]\n\n[answers.fake]\nvalue = """x"""\n[end]\n'
"""A text that looks like the end of a file."""
RICH = Answers(
    YEAR,
    "england",
    "2026.11",
    {
        "money": Answer(TRAP, on=DAY, note="“Ask” – the head’s 🦔\n'''"),
        "senco": Answer(({"name": "Siân ap Rhys", "phone": "01632 960000"},), Source.KEPT, DAY),
        "school-has": Answer(("primary", "nursery"), Source.CARRIED),
        "roll": Answer(120, set_aside={"W1": "no"}),
        "odd key [end]": Answer(True),
        "bullying": Answer(None, not_applicable="None\n\n[end]"),
    },
    extra={"later": {"x": "[end]"}},
)
DEMO = ROOT / "sendwizard" / "demo" / YEAR / FILE_NAME


@pytest.mark.parametrize("whole", [dump_answers(RICH), DEMO.read_bytes()], ids=["rich", "demo"])
def test_a_file_cut_at_any_byte_is_told_from_a_whole_one(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(whole)
    answers = read_answers(path)
    size = len(whole.rstrip())
    with path.open("r+b") as file:
        for left in range(len(whole) - 1, size - 1, -1):
            file.truncate(left)
            assert read_answers(path) == answers  # only the last line end is gone
        told = set()
        for left in range(size - 1, -1, -1):
            file.truncate(left)
            with pytest.raises(UnreadableError) as caught:
                read_answers(path)
            told.add(str(caught.value).replace(str(path), "").split(":")[0])
    assert told <= {" was cut short", " cannot be understood"}
    assert path.read_bytes() == b""


def cut_places(whole: bytes) -> list[int]:
    """Where cuts leave nothing, half of a letter, and a shorter TOML file."""
    a_table = whole.index(b"\n[answers.", len(whole) // 2) + 1
    a_letter = whole.index("’".encode()) + 1
    return [0, a_letter, a_table]


@pytest.mark.parametrize("which", range(3))
def test_no_command_writes_over_a_cut_file_and_the_last_good_save_is_offered(
    which: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "school"
    path = folder / YEAR / FILE_NAME
    path.parent.mkdir(parents=True)
    whole = DEMO.read_bytes()
    path.write_bytes(whole)
    keep_save(path.parent, read_answers(path), NOON)
    cut = whole[: cut_places(whole)[which]]
    path.write_bytes(cut)
    for command in (
        ["answers", "set", "money", "Words"],
        ["answers", "keep", "money"],
        ["fill", "--plain"],
        ["fill", YEAR],
        ["begin", "2027-28"],
        ["report"],
        ["migrate", "--accept"],
        ["approve", "--by", "A", "--role", "B", "--on", "2026-11-23"],
        ["published", "--address", "https://school.example"],
    ):
        assert run([*command, "--folder", str(folder)]) == 3, command
        told = capsys.readouterr().err
        assert "20261123T120000000000Z" in told, command
        assert path.read_bytes() == cut
    assert run(["begin", YEAR, "--folder", str(folder)]) == 2  # it is begun already
    assert path.read_bytes() == cut
    capsys.readouterr()
    assert run(["history", "restore", "2026", "--year", YEAR, "--folder", str(folder)]) == 0
    assert read_answers(path) == read_answers(DEMO)
    assert cut in [each.read_bytes() for each in (path.parent / "history").iterdir()]
