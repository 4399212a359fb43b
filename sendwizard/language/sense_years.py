"""Years that the school does not have: “our Year 6 children” in an infant school."""

import re
from collections.abc import Iterator

from sendwizard.core.checks import CheckData
from sendwizard.language.phrases import listed
from sendwizard.language.said import Said

_OF_AGES = {
    "nursery": range(-1, 0),
    "infant": range(3),
    "junior": range(3, 9),
    "primary": range(7),
    "secondary": range(7, 12),
    "sixth-form": range(12, 14),
}
"""The years of each tick: Reception is 0, nursery comes before it. A middle school ticks Junior."""
_LAST = 11
"""Of Years 12 and 13 the rule on the sixth form tells."""
_AWAY = 3
"""Years from the school's own: nearer ones are spoken of in passing, before or after a move."""
_YEARS = (
    r"years?[ ]1?[0-9](?:(?:[ ]?(?:,|–|-|/|&)[ ]?|[ ](?:to|and|or)[ ])(?:years?[ ])?1?[0-9])*"
    r"(?![0-9])"
)
_WHO = (
    r"(?:child\w*|pupils?|students?|learners?|boys|girls|class\w*|(?:tutor[ ])?groups?|teachers?)"
)
_OWN = re.compile(
    rf"(?<!\w)our[ ](?P<years>{_YEARS})(?:s(?!\w)|[ ]{_WHO}(?!\w))(?![’'])", re.IGNORECASE
)
_IN_YEARS = re.compile(
    rf"(?<!\w)(?:pupils|children|students|learners)[ ]in[ ](?P<years>{_YEARS})(?![\w’'])"
    r"(?![ ](?:at|of|from)[ ])",
    re.IGNORECASE,
)
_END, _AROUND = re.compile(r"[.!?\n]"), 150
"""Where a sentence ends, and signs of it that are looked at before and after."""
_NUMBER, _SPAN = re.compile(r"[0-9]+"), re.compile(r"[0-9][ ]?(?:–|-|to)[ ]?", re.IGNORECASE)


def not_its_own(said: Said, ages: frozenset[str], data: CheckData) -> Iterator[re.Match[str]]:
    """Where years stand of which the school has none, and no move nor another school is told of."""
    own = {year for age in ages for year in _OF_AGES.get(age, ())}
    if not own or said.question.id in data.lists.get("questions_of_moves", ()):
        return
    for pattern, away in ((_OWN, 1), (_IN_YEARS, _AWAY)):
        for found in pattern.finditer(said.read):
            years = _years(found["years"])
            farthest = max(min(abs(year - each) for each in own) for year in years)
            is_known = all(0 < year <= _LAST for year in years) and not own & set(years)
            if is_known and farthest >= away and not _tells_of_others(said, found, data):
                yield found


def _years(text: str) -> list[int]:
    """The years that are named; all of them from one to the other where “to” stands between."""
    numbers = [int(each[0]) for each in _NUMBER.finditer(text)]
    if _SPAN.search(text) and min(numbers) < max(numbers):
        return list(range(min(numbers), max(numbers) + 1))
    return numbers


def _tells_of_others(said: Said, found: re.Match[str], data: CheckData) -> bool:
    """Whether its sentence speaks of a move or of another school."""
    start, end, words = found.start(), found.end(), listed(data, "of_others")
    before = _END.split(said.read[max(0, start - _AROUND) : start])[-1]
    return any(words.find(before + _END.split(said.read[start : end + _AROUND])[0]))
