"""What helps to answer a question, beside its field or under it: guidance, last year's, and so on.

Decides nothing.
"""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sendwizard.core.answers import Answers
from sendwizard.core.findings import Finding
from sendwizard.core.wizard import Wizard
from sendwizard.report.lines import ReportLine, entry_lines
from sendwizard.tui import found, words
from sendwizard.tui.preview import TITLE, Paper, as_content

MOST_PANE, LEAST_PANE = 14, 3
"""Lines of the pane, its border included; where it holds less than its text, F3 turns its pages."""
GUIDANCE, FOUND, LAST, REPORT = "guidance", "found", "last", "report"
_CALLED = {**words.PANES, FOUND: "what was found", REPORT: "in the report"}
_SLOW = frozenset({LAST, REPORT})
"""What is compared or built, and so waits until the fingers rest."""
_NOT_PRINTED = "The report has no entry of its own for this answer."


def text_of(wizard: Wizard, before: Answers | None, name: str) -> tuple[str, str | Content]:
    """The title and the text of a pane."""
    if name != REPORT:
        return words.pane_text(wizard, before, name)
    from sendwizard.office.previewing import preview_of_answer  # noqa: PLC0415 - 60 ms

    entry = preview_of_answer(wizard.bank, wizard.answers, wizard.question)
    lines = entry_lines(entry)[1:] if entry else ()
    return "As the report prints it", Content("\n").join(_hung(lines)) or _NOT_PRINTED


def _hung(lines: Sequence[ReportLine]) -> Iterator[Content]:
    for line in lines:
        yield Content(f"{' ' * line.indent}{line.mark}") + as_content(line)


class Pane(VerticalScroll):
    """One pane: a title in its border, and a text that is shown page by page."""

    DEFAULT_CLASSES = "pane"

    def __init__(self, *, id: str, framed: bool = True) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, can_focus=False)
        self._framed = framed
        """Whether there is a border below as well, which then says what F3 does."""
        self._title = ""
        self._next = ""
        self._first = ""
        self._said = ("", "")
        self._text: str | Content = ""

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static("", id=f"{self.id}-text", markup=False)

    def show(self, title: str, text: str | Content, then: str = "", first: str = "") -> None:
        """Show a text; `then` is what F3 turns to behind it, "" for nothing; `first` what it turns
        to before the rest of it.
        """
        self._title, self._next, self._first = title, then, first
        if not _is_same(text, self._text):
            self._text = text
            self.query_one(Static).update(text)
        self.say_more()

    def say_more(self) -> None:
        """Say in the title what F3 turns to: the rest of the text, or the next one."""
        then = self._first or ("the rest" if self.has_rest else self._next)
        said = (self._title, then)
        if said == self._said:
            return  # a title that is set is drawn anew
        self._said = said
        if self._framed:
            self.border_title, self.border_subtitle = self._title, f"F3: {then}" if then else ""
        else:
            self.border_title = f"{self._title} (F3: {then})"

    @property
    def has_rest(self) -> bool:
        """Whether there is more below."""
        return self.scroll_offset.y < self.max_scroll_y

    def show_rest(self) -> None:
        """Show the next page."""
        self.scroll_to(y=self.scroll_offset.y + self.size.height, animate=False)
        self.call_after_refresh(self.say_more)


def _is_same(one: str | Content, other: str | Content) -> bool:
    if isinstance(one, Content) and isinstance(other, Content):
        return one.is_same(other)
    return type(one) is type(other) and one == other


