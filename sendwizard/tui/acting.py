"""How an act of the office is done from the wizard: in its turn, off the screen, nothing lost.

An act runs in the thread that saves, so it never meets a save; while it runs, a page stands above
the question, so nobody types. Knows no act.
"""

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from textual.message import Message

from sendwizard.core.answers import Answers
from sendwizard.errors import SendwizardError
from sendwizard.office.sitting import Sitting
from sendwizard.tui.editing import EditingApp
from sendwizard.tui.pages import TextPage, TurnTo
from sendwizard.tui.small_pages import WaitPage

Result = TypeVar("Result")


@dataclass(frozen=True)
class Opened:
    """A year that is opened next, with what to say of it first."""

    sitting: Sitting
    told: tuple[str, ...] = ()


class ActingApp(EditingApp):
    """The app under the pages around the question."""

    class Acted(Message):
        """An act is done, or could not be."""

        def __init__(self, then: Callable[[], None]) -> None:
            super().__init__()
            self.then = then

    def __init__(self, sitting: Sitting, *, asked_for: bool = False, kiosk: bool = False) -> None:
        super().__init__(sitting, asked_for=asked_for, kiosk=kiosk)
        self._under_way: Callable[[], Answers] | None = None
        """Gives the answers as the act that is under way leaves them."""
        self.texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """What stands in the boxes of each form, until it has been given for good."""
        self.opened: Opened | None = None
        """The year that is opened next; None where the person only leaves."""

    def act(
        self,
        saying: str,
        do: Callable[[], Result],
        then: Callable[[Result], None],
        *,
        answers_of: Callable[[Result], Answers] | None = None,
        failed: Callable[[SendwizardError], None] | None = None,
    ) -> None:
        """Do something in its turn, and then go on with what it gave.

        `answers_of` says what it makes of this year's answers, where it saves them itself: they
        become the wizard's, also where the person has left before it was done.
        """
        self.save_all()
        self.push_screen(WaitPage(saying))
        future = self._saver.then(do)
        if answers_of is not None:
            self._under_way = lambda: answers_of(future.result())
        finish = partial(self._finish, future, then, answers_of, failed or self.say_why_not)
        future.add_done_callback(lambda _: self._post(self.Acted(finish)))

    def save_all(self) -> None:
        """What stands in the field, too, as when a question is left."""
        self.collect_field()
        self._stop_timer()
        if self.wizard.answers.by_id or self.sitting.is_on_disk:
            self._saver.leave(self.wizard.answers, self.revision, self.resume_place())

    def on_acting_app_acted(self, event: Acted) -> None:
        """Go on with what the act gave."""
        while any(isinstance(each, WaitPage) for each in self.screen_stack):
            self.pop_screen()  # with it what came above it meanwhile, such as a report that is done
        event.then()

    def _finish(
        self,
        future: Future[Result],
        then: Callable[[Result], None],
        answers_of: Callable[[Result], Answers] | None,
        failed: Callable[[SendwizardError], None],
    ) -> None:
        self._under_way = None
        try:
            result = future.result()
        except SendwizardError as error:
            failed(error)
            return
        if answers_of is not None:
            self.take_answers(answers_of(result))
        then(result)

    def say_why_not(self, error: SendwizardError) -> None:
        """A sentence on what went wrong."""
        self.push_screen(TextPage("That did not work", str(error)))

    def take_answers(self, answers: Answers) -> None:
        """The answers as an act leaves them: shown in the open field, and saved.

        What was typed and could not be read goes where the act changed the answer below it.
        """
        before = self.wizard.answers
        for key in list(self._drafts):
            question = key.partition("/")[0]
            if answers.get(question) != before.get(question):
                del self._drafts[key]
        self._take(self.wizard.over(answers))
        self._show()
        self._saver.leave(self.wizard.answers, self.revision, self.resume_place())

    def leave_for(self, opened: Opened) -> None:
        """Leave this year, saved, for another one that is open already."""
        self.opened = opened
        self._leave()

    def on_turn_to(self, event: TurnTo) -> None:
        """A key of the question page, pressed on another: the pages above the question close."""
        while self.screen is not self.page:
            self.pop_screen()
        if event.name != "back":  # from another page, back leads here
            self.do(event.name)

    def close(self) -> None:
        """After the screen is gone: what is under way is finished. Raises UnwritableError."""
        self._saver.finish()
        if self._under_way is not None:
            try:
                self._take(self.wizard.over(self._under_way()))
            except SendwizardError:
                self._under_way = None  # it changed nothing, and nobody is there to be told
        super().close()
