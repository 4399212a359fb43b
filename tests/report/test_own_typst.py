"""A school's own page in Typst: it stands in for ours, and cannot hang, bloat, fetch or peep."""

import sys
from pathlib import Path

import pytest

from sendwizard.report import own
from sendwizard.report.render import Format
from tests.report.apart import fault, rendered, the_report
from tests.report.making import bytes_of

PAGE = "report.typ"
OURS = '#set document(title: "Ours")\n#set text(lang: "en", region: "GB")\n= Our own page\n'


def test_an_empty_folder_changes_not_a_byte(tmp_path: Path) -> None:
    assert rendered(tmp_path, {}, Format.PDF).data == bytes_of(the_report(), Format.PDF)


def test_a_page_may_be_the_schools_own(tmp_path: Path) -> None:
    page = rendered(tmp_path, {PAGE: OURS}, Format.PDF).data
    assert page.startswith(b"%PDF-")
    assert len(page) < len(bytes_of(the_report(), Format.PDF))


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        (f"{OURS}#let x = (", "line 4", "unclosed"),
        (f"{OURS}#nobody", "line 4", "nobody"),
        ("#panic()", "line 1", "panic"),
        ("= Ours", "", "title"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(
    tmp_path: Path, source: str, line: str, word: str
) -> None:
    told = fault(tmp_path, {PAGE: source}, Format.PDF)
    assert str(tmp_path / PAGE) in told
    assert line in told
    assert word in told


LONG = {
    "an endless while": "#let x = 0\n#while true { x = x + 1; if x < 0 { break } }",
    "a long for": "#for x in range(100000) { for y in range(100000) { let z = x } }",
    "a function of many numbers": (
        "#let f(x) = { let sum = 0; for y in range(100000) { sum += y * x }; sum }\n"
        "#for x in range(100000) { let z = f(x) }"
    ),
}


@pytest.mark.parametrize("source", LONG.values(), ids=LONG)
def test_a_loop_that_does_not_end_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str
) -> None:
    """Typst finds by itself that some go round and round; the others are ended from outside."""
    monkeypatch.setattr(own, "GRACE", 0.5)
    told = fault(tmp_path, {PAGE: source}, Format.PDF, seconds=1)
    assert str(tmp_path / PAGE) in told
    assert "infinite" in told or "was still running after 1 seconds" in told


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit of memory")
def test_what_builds_gigabytes_is_stopped(tmp_path: Path) -> None:
    told = fault(tmp_path, {PAGE: '#let text = "x" * 4000000000\n#text.len()'}, Format.PDF)
    assert f"{tmp_path / PAGE} needed more than 1 GB of memory" in told


@pytest.mark.parametrize(
    "source",
    [
        '#import "@preview/tablex:0.0.9": *\n= Ours',
        '#{ import "@preview" + "/tablex:0.0.9": * }',
        '#include "@local/ours:1.0.0"',
    ],
)
def test_no_package_is_fetched_or_found(tmp_path: Path, source: str) -> None:
    told = fault(tmp_path, {PAGE: source}, Format.PDF)
    assert "package" in told


@pytest.mark.parametrize("path", ["../secret.txt", "/../secret.txt", "/etc/passwd"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("Zebrafinch")
    (tmp_path / "own").mkdir()
    told = fault(tmp_path / "own", {PAGE: f'{OURS}#read("{path}")'}, Format.PDF)
    assert "line 4" in told
    assert "Zebrafinch" not in told
