"""Getting started: the few questions whose answers decide which of the others are asked."""

from sendwizard.core.answers import Answers
from sendwizard.core.bank import LOCAL_AUTHORITY, Bank, Question, Section
from sendwizard.core.conditions import OneOf, evaluate, leaves
from sendwizard.core.route import DONE, Status, leaf_test, statuses


def deciders(bank: Bank) -> tuple[str, ...]:
    """Ids of the questions that come first in a school's first year, in the bank's order.

    Those of the first section that name the school, whose choices other questions hang on, or
    that say more of such a choice; and the council. A number that others hang on, such as the
    roll, can come later: without it they are simply not asked.
    """
    first = _first_section(bank)
    hangs_on = {
        leaf.question
        for question in bank.questions
        for leaf in leaves(question.applies_when)
        if isinstance(leaf, OneOf)
    }
    choices = {q.id for q in first.questions if q.id in hangs_on and _comes_first(q)}
    return tuple(
        question.id
        for question in first.questions
        if question.id in choices
        or (question.names_the_school and question.required)
        or (isinstance(question.applies_when, OneOf) and question.applies_when.question in choices)
        or question.id == LOCAL_AUTHORITY
    )


def _first_section(bank: Bank) -> Section:
    """The first that a school is asked in its first year."""
    asked = (each for each in bank.sections if not all(q.begun_year for q in each.questions))
    return next(asked, bank.sections[0])


def _comes_first(question: Question) -> bool:
    return question.applies_when is None or isinstance(question.applies_when, OneOf)


def first_asked(bank: Bank, answers: Answers) -> tuple[Question, ...]:
    """The questions that getting started stops at: those that decide and are sure to be asked."""
    return tuple(
        question
        for question in map(bank.question, deciders(bank))
        if _is_sure(bank, answers, question)
    )


def _is_sure(bank: Bank, answers: Answers, question: Question) -> bool:
    """Whether it is known already that the question is asked."""
    condition = question.applies_when
    if condition is None:
        return True
    return evaluate(condition, lambda leaf: leaf_test(bank, answers, leaf)) is True


def is_first_run(bank: Bank, answers: Answers) -> bool:
    """Whether a school is still getting started: it has not answered what decides the others,
    nor anything else. A year that brought answers across has.
    """
    deciding = deciders(bank)
    standing = statuses(bank, answers)
    if any(each.says_something for key, each in answers.by_id.items() if key not in deciding):
        return False
    if any(standing[each] is Status.CARRIED for each in deciding):
        return False
    return any(standing[each.id] not in DONE for each in first_asked(bank, answers))
