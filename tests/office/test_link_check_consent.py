"""What `check --links` asks before anything is opened, and how it shows how far it is."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sendwizard.cli import links
from sendwizard.errors import UsageError
from sendwizard.language.said import Known
from sendwizard.office import link_check, link_opening
from tests.language.lines import known
from tests.office.bad_server import bad_server, limits_for

TWO = ("https://a.sch.uk/1", "https://a.sch.uk/2", "https://b.sch.uk")


class Terminal(io.StringIO):
    """A person at a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, typed: str = "") -> Terminal:
    """What a person sees who types this."""
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    return screen


@pytest.mark.parametrize(("words", "agreed"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_is_asked_and_told_what_the_sites_see(
    monkeypatch: pytest.MonkeyPatch, words: str, agreed: bool
) -> None:
    screen = terminal(monkeypatch, words)
    assert links.consent(TWO, yes=False) is agreed
    assert "This opens 3 web addresses on 2 sites." in screen.getvalue()
    assert "the school’s internet address" in screen.getvalue()
    assert ("Nothing was opened." in screen.getvalue()) is not agreed


def test_without_a_terminal_nothing_is_opened_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    with pytest.raises(UsageError, match="--yes"):
        links.consent(TWO, yes=False)


def test_a_script_agrees_beforehand(capsys: pytest.CaptureFixture[str]) -> None:
    assert links.consent(TWO[:1], yes=True)
    assert "This opens 1 web address on 1 site." in capsys.readouterr().err


def test_where_there_is_nothing_to_open_nobody_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert links.link_findings(known(extra_support="See www.larkfield.example."), yes=False) == ()
    assert "no web address" in capsys.readouterr().err


def one_with_links() -> Known:
    """Answers with three addresses, of which one is dead."""
    text = "See http://a.sch.uk/page, http://b.sch.uk/page and http://a.sch.uk/status-404."
    return known(extra_support=text)


def test_how_far_it_is_stands_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with bad_server() as server:
        monkeypatch.setattr(link_check.link_findings, "__defaults__", (limits_for(server),))
        found = links.link_findings(one_with_links(), yes=True)
    assert [each.rule.code for each in found] == ["LINK101"]
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("3 of 3\n")


def test_on_a_terminal_it_counts_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    told = links._progress(2)
    told(1)
    told(2)
    assert screen.getvalue() == "\r1 of 2\r2 of 2\n"


def test_on_a_terminal_that_cannot_write_over_a_line_it_says_it_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    told = links._progress(2)
    told(1)
    told(2)
    assert screen.getvalue() == "2 of 2\n"


def test_the_opener_is_read_only_when_links_are_opened(repository: Path) -> None:
    code = (
        "import sys; import sendwizard.cli.links; "
        f"sys.exit(any(name in sys.modules for name in {('ssl', link_opening.__name__)!r}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, env=dict(os.environ), check=False
    )
    assert ran.returncode == 0


def test_only_one_module_knows_how_to_open_a_connection(repository: Path) -> None:
    opens = ("create_connection", "socket.socket(", "import ssl", "http.client", "urllib.request")
    knows = {
        path.name
        for path in (repository / "sendwizard").rglob("*.py")
        if any(each in path.read_text(encoding="utf-8") for each in opens)
    }
    assert knows == {"link_opening.py"}
