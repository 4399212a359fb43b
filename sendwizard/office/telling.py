"""What is said of changes, earlier saves, newer questions and years, for every face."""

from datetime import UTC, datetime
from pathlib import Path
from textwrap import shorten

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.compare import in_groups
from sendwizard.core.editions import meaning
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count, for_school
from sendwizard.office.approving import Approved
from sendwizard.office.changing import Comparison
from sendwizard.office.earlier import Earlier
from sendwizard.office.migrating import said
from sendwizard.office.starting import Start

MOST_SHOWN = 60
"""Letters of a text that a line of a list shows."""
NO_SAVES = "There are no earlier saves yet. One is kept each time a question is left."
HOW_HISTORY_WORKS = "nothing changes before you say so, and what stands now is kept as well."
BROUGHT_BACK = "Brought back. What stood here before is kept among the earlier texts."
NEWEST = "These are the newest questions."
CAN_GO_BACK = (
    "The answers can go back to how they stood under the questions before. What was written "
    "since then stays among the earlier saves."
)
TAKEN = "The newer questions are in. Home can undo this."
GONE_BACK = "The answers stand as they did before the newer questions."
LOOKS = {
    "year": "Look at what changed since the year before",
    "approval": "Look at what changed since the last approval",
}
"""What answers can be compared with, as `compare_open` takes it, in words."""


def what_changed(found: Comparison) -> str:
    """The first words on a comparison: since when, how much, and what waits."""
    told = [f"{len(these)} {title.lower()}" for title, these in in_groups(found.changes)]
    words = ", ".join(told) or "nothing has changed"
    waiting = f"\n{count(found.waiting, 'answer')} of last year’s not looked at yet."
    return f"Compared with {found.since_in_words}: {words}.{waiting if found.waiting else ''}"


def other_comparison(found: Comparison | None, since: str, answers: Answers) -> str:
    """What else the answers can be compared with, a key of `LOOKS`; "" where there is nothing.

    `since` is what was asked for, and `found` what came of it, None where nothing did.
    """
    if found is None or since == "approval":
        return "year" if answers.began and answers.began.has_own_year else ""
    return "approval" if answers.approvals and found.since == found.before.year else ""


def local(at: datetime) -> datetime:
    """A time of the history on the person's own clock."""
    return at.replace(tzinfo=UTC).astimezone()


def earlier_line(bank: Bank, answers: Answers, each: Earlier) -> tuple[str, str]:
    """A save or a text of the history: what it is, and the first words of a text, "" for a save."""
    if each.kind == "save":
        return f"All answers as saved. {each.words}", ""
    question = bank.by_id.get(each.question)
    prompt = for_school(bank, answers, question.prompt) if question else "Retired"
    start = shorten(each.words, MOST_SHOWN, placeholder=" …")
    return shorten(prompt, MOST_SHOWN, placeholder=" …"), f"“{start}”"


def newer_questions(bank: Bank, answers: Answers) -> tuple[str, ...]:
    """What a newer edition means for these answers, line by line; "" parts them."""
    when = f"These questions were checked against the law on {say_date(bank.checked_on)}."
    return (
        f"{when} For your answers that means:",
        "",
        *(said(bank, answers, meaning(bank, answers)) or ("Nothing changes.",)),
        "",
        "Your answers as they are now are put by, and this can be undone.",
    )


def what_begins(start: Start) -> tuple[str, ...]:
    """What a year is to begin with, line by line."""
    words = "There is no earlier year, so it begins empty."
    if start.before is not None:
        words = (
            f"The answers of {start.before.year} come across. Each is shown beside its question "
            f"and counts once you have looked at it. Nothing in {start.before.year} changes."
        )
    newer = ("\nThe questions are newer than those answers. That means:", *start.newer)
    return (words, *start.told, *(newer if start.newer else ()))


def what_was_locked(made: Approved) -> tuple[str, ...]:
    """Where an approved copy is, and what to know of it, line by line."""
    calendar: list[Path] = [each for each in made.paths if each.suffix == ".ics"]
    return (
        f"The locked copy is in {made.folder}",
        *(f"For your calendar, the next review: {each}" for each in calendar),
        *made.told,
    )
