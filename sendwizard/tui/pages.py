"""The pages around the question: a list to pick from, a text to read. They decide nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as ListItem

from sendwizard.core.words import LEAVING
from sendwizard.tui.breaking import first_room, hung
from sendwizard.tui.figures import Figures
from sendwizard.tui.keys import ACTIONS

CLOSE = Binding("escape", "close", "Back", show=False, priority=True)
"""The key that goes back from a page."""
_KEYS: list[BindingType] = [
    CLOSE,
    *(
        Binding(",".join(each.keys), f"turn_to('{each.name}')", show=False, priority=True)
        for each in ACTIONS
    ),
]
_ASK_HELP = Binding("question_mark", "turn_to('help')", show=False)
"""Where no letters are typed: some terminals keep F1 for themselves."""
_BACK = f"{'Esc':<13} Closes this page; so does F7."
_MARK = "Where no letters are typed, ? does the same as F1."
_BACK_TO_QUESTION = "Esc: back to the question"
_AROUND = 3
"""Lines of a page beside its words and its list: title, foot, and one to breathe."""
_LEAST_LIST = 11
"""Lines that a long list has beside long words: nine to pick from, and its border."""
Given = TypeVar("Given")


class TurnTo(Message):
    """A key of the question page was pressed on another page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


@dataclass(frozen=True)
class Line:
    """One line of a list."""

    id: str
    """What picking it gives; "" for a heading, which cannot be picked."""
    text: str
    style: str = ""
    """A style of the theme for the whole line; the text alone says everything."""
    hangs: int = 0
    """Cells by which its further lines are set in, where it is too long for one."""

    @property
    def number(self) -> str:
        """The figures that pick it; "" where none do."""
        first = self.text.split(maxsplit=1)[0] if self.id and self.text.strip() else ""
        return first if first.isascii() and first.isdigit() else ""


def numbered(lines: Sequence[tuple[str, str]]) -> list[Line]:
    """Lines that a number picks: id and words of each."""
    wide = len(str(len(lines)))
    return [Line(name, f" {n:>{wide}}  {text}") for n, (name, text) in enumerate(lines, 1)]


class Page(ModalScreen[Given]):
    """A page above the question's: Esc goes back, and the usual keys do what they do there."""

    BINDINGS: ClassVar[list[BindingType]] = _KEYS
    HELP: ClassVar[str] = ""
    """What the page is for and what its keys do."""

    def action_close(self) -> None:
        """Go back with nothing."""
        self.dismiss(None)

    def action_turn_to(self, name: str) -> None:
        """Have the app close what stands above the question, and do what the key does there."""
        if name == "help":
            self.app.push_screen(HelpPage(with_keys(self.HELP)))
        else:
            self.app.post_message(TurnTo(name))


