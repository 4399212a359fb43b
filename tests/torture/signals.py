"""Hangs up, terminates and closes the terminal up to 0.3 s after a letter: each letter is kept."""

from tests.torture import row, say, wanted
from tests.torture.kills import TOLD
from tests.torture.typist import Tally, hire

EACH = 200
HOW = {"SIGHUP": "SIGHUP", "SIGTERM": "SIGTERM", "close": "terminal closed"}
LONGEST_END = 5.0
"""Seconds in which the program must be gone."""


def main() -> bool:
    """Two hundred of each; whether not one letter was lost."""
    asked = wanted()
    seconds = asked.seconds and asked.seconds / len(HOW)
    fine = [report(how, hire(how, asked.times or EACH, asked.seed, seconds)) for how in HOW]
    return all(fine)


def report(how: str, seen: Tally) -> bool:
    """Print the rows; whether nothing was lost."""
    for sentence in seen.told[:TOLD]:
        say(sentence)
    fine = [
        row(f"{HOW[how]} 0 to 300 ms after a letter", seen.runs, seen.missing),
        row("  letters typed", seen.letters, seen.missing),
        row("  time until it was gone", seen.runs, None, seen.slowest, LONGEST_END, "s"),
        row("  answers.toml and others not to be read", seen.runs, seen.unreadable),
        row("  lock kept, or no way back to the question", seen.runs, seen.locked),
        row("  another cursor, question or ending", seen.runs, seen.misplaced),
    ]
    return all(fine) and not seen.told
