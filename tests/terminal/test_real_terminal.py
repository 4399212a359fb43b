"""The whole job in a real terminal of 80 by 24: from nothing to a report, cut off half way.

The facts are those of a small village school's real report of 2021, in our own words and with
other names.
"""

import html
import signal
import time
from pathlib import Path

import pexpect
import pytest

from sendwizard.core.bank import Kind, Question
from sendwizard.core.route import route
from sendwizard.core.starting import first_asked
from tests.terminal.terminals import ENTER, Terminal, ask
from tests.worlds import answers_of, real_bank

pytestmark = pytest.mark.terminal
F8 = "\x1b[19~"
FACTS = {
    "school-name": "West Fernley Primary School",
    "own-colour": "#1d4f7a",
    "teaching-approach": "Classes are small. Each has a teacher and a helper. Work is made to "
    "fit each child and joins subjects together.",
    "adapt-curriculum": "Teachers change tasks and homework so that each child can do them.",
    "extra-support": "Set programmes in class and outside it, alone or in a small group. We test "
    "what each has done.",
    "recording-provision": "Each child who needs more has a support plan, made for that child.",
    "support-plan": "Plans go along to other services and to secondary school.",
    "review-progress": "We talk at parents' evenings each term, more often if you ask, and write "
    "a report each year.",
    "consult-parents": "A planner for each child, a weekly letter, an app, and an open door.",
    "specialists": "We work with psychologists, speech and occupational therapists and advisers.",
    "agencies-health": "Speech and occupational therapists visit.",
    "agencies-social-care": "We have worked with children's social care.",
    "agencies-council": "The council's outreach team comes when we ask.",
    "first-contact": "Your child's class teacher, then the SENCO, who is also our headteacher.",
    "how-decided": "Help from an adult in lessons follows what each programme shows.",
    "emotional-social": "Staff know each child in our small classes and work with a few at a time.",
    "ehc-assessment": "Ask at the office about an EHC needs assessment.",
    "evaluate-provision": "Each programme is tested and the plan says what worked.",
    "fair-treatment": "Our equality policy and our ethos say how all are included. We put time "
    "into pupils rather than into a mark.",
    "advice-for-parents": "The council has free and impartial advisers. We can tell you how to "
    "reach them.",
    "hear-pupils": "Each child can write in the planner and talk about the plan.",
    "moving-on": "We pass the plan on to the secondary school.",
}
ROWS = {
    "governor": ["Mr Lee", "01944 496001", ""],
    "related-policies": ["SEN policy", "", ""],
    "senco-qualification": ["1/9/2010", "4", "", ""],
    "senco": ["Mrs Jo Alder", "01944 496000", ""],
    "sendiass": ["SENDIASS", "01609 496000", "", ""],
    "staff-training": ["Phonics", "All staff", "2026"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "school"


def keys_for(question: Question) -> str:
    """What a person types to answer a question."""
    if question.id in ROWS:
        return ENTER.join(ROWS[question.id])
    match question.kind:
        case Kind.CHOICE:
            return "1"
        case Kind.CHOICES:
            return "4"
        case Kind.YES_NO:
            return "1"
        case Kind.NUMBER:
            return "62"
        case Kind.DATE:
            return "1 March 2027"
        case Kind.URL:
            return "https://school.example/offer"
        case Kind.ROWS:
            return ""
    return FACTS.get(question.id, f"What we do about {question.id}.")


def values(folder: Path) -> dict[str, object]:
    """The answers by id."""
    rows = ask(folder, "answers", "list")["answers"]
    assert isinstance(rows, list)
    return {row["id"]: row["value"] for row in rows}


def test_from_an_empty_folder_to_a_report_with_the_line_cut_half_way(folder: Path) -> None:
    bank = real_bank()
    asked = route(bank, answers_of(school_type="maintained-mainstream", school_has=("primary",)))
    half = len(asked) // 2
    terminal = Terminal(folder)
    terminal.wait_for("Welcome")
    terminal.type(ENTER)
    first = first_asked(bank, answers_of(school_type="maintained-mainstream"))
    assert first == asked[: len(first)]
    for number, question in enumerate(asked):
        if number == len(first):
            terminal.wait_for(f"Your school is asked {len(asked)} questions")
            terminal.type("1")
        where = "Getting started" if number < len(first) else "Question"
        terminal.wait_for(f"{where} {number + 1} of")
        terminal.type(keys_for(question))
        if number == half:
            terminal.wait_for("Saved at")
            terminal.hang_up()
            terminal = Terminal(folder)
            terminal.wait_for(f"Question {number + 1} of {len(asked)}")
            terminal.wait_for(keys_for(question))
            assert question.kind is Kind.PASSAGE  # so that the cut is in the middle of a text
        terminal.type(F8)
    terminal.wait_for("0 to fix before approval")
    terminal.type("\x1b")
    terminal.wait_for("What a good answer covers")
    terminal.type("\x06")
    terminal.wait_for("Complete, waiting for governors")
    terminal.type(ENTER)
    terminal.wait_for("What a good answer covers")
    terminal.type("\x0c")
    terminal.child.expect(pexpect.EOF)
    years = ask(folder, "status")["years"]
    assert isinstance(years, list)
    assert years[0]["state"] == "complete"
    report = (folder / "2026-27" / "report.html").read_text(encoding="utf-8")
    words = " ".join(html.unescape(report).replace("’", "'").split())
    for fact in (*FACTS.values(), "Mrs Jo Alder", "Mr Lee", "01609 496000"):
        assert fact in words


@pytest.mark.parametrize("how", ["close", "hang-up", "terminate"])
def test_the_last_letter_outlives_the_line(folder: Path, how: str) -> None:
    terminal = Terminal(folder)
    terminal.wait_for("Welcome")
    terminal.type(ENTER)
    terminal.wait_for("What is the school called?")
    terminal.type("Oakfield")
    terminal.wait_for("Oakfield")
    if how == "close":
        terminal.hang_up()
    else:
        terminal.child.kill(signal.SIGHUP if how == "hang-up" else signal.SIGTERM)
        terminal.child.expect(pexpect.EOF)
        terminal.child.close()
        assert terminal.child.exitstatus == 0
    assert values(folder)["school-name"] == "Oakfield"
    again = Terminal(folder)
    again.wait_for("Oakfield")
    again.type("\x0c")
    again.child.expect(pexpect.EOF)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, None])
