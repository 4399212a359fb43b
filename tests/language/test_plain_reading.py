"""Answers and reports that are hard to read, too long, or full of sentences that run on."""

from dataclasses import replace

import pytest

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.language import plain_english
from sendwizard.language.hard_to_read import in_all, in_text, reading_ease
from sendwizard.language.parts import counted_of, what_counts
from sendwizard.language.readability import flesch, sentences, word_count
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes, codes_in_all, known, said
from tests.language.plain_texts import FAIRLY_HARD, HARD_ANSWERS
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


# -- PLAIN003 and PLAIN004: the report --------------------------------------------------

PLACES = ["extra_support", "needs_provided_for", "identify_and_assess", "teaching_approach"]
PLACES += ["adapt_curriculum", "bullying", "medicines", "how_decided", "money", "consult_parents"]


HARD_ONES = [text for name, text in HARD_ANSWERS.items() if name not in ("short", "one breath")]
PLACED = list(zip(PLACES, HARD_ONES, strict=True))


@pytest.mark.parametrize(("place", "text"), PLACED)
def test_a_report_that_is_hard_to_read_is_found_at_its_longest_hard_answer(
    place: str, text: str
) -> None:
    values = dict(PLACED) | {place: f"{text}\n\n{text}\n\n{lengthened(EASY, 1)}"}
    (finding,) = [
        each for each in in_all(known(answers_of(**values))) if each.rule.code == "PLAIN003"
    ]
    assert finding.question == place.replace("_", "-")


@pytest.mark.parametrize("place", PLACES)
def test_a_report_that_reads_easily_or_has_little_yet_is_not_hard(place: str) -> None:
    easy = dict.fromkeys(PLACES, lengthened(EASY, 20))
    assert not codes_in_all(in_all, **easy)
    assert not codes_in_all(in_all, **(easy | {place: HARD}))
    assert not codes_in_all(in_all, **{place: HARD})


LONG_ONES = list(zip(PLACES, list(FAIRLY_HARD.values())[:10], strict=True))


def filling(text: str, words: int) -> dict[str, str]:
    """As many answers as take about so many words, and no more, each with this text ten times."""
    tenfold = lengthened(text, 10)
    return dict.fromkeys(PLACES[: words // word_count(tenfold)], tenfold)


@pytest.mark.parametrize(("place", "text"), LONG_ONES)
def test_a_report_that_is_too_long_is_found_at_its_longest_answer(place: str, text: str) -> None:
    values = filling(text, 4_500) | {place: lengthened(text, 30)}
    (finding,) = in_all(known(answers_of(**values)))
    assert (finding.rule.code, finding.question) == ("PLAIN004", place.replace("_", "-"))
    words = sum(word_count(each) for each in values.values())
    assert finding.message == (
        f"The report has {words:,} words. We advise no more than 4,500, so that parents can read "
        "it to the end."
    )
    assert "Take out what is said twice" in finding.suggestion
    assert (
        f"this answer is the longest, with {word_count(text) * 30:,} words." in finding.suggestion
    )


@pytest.mark.parametrize(("_", "text"), LONG_ONES)
def test_a_report_of_up_to_4500_words_is_not_too_long(_: str, text: str) -> None:
    assert not codes_in_all(in_all, **filling(text, 4_500))


def test_the_4501st_word_is_one_too_many() -> None:
    values = dict.fromkeys(PLACES, lengthened(EASY, 30))
    assert not codes_in_all(in_all, **values)
    more = values | {PLACES[0]: f"{values[PLACES[0]]} Well."}
    assert codes_in_all(in_all, **more) == {"PLAIN004"}


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
ROW = (
    "| Into school | Home visit, two mornings in the class, a book with pictures of the rooms "
    "| Nursery staff, the SENCO and the family |\n| Into Year 3 | Visits in July, a new "
    "passport, a meeting of both teachers | Class teachers and the SENCO |"
)
TWENTY_SIX = " ".join(["help"] * 26)


@pytest.mark.parametrize(
    "text",
    [
        f"{TWENTY_SIX}.",
        (
            "When a child who is new to us finds it hard to settle, the class teacher meets the "
            "family in the second week and agrees with them what to try first."
        ),
        (
            "We help. If your child has a hearing aid, tell the office before they start so that a "
            "teacher of the deaf can show staff how to look after it! We ask."
        ),
        (
            "- Staff can borrow writing slopes, pencil grips, thick pens, coloured paper, "
            "footrests, wobble cushions, headphones, timers, magnifying sheets and a laptop with "
            "the right programs from the library upstairs"
        ),
        (
            "1. Ask at the office for the form, fill it in with the class teacher, and give it "
            "back by the end of the week so that we can order what is needed."
        ),
        (
            "> A pupil said that she liked the quiet room best, because nobody asks you things "
            "there and you can come back to the lesson when you feel ready for it."
        ),
        (
            "**Children who need it may leave five minutes early, carry a card that they show to "
            "any adult, and go to the nurture room until they have calmed down.**"
        ),
        (
            "We meet in autumn, spring and summer\n"
            "and at any other time that you ask for, and somebody can join by phone\n"
            "if it is hard for them to come to the school in the day."
        ),
        (
            "In 2025-26 we spent 4,200 on books, 1,150 on software, 3,400 on the sensory room, 980 "
            "on training, 2,260 on chairs and 640 on taxis for 12 pupils."
        ),
        (
            "Every pupil with a plan has their own box, e.g. with a timer, a soft toy and a card "
            "of pictures, which stays on the table and goes with them to every room."
        ),
        (
            "You can find [the council's page about help with the cost of "
            "travel](https://council.example/travel) through the list of links at the bottom of "
            "our own page, or ask the office for a copy of it on paper."
        ),
        (
            "| When | What |\n"
            "| --- | --- |\n"
            "| July | Your child spends two mornings in the new class with the children they will "
            "sit beside, meets the teacher and the helper, and brings home a book with their "
            "pictures. |"
        ),
        (
            "Once the tests are marked the teacher looks for gaps; where three or more children "
            "have the same one, it is taught again to all of them before the class goes on."
        ),
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
        ROW,
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


def test_each_long_sentence_of_an_answer_is_pointed_out() -> None:
    text = f"{LONG}. We help. " * 4
    found = [each for each in in_text(said(text), known()) if each.rule.code == "PLAIN005"]
    assert [each.words for each in found] == [f"{LONG}."] * 4
    assert len({each.span for each in found}) == 4


def test_a_bank_without_the_words_finds_nothing() -> None:
    bare = Known(replace(real_bank(), checks={}), known(extra_support=HARD).answers, TODAY)
    assert not [*plain_english.in_text(said(HARD), bare), *plain_english.in_all(bare)]