class PickPage(Page[str | None]):
    """A list; gives the id of the line that was picked, None where the person went back."""

    HELP = (
        "Choose one line. The arrows move; Enter chooses. Where lines have numbers, the number "
        "chooses; where two begin alike, such as 1 and 12, Enter takes the shorter one. Page up "
        "and Page down turn the page. The mouse can do the same. Nothing changes if you go back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        _ASK_HELP,
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        intro: str,
        lines: Sequence[Line],
        at: str = "",
        back: str = _BACK_TO_QUESTION,
    ) -> None:
        super().__init__()
        self._back = back
        self._title = title
        self._intro = intro
        self._lines = lines
        self._at = at
        self._figures = Figures()
        self._hung_at = 0
        """Cells in which long lines were broken."""

    def compose(self) -> ComposeResult:
        """Title, a few words, the list, and how to go back."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            with VerticalScroll(classes="page-intro", can_focus=False):
                yield Static(self._intro, markup=False)
            self._hung_at = first_room(self.app.size.width)
            yield OptionList(*(_item(line, self._hung_at) for line in self._lines))
            yield Static("", classes="page-foot", markup=False)

    def on_mount(self) -> None:
        """Stand where the person was."""
        self._stand(self._at)
        self.query_one(".page-intro").display = bool(self._intro)
        self.set_focus(self.query_one(OptionList))

    def _stand(self, at: str) -> None:
        """Mark the line of that id, or the first that can be picked."""
        picker = self.query_one(OptionList)
        places = [n for n, line in enumerate(self._lines) if line.id and line.id == at]
        first = [n for n, line in enumerate(self._lines) if line.id]
        picker.highlighted = next(iter([*places, *first]), None)
        picker.display = bool(self._lines)  # no empty frame: the words say what to do

    def renew(self, intro: str, lines: Sequence[Line], at: str = "") -> None:
        """Other words and other lines; the mark stays where it was moved to, else it is at `at`."""
        if not self._is_open:
            return
        picker = self.query_one(OptionList)
        place = picker.highlighted
        stood = "" if place is None else self._lines[place].id
        first = next((line.id for line in self._lines if line.id), "")
        at = (at or self._at) if stood in (first, self._at) else stood
        self._lines, self._intro, self._at = lines, intro, at
        picker.clear_options().add_options(_item(line, self._hung_at) for line in lines)
        self._stand(at)
        self.tell(intro)

    def tell(self, intro: str) -> None:
        """Other words above the list, where the page has not gone meanwhile."""
        if self._is_open:
            self._intro = intro
            self.query_one(".page-intro").display = bool(intro)
            self.query_one(".page-intro Static", Static).update(intro)
            self.call_after_refresh(self._fit)

    @property
    def _is_open(self) -> bool:
        return self in self.app.screen_stack

    def on_resize(self) -> None:
        """Share out the room anew."""
        self.call_after_refresh(self._fit)
        room = first_room(self.app.size.width)
        if room != self._hung_at:
            self._hung_at = room
            if any(line.hangs for line in self._lines):
                self.renew(self._intro, self._lines)

    def _fit(self) -> None:
        """The list has what it needs, up to nine lines; the words have the rest, and scroll."""
        if not self._is_open:
            return
        picker, intro = self.query_one(OptionList), self.query_one(".page-intro", VerticalScroll)
        needs = min(picker.virtual_size.height + 2, _LEAST_LIST)
        intro.styles.max_height = max(3, self.size.height - _AROUND - needs)
        self.call_after_refresh(self._say_foot)

    def _say_foot(self) -> None:
        if not self._is_open:
            return
        more = "   Page down: the rest of the text" if self._intro_is_long else ""
        choose = "Enter: choose   " if self._lines else ""
        if self._figures.waits:
            choose = f"Enter: take {self._figures.typed}, or type its second figure   "
        self.query_one(".page-foot", Static).update(f"{choose}{self._back}{more}")

    @property
    def _intro_is_long(self) -> bool:
        return self.query_one(".page-intro", VerticalScroll).max_scroll_y > 0

    def action_page(self, step: int) -> None:
        """Turn the page of the words above, where they do not fit; else that of the list."""
        intro, picker = self.query_one(".page-intro", VerticalScroll), self.query_one(OptionList)
        if self._intro_is_long:
            intro.scroll_relative(y=step * intro.size.height, animate=False)
        else:
            self.call_later(picker.run_action, "page_down" if step > 0 else "page_up")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was picked."""
        self.dismiss(event.option_id)

    def on_key(self, event: events.Key) -> None:
        """Figures pick the line of that number."""
        by_number = {each.number: each.id for each in self._lines if each.number}
        typed = self._figures.take(event.character or "", by_number)
        if typed is None:
            self._say_foot()
            return
        event.stop()
        if self._figures.waits:
            ids = [each.id for each in self._lines]
            self.query_one(OptionList).highlighted = ids.index(by_number[typed])
            self._say_foot()
        else:
            self.dismiss(by_number[typed])


def _item(line: Line, room: int) -> ListItem:
    parts = line.text.split("\n") if line.hangs else ()
    text = "\n".join(hung(each, room, " " * line.hangs) for each in parts) or line.text
    return ListItem(Content.styled(text, line.style), line.id or None, not line.id)


class TextPage(Page[None]):
    """A text to read; any of the usual keys goes back."""

    HELP = "This is a text to read. The arrows, Page up and Page down scroll it."
    BINDINGS: ClassVar[list[BindingType]] = [
        _ASK_HELP,
        Binding("enter", "close", "Back", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, and how to go back."""
        with Vertical(classes="page"):
            yield Static(self._title, classes="page-title", markup=False)
            with VerticalScroll(classes="page-text"):
                yield Static(self._text, markup=False)
            yield Static("Arrows: scroll   Enter or Esc: back", classes="page-foot")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.set_focus(self.query_one(VerticalScroll))


class HelpPage(TextPage):
    """What a page is for and what its keys do; the key for help closes it again."""

    def __init__(self, text: str) -> None:
        super().__init__("Help", text)

    def action_turn_to(self, name: str) -> None:
        """Close, where the key for help is pressed again."""
        if name == "help":
            self.dismiss(None)
        else:
            super().action_turn_to(name)


def with_keys(about: str) -> str:
    """What a page is for, and the keys that work on every page around the question's."""
    return f"{about}\n\n{LEAVING}\n\n{_BACK}\n{all_keys()}\n\n{_MARK}"


def all_keys() -> str:
    """Every key with what it does, one line each."""
    return "\n".join(f"{each.shown_keys:<13} {each.explanation}" for each in ACTIONS)
