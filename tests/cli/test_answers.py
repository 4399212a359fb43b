"""Scripted answers: what goes in comes out, and what is refused changes nothing."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, typed

ROUND_TRIPS = [
    ("school-name", "St Mary’s “Big” School", "St Mary’s “Big” School"),
    ("school-name", "  -  two   spaces ", "- two spaces"),
    ("school-type", "maintained-mainstream", "maintained-mainstream"),
    ("school-type", "pru", "pru"),
    ("teaching-approach", "- Small classes\n- Warm rooms", "- Small classes\n- Warm rooms"),
    ("teaching-approach", "--year of the dash", "--year of the dash"),
    ("teaching-approach", "-x", "-x"),
    ("teaching-approach", "a\r\nb\rc\x1b[31m", "a\nb\nc[31m"),
    ("teaching-approach", "{{ 7*7 }} [red] <script> #let", "{{ 7*7 }} [red] <script> #let"),
    ("roll", "1,210", "1210"),
    ("next-review", "12 March 2027", "2027-03-12"),
    ("next-review", "2027-03-12", "2027-03-12"),
    ("data-to-authority", "yes", "yes"),
    ("data-to-authority", "No", "no"),
    ("local-offer", "www.council.example/send", "https://www.council.example/send"),
]


@pytest.mark.parametrize(("question", "typed", "printed"), ROUND_TRIPS)
def test_an_answer_comes_back_as_its_kind_has_it(
    command: Command, school: Path, question: str, typed: str, printed: str
) -> None:
    ran = command("answers", "set", question, typed, "--folder", school)
    assert (ran.code, ran.err) == (0, "")
    assert command("answers", "get", question, "--folder", school).out == printed + "\n"
    assert command("answers", "clear", question, "--folder", school).code == 0
    empty = command("answers", "get", question, "--folder", school)
    assert (empty.code, empty.out, empty.err) == (0, "", "")


@pytest.mark.usefixtures("school")
def test_choices_are_a_list_of_ids_in_the_order_of_the_bank(command: Command) -> None:
    options = json.loads(command("bank", "list", "--json").out)["questions"]
    ids = next(
        [option["id"] for option in each["options"]]
        for each in options
        if each["id"] == "school-has"
    )
    assert command("answers", "set", "school-has", json.dumps([ids[1], ids[0]])).code == 0
    assert json.loads(command("answers", "get", "school-has").out) == ids[:2]


@pytest.mark.usefixtures("school")
def test_rows_are_a_list_of_objects_by_column(command: Command) -> None:
    row = {"name": "Ms “A” | B", "phone": "01632 960000 ext 2", "email": "s@school.example"}
    ran = command("answers", "set", "senco", json.dumps([row]))
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(command("answers", "get", "senco").out) == [row]


@pytest.mark.usefixtures("school")
def test_a_refused_cell_says_which(command: Command) -> None:
    ran = command("answers", "set", "senco", '[{"email": "nobody"}]')
    assert ran.code == 2
    assert "e-mail" in ran.err.lower()


@pytest.mark.usefixtures("school")
def test_a_lone_dash_reads_standard_input(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", typed("Two\r\n\r\nparagraphs é".encode()))
    assert command("answers", "set", "teaching-approach", "-").code == 0
    assert command("answers", "get", "teaching-approach").out == "Two\n\nparagraphs é\n"


@pytest.mark.usefixtures("school")
def test_a_value_behind_two_dashes_may_be_anything(command: Command) -> None:
    assert command("answers", "set", "school-name", "--", "--help").code == 0
    assert command("answers", "get", "school-name").out == "--help\n"


@pytest.mark.usefixtures("school")
def test_what_may_not_apply_takes_a_reason_and_the_law_takes_none(command: Command) -> None:
    names = ("teaching-approach", "school-name", "looked-after", "last-year", "inclusion-strategy")
    taken = {}
    for each in names:
        ran = command("answers", "set", each, "--not-applicable", "We have none.")
        taken[each] = ran.code
        assert ran.code in {0, 2}
    assert taken["teaching-approach"] == taken["school-name"] == 2
    assert 0 in taken.values()
    listed = json.loads(command("answers", "list", "--json").out)["answers"]
    stands = {each["id"] for each in listed if each["status"] == "not-applicable"}
    assert stands == {each for each, code in taken.items() if code == 0}
    assert command("answers", "set", "money", "--not-applicable", " ").code == 2


def test_keep_counts_a_carried_answer_and_changes_no_other(command: Command, school: Path) -> None:
    command("answers", "set", "money", "We spend it well.")
    path = school / "2026-27" / "answers.toml"
    path.write_text(path.read_text().replace('source = "given"', 'source = "carried"'))
    assert command("answers", "keep", "money").code == 0
    (kept,) = (
        each
        for each in json.loads(command("answers", "list", "--json").out)["answers"]
        if each["id"] == "money"
    )
    assert (kept["source"], kept["status"]) == ("kept", "answered")
    before = path.read_bytes()
    assert command("answers", "keep", "money").code == 0
    assert path.read_bytes() == before


def test_a_cleared_answer_stays_in_the_history(command: Command, school: Path) -> None:
    command("answers", "set", "money", "We spend it well.")
    command("answers", "clear", "money")
    assert "We spend it well." in (school / "2026-27" / "history" / "texts.toml").read_text()
    assert "We spend it well." not in (school / "2026-27" / "answers.toml").read_text()


def test_keys_that_we_do_not_know_outlive_a_change(command: Command, school: Path) -> None:
    path = school / "2026-27" / "answers.toml"
    more = 'archive = true\n[answers.gone]\nvalue = "old"\nhow = "asked"\n[end]\n'
    path.write_text(path.read_text().replace("[end]\n", more))
    command("answers", "set", "school-name", "Larkfield")
    text = path.read_text()
    assert all(piece in text for piece in ("archive = true", "[answers.gone]", 'how = "asked"'))
