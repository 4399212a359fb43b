"""A school's day over SSH, through a real server with the README's own configuration."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from sendwizard.store.answers_file import read_answers
from tests.terminal.sshd import COLLECT, SSHD, YEAR, Server, Session
from tests.terminal.terminals import ENTER

pytestmark = pytest.mark.terminal
F8, TO_REPORT, TO_LEAVE = "\x1b[19~", "\x06", "\x0c"
HEAD = "Larkfield Bridge, Mill Lane"


def letterhead(path: Path) -> Path:
    """A school's letterhead in Word."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = HEAD
    document.save(str(path))
    return path


def head_of(report: Path) -> str:
    """What stands in the head of a report in Word."""
    return str(Document(str(report)).sections[0].header.paragraphs[0].text)


def value(server: Server, question: str) -> object:
    """An answer as it is on disk."""
    return read_answers(server.folder / YEAR / "answers.toml").value(question)


def test_the_readmes_configuration_is_one_that_the_server_takes(server: Server) -> None:
    """And what it says holds for the school's account: nothing is forwarded, one command runs."""
    who = f"user={server.school},host=127.0.0.1,addr=127.0.0.1"
    command = [SSHD, "-T", "-f", str(server.top / "config"), "-C", who]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    for line in (
        "permituserenvironment no",
        "compression yes",
        "disableforwarding yes",
        "allowtcpforwarding no",
        "allowagentforwarding no",
        "allowstreamlocalforwarding no",
        "x11forwarding no",
        "permittunnel no",
        "permituserrc no",
        "permittty yes",
        "maxsessions 1",
        "clientaliveinterval 30",
    ):
        assert line in said
    forced = next(line for line in said if line.startswith("forcecommand"))
    assert (
        f" -I -m sendwizard fill --kiosk --folder {server.folder} --collect '{COLLECT}'" in forced
    )


def test_a_sitting_from_nothing_to_a_report_that_is_fetched_by_sftp(server: Server) -> None:
    person = Session(server)
    person.wait_for("Welcome")
    letter = letterhead(server.top / "letterhead.docx")
    owner = ("-o", server.school, "-g", server.school)
    subprocess.run(["install", "-m", "600", *owner, letter, server.folder], check=True)
    person.type(ENTER)
    person.wait_for("Getting started 1 of")
    person.type("Larkfield Bridge Primary School" + F8)
    for number, answer in ((2, "1"), (3, "4"), (4, "1")):
        person.wait_for(f"Getting started {number} of")
        person.type(answer + F8)
    person.wait_for("Your school is asked")
    person.type("1")
    person.wait_for("Question 5 of")
    person.type(TO_REPORT)
    person.wait_for(COLLECT.replace("{year}", YEAR))
    person.type(TO_LEAVE)
    assert person.code() == 0
    server.wait_until_gone()
    assert value(server, "school-name") == "Larkfield Bridge Primary School"

    files = f"{server.school}-files@127.0.0.1"
    here = server.top / "fetched"
    here.mkdir(exist_ok=True)
    before = sorted(server.folder.rglob("*"))
    said = server.run(
        "sftp",
        files,
        keys=f"lcd {here}\nget {YEAR}/report.docx\nget {YEAR}/report.html\nput report.html\n"
        f"put report.html {YEAR}/answers.toml\nrm {YEAR}/answers.toml\nrename {YEAR} gone\n"
        f"mkdir new\nsymlink /etc/passwd link\nchmod 777 {YEAR}\n"
        "get /etc/passwd\nget ../../../etc/passwd\ncd /\nls\nls /etc\n",
    )
    assert sorted(server.folder.rglob("*")) == before
    assert head_of(here / "report.docx") == HEAD
    assert "Larkfield Bridge" in (here / "report.html").read_text(encoding="utf-8")
    assert sorted(each.name for each in here.iterdir()) == ["report.docx", "report.html"]
    assert said.stdout.split("sftp> ls\n")[1].split()[0] == "sen"
    assert said.stderr.count("Permission denied") >= 7
    assert server.run("ssh", files, "ls").returncode != 0


