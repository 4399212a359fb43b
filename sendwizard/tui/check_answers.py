"""Check your answers: all of them on one page, and a change that comes back to its line."""

from collections.abc import Collection
from textwrap import shorten

from textual.content import Content
from textual.widgets import OptionList

from sendwizard.core.bank import Question
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say, say_any
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import STATUS_LETTER, count, for_school
from sendwizard.tui.breaking import first_room, hung, room_in
from sendwizard.tui.contents import LETTERS, STATUS_STYLE, kind_of
from sendwizard.tui.pages import Line, PickPage

MOST_SHOWN = 125
"""Letters of an answer that are shown: two lines at 80 columns. The question shows it whole."""
_MOST_READ = 2_000
"""Letters of a long answer that are looked at to find those."""
_NOT_WRITTEN = "not written yet"
_INDENT = " " * 4
_UNREAD = "!"
"""The letter of an answer that cannot be read as it was typed."""
BACK_HERE = "F8: back to your answers"


class CheckAnswersPage(PickPage):
    """Every answer; gives the id of the question whose answer is to be changed."""

    HELP = (
        "All your answers in order, each shortened to two lines. The arrows and Page up and Page "
        "down move; Enter opens a question to change its answer, and F8 or F7 there brings you "
        "back to this line. Nothing changes if you only read."
    )

    def __init__(self, wizard: Wizard, unread: Collection[str], width: int, at: str = "") -> None:
        """`unread` are the questions in whose field something stands that cannot be read, `width`
        is that of the window, and `at` the question to stand at, or the nearest before it.
        """
        self._wizard = wizard
        self._unread = unread
        self._room = first_room(width)
        title = "Check your answers"
        super().__init__(title, _intro(wizard), _lines(wizard), nearest(wizard, at))

    def on_mount(self) -> None:
        """Show each answer below its question."""
        self._show_answers()

    def _show_answers(self) -> None:
        picker = self.query_one(OptionList)
        for question in self._wizard.route:
            unread = question.id in self._unread
            content = _answer(self._wizard, question, self._room, is_unread=unread)
            picker.replace_option_prompt(question.id, content)

    def on_resize(self) -> None:
        """Break the lines anew; the rest is shared out as on every page."""
        self.call_after_refresh(self._fit_lines)

    def _fit_lines(self) -> None:
        if not self._is_open:
            return
        picker = self.query_one(OptionList)
        if room_in(picker) != self._room:
            self._room = room_in(picker)
            self._show_answers()
            picker.scroll_to_highlight()


def nearest(wizard: Wizard, at: str) -> str:
    """That question where it is asked, else the last one before it that is; "" for none."""
    order = [question.id for question in wizard.bank.questions]
    if at not in order:
        return ""
    place = order.index(at)
    before = [q.id for q in wizard.route if order.index(q.id) <= place]
    return before[-1] if before else ""


def _intro(wizard: Wizard) -> str:
    empty = sum(wizard.statuses[q.id] is Status.UNANSWERED for q in wizard.route)
    said = f"{count(empty, 'answer')} not written yet. " if empty else ""
    return f"{said}Enter changes one; F8 there brings you back.\n{LETTERS}"


def _lines(wizard: Wizard) -> list[Line]:
    """Each section and question; the answers come in on the page."""
    shown: list[Line] = []
    section = ""
    for question in wizard.route:
        if question.section != section:
            section = question.section
            shown.append(Line("", wizard.bank.section_of(question).title, "bold"))
        shown.append(Line(question.id, question.prompt))
    return shown


def _answer(wizard: Wizard, question: Question, room: int, *, is_unread: bool) -> Content:
    """The question, and below it what is answered."""
    status = wizard.statuses[question.id]
    is_hollow = status is Status.ANSWERED and question.id in wizard.hollow
    letter = _UNREAD if is_unread or is_hollow else STATUS_LETTER[status]
    prompt = for_school(wizard.bank, wizard.answers, question.prompt)
    style = STATUS_STYLE[status]
    below = "what you typed cannot be read yet" if is_unread else said(wizard, question)
    muted = status is Status.UNANSWERED and bool(kind_of(question)) and not is_unread
    heading = hung(f" {letter}  {prompt}", room, _INDENT)
    return Content.assemble(
        (f"{heading}\n", style if status is Status.CARRIED else "$text-muted"),
        (hung(f"{_INDENT}{below}", room, _INDENT), "$text-muted" if muted else ""),
    )


def said(wizard: Wizard, question: Question) -> str:
    """What is answered, on one shortened line; in plain words that nothing is."""
    answer = wizard.answers.get(question.id)
    if answer.value is None and answer.not_applicable:
        whole = f"Does not apply: {answer.not_applicable}"
    elif answer.says_something and answer.value is not None:
        fit = fits(question, answer.value)
        whole = say(question, answer.value) if fit else say_any(answer.value)
    else:
        return f"{_NOT_WRITTEN}{kind_of(question)}"
    return shorten(whole[:_MOST_READ], MOST_SHOWN, placeholder=" …")
