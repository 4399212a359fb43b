"""The words that people see, once, for screens, plain mode, help, reports and tests."""

import re

from sendwizard.core.answers import Answers, Source
from sendwizard.core.bank import SENCO_WORD, Bank, Question
from sendwizard.core.duties import DutyState
from sendwizard.core.findings import Severity
from sendwizard.core.fit import fits
from sendwizard.core.kinds import label_of
from sendwizard.core.route import Status

STATUS = {
    Status.ANSWERED: "answered",
    Status.CARRIED: "last year’s, not checked yet",
    Status.NOT_APPLICABLE: "does not apply",
    Status.UNANSWERED: "to do",
    Status.OFF_ROUTE: "not needed for your school",
}
HOLLOW_LETTER, HOLLOW = "!", "says nothing of its own yet"
"""What stands for an answer that was read and says nothing, in lists."""
STATUS_LETTER = {
    Status.ANSWERED: "A",
    Status.CARRIED: "L",
    Status.NOT_APPLICABLE: "N",
    Status.UNANSWERED: "·",
    Status.OFF_ROUTE: " ",
}
"""One letter for each status, so that colour is never needed to tell them apart."""
SOURCE = {
    Source.GIVEN: "written this year",
    Source.KEPT: "checked, still true",
    Source.CARRIED: "last year’s, not checked yet",
}
SEVERITY = {
    Severity.STOP: "fix before approval",
    Severity.WARN: "look again",
    Severity.TIP: "tip",
}
DUTY_STATE = {
    DutyState.ANSWERED: "answered",
    DutyState.PART: "part answered",
    DutyState.NOT_ANSWERED: "not answered",
}
NOT_WRITTEN = "We have not written this part yet."
LEAVING = "Leaving loses nothing: your words are saved, and you come back to this place."
NOT_A_JUDGEMENT = (
    "This shows that something has been written, not that it is enough: "
    "that is for the governors to judge."
)

_SENCO = re.compile(r"\bSENCO(?=s?\b)")


def for_school(bank: Bank, answers: Answers, text: str) -> str:
    """The bank's words with the school's own word for the role (SENCO, SENCo, SENDCo)."""
    question = bank.by_id.get(SENCO_WORD)
    chosen = answers.value(SENCO_WORD)
    if question is None or not isinstance(chosen, str) or not fits(question, chosen):
        return text
    label = label_of(question.options, chosen)
    return _SENCO.sub(lambda _: label, text)


_BESIDE = re.compile(r" \(with [^)]*\)")
_IN_WORDS = (
    ("SI 2014/1530", "SEND Regulations 2014"),
    ("CFA 2014", "Children and Families Act 2014"),
    ("Sch ", "Schedule "),
    ("paras ", "paragraphs "),
    ("para ", "paragraph "),
    ("s.", "section "),
)


def in_words(citation: str) -> str:
    """A citation as people read it: `SEND Regulations 2014, Schedule 1, paragraph 3(d)`.

    What stands in brackets beside it is left out; the law's own pane has it.
    """
    citation = _BESIDE.sub("", citation)
    for short, long in _IN_WORDS:
        citation = citation.replace(short, long)
    return citation


def asked_by(bank: Bank, question: Question) -> str:
    """What asks for a question, on one line."""
    asked = [bank.requirement_by_id[each] for each in question.requirements]
    must = [each.citation for each in asked if each.force == "must"]
    if question.required and must:
        return f"The law asks for this: {in_words('; '.join(must))}"
    if question.required:
        return "Needed for every report"
    should = [each.citation for each in asked if each.force == "should"]
    if should:
        return f"The Code says “should”: {in_words('; '.join(should))}"
    if question.begun_year:
        return "Asked each year, and never printed"
    printed = "" if question.printed else ", never printed"
    kind = "Extra: families and councils ask for it" if question.extra else "Optional"
    return f"{kind}{printed}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 gap`, `3 gaps`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def collect_in(collect: str, year: str) -> str:
    """IT support's sentence on where a report can be collected; `{year}` becomes the year."""
    return collect.replace("{year}", year)
