"""Takes a web address to pieces, slips and all, and compares hosts. Never raises."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_BEGINNING = re.compile(r"([a-z]{2,11})([:;.,]?\s?[/\\]{1,4}|:)", re.IGNORECASE)
_HOST = re.compile(r"[^/?#\\]*")
_MOST_SHOWN = 70


@dataclass(frozen=True)
class Parts:
    """An address in pieces."""

    scheme: str
    """The word that it begins with, in small letters: http, https, or a slip; "" for none."""
    mark: str
    """What parts that word from the rest; :// where it is right."""
    rest: str
    """All that follows."""

    @property
    def host(self) -> str:
        """The name of the site in small letters, without a port."""
        found = _HOST.match(self.rest)
        return (found[0] if found else "").partition(":")[0].lower()

    @property
    def path(self) -> str:
        """What follows the name of the site."""
        found = _HOST.match(self.rest)
        return self.rest[found.end() :] if found else ""


def is_like_http(word: str) -> bool:
    """Whether a word is http or https, or was meant to be: htpp, htttps, ttp."""
    letters = set(word)
    return 3 <= len(word) <= 7 and letters <= set("htps") and letters >= set("tp")  # noqa: PLR2004


def parts_of(address: str) -> Parts:
    """The address in pieces. What begins with no known word is all host and path."""
    begins = _BEGINNING.match(address)
    if begins is None:
        return Parts("", "", address)
    word, mark = begins[1].lower(), begins[2]
    known = is_like_http(word) or mark in ("://", ":")
    if not known:
        return Parts("", "", address)
    return Parts(word, mark, address[begins.end() :])


def is_at(host: str, path: str, known: Iterable[str]) -> bool:
    """Whether a site is one of those known, or within one: a host, or a host and how its path
    begins.
    """
    for each in known:
        name, slash, begins = each.partition("/")
        if (host == name or host.endswith(f".{name}")) and path.startswith(slash + begins):
            return True
    return False


def shown(address: str) -> str:
    """The address as it is quoted: without its middle where it is long."""
    if len(address) <= _MOST_SHOWN:
        return address
    return f"{address[: _MOST_SHOWN - 20]}…{address[-15:]}"
