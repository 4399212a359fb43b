"""Two versions of an answer, shown side by side until a person has chosen. Decides nothing.

One came from somebody else, from a program that copies files, or from words that could not be saved
last time. What only one of them changed is brought in without a question.
"""

from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from sendwizard.core.answers import Answers
from sendwizard.core.merge import Choice, Merged, choose
from sendwizard.core.wizard import Wizard
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.together import (
    CHOICES,
    WHOSE,
    Version,
    changed_version,
    choices_of,
    put_away,
    put_mine_by,
    say_brought,
    say_clash,
    versions,
)
from sendwizard.tui.pages import PickPage, numbered
from sendwizard.tui.previewing import Previewing
from sendwizard.tui.saving import Saver

if TYPE_CHECKING:
    from textual.timer import Timer

QUIET = 1.0
"""Seconds without a letter before a page comes by itself: it must not take letters for choices."""
LATER = "Both versions are kept. F12 asks again which one stands."
Result = TypeVar("Result")


class TwoVersions(Previewing):
    """An app over one sitting that loses no words to those of others."""

    left_by_key: bool
    _saver: Saver
    _drafts: dict[str, str]
    _resting: "Timer | None"
    """Runs while the fingers may rest."""

    class Settled(Message):
        """Something was done off the screen."""

        def __init__(self, then: Callable[[], None]) -> None:
            super().__init__()
            self.then = then

    choosing: PickPage | None = None
    """The page with two versions that was shown last."""
    _changed: ChangedError | None = None
    """What somebody else wrote, until it is brought in; None where nobody did."""
    _put_off = ""
    """The mark of the file that the person does not want to choose about yet."""
    _leaves_then = False
    """Whether the person leaves once all is settled."""

    @property
    def is_choosing(self) -> bool:
        """Whether two versions are shown; a key that closes all pages puts them off as Esc does."""
        return self.choosing is not None and self.choosing in self.screen_stack

    # -- what the app under it does -----------------------------------------------------

    def do_leave(self) -> None:
        """Leave, as the person asked."""
        raise NotImplementedError

    def save_now(self) -> None:
        """Save as when a question is left."""
        raise NotImplementedError

    def _show(self) -> None:
        raise NotImplementedError

    def _take(self, wizard: Wizard) -> None:
        raise NotImplementedError

    def _apart(
        self, do: Callable[[], Result], then: Callable[[Future[Result]], None] | None = None
    ) -> None:
        """Do something in the thread that saves, and go on with what it gave."""
        future = self._saver.then(do)
        if then is not None:
            on = then
            future.add_done_callback(lambda done: self._post(self.Settled(lambda: on(done))))

    def on_two_versions_settled(self, event: Settled) -> None:
        """Go on."""
        event.then()

    # -- somebody else wrote meanwhile ---------------------------------------------------

    def others_wrote(self, changed: ChangedError, *, leaves: bool) -> None:
        """Bring in what somebody else wrote meanwhile; where both changed an answer, ask."""
        self._changed, self._leaves_then = changed, leaves
        if self.is_choosing:
            return
        self.collect_field()
        version = changed_version(self.sitting, changed)
        merged = version.with_mine(self.wizard.answers)
        if not merged.clashes:
            self._bring_changed(version, merged, merged.answers)
        elif leaves or changed.mark != self._put_off:
            self._ask_when_quiet()

    def _ask_when_quiet(self) -> None:
        quiet = self._resting is None and self.screen is self.page
        if self._changed is None or self.is_choosing:
            return
        if not (quiet or self._leaves_then):
            self.set_timer(QUIET, self._ask_when_quiet)
            return
        changed, mine = self._changed, self.wizard.answers
        self._apart(lambda: put_mine_by(self.sitting, mine))
        version = changed_version(self.sitting, changed)

        def chosen(merged: Merged, answers: Answers | None) -> None:
            self._chosen(version, merged, answers)

        Choosing(self, version, chosen).start()

    def _chosen(self, version: Version, merged: Merged, answers: Answers | None) -> None:
        if answers is None:
            self._put_off = self._changed.mark if self._changed else ""
            self._leaves_then = self.left_by_key = False
            self.page.say(LATER)
        else:
            self._bring_changed(version, merged, answers)

    def _bring_changed(self, version: Version, merged: Merged, answers: Answers) -> None:
        if self._changed is not None:
            self.sitting.accept(self._changed)
        self._changed = None
        self.bring_in(answers)
        self.page.say(say_brought(merged, version))
        if self._leaves_then:
            self.do_leave()

    def bring_in(self, answers: Answers) -> None:
        """Answers that came from elsewhere: shown in the open field where they are its own."""
        before = self.wizard
        for key in list(self._drafts):
            question = key.partition("/")[0]
            if answers.get(question) != before.answers.get(question):
                del self._drafts[key]
        self._take(before.over(answers))
        if (self.wizard.at, self.wizard.current) != (before.at, before.current):
            self._show()
        else:
            self.page.refresh_words(self.wizard)
        self.save_now()

    # -- versions that lie about ---------------------------------------------------------

    def look_for_versions(self) -> None:
        """Bring in what could not be saved last time, and what lies beside the answers."""
        self._apart(lambda: list(versions(self.sitting)), self._found_versions)

    def _found_versions(self, future: Future[list[Version]]) -> None:
        self._next_version(future.result())

    def _next_version(self, left: list[Version]) -> None:
        if not left or not self.is_running:
            return
        version, *others = left
        merged = version.with_mine(self.wizard.answers)
        if merged.clashes:

            def chosen(_: Merged, answers: Answers | None) -> None:
                self._version(version, answers, others)

            Choosing(self, version, chosen).start()
            return
        self._version(version, merged.answers, others)
        if said := say_brought(merged, version):
            self.page.say(said)

    def _version(self, version: Version, answers: Answers | None, others: list[Version]) -> None:
        if answers is not None:
            self.bring_in(answers)
            brought = self.wizard.answers
            self._apart(lambda: put_away(self.sitting, version, brought))
        self._next_version(others)


