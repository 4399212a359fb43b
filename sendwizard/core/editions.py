"""What a newer edition of the questions means for one school's answers, and taking it.

Reads the bank's own record of its changes: `since`, `reworded` and `replaces` of each question.
"""

from dataclasses import dataclass, replace
from datetime import date

from sendwizard.core.answers import Answer, Answers, Migrated, Source
from sendwizard.core.bank import Bank, Question, edition_key
from sendwizard.core.carry import archive, old_answer
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say_any
from sendwizard.core.route import applies

FORMAT = 1
"""The format of answers that this program writes."""


def is_newer(bank: Bank, answers: Answers) -> bool:
    """Whether the bank is newer than the answers."""
    return edition_key(bank.edition) > edition_key(answers.edition)


def why_read_only(bank: Bank, answers: Answers) -> str:
    """Why these answers may only be looked at; "" where they may be changed."""
    if answers.format > FORMAT:
        return (
            f"The answers of {answers.year} were written by a newer sendwizard. You can look at "
            "them here, and not change them: install the newest sendwizard for that."
        )
    if edition_key(answers.edition) > edition_key(bank.edition):
        return (
            f"The answers of {answers.year} belong to newer questions ({answers.edition}) than "
            f"these ({bank.edition}). You can look at them here, and not change them: install the "
            "newest sendwizard for that."
        )
    return ""


@dataclass(frozen=True)
class Meaning:
    """What a newer edition means for these answers. Each question stands in one place."""

    new: tuple[Question, ...] = ()
    """Asked of this school now, and not before."""
    reworded: tuple[Question, ...] = ()
    """The question means something else now; its answer has to be looked at again."""
    split: tuple[tuple[str, tuple[Question, ...]], ...] = ()
    """Older ids with an answer, each with the several questions that its text comes across to."""
    merged: tuple[tuple[Question, tuple[str, ...]], ...] = ()
    """Questions with the several older ids whose answers come across to it."""
    renamed: tuple[tuple[str, Question], ...] = ()
    """Older ids with the one question that takes the answer over."""
    retired: tuple[str, ...] = ()
    """Ids that nothing asks for any more; their answers go into the archive."""
    not_for_us: tuple[Question, ...] = ()
    """Answered, and not asked of this kind of school any more."""
    to_give_again: tuple[Question, ...] = ()
    """Answered, and the answer no longer fits what the question takes."""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changes for this school."""
        return self == Meaning()


def meaning(bank: Bank, answers: Answers) -> Meaning:
    """What the bank's edition means for answers of an earlier one."""
    then = edition_key(answers.edition)
    answered = {key for key, each in answers.by_id.items() if each.says_something}
    takers: dict[str, list[Question]] = {}
    for question in bank.questions:
        for old in question.replaces:
            if old in answered:
                takers.setdefault(old, []).append(question)
    split = {old: tuple(several) for old, several in takers.items() if len(several) > 1}
    merged = {
        q.id: tuple(old for old in q.replaces if old in answered)
        for q in bank.questions
        if sum(old in answered for old in (*q.replaces, q.id)) > 1
        and any(old in answered for old in q.replaces)
    }
    taken = {q.id for several in takers.values() for q in several}
    asked = [q for q in bank.questions if applies(bank, answers, q)]
    changed = [q for q in bank.questions if edition_key(q.reworded) > then]
    unfit = [
        q
        for q in bank.questions
        if (value := answers.value(q.id)) is not None and not fits(q, value)
    ]
    return Meaning(
        new=tuple(q for q in asked if edition_key(q.since) > then and q.id not in taken),
        reworded=tuple(q for q in changed if q.id in answered and q not in unfit),
        split=tuple(split.items()),
        merged=tuple((bank.by_id[key], old) for key, old in merged.items()),
        renamed=tuple(
            (old, several[0])
            for old, several in takers.items()
            if len(several) == 1 and several[0].id not in merged
        ),
        retired=tuple(sorted(answered - set(bank.by_id) - set(takers))),
        not_for_us=tuple(
            q for q in bank.questions if q.id in answered and not q.begun_year and q not in asked
        ),
        to_give_again=tuple(unfit),
    )


def migrate(bank: Bank, answers: Answers, save: str, on: date) -> Answers:
    """The answers under the bank's edition; `save` is where they stand as they were.

    An answer that comes across, or whose question was reworded, has to be looked at again; one to
    a question that is gone goes into the archive. Changes nothing where the edition is the same.
    """
    if not is_newer(bank, answers):
        return answers
    found = meaning(bank, answers)
    by_id = {key: each for key, each in answers.by_id.items() if key in bank.by_id}
    for question in bank.questions:
        if any(old in answers.by_id for old in question.replaces):
            by_id[question.id] = _brought(question, answers, on)
    for question in found.reworded:
        by_id[question.id] = replace(by_id[question.id], source=Source.CARRIED)
    return replace(
        answers,
        edition=bank.edition,
        by_id={key: each for key, each in by_id.items() if not each.is_bare},
        archive=archive(bank, answers),
        migrated=Migrated(answers.edition, save),
    )


def _brought(question: Question, answers: Answers, on: date) -> Answer:
    """What comes across to a question; words that it cannot take stand in its note."""
    joined = old_answer(question, answers) or Answer(on=on)
    if joined.value is not None and not fits(question, joined.value):
        words = f"The answer before: {say_any(joined.value)}"
        joined = replace(joined, value=None, note="\n".join(filter(None, (joined.note, words))))
    return replace(joined, source=Source.CARRIED) if joined.says_something else joined
