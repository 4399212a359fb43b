"""The page of what changed. Decides nothing."""

from pathlib import Path

from sendwizard.core.compare import in_groups
from sendwizard.office.changing import Comparison, compare_open, write_changes
from sendwizard.office.telling import LOOKS, other_comparison, what_changed
from sendwizard.tui import words
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.pages import Line, PickPage, TextPage, numbered


class Changes:
    """What changed, since the year before or since the last approval."""

    def __init__(self, app: ActingApp) -> None:
        self._app = app
        self._found: Comparison | None = None
        self._since = "year"

    def start(self, since: str = "year") -> None:
        """Compare, and show."""
        app = self._app
        app.collect_field()
        self._since = since
        school, bank, answers = app.sitting.school, app.wizard.bank, app.wizard.answers
        app.act(
            "Comparing the answers.",
            lambda: compare_open(school, bank, answers, since),
            self._show,
        )

    def _show(self, found: Comparison) -> None:
        self._found = found
        wizard = self._app.wizard
        actions = [
            (":parents", "Write it as a page for parents"),
            (":governors", "Write it as a page for governors, with every duty"),
        ]
        if other := other_comparison(found, self._since, wizard.answers):
            actions.append((f":{other}", LOOKS[other]))
        lines = numbered(actions)
        for title, these in in_groups(found.changes):
            lines.append(Line("", f"{title} ({len(these)})", "bold"))
            for each in these:
                prompt = words.school_words(wizard, each.question.prompt)
                known = each.question.id if each.question.id in wizard.bank.by_id else ""
                lines.append(Line(known, f"    {prompt}"))
        intro = f"{what_changed(found)}\nEnter on a question goes there."
        first = next((line.id for line in lines if line.id and line.id[0] != ":"), "")
        page = PickPage("What changed", intro, lines, first)
        self._app.push_screen(page, self._after)

    def _after(self, picked: str | None) -> None:
        app, found = self._app, self._found
        if picked is None or found is None:
            return
        if picked[1:] in LOOKS:
            self.start(picked[1:])
        elif picked[0] == ":":
            school, bank, governors = app.sitting.school, app.wizard.bank, picked == ":governors"
            app.act(
                "Writing the page.",
                lambda: write_changes(school, bank, found, governors=governors),
                self._say_where,
            )
        else:
            app.go_to(picked)

    def _say_where(self, path: Path) -> None:
        page = TextPage("What changed", f"The page is here:\n{path}")
        self._app.push_screen(page, self._again)

    def _again(self, _: None) -> None:
        if self._found is not None:
            self._show(self._found)
