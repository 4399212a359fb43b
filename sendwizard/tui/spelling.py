"""The pages of spelling: the words that are not known, what is near one, and one put right.

The dictionary is asked in a thread; it is loaded when spelling is first asked for. Decides nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sendwizard.core.findings import Finding
from sendwizard.core.placing import sentence_of
from sendwizard.core.words import count
from sendwizard.errors import SendwizardError
from sendwizard.tui import words
from sendwizard.tui.acting import ActingApp
from sendwizard.tui.pages import PickPage, TextPage, numbered
from sendwizard.tui.small_pages import AskPage, WaitPage

if TYPE_CHECKING:
    from sendwizard.office.spelling import Speller

SPELLING = "Spelling"
_RIGHT, _GO, _OWN = ":right", ":go", ":own"
Result = TypeVar("Result")


class Spelling:
    """One person's way through the pages."""

    def __init__(self, app: ActingApp, speller: "Speller") -> None:
        self._app = app
        self._speller = speller
        self._from = app.wizard.at

    def start(self) -> None:
        """List what is not known; again after each word that was put right."""
        from sendwizard.office.spelling import spelled  # noqa: PLC0415 - every rule: 0.1 s

        self._app.collect_field()
        wizard, today, speller = self._app.wizard, self._app.today, self._speller
        self._wait(
            "The dictionary is being asked.",
            lambda: spelled(wizard.bank, wizard.answers, today, speller),
            self._show,
        )

    def _wait(self, saying: str, do: Callable[[], Result], then: Callable[[Result], None]) -> None:
        page = WaitPage(saying)
        self._app.push_screen(page)

        def back(act: Callable[[], None]) -> None:
            if page in self._app.screen_stack:  # the person may have left meanwhile
                page.dismiss()
                act()

        def work() -> None:
            try:
                result = do()
            except SendwizardError as error:
                sentence = str(error)
                self._app.later(lambda: back(lambda: self._failed(sentence)))
            else:
                self._app.later(lambda: back(lambda: then(result)))

        self._app.run_worker(work, thread=True, group="spelling")

    def _failed(self, sentence: str) -> None:
        self._app.push_screen(TextPage(SPELLING, sentence))

    def _show(self, found: tuple[Finding, ...]) -> None:
        if not found:
            text = "Every word is in the dictionary, or is a name or a word of SEN that we know."
            self._app.push_screen(TextPage(SPELLING, text))
            return
        wizard = self._app.wizard
        lines = numbered(
            [
                (
                    str(n),
                    f"{each.words}\n     "
                    + words.school_words(wizard, wizard.bank.by_id[each.question].prompt),
                )
                for n, each in enumerate(found)
            ]
        )
        intro = f"{count(len(found), 'word')} to look at. Enter shows what may be meant."
        page = PickPage(SPELLING, intro, lines)
        self._app.push_screen(page, lambda picked: self._picked(found, picked))

    def _picked(self, found: tuple[Finding, ...], picked: str | None) -> None:
        from sendwizard.office.spelling import near  # noqa: PLC0415 - as above

        if picked is None:
            if self._app.wizard.at != self._from:
                self._app.go_to(self._from)
            return
        finding = found[int(picked)]
        wizard, today, speller = self._app.wizard, self._app.today, self._speller
        self._wait(
            f"Looking for words near “{finding.words}”.",
            lambda: near(wizard.bank, wizard.answers, today, speller, finding.words),
            lambda meant: self._offer(finding, meant),
        )

    def _offer(self, finding: Finding, meant: tuple[str, ...]) -> None:
        lines = [(word, word) for word in meant]
        lines += [
            (_OWN, "Another word, that I type"),
            (_RIGHT, "It is right: leave it"),
            (_GO, "Open the answer"),
        ]
        stands = sentence_of(self._app.wizard.answers, finding)
        intro = f"{finding.beside}\n\nIt stands in: {stands}"
        page = PickPage(
            f"{SPELLING}: {finding.words}", intro, numbered(lines), back="Esc: the list"
        )
        self._app.push_screen(page, lambda picked: self._chosen(finding, picked))

    def _chosen(self, finding: Finding, picked: str | None) -> None:
        if picked is None:
            self.start()
        elif picked == _GO:
            self._app.go_to_words(finding)
        elif self._app.sitting.read_only:
            self._app.page.say("Nothing can be changed: these answers can only be looked at.")
        elif picked == _OWN:
            instead = f"What should stand instead of “{finding.words}”:"
            page = AskPage("The word as it should be", instead, "", lambda _: None)
            self._app.push_screen(page, lambda word: self._put(finding, word or ""))
        elif picked == _RIGHT:
            self._app.go(
                lambda wizard: wizard.jump(finding.question).set_aside(finding.key, _KNOWN)
            )
            self.start()
        else:
            self._put(finding, picked)

    def _put(self, finding: Finding, word: str) -> None:
        from sendwizard.office.spelling import put_right  # noqa: PLC0415 - as above

        today = self._app.today
        if word.strip():
            self._app.go(lambda wizard: put_right(wizard, finding, word.strip(), today))
        self.start()


_KNOWN = "The word is right."
"""Why an unknown word is left: nobody should have to type that for each name."""
