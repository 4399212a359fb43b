"""Names of other schools: a sister school's left in, and any other that is told of as our own.

A school that children move on to, or that helps ours, is named properly: where the words around
it say so, and in answers on such schools, nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from sendwizard.core.bank import SCHOOL_NAME
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.core.kinds import say_any
from sendwizard.core.names import SisterName, heart, sister_name
from sendwizard.language.pupils_words import after, any_of, before, folded
from sendwizard.language.said import Known, Said

SISTER = Rule(
    "NAME001",
    Severity.STOP,
    "The name of the school that the answers came from is left in",
    "This year began with another school’s answers, and its name, or a part of its e-mail or web "
    "address, still stands here. A family would read about a school that is not theirs. Write your "
    "own school’s name or address, or take the words out. Where that school is named on purpose, "
    "set this aside and say why.",
)
OTHER = Rule(
    "NAME002",
    Severity.WARN,
    "Another school’s name stands here as if it were yours",
    "Words are often borrowed from another school’s report, and its name comes along. This is a "
    "name that is not your school’s, and nothing around it says why it is there. Write your own "
    "name. Where the other school is meant, say what it has to do with yours.",
)
RULES: tuple[Rule, ...] = (SISTER, OTHER)

_HEAD = re.compile(r"(?<!\w)(?:School|Academy|Infants|Infant|Juniors|Primary)(?![\w-])")
_KIND = re.compile(
    r"(?<!\w)(?:Primary|Infants?|Juniors?|Nursery|High|Secondary|Grammar|Special|Middle|First|CE|"
    r"C\.?\s?of\s?E\.?|CofE|RC|Catholic|Community|England)(?!\w)"
)
_SAINT = re.compile(r"(?:St\.?|Saint)\s")
_JOINING = frozenset({"of", "the", "and", "&", "upon", "on", "le", "with", "cum"})
_LONGEST = 9
"""Words of the longest name that is looked for."""
_ITEM = re.compile(r"\s*(?:[-*+•●▪◦‣·–—]|\d{1,3}[.)])\s")
_REACH = 100
"""Characters before its last word in which a name may begin."""
_LIST = 600
"""Characters before a name in which the line that leads its list is looked for."""
_FOLLOWING = re.compile(r"(?:[’']s)?\s+(\w+)")
_GOES_ON = re.compile(
    r"\s+(?:(?:and|&)\s+\w+\s+)?(?:School|Academy|Church|C\.?\s?of|CE|RC|Catholic)"
)
_OF_US = re.compile(r"[’']?s?,?\s+(?:we|our|all|every|children|pupils|staff|the)(?!\w)")
_RUN_BY = re.compile(
    r"(?:[Gg]overn(?:ors?|ing\s+(?:body|board))|[Hh]ead(?:\s?teacher)?)\s+(?:of|at)\s+\Z"
)
_RUN_REACH = 40
_HERE_TOO = re.compile(r"(?<!\w)(?i:here|with us|at our school)(?!\w)[^.!?]*\sand\s+at\s+\Z")
"""Here on Mondays, and at another school for the rest of the week."""
_HERE_AT = re.compile(
    r"(?<!\w)(?:[Hh]ere\s+at\s+|At\s+(?=St\.?\s|Saint\s))"
    r"((?!The\s)[A-Z][\w’'.-]{1,30}(?:\s+(?:[A-Z][\w’'.-]{1,30}|and|of|the)){0,4}?),?\s+(?:we|our)(?!\w)"
)
"""A name without School behind it, which a school says of itself."""
_DOES = re.compile(
    r"\s+(?:is|has|believes?|aims?|welcomes?|provides?|offers?|recogni[sz]es|ensures?|will|are|have|"
    r"strives?|values?|seeks?)(?!\w)"
)


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where the sister school, or another school told of as our own, is named."""
    yield from _sisters(said, known)
    if said.question.id not in _data(known).lists.get("questions_on_other_schools", ()):
        yield from _others(said, known)
        yield from _here_at(said, known)


def _data(known: Known) -> CheckData:
    return known.data("names")


@lru_cache(maxsize=2)
def _sister(known: Known) -> SisterName | None:
    return sister_name(known.answers, _data(known).lists.get("shared_hosts", ()))


def _sisters(said: Said, known: Known) -> Iterator[Finding]:
    sister = _sister(known)
    for left in sister.find(said.text) if sister else ():
        message = (
            f"“{left.found}” belongs to the school that these answers came from, so families would "
            "read about a school that is not theirs."
        )
        suggestion = "Write your own school’s name or address, or take the words out."
        finding = said.finding(SISTER, left.start, left.end, message, suggestion)
        yield replace(finding, short=f"names another school: {left.found}")


