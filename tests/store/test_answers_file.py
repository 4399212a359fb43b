"""A year's answers on disk: what went in comes out, and a damaged file is never taken for whole."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Began, Migrated, Published, Source, Value
from sendwizard.core.text import clean, clean_line
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.store import atomic
from sendwizard.store.answers_file import dump_answers, read_answers, write_answers
from sendwizard.store.toml_read import read_toml

TEXT = st.text(max_size=60).map(clean)
LINES = TEXT.map(clean_line)
DATES = st.dates(date(1990, 1, 1), date(2100, 1, 1))
KEYS = st.text(min_size=1, max_size=12).map(clean).filter(bool)
CELLS = st.one_of(TEXT, st.booleans(), st.integers(-(2**60), 2**60), DATES)
ROWS = st.lists(st.dictionaries(KEYS, CELLS, min_size=1, max_size=3), min_size=1, max_size=3)
VALUES: st.SearchStrategy[Value | None] = st.one_of(
    st.none(),
    CELLS,
    st.lists(TEXT, min_size=1, max_size=3).map(tuple),
    ROWS.map(tuple),
)
ANSWERS = st.builds(
    Answer,
    value=VALUES,
    source=st.sampled_from(Source),
    on=st.none() | DATES,
    note=TEXT,
    not_applicable=TEXT,
    how=TEXT,
    since=TEXT,
    set_aside=st.dictionaries(KEYS, TEXT, max_size=2),
    extra=st.dictionaries(st.sampled_from(["later", "of_others"]), TEXT, max_size=2),
)
YEARS = st.builds(
    Answers,
    year=st.just("2026-27"),
    bank=st.just("england"),
    edition=LINES,
    by_id=st.dictionaries(KEYS, ANSWERS, max_size=4),
    extra=st.dictionaries(st.sampled_from(["later", "of_others"]), TEXT, max_size=2),
    began=st.none() | st.builds(Began, year=LINES, school=LINES, document=LINES),
    archive=st.dictionaries(KEYS, st.dictionaries(KEYS, TEXT, max_size=2), max_size=2),
    published=st.none()
    | st.builds(Published, address=LINES, on=st.none() | DATES, council_told=st.none() | DATES),
    approvals=st.integers(0, 12),
    migrated=st.none() | st.builds(Migrated, edition=LINES, save=LINES),
    finished=st.lists(LINES, max_size=3, unique=True).map(tuple),
)
GOOD = b'format = 1\nbank = "england"\nedition = "2026.11"\nyear = "2026-27"\n'


def refused(folder: Path, data: bytes) -> str:
    """The sentence that a file is refused with; the file stays as it was."""
    path = folder / "answers.toml"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_answers(path)
    assert path.read_bytes() == data
    assert str(caught.value).count("\n") == 0
    return str(caught.value)


@given(answers=YEARS)
def test_any_answers_go_through_the_file_and_back(
    answers: Answers, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("round") / "answers.toml"
    write_answers(path, answers)
    assert read_answers(path) == answers
    assert dump_answers(read_answers(path)) == path.read_bytes()


def test_a_byte_order_mark_and_windows_line_ends_are_simply_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    text = GOOD + b'[answers.money]\nvalue = """\na\nb"""\n[end]\n'
    path.write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert read_answers(path).value("money") == "a\nb"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cut short"),
        (b"[end]\n", "format"),
        (GOOD.replace(b"1", b"2", 1) + b"answers = 3\n[end]\n", "newer"),
        (GOOD.replace(b"1", b"0", 1) + b"[end]\n", "not in format"),
        (GOOD + b"approvals = -1\n[end]\n", "line 5, approvals"),
        (GOOD + b"archive = 1\n[end]\n", "line 5, archive"),
        (GOOD + b'finished = "teaching"\n[end]\n', "line 5, finished"),
        (GOOD + b"finished = [1]\n[end]\n", "a list of sections"),
        (GOOD + b"[began]\nyear = 2025\n[end]\n", "line 6, began.year"),
        (GOOD + b'[published]\non = "May"\n[end]\n', "line 6, published.on"),
        (GOOD.replace(b'"2026-27"', b'"2026-29"') + b"[end]\n", "line 4, year"),
        (GOOD.replace(b'"2026-27"', b"2026") + b"[end]\n", "line 4, year"),
        (GOOD + b"answers = 3\n[end]\n", "answers"),
        (GOOD + b"[answers]\nmoney = 3\n[end]\n", "line 6, answers.money"),
        (GOOD + b"[answers.money]\nvalue = 1.5\n[end]\n", "line 6, answers.money.value"),
        (GOOD + b"[answers.money]\nvalue = [1, [2]]\n[end]\n", "answers.money.value"),
        (GOOD + b'[answers.money]\nsource = "guess"\n[end]\n', "given, kept, carried"),
        (GOOD + b'[answers.money]\non = "today"\n[end]\n', "a date"),
        (GOOD + b"[answers.money]\nnote = 3\n[end]\n", "a text"),
        (GOOD + b"[answers.money]\non = 2026-11-23T10:00:00\n[end]\n", "a date"),
        (GOOD + b"[answers.money\n[end]\n", "line 5"),
        (GOOD + b"when = 2026-02-30\n[end]\n", "cannot be understood"),
        (b"\xff\xfe\x00a", "UTF-8"),
        (b"x = " + b"[" * 3000 + b"\n[end]\n", "deep"),
        (b".".join([b"a"] * 20_000) + b" = 1\n[end]\n", "dots"),
        (b"".join(b"k%d = 1\n" % n for n in range(20_001)) + b"[end]\n", "entries"),
        (b"#" * (4 * 1024 * 1024 + 1), "4 MB"),
    ],
)
def test_a_broken_or_hostile_file_gets_a_sentence_and_stays(
    tmp_path: Path, data: bytes, words: str
) -> None:
    assert words in refused(tmp_path, data)


def test_a_file_of_50_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UnreadableError, match="4 MB"):
        read_answers(path)


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").mkdir()
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read_answers(tmp_path / "answers.toml")


def test_what_the_program_does_not_know_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(GOOD + b'later = 3\n[answers.gone]\nvalue = "x"\nshape = "round"\n[end]\n')
    answers = read_answers(path)
    write_answers(path, answers)
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert data["later"] == 3
    assert data["answers"]["gone"]["shape"] == "round"


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace", "tempfile.mkstemp"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "answers.toml"
    path.write_bytes(b"old")

    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(call, fail)
    with pytest.raises(UnwritableError, match="No space left"):
        atomic.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["answers.toml"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnwritableError, match="could not be written"):
        atomic.write_atomic(tmp_path / "file" / "answers.toml", b"new")


def test_a_missing_file_is_not_a_broken_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_toml(tmp_path / "nothing.toml")
