"""The last look before a copy is locked, the locking, and what comes after. Decides nothing."""

from collections.abc import Callable

from sendwizard.core.answers import Answers
from sendwizard.core.kinds import say_date
from sendwizard.errors import SendwizardError
from sendwizard.office.approving import Approved, Decision, approve
from sendwizard.office.asking import APPROVE, NOW_PUBLISH
from sendwizard.office.telling import what_was_locked
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.pages import PickPage, numbered
from sendwizard.tui.publishing import Publishing


class Locking:
    """The last two pages, the same for an approval and for a small change."""

    def __init__(self, app: ActingApp, decision: Decision, back: Callable[[str], None]) -> None:
        """`back` opens the form again, with a sentence on what went wrong or with ""."""
        self._app = app
        self._decision = decision
        self._back = back

    def start(self, said: str) -> None:
        """Show what is going to happen; Enter does it."""
        lines = numbered([("yes", APPROVE), ("back", "Back to the form")])
        page = PickPage(f"{APPROVE}: a last look", said, lines, back="Esc: back to the form")
        self._app.push_screen(page, self._after_last_look)

    def _after_last_look(self, picked: str | None) -> None:
        if picked != "yes":
            self._back("")
            return
        app, decision = self._app, self._decision
        app.collect_field()
        sitting, answers, revision = app.sitting, app.wizard.answers, app.revision
        app.act(
            "The report is being built and locked.",
            lambda: approve(sitting, answers, revision, decision),
            self._approved,
            answers_of=_answers_of,
            failed=self._failed,
        )

    def _failed(self, error: SendwizardError) -> None:
        self._back(str(error))

    def _approved(self, made: Approved) -> None:
        for name in ("approve", "small", "gaps"):
            self._app.texts.pop(name, None)
        self._show("\n".join((*what_was_locked(made), "", NOW_PUBLISH)), made)

    def _show(self, intro: str, made: Approved) -> None:
        lines = numbered(
            [("published", "Say where it is on the website"), ("later", "Later; home reminds you")]
        )
        page = PickPage(f"Approved on {say_date(made.approval.latest)}", intro, lines)
        self._app.push_screen(page, self._after_approved)

    def _after_approved(self, picked: str | None) -> None:
        if picked == "published":
            Publishing(self._app).start()


def _answers_of(made: Approved) -> Answers:
    return made.answers
