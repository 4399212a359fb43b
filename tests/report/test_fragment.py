"""The body alone, for a website's editor that may strip everything but words, lists and tables."""

from itertools import pairwise

import pytest

from sendwizard.core.answers import Answers
from sendwizard.report.model import Layout, Report
from sendwizard.report.render import Format, Templates, render
from tests.report.making import TEMPLATES, demo, only, report_of
from tests.report.reading import Page, read_html, stripped
from tests.report.test_formats import with_numbers

HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
KEPT = {"p", "ul", "ol", "li", "strong", "em", "br", "a", *HEADINGS}
KEPT_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}


def fragment_of(report: Report) -> str:
    return render(report, Format.HTML, Templates(TEMPLATES), fragment=True).data.decode()


def left_of(report: Report) -> Page:
    """What the editor leaves of it."""
    return read_html(stripped(fragment_of(report)))


@pytest.mark.parametrize("layout", Layout)
def test_it_is_headings_lists_tables_and_text_and_nothing_else(layout: Layout) -> None:
    for answers in (demo(), only(), with_numbers()):
        tags = {tag for tag, _ in read_html(fragment_of(report_of(answers, layout))).tags}
        assert tags <= KEPT | KEPT_TABLES


@pytest.mark.parametrize("layout", Layout)
def test_its_headings_begin_at_the_second_level_and_leave_none_out(layout: Layout) -> None:
    for answers in (demo(), only()):
        levels = left_of(report_of(answers, layout, with_annex=True)).levels
        assert levels[0] == 2
        assert levels.count(2) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_leads_to_no_place_in_itself() -> None:
    for attrs in left_of(report_of(demo())).every("a"):
        assert (attrs["href"] or "").startswith(("https://", "mailto:", "tel:"))


def test_it_has_no_attribute_that_it_needs() -> None:
    needed = {"href", "scope", "start"}
    for _, attrs in read_html(fragment_of(report_of(with_numbers()))).tags:
        assert attrs.keys() <= needed


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (demo(), "<li><strong>Name:</strong> Mrs Amara Oduya</li>"),
        (only(), "<p><strong>Gap:</strong> We have not written this part yet. The law asks"),
        (only(), "<p>This is a draft: "),
        (with_numbers(), "<td>fewer than 5</td>"),
    ],
)
def test_what_styles_would_say_is_said_in_words(answers: Answers, words: str) -> None:
    assert words in stripped(fragment_of(report_of(answers)))
