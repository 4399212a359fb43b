"""`check --links`: which web addresses the answers hold, each opened once, and what came of it."""

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sendwizard.core.contacts import parse_url
from sendwizard.core.findings import Finding
from sendwizard.core.kind_error import KindError
from sendwizard.language.link_faults import fault_of
from sendwizard.language.link_parts import parts_of
from sendwizard.language.link_places import places
from sendwizard.language.links_opened import Linked, Opened, State, findings_of
from sendwizard.language.said import Known
from sendwizard.office.link_opening import USUAL, Limits, open_one

_NOT_REAL = (".example", ".invalid", ".test", ".localhost")
"""Endings that no site ever has: they are kept for examples."""
_TURN = 0.2
"""Seconds after which a person's Ctrl+C is looked for; some systems do not wake a wait for it."""


@dataclass(frozen=True)
class Gathered:
    """The web addresses of the answers."""

    standing: Mapping[str, Sequence[Linked]]
    """Each address that can be opened, and where it stands; in the order of the questions."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Each once."""
        return tuple(self.standing)


def gather(known: Known) -> Gathered:
    """Each distinct http or https address in the answers. One that cannot be one is left out, as
    are those of made-up schools.
    """
    data = known.data("links")
    standing: dict[str, list[Linked]] = {}
    for said in known.texts:
        for place in places(said, data):
            address = _address(place.address) if fault_of(place, data) is None else ""
            if address:
                linked = Linked(said, place.start, place.end)
                standing.setdefault(address, []).append(linked)
    return Gathered(standing)


def _address(written: str) -> str:
    """The address as it is opened, without the place in the page; "" where it is not to be."""
    if parts_of(written).scheme not in ("", "http", "https"):
        return ""
    try:
        address = parse_url(written).partition("#")[0]
    except KindError:
        return ""
    return "" if parts_of(address).host.endswith(_NOT_REAL) else address


def open_all(
    addresses: Sequence[str], told: Callable[[int], None], limits: Limits = USUAL
) -> tuple[Opened, ...]:
    """How each address answered, in their order; `told` hears how many are done.

    Ends at once when it is interrupted: the threads that are left end with the process.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[int, Opened]] = queue.SimpleQueue()
    for place in range(len(addresses)):
        waiting.put(place)
    stopped = threading.Event()

    def work() -> None:
        while not stopped.is_set():
            try:
                place = waiting.get_nowait()
            except queue.Empty:
                return
            opened = Opened(addresses[place], State.TROUBLE)
            try:
                opened = open_one(addresses[place], limits)
            finally:
                done.put((place, opened))

    for _ in range(min(limits.at_once, len(addresses))):
        threading.Thread(target=work, daemon=True).start()
    found: dict[int, Opened] = {}
    try:
        while len(found) < len(addresses):
            try:
                place, opened = done.get(timeout=_TURN)
            except queue.Empty:
                continue
            found[place] = opened
            told(len(found))
    finally:
        stopped.set()
    return tuple(found[place] for place in range(len(addresses)))


def link_findings(
    gathered: Gathered, told: Callable[[int], None], limits: Limits = USUAL
) -> tuple[Finding, ...]:
    """Opens each address, and says what came of it at each place where it stands."""
    return findings_of(open_all(gathered.addresses, told, limits), gathered.standing)