def test_a_letter_typed_a_tenth_of_a_second_ago_is_kept(
    folder: Path, how: signal.Signals | None
) -> None:
    """The save comes half a second after a letter; a signal must not wait for it."""
    terminal = Terminal(folder)
    terminal.wait_for("Welcome")
    terminal.type(ENTER)
    terminal.wait_for("What is the school called?")
    terminal.type("Oakfiel")
    terminal.wait_for("Oakfiel")
    terminal.wait_for("Saved at")
    terminal.type("d")
    terminal.read(0.1)
    if how is None:
        terminal.hang_up()
    else:
        terminal.child.kill(how)
        terminal.child.expect(pexpect.EOF)
        terminal.child.close()
    assert values(folder)["school-name"] == "Oakfield"


@pytest.mark.parametrize("how", ["close", "terminate"])
def test_a_line_that_is_stuck_neither_loses_a_letter_nor_keeps_the_year(
    folder: Path, how: str
) -> None:
    """A terminal that nobody reads any more takes nothing; words typed into it still count."""
    words = "Oakfield " * 60
    terminal = Terminal(folder)
    terminal.wait_for("Welcome")
    terminal.type(ENTER)
    terminal.wait_for("What is the school called?")
    terminal.type(words)
    saved = folder / "2026-27" / "answers.toml"
    for _ in range(400):  # all of it has come, and the screen has been stuck for long
        if saved.exists() and saved.read_text(encoding="utf-8").count("Oakfield") > 20:
            break
        time.sleep(0.05)
    if how == "close":
        terminal.hang_up()
    else:
        terminal.child.kill(signal.SIGTERM)
        terminal.wait_for_the_end()
    assert values(folder)["school-name"] == words.strip()
