"""No sign gets past that the font cannot draw, and none that it can is changed."""

import sys
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendwizard.report.model import Cell, Entry, Part, Prose, Report, Values
from sendwizard.report.prose import Paragraph, Span
from sendwizard.report.render import Format
from sendwizard.report.signs import (
    SLANTED,
    UPRIGHT,
    Fitted,
    fitted,
    font_folder,
    slanted,
    upright,
)
from tests.report.making import bytes_of, only, report_of

SWEEP = 4096
"""Code points that are looked at together."""


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, “quoted” – and dashed — to the end…",
        "£5 €6 ½ ⅓ × ÷ ≤ ≥ → ✓ ☐ ☑ •",
        "Łódź, Çağlar, Ștefan, Nguyễn, Siân, Zoë",
        "Українська, Ελληνικά",
    ],
)
def test_what_the_font_has_stays(text: str) -> None:
    assert fitted(text) == Fitted(text)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("one\u2011two", "one-two"),
        ("a\u2003b\u3000c\td", "a b c d"),
        ("a\u2028b\x0bc", "a\nb\nc"),
        ("zero\u200bwidth\ufeff, soft\u00adhyphen", "zerowidth, softhyphen"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("bell\x07", "bell"),
        ("Zoe\u0308", "Zoë"),
        ("x\u0323y", "x\u0323y"),
        ("\u2764\ufe0f", "[heavy black heart]"),
        ("1\ufe0f\u20e3", "1"),
    ],
)
def test_what_looks_the_same_is_changed_silently(typed: str, stands: str) -> None:
    found = fitted(typed)
    assert found.text == stands
    assert all(stands.startswith("[") for _, stands in found.replaced)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("●", "•"),
        ("\uf0b7", "•"),
        ("✔", "✓"),
        ("⇒", "→"),
        ("℡", "TEL"),
        ("①", "1"),
        ("𝐁", "B"),
        ("😀", "[grinning face]"),
        ("👍🏽", "[thumbs up sign]"),
        ("👩\u200d🏫", "[woman][school]"),
        ("🇬🇧", "[Flag letters g, b]"),
        ("ש", "[Hebrew letter shin]"),
        ("שלום", "[Hebrew letters shin, lamed, vav, final mem]"),
        ("中", "[cjk unified ideograph-4e2d]"),
        ("\u0378", "[sign U+0378]"),
        ("\ud800", "[sign U+D800]"),
    ],
)
def test_what_the_font_lacks_has_a_stand_in_that_is_told(typed: str, stands: str) -> None:
    found = fitted(f"before {typed} after")
    assert found.text == f"before {stands} after"
    assert [each for _, each in found.replaced] == [stands]


def test_each_face_has_every_sign_that_is_let_through() -> None:
    for names, signs in ((UPRIGHT, upright()), (SLANTED, slanted())):
        for name in names:
            with TTFont(font_folder() / name) as font:
                assert signs - {"\n"} <= set(map(chr, font.getBestCmap()))
    assert slanted() < upright()


def test_every_sign_of_unicode_comes_out_in_signs_that_the_font_has() -> None:
    for start in range(0, sys.maxunicode + 1, SWEEP):
        found = fitted("".join(map(chr, range(start, start + SWEEP))))
        assert upright().issuperset(found.text)


@given(st.text())
@example("e\u200d\u0301 ｅ\u0301 \u01ed o\u0328\u0304")
def test_nothing_is_left_to_replace_in_what_was_fitted(text: str) -> None:
    assert fitted(fitted(text).text).replaced == ()


def test_pdf_ua_takes_every_sign_that_is_let_through() -> None:
    bytes_of(saying("".join(sorted(upright())), "".join(sorted(slanted()))), Format.PDF)


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(), min_size=60, max_size=200))
def test_pdf_ua_takes_any_text(text: str) -> None:
    bytes_of(saying(text, text), Format.PDF)


def saying(text: str, emphasised: str) -> Report:
    """A report that says the texts in every style and shape."""
    spans = [
        Span(text),
        Span(text, strong=True),
        Span(emphasised, emphasis=True),
        Span(emphasised, strong=True, emphasis=True, href="https://school.example"),
    ]
    bodies = (Prose((Paragraph(tuple(spans)),)), Values((Cell(text), Cell(text))))
    report = report_of(only())
    part = Part("part", text or "Part", (Entry("entry", text or "Entry", bodies),))
    return replace(report, school=text, opening=text, facts=(text,), parts=(part,))
