"""Attempts to get out of the forced command, against a real server: none leads anywhere.

Each asserts that nothing outside was read or written, that no shell ran and that nobody waits.
What the account's own configuration stops is counted as well: the README says it, and it holds.
"""

import re
import shlex
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.terminal.sshd import YEAR, Server, Session
from tests.terminal.terminals import ENTER

pytestmark = pytest.mark.terminal
SENTENCE = "This account opens the wizard and nothing else"
SECRET = "CANARY-4711"
COMMANDS = (
    "ls",
    "sh",
    "bash -i",
    "exec /bin/sh -i",
    "cat SECRET",
    "touch TAKEN",
    "; touch TAKEN",
    "&& touch TAKEN",
    "| tee TAKEN",
    "$(touch TAKEN)",
    "`touch TAKEN`",
    "' ; touch TAKEN ; '",
    "\n touch TAKEN \n",
    "--help",
    "--folder /etc fill",
    "sendwizard demo TAKEN",
    "python3 -c \"open('TAKEN', 'w')\"",
    "internal-sftp",
    "/usr/lib/openssh/sftp-server",
    "scp -t TAKEN",
    "scp -f SECRET",
    "rsync --server --sender -logDtpre.iLsfxC . SECRET",
    "git-upload-pack SECRET",
)
"""What stands behind the server's name: it never runs, and is answered with one sentence."""


@pytest.fixture
def canary(server: Server) -> Iterator[tuple[Path, Path]]:
    """A secret that the account could read, and a path that it could write to."""
    place = server.top / "outside"
    place.mkdir(exist_ok=True)
    place.chmod(0o777)
    secret, taken = place / "secret.txt", place / "taken"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    secret.chmod(0o644)
    yield secret, taken
    assert not taken.exists()
    assert secret.read_text(encoding="utf-8") == f"{SECRET}\n"
    assert sorted(place.iterdir()) == [secret]
    for path in server.folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            assert SECRET.encode() not in path.read_bytes(), path


def running(server: Server) -> set[str]:
    """The programs that run under the account, without the server's own."""
    names = set()
    for each in server.processes():
        try:
            words = Path(f"/proc/{each}/cmdline").read_bytes().split(b"\0")
            state = Path(f"/proc/{each}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
        except OSError:
            continue
        assert state != "T", "it was put to sleep"
        if not words[0].startswith(b"sshd:"):
            names.add(" ".join(each.decode() for each in words))
    return names


def test_no_command_runs_and_none_is_waited_for(server: Server, canary: tuple[Path, Path]) -> None:
    secret, taken = canary

    def attempt(command: str) -> tuple[str, int, str, str]:
        words = command.replace("TAKEN", str(taken)).replace("SECRET", str(secret))
        typed = f"touch {taken}\ncat {secret}\n"
        result = server.run("ssh", "--", server.address, words, keys=typed)
        return command, result.returncode, result.stdout, result.stderr

    with ThreadPoolExecutor(4) as pool:
        for command, code, out, err in pool.map(attempt, COMMANDS):
            assert (code, out) == (2, ""), command
            assert SENTENCE in err, command
            assert len(err.splitlines()) == 1, command
    assert list(server.folder.iterdir()) == []


def test_with_a_terminal_a_command_behind_the_name_does_not_run_either(
    server: Server, canary: tuple[Path, Path]
) -> None:
    person = Session(server, f"touch {canary[1]}; sh")
    person.wait_for("Welcome")
    person.type("4" + ENTER)
    assert person.code() == 0


def test_files_are_neither_fetched_nor_brought_by_the_schools_account(
    server: Server, canary: tuple[Path, Path], tmp_path: Path
) -> None:
    secret, taken = canary
    brought = tmp_path / "brought"
    brought.write_text("brought", encoding="utf-8")
    there = f"{server.address}:{secret}"
    attempts = (
        ("sftp", there, str(tmp_path / "a")),
        ("sftp", "-s", "/usr/lib/openssh/sftp-server", there, str(tmp_path / "b")),
        ("sftp", "-s", f"touch {taken}", there, str(tmp_path / "c")),
        ("scp", there, str(tmp_path / "d")),
        ("scp", "-O", there, str(tmp_path / "e")),
        ("scp", str(brought), f"{server.address}:{taken}"),
        ("scp", "-O", str(brought), f"{server.address}:{taken}"),
    )
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda words: server.run(*words), attempts))
    assert all(result.returncode for result in results)
    assert list(tmp_path.iterdir()) == [brought]


