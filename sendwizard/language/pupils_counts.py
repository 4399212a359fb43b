"""Numbers that point to a child: the only one, and counts from one to four.

Sizes of groups, ratios and numbers for the whole country are no counts of the school's pupils.
Tables that count pupils hide their own small numbers, and are no text.
"""

import re
from collections.abc import Iterator

from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.pupils_alone import alone
from sendwizard.language.pupils_few import few
from sendwizard.language.pupils_sizes import IS_RANGE, is_no_count, is_no_share
from sendwizard.language.pupils_words import (
    CHILD,
    after,
    any_of,
    before,
    folded,
    needs_in,
    pupils_data,
    quoted,
)
from sendwizard.language.said import Known, Said

ONLY = Rule(
    "PUPIL005",
    Severity.STOP,
    "One pupil is singled out",
    "Words such as “the only pupil who” point to one child, even without a name. The report is "
    "public, and families in a school know each other. Write about what you do for any child with "
    "that need. Where no pupil of yours is meant, set this aside and say so.",
)
COUNTED = Rule(
    "PUPIL006",
    Severity.STOP,
    "A small number of pupils is given",
    "A number of pupils from 1 to 4 can point to a child, most of all in a small school. No law "
    "asks for numbers here. Leave the number out, or write “fewer than 5”. Where it counts no "
    "pupils of yours, set this aside and say what it counts.",
)

_KIN = r"(?:twins|brothers|sisters|siblings)"
_CHILDREN = rf"(?:pupils|children|boys|girls|students|learners|young\s+people|{_KIN})"
_WHO = (
    r"\s+(?:at\s+(?:our|the|this)\s+school\s+|in\s+(?:our|the|this)\s+school\s+)?"
    r"(?:who|with|in|on|that|whose|using|has|is|uses|needs|receives)(?!\w)"
)
_THE_ONLY = re.compile(
    rf"(?<!\w)(?:(?:the|our)\s+(?:only|one|sole)|our\s+single)\s+(?:[\w-]+\s+){{0,2}}?{CHILD}"
    rf"(?:{_WHO}|(?=\s*[.,;!)\n]|\s*\Z))",
    re.IGNORECASE,
)
_JUST_ONE = re.compile(
    rf"(?<!\w)(?:a\s+(?:single|lone)|(?:only|just)\s+one)\s+(?:[\w-]+\s+)?{CHILD}(?!\w|[’'-])",
    re.IGNORECASE,
)
_IS_HERE = re.compile(r"\s+(?:has|is|was|uses|receives|had)(?!\w)", re.IGNORECASE)
_THAT_HAS = re.compile(r"\s+(?:has|is|was|had|uses|receives|needs|gets|wears|cannot)(?!\w)")
_NOT_OURS = re.compile(
    r"\s*(?:in\s+(?:the|their|your|a|his|her)\s+(?:family|home|house)|at\s+(?:a\s+time|once))(?!\w)",
    re.IGNORECASE,
)

