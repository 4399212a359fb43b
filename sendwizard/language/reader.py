"""What a reader of the answers sees that decides how a duty stands: hollow answers, and halves."""

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.duties import Read
from sendwizard.core.findings import GUIDANCE, HALF, HOLLOW, Finding, Severity, duty_findings
from sendwizard.core.placing import in_order, placed, why_left
from sendwizard.language import other_names, pupils
from sendwizard.language.empty import hollow
from sendwizard.language.halves import half
from sendwizard.language.said import Known


def hollow_only(bank: Bank, answers: Answers) -> Read:
    """What leaves a duty not answered; what is set aside counts as an answer."""
    return _without_left(bank, answers, Read(hollow(_known(bank, answers))))


def read(bank: Bank, answers: Answers, all_seen: Read | None = None) -> Read:
    """The same, and what leaves a duty part answered; `all_seen` is `seen`, where it is known."""
    return _without_left(bank, answers, all_seen or seen(bank, answers))


def seen(bank: Bank, answers: Answers) -> Read:
    """All that a reader sees, also where it is set aside."""
    known = _known(bank, answers)
    empty = hollow(known)
    halves = {each: missing for each, missing in half(known).items() if each not in empty}
    return Read(empty, halves)


def to_put_right(bank: Bank, answers: Answers) -> tuple[Finding, ...]:
    """What nobody can accept in a report: who a pupil is, or another school's name."""
    known = _known(bank, answers)
    found = [
        finding
        for said in known.texts
        for rule in (pupils.in_text, other_names.in_text)
        for finding in rule(said, known)
        if finding.severity is Severity.STOP
    ]
    return tuple(e for e in in_order(bank, answers, found) if not why_left(answers, e))


def _known(bank: Bank, answers: Answers) -> Known:
    return Known(bank, answers, bank.checked_on)  # neither depends on the day


def _without_left(bank: Bank, answers: Answers, found: Read) -> Read:
    of_duties = placed(answers, duty_findings(bank, answers, found))
    left = {(each.question, each.rule) for each in of_duties if why_left(answers, each)}
    return Read(
        frozenset(e for e in found.hollow if not left & {(e, HOLLOW), (e, GUIDANCE)}),
        {e: missing for e, missing in found.half.items() if (e, HALF) not in left},
    )
