"""Why an address cannot be one, and what it was meant to be where that is plain."""

import re
from dataclasses import dataclass

from sendwizard.core.checks import CheckData
from sendwizard.core.contacts import parse_email, parse_url
from sendwizard.core.kind_error import KindError
from sendwizard.language.link_parts import Parts, is_at, is_like_http, parts_of
from sendwizard.language.link_places import Form, Place

_DRIVE = re.compile(r"file:|[a-z]:[\\/]|\\\\\w", re.IGNORECASE)
_PRIVATE = re.compile(
    r"(?:127|10|0)\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|169\.254\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|localhost"
)
_OWN_ENDS = ".,;:!'’\"”“"
_LESS_THAN_WHOLE = 3
"""Parts of the name of a site that begins with www: it has at least so many."""
_COPY = "Open the page in a browser and copy the address from there."
_ON_THE_WEBSITE = "Put it on the school’s website and link to it there."


@dataclass(frozen=True)
class Fault:
    """What is wrong with an address."""

    what: str
    """The rest of a sentence that begins with the address."""
    instead: str = _COPY
    """What to do, or to write."""


def fault_of(place: Place, data: CheckData) -> Fault | None:
    """What is wrong with the address at a place; None where it may well be one."""
    address = place.address
    if not address:
        return Fault("leads nowhere, as there is no address behind it.")
    if address.lower().startswith(("mailto:", "tel:")):
        return None
    if _DRIVE.match(address):
        what = "lies on one computer or on the school’s own network, so no family can open it."
        return Fault(what, _ON_THE_WEBSITE)
    if place.form is Form.CELL and "." not in address and "//" not in address:
        return Fault("is not a web address.")
    parts = parts_of(address)
    if place.form is Form.BARE and not re.search(r"\w", parts.rest):
        return None  # the word http:// itself
    if place.form is Form.LINK and not re.search(r"[./#?@:\\]", address):
        return None  # words in round brackets after words in square ones
    return (
        _of_beginning(place, parts)
        or _of_signs(place, address)
        or _of_host(parts.host, data)
        or _of_whole(address)
    )


def _of_beginning(place: Place, parts: Parts) -> Fault | None:
    """What is wrong before the name of the site."""
    if not parts.scheme:
        return _of_none(place) if place.form is Form.LINK else None
    if not is_like_http(parts.scheme):
        return Fault(f"begins with “{parts.scheme}:”, which is not a page of a website.")
    again = parts_of(parts.rest)
    if is_like_http(again.scheme):
        return Fault("has its beginning twice.", _write(f"https://{again.rest}"))
    if parts.scheme not in ("http", "https"):
        fault = f"begins with “{parts.scheme}”, which is a slip for https."
        return Fault(fault, _write(f"https://{parts.rest.lstrip('/')}"))
    if parts.mark != "://" or parts.rest.startswith("/"):
        meant = f"{parts.scheme}://{parts.rest.lstrip('/')}"
        return Fault(f"has a slip after “{parts.scheme}”.", _write(meant))
    return None


def _of_none(place: Place) -> Fault | None:
    """A link whose address begins with no https:// does not become a link in the report."""
    address = place.address
    if "@" in address:
        try:
            meant = f"mailto:{parse_email(address)}"
        except KindError:
            return Fault("is behind a link, and is neither a web nor an e-mail address.")
        return Fault("is behind a link without “mailto:”, so it leads nowhere.", _write(meant))
    what = "is only part of an address: without “https://” before it the link leads nowhere."
    whole = re.match(r"(?:www\.)?(?:[\w-]+\.)+[a-z]{2,12}(?:[/?#]|$)", address)
    is_file = re.search(r"\.(?:pdf|docx?|html?|aspx?|php|odt|rtf)$", address)
    if whole and not (is_file and "/" not in address):
        return Fault(what, _write(f"https://{address}"))
    return Fault(what)


def _of_signs(place: Place, address: str) -> Fault | None:
    """Signs that stand in no address."""
    if re.search(r"\s", address):
        joined = re.sub(r"^(https?://|www\.)\s+", r"\1", address)
        instead = _COPY if re.search(r"\s", joined) else _write(joined)
        return Fault("has a space in it, so only its beginning is taken for the address.", instead)
    if place.form is Form.LINK and address[-1] in _OWN_ENDS:
        what = f"ends in “{address[-1]}”, which is taken for a part of it."
        return Fault(what, _write(address.rstrip(_OWN_ENDS)))
    return None


def _of_host(host: str, data: CheckData) -> Fault | None:
    """What is wrong with the name of the site."""
    bare = host.removeprefix("www.")
    if _PRIVATE.fullmatch(host) or host.endswith(data.lists.get("inside", ())):
        return Fault("is found only inside the school’s own network.", _ON_THE_WEBSITE)
    if is_at(bare, "", data.lists.get("stand_ins", ())):
        what = "is not a real address: it only shows where one goes."
        return Fault(what, "Put the real address there, or take it out.")
    www = re.match(r"w{2,4}([.,;])", host)
    if www and www[0] != "www.":
        return Fault(f"begins with “{www[0]}” where “www.” is meant.", _COPY)
    if "," in host or ";" in host:
        return Fault("has a comma or semicolon in the name of the site, where a dot belongs.")
    if ".." in host or host.startswith("."):
        return Fault("has a dot too many in the name of the site.")
    labels = host.rstrip(".").split(".")
    if host.startswith("www.") and len(labels) < _LESS_THAN_WHOLE:
        return Fault("lacks its ending, such as .sch.uk or .org.uk.")
    wrong = next((each for each in data.lists.get("wrong_endings", ()) if host.endswith(each)), "")
    if wrong:
        return Fault(f"ends its site’s name with “{wrong}”, which is a slip.")
    if len(labels) == 1:
        return Fault("has no dot in the name of the site, so nobody outside the school finds it.")
    return None


def _of_whole(address: str) -> Fault | None:
    try:
        parse_url(address)
    except KindError:
        return Fault("is not a web address.")
    return None


def _write(address: str) -> str:
    return f"Write {address}"
