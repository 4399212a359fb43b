"""Rules on e-mail addresses and phone numbers: those that cannot be one, and personal mailboxes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sendwizard.core.bank import Kind
from sendwizard.core.checks import CheckData
from sendwizard.core.contacts import parse_email, parse_phone
from sendwizard.core.findings import Finding
from sendwizard.core.kind_error import KindError
from sendwizard.language.link_parts import is_at, shown
from sendwizard.language.link_rules import NO_EMAIL, NO_PHONE, PERSONAL_MAIL
from sendwizard.language.said import Known, Said


def contact_slips(said: Said, known: Known) -> Iterator[Finding]:
    """What is wrong with the e-mail addresses and phone numbers of one text."""
    data = known.data("links")
    if said.kind is Kind.EMAIL:
        yield from _of_email(said, data, 0, said.text, is_cell=True)
    elif said.kind is Kind.PHONE:
        yield from _of_phone_cell(said)
    elif said.kind is not Kind.URL:
        if "@" in said.text:
            yield from _emails(said, data)
        yield from _phones(said, data)


# -- e-mail -----------------------------------------------------------------------------

_LONGEST = 254
"""Characters of the longest e-mail address there can be."""
_TOKEN = re.compile(r"[^\s<>\"“”()\[\]{},;|/]+")
_ADDRESS = re.compile(r"([\w.+'’&-]+)(@+)([\w.-]*)")
_EDGES = ".,;:!?'’*_~–—"
_WRITE_IT = "Write it as in office@school.example, and send one message to try it."


def _emails(said: Said, data: CheckData) -> Iterator[Finding]:
    text = said.text
    for token in _TOKEN.finditer(text):
        word = token[0]
        if "@" not in word or len(word) > _LONGEST:
            continue
        bare = word.lstrip("'‘*_~:").removeprefix("mailto:")
        start = token.start() + len(word) - len(bare)
        bare = bare.partition("?")[0].rstrip(_EDGES)
        label = re.match(r"e-?mail:", bare, re.IGNORECASE)
        if label:
            start, bare = start + label.end(), bare[label.end() :]
        if bare:
            yield from _of_email(said, data, start, bare, is_cell=False)


def _of_email(
    said: Said, data: CheckData, start: int, address: str, *, is_cell: bool
) -> Iterator[Finding]:
    if not address.strip():
        return
    what = _fault_of_email(address.strip(), data, is_cell=is_cell)
    end = start + len(address)
    if what:
        yield said.finding(NO_EMAIL, start, end, f"“{shown(address.strip())}” {what}", _WRITE_IT)
        return
    host = address.strip().rpartition("@")[2].lower()
    people = data.lists.get("school_people", ())
    if is_cell and said.question.id in people and host in data.lists.get("personal_mail", ()):
        message = f"“{address.strip()}” is a personal mailbox, and parents will write there."
        instead = "Give an address of the school’s own."
        yield said.finding(PERSONAL_MAIL, start, end, message, instead)


def _fault_of_email(address: str, data: CheckData, *, is_cell: bool) -> str:
    """What is wrong with it, as the rest of a sentence; "" where it may well be one."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return _fault_of_whole(address) if is_cell else ""
    name, host = found[1], found[3].lower().rstrip(".")
    if not is_cell and not _is_meant(name, found[2], host, data):
        return ""
    if found[2] != "@":
        return "has more than one @, so no message arrives."
    if name.lower().startswith("www.") or host.startswith("www."):
        return "is half a web address: there is no “www.” in an e-mail address."
    wrong = next((each for each in data.lists.get("wrong_endings", ()) if host.endswith(each)), "")
    if wrong:
        return f"ends in “{wrong}”, which is a slip."
    if "." not in host:
        return "has no dot after the @, so no message arrives."
    if is_at(host, "", data.lists.get("stand_ins", ())):
        return "is not a real address: it only shows where one goes."
    return _fault_of_whole(address)


