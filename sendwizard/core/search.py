"""Looks for words in the questions, their guidance and examples, the answers and the reminders."""

from collections.abc import Iterator
from dataclasses import dataclass

from sendwizard.core.bank import Question
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say, say_any
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import for_school

AROUND = 30
"""Letters that an excerpt shows before the first word that was found."""
LONGEST_EXCERPT = 160


@dataclass(frozen=True)
class Hit:
    """A question in which all the words stand."""

    question: str
    """Its id."""
    where: str
    """`question`, `answer`, `reminder`, `guidance` or `example`: the first that holds them all."""
    excerpt: str
    """What stands around the first of the words, on one line."""


def search(wizard: Wizard, wanted: str) -> tuple[Hit, ...]:
    """The questions of the route that hold all the words in one place, in their order.

    Capital and small letters are the same. Nothing wanted finds nothing.
    """
    words = wanted.casefold().split()
    if not words:
        return ()
    hits = (_hit(wizard, question, words) for question in wizard.in_order)
    return tuple(hit for hit in hits if hit is not None)


def reminders(wizard: Wizard) -> tuple[Question, ...]:
    """The questions of the route at which the person left a reminder, in their order."""
    return tuple(q for q in wizard.in_order if wizard.answers.get(q.id).note)


def _hit(wizard: Wizard, question: Question, words: list[str]) -> Hit | None:
    for where, text in _places(wizard, question):
        line = " ".join(text.split())
        folded = line.casefold()
        if all(word in folded for word in words):
            return Hit(question.id, where, _excerpt(line, min(map(folded.index, words))))
    return None


def _places(wizard: Wizard, question: Question) -> Iterator[tuple[str, str]]:
    """Where to look, with the text that stands there."""
    answer = wizard.answers.get(question.id)
    yield "question", for_school(wizard.bank, wizard.answers, question.prompt)
    if answer.value is not None:
        known = fits(question, answer.value)
        yield "answer", say(question, answer.value) if known else say_any(answer.value)
    yield "answer", answer.not_applicable
    yield "reminder", answer.note
    yield "guidance", for_school(wizard.bank, wizard.answers, question.guidance)
    yield "example", for_school(wizard.bank, wizard.answers, question.example)


def _excerpt(line: str, place: int) -> str:
    """What stands around a place, cut between words where it is cut."""
    place = min(place, len(line) - 1)  # folding can make a text longer
    start = line.rfind(" ", 0, max(0, place - AROUND)) + 1 if place > AROUND else 0
    cut = line[start : start + LONGEST_EXCERPT]
    if start + LONGEST_EXCERPT < len(line):
        cut = f"{cut.rpartition(' ')[0] or cut} …"
    return f"… {cut}" if start else cut
