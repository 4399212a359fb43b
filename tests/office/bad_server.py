"""A web server on this machine with every fault that a link can meet; and names that lead to it."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sendwizard.office.link_opening import Limits, Resolved

HOST = "127.0.0.1"
NAME = "school.example"
"""The name that certificates are for."""
KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
OF_THE_PAST = f"""
[ca]
default_ca = past
[past]
new_certs_dir = .
database = index.txt
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = DNS:{NAME}
basicConstraints = critical,CA:true
"""
_MOST_ASKED = 65_536


def reply(status: int, *headers: str, body: str = "") -> bytes:
    """A whole reply in octets."""
    lines = [f"HTTP/1.1 {status} Some words", f"Content-Length: {len(body)}", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode("latin-1")


@dataclass
class BadServer:
    """The server, what it was asked, and how it answers each path."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    """The first line of each question."""
    heads: list[str] = field(default_factory=list)
    """Each question with all of its headers."""
    ended: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over: nobody waits any longer."""

    @property
    def url(self) -> str:
        """Its address, without a path."""
        return f"http://{HOST}:{self.port}"

    def serve(self, line: socket.socket) -> None:
        """Answer one question."""
        with line, suppress(OSError):
            asked = b""
            while b"\r\n\r\n" not in asked and len(asked) < _MOST_ASKED:
                more = line.recv(4096)
                if not more or more.startswith(TLS):
                    line.sendall(reply(400) if more else b"")
                    return
                asked += more
            head = asked.decode("latin-1")
            self.heads.append(head)
            self.asked.append(head.partition("\r\n")[0])
            method, target, _ = self.asked[-1].split(" ", 2)
            self._answer(line, method, target)

    def _answer(self, line: socket.socket, method: str, target: str) -> None:
        path, _, rest = target.strip("/").partition("/")
        kind, _, number = path.partition("?")[0].partition("-")
        match kind:
            case "status":
                line.sendall(reply(int(number)))
            case "head":  # refuses to be asked about the page, and gives it
                line.sendall(reply(int(number) if method == "HEAD" else 200))
            case "to":  # to-301/where
                line.sendall(reply(int(number), f"Location: /{rest}"))
            case "away":
                line.sendall(reply(302, f"Location: {AWAY[number]}"))
            case "round":
                line.sendall(reply(302, "Location: /round"))
            case "on":
                line.sendall(reply(302, f"Location: /on-{int(number) + 1}"))
            case "nowhere":
                line.sendall(reply(301))
            case _:
                self._misbehave(line, kind or "page")

    def _misbehave(self, line: socket.socket, kind: str) -> None:
        line.sendall(AT_ONCE.get(kind, b""))
        if kind == "slow":
            self.ended.wait()
        while kind in WITHOUT_END and not self.ended.wait(0.001):
            line.sendall(WITHOUT_END[kind])


TLS = b"\x16"
"""How somebody begins who wants to talk in secret."""
AT_ONCE = {
    "page": reply(200, body="A page."),
    "drip": b"HTTP/1.1 200 Fine\r\nX-Drip: ",
    "body": b"HTTP/1.1 200 Fine\r\n\r\n",
    "garbage": b"\x00\xff this is no reply\r\n\r\n",
    "huge": b"HTTP/1.1 200 Fine\r\nX-Huge: " + b"x" * 100_000 + b"\r\n\r\n",
    "many": b"HTTP/1.1 200 Fine\r\n" + b"X-Many: x\r\n" * 5_000 + b"\r\n",
    "cookie": reply(302, "Set-Cookie: seen=1", "Location: /cookie"),
}
"""What is sent for each word of a path; nothing for any other, and the line is closed."""
WITHOUT_END = {
    "drip": b".",
    "body": b"more " * 1_000,
    "continue": b"HTTP/1.1 100 Continue\r\n\r\n" * 100,
}
"""What follows until the test is over."""
AWAY = {
    "file": "file:///etc/passwd",
    "script": "javascript:alert(1)",
    "mail": "mailto:office@school.example",
    "inside": "http://router.inside/",
    "odd": "http://[not an address",
    "letters": "/page?\xc3\xa9 and more",
}


@contextmanager
def bad_server(certificate: Path | None = None) -> Iterator[BadServer]:
    """The server, for as long as a test runs; over TLS where it has a certificate."""
    server = BadServer()
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    with socket.create_server((HOST, 0)) as listening:
        server.port = listening.getsockname()[1]

        def accept() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=answer, args=(line,), daemon=True).start()

        def answer(line: socket.socket) -> None:
            with line, suppress(OSError):
                server.serve(context.wrap_socket(line, server_side=True) if context else line)

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield server
        finally:
            server.ended.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
    accepting.join(timeout=5)


def limits_for(
    server: BadServer,
    *,
    seconds: float = 5.0,
    trusted: Callable[[], ssl.SSLContext] = ssl.create_default_context,
) -> Limits:
    """Limits under which each name leads to the server, but .missing, .later and .inside."""

    def resolve(host: str, port: int) -> Sequence[Resolved]:
        if host.endswith(".missing"):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        if host.endswith(".later"):
            raise socket.gaierror(socket.EAI_AGAIN, "ask again")
        if host.endswith(".stuck"):
            server.ended.wait()
        if host.endswith(".inside"):
            return [(socket.AF_INET, ("192.168.0.1", port))]
        return [(socket.AF_INET, (HOST, port if host == HOST else server.port))]

    def may_open(number: str) -> bool:
        return number == HOST

    return Limits(seconds=seconds, resolve=resolve, may_open=may_open, trusted=trusted)


def openssl(folder: Path, *words: str) -> None:
    """Run openssl in a folder."""
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


def certificate(folder: Path, name: str = NAME) -> Path:
    """A certificate that signs itself, with its key."""
    subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    openssl(folder, "req", "-x509", *KEY, *subject, "-keyout", "key.pem", "-out", "signed.pem")
    return _with_key(folder, f"{name}.pem")


def expired_certificate(folder: Path) -> Path:
    """The same for days that are long past."""
    (folder / "index.txt").write_text("", encoding="utf-8")
    (folder / "ca.cnf").write_text(OF_THE_PAST, encoding="utf-8")
    openssl(folder, "req", *KEY, "-subj", f"/CN={NAME}", "-keyout", "key.pem", "-out", "asked.pem")
    sign = ["ca", "-batch", "-config", "ca.cnf", "-selfsign", "-keyfile", "key.pem"]
    sign += ["-startdate", "20200101000000Z", "-enddate", "20200201000000Z", "-notext"]
    openssl(folder, *sign, "-in", "asked.pem", "-out", "signed.pem")
    return _with_key(folder, "expired.pem")


def strangers_certificate(folder: Path) -> Path:
    """One that somebody signed of whom nobody has heard."""
    openssl(
        folder, "req", "-x509", *KEY, "-subj", "/CN=Stranger", "-keyout", "ca.key", "-out", "ca.pem"
    )
    openssl(folder, "req", *KEY, "-subj", f"/CN={NAME}", "-keyout", "key.pem", "-out", "asked.pem")
    sign = ["x509", "-req", "-in", "asked.pem", "-CA", "ca.pem", "-CAkey", "ca.key"]
    openssl(folder, *sign, "-CAcreateserial", "-days", "2", "-out", "signed.pem")
    return _with_key(folder, "stranger.pem")


def _with_key(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes((folder / "key.pem").read_bytes() + (folder / "signed.pem").read_bytes())
    return path
