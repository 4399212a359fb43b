"""Small numbers that count no pupils of the school's: ranges, shares, labels, sizes of groups."""

import re

from sendwizard.core.checks import CheckData
from sendwizard.language.pupils_words import has_any

IS_RANGE = re.compile(
    r"(?:\d|(?<!\w)(?:one|two|three|four|five|six|hundred|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety))\s*(?:and|or|to|in|out\s+of|[–/&-])?\s*\Z",
    re.IGNORECASE,
)
_IS_LABEL = re.compile(
    r"(?<!last )(?<!this )(?<!past )"
    r"(?<!\w)(?:years?|yr|y|ks|stages?|classes|class|wave|tier|phase|level|band|term|group|sets?|step|"
    r"page|section|part|point|question|unit|room|aged?|and|or|to|up\s+to|per|every|each|no|than|"
    r"least|between|with|another|any|most|groups?\s+of|class(?:es)?\s+of|pairs?\s+of|number\s+of)"
    r"\s*\Z",
    re.IGNORECASE,
)
_IS_PLACES = re.compile(
    r"(?<!\w)(?:places?|room|space|designed|suitable|groups?|sessions?|lessons?|enough|capacity|unit|"
    r"base|nurture|commissioned|funded|registered|clubs?|table|made|meant)\s+for\s+\Z",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:[2-9]|1[025]|[2-9]0|100|two|three|four|five|six|seven|"
    r"eight|nine|ten|twelve|fifteen|twenty|thirty|a\s+hundred)(?:\s+(?:also|now|already))?"
    r"(?=\s*[.,;:)]|\s*\Z|\s+(?:has|have|had|is|are|was|were|needs?|uses?|gets?|receives?|made|met|"
    r"left|caught|reached|achieved|passed|with|on|who)(?!\w))",
    re.IGNORECASE,
)
"""One pupil in ten has …: a share."""
_ONE_IN = re.compile(r"(?<!\w)(?:\d|one|two|three)\s+(?:in|out\s+of)\s+\Z", re.IGNORECASE)
_OF_PARENTS = re.compile(
    r"(?<!\w)(?:(?:grand)?parents?|mothers?|fathers?|mums?|dads?|carers?|family|families)\s+of\s+\Z",
    re.IGNORECASE,
)
_ANY_OF_OURS = re.compile(
    r"(?<!\w)(?:(?:sometimes|often)(?!\w),?|each\s+of\s+our\s+\w)[^,;:]*\Z", re.IGNORECASE
)
"""Before a number: whoever happens to be together, or has the same key worker."""
_HAS = re.compile(r"(?<!\w)has\s+\Z")
_HERSELF = re.compile(r"(?<!\w)(?:herself|himself|of\s+(?:her|his)\s+own)(?!\w)")
_PARENT_HAS = re.compile(
    r"(?<!\w)(?:who|she|he|(?:parent|governor|rep|chair)(?:\s+[A-Z]\w+)?)\s+(?:also\s+)?has\s+"
    r"(?:(?:two|three|four)\s+children,\s+)?\Z",
    re.IGNORECASE,
)
_AT_SCHOOL = re.compile(
    r"(?<!\w)(?:our|pupils?|students?|learners?|class|group|unit|base|school|Year\s\d)(?!\w)",
    re.IGNORECASE,
)


def is_no_count(data: CheckData, front: str, counted: str, rest: str) -> bool:
    """Whether it is a range, a share, a year group, the size of a group, or about any school."""
    return bool(
        IS_RANGE.search(front)
        or _IS_LABEL.search(front)
        or _IS_PLACES.search(front)
        or _OF_MANY.match(rest)
        or _OF_PARENTS.search(front)
        or _ANY_OF_OURS.search(front)
        or _are_an_adults(front, counted + rest)
        or has_any(data, "not_counts", f"{front} | {rest.partition('(')[0]}")
    )


def is_no_share(front: str) -> bool:
    """Whether 4 (25%) stands behind “1 in”, or behind a label such as Year."""
    return bool(_IS_LABEL.search(front) or _ONE_IN.search(front))


def _are_an_adults(front: str, words: str) -> bool:
    """Whether they are an adult's own children: a governor who has two children with SEND."""
    if _HAS.search(front) and _HERSELF.search(words):
        return True
    return bool(_PARENT_HAS.search(front) and not _AT_SCHOOL.search(words))
