"""Earlier saves and replaced texts of a year: listed, compared, and put back.

Putting back is itself a save: what stood before is put by first, and nothing is taken out of the
history. An answers file that cannot be read is put by as it is before a save takes its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.archive import of_both
from sendwizard.core.bank import Bank, edition_key
from sendwizard.core.compare import Change
from sendwizard.core.compare import differences as differing
from sendwizard.core.editions import FORMAT, why_read_only
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say, say_any
from sendwizard.core.words import count, for_school
from sendwizard.core.years import require_school_year
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.folders import School
from sendwizard.office.reading import misshapen
from sendwizard.office.sitting import Clock, open_year, utc_now
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.approved import numbers
from sendwizard.store.bank_files import load_bank
from sendwizard.store.history import Save, glance, keep_once, put_aside, saves
from sendwizard.store.lock import YearLock
from sendwizard.store.texts import Text, texts

NOTHING_CHANGED = "The first of these saves"


@dataclass(frozen=True)
class Earlier:
    """One earlier save of all answers, or one text that was replaced."""

    id: str
    """The time stamp of a save's file, or `text-N`."""
    at: datetime
    """When it was made or replaced, in UTC, without a zone."""
    kind: str
    """`save` or `text`."""
    question: str
    """The question that the text answered, or the only one that the save changed; "" for none."""
    words: str
    """The text, or what the save changed."""


@dataclass(frozen=True)
class Restored:
    """What was put back."""

    earlier: str
    """The whole id."""
    answers: Answers
    aside: str = ""
    """Where a damaged answers file was put by; "" where there was none."""


def earlier(school: School, year: str) -> tuple[Earlier, ...]:
    """The earlier saves and replaced texts of a year, the newest first."""
    bank = load_bank(school.questions)
    found = [*_saves(school, bank, year, []), *_texts(school, bank, year)]
    return tuple(sorted(found, key=lambda each: (each.at, each.id), reverse=True))


def passed_by(school: School, year: str) -> tuple[str, ...]:
    """A sentence for each file of the history that cannot be used, as `earlier` leaves it out."""
    told: list[str] = []
    for _ in _saves(school, load_bank(school.questions), year, told):
        pass
    return (*told, *texts(school.year_folder(year))[1])


def _saves(school: School, bank: Bank, year: str, told: list[str]) -> Iterator[Earlier]:
    """Each save that can be used; a sentence for each other one goes into `told`."""
    before: dict[str, str] | None = None
    for save in saves(school.year_folder(year)):
        try:
            seen = glance(save)
        except UnreadableError as error:
            told.append(str(error))
            continue
        if seen.form > FORMAT or edition_key(seen.edition) > edition_key(bank.edition):
            told.append(f"{save.path} was written by a newer sendwizard, and is passed by.")
            continue
        now = dict(seen.by_question)
        question, words = _changed(bank, before, now)
        yield Earlier(save.path.stem, save.at, "save", question, words)
        before = now


def _changed(bank: Bank, before: dict[str, str] | None, now: dict[str, str]) -> tuple[str, str]:
    """The only question that a save changed, and in words what it changed."""
    if before is None:
        return "", NOTHING_CHANGED
    ids = [each for each in {**before, **now} if before.get(each) != now.get(each)]
    known = [each for each in ids if each in bank.by_id]
    if len(known) == len(ids) == 1:
        return known[0], f"Changed: {bank.by_id[known[0]].prompt}"
    return "", f"{count(len(ids), 'answer')} changed" if ids else "The same answers"


def _texts(school: School, bank: Bank, year: str) -> Iterator[Earlier]:
    for text in texts(school.year_folder(year))[0]:
        yield Earlier(_id_of(text), text.at, "text", text.question, _words(bank, text))


def _words(bank: Bank, text: Text) -> str:
    if text.value is None:
        return f"Does not apply: {text.not_applicable}"
    question = bank.by_id.get(text.question)
    if question is not None and fits(question, text.value):
        return say(question, text.value)
    return say_any(text.value)


def _id_of(thing: Save | Text) -> str:
    return thing.path.stem if isinstance(thing, Save) else f"text-{thing.number}"


def _pick(school: School, year: str, wanted: str) -> Save | Text:
    """The save or text of that id, or of the only one that begins so. Raises UsageError."""
    folder = school.year_folder(year)
    every: tuple[Save | Text, ...] = (*saves(folder), *texts(folder)[0])
    things = {_id_of(each): each for each in every}
    if wanted in things:
        return things[wanted]
    found = [each for key, each in things.items() if wanted and key.startswith(wanted)]
    if not found:
        raise UsageError(
            f"The history of {year} has nothing called “{wanted}”. See what it has: "
            f"sendwizard history list {year}."
        )
    if len(found) > 1:
        raise UsageError(
            f"{count(len(found), 'entry', 'entries')} of {year}’s history begin with “{wanted}”. "
            "Write more of the name."
        )
    return found[0]


