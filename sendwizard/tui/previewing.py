"""Has the report built as it stands, off the event loop, and shown where there is room.

One is built at a time, so that an older one never comes after a newer. Decides nothing.
"""

from collections.abc import Sequence

from textual.message import Message

from sendwizard.core.answers import Answers
from sendwizard.core.wizard import Wizard
from sendwizard.errors import SendwizardError
from sendwizard.office.sitting import Sitting
from sendwizard.report.lines import ReportLine, report_lines
from sendwizard.tui.looking import Looking
from sendwizard.tui.preview import PreviewPage
from sendwizard.tui.question import QuestionPage


class Previewing(Looking):
    """An app over one sitting that can show the report as it stands."""

    sitting: Sitting
    wizard: Wizard
    page: QuestionPage

    class Previewed(Message):
        """The report was built, or could not be."""

        def __init__(
            self, answers: Answers, lines: Sequence[ReportLine], problem: str, *, opens: bool
        ) -> None:
            super().__init__()
            self.answers = answers
            self.lines = lines
            self.problem = problem
            self.opens = opens
            """Whether a page of its own was asked for."""

    _previewing = False
    """Whether a report is being built."""
    _wanted_again = False
    """Whether something has changed since it was begun."""
    _opens = False
    """Whether a page of its own is asked for."""
    _previewed: Answers | None = None
    """The answers that are shown beside the question; None where none are."""

    def collect_field(self, *, chosen: bool = False) -> str:
        """Take what stands in the field into the wizard: the sitting's."""
        raise NotImplementedError

    def _post(self, message: Message) -> None:
        raise NotImplementedError

    def do_preview(self) -> None:
        """Show the whole report, at the open question's entry."""
        self.collect_field()
        self._opens = True
        self._build_preview()

    def preview_soon(self) -> None:
        """Bring the report beside the question up to date, where there is room for one."""
        if self.page.has_paper and self._previewed != self.wizard.answers:
            self._build_preview()

    def _build_preview(self) -> None:
        if self._previewing:
            self._wanted_again = True
            return
        self._previewing = True
        self._wanted_again = False
        opens, self._opens = self._opens, False
        school, bank, answers = self.sitting.school, self.wizard.bank, self.wizard.answers

        def work() -> None:
            from sendwizard.office.previewing import preview_of  # noqa: PLC0415 - 60 ms

            lines: Sequence[ReportLine] = ()
            problem = ""
            try:
                lines = report_lines(preview_of(school, bank, answers))
            except SendwizardError as error:
                problem = str(error)
            self._post(self.Previewed(answers, lines, problem, opens=opens))

        self.run_worker(work, thread=True)

    def on_previewing_previewed(self, event: Previewed) -> None:
        """Show it; begin again where something has changed meanwhile."""
        self._previewing = False
        if self.page.has_paper:
            self._previewed = event.answers
            self.page.show_paper(event.lines, event.problem)
        if event.opens and self.screen is self.page:
            if event.problem:
                self.page.say(event.problem)
            else:
                order = [question.id for question in self.wizard.bank.questions]
                self.push_screen(PreviewPage(event.lines, self.wizard.at, order))
        if self._wanted_again:
            self._build_preview()
