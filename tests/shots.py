"""Draws the README's picture of the wizard: the demo school, 80 by 24."""

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

from sendwizard.office.folders import find_school
from sendwizard.office.sitting import open_year
from sendwizard.tui.app import SendwizardApp

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "tests" / "shots" / "question.svg"
QUESTION = "adapt-curriculum"


async def draw(folder: Path) -> str:
    """The SVG of one question of the finished demo year."""
    with open_year(find_school(folder), "2025-26", QUESTION) as sitting:
        app = SendwizardApp(sitting, asked_for=True)
        async with app.run_test(size=(80, 24)) as pilot:
            app.page.show_state("Saved at 10:15   81 words, aim for 60 to 120")
            await pilot.pause()
            picture = app.export_screenshot(title="sendwizard")
        app.close()
        return picture


def main() -> None:
    """Write the picture and say where."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")  # a picture has all colours
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "demo"
        shutil.copytree(ROOT / "sendwizard" / "demo", folder)
        picture = asyncio.run(draw(folder))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture, encoding="utf-8")
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
