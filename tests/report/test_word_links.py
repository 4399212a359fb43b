"""Links and pictures in Word: where they lead, and what they say to those who do not see them."""

import sys
from types import ModuleType

import pytest
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from sendwizard.errors import UnreadableError
from sendwizard.report.model import (
    Bar,
    Card,
    Cell,
    CellKind,
    Chart,
    Entry,
    Logo,
    Look,
    Note,
    Refer,
    Values,
)
from tests.report.making import demo, report_of
from tests.report.making_letterheads import png
from tests.report.reading_word import WordReport, made, prose, text_of, word

CM = 360_000
JPEG = bytes.fromhex("ffd8 ffe1 0004 0000 ffff c0 0011 08 0400 0100 03") + b"\0" * 12
"""256 dots wide and 1024 high, with what a camera may put before its size."""
CHART = Chart("Pupils", ("Plan",), (Bar("Hearing", (7,), "Plan 7"), Bar("Sight", (0,), "Plan 0")))


# -- links ------------------------------------------------------------------------------


def links(read: WordReport) -> dict[str, str]:
    """Where each link leads, by its words; inside the report to a bookmark."""
    rels = read.document.part.rels
    found = {}
    for link in read.document.element.body.iter(qn("w:hyperlink")):
        key = link.get(qn("r:id"))
        target = f"#{link.get(qn('w:anchor'))}" if key is None else rels[key].target_ref
        found[text_of(link)] = target
    return found


def test_contacts_and_links_lead_where_they_say() -> None:
    cells = (
        ("E-mail", Cell("a_b@school.example", CellKind.EMAIL)),
        ("Phone", Cell("01632 960000 ext 12", CellKind.PHONE)),
        ("Website", Cell("https://school.example/send", CellKind.URL)),
        ("Other", Cell("javascript:alert(1)", CellKind.URL)),
    )
    note = Note("What the council says", "https://council.example/a?b=1&c=2#d")
    assert links(word(made(Card(cells), prose("[*the* plan](tel:123)"), note))) == {
        "a_b@school.example": "mailto:a_b@school.example",
        "01632 960000 ext 12": "tel:01632960000",
        "https://school.example/send": "https://school.example/send",
        "the plan": "tel:123",
        "What the council says": "https://council.example/a?b=1&c=2#d",
    }


def test_links_look_like_links_and_say_what_they_lead_to() -> None:
    cell = Cell("https://school.example", CellKind.URL, "Our website")
    (link,) = word(made(Values((cell,)))).document.element.body.iter(qn("w:hyperlink"))
    assert link.get(qn("w:tooltip")) == "Our website"
    assert [each.get(qn("w:val")) for each in link.iter(qn("w:rStyle"))] == ["Hyperlink"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://",
        "https:///path",
        "https://school.example/" + "a" * 3_000,
    ],
)
def test_an_address_that_word_would_not_take_is_plain_words(address: str) -> None:
    read = word(made(Values((Cell(address, CellKind.URL),)), prose(f"[words](<{address}>)")))
    assert links(read) == {}
    assert "words" in read.styled("Normal")[-1]


def test_an_address_with_letters_of_other_scripts_is_written_in_plain_ones() -> None:
    read = word(made(Note("There", "https://school.example/grüße [1]")))
    assert links(read) == {"There": "https://school.example/gr%C3%BC%C3%9Fe%20%5B1%5D"}


def test_one_address_is_kept_once_however_often_it_is_named() -> None:
    read = word(made(prose("[a](https://b.example) [c](https://b.example)")))
    assert len(links(read)) == 2
    assert sum(each.is_external for each in read.document.part.rels.values()) == 1


def test_what_stands_elsewhere_is_linked_to_its_heading() -> None:
    items = (Refer("See there.", "there"), Entry("there", "The heading", (prose("Words."),)))
    read = word(made(*items, Refer("See nowhere.", "nowhere")))
    (target,) = links(read).values()
    marked = [
        line.text
        for line in read.lines
        for mark in line.element.iter(qn("w:bookmarkStart"))
        if f"#{mark.get(qn('w:name'))}" == target
    ]
    assert marked == ["The heading"]
    assert "See nowhere." in read.styled("Normal")


def test_every_link_of_the_demo_leads_somewhere() -> None:
    read = word(report_of(demo()))
    names = {
        each.get(qn("w:name")) for each in read.document.element.body.iter(qn("w:bookmarkStart"))
    }
    inner = {target[1:] for target in links(read).values() if target.startswith("#")}
    assert inner
    assert inner <= names


# -- pictures ---------------------------------------------------------------------------


def drawing(read: WordReport) -> tuple[Element, tuple[int, int]]:
    """What the only picture says of itself, and its size."""
    (inline,) = read.document.element.body.iter(qn("wp:inline"))
    size = inline.find(qn("wp:extent"))
    return inline.find(qn("wp:docPr")), (int(size.get("cx")), int(size.get("cy")))


def logo(data: bytes, media_type: str = "image/png", words: str = "A tree") -> WordReport:
    return word(made(look=Look(logo=Logo(data, media_type, words))))


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(40, 20), (40 * 9525, 20 * 9525)),
        (png(500, 2_000), (2.5 * CM / 4, 2.5 * CM)),
        (png(2_000, 10), (8 * CM, 8 * CM / 200)),
        (JPEG, (2.5 * CM / 4, 2.5 * CM)),
    ],
)
def test_a_logo_keeps_its_shape_and_is_never_too_large(
    data: bytes, size: tuple[float, float]
) -> None:
    read = logo(data)
    properties, found = drawing(read)
    assert found == tuple(round(each) for each in size)
    assert properties.get("descr") == "A tree"
    assert data in read.entries.values()


def test_a_logo_without_words_is_marked_as_decoration() -> None:
    properties, _ = drawing(logo(png(10, 10), words=""))
    assert properties.get("descr") == ""
    assert [each.get("val") for each in properties.iter("{*}decorative")] == ["1"]


@pytest.mark.parametrize("data", [png(1, 1)[:10], png(0, 5), JPEG[:12], JPEG[:4], b"\xff\xd8\xff"])
def test_a_logo_without_a_size_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="sign cannot be read as a picture"):
        logo(data)


def test_a_drawing_as_logo_becomes_a_picture() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="9"/></svg>'
    properties, (wide, high) = drawing(logo(svg, "image/svg+xml"))
    assert properties.get("descr") == "A tree"
    assert wide == pytest.approx(2 * high, rel=0.05)


def test_a_chart_is_a_picture_that_says_its_numbers() -> None:
    read = word(made(CHART))
    properties, (wide, high) = drawing(read)
    assert properties.get("descr") == CHART.words
    assert wide <= 12 * CM
    assert high <= 20 * CM


def test_a_tall_chart_stays_on_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = ModuleType("sendwizard.report.chart")
    drawn.chart_png = lambda chart, colour: png(100, 1_000)  # type: ignore[attr-defined]  # a stand-in
    monkeypatch.setitem(sys.modules, "sendwizard.report.chart", drawn)
    assert drawing(word(made(CHART)))[1] == (2 * CM, 20 * CM)
