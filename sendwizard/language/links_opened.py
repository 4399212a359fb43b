"""What `check --links` says of each web address that was opened.

Opens nothing: it is told how each address answered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sendwizard.core.findings import Finding, Rule
from sendwizard.language.link_parts import parts_of, shown
from sendwizard.language.link_rules import (
    CERTIFICATE,
    DEAD,
    FRONT_PAGE,
    MOVED,
    NO_ANSWER,
    NOT_TRIED,
    OFFLINE,
)
from sendwizard.language.said import Said

RULES = (DEAD, NOT_TRIED, NO_ANSWER, CERTIFICATE, MOVED, FRONT_PAGE, OFFLINE)


class State(Enum):
    """How an address answered."""

    FINE = "fine"
    GONE = "gone"
    """The site says that there is no such page."""
    NO_NAME = "no name"
    """There is no site of this name, or no way to ask."""
    REFUSED = "refused"
    """Nothing answers there."""
    NO_WAY = "no way"
    """There is no connection to that part of the internet."""
    BLOCKED = "blocked"
    """The site does not let this program in, or asks visitors to sign in."""
    INSIDE = "inside"
    """The name leads to a machine of this network, which is not opened."""
    ROUND = "round"
    """It sends a visitor on without end."""
    ELSEWHERE = "elsewhere"
    """It sends a visitor on to what is no web page."""
    SLOW = "slow"
    TROUBLE = "trouble"
    """It said that it is out of order, or nothing that can be understood."""
    CERTIFICATE = "certificate"
    UNKNOWN_ISSUER = "unknown issuer"
    """A certificate which browsers may know how to follow up, and a program does not."""


@dataclass(frozen=True)
class Opened:
    """How one address answered."""

    address: str
    state: State
    status: int = 0
    """The number with which the site answered; 0 where it did not."""
    moved_to: str = ""
    """The address that has taken its place for good; "" where none has."""
    ended_at: str = ""
    """Where it led in the end; "" where it led nowhere else."""
    why: str = ""
    """A few words more, where there are any."""


@dataclass(frozen=True)
class Linked:
    """Where an address stands in the answers."""

    said: Said
    start: int
    end: int


_NOT_FOUND = (State.NO_NAME, State.NO_WAY)
_NOT_REACHED = (*_NOT_FOUND, State.REFUSED, State.SLOW)
_DOUBTED = (*_NOT_REACHED, State.CERTIFICATE, State.UNKNOWN_ISSUER)
_FEW = 3
"""Sites that must all fail alike before it is the way there that is doubted."""
_FRONT = (
    "",
    "/",
    "/home",
    "/index.html",
    "/index.php",
    "/default.aspx",
    "/home.aspx",
    "/en",
    "/404",
)
_SAYS = {
    State.GONE: "is a dead link: the site says that there is no such page.",
    State.NO_NAME: "is a dead link: there is no site of this name.",
    State.REFUSED: "is a dead link: the site does not answer.",
    State.NO_WAY: "could not be reached from this computer.",
    State.BLOCKED: "could not be tried: the site does not let this program in.",
    State.INSIDE: "was not tried: here it leads to a computer on this network.",
    State.ROUND: "could not be tried: the site sends this program on and on.",
    State.ELSEWHERE: "could not be tried: it leads on to something that is not a web page.",
    State.SLOW: "gave no answer in time.",
    State.TROUBLE: "gave no proper answer; something is wrong with the site today.",
    State.CERTIFICATE: "has a certificate that is not in order, so browsers warn people off.",
    State.UNKNOWN_ISSUER: "could not be tried: who issued its certificate is not known here.",
}
_SIGN_IN = "could not be tried: the site asks people to sign in."
_BLOCKED_SAYS = {
    401: _SIGN_IN,
    407: _SIGN_IN,
    429: "could not be tried: the site says that it was asked too often.",
    503: "could not be tried: the site says that it is too busy, or closed for repairs.",
}
"""What a site said, by its number, that did not let the program in."""
_RULES = {
    State.GONE: DEAD,
    State.NO_NAME: DEAD,
    State.REFUSED: DEAD,
    State.SLOW: NO_ANSWER,
    State.TROUBLE: NO_ANSWER,
    State.NO_WAY: NO_ANSWER,
    State.CERTIFICATE: CERTIFICATE,
}
_OPEN_IT = "Open it yourself in a private window of your browser."
_LATER = "Check again another day."
_TO_DO = {
    State.GONE: "Look for the page on the site, and copy the address that it has now.",
    State.NO_NAME: "See whether its name is spelt right; if it is, find out where the page is now.",
    State.REFUSED: "Check again another day; if it stays so, find out where the page is now.",
    State.SLOW: _LATER,
    State.TROUBLE: _LATER,
    State.NO_WAY: _LATER,
    State.CERTIFICATE: "Open it in a browser; if that warns you, tell those who run the site.",
}


def findings_of(
    opened: Iterable[Opened], standing: Mapping[str, Sequence[Linked]]
) -> tuple[Finding, ...]:
    """What to say of all addresses, at each place where they stand; once where none was reached."""
    results = tuple(opened)
    first = next((linked for several in standing.values() for linked in several), None)
    why = _why_offline(results)
    if why and first:
        return (first.said.whole(OFFLINE, why, "Check again on another computer."),)
    return tuple(
        linked.said.finding(rule, linked.start, linked.end, message, instead)
        for each in results
        for rule, message, instead in _verdict(each)
        for linked in standing.get(each.address, ())
    )


def _why_offline(results: Sequence[Opened]) -> str:
    """Why nothing can be said of any address; "" where something can."""
    sites = {parts_of(each.address).host for each in results}
    states = {each.state for each in results}
    if states and states.issubset(_NOT_FOUND):
        if len(sites) > 1:
            return "No site could be found, so this computer seems not to be connected."
        found = f"“{shown(results[0].address)}” could not be found."
        return f"{found} Either its name is wrong, or this computer is not connected."
    if len(sites) < _FEW or not states.issubset(_DOUBTED):
        return ""
    if states.issubset(_NOT_REACHED):
        return "No site could be reached, so this computer seems to have no way to the web."
    return (
        "No site’s certificate could be checked here. Perhaps a filter of the school stands "
        "between this computer and the web, or its clock is wrong."
    )


def _verdict(each: Opened) -> Iterator[tuple[Rule, str, str]]:
    quoted = f"“{shown(each.address)}”"
    if each.state is State.FINE:
        yield from _of_fine(each, quoted)
        return
    says = _SAYS[each.state]
    if each.state is State.BLOCKED:
        says = _BLOCKED_SAYS.get(each.status, says)
    if each.why:
        says = f"{says[:-1]} ({each.why})."
    yield (
        _RULES.get(each.state, NOT_TRIED),
        f"{quoted} {says}",
        _TO_DO.get(each.state, _OPEN_IT),
    )


def _of_fine(each: Opened, quoted: str) -> Iterator[tuple[Rule, str, str]]:
    """A page that is there, perhaps not where it was."""
    if _is_front(each.ended_at) and not _is_front(each.address) and _is_one_site(each):
        message = f"{quoted} ends at “{shown(each.ended_at)}”, which looks like a front page."
        yield FRONT_PAGE, message, "Look for the page on the site, and copy its address."
    elif each.moved_to and _is_other(each.address, each.moved_to):
        message = f"{quoted} has moved for good to “{shown(each.moved_to)}”."
        yield MOVED, message, f"If it is the right page, write {each.moved_to}"


def _is_front(address: str) -> bool:
    parts = parts_of(address)
    return bool(parts.host) and parts.path.rstrip("/").lower() in _FRONT


def _is_one_site(each: Opened) -> bool:
    """Whether it ended at its own site; a short address is made to lead to another’s front."""
    before, after = parts_of(each.address), parts_of(each.ended_at)
    return before.host.removeprefix("www.") == after.host.removeprefix("www.")


def _is_other(before: str, after: str) -> bool:
    """Whether the new address differs by more than the old one’s http, www, or last slash."""
    return _bare(before) != _bare(after)


def _bare(address: str) -> str:
    parts = parts_of(address)
    path = parts.path.partition("#")[0].rstrip("/")
    return f"{parts.host.removeprefix('www.')}{path}".casefold()
