"""Opens one web address and says how it answered. Nothing else here opens a connection.

Called by `check --links` alone, and only after a person has agreed. It sends no cookie, no name of
a school and no word of an answer; it reads the head of each reply, and no page.
"""

import errno
import io
import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote, urljoin, urlsplit

from sendwizard import __version__
from sendwizard.language.links_opened import Opened, State

HEADERS = {
    "User-Agent": f"sendwizard/{__version__} (looks once whether the links of a report work)",
    "Accept": "text/html,*/*;q=0.8",
    "Accept-Language": "en-GB,en;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
MOST_READ = 256 * 1024
"""Octets of one reply that are read at most."""
_SAFE = "%/:=&?~+!$,;'@()*[]"
"""Signs of an address that are sent as they are."""

Resolved = tuple[int, tuple[str | int | bytes, ...]]
"""The family of a machine's number, and the number with its port."""


def look_up(host: str, port: int) -> Sequence[Resolved]:
    """The machines that a name stands for. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(int(family), where) for family, _, _, _, where in found]


def is_public(number: str) -> bool:
    """Whether a machine stands in the internet, and not in this network or this computer."""
    machine = ipaddress.ip_address(number)
    inner = machine.ipv4_mapped if isinstance(machine, ipaddress.IPv6Address) else None
    machine = inner or machine
    return machine.is_global and not machine.is_multicast


@dataclass(frozen=True)
class Limits:
    """How long and how far to try."""

    seconds: float = 10.0
    """For one address in all: its name, the connection, each reply and each way on."""
    at_once: int = 10
    redirects: int = 10
    resolve: Callable[[str, int], Sequence[Resolved]] = look_up
    """Where a name leads; a test has its own."""
    may_open: Callable[[str], bool] = is_public
    """Whether a machine of this number may be called; none of the school's own network is."""
    trusted: Callable[[], ssl.SSLContext] = ssl.create_default_context
    """Whose certificates are believed: those that the system believes."""


USUAL = Limits()


class _InsideError(OSError):
    """The name leads to machines that may not be called."""


class _Deadline:
    """The moment at which an address has had its time."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left, always some. Raises TimeoutError."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def open_one(address: str, limits: Limits = USUAL) -> Opened:
    """How an http or https address answers, and where it leads on to. Raises nothing."""
    try:
        return _follow(address, _Deadline(limits.seconds), limits)
    except (OSError, HTTPException, ValueError) as error:
        state, why = _state_of_error(error)
        return Opened(address, state, why=why)


def _follow(address: str, deadline: _Deadline, limits: Limits) -> Opened:
    at, moved_to, for_good = address, "", True
    seen: set[str] = set()
    while at not in seen and len(seen) <= limits.redirects:
        seen.add(at)
        status, location = _ask_twice(at, deadline, limits)
        if status not in _REDIRECTS or not location:
            ended_at = at if at != address else ""
            return Opened(address, _state_of_status(status), status, moved_to, ended_at)
        at = urljoin(at, quote(location.encode("latin-1"), _SAFE + "#"))
        if urlsplit(at).scheme not in ("http", "https"):
            return Opened(address, State.ELSEWHERE, status)
        for_good = for_good and status in _PERMANENT
        moved_to = at if for_good else moved_to
    return Opened(address, State.ROUND)


# -- one question -----------------------------------------------------------------------

_PERMANENT, _REDIRECTS = (301, 308), (301, 302, 303, 307, 308)
_GONE, _TOO_MANY, _NOT_TODAY = (404, 410), 429, 503
_FINE, _FAULTS, _OUT_OF_ORDER = range(200, 300), range(400, 1000), (500, 502, 504)
_BROKEN = range(520, 528)
"""How a service in front of a site says that the site itself is out of order."""


def _ask_twice(address: str, deadline: _Deadline, limits: Limits) -> tuple[int, str]:
    """The site's answer: to a question about the page, and where it does not like that, for it."""
    try:
        status, location = _ask("HEAD", address, deadline, limits)
    except (HTTPException, ConnectionResetError, BrokenPipeError):
        return _ask("GET", address, deadline, limits)
    if status in _FAULTS and status != _TOO_MANY:
        return _ask("GET", address, deadline, limits)
    return status, location


def _ask(method: str, address: str, deadline: _Deadline, limits: Limits) -> tuple[int, str]:
    """The number of the reply, and the address that it leads on to, or ""."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    target = quote(parts.path or "/", _SAFE) + (f"?{quote(parts.query, _SAFE)}" * bool(parts.query))
    shown_host = f"[{host}]" if ":" in host else host
    named = shown_host if parts.port is None else f"{shown_host}:{port}"
    line = _Line(_connected(host, port, deadline, limits), deadline)
    try:
        if parts.scheme == "https":
            line.secure(limits.trusted(), host)
        asking = _Asking(shown_host, port)
        asking.sock = line
        asking.request(method, target, headers={"Host": named, **HEADERS})
        with asking.getresponse() as reply:
            return reply.status, reply.getheader("Location", "").strip()
    finally:
        line.close()


class _Asking(HTTPConnection):
    """Asks over the line that it is given, and opens none itself."""

    auto_open = 0


class _Line:
    """A connection of which each step ends when the address has had its time."""

    def __init__(self, sock: socket.socket, deadline: _Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def secure(self, trusted: ssl.SSLContext, host: str) -> None:
        """Go on in secret, with a site that can prove its name. Raises ssl.SSLError."""
        self._sock.settimeout(self._deadline.left)
        self._sock = trusted.wrap_socket(self._sock, server_hostname=host)

    def sendall(self, data: bytes) -> None:
        """Send it all. Raises OSError."""
        self._sock.settimeout(self._deadline.left)
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """The reply, to be read as it comes."""
        return io.BufferedReader(_Reply(self._sock, self._deadline))

    def close(self) -> None:
        """Hang up."""
        self._sock.close()


class _Reply(io.RawIOBase):
    """What comes over the line: no more than is wanted, and no longer than there is time."""

    def __init__(self, sock: socket.socket, deadline: _Deadline) -> None:
        super().__init__()
        self._sock, self._deadline, self._left = sock, deadline, MOST_READ

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if self._left <= 0:
            return 0
        self._sock.settimeout(self._deadline.left)
        read = self._sock.recv_into(buffer)
        self._left -= read
        return read


def _connected(host: str, port: int, deadline: _Deadline, limits: Limits) -> socket.socket:
    """A connection to the first machine of that name that takes one. Raises OSError."""
    found = _resolved(host, port, deadline, limits)
    allowed = [each for each in found if limits.may_open(str(each[1][0]))]
    if not allowed:
        raise _InsideError
    failed: OSError = _InsideError()
    for number, (family, where) in enumerate(allowed):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(deadline.left / (len(allowed) - number))
            sock.connect(where)
        except OSError as error:
            sock.close()
            failed = error
        else:
            return sock
    raise failed


def _resolved(host: str, port: int, deadline: _Deadline, limits: Limits) -> Sequence[Resolved]:
    """The machines of a name, waited for no longer than there is time; the system has no limit."""
    answer: queue.SimpleQueue[Sequence[Resolved] | OSError] = queue.SimpleQueue()

    def look() -> None:
        try:
            answer.put(limits.resolve(host, port))
        except (OSError, UnicodeError) as error:
            answer.put(error if isinstance(error, OSError) else socket.gaierror())

    threading.Thread(target=look, daemon=True).start()
    try:
        found = answer.get(timeout=deadline.left)
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, OSError):
        raise found
    return found


# -- what it means ----------------------------------------------------------------------

_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL)
_EXPIRED, _OWN, _OWN_CHAIN, _NO_ISSUER, _OTHER_NAME = 10, 18, 19, (20, 21), 62
"""OpenSSL's numbers for what is wrong with a certificate."""
_WHY = {
    _EXPIRED: "it has run out",
    _OWN: "the site signed it itself",
    _OWN_CHAIN: "nobody known signed it",
    _OTHER_NAME: "it is for a site of another name",
}


def _state_of_status(status: int) -> State:
    if status in _FINE:
        return State.FINE
    if status in _GONE:
        return State.GONE
    broken = status in _OUT_OF_ORDER or status in _BROKEN or status not in _FAULTS
    return State.TROUBLE if broken else State.BLOCKED


def _state_of_error(error: Exception) -> tuple[State, str]:
    """What an error says of the address, and a few words more."""
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _NO_ISSUER:
            return State.UNKNOWN_ISSUER, ""
        return State.CERTIFICATE, _WHY.get(error.verify_code, "")
    if isinstance(error, socket.gaierror):
        passing = error.errno == socket.EAI_AGAIN
        return (State.NO_WAY if passing else State.NO_NAME), ""
    if isinstance(error, UnicodeError):  # no site can have such a name
        return State.NO_NAME, ""
    for kind, state in (
        (_InsideError, State.INSIDE),
        (TimeoutError, State.SLOW),
        (ConnectionRefusedError, State.REFUSED),
    ):
        if isinstance(error, kind):
            return state, ""
    no_way = isinstance(error, OSError) and error.errno in _NO_WAY
    return (State.NO_WAY if no_way else State.TROUBLE), ""
