"""What the keys do: each a move of the wizard or a page to look at. Decides nothing."""

from datetime import date

from textual.message import Message

from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, NOT_A_JUDGEMENT
from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.reporting import DEFAULT_FORMATS, write_report_of
from sendwizard.office.sitting import Sitting
from sendwizard.tui import words
from sendwizard.tui.home import HOME, home_page, welcome_page
from sendwizard.tui.keys import ACTIONS
from sendwizard.tui.pages import AskPage, Line, PickPage, TextPage
from sendwizard.tui.sitting_app import SittingApp


class SendwizardApp(SittingApp):
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

    def open_first_page(self) -> None:
        """Welcome whoever comes to an empty folder; others come home."""
        first_run = not self.sitting.school.years()
        page = (
            welcome_page(self.sitting.year) if first_run else home_page(self.sitting, self.wizard)
        )
        self.push_screen(page, self._from_home)

    def do_help(self) -> None:
        """Explain the page."""
        self.push_screen(TextPage("Help", words.help_text()))

    def do_more(self) -> None:
        """Turn the pane."""
        self.page.turn_pane()

    def do_next(self) -> None:
        """Go on; behind the last question comes the review."""
        last = self.wizard.is_last
        self.go(Wizard.forward)
        if last:
            self.do_review()

    def do_back(self) -> None:
        """Go back."""
        self.go(Wizard.back)

    def do_skip(self) -> None:
        """Leave out the extra questions, or bring them back."""
        if self.wizard.with_extras:
            self.go(Wizard.leave_out_extras)
            self.notify("Extra questions are left out now. F9 brings them back.", markup=False)
        else:
            self.go(Wizard.bring_back_extras)
            self.notify("Extra questions are back.", markup=False)

    def do_contents(self) -> None:
        """List every question."""
        self.collect_field()
        lines = words.contents(self.wizard)
        intro = "A answered   L last year’s, not checked yet   N does not apply   · to do"
        self.push_screen(PickPage("Contents", intro, lines, self.wizard.at), self._jump)

    def do_review(self) -> None:
        """List what is missing."""
        self.collect_field()
        intro, lines = words.review(self.wizard)
        self.push_screen(PickPage("Review: what is missing", intro, lines), self._jump)

    def _jump(self, question_id: str | None) -> None:
        if question_id is not None:
            self.go(lambda wizard: wizard.jump(question_id))

    def do_menu(self) -> None:
        """List everything that can be done."""
        self.collect_field()
        own = [("keep", "Last year’s answer is still true")] if self._is_carried() else []
        if self.wizard.question.allows_not_applicable:
            own.append(("not_applicable", "This does not apply to our school"))
        own += [
            ("note", "A reminder to myself at this question"),
            ("home", "Home: years, folder, next review"),
        ]
        keyed = [(each.name, f"{each.label} ({each.shown_keys})") for each in ACTIONS]
        lines = [
            Line(name, f"{number:>2}  {label}")
            for number, (name, label) in enumerate(
                [*own, *(each for each in keyed if each[0] != "menu")], 1
            )
        ]
        self.push_screen(PickPage("Menu", "Everything that you can do here.", lines), self._do)

    def _is_carried(self) -> bool:
        return self.wizard.current.source.value == "carried"

    def _do(self, name: str | None) -> None:
        if name is not None:
            getattr(self, f"do_{name}")()

    def do_keep(self) -> None:
        """Last year's answer is still true."""
        self.go(lambda wizard: wizard.keep(date.today()))  # noqa: DTZ011 - the person's own day

    def do_note(self) -> None:
        """A reminder, never printed."""
        intro = "Only you see this; it is never printed. Empty it to take it away."
        page = AskPage("Reminder to myself", intro, self.wizard.current.note)
        self.push_screen(page, self._noted)

    def _noted(self, text: str | None) -> None:
        if text is not None:
            self.go(lambda wizard: wizard.note(text))

    def do_not_applicable(self) -> None:
        """Say why it does not apply."""
        intro = "Say in a few words why. The report prints the reason."
        page = AskPage("Does not apply", intro, self.wizard.current.not_applicable)
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

    def do_home(self) -> None:
        """Years, folder, next review."""
        self.collect_field()
        self.push_screen(home_page(self.sitting, self.wizard), self._from_home)

    def _from_home(self, name: str | None) -> None:
        if name in HOME:
            self._do(HOME[name])

    def do_nothing(self) -> None:
        """Go on with the question that is open."""

    def do_next_to_do(self) -> None:
        """The next question that has to be answered."""
        self.go(Wizard.next_to_do)

    def do_finish(self) -> None:
        """Build the report in a thread, then say where it is."""
        self.collect_field()
        self._stop_timer()
        self._saver.leave(self.wizard.answers, self.revision, self.resume_place())
        self._say("Building the report")
        self.run_worker(lambda: self._build(self.wizard), thread=True)

    def _build(self, wizard: Wizard) -> None:
        sitting = self.sitting
        try:
            made, paths = write_report_of(
                sitting.school, wizard.bank, wizard.answers, DEFAULT_FORMATS
            )
        except SendwizardError as error:
            self._post(self.Built(str(error)))
            return
        where = self._collect or "\n".join(map(str, paths))
        gaps = "\n\nEach gap is shown in its place. F5 lists what is missing." if made.draft else ""
        text = f"{made.state}.\n\nYour report:\n{where}{gaps}\n\n{NOT_A_JUDGEMENT}\n\n{LEAVING}"
        self._post(self.Built(text))

    def on_sendwizard_app_built(self, event: Built) -> None:
        """Say where the report is."""
        self._say_saved(self._problem)
        self.push_screen(TextPage("Your report", event.text))


def run_tui(
    sitting: Sitting, *, asked_for: bool = False, collect: str = "", kiosk: bool = False
) -> int:
    """Run the wizard; the exit code. Raises UnwritableError where the last words cannot be kept."""
    app = SendwizardApp(sitting, asked_for=asked_for, collect=collect, kiosk=kiosk)
    try:
        app.run()
    finally:
        app.close()
    return app.return_code or 0
