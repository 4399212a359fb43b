"""The colour can always be read, and the sign is always a picture."""

import struct
from dataclasses import replace
from zlib import compress, crc32

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.bank import Option
from sendwizard.errors import UnreadableError
from sendwizard.report.look import (
    LEAST_CONTRAST,
    MOST_LOGO_BYTES,
    LogoFile,
    contrast_with_white,
    darkened,
    look_of,
)
from sendwizard.report.model import Look
from tests.report.making import DAY, only, the_bank

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def look(answers: Answers, *file: LogoFile) -> tuple[Look, tuple[str, ...]]:
    return look_of(the_bank(), answers, *(file or (None,)))


# -- the colour ------------------------------------------------------------------------


def test_contrast_is_worked_out_as_wcag_does() -> None:
    """#767676 is the lightest grey that passes; its neighbour is the usual example that fails."""
    assert contrast_with_white("#ffffff") == 1
    assert contrast_with_white("#000000") == 21
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast_with_white("#777777") == pytest.approx(4.48, abs=0.005)


@given(HEX)
@example("#ffffff")
@example("#ffff00")
@example("#777777")
def test_no_colour_is_ever_too_light_to_be_read(colour: str) -> None:
    dark = darkened(colour)
    assert contrast_with_white(dark) >= LEAST_CONTRAST
    if contrast_with_white(colour) >= LEAST_CONTRAST:
        assert dark == colour
    else:
        assert contrast_with_white(dark) < LEAST_CONTRAST + 0.75  # no darker than it has to be


@given(HEX)
def test_a_darkened_colour_is_still_of_its_kind(colour: str) -> None:
    """The strongest of red, green and blue stays the strongest."""
    before, after = (
        [int(each[place : place + 2], 16) for place in (1, 3, 5)]
        for each in (colour, darkened(colour))
    )
    assert all(new <= old for old, new in zip(before, after, strict=True))
    assert after[before.index(max(before))] == max(after)


def test_every_colour_of_the_bank_can_be_read_and_is_used_as_it_is() -> None:
    for option in the_bank().by_id["colour"].options:
        assert look(only(colour=option.id)) == (Look(option.value), ())


def test_the_schools_own_colour_goes_before_the_one_it_chose() -> None:
    assert look(only(colour="green", own_colour="#7a1f33"))[0].colour == "#7a1f33"
    assert look(only(own_colour="#7A1F33")) == (Look("#7a1f33"), ())


def test_whoever_wants_a_light_colour_is_told_what_became_of_it() -> None:
    found, (told,) = look(only(own_colour="#ffcc00"))
    assert contrast_with_white(found.colour) >= LEAST_CONTRAST
    assert "#ffcc00 is too light" in told
    assert found.colour in told


@pytest.mark.parametrize("typed", ["red", "#abc", "#12345g", "#000;}body{display:none", "#١٢٣٤٥٦"])
def test_what_is_no_colour_is_not_used(typed: str) -> None:
    """The wizard refuses it; a file edited by hand may hold anything."""
    assert look(only(own_colour=typed)) == (Look(), ())


def test_a_colour_without_its_hash_is_one_all_the_same() -> None:
    assert look(only(own_colour="7A1F33")) == (Look("#7a1f33"), ())


@pytest.mark.parametrize("value", ["red", "#abc", "#000;}body{display:none"])
def test_a_bank_whose_colour_is_none_is_told(value: str) -> None:
    bank = the_bank()
    question = replace(bank.by_id["colour"], options=(Option("ours", "Ours", value=value),))
    section = replace(bank.sections[-1], questions=(question,))
    found, (told,) = look_of(replace(bank, sections=(section,)), only(colour="ours"), None)
    assert found == Look()
    assert f"“{value}” is no colour" in told


def test_a_colour_that_was_only_carried_is_not_used() -> None:
    carried = Answer("#7a1f33", source=Source.CARRIED, on=DAY)
    assert look(only().with_answer("own-colour", carried)) == (Look(), ())


