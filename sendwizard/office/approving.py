"""Approve and lock: what governors decided becomes a frozen copy and a day to look at it again.

All is made before anything is written; an approved copy is there whole or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from pathlib import Path
from typing import ClassVar

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.approval import Approval, twelve_months_on
from sendwizard.core.bank import NEXT_REVIEW, SCHOOL_NAME, Bank
from sendwizard.core.findings import Finding, in_full
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count, for_school
from sendwizard.errors import SendwizardError, UnreadableError, UnwritableError
from sendwizard.office.deciding import Decision, approval_of, tidied
from sendwizard.office.folders import School
from sendwizard.office.publishing import publish, published
from sendwizard.office.reporting import (
    Wanted,
    material_of,
    refuse_what_is_in_use,
    rendered,
    stamped,
)
from sendwizard.office.sitting import Clock, Sitting, open_year, utc_now
from sendwizard.office.standing import Standing, standing
from sendwizard.report.build import build_annex, build_report
from sendwizard.report.calendar import review_event
from sendwizard.report.entries import Material
from sendwizard.store.answers_file import FILE_NAME, dump_answers
from sendwizard.store.approved import freeze, next_number, take_back
from sendwizard.store.atomic import write_atomic
from sendwizard.store.history import keep_save

__all__ = [
    "Approved",
    "Decision",
    "Standing",
    "StopError",
    "approve",
    "approve_year",
    "publish",
    "published",
    "standing",
]

CALENDAR = "next-review.ics"
GOVERNORS = "governors"
NOT_FOR_GOVERNORS = (
    "What could tell who a pupil is, and another school’s name, cannot be accepted by anybody. Put "
    "it right, or set it aside with a reason:"
)
MOST_NAMED = 10
"""Stops that a refusal names before it says how many more there are."""


class StopError(SendwizardError):
    """Something stands in the way of approval; its text names each thing."""

    exit_code: ClassVar[int] = 1

    def __init__(self, text: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(text)
        self.findings = findings
        """What stands in the way."""

    @property
    def can_be_accepted(self) -> bool:
        """Whether governors could approve all the same, knowingly and with a reason."""
        return all(each.rule.can_be_accepted for each in self.findings)


@dataclass(frozen=True)
class Approved:
    """What an approval made."""

    number: int
    folder: Path
    """The approved copy."""
    paths: tuple[Path, ...]
    """The report and the calendar file in the year's folder, as far as they could be written."""
    approval: Approval
    answers: Answers
    """As they were saved: a face goes on from these."""
    told: tuple[str, ...]
    """What the person should know, each once, `not_written` among it."""
    not_written: str = ""
    """Why something beside the copy could not be written; the approval stands. "" where all is."""


@dataclass(frozen=True)
class _Made:
    """The files of a copy, not written yet."""

    files: dict[str, bytes]
    told: tuple[str, ...]


def approve_year(
    school: School, year: str | None, decision: Decision, clock: Clock = utc_now
) -> Approved:
    """Approve a year by script. Raises as `approve` does, and LockedError and its kin."""
    with open_year(school, school.pick_year(year), clock=clock) as sitting:
        return approve(sitting, sitting.wizard.answers, 1, decision)


def approve(sitting: Sitting, answers: Answers, revision: int, decision: Decision) -> Approved:
    """Approve the answers of an open year and freeze them.

    Raises StopError, UsageError for a decision that cannot be, UnreadableError for a template with
    a fault or where the answers may only be looked at, and UnwritableError; then there is no copy.
    """
    from sendwizard.office.checking import check_answers  # noqa: PLC0415 - every rule: 0.1 s

    sitting.require_writable()
    stands = standing(sitting.school, sitting.bank, answers)
    decision = tidied(decision)
    if decision.small_change and answers.approvals and not stands.number and not stands.problems:
        raise UnreadableError(
            f"The approved copies of {answers.year} are lost. Put them back from a backup, or have "
            "governors approve anew."
        )
    if decision.small_change and stands.problems:
        raise UnreadableError(stands.problems[0])
    today = sitting.clock().replace(tzinfo=UTC).astimezone().date()
    checked = check_answers(sitting.bank, answers, today)
    found = tuple(each for each in checked.stops if each.question != NEXT_REVIEW)
    can_be = tuple(dict.fromkeys(e.question for e in found if e.rule.can_be_accepted))
    approval = approval_of(decision, stands.approval, answers.year, can_be)
    left = [e for e in found if not (e.rule.can_be_accepted and e.question in approval.gaps)]
    if left:
        raise _refusal(sitting.bank, answers, tuple(left))
    number = next_number(sitting.folder, answers.approvals)
    after = replace(_with_review(sitting.bank, answers, approval), approvals=number)
    made = _made(sitting.school, sitting.bank, after, approval, number)
    beside = {name: data for name, data in made.files.items() if _is_beside(name)}
    for name in beside:
        refuse_what_is_in_use(sitting.folder / name)
    folder = _freeze(sitting, answers, after, revision, (number, made, approval))
    paths, not_written = _write_beside(sitting, after, revision, beside)
    told = [*_told(stands, answers, approval, today), *made.told]
    if checked.set_aside:
        what = count(len(checked.set_aside), "thing was", "things were")
        told.append(f"{what} set aside: the governors’ page lists each with its reason.")
    if not_written:
        told.append(not_written)
    return Approved(number, folder, paths, approval, after, tuple(dict.fromkeys(told)), not_written)


