"""The question page: one question, its field, and what helps to answer it. Decides nothing."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import ContentSwitcher, Static

from sendwizard.core.answers import Answers
from sendwizard.core.findings import Finding, Severity
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import asked_by
from sendwizard.report.lines import ReportLine, sentence
from sendwizard.tui import bars, found, words
from sendwizard.tui.field_page import FIELD_OF, FieldPage
from sendwizard.tui.fields import (
    ChoiceField,
    Done,
    Edited,
    LineField,
    Reading,
    Refused,
)
from sendwizard.tui.keys import BINDINGS, footer_pairs
from sendwizard.tui.panes import LEAST_PANE, MOST_PANE, Panes
from sendwizard.tui.passage import PassageField
from sendwizard.tui.rows import RowsField

LEAST_FIELD = 5


class Office(Protocol):
    """Who does what the page is asked for: the app."""

    def edited(self) -> None:
        """Take in what stands in the field."""

    def do(self, name: str) -> None:
        """Do what a key of the table says."""

    def preview_soon(self) -> None:
        """Have the report beside the question brought up to date."""


class QuestionPage(FieldPage):
    """Shows the wizard's open question, and has the app do what is asked of it."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS]

    def __init__(
        self, wizard: Wizard, office: Office, before: Answers | None = None, *, locked: bool = False
    ) -> None:
        super().__init__()
        self._office = office
        self._wizard = wizard
        self._before = before
        """Last year's answers, to be read beside the open one."""
        self._locked = locked
        self._keys_for: tuple[bool, int] | None = None
        """What the line of keys was drawn for: whether one of them keeps, and the width."""
        self._panes = Panes([question.id for question in wizard.bank.questions])
        self._said: dict[str, str] = {}
        """What stands in each place around the field."""
        self._drawn_wide = False
        """Whether what helps was last drawn beside the field."""
        self._problem = ""
        self._found = False
        """Whether something was found in the open answer."""
        self._notice = ""
        """What was said in answer to a key; gone with the next letter or question."""
        self._most_columns = max((len(q.columns) for q in wizard.bank.questions), default=1)

    def compose(self) -> ComposeResult:
        """Place above, state and keys below; between them question and field, and what helps."""
        yield Static("", id="place", markup=False)
        with Horizontal(id="desk"):
            with Vertical(id="work"):
                yield Static("", id="prompt", markup=False)
                yield Static("", id="law", markup=False)
                yield from self._compose_field()
                yield Static("", id="problem", markup=False)
                yield Static("", id="found", markup=False)
                yield self._panes.under
            yield from self._panes.column()
            yield self._panes.paper
        yield Static("", id="state", markup=False)
        yield Static("", id="keys", markup=False)
        yield Static("", id="too-small", markup=False)

    def _compose_field(self) -> ComposeResult:
        """One field of each sort; the question's own is shown."""
        with ContentSwitcher(id="field", initial="line"):
            yield PassageField(id="passage", soft_wrap=True, tab_behavior="focus")
            yield ChoiceField(id="choice")
            with Vertical(id="line"):
                yield LineField(id="line-input", select_on_focus=False)
            yield RowsField(self._most_columns, id="rows")

    def on_mount(self) -> None:
        """Take no letters where the answers are only looked at."""
        if self._locked:
            self.query_one(PassageField).only_show()
            self.query_one(ChoiceField).only_show()
            self.query_one(LineField).only_show()
            self.query_one(RowsField).only_show()

    def open(self, wizard: Wizard, drafts: dict[str, str]) -> None:
        """Show the wizard's question, with the focus in its field."""
        self._wizard = wizard
        self._panes.open(wizard, self._before)
        self._say_found(())
        self._problem = self._notice = ""
        name = FIELD_OF.get(wizard.question.kind, "line")
        switcher = self.query_one("#field", ContentSwitcher)
        switcher.current = name
        switcher.set_class(name == "line", "one-line")
        switcher.set_class(name in ("line", "choice"), "short")
        self.field.load(wizard.question, wizard.current.value, drafts)
        if isinstance(self.field, RowsField):
            self.field.focus_first()
        else:
            self.set_focus(self.field)  # now: focus() waits, and quick letters would go astray
        self.refresh_words(wizard, self.read().problem)
        self._panes.paper.turn_to(wizard.at)
        if isinstance(self.field, PassageField):
            self.call_after_refresh(self._show_passage)

    def _show_passage(self) -> None:
        """Where one goes on writing; last year's answer is to be read, so from its beginning."""
        if self._wizard.statuses[self._wizard.at] is Status.CARRIED:
            self.read_from_start()
        elif isinstance(self.field, PassageField):
            self.field.scroll_cursor_visible(animate=False)

    def say(self, sentence: str) -> None:
        """Say something in answer to a key, where what is wrong is said."""
        self._notice = sentence
        self._say_notice()

    def edited(self, wizard: Wizard, problem: str | None) -> None:
        """Show what a letter changes; long texts are compared when the fingers rest."""
        self._notice = ""
        self.refresh_words(wizard, problem, typing=True)

    def refresh_words(
        self, wizard: Wizard, problem: str | None = None, *, typing: bool = False
    ) -> None:
        """Show everything around the field; the field itself is never touched.

        `problem` None leaves what is said of it as it was: nothing is checked in mid-word.
        """
        self._wizard = wizard
        self._problem = self._problem if problem is None else problem
        self._say_place()
        self._put("prompt", words.school_words(wizard, wizard.question.prompt))
        self._put("law", asked_by(wizard.bank, wizard.question))
        self._say_notice()
        self._say_keys()
        self._drawn_wide = self.is_wide
        self._panes.fill(wizard, self._before, wide=self.is_wide, typing=typing)
        self.call_after_refresh(self._fit_pane)

    def _put(self, name: str, text: str) -> Static:
        """Say something around the field: only what is new is drawn, and laid out if it must be."""
        said, place = self._said.get(name), self.query_one(f"#{name}", Static)
        if text != said:
            self._said[name] = text
            room = place.content_region.width
            fits = said is not None and all(0 < cell_len(each) <= room for each in (said, text))
            place.update(text, layout=not fits)
        return place

    def _say_place(self) -> None:
        wizard = self._wizard
        place = bars.ends(wizard.section.title, words.place(wizard), self.size.width - 2)
        self._put("place", place)

    def _say_notice(self) -> None:
        wizard = self._wizard
        wrong = self._problem or self._notice
        hint = "" if self._locked else words.hint(wizard, self._before)
        notice = self._put("problem", wrong or hint)
        notice.display = bool(wrong or hint) or not self._found
        carried = wizard.statuses[wizard.at] is Status.CARRIED
        notice.set_class(bool(wrong) or carried, "wrong")

    @property
    def is_wide(self) -> bool:
        """Whether what helps stands beside the field."""
        return self.size.width >= bars.TWO

    @property
    def has_paper(self) -> bool:
        """Whether the report stands there, too."""
        return self.size.width >= bars.THREE

    def show_paper(self, lines: Sequence[ReportLine], problem: str) -> None:
        """Show the report beside the question, at its entry; or why there is none."""
        paper = self._panes.paper
        paper.show(lines or (sentence(problem),), self._wizard.at)

    def show_found(self, found_here: Sequence[Finding], left: int = 0) -> None:
        """Say under the answer what was found in it, worst first, or how much was set aside."""
        self._say_found(found_here, left)
        self._panes.look(found_here)
        self._panes.fill(self._wizard, self._before, wide=self.is_wide, typing=True)
        self.call_after_refresh(self._fit_pane)

    def _say_found(self, found_here: Sequence[Finding], left: int = 0) -> None:
        room = self.query_one("#work").size.width or self.size.width
        said = words.school_words(self._wizard, found.under(found_here, left, room))
        notice = self._put("found", said)
        notice.display = self._found = bool(said)
        problem = self.query_one("#problem", Static)
        problem.display = bool(self._said.get("problem")) or not self._found  # no line for nothing
        notice.set_class(any(each.severity is not Severity.TIP for each in found_here), "wrong")

    def _fit_pane(self) -> None:
        """Give the pane what the field and the lines around it leave; they come first."""
        around = self.query("#place, #prompt, #law, #problem, #found, #state, #keys")
        if not around:
            return  # the page is being taken down
        taken = sum(each.outer_size.height for each in around)
        left = self.size.height - taken - self._field_needs()
        pane = self._panes.under
        most = max(LEAST_PANE, min(MOST_PANE, left))
        if pane.styles.max_height is None or pane.styles.max_height.value != most:
            pane.styles.max_height = most
            self.call_after_refresh(self._panes.say_more)
        else:
            self._panes.say_more()

    def _field_needs(self) -> int:
        field = self.field
        whole = 0 if isinstance(field, PassageField) else field.virtual_size.height
        return max(LEAST_FIELD, whole)

    def show_state(self, text: str, *, wrong: bool = False) -> None:
        """Say whether the words are saved; `wrong` where they are not."""
        self._put("state", text).set_class(wrong, "wrong")

    def read(self) -> Reading:
        """What stands in the field."""
        return self.field.read(self._wizard.question)

    def _say_keys(self) -> None:
        """The keys; the one that keeps an answer where there is one to keep."""
        wizard = self._wizard
        carried = wizard.statuses[wizard.at] is Status.CARRIED
        keeping = wizard.answers.began is not None and carried
        if self._keys_for != (keeping, self.size.width):
            self._keys_for = keeping, self.size.width
            keys = bars.keys(footer_pairs(keeping=keeping), self.size.width - 2)
            self.query_one("#keys", Static).update(keys)

    def turn_pane(self) -> None:
        """The rest of the text, where it does not fit; then guidance, example and law in turn."""
        if self._panes.turn(self._wizard, self._before, wide=self.is_wide):
            self.refresh_words(self._wizard)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is too little room; the field below goes on taking letters."""
        notice = self.query_one("#too-small", Static)
        notice.display = bars.is_too_small(event.size)
        notice.update(bars.TOO_SMALL)
        self._say_keys()
        if self.is_wide == self._drawn_wide:
            self._say_place()  # the words around the field wrap by themselves
            self.call_after_refresh(self._fit_pane)
        else:
            self.refresh_words(self._wizard)
        self._office.preview_soon()

    def on_edited(self, event: Edited) -> None:
        """Take it into the wizard at once."""
        event.stop()
        self._office.edited()

    def on_refused(self, event: Refused) -> None:
        """What was pasted was not taken: say what would be."""
        event.stop()
        self.say(event.sentence)

    def on_done(self, event: Done) -> None:
        """Enter in a short field goes on."""
        event.stop()
        self._office.do("next")

    def action_ask(self, name: str) -> None:
        """A key of the table was pressed: the app does it."""
        self._office.do(name)
