"""`resume.toml`: where the person left off. It may be deleted; a broken one is as none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import tomli_w

from sendwizard.core.text import clean, clean_line
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
    only_mine: bool = False
    """Whether only what needs the person is stopped at."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """What was typed and cannot be taken yet, by `question/field`; shown again as it was."""
    look: str = ""
    """How the screen is to look; "" where the terminal decides."""


def read_resume(year_folder: Path) -> Resume | None:
    """Where they left off; None where the file is not there or says nothing useful."""
    try:
        data = read_toml(year_folder / FILE_NAME).data
    except (FileNotFoundError, UnreadableError):
        return None
    match data:
        case {"question": str(question), "cursor": [int(line), int(column)], **rest}:
            extras = rest.get("with_extras") is not False
            mine = rest.get("only_mine") is True
            look = look if isinstance(look := rest.get("look"), str) else ""
            drafts = _drafts(rest.get("drafts"))
            return Resume(question, (line, column), extras, mine, drafts, look)
        case {"question": str(question)}:
            return Resume(question)
    return None


def _drafts(raw: object) -> dict[str, str]:
    if not isinstance(raw, dict):
        return {}
    return {clean_line(key): clean(text) for key, text in raw.items() if isinstance(text, str)}


def write_resume(year_folder: Path, resume: Resume) -> None:
    """Say where they are. Raises UnwritableError."""
    body = tomli_w.dumps(
        {
            "question": resume.question,
            "cursor": list(resume.cursor),
            "with_extras": resume.with_extras,
            "only_mine": resume.only_mine,
            "look": resume.look,
            "drafts": dict(resume.drafts),
        }
    )
    write_atomic(year_folder / FILE_NAME, body.encode(errors="replace"))
