"""Markdown reads well as plain text, and means what it shows."""

import pytest
from markdown_it import MarkdownIt

from sendwizard.report.markdown import escape_markdown, markdown_link
from sendwizard.report.model import Layout
from tests.report.making import demo, markdown_of, only
from tests.report.reading import read_markdown
from tests.report.test_formats import with_numbers


@pytest.mark.parametrize("layout", Layout)
def test_it_wraps_nothing_and_leaves_no_loose_ends(layout: Layout) -> None:
    for answers in (demo(), only(), with_numbers()):
        text = markdown_of(answers, layout)
        assert "\n\n\n" not in text
        assert text.endswith("\n")
        assert not text.startswith("\n")
        assert [line for line in text.split("\n") if line != line.rstrip()] == []


@pytest.mark.parametrize(
    "text",
    [
        "Reading & writing, maths & more",
        "first_name and last_name",
        "A class of 3 < 4",
        "Mr O'Neill (deputy) - mornings",
        "+44 1632 960000",
        "£50 @ school, 100 %; what now?",
        "1986 was a good year.",
    ],
)
def test_what_means_nothing_to_markdown_stays_as_it_is(text: str) -> None:
    assert escape_markdown(text) == text


def test_a_dash_after_bold_words_is_no_list() -> None:
    assert "**Talk Time** - a small group" in markdown_of(
        only(bullying="**Talk Time** - a small group")
    )


@pytest.mark.parametrize(
    "text",
    ["a | b\n:--", "a | b\n--:", "a\n---", "a\n===", "- a", "1) a", "# a", "> a", "* * *", "__a__"],
)
def test_no_line_of_a_passage_becomes_something_else(text: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(escape_markdown(text))
    assert html.startswith("<p>")
    assert html.count("<") == 2


def test_a_heading_keeps_the_signs_at_its_end() -> None:
    for text in ("C #", "C#", "#", "\\#", "a ##"):
        html = MarkdownIt("commonmark").render(f"## {escape_markdown(text, one_line=True)}")
        assert html == f"<h2>{text}</h2>\n"


def test_an_address_that_shows_itself_is_written_once() -> None:
    assert (
        markdown_link("https://a.example/b_c", "https://a.example/b_c") == "<https://a.example/b_c>"
    )
    assert markdown_link("a_b@c.example", "mailto:a_b@c.example") == "<a_b@c.example>"
    assert markdown_link("01632 960000", "tel:01632960000") == "[01632 960000](tel:01632960000)"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("javascript:x@b.example", "mailto:javascript:x@b.example"),
        ("https://xn--a-eka.example", "https://xn--a-eka.example"),
        ("https://a.example/%20b", "https://a.example/%20b"),
        ("https://a.example/b|c)&copy;", "https://a.example/b|c)&copy;"),
    ],
)
def test_an_address_leads_where_it_says_and_is_shown_as_typed(text: str, address: str) -> None:
    for frame in ("{}", "| {} |\n| --- |"):
        page = read_markdown(frame.format(markdown_link(text, address)))
        assert page.text.split() == [text]
        (attrs,) = page.every("a")
        assert attrs["href"] in {address, address.replace("|", "%7C")}


def test_the_form_has_a_section_for_each_row_and_a_heading_for_each_column() -> None:
    text = markdown_of(demo(), Layout.PROFORMA)
    row = text.index("### What every child gets")
    column = text.index("#### What our school does", row)
    answer = text.index("##### How do you teach children with special needs?", column)
    assert text.index("#### Which duty this serves", answer) < text.index("\n### ", row)
