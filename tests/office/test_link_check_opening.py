"""Each fault that a link can meet, against a server on this machine. No name is looked up."""

import errno
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sendwizard.language.links_opened import Opened, State
from sendwizard.office import link_check, link_opening
from sendwizard.office.link_opening import Limits, Resolved, is_public, open_one
from tests.office.bad_server import (
    NAME,
    BadServer,
    bad_server,
    certificate,
    expired_certificate,
    limits_for,
    strangers_certificate,
)

SHORT = 0.3


@pytest.fixture
def server() -> Iterator[BadServer]:
    with bad_server() as running:
        yield running


def opened(server: BadServer, path: str, seconds: float = 5.0) -> Opened:
    return open_one(f"{server.url}/{path}", limits_for(server, seconds=seconds))


ANSWERS = {
    "page": State.FINE,
    "status-204": State.FINE,
    "status-404": State.GONE,
    "status-410": State.GONE,
    "status-400": State.BLOCKED,
    "status-401": State.BLOCKED,
    "status-403": State.BLOCKED,
    "status-407": State.BLOCKED,
    "status-429": State.BLOCKED,
    "status-451": State.BLOCKED,
    "status-503": State.BLOCKED,
    "status-999": State.BLOCKED,
    "status-500": State.TROUBLE,
    "status-502": State.TROUBLE,
    "status-522": State.TROUBLE,
    "status-304": State.TROUBLE,
    "head-405": State.FINE,
    "head-501": State.FINE,
    "head-403": State.FINE,
    "head-404": State.FINE,
    "nowhere": State.TROUBLE,
    "to-301/page": State.FINE,
    "to-302/status-404": State.GONE,
    "to-308/status-403": State.BLOCKED,
    "round": State.ROUND,
    "cookie": State.ROUND,
    "on-1": State.ROUND,
    "away-file": State.ELSEWHERE,
    "away-script": State.ELSEWHERE,
    "away-mail": State.ELSEWHERE,
    "away-inside": State.INSIDE,
    "away-odd": State.TROUBLE,
    "away-letters": State.FINE,
    "close": State.TROUBLE,
    "garbage": State.TROUBLE,
    "huge": State.TROUBLE,
    "many": State.TROUBLE,
    "body": State.FINE,
    "continue": State.TROUBLE,
}


@pytest.mark.parametrize("path", ANSWERS)
def test_each_answer_is_told_from_the_others(server: BadServer, path: str) -> None:
    assert opened(server, path).state is ANSWERS[path]


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_an_address_has_its_time_and_no_more(server: BadServer, path: str) -> None:
    begun = time.monotonic()
    assert opened(server, path, SHORT).state is State.SLOW
    assert time.monotonic() - begun < 10  # left alone, both go on for a minute and more


def test_a_name_that_is_looked_up_for_ever_has_its_time_too(server: BadServer) -> None:
    assert open_one("http://a.stuck/", limits_for(server, seconds=SHORT)).state is State.SLOW


def test_a_connection_that_nobody_takes_up_has_its_time_too(server: BadServer) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        port = deaf.getsockname()[1]
        address = f"https://127.0.0.1:{port}/"
        assert open_one(address, limits_for(server, seconds=SHORT)).state is State.SLOW


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("http://school.missing/", State.NO_NAME),
        ("http://school.later/", State.NO_WAY),
        ("http://router.inside/", State.INSIDE),
        (f"http://{'a' * 70}.example/", State.NO_NAME),
        ("http://school.example:99999/", State.TROUBLE),
        ("http://[school/", State.TROUBLE),
        ("http://school.example/page?a b", State.FINE),
        ("http://school.example/page?ä=ö", State.FINE),
        ("http://schön.example/", State.FINE),
        ("http://school.example", State.FINE),
        ("http://school.example?a=b", State.FINE),
    ],
)
def test_a_name_is_looked_up_and_an_odd_address_is_no_fault_of_ours(
    server: BadServer, address: str, state: State
) -> None:
    assert open_one(address, limits_for(server)).state is state


