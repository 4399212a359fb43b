"""Which council the school's own is, by all that its answers show.

One sign alone may be the one that was copied from elsewhere, so all are counted: the local offer,
the advice service, the school's own address and the councils that its texts name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sendwizard.core.bank import LOCAL_AUTHORITY, Kind
from sendwizard.core.checks import CheckData
from sendwizard.language.council_names import Councils, Named, councils, place_of
from sendwizard.language.link_parts import parts_of
from sendwizard.language.link_places import places
from sendwizard.language.phrases import listed, source_of
from sendwizard.language.pupils_words import REACH, after, any_of, before
from sendwizard.language.said import Known, Said

LOCAL_OFFER, SENDIASS = "local-offer", "sendiass"
_NAME = "name"
_SCHOOL_HOST = re.compile(r"(?<![\w.-])(?:[\w-]+\.)+sch\.uk(?![\w-])", re.IGNORECASE)
_SERVICE_OF = re.compile(
    r"\b(?:The[ ])?([A-Z][\w’'-]{1,30}(?:[ ][A-Z][\w’'-]{1,30}){0,2})[ ](?:SENDIASS?|IASS)\b"
)
_A_COUNCIL = (
    r"\s+(?:(?:City|County|Borough|Metropolitan)\s+){0,2}(?:Council|LA|[Ll]ocal\s+[Aa]uthority)"
)
_SURELY, _PERHAPS = 2, 1
"""What a sign counts for a council that it shows, and for one that shares it."""


@dataclass(frozen=True)
class Whose:
    """A council that a text leads to, and the words that show it."""

    council: str
    said: Said
    start: int
    end: int


@dataclass(frozen=True)
class Sign:
    """One of the things that show whose school it is."""

    what: str
    """How it is called in a sentence: your local offer."""
    councils: frozenset[str]
    """Those that it shows; several where it does not agree with itself."""
    shared: frozenset[str] = frozenset()
    """Those for whom it would be right besides."""

    def fits(self, other: "Sign") -> bool:
        """Whether both can be of one school."""
        return bool((self.councils | self.shared) & (other.councils | other.shared))


@dataclass(frozen=True)
class Own:
    """The school's own council, as far as it can be told."""

    council: str
    """"" where no sign, or not one more than for another council, speaks for it."""
    offer: Sign
    advice: Sign
    address: Sign
    texts: Sign

    @property
    def likeliest(self) -> frozenset[str]:
        """The council itself, or those between which the signs are divided."""
        return frozenset((self.council,)) if self.council else _most(self._all())

    def _all(self) -> tuple[Sign, ...]:
        return self.offer, self.advice, self.address, self.texts


@lru_cache(maxsize=2)
def own_council(known: Known) -> Own:
    """The council that the school chose; else the one for which most of its answers speak."""
    all_councils = councils(known)
    overlay = known.bank.overlay(known.answers.value(LOCAL_AUTHORITY))
    others = not_others(known)
    offer = _by_site(known, LOCAL_OFFER)
    advice = _by_site(known, SENDIASS) + _by_name(known, all_councils)
    if not offer and not advice:
        offer = advice = _unknown(known, all_councils)
    shown = frozenset(each for each in advice if each not in others)
    shared = frozenset[str]().union(*map(all_councils.together, shown)) - shown
    area = _area(known, all_councils)
    left = (all_councils.left(area) if area else frozenset[str]()) - {area}
    texts = Counter(each.council for said in known.texts for each in named(said, known))
    signs = (
        Sign("your local offer", frozenset(each for each in offer[:1] if each not in others)),
        Sign("your advice service", shown, shared - others),
        Sign("the school’s own address", frozenset({area} - {"", *others}), left - others),
        Sign("your text", frozenset(_first(texts) - others)),
    )
    most = _most(signs)
    council = overlay.council if overlay else next(iter(most)) if len(most) == 1 else ""
    return Own(council, *signs)


def not_others(known: Known) -> frozenset[str]:
    """Councils that are not the school's, since it said that it is in another than those known."""
    chosen = known.answers.value(LOCAL_AUTHORITY)
    is_other = chosen and known.bank.overlay(chosen) is None
    return frozenset(each.council for each in known.bank.overlays) if is_other else frozenset()


def _most(signs: Iterable[Sign]) -> frozenset[str]:
    """The councils for which most signs speak; none where there is no sign."""
    votes: Counter[str] = Counter()
    for sign in signs:
        votes.update(dict.fromkeys(sign.councils, _SURELY))
        votes.update(dict.fromkeys(sign.shared, _PERHAPS))
    return frozenset(_first(votes))


