"""Duties of two halves: what is judged, what is not, and what other answers may carry."""

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.bank import Kind
from sendwizard.core.checks import Entry
from sendwizard.language.halves import code_half, half
from sendwizard.store.answers_file import read_answers
from tests.language import lines
from tests.worlds import ROOT, answers_of, real_bank

DATA = real_bank().checks["halves"]
LESSONS_ONLY = (
    "Tasks are broken into small steps, and a child may answer by voice. Homework is shorter, "
    "and in tests there is more time."
)
ROOM_ONLY = (
    "Each classroom has a quiet corner, soft lamps and a plan of the day on the wall. A child "
    "may sit near the door and leave before the bell."
)


def answers(block: str) -> tuple[str, ...]:
    """The answers of a block, a blank line between one and the next."""
    return tuple(" ".join(part.split()) for part in block.split("\n\n") if part.strip())


def left_out(question: str, value: Value, **others: Value) -> tuple[str, ...]:
    """The halves of the law that this answer leaves out."""
    return half(lines.known(answers_of(**{question: value}, **others))).get(question, ())


def code_left_out(question: str, value: Value, **others: Value) -> str:
    """What the Code's finding says of this answer; "" where there is none."""
    found = code_half(lines.known(answers_of(**{question: value}, **others)))
    return " ".join(each.message for each in found if each.question == question)


# -- what is judged --------------------------------------------------------------------------


def test_the_half_that_is_not_there_is_named() -> None:
    (missing,) = left_out("adapt-environment", LESSONS_ONLY)
    assert missing == "the classroom and the building, not only lessons"
    (missing,) = left_out("adapt-curriculum", ROOM_ONLY)
    assert missing == "what changes in lessons, tasks or tests"


def test_a_half_is_not_hidden_by_the_answer_next_door() -> None:
    assert left_out("adapt-environment", LESSONS_ONLY, adapt_curriculum=ROOM_ONLY)
    assert left_out("adapt-curriculum", ROOM_ONLY, adapt_environment=LESSONS_ONLY)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("adapt-environment", "Teachers use simpler texts. Children get more time and less work."),
        ("physical-activities", "Choir and coding have places for all. Visits are planned early."),
        ("clubs-and-trips", "Swimming and PE are for all. We change the rules and the space."),
        ("mental-health", "Friendship groups meet at lunch, and play leaders help the shy ones."),
        ("agencies-health", "A social worker comes to reviews, and early help steps in at home."),
        ("agencies-social-care", "The nurse and the speech therapist come in each half term."),
        ("agencies-council", "The nurse and a charity for autism see children and families here."),
        (
            "agencies-voluntary",
            "The psychologist, the therapists, Early Help and the nurse see your child in school.",
        ),
    ],
)
def test_the_demo_schools_other_answers_hide_nothing(question: str, text: str) -> None:
    demo = read_answers(ROOT / "sendwizard" / "demo" / "2026-27" / "answers.toml")
    assert question not in half(lines.known(demo))
    assert half(lines.known(demo.with_answer(question, Answer(text, on=lines.TODAY))))[question]


@pytest.mark.parametrize("text", ["", "To follow.", "We differentiate the work for all."])
def test_a_short_answer_is_not_judged(text: str) -> None:
    assert not left_out("adapt-environment", text)
    assert not code_left_out("hear-pupils", text)


def test_an_answer_that_only_points_elsewhere_is_no_matter_of_halves() -> None:
    pointer = "Please see our SEN policy on the school website under policies."
    assert not code_left_out("hear-pupils", pointer)


def test_a_reason_why_it_does_not_apply_is_not_judged() -> None:
    reason = Answer(None, on=lines.TODAY, not_applicable=LESSONS_ONLY)
    bank = real_bank()
    made = Answers("2026-27", bank.id, bank.edition, {"adapt-environment": reason})
    assert not half(lines.known(made))


def test_a_question_off_the_route_is_not_judged() -> None:
    text = "Parents hear from the tutor each term, and they come to the annual meeting with us."
    assert left_out("consult-young-people", text, school_has=("sixth-form",))
    assert not left_out("consult-young-people", text, school_has=("primary",))


