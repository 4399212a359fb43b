"""A sister school's name that is left in answers which came from there."""

import re
from dataclasses import dataclass

from sendwizard.core.answers import Answers
from sendwizard.core.bank import SCHOOL_NAME, Bank, Question
from sendwizard.core.kinds import say_any
from sendwizard.core.route import applies

LEAST_LETTERS = 5
"""A shorter remainder of a name, such as Elm, is a word of its own."""
_COMMON = re.compile(
    r"\b(?:school|academy|college|primary|secondary|infants?|juniors?|nursery|special|community|"
    r"high|first|middle|church of england|c\.? ?of ?e\.?|cofe|catholic|rc|voluntary|aided|"
    r"controlled|foundation|free|va|vc|and|the)\b\.?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?<=\])\([^)]*\)|[*_`~\[\]\\#]+")
"""Marks of Markdown, and the address behind a linked word."""


@dataclass(frozen=True)
class NameLeft:
    """Where the other school's name stands."""

    question: Question
    found: str
    """As it is written there."""

    @property
    def short(self) -> str:
        """What is the matter, beside the question."""
        return f"names another school: {self.found}"

    @property
    def message(self) -> str:
        """The same as a sentence."""
        return f"“{self.question.prompt}” {self.short}."


def names_left(bank: Bank, answers: Answers) -> tuple[NameLeft, ...]:
    """Each answer on the route in which the sister school's name stands, or the heart of it."""
    if answers.began is None or not answers.began.school:
        return ()
    own = say_any(answers.value(SCHOOL_NAME) or "").casefold()
    names = [each for each in _names(answers.began.school) if each.casefold() not in own]
    if not names:
        return ()
    wanted = re.compile("|".join(map(_spaced, names)), re.IGNORECASE)
    found: list[NameLeft] = []
    for question in bank.questions:
        answer = answers.get(question.id)
        texts = [answer.not_applicable] + ([say_any(answer.value)] if answer.value else [])
        ways = [way for text in texts for way in (_as_read(text), text)]
        match = next((m for way in ways if (m := wanted.search(way))), None)
        if match and applies(bank, answers, question):
            found.append(NameLeft(question, " ".join(match[0].split())))
    return tuple(found)


def _as_read(text: str) -> str:
    """The text without the marks of Markdown, which no reader sees."""
    return _MARKS.sub("", text)


def _names(school: str) -> tuple[str, ...]:
    """The whole name, what is left of it without the words that every school's name has, and that
    as it stands in an address.
    """
    apart = " ".join(_COMMON.sub(" ", school).split())
    joined = "".join(apart.split())
    names = [school, *(each for each in (apart, joined) if len(each) >= LEAST_LETTERS)]
    return tuple(dict.fromkeys(names))


def _spaced(name: str) -> str:
    """The name as a pattern of whole words, with whatever space or apostrophe stands in it."""
    words = (re.escape(word.replace("’", "'")).replace("'", "['’]") for word in name.split())
    spaced = r"\s+".join(words)
    return rf"(?<!\w){spaced}(?!\w)"
