"""What a newer edition of the questions means for one school's answers, and taking it.

Reads the bank's own record of its changes: `since`, `reworded` and `replaces` of each question.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sendwizard.core.answers import Answer, Answers, Migrated, Source, is_empty
from sendwizard.core.archive import archive
from sendwizard.core.bank import Bank, Question, edition_key
from sendwizard.core.carry import before_in_words, old_answer, reason_in_words
from sendwizard.core.fit import fits
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
    """What a newer edition means for these answers. Each of today's questions stands in one place,
    but for those that share a text which is split.
    """

    new: tuple[Question, ...] = ()
    """Asked of this school now, and not before."""
    reworded: tuple[Question, ...] = ()
    """The question means something else now; its answer has to be looked at again."""
    split: tuple[tuple[str, tuple[Question, ...]], ...] = ()
    """Older ids with an answer, each with the several questions that it comes across to."""
    merged: tuple[tuple[Question, tuple[str, ...]], ...] = ()
    """Questions with the older ids whose answers meet there, or meet the answer that it has."""
    renamed: tuple[tuple[str, Question], ...] = ()
    """Older ids with the one question that takes the answer over."""
    retired: tuple[str, ...] = ()
    """Ids that nothing asks for any more; their answers go into the archive."""
    not_for_us: tuple[Question, ...] = ()
    """Answered, and not asked of this school; the words stay in the file."""
    to_give_again: tuple[Question, ...] = ()
    """Answered, and the answer does not fit what the question takes; its words go to the note."""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changes for this school."""
        return self == Meaning()


def meaning(bank: Bank, answers: Answers) -> Meaning:
    """What the bank's edition means for answers of an earlier one."""
    then = edition_key(answers.edition)
    answered = {key for key, each in answers.by_id.items() if each.says_something}
    across = _across(bank, answers)
    whole = replace(answers, by_id=across)
    asked = {q.id for q in bank.questions if applies(bank, whole, q)}
    holding = [q for q in bank.questions if q.id in across and across[q.id].says_something]
    not_for_us = [q for q in holding if q.id not in asked and not q.begun_year]
    unfit = [q for q in holding if _is_unfit(q, across[q.id]) and q not in not_for_us]
    settled = [q for q in holding if q not in not_for_us and q not in unfit]
    old = {q.id: tuple(each for each in q.replaces if each in answered) for q in settled}
    takers = {
        each: tuple(q for q in settled if each in old[q.id]) for ids in old.values() for each in ids
    }
    merged = [q for q in settled if old[q.id] and len(old[q.id]) + (q.id in answered) > 1]
    replaced = {each for q in bank.questions for each in q.replaces}
    return Meaning(
        new=tuple(
            q
            for q in bank.questions
            if q.id in asked and edition_key(q.since) > then and q not in holding
        ),
        reworded=tuple(q for q in settled if edition_key(q.reworded) > then and not old[q.id]),
        split=tuple((each, several) for each, several in takers.items() if len(several) > 1),
        merged=tuple((q, old[q.id]) for q in merged),
        renamed=tuple(
            (each, several[0])
            for each, several in takers.items()
            if len(several) == 1 and several[0] not in merged
        ),
        retired=tuple(sorted(answered - set(bank.by_id) - replaced)),
        not_for_us=tuple(not_for_us),
        to_give_again=tuple(unfit),
    )


def migrate(bank: Bank, answers: Answers, save: str) -> Answers:
    """The answers under the bank's edition; `save` is where they stand as they were.

    An answer that comes across, or whose question was reworded, has to be looked at again. One
    that does not fit any more stands as words in the note, and one to a question that is gone in
    the archive. Changes nothing where the bank is not newer.
    """
    if not is_newer(bank, answers):
        return answers
    then = edition_key(answers.edition)
    by_id = dict(_across(bank, answers))
    outgrown: list[str] = []
    for question in bank.questions:
        answer = by_id.get(question.id)
        if answer is None:
            continue
        if _is_unfit(question, answer):
            outgrown.append(question.id)
            by_id[question.id] = _as_note(answer)
        elif edition_key(question.reworded) > then and answer.says_something:
            by_id[question.id] = replace(answer, source=Source.CARRIED)
    return replace(
        answers,
        edition=bank.edition,
        by_id={key: each for key, each in by_id.items() if not each.is_bare},
        archive=archive(bank, answers, [key for key in outgrown if key in answers.by_id]),
        migrated=Migrated(answers.edition, save),
    )


def _across(bank: Bank, answers: Answers) -> Mapping[str, Answer]:
    """The answers by the ids of today's questions, those that come across to be looked at again."""
    across = {key: each for key, each in answers.by_id.items() if key in bank.by_id}
    for question in bank.questions:
        if any(old in answers.by_id for old in question.replaces):
            brought = old_answer(question, answers) or Answer()
            carried = replace(brought, source=Source.CARRIED)
            across[question.id] = carried if brought.says_something else brought
    return across


def _is_unfit(question: Question, answer: Answer) -> bool:
    if answer.value is not None:
        return not fits(question, answer.value)
    return bool(answer.not_applicable) and not question.allows_not_applicable


def _as_note(answer: Answer) -> Answer:
    """What the question cannot take, as words in its note."""
    lines = [answer.note]
    if answer.value is not None and not is_empty(answer.value):
        lines.append(before_in_words(answer.value))
    if answer.not_applicable:
        lines.append(reason_in_words(answer.not_applicable))
    note = "\n".join(dict.fromkeys(filter(None, lines)))
    bare = replace(answer, value=None, not_applicable="", source=Source.GIVEN, since="", how="")
    return replace(bare, note=note)
