"""Something has changed since governors approved the report: put right, and approved by the person
whom they named for that. Decides nothing.
"""

from dataclasses import replace

from sendwizard.core.findings import stops
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count
from sendwizard.office.approving import Decision
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.approving import ON, ROLE, WHO, Approving, stands_of, stops_page
from sendwizard.tui.forms import Box, Filled, FormPage
from sendwizard.tui.locking import Locking, why_not
from sendwizard.tui.pages import PickPage, numbered

TITLE = "Something has changed"
_BOXES = (
    Box(
        "text",
        "What changed, and why",
        needed="Say it in a few words: families read them.",
        hint="for example: new SENCO from Easter",
    ),
    replace(WHO, needed="Write the name of the person whom governors named for this."),
    replace(ROLE, hint="for example Headteacher"),
    replace(ON, label="Date of the change"),
)


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
        intro = (
            "A report is put right as soon as things change. Change the answer first; then the "
            "person whom governors named for small changes approves it here, and the date of the "
            f"next review does not move.\n\n{said}"
        )
        at = "small" if changed else "contents"
        self._app.push_screen(PickPage(TITLE, intro, numbered(lines), at), self._after)

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
        found = stops(self._app.wizard.bank, self._app.wizard.answers)
        left = tuple(each for each in found if each.question not in accepted)
        if left or self._app.unread():
            self._app.push_screen(stops_page(self._app, left, can_accept=False), self._after_stops)
        else:
            self._fill_in()

    def _after_stops(self, picked: str | None) -> None:
        if picked is not None:
            self._app.go_to(picked)

    def _fill_in(self, problem: str = "") -> None:
        texts = self._app.texts["small"]
        texts.setdefault("on", say_date(self._today))
        intro = "One line on what changed and why. The report prints it with its date."
        page = FormPage(TITLE, problem or intro, _BOXES, texts, self._wrong, warns=bool(problem))
        self._app.push_screen(page, self._after_form)

    def _decided(self, filled: Filled) -> Decision:
        return Decision(
            by=filled.text("by"),
            role=filled.text("role"),
            on=filled.day("on") or self._today,
            small_change=filled.text("text"),
        )

    def _wrong(self, filled: Filled) -> dict[str, str]:
        said = why_not(self._decided(filled), self._earlier, self._year)
        return {"on": said} if said else {}

    def _after_form(self, filled: Filled | None) -> None:
        if filled is None:
            self.start()
            return
        made = self._decided(filled)
        said = (
            f"The report says: Updated {say_date(made.on)}: {made.small_change.rstrip('. ')}\n"
            f"Approved by {made.by}, {made.role}.\n\n"
            "A new copy is locked beside the earlier one, which stays as it is. The date of the "
            "next review does not move."
        )
        Locking(self._app, made, self._fill_in).start(said)
