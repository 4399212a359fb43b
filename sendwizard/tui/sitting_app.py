"""The app under the keys: holds the wizard, reads the field, saves. Decides nothing."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from sendwizard.core.text import word_count
from sendwizard.core.wizard import Wizard
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.sitting import Sitting
from sendwizard.store.resume import Resume
from sendwizard.tui import signals, words
from sendwizard.tui.cursor import cursor_of, put_cursor
from sendwizard.tui.fields import ChoiceField, Reading
from sendwizard.tui.lean import LeanLine
from sendwizard.tui.outlet import patient_driver
from sendwizard.tui.question import QuestionPage
from sendwizard.tui.saving import Saver
from sendwizard.tui.waiting import Waiting

if TYPE_CHECKING:
    from textual.timer import Timer

SAVE_AFTER = 0.5
"""Seconds from the first unsaved letter to the save: a word typed is on disk within a second."""
RESTS_AFTER = 1.0
"""Seconds without a letter after which what cannot be read is said: never in mid-word."""
TRY_AGAIN = 5
"""Seconds from a save that failed to the next."""


class SittingApp(LeanLine, Waiting):
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

    texts: defaultdict[str, dict[str, str]]
    """What stands in the boxes of each form, until it has been given for good: the acts'."""

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
        self._saver = Saver(sitting, lambda error: self._post(self.Told(error)))

    def _post(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    async def _after_last_keys(self) -> None:
        """Leave once every letter that the terminal has brought is read and dealt with."""
        hear_out = getattr(self._driver, "hear_out", None)  # ours has it, on a real terminal
        if hear_out is not None:
            await asyncio.to_thread(hear_out)
            for _ in range(3):  # what it has read is under way to the queue as tasks of the loop
                await asyncio.sleep(0)
        self.after_keys(self._leave)

    async def on_mount(self) -> None:
        """Open where they left off; a hang-up or a terminate leaves as the key does."""
        signals.heed(lambda: self.run_worker(self._after_last_keys()))
        await self.push_screen(self.page)
        resume = self.sitting.resume
        self._show()
        if resume and resume.question == self.wizard.at and not self._asked_for:
            put_cursor(self.page, resume.cursor)
        self._fill_forms()
        self._say_saved("")
        if not (self._asked_for or resume):
            self.open_first_page()
        if self.sitting.lock.told:
            self.page.say(self.sitting.lock.told)
        self.watch_others()

    def open_first_page(self) -> None:
        """Show what comes before the first question, when nobody has been here."""

    def action_suspend_process(self) -> None:
        """Put the wizard to sleep, unless that would open a shell."""
        if not self._kiosk:
            super().action_suspend_process()

    @property
    def today(self) -> date:
        """The person's own day, by the sitting's clock."""
        return self.sitting.clock().replace(tzinfo=UTC).astimezone().date()

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
        """Where the person is now; the sitting is told what stands in forms."""
        self.sitting.forms = {
            f"{form}/{box}": text
            for form, boxes in self.texts.items()
            for box, text in boxes.items()
        }
        return Resume(
            self.wizard.at,
            cursor_of(self.page),
            self.wizard.with_extras,
            self.wizard.only_mine,
            self._drafts.copy(),
            self.look,
        )

    def _fill_forms(self) -> None:
        """What stood in the boxes of a form when the line dropped stands there again."""
        for name, text in self.sitting.forms.items():
            form, _, box = name.partition("/")
            self.texts[form][box] = text

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

    def on_leaving_told(self, event: Waiting.Told) -> None:
        """Say whether the words are on disk; if not, try again. Then leave, if that was asked."""
        error = event.error
        self._problem = self.say_unsaved(error) if error else ""
        self.preview_soon()
        if self._timer is None:
            self._say_saved(self._problem)
        if self._retry is not None:
            self._retry.stop()
        self._retry = self.set_timer(TRY_AGAIN, self._save) if error else None
        if isinstance(error, ChangedError):
            self.others_wrote(error, leaves=event.leaves)
        elif event.leaves and error is not None:
            self.ask_how_to_leave(error)
        elif event.leaves:
            self._leave()

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
        # As long as “Saved at 10:15”: what stands behind it is not sent again with each letter.
        text = f"{text:<14}   {length}" if length else text
        self.page.show_state(text, wrong=bool(self._problem))

    def do(self, name: str) -> None:
        """Do what a key of the question page asks for, at once."""
        if self.screen is self.page:
            getattr(self, f"do_{name}")()

    def _do(self, name: str | None) -> None:
        """Do what was picked from a list; nothing where the person went back."""
        if name is not None:
            getattr(self, f"do_{name}")()

    def save_now(self) -> None:
        """Save as when a question is left."""
        self._stop_timer()
        self._saver.leave(self.wizard.answers, self.revision, self.resume_place())

    def action_help_quit(self) -> None:
        """Say which key leaves, where a person tries the one of other programs."""
        self.notify("F12 saves and leaves.", markup=False)

    async def action_quit(self) -> None:
        """Textual's own key for leaving does the same."""
        self.do_leave()
