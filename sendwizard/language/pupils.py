"""What may identify a pupil. Nothing here asks who a child is; it asks whether a reader could tell.

Source: our rule. What a report says of one child's needs or health is that child's personal data
(UK GDPR, article 9), and a published report reaches everybody.
"""

from collections.abc import Iterator

from sendwizard.core.bank import Kind
from sendwizard.core.findings import Finding, Rule
from sendwizard.language.pupils_counts import COUNTED, ONLY, counted_pupils
from sendwizard.language.pupils_marks import BORN, INITIALS, NUMBERED, marked_pupils
from sendwizard.language.pupils_names import NAMED, named_pupils
from sendwizard.language.said import Known, Said

RULES: tuple[Rule, ...] = (NAMED, INITIALS, BORN, NUMBERED, ONLY, COUNTED)


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Each place of one text that may point to a pupil; an address is not read."""
    if said.kind in (Kind.PASSAGE, Kind.LINE):
        yield from named_pupils(said, known)
        yield from marked_pupils(said, known)
        yield from counted_pupils(said, known)
