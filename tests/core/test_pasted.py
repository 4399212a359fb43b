"""Text from Word, Outlook, a web page or a PDF becomes clean words and lists, and loses none."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendwizard.core.pasted import from_paste, line_from_paste
from sendwizard.core.text import clean
from sendwizard.report.prose import List, Paragraph, parse_prose

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
WORDS = ["a", "Words", "two words", "é", "עברית", "iv.", "a)", "1.", "12)", "3.", "o", "ü", "2026"]
SIGNS = list("•·▪◦●■§*-–—oØü\uf0b7 \t\n\r.:;,“’…\u00a0\u00ad\u200b\u200c\u200d\ufeff\u2028\x0b\x0c")
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*WORDS, *SIGNS, "\n", "\t", " "])).map("".join)
)
LONG = "These are the words of a line that a page was too narrow for"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("•\tOne\r\n•\tTwo\r\n", "- One\n- Two\n"),
        ("\u00b7         One\n\u00b7         Two", "- One\n- Two"),
        ("\uf0b7\u00a0One\n\uf0a7\u00a0Sub", "- One\n  - Sub"),
        ("●One\n■ Two", "- One\n  - Two"),
        ("–\tOne\n–\tTwo", "- One\n- Two"),
        ("We offer:\n– one\n— two", "We offer:\n- one\n- two"),
        ("Ø\tOne\nü\tTwo", "- One\n- Two"),
        ("* One\n* Two", "- One\n- Two"),
        ("•\tOne\no\tSub\n▪\tDeep\no\tSub\n•\tTwo", "- One\n  - Sub\n    - Deep\n  - Sub\n- Two"),
        ("• One\n    ◦ Sub\n• Two", "- One\n  - Sub\n- Two"),
        ("• One\no Sub", "- One\n  - Sub"),
        ("1.\tOne\n2.\tTwo", "1. One\n2. Two"),
        ("1.\tOne\n•\tSub\n2.\tTwo", "1. One\n   - Sub\n2. Two"),
        ("1. One\n\ta)\tpart\n2. Two", "1. One\n   a) part\n2. Two"),
        ("a)\tOne\nb)\tTwo", "a) One\nb) Two"),
        ("•\tOne\n\n•\tTwo\n\n\n•\tThree", "- One\n- Two\n- Three"),
        ("•\n One\n•\n Two", "- One\n- Two"),
        ("1. One\n\n• Other list", "1. One\n\n- Other list"),
    ],
)
def test_bullets_and_numbers_become_lists(pasted: str, text: str) -> None:
    assert from_paste(pasted) == text


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("“It’s” ‘so’ „we“ say", '"It\'s" \'so\' "we" say'),
        ("in\u00a0Year\u202f5 and\u2009on", "in Year 5 and on"),
        ("help\u00adful\u200b \ufeffwords", "helpful words"),
        ("Year 5 – and 6 — wait…", "Year 5 – and 6 — wait…"),
        ("non\u2011verbal", "non-verbal"),
        ("\ufb01rst o\ufb03ce", "first office"),
        ("a\r\nb\rc\u2028d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a  \n\n\n\n\nb\t\n", "a\n\nb\n"),
        ("\tIndented by hand.", " Indented by hand."),
        ("a\n\tb", "a\nb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("wo\u200drd", "word"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("*bold* and **more**", "*bold* and **more**"),
        ("*bold* first\nnext", "*bold* first\nnext"),
        ("-5 degrees\nand", "-5 degrees\nand"),
    ],
)
def test_signs_that_only_word_makes_become_plain_ones(pasted: str, text: str) -> None:
    """“…” and dashes stay: they stand for something, and every format prints them."""
    assert from_paste(pasted) == text


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("Name\tRole\nMrs A\tSENCO", "Name; Role\nMrs A; SENCO"),
        ("Name\tRole\tDays", "Name; Role; Days"),
        ("Tel:\t01944 496000\nRoom\t5", "Tel: 01944 496000\nRoom; 5"),
        ("We meet\ton Mondays", "We meet on Mondays"),
        ("1.2\tHelp\n1.3\tMore help", "1.2 Help\n1.3 More help"),
        ("a\x07b\x07\n", "a b\n"),
    ],
)
def test_the_cells_of_a_table_are_parted(pasted: str, text: str) -> None:
    assert from_paste(pasted) == text


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (f"{LONG}\nand which went on.\nA new line.", f"{LONG} and which went on.\nA new line."),
        (f"{LONG}.\nand which went on.", f"{LONG}.\nand which went on."),
        ("Short\nlines", "Short\nlines"),
        (f"{LONG}\na) which is no more of it", f"{LONG}\na) which is no more of it"),
        ("• One that was\nwrapped\n• Two", "- One that was wrapped\n- Two"),
        ("• One\nA new paragraph.", "- One\n\nA new paragraph."),
        ("• One\noffice@school.example", "- One\n\noffice@school.example"),
        ("• One\n\nA new paragraph.", "- One\n\nA new paragraph."),
        (f"{LONG}\n– which is small – went on", f"{LONG} – which is small – went on"),
        ("the school\n2026. It was", "the school\n2026. It was"),
    ],
)
def test_wrapped_lines_are_one_again_and_a_list_ends_where_it_ended(pasted: str, text: str) -> None:
    assert from_paste(pasted) == text


@pytest.mark.parametrize("part", [" school", "school ", " – which is small", " - so", "- one", " "])
def test_a_part_of_a_line_keeps_the_spaces_that_part_it_from_its_neighbours(part: str) -> None:
    assert from_paste(part) == part


def test_the_report_nests_what_word_nested() -> None:
    (whole,) = parse_prose(from_paste("1.\tOne\r\n•\tSub\r\no\tDeep\r\n2.\tTwo\r\n"))
    assert isinstance(whole, List)
    (first, inner), (second,) = whole.items
    assert isinstance(first, Paragraph)
    assert isinstance(inner, List)
    assert isinstance(inner.items[0][1], List)
    assert isinstance(second, Paragraph)


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("• Oak\tSchool\r\n", "Oak School"),
        ("\u201cOak\u201d\n  field \u00a0 School", '"Oak" field School'),
        ("• One\n• Two", "One Two"),
        ("01944\u00a0496000", "01944 496000"),
    ],
)
def test_in_a_box_of_one_line_it_is_one_line(pasted: str, line: str) -> None:
    assert line_from_paste(pasted) == line


@given(text=TEXTS)
@example("o\u200c\u200dé")
@example("- \n- \nx")
def test_twice_is_as_once(text: str) -> None:
    once = from_paste(text)
    assert from_paste(once) == once


def letters(text: str) -> str:
    """The letters and figures, in order."""
    return "".join(each for each in text if each.isalnum()).translate(LIGATURES)


@given(text=TEXTS.map(lambda text: text.translate(dict.fromkeys(map(ord, "oØü")))))
def test_no_letter_and_no_figure_is_lost_or_moved(text: str) -> None:
    assert letters(from_paste(text)) == letters(clean(text))
    assert letters(line_from_paste(text)) == letters(clean(text))


@given(text=TEXTS)
def test_only_word_s_own_bullet_letters_go_one_from_a_line(text: str) -> None:
    """Word writes its second bullet as the letter o."""
    lost = Counter(letters(clean(text))) - Counter(letters(from_paste(text)))
    assert set(lost) <= set("oØü")
    assert lost.total() <= len(text.splitlines())


@given(text=TEXTS)
def test_nothing_unseen_is_left(text: str) -> None:
    left = from_paste(text)
    assert not set(left) & set("\t\r\x00\u00a0\u00ad\u200b\u2028\ufeff“”‘’\u2011")
    assert "\n\n\n" not in left
    assert not any(line != line.rstrip() for line in left.split("\n")[:-1])


@pytest.mark.parametrize(
    "text",
    ["• words\n", "words and more words and more words and more\nand ", "a\u200c", "\t", "é\u200d"],
    ids=["bullets", "wrapped", "joiners", "tabs", "other joiners"],
)
def test_a_large_paste_takes_time_in_step_with_its_size(text: str) -> None:
    """The longest of these took 17 seconds when each joiner copied the text before it."""
    assert from_paste(text * (300_000 // len(text)))
