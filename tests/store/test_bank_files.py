"""The bank's files: every fault in one pass, with file, key, line and the nearest spelling."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.errors import UnreadableError
from sendwizard.store.bank_files import check_bank, default_folder, load_bank
from sendwizard.store.toml_lines import lines_of, nearest_line, statements
from tests.worlds import QUESTIONS, real_bank

KEYS = st.text(min_size=1, max_size=6)
LEAVES = st.one_of(st.text(max_size=20), st.integers(-9, 9), st.booleans())
TABLES = st.recursive(
    st.dictionaries(KEYS, LEAVES, max_size=3),
    lambda inner: st.dictionaries(
        KEYS, st.one_of(LEAVES, inner, st.lists(inner, min_size=1, max_size=2)), max_size=3
    ),
    max_leaves=8,
)


@given(table=TABLES, multiline=st.booleans())
def test_every_line_that_is_found_is_that_of_a_key_that_is_there(
    table: dict[str, object], multiline: bool
) -> None:
    text = tomli_w.dumps(table, multiline_strings=multiline)
    data: object = tomllib.loads(text)
    for path, line in lines_of(text).items():
        here: object = data
        for step in path:
            assert isinstance(here, dict | list)
            here = here[step]  # type: ignore[index]  # a dict by str, a list by int
        written = text.split("\n")[line - 1]
        assert "=" in written or written.startswith("[")
    assert {path[0] for path in lines_of(text)} == set(table)


def test_lines_are_counted_through_strings_comments_and_arrays() -> None:
    text = (
        'a = """\n[not]\nb = 1\n"""\n# c = 2\n[[t]]\nx = [\n  "]", # ]\n  { y = 1 },\n]\n'
        "'q.r' . \"s\\u0041\" = '''\nz = 1'''\n[[t]]\nx = 1\n[t.u]\nv = 1\n"
    )
    lines = lines_of(text)
    assert lines["a",] == 1
    assert lines["t", 0] == 6
    assert lines["t", 0, "x"] == 7
    assert lines["t", 0, "q.r", "sA"] == 11
    assert lines["t", 1, "x"] == 14
    assert lines["t", 1, "u", "v"] == 16
    assert nearest_line(lines, ("t", 1, "gone")) == 13
    assert nearest_line(lines, ("nowhere",)) is None
    assert [each.key for each in statements("[a]")] == ["a"]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A copy of the real bank, to break."""
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


def edited(folder: Path, name: str, edit: Callable[[str], str]) -> str:
    """What `bank check` says when a file was edited."""
    path = folder / name
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return "\n".join(map(str, check_bank(folder)[1]))


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("20-complaints.toml", 'kind = "passage"', 'kind = "pasage"', "Did you mean “passage”"),
        ("20-complaints.toml", "required = true", "requird = true", "Did you mean “required”"),
        ("20-complaints.toml", "required = true", "required = 1", "true or false"),
        ("20-complaints.toml", 'id = "complaints"\nkind', 'id = "money"\nkind', "used twice"),
        ("20-complaints.toml", 'id = "complaints"\nkind', 'id = "x y"\nkind', "not an id"),
        ("20-complaints.toml", "words = [60, 120]", "words = [60]", "two whole numbers"),
        ("20-complaints.toml", "words = [60, 120]", "words = 60", "two whole numbers"),
        ("20-complaints.toml", 'prompt = "', 'prompt = ""\nx = "', "is empty"),
        ("20-complaints.toml", 'prompt = "', 'x = "', "is missing"),
        ("20-complaints.toml", 'id = "complaints"\ntitle', 'id = "complaint"\ntitle', "complaints"),
        ("20-complaints.toml", "[[questions]]", "[questions]", "a list of tables"),
        ("20-complaints.toml", "requirements = [", "requirements = [3, ", "a list of texts"),
        ("20-complaints.toml", "required =", "applies_when = { a = 1 }\nrequired =", "A condition"),
        ("20-complaints.toml", "required = true", "required = ", "cannot be understood: line"),
        ("bank.toml", "checked_on = 2026-11-23", 'checked_on = "now"', "a date such as"),
        ("bank.toml", '"complaints", ', "", "names no section “complaints”"),
        ("bank.toml", '"complaints", ', '"complaints", "more", ', "No file holds the section"),
        ("requirements.toml", 'force = "must"', 'force = "shall"', "must, should, good"),
        ("authorities/north-yorkshire.toml", "label =", "lable =", "Did you mean"),
        ("02-people.toml", "most = 1", 'most = "one"', "a whole number"),
        ("02-people.toml", 'kind = "phone"', 'kind = "passage"', "is not one of"),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_file(
    bank: Path, name: str, old: str, new: str, words: str
) -> None:
    said = edited(bank, name, lambda text: text.replace(old, new))
    assert words in said
    assert name in said or "bank.toml" in said


def test_several_slips_are_told_in_one_pass_with_their_lines(bank: Path) -> None:
    edited(bank, "20-complaints.toml", lambda text: text.replace("required", "requird"))
    said = edited(
        bank, "06-support.toml", lambda text: text.replace('"interventions"', '"intervention"')
    )
    assert "20-complaints.toml, line" in said
    assert "06-support.toml, line" in said
    assert "Did you mean “interventions”" in said


def test_a_bank_without_its_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"bank\.toml"):
        load_bank(tmp_path)


def test_conditions_of_every_form_are_read(bank: Path) -> None:
    said = edited(
        bank,
        "20-complaints.toml",
        lambda text: (
            text
            + '\n[[questions]]\nid = "pool"\nkind = "line"\nprompt = "A pool?"\n'
            + 'applies_when = { all = [ { any = [{ question = "school-has", one_of = ["unit"] }] },'
            + '{ not = { question = "school-type", one_of = ["pru"] } } ] }\n'
        ),
    )
    assert said == ""
    assert load_bank(bank).by_id["pool"].applies_when is not None
    said = edited(
        bank, "20-complaints.toml", lambda text: text.replace("{ not = {", "{ not = 3, x = {")
    )
    assert "A condition is" in said


def test_the_shipped_folders_are_found() -> None:
    assert default_folder("questions").is_dir()
    assert load_bank(QUESTIONS) == real_bank()
