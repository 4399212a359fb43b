"""Answers that are hard to read, or could be easier: PLAIN001 and PLAIN002."""

from dataclasses import replace

import pytest

from sendwizard.language import plain_english
from sendwizard.language.hard_to_read import in_text
from sendwizard.language.parts import counted_of, what_counts
from sendwizard.language.readability import flesch, sentences
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes, known, said
from tests.language.plain_texts import (
    EASY,
    FAIRLY_HARD,
    HARD,
    HARD_ANSWERS,
    LONG,
    MIDDLING,
    lengthened,
)
from tests.worlds import real_bank

# -- PLAIN001 and PLAIN002: an answer ---------------------------------------------------

HARD_WAYS = [
    HARD,
    f"**{HARD}**",
    HARD.replace("systematic", "[systematic](https://school.example/a-b)"),
    f"{LONG} {LONG} and about managing everything together in the organisation.",
    *HARD_ANSWERS.values(),
]


@pytest.mark.parametrize("text", HARD_WAYS)
def test_an_answer_that_is_hard_to_read_is_found(text: str) -> None:
    assert "PLAIN001" in codes(in_text, text)
    assert "PLAIN002" not in codes(in_text, text)


AREAS = (
    "Thinking and learning\n- Dyslexia, dyscalculia, global delay\n- Precision teaching, Toe by "
    "Toe, Nessy, coloured overlays\n\nSocial, emotional and mental health\n- Anxiety, ADHD, "
    "bereavement, attachment needs\n- ELSA, Drawing and Talking, Zones of Regulation, nurture "
    "group\n\nCommunication and interaction\n- Autism, SLCN, DLD, selective mutism\n- Makaton, "
    "Colourful Semantics, Intensive Interaction, BSL"
)
TABLE = (
    "| Area | Whom we teach | What we use |\n| --- | --- | --- |\n"
    "| Cognition and learning | Severe learning difficulties (SLD), profound and multiple learning "
    "difficulties (PMLD) | Objects of reference, repetition, small steps |\n"
    "| Communication and interaction | Autism; children who are pre-verbal | PECS, Makaton, eye "
    "gaze, Intensive Interaction |\n"
    "| Sensory and physical | Visual impairment, hearing impairment, cerebral palsy | Rebound "
    "therapy, hydrotherapy, sensory room |"
)
SERVICES = (
    "- Early Help: request with the family's consent for a family support worker\n"
    "- Disabled Children's Service: short breaks, direct payments, adaptations at home\n"
    "- Family Hub, Westmarch: drop-in sessions for families\n"
    "- Our Family Liaison Officer can fill in the form with you and attend the first meeting\n"
    "- Parents can also ring the Front Door on 01632 960123"
)
PLAN = (
    "Plan: 2025-2028. Reviewed by the Local Governing Body each September.\n"
    "- Lessons: all teachers to use subtitles and pictures of new words by December 2027; tablets "
    "in each class by January 2028\n"
    "- Buildings: ramp to the top field (February 2027); sound treatment in three rooms (2027-28)\n"
    "- Information: key letters in BSL video and easy read from November 2027\n"
)
READABLE = [
    lengthened(EASY, 5),
    lengthened(MIDDLING, 2),
    "",
    "   \n\n- \n- ",
    "2026-27",
    HARD.split(".", maxsplit=1)[0] + ".",
    "# " + " ".join(["Communication"] * 12),
    "\n".join(["- Speech and language therapist", "- Educational psychologist"] * 12),
    "The Special Educational Needs and Disability Code of Practice says so. " * 8,
    "We help children with social, emotional and mental health difficulties. " * 6,
    "Mrs Oakes, SENCO, 01632 960000, senco@school.example\n" * 12,
    "\n".join(["12 Riverside Avenue, Westmarch, WM1 2AB"] * 15),
    "https://school.example/special-educational-needs " * 60,
    "\n".join(["- Individual homework planners", "- Regular celebration assemblies"] * 12),
    "We care for:\n" + "\n".join(["● Accessible entrances everywhere"] * 14),
    AREAS,
    TABLE,
    SERVICES,
    PLAN,
    "You can appeal to the tribunal within two months of the decision, or after mediation.",
]


@pytest.mark.parametrize("text", READABLE)
def test_an_answer_that_reads_easily_or_is_short_or_names_what_it_has_to_is_not_hard(
    text: str,
) -> None:
    assert "PLAIN001" not in codes(in_text, text)