_ONE = r"(?:one|1)"
_FEW = rf"(?:two|three|four|[2-4]|a\s+couple\s+of|a\s+(?:pair|set)\s+of(?=\s+{_KIN}))"
_EDGE = r"(?<![\w.,/&:£%+–‐‑-])"
_NUMBER = re.compile(rf"{_EDGE}(?:{_ONE}|{_FEW})(?!\w|[.,:/–‐‑-]\d|%)", re.IGNORECASE)
_NOUN = re.compile(rf"\s+({CHILD}|{_CHILDREN}|of\s+(?:whom|them))(?!\w|[’'-])", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()\n]{1,40}\)")
"""The long form of a short one, between a number and what it counts."""
_MANY = ("s", "children", "people", "whom", "them")
_OUT_OF_OURS = re.compile(
    rf"\s+(?:out\s+)?of\s+our\s+\d{{1,4}}\s+({_CHILDREN})(?!\w|[’'-])", re.IGNORECASE
)
_SAYS = re.compile(
    r"(?:\s+(?:in|at|from)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?,?(?:\s+(?:who|that|which))?"
    r"(?:\s+(?:currently|now|also|each|both|all|already|still))?"
    r"\s+(?:have|has|had|hold|holds|receives?|gets?|are|is|were|was|with|on|uses?|needs?)"
    r"(?:\s+[\w’'/-]+,?){0,6}?\s+"
)
_DID = re.compile(
    r"(?:\s+(?:in|at|from)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?(?:\s+(?:also|have|has))?\s+(?:"
    r"left|joined\s+(?:us|the|our)|(?:has\s+|have\s+)?moved\s+(?:on|to)|transferred|caught\s+up|"
    r"(?:was|were|been)\s+(?:permanently\s+)?(?:excluded|suspended)|"
    r"(made|met|reached|achieved|passed))(?!\w)",
    re.IGNORECASE,
)
_WE_HAVE = re.compile(
    r"(?<!\w)(?:we|there|school|which|class|unit)\s+(?:currently\s+|now\s+|also\s+|only\s+|just\s+)*"
    r"(?:have|has|are|is|were|support|teach|educate)\s+(?:currently\s+|only\s+|just\s+)*\Z",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\s+(?:EHC\s+plans?|EHCPs?|statements?|EHC\s+assessments?)(?!\w)")
_SHARE = re.compile(
    rf"{_EDGE}[1-4]\s*\(\s*\d{{1,2}}(?:\.\d{{1,2}})?\s*(?:%|per\s?cent)\s*\)", re.IGNORECASE
)
_AT_LABEL = re.compile(
    rf"(?<=[\s:=–—-])[1-4](?=(?:[ \t]+(?:{CHILD}|{_CHILDREN}))?"
    r"[ \t]*(?:\n|\Z|\.[ \t]*(?:\n|\Z)|[;|]|,[ \t]*[^\W\d]|[ \t]{2,}\d))",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?:[ \t]*[:=–—-]|[ \t]{2,})[ \t]*\Z")
_LABEL_END = re.compile(
    r"(?:\s+(?:pupils|children|needs?|difficult\w+|students))?(?:[ \t]{2,}\d{1,4}){0,4}\Z",
    re.IGNORECASE,
)


def counted_pupils(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where one pupil is singled out, or a small number of pupils is given."""
    data, text = pupils_data(known), said.read
    only = tuple(_only(said, data))
    yield from only
    done = 0
    for start, end in sorted(
        (*_counts(data, text), *_shares(text), *_labels(data, text), *few(data, text))
    ):
        if start >= done and not any(_overlap(each, start, end) for each in only):
            done = end
            message = (
                f"“{quoted(text, start, end)}” gives a number of pupils from 1 to 4, which can "
                "point to a child."
            )
            suggestion = "Leave the number out, or write “fewer than 5” or “a few”."
            yield said.finding(COUNTED, start, end, message, suggestion)


def _overlap(finding: Finding, start: int, end: int) -> bool:
    return finding.span is not None and finding.span[0] < end and start < finding.span[1]


def _only(said: Said, data: CheckData) -> Iterator[Finding]:
    text, done = said.read, 0
    not_the_only = any_of(data, "not_the_only")
    spans = [each.span() for each in _THE_ONLY.finditer(text) if _says_more(data, text, each)]
    for found in _JUST_ONE.finditer(text):
        verb = _IS_HERE.match(text, found.end())
        if verb or _WE_HAVE.search(before(text, found.start())):
            spans.append((found.start(), verb.end() if verb else found.end()))
    for start, end in sorted((*spans, *alone(data, text))):
        if start < done or not_the_only.search(before(text, start)[-70:]):
            continue
        if _NOT_OURS.match(text, end) or _NOT_OURS.match(text, max(0, end - len(" in"))):
            continue
        done = end
        message = f"“{quoted(text, start, end)}” points to one child, even without a name."
        suggestion = "Write about what you do for any child with that need."
        yield said.finding(ONLY, start, end, message, suggestion)


def _says_more(data: CheckData, text: str, found: re.Match[str]) -> bool:
    """Whether “that” behind the only child leads to what it has, is or needs."""
    if not found[0].casefold().endswith("that"):
        return True
    return bool(_THAT_HAS.match(text, found.end()) or needs_in(data, after(text, found.end())))


def _counts(data: CheckData, text: str) -> Iterator[tuple[int, int]]:
    """Two pupils have EHC plans; 3 children with autism; three of our pupils left."""
    for number in _NUMBER.finditer(text):
        end, need = _counted(data, text, number.end())
        is_one = number[0].casefold() in ("one", "1")
        plans = _PLAN.match(text, number.end())
        agrees = end and _agrees(text, end, is_one=is_one)
        if not plans and not agrees:
            continue
        front = before(text, number.start())
        if plans and _WE_HAVE.search(front) and not IS_RANGE.search(front):
            yield number.start(), plans.end()
        if not agrees:
            continue
        rest = after(text, end)
        said_end = _predicate(data, rest)
        if not said_end and not (need and _WE_HAVE.search(front)):
            continue
        if is_one and any_of(data, "not_one").search(front + rest):
            continue
        if not is_no_count(data, front, text[number.start() : end], rest):
            yield number.start(), end + said_end


def _counted(data: CheckData, text: str, place: int) -> tuple[int, bool]:
    """Where the word for pupils ends that the number counts, and whether a need is before it.

    0 where it counts something else.
    """
    ours = _OUT_OF_OURS.match(text, place)
    if ours:
        return ours.end(), False
    start, need = place, False
    for _ in range(2):
        word = any_of(data, "describing").match(text, start + 1)
        if word is None or not text[start].isspace():
            break
        need = need or bool(needs_in(data, word[0]))
        aside = _ASIDE.match(text, word.end())
        start = aside.end() if aside else word.end()
    noun = _NOUN.match(text, start)
    return (noun.end(), need) if noun else (0, False)


def _agrees(text: str, end: int, *, is_one: bool) -> bool:
    """Whether “one” stands with “pupil”, or with “of our pupils”, and “two” with “pupils”."""
    many = text[max(0, end - 10) : end].casefold().endswith(_MANY)
    return many is not is_one or (is_one and " of " in text[max(0, end - 40) : end])


def _predicate(data: CheckData, rest: str) -> int:
    """Where the words end that say what these pupils have or did; 0 where they say neither."""
    did = _DID.match(rest)
    if did and did[1] is None:
        return did.end()
    result = any_of(data, "results").search(rest, did.end(), did.end() + 50) if did else None
    if result:
        return result.end()
    staff = any_of(data, "of_staff")
    for start, end in needs_in(data, rest):
        link = rest[:start]
        left = rest[end:].lstrip(" -")
        if _SAYS.fullmatch(link) and not staff.match(left):
            return 0 if _is_speech_alone(data, rest[start:end], link, left) else end
    return 0


def _is_speech_alone(data: CheckData, need: str, link: str, left: str) -> bool:
    """Whether speech is no need: good speech, and speech targets, which many children have."""
    is_good = link.rsplit(maxsplit=1)[-1].casefold() in folded(data, "good")
    is_speech = need.casefold().startswith("speech")
    return is_speech and (is_good or bool(any_of(data, "checks").match(left)))


def _shares(text: str) -> Iterator[tuple[int, int]]:
    """1 (0.5 %)."""
    for share in _SHARE.finditer(text):
        front = before(text, share.start())
        if not is_no_share(front):
            yield share.span()


def _labels(data: CheckData, text: str) -> Iterator[tuple[int, int]]:
    """EHC plans: 2; a row of a pasted table."""
    for found in _AT_LABEL.finditer(text):
        near = text[max(0, found.start() - 70) : found.start()].rpartition("\n")[2]
        colon = _COLON.search(near)
        front = near[: colon.start()] if colon else ""
        for start, end in needs_in(data, front):
            if _LABEL_END.fullmatch(front[end:]):
                yield found.start() - len(near) + start, found.end()
                break
