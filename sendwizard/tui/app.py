"""What the keys do: each a move of the wizard or a page to look at. Decides nothing."""

from datetime import date

from textual.message import Message

from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.sitting import Sitting
from sendwizard.tui import words
from sendwizard.tui.help import help_text
from sendwizard.tui.menu import menu_page
from sendwizard.tui.pages import HelpPage, PickPage, numbered
from sendwizard.tui.searching import FindingApp
from sendwizard.tui.small_pages import AskPage
from sendwizard.tui.year_acts import YearActs


class SendwizardApp(FindingApp, YearActs):
    """The wizard on a screen."""

    class Built(Message):
        """The report was built, or could not be."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(
        self, sitting: Sitting, *, asked_for: bool = False, collect: str = "", kiosk: bool = False
    ) -> None:
        super().__init__(sitting, asked_for=asked_for, kiosk=kiosk)
        self._collect = collect
        self._building = False

    def do_help(self) -> None:
        """Explain the page."""
        keeping = self.wizard.answers.began is not None
        self.push_screen(HelpPage(help_text(self.wizard.question, keeping=keeping)))

    def do_more(self) -> None:
        """Turn the pane."""
        self.page.turn_pane()

    def do_menu(self) -> None:
        """List everything that can be done and has no key of its own."""
        self.collect_field()
        read_only = bool(self.sitting.read_only)
        page = menu_page(self.wizard, read_only=read_only, has_report=self.has_report())
        self.push_screen(page, self._do)

    def do_note(self) -> None:
        """A reminder, never printed."""
        intro = "Only you see this; it is never printed. Empty it to take it away."
        page = AskPage("Reminder to myself", intro, self.wizard.current.note, self._noted)
        self.push_screen(page, self._noted)

    def _noted(self, text: str | None) -> None:
        if text is not None:
            self.go(lambda wizard: wizard.note(text))

    def do_not_applicable(self) -> None:
        """Say why it does not apply."""
        intro = "Say in a few words why. The report prints the reason."
        reason = self.wizard.current.not_applicable
        page = AskPage("Does not apply", intro, reason, self._does_not_apply)
        self.push_screen(page, self._does_not_apply)

    def _does_not_apply(self, reason: str | None) -> None:
        if reason is None or reason == self.wizard.current.not_applicable:
            return
        if not reason.strip():
            self.go(lambda wizard: wizard.withdraw(date.today()))  # noqa: DTZ011 - own day
            return
        try:
            self._take(self.wizard.not_applicable(reason, date.today()))  # noqa: DTZ011 - own day
        except UsageError as error:
            self.notify(str(error), markup=False)
        else:
            self._show()
            self._saver.leave(self.wizard.answers, self.revision, self.resume_place())

    def do_finish(self) -> None:
        """Build the report in a thread, then say where it is."""
        if self.sitting.read_only:
            self.page.say("The report is not built from answers that can only be looked at.")
            return
        self.collect_field()
        self._stop_timer()
        self._saver.leave(self.wizard.answers, self.revision, self.resume_place())
        self._build()

    def _build(self, *, every: bool = False) -> None:
        """Build the report in a thread, in one or every layout; one build at a time."""
        if self._building:
            return
        self._building = True
        self._say("Building the report")
        wizard, school = self.wizard, self.sitting.school

        def work() -> None:
            from sendwizard.office.reporting import (  # noqa: PLC0415 - 50 ms, and only for this
                Wanted,
                every_layout,
                write_report_of,
            )

            wanted = every_layout(Wanted()) if every else (Wanted(),)
            try:
                written = [
                    write_report_of(school, wizard.bank, wizard.answers, each) for each in wanted
                ]
            except SendwizardError as error:
                self._post(self.Built(str(error)))
            else:
                self._post(self.Built(words.built(written, self._collect)))

        self.run_worker(work, thread=True)

    def on_sendwizard_app_built(self, event: Built) -> None:
        """Say where the report is, and offer it in its other layouts."""
        self._building = False
        self._say_saved(self._problem)
        lines = numbered(
            [
                ("back", "Back to the question"),
                ("layouts", "Write it in the other layouts as well"),
                ("preview", "See it here"),
                ("leave", "Leave"),
            ]
        )
        self.push_screen(PickPage("Your report", event.text, lines), self._after_building)

    def _after_building(self, picked: str | None) -> None:
        if picked == "layouts":
            self._build(every=True)
        elif picked != "back":
            self._do(picked)
