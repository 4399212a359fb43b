"""Rules on the links of one text: slips in an address, empty words, drives, long addresses."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding
from sendwizard.language.council_own import LOCAL_OFFER
from sendwizard.language.link_faults import fault_of
from sendwizard.language.link_parts import is_at, parts_of, shown
from sendwizard.language.link_places import Form, Place, places
from sendwizard.language.link_rules import (
    EMPTY_WORDS,
    GONE,
    LONG_ADDRESS,
    NO_ADDRESS,
    NOT_SECURE,
    PRIVATE_DRIVE,
)
from sendwizard.language.said import Known, Said

_EDGES = " \t.,;:!?…*_`~→›»><'‘’“”\"()-–"
_NEAR = 80
"""Characters after a pointer in which an address still belongs to it."""


def link_slips(said: Said, known: Known) -> Iterator[Finding]:
    """What is wrong with the links and addresses of one text."""
    data = known.data("links")
    found = list(places(said, data))
    for place in found:
        yield from _of_place(said, place, data)
    if said.is_prose:
        yield from _pointers(said, found, data)


def _of_place(said: Said, place: Place, data: CheckData) -> Iterator[Finding]:
    if place.form is Form.LINK:
        yield from _empty_words(said, place, data)
    fault = fault_of(place, data)
    if fault is not None and said.question.id == LOCAL_OFFER and "." not in place.address:
        return  # that it has no address is said by another rule
    if fault is not None:
        start, end = place.start, place.end
        quoted = f"“{shown(place.address)}” {fault.what}"
        if not place.address:
            start, end = place.whole_start, place.end + 1
            quoted = f"The link “{place.words.strip()}” {fault.what}"
        yield said.finding(NO_ADDRESS, start, end, quoted, fault.instead)
    else:
        yield from _of_good_one(said, place, data)


def _of_good_one(said: Said, place: Place, data: CheckData) -> Iterator[Finding]:
    """What is worth saying of an address that may well be one."""
    parts = parts_of(place.address)
    host, path = parts.host.removeprefix("www."), parts.path
    start, end, quoted = place.start, place.end, f"“{shown(place.address)}”"
    gone = next((e for e in data.entries_of(GONE.code) if is_at(host, path, e.find)), None)
    if gone is not None:
        message = f"{quoted} is an address of an older website. {gone.why}".strip()
        instead = f"Look for the page at {gone.instead}" if gone.instead else ""
        yield said.finding(GONE, start, end, message, instead)
        return
    if parts.scheme == "http":
        message = f"{quoted} begins with http, where nearly every site now has https."
        instead = f"If the page opens so, write https://{parts.rest}"
        yield said.finding(NOT_SECURE, start, end, message, instead)
    if is_at(host, path, data.lists.get("drives", ())) and not any(
        each in path for each in data.lists.get("for_everybody", ())
    ):
        message = (
            f"{quoted} lies on a drive where often only those invited can open it. "
            "Parents may be asked to sign in."
        )
        yield said.finding(
            PRIVATE_DRIVE, start, end, message, "Try it in a private window of your browser."
        )
    longest = data.numbers.get("long_address")
    if place.form is Form.BARE and said.is_prose and longest and len(place.address) > longest:
        message = (
            f"{quoted} is long to hear from a screen reader, and nobody can copy it from paper."
        )
        instead = "Make it a link with words: [what is there](the address)"
        yield said.finding(LONG_ADDRESS, start, end, message, instead)


def _empty_words(said: Said, place: Place, data: CheckData) -> Iterator[Finding]:
    words = " ".join(place.words.split()).strip(_EDGES).casefold()
    if not place.words.strip():
        message = f"The link to “{shown(place.address)}” has no words, so nobody sees it."
        instead = "Write between the square brackets what is there."
        yield said.finding(EMPTY_WORDS, place.whole_start, place.end + 1, message, instead)
    elif words in _empty(data):
        start = place.words_start
        message = (
            f"The link “{place.words.strip()}” does not say where it leads, "
            "and a screen reader reads links on their own."
        )
        instead = "Link the words that name what is there, such as “our SEN policy”."
        yield said.finding(EMPTY_WORDS, start, start + len(place.words), message, instead)


@lru_cache(maxsize=16)
def _empty(data: CheckData) -> frozenset[str]:
    return frozenset(data.lists.get("empty_words", ()))


def _pointers(said: Said, found: list[Place], data: CheckData) -> Iterator[Finding]:
    """“Click here” that was copied from a web page, without the link that was behind it."""
    in_order = sorted(found, key=lambda place: place.end)
    ends = [place.end for place in in_order]
    for match in _pointer(data).finditer(said.text):
        at = bisect_left(ends, match.start())
        if at < len(ends) and in_order[at].whole_start < match.end() + _NEAR:
            continue
        message = f"“{match[0]}” leads nowhere, as there is no link behind it."
        instead = "Name the page, and link its name to its address; or take the words out."
        yield said.finding(EMPTY_WORDS, match.start(), match.end(), message, instead)


@lru_cache(maxsize=16)
def _pointer(data: CheckData) -> re.Pattern[str]:
    words = "|".join(map(re.escape, data.lists.get("pointers", ()))) or r"(?!)"
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
