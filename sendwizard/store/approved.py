"""`approved/N/`: what governors approved, frozen. A copy is made whole or not at all, and none is
ever written into again; each says by its hashes whether somebody altered it.
"""

import contextlib
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from sendwizard.core.approval import Approval, Update
from sendwizard.errors import Problem, UnreadableError, UnwritableError
from sendwizard.store.atomic import make_folder, write_folder
from sendwizard.store.confined import named
from sendwizard.store.safe_read import sha256_of
from sendwizard.store.table import Table
from sendwizard.store.toml_read import read_toml, refusal

FOLDER = "approved"
MANIFEST = "manifest.toml"
FORMAT = 1
MOST = 9_999
"""Copies that one year can have."""
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_LEFT_OVER = re.compile(r"\.[1-9][0-9]{0,3}\.part")
_HASH = re.compile(r"[0-9a-f]{64}")
_MOST_NAMED = 5
HEADER = (
    "# What was approved, by whom and when, with a SHA-256 of each file beside this one.\n"
    "# It is a record: do not edit it.\n\n"
)


@dataclass(frozen=True)
class Copy:
    """One approved copy."""

    number: int
    folder: Path
    approval: Approval
    files: Mapping[str, str]
    """The SHA-256 of each file when it was frozen, in hex, by name."""