class Panes:
    """The panes of a page: one that turns, or two beside the field, and the report in the widest.

    They are made once, and a narrow window hides what it has no room for.
    """

    def __init__(self, order: Sequence[str]) -> None:
        """`order` are the ids of the bank's questions, as the report has them."""
        self.under = Pane(id="pane", framed=False)
        self.upper = Pane(id="upper")
        self.lower = Pane(id="lower")
        self.paper = Paper(id="paper", can_focus=False, order=order)
        self.paper.border_title = TITLE
        self._name = GUIDANCE
        self._lower_name = ""
        self._found: Sequence[Finding] = ()
        """What was found in the open answer."""
        self._fresh = False
        """Whether F3 has not led to it yet."""

    def column(self) -> ComposeResult:
        """The two panes beside the field."""
        with Vertical(id="beside"):
            yield self.upper
            yield self.lower

    def open(self, wizard: Wizard, before: Answers | None) -> None:
        """Begin with the guidance, and last year's or an example beside it."""
        self._name = GUIDANCE
        self._found, self._fresh = (), False
        self._lower_name = self._beside(wizard, before)[0]
        for pane in (self.under, self.upper, self.lower):
            pane.scroll_home(animate=False)

    def fill(
        self, wizard: Wizard, before: Answers | None, *, wide: bool, typing: bool = False
    ) -> None:
        """Show the texts; while letters are typed only what is quick."""
        if not wide:
            turn = self._names(wizard, before)
            self._fill(self.under, self._name, turn, wizard, before, typing=typing)
            return
        self.upper.show(*self._text_of(wizard, before, GUIDANCE))
        turn = self._beside(wizard, before)
        self._fill(self.lower, self._lower_name, turn, wizard, before, typing=typing)

    def look(self, found_here: Sequence[Finding]) -> None:
        """What was found in the open answer; a pane that shows it gives way where it is gone."""
        self._fresh = bool(found_here) and (self._fresh or self._found != found_here)
        self._found = found_here
        if not found_here:
            self._name = GUIDANCE if self._name == FOUND else self._name
            self._lower_name = "example" if self._lower_name == FOUND else self._lower_name

    def _names(self, wizard: Wizard, before: Answers | None) -> tuple[str, ...]:
        """What there is to turn to, in turn."""
        first, *rest = words.panes(wizard, before)
        return (first, *((FOUND,) if self._found else ()), *rest, REPORT)

    def _beside(self, wizard: Wizard, before: Answers | None) -> tuple[str, ...]:
        """The same for the lower of two panes: guidance stands above, and F3 leads first to what
        was found.
        """
        first, *rest = (e for e in self._names(wizard, before) if e not in (GUIDANCE, FOUND))
        return (first, *((FOUND,) if self._found else ()), *rest)

    def _text_of(
        self, wizard: Wizard, before: Answers | None, name: str
    ) -> tuple[str, str | Content]:
        """The title and the text of a pane."""
        if name == FOUND:
            return "What was found in this answer", found.in_pane(wizard, self._found)
        return text_of(wizard, before, name)

    def _fill(
        self,
        pane: Pane,
        name: str,
        turn: Sequence[str],
        wizard: Wizard,
        before: Answers | None,
        *,
        typing: bool,
    ) -> None:
        if not (typing and name in _SLOW):
            first = _CALLED[FOUND] if self._fresh and name != FOUND else ""
            title, text = self._text_of(wizard, before, name)
            pane.show(title, text, _CALLED[_after(name, turn)], first)

    def turn(self, wizard: Wizard, before: Answers | None, *, wide: bool) -> bool:
        """Show the rest of a text where there is one, else turn; whether it turned."""
        shown = (self.upper, self.lower) if wide else (self.under,)
        if self._fresh and FOUND not in ((self._lower_name,) if wide else (self._name,)):
            self._turn_to(FOUND, wide=wide)
            return True
        rest = next((pane for pane in shown if pane.has_rest), None)
        if rest is not None:
            rest.show_rest()
            return False
        if wide:
            self._turn_to(_after(self._lower_name, self._beside(wizard, before)), wide=True)
        else:
            self._turn_to(_after(self._name, self._names(wizard, before)), wide=False)
        return True

    def _turn_to(self, name: str, *, wide: bool) -> None:
        self._fresh = self._fresh and name != FOUND
        if wide:
            self._lower_name = name
        else:
            self._name = name
        (self.lower if wide else self.under).scroll_home(animate=False)

    def say_more(self) -> None:
        """Say anew what F3 turns to, where the room has changed."""
        for pane in (self.under, self.upper, self.lower):
            pane.say_more()


def _after(name: str, turn: Sequence[str]) -> str:
    place = turn.index(name) if name in turn else -1
    return turn[(place + 1) % len(turn)]