def test_nothing_is_forwarded(server: Server, canary: tuple[Path, Path], tmp_path: Path) -> None:
    """Neither ports nor sockets, in either direction, nor a tunnel, nor a screen."""
    _, taken = canary
    must = ("-o", "ExitOnForwardFailure=yes")
    attempts = (
        ("-W", f"127.0.0.1:{server.port}", server.address),
        (*must, "-N", "-R", "127.0.0.1:0:127.0.0.1:1", server.address),
        (*must, "-N", "-R", "0.0.0.0:0:127.0.0.1:1", server.address),
        (*must, "-N", "-R", f"{taken}:127.0.0.1:1", server.address),
        (*must, "-N", "-R", "0", server.address),
    )
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda words: server.run("ssh", *words), attempts))
    for words, result in zip(attempts, results, strict=True):
        assert result.returncode, words
        assert not result.stdout, words
        assert re.search("forwarding failed|open failed|prohibited", result.stderr), result


def test_what_the_client_sends_along_reaches_nothing(
    server: Server, canary: tuple[Path, Path]
) -> None:
    """The agent, a screen, and an environment that would run code or write files."""
    secret, taken = canary
    hostile = {
        "BASH_ENV": str(secret),
        "ENV": str(secret),
        "LD_PRELOAD": str(secret),
        "PYTHONSTARTUP": str(secret),
        "PYTHONPATH": str(secret.parent),
        "PYTHONINSPECT": "1",
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": str(taken),
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(taken),
        "TEXTUAL_DRIVER": "secret:Driver",
        "SENDWIZARD_FOLDER": str(taken),
        "SENDWIZARD_PLAIN": "1",
        "LC_TAKEN": f"$(touch {taken})",
        "LANG": f"`touch {taken}`",
        "LC_ALL": f"../../../../{secret}",
        "COLORTERM": "\x1b]0;evil\x07",
        "NO_COLOR": "\x1b[31m",
        "DISPLAY": ":99",
    }
    send = tuple(f"SendEnv={name}" for name in hostile)
    client = ("-A", "-X", *(word for each in send for word in ("-o", each)))
    person = Session(
        server, term=f"xterm$(touch {taken})\x1b]0;evil\x07", environment=hostile, client=client
    )
    person.wait_for("Welcome")
    wizard = next(
        each
        for each in server.processes()
        if b"python" in Path(f"/proc/{each}/cmdline").read_bytes().split(b"\0")[0]
    )
    sent = Path(f"/proc/{wizard}/environ").read_bytes()
    for name in (*hostile, "SSH_AUTH_SOCK"):
        if name not in {"LANG", "LC_ALL", "LC_TAKEN", "COLORTERM", "NO_COLOR"}:
            assert f"{name}=".encode() not in sent, name
    person.type("4")
    assert person.code() == 0
    assert b"evil" not in person.heard


KEYS: dict[str, str | bytes] = {
    "suspend": "\x1a\x1a",
    "interrupt": "\x03\x03\x03",
    "quit with a core": "\x1c",
    "end of file": "\x04",
    "the palette of other programs": "\x1bx\x1b:\x1b!",
    "the client's own telnet key": "\x1d",
    "an editor from the line": "\x18\x05",
    "search in the shell's history": "\x12",
    "the shell's literal next": "\x16\x1a",
    "discard and status": "\x0f\x14",
    "stop": "\x13",
    "a file with markup": "[@click=app.bell]go[/] [@click=app.open_url('file:///')]go[/]",
    "a link": "\x1b]8;;file:///etc/passwd\x07go\x1b]8;;\x07",
    "what the clipboard holds": "\x1b]52;c;?\x07",
    "a command of the terminal": "\x1bP$qm\x1b\\\x1b_x\x1b\\\x1b^x\x1b\\",
    "the terminal's own answers": "\x1b[?1;2c\x1b[>0;10;1c\x1b[0n\x1b[1;1R\x1b[?2026;1$y",
    "a size that no window has": "\x1b[?2048;1$y\x1b[48;10000;10000;1;1t\x1b[48;24;80;384;640t",
    "a mouse from nowhere": "\x1b[<0;9999;9999M\x1b[<0;9999;9999m\x1b[<64;1;1M",
    "a paste that does not end": "\x1b[200~$(touch /)\x03\x1a",
    "its end": "\x1b[201~",
    "keys that no keyboard has": "\x1b[57344u\x1b[1;9999u\x1b[99999;1u\x1b[27;5;122~",
    "bytes that are no letters": "\x00\x01\x02\x7f",
    "a mouse in a window without a size": "\x1b[48;24;80;0;0t\x1b[<0;5;5M",
    "a window of no cells": "\x1b[48;0;0;0;0t",
    "its size again": "\x1b[48;24;80;384;640t",
    "the letters of an old terminal": b"na\xefve \xff\xfe\xc0\x80",
}