# -- the sign --------------------------------------------------------------------------


def chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc32(name + content))
    )


def png(width: int = 2, height: int = 2) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    dots = compress((b"\0" + b"\x80" * 2) * 2)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def jpeg(width: int = 2, height: int = 2) -> bytes:
    thumbnail = b"\xff\xe1\x00\x06\xff\xd9\x00\x00"
    size = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return (
        b"\xff\xd8"
        + thumbnail
        + b"\xff"
        + size
        + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00dots\xff\xd9"
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'
DRAWN_BY_ILLUSTRATOR = (
    b'<?xml version="1.0"?>\n<!-- Generator: Adobe Illustrator -->\n'
    b'<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>\n'
    b'<svg xmlns="&ns_svg;"><rect/></svg>'
)
PREFIXED = b'\xef\xbb\xbf<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (png(), "image/png"),
        (jpeg(), "image/jpeg"),
        (SVG, "image/svg+xml"),
        (DRAWN_BY_ILLUSTRATOR, "image/svg+xml"),
        (PREFIXED, "image/svg+xml"),
    ],
    ids=["png", "jpeg", "svg", "svg of Illustrator", "svg with a prefix"],
)
def test_a_picture_is_known_by_its_bytes_whatever_its_name(data: bytes, media_type: str) -> None:
    found, told = look(only(logo_words="A bridge"), LogoFile("logo.png", data))
    assert found.logo is not None
    assert (found.logo.media_type, found.logo.words) == (media_type, "A bridge")
    assert found.logo.data == data
    assert told == ()


def test_the_school_need_not_say_what_its_sign_shows() -> None:
    found, _ = look(only(), LogoFile("logo.png", png()))
    assert found.logo is not None
    assert found.logo.words == ""


NO_PICTURES = {
    "nothing": b"",
    "words": b"Dear parents",
    "a page": b"<!-- x --><!DOCTYPE html><html><svg></svg></html>",
    "a drawing that no browser shows": b"<svg><rect/></svg>",
    "half a drawing": SVG[:-4],
    "entities without end": (
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b']><svg xmlns="http://www.w3.org/2000/svg" a="&j;"/>'
    ),
    "half a png": png()[:-14],
    "a png with a wrong sum": png().replace(b"IDAT", b"IDAX"),
    "the beginning of a png": b"\x89PNG\r\n\x1a\n",
    "a png without size": png(0, 2),
    "half a jpeg": jpeg()[:-2],
    "the beginning of a jpeg": b"\xff\xd8\xff",
    "a jpeg of nothing but marks": b"\xff\xd8" + b"\xff" * 99,
    "a word file": b"PK\x03\x04",
    "a gif": b"GIF89a",
}


@pytest.mark.parametrize("data", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"school/logo\.png is no picture"):
        look(only(), LogoFile("school/logo.png", data))


@given(st.binary(max_size=60), st.sampled_from([b"", png()[:30], jpeg()[:16], b"<svg "]))
def test_no_bytes_make_it_fail(data: bytes, beginning: bytes) -> None:
    with pytest.raises(UnreadableError):
        look(only(), LogoFile("logo.png", beginning + data))


def test_a_sign_of_more_than_five_megabytes_is_refused() -> None:
    most = png() + b" " * (MOST_LOGO_BYTES - len(png()))
    assert look(only(), LogoFile("logo.png", most))[0].logo is not None
    with pytest.raises(UnreadableError, match=r"logo\.png is larger than 5 MB"):
        look(only(), LogoFile("logo.png", most + b" "))


@pytest.mark.parametrize("data", [png(50_000, 50_000), jpeg(60_000, 60_000)], ids=["png", "jpeg"])
def test_a_sign_of_far_too_many_dots_is_refused(data: bytes) -> None:
    """A few kilobytes can hold a picture that takes gigabytes to show."""
    with pytest.raises(UnreadableError, match="far too wide or high"):
        look(only(), LogoFile("logo.png", data))
