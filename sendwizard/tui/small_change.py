"""Something has changed since governors approved the report: put right, and approved by the person
whom they named for that. Decides nothing.
"""

from sendwizard.core.findings import Finding
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count
from sendwizard.office.asking import (
    HOW_IT_IS_PUT_RIGHT,
    ONE_LINE_ON_IT,
    SMALL_BOXES,
    SMALL_CHANGE,
    last_look_at_small_change,
    small_change_decided,
    why_not,
)
from sendwizard.office.boxes import Filled
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.approving import Approving, checked_of, stands_of, stops_page
from sendwizard.tui.forms import FormPage
from sendwizard.tui.locking import Locking
from sendwizard.tui.pages import PickPage, numbered


class SmallChange:
    """One person's way through the pages."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app
        self._year = app.sitting.year
        self._today = app.today
        self._earlier = stands_of(app).approval

    def start(self) -> None:
        """Say how it goes, and what can be done now."""
        self._app.collect_field()
        changed = stands_of(self._app).changed
        lines = [("contents", "Change an answer: the list of questions")]
        said = "Nothing has been changed since then yet."
        if changed:
            lines.append(("small", "Approve what was changed, as a small change"))
            lines.append(("whole", "Have governors approve the whole report again"))
            said = f"Changed since then: {count(changed, 'answer')}."
        intro = f"{HOW_IT_IS_PUT_RIGHT}\n\n{said}"
        at = "small" if changed else "contents"
        self._app.push_screen(PickPage(SMALL_CHANGE, intro, numbered(lines), at), self._after)

    def _after(self, picked: str | None) -> None:
        if picked == "contents":
            self._app.do("contents")
        elif picked == "whole":
            Approving(self._app).start()
        elif picked == "small":
            self._small()

    def _small(self) -> None:
        """Not while something stands in the way that governors have not accepted."""
        accepted = self._earlier.gaps if self._earlier else ()
        left = tuple(each for each in checked_of(self._app).stops if each.question not in accepted)
        if left or self._app.unread():
            page = stops_page(self._app, left, can_accept=False)
            self._app.push_screen(page, lambda picked: self._after_stops(picked, left))
        else:
            self._fill_in()

    def _after_stops(self, picked: str | None, left: tuple[Finding, ...]) -> None:
        if picked is not None:
            self._app.go_to_line(picked, left)

    def _fill_in(self, problem: str = "") -> None:
        texts = self._app.texts["small"]
        texts.setdefault("on", say_date(self._today))
        page = FormPage(
            SMALL_CHANGE,
            problem or ONE_LINE_ON_IT,
            SMALL_BOXES,
            texts,
            self._wrong,
            warns=bool(problem),
        )
        self._app.push_screen(page, self._after_form)

    def _wrong(self, filled: Filled) -> dict[str, str]:
        said = why_not(small_change_decided(filled, self._today), self._earlier, self._year)
        return {"on": said} if said else {}

    def _after_form(self, filled: Filled | None) -> None:
        if filled is None:
            self.start()
            return
        made = small_change_decided(filled, self._today)
        Locking(self._app, made, self._fill_in).start(last_look_at_small_change(made))