def test_no_key_leads_out_of_the_wizard(server: Server, canary: tuple[Path, Path]) -> None:
    """In the middle of a text, one after the other; the wizard is there after each."""
    server.stock("adapt-curriculum")
    person = Session(server)
    person.wait_for("What a good answer covers")
    only = running(server)
    for name, keys in KEYS.items():
        person.type(keys)
        person.read(0.1)
        assert person.child.isalive(), name
        assert running(server) == only, name
        for _ in range(3):  # what a key has opened closes, and the question stands there again
            person.type("\x1b")
            person.read(0.12)
    person.type("\x1b[F\r\nStill here.")
    person.wait_for("Still here.")
    person.wait_for("Saved at")
    person.type("\x0c")
    assert person.code() == 0
    assert b"Traceback" not in person.heard
    assert (
        b"\x1b]52;c;?" not in person.heard
    )  # what was cut is told to the clipboard; it is never asked
    assert b"\x1b]8;" not in person.heard


def test_keys_of_signals_while_it_starts_open_nothing(
    server: Server, canary: tuple[Path, Path]
) -> None:
    """Before the screens stand, the terminal itself would send the signals."""
    for keys in ("\x1a\x03\x1c", "\x03" * 5, "\x1a" * 5):
        person = Session(server)
        end = time.monotonic() + 1.2
        while time.monotonic() < end and person.child.isalive() and b"?1049h" not in person.heard:
            person.type(keys)
            person.read(0.02)
            person.type(f"touch {shlex.quote(str(canary[1]))}\r")
        person.child.close(force=True)
        server.wait_until_gone()
        # Python itself, before our first line, may be interrupted; it has read nothing yet.
        assert b"Traceback" not in person.heard or b"\nKeyboardInterrupt" in person.heard


NO_FILE = "There is no file"
NOT_OPENED = "Only a file in the school’s own folder"
PATHS = {
    "SECRET": NOT_OPENED,
    "~/secret.txt": NO_FILE,
    "../../outside/secret.txt": NOT_OPENED,
    "~root/.bashrc": NO_FILE,
    f"{YEAR}/../../../outside/secret.txt": NOT_OPENED,
    "file:///etc/passwd": NO_FILE,
    "link.txt": NOT_OPENED,
    "$HOME/secret.txt": NO_FILE,
    "linked/secret.txt": NOT_OPENED,
    "*.txt": NO_FILE,
    "/proc/self/environ": NOT_OPENED,
    "|cat SECRET": NO_FILE,
    "/dev/zero": NOT_OPENED,
}
"""Names of files, and what is said of each; the sentences take turns, so that each is seen."""


def test_no_file_outside_the_folder_is_read_as_last_years_report(
    server: Server, canary: tuple[Path, Path]
) -> None:
    """The one box that takes the name of a file."""
    secret, _ = canary
    (server.folder / "link.txt").symlink_to(secret)
    (server.folder / "linked").symlink_to(secret.parent)
    (server.folder / "ours.txt").write_text("Our own words of last year.", encoding="utf-8")
    server.give(server.folder)
    person = Session(server)
    person.wait_for("Welcome")
    person.type("2")
    person.wait_for("for example")
    for path, said in PATHS.items():
        person.type("\x15" + path.replace("SECRET", str(secret)) + ENTER)
        person.wait_for(said)
    person.type("\x15ours.txt" + ENTER)
    person.wait_for("The words of ours.txt stand beside every question")
    person.type("\x0c")
    assert person.code() == 0
    assert SECRET.encode() not in person.heard
    words = (server.folder / YEAR / "last-report.md").read_text(encoding="utf-8")
    assert words == "Our own words of last year.\n"


def test_links_in_the_folder_lead_nowhere(server: Server, canary: tuple[Path, Path]) -> None:
    """Whoever can write to the share can lay them; the report is the way in and out."""
    secret, taken = canary
    year = server.stock("adapt-curriculum")
    for link in (year / "report.html", year / "report.docx"):
        link.symlink_to(taken)
    server.give(server.folder)
    person = Session(server)
    person.wait_for("What a good answer covers")
    person.type("\x06")
    person.wait_for("is a link that leads out")
    person.type("\x0c")
    person.child.close(force=True)
    other = shutil.copytree(year, server.top / "other", symlinks=True)
    server.give(other)
    for inside, outside in ((year / "answers.toml", secret), (year, other)):
        if inside.is_dir():
            shutil.rmtree(inside)
        else:
            inside.unlink()
        inside.symlink_to(outside)
        before = sorted(other.rglob("*"))
        person = Session(server)
        person.wait_for("is a link that leads out")
        assert person.code() in {3, 5}
        assert SECRET.encode() not in person.heard
        assert sorted(other.rglob("*")) == before
    shutil.rmtree(other)
