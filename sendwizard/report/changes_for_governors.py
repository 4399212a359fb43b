"""The governors' edition of the page on what has changed: every duty with its questions.

Says how each answer was checked and what is open; whether it is enough is for governors to judge.
"""

from collections.abc import Iterable, Mapping

from sendwizard.core.answers import Answer
from sendwizard.core.bank import Question
from sendwizard.core.compare import Change, ChangeKind
from sendwizard.core.duties import Duty, duties
from sendwizard.core.kinds import say_date
from sendwizard.core.route import DONE, Status
from sendwizard.core.words import DUTY_STATE, NOT_A_JUDGEMENT, SOURCE, STATUS, count
from sendwizard.report.changes import LEGEND, Changed, bodies, counted, head
from sendwizard.report.model import Cell, Item, Note, Part, Report, Values

TITLE = "For governors: what has changed in our SEN information report"
_KINDS = {
    ChangeKind.NEW: "New",
    ChangeKind.REWORDED: "Reworded",
    ChangeKind.WITHDRAWN: "Taken out",
    ChangeKind.KEPT: "The same words as before",
}


def governors_page(changed: Changed) -> Report:
    """Every duty of the law, then the Code, then the rest, each question where it first serves."""
    material = changed.material
    every = duties(material.bank, material.answers, material.read)
    shown: set[str] = set()
    law = [each for each in every if each.requirement.force == "must"]
    guidance = [each for each in every if each.requirement.force != "must"]
    parts = (
        Part("open", "What is open", _open(changed)),
        Part("law", "What the law asks", _duties(changed, law, shown)),
        Part("code", "What the Code of Practice says", _duties(changed, guidance, shown)),
        Part("also", "Also from our school", _others(changed, shown)),
    )
    same = sum(each.kind is ChangeKind.KEPT for each in changed.changes)
    facts = (
        f"Compared with {changed.since}.",
        counted(changed.changes),
        f"{count(same, 'answer is', 'answers are')} in the same words as before.",
        NOT_A_JUDGEMENT,
        LEGEND,
    )
    return head(changed, TITLE, tuple(part for part in parts if part.items), facts)


def _open(changed: Changed) -> tuple[Item, ...]:
    lines = [
        f"{changed.prompt(gap.question)} "
        + (f"Still to come: {', '.join(gap.missing)}." if gap.missing else _sentence(gap.status))
        for gap in changed.material.gaps.values()
    ]
    lines += [
        f"{changed.prompt(question)} {_sentence(Status.CARRIED)}"
        for question in changed.material.bank.questions
        if changed.material.standing[question.id] is Status.CARRIED
        and question.printed
        and question.id not in changed.material.gaps
    ]
    if not lines:
        return (Note("Every question that a report needs has an answer that was looked at."),)
    return (Values(tuple(map(Cell, lines))),)


def _sentence(status: Status) -> str:
    words = STATUS[status]
    return f"{words[:1].upper()}{words[1:]}."


def _duties(changed: Changed, several: list[Duty], shown: set[str]) -> tuple[Item, ...]:
    by_id = {each.question.id: each for each in changed.changes}
    return tuple(
        Part(
            duty.requirement.id,
            duty.requirement.summary.rstrip("."),
            (
                Note(f"{duty.requirement.citation}: {DUTY_STATE[duty.state]}."),
                *_questions(changed, duty.questions, by_id, shown),
            ),
        )
        for duty in several
    )


def _questions(
    changed: Changed,
    questions: Iterable[Question],
    by_id: Mapping[str, Change],
    shown: set[str],
) -> Iterable[Item]:
    for question in questions:
        prompt = changed.prompt(question)
        if question.id in shown:
            yield Note(f"{prompt} (above)", f"#part-{question.id}")
            continue
        shown.add(question.id)
        change = by_id.get(question.id)
        note = Note(_how_it_stands(changed, question, change))
        yield Part(question.id, prompt, (note, *_texts(changed, change)))


def _texts(changed: Changed, change: Change | None) -> tuple[Item, ...]:
    if change is None:
        return ()
    if change.kind is ChangeKind.KEPT:
        return bodies(changed.material, change.question, change.after)
    return changed.now_and_before(change)


def _how_it_stands(changed: Changed, question: Question, change: Change | None) -> str:
    """`Reworded. Written this year (23 November 2026).`, or what is still to be done."""
    standing = changed.material.standing.get(question.id, Status.OFF_ROUTE)
    if change is None or not change.after:
        gone = change is not None and not change.not_yet
        first = f"{_KINDS[ChangeKind.WITHDRAWN]}. " if gone else ""
        return first or _sentence(standing)
    answer = changed.material.answers.get(question.id)
    return f"{_KINDS[change.kind]}. {_checked(answer, standing)}"


def _checked(answer: Answer, standing: Status) -> str:
    """How the answer came to stand, and how one knows."""
    if standing not in DONE:
        return _sentence(standing)
    words = SOURCE[answer.source]
    how = f": {answer.how}" if answer.how else ""
    day = f" ({say_date(answer.on)})" if answer.on else ""
    return f"{words[:1].upper()}{words[1:]}{how}{day}."


def _others(changed: Changed, shown: set[str]) -> tuple[Item, ...]:
    """What no duty asks for: answered now or before."""
    by_id = {each.question.id: each for each in changed.changes}
    rest = [each.question for each in changed.changes if each.question.id not in shown]
    return tuple(_questions(changed, rest, by_id, shown))
