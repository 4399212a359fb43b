"""The report in a real browser: read by axe, narrow and wide, on a screen and on paper."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sendwizard.core.answers import Answers
from sendwizard.report.model import Layout, Logo, Look, Report
from sendwizard.report.render import Format
from tests.report.making import bytes_of, demo, html_of, only, report_of, with_values
from tests.report.strategies import AS_MARKED, AS_TYPED, DEEP_LIST, LONG_WORD
from tests.report.test_formats import with_numbers

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NARROW, WIDE, PAPER = 320, 1280, 658
"""In dots; on A4 that much is left between the margins."""
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PREPARE = """() => {
  const seen = new Set();
  for (const each of document.body.querySelectorAll("*:not(svg *)")) {
    if (![...each.childNodes].some(child => child.nodeType === 3 && child.data.trim())) continue;
    const way = [];
    for (let up = each; up; up = up.parentElement) way.push(up.tagName + "." + up.className);
    if (!seen.has(way.join())) each.dataset.first = "";
    seen.add(way.join());
  }
  axe.configure({rules: [{id: "color-contrast", selector: "[data-first]"}]});
}"""
"""Contrast is measured on the first text of each tag, class and way down, since our styles ask for
nothing else; on every text it would take three quarters of the time."""
READ = """rules => axe.run({runOnly: rules, resultTypes: ["violations"], preload: false})
  .then(found => found.violations)"""
LIGHTEST = "#767676"
"""The lightest grey that the report lets through."""
SIGN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)">'
    b'<script>alert(1)</script><image href="https://evil.example/x.png"/>'
    b'<rect width="9" height="9"/></svg>'
)


def hostile() -> Answers:
    """A year begun with what nobody would type."""
    text = "\n\n".join((*AS_TYPED, *AS_MARKED, DEEP_LIST, "- " * 18 + "deep", "word " * 300))
    rows = tuple(
        {"training": LONG_WORD, "staff": each, "when": "<b>"} for each in ("שלום", LONG_WORD, "😀")
    )
    contact = {"name": LONG_WORD, "email": f"{LONG_WORD}@b.example", "phone": "01632 960000 ext 12"}
    return only(
        school_name=f"{LONG_WORD} <img onerror=alert(1)>",
        teaching_approach=text,
        first_contact=LONG_WORD,
        senco=(contact,),
        local_offer=f"https://a.example/{LONG_WORD}",
        staff_training=rows,
        local_authority="north-yorkshire",
    )


REPORTS: dict[str, Callable[[Layout], Report]] = {
    "demo": lambda layout: report_of(demo(), layout),
    "empty": lambda layout: report_of(only(), layout),
    "numbers": lambda layout: report_of(with_numbers(), layout),
    "hostile": lambda layout: replace(
        report_of(hostile(), layout, expectations=True),
        look=Look(LIGHTEST, Logo(SIGN, "image/svg+xml", "")),
    ),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no chromium on the PATH")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, and where it is broken first."""
    found: list[Any] = page.evaluate(READ, RULES)
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


@contextmanager
def opened(browser: Browser, path: Path, html: bytes) -> Iterator[Page]:
    """The report in a narrow window. Nothing may have been run, or asked of another machine."""
    path.write_bytes(html)
    page = browser.new_page(viewport={"width": NARROW, "height": 640})
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert [each for each in asked if not each.startswith("data:")] == [path.as_uri()]
    assert faults == []


def width_of(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("which", "layout"),
    [*product(("demo", "empty", "hostile"), Layout), ("numbers", Layout.QUESTIONS)],
)
def test_axe_finds_nothing_wrong_and_nothing_scrolls_sideways(
    browser: Browser, tmp_path: Path, which: str, layout: Layout
) -> None:
    html = bytes_of(REPORTS[which](layout), Format.HTML)
    with opened(browser, tmp_path / "report.html", html) as page:
        page.evaluate(AXE)
        page.evaluate(PREPARE)
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 640})
            page.emulate_media(media="screen")
            assert width_of(page) <= width
            assert violations(page) == []
            page.emulate_media(media="print")
            assert violations(page) == []
        page.set_viewport_size({"width": PAPER, "height": 640})
        assert width_of(page) <= PAPER


@pytest.mark.browser
def test_axe_would_see_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    html = html_of(demo()).replace("--quiet: #475063", "--quiet: #999999")
    html = html.replace("<h2", "<h4").replace(' lang="en-GB"', "")
    with opened(browser, tmp_path / "report.html", html.encode()) as page:
        page.evaluate(AXE)
        page.evaluate(PREPARE)
        rules = {each.partition(":")[0] for each in violations(page)}
    assert rules == {"color-contrast", "heading-order", "html-has-lang"}


@pytest.mark.browser
@pytest.mark.parametrize("which", ["demo", "draft", "long words"])
def test_on_a_narrow_phone_nothing_scrolls_sideways(
    browser: Browser, tmp_path: Path, which: str
) -> None:
    answers = {
        "demo": demo(),
        "draft": only(school_name=LONG_WORD),
        "long words": with_values(
            demo(),
            school_name=LONG_WORD,
            teaching_approach=f"- {LONG_WORD}\n  1. {LONG_WORD}\n     - {LONG_WORD}",
            senco=({"name": LONG_WORD, "email": f"{LONG_WORD}@school.example"},),
        ),
    }[which]
    with opened(browser, tmp_path / "report.html", html_of(answers).encode()) as page:
        assert width_of(page) == NARROW


@pytest.mark.browser
def test_the_short_version_begins_on_the_first_screen(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path / "report.html", html_of(demo()).encode()) as page:
        for width, height in ((NARROW, 640), (WIDE, 720)):
            page.set_viewport_size({"width": width, "height": height})
            box = page.locator("#part-summary").bounding_box()
            assert box is not None
            assert box["y"] + box["height"] < height


@pytest.mark.browser
def test_the_first_key_shows_the_way_past_the_head(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path / "report.html", html_of(demo()).encode()) as page:
        page.keyboard.press("Tab")
        skip = page.locator("a.skip").bounding_box()
        assert skip is not None
        assert skip["x"] > 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "report"