def _refusal(bank: Bank, answers: Answers, left: tuple[Finding, ...]) -> StopError:
    named = [f"  {for_school(bank, answers, in_full(bank, each))}" for each in left[:MOST_NAMED]]
    if len(left) > MOST_NAMED:
        named.append(f"  And {len(left) - MOST_NAMED} more.")
    what = count(len(left), "thing stands", "things stand")
    lines = [f"{answers.year} was not approved: {what} in the way.", *named]
    return StopError("\n".join(lines), left)


def _with_review(bank: Bank, answers: Answers, approval: Approval) -> Answers:
    """The answers with the day of the next review that was decided."""
    now = answers.get(NEXT_REVIEW)
    same = now.value == approval.next_review and now.source is not Source.CARRIED
    if NEXT_REVIEW not in bank.by_id or approval.next_review is None or same:
        return answers
    given = Answer(approval.next_review, on=approval.latest, note=now.note, extra=now.extra)
    return answers.with_answer(NEXT_REVIEW, given)


# -- what is frozen ---------------------------------------------------------------------


def _made(school: School, bank: Bank, after: Answers, approval: Approval, number: int) -> _Made:
    material, told = material_of(school, bank, after, approval)
    files: dict[str, bytes] = {}
    every = list(told)
    for name, report in (
        ("report", build_report(material)),
        (GOVERNORS, build_annex(material)),
    ):
        for form, each in rendered(school, stamped(report), Wanted()).items():
            files[f"{name}.{form.value}"] = each.data
            every.extend(each.told)
    files[FILE_NAME] = dump_answers(after)
    if approval.next_review is not None:
        named = _name(material)
        event = review_event(named, after.year, approval, approval.next_review, number)
        files[CALENDAR] = event
    return _Made(files, tuple(every))


def _name(material: Material) -> str:
    name = material.answers.value(SCHOOL_NAME)
    return name if isinstance(name, str) and material.counts(SCHOOL_NAME) else "our school"


def _is_beside(name: str) -> bool:
    """Whether a file of the copy also stands in the year's folder."""
    return name == CALENDAR or name.startswith("report.")


def _freeze(
    sitting: Sitting,
    answers: Answers,
    after: Answers,
    revision: int,
    what: tuple[int, _Made, Approval],
) -> Path:
    """Put the state before by, make the copy, and save the answers that belong to it."""
    number, made, approval = what
    if sitting.settled == answers:
        keep_save(sitting.folder, answers, sitting.clock())
    else:
        sitting.leave(answers, revision)
    folder = freeze(sitting.folder, number, made.files, approval)
    try:
        sitting.save(after, revision)
    except UnwritableError:
        take_back(folder)
        raise
    return folder


def _write_beside(
    sitting: Sitting, after: Answers, revision: int, files: dict[str, bytes]
) -> tuple[tuple[Path, ...], str]:
    """What stands beside the copy, and why some of it could not be written; the approval stands."""
    written: list[Path] = []
    try:
        sitting.leave(after, revision)
        for name, data in files.items():
            write_atomic(sitting.folder / name, data)
            written.append(sitting.folder / name)
    except UnwritableError as error:
        why = f"The approved copy was made and holds all of it, but beside it {error}"
        return tuple(written), why
    return tuple(written), ""


# -- what there is to say ---------------------------------------------------------------


def _told(stands: Standing, answers: Answers, approval: Approval, today: date) -> Sequence[str]:
    told = list(stands.problems)
    if approval.latest > today:
        told.append(
            f"{say_date(approval.latest)} is still to come. If that is a slip, approve anew."
        )
    was, review = answers.value(NEXT_REVIEW), approval.next_review
    if isinstance(was, date) and review is not None and was != review:
        told.append(
            f"The next review was written as {say_date(was)}; it is {say_date(review)} now."
        )
    if approval.updates:
        if not stands.changed:
            told.append("No answer has changed since the approved copy before.")
        return told
    if review is not None and review > twelve_months_on(approval.on):
        told.append("The next review is more than twelve months on: the Code says each year.")
    newest = answers.newest
    if newest is not None and newest > approval.on:
        told.append(
            f"Some answers were written after {say_date(approval.on)}. "
            "Make sure that the governors have seen them."
        )
    return told
