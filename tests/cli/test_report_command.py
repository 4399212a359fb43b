"""`sendwizard report`: its options, its files, and the last good report after each fault."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sendwizard.office import reporting
from sendwizard.office.reporting import Format
from sendwizard.report.model import Sheet, walk
from sendwizard.report.render import Letterhead
from tests.cli.conftest import Command, Ran
from tests.writers import Writers

YEAR = "2025-26"
Build = Callable[..., Ran]


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Writers:
    found = Writers(tells=dict.fromkeys(Format, ("Mind the ☃.",)))
    monkeypatch.setattr(reporting, "render", found)
    return found


@pytest.fixture
def build(command: Command, demo: Path) -> Build:
    """Builds the demo’s finished report with these options."""
    return lambda *options: command("report", YEAR, "--folder", demo, *options)


def names(ran: Ran) -> list[str]:
    """The files that a command says it wrote, all of which are there."""
    paths = [Path(line) for line in ran.out.splitlines()]
    assert all(path.is_file() for path in paths)
    return [path.name for path in paths]


# -- what is written -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "written"),
    [
        ([], ["report.html", "report.docx", "report.pdf"]),
        (["--format", "md"], ["report.md"]),
        (["--format", "pdf", "--format", "html"], ["report.pdf", "report.html"]),
        (["--format", "md", "--format", "md"], ["report.md"]),
        (["--fragment"], ["report.html"]),
        (["--fragment", "--format", "html", "--format", "docx"], ["report.html", "report.docx"]),
        (["--layout", "statutory", "--format", "html"], ["report.html"]),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("writers")
def test_the_formats_are_html_word_and_pdf_unless_told(
    build: Build, options: list[str], written: list[str]
) -> None:
    ran = build(*options)
    assert ran.code == 0
    assert names(ran) == written


@pytest.mark.usefixtures("writers")
def test_the_paths_go_to_standard_output_and_the_words_to_standard_error(build: Build) -> None:
    ran = build()
    assert len(ran.out.splitlines()) == 3
    assert ran.err.splitlines() == ["Complete, waiting for governors.", "Mind the ☃."]


@pytest.mark.parametrize("layout", ["questions", "summary", "statutory", "proforma"])
def test_a_layout_is_chosen_by_name(build: Build, writers: Writers, layout: str) -> None:
    assert build("--layout", layout, "--format", "html").code == 0
    assert [each.layout.value for each in writers.reports] == [layout]


@pytest.mark.usefixtures("writers")
def test_a_report_goes_to_another_folder(build: Build, demo: Path, tmp_path: Path) -> None:
    ran = build("--to", tmp_path / "web")
    assert ran.code == 0
    assert names(ran) == ["report.html", "report.docx", "report.pdf"]
    assert {path.name for path in (tmp_path / "web").iterdir()} == set(names(ran))
    assert not list((demo / YEAR).glob("report.*"))


def test_the_fragment_is_asked_for_in_one_word(build: Build, writers: Writers) -> None:
    build("--format", "html")
    build("--fragment")
    assert writers.fragments == [False, True]


@pytest.mark.parametrize(
    ("options", "there"),
    [
        ([], False),
        (["--annex"], True),
        (["--layout", "statutory"], True),
        (["--layout", "statutory", "--no-annex"], False),
    ],
)
def test_the_pages_for_governors_can_be_had_and_left_out(
    build: Build, writers: Writers, options: list[str], there: bool
) -> None:
    build("--format", "html", *options)
    (report,) = writers.reports
    assert ("for-governors" in {part.id for part in report.parts}) is there


def test_what_families_can_expect_is_asked_for_in_one_word(
    command: Command, build: Build, demo: Path, writers: Writers
) -> None:
    command(
        "answers", "set", "local-authority", "north-yorkshire", "--year", YEAR, "--folder", demo
    )
    build("--layout", "proforma", "--format", "html")
    build("--layout", "proforma", "--format", "html", "--expectations")
    columns = [
        len(item.header)
        for report in writers.reports
        for item in walk(report.parts)
        if isinstance(item, Sheet)
    ]
    assert columns == [2, 3]


def test_a_letterhead_is_named(build: Build, writers: Writers, tmp_path: Path) -> None:
    (tmp_path / "trust.dotx").write_bytes(b"theirs")
    build("--format", "docx", "--word-template", tmp_path / "trust.dotx")
    assert writers.letterheads == [Letterhead(str(tmp_path / "trust.dotx"), b"theirs")]


# -- what is refused -----------------------------------------------------------------------


def half_a_png(demo: Path, _: Path) -> list[object]:
    (demo / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return []


def a_large_jpg(demo: Path, _: Path) -> list[object]:
    (demo / "logo.jpg").write_bytes(b"\xff\xd8\xff" + bytes(5 * 1024 * 1024))
    return []


def no_letterhead(_: Path, tmp_path: Path) -> list[object]:
    return ["--word-template", tmp_path / "gone.docx"]


def letters_for_a_letterhead(demo: Path, _: Path) -> list[object]:
    (demo / "letterhead.docx").write_text("Dear parents")
    return ["--format", "html", "--format", "docx"]


def a_file_for_a_folder(_: Path, tmp_path: Path) -> list[object]:
    (tmp_path / "taken").write_text("a file")
    return ["--to", tmp_path / "taken" / "under"]


def a_folder_for_a_file(demo: Path, _: Path) -> list[object]:
    (demo / YEAR / "report.md").mkdir()
    return ["--format", "html", "--format", "md"]


def no_templates(_: Path, tmp_path: Path) -> list[object]:
    return ["--templates", tmp_path / "gone"]


def template(text: str) -> Callable[[Path, Path], list[object]]:
    def spoil(_: Path, tmp_path: Path) -> list[object]:
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "report.html.j2").write_text(text)
        return ["--templates", tmp_path / "own", "--format", "md", "--format", "html"]

    return spoil


FAULTS: dict[str, tuple[Callable[[Path, Path], list[object]], int, str]] = {
    "a sign that is no picture": (half_a_png, 3, "logo.png is no picture"),
    "a sign that is too large": (a_large_jpg, 3, "logo.jpg is larger than 5 MB"),
    "a letterhead that is not there": (no_letterhead, 2, "gone.docx"),
    "a letterhead that is no Word file": (letters_for_a_letterhead, 3, "letterhead.docx"),
    "a folder that cannot be made": (a_file_for_a_folder, 5, "taken"),
    "a folder where a file should be": (a_folder_for_a_file, 5, "report.md could not be written"),
    "a folder of templates that is not there": (no_templates, 2, "gone"),
    "a tag that is not closed": (template("{% for %}"), 3, "report.html.j2, line 1"),
    "an undefined name": (template("\n{{ nobody.knows }}"), 3, "report.html.j2, line 2"),
    "a way out of the sandbox": (template("{{ report.__class__ }}"), 3, "report.html.j2, line 1"),
}


@pytest.mark.parametrize(("spoil", "code", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_a_sentence_and_the_last_good_report_is_still_there(
    build: Build,
    demo: Path,
    tmp_path: Path,
    spoil: Callable[[Path, Path], list[object]],
    code: int,
    words: str,
) -> None:
    endings = ("html", "docx", "pdf")
    kept = [demo / YEAR / f"report.{ending}" for ending in endings]
    for path in kept:
        path.write_bytes(b"the last good one")
    ran = build(*spoil(demo, tmp_path))
    assert ran.code == code
    assert words in ran.err
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert [path.read_bytes() for path in kept] == [b"the last good one"] * 3
    assert not [path for path in (demo / YEAR).iterdir() if path.name.endswith(".part")]


def test_templates_of_ones_own_stand_in_for_ours_one_by_one(
    build: Build, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    formats = ("--format", "html", "--format", "md")
    assert build(*formats).code == 0
    ours = (demo / YEAR / "report.md").read_bytes()
    (tmp_path / "own" / "report.html.j2").write_text("{{ report.school }} and nothing else")
    assert build(*formats, "--templates", tmp_path / "own").code == 0
    html = (demo / YEAR / "report.html").read_text(encoding="utf-8")
    assert html.strip() == "Larkfield Bridge Primary School and nothing else"
    assert (demo / YEAR / "report.md").read_bytes() == ours


def test_the_whole_of_it_with_the_real_writers(build: Build) -> None:
    ran = build("--layout", "statutory")
    assert (ran.code, ran.err) == (0, "Complete, waiting for governors.\n")
    beginnings = [Path(line).read_bytes()[:5] for line in ran.out.splitlines()]
    assert beginnings == [b"<!DOC", b"PK\x03\x04\x14", b"%PDF-"]
