"""What takes minutes: killed, cut off, failing at every write, fed with rubbish. `make torture`.

Each module with a `main() -> bool` prints its rows with `row`, and says whether nothing was lost.
"""

import os
import random
import sys
from dataclasses import dataclass

SEED, SECONDS, TIMES = "TORTURE_SEED", "TORTURE_SECONDS", "TORTURE_TIMES"
"""What the command line asks for; in the environment, so that child processes know it, too."""

HEAD = f"{'what':<46}{'how many':>10}{'lost':>6}{'worst':>12}{'budget':>12}"


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    seed: int
    """Where the random numbers begin; printed, so that a run can be repeated."""
    seconds: float | None
    """How long each module may take; None for its own measure."""
    times: int | None
    """How many of each thing; None for the full number."""


def wanted() -> Wanted:
    """What was asked for, or a seed that nobody knows and the full measure."""
    seed, seconds, times = (os.environ.get(name, "") for name in (SEED, SECONDS, TIMES))
    return Wanted(
        int(seed) if seed else random.SystemRandom().randrange(1_000_000),
        float(seconds) if seconds else None,
        int(times) if times else None,
    )


def row(
    what: str,
    how_many: int,
    lost: int | None,
    worst: float | None = None,
    budget: float | None = None,
    unit: str = "",
) -> bool:
    """Print a row; whether nothing was lost and the worst is within its budget.

    `lost` is None in a row that only says how much something was.
    """
    fine = not lost and (worst is None or budget is None or worst <= budget)
    found, allowed = _amount(worst, unit), _amount(budget, unit)
    gone = "" if lost is None else lost
    mark = "" if fine else "  LOST" if lost else "  OVER"
    sys.stdout.write(f"{what:<46}{how_many:>10,}{gone:>6}{found:>12}{allowed:>12}{mark}\n")
    sys.stdout.flush()
    return fine


def say(text: str) -> None:
    """Print a sentence under the rows: what was lost, and how to see it again."""
    sys.stdout.write(f"    {text}\n")
    sys.stdout.flush()


def _amount(number: float | None, unit: str) -> str:
    if number is None:
        return ""
    return f"{number:,.2f} {unit}".rstrip() if unit else f"{number:,g}"
