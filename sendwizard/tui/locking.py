"""The last look before a copy is locked, the locking, and what comes after. Decides nothing."""

from collections.abc import Callable

from sendwizard.core.answers import Answers
from sendwizard.core.approval import Approval
from sendwizard.core.kinds import say_date
from sendwizard.errors import SendwizardError, UsageError
from sendwizard.office.approving import Approved, Decision, approve
from sendwizard.office.deciding import approval_of, tidied
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.pages import PickPage, numbered
from sendwizard.tui.publishing import Publishing

TITLE = "Approve and lock"


def held(decision: Decision, earlier: Approval | None, year: str) -> Approval:
    """The approval that the decision makes. Raises UsageError with what is wrong with it."""
    return approval_of(tidied(decision), earlier, year, frozenset())


def why_not(decision: Decision, earlier: Approval | None, year: str) -> str:
    """What is wrong with the decision; "" where nothing is."""
    try:
        held(decision, earlier, year)
    except UsageError as error:
        return str(error)
    return ""


class Locking:
    """The last two pages, the same for an approval and for a small change."""

    def __init__(self, app: ActingApp, decision: Decision, back: Callable[[str], None]) -> None:
        """`back` opens the form again, with a sentence on what went wrong or with ""."""
        self._app = app
        self._decision = decision
        self._back = back

    def start(self, said: str) -> None:
        """Show what is going to happen; Enter does it."""
        lines = numbered([("yes", "Approve and lock"), ("back", "Back to the form")])
        page = PickPage(f"{TITLE}: a last look", said, lines, back="Esc: back to the form")
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
        calendar = [path for path in made.paths if path.suffix == ".ics"]
        lines = [
            f"The locked copy is in {made.folder}",
            *(f"For your calendar, the next review: {path}" for path in calendar),
            *made.told,
            "",
            "Now the report goes onto the school’s website. Then say here where it stands.",
        ]
        self._show("\n".join(lines), made)

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
