"""What the pages say: the core's state as lines of text. Knows no widget."""

from collections.abc import Collection, Sequence
from textwrap import shorten

from textual.content import Content

from sendwizard.core.answers import Answers, Source
from sendwizard.core.bank import Kind, Question
from sendwizard.core.findings import Finding, Severity, find_all
from sendwizard.core.kinds import say_date
from sendwizard.core.last_year import old_of
from sendwizard.core.route import DONE, Status
from sendwizard.core.text import paragraphs
from sendwizard.core.unfinished import missing_by_row
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import (
    LEAVING,
    NOT_A_JUDGEMENT,
    SEVERITY,
    STATUS,
    STATUS_LETTER,
    count,
    for_school,
)
from sendwizard.office.reporting import Written
from sendwizard.tui import last_year
from sendwizard.tui.keys import ACTIONS
from sendwizard.tui.pages import Line

_STATUS_STYLE = {
    Status.ANSWERED: "$text-muted",
    Status.CARRIED: "$text-warning",
    Status.NOT_APPLICABLE: "$text-muted",
    Status.UNANSWERED: "",
}
_HOW = {
    Kind.CHOICE: "Type a number, or use the arrows and Enter.",
    Kind.YES_NO: "Type a number, or use the arrows and Enter.",
    Kind.CHOICES: "A number or the space bar ticks; tick all that fit. F8 goes on.",
}
_SEVERITY_LETTER = {Severity.STOP: "!", Severity.WARN: "?", Severity.TIP: "i"}
PANES = {"guidance": "guidance", "last": "last year’s", "example": "example", "law": "the law"}
"""What the key for more turns to, one after the other, and what each is called."""
BUILD = ":build"
"""What picking the last line of a review without gaps gives."""
MOST_REMINDER = 70
"""Letters of a reminder that are shown on the question's page; the menu shows it whole."""


def school_words(wizard: Wizard, text: str) -> str:
    """The bank's words with the school's own word for the role."""
    return for_school(wizard.bank, wizard.answers, text)


def place(wizard: Wizard) -> str:
    """Where the person is."""
    progress = wizard.progress
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
        text = question.example or "There is no example for this question."
        return "An example, not your school", school_words(wizard, text)
    if pane == "law":
        return "What asks for it", _law_text(wizard, question)
    gap = "\n" if question.options else "\n\n"  # a list of options needs the lines itself
    text = gap.join(paragraphs(question.guidance)) or "Nothing more to say here."
    return "What a good answer covers", school_words(wizard, text)


def _law_text(wizard: Wizard, question: Question) -> str:
    lines = []
    for requirement_id in question.requirements:
        each = wizard.bank.requirement_by_id[requirement_id]
        force = "Law" if each.force == "must" else "Code, “should”"
        lines.append(f"{force}: {each.citation}. {each.summary}")
    overlay = wizard.bank.overlay(wizard.answers.value("local-authority"))
    if overlay:
        lines.extend(_overlay_lines(wizard, question))
    nothing = "Every report needs this, though no law asks for it."
    if not question.required:
        nothing = "No law asks for this; families and councils do."
    return "\n".join(lines) or nothing


def _overlay_lines(wizard: Wizard, question: Question) -> list[str]:
    overlay = wizard.bank.overlay(wizard.answers.value("local-authority"))
    if overlay is None:
        return []
    contacts = [each for each in overlay.contacts if each.question == question.id]
    lines = [
        f"{overlay.council}: {each.text} {each.url} (noted on {say_date(each.checked_on)})"
        for each in contacts
    ]
    rows = [each for each in overlay.rows if each.id == question.proforma]
    lines += [
        f"{overlay.label}, “{each.title}”, our summary: {' '.join(each.expectation.split())}"
        for each in rows
    ]
    return lines


def length(question: Question, words: int) -> str:
    """How long an answer is, and how long to aim for; never a limit."""
    if question.words is None:
        return ""
    least, most = question.words
    return f"{count(words, 'word')}, aim for {least} to {most}"


