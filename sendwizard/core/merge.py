"""Two versions of one year's answers made one, from what both began with. Loses no words.

What only one of them changed is taken as it is. Where both changed what an answer says, theirs
stands and a `Clash` holds both: a person chooses.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.bank import Kind, Question

Part = TypeVar("Part")


class Choice(Enum):
    """What a person makes of two versions of an answer."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """One after the other, mine first."""


@dataclass(frozen=True)
class Clash:
    """An answer that says one thing here and another thing there."""

    question: str
    """The question's id; the bank need not know it."""
    mine: Answer
    theirs: Answer


@dataclass(frozen=True)
class Merged:
    """One version out of two."""

    answers: Answers
    """With theirs wherever a clash is not settled."""
    clashes: tuple[Clash, ...]
    from_them: int
    """Answers that came from the other version alone."""


def merge(base: Answers, mine: Answers, theirs: Answers) -> Merged:
    """One version out of two that began as `base`; an empty one where nobody knows what they were.

    Without a base, an answer that only one of them has is taken, and all that differ are clashes.
    """
    clashes: list[Clash] = []
    by_id: dict[str, Answer] = {}
    from_them = 0
    for key in dict.fromkeys((*mine.by_id, *theirs.by_id)):
        ours, other = mine.get(key), theirs.get(key)
        answer, clashed = _answer(base.get(key), ours, other)
        if clashed:
            clashes.append(Clash(key, ours, other))
        elif answer != ours:
            from_them += 1
        if not answer.is_bare:
            by_id[key] = answer
    answers = replace(
        _top(base, mine, theirs),
        by_id=by_id,
        approvals=max(mine.approvals, theirs.approvals),
        finished=_together(base.finished, mine.finished, theirs.finished),
    )
    return Merged(answers, tuple(clashes), from_them)


def choose(answers: Answers, clash: Clash, choice: Choice) -> Answers:
    """The answers with one clash settled; what is no part of what an answer says stays."""
    if choice is Choice.THEIRS:
        return answers
    said = clash.mine
    if choice is Choice.BOTH:
        newest = max((each.on for each in (clash.mine, clash.theirs) if each.on), default=None)
        value = _after_another(clash.mine.value, clash.theirs.value)
        said = replace(clash.mine, value=value, on=newest)
    now = answers.get(clash.question)
    kept = replace(said, note=now.note, set_aside=now.set_aside, extra=now.extra)
    return answers.with_answer(clash.question, kept)


def takes_both(question: Question | None, clash: Clash) -> bool:
    """Whether the two can stand one after the other: two long texts."""
    texts = isinstance(clash.mine.value, str) and isinstance(clash.theirs.value, str)
    return question is not None and question.kind is Kind.PASSAGE and texts


def _after_another(first: Value | None, then: Value | None) -> str:
    return f"{str(first).rstrip()}\n\n{str(then).strip()}"


def _answer(base: Answer, mine: Answer, theirs: Answer) -> tuple[Answer, bool]:
    """One answer out of two, and whether they clash."""
    said, clashed = _three(_said, base, mine, theirs)
    if clashed and _words(mine) == _words(theirs):
        said, clashed = _newer(mine, theirs), False
    set_aside = _left(base.set_aside, mine.set_aside, theirs.set_aside)
    extra = {**theirs.extra, **mine.extra}
    if base.extra in (mine.extra, theirs.extra):
        extra = dict(_one(base.extra, mine.extra, theirs.extra))
    note = _note(base.note, mine.note, theirs.note)
    return replace(said, note=note, set_aside=set_aside, extra=extra), clashed


def _left(
    base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> dict[str, str]:
    """What is set aside, each on its own: what one of them took back is to be looked at again."""
    together = {}
    for key in (*theirs, *(each for each in mine if each not in theirs)):
        if key in base and not (key in mine and key in theirs):
            continue
        together[key] = _one(base.get(key), mine.get(key), theirs.get(key)) or ""
    return together


def _newer(mine: Answer, theirs: Answer) -> Answer:
    """The one of the later day; mine where they are of one day."""
    return theirs if theirs.on is not None and (mine.on is None or theirs.on > mine.on) else mine


def _three(
    part: Callable[[Answer], object], base: Answer, mine: Answer, theirs: Answer
) -> tuple[Answer, bool]:
    if part(mine) == part(theirs) or part(theirs) == part(base):
        return mine, False
    return theirs, part(mine) != part(base)


def _one(base: Part, mine: Part, theirs: Part) -> Part:
    """What one of them changed; mine where both did."""
    return theirs if mine == base else mine


def _words(answer: Answer) -> object:
    return answer.value, type(answer.value), answer.not_applicable


def _said(answer: Answer) -> object:
    return _words(answer), answer.source, answer.on, answer.how, answer.since


def _note(base: str, mine: str, theirs: str) -> str:
    if base in (mine, theirs):
        return _one(base, mine, theirs)
    return "\n".join(dict.fromkeys(filter(None, (mine, theirs))))


def _together(
    base: Iterable[str], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Marks that were set in either, without those that either took back."""
    gone = {each for each in base if each not in mine or each not in theirs}
    return tuple(each for each in dict.fromkeys((*mine, *theirs)) if each not in gone)


def _top(base: Answers, mine: Answers, theirs: Answers) -> Answers:
    """What stands above the answers: theirs where only they changed it. The archive is for ever."""
    migrated = mine if theirs.edition == base.edition else theirs
    return replace(
        mine,
        edition=migrated.edition,
        format=migrated.format,
        migrated=_one(base.migrated, mine.migrated, theirs.migrated),
        began=_one(base.began, mine.began, theirs.began),
        published=_one(base.published, mine.published, theirs.published),
        archive=_both(mine.archive, theirs.archive),
        extra={**theirs.extra, **mine.extra},
    )


def _both(mine: Mapping[str, object], theirs: Mapping[str, object]) -> dict[str, object]:
    """All that either holds, to the depth of the archive: mine where both hold the same."""
    found: dict[str, object] = {**theirs, **mine}
    for key, here in mine.items():
        there = theirs.get(key)
        if isinstance(here, Mapping) and isinstance(there, Mapping):
            found[key] = _both(here, there)
    return found
