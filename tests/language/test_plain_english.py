"""Passives, words with a plainer one and words of the trade: what is found and what is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.findings import Finding, Severity
from sendwizard.language import plain_english
from sendwizard.language.plain_english import in_all, in_text
from tests.language.lines import codes, codes_in_all, known, points_inside, said


def found(text: str, code: str) -> list[Finding]:
    """The findings of one code in one text."""
    return [each for each in in_text(said(text), known()) if each.rule.code == code]


def of_trade(text: str) -> bool:
    """Whether a report of this one answer has a word of the trade that is not explained."""
    return "PLAIN009" in codes_in_all(in_all, extra_support=text)


# -- PLAIN007: plainer words ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("We utilise pictures.", "use"),
        ("Lessons commenced in May.", "start"),
        ("We endeavour to help.", "try"),
        ("A helper facilitates the group.", "helps"),
        ("We ring you prior to the visit.", "before"),
        ("We meet in order to plan.", "to"),
        ("Ring us regarding lunch.", "about"),
        ("We act in accordance with your wishes.", "by"),
        ("We liaise with the nurse.", "talk to"),
        ("There are sufficient chairs.", "enough"),
        ("We can give additional time.", "extra"),
        ("Two adults assist at lunch.", "help"),
        ("In **the event of** a fall, we ring you.", "if"),
        ("We ask on a\ndaily basis.", "every day"),
        ("We REQUIRE a form.", "need"),
    ],
)
def test_a_word_with_a_plainer_one_is_found(text: str, instead: str) -> None:
    (finding,) = found(text, "PLAIN007")
    assert f"“{instead}”" in finding.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "Our teaching assistants help at lunch.",
        "English as an additional language is no special need.",
        "She speaks English as an additional language.",
        "Help that is additional to or different from what others get.",
        "The school for additional educational needs is near.",
        "The room has an enhanced provision for hearing.",
        "Our equality objectives are on the website.",
        "The group is from Newcastle upon Tyne.",
        "We have good facilities for all.",
        "The regards of the head.",
        "We do more than is required by law.",
        "The information report is on the website.",
        "The receiver is by the door.",
        "She is the previous head.",
        "Once upon a time is a good start for a story.",
        "Signpost Young Carers is a charity near us.",
        "We ask the Participate Centre for a coach.",
        "The receiving school has a copy of the plan.",
        "We work with Empower Theatre each spring.",
    ],
)
def test_a_word_that_is_a_name_or_part_of_another_is_left_alone(text: str) -> None:
    assert "PLAIN007" not in codes(in_text, text)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("We set SMART targets.", "Say it in a plain way: “small, clear goals with a date”."),
        (
            "Lessons are multi-sensory.",
            "Say it in a plain way: “using sight, hearing, touch and movement”.",
        ),
        (
            "A club for gross motor skills.",
            "Say it in a plain way: “large movements, such as running and climbing”.",
        ),
        (
            "Some need help with executive functioning.",
            "Say it in a plain way: “planning, remembering and getting started”.",
        ),
        (
            "We scaffold writing.",
            "Say it in a plain way: “help step by step, which we take away bit by bit”.",
        ),
        (
            "We believe in adaptive teaching.",
            "Say it in a plain way: “changing the lesson as it goes, to suit each child”.",
        ),
        (
            "We use summative assessment.",
            "Say it in a plain way: “a test at the end of a topic or a year”.",
        ),
        ("We use formative assessment.", "Say it in a plain way: “checks during lessons”."),
        ("All stakeholders take part.", "Try “parents, pupils and staff”."),
        ("We commence on Monday.", "Try “start” or “begin”."),
        (
            "He has transitions.",
            "Say it in a plain way: “moving on” or “changing class or school”.",
        ),
    ],
)
def test_what_is_suggested_can_be_written_as_it_stands(text: str, suggestion: str) -> None:
    every = (*in_text(said(text), known()), *in_all(known(extra_support=text)))
    assert suggestion in [each.suggestion for each in every]


def test_each_word_is_pointed_out_once_and_two_at_most() -> None:
    assert len(found("We utilise this and utilised that.", "PLAIN007")) == 1
    many = "We utilise, commence, endeavour, ascertain, disseminate, alleviate and terminate it."
    assert len(found(many, "PLAIN007")) == 2


def test_at_least_sixty_words_have_a_plainer_one() -> None:
    entries = known().data("plain").entries_of("PLAIN007")
    assert len(entries) >= 60
    assert all(entry.instead for entry in entries)


# -- PLAIN009: words of the trade -------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We scaffold each task.",
        "Your child is on our provision map.",
        "We use the graduated approach.",
        "We review the outcomes each term.",
        "He has three interventions a week.",
        "We plan transitions with you.",
        "Pupil voice matters to us.",
        "All teaching is multi-sensory.",
        "We take a person-centred view.",
        "We make reasonable adjustments.",
        "Each child has SMART targets.",
        "We look for barriers to learning.",
        "The baseline comes in September.",
        "Each class has a Provision Map.",
    ],
)
def test_a_word_of_the_trade_is_found(text: str) -> None:
    assert of_trade(text)


@pytest.mark.parametrize(
    "text",
    [
        "We use the graduated approach (four steps that go round).",
        "We use the graduated approach. This means that we plan, try and look again.",
        "We use four steps, called the graduated approach.",
        "We like the graduated approach. The graduated approach: four steps.",
        "We have a provision map, which is a list of all our help.",
        "Interventions are short lessons in a small group.",
        "We make reasonable adjustments, so that nobody is worse off.",
        "We plan moving on (“transition”) with you.",
        "We show each step and take help away bit by bit.",
        "We ask children what they think.",
        "The outcome of the match was a draw.",
        "The painters put up a scaffolding tower.",
        "We list our goals (SMART targets) on one page.",
        "We go round four steps.",
        "A helper is ordinarily available within two weeks.",
        "Ask the Westmarch Transition Team for a form.",
        "The Provision Map Company made our program.",
        "Join Outcomes First, a charity.",
        "We write down all help in the Provision Map software.",
    ],
)
def test_a_word_of_the_trade_that_is_explained_is_left_alone(text: str) -> None:
    assert not of_trade(text)


def test_a_word_of_the_trade_is_found_once_where_it_stands_first() -> None:
    text = "We plan transitions early. Good transitions matter."
    every = in_all(known(needs_provided_for="We plan transition with you.", extra_support=text))
    (finding,) = [each for each in every if each.rule.code == "PLAIN009"]
    assert (finding.question, finding.words) == ("needs-provided-for", "transition")


def test_a_name_that_the_law_gives_is_explained_and_never_replaced() -> None:
    (finding,) = in_all(known(extra_support="We make reasonable adjustments."))
    assert finding.suggestion.startswith("Keep the name and say what it is")


# -- all of them ------------------------------------------------------------------------

PHRASES = [
    phrase.replace("*", "s") for entry in known().data("plain").entries for phrase in entry.find
]
SIGNS = [
    "is ",
    "are being ",
    "will be ",
    " by ",
    "staff",
    "\n",
    "**",
    "- ",
    "(",
    "[",
    "](x)",
    "“",
    "’s",
    ". ",
    "0",
    "# ",
    "SDQ",
    " ",
    "ß",
    "İ",
]
PIECES = st.sampled_from([*PHRASES, *SIGNS])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_no_text_makes_it_fail_or_point_outside(text: str) -> None:
    one = said(text)
    for finding in in_text(one, known()):
        points_inside(finding, one)
    for finding in in_all(known(extra_support=text)):
        points_inside(finding, one)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a ",
        "(",
        "- ",
        "is ",
        "is given ",
        "is given by ",
        "is\n",
        "outcomes ",
        "outcomes,",
        "ABC ",
        "ABC(",
        "A",
        "AB",
        "prior to ",
        "“",
        "@",
        "0",
        "01",
        "YO1",
        "transition.\t",
        " , ",
    ],
)
def test_a_long_hostile_text_is_read_in_one_pass(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    begun = time.process_time()
    for _ in in_text(said(text), known()):
        pass
    for _ in in_all(known(extra_support=text)):
        pass
    assert time.process_time() - begun < 20  # a second or so


def test_every_rule_explains_itself_and_only_what_a_family_trips_over_is_more_than_a_tip() -> None:
    rules = plain_english.RULES
    assert [rule.code for rule in rules] == [f"PLAIN{number:03}" for number in range(1, 11)]
    assert all(rule.explanation.count(". ") >= 1 for rule in rules)
    warns = [rule.code for rule in rules if rule.severity is Severity.WARN]
    assert warns == ["PLAIN001", "PLAIN003", "PLAIN004", "PLAIN008"]
