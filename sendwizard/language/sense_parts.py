"""Parts that do not make up their whole: shares of more than 100, or 30 and 12 of 50."""

import re
from collections.abc import Iterator, Sequence

from sendwizard.core.bank import Kind
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding
from sendwizard.language.said import Known, Said
from sendwizard.language.sense_sums import ALL, is_label, is_larger, sum_finding

_PEOPLE = r"(?:pupils|children|students|learners)"
_KINDS = (
    r"(?:(?P<none{0}>no[ ](?:SEND?|special[ ](?:educational[ ])?needs))"
    r"|(?P<support{0}>SEND?[ ]support)|(?P<plan{0}>EHC[ ]?plans?|EHCPs?))\b"
)
_SHARE = re.compile(
    r"(?<![\w.,])(?P<share>[0-9]{1,3}(?:\.[0-9])?)[ ]?(?:%|per[ ]?cent)[ ]"
    rf"(?:of[ ](?:our[ ]|the[ ]|all[ ])?{_PEOPLE}[ ](?=are|have|get|receive))?"
    r"(?P<verb>(?:are|have|get|receive)[ ])?(?:currently[ ]|now[ ])?(?:on[ ]|with[ ])?(?:an?[ ])?"
    rf"{_KINDS.format('')}",
    re.IGNORECASE,
)
_TWO_PARTS = re.compile(
    rf"(?<![\w.,£/:–-])(?P<whole>[0-9]{{1,3}})[ ]{_PEOPLE}[ ](?:[a-z]+[ ]){{0,3}}?"
    r"(?:SEND?|special[ ]educational[ ]needs)\b(?![ ]support)(?:[ ](?:register|record|list))?"
    r"(?P<gap>[^.;\n0-9]{1,25}?)(?P<one>[0-9]{1,3})[ ](?:[a-z]+[ ]){0,3}?"
    rf"{_KINDS.format(1)}[^.;\n0-9]{{1,20}}?(?P<two>[0-9]{{1,3}})[ ](?:[a-z]+[ ]){{0,3}}?"
    rf"{_KINDS.format(2)}",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"(?<![\w.,£/:–-])(?P<whole>[0-9]{{1,4}})[ ](?:{_PEOPLE}|staff|teachers|teaching[ ]assistants"
    r"|TAs|parents|families|adults|places)\b(?P<gap>[^\n.;:!?0-9]{0,40}[.;:,]?)[ ](?:and[ ])?"
    r"(?P<part>[0-9]{1,4})[ ]of[ ](?:them|these|those|whom)\b",
    re.IGNORECASE,
)
_OF_OUR = re.compile(
    r"(?<!\w)of[ ](?:our|the|these|all)[ ](?P<whole>[0-9]{1,4}|[a-z]{3,9})"
    r"[ ][a-z][a-z ]{2,40}?,?[ ](?P<part>[0-9]{1,4}|[a-z]{3,9})[ ]"
    r"(?:have|has|are|were|can|hold|took|attended|joined|met|made|came|said)\b",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[ ]?(?::|,|\(|[–-])[ ]?(?:with[ ]|namely[ ])?")
_END, _FULL_STOP = re.compile(r"[.;!?\n]"), re.compile(r"[.!?\n]")
_DIGIT, _BOTH = re.compile(r"[0-9]"), re.compile(r"\bboth\b", re.IGNORECASE)
_AROUND = 60
"""Signs before and after, within the sentence, in which a word may tell that parts overlap."""


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Parts in one sentence, or a whole in one and its part in the next."""
    if said.kind is not Kind.PASSAGE:
        return
    data, text = known.data("sense"), said.read
    for shares in _sets_of_shares(text):
        total = sum(float(each["share"]) for each in shares)
        if total > ALL + len(shares) - 1 and not _may_overlap(shares[0], shares[-1], data):
            message = f"“{{}}” cannot be right: the shares make {total:g} per cent together."
            yield sum_finding(said, shares[0].start(), shares[-1].end(), message)
    for found in _TWO_PARTS.finditer(text):
        total = int(found["one"]) + int(found["two"])
        if _is_other_sum(found, total) and not _may_overlap(found, found, data):
            message = f"“{{}}” does not add up: {found['one']} and {found['two']} make {total}."
            yield sum_finding(said, *found.span(), message)
    for pattern in (_OF_THEM, _OF_OUR):
        for found in pattern.finditer(text):
            if _is_too_much(found, data):
                message = "“{}” cannot be right: the part is larger than the whole."
                yield sum_finding(said, *found.span(), message)


def _sets_of_shares(text: str) -> Iterator[Sequence[re.Match[str]]]:
    """Shares of kinds that exclude each other, in one sentence: two or more, each kind once."""
    together: list[re.Match[str]] = []
    for found in (*_SHARE.finditer(text), None):
        if found and together and not _END.search(text, together[-1].end(), found.start()):
            together.append(found)
            continue
        kinds = [each.lastgroup for each in together]
        if len(kinds) > 1 and len(set(kinds)) == len(kinds) and together[0]["verb"]:
            yield together
        together = [found] if found else []


def _may_overlap(first: re.Match[str], last: re.Match[str], data: CheckData) -> bool:
    """Whether the sentence tells of both, of another whole, or of numbers that are not exact."""
    before, after = _around(first, last)
    said = f" {before}{first.string[first.start() : last.end()]}{after} ".casefold()
    return any(f" {word}" in said for word in data.lists.get("overlaps", ())) or (
        _BOTH.search(first.string, last.end(), last.end() + _AROUND) is not None
    )


def _around(first: re.Match[str], last: re.Match[str]) -> tuple[str, str]:
    """What stands before and after in the same sentence."""
    text = first.string
    before = _END.split(text[max(0, first.start() - _AROUND) : first.start()])[-1]
    return before, _FULL_STOP.split(text[last.end() : last.end() + _AROUND])[0]


def _is_other_sum(found: re.Match[str], total: int) -> bool:
    """Whether two parts of different kinds are more than the whole, or are all of it and less."""
    whole = int(found["whole"])
    one = {name[:-1] for name, word in found.groupdict().items() if word and name.endswith("1")}
    two = {name[:-1] for name, word in found.groupdict().items() if word and name.endswith("2")}
    if one == two:
        return False
    if any(_DIGIT.search(each) for each in _around(found, found)):
        return False  # there are more parts, or a date
    if total > whole:
        return True
    return total < whole and _PUNCTUATION.fullmatch(found["gap"]) is not None


def _is_too_much(found: re.Match[str], data: CheckData) -> bool:
    if not is_larger(found, data) or is_label(found.string, found.start("part"), data):
        return False
    between = found.string[found.end("whole") : found.start("part")].casefold().split()
    return not set(between) & set(data.lists.get("multiplies", ()))
