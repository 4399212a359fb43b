"""A school's own template takes the place of ours; a fault in it is told with file and line."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sendwizard.errors import UnreadableError
from sendwizard.report.model import Logo, Look
from sendwizard.report.pdf import write_pdf
from sendwizard.report.render import Templates
from tests.report.making import TEMPLATES, demo, only, report_of
from tests.report.reading_pdf import Pdf

WORKS = "#let report = json(bytes(sys.inputs.report))\n#set document(title: report.title)\n"


def photo(kind: str) -> bytes:
    """A red picture, 60 by 30."""
    data = BytesIO()
    Image.new("RGB", (60, 30), "red").save(data, kind)
    return data.getvalue()


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">'
    '<rect width="60" height="30" fill="red"/><text y="20">😀 ש</text></svg>'
).encode()


def write(folder: Path, **files: str) -> bytes:
    """The demo's report through templates in a folder; an underscore stands for a slash."""
    for name, text in files.items():
        path = folder / f"{name.replace('_', '/')}.typ"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return write_pdf(report_of(demo()), Templates(TEMPLATES, folder)).data


def fault(folder: Path, **files: str) -> str:
    """What is told of a fault in them."""
    with pytest.raises(UnreadableError) as caught:
        write(folder, **files)
    return str(caught.value)


def test_a_template_of_the_school_takes_the_place_of_ours(tmp_path: Path) -> None:
    pdf = Pdf(write(tmp_path, report=f"{WORKS}= Ours\nOf #report.school."))
    assert pdf.headings() == [(1, "Ours")]
    assert "Of Larkfield Bridge Primary School." in pdf.read()


def test_the_pieces_alone_can_be_drawn_another_way(tmp_path: Path) -> None:
    ours = (TEMPLATES / "bodies.typ").read_text(encoding="utf-8")
    others = ours.replace("list(..cells.map(value))", "[#cells.len() of them]")
    assert "2 of them" in Pdf(write(tmp_path, bodies=others)).read()


def test_the_page_alone_can_be_made_another_way(tmp_path: Path) -> None:
    draws = "#for part in report.first { piece(part, red, 12cm) }"
    data = write(tmp_path, report=f'#import "bodies.typ": piece\n{WORKS}= T\n{draws}')
    assert "Who to ring" in Pdf(data).read()


def test_it_may_take_files_of_its_own_folder_and_no_others(tmp_path: Path) -> None:
    source = f'{WORKS}= T\n#include "sub/more.typ"'
    assert "More of it" in Pdf(write(tmp_path, report=source, sub_more="More of it")).read()
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    for path in ("../secret.txt", "/../secret.txt", str(secret)):
        assert "report.typ, line 4" in fault(tmp_path, report=f'{WORKS}= T\n#read("{path}")')


def test_a_slip_of_the_pen_is_told_with_file_and_line(tmp_path: Path) -> None:
    told = fault(tmp_path, report=f"{WORKS}\n#let x = (\n")
    assert f"{tmp_path / 'report.typ'}, line 4" in told
    assert "unclosed delimiter" in told
    assert "\n" not in told


def test_a_fault_in_a_file_that_it_takes_is_told_there(tmp_path: Path) -> None:
    source = f'#import "sub/more.typ": x\n{WORKS}'
    told = fault(tmp_path, report=source, sub_more="\n\n#let x = 1 / 0")
    assert f"{tmp_path / 'sub' / 'more.typ'}, line 3" in told


def test_a_fault_in_our_own_pieces_drawn_anew_is_told_there(tmp_path: Path) -> None:
    told = fault(tmp_path, bodies="#let x = 1\n#let y = none.z\n")
    assert f"{tmp_path / 'bodies.typ'}, line 2" in told


def test_a_fault_after_a_warning_is_told_where_the_fault_is(tmp_path: Path) -> None:
    told = fault(tmp_path, report=f'{WORKS}#set text(font: "No Such Font")\nx\n#panic("here")')
    assert "line 5" in told


def test_a_page_that_pdf_ua_refuses_is_told(tmp_path: Path) -> None:
    told = fault(tmp_path, report=f"{WORKS}=== Too deep")
    assert "line 3" in told
    assert "PDF/UA" in told


@pytest.mark.parametrize(
    "source",
    [
        '#import "@preview/cetz:0.3.0": *',
        '#include "@preview/cetz:0.3.0"',
        '#import "@local/ours:1.0.0"',
        '#let name = "@preview"',
    ],
)
@pytest.mark.parametrize("name", ["report", "bodies", "sub_more"])
def test_a_package_is_refused_before_anything_is_fetched(
    tmp_path: Path, source: str, name: str
) -> None:
    told = fault(tmp_path, **{name: f"\n{source}"})
    assert f"{name.replace('_', '/')}.typ, line 2 names the package @" in told


def test_an_address_is_no_package(tmp_path: Path) -> None:
    mail = '#link("mailto:a@school.example")[a\\@school.example/x]'
    assert write(tmp_path, report=f"{WORKS}= T\n{mail}")


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.typ").write_bytes(b"= T\n\n\xff\xfe")
    with pytest.raises(UnreadableError, match=r"report\.typ, line 3 is no text in UTF-8"):
        write(tmp_path)


def test_without_any_template_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"There is no template report\.typ"):
        write_pdf(report_of(demo()), Templates(tmp_path))


def test_nothing_is_written_into_the_folder_of_the_school(tmp_path: Path) -> None:
    write(tmp_path, report=f"{WORKS}= T")
    assert [path.name for path in tmp_path.rglob("*")] == ["report.typ"]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (photo("PNG"), "image/png"),
        (photo("JPEG"), "image/jpeg"),
        (DRAWING, "image/svg+xml"),
    ],
)
def test_the_sign_of_the_school_stands_at_the_head_with_its_words(
    data: bytes, media_type: str
) -> None:
    report = replace(report_of(only()), look=Look(logo=Logo(data, media_type, "A red board")))
    pdf = Pdf(write_pdf(report, Templates(TEMPLATES)).data)
    assert [tag.alt for tag in pdf.every("Figure")] == ["A red board"]
    red, green, blue = pdf.pages[0].render().to_pil().getpixel((70, 70))
    assert red > 250
    assert green < 10
    assert blue < 10


def test_a_sign_beside_the_name_needs_no_words() -> None:
    report = replace(report_of(only()), look=Look(logo=Logo(photo("PNG"), "image/png", "")))
    assert Pdf(write_pdf(report, Templates(TEMPLATES)).data).every("Figure") == []


def test_a_broken_drawing_is_told(tmp_path: Path) -> None:
    report = replace(report_of(only()), look=Look(logo=Logo(b"<svg", "image/svg+xml", "")))
    with pytest.raises(UnreadableError, match="cannot be drawn"):
        write_pdf(report, Templates(TEMPLATES))