def test_the_report_gets_out_and_the_letterhead_in_over_a_share(server: Server) -> None:
    """The folder may be a link to a share; whoever has that puts and takes files as the account."""
    share = server.top / "share"
    share.mkdir(exist_ok=True)
    server.folder.rmdir()
    server.folder.symlink_to(share)
    year = server.stock("teaching-approach")
    letter = letterhead(server.top / "letterhead.docx")
    assert server.as_school("cp", str(letter), str(share)).returncode == 0
    person = Session(server)
    person.wait_for("What a good answer covers")
    person.type(TO_REPORT)
    person.wait_for(COLLECT.replace("{year}", YEAR))
    person.type(TO_LEAVE)
    assert person.code() == 0
    here = server.top / "taken.docx"
    here.write_bytes(b"")
    server.give(here)
    assert server.as_school("cp", str(share / YEAR / "report.docx"), str(here)).returncode == 0
    assert head_of(here) == HEAD
    assert year.resolve() == share / YEAR


def test_a_line_that_is_cut_in_mid_word_loses_no_letter_and_no_place(server: Server) -> None:
    server.stock("adapt-curriculum")
    person = Session(server)
    person.wait_for("What a good answer covers")
    person.type("We make tasks small")
    person.wait_for("tasks small")
    person.type("er and sho")
    person.wait_for("and sho")
    place, shown = (person.screen.cursor.y, person.screen.cursor.x), person.screen.display
    for child in server.children():
        os.kill(child, signal.SIGKILL)
    server.wait_until_gone()
    assert "smaller and sho" in str(value(server, "adapt-curriculum"))
    again = Session(server)
    again.wait_for("and sho")
    again.type("w")
    again.wait_for("and show")
    again.type("\x7f")
    again.wait_for("Saved at")
    again.read(0.3)
    assert (again.screen.cursor.y, again.screen.cursor.x) == place
    line = place[0]
    assert again.screen.display[line] == shown[line]
    again.type(TO_LEAVE)
    assert again.code() == 0


def test_the_second_of_two_people_is_told_who_has_the_year_and_changes_nothing(
    server: Server,
) -> None:
    server.stock("adapt-curriculum")
    first = Session(server)
    first.wait_for("What a good answer covers")
    first.type("Ours.")
    first.wait_for("Saved at")
    second = Session(server)
    second.wait_for(f"{server.school} from 127.0.0.1")
    if second.child.isalive():
        second.type("Theirs.")
        second.type(TO_LEAVE)
    second.code()
    first.type(" Still.")
    first.wait_for("Ours. Still.")
    first.type(TO_LEAVE)
    assert first.code() == 0
    said = str(value(server, "adapt-curriculum"))
    assert "Ours. Still." in said
    assert "Theirs" not in said


def test_it_support_brings_a_save_back_as_the_readme_says(server: Server) -> None:
    server.stock("adapt-curriculum")
    person = Session(server)
    person.wait_for("What a good answer covers")
    person.type("Gone soon." + F8)
    person.wait_for("Saved at")
    person.type(TO_LEAVE)
    assert person.code() == 0
    answers = server.folder / YEAR / "answers.toml"
    answers.write_text("cut sho", encoding="utf-8")
    broken = Session(server)
    broken.wait_for("The last good save is")
    assert broken.code() == 3
    history = (sys.executable, "-I", "-m", "sendwizard", "history")
    folder = ("--folder", str(server.folder))
    newest = max((server.folder / YEAR / "history").glob("2*.toml")).stem
    listed = server.as_school(*history, "list", YEAR, *folder)
    assert newest in listed.stdout, listed
    restored = server.as_school(*history, "restore", newest, "--year", YEAR, *folder)
    assert restored.returncode == 0, restored
    assert "Gone soon." in str(value(server, "adapt-curriculum"))
