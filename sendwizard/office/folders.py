"""Where a school's answers lie, and which years are there. Makes and changes nothing."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from sendwizard.core.answers import Answers
from sendwizard.core.text import harmless_line
from sendwizard.core.years import is_school_year, require_school_year
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.store.answers_file import FILE_NAME, line_of, read_answers
from sendwizard.store.bank_files import default_folder
from sendwizard.store.history import last_good_save

FOLDER_VARIABLE = "SENDWIZARD_FOLDER"


@dataclass(frozen=True)
class School:
    """The folders that an act works with."""

    folder: Path
    """Holds a folder for each year; made when something is first saved."""
    questions: Path
    templates: Path | None
    """The school's own templates, which override ours file by file; None for ours alone."""
    hidden: Path | None = None
    """Another folder with answers, which `./output` hides; None where there is none."""
    shut_in: bool = False
    """Whether nothing outside the folder may be read, as in a kiosk."""

    def to_read(self, path: Path) -> Path:
        """A path that a person named: in a kiosk beginning in the folder, and leading nowhere else.

        Raises UsageError, which says nothing of what lies elsewhere.
        """
        if not self.shut_in:
            return path.expanduser()
        inside = self.folder / path
        if not Path(os.path.realpath(inside)).is_relative_to(os.path.realpath(self.folder)):
            raise UsageError(
                "Only a file in the school’s own folder can be opened here. Put it there, or ask "
                "IT support to; then its name is enough."
            )
        return inside

    def year_folder(self, year: str) -> Path:
        """The folder of one year."""
        return self.folder / year

    def years(self) -> tuple[str, ...]:
        """The years that have answers, oldest first."""
        return years_in(self.folder)

    def pick_year(self, year: str | None) -> str:
        """That year, or the newest. Raises UsageError where it is unknown or there is none."""
        if self.folder.exists() and not self.folder.is_dir():
            raise UsageError(f"{self.folder} is not a folder. Name another one with --folder.")
        years = self.years()
        if year is not None:
            require_school_year(year)
        if not years:
            raise UsageError(
                f"There are no answers in {self.folder} yet. "
                "Start with “sendwizard fill”, or name another folder with --folder."
            )
        if year is None:
            return years[-1]
        if year not in years:
            raise UsageError(
                f"There is no year {year} in {self.folder}: it has {', '.join(years)}."
            )
        return year

    def read(self, year: str) -> Answers:
        """A year's answers. Raises UnreadableError, which names the last good save."""
        path = self.year_folder(year) / FILE_NAME
        try:
            answers = read_answers(path)
        except FileNotFoundError:
            raise UsageError(f"There is no year {year} in {self.folder}.") from None
        except UnreadableError as error:
            raise self.unreadable(year, str(error)) from None
        if answers.year != year:
            raise self.unreadable(
                year,
                f"{path}, line {line_of(path, ('year',))}: it says that it is for {answers.year}, "
                f"but lies in the folder of {year}.",
            )
        return answers

    def unreadable(self, year: str, why: str) -> UnreadableError:
        """The error for a year's answers, with the way back to the last good save."""
        return UnreadableError(f"{why} {self._way_back(year)}")

    def _way_back(self, year: str) -> str:
        save = last_good_save(self.year_folder(year))
        if save is None:
            return "It was left as it is."
        return (
            f"It was left as it is. The last good save is {save.path}. "
            f"To go back to it: sendwizard history restore {save.path.stem} --year {year}"
        )


def years_in(folder: Path) -> tuple[str, ...]:
    """The years whose answers lie in a folder, oldest first; () where it is no school's."""
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(
            each.name
            for each in folder.iterdir()
            if is_school_year(each.name) and (each / FILE_NAME).exists()
        )
    )


def find_school(
    folder: Path | None = None, questions: Path | None = None, templates: Path | None = None
) -> School:
    """The school's folder: the one named, `SENDWIZARD_FOLDER`, `./output` where it exists,
    otherwise `sendwizard` in the person's documents.
    """
    named = folder or _from_environment()
    documents = Path(platformdirs.user_documents_dir()) / "sendwizard"
    here = Path("output")
    chosen = named or (here if here.is_dir() else documents)
    _require_plain_name(chosen.absolute())
    hides = named is None and chosen == here and years_in(documents)
    return School(
        folder=chosen.absolute(),
        questions=questions or default_folder("questions"),
        templates=templates,
        hidden=documents if hides else None,
    )


def _require_plain_name(folder: Path) -> None:
    """No name that speaks to a terminal comes further: it stands on every screen."""
    shown = harmless_line(str(folder))
    if shown != str(folder):
        raise UsageError(
            f"The name of the folder {shown} holds signs that cannot be shown. "
            "Give it another name, or name another folder with --folder."
        )


def _from_environment() -> Path | None:
    value = os.environ.get(FOLDER_VARIABLE, "")
    return Path(value).expanduser() if value else None
