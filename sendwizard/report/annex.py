"""For governors: how each duty stands and where, and one page on what to look at first.

Says that something has been written, never that it is enough.
"""

from sendwizard.core.answers import Source
from sendwizard.core.compare import ChangeKind, changes
from sendwizard.core.duties import Duty, duties
from sendwizard.core.kinds import say_date
from sendwizard.core.route import DONE
from sendwizard.core.words import DUTY_STATE, NOT_A_JUDGEMENT, count
from sendwizard.report.entries import Material
from sendwizard.report.model import Cell, Entry, Grid, Item, Note, Part, Prose, Values
from sendwizard.report.prose import parse_prose

CLAIMS = 8
"""How many claims the page names; a meeting has time for no more."""
_CHANGED = {
    ChangeKind.NEW: "New",
    ChangeKind.REWORDED: "Reworded",
    ChangeKind.WITHDRAWN: "Taken out",
}


def annex(material: Material) -> tuple[Part, ...]:
    """The governors' page, then every duty, then every point of guidance."""
    every = duties(material.bank, material.answers, material.read)
    law = [each for each in every if each.requirement.force == "must"]
    guidance = [each for each in every if each.requirement.force != "must"]
    return (
        Part("for-governors", "For governors", _page(material), new_page=True),
        Part(
            "duties",
            "What the law asks, and where it is answered",
            (_grid(material, law), Note(NOT_A_JUDGEMENT)),
            new_page=True,
        ),
        Part(
            "guidance",
            "What the Code of Practice says a report should have",
            (_grid(material, guidance), Note(NOT_A_JUDGEMENT)),
        ),
    )


def _grid(material: Material, several: list[Duty]) -> Grid:
    return Grid(
        ("Paragraph", "What it asks", "How it stands", "Where"),
        tuple(
            (
                Cell(duty.requirement.citation),
                Cell(duty.requirement.summary),
                Cell(DUTY_STATE[duty.state].capitalize()),
                Cell(_where(material, duty)),
            )
            for duty in several
        ),
        to_fill=("RAG", "Comment"),
    )


def _where(material: Material, duty: Duty) -> str:
    prompts = [material.words(each.prompt) for each in duty.questions if each.printed]
    return " · ".join(prompts) or "Not asked of our school"


def _page(material: Material) -> tuple[Item, ...]:
    return (
        Entry("what-changed", "What changed since last year", _changed(material)),
        Entry("not-answered", "What is not answered", _not_answered(material)),
        Entry("set-aside", "What was set aside, and why", _set_aside(material)),
        Entry("ask-to-see", "Claims to ask to see", _claims(material)),
    )


def record(material: Material) -> tuple[Entry, ...]:
    """What was accepted as open, and who approved each small change: not for the report itself."""
    approval = material.approval
    if approval is None:
        return ()
    entries = []
    if approval.gaps:
        by_id = material.bank.by_id
        lines = [material.words(by_id[each].prompt) for each in approval.gaps if each in by_id]
        reason = Note(f"The reason that was given: {approval.gaps_reason}")
        accepted = (*_list(lines, "Nothing that is asked today."), reason)
        entries.append(Entry("accepted", "What was left open knowingly, and why", accepted))
    if approval.updates:
        lines = [
            f"{say_date(each.on)}: {each.text.rstrip('. ')}. Approved by {each.by}, {each.role}."
            for each in approval.updates
        ]
        entries.append(Entry("small-changes", "Small changes since the approval", _list(lines, "")))
    return tuple(entries)


def how_checked(material: Material) -> Entry:
    """How one knows that each kept answer is still true: for governors, and never printed."""
    kept = [
        (question, answer)
        for question in material.bank.questions
        if (answer := material.answers.get(question.id)).source is Source.KEPT
        and material.standing[question.id] in DONE
    ]
    rows = tuple(
        (
            Cell(material.words(question.prompt)),
            Cell(answer.how),
            Cell(say_date(answer.on) if answer.on else ""),
        )
        for question, answer in kept
        if answer.how
    )
    bodies: list[Note | Grid] = []
    if rows:
        bodies.append(Grid(("Question", "How we know that it is still true", "Checked on"), rows))
    silent = len(kept) - len(rows)
    if silent:
        told = (
            f"{count(silent, 'answer was', 'answers were')} kept as still true without saying how."
        )
        bodies.append(Note(told))
    nothing = Note("No answer was kept from last year.")
    return Entry("how-checked", "How what was kept was checked", tuple(bodies) or (nothing,))


def _list(lines: list[str], otherwise: str) -> tuple[Note | Values, ...]:
    return (Values(tuple(map(Cell, lines))),) if lines else (Note(otherwise),)


def _changed(material: Material) -> tuple[Note | Values, ...]:
    if material.before is None:
        return (Note("There is no earlier year to compare this one with."),)
    found = changes(material.bank, material.before, material.answers)
    lines = [
        f"{_CHANGED[each.kind]}: {material.words(each.question.prompt)}"
        for each in found
        if each.kind in _CHANGED and each.question.printed and not each.not_yet
    ]
    kept = sum(each.kind is ChangeKind.KEPT for each in found)
    same = Note(f"{count(kept, 'answer')} in the same words as in {material.before.year}.")
    return (*_list(lines, "No answer is new, reworded or taken out."), same)


def _not_answered(material: Material) -> tuple[Note | Values, ...]:
    lines = [
        material.words(gap.question.prompt)
        + (f" Still to come: {', '.join(gap.missing)}." if gap.missing else "")
        for gap in material.gaps.values()
    ]
    return _list(lines, "Every question that a report needs has an answer.")


def _set_aside(material: Material) -> tuple[Note | Values, ...]:
    lines = [
        f"{material.words(material.bank.by_id[each.question].prompt)} {each.what}: {each.reason}"
        for each in material.left
    ]
    return _list(lines, "Nothing was set aside.")


def _claims(material: Material) -> tuple[Note | Prose, ...]:
    every = [
        question
        for question in material.bank.questions
        if question.ask_to_see and material.counts(question.id)
    ]
    step = max(1, len(every) / CLAIMS)  # from all parts of the report, not its first pages alone
    chosen = [every[int(number * step)] for number in range(min(CLAIMS, len(every)))]
    if not chosen:
        return (Note("Nothing is answered yet that could be asked to see."),)
    lines = [f"- {material.words(each.prompt)} {each.ask_to_see}" for each in chosen]
    return (Prose(parse_prose("\n".join(lines))),)
