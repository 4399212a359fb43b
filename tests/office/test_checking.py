"""The editor over a school's answers: what stands, what is set aside, and what that changes."""

from datetime import date
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers
from sendwizard.core.duties import DutyState
from sendwizard.core.findings import Finding, Severity
from sendwizard.core.wizard import Wizard
from sendwizard.office.checking import (
    EVERY_RULE,
    check_answers,
    check_question,
    left_by_key,
    set_aside,
)
from sendwizard.office.folders import School
from sendwizard.office.previewing import preview_of
from sendwizard.office.reporting import Format, Wanted, write_report_of
from sendwizard.report.build import build_report
from sendwizard.report.entries import Material
from tests.worlds import DAY, QUESTIONS, answers_of, filled, real_bank

BANK = real_bank()
STOPS = {"DUTY001", "DUTY002", "DUTY005", "NAME001"}
"""With the rules on pupils, the only ones that may stand in the way of approval."""

SLIPS = (
    "Our statemented pupils have help.",
    "Pupils on School Action have a plan.",
    "Parent Partnership can help you.",
    "We use National Curriculum levels.",
    "Our statemented pupils have more help.",
    "Ring 0845 034 9469 for advice.",
    "Ella, who has autism, has a helper each day.",
    "Ella, who has autism, goes first.",
    "Please contact the school for details.",
    "Our next review is in July 2024.",
    "Read more [here](http://www.example.org/send).",
    "It is expected that a multi-agency approach is utilised.",
    "We have one child who is blind.",
)


def with_text(question: str, text: str, answers: Answers | None = None) -> Answers:
    """A filled year with this answer."""
    return (answers or filled()).with_answer(question, Answer(text, on=DAY))


def at(answers: Answers, question: str) -> Wizard:
    """The wizard at a question."""
    return Wizard.open(BANK, answers, question)


def found(answers: Answers, code: str) -> list[Finding]:
    """What is found with a code."""
    return [e for e in check_answers(BANK, answers, DAY).findings if e.rule.code == code]


def test_only_what_is_missing_pupils_and_a_sister_s_name_stand_in_the_way() -> None:
    stops = {code for code, rule in EVERY_RULE.items() if rule.severity is Severity.STOP}
    assert stops == STOPS | {code for code in EVERY_RULE if code.startswith("PUPIL")}


def test_each_rule_has_a_code_of_its_own_and_explains_itself() -> None:
    for code, rule in EVERY_RULE.items():
        assert rule.code == code
        assert len(rule.explanation.split()) >= 12, code
        assert not {"compliant", "lawful", "illegal"} & set(rule.explanation.casefold().split())
    accepted = {code for code, rule in EVERY_RULE.items() if rule.can_be_accepted}
    assert accepted == {"DUTY001", "DUTY002", "DUTY005"}


@pytest.mark.parametrize(
    "text", ["TBC", "Please see above.", "Please contact the school for details."]
)
def test_an_answer_that_says_nothing_leaves_its_duty_not_answered(text: str) -> None:
    answers = with_text("complaints", text)
    checked = check_answers(BANK, answers, DAY)
    states = {each.requirement.id: each.state for each in checked.duties}
    assert states["sched1-9-complaints"] is DutyState.NOT_ANSWERED
    at_fault = {e.rule.code for e in checked.stops if e.question == "complaints"}
    assert at_fault == {"DUTY005"}
    beside = [e for e in checked.findings if e.question == "complaints"]
    assert any(e.rule.code.startswith("VAGUE") for e in beside)


def test_a_hollow_answer_that_is_set_aside_counts_as_one() -> None:
    answers = with_text("complaints", "Please see above.")
    finding = found(answers, "DUTY005")[0]
    left = set_aside(at(answers, "complaints"), finding, "It is all said above.").answers
    checked = check_answers(BANK, left, DAY)
    states = {each.requirement.id: each.state for each in checked.duties}
    assert states["sched1-9-complaints"] is DutyState.ANSWERED
    assert [e.finding.rule.code for e in checked.set_aside if e.finding.rule.code == "DUTY005"]


def test_the_report_shows_the_gap_below_an_answer_that_says_nothing() -> None:
    from pathlib import Path

    from sendwizard.office.folders import School
    from sendwizard.office.reporting import material_of
    from tests.worlds import QUESTIONS

    answers = with_text("complaints", "TBC")
    material, _ = material_of(School(Path("school"), QUESTIONS, None), BANK, answers, None)
    assert "complaints" in material.gaps
    assert build_report(material).draft
    assert "complaints" not in Material(BANK, answers).gaps


def test_one_answer_is_read_as_the_whole_is() -> None:
    answers = with_text("extra-support", "\n".join(SLIPS))
    whole = [e for e in check_answers(BANK, answers, DAY).findings if e.question == "extra-support"]
    one = check_question(BANK, answers, "extra-support", DAY).findings
    assert sorted(map(str, whole)) == sorted(map(str, one))
    order = [list(Severity).index(each.severity) for each in one]
    assert order == sorted(order)


def test_nothing_is_found_where_nothing_is_written_or_asked() -> None:
    assert check_question(BANK, answers_of(), "extra-support", DAY).findings == ()
    special = filled("maintained-special").with_answer("senco", Answer("Old words: statemented"))
    assert check_question(BANK, special, "senco", DAY).findings == ()


def test_a_day_is_all_that_the_rules_know_of_time() -> None:
    answers = with_text("extra-support", "The next review is on 1 March 2027.")
    early = check_answers(BANK, answers, date(2026, 12, 1))
    late = check_answers(BANK, answers, date(2027, 12, 1))
    of = [
        {e.rule.code for e in each.findings if e.question == "extra-support"}
        for each in (early, late)
    ]
    assert not any(code.startswith("DATE") for code in of[0])
    assert any(code.startswith("DATE") for code in of[1])


def test_a_year_whose_answer_says_nothing_is_a_draft() -> None:
    from sendwizard.office.acts import year_status

    assert year_status(BANK, filled()).state == "complete"
    hollow = with_text("complaints", "Please see above.")
    assert year_status(BANK, hollow).state == "draft"
    left = left_by_key(at(hollow, "complaints"), "DUTY005", "It is all said above.", DAY).answers
    assert year_status(BANK, left).state == "complete"


def test_a_year_that_tells_who_a_pupil_is_is_a_draft() -> None:
    from sendwizard.office.acts import year_status

    named = with_text("extra-support", "Sam has autism, so a helper sits with him.")
    assert year_status(BANK, named).state == "draft"
    left = left_by_key(at(named, "extra-support"), "PUPIL001", "He is a puppet.", DAY).answers
    assert year_status(BANK, left).state == "complete"


def test_a_report_that_tells_who_a_pupil_is_says_that_it_is_a_draft(tmp_path: Path) -> None:
    school = School(tmp_path / "school", QUESTIONS, None)
    named = with_text("extra-support", "Sam has autism, so a helper sits with him.")
    report = preview_of(school, BANK, named)
    assert report.state == "Draft, 1 thing to put right"
    assert "not to be shown to anybody yet" in report.opening
    written = write_report_of(school, BANK, named, Wanted(formats=(Format.MARKDOWN,)))
    assert "before anybody sees this" in written.told[0]
    assert "Sam has autism" in written.told[0]
    left = left_by_key(at(named, "extra-support"), "PUPIL001", "He is a puppet.", DAY).answers
    assert preview_of(school, BANK, left).state == "Complete, waiting for governors"
