"""A local offer without an address, and an advice service that nobody can reach."""

import re
from collections.abc import Iterator

from sendwizard.core.answers import is_empty
from sendwizard.core.findings import Finding
from sendwizard.language.council_own import LOCAL_OFFER, SENDIASS
from sendwizard.language.link_places import places
from sendwizard.language.link_rules import MISSING
from sendwizard.language.said import Known, Said

_WAYS = ("phone", "email", "url")
_ANY_FIGURES = re.compile(r"\d[\d ]{4,}\d")


def missing(known: Known) -> Iterator[Finding]:
    """What a family cannot get to."""
    yield from _offer(known)
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


def _offer(known: Known) -> Iterator[Finding]:
    links = known.data("links")
    for said in known.texts_at(LOCAL_OFFER):
        if not said.is_reason and not any("." in p.address for p in places(said, links)):
            message = "This does not say where the local offer is: it has no web address."
            instead = "Open your council’s local offer, and copy its address."
            yield said.whole(MISSING, message, instead)


def _can_be_followed(said: Said) -> bool:
    if said.column in _WAYS:
        return True
    return bool(_ANY_FIGURES.search(said.text)) or "@" in said.text or "www." in said.text
