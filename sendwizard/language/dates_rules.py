"""What each code of the rules on times in a text means, and how their findings are made."""

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.said import Said

OLD_YEAR = Rule(
    "DATE001",
    Severity.WARN,
    "A past year, spoken of as now or to come",
    "A family reads of a year that has ended as if it were still ahead, and thinks that the whole "
    "report is old. Say what was done in that year, or write the plan for the year that you are "
    "in. A year of something that happened, such as 2014 in “open since 2014”, is left alone.",
)
PAST_DATE = Rule(
    "DATE002",
    Severity.WARN,
    "A past date, spoken of as one to come",
    "The text or the answer gives a day, a month or a term as one to come, and it has passed. A "
    "day of review that has passed tells every reader that the report is old. Say what was done, "
    "or give the new date.",
)
OLD_NOW = Rule(
    "DATE003",
    Severity.WARN,
    "“This year” or “currently” beside an old year",
    "Words such as “this year” slip out of date without a sign, and an old year beside them shows "
    "it. Look at whether the sentence is still true, then write the year that you mean.",
)
LONG_AGO = Rule(
    "DATE005",
    Severity.WARN,
    "The text says that it is more than a year old",
    "The SEND Code of Practice, paragraph 6.79, says that the report should be brought up to date "
    "each year. A line that says when it was last looked at, and that was more than a year ago, "
    "tells families that this was not done. The date of approval is printed for you, so such a "
    "line can go.",
)
DEADLINE = Rule(
    "DATE011",
    Severity.TIP,
    "A deadline that has passed",
    "The text gives a date by which something is to happen, and that date has passed. Say "
    "whether it was done, or give the new date.",
)


def about(said: Said, rule: Rule, span: tuple[int, int], message: str, suggestion: str) -> Finding:
    """A finding about the words of a span, which stand in its message for {}."""
    start, end = span
    if "(" in said.read[start:end] and said.read[end : end + 1] == ")":
        end += 1
    quoted = " ".join(said.read[start:end].split())
    return said.finding(rule, start, end, message.format(quoted), suggestion)
