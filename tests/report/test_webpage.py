"""What the page says to those who do not see it, and what it lets into its styles."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.report import words
from sendwizard.report.model import (
    Cell,
    CellKind,
    Entry,
    Grid,
    Layout,
    Logo,
    Look,
    Note,
    Part,
    Report,
    Values,
)
from sendwizard.report.render import Format
from sendwizard.report.webpage import colour, css_text, href, link_name, rows_are_named
from tests.report.making import bytes_of, demo, html_of, only, report_of
from tests.report.reading import read_html
from tests.report.test_formats import with_numbers

PIXEL = b"\x89PNG\r\n\x1a\n"


def page_of(report: Report) -> str:
    return bytes_of(report, Format.HTML).decode()


def test_a_draft_says_so_before_its_first_heading() -> None:
    html = html_of(only())
    assert html.index("This is a draft: ") < html.index("<h1>")
    assert html.count("This is a draft") == 1
    assert "This is a draft" not in html_of(demo())


def test_the_short_version_stands_above_the_contents_and_all_else() -> None:
    html = html_of(demo())
    main = html.index("<main")
    assert (
        main < html.index('id="part-summary"') < html.index("<nav") < html.index('id="part-about"')
    )
    assert 'href="#part-summary"' not in html


def test_the_contents_name_every_other_part_and_what_is_in_it() -> None:
    for layout, line in (
        (Layout.QUESTIONS, '<a href="#part-complaints">If you are not happy</a>'),
        (Layout.STATUTORY, '<a href="#part-sched1-2-identify-assess">'),
        (Layout.PROFORMA, '<a href="#row-universal-provision">What every child gets</a>'),
    ):
        html = html_of(demo(), layout)
        nav = html[html.index("<nav") : html.index("</nav>")]
        assert line in nav
        for part in report_of(demo(), layout).parts:
            assert part.id == "summary" or f'<a href="#part-{part.id}">' in nav
    assert "<nav" not in html_of(demo(), Layout.SUMMARY)


def test_what_stands_elsewhere_is_linked_to_its_place() -> None:
    for layout in (Layout.QUESTIONS, Layout.STATUTORY):
        html = html_of(demo(), layout)
        for target in re.findall(r'href="#(q-[^"]+)"', html):
            assert html.count(f'id="{target}"') == 1


def test_a_bare_web_address_says_in_a_list_of_links_what_it_leads_to() -> None:
    address = Cell("https://a.example", CellKind.URL)
    assert link_name(address, "Family hub", "Website") == "Family hub, Website: https://a.example"
    assert link_name(replace(address, label="The hub"), "x") == "The hub: https://a.example"
    assert link_name(Cell("a@b.example", CellKind.EMAIL), "E-mail") == ""
    for attrs in read_html(html_of(demo())).every("a"):
        shown = attrs.get("aria-label") or ""
        assert not shown or shown.endswith(f": {attrs['href']}")


def test_a_mail_address_adds_nothing_to_the_letter() -> None:
    """Or a link could fill in a subject, or a second reader."""
    assert href(Cell("a@b.example?bcc=c@d.example", CellKind.EMAIL)).count("?") == 0
    assert href(Cell("a&b%20@c.example", CellKind.EMAIL)) == "mailto:a%26b%2520@c.example"


def test_a_phone_number_without_figures_dials_nothing() -> None:
    assert href(Cell("ask the office", CellKind.PHONE)) == ""


def test_the_first_column_heads_its_rows_where_it_names_them() -> None:
    named = Grid(("Policy", "Date"), ((Cell("SEN"), Cell("2026")), (Cell("PE"), Cell(""))))
    assert rows_are_named(named)
    assert not rows_are_named(replace(named, rows=((Cell(""), Cell("2026")),)))
    assert not rows_are_named(replace(named, rows=((Cell("1", CellKind.PHONE), Cell("2026")),)))
    page = read_html(html_of(with_numbers()))
    assert {"row", "col"} == {attrs["scope"] for attrs in page.every("th")}


@pytest.mark.parametrize("wrong", ["red", "#12", "#1234567", "#12345g", "#fff;}", "url(x)", ""])
def test_nothing_but_a_colour_gets_into_the_styles(wrong: str) -> None:
    assert colour(Look("#A1b2C3")) == "#A1b2C3"
    assert colour(Look(wrong)) == Look().colour
    report = replace(report_of(demo()), look=Look(wrong))
    assert page_of(report) == html_of(demo())


@given(st.text())
def test_no_text_gets_out_of_the_quotes_of_a_style(text: str) -> None:
    written = css_text(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*", written)
    read = re.sub(r"\\([0-9a-f]+) ", lambda sign: chr(int(sign[1], 16)), written)
    assert read.replace("\u200b", "") == text.replace("\u200b", "")


def test_the_school_s_sign_is_in_the_page_and_says_what_it_shows() -> None:
    logo = Logo(PIXEL, "image/png", 'A "bridge" & a lark')
    (image,) = read_html(page_of(replace(report_of(demo()), look=Look(logo=logo)))).every("img")
    assert image == {"src": "data:image/png;base64,iVBORw0KGgo=", "alt": 'A "bridge" & a lark'}


def test_the_state_stands_at_the_foot() -> None:
    report = report_of(only())
    assert f"<footer>\n<p>{words.footer(report)}</p>\n</footer>" in html_of(only())


def test_a_part_that_begins_a_page_says_so_to_the_printer() -> None:
    html = html_of(demo(), Layout.STATUTORY)
    for part in report_of(demo(), Layout.STATUTORY).parts:
        place = html.index(f'id="part-{part.id}"')
        section = html[html.rindex("<section", 0, place) : place]
        assert ("new-page" in section) is part.new_page


def test_a_sentence_of_ours_may_lead_somewhere() -> None:
    part = Part("a", "A", (Note("What the council says", "https://c.example"), Note("Plain")))
    report = replace(report_of(demo()), parts=(part,))
    assert '<a href="https://c.example">What the council says</a>' in page_of(report)
    assert (
        "[What the council says](https://c.example)" in bytes_of(report, Format.MARKDOWN).decode()
    )


def test_headings_go_no_deeper_than_there_are_levels() -> None:
    inner = Part("p0", "P0", (Entry("e", "E", (Values((Cell("x"),)),)),))
    for depth in range(1, 8):
        inner = Part(f"p{depth}", f"P{depth}", (inner,))
    report = replace(report_of(demo()), parts=(inner,))
    assert read_html(page_of(report)).levels[-3:] == [6, 6, 6]
    assert "####### " not in bytes_of(report, Format.MARKDOWN).decode()
