"""Begins a school year with the answers of an earlier one, and changes nothing in that one."""

from dataclasses import dataclass, replace
from pathlib import Path

from sendwizard.core.answers import Answers, Began, Source
from sendwizard.core.bank import Bank
from sendwizard.core.carry import carry, from_sister, is_of_one_school
from sendwizard.core.text import clean_line
from sendwizard.core.words import count
from sendwizard.errors import UsageError
from sendwizard.office.folders import School
from sendwizard.office.reading import DOCUMENT, LAST_YEAR, empty_year
from sendwizard.office.sitting import Clock, utc_now
from sendwizard.office.starting import Start, is_begun, start_of
from sendwizard.store.answers_file import FILE_NAME, write_answers
from sendwizard.store.atomic import write_atomic
from sendwizard.store.bank_files import load_bank
from sendwizard.store.documents import words_of
from sendwizard.store.history import keep_save
from sendwizard.store.lock import YearLock


@dataclass(frozen=True)
class Begun:
    """A year that was begun."""

    path: Path
    """Its answers file."""
    answers: Answers
    told: tuple[str, ...]
    """What came across, and what the person should know."""


def begin(
    school: School,
    year: str,
    clock: Clock = utc_now,
    *,
    start: Start | None = None,
    document: Path | None = None,
) -> Begun:
    """Begin a year with what `start_of` found, or else with the newest earlier year.

    Nothing of an earlier year's folder changes. Raises what `start_of` raises, LockedError and
    UnwritableError.
    """
    start = start or start_of(school, load_bank(school.questions), year, clock)
    bank = start.bank
    words = None if document is None else words_of(document)
    answers = _first_answers(bank, year, start)
    if document is not None:
        answers = beside(answers, document)
    folder = school.year_folder(year)
    with YearLock(folder).take(clock()):
        if is_begun(school, year):
            raise UsageError(f"Somebody else has just begun {year}. Open it: sendwizard fill.")
        if start.before is not None:
            write_answers(folder / LAST_YEAR, _shown_of(bank, start))
        if words is not None:
            write_atomic(folder / DOCUMENT, words.encode())
        write_answers(folder / FILE_NAME, answers)  # last: only now is the year begun
        keep_save(folder, answers, clock())
    return Begun(folder / FILE_NAME, answers, (*start.told, *_came_across(answers)))


def stand_beside(school: School, year: str, answers: Answers, document: Path) -> Answers:
    """Put a document's words beside the questions of a year that is open; the answers that say so.

    The caller saves them. Raises UsageError, UnreadableError and UnwritableError.
    """
    words = words_of(school.to_read(document))
    write_atomic(school.year_folder(year) / DOCUMENT, words.encode())
    return beside(answers, document)


def beside(answers: Answers, document: Path) -> Answers:
    """The answers of a year beside whose questions a document stands."""
    name = clean_line(document.name)
    return replace(answers, began=replace(answers.began or Began(), document=name))


def _first_answers(bank: Bank, year: str, start: Start) -> Answers:
    if start.before is None:
        return empty_year(bank, year)
    if start.is_sister:
        return from_sister(bank, start.before, year)
    return carry(bank, start.before, year)


def _shown_of(bank: Bank, start: Start) -> Answers:
    """What is shown beside the questions; of a sister school, nothing private and no name."""
    before = start.before or empty_year(bank, "")
    if not start.is_sister:
        return before
    by_id = {
        key: replace(each, note="", how="", set_aside={}, extra={})
        for key, each in before.by_id.items()
        if key in bank.by_id and not is_of_one_school(bank.by_id[key])
    }
    return Answers(before.year, before.bank, before.edition, by_id)


def _came_across(answers: Answers) -> tuple[str, ...]:
    carried = sum(each.source is Source.CARRIED for each in answers.by_id.values())
    began = answers.began
    lines = []
    if carried and began is not None:
        whose = began.year if not began.school else f"{began.school}, {began.year}"
        lines.append(
            f"{count(carried, 'answer')} came across from {whose}. Each counts once you have "
            "looked at it."
        )
    if began is not None and began.document:
        lines.append(f"The words of {began.document} stand beside every question.")
    return tuple(lines)
