"""The pages on what changed in a real browser, and what stands in their words."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.carry import in_todays_questions
from sendwizard.core.compare import changes
from sendwizard.report.changes import Changed, parents_page
from sendwizard.report.changes_for_governors import governors_page
from sendwizard.report.entries import Material
from sendwizard.report.model import Report
from sendwizard.report.plain import plain_text
from sendwizard.report.render import Format
from tests.report.making import DAY, bytes_of, demo, the_bank, with_values
from tests.report.strategies import AS_MARKED, AS_TYPED, LONG_WORD
from tests.report.test_browser import (
    AXE,
    NARROW,
    PAPER,
    PREPARE,
    WIDE,
    browser,
    opened,
    violations,
    width_of,
)

__all__ = ["browser"]
HOSTILE = "\n\n".join((*AS_TYPED, *AS_MARKED, LONG_WORD))


def before_and_after() -> tuple[Answers, Answers]:
    """The demo's finished year, and one in which all sorts of things have changed."""
    then = with_values(demo(), bullying=HOSTILE, money=f"We spend it with {LONG_WORD}, and well.")
    now = with_values(
        replace(then, year="2026-27").with_answer("medicines", Answer()),
        bullying=f"{HOSTILE} More.",
        money=f"We spend it with {LONG_WORD}s, and very well.",
        roll=215,
        sen_lead=({"name": LONG_WORD, "email": f"{LONG_WORD}@b.example"},),
    )
    known = replace(now.get("complaints"), source=Source.KEPT, how=f"asked {LONG_WORD}", on=DAY)
    waits = replace(now.get("clubs-and-trips"), source=Source.CARRIED)
    return then, now.with_answer("complaints", known).with_answer("clubs-and-trips", waits)


def page_of(*, governors: bool) -> Report:
    """A page on all that."""
    bank, (then, now) = the_bank(), before_and_after()
    changed = Changed(
        Material(bank, now),
        Material(bank, in_todays_questions(bank, then)),
        changes(bank, then, now),
        "our report for 2025-26",
    )
    return governors_page(changed) if governors else parents_page(changed)


@pytest.mark.browser
@pytest.mark.parametrize("governors", [False, True])
def test_axe_finds_nothing_wrong_with_what_changed(
    browser: Browser,
    tmp_path: Path,
    governors: bool,
) -> None:
    html = bytes_of(page_of(governors=governors), Format.HTML)
    with opened(browser, tmp_path / "changes.html", html) as page:
        page.evaluate(AXE)
        page.evaluate(PREPARE)
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 640})
            page.emulate_media(media="screen")
            assert width_of(page) <= width
            assert violations(page) == []
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPER, "height": 640})
        assert width_of(page) <= PAPER
        assert violations(page) == []
        marks = page.locator("ins").first
        assert "underline" in marks.evaluate("each => getComputedStyle(each).textDecorationLine")
        assert page.locator("ins .said").first.text_content() == "put in: "


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Bold** and *it*", "Bold and it"),
        ("One\ntwo\n\n- a\n  1. b\n- c", "One\ntwo\n\n• a\n1. b\n• c"),
        ("[See](https://a.example) <b>", "See (https://a.example) <b>"),
        ("[a@b.example](mailto:a@b.example)", "a@b.example"),
        ("", ""),
    ],
)
def test_prose_is_compared_in_the_words_that_are_read(text: str, plain: str) -> None:
    assert plain_text(text) == plain
