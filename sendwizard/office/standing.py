"""How a year stands with its governors: what they approved, and how much has changed since.

Reads, and writes nothing.
"""

from dataclasses import dataclass, replace

from sendwizard.core.answers import Answers
from sendwizard.core.approval import Approval
from sendwizard.core.bank import Bank
from sendwizard.core.compare import ChangeKind, changes
from sendwizard.errors import UnreadableError
from sendwizard.office.folders import School
from sendwizard.store.answers_file import FILE_NAME, read_answers
from sendwizard.store.approved import damaged, newest_copy


@dataclass(frozen=True)
class Standing:
    """Where a year stands with its governors."""

    approval: Approval | None = None
    """Of the newest approved copy; None where there is none, or its record cannot be read."""
    number: int = 0
    """The number of that copy; 0 where there is none, or its record cannot be read."""
    changed: int = 0
    """How many answers differ from those of the copy."""
    problems: tuple[str, ...] = ()
    """A sentence for each copy that was altered or lost, or that cannot be read."""


def standing(school: School, bank: Bank, answers: Answers, *, verify: bool = False) -> Standing:
    """Where these answers stand. Never fails: what cannot be read is among the problems.

    `verify` recomputes the hashes of every copy; without it only the newest record is read.
    """
    try:
        found = _newest(school, bank, answers)
    except UnreadableError as error:
        found = Standing(problems=(str(error),))
    if not verify:
        return found
    told = damaged(school.year_folder(answers.year), answers.approvals)
    return replace(found, problems=told or found.problems)


def _newest(school: School, bank: Bank, answers: Answers) -> Standing:
    copy = newest_copy(school.year_folder(answers.year))
    if copy is None:
        return Standing()
    path = copy.folder / FILE_NAME
    try:
        approved = read_answers(path)
    except FileNotFoundError:
        return Standing(copy.approval, copy.number, problems=(f"{path} is lost.",))
    except UnreadableError as error:
        return Standing(copy.approval, copy.number, problems=(str(error),))
    found = changes(bank, approved, answers)
    changed = sum(each.kind is not ChangeKind.KEPT for each in found)
    return Standing(copy.approval, copy.number, changed)
