"""A real OpenSSH server on 127.0.0.1 with the README's own configuration, and schools' accounts.

Needs root: the accounts are made for the tests and taken away again. The configuration is read out
of the README; only names, places and ports are put in.
"""

import contextlib
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pexpect
import pytest

from sendwizard.store.resume import Resume, write_resume
from tests.terminal.terminals import Terminal

ROOT = Path(__file__).resolve().parents[2]
SSHD, PRIVSEP = "/usr/sbin/sshd", Path("/run/sshd")
COLLECT = r"Your report is in S:\SEND\{year}."
"""What the README's forced command says at the end."""
YEAR = "2026-27"
REASON = "the tests over SSH need root, and OpenSSH's server"


def can_serve() -> bool:
    """Whether a server can be started here, with accounts of its own."""
    tools = ("useradd", "userdel", "ssh", "sftp", "scp", "ssh-keygen", "unshare")
    return (
        sys.platform == "linux"
        and os.geteuid() == 0
        and Path(SSHD).exists()
        and all(shutil.which(each) for each in tools)
    )


@cache
def readme_config() -> str:
    """The block of `sshd_config` in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sshd_config\n(.*?)```", readme, re.DOTALL)
    assert len(blocks) == 1
    return str(blocks[0])


@dataclass
class Server:
    """A server with the account of one school, and the account that fetches its report."""

    top: Path
    """Stands for `/srv/sendwizard`; belongs to root, as a chroot has to."""
    port: int
    school: str
    """The account's name; that for sftp has `-files` behind it."""
    pid: int = 0
    """The server that listens, or 0."""

    @property
    def home(self) -> Path:
        """The school's home, in which its folder lies."""
        return self.top / "larkfield"

    @property
    def folder(self) -> Path:
        """The school's folder."""
        return self.home / "sen"

    def give(self, path: Path) -> None:
        """Make a file or a folder the school's own, as `chown -R` does."""
        account = pwd.getpwnam(self.school)
        for each in (path, *path.rglob("*")):
            os.chown(each, account.pw_uid, account.pw_gid, follow_symlinks=False)

    def clear(self) -> None:
        """An empty folder for the next test."""
        if self.folder.is_symlink():
            self.folder.unlink()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        self.give(self.folder)

    def stock(self, question: str) -> Path:
        """The folder with a made-up school's two years, left at that question; this year's."""
        shutil.copytree(ROOT / "sendwizard" / "demo", self.folder, dirs_exist_ok=True)
        write_resume(self.folder / YEAR, Resume(question))
        self.give(self.folder.resolve())
        return self.folder / YEAR

    def clean_up(self) -> None:
        """Nobody connected: end what a test has left behind."""
        for each in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        self.wait_until_gone()

    def options(self, *more: str) -> list[str]:
        """What each client is called with: nothing of this machine's settings."""
        known = f"UserKnownHostsFile={self.top / 'known'}"
        strict = ("StrictHostKeyChecking=no", known, "BatchMode=yes", "LogLevel=ERROR")
        options = [word for each in strict for word in ("-o", each)]
        return ["-F", "/dev/null", "-i", str(self.top / "key"), *options, *more]

    def run(
        self,
        program: str,
        *words: str,
        keys: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run ssh, sftp or scp without a terminal; bounded, since a kiosk must not wait."""
        port = "-p" if program == "ssh" else "-P"
        return subprocess.run(
            [program, *self.options(port, str(self.port)), *words],
            input=keys,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, **(environment or {})},
        )

    @property
    def address(self) -> str:
        """The school's account on the server."""
        return f"{self.school}@127.0.0.1"

    def as_school(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program as the school's account, as `sudo -u` would."""
        command = [*_in_reach(self.top), "setpriv", f"--reuid={self.school}"]
        command += [f"--regid={self.school}", "--clear-groups", "--", *words]
        return subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=60, check=False
        )

    def processes(self) -> list[int]:
        """What runs under the school's account: the wizard, and the server's child for it."""
        uid = pwd.getpwnam(self.school).pw_uid
        found = []
        for each in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if each.name.isdigit() and each.stat().st_uid == uid:
                    found.append(int(each.name))
        return found

    def children(self) -> list[int]:
        """The server's processes that serve the school's connections, without the wizard."""
        found = []
        for each in self.processes():
            with contextlib.suppress(OSError):
                if b"sshd:" in Path(f"/proc/{each}/cmdline").read_bytes():
                    found.append(each)
        return found

    def wait_until_gone(self) -> None:
        """Wait until nothing runs under the account, for a bounded time."""
        for _ in range(600):
            if not self.processes():
                return
            time.sleep(0.05)
        pytest.fail(f"still there: {self.processes()}")


class Session(Terminal):
    """A person at an SSH client, in a terminal of 80 by 24 unless told."""

    def __init__(
        self,
        server: Server,
        *words: str,
        term: str = "xterm-256color",
        size: tuple[int, int] = (24, 80),
        environment: Mapping[str, str] | None = None,
        client: tuple[str, ...] = (),
    ) -> None:
        self.open_screen(size)
        command = [*server.options("-p", str(server.port)), "-tt", *client, server.address, *words]
        self.child = pexpect.spawn(
            "ssh",
            command,
            env={**os.environ, "TERM": term, **(environment or {})},
            dimensions=size,
            timeout=60,
        )

    def code(self) -> int | None:
        """Wait until the session has ended; what `ssh` says of it."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus


def _config(server: Server) -> str:
    """The README's block, with this server's names and places."""
    own = f"""
Port {server.port}
ListenAddress 127.0.0.1
HostKey {server.top / "host"}
PidFile none
StrictModes no
UsePAM no
PrintMotd no
Subsystem sftp /usr/lib/openssh/sftp-server
"""
    block = readme_config()
    for there, here in (
        ("/opt/sendwizard/bin/python", sys.executable),
        ("/srv/sendwizard", str(server.top)),
        ("/etc/ssh/sendwizard", str(server.top / "keys")),
        ("User larkfield", f"User {server.school}"),
        ("Group sendwizard", f"Group {server.school}"),
    ):
        assert there in block
        block = block.replace(there, here)
    return own + block


def _in_reach(top: Path) -> list[str]:
    """What stands before a command so that the account reaches this Python: nothing where it does.

    A Python in root's own home is out of its reach. In a mount namespace of the command alone, a
    folder that can be gone through stands in front of that home.
    """
    needed = {Path(sys.base_prefix), Path(sys.prefix), ROOT}
    shut = {each: _shut(each) for each in needed if _shut(each)}
    if not shut:
        return []
    lines = []
    for number, place in enumerate(shut):
        lines += [f"mkdir -p {top}/reach/{number}", f"mount --bind {place} {top}/reach/{number}"]
    lines += [f"mount -t tmpfs -o mode=755 none {door}" for door in sorted(set(shut.values()))]
    for number, place in enumerate(shut):
        lines += [f"mkdir -p {place}", f"mount --bind {top}/reach/{number} {place}"]
    script = " && ".join([*lines, 'exec "$@"'])
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh"]


def _shut(path: Path) -> str:
    """The first folder on the way that others cannot go through; "" for none."""
    real = path.resolve()
    for each in (*reversed(real.parents), real):
        if not each.stat().st_mode & 0o001:
            return str(each)
    return ""


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """Start a server with its accounts; it and they are gone at the end."""
    top = Path(tempfile.mkdtemp(prefix="sendwizard-test-", dir="/run"))
    top.chmod(0o755)
    server = Server(top, _free_port(), f"larkfield{os.getpid()}")
    with contextlib.ExitStack() as at_end:
        at_end.callback(shutil.rmtree, top, ignore_errors=True)
        _make_accounts(server, at_end)
        _make_keys(server)
        server.clear()
        config = top / "config"
        config.write_text(_config(server), encoding="utf-8")
        PRIVSEP.mkdir(exist_ok=True)
        command = [*_in_reach(top), SSHD, "-D", "-e", "-p", str(server.port), "-f", str(config)]
        with (top / "heard").open("wb") as heard:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=heard, stderr=heard
            )
        at_end.callback(process.wait, 20)
        at_end.callback(process.terminate)
        server.pid = process.pid
        _wait_for(server, process)
        at_end.callback(server.clean_up)
        yield server


def _make_accounts(server: Server, at_end: contextlib.ExitStack) -> None:
    """The two accounts, made with the README's own options."""
    common = ["--password", "*", "--no-create-home", "--home-dir", str(server.home)]
    _useradd("--user-group", "--shell", "/bin/sh", *common, server.school)
    at_end.callback(_userdel, server.school)
    uid = str(pwd.getpwnam(server.school).pw_uid)
    files = ["--non-unique", "--uid", uid, "--gid", server.school, "--shell", "/usr/sbin/nologin"]
    _useradd(*files, *common, f"{server.school}-files")
    at_end.callback(_userdel, f"{server.school}-files")


def _useradd(*words: str) -> None:
    subprocess.run(["useradd", *words], check=True, capture_output=True)


def _userdel(name: str) -> None:
    subprocess.run(["userdel", "--force", name], check=False, capture_output=True)


def _make_keys(server: Server) -> None:
    """The server's key, and the one that opens both accounts."""
    for name in ("host", "key"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(server.top / name)]
        subprocess.run(command, check=True, capture_output=True)
    keys = server.top / "keys"
    keys.mkdir(mode=0o755)
    server.home.mkdir(mode=0o755)
    for account in (server.school, f"{server.school}-files"):
        shutil.copy(server.top / "key.pub", keys / account)
        (keys / account).chmod(0o644)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(400):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), 1):
            return
        time.sleep(0.05)
    pytest.fail((server.top / "heard").read_text(encoding="utf-8", errors="replace"))
