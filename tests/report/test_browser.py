"""The report in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.report.making import demo, html_of, only, with_values

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


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


@pytest.mark.browser
@pytest.mark.parametrize("which", ["demo", "draft", "long words"])
def test_on_a_narrow_phone_nothing_scrolls_sideways(
    browser: Browser, tmp_path: Path, which: str
) -> None:
    answers = {
        "demo": demo(),
        "draft": only(school_name=LONG),
        "long words": with_values(
            demo(),
            school_name=LONG,
            teaching_approach=f"- {LONG}\n  1. {LONG}\n     - {LONG}",
            senco=({"name": LONG, "email": f"{LONG}@school.example"},),
        ),
    }[which]
    path = tmp_path / "report.html"
    path.write_text(html_of(answers), encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 640})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    width = page.evaluate("document.scrollingElement.scrollWidth")
    page.close()
    assert width == 320
    assert faults == []
