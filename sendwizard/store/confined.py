"""Keeps what lies in a school's folder inside it: a symbolic link there never leads elsewhere.

Always, not only over SSH: whoever can put a link into the folder must not read or write other files
through the person who opens it. The folder itself may be a link, to a share for example. Opens
nothing and changes nothing.
"""

import os
from pathlib import Path

from sendwizard.core.text import harmless_line
from sendwizard.core.years import is_school_year
from sendwizard.errors import UnreadableError, UnwritableError


def named(path: Path) -> str:
    """The path as a sentence may name it: on one line, with nothing that a terminal obeys."""
    return harmless_line(str(path))


def require_inside(path: Path, folder: Path, *, to_write: bool = False) -> Path:
    """The real path, with every link followed, of what lies in the folder.

    Raises UnreadableError if that lies elsewhere, or UnwritableError where it is wanted `to_write`.
    """
    real = Path(os.path.realpath(path))
    if real.is_relative_to(os.path.realpath(folder)):
        return real
    link = named(_link_of(path, folder))
    if to_write:
        raise UnwritableError(
            f"{link} is a link that leads out of the school’s folder, so nothing was written "
            "there. Take the link away, then try again."
        )
    raise UnreadableError(
        f"{link} is a link that leads out of the school’s folder, so it was not opened. "
        "Put the file itself there."
    )


def school_of(path: Path) -> Path | None:
    """The school's folder that the path lies in, told by the folder of a year; None for none."""
    for each in (path, *path.parents):
        if is_school_year(each.name):
            return each.parent
    return None


def real_path(path: Path, *, to_write: bool = False) -> Path:
    """What to open for this path: inside a school the real one, elsewhere the path as it is.

    Raises as `require_inside` does.
    """
    school = school_of(path)
    return path if school is None else require_inside(path, school, to_write=to_write)


def _link_of(path: Path, folder: Path) -> Path:
    """The first link on the way from the folder to the path."""
    at = folder
    for part in path.relative_to(folder).parts if path.is_relative_to(folder) else ():
        at = at / part
        if at.is_symlink():
            return at
    return path
