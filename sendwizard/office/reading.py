"""Reads a year's answers, and what they began with. Writes nothing."""

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Question
from sendwizard.core.fit import has_shape
from sendwizard.core.text import clean
from sendwizard.core.years import year_before
from sendwizard.errors import SendwizardError
from sendwizard.office.folders import School
from sendwizard.store.answers_file import FILE_NAME, line_of, read_answers
from sendwizard.store.safe_read import WORDS, read_words

LAST_YEAR = "last-year.toml"
"""In a year's folder: the answers that it began with, as they stood on that day."""
DOCUMENT = "last-report.md"
"""In a year's folder: the words of last year's report, to be copied from."""


def readable(school: School, bank: Bank, year: str) -> Answers:
    """A year's answers, held against the bank's kinds; empty ones where the year is new.

    Raises UnreadableError where it answers another bank, or a value is not of the type that its
    question is written in. Under another edition of the questions that is no fault of the file.
    """
    path = school.year_folder(year) / FILE_NAME
    if not path.exists():
        return empty_year(bank, year)
    answers = school.read(year)
    if answers.bank != bank.id:
        line = line_of(path, ("bank",))
        why = f"{path}, line {line}: it answers the questions “{answers.bank}”, not “{bank.id}”."
        raise school.unreadable(year, why)
    question = misshapen(bank, answers)
    if question is not None:
        key = ("answers", question.id, "value")
        raise school.unreadable(
            year,
            f"{path}, line {line_of(path, key)}, {'.'.join(key)}: this is not how an answer of "
            f"the kind “{question.kind.value}” is written.",
        )
    return answers


def misshapen(bank: Bank, answers: Answers) -> Question | None:
    """The first question whose answer is not of the type that its kind is written in; None for
    none, and under another edition of the questions, where that is no fault of the file.
    """
    if answers.edition != bank.edition:
        return None
    for question_id, answer in answers.by_id.items():
        question = bank.by_id.get(question_id)
        if question and answer.value is not None and not has_shape(question, answer.value):
            return question
    return None


def empty_year(bank: Bank, year: str) -> Answers:
    """A year with no answers yet."""
    return Answers(year=year, bank=bank.id, edition=bank.edition)


def began_with(school: School, bank: Bank, answers: Answers) -> Answers | None:
    """The answers that a year began with; None where it began empty, or they cannot be read.

    Where no copy of them lies in the year's folder, those of the year before stand in.
    """
    path = school.year_folder(answers.year) / LAST_YEAR
    year = answers.began.year if answers.began else year_before(answers.year)
    try:
        if path.exists():
            return read_answers(path)
        return readable(school, bank, year) if year in school.years() else None
    except (SendwizardError, FileNotFoundError):
        return None  # `status` says what is wrong with it; this year does not wait for it


def own_year_before(school: School, bank: Bank, answers: Answers) -> Answers | None:
    """The same, but never another school's: what this year's answers are compared with."""
    if answers.began is not None and not answers.began.has_own_year:
        return None
    return began_with(school, bank, answers)


def last_report(school: School, year: str) -> str:
    """The words of last year's report; "" where none stands beside the questions.

    Raises UnreadableError.
    """
    path = school.year_folder(year) / DOCUMENT
    try:
        return clean(read_words(path, WORDS))
    except FileNotFoundError:
        return ""
