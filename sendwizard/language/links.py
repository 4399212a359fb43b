"""The rules on contacts and links that need no connection; `check --links` opens them."""

from collections.abc import Iterator

from sendwizard.core.findings import Finding
from sendwizard.language import link_rules
from sendwizard.language.contact_slips import contact_slips
from sendwizard.language.councils import whose
from sendwizard.language.link_missing import missing
from sendwizard.language.link_slips import link_slips
from sendwizard.language.said import Known, Said

RULES = link_rules.TEXT_RULES


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """What is wrong with the links, addresses and numbers of one text."""
    yield from link_slips(said, known)
    yield from contact_slips(said, known)


def in_all(known: Known) -> Iterator[Finding]:
    """Another council’s local offer or advice service, and contacts with no way to reach them."""
    yield from missing(known)
    yield from whose(known)
