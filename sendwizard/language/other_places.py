"""Another council's name, left in from elsewhere. One named on purpose, for a family that lives
there, is let be.
"""

from collections.abc import Iterator

from sendwizard.core.findings import Finding, Rule, Severity
from sendwizard.language.council_own import Own, Sign, named, names_one, own_council
from sendwizard.language.said import Known, Said

COUNCIL = Rule(
    "NAME003",
    Severity.WARN,
    "Another council is named",
    "A family would turn to a council that has nothing to do with their child. Such a name is "
    "often left over from another school’s report. Write your own council’s name. Where the other "
    "council is meant, say for whom, such as families who live there.",
)
RULES: tuple[Rule, ...] = (COUNCIL,)


def in_text(said: Said, known: Known) -> Iterator[Finding]:
    """Each place where a council is named that is not the school's own."""
    own = own_council(known)
    against = _only_other(own)
    for council, start, end in named(said, known):
        if names_one(own.likeliest, said, start, end):
            continue
        words = " ".join(said.read[start:end].split())
        if council not in own.likeliest and own.likeliest:
            message = (
                f"“{words}” does not seem to be your school’s council, so a family may turn to the "
                "wrong one."
            )
            suggestion = "Write your own council’s name, or say which families this council is for."
            yield said.finding(COUNCIL, start, end, message, suggestion)
        elif against and council not in against.councils:
            leads = " and ".join(sorted(against.councils))
            message = (
                f"“{words}” is named here, and {against.what} leads to {leads}. One of the two "
                "belongs to another council."
            )
            suggestion = "See which of the two is yours, and write its name in both places."
            yield said.finding(COUNCIL, start, end, message, suggestion)


def _only_other(own: Own) -> Sign | None:
    """The one sign that the texts stand against, where nothing decides between the two."""
    signs = [each for each in (own.offer, own.advice, own.address) if each.councils]
    is_divided = not own.council and bool(own.texts.councils) and len(signs) == 1
    return signs[0] if is_divided and not signs[0].fits(own.texts) else None
