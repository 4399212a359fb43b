"""What changed in a year's answers since the year before, or since they were last approved.

Writes the page on it; changes no answer.
"""

from dataclasses import dataclass
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.carry import in_todays_questions
from sendwizard.core.compare import Change, changes
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.folders import School
from sendwizard.office.reading import own_year_before, readable
from sendwizard.office.standing import standing
from sendwizard.store.answers_file import FILE_NAME, read_answers
from sendwizard.store.approved import newest_copy
from sendwizard.store.atomic import write_atomic
from sendwizard.store.bank_files import load_bank

FOR_PARENTS = "changes.html"
FOR_GOVERNORS = "changes-governors.html"
SINCE = ("year", "approval")
"""What a year can be compared with: the year before, or its newest approved copy."""


@dataclass(frozen=True)
class Comparison:
    """What changed between two states of the answers."""

    since: str
    """The year compared with, `2025-26`, or an approved copy, `approved 1`."""
    until: str
    """The year."""
    changes: tuple[Change, ...]
    """In the order of the questions."""
    before: Answers
    after: Answers
    unseen: tuple[Change, ...] = ()
    """Last year's answers that nobody has looked at yet, so that they have not changed yet."""

    @property
    def waiting(self) -> int:
        """How many those are."""
        return len(self.unseen)

    @property
    def since_in_words(self) -> str:
        """`our report for 2025-26`, or `the report that was approved (copy 1)`."""
        _, approved, number = self.since.partition("approved ")
        if approved:
            return f"the report that was approved (copy {number})"
        return f"our report for {self.since}"


def compare(school: School, year: str | None, since: str = "year") -> Comparison:
    """What changed in a year. Raises as `compare_open` does, and UnreadableError."""
    bank = load_bank(school.questions)
    return compare_open(school, bank, readable(school, bank, school.pick_year(year)), since)


def compare_open(school: School, bank: Bank, answers: Answers, since: str = "year") -> Comparison:
    """The same for answers that are open: since the `year` before, or the last `approval`.

    Where there is no year before, the newest approved copy stands in. Raises UsageError where
    there is nothing to compare with, and UnreadableError for an approved copy that is damaged.
    """
    if since not in SINCE:
        raise UsageError(f"“{since}” is not one of {', '.join(SINCE)}.")
    before = own_year_before(school, bank, answers) if since == "year" else None
    if before is not None:
        found = changes(bank, before, answers)
        seen = tuple(each for each in found if not each.waits)
        unseen = tuple(each for each in found if each.waits)
        return Comparison(before.year, answers.year, seen, before, answers, unseen)
    number, before = _approved(school, answers, since)
    found = changes(bank, before, answers)
    return Comparison(f"approved {number}", answers.year, found, before, answers)


def _approved(school: School, answers: Answers, since: str) -> tuple[int, Answers]:
    copy = newest_copy(school.year_folder(answers.year))
    if copy is None:
        earlier = "no year before it and no approval" if since == "year" else "no approval yet"
        raise UsageError(
            f"There is nothing to compare {answers.year} with: it has {earlier}."
            + (" Leave --since out to compare it with the year before." if since != "year" else "")
        )
    path = copy.folder / FILE_NAME
    try:
        return copy.number, read_answers(path)
    except FileNotFoundError:
        raise UnreadableError(f"{path} is lost, so it cannot be compared with.") from None


def write_changes(
    school: School, bank: Bank, comparison: Comparison, *, governors: bool = False
) -> Path:
    """Write the page on what has changed into the year's folder, for parents or for governors.

    Raises UnwritableError, and UnreadableError for a template or a logo with a fault, or where the
    record of an approval cannot be read.
    """
    from sendwizard.office import reporting  # noqa: PLC0415 - 60 ms, for the page alone
    from sendwizard.report.changes import Changed, parents_page  # noqa: PLC0415 - ditto
    from sendwizard.report.changes_for_governors import governors_page  # noqa: PLC0415 - ditto
    from sendwizard.report.entries import Material  # noqa: PLC0415 - ditto

    after = comparison.after
    stands = standing(school, bank, after)
    if stands.approval is None and stands.problems:
        raise UnreadableError(stands.problems[0])
    material, _ = reporting.material_of(school, bank, after, stands.approval, stands.changed)
    before = Material(bank, in_todays_questions(bank, comparison.before))
    every = (*comparison.changes, *comparison.unseen) if governors else comparison.changes
    changed = Changed(material, before, every, comparison.since_in_words)
    report = governors_page(changed) if governors else parents_page(changed)
    wanted = reporting.Wanted(formats=(reporting.Format.HTML,))
    page = reporting.rendered(school, report, wanted)[reporting.Format.HTML]
    path = school.year_folder(after.year) / (FOR_GOVERNORS if governors else FOR_PARENTS)
    reporting.refuse_what_is_in_use(path)
    write_atomic(path, page.data)
    return path
