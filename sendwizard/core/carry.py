"""Last year's answers brought across: shown, and neither counted nor printed until looked at.

Nothing is kept in bulk and nothing is lost: what changes every year starts empty, what no longer
fits has to be given again, and what the bank no longer asks for goes into the archive.
"""

from collections.abc import Mapping
from dataclasses import replace

from sendwizard.core.answers import Answer, Answers, Began, Source, Value, is_empty
from sendwizard.core.archive import archive
from sendwizard.core.bank import SCHOOL_NAME, Bank, Kind, Question
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say_any
from sendwizard.core.names import NAMELESS, host_of
from sendwizard.core.years import years_between

ASK_AGAIN = "ask-again"
_OF_THE_COUNCIL = ("sendiass", "local-offer")
"""Questions whose addresses two schools of one council share."""
RUNNING = 2
"""School years in which the same words were kept before that is said beside them."""


def carry(bank: Bank, before: Answers, year: str) -> Answers:
    """A new year that holds what stood in `before`, each answer waiting to be looked at."""
    by_id = {
        question.id: answer
        for question in bank.questions
        if not question.begun_year and (answer := _carried(question, before)) is not None
    }
    return Answers(
        year,
        bank.id,
        bank.edition,
        by_id,
        began=Began(before.year),
        archive=archive(bank, before),
    )


def _carried(question: Question, before: Answers) -> Answer | None:
    old = old_answer(question, before)
    if old is None:
        return None
    noted = Answer(note=old.note) if old.note else None
    if question.each_year == ASK_AGAIN:
        return noted
    value = old.value if old.value is not None and fits(question, old.value) else None
    reason = old.not_applicable if old.value is None and question.allows_not_applicable else ""
    if value is None and not reason.strip():
        return noted
    return Answer(
        value=value,
        source=Source.CARRIED,
        on=old.on,
        note=old.note,
        not_applicable=reason,
        since=old.since or before.year,
        set_aside=old.set_aside,
    )


def old_answer(question: Question, before: Answers) -> Answer | None:
    """What was answered to this question, or to those that it replaces; None for nothing at all.

    Texts that meet in one question stand one after the other, the older questions' first. Where
    it takes no text, one of them stands and the others' words are in the note.
    """
    ids = (*question.replaces, question.id)
    old = [before.by_id[each] for each in ids if each in before.by_id]
    if not old:
        return None
    said = [each for each in old if each.says_something] or old
    value, left = _joined(question, said)
    reasons = list(dict.fromkeys(each.not_applicable for each in said if each.not_applicable))
    reason = reasons[0] if reasons and value is None else ""
    lines = [each.note for each in old if each.note]
    lines += map(before_in_words, left)
    lines += [reason_in_words(each) for each in reasons if each != reason]
    return replace(
        said[0],
        value=value,
        note="\n".join(dict.fromkeys(lines)),
        not_applicable=reason,
        how="; ".join(dict.fromkeys(each.how for each in said if each.how)),
        set_aside={code: why for each in reversed(old) for code, why in each.set_aside.items()},
        extra={key: each for one in reversed(old) for key, each in one.extra.items()},
    )


def before_in_words(value: Value) -> str:
    """A line of a note: what stood before, where the question does not take it."""
    return f"The answer before: {say_any(value)}"


def reason_in_words(reason: str) -> str:
    """The same for a reason why it did not apply."""
    return f"Did not apply before: {reason}"


def _joined(question: Question, old: list[Answer]) -> tuple[Value | None, list[Value]]:
    """What stands in the question, and the answers that it has no room for."""
    held = [each.value for each in old if each.value is not None and not is_empty(each.value)]
    values = list({(type(each), say_any(each)): each for each in reversed(held)}.values())[::-1]
    if len(values) < len(("one", "another")):
        return next(iter(values), None), []
    texts = [each for each in values if isinstance(each, str)]
    if question.kind is Kind.PASSAGE and texts:
        whole = "\n\n".join(dict.fromkeys(each.strip() for each in texts))
        return whole, [each for each in values if not isinstance(each, str)]
    fitting = [each for each in values if fits(question, each)]
    chosen = next(iter([*fitting, *values]))
    return chosen, [each for each in values if each is not chosen]


def in_todays_questions(bank: Bank, before: Answers) -> Answers:
    """Earlier answers under the ids of today's questions, to be read beside today's answers."""
    by_id = {
        question.id: answer
        for question in bank.questions
        if (answer := old_answer(question, before)) is not None
    }
    return replace(before, by_id=by_id)


def from_sister(bank: Bank, sister: Answers, year: str) -> Answers:
    """A first year from another school's answers: not checked yet, its contacts and names empty.

    Its name, wherever it is left, is found by the check of names.
    """
    name = sister.value(SCHOOL_NAME)
    by_id = {
        key: replace(answer, note="", set_aside={}, since="", on=None)
        for key, answer in carry(bank, sister, year).by_id.items()
        if not is_of_one_school(bank.by_id[key])
    }
    by_id = {key: answer for key, answer in by_id.items() if not answer.is_bare}
    school = name if isinstance(name, str) and name.strip() else NAMELESS
    began = Began(sister.year, school, traces=_hosts(bank, sister))
    return Answers(year, bank.id, bank.edition, by_id, began=began)


def _hosts(bank: Bank, sister: Answers) -> tuple[str, ...]:
    """Hosts of the school's own addresses; the council's and its advice service's are not."""
    found: set[str] = set()
    for question in bank.questions:
        if question.id in _OF_THE_COUNCIL:
            continue
        value = sister.value(question.id)
        rows = value if isinstance(value, tuple) else ({question.id: value},)
        columns = question.columns or (question.column,)
        addresses = {column.id for column in columns if column.kind in (Kind.EMAIL, Kind.URL)}
        cells = (row.get(each) for row in rows if isinstance(row, Mapping) for each in addresses)
        found.update(host_of(cell) for cell in cells if isinstance(cell, str))
    return tuple(sorted(filter(None, found)))


def is_of_one_school(question: Question) -> bool:
    """Whether the answer names the school, its people or its addresses, and so is no other's."""
    addresses = {Kind.EMAIL, Kind.PHONE, Kind.URL}
    kinds = {question.kind, *(column.kind for column in question.columns)}
    return bool(kinds & addresses) or question.names_the_school


def first_to_read(bank: Bank, answers: Answers, question: Question) -> Question | None:
    """The question on what has changed that makes this answer one to read before it is kept.

    The first that says yes, or else the first that has no answer; None where none speaks up.
    """
    if not (answers.began and answers.began.has_own_year):
        return None
    asked = [bank.by_id[each] for each in question.depends_on if each in bank.by_id]
    said = [each for each in asked if answers.value(each.id) is True]
    silent = [each for each in asked if answers.value(each.id) is None]
    return next(iter([*said, *silent]), None)


def years_unchanged(answers: Answers, question_id: str) -> int:
    """For how many years running the same words were brought across; 0 for this year's own."""
    since = answers.get(question_id).since
    return years_between(since, answers.year) if since else 0
