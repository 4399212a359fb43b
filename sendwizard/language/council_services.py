"""Where a text names or links a local offer or an advice service, and of which council."""

import re
from collections.abc import Iterator

from sendwizard.core.findings import Rule
from sendwizard.language.council_names import councils
from sendwizard.language.council_own import Whose
from sendwizard.language.link_parts import parts_of
from sendwizard.language.link_places import Form, Place, places
from sendwizard.language.link_rules import OTHER_ADVICE, OTHER_OFFER
from sendwizard.language.said import Known, Said

_SERVICE = re.compile(
    r"\b(?:(?P<offer>(?i:local[-_\s]?offer))|(?:SEND?\s?)?IASS?"
    r"|(?i:information,?\s+advice,?\s+(?:and|&)\s+support))\b"
)
_IN_PATH = re.compile(r"(?P<offer>local[-_]?offer)|sendiass?|\biass\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:[’']s?)?(?:\s+(?:City|County|Borough|Council(?:[’']s)?|SEND?|own)){0,3}\s+"
)
_LEADS_ON = re.compile(r"\s+(?:(?:in|for|of)\s+)?")
_REACH = 60
"""Signs before a service in which the name of its council, or words on it, may stand."""


def named_services(said: Said, known: Known) -> Iterator[tuple[Rule, Whose]]:
    """Each local offer and advice service of a council, with the rule on such services."""
    yield from _named(said, known)
    yield from _linked(said, known)


def _named(said: Said, known: Known) -> Iterator[tuple[Rule, Whose]]:
    """Kent local offer, Kent’s SENDIASS, SENDIASS for Kent."""
    all_councils, text = councils(known), said.read
    for service in _SERVICE.finditer(text):
        start, end = service.span()
        for place in all_councils.places.finditer(text, max(0, start - _REACH), start):
            if _BETWEEN.fullmatch(text, place.end(), start):
                council = all_councils.of_place(place[0])
                yield _rule(service), Whose(council, said, place.start(), end)
        leads = _LEADS_ON.match(text, end)
        follows = all_councils.places.match(text, leads.end()) if leads else None
        if follows:
            council = all_councils.of_place(follows[0])
            yield _rule(service), Whose(council, said, start, follows.end())


def _linked(said: Said, known: Known) -> Iterator[tuple[Rule, Whose]]:
    """A council’s site behind such words, or after them, or with them in its address."""
    for place in places(said, known.data("links")):
        parts = parts_of(place.address)
        council = councils(known).at_host(parts.host)
        service = council and (_SERVICE.search(_words(said, place)) or _IN_PATH.search(parts.path))
        if service:
            yield _rule(service), Whose(council, said, place.start, place.end)


def _words(said: Said, place: Place) -> str:
    """What is said of an address: the linked words, or those just before it."""
    if place.form is Form.LINK:
        return place.words
    return said.text[max(0, place.start - _REACH) : place.start].rpartition("\n")[2]


def _rule(service: re.Match[str]) -> Rule:
    return OTHER_OFFER if service["offer"] else OTHER_ADVICE
