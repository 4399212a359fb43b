"""The server of the tests over SSH, one for each process that runs tests."""

from collections.abc import Iterator

import pytest

from tests.terminal.sshd import REASON, Server, can_serve, serving


@pytest.fixture(scope="session")
def ssh_server() -> Iterator[Server]:
    """The server, for as long as tests run; skips where none can be started."""
    if not can_serve():
        pytest.skip(REASON)
    with serving() as server:
        yield server


@pytest.fixture
def server(ssh_server: Server) -> Iterator[Server]:
    """The server, with nobody connected and an empty folder of the school."""
    ssh_server.clear()
    yield ssh_server
    ssh_server.clean_up()
