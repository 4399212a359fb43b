"""Nothing that a terminal obeys comes out, wherever it was put: files, names, arguments, variables.

What is planted would clear the screen, set the title, turn the direction of writing, ring, and make
one sentence look like two.
"""

import io
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from sendwizard.cli import run
from sendwizard.core.text import harmless
from sendwizard.office.folders import find_school
from sendwizard.office.sitting import open_year
from sendwizard.tui.app import SendwizardApp
from tests.worlds import QUESTIONS, ROOT, YEAR

NASTY = "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\u202e\u2066\x7f\u2028"
IN_TOML = NASTY.encode("unicode_escape").decode().replace("\\x", "\\u00")
LINE = "\nsendwizard: All is well"
"""At the end of a file's name: a sentence that nobody said."""
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such names are allowed there")


def clean_of_it(text: str, where: object) -> None:
    """Nothing is left that a terminal would obey, and no sentence that nobody said."""
    found = OBEYED.search(text)
    assert found is None, f"{where}: {text[max(0, found.start() - 80) : found.end() + 20]!r}"
    assert LINE not in text, where


ANSWERS = f"""format = 1
bank = "england"
edition = "2026.11"
year = "2026-27"
finished = ["{IN_TOML}"]

[began]
year = "2025-26{IN_TOML}"
school = "{IN_TOML}Sister"
document = "{IN_TOML}report.docx"

[published]
address = "https://school.example/{IN_TOML}"

[answers.school-name]
value = "Lark{IN_TOML}field"
note = "{IN_TOML}"

[answers.school-type]
value = "maintained-mainstream"

[answers.teaching-approach]
value = "We **teach**{IN_TOML} [here](https://a.example/{IN_TOML}).\\n\\n- one{IN_TOML}"
source = "carried"

[answers.senco]
value = [{{ name = "Ann{IN_TOML}", "x{IN_TOML}" = "y" }}]

[answers.money]
not_applicable = "None{IN_TOML}"
set_aside = {{ "W1{IN_TOML}" = "{IN_TOML}" }}

[answers."gone{IN_TOML}"]
value = "Old{IN_TOML}"

[archive."{IN_TOML}"]
value = "{IN_TOML}"

[end]
"""
TEXTS = f"""format = 1

[[texts]]
question = "money"
replaced = 2026-11-20T12:00:00
value = "We spent it{IN_TOML}."

[[texts]]
question = "gone{IN_TOML}"
replaced = 2026-11-21T12:00:00
value = "{IN_TOML}"

[end]
"""
RESUME = f"""question = "school-name"
cursor = [0, 2]
look = "{IN_TOML}"

[drafts]
"roll/" = "tw{IN_TOML}o"
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school whose every file holds such signs."""
    folder = tmp_path / "school"
    year = folder / YEAR
    (year / "history").mkdir(parents=True)
    (folder / "2025-26").mkdir()
    before = ANSWERS.replace("2026-27", "2025-26").replace("Ann", "Jo")
    for path, text in (
        (year / "answers.toml", ANSWERS),
        (year / "last-year.toml", before),
        (year / "last-report.md", f"# What we wrote{NASTY}\n\nWords{NASTY}.\n"),
        (year / "resume.toml", RESUME),
        (year / "history" / "texts.toml", TEXTS),
        (year / "history" / "20261119T120000000000Z.toml", ANSWERS.replace("Ann", "Al")),
        (year / "history" / "20261118T120000000000Z.toml", ANSWERS[:300]),
        (folder / "2025-26" / "answers.toml", before),
    ):
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> object:
    """Runs a command; what it printed is looked through, and given."""

    def go(*arguments: object) -> str:
        capsys.readouterr()
        run([str(each) for each in arguments])
        out, err = capsys.readouterr()
        clean_of_it(out, arguments)
        clean_of_it(err, arguments)
        return out + err

    return go


