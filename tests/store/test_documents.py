"""Last year's report, as somebody wrote it elsewhere, gives its words or a sentence."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.errors import SendwizardError, UnreadableError, UsageError
from sendwizard.store import documents
from sendwizard.store.documents import words_of
from sendwizard.store.safe_read import Limit


def word_file(folder: Path) -> Path:
    """A report on a council's form: a table with a merged cell, a heading and a list."""
    document = Document()
    document.add_heading("SEN information report", 0)
    document.add_heading("How we teach", 1)
    document.add_paragraph("We teach in small\u00a0groups.\nEvery day.")
    document.add_paragraph("Phonics", style="List Bullet")
    document.add_paragraph("Reading", style="List Bullet")
    document.add_paragraph("")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Who to talk to"
    table.cell(1, 0).text = "Our SENCO"
    table.cell(1, 1).add_paragraph("Ring the office.", style="List Number")
    path = folder / "report.docx"
    document.save(str(path))
    return path


def words_or_sentence(path: Path) -> str:
    """The words, or why there are none."""
    try:
        return words_of(path)
    except SendwizardError as error:
        return str(error)


def test_a_word_file_gives_its_words_in_order_with_headings_and_lists(tmp_path: Path) -> None:
    assert words_of(word_file(tmp_path)) == (
        "# SEN information report\n\n# How we teach\n\nWe teach in small\u00a0groups.\nEvery day."
        "\n- Phonics\n- Reading\n\nWho to talk to\n\nOur SENCO\n- Ring the office.\n"
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("report.txt", "\ufeffCafé\r\nat noon".encode(), "Café\nat noon\n"),
        ("report.md", "# Café".encode("cp1252"), "# Café\n"),
        ("REPORT.TXT", b"a\x00\x1b[2Jb", "a[2Jb\n"),
    ],
)
def test_text_comes_in_clean(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert words_of(tmp_path / name) == words


@pytest.mark.parametrize("name", ["report.pdf", "report.doc", "report", "report.odt"])
def test_another_kind_of_file_says_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UsageError, match="Save it as"):
        words_of(tmp_path / name)


def test_what_is_not_there_or_empty_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file"):
        words_of(tmp_path / "gone.docx")
    (tmp_path / "empty.txt").write_text(" \n")
    with pytest.raises(UsageError, match="no words"):
        words_of(tmp_path / "empty.txt")


def test_a_file_that_is_too_large_packed_or_unpacked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = word_file(tmp_path)
    monkeypatch.setattr(documents, "MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableError, match="unpacks"):
        words_of(path)
    monkeypatch.setattr(documents, "_LIMIT", Limit(1000, "to be read here."))
    with pytest.raises(UnreadableError, match="larger"):
        words_of(path)


@given(data=st.binary(max_size=200), cut=st.integers(0, 20_000))
def test_whatever_calls_itself_a_word_file_gives_words_or_a_sentence(
    data: bytes, cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("word", numbered=True)
    path = folder / "broken.docx"
    whole = word_file(folder).read_bytes() if cut % 4 == 0 else b""
    path.write_bytes(whole[:cut] + data)
    assert words_or_sentence(path).strip()


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/styles.xml"])
@pytest.mark.parametrize("text", ["", "<a/>", "<a>&b;</a>", "\x00"])
def test_a_word_file_with_a_strange_part_gives_words_or_a_sentence(
    tmp_path: Path, part: str, text: str
) -> None:
    path = tmp_path / "strange.docx"
    with zipfile.ZipFile(word_file(tmp_path)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    assert words_or_sentence(path).strip()
