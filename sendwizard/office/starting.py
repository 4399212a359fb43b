"""Finds what a school year is to begin with: an earlier year, a file, or a sister school's folder.

Changes nothing, so that it can be looked at before the year is begun.
"""

from dataclasses import dataclass
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.bank import SCHOOL_NAME, Bank
from sendwizard.core.editions import is_newer, meaning, why_read_only
from sendwizard.core.years import is_school_year, require_school_year, year_after
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.folders import School, years_in
from sendwizard.office.migrating import said
from sendwizard.office.reading import readable
from sendwizard.office.sitting import Clock, utc_now
from sendwizard.store.answers_file import FILE_NAME, read_answers
from sendwizard.store.confined import named
from sendwizard.store.history import last_good_save
from sendwizard.store.lock import YearLock


class OtherSchoolError(UsageError):
    """The answers to begin with are another school's, and nobody has said what to do with them."""


class BrokenYearError(UnreadableError):
    """The year to begin with cannot be read."""

    def __init__(self, message: str, save: Path | None) -> None:
        super().__init__(message)
        self.save = save
        """Its last good save, to begin with in its place; None where there is none."""


@dataclass(frozen=True)
class Start:
    """What a year is to begin with."""

    bank: Bank
    before: Answers | None = None
    """None where it begins empty."""
    is_sister: bool = False
    """Whether they are another school's answers: its names and contacts stay behind."""
    told: tuple[str, ...] = ()
    """What the person should know of it."""
    newer: tuple[str, ...] = ()
    """What newer questions mean for these answers; () where they are the same."""


def is_begun(school: School, year: str) -> bool:
    """Whether the year has answers."""
    return (school.year_folder(year) / FILE_NAME).exists()


def refuse_begun(school: School, year: str, clock: Clock) -> None:
    """Raises UsageError where the year has answers, LockedError where somebody has them open."""
    if not is_begun(school, year):
        return
    with YearLock(school.year_folder(year)).take(clock()):
        raise UsageError(f"{year} has been begun already. Open it with “sendwizard fill {year}”.")


def start_of(
    school: School,
    bank: Bank,
    year: str,
    clock: Clock = utc_now,
    *,
    source: str | None = None,
    own: bool | None = None,
) -> Start:
    """What the year would begin with: `source`, or the newest earlier year.

    Raises UsageError where the year exists or is none, or the source is not there; LockedError
    where it exists and is open; OtherSchoolError where the source is another school's and `own`
    does not say whether it counts as ours; BrokenYearError where it cannot be read.
    """
    require_school_year(year)
    refuse_begun(school, year, clock)
    if source is None or _is_our_folder(school, source):
        earlier = [each for each in school.years() if each < year]
        return _of_our_year(school, bank, year, earlier[-1]) if earlier else Start(bank)
    if is_school_year(source) and source in school.years():
        if source > year:
            raise UsageError(f"{source} comes after {year}, so {year} cannot begin with it.")
        return _of_our_year(school, bank, year, source)
    return _of_a_file(school, bank, school.to_read(Path(source)), own=own)


def _is_our_folder(school: School, source: str) -> bool:
    return Path(source).is_dir() and Path(source).resolve() == school.folder.resolve()


def _of_our_year(school: School, bank: Bank, year: str, source: str) -> Start:
    try:
        before = readable(school, bank, source)
    except UnreadableError as error:
        save = last_good_save(school.year_folder(source))
        if save is None:
            raise BrokenYearError(str(error), None) from None
        way = f"To begin {year} with that save: sendwizard begin {year} --from {save.path}"
        raise BrokenYearError(f"{str(error).rstrip('.')}. {way}", save.path) from None
    _refuse_newer(bank, before)
    missing = _years_between(source, year)
    gap = f"There are no answers for {' and '.join(missing)}: those of {source} come across."
    return Start(bank, before, told=(gap,) if missing else (), newer=_newer(bank, before))


def _years_between(earlier: str, later: str) -> list[str]:
    years, at = [], year_after(earlier)
    while at < later:
        years.append(at)
        at = year_after(at)
    return years


def _of_a_file(school: School, bank: Bank, path: Path, *, own: bool | None) -> Start:
    is_folder = path.is_dir()
    before = _read(bank, _file_in(path) if is_folder else path)
    _refuse_newer(bank, before)
    ours, theirs = _own_name(school, bank), _name_of(before)
    same = bool(ours) and theirs.casefold() == ours.casefold()
    if own is None and ours and not same and not is_folder:
        raise OtherSchoolError(
            f"These are the answers of {theirs or 'a school without a name'}, and your school is "
            f"{ours}. If it is your own school under another name, say so with --own; if it is a "
            "sister school, with --sister."
        )
    sister = not own if own is not None else is_folder and not same
    whose = f"They are the answers of {theirs}." if theirs else "They do not say whose they are."
    kind = (
        " The boxes for names, phone numbers and addresses came across empty; in the texts they "
        "still stand, so read every answer as your own."
        if sister
        else ""
    )
    return Start(bank, before, sister, (whose + kind,), _newer(bank, before))


def _file_in(folder: Path) -> Path:
    """The newest answers in a school's folder, or those of a year's folder."""
    if (folder / FILE_NAME).exists():
        return folder / FILE_NAME
    years = years_in(folder)
    if not years:
        raise UsageError(f"There are no answers in {folder}.")
    return folder / years[-1] / FILE_NAME


def _read(bank: Bank, path: Path) -> Answers:
    try:
        before = read_answers(path)
    except FileNotFoundError:
        raise UsageError(f"There is no year, file or folder {named(path)} to begin with.") from None
    if before.bank != bank.id:
        raise UnreadableError(f"{path}: it answers the questions “{before.bank}”, not “{bank.id}”.")
    return before


def _refuse_newer(bank: Bank, before: Answers) -> None:
    why = why_read_only(bank, before)
    if why:
        raise UnreadableError(why)


def _newer(bank: Bank, before: Answers) -> tuple[str, ...]:
    return said(bank, before, meaning(bank, before)) if is_newer(bank, before) else ()


def _own_name(school: School, bank: Bank) -> str:
    """The school's name in its newest year that can be read; "" where none has one."""
    for year in reversed(school.years()):
        try:
            name = _name_of(readable(school, bank, year))
        except UnreadableError:
            continue
        if name:
            return name
    return ""


def _name_of(answers: Answers) -> str:
    name = answers.value(SCHOOL_NAME)
    return name.strip() if isinstance(name, str) else ""
