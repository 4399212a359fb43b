"""`approve`, `published` and `status` by script: the contract's options, codes and shapes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sendwizard.cli import run
from sendwizard.office import acts, publishing, reporting, sitting
from tests.cli.conftest import Command, Ran
from tests.worlds import real_bank
from tests.writers import Writers

YEAR = "2025-26"
WHO = ("--by", "Helen Tarrant", "--role", "Chair of governors", "--on", "2025-12-04")
ADDRESS = "https://www.larkfieldbridge.example/send"
STATUS = {"year", "answered", "carried", "not_applicable", "unanswered", "total", "state"}
MORE = {"changed", "approved_on", "published", "next_review", "review_past", "problems"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is rendered here, and the questions are read once for all of these tests."""
    monkeypatch.setattr(reporting, "render", Writers())
    for room in (acts, publishing, reporting, sitting):
        monkeypatch.setattr(room, "load_bank", lambda _: real_bank())


def approve(command: Command, demo: Path, *more: object) -> Ran:
    return command("approve", YEAR, *WHO, "--folder", demo, *more)


def status_of(command: Command, demo: Path, code: int = 0) -> Any:  # noqa: ANN401 - it is JSON
    ran = command("status", "--json", "--folder", demo)
    assert ran.code == code
    last, _ = json.loads(ran.out)["years"]
    assert last.keys() == STATUS | MORE
    return last


def test_approving_prints_the_copy_and_what_stands_beside_it(command: Command, demo: Path) -> None:
    ran = approve(command, demo, "--minute", "FGB 7b", "--body", "committee")
    assert ran.code == 0
    year = demo / YEAR
    names = ("report.html", "report.docx", "report.pdf", "next-review.ics")
    paths = (year / "approved" / "1", *(year / name for name in names))
    assert ran.out.splitlines() == [str(each) for each in paths]
    assert all(each.exists() for each in paths)
    assert "Approved by a committee that governors gave this to on 4 December 2025." in ran.err
    assert "Next review: 4 December 2026." in ran.err
    assert f"sendwizard published {YEAR} --address URL" in ran.err


def test_a_date_is_taken_as_people_write_it(command: Command, demo: Path) -> None:
    more = ("--on", "3 December 2025", "--next-review", "1/12/2026")
    ran = approve(command, demo, *more)
    assert "on 3 December 2025. Next review: 1 December 2026." in ran.err


def test_a_small_change_says_what_was_updated(command: Command, demo: Path) -> None:
    approve(command, demo)
    assert command("answers", "set", "complaints", "x", "--year", YEAR, "--folder", demo).code == 0
    assert status_of(command, demo)["state"] == "changed"
    ran = command(
        *("approve", YEAR, "--by", "Sue Lee", "--role", "Headteacher", "--on", "2026-03-12"),
        *("--small-change", "new SENCO", "--folder", demo),
    )
    assert ran.code == 0
    assert "Updated 12 March 2026: new SENCO. Next review: 4 December 2026." in ran.err
    report = command("report", YEAR, "--folder", demo)
    assert "Updated 12 March 2026: new SENCO." in report.err


# -- what stands in the way -------------------------------------------------------------


def test_a_stop_is_one_and_each_is_named_with_the_way_out(command: Command, demo: Path) -> None:
    command("answers", "clear", "complaints", "--year", YEAR, "--folder", demo)
    ran = approve(command, demo)
    assert (ran.code, ran.out) == (1, "")
    assert "sendwizard: 2025-26 was not approved: 1 thing stands in the way." in ran.err
    assert "“What can I do if I am not happy with the help?” has no answer yet." in ran.err
    assert "--with-gaps REASON" in ran.err
    accepted = approve(command, demo, "--with-gaps", "It follows in January.")
    assert accepted.code == 0
    assert status_of(command, demo)["state"] == "approved"


def test_where_gaps_cannot_be_accepted_that_is_not_offered(command: Command, demo: Path) -> None:
    approve(command, demo)
    command("answers", "clear", "complaints", "--year", YEAR, "--folder", demo)
    ran = approve(command, demo, "--on", "2026-03-12", "--small-change", "no complaints")
    assert ran.code == 1
    assert "--with-gaps" not in ran.err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--by", ""), "Say who approves"),
        (("--role", " "), "role"),
        (("--on", "31 June 2025"), "--on: June 2025 has 30 days. Write the date"),
        (("--on", ""), "--on is empty"),
        (("--on", "9999-01-01"), "long after"),
        (("--next-review", "soon"), "--next-review: Write the date"),
        (("--next-review", "2025-12-04"), "not after the approval"),
        (("--next-review", "9999-12-31"), "more than 3 years on"),
        (("--with-gaps", ""), "--with-gaps is empty"),
        (("--small-change", " "), "--small-change is empty"),
        (("--small-change", "new SENCO"), "has not been approved yet"),
        (("--minute", ""), "--minute is empty"),
        (("--body", "parents"), "governing-body, trust-board, committee, management-committee"),
        (("--folder", "nowhere"), "no answers"),
    ],
)
def test_wrong_usage_is_two_with_a_sentence_and_nothing_is_approved(
    command: Command, demo: Path, more: tuple[str, ...], words: str
) -> None:
    ran = approve(command, demo, *more)
    assert ran.code == 2
    assert ran.out == ""
    assert words in ran.err
    assert not (demo / YEAR / "approved").exists()


