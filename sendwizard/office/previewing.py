"""The report as it stands, to be looked at. Writes nothing: it is there in read-only years too."""

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Question
from sendwizard.errors import UnreadableError
from sendwizard.language.reader import hollow_only, to_put_right
from sendwizard.office.folders import School
from sendwizard.office.standing import standing
from sendwizard.report.build import build_report
from sendwizard.report.entries import Material
from sendwizard.report.model import Entry, Report


def preview_of(school: School, bank: Bank, answers: Answers) -> Report:
    """The report of these answers, its gaps in their places, in the order a family would ask.

    Raises UnreadableError where the record of the newest approval cannot be read: then nobody can
    say whether this is a draft.
    """
    stands = standing(school, bank, answers)
    if stands.problems:
        raise UnreadableError(stands.problems[0])
    seen = hollow_only(bank, answers)
    wrong = len(to_put_right(bank, answers))
    return build_report(
        Material(bank, answers, stands.approval, stands.changed, read=seen, wrong=wrong)
    )


def preview_of_answer(bank: Bank, answers: Answers, question: Question) -> Entry | None:
    """One question as the report prints it; None where it prints nothing of it."""
    return Material(bank, answers, read=hollow_only(bank, answers)).entry(question)
