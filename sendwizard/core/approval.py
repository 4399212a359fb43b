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
    gaps_reason: str = ""
    """Why governors approved it with gaps; "" where there were none."""
    updates: tuple[Update, ...] = ()
    """Small changes since, oldest first."""


def state_of(gaps: int, approval: Approval | None) -> str:
    """How the report stands, in the words that every output carries."""
    if approval is not None and approval.updates:
        newest = approval.updates[-1]
        return f"Updated {say_date(newest.on)}: {newest.text.rstrip('. ')}"
    if approval is not None:
        return f"Approved on {say_date(approval.on)}"
    return f"Draft, {count(gaps, 'gap')}" if gaps else "Complete, waiting for governors"