def test_marks_of_markdown_do_not_hide_a_half() -> None:
    text = f"{LESSONS_ONLY} We also think of the **visual** *timetable*."
    assert not left_out("adapt-environment", text)


def test_the_code_of_practice_is_named_as_guidance() -> None:
    text = "Parents are asked each term what they hope for, and can say so in the meeting."
    (found,) = code_half(lines.known(hear_pupils=text))
    assert found.rule.code == "DUTY006"
    assert found.citation == "SEND Code of Practice 2015, para 6.79"
    assert "which is guidance" in found.message
    assert found.message.startswith("“How will my child have a say?”: the answer does not yet")
    assert found.beside.startswith("The answer does not yet mention what children say themselves.")


def test_two_points_of_one_answer_are_one_finding() -> None:
    text = "Each student does two weeks in a job of their choice, and learns to cook and budget."
    said = code_left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert "taking part in the community" in said
    text = "Each student does two weeks in a job of their choice, with a coach beside them."
    said = code_left_out("preparing-for-adulthood", text, school_has=("secondary",))
    assert "community, or being healthy" in said


# -- the data --------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", DATA.entries, ids=lambda each: f"{each.question}: {each.part}")
def test_each_half_is_of_a_question_that_can_be_found_wanting(entry: Entry) -> None:
    question = real_bank().by_id[entry.question]
    assert question.kind in {Kind.PASSAGE, Kind.ROWS}
    assert question.printed
    assert entry.part
    if entry.code == "DUTY003":
        forces = {real_bank().requirement_by_id[each].force for each in question.requirements}
        assert question.required
        assert "must" in forces
        assert entry.source.startswith(("SI 2014/1530, Sch 1", "Equality Act 2010"))
    else:
        assert entry.code == "DUTY006"
        assert entry.source.startswith("SEND Code of Practice 2015, para ")


@pytest.mark.parametrize("entry", DATA.entries, ids=lambda each: f"{each.question}: {each.part}")
def test_each_word_can_be_found(entry: Entry) -> None:
    for phrase in entry.find:
        word = phrase.split()[0]
        assert not word.endswith("*") or len(re.findall(r"[^\W_]+", word)[0]) >= 3, phrase


def test_answers_that_count_as_well_are_of_questions_that_are_there() -> None:
    judged = {entry.part for entry in DATA.entries}
    beside = {name for name in DATA.lists if name.startswith("in one sentence: ")}
    assert {name.removeprefix("in one sentence: ") for name in beside} <= judged
    for part in DATA.lists.keys() - beside:
        assert part in judged
        assert all(real_bank().by_id[other].printed for other in DATA.lists[part])


def test_the_demo_school_leaves_no_half_out() -> None:
    for year in ("2025-26", "2026-27"):
        read = read_answers(ROOT / "sendwizard" / "demo" / year / "answers.toml")
        known = lines.known(read)
        assert not half(known)
        assert not code_half(known)


# -- any text at all -------------------------------------------------------------------------

_PASSAGES = sorted({e.question for e in DATA.entries if e.question != "related-policies"})
_WORDS = st.sampled_from([phrase.replace("*", "") for e in DATA.entries for phrase in e.find])
_TEXTS = st.text() | st.lists(_WORDS | st.sampled_from(["**", "\n", "[", "](", "’", "—"])).map(
    " ".join
)


@given(st.sampled_from(_PASSAGES), _TEXTS)
def test_no_text_is_too_odd(question: str, text: str) -> None:
    known = lines.known(answers_of(**{question: text}, school_has=("secondary", "sixth-form")))
    assert all(half(known).values())
    assert all(found.span is None for found in code_half(known))


def _hostile(n: int) -> Iterator[str]:
    for piece in ("a", "a ", "(", "- ", "[", "meet ", "meet the ", "child’s ", "work ", "0161 "):
        yield piece * (n // len(piece))


def test_a_huge_answer_takes_no_longer_than_its_length() -> None:
    begun = time.process_time()
    for text in _hostile(100_000):
        known = lines.known(adapt_environment=text, consult_parents=text, hear_pupils=text)
        half(known)
        code_half(known)
    assert time.process_time() - begun < 60
