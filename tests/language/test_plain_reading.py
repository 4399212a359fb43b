"""Answers and reports that are hard to read, too long, or full of sentences that run on."""

from dataclasses import replace

import pytest

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.language import plain_english
from sendwizard.language.hard_to_read import in_all, in_text, reading_ease
from sendwizard.language.parts import what_counts
from sendwizard.language.readability import flesch, sentences, word_count
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes, codes_in_all, known, said
from tests.worlds import answers_of, real_bank

EASY = "We help each child to read. We sit with them and look at the words."
MIDDLING = (
    "Teachers notice when children need more help, and they discuss it with families before "
    "anything is decided. We usually agree a simple programme of lessons together, and the teacher "
    "explains every detail of it. Parents receive a copy within the week and can ask questions."
)
HARD = (
    "Individualised programmes facilitate considerable improvements in organisational capability. "
    "Comprehensive evaluation of participation necessitates collaborative professional activity. "
    "Appropriate methodologies incorporate systematic consideration of environmental implications. "
    "Responsibility for coordination of universal activities remains predominantly managerial. "
    "Continuous observation determines subsequent modification of individual activities."
)
LONG = (
    "When your child comes to us in the first week of the term we will look at all of the work "
    "that they did in the class that they were in before and at what they say"
)
"""Thirty-five words or so, without an end."""


def lengthened(text: str, times: int) -> str:
    """The same several times over."""
    return "\n\n".join([text] * times)


# -- PLAIN001 and PLAIN002: an answer ---------------------------------------------------

HARD_WAYS = [
    HARD,
    f"## How we help\n\n{HARD}",
    HARD.replace(". ", ".\n\n"),
    HARD.replace(". ", ".\n- "),
    HARD.upper(),
    f"**{HARD}**",
    f"> {HARD}",
    HARD.replace("systematic", "[systematic](https://school.example/a-b)"),
    f"{HARD} Ring 01632 960000.",
    f"{HARD}\n\nMrs Oakes, 01632 960000, senco@school.example",
    f"{LONG} {LONG} and about managing everything together in the organisation.",
]


@pytest.mark.parametrize("text", HARD_WAYS)
def test_an_answer_that_is_hard_to_read_is_found(text: str) -> None:
    assert "PLAIN001" in codes(in_text, text)
    assert "PLAIN002" not in codes(in_text, text)


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
]


@pytest.mark.parametrize("text", READABLE)
def test_an_answer_that_reads_easily_or_is_short_or_names_what_it_has_to_is_not_hard(
    text: str,
) -> None:
    assert "PLAIN001" not in codes(in_text, text)


