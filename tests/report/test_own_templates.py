"""A school's own templates: each stands in for ours, and none can hang, bloat or break out."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sendwizard.report import own
from sendwizard.report.child import MOST_BYTES
from sendwizard.report.render import Format, Templates, render, render_here
from tests.report.apart import QUARTER, Child, fault, rendered, the_report
from tests.report.making import TEMPLATES, bytes_of, only, report_of

PAGE = "report.html.j2"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit of memory")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm on Windows")


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """The children that are started in this test."""
    monkeypatch.setattr(Child, "started", [])
    monkeypatch.setattr(subprocess, "Popen", Child)
    return Child.started


# -- each stands in for ours ---------------------------------------------------------------


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN])
def test_an_empty_folder_changes_not_a_byte(tmp_path: Path, form: Format) -> None:
    assert rendered(tmp_path, {}, form).data == bytes_of(the_report(), form)


def test_a_style_sheet_alone_changes_the_style_and_nothing_else(tmp_path: Path) -> None:
    ours = bytes_of(the_report(), Format.HTML).decode()
    page = rendered(tmp_path, {"report.css": "h1 { color: rebeccapurple }"}).data.decode()
    assert "rebeccapurple" in page
    assert page.partition("</style>")[2] == ours.partition("</style>")[2]
    assert len(page) < len(ours)


def test_a_template_may_take_ours_and_put_something_round_it(tmp_path: Path) -> None:
    ours = bytes_of(the_report(), Format.MARKDOWN).decode()
    text = "From our school.\n\n{% include 'ours/report.md.j2' %}"
    page = rendered(tmp_path, {"report.md.j2": text}, Format.MARKDOWN).data.decode()
    assert page == f"From our school.\n\n{ours}"
    extended = rendered(tmp_path, {PAGE: "{% extends 'ours/report.html.j2' %}"}).data
    assert extended == bytes_of(the_report(), Format.HTML)


def test_the_fragment_has_a_template_of_its_own(tmp_path: Path) -> None:
    texts = {"fragment.html.j2": "<p>{{ report.school }}</p>", PAGE: "a page"}
    assert b"a page" not in rendered(tmp_path, texts, fragment=True).data
    assert rendered(tmp_path, texts).data.strip() == b"a page"


def test_own_templates_and_no_others_go_into_a_process_of_their_own(
    tmp_path: Path, children: list[Child]
) -> None:
    (tmp_path / PAGE).write_text("{{ report.school }}")
    page = render(the_report(), Format.HTML, Templates(TEMPLATES, tmp_path))
    assert page.data.decode().strip() == the_report().school
    assert len(children) == 1
    ours = Templates(TEMPLATES)
    assert render(the_report(), Format.HTML, ours) == render_here(the_report(), Format.HTML, ours)
    assert len(children) == 1


def test_a_folder_may_be_named_from_where_one_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The child stands elsewhere."""
    (tmp_path / "ours at school").mkdir()
    monkeypatch.chdir(tmp_path)
    assert rendered(Path("ours at school"), {PAGE: "here"}).data.strip() == b"here"


# -- a fault is told with its file and line ------------------------------------------------

FAULTS = {
    "a tag that is not closed": ("a\n{% for x in [] %}", "line 2", "endfor"),
    "no tag at all": ("a\nb\n{% wander %}", "line 3", "wander"),
    "an undefined name": ("a\n{{ nobody.knows }}", "line 2", "nobody"),
    "an undefined field": ("a\n\n{{ report.shoe_size }}", "line 3", "shoe_size"),
    "a template that is not there": ("a\n{% include 'nowhere.j2' %}", "line 2", "nowhere.j2"),
    "a division by nought": ("a\n{{ 1 // 0 }}", "line 2", "by zero"),
    "a word and a number added": ("a\n{{ report.school + 1 }}", "line 2", "str"),
    "itself inside itself": (f"a\n{{% include '{PAGE}' %}}", "line 2", "recursion"),
    "a way out of the sandbox": ("a\n{{ ''.__class__ }}", "line 2", "__class__"),
    "another way out": ("a\n{{ report.__init__.__globals__ }}", "line 2", "__init__"),
    "a third": ("a\n{{ cycler.__init__.__globals__.os }}", "line 2", "__init__"),
    "a range that is too long": ("a\n{% for x in range(1000000) %}{% endfor %}", "line 2", "ange"),
}


