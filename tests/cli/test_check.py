"""`check` as people and scripts call it: the table, JSON, codes explained, links and spelling."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

SLIPS = (
    "Our statemented pupils have help in class each day. Parent Partnership can help you too."
    " We know autisim well."
)


@pytest.fixture
def slips(command: Command, school: Path) -> Path:
    """A year with some slips in one answer."""
    command("answers", "set", "extra-support", SLIPS, "--folder", school)
    return school


def found(command: Command, school: Path, *more: str) -> list[dict[str, Any]]:
    """The findings as JSON."""
    ran = command("check", "--json", *more, "--folder", school)
    data = json.loads(ran.out)
    assert isinstance(data["findings"], list)
    return [dict(each) for each in data["findings"]]


def test_the_table_says_worst_first_where_and_what_to_do(command: Command, slips: Path) -> None:
    ran = command("check", "--folder", slips)
    assert ran.code == 1
    assert ran.out.index("Fix before approval") < ran.out.index("Look again")
    assert "What extra help can my child have?  [extra-support]" in ran.out
    assert "OLD001  “statemented” is out of date." in ran.out
    assert max(len(line) for line in ran.out.splitlines() if line.startswith("    ")) <= 92


def test_json_has_the_words_their_place_and_what_to_write(command: Command, slips: Path) -> None:
    old = [each for each in found(command, slips) if each["code"] == "OLD001"]
    assert {"code", "severity", "question", "message", "citation"} <= set(old[0])
    for each in old:
        start, end = each["span"]
        assert SLIPS[start:end] == each["words"]
        assert each["severity"] == "warn"
        assert each["suggestion"]


def test_every_code_is_explained(command: Command) -> None:
    ran = command("check", "--explain", "all")
    assert ran.code == 0
    for code in ("DUTY001", "OLD001", "VAGUE002", "DATE001", "PLAIN001", "SPELL001", "PUPIL001"):
        assert f"{code} (" in ran.out
    for code in ("LINK001", "LINK101", "SENSE001", "NAME001"):
        assert f"{code} (" in ran.out
    assert command("check", "--explain", "pupil001").out.startswith("PUPIL001 (fix before")
    group = command("check", "--explain", "old", "--json")
    codes = [each["code"] for each in json.loads(group.out)]
    assert codes == sorted(codes)
    assert codes[0] == "OLD001"
    assert command("check", "--explain", "ZZ9").err.count(",") < 12


def test_a_finding_is_set_aside_and_taken_back_by_script(command: Command, slips: Path) -> None:
    key = next(e["key"] for e in found(command, slips) if e["words"] == "statemented")
    set_aside = ("answers", "set-aside", "extra-support")
    folder = ("--folder", slips)
    assert command(*set_aside, key, "A quotation.", *folder).code == 0
    assert key not in {each["key"] for each in found(command, slips)}
    data = json.loads(command("check", "--json", *folder).out)
    assert [(e["key"], e["reason"]) for e in data["set_aside"]] == [(key, "A quotation.")]
    assert "Set aside, 1:" in command("check", *folder).out
    assert command(*set_aside, key, "--take-back", *folder).code == 0
    assert key in {each["key"] for each in found(command, slips)}


@pytest.mark.parametrize(
    "arguments",
    [
        ("extra-support", "OLD999", "why"),
        ("extra-support", "OLD001"),
        ("extra-support", "OLD001", "why", "--take-back"),
        ("extra-suport", "OLD001", "why"),
        ("complaints", "DUTY001", "why"),
    ],
)
def test_what_cannot_be_set_aside_is_said(
    command: Command, slips: Path, arguments: tuple[str, ...]
) -> None:
    path = slips / "2026-27" / "answers.toml"
    before = path.read_bytes()
    ran = command("answers", "set-aside", *arguments, "--folder", slips)
    assert ran.code == 2
    assert ran.err.startswith("sendwizard: ")
    assert path.read_bytes() == before


def test_spelling_is_looked_at_where_it_is_asked_for(command: Command, slips: Path) -> None:
    assert not any(each["code"].startswith("SPELL") for each in found(command, slips))
    spelled = [e for e in found(command, slips, "--spelling") if e["code"].startswith("SPELL")]
    assert [(each["words"], each["code"]) for each in spelled] == [("autisim", "SPELL002")]
    assert "autism" in spelled[0]["suggestion"]


def test_links_are_opened_only_after_a_yes(command: Command, school: Path) -> None:
    """Nobody can be asked here, so nothing is opened; how they are opened is tested elsewhere."""
    folder = ("--folder", school)
    ran = command("check", "--links", *folder)
    assert "There is no web address to open." in ran.err
    text = "The plan is at https://www.sendwizard-school.org/plan for all to read."
    command("answers", "set", "accessibility-plan", text, *folder)
    ran = command("check", "--links", *folder)
    assert ran.code == 2
    assert "1 web address on 1 site" in ran.err
    assert "--yes" in ran.err
    assert ran.out == ""


def test_a_broken_list_of_words_is_a_sentence_and_ends_with_three(
    command: Command, slips: Path, tmp_path: Path, repository: Path
) -> None:
    bank = tmp_path / "bank"
    shutil.copytree(repository / "questions", bank)
    path = bank / "checks" / "old.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("find =", "fnd =", 1), "utf-8")
    ran = command("check", "--questions", bank, "--folder", slips)
    assert ran.code == 3
    assert "checks/old.toml, line" in ran.err
    assert "Did you mean “find”?" in ran.err


def test_spelling_and_links_are_set_aside_by_the_key_that_check_gave(
    command: Command, slips: Path
) -> None:
    folder = ("--folder", slips)
    key = next(e["key"] for e in found(command, slips, "--spelling") if e["words"] == "autisim")
    set_aside = ("answers", "set-aside", "extra-support", key)
    assert command(*set_aside, "It is the name of a game.", *folder).code == 0
    assert not any(each["key"] == key for each in found(command, slips, "--spelling"))
    assert command(*set_aside, "--take-back", *folder).code == 0
    assert any(each["key"] == key for each in found(command, slips, "--spelling"))
    assert command(*set_aside, "--take-back", *folder).code == 2


def test_what_nobody_can_accept_comes_first_and_approval_says_what_to_do(
    command: Command, slips: Path
) -> None:
    folder = ("--folder", slips)
    command("answers", "set", "money", "Ella, who has autism, has a helper.", *folder)
    assert found(command, slips)[0]["code"] == "PUPIL001"
    approve = ("approve", "--by", "A", "--role", "Chair", "--on", "2026-11-20")
    ran = command(*approve, "--body", "governing-body", "--with-gaps", "We know.", *folder)
    assert ran.code == 1
    assert "cannot be accepted by anybody" in ran.err
    assert "answers set-aside" in ran.err


def test_a_bank_without_its_lists_of_words_is_refused(
    command: Command, slips: Path, tmp_path: Path, repository: Path
) -> None:
    """An old copy of the questions would let a pupil's name pass in silence."""
    bank = tmp_path / "bank"
    shutil.copytree(repository / "questions", bank)
    path = bank / "checks" / "pupils.toml"
    path.write_text(path.read_text("utf-8").replace("PUPIL001", "PUPIL091", 1), "utf-8")
    ran = command("bank", "check", bank)
    assert ran.code == 3
    assert "No rule has the code “PUPIL091”. Did you mean “PUPIL001”?" in ran.out
    path.unlink()
    for words in (("bank", "check", bank), ("check", "--questions", bank, "--folder", slips)):
        ran = command(*words)
        assert ran.code == 3
        assert "checks/pupils.toml: This file is missing from the bank." in ran.out + ran.err
