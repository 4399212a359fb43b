"""The demo school's report, whole, against the one that was read and kept."""

import os
from pathlib import Path

import pytest

from tests.report.making import demo, html_of, markdown_of

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.golden
@pytest.mark.parametrize("ending", ["html", "md"])
def test_the_demo_report_is_the_one_that_was_read_and_kept(ending: str) -> None:
    """`make golden` renews it; read the difference before you keep it."""
    made = (html_of if ending == "html" else markdown_of)(demo()).encode()
    path = GOLDEN / f"report.{ending}"
    if os.environ.get("SENDWIZARD_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made)
    assert made.decode() == path.read_bytes().decode()
    assert made == path.read_bytes()