@pytest.mark.parametrize(("text", "line", "word"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_file_and_line(
    tmp_path: Path, text: str, line: str, word: str
) -> None:
    told = fault(tmp_path, {PAGE: text})
    assert f"{tmp_path / PAGE}, {line}" in told
    assert word in told


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    assert PAGE in fault(tmp_path, {PAGE: b"\xff\xfe\x00"})


# -- none can hang or bloat ----------------------------------------------------------------

ENDLESS = "a\n{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}"


@POSIX
def test_a_loop_that_never_ends_is_stopped_and_its_line_told(tmp_path: Path) -> None:
    told = fault(tmp_path, {PAGE: ENDLESS}, seconds=1)
    assert f"{tmp_path / PAGE}, line 2 was still running after 1 seconds" in told


def test_a_search_that_never_ends_is_stopped_from_outside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One step of Python, which no alarm interrupts."""
    monkeypatch.setattr(own, "GRACE", 0.5)
    text = "{% set long = 'x' * 1000000 %}{{ long ~ 'y' in [long ~ 'z'] * 10000000 }}"
    assert f"{tmp_path / PAGE} was still running" in fault(tmp_path, {PAGE: text}, seconds=1)


BLOATED = {
    "one long text": "a\n{{ 'x' * 10 ** 10 }}",
    "a text that doubles": (
        "a\n{% set all = namespace(text='x') %}"
        "{% for n in range(60) %}{% set all.text = all.text ~ all.text %}{% endfor %}"
    ),
    "a list that doubles": (
        "a\n{% set all = namespace(list=['x']) %}"
        "{% for n in range(60) %}{% set all.list = all.list + all.list %}{% endfor %}"
    ),
}


@LINUX
@pytest.mark.parametrize("text", BLOATED.values(), ids=BLOATED)
def test_what_builds_gigabytes_is_stopped(tmp_path: Path, text: str) -> None:
    told = fault(tmp_path, {PAGE: text}, memory=QUARTER)
    assert str(tmp_path / PAGE) in told  # and its line, where there was memory left to find it
    assert "needed more than 0.25 GB of memory" in told


def test_a_report_that_grows_too_large_is_not_handed_back(tmp_path: Path) -> None:
    text = f"{{% for n in range(3) %}}{{{{ 'x' * {MOST_BYTES // 2} }}}}{{% endfor %}}"
    assert PAGE in fault(tmp_path, {PAGE: text})


# -- what the child is given, and what it leaves -------------------------------------------


def test_the_child_has_an_empty_folder_and_nothing_of_our_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, children: list[Child]
) -> None:
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    rendered(tmp_path, {PAGE: "a"})
    (child,) = children
    assert not {"SECRET", "PYTHONPATH", "HOME", "PATH"} & child.environment.keys()
    assert child.environment["SOURCE_DATE_EPOCH"] == "1700000000"
    assert child.held == []
    assert not child.folder.exists()


@POSIX
def test_nothing_of_a_child_is_left_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, children: list[Child]
) -> None:
    for name in ("temporary", "own"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(own, "GRACE", -1)  # so that it is ended from outside
    fault(tmp_path / "own", {PAGE: ENDLESS}, seconds=1.5)
    (child,) = children
    with pytest.raises(ProcessLookupError):
        os.killpg(child.pid, 0)
    assert list((tmp_path / "temporary").iterdir()) == []


@POSIX
@pytest.mark.parametrize(
    ("how", "word"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "needed more than 1 GB"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "was still running after 3 seconds"),
        ("raise MemoryError", "needed more than 1 GB"),
    ],
)
def test_a_child_that_is_ended_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: str, word: str
) -> None:
    monkeypatch.setattr(own, "_BEGIN", f"import os, signal; {how}")
    assert word in fault(tmp_path, {PAGE: "a"})


def test_a_fault_of_ours_is_not_laid_upon_a_template(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(own, "_BEGIN", "import sendwizard.report.a_room_that_is_not_there")
    with pytest.raises(RuntimeError, match="ModuleNotFoundError"):
        rendered(tmp_path, {PAGE: "a"})


def test_answers_are_never_templates(tmp_path: Path) -> None:
    (tmp_path / PAGE).write_text("{{ report.school }}|{{ report.school | safe }}")
    report = report_of(only(school_name="{{ 7*7 }} {% raw %} <b>"))
    page = render(report, Format.HTML, Templates(TEMPLATES, tmp_path)).data.decode().strip()
    assert page == "{{ 7*7 }} {% raw %} &lt;b&gt;|{{ 7*7 }} {% raw %} <b>"
