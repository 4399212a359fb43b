"""One who came second looks, and writes when whoever has the year leaves. Decides nothing.

The looks whether it is free are off the screen, and send nothing to the terminal.
"""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from textual.message import Message

from sendwizard.tui.cursor import cursor_of, put_cursor
from sendwizard.tui.leaving import Leaving
from sendwizard.tui.question import QuestionPage

if TYPE_CHECKING:
    from textual.timer import Timer

LOOK_EVERY = 3.0
"""Seconds between two looks whether the year is free."""


class Waiting(Leaving):
    """An app over one sitting that may have to wait for its turn."""

    class Freed(Message):
        """Whoever had the year has left, and it is this person's."""

    _watch: "Timer | None" = None

    def _say_saved(self, problem: str) -> None:
        raise NotImplementedError

    def watch_others(self) -> None:
        """Look now and then whether one who waits may write; bring in what lies about otherwise."""
        if self.sitting.waits:
            self._watch = self.set_interval(LOOK_EVERY, self._look_again)
        else:
            self.look_for_versions()

    def _look_again(self) -> None:
        if self.sitting.waits:
            if not self._saver.is_acting:
                self._apart(self.sitting.look_again, self._looked)
        elif self.screen is self.page:  # a page above it is closed first
            if self._watch is not None:
                self._watch.stop()
            self.post_message(self.Freed())

    def _looked(self, future: Future[bool]) -> None:
        if future.result():
            self._show_saved()
        self._say_saved("")
        if not self.sitting.waits:
            self._look_again()

    def _show_saved(self) -> None:
        """What is on disk now, at the same place."""
        before = self.wizard
        cursor = cursor_of(self.page)
        self.wizard = before.over(self.sitting.saved)
        if (self.wizard.at, self.wizard.current) != (before.at, before.current):
            self._show()
            put_cursor(self.page, cursor)
        else:
            self.page.refresh_words(self.wizard)

    async def on_waiting_freed(self, _event: Freed) -> None:
        """A page that takes letters comes in the place of the one that was looked at."""
        cursor, resume = cursor_of(self.page), self.sitting.resume
        self._drafts = dict(resume.drafts) if resume else {}
        locked = bool(self.sitting.read_only)
        self.page = QuestionPage(self.wizard, self, self.sitting.before, locked=locked)  # type: ignore[arg-type]  # the app is its office
        await self.switch_screen(self.page)
        self._previewed = None
        self._show()
        put_cursor(self.page, cursor)
        self._say_saved("")
        if not locked:
            told = self.sitting.lock.told or "The year is free: you can write now."
            self.page.say(told)
            self.watch_others()
