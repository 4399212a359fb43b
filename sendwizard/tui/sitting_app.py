"""The app under the keys: holds the wizard, reads the field, saves. Decides nothing."""

import asyncio
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from sendwizard.core.text import word_count
from sendwizard.core.wizard import Wizard
from sendwizard.office.sitting import Sitting
from sendwizard.store.resume import Resume
from sendwizard.tui import words
from sendwizard.tui.fields import ChoiceField, Reading
from sendwizard.tui.outlet import patient_driver
from sendwizard.tui.previewing import Previewing
from sendwizard.tui.question import QuestionPage
from sendwizard.tui.saving import Saver
from sendwizard.tui.small_pages import AskPage

if TYPE_CHECKING:
    from textual.timer import Timer

SAVE_AFTER = 0.5
"""Seconds from the first unsaved letter to the save: a word typed is on disk within a second."""
RESTS_AFTER = 1.0
"""Seconds without a letter after which what cannot be read is said: never in mid-word."""
TRY_AGAIN = 5
"""Seconds from a save that failed to the next."""


class SittingApp(Previewing):
    """One sitting over one year: where the person is, what stands in the field, what is saved."""

    TITLE = "sendwizard"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "base.tcss",
        "question.tcss",
        "rows.tcss",
        "pages.tcss",
    ]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    class Told(Message):
        """The saver is done, or could not save."""

        def __init__(self, problem: str) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self, sitting: Sitting, *, asked_for: bool = False, kiosk: bool = False) -> None:
        super().__init__(patient_driver(), sitting.resume.look if sitting.resume else "")
        self.sitting = sitting
        self.wizard = sitting.wizard
        self.revision = 0
        locked = bool(sitting.read_only)
        self.page = QuestionPage(self.wizard, self, sitting.before, locked=locked)
        self._asked_for = asked_for
        self._kiosk = kiosk
        self._drafts = dict(sitting.resume.drafts) if sitting.resume else {}
        self._reading = self._loaded = Reading(None)
        """What stands in the field, and what stood there when its question was opened."""
        self._before = self.wizard.current
        self._problem = ""
        """Why the last save failed; "" where it did not."""
        self._timer: Timer | None = None
        self._retry: Timer | None = None
        self._resting: Timer | None = None
        """Runs while the fingers may rest."""
        self._place: Resume | None = None
        self.left_by_key = False
        """Whether the person left, and no signal: then somebody is there to be told."""
        self._saver = Saver(sitting, lambda problem: self._post(self.Told(problem)))

    def _post(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    async def on_mount(self) -> None:
        """Open where they left off; a hang-up or a terminate leaves as the key does."""
        self._catch_signals()
        await self.push_screen(self.page)
        resume = self.sitting.resume
        self._show()
        if resume and resume.question == self.wizard.at and not self._asked_for:
            self.page.place_cursor(resume.cursor)
        self._say_saved("")
        if not (self._asked_for or resume):
            self.open_first_page()

    def open_first_page(self) -> None:
        """Show what comes before the first question, when nobody has been here."""

    def _catch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None and hasattr(loop, "add_signal_handler"):
                try:
                    loop.add_signal_handler(number, self.after_keys, self._leave)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # Windows, or not the main thread: a test

    def action_suspend_process(self) -> None:
        """Put the wizard to sleep, unless that would open a shell."""
        if not self._kiosk:
            super().action_suspend_process()

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

    def collect_field(self, *, chosen: bool = False) -> str:
        """Take what stands in the field into the wizard; the sentence on what is wrong, or "".

        A field that is as it was opened is not an answer: neither passing last year's gives it,
        nor a letter that is typed and deleted again. Choosing it again does.
        """
        reading = self.page.read()
        if reading == self._reading and not chosen:
            return reading.problem
        self._reading = reading
        for field in self._drafts_here():
            del self._drafts[self._draft_key(field)]
        for field, text in reading.drafts.items():
            self._drafts[self._draft_key(field)] = text
        if reading.problem or (reading == self._loaded and not chosen):
            # not what could be read of it on the way: 3 June from 31 June
            self._take(self.wizard.as_before(self._before))
        else:
            self._take(self.wizard.answer(reading.value, date.today()))  # noqa: DTZ011 - own day
        return reading.problem

    def unread(self) -> frozenset[str]:
        """The questions in whose field something stands that cannot be read."""
        return frozenset(key.partition("/")[0] for key in self._drafts)

    def _take(self, wizard: Wizard) -> None:
        if self.sitting.read_only:
            wizard = replace(wizard, answers=self.wizard.answers)
        if wizard.answers != self.wizard.answers:
            self.revision += 1
        self.wizard = wizard

    def resume_place(self) -> Resume:
        """Where the person is now."""
        return Resume(
            self.wizard.at,
            self.page.cursor,
            self.wizard.with_extras,
            self.wizard.only_mine,
            self._drafts.copy(),
            self.look,
        )

    def look_changed(self) -> None:
        """Keep the look, with the place."""
        self._saver.save(self.wizard.answers, self.revision, self.resume_place())

    def _show(self) -> None:
        self._before = self.wizard.current
        self.page.open(self.wizard, self._drafts_here())
        self._reading = self._loaded = self.page.read()
        self.preview_soon()

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
        if not self.is_running:
            return  # the page is being taken down, and `close` saves
        before = self.revision
        field = self.page.field
        problem = self.collect_field(chosen=isinstance(field, ChoiceField) and field.takes_one)
        self.page.edited(self.wizard, None if problem else "")
        self._wait_for_rest()
        if self.revision != before or self._drafts_here():
            self._say("Saving")
            if self._timer is None:
                self._timer = self.set_timer(SAVE_AFTER, self._save)

    def _save(self) -> None:
        """Save as it is; after a save that failed, with what was to be put by as well."""
        self._stop_timer()
        if not self.is_running:
            return
        self.collect_field()
        write = self._saver.leave if self._problem else self._saver.save
        write(self.wizard.answers, self.revision, self.resume_place())

    def _wait_for_rest(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(RESTS_AFTER, self._rest)

    def _rest(self) -> None:
        """The fingers rest: say what the letters changed around the field."""
        self._resting = None
        if self.is_running:  # perhaps at another question by now, of which it is as true
            self.page.refresh_words(self.wizard, self.collect_field())

    def _stop_timer(self) -> None:
        for timer in (self._timer, self._retry):
            if timer is not None:
                timer.stop()
        self._timer = self._retry = None

    def on_sitting_app_told(self, event: Told) -> None:
        """Say whether the words are on disk; if not, try again."""
        self._problem = event.problem
        self.preview_soon()
        if self._timer is None:
            self._say_saved(event.problem)
        if self._retry is not None:
            self._retry.stop()
        self._retry = self.set_timer(TRY_AGAIN, self._save) if event.problem else None

    def _say_saved(self, problem: str) -> None:
        now = datetime.now().astimezone()
        self._say(f"Not saved: {problem}" if problem else f"Saved at {now:%H:%M}")

    def _say(self, text: str) -> None:
        if self.sitting.read_only:
            self.page.show_state(self.sitting.read_only)
            return
        question, value = self.wizard.question, self.wizard.current.value
        size = word_count(value) if isinstance(value, str) else 0
        length = words.length(question, size)
        self.page.show_state(f"{text}   {length}" if length else text, wrong=bool(self._problem))

    def do(self, name: str) -> None:
        """Do what a key of the question page asks for, at once."""
        if self.screen is self.page:
            getattr(self, f"do_{name}")()

    def _do(self, name: str | None) -> None:
        """Do what was picked from a list; nothing where the person went back."""
        if name is not None:
            getattr(self, f"do_{name}")()

    def do_leave(self) -> None:
        """Take the last letters along and go, as the person asked."""
        self.left_by_key = True
        self._leave()

    def _leave(self) -> None:
        if isinstance(self.screen, AskPage):
            self.screen.give()
        self.collect_field()
        self._place = self.resume_place()
        if self.wizard.answers.by_id:
            self._saver.leave(self.wizard.answers, self.revision, self._place)
        self._stop_timer()
        self.exit()

    def action_help_quit(self) -> None:
        """Say which key leaves, where a person tries the one of other programs."""
        self.notify("F12 saves and leaves.", markup=False)

    async def action_quit(self) -> None:
        """Textual's own key for leaving does the same."""
        self.do_leave()

    def close(self) -> None:
        """After the screen is gone: everything to disk. Raises UnwritableError."""
        self._saver.finish()
        if not self.wizard.answers.by_id and not self.sitting.is_on_disk:
            return  # somebody only looked: no year is begun
        self.sitting.leave(self.wizard.answers, self.revision + 1)
        if self._place is not None:
            self.sitting.remember(self._place)
