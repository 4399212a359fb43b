"""Asks where the approved report stands, and since when. Decides nothing."""

from sendwizard.core.answers import Published
from sendwizard.core.kinds import field_text
from sendwizard.errors import UsageError
from sendwizard.office.publishing import published, require_no_day_before
from sendwizard.office.standing import standing
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.forms import Box, Filled, FormPage, address, day

_BOXES = (
    Box(
        "address",
        "Web address",
        address,
        needed="Write the address of the page, or press Esc and do it later.",
        hint="for example https://www.school.example/send",
    ),
    Box("on", "On the website since", day, needed="Write the date, for example 12 March 2027."),
    Box("told", "Council sent the link", day, hint="a date; leave it empty if not yet"),
)


class Publishing:
    """One form."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app

    def start(self) -> None:
        """Ask, with what was said before standing in the boxes."""
        known = self._app.wizard.answers.published or Published()
        texts = self._app.texts["published"]
        texts.setdefault("address", known.address)
        texts.setdefault("on", field_text(known.on))
        texts.setdefault("told", field_text(known.council_told))
        intro = (
            "Where families find the report, since when, and when your council was sent the link. "
            "Esc leaves it for later."
        )
        page = FormPage("On the website", intro, _BOXES, texts, self._wrong)
        self._app.push_screen(page, self._take)

    def _wrong(self, filled: Filled) -> dict[str, str]:
        """Days before the approval, each beside its box."""
        app = self._app
        approval = standing(app.sitting.school, app.wizard.bank, app.wizard.answers).approval
        wrong: dict[str, str] = {}
        if approval is None:
            return wrong
        for box in ("on", "told"):
            try:
                require_no_day_before(filled.day(box), approval.on)
            except UsageError as error:
                wrong[box] = str(error)
        return wrong

    def _take(self, filled: Filled | None) -> None:
        if filled is None:
            return
        known = Published(filled.text("address"), filled.day("on"), filled.day("told"))
        self._app.texts.pop("published", None)
        self._app.take_answers(published(self._app.wizard.answers, known))
        self._app.page.say("Noted where the report is. Home shows it.")
