"""The question page: one question, its field, and what helps to answer it. Decides nothing."""

from typing import ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Static

from sendwizard.core.answers import Answers
from sendwizard.core.bank import Kind
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import asked_by
from sendwizard.tui import words
from sendwizard.tui.fields import (
    ChoiceField,
    Done,
    Edited,
    LineField,
    PassageField,
    Reading,
)
from sendwizard.tui.keys import BINDINGS, footer
from sendwizard.tui.rows import RowsField

LEAST_WIDTH, LEAST_HEIGHT = 60, 18
MOST_PANE, LEAST_PANE = 14, 3
"""Lines of the pane, its border included; where it holds less than its text, F3 turns its pages."""
LEAST_FIELD = 5
_FIELD_OF = {
    Kind.PASSAGE: "passage",
    Kind.CHOICE: "choice",
    Kind.CHOICES: "choice",
    Kind.YES_NO: "choice",
    Kind.ROWS: "rows",
}
Field = PassageField | ChoiceField | LineField | RowsField


class Office(Protocol):
    """Who does what the page is asked for: the app."""

    def edited(self) -> None:
        """Take in what stands in the field."""

    def do(self, name: str) -> None:
        """Do what a key of the table says."""


class QuestionPage(Screen[None]):
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
        self._pane = "guidance"
        self._pane_title = ""
        self._problem = ""
        self._notice = ""
        """What was said in answer to a key; gone with the next letter or question."""
        self._most_columns = max((len(q.columns) for q in wizard.bank.questions), default=1)

    def compose(self) -> ComposeResult:
        """From top to bottom: place, question, law, field, problem, help, state, keys."""
        yield Static("", id="place", markup=False)
        yield Static("", id="prompt", markup=False)
        yield Static("", id="law", markup=False)
        with ContentSwitcher(id="field", initial="line"):
            yield PassageField(id="passage", soft_wrap=True, tab_behavior="focus")
            yield ChoiceField(id="choice")
            with Vertical(id="line"):
                yield LineField(id="line-input", select_on_focus=False)
            yield RowsField(self._most_columns, id="rows")
        yield Static("", id="problem", markup=False)
        with VerticalScroll(id="pane", can_focus=False):
            yield Static("", id="pane-text", markup=False)
        yield Static("", id="state", markup=False)
        keeping = self._wizard.answers.began is not None
        yield Static(footer(keeping=keeping), id="keys", markup=False)
        yield Static("", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Take no letters where the answers are only looked at."""
        if self._locked:
            self.query_one(PassageField).only_show()
            self.query_one(ChoiceField).only_show()
            self.query_one(LineField).only_show()
            self.query_one(RowsField).only_show()

    @property
    def field(self) -> Field:
        """The field of the open question."""
        match _FIELD_OF.get(self._wizard.question.kind, "line"):
            case "passage":
                return self.query_one(PassageField)
            case "choice":
                return self.query_one(ChoiceField)
            case "rows":
                return self.query_one(RowsField)
        return self.query_one(LineField)

    def open(self, wizard: Wizard, drafts: dict[str, str]) -> None:
        """Show the wizard's question, with the focus in its field."""
        self._wizard = wizard
        self._pane = "guidance"
        self._problem = self._notice = ""
        name = _FIELD_OF.get(wizard.question.kind, "line")
        self.query_one("#field", ContentSwitcher).current = name
        self.field.load(wizard.question, wizard.current.value, drafts)
        if isinstance(self.field, RowsField):
            self.field.focus_first()
        else:
            self.set_focus(self.field)  # now: focus() waits, and quick letters would go astray
        self.query_one("#pane", VerticalScroll).scroll_home(animate=False)
        self.refresh_words(wizard, self.read().problem)
        if isinstance(self.field, PassageField):
            self.call_after_refresh(self.field.scroll_cursor_visible, animate=False)

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
        section = wizard.section.title
        where = words.place(wizard)
        most = max(0, self.size.width - 3 - len(where))
        section = section if len(section) <= most else f"{section[: max(0, most - 1)]}…"
        room = max(1, self.size.width - 2 - len(section) - len(where))
        self.query_one("#place", Static).update(f"{section}{' ' * room}{where}")
        self.query_one("#prompt", Static).update(words.school_words(wizard, wizard.question.prompt))
        self.query_one("#law", Static).update(asked_by(wizard.bank, wizard.question))
        self._say_notice()
        if not (typing and self._pane == "last"):
            self._fill_pane()
        self.call_after_refresh(self._fit_pane)

    def _say_notice(self) -> None:
        wizard = self._wizard
        wrong = self._problem or self._notice
        notice = self.query_one("#problem", Static)
        hint = "" if self._locked else words.hint(wizard, self._before)
        notice.update(wrong or hint)
        carried = wizard.statuses[wizard.at] is Status.CARRIED
        notice.set_class(bool(wrong) or carried, "wrong")

    def _fill_pane(self) -> None:
        self._pane_title, text = words.pane_text(self._wizard, self._before, self._pane)
        self.query_one("#pane-text", Static).update(text)
        self._say_more()

    def _fit_pane(self) -> None:
        """Give the pane what the field and the lines around it leave; they come first."""
        around = ("place", "prompt", "law", "problem", "state", "keys")
        taken = sum(self.query_one(f"#{name}").outer_size.height for name in around)
        left = self.size.height - taken - self._field_needs()
        pane = self.query_one("#pane", VerticalScroll)
        most = max(LEAST_PANE, min(MOST_PANE, left))
        if pane.styles.max_height is None or pane.styles.max_height.value != most:
            pane.styles.max_height = most
            self.call_after_refresh(self._say_more)
        else:
            self._say_more()

    def _field_needs(self) -> int:
        field = self.field
        whole = 0 if isinstance(field, PassageField) else field.virtual_size.height
        return max(LEAST_FIELD, whole)

    def _say_more(self) -> None:
        """Say in the pane's title what F3 turns to: the rest of the text, or the next one."""
        pane = self.query_one("#pane", VerticalScroll)
        rest = pane.scroll_offset.y < pane.max_scroll_y
        after = "the rest" if rest else words.PANES[self._next_pane]
        pane.border_title = f"{self._pane_title} (F3: {after})"

    @property
    def _next_pane(self) -> str:
        names = words.panes(self._wizard, self._before)
        place = names.index(self._pane) if self._pane in names else -1
        return names[(place + 1) % len(names)]

    def show_state(self, text: str) -> None:
        """Say whether the words are saved."""
        self.query_one("#state", Static).update(text)

    def read(self) -> Reading:
        """What stands in the field."""
        return self.field.read(self._wizard.question)

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column of the cursor in a text."""
        field = self.field
        if isinstance(field, LineField):
            return 0, field.cursor_position
        return field.cursor_location if isinstance(field, PassageField) else (0, 0)

    def place_cursor(self, cursor: tuple[int, int]) -> None:
        """Put the cursor back into a text."""
        field = self.field
        if isinstance(field, LineField):
            field.cursor_position = cursor[1]
        elif isinstance(field, PassageField):
            field.move_cursor(cursor)

    @property
    def at_end(self) -> bool:
        """Whether the end of the answer is on the screen."""
        field = self.field
        if isinstance(field, RowsField):
            return field.at_end
        return field.scroll_offset.y >= field.max_scroll_y

    def read_from_start(self) -> None:
        """Show how the answer begins."""
        field = self.field
        if isinstance(field, RowsField):
            field.show_row(0)
        else:
            field.scroll_to(y=0, animate=False, immediate=True)

    def read_on(self) -> None:
        """Show the next part of the answer."""
        field = self.field
        if isinstance(field, RowsField):
            field.show_next()
        else:
            below = field.scroll_offset.y + field.scrollable_content_region.height
            field.scroll_to(y=below, animate=False, immediate=True)

    def turn_pane(self) -> None:
        """The rest of the text, where it does not fit; then guidance, example and law in turn."""
        pane = self.query_one("#pane", VerticalScroll)
        if pane.scroll_offset.y < pane.max_scroll_y:
            pane.scroll_to(y=pane.scroll_offset.y + pane.size.height, animate=False)
            self.call_after_refresh(self._say_more)
            return
        self._pane = self._next_pane
        pane.scroll_home(animate=False)
        self.refresh_words(self._wizard)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is too little room; the field below goes on taking letters."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        notice = self.query_one("#too-small", Static)
        notice.display = small
        notice.update(
            f"This window is too small. Make it at least {LEAST_WIDTH} letters wide and "
            f"{LEAST_HEIGHT} lines high. What you type is kept."
        )
        self.refresh_words(self._wizard)

    def on_edited(self, event: Edited) -> None:
        """Take it into the wizard at once."""
        event.stop()
        self._office.edited()

    def on_done(self, event: Done) -> None:
        """Enter in a short field goes on."""
        event.stop()
        self._office.do("next")

    def action_ask(self, name: str) -> None:
        """A key of the table was pressed: the app does it."""
        self._office.do(name)
