"""What a reader of the answers sees that decides how a duty stands: hollow answers, and halves."""

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.duties import Read
from sendwizard.core.findings import GUIDANCE, HALF, HOLLOW, Rule
from sendwizard.language.empty import hollow
from sendwizard.language.halves import half
from sendwizard.language.said import Known


def hollow_only(bank: Bank, answers: Answers) -> Read:
    """What leaves a duty not answered; what is set aside counts as an answer."""
    return _without_left(answers, Read(hollow(_known(bank, answers))))


def read(bank: Bank, answers: Answers) -> Read:
    """The same, and what leaves a duty part answered."""
    return _without_left(answers, seen(bank, answers))


def seen(bank: Bank, answers: Answers) -> Read:
    """All that a reader sees, also where it is set aside."""
    known = _known(bank, answers)
    empty = hollow(known)
    halves = {each: missing for each, missing in half(known).items() if each not in empty}
    return Read(empty, halves)


def _known(bank: Bank, answers: Answers) -> Known:
    return Known(bank, answers, bank.checked_on)  # neither depends on the day


def _without_left(answers: Answers, found: Read) -> Read:
    return Read(
        frozenset(e for e in found.hollow if not _is_left(answers, e, HOLLOW, GUIDANCE)),
        {e: missing for e, missing in found.half.items() if not _is_left(answers, e, HALF)},
    )


def _is_left(answers: Answers, question: str, *rules: Rule) -> bool:
    return any(rule.code in answers.get(question).set_aside for rule in rules)
