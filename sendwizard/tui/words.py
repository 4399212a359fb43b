"""What the pages say: the core's state as lines of text. Knows no widget."""

from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from textual.content import Content

from sendwizard.core.answers import Answers, Source
from sendwizard.core.bank import Kind, Question
from sendwizard.core.last_year import old_of
from sendwizard.core.route import Status
from sendwizard.core.sections import waits_for_mark
from sendwizard.core.text import flowing, paragraphs
from sendwizard.core.unfinished import missing_by_row
from sendwizard.core.what_asks import what_asks
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import (
    LEAVING,
    NOT_A_JUDGEMENT,
    collect_in,
    count,
    for_school,
)
from sendwizard.tui import last_year
from sendwizard.tui.keys import MENU_NUMBER

if TYPE_CHECKING:
    from sendwizard.office.reporting import Written

_HOW = {
    Kind.CHOICE: "Type a number, or use the arrows and Enter.",
    Kind.YES_NO: "Type a number, or use the arrows and Enter.",
    Kind.CHOICES: "A number or the space bar ticks; tick all that fit. F8 goes on.",
}
PANES = {"guidance": "guidance", "last": "last year’s", "example": "example", "law": "the law"}
"""What the key for more turns to, one after the other, and what each is called."""
LAST_HERE = (
    f"Last question of this section. F2, then {MENU_NUMBER['finish_section']}: "
    "I have finished this section."
)
MOST_REMINDER = 70
"""Letters of a reminder that are shown on the question's page; the menu shows it whole."""


def school_words(wizard: Wizard, text: str) -> str:
    """The bank's words with the school's own word for the role."""
    return for_school(wizard.bank, wizard.answers, text)


def place(wizard: Wizard) -> str:
    """Where the person is."""
    progress = wizard.progress
    if wizard.starting:
        return f"Getting started {wizard.number} of {progress.total}"
    extras = "" if wizard.with_extras else " without extras"
    if not wizard.only_mine:
        return f"Question {wizard.number} of {progress.total}{extras}, {progress.done} done"
    if wizard.needs_me(wizard.question):
        return f"Question {wizard.number} of {progress.total} to look at{extras}"
    left = progress.total - 1
    return f"{left or 'Nothing'} left to look at{extras}"


def panes(wizard: Wizard, before: Answers | None) -> tuple[str, ...]:
    """What stands in the pane under the field, in turn; last year's where there was an answer."""
    old = old_of(wizard, before)
    return tuple(name for name in PANES if name != "last" or old is not None)


def pane_text(wizard: Wizard, before: Answers | None, pane: str) -> tuple[str, str | Content]:
    """The title and the text of the pane under the field."""
    question = wizard.question
    old = old_of(wizard, before)
    if pane == "last" and old is not None:
        return last_year.pane(wizard, old)
    if pane == "example":
        text = flowing(question.example) or "There is no example for this question."
        return "An example, not your school", school_words(wizard, text)
    if pane == "law":
        return "What asks for it", "\n".join(what_asks(wizard))
    gap = "\n" if question.options else "\n\n"  # a list of options needs the lines itself
    text = gap.join(paragraphs(question.guidance)) or "Nothing more to say here."
    return "What a good answer covers", school_words(wizard, text)


def not_read_yet(wizard: Wizard, question_id: str) -> str:
    """That what was typed at a question which was left cannot be read yet."""
    prompt = school_words(wizard, wizard.bank.by_id[question_id].prompt)
    return f"What you typed at “{prompt}” is kept, but cannot be read yet. F7 goes back to it."


def length(question: Question, words: int) -> str:
    """How long an answer is, and how long to aim for; never a limit."""
    if question.words is None:
        return ""
    least, most = question.words
    return f"{count(words, 'word')}, aim for {least} to {most}"


def hint(wizard: Wizard, before: Answers | None) -> str:
    """How the answer stands to last year's, and what it needs or how to give it.

    What an option brings was said when it was chosen, and there is no room for both.
    """
    standing = last_year.standing(wizard, before)
    current, question = wizard.current, wizard.question
    is_open = wizard.statuses[wizard.at] is Status.UNANSWERED
    if current.source is not Source.GIVEN and not is_open:
        return _in_turn(standing, _missing_or_noted(wizard))
    chosen = [option.note for option in question.options if option.id == current.value]
    more = _missing_or_noted(wizard, *chosen)
    how = _HOW.get(question.kind, "")
    if not (standing or more or (how and is_open)) and waits_for_mark(wizard):
        return LAST_HERE
    return _in_turn(standing, more or how)


def _in_turn(first: str, then: str) -> str:
    """One sentence after the other."""
    stop = "." if first and then and not first.endswith((".", "…", "!", "?")) else ""
    return f"{first}{stop} {then}".strip()


def _missing_or_noted(wizard: Wizard, chosen: str = "") -> str:
    """What the answer still needs, what the chosen option brings, or what is noted here."""
    current = wizard.current
    missing = missing_by_row(wizard.question, current.value)
    if missing or chosen:
        return missing or chosen
    if current.not_applicable:
        return f"Does not apply: {_shortened(current.not_applicable)}"
    return f"Reminder to myself: {_shortened(current.note)}" if current.note else ""


def _shortened(text: str) -> str:
    return shorten(text, MOST_REMINDER, placeholder=" …")


GAPS_SHOWN = "Each gap is shown in its place. F5 lists what is missing, and what to put right."


def built(written: "Sequence[Written]", collect: str) -> str:
    """Where the report is, and what to know about it. `collect` says it in the school's words."""
    made = written[0].report
    folder = written[0].paths[0].parent
    names = ", ".join(path.name for each in written for path in each.paths)
    told = dict.fromkeys(sentence for each in written for sentence in each.told)
    return "\n\n".join(
        (
            f"{made.state}.",
            f"{collect_in(collect, folder.name)}\nThe files: {names}"
            if collect
            else f"Your report: {names} in {folder}",
            *((GAPS_SHOWN,) if made.draft else ()),
            *told,
            NOT_A_JUDGEMENT,
            LEAVING,
        )
    )
