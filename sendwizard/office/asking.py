"""What is asked before a report is approved, put right or published, and what is said of it.

For every face: the boxes, what stands in them first, what is wrong with them, and the last look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sendwizard.core.answers import Answers, Published
from sendwizard.core.approval import Approval, twelve_months_on
from sendwizard.core.bank import NEXT_REVIEW, Bank
from sendwizard.core.kinds import field_text, say_date
from sendwizard.core.words import count, for_school
from sendwizard.core.years import require_school_year
from sendwizard.errors import UsageError
from sendwizard.office.boxes import Box, Filled, address, day, path
from sendwizard.office.deciding import Decision, approval_of, tidied
from sendwizard.office.folders import School
from sendwizard.office.publishing import require_no_day_before

if TYPE_CHECKING:
    from sendwizard.office.checking import SetAside

APPROVE = "Approve and lock"
SMALL_CHANGE = "Something has changed"
ACCEPT_GAPS = "Governors accept these gaps"
WHO_DECIDES = "Who decides? The report says it."
WHO_SIGNED = "Who signed, and when. It stands in the report and in the record."
WHAT_ACCEPTING_MEANS = (
    "Each gap then prints “We have not written this part yet” and whom to ask. The record lists "
    "the gaps, and this reason."
)
NEVER_ACCEPTED = (
    "This cannot be accepted by anybody. Put it right, or set it aside at its question and say why:"
)
HOW_IT_IS_PUT_RIGHT = (
    "A report is put right as soon as things change. Change the answer first; then the person "
    "whom governors named for small changes approves it here, and the date of the next review "
    "does not move."
)
ONE_LINE_ON_IT = "One line on what changed and why. The report prints it with its date."
WHERE_IT_IS = "Where families find the report, since when, and when your council was sent the link."
NOW_PUBLISH = "Now the report goes onto the school’s website. Then say here where it stands."
NOTED = "Noted where the report is. Home shows it."
HOW_A_YEAR_IS_WRITTEN = (
    "Write it as 2027-28: the year it begins in, a dash, and the last two figures."
)
WHAT_STANDS_BESIDE = (
    "Last year’s report can stand beside every question: a Word file (.docx), a text (.txt or "
    ".md). Nothing is filled in by itself; you copy over what is still true."
)

_WHO = Box(
    "by", "Name", needed="Write the name of the person who signs.", hint="for example Ann Lee"
)
_ROLE = Box("role", "Role", needed="Write their role.", hint="for example Chair of governors")
_ON = Box("on", "Date of the decision", day, needed="Write the date, for example 12 March 2027.")
APPROVAL_BOXES = (
    _WHO,
    _ROLE,
    _ON,
    Box("minute", "Minute (may be empty)", hint="for example full governors, item 7"),
    Box("review", "Next review", day, hint="twelve months on, if you leave this empty"),
)
REASON_BOX = Box(
    "reason",
    "Why they accept them",
    needed="Write why governors accept them: the record has to say it.",
)
SMALL_BOXES = (
    Box(
        "text",
        "What changed, and why",
        needed="Say it in a few words: families read them.",
        hint="for example: new SENCO from Easter",
    ),
    replace(_WHO, needed="Write the name of the person whom governors named for this."),
    replace(_ROLE, hint="for example Headteacher"),
    replace(_ON, label="Date of the change"),
)
PUBLISHED_BOXES = (
    Box(
        "address",
        "Web address",
        address,
        needed="Write the address of the page, or go back and do it later.",
        hint="for example https://www.school.example/send",
    ),
    Box("on", "On the website since", day, needed="Write the date, for example 12 March 2027."),
    Box("told", "Council sent the link", day, hint="a date; leave it empty if not yet"),
)
YEAR_BOX = Box(
    "year",
    "School year",
    parse=lambda text: require_school_year(text.strip().replace("/", "-")),
    hint="for example 2027-28",
)
PATH_BOX = Box(
    "path",
    "The file",
    path,
    needed="Write where the file lies, or go back.",
    hint="for example /home/ann/report-2025.docx",
)


def path_box(school: School) -> Box:
    """The box for last year's report; in a kiosk only a file of the school's own folder will do."""
    if not school.shut_in:
        return PATH_BOX
    return replace(PATH_BOX, hint="a file in the school’s folder, for example report-2025.docx")


# -- an approval ------------------------------------------------------------------------


def approval_texts(earlier: Approval | None, answers: Answers, today: date) -> dict[str, str]:
    """What stands in the boxes of an approval before anybody types."""
    answered = answers.value(NEXT_REVIEW)
    review = answered if isinstance(answered, date) and answered > today else None
    return {
        "by": earlier.by if earlier else "",
        "role": earlier.role if earlier else "",
        "on": say_date(today),
        "review": say_date(review or twelve_months_on(today)),
    }


def approval_decided(
    started: Decision, filled: Filled, texts: Mapping[str, str], today: date
) -> Decision:
    """The decision that the boxes make; `texts` is what stands in them.

    Twelve months are counted from the decision, also where its day was changed.
    """
    as_it_was = texts.get("review") == say_date(twelve_months_on(today))
    return replace(
        started,
        by=filled.text("by"),
        role=filled.text("role"),
        on=filled.day("on") or today,
        minute=filled.text("minute"),
        next_review=None if as_it_was else filled.day("review"),
    )


def wrong_with_approval(decision: Decision, earlier: Approval | None, year: str) -> dict[str, str]:
    """What is wrong with it, by the name of the box; {} where nothing is."""
    if said := why_not(replace(decision, next_review=None), earlier, year):
        return {"on": said}
    said = why_not(decision, earlier, year)
    return {"review": said} if said else {}


def held(decision: Decision, earlier: Approval | None, year: str) -> Approval:
    """The approval that the decision makes. Raises UsageError with what is wrong with it."""
    return approval_of(tidied(decision), earlier, year, frozenset())


def why_not(decision: Decision, earlier: Approval | None, year: str) -> str:
    """What is wrong with the decision; "" where nothing is."""
    try:
        held(decision, earlier, year)
    except UsageError as error:
        return str(error)
    return ""


def what_was_set_aside(bank: Bank, answers: Answers, left: Sequence["SetAside"]) -> str:
    """What the writer found no fault with after all, and why, for the head; "" for nothing."""
    lines = [
        f"- {for_school(bank, answers, bank.by_id[each.finding.question].prompt)} {each.beside}"
        for each in left
    ]
    return "\n".join(("\n\nSet aside by the writer, for the head to look at:", *lines)) * bool(left)


def last_look(decision: Decision, earlier: Approval | None, year: str, gaps: int) -> str:
    """What an approval is going to do, in words; `gaps` is how many governors accept."""
    made = held(decision, earlier, year)
    minute = f", minute: {made.minute}" if made.minute else ""
    review = f"Next review: {say_date(made.next_review)}.\n" if made.next_review else ""
    reason = decision.gaps_reason
    accepted = f"Accepted with {count(gaps, 'gap')}: {reason}\n" if reason else ""
    return (
        f"{made.body[0].upper()}{made.body[1:]} approves the report of {year}.\n"
        f"Signed by {made.by}, {made.role}, on {say_date(made.on)}{minute}.\n{review}{accepted}\n"
        "The report is built once more, and a copy of it is locked: nothing changes that copy "
        "any more. A file for your calendar is put beside it. You can go on changing answers; "
        "the report then says that it has changed since it was approved."
    )


# -- a small change ---------------------------------------------------------------------


def small_change_decided(filled: Filled, today: date) -> Decision:
    """The decision that the boxes of a small change make."""
    return Decision(
        by=filled.text("by"),
        role=filled.text("role"),
        on=filled.day("on") or today,
        small_change=filled.text("text"),
    )


def last_look_at_small_change(made: Decision) -> str:
    """What a small change is going to do, in words."""
    return (
        f"The report says: Updated {say_date(made.on)}: {made.small_change.rstrip('. ')}\n"
        f"Approved by {made.by}, {made.role}.\n\n"
        "A new copy is locked beside the earlier one, which stays as it is. The date of the "
        "next review does not move."
    )


# -- on the website ---------------------------------------------------------------------


def published_texts(answers: Answers) -> dict[str, str]:
    """What stands in the boxes on publication before anybody types."""
    known = answers.published or Published()
    return {
        "address": known.address,
        "on": field_text(known.on),
        "told": field_text(known.council_told),
    }


def published_said(filled: Filled) -> Published:
    """What the boxes say of the publication."""
    return Published(filled.text("address"), filled.day("on"), filled.day("told"))


def wrong_with_publication(filled: Filled, approval: Approval | None) -> dict[str, str]:
    """Days before the approval, by the name of the box; {} where there are none."""
    wrong: dict[str, str] = {}
    if approval is None:
        return wrong
    for box in ("on", "told"):
        try:
            require_no_day_before(filled.day(box), approval.on)
        except UsageError as error:
            wrong[box] = str(error)
    return wrong
