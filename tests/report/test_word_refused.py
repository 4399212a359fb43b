"""Letterheads that no report can be written on: each is refused in a sentence that names it."""

from contextlib import suppress
from zipfile import ZIP_BZIP2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendwizard.errors import UnreadableError
from sendwizard.report.render import Letterhead
from sendwizard.report.word import letterhead as opening
from sendwizard.report.word import write_word
from tests.report.making_letterheads import (
    NAME,
    OFFICE,
    RELATIONSHIPS,
    adding,
    entries_of,
    plain,
    related,
    replacing,
    saved,
    zipped,
)
from tests.report.reading_word import made

ENTRIES = entries_of(plain())
WHOLE = zipped(ENTRIES)


def refusal(letterhead: Letterhead) -> str:
    """What the person is told; one or two sentences that name the file."""
    with pytest.raises(UnreadableError) as caught:
        write_word(made(), letterhead)
    sentence = str(caught.value)
    assert NAME in sentence
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"Dear parents",
        b"%PDF-1.7",
        WHOLE.data[:-40],
        WHOLE.data[: len(WHOLE.data) // 2],
        b"PK\x05\x06" + bytes(18),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    assert "is no Word document that can be read" in refusal(Letterhead(NAME, data))


def test_what_word_wrote_before_2007_and_what_is_under_a_password_are_told_apart() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert "is no Word document of today" in refusal(Letterhead(NAME, old))
    locked = old + "EncryptedPackage".encode("utf-16-le")
    assert "is kept under a password" in refusal(Letterhead(NAME, locked))


def test_an_entry_under_a_password_is_refused() -> None:
    data = bytearray(WHOLE.data)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    assert "is no Word document that can be read" in refusal(Letterhead(NAME, bytes(data)))


# -- too large --------------------------------------------------------------------------


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000_000)
    bomb = adding("word/media/image9.png", b"\x89PNG" + bytes(1_000_000))
    assert "is far too large for a letterhead" in refusal(saved(plain(), bomb))


def test_a_bomb_that_lies_about_its_size_is_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size that the file gives is not what decides how much is read."""
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000)
    bomb = zipped({"a.bin": bytes(5_000_000)}).data
    lying = bomb.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert "is no Word document" in refusal(Letterhead(NAME, lying))


def test_xml_that_would_fill_the_memory_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "MOST_XML", 500_000)
    for encoding in ("utf-8", "utf-16", "utf-16-be"):
        bomb = f"<w>{'<a/>' * 200_000}</w>".encode(encoding)
        assert "is far too large" in refusal(saved(plain(), adding("word/media/image9.png", bomb)))


def test_a_file_of_countless_parts_is_refused() -> None:
    parts = {f"word/{number}.xml": b"" for number in range(opening.MOST_PARTS + 1)}
    assert "is far too large" in refusal(zipped(parts))


def test_a_way_of_packing_that_word_never_uses_is_refused() -> None:
    assert "is no Word document" in refusal(zipped({"a": b"b"}, ZIP_BZIP2))


# -- faults inside ----------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_could_name_other_files_is_refused(encoding: str) -> None:
    text = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    fault = adding("word/settings.xml", text.encode(encoding))
    assert "has a fault inside" in refusal(saved(plain(), fault))


@pytest.mark.parametrize("part", ["styles", "numbering", "settings", "footer1"])
def test_a_part_that_is_not_what_it_says_is_refused(part: str) -> None:
    fault = adding(f"word/{part}.xml", b'<?xml version="1.0"?><x/>')
    assert "has a fault inside" in refusal(saved(plain(), fault))


@pytest.mark.parametrize(
    "body", [b"<x/>", b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>']
)
def test_a_document_without_a_body_is_refused(body: bytes) -> None:
    fault = adding("word/document.xml", body)
    assert "is no Word document" in refusal(saved(plain(), fault))


def test_a_workbook_is_refused() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    workbook = saved(plain(), replacing("[Content_Types].xml", main, kind))
    assert "is no Word document" in refusal(workbook)


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("oleObject", RELATIONSHIPS),
        ("frame", "word/_rels/footer1.xml.rels"),
        ("aFChunk", RELATIONSHIPS),
        ("subDocument", RELATIONSHIPS),
        ("image", "word/theme/_rels/theme1.xml.rels"),
        ("somethingNew", RELATIONSHIPS),
        ("thumbnail", "_rels/.rels"),
    ],
)
def test_what_would_fetch_another_file_when_opened_is_refused(kind: str, of: str) -> None:
    fetching = related(f"{OFFICE}/{kind}", "https://evil.example/x", to=of)
    assert "takes in another file when it is opened" in refusal(saved(plain(), fetching))


@given(st.data())
@settings(max_examples=60)
def test_whatever_is_broken_in_a_letterhead_is_a_report_or_a_sentence(data: st.DataObject) -> None:
    """Each entry in turn gone, empty, cut, or with some of its letters changed."""
    entries = dict(ENTRIES)
    name = data.draw(st.sampled_from(sorted(entries)))
    content = entries.pop(name)
    place = data.draw(st.integers(0, len(content)))
    junk = data.draw(st.binary(max_size=8))
    match data.draw(st.sampled_from(["gone", "empty", "cut", "changed"])):
        case "empty":
            entries[name] = b""
        case "cut":
            entries[name] = content[:place]
        case "changed":
            entries[name] = content[:place] + junk + content[place + len(junk) :]
    with suppress(UnreadableError):
        write_word(made(), zipped(entries))
