"""Reports that are hard to read or too long, and sentences that run on: PLAIN003 to PLAIN005."""

import pytest

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.language.hard_to_read import in_all, in_text, reading_ease
from sendwizard.language.readability import flesch, word_count
from tests.language.lines import TODAY, codes, codes_in_all, known, said
from tests.language.plain_texts import EASY, FAIRLY_HARD, HARD, HARD_ANSWERS, LONG, lengthened
from tests.worlds import answers_of, real_bank

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
