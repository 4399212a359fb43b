"""A chart is one drawing for three formats, and gives no hidden number away."""

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from sendwizard.errors import UnreadableError
from sendwizard.report.chart import WIDTH, chart_png, chart_svg, svg_png
from sendwizard.report.model import Bar, Chart

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = "#1d4f7a"
CHART = Chart(
    "Pupils by kind of need",
    ("EHC plan", "SEN support"),
    (
        Bar("Communication", (9, 31), "EHC plan 9, SEN support 31"),
        Bar("Learning", (0, 22), "EHC plan fewer than 5, SEN support 22"),
        Bar("Senses", (0, 0), "EHC plan not shown, SEN support fewer than 5"),
    ),
)


def drawing(chart: Chart = CHART) -> etree._Element:
    """The chart's SVG, as a parser sees it."""
    return etree.fromstring(chart_svg(chart, COLOUR).encode())


def texts(found: etree._Element) -> str:
    """All that is written in a drawing."""
    return " ".join("".join(map(str, each.itertext())) for each in found.iter(f"{SVG}text"))


def test_it_is_a_picture_with_words_for_those_who_do_not_see_it() -> None:
    assert drawing().get("role") == "img"
    assert drawing().get("aria-label") == CHART.words


def test_its_title_labels_and_numbers_are_written_in_it() -> None:
    written = texts(drawing())
    for each in (CHART.title, *CHART.series, *(bar.label for bar in CHART.bars)):
        assert each in written
    for bar in CHART.bars:
        assert bar.words in written


def test_the_parts_of_a_bar_stand_end_to_end_in_the_measure_of_their_numbers() -> None:
    boxes = list(drawing().iter(f"{SVG}rect"))[len(CHART.series) :]
    widths = [float(box.get("width", "0")) + 1.5 for box in boxes]
    starts = [float(box.get("x", "0")) - 0.75 for box in boxes]
    assert widths == pytest.approx([WIDTH * part / 40 for part in (9, 31, 22)], abs=0.02)
    assert starts == pytest.approx([0, WIDTH * 9 / 40, 0], abs=0.02)


def test_a_hidden_number_has_no_bar() -> None:
    assert len(list(drawing().iter(f"{SVG}rect"))) == len(CHART.series) + 3


def test_series_are_told_apart_without_colours() -> None:
    fills = [box.get("fill") for box in drawing().iter(f"{SVG}rect")]
    assert fills[0] != fills[1]
    assert "#ffffff" in fills[:2]


def test_nothing_in_it_can_clash_run_or_leave_the_page() -> None:
    for each in drawing().iter():
        assert each.tag in {f"{SVG}svg", f"{SVG}rect", f"{SVG}text"}
        assert not {"id", "class", "style", "href"} & set(each.attrib)
    assert drawing().get("viewBox", "").startswith(f"0 0 {WIDTH} ")
    assert drawing().get("fill") == "currentColor"


def test_words_are_never_tags() -> None:
    hostile = '"><script>alert(1)</script>&amp;'
    bars = (Bar(hostile, (5, 6), hostile),)
    found = drawing(Chart(hostile, (hostile, "b"), bars))
    assert found.get("aria-label") == f"{hostile}. {hostile}: {hostile}."
    assert [each.tag for each in found.iter() if "script" in str(each.tag)] == []


def test_long_words_run_over_several_lines() -> None:
    found = drawing(replace(CHART, bars=(Bar("w" * 300, (7, 7), "many words " * 30),)))
    lines = ["".join(map(str, each.itertext())) for each in found.iter(f"{SVG}text")]
    assert max(map(len, lines)) <= WIDTH / 8


def test_a_chart_of_nothing_can_be_drawn() -> None:
    assert texts(drawing(Chart("Title", (), ()))) == "Title"


def test_the_picture_is_12_cm_at_200_dots_and_the_same_each_time() -> None:
    first = chart_png(CHART, COLOUR)
    chart_png(replace(CHART, title="Another"), COLOUR)
    assert chart_png(CHART, COLOUR) == first
    picture = Image.open(BytesIO(first))
    assert picture.width == pytest.approx(12 / 2.54 * 200, abs=2)
    assert picture.convert("RGB").getpixel((3, 110)) == (0x1D, 0x4F, 0x7A)


def test_a_picture_of_a_sign_that_the_font_lacks_has_its_name() -> None:
    assert chart_png(replace(CHART, title="😀"), COLOUR) == chart_png(
        replace(CHART, title="[grinning face]"), COLOUR
    )


def test_a_drawing_becomes_a_picture_of_the_same_shape() -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">'
        b'<rect width="200" height="50" fill="red"/></svg>'
    )
    picture = Image.open(BytesIO(svg_png(svg)))
    assert picture.width == pytest.approx(4 * picture.height, abs=4)
    assert svg_png(svg) == svg_png(svg)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"",
        b"not a drawing",
        b"\xff\xd8\xff",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1e30"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="1e30" height="1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><g></svg>',
    ],
)
def test_a_broken_drawing_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="SVG that cannot be drawn") as caught:
        svg_png(data)
    assert "\n" not in str(caught.value)
