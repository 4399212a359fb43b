"""How each section stands: with few states, and complete only once the person has said so."""

from dataclasses import dataclass, replace
from enum import Enum

from sendwizard.core.bank import Question, Section
from sendwizard.core.route import DONE
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UsageError


class SectionState(Enum):
    """How far a section is; the values are what people read."""

    TO_DO = "to do"
    """Nothing in it is done."""
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    """The person says that it is finished, and nothing that is needed is left in it."""


@dataclass(frozen=True)
class SectionStanding:
    """One section as it stands for this school."""

    section: Section
    state: SectionState
    done: int
    """Questions that are answered or do not apply."""
    asked: int
    """Questions that this school is asked in it; at least one."""
    marked: bool
    """Whether the person said that it is finished."""
    needed: int
    """Needed questions in it that are to do, not checked yet, or answered in part."""


def standings(wizard: Wizard) -> tuple[SectionStanding, ...]:
    """Each section in which this school is asked anything, in the order of the report."""
    return tuple(
        _standing(wizard, section, asked)
        for section in wizard.bank.sections
        if (asked := [q for q in wizard.route if q.section == section.id])
    )


def standing_of(wizard: Wizard) -> SectionStanding:
    """The section of the open question."""
    asked = [q for q in wizard.route if q.section == wizard.question.section]
    return _standing(wizard, wizard.section, asked)


def _standing(wizard: Wizard, section: Section, asked: list[Question]) -> SectionStanding:
    written = [question.id for question in asked if question.id not in wizard.hollow]
    done = sum(wizard.statuses[each] in DONE for each in written)
    needed = sum(question.required and wizard.needs_me(question) for question in asked)
    marked = section.id in wizard.answers.finished
    state = SectionState.IN_PROGRESS if done or marked else SectionState.TO_DO
    if marked and not needed:
        state = SectionState.COMPLETE
    return SectionStanding(section, state, done, len(asked), marked, needed)


def mark_finished(wizard: Wizard, section_id: str, *, finished: bool) -> Wizard:
    """The person says that a section is finished, or takes that back. Editing takes nothing back.

    Raises UsageError where there is no such section.
    """
    if not any(section.id == section_id for section in wizard.bank.sections):
        raise UsageError(f"There is no section “{section_id}” in the bank.")
    now = wizard.answers.finished
    after = tuple(each for each in now if each != section_id)
    if finished:
        after = now if section_id in now else (*now, section_id)
    return wizard.over(replace(wizard.answers, finished=after))


def is_last_of_section(wizard: Wizard) -> bool:
    """Whether the open question is the last that going on stops at in its section."""
    here = [q.id for q in wizard.walked if q.section == wizard.question.section]
    return here[-1] == wizard.at


def waits_for_mark(wizard: Wizard) -> bool:
    """Whether, at the last question of a section, only the person's word is missing in it."""
    if wizard.starting or not is_last_of_section(wizard):
        return False
    standing = standing_of(wizard)
    return not standing.marked and not standing.needed
