"""Passives where a person of the school could act: PLAIN006."""

import pytest

from sendwizard.core.findings import Finding
from sendwizard.language.plain_english import in_all, in_text
from tests.language.lines import codes, codes_in_all, known, said


def found(text: str, code: str) -> list[Finding]:
    """The findings of one code in one text."""
    return [each for each in in_text(said(text), known()) if each.rule.code == code]


def of_trade(text: str) -> bool:
    """Whether a report of this one answer has a word of the trade that is not explained."""
    return "PLAIN009" in codes_in_all(in_all, extra_support=text)


@pytest.mark.parametrize(
    "text",
    [
        "Support is provided in small groups.",
        "Targets will be set each half term.",
        "The plan is reviewed by staff.",
        "The plan is reviewed by the class teacher every term.",
        "Extra lessons are delivered on Tuesdays.",
        "Progress is closely monitored.",
        "Parents will be informed by letter.",
        "Meetings are held in the autumn.",
        "Changes are made to the timetable each term.",
        "Support is provided by the class teacher.",
        "Your child may be given a laptop.",
        "A support plan will then be drawn up.",
        "Needs are usually identified early.",
        "The results have been shared with parents.",
        "- Coloured paper is used in lessons",
        "Help **is given** at lunch.",
        "Work is adapted by our teaching assistants.",
        "Changes are made in lessons.",
    ],
)
def test_a_passive_is_found_where_somebody_of_the_school_could_act(text: str) -> None:
    assert "PLAIN006" in codes(in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "He is pleased with his book.",
        "She was born in Leeds.",
        "Mr Oakes is interested in maps.",
        "The speech group is led by the NHS.",
        "The plan is reviewed by the council.",
        "We provide support in small groups.",
        "The school is set in large grounds.",
        "Children who are used to noise may sit where they like.",
        "Our aims are set out in the policy.",
        "The classroom is made up of two rooms.",
        "All the help that is provided costs nothing.",
        "We are excited about the new room.",
        "Your child is welcome here.",
        "Talk to the teacher if you are worried.",
        "The library is open and well used.",
        "Given the choice, we ask the child.",
        "The needs that the unit is for are provided for in two rooms.",
        "A complaint may be made to the Department for Education.",
        "Appeals are considered on another day.",
        "Once a place is offered, ring us.",
        "You can ring us after mediation has been considered.",
        "A request can be made at any time.",
        "Requests for this should be made to the SENCO.",
        "An application is made online.",
        "We believe that each child is made in God's image.",
        "Max and Mia are made-up children.",
        "The desks are made to measure.",
        "Good progress is made in reading.",
        "Applications for transport are made in the spring.",
    ],
)
def test_no_passive_is_found_where_nobody_could_act_or_another_does(text: str) -> None:
    assert "PLAIN006" not in codes(in_text, text)


def test_a_passive_is_shown_from_its_first_verb_and_says_who_could_act() -> None:
    (finding,) = found("Goals **will be** carefully set with you.", "PLAIN006")
    assert finding.words == "will be** carefully set"
    assert finding.message == "“will be carefully set” does not say who does it."
    assert finding.suggestion == "Say who: “we set”, or name the person."


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Our new plan was agreed in May 2024.", "we agreed"),
        ("Groups were taught by hand.", "we taught"),
        ("The results have been shared with parents.", "we shared"),
        ("The plan has also been reviewed.", "we reviewed"),
        ("Children are assessed in May.", "we assess"),
        ("A plan is being written.", "we write"),
        ("Your child may be given a laptop.", "we give"),
    ],
)
def test_who_could_act_is_said_in_the_tense_of_the_passive(text: str, act: str) -> None:
    (finding,) = found(text, "PLAIN006")
    assert finding.suggestion == f"Say who: “{act}”, or name the person."


def test_each_passive_has_a_present_and_a_past() -> None:
    entries = known().data("plain").entries_of("PLAIN006")
    assert all(entry.instead.count("; ") == 1 for entry in entries)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Support is provided by the class teacher.", "the class teacher"),
        ("The plan is reviewed by our SENCO every term.", "our SENCO"),
        (
            "Work is adapted by teachers and teaching assistants.",
            "teachers and teaching assistants",
        ),
    ],
)
def test_a_passive_that_names_who_acts_is_to_begin_with_them(text: str, actor: str) -> None:
    (finding,) = found(text, "PLAIN006")
    assert finding.message.endswith("comes before who does it.")
    assert finding.suggestion == f"Begin with who acts: “{actor}”."


def test_no_more_than_two_passives_are_pointed_out_in_an_answer() -> None:
    assert len(found("Help is given. " * 9, "PLAIN006")) == 2
