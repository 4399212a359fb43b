"""Where the approved report stands, since when, and when the council was sent the link.

Asked after the approval, and never before: what nobody approved is not published here.
"""

from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core.answers import Answers, Published
from sendwizard.core.bank import Column, Kind
from sendwizard.core.kinds import parse_field, say_date
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.acts import YearStatus, year_status
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.office.sitting import Clock, open_year, utc_now
from sendwizard.office.standing import standing
from sendwizard.store.bank_files import load_bank

_ADDRESS = Column("address", Kind.URL, "Web address")


@dataclass(frozen=True)
class Publication:
    """What is known of a year's publication."""

    status: YearStatus
    known: Published


def published(answers: Answers, said: Published) -> Answers:
    """The answers with what was said of their publication; what was not said stays as it was.

    Raises UsageError for what is no web address.
    """
    known = answers.published or Published()
    address = parse_field(_ADDRESS, said.address)
    told = Published(
        address=str(address) if address else known.address,
        on=said.on or known.on,
        council_told=said.council_told or known.council_told,
    )
    return answers if told == known else replace(answers, published=told)


def publish(
    school: School, year: str | None, said: Published, clock: Clock = utc_now
) -> Publication:
    """Note by script where a year's report stands.

    Raises UsageError for a year that is not approved and for a day that cannot be, UnreadableError
    where the record of the approval cannot be read, LockedError and its kin.
    """
    with open_year(school, school.pick_year(year), clock=clock) as sitting:
        sitting.require_writable()
        answers = sitting.wizard.answers
        stands = standing(school, sitting.bank, answers)
        if stands.problems:
            raise UnreadableError(stands.problems[0])
        if stands.approval is None:
            raise UsageError(f"{answers.year} has not been approved yet. Approve it first.")
        for day in (said.on, said.council_told):
            require_no_day_before(day, stands.approval.on)
        after = published(answers, said)
        sitting.leave(after, 1)
        status = year_status(sitting.bank, after, stands)
        return Publication(status, after.published or Published())


def publication(school: School, year: str | None) -> Publication:
    """What is known. Raises UnreadableError and UsageError, as `status` does."""
    bank = load_bank(school.questions)
    answers = readable(school, bank, school.pick_year(year))
    status = year_status(bank, answers, standing(school, bank, answers))
    return Publication(status, answers.published or Published())


def require_no_day_before(day: date | None, approved: date) -> None:
    """Raises UsageError for a day on which nothing was approved yet."""
    if day is not None and day < approved:
        raise UsageError(
            f"{say_date(day)} is before the approval on {say_date(approved)}. "
            "Look at the date again."
        )
