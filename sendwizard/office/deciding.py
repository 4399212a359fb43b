"""What somebody says when a report is approved, held against what can be: names, roles, days.

Raises UsageError with a sentence for what cannot be. Opens no file.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core.answers import is_empty
from sendwizard.core.approval import BODIES, Approval, Update, twelve_months_on
from sendwizard.core.bank import nearest
from sendwizard.core.kinds import say_date
from sendwizard.core.text import clean_line
from sendwizard.errors import UsageError

LONGEST = 500
"""Characters of a name, a role, a reason."""
FURTHEST_REVIEW = 3
"""Years after the approval; a later day is a slip of the keyboard."""


@dataclass(frozen=True)
class Decision:
    """What governors decided, or what the person did whom they named for small changes."""

    by: str
    role: str
    on: date
    minute: str = ""
    body: str = "governing-body"
    """A key of `core.approval.BODIES`; not asked for a small change."""
    next_review: date | None = None
    """None for twelve months on."""
    gaps_reason: str = ""
    """Why it is approved with gaps; "" where none are accepted."""
    small_change: str = ""
    """What changed and why; "" for an approval by governors."""


def tidied(decision: Decision) -> Decision:
    """The decision with its words on one line. Raises UsageError for what is blank or too long."""
    words = {
        "who approves": decision.by,
        "the role of who approves": decision.role,
        "where the minutes have it": decision.minute,
        "why it is approved with gaps": decision.gaps_reason,
        "what has changed": decision.small_change,
    }
    lines = {what: clean_line(text) for what, text in words.items()}
    for (what, given), line in zip(words.items(), lines.values(), strict=True):
        needed = what.endswith("who approves")
        if (needed or given) and is_empty(line):
            raise UsageError(f"Say {what}: it cannot be left empty.")
        if len(line) > LONGEST:
            raise UsageError(f"Say {what} in at most {LONGEST} characters.")
    by, role, minute, gaps_reason, small_change = lines.values()
    return replace(
        decision,
        by=by,
        role=role,
        minute=minute,
        gaps_reason=gaps_reason,
        small_change=small_change,
    )


def approval_of(
    decision: Decision,
    earlier: Approval | None,
    year: str,
    still_open: Collection[str],
) -> Approval:
    """The approval that a tidied decision makes; `earlier` is that of the newest copy.

    `still_open` are the questions that are not answered, by id, in their order.
    """
    _require_sensible_day(decision.on, earlier, year)
    if decision.small_change:
        return _updated(decision, earlier, year, still_open)
    if decision.body not in BODIES:
        hint = nearest(decision.body, BODIES)
        raise UsageError(f"“{decision.body}” is not one of {', '.join(BODIES)}.{hint}")
    return Approval(
        by=decision.by,
        role=decision.role,
        on=decision.on,
        body=BODIES[decision.body],
        minute=decision.minute,
        next_review=_next_review(decision),
        gaps_reason=decision.gaps_reason if still_open else "",
        gaps=tuple(still_open) if decision.gaps_reason else (),
    )


def _require_sensible_day(on: date, earlier: Approval | None, year: str) -> None:
    start = int(year[:4])
    if not date(start - 1, 9, 1) <= on <= date(start + 2, 8, 31):
        when = "before" if on.year < start else "after"
        raise UsageError(
            f"{say_date(on)} is long {when} the school year {year}. Look at the date again."
        )
    if earlier is not None and on < earlier.latest:
        raise UsageError(
            f"{say_date(on)} is before the last approval of {year}, on {say_date(earlier.latest)}. "
            "Look at the date again."
        )


def _next_review(decision: Decision) -> date:
    review, on = decision.next_review, decision.on
    if review is None:
        return twelve_months_on(on)
    if review <= on:
        raise UsageError(
            f"The next review, {say_date(review)}, is not after the approval on {say_date(on)}."
        )
    furthest = on
    for _ in range(FURTHEST_REVIEW):
        furthest = twelve_months_on(furthest)
    if review > furthest:
        raise UsageError(
            f"The next review, {say_date(review)}, is more than {FURTHEST_REVIEW} years on. "
            "The report is looked at again each year."
        )
    return review


def _updated(
    decision: Decision, earlier: Approval | None, year: str, still_open: Collection[str]
) -> Approval:
    if earlier is None:
        raise UsageError(
            f"{year} has not been approved yet, and a small change is made to what was approved. "
            "Approve it first."
        )
    if decision.gaps_reason:
        raise UsageError("A small change cannot accept gaps: governors do that, by approving anew.")
    if decision.next_review is not None:
        raise UsageError(
            "A small change does not move the next review: governors do that, by approving anew."
        )
    if decision.minute:
        raise UsageError("A small change has no minute: governors’ minutes go with their approval.")
    update = Update(decision.on, decision.small_change, decision.by, decision.role)
    gaps = tuple(each for each in earlier.gaps if each in still_open)
    return replace(
        earlier,
        updates=(*earlier.updates, update),
        gaps=gaps,
        gaps_reason=earlier.gaps_reason if gaps else "",
    )
