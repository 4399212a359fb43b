"""The demo school, and writers that stand in for the real ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sendwizard.office import acts, reporting
from sendwizard.office.folders import School, find_school
from sendwizard.office.sitting import Sitting
from tests.office.approvals import sit
from tests.writers import Writers


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A copy of the demo school."""
    return find_school(acts.make_demo(find_school(None), tmp_path / "trial"))


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Writers:
    """In place of those of every format."""
    found = Writers()
    monkeypatch.setattr(reporting, "render", found)
    return found


@pytest.fixture
def sitting(school: School) -> Iterator[Sitting]:
    """The demo's finished year, open."""
    with sit(school) as opened:
        yield opened
