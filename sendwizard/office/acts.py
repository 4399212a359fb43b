"""What a command does, without its words: begin, status, check, scripted answers, demo."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sendwizard.core.answers import Answers, Published
from sendwizard.core.approval import Approval
from sendwizard.core.bank import NEXT_REVIEW, Bank
from sendwizard.core.duties import gaps
from sendwizard.core.editions import is_newer
from sendwizard.core.route import Status, statuses
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import count
from sendwizard.errors import SendwizardError, UnreadableError, UsageError
from sendwizard.office.folders import School, years_in
from sendwizard.office.reading import readable
from sendwizard.office.sitting import open_year
from sendwizard.office.standing import Standing, standing
from sendwizard.store.atomic import write_atomic
from sendwizard.store.bank_files import load_bank

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
    """`draft`, `complete`, `approved` or `changed`, as `status --json` has it."""
    next_review: date | None
    approval: Approval | None = None
    """What governors approved last; None where they have not."""
    changed: int = 0
    """How many answers differ from what was approved."""
    published: bool = False
    """Whether what was approved last is on the website, as far as anybody has said."""
    problems: tuple[str, ...] = ()
    """A sentence for each approved copy that was altered or lost."""
    newer: str = ""
    """The edition of the questions where it is newer than the answers; "" where they agree."""

    @property
    def total(self) -> int:
        """Questions on the route."""
        return sum(n for status, n in self.counts.items() if status is not Status.OFF_ROUTE)

    @property
    def to_look_at(self) -> int:
        """Last year's answers that nobody has checked yet."""
        return self.counts[Status.CARRIED]

    @property
    def new(self) -> int:
        """Questions without any answer."""
        return self.counts[Status.UNANSWERED]

    @property
    def state_in_words(self) -> str:
        """`approved, not yet on the website`, `changed since approval: 3 answers`."""
        if self.state == "changed":
            return f"changed since approval: {count(self.changed, 'answer')}"
        if self.state == "approved":
            return f"approved, {'' if self.published else 'not yet '}on the website"
        return self.state

    def review_is_past(self, today: date) -> bool:
        """Whether the day on which the report was to be looked at again has gone by."""
        return self.next_review is not None and self.next_review < today


def year_status(bank: Bank, answers: Answers, stands: Standing | None = None) -> YearStatus:
    """Where these answers stand; `stands` is how they stand with governors."""
    stands = stands or Standing()
    by_question = statuses(bank, answers)
    sections = []
    for section in bank.sections:
        asked = [by_question[q.id] for q in section.questions]
        asked = [status for status in asked if status is not Status.OFF_ROUTE]
        done = sum(status in (Status.ANSWERED, Status.NOT_APPLICABLE) for status in asked)
        if asked:
            sections.append((section.title, done, len(asked)))
    counts = by_question.get(NEXT_REVIEW) is Status.ANSWERED
    review = answers.value(NEXT_REVIEW) if counts else None
    decided = stands.approval.next_review if stands.approval else None
    if stands.approval is None:
        state = "draft" if _is_draft(bank, answers) else "complete"
    else:
        state = "changed" if stands.changed else "approved"
    return YearStatus(
        year=answers.year,
        counts={status: list(by_question.values()).count(status) for status in Status},
        sections=tuple(sections),
        state=state,
        next_review=review if isinstance(review, date) else decided,
        approval=stands.approval,
        changed=stands.changed,
        published=_is_published(answers.published, stands.approval),
        problems=stands.problems,
        newer=bank.edition if is_newer(bank, answers) else "",
    )


def _is_published(said: Published | None, approval: Approval | None) -> bool:
    """Whether what was approved last is published; a day before it means an earlier copy."""
    if said is None or approval is None or not (said.address or said.on):
        return False
    return said.on is None or said.on >= approval.latest


def all_status(school: School) -> tuple[list[YearStatus], list[SendwizardError]]:
    """Where each year stands, and why some cannot be read; the good ones are always there.

    An approved copy that was altered or lost is told with what cannot be read.
    """
    bank = load_bank(school.questions)
    good: list[YearStatus] = []
    bad: list[SendwizardError] = []
    for year in school.years():
        try:
            answers = readable(school, bank, year)
            stands = standing(school, bank, answers, verify=True)
        except SendwizardError as error:
            bad.append(error)
            continue
        good.append(year_status(bank, answers, stands))
        bad.extend(map(UnreadableError, stands.problems))
    return good, bad


def _is_draft(bank: Bank, answers: Answers) -> bool:
    """Whether something is missing or to be put right; only a year that seems whole is read."""
    if gaps(bank, answers):
        return True
    from sendwizard.language.reader import hollow_only, to_put_right  # noqa: PLC0415 - 40 ms

    hollow = gaps(bank, answers, hollow_only(bank, answers))
    return bool(hollow or to_put_right(bank, answers))


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
    for path in sorted(source.glob("*/*.toml")):
        write_atomic(folder / path.relative_to(source), path.read_bytes())
    write_atomic(mark, b"A made-up school, to try sendwizard with. Delete it when you like.\n")
    return folder
