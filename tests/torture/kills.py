"""Kills the wizard at random moments while somebody types, and looks at what is left."""

from tests.torture import row, say, wanted
from tests.torture.desk import ONE_SECOND
from tests.torture.typist import Tally, hire

KILLS = 1_000
TOLD = 5
"""Losses that are told in words; more would hide the first."""


def main() -> bool:
    """Kill it a thousand times; whether nothing was lost."""
    asked = wanted()
    return report(hire("kill", asked.times or KILLS, asked.seed, asked.seconds))


def report(seen: Tally) -> bool:
    """Print the rows; whether nothing was lost."""
    for sentence in seen.told[:TOLD]:
        say(sentence)
    runs, letters = seen.runs, seen.letters
    fine = [
        row("kill -9 while typing; oldest letter lost", runs, seen.missing, seen.worst, 1, "s"),
        row("  the same by the clock, machine shared", runs, None, seen.worst_by_clock, unit="s"),
        row("  letters typed", letters, seen.missing),
        row("  letters that were shown as saved", seen.claimed, seen.missing_shown),
        row("  a letter beside an older “Saved at”", letters, None, seen.flash, unit="s"),
        row("  answers.toml and others not to be read", runs, seen.unreadable),
        row("  starts that did not come to a question", runs, seen.locked),
        row("  starts at another question", runs, seen.misplaced),
    ]
    return all(fine) and not seen.told and 0 <= seen.worst <= ONE_SECOND
