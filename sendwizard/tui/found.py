"""What the pages say of findings: under the answer, in the pane, on the review. Knows no widget."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING

from sendwizard.core.findings import Finding, Severity
from sendwizard.core.route import Status
from sendwizard.core.wizard import Wizard
from sendwizard.core.words import SEVERITY, STATUS, STATUS_LETTER, count
from sendwizard.tui.pages import Line
from sendwizard.tui.words import school_words

if TYPE_CHECKING:
    from sendwizard.office.checking import SetAside

LETTER = {Severity.STOP: "!", Severity.WARN: "?", Severity.TIP: "i"}
LETTERS = "! fix   L last year’s, not checked yet   ? look again   i tip"
BUILD, CHECK = ":build", ":check"
"""What picking a line of the review gives that leads to no question."""
MOST_UNDER = 200
"""Letters that are shown under the answer; the pane and the menu show the rest."""
_LEAST_UNDER, _BROKEN = 40, 24
"""Letters that are always shown, and what lines lose where words are not broken."""
_APART = "#"
"""Between a question's id and which line of it this is: no two lines of a list are called alike."""


def under(found: Sequence[Finding], left: int, width: int) -> str:
    """The worst thing found in the open answer, and how many more there are, on three lines.

    What is the matter and what to do come before why; `left` is how much was set aside.
    """
    if not found:
        return f"{count(left, 'thing')} set aside: F2, “What was found” shows it." if left else ""
    first, more = found[0], len(found) - 1
    behind = f"   ({more} more: F3)" if more else ""
    most = max(_LEAST_UNDER, min(MOST_UNDER, 3 * width - _BROKEN - len(behind)))
    said = first.beside
    if len(said) > most and first.suggestion:
        said = f"{first_sentence(said)} {first.suggestion}"
    return f"{LETTER[first.severity]} {shorten(said, most, placeholder=' …')}{behind}"


def in_pane(wizard: Wizard, found: Sequence[Finding]) -> str:
    """Everything found in the open answer, one under the other."""
    lines = [f"{LETTER[each.severity]} {school_words(wizard, each.beside)}" for each in found]
    return "\n".join((*lines, "", "F2, then “What was found in this answer”, sets one aside."))


def question_of(picked: str) -> str:
    """The question that a line of a list leads to."""
    return picked.partition(_APART)[0]


def picked_of(picked: str, found: Sequence[Finding]) -> Finding | None:
    """What was found where a picked line leads to; None where the line is of a whole question."""
    return next((each for each in found if each.words and _line_id(each) == picked), None)


def _line_id(finding: Finding) -> str:
    return f"{finding.question}{_APART}{finding.key}" if finding.words else finding.question


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines with an id each, where several lead to one question."""
    seen: dict[str, int] = {}
    made = []
    for line in lines:
        seen[line.id] = seen.get(line.id, 0) + 1
        again = f"{line.id}{_APART}{seen[line.id]}" if line.id and seen[line.id] > 1 else line.id
        made.append(replace(line, id=again))
    return made


def finding_line(wizard: Wizard, finding: Finding) -> Line:
    """What is the matter stands below the question, where its letter does not say it."""
    prompt = school_words(wizard, wizard.bank.by_id[finding.question].prompt)
    if finding.short == STATUS[Status.CARRIED]:
        return Line(finding.question, f" {STATUS_LETTER[Status.CARRIED]}  {prompt}")
    said = first_sentence(finding.beside) if finding.short else finding.suggestion
    if finding.severity is Severity.STOP and not finding.short:
        said = ""  # that an answer is missing needs no second line
    below = f"\n    {school_words(wizard, said)}" if said else ""
    text = f" {LETTER[finding.severity]}  {prompt}{below}"
    return Line(_line_id(finding), text, hangs=len(_INDENT))


_INDENT = "    "
_SENTENCE = re.compile(r"(?:[^“”.!?]+|“[^”]*”|[.!?](?! ))+[.!?]?")


def first_sentence(text: str) -> str:
    """What is the matter, without why and what to do: the page of the answer says those."""
    found = _SENTENCE.match(text)
    return found[0] if found else text


def line_of(wizard: Wizard, lines: Sequence[Line]) -> str:
    """The first line of a list that leads to the open question; "" where none does."""
    return next((line.id for line in lines if question_of(line.id) == wizard.at), "")


def review(
    wizard: Wizard,
    unread: Collection[str],
    found: Sequence[Finding],
    left: Sequence["SetAside"] = (),
    *,
    reading: bool = False,
) -> tuple[str, list[Line]]:
    """What is missing, worst first, and within that in the order of the questions.

    `unread` are the questions in whose field something stands that cannot be read; `left` is what
    was set aside; `reading` is while the answers themselves are still being read.
    """
    typed = list(_unread(wizard, unread))
    place = {question.id: n for n, question in enumerate(wizard.bank.questions)}
    shown = [each for each in found if each.question not in unread]
    shown.sort(key=lambda e: e.severity is not Severity.STOP and place[e.question])
    lines = list(typed)
    for severity in Severity:
        these = [each for each in shown if each.severity is severity]
        if these:
            lines.append(Line("", f"{SEVERITY[severity].capitalize()} ({len(these)})", "bold"))
        lines += _lines(wizard, these)
    now = "Your answers are being read …" if reading else ""
    if not lines:
        said = now or "Nothing is missing. Read your answers once more, then build the report."
        return said, [Line(CHECK, " 1  Check your answers"), Line(BUILD, " 2  Build the report")]
    number = {each: sum(one.severity is each for one in shown) for each in Severity}
    now_to_do = number[Severity.STOP] + sum(bool(line.id) for line in typed)
    if left:
        lines.append(Line("", f"Set aside ({len(left)})", "bold"))
        lines += [_left_line(wizard, each) for each in left]
    tips = f", {count(number[Severity.TIP], 'tip')}" if number[Severity.TIP] else ""
    lines += [Line("", "All your answers", "bold"), Line(CHECK, " >  Check your answers")]
    said = f"{now_to_do} to fix before approval, {number[Severity.WARN]} to look at again{tips}."
    return f"{said} {now or 'Enter goes there.'}\n{LETTERS}", apart(lines)


def _left_line(wizard: Wizard, left: "SetAside") -> Line:
    prompt = school_words(wizard, wizard.bank.by_id[left.finding.question].prompt)
    text = f" -  {prompt}\n    {school_words(wizard, left.beside)}"
    return Line(_line_id(left.finding), text, hangs=len(_INDENT))


def _lines(wizard: Wizard, found: Sequence[Finding]) -> list[Line]:
    """A line each; the tips of one answer share a line, and its own page names them."""
    lines = []
    for _, these in groupby(found, key=lambda each: each.question):
        several = list(these)
        if several[0].severity is Severity.TIP and len(several) > 1:
            prompt = school_words(wizard, wizard.bank.by_id[several[0].question].prompt)
            below = count(len(several), "tip")
            text = f" i  {prompt}\n    {below}"
            lines.append(Line(several[0].question, text, hangs=len(_INDENT)))
        else:
            lines += [finding_line(wizard, each) for each in several]
    return lines


def _unread(wizard: Wizard, unread: Collection[str]) -> Iterator[Line]:
    typed = [question for question in wizard.route if question.id in unread]
    if typed:
        yield Line("", "What you typed cannot be read yet", "bold")
    for question in typed:
        text = f" !  {school_words(wizard, question.prompt)}"
        yield Line(question.id, text, hangs=len(_INDENT))
