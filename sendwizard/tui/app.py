"""What the keys do: each a move of the wizard or a page to look at. Decides nothing."""

from collections.abc import Sequence
from datetime import date

from textual.message import Message

from sendwizard.core.wizard import Wizard
from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.reporting import Wanted, every_layout, write_report_of
from sendwizard.office.sitting import Sitting
from sendwizard.tui import words
from sendwizard.tui.home import HOME, home_page, welcome_page
from sendwizard.tui.outlet import say_last
from sendwizard.tui.pages import AskPage, Line, PickPage, TextPage, TurnTo
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
        self._building = False

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
            self.notify("Extra questions are left out. F9 brings them back.", markup=False)
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
        intro, lines = words.review(self.wizard, self.unread())
        self.push_screen(PickPage("Review: what is missing", intro, lines), self._jump)

    def _jump(self, picked: str | None) -> None:
        if picked == words.BUILD:
            self.do_finish()
        elif picked is not None:
            self.go(lambda wizard: wizard.jump(picked))

    def do_menu(self) -> None:
        """List everything that can be done."""
        self.collect_field()
        extras = "Leave out the extra questions (F9)"
        if not self.wizard.with_extras:
            extras = "Bring back the extra questions (F9)"
        actions = [
            ("note", "A reminder to myself at this question"),
            ("home", "Home: years, folder, next review"),
            ("skip", extras),
        ]
        if self._is_carried():
            actions.append(("keep", "Last year’s answer is still true"))
        if self.wizard.question.allows_not_applicable:
            actions.append(("not_applicable", "This does not apply to our school"))
        lines = [
            Line(name, f" {number}  {label}") for number, (name, label) in enumerate(actions, 1)
        ]
        intro = "What has no key of its own. F1 lists the keys."
        self.push_screen(PickPage("Menu", intro, lines), self._do)

    def _is_carried(self) -> bool:
        return self.wizard.current.source.value == "carried"

    def on_turn_to(self, event: TurnTo) -> None:
        """A key of the question page, pressed on another page."""
        if event.name != "back":  # from another page, back leads here
            self.do(event.name)

    def _do(self, name: str | None) -> None:
        if name is not None:
            getattr(self, f"do_{name}")()

    def do_keep(self) -> None:
        """Last year's answer is still true."""
        self.go(lambda wizard: wizard.keep(date.today()))  # noqa: DTZ011 - the person's own day

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
        self._build((Wanted(),))

    def _build(self, wanted: Sequence[Wanted]) -> None:
        """Build the report in a thread, once for each way in which it is wanted; one at a time."""
        if self._building:
            return
        self._building = True
        self._say("Building the report")
        wizard, school = self.wizard, self.sitting.school

        def work() -> None:
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
        lines = (
            Line("back", " 1  Back to the question"),
            Line("layouts", " 2  Write it in the other layouts as well"),
        )
        self.push_screen(PickPage("Your report", event.text, lines), self._after_building)

    def _after_building(self, picked: str | None) -> None:
        if picked == "layouts":
            self._build(every_layout(Wanted()))


def run_tui(
    sitting: Sitting, *, asked_for: bool = False, collect: str = "", kiosk: bool = False
) -> int:
    """Run the wizard; the exit code. Raises UnwritableError where the last words cannot be kept."""
    app = SendwizardApp(sitting, asked_for=asked_for, collect=collect, kiosk=kiosk)
    try:
        app.run()
    finally:
        app.close()
    if app.left_by_key and sitting.is_on_disk:
        say_last(f"Your words are saved in {sitting.folder}.\n")
    return SendwizardError.exit_code if app.return_code else 0
