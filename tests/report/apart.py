"""Renders through templates of these names and texts, as a school's own, in a child process."""

import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest

from sendwizard.errors import UnreadableError
from sendwizard.report.child import Limits
from sendwizard.report.model import Report
from sendwizard.report.own import render_apart
from sendwizard.report.render import Format, Rendered, Templates
from tests.report.making import TEMPLATES, demo, report_of

QUARTER = 256 * 1024 * 1024
"""A quarter of a gigabyte: enough for any page, and quickly too little."""


@cache
def the_report() -> Report:
    """The demo school's."""
    return report_of(demo())


def rendered(
    folder: Path,
    texts: Mapping[str, str | bytes],
    form: Format = Format.HTML,
    *,
    seconds: float = 3.0,
    memory: int = Limits.memory,
    fragment: bool = False,
) -> Rendered:
    """The demo in a format, through the templates in the folder and these besides."""
    for name, text in texts.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return render_apart(
        the_report(),
        form,
        Templates(TEMPLATES, folder),
        fragment=fragment,
        limits=Limits(seconds, memory),
    )


def fault(
    folder: Path,
    texts: Mapping[str, str | bytes],
    form: Format = Format.HTML,
    *,
    seconds: float = 3.0,
    memory: int = Limits.memory,
) -> str:
    """What a person reads instead."""
    with pytest.raises(UnreadableError) as caught:
        rendered(folder, texts, form, seconds=seconds, memory=memory)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    return str(caught.value)


class Child(subprocess.Popen[bytes]):
    """A child that is remembered, with what it was given."""

    started: ClassVar[list["Child"]] = []

    def __init__(self, command: list[str], **how: Any) -> None:  # noqa: ANN401 - whatever Popen takes
        self.environment: dict[str, str] = how["env"]
        self.folder = Path(how["cwd"])
        self.held = list(self.folder.iterdir())
        self.started.append(self)
        super().__init__(command, **how)
