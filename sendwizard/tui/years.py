"""The pages of years: open another one, begin the next, stand last year's report beside the
questions. Decides nothing.

The other year is opened, its lock and all, while this one still is; only then is this one left.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sendwizard.core.answers import Answers
from sendwizard.core.years import year_after
from sendwizard.errors import SendwizardError
from sendwizard.office.acts import YearStatus, all_status
from sendwizard.office.asking import (
    HOW_A_YEAR_IS_WRITTEN,
    WHAT_STANDS_BESIDE,
    YEAR_BOX,
    path_box,
)
from sendwizard.office.at_home import say_state
from sendwizard.office.beginning import begin, stand_beside
from sendwizard.office.boxes import Filled
from sendwizard.office.sitting import open_year
from sendwizard.office.starting import BrokenYearError, Start, start_of
from sendwizard.office.telling import what_begins
from sendwizard.tui.acting import ActingApp, Opened
from sendwizard.tui.forms import FormPage
from sendwizard.tui.pages import PickPage, TextPage, numbered

_BEGIN = ":begin"
_ANOTHER = ":another"


class Years:
    """Open another year, or begin one."""

    def __init__(self, app: ActingApp, back: Callable[[], None] | None = None) -> None:
        """`back` is done where the person names no year after all."""
        self._app = app
        self._back = back

    def start(self) -> None:
        """List the years, and those that can be begun."""
        school = self._app.sitting.school
        self._app.act("Looking at the years.", lambda: all_status(school), self._list)

    def _list(self, found: tuple[list[YearStatus], list[SendwizardError]]) -> None:
        good, _ = found
        known = {each.year: say_state(each) for each in good}
        here, years = self._app.sitting.year, self._app.sitting.school.years()
        next_year = year_after(max([here, *years]))
        actions = [(_BEGIN + next_year, f"Begin {next_year}"), (_ANOTHER, "Begin another year")]
        for year in reversed(years):
            mine = ", open now" if year == here else ""
            text = known.get(year, "cannot be read; Enter says why")
            actions.append((year, f"{year}: {text}{mine}"))
        lines = numbered(actions)
        intro = "Enter opens a year; this one is saved first, and stays as it is."
        at = next((year for year in reversed(years) if year != here), _BEGIN + next_year)
        self._app.push_screen(PickPage("Years", intro, lines, at), self._after)

    def _after(self, picked: str | None) -> None:
        if picked == _ANOTHER:
            self.ask_year()
        elif picked is not None and picked.startswith(_BEGIN):
            self.begin(picked.removeprefix(_BEGIN))
        elif picked is not None and picked != self._app.sitting.year:
            self._open(picked)

    def _open(self, year: str) -> None:
        self._app.act(f"Opening {year}.", lambda: self._opened(year), self._app.leave_for)

    def _opened(self, year: str, told: tuple[str, ...] = ()) -> Opened:
        now = self._app.sitting
        return Opened(open_year(now.school, year, clock=now.clock), told)

    # -- begin --------------------------------------------------------------------------

    def ask_year(self) -> None:
        """Which school year is to be begun."""
        texts = self._app.texts["year"]
        page = FormPage("Begin a year", HOW_A_YEAR_IS_WRITTEN, (YEAR_BOX,), texts)
        self._app.push_screen(page, self._after_year)

    def _after_year(self, filled: Filled | None) -> None:
        if filled is not None:
            self._app.texts.pop("year", None)
            self.begin(filled.text("year"))
        elif self._back is not None:
            self._back()

    def begin(self, year: str, source: str | None = None) -> None:
        """Show what the year would begin with; nothing is begun yet."""
        app = self._app
        if year == app.sitting.year:
            app.push_screen(TextPage("Begin a year", f"{year} is the year that is open now."))
            return
        school, bank = app.sitting.school, app.wizard.bank
        own = None if source is None else True
        app.act(
            f"Looking at what {year} begins with.",
            lambda: start_of(school, bank, year, source=source, own=own),
            partial(self._offer, year),
            failed=partial(self._broken, year),
        )

    def _broken(self, year: str, error: SendwizardError) -> None:
        """The year before cannot be read: its last good save may stand in."""
        save = error.save if isinstance(error, BrokenYearError) else None
        if save is None:
            self._app.say_why_not(error)
            return
        lines = numbered([("save", "Begin with its last good save"), ("no", "Not now")])
        self._app.push_screen(
            PickPage(f"Begin {year}", str(error), lines),
            lambda picked: self.begin(year, str(save)) if picked == "save" else None,
        )

    def _offer(self, year: str, start: Start) -> None:
        lines = numbered([("yes", f"Begin {year}"), ("no", "Not now: change nothing")])
        intro = "\n".join(what_begins(start))
        page = PickPage(f"Begin {year}", intro, lines)
        self._app.push_screen(page, lambda picked: self._begin(picked, year, start))

    def _begin(self, picked: str | None, year: str, start: Start) -> None:
        if picked != "yes":
            return
        school, clock = self._app.sitting.school, self._app.sitting.clock

        def begun() -> Opened:
            return self._opened(year, begin(school, year, clock, start=start).told)

        self._app.act(f"Beginning {year}.", begun, self._app.leave_for)


class Beside:
    """Last year's report, beside the questions of the open year."""

    def __init__(self, app: ActingApp, back: Callable[[], None] | None = None) -> None:
        """`back` is done where the person names no file after all."""
        self._app = app
        self._back = back

    def start(self, problem: str = "") -> None:
        """Ask where the file lies."""
        page = FormPage(
            "Last year’s report",
            problem or WHAT_STANDS_BESIDE,
            (path_box(self._app.sitting.school),),
            self._app.texts["path"],
            warns=bool(problem),
        )
        self._app.push_screen(page, self._take)

    def _take(self, filled: Filled | None) -> None:
        if filled is None:
            if self._back is not None:
                self._back()
            return
        app, path = self._app, Path(filled.text("path"))
        school, year, answers = app.sitting.school, app.sitting.year, app.wizard.answers
        app.act(
            "Reading the report.",
            lambda: stand_beside(school, year, answers, path),
            self._say,
            answers_of=lambda beside: beside,
            failed=lambda error: self.start(str(error)),
        )

    def _say(self, answers: Answers) -> None:
        self._app.texts.pop("path", None)
        name = answers.began.document if answers.began else ""
        text = (
            f"The words of {name} stand beside every question. The menu (F2) opens them, at each "
            "question; there, you mark a passage and copy it in."
        )
        self._app.push_screen(TextPage("Last year’s report", text))
