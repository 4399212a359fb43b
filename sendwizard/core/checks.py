"""What the editor's rules look for: words, lists and numbers, kept as data beside the questions.

A file of `questions/checks/` each. Editing one needs no Python; what is done with it is the
`language` room's, and the core only holds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

NEEDED = (
    *("dates", "halves", "link-councils", "links", "names", "old", "plain", "pupils"),
    *("sense", "spelling", "vague"),
)
"""The files that the rules look into: without one of them slips would pass in silence."""


@dataclass(frozen=True)
class Entry:
    """A word or phrase to look for, and what to say of it."""

    code: str
    """The rule that it belongs to, such as OLD001."""
    find: tuple[str, ...]
    """Phrases; a word that ends in `*` has any ending, and one in capitals is found in capitals."""
    instead: str = ""
    """What to write instead; "" where there is no one word for it."""
    why: str = ""
    """What is the matter with it, as a sentence."""
    unless: tuple[str, ...] = ()
    """Longer phrases that it may stand in: statement of account."""
    question: str = ""
    """Id of the question that it is about; "" where it is about any."""
    part: str = ""
    """The part of a duty that it shows to be written about; "" for none."""
    source: str = ""
    """Where it is said; "" where the whole file's source holds."""
    checked_on: date | None = None
    """When that was last looked at; None where the whole file's day holds."""


@dataclass(frozen=True)
class CheckData:
    """One file of what rules look for."""

    id: str
    """The name of the file, without its ending."""
    source: str
    """Where the facts in it come from: a web address, a citation, or our own judgement."""
    checked_on: date
    entries: tuple[Entry, ...] = field(default=(), hash=False)  # what is made of it is remembered
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    numbers: Mapping[str, int] = field(default_factory=dict, hash=False)
    days: Mapping[str, date] = field(default_factory=dict, hash=False)

    def entries_of(self, *codes: str) -> tuple[Entry, ...]:
        """The entries of these rules, in order."""
        return tuple(entry for entry in self.entries if entry.code in codes)
