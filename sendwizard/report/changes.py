"""The page on what has changed: plain for parents, and an edition for governors.

Built from the same parts as the report. Says what changed, and never whether it is enough. What
is not printed in the report is never on the parents' page; small numbers stay hidden on both.
"""

from dataclasses import dataclass
from functools import cached_property

from sendwizard.core.bank import SCHOOL_NAME, Kind, Question
from sendwizard.core.by_words import PieceKind, by_words
from sendwizard.core.compare import Change, ChangeKind
from sendwizard.core.words import count
from sendwizard.report.entries import Material
from sendwizard.report.model import Body, Compared, Item, Layout, Note, OpenGap, Part, Prose, Report
from sendwizard.report.plain import plain_text
from sendwizard.report.prose import parse_prose

TITLE = "What has changed in our SEN information report"
LEGEND = "Word by word, what is underlined was put in, and what is struck through was taken out."
LEAST_ALIKE = 0.3
"""The share of a text that has to stand in both before they are worth comparing word by word."""


@dataclass(frozen=True)
class Changed:
    """What a page on changes is made of."""

    material: Material
    """The answers of now."""
    before: Material
    """Those that they are compared with, under the ids of today's questions."""
    changes: tuple[Change, ...]
    since: str
    """What they are compared with, in words: `our report for 2025-26`."""

    @cached_property
    def printed(self) -> tuple[Change, ...]:
        """The changes that parents can see in the report."""
        return tuple(each for each in self.changes if each.question.printed)

    def prompt(self, question: Question) -> str:
        """The question in the school's own word for the role."""
        return self.material.words(question.prompt)

    def now_and_before(self, change: Change) -> tuple[Item, ...]:
        """Both answers, each under its heading, and what differs where that can be read."""
        key = change.question.id
        parts: list[Item] = []
        if change.after:
            now = bodies(self.material, change.question, change.after)
            parts.append(Part(f"{key}-now", "Now", now))
        if change.before:
            then = bodies(self.before, change.question, change.before)
            parts.append(Part(f"{key}-before", "Before", then))
        compared = _compared(change)
        if compared is not None:
            parts.append(Part(f"{key}-words", "Word by word", (compared,)))
        return tuple(parts)


def bodies(material: Material, question: Question, words: str) -> tuple[Body, ...]:
    """An answer in the shape that the report gives it, or else in words."""
    entry = material.entry(question)
    found = entry.bodies if entry is not None else ()
    shaped = tuple(each for each in found if not isinstance(each, OpenGap))
    if shaped:
        return shaped
    if question.counts:
        return (Note("A table of numbers."),)  # in words, no number would be hidden
    return (Prose(parse_prose(words)),)


def _compared(change: Change) -> Compared | None:
    """The two texts word by word; None where there are not two, or they are not alike."""
    if change.kind is not ChangeKind.REWORDED or change.question.counts:
        return None
    before, after = change.before, change.after
    if change.question.kind is Kind.PASSAGE:
        before, after = plain_text(before), plain_text(after)
    pieces = by_words(before, after)
    same = sum(len(each.text) for each in pieces if each.kind is PieceKind.SAME)
    if len(pieces) < len(("same", "changed")) or same < LEAST_ALIKE * max(len(before), len(after)):
        return None
    return Compared(pieces)


def head(changed: Changed, title: str, parts: tuple[Part, ...], facts: tuple[str, ...]) -> Report:
    """The page, with what stands at its head."""
    material = changed.material
    name = material.answers.value(SCHOOL_NAME)
    return Report(
        title=title,
        school=name if isinstance(name, str) and material.counts(SCHOOL_NAME) else "Our school",
        year=material.answers.year,
        layout=Layout.QUESTIONS,
        state=material.state,
        opening=_opening(material),
        facts=facts,
        dated=material.answers.newest,
        parts=parts,
        look=material.look,
    )


def _opening(material: Material) -> str:
    if material.approval is not None or not material.gaps:
        return ""
    still = count(len(material.gaps), "part of it is", "parts of it are")
    return f"The report is a draft, and {still} still to come. So this page will change, too."


def counted(several: tuple[Change, ...]) -> str:
    """How many are new, reworded and taken out, as one sentence."""
    kinds = [each.kind for each in several if not each.not_yet]
    numbers = {
        "new": kinds.count(ChangeKind.NEW),
        "reworded": kinds.count(ChangeKind.REWORDED),
        "taken out": kinds.count(ChangeKind.WITHDRAWN),
    }
    said = [f"{number} {what}" for what, number in numbers.items() if number]
    return f"Answers: {', '.join(said)}." if said else "No answer is new, reworded or taken out."


def parents_page(changed: Changed) -> Report:
    """New, reworded and taken out, and how many answers are the same."""
    several = changed.printed
    parts = [_new(changed), _reworded(changed), *_without(changed)]
    same = sum(each.kind is ChangeKind.KEPT for each in several)
    if same:
        words = count(same, "answer is", "answers are")
        note = Note(f"{words} the same as in {changed.since}, word for word.")
        parts.append(Part("same", "The same as before", (note,)))
    shown = tuple(part for part in parts if part.items)
    facts = (f"Compared with {changed.since}.", counted(several))
    return head(changed, TITLE, shown, facts)


def _new(changed: Changed) -> Part:
    items = tuple(
        Part(each.question.id, changed.prompt(each.question), now)
        for each in changed.printed
        if each.kind is ChangeKind.NEW
        and (now := bodies(changed.material, each.question, each.after))
    )
    return Part("new", "New", items)


def _reworded(changed: Changed) -> Part:
    found = [each for each in changed.printed if each.kind is ChangeKind.REWORDED]
    items: list[Item] = [
        Part(each.question.id, changed.prompt(each.question), changed.now_and_before(each))
        for each in found
    ]
    if any(_compared(each) is not None for each in found):
        items.insert(0, Note(LEGEND))
    return Part("reworded", "Reworded", tuple(items))


def _without(changed: Changed) -> tuple[Part, Part]:
    """What was taken out, with its words; what is only not there yet, by its question alone."""
    gone = [each for each in changed.printed if each.kind is ChangeKind.WITHDRAWN]
    taken = tuple(
        Part(
            each.question.id,
            changed.prompt(each.question),
            (
                Note("This is not in our report any more. It said:"),
                *bodies(changed.before, each.question, each.before),
            ),
        )
        for each in gone
        if not each.not_yet
    )
    waiting = tuple(Note(changed.prompt(each.question)) for each in gone if each.not_yet)
    return Part("taken-out", "Taken out", taken), Part("not-yet", "Not written yet", waiting)
