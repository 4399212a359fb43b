"""The councils that the bank knows: which one a host, or a name in a text, is of.

Judges nothing: whose council the school's own is stands in another module.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sendwizard.core.checks import CheckData
from sendwizard.language.link_parts import parts_of
from sendwizard.language.said import Known

TOGETHER, LEFT, ALSO = "LINK005", "LINK004", "NAME003"
"""Codes of the bank's lists: which share an advice service, which left a county, other names."""
_AROUND_PLACE = re.compile(r"^City of (?=.* Council$)|(?: City| County| Borough)? Council$")
_OFFICE = re.compile(r"(?<!\w)(?:Council|Local\s+Authority|local\s+authority|LA)(?![\w-])")
_KIND = re.compile(r"(?:[’']s?)?(?:\s+(?:County|City|Metropolitan|Borough|District)){0,3}\s+\Z")
_OF = re.compile(
    r"(?:(?:London|Royal|Metropolitan)\s+){0,3}(?:Borough|City|County)(?:\s+Council)?\s+of\s+"
)
_ENDS_IN_OF = re.compile(rf"(?<!\w){_OF.pattern}\Z")
_WORD = re.compile(r"[^\s,.;:()’']+")
_LONGEST = 6
"""Words of the longest name of a council."""
_REACH = 80
"""Signs of the longest name, with what kind of council it is."""
_LONGEST_HOST, _LONGEST_LABEL = 253, 63
"""Signs of a host, and of what stands between two of its dots; there can be no more."""
_SCHOOLS = ".sch.uk"


class Named(NamedTuple):
    """A council, and where a text names it."""

    council: str
    start: int
    end: int


class Councils:
    """The councils of one bank, by their hosts and by their names."""

    def __init__(self, data: CheckData, names: CheckData, more: Iterable[tuple[str, str]]) -> None:
        """`more` are hosts with the council of each, besides those of the file."""
        more = tuple(more)
        hosts = [(host, council) for council, several in data.lists.items() for host in several]
        self._by_host = dict((*hosts, *more))
        known = (*data.lists, *(council for _, council in more))
        self._by_name = {_key(place_of(council)): council for council in known}
        for entry in data.entries_of(ALSO):
            self._by_name.update((_key(name), entry.instead) for name in entry.find)
        self._joined = {name.replace(" ", ""): each for name, each in self._by_name.items()}
        self._in_host = re.compile(_any_of(self._joined))
        self._around = re.compile(rf"(?:{_any_of(names.lists.get('service_words', ()))})*+")
        self._no_council = names.lists.get("no_council_hosts", ())
        self._words_too = frozenset(map(_key, names.lists.get("words_too", ())))
        places = {place_of(council) for council in known}
        places |= {name for entry in data.entries_of(ALSO) for name in entry.find}
        any_place = _any_of(places).replace(r"\ ", r"\s+")
        self.places = re.compile(rf"(?<!Greater )(?<!New )\b(?:{any_place})\b")
        """The place of any council, the longest first; not in Greater Manchester or New York."""
        self._together = [frozenset(entry.find) for entry in data.entries_of(TOGETHER)]
        self._left = [frozenset(entry.find) for entry in data.entries_of(LEFT)]

    def of_place(self, words: str) -> str:
        """The council of a place that `places` found."""
        return self._by_name[_key(words)]

    def at_host(self, host: str) -> str:
        """The council whose site it is, by the list or by the name in it; "" for none."""
        if host.endswith(_SCHOOLS) or len(host) > _LONGEST_HOST:
            return ""
        labels = host.split(".")
        for first in range(len(labels) - 1):
            council = self._by_host.get(".".join(labels[first:]))
            if council:
                return council
        if host.endswith(self._no_council):
            return ""
        return next((each for label in labels[:-1] if (each := self._in_label(label))), "")

    def of_school(self, host: str) -> str:
        """The council in whose name the address of a school stands: larkfield.kent.sch.uk."""
        area = host.removesuffix(_SCHOOLS).rpartition(".")[2]
        return self._by_host.get(area + _SCHOOLS) or self._joined.get(area.replace("-", ""), "")

    def _in_label(self, label: str) -> str:
        joined = label.replace("-", "")
        if len(joined) > _LONGEST_LABEL:
            return ""
        for found in self._in_host.finditer(joined):
            around = (joined[: found.start()], joined[found.end() :])
            if all(map(self._around.fullmatch, around)):
                return self._joined[found[0]]
        return ""

    def is_own_name(self, place: str, host: str) -> bool:
        """Whether nothing but a place and such words as offer stand in one part of a host."""
        labels = (label.replace("-", "") for label in host.split(".")[:-1])
        joined = _key(place).replace(" ", "")
        return bool(joined) and any(
            len(label) <= _LONGEST_LABEL
            and all(map(self._around.fullmatch, label.partition(joined)[::2]))
            for label in labels
            if joined in label
        )

    def together(self, council: str) -> frozenset[str]:
        """The councils that share one advice service with this one, and itself."""
        return frozenset((council,)).union(*(each for each in self._together if council in each))

    def left(self, council: str) -> frozenset[str]:
        """Those whose schools may still have this county’s name in their address, and itself."""
        return frozenset((council,)).union(*(each for each in self._left if council in each))

    def named_in(self, text: str) -> Iterator[Named]:
        """Each council that a text names as one: Kent County Council, the Borough of Camden."""
        for office in _OFFICE.finditer(text):
            front = max(0, office.start() - _REACH)
            kind = _KIND.search(text, front, office.start())
            if kind is None:
                continue
            words = [each.start() for each in _WORD.finditer(text, front, kind.start())]
            for start in words[-_LONGEST:]:
                name = text[start : kind.start()]
                is_meant = kind[0].strip(" \n\t’'s") or _key(name) not in self._words_too
                if is_meant and (council := self._of(name)):
                    of = _ENDS_IN_OF.search(text, max(0, start - _REACH), start)
                    yield Named(council, of.start() if of else start, office.end())
                    break
        for of in _OF.finditer(text):
            named = self._beginning_at(text, of.end())
            if named and not _OFFICE.match(text, named.end + 1):
                yield Named(named.council, of.start(), named.end)

    def _beginning_at(self, text: str, start: int) -> Named | None:
        """The council with the longest name that begins at a place."""
        words = list(_WORD.finditer(text, start, start + _REACH))[:_LONGEST]
        for end in (each.end() for each in reversed(words)):
            council = self._of(text[start:end])
            if council:
                return Named(council, start, end)
        return None

    def _of(self, words: str) -> str:
        return self._by_name.get(_key(words), "") if words[:1].isupper() else ""


def councils(known: Known) -> Councils:
    """The councils that the bank knows, with those of its overlays."""
    more = tuple(
        (parts_of(contact.url).host.removeprefix("www."), overlay.council)
        for overlay in known.bank.overlays
        for contact in overlay.contacts
        if contact.url
    )
    return _made(known.data("link-councils"), known.data("names"), more)


@lru_cache(maxsize=4)
def _made(data: CheckData, names: CheckData, more: tuple[tuple[str, str], ...]) -> Councils:
    return Councils(data, names, more)


def place_of(council: str) -> str:
    """The place that a council is of: York for City of York Council."""
    return _AROUND_PLACE.sub("", council)


def _key(name: str) -> str:
    plain = name.replace("&", "and").replace("-", " ").replace("‑", " ").replace(",", " ")
    return " ".join(plain.split()).casefold()


def _any_of(words: Iterable[str]) -> str:
    """A pattern of all words, the longest first; of nothing where there are none."""
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    return "|".join(map(re.escape, longest_first)) or r"(?!)"
