"""The one menu: what can be done at the open question and in its year. Decides nothing."""

from collections.abc import Iterator

from sendwizard.core.answers import Source
from sendwizard.core.editions import is_newer
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.tui.keys import MENU, MENU_NUMBER
from sendwizard.tui.pages import Line, PickPage


def menu_page(wizard: Wizard, *, read_only: bool, has_report: bool) -> PickPage:
    """The menu at the open question, with only what can be done there."""
    there = dict(_there(wizard, has_report=has_report))
    lines: list[Line] = []
    for heading, actions in MENU.items():
        shown = [each for each in actions if each.name in there]
        shown = [each for each in shown if each.looks_only or not read_only]
        if shown:
            lines.append(Line("", heading, "bold"))
        lines += [
            Line(each.name, f" {MENU_NUMBER[each.name]:>2}  {there[each.name] or each.label}")
            for each in shown
        ]
    return PickPage("Menu", "", lines)


def _there(wizard: Wizard, *, has_report: bool) -> Iterator[tuple[str, str]]:
    """The lines that are there, each with other words than the table's where it needs them."""
    yield from _of_answer(wizard)
    if has_report:
        yield "document", ""
    yield "home", ""
    yield "search", ""
    if any(map(wizard.needs_me, wizard.route)):
        yield "next_for_me", ""
    marked = wizard.section.id in wizard.answers.finished
    yield "finish_section", "Not finished with this section after all" if marked else ""
    yield "narrow", "Go through all the questions again" if wizard.only_mine else ""
    key = "" if wizard.answers.began else " (F9)"
    extras = "Leave out" if wizard.with_extras else "Bring back"
    yield "skip", f"{extras} the extra questions{key}"
    for name in ("reminders", "check_answers", "spelling", "preview"):
        yield name, ""
    yield from _of_year(wizard)
    for name in ("help", "glossary", "looks"):
        yield name, ""


def _of_answer(wizard: Wizard) -> Iterator[tuple[str, str]]:
    current = wizard.current
    yield "note", "Change the reminder to myself" if current.note else ""
    if wizard.statuses[wizard.at] is Status.CARRIED:
        yield "still_true", "Last year’s answer is still true (F9)" if wizard.answers.began else ""
    if current.source is Source.KEPT and current.says_something:
        yield "how", ""
        yield "look_again", ""
    if wizard.question.allows_not_applicable:
        yield "not_applicable", ""
    if current.says_something:
        yield "take_out", ""
        yield "found", ""


def _of_year(wizard: Wizard) -> Iterator[tuple[str, str]]:
    answers = wizard.answers
    if answers.approvals:
        yield "small_change", ""
        yield "published", ""
    else:
        yield "approve", ""
    for name in ("changes", "history", "years"):
        yield name, ""
    if not (answers.began and answers.began.document):
        yield "beside", ""
    if is_newer(wizard.bank, answers):
        yield "new_questions", "There are newer questions: what they mean"
    elif answers.migrated is not None:
        yield "new_questions", "Newer questions: go back to those before"
