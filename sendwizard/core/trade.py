"""The words of the trade: short forms in reports, and words that the writer may look up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Acronym:
    """A short form that the trade uses, for the report's list of words."""

    short: str
    long: str
    meaning: str
    """One plain sentence; "" where the long form says it."""


@dataclass(frozen=True)
class Term:
    """A word of the trade, explained to the person who writes; never printed."""

    word: str
    meaning: str