def find(school: School, year: str, entry: str) -> Earlier:
    """The entry of that id, or the only one that begins so. Raises UsageError."""
    whole = _id_of(_pick(school, year, entry))
    for each in earlier(school, year):
        if each.id == whole:
            return each
    raise UnreadableError(f"“{whole}” cannot be read, so it is of no use any more.")


def _read(bank: Bank, year: str, save: Save) -> Answers:
    """The answers of a save. Raises UnreadableError for any that cannot stand for the year."""
    try:
        found = read_answers(save.path)
    except FileNotFoundError:
        raise UnreadableError(f"{save.path} is not there any more.") from None
    if (found.year, found.bank) != (year, bank.id):
        raise UnreadableError(f"{save.path} holds other answers than those of {year}.")
    why = why_read_only(bank, found)
    if why:
        raise UnreadableError(f"{save.path} cannot be put back. {why}")
    if misshapen(bank, found) is not None:
        raise UnreadableError(f"{save.path} holds an answer that is not written as it should be.")
    return found


def restored(
    school: School, bank: Bank, year: str, entry: str, answers: Answers, on: date | None = None
) -> Answers:
    """What the answers would be with an earlier save or text put back. Changes nothing.

    A text becomes the answer of its question, given on that day (today where None). What was
    approved and published stays so. Raises UsageError for an id that is unknown, or a text that
    its question does not take, and UnreadableError for a save that cannot be put back.
    """
    thing = _pick(school, year, entry)
    if isinstance(thing, Text):
        return _with_text(bank, answers, thing, on or utc_now().date())
    found = _read(bank, year, thing)
    return replace(
        found,
        archive=of_both(found, answers),
        approvals=max(found.approvals, answers.approvals),
        published=answers.published or found.published,
        extra={**answers.extra, **found.extra},
    )


def _with_text(bank: Bank, answers: Answers, text: Text, on: date) -> Answers:
    question = bank.by_id.get(text.question)
    if question is None:
        raise UsageError(
            "Nobody asks for this any more, so it cannot be put back. "
            f"Its words: sendwizard history show {_id_of(text)}."
        )
    takes = question.allows_not_applicable if text.value is None else fits(question, text.value)
    if not takes:
        raise UsageError(
            f"“{for_school(bank, answers, question.prompt)}” takes another kind of answer now, so "
            f"this cannot be put back. Its words: sendwizard history show {_id_of(text)}."
        )
    now = answers.get(question.id)
    given = Answer(
        text.value,
        on=on,
        note=now.note,
        not_applicable=text.not_applicable if text.value is None else "",
        set_aside=now.set_aside,
        extra=now.extra,
    )
    return answers.with_answer(question.id, given)


def differences(
    school: School, bank: Bank, year: str, entry: str, answers: Answers
) -> tuple[Change, ...]:
    """What is other now than in an earlier save or text: `before` is then, `after` is now.

    Raises as `restored` does.
    """
    thing = _pick(school, year, entry)
    if isinstance(thing, Save):
        return differing(bank, _read(bank, year, thing), answers)
    reason = thing.not_applicable
    then = answers.with_answer(thing.question, Answer(thing.value, not_applicable=reason))
    found = differing(bank, then, answers)
    return tuple(each for each in found if each.question.id == thing.question)


def restore(
    school: School,
    year: str | None,
    entry: str,
    on: date | None = None,
    clock: Clock = utc_now,
) -> Restored:
    """Put an earlier save or text back by script.

    Where `answers.toml` cannot be read, a save takes its place, and the damaged file is put by
    first. Raises as `restored` does, and LockedError and UnwritableError.
    """
    picked = year_of(school, year)
    try:
        sitting = open_year(school, picked, clock=clock)
    except UnreadableError as error:
        return _over_what_is_damaged(school, picked, entry, error, clock)
    with sitting:
        sitting.require_writable()
        before = sitting.wizard.answers
        whole = _id_of(_pick(school, picked, entry))
        after = restored(school, sitting.bank, picked, whole, before, on)
        if sitting.is_on_disk:
            keep_once(sitting.folder, before, clock())
        sitting.leave(after, 1)
    return Restored(whole, after)


def year_of(school: School, year: str | None) -> str:
    """That year, or the newest; one whose answers are lost, too, where it has a history."""
    if year is not None and saves(school.year_folder(require_school_year(year))):
        return year
    return school.pick_year(year)


def _over_what_is_damaged(
    school: School, year: str, wanted: str, error: UnreadableError, clock: Clock
) -> Restored:
    bank, folder = load_bank(school.questions), school.year_folder(year)
    with YearLock(folder).take(clock()):
        thing = _pick(school, year, wanted)
        if isinstance(thing, Text):
            raise UnreadableError(f"{error} Put a whole save back first, and then this text.")
        found = _read(bank, year, thing)
        after = replace(found, approvals=max(found.approvals, *numbers(folder), 0))
        aside = put_aside(folder, folder / FILE_NAME, clock())
        write_answers(folder / FILE_NAME, after)
    return Restored(_id_of(thing), after, str(aside))