def _others(said: Said, known: Known) -> Iterator[Finding]:
    data, text = _data(known), said.read
    own = _own_words(known)
    done = 0
    for head in _HEAD.finditer(text) if own else ():
        start = _start(data, text, head.start())
        if start < done or start == head.start():
            continue
        name = " ".join(text[start : head.end()].split())
        if not _is_school(data, text, start, head.end(), name) or own & _words(name):
            continue
        done = head.end()
        around = f"{_lead(said.text, start)} | {_around(text, start, head.end())}"
        if any_of(data, "other_schools").search(around) or _HERE_TOO.search(before(text, start)):
            continue
        yield _other(said, start, head.end())


def _here_at(said: Said, known: Known) -> Iterator[Finding]:
    """At St Mary’s we; here at Ferndale, we: no church, no hub, and no short form of our own."""
    data, own = _data(known), _own_words(known)
    for here in _HERE_AT.finditer(said.read) if own else ():
        name = here[1]
        words = frozenset(word.casefold().strip("’'.") for word in name.split())
        no_school = folded(data, "not_schools") | folded(data, "not_after_school")
        if name.isupper() or _HEAD.search(name) or words & no_school:
            continue
        is_ours = any(
            each.startswith(word) or word.startswith(each) for each in own for word in _words(name)
        )
        around = _around(said.read, here.start(), here.end(1))
        if not is_ours and _words(name) and not any_of(data, "churches").search(around):
            yield _other(said, here.start(1), here.end(1))


def _other(said: Said, start: int, end: int) -> Finding:
    name = " ".join(said.read[start:end].split())
    message = f"“{name}” is not the name of your school, and nothing here says why it is named."
    suggestion = "Write your own school’s name, or say what that school has to do with yours."
    return said.finding(OTHER, start, end, message, suggestion)


def _around(text: str, start: int, end: int) -> str:
    """The rest of the sentence, without the name."""
    return f"{before(text, start)} | {after(text, end)}"


def _lead(text: str, place: int) -> str:
    """The line that leads the list in which a place stands, such as “Schools in our trust:”."""
    near = text[max(0, place - _LIST) : place].split("\n")
    if not _ITEM.match(near[-1]):
        return ""
    return next((line for line in reversed(near) if line.strip() and not _ITEM.match(line)), "")


def _start(data: CheckData, text: str, head: int) -> int:
    """Where the name begins that ends in School or Academy; the head itself where there is none."""
    shift = max(0, head - _REACH)
    paragraph = text.rfind("\n\n", shift, head)
    shift = paragraph if paragraph >= 0 else shift
    words = list(re.finditer(r"\S+", text[shift:head]))[-_LONGEST:]
    front = folded(data, "before_schools")
    start = head
    for word in reversed(words):
        saint = word[0].rstrip(".") in ("St", "C", "E", "C.of.E")
        if not (word[0][0].isupper() or word[0] in _JOINING) or (
            word[0][-1] in ".,;:!?)”" and not saint
        ):
            break
        start = shift + word.start()
    for word in re.finditer(r"\S+", text[start:head]):
        if word[0] not in _JOINING and word[0].casefold() not in front:
            return start + word.start()
    return head


def _is_school(data: CheckData, text: str, start: int, end: int, name: str) -> bool:
    """Whether the words name one school, and no kind of school, no scheme and no trust."""
    inner = heart(name).split()
    not_schools = folded(data, "not_schools")
    if not inner or any(word.casefold().strip("’'.") in not_schools for word in inner):
        return False
    following = _FOLLOWING.match(text, end)
    if following and following[1].casefold() in folded(data, "not_after_school"):
        return False
    at = re.search(r"(?<!\w)[Aa]t\s+\Z", text[max(0, start - 4) : start])
    if (at and _OF_US.match(text, end)) or _DOES.match(text, end):
        return True
    if _RUN_BY.search(text, max(0, start - _RUN_REACH), start):
        return True
    if not name.endswith(("School", "Academy")):
        return bool(_SAINT.match(name)) and not _GOES_ON.match(text, end)
    return bool(_SAINT.match(name) or _KIND.search(name) or name.endswith("Academy"))


def _words(name: str) -> frozenset[str]:
    """The words that tell a school's name from others', without a saint's title."""
    plain = heart(name).casefold().replace("’", "").replace("'", "")
    words = (word.strip(".,()") for word in plain.split())
    return frozenset(word for word in words if len(word) > len("st.") or word.isdigit())


@lru_cache(maxsize=2)
def _own_words(known: Known) -> frozenset[str]:
    """What the school's own name and its sister's hold; empty where it has no name yet."""
    own = _words(say_any(known.answers.value(SCHOOL_NAME) or ""))
    began = known.answers.began
    return own | _words(began.school) if own and began else own
