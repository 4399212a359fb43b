"""The JSON shapes of the contract: a key may be added, never renamed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

BANK = {"bank", "sections", "questions", "requirements"}
QUESTION = {
    *("id", "section", "kind", "prompt", "required", "requirements"),
    *("proforma", "options", "columns"),
}
DUTY = {"id", "citation", "summary", "force", "checked", "checked_on", "questions"}
YEAR = {"year", "answered", "carried", "not_applicable", "unanswered", "total", "state"}


def parsed(command: Command, *arguments: object, code: int = 0) -> Any:  # noqa: ANN401 - it is JSON
    ran = command(*arguments, "--json")
    assert ran.code == code
    assert not ran.err
    return json.loads(ran.out)


def test_bank_list_has_every_question_with_its_kind_and_duties(command: Command) -> None:
    data = parsed(command, "bank", "list")
    assert data.keys() >= BANK
    assert data["bank"].keys() >= {"id", "edition", "checked_on"}
    sections = [each["id"] for each in data["sections"]]
    duties = {each["id"] for each in data["requirements"]}
    for question in data["questions"]:
        assert question.keys() >= QUESTION
        assert question["section"] in sections
        assert set(question["requirements"]) <= duties
        assert all(each.keys() == {"id", "label"} for each in question["options"])
        for column in question["columns"]:
            assert column.keys() >= {"id", "kind", "label", "options"}
        assert bool(question["columns"]) is (question["kind"] == "rows")
    for requirement in data["requirements"]:
        assert requirement.keys() >= {"id", "citation", "force", "applies"}
        assert requirement["force"] in {"must", "should"}
    ids = [each["id"] for each in data["questions"]]
    assert len(ids) == len(set(ids))
    assert {"school-name", "school-type"} <= set(ids)


def test_bank_duties_say_where_each_was_checked_and_when(command: Command) -> None:
    every = parsed(command, "bank", "duties")
    assert every["type"] is None
    assert all(each.keys() >= DUTY for each in every["duties"])
    assert all(each["questions"] for each in every["duties"])
    special = parsed(command, "bank", "duties", "--type", "maintained-special")
    assert special["type"] == "maintained-special"
    fewer = {each["id"] for each in special["duties"]}
    assert fewer < {each["id"] for each in every["duties"]}


def test_answers_list_says_where_each_question_stands(command: Command, demo: Path) -> None:
    data = parsed(command, "answers", "list", "--year", "2025-26", "--folder", demo)
    assert data["year"] == "2025-26"
    assert all(each.keys() >= {"id", "value", "source", "status"} for each in data["answers"])
    known = {"answered", "carried", "not-applicable", "unanswered", "off-route"}
    by_id = {each["id"]: each for each in data["answers"]}
    assert {each["status"] for each in data["answers"]} <= known
    assert by_id["school-name"]["status"] == "answered"
    assert by_id["school-name"]["source"] == "given"
    assert isinstance(by_id["school-has"]["value"], list)
    assert isinstance(by_id["senco"]["value"][0], dict)
    assert by_id["other-type"]["status"] == "off-route"
    assert by_id["other-type"]["value"] is None


@pytest.mark.usefixtures("school")
def test_answers_list_of_an_empty_year_has_every_question(command: Command) -> None:
    data = parsed(command, "answers", "list")
    bank = parsed(command, "bank", "list")
    assert [each["id"] for each in data["answers"]] == [each["id"] for each in bank["questions"]]
    assert {each["source"] for each in data["answers"]} == {None}


def test_status_has_a_row_for_each_year_that_adds_up(command: Command, demo: Path) -> None:
    data = parsed(command, "status", "--folder", demo)
    assert data["folder"] == str(demo)
    assert [each["year"] for each in data["years"]] == ["2025-26", "2026-27"]
    for year in data["years"]:
        assert year.keys() >= YEAR
        parts = ("answered", "carried", "not_applicable", "unanswered")
        assert sum(year[part] for part in parts) == year["total"]
    assert [each["state"] for each in data["years"]] == ["complete", "draft"]


def test_check_has_findings_duties_and_readability(command: Command, demo: Path) -> None:
    done = parsed(command, "check", "2025-26", "--folder", demo)
    assert done.keys() >= {"year", "findings", "duties", "readability"}
    assert {each["state"] for each in done["duties"]} == {"answered"}
    assert done["readability"]["flesch"] >= 60
    assert done["readability"]["words"] > 500


def test_check_of_an_empty_year_names_each_gap_and_its_citation(
    command: Command, school: Path
) -> None:
    data = parsed(command, "check", "--folder", school, code=1)
    assert data["year"] == "2026-27"
    for finding in data["findings"]:
        assert finding.keys() >= {"code", "severity", "question", "message", "citation"}
    stops = {each["question"] for each in data["findings"] if each["severity"] == "stop"}
    bank = parsed(command, "bank", "list")
    must = {each["id"] for each in bank["questions"] if each["required"]}
    assert stops <= must
    assert {"school-name", "teaching-approach"} <= stops
    for duty in data["duties"]:
        assert duty.keys() >= {"id", "citation", "state", "questions"}
        assert duty["state"] in {"answered", "part", "not-answered"}
    assert "not-answered" in {each["state"] for each in data["duties"]}