MIDDLE = [
    MIDDLING,
    lengthened(MIDDLING, 2),
    f"## How we agree\n\n{MIDDLING}",
    f"> {MIDDLING}",
    f"**{MIDDLING}**",
    MIDDLING.replace(". ", ".\n"),
    MIDDLING.replace(". ", ".\n\n"),
    f"{MIDDLING} 2026.",
    f"{MIDDLING} senco@school.example",
    f"{MIDDLING}\n\nMrs Oakes, 01632 960000, senco@school.example",
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


# -- PLAIN003 and PLAIN004: the report --------------------------------------------------

PLACES = ["extra_support", "needs_provided_for", "identify_and_assess", "teaching_approach"]
PLACES += ["adapt_curriculum", "bullying", "medicines", "how_decided", "money", "consult_parents"]


@pytest.mark.parametrize("place", PLACES)
def test_a_report_that_is_hard_to_read_is_found_at_its_longest_hard_answer(place: str) -> None:
    values = dict.fromkeys(PLACES, HARD) | {place: f"{HARD}\n\n{HARD}"}
    (finding,) = in_all(known(answers_of(**values)))
    assert finding.rule.code == "PLAIN003"
    assert finding.question == place.replace("_", "-")


@pytest.mark.parametrize("place", PLACES)
def test_a_report_that_reads_easily_or_has_little_yet_is_not_hard(place: str) -> None:
    easy = dict.fromkeys(PLACES, lengthened(EASY, 20))
    assert not codes_in_all(in_all, **easy)
    assert not codes_in_all(in_all, **(easy | {place: HARD}))
    assert not codes_in_all(in_all, **{place: HARD})


@pytest.mark.parametrize("place", PLACES)
def test_a_report_that_is_too_long_is_found_at_its_longest_answer(place: str) -> None:
    values = dict.fromkeys(PLACES, lengthened(EASY, 30)) | {place: lengthened(EASY, 60)}
    (finding,) = in_all(known(answers_of(**values)))
    assert (finding.rule.code, finding.question) == ("PLAIN004", place.replace("_", "-"))
    assert finding.message.startswith("The report has 4,950 words.")
    assert finding.suggestion.endswith("This answer is the longest, with 900 words.")


@pytest.mark.parametrize("place", PLACES)
def test_a_report_of_4500_words_is_not_too_long(place: str) -> None:
    values = dict.fromkeys(PLACES, lengthened(EASY, 30))
    assert not codes_in_all(in_all, **values)
    assert codes_in_all(in_all, **(values | {place: lengthened(EASY, 31)})) == {"PLAIN004"}


def test_answers_that_are_not_checked_yet_do_not_count() -> None:
    day, bank = TODAY, real_bank()
    by_id = {
        "extra-support": Answer(HARD, Source.CARRIED, day),
        "bullying": Answer(EASY, on=day),
        "medicines": Answer(None, not_applicable="Nobody needs any.", on=day),
        "school-name": Answer("Hill School", on=day),
    }
    only = known(Answers("2026-27", bank.id, bank.edition, by_id))
    assert reading_ease(only) == (flesch(EASY), word_count(EASY))
    assert reading_ease(known()) == (flesch(""), 0)


# -- PLAIN005: a sentence ---------------------------------------------------------------

NAMES_IN_A_ROW = (
    "Ask the special educational needs and disabilities information, advice and support service, "
    "the child and adolescent mental health services or the educational psychology service."
)
TWENTY_SIX = " ".join(["help"] * 26)


@pytest.mark.parametrize(
    "text",
    [
        f"{TWENTY_SIX}.",
        f"We help. {TWENTY_SIX}! We help.",
        f"- {TWENTY_SIX}",
        f"1. {TWENTY_SIX}.",
        f"> {TWENTY_SIX}.",
        f"**{TWENTY_SIX}**.",
        TWENTY_SIX.replace("help help ", "help\nhelp ", 1),
        TWENTY_SIX.replace("help", "2026", 20),
        f"{LONG}.",
        f"We ask e.g. {TWENTY_SIX} today.",
        TWENTY_SIX.replace("help help", "help, [help](https://school.example/a)", 1),
    ],
)
def test_a_long_sentence_is_found(text: str) -> None:
    assert "PLAIN005" in codes(in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        TWENTY_SIX.removeprefix("help ") + ".",
        "\n".join(["- a calm room", "- a quiet table", "- a place to rest"] * 9),
        "\n\n".join(["We help each child"] * 9),
        "\n".join(["1. We look", "2. We plan"] * 9),
        "We help. " * 20,
        "We help! Do we? " * 20,
        "# " + "Help\n# " * 30,
        "| name | when |\n" * 20,
        NAMES_IN_A_ROW,
        "Mrs Oakes, SENCO, 01632 960000\nMr Ash, head, 01632 960001\n" * 6,
        "",
    ],
)
def test_short_sentences_lists_and_names_are_no_long_sentence(text: str) -> None:
    assert "PLAIN005" not in codes(in_text, text)


def test_a_long_sentence_is_pointed_at_and_no_other_word() -> None:
    text = f"We help.\n\n- **{LONG}.**\n- We ask."
    (finding,) = [each for each in in_text(said(text), known()) if each.rule.code == "PLAIN005"]
    assert finding.words == f"{LONG}.**"


def test_two_long_sentences_are_enough_for_one_answer() -> None:
    found = [each.rule.code for each in in_text(said(f"{LONG}. " * 9), known())]
    assert found.count("PLAIN005") == 2


def test_a_bank_without_the_words_finds_nothing() -> None:
    bare = Known(replace(real_bank(), checks={}), known(extra_support=HARD).answers, TODAY)
    assert not [*plain_english.in_text(said(HARD), bare), *plain_english.in_all(bare)]
