"""Whatever is typed prints as typed, or is replaced and told; nothing of it runs."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendwizard.core.answers import Answers
from sendwizard.report.model import (
    Cell,
    CellKind,
    Entry,
    Grid,
    Layout,
    Note,
    Part,
    Prose,
    Report,
    Values,
)
from sendwizard.report.pdf import write_pdf
from sendwizard.report.pdf_data import DEEPEST
from sendwizard.report.prose import parse_prose
from sendwizard.report.render import Format, Templates
from sendwizard.report.signs import upright
from tests.report.making import TEMPLATES, bytes_of, demo, only, report_of
from tests.report.reading_pdf import Pdf
from tests.report.said import bare_words, said

AS_TYPED = [
    "{{ 7*7 }}",
    '#eval("1+1") #let x = 1 #panic("no")',
    '#read("/etc/passwd") #import "@preview/x:0.1.0": *',
    "$x$ and $ x^2 $",
    "@ref <label> = no heading",
    r"\ \u{41} \# C:\temp",
    "// a comment /* and another */",
    "a ~ b -- c --- d ... 'quoted' \"twice\"",
    "[brackets] {braces} *stars* _lines_ `ticks`",
    "<script>alert(1)</script> &amp; &lt;",
    "http://no.link and www.school.example",
]
LONG = "w" * 500
ADDRESS = f"https://school.example/{'long-path/' * 40}?{'x' * 200}"
DEEP = "\n".join(f"{'  ' * depth}- level {depth} {'W' * 60}" for depth in range(20))


def pdf_of(answers: Answers, layout: Layout = Layout.QUESTIONS) -> Pdf:
    """The report of these answers, in print."""
    return Pdf(bytes_of(report_of(answers, layout), Format.PDF))


def squeezed(text: str) -> str:
    """The text without spaces, since a long one runs over several lines."""
    return "".join(text.split())


@pytest.mark.parametrize("text", AS_TYPED)
def test_it_comes_out_as_typed_wherever_it_is_typed(text: str) -> None:
    rows = ({"training": text, "staff": text}, {"training": "b", "when": text})
    report = report_of(
        only(
            school_name=text,
            senco=({"name": text},),
            staff_training=rows,
            teaching_approach=f"Words: {text}",
        )
    )
    read = Pdf(bytes_of(report, Format.PDF)).read()
    assert bare_words(read) == said(report)
    assert squeezed(read).count(squeezed(text)) >= len(
        ("head", "short version", "card", *("table",) * 3)
    )


@pytest.mark.parametrize("layout", [Layout.SUMMARY, Layout.STATUTORY, Layout.PROFORMA])
def test_long_words_and_deep_lists_stay_on_the_page(layout: Layout) -> None:
    passage = f"{LONG}\n\n{DEEP}\n\n1000000. {LONG}\n\n[{LONG}]({ADDRESS})\n\n**{LONG}**"
    report = report_of(
        only(
            school_name="School" * 60,
            local_authority="north-yorkshire",
            teaching_approach=passage,
            senco=({"name": "N" * 300, "email": f"{'long.' * 30}@a.example", "phone": "1" * 200},),
            staff_training=({"training": LONG, "staff": ADDRESS, "when": "M" * 90},),
            local_offer=ADDRESS,
        ),
        layout,
        expectations=True,
    )
    pdf = Pdf(bytes_of(report, Format.PDF))
    assert pdf.outside() == []
    assert pdf.overprinted() == []
    assert letters_of(pdf.read()) == letters_of("\n".join(said(report)))


@pytest.mark.parametrize("layout", [Layout.QUESTIONS, Layout.PROFORMA])
def test_an_answer_of_ten_thousand_words_runs_over_as_many_pages_as_it_needs(
    layout: Layout,
) -> None:
    report = report_of(only(teaching_approach="So many words. " * 3334), layout)
    pdf = Pdf(bytes_of(report, Format.PDF))
    assert pdf.read().split().count("many") >= 3334
    assert len(pdf.pages) > 15
    assert pdf.outside() == []


def test_a_list_is_drawn_as_deep_as_a_page_can_take() -> None:
    pdf = pdf_of(only(teaching_approach=DEEP.replace("W" * 60, "")))
    lists = [sum(inner.name == "L" for inner in tag.walk()) for tag in pdf.every("L")]
    assert max(lists) == DEEPEST
    assert all(f"level {depth}" in pdf.read() for depth in range(20))


def test_what_the_font_lacks_is_told_a_few_at_a_time() -> None:
    report = report_of(only(teaching_approach="We 😀 at ● and \uf0d8 שלום 中 文 🎈 🎉."))
    rendered = write_pdf(report, Templates(TEMPLATES))
    assert rendered.told[0] == (
        "The PDF’s font has no sign for 😀, so “[grinning face]” stands there."
    )
    assert "U+F0D8" in rendered.told[2]
    assert len(rendered.told) == 6
    assert rendered.told[-1].startswith("In the PDF, 3 more signs that its font lacks")
    assert "We [grinning face] at • and • [Hebrew letters" in Pdf(rendered.data).read()


def test_nothing_is_told_where_nothing_was_replaced() -> None:
    assert write_pdf(report_of(demo()), Templates(TEMPLATES)).told == ()


def test_letters_that_the_italics_lack_stand_upright() -> None:
    report = report_of(only(teaching_approach="Also in *Українська* and *italics*."))
    rendered = write_pdf(report, Templates(TEMPLATES))
    pdf = Pdf(rendered.data)
    assert rendered.told == ()
    assert "Also in Українська and italics." in pdf.read()
    assert [tag.text for tag in pdf.every("Em")] == ["italics", "italics"]  # the short version too


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//e.example"]
)
def test_a_link_leads_only_where_a_link_may(link: str) -> None:
    pdf = pdf_of(only(teaching_approach=f"[press me]({link})", local_offer=link))
    assert "press me" in pdf.read()
    assert pdf.links() == []


def test_an_address_too_long_for_a_link_is_plain_words() -> None:
    pdf = pdf_of(only(local_offer=f"https://school.example/{'x' * 9000}"))
    assert pdf.links() == []


def is_read_back(sign: str) -> bool:
    """Whether a sign that stands apart stays one; № is read back from a page as two letters."""
    kind = unicodedata.category(sign)
    return kind != "Mn" and (kind[0] in "LN" or not unicodedata.normalize("NFKC", sign).isalnum())


LETTERS = st.sampled_from(sorted(filter(is_read_back, upright())))
PIECES = st.lists(
    st.one_of(
        st.text(LETTERS, max_size=6),
        st.sampled_from(
            ["**", "*", "_", "\n", "\n\n", "- ", "1. ", "  ", "[a](https://b.example)"]
        ),
        st.sampled_from(["word", "two words", "#x", "$", "\\", "@a", "<b>", "`", "]", "//", "~"]),
    ),
    max_size=14,
).map("".join)


@settings(max_examples=8, deadline=None)
@given(PIECES, st.text(LETTERS, max_size=20))
@example("- a\n\n\n1. b\n2. c\n\n- d\n* e", "\n")
@example("**a***\ud800b*", "a\x00")
@example("1.\n2.\n\n-\n", "\u200b")
def test_any_answer_is_said_whole_and_in_order(passage: str, line: str) -> None:
    report = saying(passage, line)
    pdf = Pdf(bytes_of(report, Format.PDF))
    assert letters_of(pdf.read()) == letters_of("\n".join(said(report)))


def letters_of(text: str) -> str:
    """The words without what parts them; at the end of a line a long word is in two."""
    return "".join(bare_words(unicodedata.normalize("NFKC", text)))


def saying(passage: str, line: str) -> Report:
    """A report that says them in each shape."""
    cells = (Cell(line), Cell(line, CellKind.URL), Cell(line, CellKind.EMAIL))
    bodies = (
        Prose(parse_prose(passage)),
        Values((Cell(line, CellKind.PHONE),)),
        Grid(("A", "B", "C"), (cells, cells)),
        Note(line, "https://school.example"),
    )
    report = report_of(only())
    part = Part("part", f"Part {line}", (Entry("entry", f"Entry {line}", bodies),))
    return Report(
        report.title, line, report.year, report.layout, report.state, "", (line,), None, (part,)
    )