def _is_meant(name: str, at: str, host: str, data: CheckData) -> bool:
    """Whether a word with an @ in it is an e-mail address, and not the name of a club."""
    if "." in host:
        return True
    if not host:
        return False
    endings = tuple(each.lstrip(".") for each in data.lists.get("wrong_endings", ()))
    known = name.casefold() in data.lists.get("mailboxes", ()) or "." in name
    return (known and name.islower()) or host.endswith(endings) or len(at) > 1


def _fault_of_whole(address: str) -> str:
    try:
        parse_email(address)
    except KindError:
        return "is not written as an e-mail address is, so no message arrives."
    return ""


# -- phone numbers ----------------------------------------------------------------------

_NUMBER = re.compile(
    r"(?<![\w.,/:£€$#+–-])(?:\+44[ \xa0]?\(0\)|\+44|\(0|0)"
    r"(?:(?:[ \xa0]|[ \xa0]?[()][ \xa0]?)?[0-9]){3,18}+(?![0-9]|[.,:/%][0-9]|\w)"
)
_GROUPS = re.compile(r"[0-9]+")
_BEFORE = 32
"""Characters before a number in which words say what it is."""
_LEAST, _LEAST_BY_ITSELF, _WHOLE = 7, 9, 10
"""Figures of what is looked at after a word such as “ring”, without one, and of a whole number."""
_LONGEST_CELL = 200
"""Characters of a number with words around it, such as when to ring."""
_CODE_BEGINS = re.compile(r"0[12378]\d")
"""How an area code begins; the 01 of a day stands by itself."""
_RING = "Ring it once to be sure, and write it with its area code."


def _of_phone_cell(said: Said) -> Iterator[Finding]:
    text = said.text.strip()
    if len(text) > _LONGEST_CELL:
        yield said.whole(NO_PHONE, "This is too long to be a phone number.", _RING)
        return
    if not text or _is_phone(text):
        return
    numbers = list(_NUMBER.finditer(said.text))
    if any(_whole_in(each[0]) for each in numbers):
        return  # with words around it, such as which option to choose
    figures = sum(map(str.isdigit, text))
    if figures:
        message = f"“{text}” cannot be a phone number in the UK: it has {figures} figures."
    else:
        message = f"“{text}” is not a phone number."
    start = said.text.index(text)
    yield said.finding(NO_PHONE, start, start + len(text), message, _RING)


def _phones(said: Said, data: CheckData) -> Iterator[Finding]:
    for number in _NUMBER.finditer(said.text):
        written = number[0].strip()
        figures = sum(map(str.isdigit, written))
        before = said.text[max(0, number.start() - _BEFORE) : number.start()].casefold()
        if figures < _LEAST or not _is_meant_as_phone(written, figures, before, data):
            continue
        if not _whole_in(written):
            message = f"“{written}” cannot be a phone number in the UK: it has {figures} figures."
            end = number.start() + len(written)
            yield said.finding(NO_PHONE, number.start(), end, message, _RING)


def _is_meant_as_phone(written: str, figures: int, before: str, data: CheckData) -> bool:
    """Whether it is a phone number, and not the number of a company, an account or a day."""
    groups = _GROUPS.findall(written)
    words = frozenset(re.findall(r"[a-z]+", before))
    yes, no = _words(data)
    if words & no or not (written.startswith("+") or _CODE_BEGINS.match(groups[0])):
        return False
    return bool(words & yes) or (figures >= _LEAST_BY_ITSELF and len(groups) > 1)


@lru_cache(maxsize=16)
def _words(data: CheckData) -> tuple[frozenset[str], frozenset[str]]:
    lists = data.lists
    return (
        frozenset(lists.get("phone_words", ())),
        frozenset(lists.get("not_phone_words", ())),
    )


def _whole_in(written: str) -> bool:
    """Whether the figures begin with a whole number; what follows may be another, or a time."""
    ends = [found.end() for found in _GROUPS.finditer(written)]
    for end in ends:
        part = written[:end]
        if sum(map(str.isdigit, part)) >= _WHOLE and _is_phone(part):
            return True
    return _is_phone(written)


def _is_phone(text: str) -> bool:
    try:
        parse_phone(text)
    except KindError:
        return False
    return True
