"""The contents as a task list: one line a section, opened in place to show its questions."""

from collections.abc import Callable, Collection, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as ListItem

from sendwizard.core.bank import Question
from sendwizard.core.route import Status
from sendwizard.core.sections import SectionStanding, SectionState, standings
from sendwizard.core.time_left import minutes_left, say_minutes
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import HOLLOW, HOLLOW_LETTER, STATUS, STATUS_LETTER, count, for_school
from sendwizard.tui.breaking import first_room, hung, room_in
from sendwizard.tui.pages import Line, PickPage

Mark = Callable[[str, bool], Wizard]
"""Says of a section, by its id, whether it is finished; gives the wizard after that."""
STATUS_STYLE = {
    Status.ANSWERED: "$text-muted",
    Status.CARRIED: "$text-warning",
    Status.NOT_APPLICABLE: "$text-muted",
    Status.UNANSWERED: "",
}
_STATE_STYLE = {
    SectionState.TO_DO: "",
    SectionState.IN_PROGRESS: "$text-accent",
    SectionState.COMPLETE: "$text-muted",
}
LETTERS = "A answered   L last year’s, not checked yet   N does not apply   · ! to do"
_SECTION, _FINISH = ":section:", ":finish:"
"""What the ids of lines begin with that are no question's."""
_BACK = "Right, Left: open, close   Esc: back"
_INDENT = " " * 7
"""What the further lines of a question begin with."""
_LEFT, _DONE, _STATE = 2, 10, 13
"""Cells of a section's line beside its title: the sign, how much is done, and the state."""


