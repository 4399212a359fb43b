"""What the help says of the question page: the field that is open first, then every key."""

from sendwizard.core.bank import Kind, Question
from sendwizard.core.words import LEAVING
from sendwizard.tui.keys import MENU
from sendwizard.tui.pages import all_keys

_CHOICE = (
    "Choose with the number, or with the arrows and Enter; a letter goes to the next answer that "
    "begins with it. Enter on what is chosen goes on."
)
_FIELD = {
    Kind.PASSAGE: (
        "Write as in a letter. A line that begins with a dash and a space, or with 1. and a space, "
        "becomes a list: Enter begins its next point, Enter on an empty point ends it, and Tab and "
        "Shift+Tab move a point in and out. What you paste from Word or a web page is tidied. "
        "Ctrl+Z takes back, Ctrl+Y does it again. The length to aim at is advice and no limit."
    ),
    Kind.CHOICE: _CHOICE,
    Kind.YES_NO: f"{_CHOICE} Y and N choose at once.",
    Kind.CHOICES: (
        "Several answers may be right. A number or the space bar ticks one or takes the tick away; "
        "the arrows move. F8 goes on."
    ),
    Kind.ROWS: (
        "This answer is a small table. Enter opens a row, and in it Enter goes from box to box; "
        "Esc closes it. The line below the table says which letters add, move and remove a row. A "
        "row may stay unfinished: what is still to come is said."
    ),
    Kind.DATE: (
        "Type a date as you would write it: 12/3/26, 12 March 2026, or today. The day comes first."
    ),
    Kind.PHONE: "Type the number as you know it; the spaces are put in for you.",
    Kind.EMAIL: "Type the address. One of the school or office is better than a person’s own.",
    Kind.URL: "Type or paste the address; https:// is put in front for you.",
    Kind.NUMBER: "Type a whole number.",
}
_LINE = "Type a few words. Enter goes on."
_LAST_YEAR = (
    "Last year’s answers neither count nor are printed until you have looked at each: F9 keeps one "
    "that is still true, and typing makes it this year’s. F3 shows last year’s words, with "
    "[-what was taken out-] and {+what was put in+}."
)
_EDITOR = (
    "A moment after you stop typing, the answer is looked at. What is found stands under it, the "
    "worst first: ! to fix before approval, ? to look at again, i a tip. F3 shows the rest. Change "
    "the answer, and it goes; or set it aside with a reason, in the menu."
)
_MARKS = (
    "The marks in lists: A answered, L last year’s and not checked yet, N does not apply, a dot "
    "still to do, and ! an answer that says nothing of its own yet or cannot be read."
)


def help_text(question: Question, *, keeping: bool) -> str:
    """What can be done at a question; `keeping` where the year began with last year's answers."""
    field = _FIELD.get(question.kind, _LINE)
    saved = f"It is saved as you type; there is no key for saving. {LEAVING}"
    last_year = [_LAST_YEAR] if keeping else []
    parts = [field, saved, _EDITOR, all_keys(), *last_year, _MARKS, menu_text()]
    return "\n\n".join(parts)


def menu_text() -> str:
    """Everything that stands in the menu, with what it does."""
    lines = ["In the menu (F2):"]
    for heading, actions in MENU.items():
        lines.append(f"\n{heading}")
        lines += [f"  {each.label}. {each.explanation}" for each in actions]
    return "\n".join(lines)
