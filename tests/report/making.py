"""Reports of chosen answers, for the tests."""

from datetime import date
from functools import cache
from pathlib import Path

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.bank import Bank
from sendwizard.report.build import build_report
from sendwizard.report.entries import Material
from sendwizard.report.model import Layout, Report
from sendwizard.report.render import Format, Templates, render
from sendwizard.store.answers_file import read_answers
from sendwizard.store.bank_files import load_bank

TOP = Path(__file__).resolve().parents[2]
TEMPLATES = TOP / "templates"
DAY = date(2026, 11, 23)


@cache
def the_bank() -> Bank:
    """The bank of the checkout."""
    return load_bank(TOP / "questions")


@cache
def demo() -> Answers:
    """The demo school's finished year."""
    return read_answers(TOP / "sendwizard" / "demo" / "2025-26" / "answers.toml")


def with_values(answers: Answers, **values: Value) -> Answers:
    """The answers with these values; an underscore in a name stands for a dash."""
    for name, value in values.items():
        answers = answers.with_answer(name.replace("_", "-"), Answer(value, on=DAY))
    return answers


def only(**values: Value) -> Answers:
    """A year that holds these values and nothing else."""
    return with_values(Answers("2026-27", "england", "2026.11"), **values)


def report_of(answers: Answers, layout: Layout = Layout.QUESTIONS, **how: bool) -> Report:
    """The report of these answers; `how` is what `build_report` takes besides."""
    return build_report(Material(the_bank(), answers), layout, **how)


def bytes_of(report: Report, form: Format) -> bytes:
    """The report in a format, through our own templates."""
    return render(report, form, Templates(TEMPLATES)).data


def html_of(answers: Answers, layout: Layout = Layout.QUESTIONS) -> str:
    """The report as HTML."""
    return bytes_of(report_of(answers, layout), Format.HTML).decode()


def markdown_of(answers: Answers, layout: Layout = Layout.QUESTIONS) -> str:
    """The report as Markdown."""
    return bytes_of(report_of(answers, layout), Format.MARKDOWN).decode()
