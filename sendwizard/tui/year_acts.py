"""What the wizard does with a whole year: home, approve, what changed, history, other years.

Each is a page or a way through several; none decides anything. They are imported when they are
asked for: together they take a tenth of a second, and the first question should not wait for it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from sendwizard.core.wizard import Wizard
from sendwizard.errors import SendwizardError
from sendwizard.office.acts import YearStatus, all_status
from sendwizard.office.at_home import AtHome
from sendwizard.office.sitting import Sitting
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.first_run import welcome_page
from sendwizard.tui.home import Home

if TYPE_CHECKING:
    from sendwizard.office.spelling import Speller
    from sendwizard.tui.pages import PickPage


class YearActs(ActingApp):
    """The app with its pages around a year; `do_NAME` for each line of home."""

    class Looked(Message):
        """The other years were looked at."""

        def __init__(self, good: Sequence[YearStatus], bad: Sequence[SendwizardError]) -> None:
            super().__init__()
            self.good = good
            self.bad = bad

    def __init__(self, sitting: Sitting, *, asked_for: bool = False, kiosk: bool = False) -> None:
        super().__init__(sitting, asked_for=asked_for, kiosk=kiosk)
        self.told: tuple[str, ...] | None = None
        """What is said first of a year that was opened from another one; None for the first."""
        self._home: tuple[Home, PickPage] | None = None
        self._speller: Speller | None = None
        """The dictionary; None until it is first asked for."""

    def open_first_page(self) -> None:
        """Welcome whoever comes to an empty folder; others come home."""
        if self.sitting.school.years():
            self.do_home()
        else:
            self.push_screen(welcome_page(self.sitting.year), self._welcomed)

    def _welcomed(self, picked: str | None) -> None:
        """Do what was picked; who turns back from a form is welcomed again."""
        from sendwizard.tui.years import Beside, Years  # noqa: PLC0415 - seldom needed, see the top

        if picked == "beside":
            Beside(self, self.open_first_page).start()
        elif picked == "another_year":
            Years(self, self.open_first_page).ask_year()
        else:
            self._do(picked)

    def on_ready(self) -> None:
        """A year that was opened from another one begins at home."""
        if self.told is not None and self.screen is self.page:
            self.open_first_page()

    def do_nothing(self) -> None:
        """Go on with the question that is open."""

    def do_next_for_me(self) -> None:
        """The next question that needs the person."""
        self.go(next_for_me)

    def do_home(self) -> None:
        """Years, folder, next review; the other years are looked at in a thread."""
        self.collect_field()
        at_home = AtHome.of(self.sitting, self.wizard, self.today, self.told or ())
        home = Home(at_home)
        page = home.page()
        self._home = home, page
        self.push_screen(page, self._from_home)
        school = self.sitting.school
        self.run_worker(lambda: self._post(self.Looked(*all_status(school))), thread=True)

    def on_year_acts_looked(self, event: Looked) -> None:
        """Say how the other years stand, and what is wrong anywhere."""
        if self._home is None:
            return
        home, page = self._home
        home = Home(home.at.knowing(event.good, event.bad))
        self._home = home, page
        page.tell(home.intro())

    def _from_home(self, name: str | None) -> None:
        self._home = None
        self.told = None
        self._do(name)

    def do_approve(self) -> None:
        """Approve and lock."""
        from sendwizard.tui.approving import Approving  # noqa: PLC0415 - seldom needed, see the top

        Approving(self).start()

    def do_small_change(self) -> None:
        """Something has changed since the approval."""
        from sendwizard.tui.small_change import SmallChange  # noqa: PLC0415 - seldom needed, see the top

        SmallChange(self).start()

    def do_published(self) -> None:
        """Where the approved report stands."""
        from sendwizard.tui.publishing import Publishing  # noqa: PLC0415 - seldom needed, see the top

        Publishing(self).start()

    def do_changes(self) -> None:
        """What changed since the year before, or since the last approval."""
        from sendwizard.tui.comparing import Changes  # noqa: PLC0415 - seldom needed, see the top

        Changes(self).start()

    def do_history(self) -> None:
        """Earlier saves and replaced texts."""
        from sendwizard.tui.earlier import History  # noqa: PLC0415 - seldom needed, see the top

        History(self).start()

    def do_spelling(self) -> None:
        """Look up every word, and put one right."""
        from sendwizard.office.spelling import Speller  # noqa: PLC0415 - seldom needed, see the top
        from sendwizard.tui.spelling import Spelling  # noqa: PLC0415 - ditto

        self._speller = self._speller or Speller()
        Spelling(self, self._speller).start()

    def close(self) -> None:
        """After the screen is gone: the dictionary ends as well. Raises UnwritableError."""
        if self._speller is not None:
            self._speller.close()
        super().close()

    def do_new_questions(self) -> None:
        """What newer questions mean; take them, or go back."""
        from sendwizard.tui.newer import NewQuestions  # noqa: PLC0415 - seldom needed, see the top

        NewQuestions(self).start()

    def do_years(self) -> None:
        """Open another year, or begin one."""
        from sendwizard.tui.years import Years  # noqa: PLC0415 - seldom needed, see the top

        Years(self).start()

    def do_another_year(self) -> None:
        """Begin a year that the person names."""
        from sendwizard.tui.years import Years  # noqa: PLC0415 - seldom needed, see the top

        Years(self).ask_year()

    def do_beside(self) -> None:
        """Last year's report beside the questions."""
        from sendwizard.tui.years import Beside  # noqa: PLC0415 - seldom needed, see the top

        Beside(self).start()


def next_for_me(wizard: Wizard) -> Wizard:
    """At the open question where it needs the person, or else at the next, round the end."""
    order = [question.id for question in wizard.in_order]
    needing = [q.id for q in wizard.narrow(only_mine=True).walked if wizard.needs_me(q)]
    after = [each for each in needing if order.index(each) >= order.index(wizard.at)]
    target = next(iter([*after, *needing]), None)
    return wizard if target is None else wizard.jump(target)
