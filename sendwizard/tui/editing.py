"""The editor on the screen: what is found in the answer, once the fingers rest. Decides nothing.

It runs in a thread: its rules are imported there too, so that the first question does not wait.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from sendwizard.core.findings import Finding, duty_findings
from sendwizard.core.wizard import Wizard
from sendwizard.errors import UsageError
from sendwizard.office.sitting import Sitting
from sendwizard.tui import found
from sendwizard.tui.cursor import cursor_at, put_cursor
from sendwizard.tui.pages import Line, PickPage, numbered
from sendwizard.tui.sitting_app import SittingApp
from sendwizard.tui.small_pages import AskPage

if TYPE_CHECKING:
    from textual.timer import Timer

    from sendwizard.office.checking import Checked, Looked

LOOKS_AFTER = 0.6
"""Seconds at a question after which its answer is looked at: leafing through costs nothing."""
WHAT_WAS_FOUND = "What was found in this answer"
_ABOUT = (
    "Change the answer, and what was found goes by itself. Where it is no slip, set it aside: "
    "Enter asks you why, and the head sees the reason before approval."
)
NO_REASON = "Nothing was set aside: say in a few words why it can stand."
HANGS = 4
"""Cells by which the further lines of a finding are set in."""
_LEFT = "Set aside (Enter takes it back)"


class FindingsPage(PickPage):
    """A list of what was found; its help says what the marks mean, and what can be done."""

    HELP = (
        "Each line is one thing that was found. ! has to be put right before approval, ? is worth "
        "another look, i is a tip; L is last year’s answer, not checked yet. Enter leads to the "
        "answer, with the cursor at the words. Change them, and the line goes by itself. Where it "
        "is no slip, the menu (F2) has “What was found in this answer”: there it is set aside, "
        f"with a reason that the head sees.\n\n{PickPage.HELP}"
    )


class EditingApp(SittingApp):
    """The app with its editor."""

    class FoundHere(Message):
        """An answer was looked at."""

        def __init__(
            self, wizard: Wizard, after: Wizard, findings: Sequence[Finding], left: int
        ) -> None:
            super().__init__()
            self.wizard = wizard
            self.after = after
            """The same, knowing which of the answers say nothing."""
            self.findings = findings
            """What was found and is not said by the page already, worst first."""
            self.left = left
            """How much was set aside."""

    class Later(Message):
        """A thread has something to go on with, on the screen's own."""

        def __init__(self, then: Callable[[], None]) -> None:
            super().__init__()
            self.then = then

    def __init__(self, sitting: Sitting, *, asked_for: bool = False, kiosk: bool = False) -> None:
        super().__init__(sitting, asked_for=asked_for, kiosk=kiosk)
        self._looks: Timer | None = None

    # -- under the answer ---------------------------------------------------------------

    def _show(self) -> None:
        super()._show()
        self._look_later(LOOKS_AFTER)

    def _wait_for_rest(self) -> None:
        super()._wait_for_rest()
        self._look_later(None)

    def _look_later(self, seconds: float | None) -> None:
        """Look after so many seconds; None waits for the fingers to rest."""
        if self._looks is not None:
            self._looks.stop()
        self._looks = self.set_timer(seconds, self.look_over) if seconds else None

    def _rest(self) -> None:
        super()._rest()
        self.look_over()

    def look_over(self) -> None:
        """Have the open answer looked at, off the screen's own thread."""
        if not self.is_running:
            return
        wizard, today = self.wizard, self.today

        def work() -> None:
            from sendwizard.office.checking import looked_over  # noqa: PLC0415 - 0.1 s, see the top
            from sendwizard.office.read_over import read_over  # noqa: PLC0415 - ditto

            looked = looked_over(wizard.bank, wizard.answers, wizard.at, today)
            after = read_over(wizard)
            self._post(self.FoundHere(wizard, after, looked.findings, len(looked.set_aside)))

        self.run_worker(work, thread=True, group="editor", exclusive=True)

    def on_editing_app_found_here(self, event: FoundHere) -> None:
        """Show it, where the answer is still the one that was looked at."""
        seen, now = event.wizard, self.wizard
        if seen.answers == now.answers and event.after.hollow != now.hollow:
            self.wizard = now = replace(now, hollow=event.after.hollow)
            self.page.refresh_words(now)
        if seen.at == now.at and seen.current == now.current:
            self.page.show_found(event.findings, event.left)

    # -- set aside ----------------------------------------------------------------------

    def do_found(self) -> None:
        """What was found in the open answer, to set it aside or to take that back."""
        self.collect_field()
        self._list_found("")

    def _list_found(self, told: str) -> None:
        """The list, after what was done on it last."""
        from sendwizard.office.checking import check_question  # noqa: PLC0415 - see the top

        wizard = self.wizard
        looked = check_question(wizard.bank, wizard.answers, wizard.at, self.today)
        shown = [f"{found.LETTER[each.severity]} {each.beside}" for each in looked.findings]
        lines = [
            replace(line, hangs=line.text.index(text) + 2)
            for text, line in zip(
                shown, numbered([(f"f{n}", text) for n, text in enumerate(shown)]), strict=True
            )
        ]
        if looked.set_aside:
            lines.append(Line("", _LEFT, "bold"))
        lines += [
            Line(f"a{n}", f" >  {each.beside}", hangs=HANGS)
            for n, each in enumerate(looked.set_aside)
        ]
        intro = _ABOUT if lines else "Nothing was found in this answer."
        intro = f"{told}\n\n{intro}" if told else intro
        page = FindingsPage(WHAT_WAS_FOUND, intro, lines)
        self.push_screen(page, lambda picked: self._picked(looked, picked))

    def _picked(self, looked: "Looked", picked: str | None) -> None:
        if picked is None:
            return
        if self.sitting.read_only:
            self.page.say("Nothing can be set aside: these answers can only be looked at.")
            return
        place = int(picked[1:])
        from sendwizard.office.checking import set_aside, taken_back  # noqa: PLC0415 - see the top

        if picked.startswith("a"):
            finding = looked.set_aside[place].finding
            self.go(lambda wizard: taken_back(wizard, finding))
            self._list_found("It is to be looked at again.")
            return
        finding = looked.findings[place]

        def leave(reason: str | None) -> None:
            if reason and reason.strip():
                self.go(lambda wizard: set_aside(wizard, finding, reason))

        def take(reason: str | None) -> None:
            leave(reason)
            given = NO_REASON if reason is not None else ""
            self._list_found("It is set aside." if reason and reason.strip() else given)

        intro = f"{finding.beside}\n\nWhy it can stand, in a few words. The head sees them."
        self.push_screen(AskPage("Set this aside", intro, "", leave), take)

    # -- review -------------------------------------------------------------------------

    def do_review(self) -> None:
        """List what is missing at once, and what is found in the answers when they are read."""
        self.collect_field()
        wizard, unread = self.wizard, self.unread()
        gaps = duty_findings(wizard.bank, wizard.answers)
        intro, lines = found.review(wizard, unread, gaps, reading=True)
        page = FindingsPage("Review: what is missing", intro, lines, found.line_of(wizard, lines))
        listed = list(gaps)
        self.push_screen(page, lambda picked: self._jump(picked, listed))

        def fill_in(checked: "Checked") -> None:
            listed[:] = [*checked.findings, *(each.finding for each in checked.set_aside)]
            intro, lines = found.review(wizard, unread, checked.findings, checked.set_aside)
            page.renew(intro, lines, found.line_of(wizard, lines))

        self.look_everywhere(wizard, fill_in)

    def look_everywhere(self, wizard: Wizard, then: Callable[["Checked"], None]) -> None:
        """Have all answers looked at, and then go on with what was found."""
        today = self.today

        def work() -> None:
            from sendwizard.office.checking import check_answers  # noqa: PLC0415 - see the top

            checked = check_answers(wizard.bank, wizard.answers, today)
            self.later(lambda: then(checked))

        self.run_worker(work, thread=True, group="review", exclusive=True)

    def later(self, then: Callable[[], None]) -> None:
        """Do something on the screen's own thread; nothing where the person has left."""
        self._post(self.Later(then))

    def on_editing_app_later(self, event: Later) -> None:
        """Go on with it."""
        event.then()

    def _jump(self, picked: str | None, listed: Sequence[Finding] = ()) -> None:
        if picked == found.BUILD:
            self._do("finish")
        elif picked == found.CHECK:
            self._do("check_answers")
        elif picked is not None:
            self.go_to_line(picked, listed)

    def go_to_line(self, picked: str, listed: Sequence[Finding]) -> None:
        """Open the question of a line that was picked in a list of findings, at its words."""
        finding = found.picked_of(picked, listed)
        if finding:
            self.go_to_words(finding)
        else:
            self.go_to(found.question_of(picked))

    def go_to_words(self, finding: Finding) -> None:
        """Open the question of a finding, with the cursor at the words that it is about."""
        self.go_to(finding.question)
        question = self.wizard.question
        if question.id == finding.question:
            place = cursor_at(self.page, question, finding)
            if place is not None:
                put_cursor(self.page, place)

    def go_to(self, question_id: str) -> None:
        """Open that question; a sentence where this school is not asked it."""
        try:
            self.go(lambda wizard: wizard.jump(question_id))
        except UsageError as error:
            self.notify(str(error), markup=False)
