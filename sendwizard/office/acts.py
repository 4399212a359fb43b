"""What a command does, without its words: begin, status, check, scripted answers, demo."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sendwizard.core.answers import Answers, Value
from sendwizard.core.bank import NEXT_REVIEW, Bank
from sendwizard.core.duties import Duty, duties, gaps
from sendwizard.core.findings import Finding, find_all
from sendwizard.core.route import Status, statuses
from sendwizard.core.wizard import Wizard
from sendwizard.core.years import require_school_year
from sendwizard.errors import SendwizardError, UnwritableError, UsageError
from sendwizard.language.readability import flesch, word_count
from sendwizard.office.folders import School, years_in
from sendwizard.office.reading import empty_year, readable
from sendwizard.office.sitting import Clock, open_year, utc_now
from sendwizard.store.answers_file import FILE_NAME, write_answers
from sendwizard.store.bank_files import load_bank
from sendwizard.store.lock import YearLock

DEMO_FOLDER = "demo-school"
DEMO_MARK = "DEMO.txt"


@dataclass(frozen=True)
class YearStatus:
    """Where one year stands."""

    year: str
    counts: dict[Status, int]
    """Questions by where they stand."""
    sections: tuple[tuple[str, int, int], ...]
    """Title, done and total of each section on the route."""
    state: str
    """`draft` or `complete`, as `status --json` has it."""
    next_review: date | None

    @property
    def total(self) -> int:
        """Questions on the route."""
        return sum(n for status, n in self.counts.items() if status is not Status.OFF_ROUTE)


@dataclass(frozen=True)
class Check:
    """What `check` finds."""

    year: str
    findings: tuple[Finding, ...]
    duties: tuple[Duty, ...]
    flesch: float
    words: int


def begin(school: School, year: str, clock: Clock = utc_now) -> Path:
    """Start an empty year; its answers file. Raises UsageError where it exists already."""
    require_school_year(year)
    bank = load_bank(school.questions)
    path = school.year_folder(year) / FILE_NAME
    with YearLock(school.year_folder(year)).take(clock()):
        if path.exists():
            raise UsageError(
                f"{year} has been begun already. Open it with “sendwizard fill {year}”."
            )
        write_answers(path, empty_year(bank, year))
    return path


def year_status(bank: Bank, answers: Answers) -> YearStatus:
    """Where these answers stand."""
    standing = statuses(bank, answers)
    sections = []
    for section in bank.sections:
        asked = [standing[q.id] for q in section.questions]
        asked = [status for status in asked if status is not Status.OFF_ROUTE]
        done = sum(status in (Status.ANSWERED, Status.NOT_APPLICABLE) for status in asked)
        if asked:
            sections.append((section.title, done, len(asked)))
    counts = standing.get(NEXT_REVIEW) is Status.ANSWERED
    review = answers.value(NEXT_REVIEW) if counts else None
    return YearStatus(
        year=answers.year,
        counts={status: list(standing.values()).count(status) for status in Status},
        sections=tuple(sections),
        state="draft" if gaps(bank, answers) else "complete",
        next_review=review if isinstance(review, date) else None,
    )


def all_status(school: School) -> tuple[list[YearStatus], list[SendwizardError]]:
    """Where each year stands, and why some cannot be read; the good ones are always there."""
    bank = load_bank(school.questions)
    good: list[YearStatus] = []
    bad: list[SendwizardError] = []
    for year in school.years():
        try:
            good.append(year_status(bank, readable(school, bank, year)))
        except SendwizardError as error:
            bad.append(error)
    return good, bad


def check(school: School, year: str | None) -> Check:
    """What is left to do in a year, how each duty stands, and how easily it reads."""
    bank = load_bank(school.questions)
    answers = readable(school, bank, school.pick_year(year))
    standing = statuses(bank, answers)
    texts = [
        answer.value
        for question_id, answer in answers.by_id.items()
        if standing.get(question_id) is Status.ANSWERED
        and isinstance(answer.value, str)
        and bank.by_id[question_id].kind.value == "passage"
    ]
    whole = "\n\n".join(texts)
    return Check(
        year=answers.year,
        findings=find_all(bank, answers),
        duties=duties(bank, answers),
        flesch=round(flesch(whole), 1),
        words=word_count(whole),
    )


def change_answer(
    school: School, year: str | None, question_id: str, change: Callable[[Wizard], Wizard]
) -> Wizard:
    """Change one answer by script, saved and put by. Raises LockedError and its kin."""
    with open_year(school, school.pick_year(year), question_id) as sitting:
        sitting.require_writable()
        changed = change(sitting.wizard)
        sitting.leave(changed.answers, 1)
        return changed


def clear_answer(school: School, year: str | None, question_id: str, on: date) -> None:
    """Withdraw an answer by script, on the route or off it. Raises LockedError and its kin."""
    with open_year(school, school.pick_year(year)) as sitting:
        sitting.require_writable()
        sitting.bank.question(question_id)
        sitting.leave(sitting.wizard.withdraw(on, question_id).answers, 1)


def set_value(value: Value | None, on: date) -> Callable[[Wizard], Wizard]:
    """The change that gives an answer."""
    return lambda wizard: wizard.answer(value, on)


def make_demo(school: School, folder: Path) -> Path:
    """Copy the demo school into a folder of its own; one that is there already stays as it is.

    Raises UsageError for a folder that belongs to a school, UnwritableError where it cannot be.
    """
    mark = folder / DEMO_MARK
    if mark.exists():
        return folder
    above = (folder.resolve(), *folder.resolve().parents)
    in_use = school.folder.resolve() in above or any(map(years_in, above))
    if in_use or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise UsageError(
            f"{folder} is not empty, and the demo school is never written into a folder in use. "
            "Name a new one: sendwizard demo NEW-FOLDER."
        )
    source = Path(__file__).resolve().parents[1] / "demo"
    try:
        shutil.copytree(source, folder, dirs_exist_ok=True)
        mark.write_text("A made-up school, to try sendwizard with. Delete it when you like.\n")
    except OSError as error:
        raise UnwritableError(f"{folder} could not be written: {error.strerror}.") from None
    return folder
