"""HTML, its fragment and Markdown say one and the same, word for word, in every layout."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.core.answers import Answers, Row
from sendwizard.core.approval import Approval, Update
from sendwizard.report.build import build_report
from sendwizard.report.entries import LeftAside, Material
from sendwizard.report.model import Layout
from tests.report.alike import assert_all_say_the_same, texts_of
from tests.report.making import DAY, demo, only, report_of, the_bank, with_values
from tests.report.reading import read_html, said_in_sections
from tests.report.said import said
from tests.report.strategies import answers_strategy

HIDDEN = "Zebrafinch"
FEWER = settings().max_examples // 2
"""Each is a whole report, three times over."""
ROWS = ((12, 31), (5, 22), (2, 14), (1, 6), (0, 8))
"""Pupils with an EHC plan and on SEN support, for each kind of need."""


def with_numbers() -> Answers:
    """The demo school, large enough to show how many pupils have each kind of need."""
    (need,) = (each for each in the_bank().by_id["numbers"].columns if each.id == "need")
    rows: tuple[Row, ...] = tuple(
        {"need": option.id, "ehc": ehc, "support": support}
        for option, (ehc, support) in zip(need.options, ROWS, strict=True)
    )
    return with_values(demo(), roll=210, numbers_shown=True, numbers_date=DAY, numbers=rows)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(
    "answers", [demo(), only(), with_numbers()], ids=["demo", "none", "numbers"]
)
def test_all_three_say_the_same_in_every_layout(layout: Layout, answers: Answers) -> None:
    assert_all_say_the_same(report_of(answers, layout))
    assert_all_say_the_same(report_of(answers, layout, with_annex=True))


def test_a_report_with_no_form_says_just_what_the_model_holds() -> None:
    report = report_of(demo())
    assert said_in_sections(report) == said(report)


def test_the_council_s_own_expectations_are_said_in_all_three() -> None:
    answers = with_values(demo(), local_authority="north-yorkshire")
    report = report_of(answers, Layout.PROFORMA, expectations=True)
    assert_all_say_the_same(report)
    for text in texts_of(report).values():
        assert "our summary" in text


@given(answers_strategy(), st.sampled_from(Layout), st.booleans())
@settings(max_examples=FEWER)
def test_all_three_say_the_same_whatever_is_typed(
    answers: Answers, layout: Layout, annex: bool
) -> None:
    assert_all_say_the_same(report_of(answers, layout, with_annex=annex))


def test_who_approved_it_and_what_changed_since_stand_at_the_head() -> None:
    approval = Approval(
        "Ms Helen Tarrant",
        "chair",
        DAY,
        "the governing body",
        "7b",
        updates=(Update(DAY, "x < y"),),
    )
    report = build_report(Material(the_bank(), demo(), approval))
    assert_all_say_the_same(report)
    for text in texts_of(report).values():
        assert "Approved by the governing body on 23 November 2026 (minute 7b)" in text
        assert "Updated 23 November 2026: x" in text
        assert "Draft" not in text


# -- what never gets into a report ------------------------------------------------------


def private(answers: Answers) -> Answers:
    """The answers with a reminder, a way of knowing and a finding set aside beside each."""
    for name, answer in answers.by_id.items():
        kept = replace(
            answer, note=f"{HIDDEN} note", how=f"{HIDDEN} how", set_aside={"term": f"{HIDDEN} why"}
        )
        answers = answers.with_answer(name, kept)
    return answers


@given(answers_strategy(), st.sampled_from(Layout))
@settings(max_examples=FEWER)
def test_no_private_word_reaches_a_report(answers: Answers, layout: Layout) -> None:
    report = report_of(private(answers), layout, with_annex=False)
    assert not any(HIDDEN in text for text in texts_of(report).values())


@pytest.mark.parametrize("layout", Layout)
def test_governors_alone_read_what_was_set_aside_and_nobody_a_reminder(layout: Layout) -> None:
    left = (LeftAside("complaints", "A word", f"{HIDDEN} why"),)
    material = Material(the_bank(), private(demo()), left=left)
    report = build_report(material, layout, with_annex=True)
    for text in texts_of(report).values():
        assert f"{HIDDEN} note" not in text
        before, heading, annex = text.rpartition("What was set aside, and why")
        assert heading
        assert HIDDEN not in before.replace(f"{HIDDEN} how", "")
        assert f"{HIDDEN} why" in annex


@pytest.mark.parametrize("layout", Layout)
def test_no_example_reaches_a_report_in_any_layout_or_annex(layout: Layout) -> None:
    answers = only(school_name="Larkfield", school_type="maintained-mainstream")
    texts = texts_of(report_of(answers, layout, with_annex=True))
    for text in (read_html(texts["html"]).text, texts["fragment"], texts["markdown"]):
        words = " ".join(text.split())
        for question in the_bank().questions:
            beginning = " ".join(question.example.split())[:60]
            assert not beginning or beginning not in words
