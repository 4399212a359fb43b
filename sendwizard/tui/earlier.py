"""The pages of earlier saves and replaced texts: seen, compared, brought back. Decides nothing."""

from sendwizard.core.answers import Answers
from sendwizard.core.compare import Change
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count
from sendwizard.office.earlier import Earlier, differences, earlier, restored
from sendwizard.office.telling import (
    BROUGHT_BACK,
    HOW_HISTORY_WORKS,
    NO_SAVES,
    earlier_line,
    local,
)
from sendwizard.tui import words
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.pages import Line, PickPage, TextPage, numbered

TITLE = "Earlier saves and texts"


class History:
    """Earlier saves and replaced texts: seen, compared, brought back."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app
        self._all: tuple[Earlier, ...] = ()

    def start(self) -> None:
        """Find them, and list them."""
        school, year = self._app.sitting.school, self._app.sitting.year
        self._app.act("Looking for earlier saves.", lambda: earlier(school, year), self._list)

    def _list(self, found: tuple[Earlier, ...], at: str = "") -> None:
        self._all = found
        if not found:
            self._app.push_screen(TextPage(TITLE, NO_SAVES))
            return
        lines: list[Line] = []
        day = ""
        for each in found:
            when = local(each.at)
            if say_date(when.date()) != day:
                day = say_date(when.date())
                lines.append(Line("", day, "bold"))
            lines.append(Line(each.id, f" {when:%H:%M}  {self._said(each)}"))
        intro = f"The newest stand first. Enter shows what would change; {HOW_HISTORY_WORKS}"
        page = PickPage(TITLE, intro, lines, at)
        self._app.push_screen(page, self._picked)

    def _said(self, each: Earlier) -> str:
        what, words_of_it = earlier_line(self._app.wizard.bank, self._app.wizard.answers, each)
        return f"{what}\n        {words_of_it}" if words_of_it else what

    def _picked(self, picked: str | None) -> None:
        if picked is None:
            return
        app = self._app
        school, bank, year = app.sitting.school, app.wizard.bank, app.sitting.year
        answers, today = app.wizard.answers, app.today
        app.act(
            "Comparing with today’s answers.",
            lambda: (
                differences(school, bank, year, picked, answers),
                restored(school, bank, year, picked, answers, today),
            ),
            lambda found: self._offer(picked, *found),
        )

    def _offer(self, picked: str, found: tuple[Change, ...], back: Answers) -> None:
        wizard = self._app.wizard
        title = "Bring it back?"
        if not found and back == wizard.answers:
            same = TextPage("What stands now", "This save is the same as what stands now.")
            self._app.push_screen(same, lambda _: self._list(self._all, picked))
            return
        actions = [(":yes", "Bring it back"), (":no", "Leave everything as it is")]
        lines = numbered(actions[1:] if self._app.sitting.read_only else actions)
        said = [f"{count(len(found), 'answer')} would change."]
        for each in found:
            prompt = words.school_words(wizard, each.question.prompt)
            then, now = each.before or "nothing", each.after or "nothing"
            said += ["", prompt, f"Now:  {now}", f"Then: {then}"]
        page = PickPage(title, "\n".join(said), lines, back="Esc: back to the list")
        self._app.push_screen(page, lambda chosen: self._after(chosen, picked, back))

    def _after(self, chosen: str | None, picked: str, back: Answers) -> None:
        if chosen != ":yes":
            self._list(self._all, picked)
            return
        self._app.take_answers(back)
        self._app.page.say(BROUGHT_BACK)
