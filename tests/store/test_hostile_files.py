"""Files made to hurt: each is read or refused at once, with one sentence, and stays as it was."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers
from sendwizard.errors import UnreadableError
from sendwizard.store.answers_file import read_answers, write_answers
from sendwizard.store.toml_lines import statements
from sendwizard.store.toml_read import read_text, read_toml

TOP = 'format = 1\nbank = "england"\nedition = "2026.11"\nyear = "2026-27"\n'
SIGNS = st.lists(
    st.sampled_from(
        [*"[]{}=.,\"'#\\\n -_", '"""', "'''", "a", "b.c", "1", "0x", "true", "[[a]]\n", "a = ", "é"]
    ),
    max_size=40,
).map("".join)


def put(folder: Path, text: str) -> Path:
    """A file with these words."""
    path = folder / "answers.toml"
    path.write_bytes(text.encode())
    return path


@given(text=SIGNS)
@example(text="a = 1\n[a.b]\n")
@example(text='"""')
def test_any_signs_at_all_are_read_or_refused_in_one_sentence(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = put(tmp_path_factory.getbasetemp(), text)
    try:
        file = read_toml(path)
    except UnreadableError as error:
        said = str(error)
    else:
        said = ""
        assert {place[0] for place in file.lines} <= set(file.data)
    assert "\n" not in said
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 1_000_000, "deep"),
        ("x = " + "{a=" * 3_000, "deep"),
        ("x = " + "[" * 3_000 + "]" * 3_000 + "\n[end]\n", "deep"),
        ('\\"""\n' * 300_000, "cannot be understood"),
        ("'''\\\n" + "\\\n" * 30_000, "cannot be understood"),
        ('"" ' * 200_000 + "[" * 200, "deep"),
        (".".join(["a"] * 20_000) + " = 1\n", "line 1: a name"),
        ("\n[" + ".".join(["a"] * 20_000) + "]\n", "line 2: a name"),
        ("x = { " + ".".join(["a"] * 20_000) + " = 1 }\n", "line 1: a name"),
        ("x = { " + ".".join(['"a"'] * 20_000) + " = 1 }\n", "line 1: a name"),
        ("x = 0x" + "f" * 5_000 + "\n", "a number"),
        ("x = " + "9" * 5_000 + "\n", "a value"),
    ],
    ids=lambda each: str(each)[:12],
)
def test_what_would_take_the_parser_minutes_is_refused_before_it(
    tmp_path: Path, text: str, words: str
) -> None:
    path = put(tmp_path, text)
    with pytest.raises(UnreadableError, match=words):
        read_toml(path)
    assert path.read_bytes() == text.encode()


def test_scanning_a_line_of_a_million_brackets_takes_one_look_at_each() -> None:
    steps = 0

    def count(frame: object, event: str, _arg: object) -> None:
        nonlocal steps
        steps += event == "c_call"

    sys.setprofile(count)
    try:
        assert list(statements("[" * 20_000)) == []
    finally:
        sys.setprofile(None)
    assert steps < 20_000 * 20


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500,
        "{" * 500 + "\n" + "[" * 500,
        "a.b" * 100 + "\n" + ". . . " * 50,
        '"""' * 200 + "[" * 200,
        "'''" * 200 + "[" * 200,
        "0x" + "f" * 6_000,
        "# not a comment\n[end]\n" * 40 + "[" * 200,
        "\\" * 301 + "[" * 200,
    ],
    ids=lambda each: each[:8],
)
def test_a_passage_may_hold_any_signs_and_is_read_again(tmp_path: Path, text: str) -> None:
    path = tmp_path / "answers.toml"
    for value in (text, (text, "x"), ({"name": text},)):
        answers = Answers("2026-27", "england", "2026.11", {"money": Answer(value, note=text)})
        write_answers(path, answers)
        assert read_answers(path) == answers


def test_a_list_of_decimals_is_no_long_name(tmp_path: Path) -> None:
    numbers = ", ".join(["1.5"] * 60)
    path = put(tmp_path, f"x = [{numbers}]\ny = [\n{numbers},\n]\n")
    assert read_toml(path).data["x"] == [1.5] * 60


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("bank = 3", "line 2, bank"),
        ("edition = true", "line 3, edition"),
        ('answers = "none"', "line 5, answers"),
    ],
)
def test_a_wrong_type_is_told_with_its_key_and_line(tmp_path: Path, line: str, place: str) -> None:
    key = line.partition(" ")[0]
    rows = [each for each in TOP.splitlines() if not each.startswith(key)]
    rows.insert(int(place[5]) - 1, line)
    path = put(tmp_path, "\n".join([*rows, "[end]", ""]))
    with pytest.raises(UnreadableError, match=place):
        read_answers(path)


def test_end_that_is_no_table_or_not_the_last_is_a_cut_file(tmp_path: Path) -> None:
    for rest in ("end = 1\n", "[end]\nx = 1\n", "[end]\n[answers.money]\nvalue = 'x'\n"):
        with pytest.raises(UnreadableError, match="cut short"):
            read_answers(put(tmp_path, TOP + rest))


def test_a_file_that_may_not_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, TOP)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnreadableError, match="Permission denied"):
        read_text(path)
