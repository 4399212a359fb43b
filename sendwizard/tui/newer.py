"""The pages of a newer edition of the questions: what it means, then taking it, or going back."""

from sendwizard.core.editions import is_newer, meaning
from sendwizard.core.kinds import say_date
from sendwizard.office.migrating import accept, said, undo
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
            self._app.push_screen(TextPage(TITLE, "These are the newest questions."))

    def _offer(self) -> None:
        bank, answers = self._app.wizard.bank, self._app.wizard.answers
        lines = numbered([("yes", "Take the newer questions"), ("no", "Not now: change nothing")])
        when = f"These questions were checked against the law on {say_date(bank.checked_on)}."
        intro = "\n".join(
            (
                f"{when} For your answers that means:",
                "",
                *(said(bank, answers, meaning(bank, answers)) or ("Nothing changes.",)),
                "",
                "Your answers as they are now are put by, and this can be undone.",
            )
        )
        self._app.push_screen(PickPage(TITLE, intro, lines), self._after_offer)

    def _after_offer(self, picked: str | None) -> None:
        if picked != "yes":
            return
        app, sitting, answers = self._app, self._app.sitting, self._app.wizard.answers
        app.act(
            "Taking the newer questions.",
            lambda: accept(sitting, answers),
            lambda _: self._say("The newer questions are in. Home can undo this."),
            answers_of=lambda taken: taken,
        )

    def _offer_undo(self) -> None:
        lines = numbered([("no", "Leave everything as it is"), ("yes", "Go back to them")])
        intro = (
            "The answers can go back to how they stood under the questions before. What was "
            "written since then stays among the earlier saves."
        )
        page = PickPage("Back to the questions before", intro, lines)
        self._app.push_screen(page, self._after_undo)

    def _after_undo(self, picked: str | None) -> None:
        if picked != "yes":
            return
        app, sitting, answers = self._app, self._app.sitting, self._app.wizard.answers
        app.act(
            "Going back.",
            lambda: undo(sitting, answers),
            lambda _: self._say("The answers stand as they did before the newer questions."),
            answers_of=lambda taken: taken,
        )

    def _say(self, text: str) -> None:
        self._app.push_screen(TextPage(TITLE, text))