COMMANDS = [
    ["status"],
    ["status", "--json"],
    ["check"],
    ["check", "--json"],
    ["answers", "list"],
    ["answers", "list", "--json"],
    ["answers", "get", "school-name"],
    ["answers", "get", "senco"],
    ["answers", "set", "complaints", f"Ask{NASTY}"],
    ["answers", "set", f"nothing{NASTY}", "x"],
    ["answers", "set", "school-type", f"castle{NASTY}"],
    ["answers", "set", "next-review", f"soon{NASTY}"],
    ["answers", "keep", "teaching-approach"],
    ["history"],
    ["history", "list", "--json"],
    ["history", "show", "text-1"],
    ["history", "show", "text-2"],
    ["history", "show", "20261119"],
    ["history", "restore", f"x{NASTY}"],
    ["history", "restore", "20261118"],
    ["changes"],
    ["changes", "--json"],
    ["migrate"],
    ["published"],
    ["published", "--address", f"https://a.example/{NASTY}"],
    ["report", "--format", "html", "--format", "md"],
    ["report", "--format", f"odt{NASTY}"],
    ["report", f"2019-20{NASTY}"],
    ["report", "--word-template", f"no{NASTY}.docx"],
    ["report", "--templates", f"no{NASTY}"],
    ["approve", "--by", f"Ann{NASTY}", "--role", f"Chair{NASTY}", "--on", "2026-11-12"],
    ["approve", "--by", "A", "--role", "B", "--on", f"soon{NASTY}"],
    ["begin", "2027-28", "--from", f"no{NASTY}{LINE}"],
    ["begin", "2027-28", "--from-document", f"no{NASTY}{LINE}.docx"],
    ["begin", "2027-28", "--from-document", f"no{NASTY}{LINE}.odt"],
    ["begin", "2027-28"],
    ["begin", f"2027-28{NASTY}"],
    ["fill", "--plain", "--at", f"x{NASTY}"],
    [f"fly{NASTY}"],
    ["bank", "check", f"no{NASTY}"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: " ".join(each)[:30].split("\x1b")[0])
def test_a_command_prints_nothing_that_a_terminal_obeys(
    command: list[str], school: Path, printed: object
) -> None:
    assert callable(printed)
    folder = [] if command[0].startswith(("fly", "bank")) else ["--folder", school]
    printed(*command, *folder)


@pytest.mark.parametrize("name", [f"sch{NASTY}ool", f"school{LINE}", "two\nlines", "\x9bschool"])
def test_a_folder_whose_name_speaks_to_the_terminal_is_refused(
    name: str, tmp_path: Path, printed: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(printed)
    for command in (["status"], ["fill", "--plain"], ["begin", YEAR], ["report"]):
        told = printed(*command, "--folder", tmp_path / name)
        assert "holds signs that cannot be shown" in told
    monkeypatch.setenv("SENDWIZARD_FOLDER", str(tmp_path / name))
    assert "holds signs that cannot be shown" in printed("check")
    assert list(tmp_path.iterdir()) == []


def test_names_of_files_of_every_kind_are_harmless(school: Path, printed: object) -> None:
    assert callable(printed)
    year = school / YEAR
    (year / "report.html").mkdir()
    assert "could not be written" in printed("report", "--format", "html", "--folder", school)
    (school / "logo.png").write_text("no picture")
    assert "logo.png" in printed("report", "--format", "md", "--folder", school)
    (school / "logo.png").unlink()
    (school / "letterhead.docx").write_text("no document")
    assert "letterhead.docx" in printed("report", "--format", "docx", "--folder", school)
    (year / "answers.toml").write_text(ANSWERS[:-5], encoding="utf-8")
    assert "cut short" in printed("check", "--folder", school)
    (year / "answers.toml").unlink()
    (year / "answers.toml").mkdir()
    assert "it is no file" in printed("check", "--folder", school)
    (school / "2025-26" / "answers.toml").unlink()
    (school / "2025-26" / "answers.toml").write_text(f"x = {NASTY}\n[end]\n", encoding="utf-8")
    assert "cannot be understood" in printed("check", "2025-26", "--folder", school)


def test_a_document_of_such_a_name_is_named_harmlessly(tmp_path: Path, printed: object) -> None:
    assert callable(printed)
    document = tmp_path / f"old{NASTY}{LINE}.md"
    document.write_text(f"Words{NASTY}.", encoding="utf-8")
    told = printed("begin", YEAR, "--from-document", document, "--folder", tmp_path / "new")
    assert "stand beside every question" in told


def test_questions_and_templates_of_somebody_s_own_are_harmless(
    tmp_path: Path, school: Path, printed: object
) -> None:
    assert callable(printed)
    bank = tmp_path / "questions"
    shutil.copytree(QUESTIONS, bank)
    path = bank / "01-about.toml"
    text = path.read_text(encoding="utf-8").replace('prompt = "', f'prompt = "{IN_TOML}')
    path.write_text(text, encoding="utf-8")
    for command in (["bank", "list"], ["bank", "check", bank], ["history"], ["check"]):
        more = ["--folder", school] if command[0] != "bank" else []
        printed(*command, *([] if len(command) > 2 else ["--questions", bank]), *more)
    path.write_text(text + f'\n"key{IN_TOML}" = "{IN_TOML}"\n', encoding="utf-8")
    assert "01-about.toml" in printed("bank", "check", bank)
    templates = tmp_path / f"own{NASTY}"
    templates.mkdir()
    (templates / "report.html.j2").write_text(f"{{{{ nothing.there }}}}{NASTY}", encoding="utf-8")
    printed("report", "--format", "html", "--templates", templates, "--folder", school)


def test_variables_are_harmless(
    school: Path, printed: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(printed)
    for name in ("USER", "LOGNAME", "LANG", "TERM", "COLORTERM", "SOURCE_DATE_EPOCH", "COLUMNS"):
        monkeypatch.setenv(name, f"x{NASTY}")
    monkeypatch.setenv("SENDWIZARD_FOLDER", str(school))
    assert "2026-27" in printed("status")


def test_who_has_a_year_open_is_said_harmlessly(school: Path, printed: object) -> None:
    assert callable(printed)
    with open_year(find_school(school), YEAR):
        holder = school / YEAR / ".lock-holder"
        text = f'who = "Jo{IN_TOML}"\nwhere = "{IN_TOML}"\nsince = "{IN_TOML}"\n'
        holder.write_text(text, encoding="utf-8")
        assert "open" in printed("answers", "set", "money", "x", "--folder", school)


def test_plain_mode_says_nothing_that_a_terminal_obeys(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["next"] * 30 + [
        "old report",
        "list",
        "find owned",
        "home",
        "history",
        "review",
        "leave",
    ]
    typed = "\n".join([*lines, ""]).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
    run(["fill", "--plain", "--folder", str(school)])
    out, err = capsys.readouterr()
    assert "Larkfield" in out.replace("owned", "") or "Lark" in out
    clean_of_it(out, "out")
    clean_of_it(err, "err")


def test_reports_hold_nothing_that_a_program_obeys(school: Path, printed: object) -> None:
    assert callable(printed)
    printed(
        "report",
        *(f"--format={each}" for each in ("html", "md", "docx", "pdf")),
        "--folder",
        school,
    )
    year = school / YEAR
    for name in ("report.html", "report.md"):
        clean_of_it((year / name).read_text(encoding="utf-8"), name)
    with zipfile.ZipFile(year / "report.docx") as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                clean_of_it(packed.read(name).decode(), name)
    with pikepdf.open(year / "report.pdf") as pdf:
        clean_of_it(" ".join(map(str, (*pdf.docinfo.values(),))), "report.pdf")
    assert "Lark" in (year / "report.html").read_text(encoding="utf-8")


@pytest.mark.asyncio
async def test_the_screens_show_nothing_that_a_terminal_obeys(school: Path) -> None:
    with open_year(find_school(school), YEAR) as sitting:
        app = SendwizardApp(sitting)
        async with app.run_test(size=(80, 24)) as pilot:
            for keys in (["f4"], ["escape"], ["f2"], ["escape"], ["f8"], ["f8"], ["f8"], ["f6"]):
                await pilot.press(*keys)
                await pilot.pause()
                for strip in app.screen._compositor.render_strips():
                    clean_of_it("".join(segment.text for segment in strip), keys)
            app.do_leave()
        app.close()


def test_a_name_keeps_what_tells_it_from_another() -> None:
    assert harmless("a\x1bb\nc\td\u202ee") == "a�b\nc\td�e"
    assert harmless("Siân’s 🦔 – “x”\u00a0y") == "Siân’s 🦔 – “x”\u00a0y"


def test_the_program_prints_by_these_ways_alone() -> None:
    """So that no new command lets a terminal be spoken to."""
    for path in sorted((ROOT / "sendwizard" / "cli").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path.name != "common.py":
            assert "typer.echo(" not in text, path.name
            assert not re.search(r"(?<![.\w])print\(", text), path.name
