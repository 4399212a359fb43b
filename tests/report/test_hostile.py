"""Whatever is typed comes out as typed, or cleaned, and never as a command, tag or link."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sendwizard.core.answers import Answer, Value
from sendwizard.core.kinds import parse_field
from sendwizard.core.text import clean
from sendwizard.report.prose import parse_prose
from tests.report.making import demo, html_of, markdown_of, only, report_of, the_bank, with_values
from tests.report.reading import main_words, markdown_words, read_html, read_markdown
from tests.report.strategies import AS_TYPED, DEEP_LIST, LONG_WORD


@pytest.mark.parametrize("text", AS_TYPED)
def test_words_of_a_passage_come_out_as_typed(text: str) -> None:
    answers = only(teaching_approach=f"We say {text} here.")
    words = f"We say {text} here.".split()
    for found in (main_words(html_of(answers)), markdown_words(markdown_of(answers))):
        assert contains(found, words)


@pytest.mark.parametrize("text", AS_TYPED)
def test_words_of_a_line_and_of_a_table_come_out_as_typed(text: str) -> None:
    rows: Value = (
        {"topic": text, "who": text, "date": text},
        {"topic": "Second", "who": "Third"},
    )
    answers = only(school_name=text, senco=({"name": text},), staff_training=columns_of(rows))
    html, markdown = html_of(answers), markdown_of(answers)
    assert contains(read_html(html).text.split(), text.split())
    assert main_words(html) == markdown_words(markdown)
    assert contains(main_words(html), text.split())
    assert contains(read_markdown(markdown).text.split(), text.split())


def columns_of(rows: Value) -> Value:
    """The rows under the columns that the training question really has."""
    columns = [each.id for each in the_bank().by_id["staff-training"].columns]
    assert isinstance(rows, tuple)
    return tuple(
        dict(zip(columns, row.values(), strict=False)) for row in rows if not isinstance(row, str)
    )


def contains(found: list[str], wanted: list[str]) -> bool:
    """Whether the words stand in that order, next to each other."""
    size = len(wanted)
    return any(found[place : place + size] == wanted for place in range(len(found)))


def test_no_tag_comes_from_an_answer() -> None:
    plain, hostile = (
        read_html(html_of(only(bullying=text)))
        for text in ("Words.", " ".join(each for each in AS_TYPED if not each.startswith("#")))
    )
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<b>",
        "file:///etc/passwd",
        "//evil.example",
        "/local",
        "vbscript:x",
    ],
)
def test_a_link_leads_only_where_a_link_may(link: str) -> None:
    answers = only(
        teaching_approach=f"[press me]({link}) <{link}>",
        local_offer=link,
        sendiass=({"name": "A", "website": link, "url": link},),
    )
    for page in (read_html(html_of(answers)), read_markdown(markdown_of(answers))):
        for attrs in page.every("a"):
            href = attrs["href"] or ""
            assert href.startswith(("http://", "https://", "mailto:", "tel:", "#"))
        assert "press me" in page.text


def test_a_link_of_the_subset_stays_a_link() -> None:
    answers = only(teaching_approach="See [the *local* offer](https://council.example/a?b=1&c=2).")
    for page in (read_html(html_of(answers)), read_markdown(markdown_of(answers))):
        assert {"href": "https://council.example/a?b=1&c=2"} in page.every("a")
        assert "See the local offer." in page.text


def test_control_and_direction_marks_go_and_right_to_left_letters_stay() -> None:
    typed = "a\x00b\x1b[31mc\u202ed\u2066e\u200ff עברית"
    bank = the_bank()
    for name in ("school-name", "teaching-approach"):
        assert parse_field(bank.by_id[name].column, typed) == "ab[31mcdef עברית"
    answers = only(teaching_approach=typed)
    for text in (html_of(answers), markdown_of(answers)):
        assert "עברית" in text
        assert not set(text) & set("\x00\x1b\u202e\u2066\u200f")


def test_an_address_edited_by_hand_breaks_out_of_no_link() -> None:
    """A file's text is only known to be a text."""
    hostile = 'https://x.example/"onclick="a()> ) [b](javascript:1)\n# c'
    answers = only(local_offer=hostile, senco=({"name": "A", "email": 'a"> <b>@c', "phone": "1"},))
    page = read_markdown(markdown_of(answers))
    for attrs in (*page.every("a"), *read_html(html_of(answers)).every("a")):
        assert attrs.keys() <= {"href", "class", "aria-label"}
        assert "javascript:" not in (attrs["href"] or "")[:20]
    assert main_words(html_of(answers)) == markdown_words(markdown_of(answers))


def test_a_phone_number_dials_without_its_extension() -> None:
    for typed in ("01632 960000 ext 12", "01632 960000 X12", "(01632) 960-000 x12"):
        answers = only(senco=({"name": "A", "phone": typed},))
        assert {"href": "tel:01632960000"} in read_html(html_of(answers)).every("a")


def test_a_very_long_answer_is_printed_whole() -> None:
    answers = only(bullying="word " * 10_000)
    for found in (main_words(html_of(answers)), markdown_words(markdown_of(answers))):
        assert found.count("word") == 10_000


def test_a_list_keeps_its_six_levels() -> None:
    answers = only(bullying=DEEP_LIST)
    for text in (html_of(answers), MarkdownIt().render(markdown_of(answers))):
        level, deepest = 0, 0
        for tag in re.findall(r"</?ul", text):
            level += 1 if tag == "<ul" else -1
            deepest = max(deepest, level)
        assert deepest == 6


def test_a_word_of_500_letters_stays_one_word() -> None:
    answers = only(bullying=LONG_WORD, school_name=LONG_WORD, senco=({"name": LONG_WORD},))
    assert len(LONG_WORD) > 500
    assert LONG_WORD in main_words(html_of(answers))
    assert LONG_WORD in markdown_words(markdown_of(answers))


@given(st.text())
@example("- " * 60 + "deep")
@example("*" * 300 + "a" + "*" * 300)
@example("[" * 300 + "](" * 300)
@example("1000000000. x\n999999999. y\n0. z")
@example("-\n\n-\n  1.")
@example("\ud800\x00")
def test_no_text_makes_a_report_fail(text: str) -> None:
    parse_prose(text)
    answers = with_values(
        demo(), teaching_approach=text, school_name=text, local_offer=text, senco=({"name": text},)
    ).with_answer("money", Answer(not_applicable=text))
    report_of(answers)


PIECES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            ["**", "*", "_", "\n", "\n\n", "- ", "1. ", "  ", "[a](https://b.example)", "\\", "|"]
        ),
        st.sampled_from(
            ["word", "two words", "<b>", "&amp;", "#", "+ ", "`", "!", ">", "~~~", "="]
        ),
    ),
    max_size=14,
).map("".join)


@given(PIECES)
@example("**a***b*")
@example("Press![here](https://b.example)")
@example("*a***b**")
@example("a*“b”*c")
@example("- a\n\n  b\n- c\n  1. d\n\n     e")
@example("- a\n\n\n1. b\n2. c\n\n- d\n* e")
@example("a\n---\nb\n===\n***\n")
def test_html_and_markdown_say_the_same_words(text: str) -> None:
    line = clean(text)  # as the store does; it leaves line ends that somebody put in a file
    answers = only(teaching_approach=text, school_name=line, senco=({"name": line},))
    assert main_words(html_of(answers)) == markdown_words(markdown_of(answers))
