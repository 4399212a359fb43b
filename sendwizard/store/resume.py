"""`resume.toml`: where the person left off. It may be deleted, or be anything: then it is nothing."""

from dataclasses import dataclass
from pathlib import Path

import tomli_w

from sendwizard.errors import UnreadableError
from sendwizard.store.atomic import write_atomic
from sendwizard.store.toml_read import read_toml

FILE_NAME = "resume.toml"


@dataclass(frozen=True)
class Resume:
    """A place in the wizard."""

    question: str
    cursor: tuple[int, int] = (0, 0)
    """Line and column in the field, counted from 0."""
    with_extras: bool = True
    """Whether extra questions are stopped at."""


def read_resume(year_folder: Path) -> Resume | None:
    """Where they left off; None where the file is not there or says nothing useful."""
    try:
        data = read_toml(year_folder / FILE_NAME).data
    except (FileNotFoundError, UnreadableError):
        return None
    match data:
        case {"question": str(question), "cursor": [int(line), int(column)], **rest}:
            return Resume(question, (line, column), rest.get("with_extras") is not False)
        case {"question": str(question)}:
            return Resume(question)
    return None


def write_resume(year_folder: Path, resume: Resume) -> None:
    """Say where they are. Raises UnwritableError."""
    body = tomli_w.dumps(
        {
            "question": resume.question,
            "cursor": list(resume.cursor),
            "with_extras": resume.with_extras,
        }
    )
    write_atomic(year_folder / FILE_NAME, body.encode())
