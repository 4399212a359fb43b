"""The editor as a whole: whatever is written anywhere, it ends, and points at what is there."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.bank import Kind, Question
from sendwizard.core.findings import Finding
from sendwizard.language.editor import RULES, edit, edit_question
from sendwizard.language.reader import read
from sendwizard.language.said import OF_TEXT, Known
from tests.worlds import filled, real_bank, some_cell

BANK = real_bank()
ASKED = [q for q in BANK.questions if q.kind in (Kind.PASSAGE, Kind.LINE, Kind.ROWS)]
PHRASES = sorted({p for data in BANK.checks.values() for e in data.entries for p in e.find})
PIECES = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from([*"\n*_[](){}<>“”’'.,;:!?-–#|@/\\", "\n\n", "\n- ", "Ella", "J.S.", "2021"]),
    st.text(max_size=12),
    st.sampled_from(["https://x.org/a", "0845 034 9469", "office@", "1 pupil", "Year 4", "TBC"]),
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join)
DAYS = st.dates(date(2014, 1, 1), date(2040, 1, 1))


def with_text(question_id: str, text: str) -> Answers:
    """A filled year with this text as an answer, or in every cell of a row."""
    question = BANK.by_id[question_id]
    value: Value = text
    if question.kind is Kind.ROWS:
        cells = {c.id: text if c.kind in OF_TEXT else some_cell(c) for c in question.columns}
        value = (cells,)
    return filled().with_answer(question_id, Answer(value))


def text_of(answers: Answers, finding: Finding) -> str:
    """The text that a finding is about."""
    value = answers.value(finding.question)
    if finding.row is not None and isinstance(value, tuple):
        row = value[finding.row]
        return str(row[finding.column]) if not isinstance(row, str) else row
    return value if isinstance(value, str) else answers.get(finding.question).not_applicable


@given(st.sampled_from(ASKED), TEXTS, DAYS)
@settings(max_examples=150)
def test_no_rule_fails_or_points_outside_whatever_is_written(
    question: Question, text: str, day: date
) -> None:
    answers = with_text(question.id, text)
    for finding in edit(Known(BANK, answers, day)):
        assert finding.rule in RULES
        assert finding.question in BANK.by_id
        if finding.span is not None:
            start, end = finding.span
            assert text_of(answers, finding)[start:end] == finding.words != ""
    read(BANK, answers)


@given(st.sampled_from(ASKED), TEXTS)
@settings(max_examples=40)
def test_the_same_answers_give_the_same_findings_and_one_question_its_own(
    question: Question, text: str
) -> None:
    answers = with_text(question.id, text)
    known = Known(BANK, answers, date(2026, 11, 23))
    every = edit(known)
    assert edit(Known(BANK, answers, known.today)) == every
    at = question.id
    assert edit_question(known, at) == tuple(each for each in every if each.question == at)
    keys = [(each.question, each.key) for each in every]
    assert len(keys) == len(set(keys))


def test_no_bank_no_words_no_answers_are_no_fault() -> None:
    bare = replace(BANK, checks={})
    assert edit(Known(bare, filled(), date(2026, 11, 23))) is not None
    nothing = Answers("2026-27", BANK.id, BANK.edition)
    assert {e.severity.value for e in edit(Known(BANK, nothing, date(2026, 11, 23)))} <= {"tip"}