def _first(votes: Counter[str]) -> set[str]:
    most = max(votes.values(), default=0)
    return {each for each, count in votes.items() if count == most}


def named(said: Said, known: Known) -> Iterator[Named]:
    """Each council that a text names, other than on purpose for families who live there."""
    for each in councils(known).named_in(said.read):
        on_purpose = is_on_purpose(said, known, each.start, each.end)
        if not on_purpose and not is_for_its_own(said, known, each):
            yield each


def is_on_purpose(said: Said, known: Known, start: int, end: int) -> bool:
    """Whether the sentence around a council's name says that another one's may be meant."""
    around = _around(said.read, start, end)
    return any(listed(known.data("names"), "other_councils").find(around))


def is_for_its_own(said: Said, known: Known, found: Named | Whose) -> bool:
    """Whether the text around says that some children are from the council's own area: Leeds
    children, from Leeds; or that it is the one that places them here.
    """
    text, data = said.read, known.data("names")
    if any_of(data, "after_councils").match(text[found.end : found.end + REACH].lstrip()):
        return True
    near = f"{text[max(0, found.start - REACH) : found.start]} | {text[found.end :][:REACH]}"
    return bool(_of_its_area(data, found.council).search(near))


@lru_cache(maxsize=256)
def _of_its_area(data: CheckData, council: str) -> re.Pattern[str]:
    """A council's place beside such words as children or from; Redcar stands for Redcar and
    Cleveland.
    """
    place = place_of(council)
    places = "|".join(map(re.escape, (place, *place.split(" and "))))
    ahead, behind = (
        "|".join(map(source_of, data.lists.get(each, ()))) or r"(?!)"
        for each in ("before_places", "after_places")
    )
    return re.compile(
        rf"(?<!\w)(?:(?:{ahead})\s+(?:the\s+)?(?:City\s+of\s+)?(?:{places})(?!\w)(?!{_A_COUNCIL})"
        rf"|(?:{places})\s+(?:{behind}))"
    )


def names_one(of: Iterable[str], said: Said, start: int, end: int) -> bool:
    """Whether the sentence around a place names the area of one of these councils too."""
    places_of = "|".join(re.escape(place_of(each)) for each in sorted(of))
    around = _around(said.read, start, end)
    return bool(places_of) and bool(re.search(rf"(?<!\w)(?:{places_of})(?!\w)", around))


def _around(text: str, start: int, end: int) -> str:
    return f"{before(text, start)} | {after(text, end)}"


def by_host(known: Known, said: Said) -> Iterator[Whose]:
    """Each council whose own website or mail is given in a text."""
    all_councils = councils(known)
    if said.kind is Kind.EMAIL:
        council = all_councils.at_host(said.text.strip().rpartition("@")[2].lower())
        if council:
            yield Whose(council, said, 0, len(said.text))
    for place in places(said, known.data("links")):
        council = all_councils.at_host(parts_of(place.address).host)
        if council:
            yield Whose(council, said, place.start, place.end)


def _by_site(known: Known, question: str) -> list[str]:
    return [each.council for said in known.texts_at(question) for each in by_host(known, said)]


def _by_name(known: Known, all_councils: Councils) -> list[str]:
    """The councils that the names of the advice services have."""
    names = (said.text for said in known.texts_at(SENDIASS) if said.column == _NAME)
    return [
        all_councils.of_place(found[0])
        for name in names
        for found in all_councils.places.finditer(name)
    ]


def _unknown(known: Known, all_councils: Councils) -> list[str]:
    """A council that the bank does not know, where local offer and advice service both have its
    name: Westmarch SENDIASS and westmarch.example.
    """
    links = known.data("links")
    offers = [place for said in known.texts_at(LOCAL_OFFER) for place in places(said, links)]
    hosts = [parts_of(place.address).host for place in offers]
    names = (said.text for said in known.texts_at(SENDIASS) if said.column == _NAME)
    found = (match[1] for name in names for match in _SERVICE_OF.finditer(name))
    return [
        place for place in found if any(all_councils.is_own_name(place, host) for host in hosts)
    ][:1]


def _area(known: Known, all_councils: Councils) -> str:
    """The council whose name is in most of the school addresses that the answers give."""
    hosts = (
        host[0].casefold()
        for said in known.texts
        if ".sch.uk" in said.text.casefold()
        for host in _SCHOOL_HOST.finditer(said.text)
    )
    areas = Counter(filter(None, map(all_councils.of_school, hosts)))
    first = _first(areas)
    return next(iter(first)) if len(first) == 1 else ""
