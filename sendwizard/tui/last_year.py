"""What the question page says of last year's answer. Knows no widget and decides nothing."""

from textwrap import shorten

from textual.content import Content

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.bank import Question
from sendwizard.core.by_words import PieceKind, by_words
from sendwizard.core.carry import ASK_AGAIN
from sendwizard.core.fit import fits
from sendwizard.core.kinds import say_date
from sendwizard.core.last_year import old_of, running, said, why_read_first
from sendwizard.core.route import Status
from sendwizard.core.wizard import NOT_IN_WORDS, Wizard

MOST_SHOWN = 60
"""Letters of last year's answer in the line under the field; the pane shows it whole."""
_MARKS = {
    PieceKind.SAME: ("", "", ""),
    PieceKind.GONE: ("[-", "-]", "$text-error"),
    PieceKind.NEW: ("{+", "+}", "$text-success"),
}
_WHAT_MARKS_MEAN = "\n\n[-taken out-]  {+put in+}"
_FROM_REPORT = "F2 opens last year’s report, to copy from."
_GIVE_AGAIN = "It no longer fits this question, so it has to be given again."


def _owner(wizard: Wizard) -> str:
    began = wizard.answers.began
    return "From another school" if began and began.school else "Last year’s"


def standing(wizard: Wizard, before: Answers | None) -> str:
    """How the open answer stands to last year's; "" where there is nothing to say."""
    question, current = wizard.question, wizard.current
    if wizard.statuses[question.id] is Status.CARRIED:
        return f"{_not_checked(wizard)}{_running(wizard)}"
    if current.source is Source.KEPT and current.says_something:
        day = f" on {say_date(current.on)}" if current.on else ""
        known = f": {current.how}" if current.how else "; F2: how you know"
        return f"Checked{day}, still true{known}.{_running(wizard)}"
    old = old_of(wizard, before)
    if current.source is Source.CARRIED and current.value is not None:
        old = current
    elif current.says_something or old is None:
        began = wizard.answers.began
        copies = began and began.document and question.kind not in NOT_IN_WORDS
        return "" if current.says_something or not copies else _FROM_REPORT
    shown = shorten(said(question, old), MOST_SHOWN, placeholder=" …")
    fit = old.value is None or fits(question, old.value)
    if fit:
        return f"{_owner(wizard)}: {shown}"
    return f"{_owner(wizard)}: {shown}. {_GIVE_AGAIN}"


def _not_checked(wizard: Wizard) -> str:
    began, on = wizard.answers.began, wizard.current.on
    if began and began.school:
        return "From another school, not checked yet. F9: true of ours as well."
    if began and began.document and on is None:
        return "From last year’s report, not checked yet. F9: still true."
    day = say_date(on) if on else began.year if began else ""
    key = " F9: still true." if began else ""
    return f"Last year’s{f', of {day}' if day else ''}, not checked yet.{key}"


def _running(wizard: Wizard) -> str:
    return f" {words}" if (words := running(wizard)) else ""


def pane(wizard: Wizard, old: Answer) -> tuple[str, Content]:
    """The title and the text of the pane: last year's words, and what is different now."""
    question, current = wizard.question, wizard.current
    owner = f"{_owner(wizard)}, of {say_date(old.on)}" if old.on else _owner(wizard)
    then = said(question, old)
    fit = old.value is None or fits(question, old.value)
    more = "" if fit else f"\n\n{_GIVE_AGAIN}"
    if old.how:
        more += f"\n\nHow that was known: {old.how}"
    now = said(question, current) if current.says_something else ""
    if not now or now == then:
        return owner, Content(f"{then}{more}")
    return f"{owner}, and now", Content.assemble(compared(then, now), _WHAT_MARKS_MEAN, more)


def compared(then: str, now: str) -> Content:
    """Two texts as one, with what was taken out and what was put in marked."""
    parts: list[str | Content | tuple[str, str]] = []
    # A space before both: a first word is the same word when others come to stand before it.
    for piece in by_words(f" {then.strip()}", f" {now.strip()}"):
        start, end, style = _MARKS[piece.kind]
        text = piece.text.strip()
        gap, _, behind = piece.text.partition(text) if text else (piece.text, "", "")
        parts += [gap, (f"{start}{text}{end}", style) if text else "", behind]
    return Content.assemble(*parts)[1:]


def nothing_to_keep(wizard: Wizard) -> str:
    """Why there is nothing of last year's to keep at the open question."""
    current = wizard.current
    if current.source is Source.CARRIED and current.says_something:
        return f"There is nothing to keep here. {_GIVE_AGAIN}"
    if current.source is Source.KEPT and current.says_something:
        return "There is nothing to keep here: this answer is checked already."
    if current.says_something:
        return "There is nothing to keep here: this answer was written this year."
    if wizard.question.each_year == ASK_AGAIN:
        return "There is nothing to keep here: this is asked afresh each year."
    return "There is nothing to keep here: this question has no answer yet."


def read_first(wizard: Wizard, asks: Question, *, at_end: bool) -> str:
    """Why the open answer is to be read before it is kept, and what the key does next."""
    then = "F9 again keeps it" if at_end else "F9 shows the rest"
    return f"{why_read_first(wizard, asks)}; {then}."
