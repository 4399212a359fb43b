"""Rules on whose local offer and advice service it is: Schedule 1, paras 11 and 13.

They know a council by the hosts of its own website and by its name, and say nothing of any other.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sendwizard.core.answers import is_empty
from sendwizard.core.bank import LOCAL_AUTHORITY, Kind
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding
from sendwizard.language.link_parts import is_at, parts_of, shown
from sendwizard.language.link_places import places
from sendwizard.language.link_rules import MISSING, OTHER_ADVICE, OTHER_OFFER
from sendwizard.language.said import Known, Said

LOCAL_OFFER = "local-offer"
SENDIASS = "sendiass"
_NAME, _PHONE, _EMAIL, _URL = "name", "phone", "email", "url"
_AROUND_PLACE = re.compile(r"^City of (?=.* Council$)|(?: City| County| Borough)? Council$")
_ANY_FIGURES = re.compile(r"\d[\d ]{4,}\d")


@dataclass(frozen=True)
class _Whose:
    """A council that a text leads to, and the words that show it."""

    council: str
    said: Said
    start: int
    end: int


def whose(known: Known) -> Iterator[Finding]:
    """Another council’s local offer or advice service, or one that nobody can reach."""
    yield from _missing(known)
    offer = next(_by_host(known, LOCAL_OFFER), None)
    own = _own(known)
    if own:
        if offer and offer.council != own:
            yield _other_offer(offer, f"The school’s own is {own}.")
    elif offer and (chosen := _not_other(known, offer.council)):
        yield _other_offer(offer, chosen)
    elif offer:
        own = offer.council
    if own:
        yield from _other_advice(known, own)


def _own(known: Known) -> str:
    """The council that the school chose; "" where it is none of those known."""
    overlay = known.bank.overlay(known.answers.value(LOCAL_AUTHORITY))
    return overlay.council if overlay else ""


def _not_other(known: Known, council: str) -> str:
    """What speaks against a council, where the school said that it is in another than those
    known; "" where nothing does.
    """
    options = known.bank.by_id[LOCAL_AUTHORITY].options
    chosen = known.answers.value(LOCAL_AUTHORITY)
    label = next((option.label for option in options if option.id == chosen), "")
    offered = any(overlay.council == council for overlay in known.bank.overlays)
    return f"The school’s own, you said, is “{label}”." if offered and label else ""


def _other_offer(found: _Whose, own: str) -> Finding:
    words = shown(found.said.text[found.start : found.end])
    message = f"“{words}” leads to the local offer of {found.council}. {own}"
    instead = "Open your own council’s local offer, and copy its address."
    return found.said.finding(OTHER_OFFER, found.start, found.end, message, instead)


def _other_advice(known: Known, own: str) -> Iterator[Finding]:
    """The first thing in each row that shows another council’s service."""
    rows: set[int | None] = set()
    for found in (*_by_host(known, SENDIASS), *_by_name(known, own)):
        if found.said.row in rows or own in _together(known.data("link-councils"), found.council):
            continue
        rows.add(found.said.row)
        words = shown(found.said.text[found.start : found.end])
        message = (
            f"“{words}” looks like the advice service of {found.council}, and the rest of the "
            f"report leads to {own}."
        )
        instead = "Take the name and the details from the website of your own area’s service."
        yield found.said.finding(OTHER_ADVICE, found.start, found.end, message, instead)


def _by_host(known: Known, question: str) -> Iterator[_Whose]:
    """Each council whose own website or mail is given in the answer."""
    links = known.data("links")
    for said in known.texts_at(question):
        if said.kind is Kind.EMAIL:
            host = said.text.strip().rpartition("@")[2].lower()
            council = _council_of(known, host, "")
            if council:
                yield _Whose(council, said, 0, len(said.text))
        for place in places(said, links):
            parts = parts_of(place.address)
            council = _council_of(known, parts.host, parts.path)
            if council:
                yield _Whose(council, said, place.start, place.end)


def _council_of(known: Known, host: str, path: str) -> str:
    """The council whose site it is; "" where that is not known."""
    for overlay in known.bank.overlays:
        own = [parts_of(contact.url).host for contact in overlay.contacts if contact.url]
        if is_at(host, path, [name.removeprefix("www.") for name in own]):
            return overlay.council
    councils = known.data("link-councils").lists
    return next((name for name, hosts in councils.items() if is_at(host, path, hosts)), "")


def _by_name(known: Known, own: str) -> Iterator[_Whose]:
    """Each other council that the name of a service has, unless it has the own one too."""
    data = known.data("link-councils")
    own_place = re.compile(rf"\b{re.escape(_place(own))}\b", re.IGNORECASE)
    pattern, councils = _names(data)
    for said in known.texts_at(SENDIASS):
        if said.column != _NAME or own_place.search(said.text):
            continue
        found = pattern.search(said.text)
        if found:
            council = councils[" ".join(found[0].split())]
            yield _Whose(council, said, found.start(), found.end())


@lru_cache(maxsize=16)
def _names(data: CheckData) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The places of all councils as one pattern, the longest first, and whose each is."""
    councils = {_place(name): name for name in data.lists}
    longest_first = sorted(councils, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"\b(?:{words})\b".replace(r"\ ", r"\s+")), councils


def _place(council: str) -> str:
    """The place that a council is of: York for City of York Council."""
    return _AROUND_PLACE.sub("", council)


@lru_cache(maxsize=256)
def _together(data: CheckData, council: str) -> frozenset[str]:
    """The councils that share one advice service with this one, and itself."""
    shared = [entry.find for entry in data.entries_of(OTHER_ADVICE.code) if council in entry.find]
    return frozenset((council, *(name for names in shared for name in names)))


def _missing(known: Known) -> Iterator[Finding]:
    """A local offer without an address, and an advice service that nobody can reach."""
    links = known.data("links")
    for said in known.texts_at(LOCAL_OFFER):
        if not said.is_reason and not any("." in p.address for p in places(said, links)):
            message = "This does not say where the local offer is: it has no web address."
            instead = "Open your council’s local offer, and copy its address."
            yield said.whole(MISSING, message, instead)
    by_row: dict[int | None, list[Said]] = {}
    for said in known.texts_at(SENDIASS):
        if not said.is_reason and not is_empty(said.text):
            by_row.setdefault(said.row, []).append(said)
    for texts in by_row.values():
        if not any(_can_be_followed(said) for said in texts):
            message = (
                f"“{texts[0].text.strip()}” has no phone number, e-mail address or website, so a "
                "family cannot get in touch."
            )
            instead = "Add a number or an e-mail address from the service’s own website."
            yield texts[0].whole(MISSING, message, instead)


def _can_be_followed(said: Said) -> bool:
    if said.column in (_PHONE, _EMAIL, _URL):
        return True
    return bool(_ANY_FIGURES.search(said.text)) or "@" in said.text or "www." in said.text
