"""The rows for reports: 9,000 words beside pandoc and WeasyPrint, and many schools in a row."""

import json
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank, Kind
from sendwizard.report.build import build_report
from sendwizard.report.entries import Material
from sendwizard.report.model import Report
from sendwizard.report.render import Format, Templates, render
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.store.bank_files import load_bank
from tests.bench.measuring import ROOT, absolute, alone, median_of, peak_of, ratio, seconds_of

DEMO = ROOT / "sendwizard" / "demo" / "2025-26" / "answers.toml"
TEMPLATES = Templates(ROOT / "templates")
WORDS = 9_000
SLOW_RUNS = 3
"""For what takes seconds."""


def the_bank() -> Bank:
    """The bank of the checkout."""
    return load_bank(ROOT / "questions")


def report_of(bank: Bank, answers: Answers) -> Report:
    """The report of these answers."""
    return build_report(Material(bank, answers))


def written(report: Report, form: Format) -> bytes:
    """The report in a format."""
    return render(report, form, TEMPLATES).data


def words_of(report: Report) -> int:
    """How many words it has."""
    return len(written(report, Format.MARKDOWN).split())


def with_more(bank: Bank, answers: Answers, more: Callable[[str], str]) -> Answers:
    """The answers with what `more` makes of each passage at its end."""
    for question in bank.questions:
        answer = answers.get(question.id)
        if question.kind is Kind.PASSAGE and isinstance(answer.value, str):
            text = f"{answer.value}\n\n{more(answer.value)}"
            answers = answers.with_answer(question.id, replace(answer, value=text))
    return answers


def long_answers(bank: Bank) -> Answers:
    """The demo's answers, one passage after the other twice over, until their report is so long."""
    answers = read_answers(DEMO)
    while (left := WORDS - words_of(report_of(bank, answers))) > 0:
        answers = with_more(bank, answers, _up_to(left))
    return answers


def _up_to(words: int) -> Callable[[str], str]:
    """Gives a text back as long as there are words left."""
    left = words

    def more(text: str) -> str:
        nonlocal left
        left -= len(text.split())
        return text if left + len(text.split()) > 0 else ""

    return more


def fresh(folder: Path) -> None:
    """Html, docx and pdf by the command, in a process of their own."""
    command = [sys.executable, "-m", "sendwizard", "report", "2025-26", "--folder", str(folder)]
    absolute("html, docx, pdf, fresh", median_of(command) * 1000, "ms", 1500)
    absolute("the same, memory at the peak", peak_of(command), "MB", 150)


def beside_pandoc(report: Report, folder: Path) -> None:
    """HTML and Word in a warm process beside pandoc's whole run on the same Markdown."""
    source = folder / "report.md"
    source.write_bytes(written(report, Format.MARKDOWN))
    for form in (Format.HTML, Format.WORD):
        ours = seconds_of(partial(written, report, form))
        what = f"{form.value}, warm"
        if shutil.which("pandoc") is None:
            alone(what, ours, "pandoc")
            continue
        to = folder / f"pandoc.{form.value}"
        command = ["pandoc", "--standalone", "--metadata=title:x", str(source), "-o", str(to)]
        ratio(what, ours, median_of(command), "pandoc on the same Markdown", 1)


def beside_weasyprint(report: Report) -> None:
    """PDF beside WeasyPrint on our own HTML: both warm, and both tagged as PDF/UA wants it."""
    ours = seconds_of(partial(written, report, Format.PDF))
    theirs = _weasyprint(written(report, Format.HTML).decode())
    if theirs is None:
        alone("pdf, warm", ours, "WeasyPrint, or the pango it needs,")
    else:
        ratio("pdf, warm", ours, seconds_of(theirs, SLOW_RUNS), "WeasyPrint on our HTML", 0.1)


def _weasyprint(html: str) -> Callable[[], object] | None:
    try:
        import weasyprint  # type: ignore[import-untyped]  # it ships no types
    except (ImportError, OSError):
        return None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


def many_schools() -> None:
    """Fifty schools one after the other in one process, in all four formats."""
    command = [sys.executable, "-m", "tests.bench.batch"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found = json.loads(done.stdout)
    absolute("50 schools, per 1,000 words", found["ms_per_1000_words"], "ms", 25)
    for form, each in found["ms_by_format"].items():
        print(f"{f'  of which {form}':<30}{each:>9.1f} ms")
    absolute("50 schools, memory at the peak", found["peak_after_50"], "MB", 300)
    print(f"{'  after 5 of them':<30}{found['peak_after_5']:>9.1f} MB")


def main(folder: Path) -> None:
    """Print the rows."""
    bank = the_bank()
    answers = long_answers(bank)
    report = report_of(bank, answers)
    school = folder / "long"
    write_answers(school / "2025-26" / "answers.toml", answers)
    print(f"\nA report of {words_of(report):,} words")
    fresh(school)
    beside_pandoc(report, folder)
    beside_weasyprint(report)
    many_schools()