def numbers(year_folder: Path) -> tuple[int, ...]:
    """The numbers of the copies that are there, oldest first. Raises UnreadableError."""
    try:
        found = [each.name for each in (year_folder / FOLDER).iterdir() if each.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UnreadableError(
            f"{named(year_folder / FOLDER)} cannot be opened: {error.strerror}."
        ) from None
    return tuple(sorted(int(name) for name in found if _NUMBER.fullmatch(name)))


def next_number(year_folder: Path, made: int) -> int:
    """The number of the next copy, which is never one that was lost. `made` is how many there were.

    Raises UnwritableError where there can be no more, UnreadableError as `numbers` does.
    """
    number = max((made, *numbers(year_folder))) + 1
    if number > MOST:
        raise UnwritableError(
            f"{named(year_folder / FOLDER)} has {MOST:,} copies, and takes no more."
        )
    return number


def copies(year_folder: Path) -> tuple[Copy, ...]:
    """Every approved copy of a year, oldest first.

    Raises UnreadableError for one whose manifest is lost or cannot be understood.
    """
    return tuple(read_copy(year_folder, number) for number in numbers(year_folder))


def newest_copy(year_folder: Path) -> Copy | None:
    """The newest copy, None where nothing was approved. Raises UnreadableError as `copies` does."""
    found = numbers(year_folder)
    return read_copy(year_folder, found[-1]) if found else None


# -- the manifest -----------------------------------------------------------------------


def read_copy(year_folder: Path, number: int) -> Copy:
    """One copy. Raises UnreadableError where its manifest is lost or cannot be understood."""
    path = year_folder / FOLDER / str(number) / MANIFEST
    try:
        file = read_toml(path)
    except FileNotFoundError:
        raise UnreadableError(
            f"{named(path)} is lost, so nobody can tell what was approved."
        ) from None
    problems: list[Problem] = []
    top = Table(file, (), file.data, problems)
    if top.number("format") != FORMAT:
        top.fault("format", f"This is {FORMAT}; a newer sendwizard may have written it.")
    if (top.number("number"), top.text("year")) != (number, year_folder.name):
        top.fault("number", f"This is not copy {number} of {year_folder.name}.")
    approval = _approval(top)
    files = _files(top)
    if file.data.get("end") != {}:
        top.fault("end", "It was cut short: its last line, [end], is missing.")
    if problems:
        raise refusal(file, problems[0])
    return Copy(number, path.parent, approval, files)


def _approval(top: Table) -> Approval:
    return Approval(
        by=top.text("who"),
        role=top.text("role"),
        on=top.day("on"),
        body=top.text("body"),
        minute=top.text("minute", needed=False),
        next_review=top.day("next_review") if "next_review" in top.data else None,
        gaps_reason=top.text("gaps_reason", needed=False),
        gaps=top.texts("gaps", needed=False),
        updates=tuple(
            Update(each.day("on"), each.text("text"), each.text("by"), each.text("role"))
            for each in top.tables("updates", needed=False)
        ),
    )


def _files(top: Table) -> Mapping[str, str]:
    table = top.table("files")
    if table is None:
        top.fault("files", "The list of files is missing.")
        return {}
    files = {name: table.text(name) for name in table.data}
    for name, value in files.items():
        if not _is_plain(name) or not _HASH.fullmatch(value):
            table.fault(name, "This is no file of an approved copy with its SHA-256.")
    return files


def _is_plain(name: str) -> bool:
    """Whether it names a file of the folder itself, and never one elsewhere."""
    return bool(name) and name == Path(name).name and "\\" not in name and "\0" not in name


def _hash(data: bytes) -> str:
    import hashlib  # noqa: PLC0415 - 3 ms, which a year without a copy does not need

    return hashlib.sha256(data).hexdigest()


def _manifest(year_folder: Path, number: int, files: Mapping[str, bytes], made: Approval) -> bytes:
    said: dict[str, object] = {
        "format": FORMAT,
        "number": number,
        "year": year_folder.name,
        "who": made.by,
        "role": made.role,
        "on": made.on,
        "body": made.body,
        "minute": made.minute,
        "next_review": made.next_review,
        "gaps": list(made.gaps),
        "gaps_reason": made.gaps_reason,
        "updates": [vars(each) for each in made.updates],
    }
    kept = {key: each for key, each in said.items() if each}
    hashes = {name: _hash(data) for name, data in files.items()}
    body = tomli_w.dumps({**kept, "files": hashes, "end": {}})
    return (HEADER + body).encode()


# -- making one -------------------------------------------------------------------------


def freeze(year_folder: Path, number: int, files: Mapping[str, bytes], approval: Approval) -> Path:
    """Make a copy of these files; its folder.

    Raises UnwritableError, and then there is no copy of that number, nor half of one; a copy that
    is there already is not touched.
    """
    above = year_folder / FOLDER
    folder = above / str(number)
    make_folder(above)
    _clear_left_overs(above)
    if folder.exists():
        raise UnwritableError(
            f"{named(folder)} is there already, and an approved copy never changes."
        )
    whole = {**files, MANIFEST: _manifest(year_folder, number, files, approval)}
    write_folder(folder, above / f".{number}.part", whole)
    return folder


def take_back(folder: Path) -> None:
    """Undo a copy that was made a moment ago, because what belongs to it could not be saved."""
    part = folder.with_name(f".{folder.name}.part")
    with contextlib.suppress(OSError):
        folder.replace(part)
    shutil.rmtree(part, ignore_errors=True)


def _clear_left_overs(above: Path) -> None:
    """What a run that was killed left half made."""
    with contextlib.suppress(OSError):  # what is in the way is told when the copy is made
        for each in above.iterdir():
            if _LEFT_OVER.fullmatch(each.name):
                shutil.rmtree(each, ignore_errors=True)


# -- whether they are as they were ------------------------------------------------------


def damaged(year_folder: Path, made: int) -> tuple[str, ...]:
    """A sentence for each approved copy that was altered or lost; () where all are as they were.

    `made` is how many there have been.
    """
    try:
        there = numbers(year_folder)
    except UnreadableError as error:
        return (str(error),)
    expected = range(1, max((min(made, MOST), *there), default=0) + 1)
    gone = sorted(set(expected) - set(there))
    sentences = [_lost(year_folder, gone)] if gone else []
    for number in there:
        try:
            copy = read_copy(year_folder, number)
        except UnreadableError as error:
            sentences.append(f"{error} {_WAY_BACK}")
            continue
        wrong = _altered(copy)
        if wrong:
            sentences.append(f"{named(copy.folder)}, which was approved: {wrong}. {_WAY_BACK}")
    return tuple(sentences)


_WAY_BACK = "Put back what was approved from a backup."


def _lost(year_folder: Path, gone: list[int]) -> str:
    which = _joined(map(str, gone[:_MOST_NAMED]))
    more = f" and {len(gone) - _MOST_NAMED} more" if len(gone) > _MOST_NAMED else ""
    several = len(gone) > 1
    return (
        f"{named(year_folder / FOLDER)}: approved {'copies' if several else 'copy'} {which}{more} "
        f"{'are' if several else 'is'} lost. {_WAY_BACK}"
    )


def _altered(copy: Copy) -> str:
    lost: list[str] = []
    changed: list[str] = []
    for name, known in copy.files.items():
        try:
            now = sha256_of(copy.folder / name)
        except (FileNotFoundError, UnreadableError):
            lost.append(name)
            continue
        if now != known:
            changed.append(name)
    said: list[str] = []
    if lost:
        said.append(f"{_joined(lost)} {'are' if len(lost) > 1 else 'is'} lost or cannot be read")
    if changed:
        said.append(f"{_joined(changed)} {'have' if len(changed) > 1 else 'has'} been altered")
    return ", and ".join(said)


def _joined(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