class Choosing:
    """The pages with two versions of each answer that differs; nothing changes before the last."""

    def __init__(
        self, app: TwoVersions, version: Version, done: Callable[[Merged, Answers | None], None]
    ) -> None:
        """`done` takes the answers as they were chosen; None where the person wants to wait."""
        self._app = app
        self._version = version
        self._done = done
        self._merged = version.with_mine(app.wizard.answers)
        self._answers = self._merged.answers

    def start(self) -> None:
        """Show the first."""
        self._ask(0)

    def _ask(self, place: int) -> None:
        clashes, sitting = self._merged.clashes, self._app.sitting
        clash = clashes[place]
        prompt, mine, theirs = say_clash(sitting, clash, self._answers)
        about = f"{self._version.said}\n{WHOSE}\n\n" if place == 0 else ""
        lines = [(each.value, CHOICES[each]) for each in choices_of(sitting, clash)]
        page = PickPage(
            f"Two versions of an answer: {place + 1} of {len(clashes)}",
            f"{about}{prompt}\n\nMine:\n{mine}\n\nTheirs:\n{theirs}",
            numbered(lines),
            back="Esc: later",
        )

        shown = monotonic()

        def take(picked: str | None) -> None:
            if picked is not None and place == 0 and monotonic() - shown < QUIET:
                self._ask(place)  # a letter on its way into the answer, and no choice
            elif picked is None:
                self._end(None)
            else:
                self._answers = choose(self._answers, clash, Choice(picked))
                self._go_on(place + 1)

        self._app.choosing = page
        self._app.push_screen(page, take)

    def _go_on(self, place: int) -> None:
        if place < len(self._merged.clashes):
            self._ask(place)
        else:
            self._end(self._answers)

    def _end(self, answers: Answers | None) -> None:
        self._app.choosing = None
        self._done(self._merged, answers)
