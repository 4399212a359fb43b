"""The file of a year's answers as it was last read or written here, and whether it still is that.

A lock does not hold everywhere, and a program that copies files between computers knows none: so
the mark of the file is compared before each write. Writes nothing.
"""

import contextlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.editions import why_read_only
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.office.faults import UnsavedError, say_gone
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.store.answers_file import FILE_NAME, dump_answers
from sendwizard.store.safe_read import sha256_of


class ChangedError(UnwritableError):
    """The answers on disk are not those that were last read or written here; nothing was saved."""

    def __init__(self, theirs: Answers, mark: str) -> None:
        super().__init__(
            "Somebody else, or a program that copies files, has changed these answers meanwhile. "
            "Nothing of theirs is overwritten."
        )
        self.theirs = theirs
        """What stands on disk."""
        self.mark = mark
        """The mark of that file."""


@dataclass
class OnDisk:
    """The file of one year's answers, as far as it is known here."""

    school: School
    bank: Bank
    year: str
    mark: str | None = None
    """Its SHA-256 when it was last read or written here; None where there was none."""

    @property
    def folder(self) -> Path:
        """The folder of the year."""
        return self.school.year_folder(self.year)

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / FILE_NAME

    def read(self) -> Answers:
        """The answers as they are now, which are known from here on; empty ones for a new year.

        Raises UnreadableError.
        """
        mark = self._now()  # before the answers: a change in between is found by the next save
        answers = readable(self.school, self.bank, self.year)
        self.mark = mark
        return answers

    def know(self) -> None:
        """Take the file as it is now for the one that is known."""
        with contextlib.suppress(UnreadableError):
            self.mark = self._now()

    def wrote(self, answers: Answers) -> None:
        """These answers were written here. Not read again: by now it may be somebody else's."""
        self.mark = sha256(dump_answers(answers)).hexdigest()

    def has_changed(self) -> bool:
        """Whether it is another file than the one that is known. Raises UnreadableError."""
        return self._now() != self.mark

    def require_folder(self) -> None:
        """Raises UnsavedError where the folder of the year has gone since it was opened.

        Made anew, the words would lie in another place than those before, such as below the place
        of a drive that is not connected.
        """
        if not self.folder.is_dir():
            raise UnsavedError(say_gone(self.folder))

    def require_unchanged(self) -> None:
        """Raises ChangedError where somebody else changed the file, UnwritableError where it cannot
        be read. One that was taken away may be written anew.
        """
        self.require_folder()
        try:
            mark = self._now()
        except UnreadableError as error:
            raise UnwritableError(str(error)) from error
        if mark is None or mark == self.mark:
            return
        try:
            theirs = readable(self.school, self.bank, self.year)
        except UnreadableError as error:
            raise UnwritableError(
                f"Somebody else, or a program, has changed the answers, and they cannot be read "
                f"now, so nothing was written over them. {error}"
            ) from None
        if why := why_read_only(self.bank, theirs):
            raise UnwritableError(why)
        raise ChangedError(theirs, mark)

    def _now(self) -> str | None:
        """The mark of what stands there; None for nothing. Raises UnreadableError."""
        try:
            return sha256_of(self.path)
        except FileNotFoundError:
            return None
