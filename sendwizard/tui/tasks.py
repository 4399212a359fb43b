"""The app's pages over all questions: contents, check your answers, getting started.

Decides nothing: each page gives a question or a word, and the wizard does the rest.
"""

from collections.abc import Callable

from sendwizard.core.sections import mark_finished, standing_of
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import count
from sendwizard.office.sitting import Sitting
from sendwizard.tui.check_answers import BACK_HERE, CheckAnswersPage
from sendwizard.tui.contents import ContentsPage
from sendwizard.tui.editing import EditingApp
from sendwizard.tui.first_run import started_page


class TasksApp(EditingApp):
    """The app with its task list."""

    def __init__(self, sitting: Sitting, *, asked_for: bool = False, kiosk: bool = False) -> None:
        super().__init__(sitting, asked_for=asked_for, kiosk=kiosk)
        self._changing = ""
        """The question that was opened from the answers, to which its next key leads back; ""
        where the person came another way."""
        if not (asked_for or sitting.read_only):
            self.wizard = self.wizard.start()

    def go(self, move: Callable[[Wizard], Wizard]) -> None:
        """Leave the question for another; the way back to the answers is forgotten there."""
        super().go(move)
        if self.wizard.at != self._changing:
            self._changing = ""

    # -- contents -----------------------------------------------------------------------

    def do_contents(self) -> None:
        """List every section and question."""
        self.collect_field()
        mark = None if self.sitting.read_only else self._mark
        self.push_screen(ContentsPage(self.wizard, self.size.width, mark), self._jump)

    def _mark(self, section: str, finished: bool) -> Wizard:  # noqa: FBT001 - as the page calls it
        self.go(lambda wizard: mark_finished(wizard, section, finished=finished))
        return self.wizard

    def do_finish_section(self) -> None:
        """The section of the open question is finished, or is not after all."""
        if self.sitting.read_only:
            return
        marked = standing_of(self.wizard).marked
        self._mark(self.wizard.section.id, not marked)
        standing = standing_of(self.wizard)
        said = "is finished." if standing.marked else "is open again."
        left = f" {count(standing.needed, 'needed answer')} in it still to do or to check."
        more = left if standing.marked and standing.needed else ""
        self.notify(f"“{standing.section.title}” {said}{more}", markup=False)

    # -- check your answers -------------------------------------------------------------

    def do_check_answers(self, at: str = "") -> None:
        """Show every answer, at a question or at the open one."""
        self.collect_field()
        at = at or self.wizard.at
        page = CheckAnswersPage(self.wizard, self.unread(), self.size.width, at)
        self.push_screen(page, self._change)

    def _change(self, picked: str | None) -> None:
        if picked is None:
            return
        self._changing = picked
        self.go(lambda wizard: wizard.jump(picked))
        self._say_saved(self._problem)

    def back_to_answers(self, move: Callable[[Wizard], Wizard] = lambda wizard: wizard) -> bool:
        """Go back to the answers where the open question was opened from there; whether it was.

        `move` is what is done with the question before.
        """
        at = self._changing
        if not at:
            return False
        self.go(move)
        self._changing = ""
        self._say_saved(self._problem)
        self.do_check_answers(at)
        return True

    def _say(self, text: str) -> None:
        super()._say(f"{text}   {BACK_HERE}" if self._changing else text)
        if self._changing and self.sitting.read_only:
            self.page.show_state(f"{self.sitting.read_only}   {BACK_HERE}")

    # -- getting started ----------------------------------------------------------------

    def say_started(self) -> None:
        """What decides the others is answered, or left: say how much this school is asked."""
        self.push_screen(started_page(self.wizard), self._begin)

    def _begin(self, picked: str | None) -> None:
        if picked is not None:
            self.go(Wizard.started)
            self._do(picked)