def test_a_port_that_nobody_listens_at_refuses(server: BadServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert open_one(f"http://127.0.0.1:{port}/", limits_for(server)).state is State.REFUSED


def test_a_machine_without_a_way_to_it_is_not_called_dead() -> None:
    def resolve(_host: str, _port: int) -> Sequence[Resolved]:
        raise OSError(errno.ENETUNREACH, "no way")

    assert open_one("http://school.example/", Limits(resolve=resolve)).state is State.NO_WAY


def test_the_second_machine_of_a_name_is_tried_after_the_first(server: BadServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    both = [(socket.AF_INET, ("127.0.0.1", each)) for each in (port, server.port)]
    limits = Limits(resolve=lambda _host, _port: both, may_open=lambda _number: True)
    assert open_one("http://school.example/", limits).state is State.FINE


def test_a_way_on_is_followed_and_told(server: BadServer) -> None:
    for_good = opened(server, "to-301/to-308/page")
    assert (for_good.moved_to, for_good.ended_at) == (f"{server.url}/page",) * 2
    for_now = opened(server, "to-302/to-301/page")
    assert (for_now.moved_to, for_now.ended_at) == ("", f"{server.url}/page")
    both = opened(server, "to-301/to-302/page")
    assert both.moved_to == f"{server.url}/to-302/page"


def test_a_page_is_asked_for_only_where_its_head_is_not_given(server: BadServer) -> None:
    opened(server, "page")
    opened(server, "status-429")
    opened(server, "head-405")
    assert [each.split()[0] for each in server.asked] == ["HEAD", "HEAD", "HEAD", "GET"]


def test_what_is_sent_says_who_asks_and_nothing_else(server: BadServer) -> None:
    opened(server, "cookie")
    opened(server, "page?x=1#part")
    head = server.heads[-1]
    assert head.startswith("HEAD /page?x=1 HTTP/1.1\r\n")
    assert "User-Agent: sendwizard/" in head
    names = {line.partition(":")[0] for line in head.split("\r\n")[1:] if line}
    assert names == {"Host", *link_opening.HEADERS}


# -- certificates -----------------------------------------------------------------------


def secure(path: Path, *, believed: bool, name: str = NAME) -> Opened:
    def trusted() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(path) if believed else None)

    with bad_server(path) as server:
        return open_one(f"https://{name}/page", limits_for(server, trusted=trusted))


def test_a_good_certificate_lets_in(tmp_path: Path) -> None:
    assert secure(certificate(tmp_path), believed=True).state is State.FINE


def test_one_that_signs_itself_does_not(tmp_path: Path) -> None:
    found = secure(certificate(tmp_path), believed=False)
    assert (found.state, found.why) == (State.CERTIFICATE, "the site signed it itself")


def test_one_that_has_run_out_does_not(tmp_path: Path) -> None:
    found = secure(expired_certificate(tmp_path), believed=True)
    assert (found.state, found.why) == (State.CERTIFICATE, "it has run out")


def test_one_of_another_name_does_not(tmp_path: Path) -> None:
    found = secure(certificate(tmp_path, "other.example"), believed=True)
    assert (found.state, found.why) == (State.CERTIFICATE, "it is for a site of another name")


def test_one_of_a_stranger_cannot_be_judged(tmp_path: Path) -> None:
    found = secure(strangers_certificate(tmp_path), believed=False)
    assert found.state is State.UNKNOWN_ISSUER


def test_a_site_that_speaks_no_tls_is_in_trouble(server: BadServer) -> None:
    assert open_one("https://school.example/", limits_for(server)).state is State.TROUBLE


# -- many at once -----------------------------------------------------------------------


def test_ten_are_opened_at_a_time_and_each_is_told_once(server: BadServer) -> None:
    addresses = [f"{server.url}/slow/{number}" for number in range(20)]
    told: list[int] = []
    begun = time.monotonic()
    found = link_check.open_all(addresses, told.append, limits_for(server, seconds=SHORT))
    assert time.monotonic() - begun < SHORT * 18  # one by one they take twenty
    assert [each.address for each in found] == addresses
    assert told == list(range(1, 21))


def test_an_interruption_ends_it_at_once(server: BadServer) -> None:
    def told(_done: int) -> None:
        raise KeyboardInterrupt

    addresses = [f"{server.url}/page", *(f"{server.url}/slow/{each}" for each in range(30))]
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        link_check.open_all(addresses, told, limits_for(server, seconds=20))
    assert time.monotonic() - begun < 5
    server.ended.set()


def test_nothing_is_opened_where_there_is_nothing() -> None:
    before = threading.active_count()
    assert link_check.open_all((), print) == ()
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.1.1", "::1"),
        *("fe80::1", "fd00::1", "::ffff:10.0.0.1", "224.0.0.1", "100.64.0.1"),
    ],
)
def test_no_machine_of_the_schools_own_network_is_called(number: str) -> None:
    assert not is_public(number)
    limits = Limits(resolve=lambda _host, port: [(socket.AF_INET, (number, port))])
    assert open_one("http://school.example/", limits).state is State.INSIDE


def test_a_machine_of_the_internet_may_be_called() -> None:
    assert is_public("8.8.8.8")
    assert is_public("2606:4700::1111")
