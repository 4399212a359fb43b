"""What the pages say: the core's state as lines of text. Knows no widget."""

from sendwizard.core.bank import Question
from sendwizard.core.findings import Severity, duty_findings
from sendwizard.core.kinds import say_date
from sendwizard.core.route import DONE, Status
from sendwizard.core.text import paragraphs
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import LEAVING, SEVERITY, STATUS, STATUS_LETTER, count, for_school
from sendwizard.tui.keys import ACTIONS
from sendwizard.tui.pages import Line

_STATUS_STYLE = {
    Status.ANSWERED: "$text-muted",
    Status.CARRIED: "$text-warning",
    Status.NOT_APPLICABLE: "$text-muted",
    Status.UNANSWERED: "",
}
_SEVERITY_STYLE = {Severity.STOP: "$text-error", Severity.WARN: "$text-warning", Severity.TIP: ""}
_SEVERITY_LETTER = {Severity.STOP: "!", Severity.WARN: "?", Severity.TIP: "i"}
PANES = ("guidance", "example", "law")


def school_words(wizard: Wizard, text: str) -> str:
    """The bank's words with the school's own word for the role."""
    return for_school(wizard.bank, wizard.answers, text)


def place(wizard: Wizard) -> str:
    """Where the person is."""
    progress = wizard.progress
    return f"Question {wizard.number} of {progress.total}, {progress.done} done"


def law(wizard: Wizard) -> str:
    """What asks for this question, on one line."""
    question = wizard.question
    asked = [wizard.bank.requirement_by_id[each] for each in question.requirements]
    must = [each.citation for each in asked if each.force == "must"]
    if question.required and must:
        return f"The law asks for this: {'; '.join(must)}"
    if question.required:
        return "Needed for every report"
    should = [each.citation for each in asked if each.force == "should"]
    if should:
        return f"The Code says “should”: {'; '.join(should)}"
    printed = "" if question.printed else ", never printed"
    kind = "Extra: families and councils ask for it" if question.extra else "Optional"
    return f"{kind}{printed}"


def pane_text(wizard: Wizard, pane: str) -> tuple[str, str]:
    """The title and the text of the pane under the field."""
    question = wizard.question
    if pane == "example":
        text = question.example or "There is no example for this question."
        return "An example, not your school (F3: the law)", school_words(wizard, text)
    if pane == "law":
        return "What asks for it (F3: guidance)", _law_text(wizard, question)
    gap = "\n" if question.options else "\n\n"  # a list of options needs the lines itself
    text = gap.join(paragraphs(question.guidance)) or "Nothing more to say here."
    return "What a good answer covers (F3: example)", school_words(wizard, text)


def _law_text(wizard: Wizard, question: Question) -> str:
    lines = []
    for requirement_id in question.requirements:
        each = wizard.bank.requirement_by_id[requirement_id]
        force = "Law" if each.force == "must" else "Code, “should”"
        lines.append(f"{force}: {each.citation}. {each.summary}")
    overlay = wizard.bank.overlay(wizard.answers.value("local-authority"))
    if overlay:
        lines.extend(_overlay_lines(wizard, question))
    return "\n".join(lines) or "No law asks for this; families and councils do."


def _overlay_lines(wizard: Wizard, question: Question) -> list[str]:
    overlay = wizard.bank.overlay(wizard.answers.value("local-authority"))
    if overlay is None:
        return []
    contacts = [each for each in overlay.contacts if each.question == question.id]
    lines = [
        f"{overlay.council}: {each.text} {each.url} (looked at {say_date(each.checked_on)})"
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
        kind = ", extra" if question.extra else "" if question.required else ", optional"
        kind = kind if status is Status.UNANSWERED else ""
        text = f" {STATUS_LETTER[status]}  {prompt}{word}{kind}"
        lines.append(Line(question.id, text, _STATUS_STYLE[status]))
    return lines


def review(wizard: Wizard) -> tuple[str, list[Line]]:
    """What is missing, worst first within the order of the questions."""
    found = duty_findings(wizard.bank, wizard.answers)
    ordered = sorted(found, key=lambda each: list(Severity).index(each.severity))
    lines = [
        Line(
            each.question,
            f" {_SEVERITY_LETTER[each.severity]}  {SEVERITY[each.severity]}: "
            f"{school_words(wizard, each.message)}",
            _SEVERITY_STYLE[each.severity],
        )
        for each in ordered
    ]
    stops = sum(each.severity is Severity.STOP for each in found)
    if not found:
        return "Nothing is missing. Press F6 to build the report.", lines
    later = len(found) - stops
    return f"{stops} to fix before approval, {later} to look at again. Enter goes there.", lines


def help_text() -> str:
    """What the question page is, and its keys."""
    keys = "\n".join(f"  {each.shown_keys:<14} {each.explanation}" for each in ACTIONS)
    return (
        "Type your answer. It is saved as you type; there is no key for saving.\n"
        f"{LEAVING}\n\n{keys}\n\n"
        "In a choice: arrows and Enter, or the number. In a long text: write as in a letter; a\n"
        "line that begins with a dash and a space becomes a list. Tab moves between boxes.\n\n"
        "The marks in the contents: A answered, L last year’s and not checked yet, N does not\n"
        "apply, a dot still to do."
    )
