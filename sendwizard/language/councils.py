"""Rules on whose local offer and advice service it is: Schedule 1, paras 11 and 13.

They know a council by the hosts of its own website and by its name, and say nothing of any other.
Where the answers are divided between two councils, neither is said to be the wrong one.
"""

from collections.abc import Iterator

from sendwizard.core.bank import LOCAL_AUTHORITY
from sendwizard.core.findings import Finding, Rule
from sendwizard.language.council_names import councils, place_of
from sendwizard.language.council_own import (
    LOCAL_OFFER,
    SENDIASS,
    Own,
    Sign,
    Whose,
    by_host,
    is_for_its_own,
    is_on_purpose,
    names_one,
    not_others,
    own_council,
)
from sendwizard.language.council_services import named_services
from sendwizard.language.link_parts import shown
from sendwizard.language.link_rules import OTHER_ADVICE, OTHER_OFFER
from sendwizard.language.said import Known

_NAME = "name"
_OPEN_OFFER = "Open your own council’s local offer, and copy its address."
_TAKE_DETAILS = "Take the name and the details from the website of your own area’s service."
_FIND_OUT = "See which of the two councils is yours, and write its details in both places."


def whose(known: Known) -> Iterator[Finding]:
    """Another council’s local offer or advice service, wherever it is named."""
    own = own_council(known)
    offer = next(_at(known, LOCAL_OFFER), None)
    if own.council:
        if offer and offer.council != own.council:
            yield _other_offer(offer, own.council)
        yield from _other_advice(known, own.council)
        yield from _elsewhere(known, own.council)
    elif offer and offer.council in not_others(known):
        yield _not_chosen(known, offer)
    else:
        yield from _divided(known, own, offer)


def _at(known: Known, question: str) -> Iterator[Whose]:
    return (each for said in known.texts_at(question) for each in by_host(known, said))


def _quoted(found: Whose) -> str:
    return f"“{shown(' '.join(found.said.text[found.start : found.end].split()))}”"


def _other_offer(found: Whose, own: str) -> Finding:
    message = f"{_quoted(found)} is the local offer of {found.council}. The school’s own is {own}."
    return found.said.finding(OTHER_OFFER, found.start, found.end, message, _OPEN_OFFER)


def _not_chosen(known: Known, found: Whose) -> Finding:
    """The school said that it is in another council than those known."""
    options = known.bank.by_id[LOCAL_AUTHORITY].options
    chosen = known.answers.value(LOCAL_AUTHORITY)
    label = next((option.label for option in options if option.id == chosen), "")
    said = f"The school’s own, you said, is “{label}”."
    message = f"{_quoted(found)} is the local offer of {found.council}. {said}"
    return found.said.finding(OTHER_OFFER, found.start, found.end, message, _OPEN_OFFER)


def _advice_of_another(found: Whose, own: str) -> Finding:
    message = (
        f"{_quoted(found)} looks like the advice service of {found.council}, and the rest of the "
        f"report leads to {own}."
    )
    return found.said.finding(OTHER_ADVICE, found.start, found.end, message, _TAKE_DETAILS)


def _other_advice(known: Known, own: str) -> Iterator[Finding]:
    """The first thing in each row that shows another council’s service."""
    sharing = councils(known).together(own)
    texts = known.texts_at(SENDIASS)
    rows = {said.row for said in texts if is_on_purpose(said, known, 0, 0)}
    for found in (*_at(known, SENDIASS), *_by_name(known, own)):
        if found.said.row not in rows and found.council not in sharing:
            rows.add(found.said.row)
            yield _advice_of_another(found, own)


def _by_name(known: Known, own: str = "") -> Iterator[Whose]:
    """Each council that the name of a service has, unless it has the school’s own too."""
    all_councils = councils(known)
    for said in known.texts_at(SENDIASS):
        if said.column != _NAME or (own and place_of(own).casefold() in said.text.casefold()):
            continue
        found = all_councils.places.search(said.text)
        if found:
            yield Whose(all_councils.of_place(found[0]), said, found.start(), found.end())


def _divided(known: Known, own: Own, offer: Whose | None) -> Iterator[Finding]:
    """Two of the answers that cannot be of one school, where no third one decides."""
    advice = next(
        (
            each
            for each in (*_at(known, SENDIASS), *_by_name(known))
            if each.council in own.advice.councils
        ),
        None,
    )
    for found, sign, other in (
        (advice, own.advice, own.offer),
        (offer, own.offer, own.address),
        (advice, own.advice, own.address),
    ):
        if found and other.councils and not sign.fits(other):
            yield _one_of_two(found, other, OTHER_OFFER if found is offer else OTHER_ADVICE)
            return


def _one_of_two(found: Whose, other: Sign, rule: Rule) -> Finding:
    message = (
        f"{_quoted(found)} leads to {found.council}, and {other.what} to "
        f"{' and '.join(sorted(other.councils))}. One of the two belongs to another council."
    )
    return found.said.finding(rule, found.start, found.end, message, _FIND_OUT)


def _elsewhere(known: Known, own: str) -> Iterator[Finding]:
    """Another council’s services in any other text, once in each for each service."""
    sharing = councils(known).together(own)
    for said in known.texts:
        seen: set[tuple[str, str]] = set()
        if said.question.id in (LOCAL_OFFER, SENDIASS):
            continue
        for rule, found in named_services(said, known):
            is_right = found.council in (sharing if rule is OTHER_ADVICE else (own,))
            if is_right or (rule.code, found.council) in seen:
                continue
            start, end = found.start, found.end
            if names_one((own,), said, start, end) or is_on_purpose(said, known, start, end):
                continue
            if is_for_its_own(said, known, found):
                continue
            seen.add((rule.code, found.council))
            yield (_other_offer if rule is OTHER_OFFER else _advice_of_another)(found, own)
