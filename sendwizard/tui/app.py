"""The Textual app: holds the wizard, takes its moves, shows its state, saves. Decides nothing."""

import asyncio
import contextlib
import signal
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.message import Message

from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, NOT_A_JUDGEMENT
from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.reporting import DEFAULT_FORMATS, write_report_of
from sendwizard.office.sitting import Sitting
from sendwizard.store.resume import Resume
from sendwizard.tui import words
from sendwizard.tui.home import HOME, home_page, welcome_page
from sendwizard.tui.keys import ACTIONS
from sendwizard.tui.pages import AskPage, Line, PickPage, TextPage
from sendwizard.tui.question import QuestionPage
from sendwizard.tui.saving import Saver

if TYPE_CHECKING:
    from textual.timer import Timer

SAVE_AFTER = 0.5
"""Seconds from the first unsaved letter to the save: a word typed is on disk within a second."""


LONGEST_WAIT = 1.0
"""Seconds that a key waits for the one before it; reached only if something hangs."""


class SendwizardApp(App[None]):
    """One sitting over one year."""

    TITLE = "sendwizard"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    class Told(Message):
        """The saver is done, or could not save."""

        def __init__(self, problem: str) -> None:
            super().__init__()
            self.problem = problem

    class Built(Message):
        """The report was built, or could not be."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(
        self, sitting: Sitting, *, asked_for: bool = False, collect: str = "", kiosk: bool = False
    ) -> None:
        super().__init__()
        self.sitting = sitting
        self.wizard = sitting.wizard
        self.revision = 0
        self.page = QuestionPage(self.wizard, self)
        self._asked_for = asked_for
        self._collect = collect
        self._kiosk = kiosk
        self._drafts = dict(sitting.resume.drafts) if sitting.resume else {}
        self._timer: Timer | None = None
        self._place: Resume | None = None
        self._saver = Saver(sitting, lambda problem: self._post(self.Told(problem)))

    def _post(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    async def on_mount(self) -> None:
        """Open where they left off; a hang-up or a terminate leaves as the key does."""
        self.theme = "textual-dark"
        self._catch_signals()
        await self.push_screen(self.page)
        resume = self.sitting.resume
        self._show()
        if resume and resume.question == self.wizard.at and not self._asked_for:
            self.page.place_cursor(resume.cursor)
        self._say_saved("")
        if self._asked_for or resume:
            return
        first_run = not self.sitting.school.years()
        page = (
            welcome_page(self.sitting.year) if first_run else home_page(self.sitting, self.wizard)
        )
        self.push_screen(page, self._from_home)

    def _catch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None and hasattr(loop, "add_signal_handler"):
                try:
                    loop.add_signal_handler(number, self.do_leave)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # Windows, or not the main thread: a test

    def action_suspend_process(self) -> None:
        """Put the wizard to sleep, unless that would open a shell."""
        if not self._kiosk:
            super().action_suspend_process()

    async def on_event(self, event: events.Event) -> None:
        """Take one key after the other: a key waits until the one before it has been dealt with.

        Textual puts each key into the queue of the widget that has the focus at that moment. On a
        line that brings keys in bursts a letter would overtake F8, or go to the question before.
        """
        await super().on_event(event)
        if isinstance(event, events.Key | events.Paste) and self.focused is not None:
            for node in (self.focused, *self.focused.ancestors):
                if node is self:
                    break
                await _dealt_with(node)

    # -- state --------------------------------------------------------------------------

    def _draft_key(self, field: str) -> str:
        return f"{self.wizard.at}/{field}"

    def _drafts_here(self) -> dict[str, str]:
        start = self._draft_key("")
        return {
            key.removeprefix(start): text
            for key, text in self._drafts.items()
            if key.startswith(start)
        }

    def collect_field(self) -> str:
        """Take what stands in the field into the wizard; the sentence on what is wrong, or ""."""
        reading = self.page.read()
        for field in self._drafts_here():
            del self._drafts[self._draft_key(field)]
        for field, text in reading.drafts.items():
            self._drafts[self._draft_key(field)] = text
        if not reading.problem or reading.value is not None:
            self._take(self.wizard.answer(reading.value, date.today()))  # noqa: DTZ011 - own day
        return reading.problem

    def _take(self, wizard: Wizard) -> None:
        if wizard.answers != self.wizard.answers:
            self.revision += 1
        self.wizard = wizard

    def resume_place(self) -> Resume:
        """Where the person is now."""
        return Resume(
            self.wizard.at, self.page.cursor, self.wizard.with_extras, self._drafts.copy()
        )

    def _show(self) -> None:
        self.page.open(self.wizard, self._drafts_here())

    def go(self, move: Callable[[Wizard], Wizard]) -> None:
        """Leave the question for another; never refused, whatever stands in the field."""
        self.collect_field()
        self._take(move(self.wizard))
        self._show()
        self._stop_timer()
        self._saver.leave(self.wizard.answers, self.revision, self.resume_place())

    # -- saving -------------------------------------------------------------------------

    def edited(self) -> None:
        """Something was typed or chosen: take it in, and save it soon."""
        before = self.revision
        self.collect_field()
        self.page.refresh_words(self.wizard)
        if self.revision != before or self._drafts_here():
            self._say("Saving")
            if self._timer is None:
                self._timer = self.set_timer(SAVE_AFTER, self._save)

    def _save(self) -> None:
        self._stop_timer()
        problem = self.collect_field()
        self.page.refresh_words(self.wizard, problem)
        self._saver.save(self.wizard.answers, self.revision, self.resume_place())

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_sendwizard_app_told(self, event: Told) -> None:
        """Say whether the words are on disk; if not, try again."""
        if self._timer is None:
            self._say_saved(event.problem)
        if event.problem and self._timer is None:
            self._timer = self.set_timer(5, self._save)

    def _say_saved(self, problem: str) -> None:
        now = datetime.now().astimezone()
        self._say(f"Not saved: {problem}" if problem else f"Saved at {now:%H:%M}")

    def _say(self, text: str) -> None:
        question, value = self.wizard.question, self.wizard.current.value
        size = len(value.split()) if isinstance(value, str) else 0
        length = words.length(question, size)
        self.page.show_state(f"{text}   {length}" if length else text)

    # -- what the keys do ---------------------------------------------------------------

    def do(self, name: str) -> None:
        """Do what a key of the question page asks for, at once."""
        if self.screen is self.page:
            getattr(self, f"do_{name}")()

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
        self._say_saved("")
        self.push_screen(TextPage("Your report", event.text))

    def do_leave(self) -> None:
        """Take the last letters along and go."""
        self.collect_field()
        self._place = self.resume_place()
        self.exit()

    async def action_quit(self) -> None:
        """Textual's own key for leaving does the same."""
        self.do_leave()

    def close(self) -> None:
        """After the screen is gone: everything to disk. Raises UnwritableError."""
        self._saver.finish()
        self.sitting.leave(self.wizard.answers, self.revision + 1)
        if self._place is not None:
            self.sitting.remember(self._place)


async def _dealt_with(node: DOMNode) -> None:
    """Wait until a widget has dealt with all that is in its queue, but not for ever."""
    done = asyncio.Event()
    if node.is_running and node.call_later(done.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), LONGEST_WAIT)


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
