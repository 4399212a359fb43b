"""Asks where the approved report stands, and since when. Decides nothing."""

from sendwizard.office.asking import (
    NOTED,
    PUBLISHED_BOXES,
    WHERE_IT_IS,
    published_said,
    published_texts,
    wrong_with_publication,
)
from sendwizard.office.boxes import Filled
from sendwizard.office.publishing import published
from sendwizard.office.standing import standing
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.forms import FormPage


class Publishing:
    """One form."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app

    def start(self) -> None:
        """Ask, with what was said before standing in the boxes."""
        texts = self._app.texts["published"]
        for name, text in published_texts(self._app.wizard.answers).items():
            texts.setdefault(name, text)
        intro = f"{WHERE_IT_IS} Esc leaves it for later."
        page = FormPage("On the website", intro, PUBLISHED_BOXES, texts, self._wrong)
        self._app.push_screen(page, self._take)

    def _wrong(self, filled: Filled) -> dict[str, str]:
        app = self._app
        stands = standing(app.sitting.school, app.wizard.bank, app.wizard.answers)
        return wrong_with_publication(filled, stands.approval)

    def _take(self, filled: Filled | None) -> None:
        if filled is None:
            return
        self._app.texts.pop("published", None)
        self._app.take_answers(published(self._app.wizard.answers, published_said(filled)))
        self._app.page.say(NOTED)
