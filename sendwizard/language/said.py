"""What the rules read: each text of the answers, and what is known of the school besides.

A rule takes a text and gives findings; it opens no file, asks no clock and changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.bank import Bank, Kind, Question
from sendwizard.core.checks import CheckData
from sendwizard.core.findings import Finding, Rule
from sendwizard.core.route import applies

OF_TEXT = frozenset({Kind.LINE, Kind.PASSAGE, Kind.EMAIL, Kind.PHONE, Kind.URL})
"""Kinds of answer that are read as text."""

_MARKS = re.compile(r"(?<=\])\([^()\n]*\)|[*_`~#>|\[\]\\]+")
"""Marks of Markdown, and the address behind a linked word."""


@dataclass(frozen=True)
class Said:
    """One text that somebody wrote: a whole answer, one cell of a table, or a reason."""

    question: Question
    text: str
    """As it was written, Markdown and all; spans count its characters."""
    row: int | None = None
    column: str = ""
    kind: Kind = Kind.PASSAGE
    is_reason: bool = False
    """Whether it says why the question does not apply; that is printed too."""

    @cached_property
    def read(self) -> str:
        """The text as a person reads it, each mark of Markdown a space, so that places agree."""
        return _MARKS.sub(lambda mark: " " * len(mark[0]), self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it may hold sentences, and is not just a name, an address or a number."""
        return self.kind is Kind.PASSAGE

    def finding(
        self, rule: Rule, start: int, end: int, message: str, suggestion: str = ""
    ) -> Finding:
        """A finding about the words from start to end, without the space around them."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Finding(
            rule,
            self.question.id,
            message,
            short=message,
            suggestion=suggestion,
            words=self.text[start:end],
            span=(start, end),
            row=self.row,
            column=self.column,
        )

    def whole(self, rule: Rule, message: str, suggestion: str = "") -> Finding:
        """A finding about the text as a whole."""
        return Finding(
            rule,
            self.question.id,
            message,
            short=message,
            suggestion=suggestion,
            row=self.row,
            column=self.column,
        )


@dataclass(frozen=True, eq=False)
class Known:
    """Everything that a rule may know besides the text in front of it."""

    bank: Bank
    answers: Answers
    today: date

    @cached_property
    def texts(self) -> tuple[Said, ...]:
        """Each text on the route that may be printed, in the order of the questions."""
        return tuple(
            said
            for question in self.bank.questions
            if question.printed and applies(self.bank, self.answers, question)
            for said in texts_of(question, self.answers.get(question.id))
        )

    def texts_at(self, question_id: str) -> tuple[Said, ...]:
        """The texts of one question; () where it is unknown, off the route or empty."""
        return tuple(said for said in self.texts if said.question.id == question_id)

    def data(self, name: str) -> CheckData:
        """What the bank knows under this name; nothing to look for where it has no such file."""
        return self.bank.checks.get(name) or CheckData(name, "", self.bank.checked_on)


InText = Callable[[Said, Known], Iterable[Finding]]
"""A rule that reads one text."""
InAll = Callable[[Known], Iterable[Finding]]
"""A rule that looks at all answers together."""


def texts_of(question: Question, answer: Answer) -> Iterable[Said]:
    """Each text of an answer: itself, its cells one by one, or the reason why it has none."""
    value = answer.value
    if value is None and answer.not_applicable.strip():
        yield Said(question, answer.not_applicable, kind=Kind.PASSAGE, is_reason=True)
    elif isinstance(value, str) and question.kind in OF_TEXT:
        yield Said(question, value, kind=question.kind)
    elif isinstance(value, tuple) and question.kind is Kind.ROWS:
        kinds = {column.id: column.kind for column in question.columns}
        for number, row in enumerate(value):
            cells = row.items() if isinstance(row, Mapping) else ()
            for column, cell in cells:
                kind = kinds.get(column, Kind.NUMBER)
                if isinstance(cell, str) and kind in OF_TEXT:
                    yield Said(question, cell, number, column, kind)