def contents(wizard: Wizard) -> list[Line]:
    """Every section and question with its mark: a letter, a word and a colour."""
    lines: list[Line] = []
    section = ""
    for question in wizard.route:
        if question.section != section:
            section = question.section
            title = wizard.bank.section_of(question).title
            asked = [q for q in wizard.route if q.section == section]
            done = sum(wizard.statuses[q.id] in DONE for q in asked)
            lines.append(Line("", f"{title} ({done} of {len(asked)})", "bold"))
        status = wizard.statuses[question.id]
        prompt = school_words(wizard, question.prompt)
        word = "" if status is Status.ANSWERED else f" · {STATUS[status]}"
        kind = _contents_kind(question) if status is Status.UNANSWERED else ""
        text = f" {STATUS_LETTER[status]}  {prompt}{word}{kind}"
        lines.append(Line(question.id, text, _STATUS_STYLE[status]))
    return lines


def review(wizard: Wizard, unread: Collection[str]) -> tuple[str, list[Line]]:
    """What is missing, worst first, and within that in the order of the questions.

    `unread` are the questions in whose field something stands that cannot be read.
    """
    found = find_all(wizard.bank, wizard.answers)
    lines: list[Line] = []
    typed = [question for question in wizard.route if question.id in unread]
    if typed:
        lines.append(Line("", "What you typed cannot be read yet", "bold"))
        lines += [Line(q.id, f" !  {school_words(wizard, q.prompt)}") for q in typed]
    for severity in Severity:
        these = [e for e in found if e.severity is severity and e.question not in unread]
        if these:
            lines.append(Line("", f"{SEVERITY[severity].capitalize()} ({len(these)})", "bold"))
        lines += [_finding(wizard, each) for each in these]
    if not lines:
        return "Nothing is missing.", [Line(BUILD, " 1  Build the report")]
    stops = sum(each.severity is Severity.STOP for each in found)
    later = len(found) - stops + len(typed)
    return f"{stops} to fix before approval, {later} to look at again. Enter goes there.", lines


def _finding(wizard: Wizard, finding: Finding) -> Line:
    prompt = school_words(wizard, wizard.bank.by_id[finding.question].prompt)
    letter = _SEVERITY_LETTER[finding.severity]
    short = f" · {finding.short}" if finding.short else ""
    return Line(finding.question, f" {letter}  {prompt}{short}")


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
    more = _missing_or_noted(wizard, *chosen) or _HOW.get(question.kind, "")
    return _in_turn(standing, more)


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


def _contents_kind(question: Question) -> str:
    asked = question.required or question.begun_year
    return ", extra" if question.extra else "" if asked else ", optional"


def built(written: Sequence[Written], collect: str) -> str:
    """Where the report is, and what to know about it. `collect` says it in the school's words."""
    made = written[0].report
    folder = written[0].paths[0].parent
    names = ", ".join(path.name for each in written for path in each.paths)
    told = dict.fromkeys(sentence for each in written for sentence in each.told)
    return "\n\n".join(
        (
            f"{made.state}.",
            f"Your report: {collect or f'{names} in {folder}'}",
            *(("Each gap is shown in its place. F5 lists what is missing.",) if made.draft else ()),
            *told,
            NOT_A_JUDGEMENT,
            LEAVING,
        )
    )


def help_text() -> str:
    """What the question page is, and its keys."""
    keys = "\n".join(f"{each.shown_keys:<13} {each.explanation}" for each in ACTIONS)
    return (
        f"Type your answer. It is saved as you type; there is no key for saving. {LEAVING}\n\n"
        f"{keys}\n\n"
        "In a choice, type the number, or use the arrows and Enter. Tab moves between boxes. In a "
        "long text, write as in a letter; a line that begins with a dash and a space becomes a "
        "list, and Ctrl+Z takes back. In a table, Page down goes to the next row or a new one, and "
        "Page up to the row before; empty all boxes of a row to remove it.\n\n"
        "Last year’s answers neither count nor are printed until you have looked at each: F9 keeps "
        "one that is still true, and typing makes it this year’s. F3 shows last year’s words, with "
        "[-what was taken out-] and {+what was put in+}. F2 says how you know that it is true, "
        "takes that back, and narrows the way to what needs you.\n\n"
        "In last year’s report, which F2 opens where there is one: type what you look for, and "
        "Enter finds the next place. Tab goes to the text. There the space bar marks a paragraph, "
        "and once more the next as well; M begins to mark at the cursor, and the arrows mark on. "
        "Enter copies what is marked into the open question, not checked yet.\n\n"
        "The marks in the contents: A answered, L last year’s and not checked yet, N does not "
        "apply, a dot still to do."
    )
