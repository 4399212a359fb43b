"""How a person leaves, and how nobody does: not before the words are somewhere. Decides nothing.

By a key, all is saved first; what cannot be saved stays on the screen, and goes elsewhere or is let
go of knowingly. Where the line dropped, nobody can be asked: it is kept where there is room.
"""

from concurrent.futures import Future
from pathlib import Path

from textual.message import Message

from sendwizard.errors import SendwizardError, UnwritableError
from sendwizard.office.boxes import Box, Filled
from sendwizard.office.faults import TRIED_AGAIN
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.together import leave_for_good, save_elsewhere, say_elsewhere
from sendwizard.store.resume import Resume
from sendwizard.tui import signals
from sendwizard.tui.pages import PickPage, numbered
from sendwizard.tui.small_pages import AskPage
from sendwizard.tui.two_versions import TwoVersions

_FOLDER = Box(
    "folder",
    "Folder",
    needed="Write a folder that is there, such as ~ for your own, or go back.",
    hint="for example /media/stick, or ~ for your own",
)


class Leaving(TwoVersions):
    """An app over one sitting that is left with all words kept."""

    revision: int

    class Told(Message):
        """The saver is done, or could not save."""

        def __init__(self, error: UnwritableError | None, *, leaves: bool = False) -> None:
            super().__init__()
            self.error = error
            """Why it could not; None where it could."""
            self.leaves = leaves
            """Whether the person leaves then."""

    left_by_key = False
    """Whether the person left, and no signal: then somebody is there to be told."""
    elsewhere: Path | None = None
    """Where the words were saved that could not be saved in their place."""
    gives_up = False
    """Whether the person leaves knowing that not all is saved."""
    last_words = ""
    """What there is to say once the screen is gone."""
    _place: Resume | None = None
    """Where the person left."""

    def resume_place(self) -> Resume:
        """Where the person is now."""
        raise NotImplementedError

    def _stop_timer(self) -> None:
        raise NotImplementedError

    def do_leave(self) -> None:
        """Take the last letters along and go, as the person asked, once they are on disk."""
        self.left_by_key = True
        if isinstance(self.screen, AskPage):
            self.screen.give()
        self.collect_field()
        nothing = not self.wizard.answers.by_id
        if nothing or self.sitting.read_only or self._saver.is_acting:
            self._leave()
            return
        self._stop_timer()
        self._saver.leave(
            self.wizard.answers,
            self.revision,
            self.resume_place(),
            lambda error: self._post(self.Told(error, leaves=True)),
        )

    def _leave(self) -> None:
        """Go at once: what cannot be saved any more is kept where there is room."""
        signals.heed_no_more()
        if isinstance(self.screen, AskPage):
            self.screen.give()
        self.collect_field()
        self._place = self.resume_place()
        if self.wizard.answers.by_id:
            self._saver.leave(self.wizard.answers, self.revision, self._place)
        self._stop_timer()
        self.exit()

    def close(self) -> None:
        """After the screen is gone: everything to disk. Raises UnwritableError."""
        self._saver.finish()
        if not self.wizard.answers.by_id and not self.sitting.is_on_disk:
            return  # somebody only looked: no year is begun
        place, copies = self._place, not self.gives_up
        try:
            self.last_words = leave_for_good(
                self.sitting, self.wizard.answers, self.revision + 1, place, copies=copies
            )
        except UnwritableError as error:
            if self.elsewhere is None:
                raise
            told = say_elsewhere(self.sitting, self.elsewhere)
            raise UnwritableError(f"{error} {told}") from error

    # -- what cannot be saved -----------------------------------------------------------

    def say_unsaved(self, error: UnwritableError) -> str:
        """What is wrong, and what comes of it."""
        if isinstance(error, ChangedError):
            after = (
                "F12 asks again." if error.mark == self._put_off else "You are asked in a moment."
            )
            return f"{error} {after}"
        ways = "" if self.sitting.school.shut_in else " F12 offers other ways."
        return f"{error} {TRIED_AGAIN}{ways}"

    def ask_how_to_leave(self, error: UnwritableError) -> None:
        """Not all is saved: try again, save elsewhere, or leave all the same."""
        self.left_by_key = False
        lines = [("again", "Try again, and leave")]
        if not self.sitting.school.shut_in:
            lines.append(("elsewhere", "Save my words in another folder"))
        lines.append(("lose", "Leave all the same, and lose what is not saved"))
        intro = f"{error}\n\nYour words are still here."
        self.push_screen(PickPage("Not saved", intro, numbered(lines)), self._how_to_leave)

    def _how_to_leave(self, picked: str | None) -> None:
        if picked == "again":
            self.do_leave()
        elif picked == "elsewhere":
            self._ask_folder()
        elif picked == "lose":
            self.gives_up = self.left_by_key = True
            self._leave()

    def _ask_folder(self, problem: str = "", texts: dict[str, str] | None = None) -> None:
        from sendwizard.tui.forms import FormPage  # noqa: PLC0415 - seldom needed

        kept = texts if texts is not None else {}
        intro = problem or "A whole file with all your answers is written there."
        page = FormPage("Save in another folder", intro, (_FOLDER,), kept, warns=bool(problem))

        def take(filled: Filled | None) -> None:
            if filled is None:
                return
            answers, folder = self.wizard.answers, filled.text("folder")
            self._apart(
                lambda: save_elsewhere(self.sitting, answers, folder),
                lambda future: self._saved_elsewhere(future, kept),
            )

        self.push_screen(page, take)

    def _saved_elsewhere(self, future: Future[Path], texts: dict[str, str]) -> None:
        try:
            self.elsewhere = future.result()
        except SendwizardError as error:
            self._ask_folder(str(error), texts)
            return
        lines = numbered([("leave", "Leave"), ("back", "Back to the question")])
        intro = say_elsewhere(self.sitting, self.elsewhere)
        self.push_screen(PickPage("Saved in another folder", intro, lines), self._after_elsewhere)

    def _after_elsewhere(self, picked: str | None) -> None:
        if picked == "leave":
            self.gives_up = self.left_by_key = True
            self._leave()
        else:
            self.elsewhere = None  # what is typed from here on is not in that file
