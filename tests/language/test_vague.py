"""Placeholders, gaps and empty words in one text: what is found, and what is let be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.findings import Severity
from sendwizard.language import vague
from sendwizard.language.said import Said
from tests.language.lines import codes, known, said
from tests.worlds import real_bank

FULL = (
    "Each morning a trained adult reads with your child for ten minutes in the library. We keep "
    "a chart of the books that they have read, and you get a copy of it every half term. "
)


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "tba",
        "To follow.",
        "Details to follow in the new year",
        "Lorem ipsum dolor sit amet",
        "?",
        "…",
        "-",
        "n/a",
        "N/A.",
        "See last year",
        "Same as last year.",
        "Type here",
        "Click or tap here to enter text.",
        "xxx",
        "Not applicable",
        f"{FULL}The name of the new helper is TBC.",
        f"{FULL}Ring the club on 01632 xxxxxx.",
        "- Clubs: chess and choir\n- Trips: to be confirmed",
        "- Phone: ?\n- We meet on Mondays in the hall",
        "Our ramp is ready. The date of the open day is yet to be confirmed.",
        "We have asked Mrs ??? to lead the group.",
        "**To be completed**",
        "…………",
        "XXXX",
        "TBC - waiting for Mrs Pike to confirm the groups for the spring",
        "T.B.C.",
        "To be completed by the head in January.",
        "This section will be completed once the new SENCO is in post.",
        "Awaiting confirmation of the 2026-27 budget from the Trust",
        "We are waiting to hear from the council.",
        "Information to be added",
        "Will be updated soon.",
        "This is under review",
        "No information",
        "No change from last year.",
        "I don’t know",
        "To be advised",
        "Write your answer here",
        "Answer to follow shortly",
        "Not applicable to our school",
        "TBC, or to be announced in the autumn",
        "The code for the side gate is TBC.",
    ],
)
def test_a_placeholder_is_found(text: str) -> None:
    assert "VAGUE001" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Children follow a plan of the day on the wall.",
        "A teaching assistant (TA) sits with the group.",
        "The Barn/Avenue unit has six places.",
        "What can you do? Ring us before nine.",
        "We wait until a hearing loss is to be confirmed by the clinic.",
        "The steps to follow are on a card at each table.",
        "Children who find typing hard can type here with a large keyboard.",
        "We did the same as last year, and added a club for gardeners on Fridays.",
        "We watch, wait … and then ask your child what happened.",
        "One group used https://xxx.example/reading at home.",
        "Swimming is on Mondays - bring a towel.",
        "Each child has a target, which is agreed with you.",
        "The SATs reader is Mr Tabac.",
        "We offer:\n\n- a quiet room\n- ear defenders",
        "Why? Because a short walk helps.",
        "There is nothing to confirm: every child has a place.",
        "No pupil is in care at present.",
        "“TBC” is our lunch club for tea, books and chat.",
        "The Friday club is called 'TBC'.",
        "The plan runs until July 2027. It is under review.",
        "The handrail will be added by March.",
        "The chart is to be updated each term with you.",
        "Waiting to hear from the clinic need not stop us: we lend a chair from our store.",
        "None of our rooms has steps.",
        "Yes, and the teacher tells you why.",
        "We don’t know every answer, so we ask the hospital teacher.",
        "TBC, or “to be checked”, is the code that children put by an answer they are unsure of.",
        "In our marking TBC stands for “to be checked”.",
        "On the wall chart the letters TBA mean “to be awarded”.",
        "TBD is short for “think, build, draw”, the three parts of each lesson.",
    ],
)
def test_what_only_looks_like_a_placeholder_is_let_be(text: str) -> None:
    assert "VAGUE001" not in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "We use a range of strategies to support pupils with SEND.",
        "Support is provided as appropriate.",
        "Interventions are put in place where necessary.",
        "Reasonable adjustments are made where possible.",
        "Resources are adapted as and when required.",
        "Staff use a variety of approaches.",
        "Various interventions are available.",
        "Children are given help when needed.",
        "A number of strategies are used within the class.",
        "Lessons are differentiated as needed.",
        f"{FULL}We also provide a wide range of resources.",
        (
            "Our vision is for every child to reach their full potential in a safe, happy and "
            "caring environment."
        ),
        "Further input will be sought as and when deemed appropriate, depending on individual need",
        "We strive to provide a safe and welcoming environment for everyone.",
        "Our staff are committed to high quality teaching for all pupils.",
        "Advice from outside agencies is sought where necessary.",
    ],
)
def test_words_that_tell_nothing_are_a_tip(text: str) -> None:
    assert "VAGUE004" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "We choose books as appropriate to their age.",
        "We use a range of strategies, such as ear defenders, timers and picture cards.",
        "There are various clubs: chess, choir, football and art.",
        "Where necessary an adult sits beside your child at lunch.",
        "Doors are widened where possible, and ramps are laid.",
        "The nurse comes when needed, most often on Mondays.",
        "A number of pupils walk to the pool on Fridays.",
        "Medicines are given as required by the plan.",
        "If necessary, we ring you at work.",
        "A variety of seats, from stools to beanbags, stand in the library.",
        "Trips are planned with you.",
        "To reach their full potential in maths, two pupils in three join the Monday group.",
        "A warm and welcoming environment means a quiet room, soft light and one known adult.",
        "Advice is sought from the hearing teacher when needed.",
        "High quality paint marks the edge of each step.",
        "Every child matters to Mrs Tull, who greets each one at the gate by name.",
    ],
)
def test_words_beside_something_told_are_let_be(text: str) -> None:
    assert "VAGUE004" not in codes(vague.in_text, text)


def test_one_tip_an_answer_is_enough() -> None:
    text = "Support is provided as appropriate. Help is given where necessary."
    found = list(vague.in_text(said(text), known()))
    assert [(each.rule.code, each.words) for each in found] == [("VAGUE004", "as appropriate")]


@pytest.mark.parametrize(
    "text",
    [
        "At [school name] every child has a friend to sit with.",
        "[insert]",
        "Our governor is [Name], who visits each term.",
        "Ring [insert phone number here] to talk to us.",
        "<name> leads the group.",
        "Our SENCO is ____ and works on Mondays.",
        "Welcome to {name} School.",
        "{{school_name}} teaches reading each day.",
        "The plan runs until [date].",
        "[Delete as needed] We have a lift.",
        "Children of [name of school] go swimming.",
        "Phone: ________",
        "[TBC] will read with your child.",
        "Our governor is “____”, who visits each term.",
        "We say “Welcome to [name of school]” to each child.",
        "Children say ‘please’ and ____ at lunch, as in “our school rules”.",
    ],
)
def test_a_gap_that_is_left_in_is_found(text: str) -> None:
    assert "VAGUE005" in codes(vague.in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "[Local offer](https://council.example/offer)",
        "Read [our school’s plan](https://school.example/plan) with us.",
        "- [x] Every room has blinds\n- [ ] The hall has a loop",
        "The co-ordinator [SENCO] visits each class.",
        "Studies say so [1].",
        "We wait [in school and at home] for the bell.",
        "Fewer than <5 pupils",
        "Write to <office@school.example>.",
        "See <https://school.example/send>.",
        "We teach __every__ child and ___each___ matters.",
        "Mornings are calm.\n\n____\n\nAfternoons are loud.",
        "Words in (brackets) are fine.",
        "One said: “[They] helped me.”",
        "Children fill in the gaps, such as “The cat sat on the ____.”",
        'A card may say "I need ____ please" or "I feel ____".',
        "Each child ends the sentence ‘I didn’t like it when ____’ in a drawing.",
        "“____ makes me happy” is how the talk begins.",
    ],
)
def test_brackets_that_belong_there_are_let_be(text: str) -> None:
    assert "VAGUE005" not in codes(vague.in_text, text)


def test_a_gap_is_not_a_placeholder_besides() -> None:
    assert codes(vague.in_text, "[insert]") == {"VAGUE005"}
    assert codes(vague.in_text, "[TBC] will read with your child.") == {"VAGUE005"}


def test_only_what_could_be_said_of_any_school_is_a_tip() -> None:
    tips = {rule.code for rule in vague.RULES if rule.severity is Severity.TIP}
    assert tips == {"VAGUE004"}
    assert all(rule.severity is not Severity.STOP for rule in vague.RULES)


@pytest.mark.parametrize("text", ["Yes", "No.", "Nil", "None", "**Nothing**", "None at present."])
def test_a_lone_word_is_no_answer_where_the_law_asks_for_more(text: str) -> None:
    assert codes(vague.in_text, text, "teaching-approach") == {"VAGUE001"}


@pytest.mark.parametrize(
    ("text", "question"),
    [("None", "agencies-voluntary"), ("None.", "access-facilities"), ("Yes", "other-formats")],
)
def test_a_lone_word_may_be_the_answer_elsewhere(text: str, question: str) -> None:
    assert codes(vague.in_text, text, question) == set()


def test_a_reason_that_gives_none_is_found() -> None:
    reason = Said(real_bank().by_id["inclusion-strategy"], "N/A", is_reason=True)
    assert [each.rule.code for each in vague.in_text(reason, known())] == ["VAGUE001"]


_DATA = real_bank().checks["vague"]
_PHRASES = [text for entry in _DATA.entries for text in entry.find]
_PHRASES += [text for each in _DATA.lists.values() for text in each]
_SIGNS = [" ", "\n", ". ", "**", "](", "[", "(", "- ", ": ", "…", "_", "{", "<", "\t", "’", "\x00"]


@given(st.lists(st.sampled_from(_PHRASES + _SIGNS)).map("".join) | st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for question in ("extra-support", "accessibility-plan", "complaints"):
        codes(vague.in_text, text, question)


@pytest.mark.parametrize(
    "part",
    [
        *("a", "a ", "(", "- ", "[", "[a", "](", "_", "___ ", "{", "{a", "<a", "?", "??? ", "x"),
        *("see ", "see above. ", "TBC ", "TBC. ", "a: ", "a:\n", "is to be ", "1 ", "a.", "a@"),
        *("Mrs A", "http://", "\n", " \n", "contact the ", "(see above", "as appropriate ", ":"),
        *("various. ", '"', '"a', "“", "'a ", "see under ", "be added ", "on request ", "XXX "),
    ],
)
def test_a_hostile_text_is_read_quickly(part: str) -> None:
    text = (part * 100_000)[:100_000]
    one, all_known = said(text), known()
    begun = time.process_time()
    list(vague.in_text(one, all_known))
    list(vague.in_text(said(f"{text}!"), all_known))
    assert time.process_time() - begun < 20