@pytest.mark.parametrize("left_out", ["--by", "--role", "--on"])
def test_who_in_which_role_and_when_are_always_asked(
    command: Command, demo: Path, left_out: str
) -> None:
    place = WHO.index(left_out)
    ran = command("approve", YEAR, *WHO[:place], *WHO[place + 2 :], "--folder", demo)
    assert ran.code == 2
    assert left_out in ran.err


def test_an_unknown_year_is_two(command: Command, demo: Path) -> None:
    for name in ("2019-20", "2025-27"):
        assert command("approve", name, *WHO, "--folder", demo).code == 2
        assert command("published", name, "--folder", demo).code == 2


def test_a_report_that_could_not_be_written_beside_the_copy_is_five(
    command: Command, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sendwizard.errors import UnwritableError
    from sendwizard.office import approving

    def full(path: Path, _: bytes) -> None:
        raise UnwritableError(f"{path} could not be written: no space.")

    monkeypatch.setattr(approving, "write_atomic", full)
    ran = approve(command, demo)
    assert ran.code == 5
    assert ran.out.splitlines() == [str(demo / YEAR / "approved" / "1")]
    assert "The approved copy was made" in ran.err


# -- published --------------------------------------------------------------------------


def published(command: Command, demo: Path, *more: object) -> Ran:
    return command("published", YEAR, "--folder", demo, *more)


def test_published_shows_what_is_known_and_takes_what_is_new(command: Command, demo: Path) -> None:
    nothing = {"year": YEAR, "published": False, "address": None, "on": None, "council_told": None}
    ran = published(command, demo, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == nothing | {"state": "complete"}
    approve(command, demo)
    assert "not yet on the website" in published(command, demo).out
    ran = published(command, demo, "--address", ADDRESS, "--on", "2025-12-10")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "2025-26: approved, on the website",
        f"  Web address: {ADDRESS}",
        "  On the website since: 10 December 2025",
        "  Council sent the link: not said yet",
    ]
    ran = published(command, demo, "--council-told", "2025-12-11", "--json")
    assert json.loads(ran.out) == {
        "year": YEAR,
        "state": "approved",
        "published": True,
        "address": ADDRESS,
        "on": "2025-12-10",
        "council_told": "2025-12-11",
    }
    assert status_of(command, demo)["published"] is True


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--address", ""), "--address is empty"),
        (("--address", "the website"), "Write one web address"),
        (("--on", "then"), "--on: Write the date"),
        (("--council-told", "2024-01-01"), "before the approval"),
    ],
)
def test_what_cannot_be_published_is_two(
    command: Command, demo: Path, more: tuple[str, ...], words: str
) -> None:
    assert published(command, demo, "--address", ADDRESS).code == 2
    approve(command, demo)
    ran = published(command, demo, *more)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


# -- status -----------------------------------------------------------------------------


def test_status_says_approved_not_yet_on_the_website_and_the_next_review(
    command: Command, demo: Path
) -> None:
    assert status_of(command, demo)["approved_on"] is None
    approve(command, demo, "--next-review", "2025-12-31")
    last = status_of(command, demo)
    assert (last["state"], last["changed"], last["published"]) == ("approved", 0, False)
    assert (last["approved_on"], last["next_review"]) == ("2025-12-04", "2025-12-31")
    assert (last["review_past"], last["problems"]) == (True, [])
    ran = command("status", "--folder", demo)
    assert "2025-26: approved, not yet on the website, 61 of 63 answered" in ran.out
    assert "Next review: 31 December 2025. That day is past" in ran.out
    assert "last year’s to look at" in ran.out


def test_a_copy_that_was_altered_is_told_on_standard_error_with_three(
    command: Command, demo: Path
) -> None:
    approve(command, demo)
    (demo / YEAR / "approved" / "1" / "report.html").write_text("other")
    ran = command("status", "--folder", demo)
    assert ran.code == 3
    assert "report.html has been altered" in ran.err
    assert "been altered" not in ran.out
    assert "2026-27: draft" in ran.out
    (problem,) = status_of(command, demo, code=3)["problems"]
    assert "report.html has been altered" in problem
    assert command("report", YEAR, "--folder", demo).code == 0


def test_status_and_help_start_without_what_makes_reports(demo: Path) -> None:
    assert run(["approve", YEAR, *WHO, "--folder", str(demo)]) == 0
    script = (
        "import sys; from sendwizard.cli import run\n"
        "for words in (['status', '--folder', sys.argv[1]], ['approve', '--help']):\n"
        "    try:\n"
        "        run(words)\n"
        "    except SystemExit:\n"
        "        pass\n"
        "heavy = {'textual', 'jinja2', 'docx', 'typst', 'icalendar', 'markdown_it'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(demo)], check=True, capture_output=True)
