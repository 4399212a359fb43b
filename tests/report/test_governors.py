"""The pages for governors by themselves: alike in every format, and nothing of them elsewhere."""

from dataclasses import replace
from datetime import date

from sendwizard.core.answers import Answers, Source
from sendwizard.core.approval import Approval, Update
from sendwizard.report.build import build_annex, build_report
from sendwizard.report.entries import Material
from sendwizard.report.model import OpenGap, Report, walk
from tests.report.alike import assert_all_say_the_same, texts_of
from tests.report.making import demo, the_bank

ON = date(2025, 12, 4)
APPROVAL = Approval(
    "Ms Helen Tarrant",
    "Chair",
    ON,
    "the governing body",
    gaps_reason="Written in January {{ 4 }}",
    gaps=("complaints", "gone-from-the-bank"),
    updates=(Update(date(2026, 3, 12), "new SENCO.", "Sue Lee", "Headteacher"),),
)


def kept() -> Answers:
    """The demo's answers, one of them kept with words on how, one without, and one gone."""
    answers = demo()
    for name, how in (("bullying", "asked the head {{ 3 }}"), ("medicines", "")):
        old = answers.get(name)
        answers = answers.with_answer(name, replace(old, source=Source.KEPT, how=how, on=ON))
    return answers.with_answer("complaints", replace(answers.get("complaints"), value=None))


def pages(answers: Answers, approval: Approval | None = APPROVAL) -> Report:
    return build_annex(Material(the_bank(), answers, approval))


def test_the_pages_say_the_same_in_every_format() -> None:
    report = pages(kept())
    assert_all_say_the_same(report)
    for text in texts_of(report).values():
        for words in (
            "Written in January {{ 4 }}",
            "12 March 2026: new SENCO. Approved by Sue Lee, Headteacher.",
            "asked the head {{ 3 }}",
            "1 answer was kept as still true without saying how.",
        ):
            assert words in text


def test_the_report_itself_prints_nothing_of_it() -> None:
    said = str(build_report(Material(the_bank(), kept(), APPROVAL), with_annex=True))
    for words in ("Written in January", "Sue Lee", "asked the head", "gone-from-the-bank"):
        assert words not in said


def test_without_approval_or_kept_answers_the_pages_say_so() -> None:
    report = pages(demo(), None)
    assert report.title == "For governors: SEN information report"
    assert report.state == "Complete, waiting for governors"
    said = str(report)
    assert "No answer was kept from last year." in said
    assert "left open knowingly" not in said
    assert "Small changes" not in said


def test_only_a_gap_that_was_accepted_says_whom_to_ask() -> None:
    answers = kept()
    answers = answers.with_answer("moving-on", replace(answers.get("moving-on"), value=None))
    report = build_report(Material(the_bank(), answers, APPROVAL, changed=1))
    gaps = [each.sentence for each in walk(report.parts) if isinstance(each, OpenGap)]
    assert gaps == [
        "We have not written this part yet.",
        "We have not written this part yet. Ask the SENCO, or the school office.",
    ]
    assert report.state == "Changed since approval: 1 answer"
    assert "Since then 1 answer has changed, and nobody has approved that yet." in report.facts
