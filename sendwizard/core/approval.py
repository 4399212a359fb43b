"""Who approved a year's report and when, and the one sentence that says how it stands."""

from dataclasses import dataclass
from datetime import date

from sendwizard.core.kinds import say_date
from sendwizard.core.words import count


@dataclass(frozen=True)
class Update:
    """A small change made after the approval."""

    on: date
    text: str
    """What changed and why, in a few words: `new SENCO`."""
    by: str = ""
    """Who approved it: the person whom governors named for small changes."""
    role: str = ""


@dataclass(frozen=True)
class Approval:
    """What governors decided about a year's report."""

    by: str
    """The name of the person who signed."""
    role: str
    on: date
    body: str
    """Who decided, in words: `the governing body`."""
    minute: str = ""
    """Where the minutes have it; "" where that was not said."""
    next_review: date | None = None
    gaps_reason: str = ""
    """Why governors approved it with gaps; "" where there were none."""
    gaps: tuple[str, ...] = ()
    """The questions that they accepted as open, by id."""
    updates: tuple[Update, ...] = ()
    """Small changes since, oldest first."""

    @property
    def latest(self) -> date:
        """The day of the last decision: the approval, or the newest small change."""
        return self.updates[-1].on if self.updates else self.on


BODIES = {
    "governing-body": "the governing body",
    "trust-board": "the trust board",
    "committee": "a committee that governors gave this to",
    "management-committee": "the management committee",
}
"""Who can decide, by the name that a script gives, in words."""


def twelve_months_on(day: date) -> date:
    """The same day of the next year; 28 February for 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def state_of(gaps: int, approval: Approval | None, changed: int = 0, wrong: int = 0) -> str:
    """How the report stands, in the words that every output carries.

    `changed` is how many answers differ from the approved copy; `wrong` is how much has to be put
    right before anybody can approve it.
    """
    if approval is not None and changed:
        return f"Changed since approval: {count(changed, 'answer')}"
    if approval is not None and approval.updates:
        newest = approval.updates[-1]
        return f"Updated {say_date(newest.on)}: {newest.text.rstrip('. ')}"
    if approval is not None:
        return f"Approved on {say_date(approval.on)}"
    missing = count(gaps, "gap") if gaps else ""
    bad = f"{count(wrong, 'thing')} to put right" if wrong else ""
    left = ", ".join(filter(None, (missing, bad)))
    return f"Draft, {left}" if left else "Complete, waiting for governors"
