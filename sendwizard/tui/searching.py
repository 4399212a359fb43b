"""Pages that find: words in the questions and answers, reminders, and what a term means."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option as ListItem

from sendwizard.core.glossary import glossary
from sendwizard.core.search import reminders, search
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import count, for_school
from sendwizard.tui.fields import OneLine
from sendwizard.tui.pages import Line, Page, PickPage
from sendwizard.tui.walking import WalkingApp

Find = Callable[[str], Sequence[Line]]
"""The lines for the words that stand in the box."""


class FindPage(Page[str | None]):
    """A box, and what is found as one types; gives the id of the line that was picked."""

    HELP = (
        "Type what you look for; small and capital letters are the same. The arrows move through "
        "what is found, and Enter goes there."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step('cursor_down')", show=False, priority=True),
        Binding("up", "step('cursor_up')", show=False, priority=True),
        Binding("pagedown", "step('page_down')", show=False, priority=True),
        Binding("pageup", "step('page_up')", show=False, priority=True),
    ]

    def __init__(self, title: str, empty: str, find: Find) -> None:
        super().__init__()
        self._title = title
        self._empty = empty
        """What is said while nothing is looked for."""
        self._find = find

    def compose(self) -> ComposeResult:
        """Title, box, what is to be said, what was found, and how to go back."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            with Horizontal(classes="find"):
                yield Label("Find:", markup=False)
                yield OneLine(compact=True, select_on_focus=False)
            yield Static("", classes="found-words", markup=False)
            yield OptionList(markup=False)
            yield Static(
                "Arrows: move   Enter: choose   Esc: back to the question", classes="page-foot"
            )

    def on_mount(self) -> None:
        """Let the person type."""
        self.query_one(OptionList).can_focus = False
        self.set_focus(self.query_one(Input))
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find anew."""
        event.stop()
        self._show(event.value)

    def _show(self, wanted: str) -> None:
        lines = self._find(wanted)
        said = f"{count(len(lines), 'place')}." if lines else f"Nothing found for “{wanted}”."
        self.query_one(".found-words", Static).update(said if wanted.strip() else self._empty)
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options(ListItem(_two_lines(line), line.id) for line in lines)
        found.highlighted = 0 if lines else None
        found.display = bool(lines)

    def action_step(self, name: str) -> None:
        """Move through what was found, while the box goes on taking letters."""
        self.call_later(self.query_one(OptionList).run_action, name)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line that stands out."""
        event.stop()
        found = self.query_one(OptionList)
        if found.highlighted is not None:
            self.dismiss(found.get_option_at_index(found.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click does the same."""
        self.dismiss(event.option_id)


def _two_lines(line: Line) -> Content:
    """A heading, and below it quieter what stands there."""
    heading, _, below = line.text.partition("\n")
    return Content.assemble((heading, "bold"), (f"\n   {below}", "$text-muted"))


def found_lines(wizard: Wizard, wanted: str) -> list[Line]:
    """What a search found, each as its question and what stands there."""
    return [
        Line(hit.question, f"{_prompt(wizard, hit.question)}\n{hit.where}: {hit.excerpt}")
        for hit in search(wizard, wanted)
    ]


def term_lines(wizard: Wizard, wanted: str) -> list[Line]:
    """The words of the trade that hold these words, or all of them; those that begin so first."""
    folded = wanted.casefold().strip()
    pairs = [pair for pair in glossary(wizard.bank) if folded in " ".join(pair).casefold()]
    pairs.sort(key=lambda pair: not pair[0].casefold().startswith(folded))
    return [
        Line(f"term-{number}", f"{word}\n{for_school(wizard.bank, wizard.answers, meaning)}")
        for number, (word, meaning) in enumerate(pairs)
    ]


def reminders_page(wizard: Wizard) -> PickPage:
    """The reminders, each with its question."""
    lines = [
        Line(each.id, f" {_prompt(wizard, each.id)}\n   {wizard.answers.get(each.id).note}")
        for each in reminders(wizard)
    ]
    intro = (
        f"{count(len(lines), 'reminder')}. Only you see them. Enter goes to the question."
        if lines
        else "You have no reminders. At any question, the first line of the menu (F2) writes one: "
        "ask the head, look up a number. It is for you alone and never printed."
    )
    return PickPage("My reminders", intro, lines)


def _prompt(wizard: Wizard, question_id: str) -> str:
    return for_school(wizard.bank, wizard.answers, wizard.bank.by_id[question_id].prompt)


class FindingApp(WalkingApp):
    """The pages that find, over the open year."""

    def do_search(self) -> None:
        """Look for words in everything that is asked, said and noted."""
        self.collect_field()
        empty = (
            "Type a word or two. The questions, your answers and reminders, the guidance and the "
            "examples are looked through."
        )
        page = FindPage("Search", empty, lambda wanted: found_lines(self.wizard, wanted))
        self.push_screen(page, self._jump)

    def do_reminders(self) -> None:
        """List the reminders to oneself."""
        self.collect_field()
        self.push_screen(reminders_page(self.wizard), self._jump)

    def do_glossary(self) -> None:
        """Explain the words of the trade."""
        empty = "Type the word that you want explained, or move down the list."
        page = FindPage("Words explained", empty, lambda wanted: term_lines(self.wizard, wanted))
        self.push_screen(page)
