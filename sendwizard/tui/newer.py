"""The pages of a newer edition of the questions: what it means, then taking it, or going back."""

from sendwizard.core.editions import is_newer
from sendwizard.office.migrating import accept, undo
from sendwizard.office.telling import CAN_GO_BACK, GONE_BACK, NEWEST, TAKEN, newer_questions
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.pages import PickPage, TextPage, numbered

TITLE = "Newer questions"


class NewQuestions:
    """Shown first, then taken or left; afterwards it can be undone."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app

    def start(self) -> None:
        """Say what they mean, or offer the way back."""
        self._app.collect_field()
        wizard = self._app.wizard
        if is_newer(wizard.bank, wizard.answers):
            self._offer()
        elif wizard.answers.migrated is not None:
            self._offer_undo()
        else:
            self._app.push_screen(TextPage(TITLE, NEWEST))

    def _offer(self) -> None:
        bank, answers = self._app.wizard.bank, self._app.wizard.answers
        lines = numbered([("yes", "Take the newer questions"), ("no", "Not now: change nothing")])
        intro = "\n".join(newer_questions(bank, answers))
        self._app.push_screen(PickPage(TITLE, intro, lines), self._after_offer)

    def _after_offer(self, picked: str | None) -> None:
        if picked != "yes":
            return
        app, sitting, answers = self._app, self._app.sitting, self._app.wizard.answers
        app.act(
            "Taking the newer questions.",
            lambda: accept(sitting, answers),
            lambda _: self._say(TAKEN),
            answers_of=lambda taken: taken,
        )

    def _offer_undo(self) -> None:
        lines = numbered([("no", "Leave everything as it is"), ("yes", "Go back to them")])
        page = PickPage("Back to the questions before", CAN_GO_BACK, lines)
        self._app.push_screen(page, self._after_undo)

    def _after_undo(self, picked: str | None) -> None:
        if picked != "yes":
            return
        app, sitting, answers = self._app, self._app.sitting, self._app.wizard.answers
        app.act(
            "Going back.",
            lambda: undo(sitting, answers),
            lambda _: self._say(GONE_BACK),
            answers_of=lambda taken: taken,
        )

    def _say(self, text: str) -> None:
        self._app.push_screen(TextPage(TITLE, text))