MIDDLE = [
    lengthened(MIDDLING, 2),
    f"**{MIDDLING}**",
    f"{MIDDLING}\n\nMrs Oakes, 01632 960000, senco@school.example",
    *FAIRLY_HARD.values(),
]


@pytest.mark.parametrize("text", MIDDLE)
def test_an_answer_that_could_be_easier_gets_a_tip(text: str) -> None:
    assert 50 <= flesch(MIDDLING) < 60
    assert "PLAIN002" in codes(in_text, text)


@pytest.mark.parametrize("text", [HARD, *(each for each in READABLE if MIDDLING not in each)])
def test_an_answer_that_is_easy_or_hard_gets_no_tip_besides(text: str) -> None:
    assert "PLAIN002" not in codes(in_text, text)


def test_the_figure_is_said_and_so_is_what_helps_most() -> None:
    finding = next(iter(in_text(said(HARD), known())))
    assert finding.message == (
        "This answer is hard to read: its reading ease is less than 0, and plain English is 60 or "
        "more."
    )
    assert finding.suggestion.startswith("Look for shorter words where you can. The long ones")
    assert "“individualised”" in finding.suggestion
    long = next(iter(in_text(said(f"{LONG} {LONG}."), known())))
    assert long.suggestion == "The longest sentence has 74 words: make two or three of it."


def test_a_name_is_not_shown_as_a_hard_word() -> None:
    text = (
        "Considerable participation is organised by Mrs Adeyemi-Oluwaseun in Canterbury each "
        "January, with our BACP-accredited counsellor. Appropriate methodologies are incorporated "
        "by the Operations Committee, and the implementation of recommendations is considered "
        "in February and in September by everybody who has responsibility for it."
    )
    (finding,) = [each for each in in_text(said(text), known()) if each.rule.code == "PLAIN001"]
    for name in ("adeyemi", "canterbury", "january", "bacp", "operations", "september"):
        assert name not in finding.suggestion.casefold()
    assert "“responsibility”" in finding.suggestion or "“implementation”" in finding.suggestion


def test_short_forms_count_no_more_than_their_long_forms() -> None:
    text = "We help children with ADHD, SLCN and DLD, and work with the NHS."
    (sentence,) = counted_of(text, known())
    assert sentence.words == ("We", "help", "children", "with", "and", "and", "work", "with", "the")


def test_each_cell_of_a_table_is_read_by_itself() -> None:
    cells = [TABLE[each.start : each.end] for each in sentences(TABLE)]
    assert cells[:4] == ["Area", "Whom we teach", "What we use", "Cognition and learning"]
    assert "Rebound therapy, hydrotherapy, sensory room" in cells
    assert max(each.length for each in sentences(TABLE)) < 12


def test_names_that_a_school_needs_are_left_out_of_the_sum() -> None:
    text = "We work with the educational psychology service and Mrs Fotheringhay-Montgomery’s team."
    senco = ({"name": "Mrs Philippa Fotheringhay-Montgomery"},)
    counted = what_counts(text, known(senco=senco))
    assert len(counted) == len(text)
    assert "psychology" not in counted
    assert "Montgomery" not in counted
    (sentence,) = sentences(counted)
    assert sentence.words == ("We", "work", "with", "the", "and", "team")


@pytest.mark.parametrize(
    "line",
    [
        "SENCO: Mrs Oakes, 01632 960000",
        "- E-mail: senco@school.example",
        "Westmarch SENDIASS | https://sendiass.example",
        "12 Riverside Avenue, Westmarch",
        "Westmarch, WM1 2AB",
        "Telephone (01632) 960 000 between nine and three",
    ],
)
def test_a_line_that_only_says_how_to_reach_somebody_does_not_count(line: str) -> None:
    assert flesch(what_counts(line, known())) == flesch("")


def test_a_sentence_that_holds_a_number_counts() -> None:
    text = "Ring the office on 01632 960000 in the week before you would like to come and see us."
    assert sentences(what_counts(text, known()))[0].words


def test_a_bank_without_the_words_finds_nothing() -> None:
    bare = Known(replace(real_bank(), checks={}), known(extra_support=HARD).answers, TODAY)
    assert not [*plain_english.in_text(said(HARD), bare), *plain_english.in_all(bare)]
