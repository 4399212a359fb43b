"""From question to question, and what is done with last year's answer at each. Decides nothing."""

from collections.abc import Callable
from datetime import date
from time import monotonic

from sendwizard.core.answers import Answer, Source
from sendwizard.core.bank import Question
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.reading import last_report
from sendwizard.office.sitting import Sitting
from sendwizard.tui import last_year, words
from sendwizard.tui.document import DocumentPage
from sendwizard.tui.small_pages import AskPage
from sendwizard.tui.tasks import TasksApp

APART = 0.7
"""Seconds between two presses of the key that keeps: a key held down keeps one answer, not all."""
_DOCUMENT = "document"


class WalkingApp(TasksApp):
    """The keys that lead through the questions, and that keep an answer."""

    def __init__(self, sitting: Sitting, *, asked_for: bool = False, kiosk: bool = False) -> None:
        super().__init__(sitting, asked_for=asked_for, kiosk=kiosk)
        self._pressed_at = -APART
        self._being_read: tuple[str, Answer] | None = None
        """The answer that is read to its end before it is kept; None where none is."""
        self._just_kept = ""
        """The question whose answer was kept with the last key; "" for none."""

    def go(self, move: Callable[[Wizard], Wizard]) -> None:
        """Leave the question for another; never refused."""
        super().go(move)
        self._just_kept = ""

    def _show(self) -> None:
        self._being_read = None
        super()._show()

    # -- from question to question ------------------------------------------------------

    def do_next(self) -> None:
        """Go on, or back to the answers; behind the last question comes the review."""
        if not self.back_to_answers():
            self._go_on(Wizard.forward, last=self.wizard.is_last)

    def _go_on(self, move: Callable[[Wizard], Wizard], *, last: bool) -> None:
        unread = self.wizard.at if self.collect_field() else ""
        self.go(move)
        if unread and unread != self.wizard.at:
            self.page.say(words.not_read_yet(self.wizard, unread))
        if last and self.wizard.starting:
            self.say_started()
        elif last:
            self.do_review()

    def do_back(self) -> None:
        """Go back; after keeping, to what was kept, though it needs nobody any more."""
        if self.back_to_answers():
            return
        kept = self._just_kept
        self.go(lambda wizard: wizard.jump(kept) if kept else wizard.back())

    def do_next_to_do(self) -> None:
        """The next question that has to be answered."""
        self.go(Wizard.next_to_do)

    def do_skip(self) -> None:
        """Leave out the extra questions, or bring them back."""
        if self.wizard.with_extras:
            self.go(Wizard.leave_out_extras)
            key = "F2" if self.wizard.answers.began else "F9"
            self.notify(f"Extra questions are left out. {key} brings them back.", markup=False)
        else:
            self.go(Wizard.bring_back_extras)
            self.notify("Extra questions are back.", markup=False)

    def do_narrow(self) -> None:
        """Stop only at what needs the person, or at every question again."""
        narrow = not self.wizard.only_mine
        self.go(lambda wizard: wizard.narrow(only_mine=narrow))
        said = "Going on now stops only at what needs you."
        self.notify(said if narrow else "All questions are back.", markup=False)

    # -- keeping ------------------------------------------------------------------------

    def do_keep(self) -> None:
        """Last year's answer is still true; where no year came across, the key is for extras."""
        if self.wizard.answers.began is None:
            self.do_skip()
        else:
            self.do_still_true()

    def do_still_true(self) -> None:
        """Keep the open answer and go on; only one that has been there to be read."""
        now = monotonic()
        is_held, self._pressed_at = now - self._pressed_at < APART, now
        problem = self.collect_field()
        asks = self.wizard.first_to_read
        if problem:
            self.page.refresh_words(self.wizard, problem)
        elif self.sitting.read_only:
            self.page.say("Nothing can be kept here: these answers can only be looked at.")
        elif self.wizard.statuses[self.wizard.at] is not Status.CARRIED:
            self.page.say(last_year.nothing_to_keep(self.wizard))
        elif is_held:
            self.page.say("One answer at a time: read this one first, then press F9.")
        elif asks is None or self._is_read_to_its_end(asks):
            self._keep()

    def _is_read_to_its_end(self, asks: Question) -> bool:
        """Whether the answer's end has been shown since the key was first pressed; shows more."""
        this = (self.wizard.at, self.wizard.current)
        if self._being_read != this:
            self._being_read = this
            self.page.read_from_start()
        elif self.page.at_end:
            return True
        else:
            self.page.read_on()
        self._say_read_first(asks)
        self.call_after_refresh(self._say_read_first, asks)  # the sentence itself takes lines
        return False

    def _say_read_first(self, asks: Question) -> None:
        if self._being_read == (self.wizard.at, self.wizard.current):
            self.page.say(last_year.read_first(self.wizard, asks, at_end=self.page.at_end))

    def _keep(self) -> None:
        kept, today = self.wizard.at, date.today()  # noqa: DTZ011 - the person's own day
        if self.back_to_answers(lambda wizard: wizard.keep(today)):
            return
        last = self.wizard.keep(today).is_last
        self._go_on(lambda wizard: wizard.keep(today).forward(), last=last)
        self._just_kept = kept

    def do_how(self) -> None:
        """How one knows that what was kept is still true."""
        intro = "A few words, such as “asked the head, 3 November”. Governors see them; no report."
        page = AskPage("How I know that it is true", intro, self.wizard.current.how, self._known)
        self.push_screen(page, self._known)

    def _known(self, how: str | None) -> None:
        if how is not None:
            self.go(lambda wizard: wizard.say_how(how))

    def do_look_again(self) -> None:
        """What was kept is not checked after all."""
        self.go(Wizard.look_again)

    def do_take_out(self) -> None:
        """The open question has no answer any more; what stood there is put by."""
        self.go(lambda wizard: wizard.withdraw(date.today()))  # noqa: DTZ011 - own day

    def last_year_lines(self) -> list[tuple[str, str]]:
        """What the menu offers for last year's answers: what each does, and its words."""
        wizard, lines = self.wizard, []
        if wizard.statuses[wizard.at] is Status.CARRIED:
            key = " (F9)" if wizard.answers.began else ""
            lines.append(("still_true", f"Last year’s answer is still true{key}"))
        if wizard.current.source is Source.KEPT:
            lines.append(("how", "How I know that it is still true"))
            lines.append(("look_again", "Not checked after all"))
        return lines

    # -- last year's report -------------------------------------------------------------

    def has_report(self) -> bool:
        """Whether last year's report stands beside the questions, also one that is broken."""
        try:
            return bool(last_report(self.sitting.school, self.sitting.year))
        except UnreadableError:
            return True

    def do_document(self) -> None:
        """Open last year's report, at the place where it was left."""
        self.collect_field()
        if not self.is_screen_installed(_DOCUMENT):
            try:
                text = last_report(self.sitting.school, self.sitting.year)
            except UnreadableError as error:
                self.page.say(str(error))
                return
            self.install_screen(DocumentPage(text, self._bring), _DOCUMENT)
        self.push_screen(_DOCUMENT)

    def _bring(self, marked: str) -> str:
        """Copy the marked passage into the open question; why it cannot be, or ""."""
        if self.sitting.read_only:
            return "Nothing was copied: these answers can only be looked at."
        if self._drafts_here():
            return "What you typed there cannot be read yet. Nothing was copied."
        try:
            brought = self.wizard.bring(marked)
        except UsageError as error:
            return str(error)
        self.go(lambda _: brought)
        return ""