class ContentsPage(PickPage):
    """Every section with its state; gives the id of the question that was picked.

    What changes is drawn into the list where it stands, so that nobody loses their place.
    """

    HELP = (
        "One line for each section, with how many of its questions are done. Enter opens a "
        "section and closes it again; so do the arrows to the right and to the left. Enter on a "
        "question goes there. Under the questions, Enter says that you have finished the section: "
        "it is complete when nothing that is needed is left in it. Changing an answer later does "
        "not take that back.\n\n"
        f"The letters before the questions: {LETTERS.replace('   ', ', ')}."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "open_section", show=False),
        Binding("left", "close_section", show=False),
    ]

    def __init__(self, wizard: Wizard, width: int, mark: Mark | None) -> None:
        """`width` is that of the window; `mark` is None where the answers are only looked at."""
        self._wizard = wizard
        self._mark = mark
        self._opened = {wizard.question.section}
        self._room = first_room(width)
        super().__init__("Contents", intro(wizard), self._drawn(), wizard.at, back=_BACK)

    def _drawn(self) -> list[Line]:
        can_mark = self._mark is not None
        return list(lines(self._wizard, self._opened, self._room, can_mark=can_mark))

    def on_mount(self) -> None:
        """Stand at the open question, with its whole section in sight where that fits."""
        super().on_mount()
        self.call_after_refresh(self._show_section)

    def _show_section(self) -> None:
        picker = self.query_one(OptionList)
        here = picker.highlighted
        if here is None or not self._is_open:
            return
        last = next(n for n in range(here, len(self._lines)) if self._ends(n))
        for place in (last, here):
            picker.highlighted = place
            picker.scroll_to_highlight()

    def _ends(self, place: int) -> bool:
        """Whether a section ends with this line."""
        behind = self._lines[place + 1 : place + 2]
        return not behind or behind[0].id.startswith(_SECTION)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A section opens or closes, its last line marks it; a question is given."""
        event.stop()
        picked = event.option_id or ""
        if picked.startswith(_SECTION):
            self._turn(picked.removeprefix(_SECTION))
        elif picked.startswith(_FINISH):
            self._toggle(picked.removeprefix(_FINISH))
        else:
            return  # the list's own way: the page gives it
        event.prevent_default()

    def _turn(self, section: str) -> None:
        self._opened ^= {section}
        self._draw_again(f"{_SECTION}{section}")

    def _toggle(self, section: str) -> None:
        if self._mark is None:
            return
        marked = section in self._wizard.answers.finished
        self._wizard = self._mark(section, not marked)
        self._draw_again(f"{_FINISH}{section}")
        self.tell(intro(self._wizard))

    def action_open_section(self) -> None:
        """Open the section that stands out."""
        section = self._section_here()
        if section and section not in self._opened:
            self._turn(section)

    def action_close_section(self) -> None:
        """Close the section in which the highlight is, and stand on it."""
        section = self._section_here()
        if section in self._opened:
            self._turn(section)

    def _section_here(self) -> str:
        picked = self._picked_out
        for start in (_SECTION, _FINISH):
            if picked.startswith(start):
                return picked.removeprefix(start)
        return self._wizard.bank.by_id[picked].section if picked else ""

    @property
    def _picked_out(self) -> str:
        place = self.query_one(OptionList).highlighted
        return "" if place is None else self._lines[place].id

    def on_resize(self) -> None:
        """The states stay at the right; the rest is shared out as on every page."""
        self.call_after_refresh(self._fit_lines)

    def _fit_lines(self) -> None:
        if not self._is_open:
            return
        room = room_in(self.query_one(OptionList))
        if room != self._room:
            self._room = room
            self._draw_again(self._picked_out)

    def _draw_again(self, at: str) -> None:
        """The list anew, at the same height, with the highlight on that line."""
        picker = self.query_one(OptionList)
        top = picker.scroll_offset.y
        self._lines = self._drawn()
        with self.app.batch_update():
            picker.clear_options()
            picker.add_options(
                ListItem(Content.styled(each.text, each.style), each.id) for each in self._lines
            )
            picker.highlighted = [each.id for each in self._lines].index(at)
            picker.scroll_to(y=top, animate=False, immediate=True)
            picker.scroll_to_highlight()


def intro(wizard: Wizard) -> str:
    """How many sections are complete, the time that is left, and what the letters mean."""
    shown = standings(wizard)
    complete = sum(each.state is SectionState.COMPLETE for each in shown)
    minutes = minutes_left(wizard)
    left = f"Time left: {say_minutes(minutes)}." if minutes else "Nothing is left to write."
    return f"{complete} of {count(len(shown), 'section')} complete. {left}\n{LETTERS}"


def lines(
    wizard: Wizard, opened: Collection[str], room: int, *, can_mark: bool = True
) -> Iterator[Line]:
    """Each section, and those that are open with their questions and the line that marks them.

    `room` is what a line may have, in cells.
    """
    for each in standings(wizard):
        is_open = each.section.id in opened
        yield _section(each, room, is_open=is_open)
        if is_open:
            asked = [q for q in wizard.route if q.section == each.section.id]
            yield from (_question(wizard, question, room) for question in asked)
            if can_mark:
                yield _finish(each, room)


def _section(standing: SectionStanding, room: int, *, is_open: bool) -> Line:
    for_title = max(1, room - _LEFT - _DONE - _STATE)
    title = standing.section.title
    title = title if len(title) <= for_title else f"{title[: for_title - 1]}…"
    done = f"{standing.done} of {standing.asked}"
    sign = "-" if is_open else "+"
    state = f"{standing.state.value:<{_STATE - 2}}"
    text = f"{sign} {title:<{for_title}}{done:>{_DONE}}  {state}"
    bold = "bold " if is_open else ""
    return Line(
        f"{_SECTION}{standing.section.id}", text, f"{bold}{_STATE_STYLE[standing.state]}".strip()
    )


def _question(wizard: Wizard, question: Question, room: int) -> Line:
    status = wizard.statuses[question.id]
    prompt = for_school(wizard.bank, wizard.answers, question.prompt)
    word = "" if status is Status.ANSWERED else f" · {STATUS[status]}"
    letter = STATUS_LETTER[status]
    if status is Status.ANSWERED and question.id in wizard.hollow:
        letter, word = HOLLOW_LETTER, f" · {HOLLOW}"
    kind = kind_of(question) if status is Status.UNANSWERED else ""
    text = f"    {letter}  {prompt}{word}{kind}"
    return Line(question.id, hung(text, room, _INDENT), STATUS_STYLE[status])


def kind_of(question: Question) -> str:
    """`, extra` or `, optional`, to be added to words; "" for what is needed or asked of all."""
    asked = question.required or question.begun_year
    return ", extra" if question.extra else "" if asked else ", optional"


def _finish(standing: SectionStanding, room: int) -> Line:
    box = "[x]" if standing.marked else "[ ]"
    left = standing.needed if standing.marked else 0
    more = f" · {count(left, 'needed answer')} left" if left else ""
    text = f"    {box} I have finished this section{more}"
    return Line(f"{_FINISH}{standing.section.id}", hung(text, room, _INDENT))
