"""`sendwizard check`: what is left to write, what is worth looking at, and how each duty stands."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from sendwizard.cli.common import AsJson, Folder, Questions, Year, echo_json, say, school_from
from sendwizard.cli.links import link_findings
from sendwizard.core.answers import Answers
from sendwizard.core.bank import Bank
from sendwizard.core.findings import DUTY_RULES, Finding, Rule, Severity
from sendwizard.core.words import DUTY_STATE, NOT_A_JUDGEMENT, SEVERITY, count, for_school
from sendwizard.errors import UsageError
from sendwizard.language.said import Known
from sendwizard.office.reading import readable
from sendwizard.store.bank_files import load_bank

if TYPE_CHECKING:
    from sendwizard.office.checking import Checked

_WIDE = 92
"""The most letters in a line of the table; in a narrower terminal it has what there is."""


def check(
    year: Year = None,
    as_json: AsJson = False,
    links: Annotated[
        bool, typer.Option("--links", help="Open each web address, after asking you.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="With --links: open them without asking.")
    ] = False,
    with_spelling: Annotated[
        bool, typer.Option("--spelling", help="Look up each word in a dictionary as well.")
    ] = False,
    explain: Annotated[
        str | None, typer.Option(help="Say what a code means; a group, such as OLD; or all.")
    ] = None,
    folder: Folder = None,
    questions: Questions = None,
) -> None:
    """Say what is left to write, what to look at again, and how each duty stands."""
    if explain is not None:
        _explain(explain, as_json=as_json)
        return
    from sendwizard.office.checking import check_answers  # noqa: PLC0415 - for this command alone

    school = school_from(folder, questions)
    bank = load_bank(school.questions)
    answers = readable(school, bank, school.pick_year(year))
    today = date.today()  # noqa: DTZ011 - the person's own day is meant
    known = Known(bank, answers, today)
    more = link_findings(known, yes=yes) if links else ()
    more += _spelling(known) if with_spelling else ()
    checked = check_answers(bank, answers, today, more)
    if as_json:
        echo_json(_as_json(answers.year, checked))
    else:
        _say(bank, answers, checked)
    if checked.stops:
        raise typer.Exit(1)


def _spelling(known: Known) -> tuple[Finding, ...]:
    """What the dictionary does not know, with what is near it."""
    from sendwizard.office.spelling import Speller, all_spelled  # noqa: PLC0415 - this option alone

    with Speller() as speller:
        return all_spelled(known, speller)


def _explain(code: str, *, as_json: bool) -> None:
    from sendwizard.office.checking import EVERY_RULE  # noqa: PLC0415 - for this command alone

    wanted = "" if code.lower() == "all" else code.strip().upper()
    rules = [rule for name, rule in sorted(EVERY_RULE.items()) if name.startswith(wanted)]
    if not rules:
        groups = dict.fromkeys(name.rstrip("0123456789") for name in EVERY_RULE)
        raise UsageError(f"There is no code “{code}”. All begin with {', '.join(groups)}.")
    if as_json:
        echo_json([_rule_json(each) for each in rules])
        return
    for each in rules:
        say(f"{each.code} ({SEVERITY[each.severity]}): {each.title}.\n{each.explanation}")


def _rule_json(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": rule.title,
        "explanation": rule.explanation,
        "can_be_set_aside": rule.can_be_set_aside,
    }


def _as_json(year: str, checked: "Checked") -> dict[str, object]:
    return {
        "year": year,
        "findings": [_finding_json(each) for each in checked.findings],
        "set_aside": [
            {**_finding_json(each.finding), "reason": each.reason} for each in checked.set_aside
        ],
        "duties": [
            {
                "id": duty.requirement.id,
                "citation": duty.requirement.citation,
                "state": duty.state.value,
                "questions": [question.id for question in duty.questions],
            }
            for duty in checked.duties
        ],
        "readability": {"flesch": checked.flesch, "words": checked.words},
    }


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.rule.code,
        "severity": finding.severity.value,
        "question": finding.question,
        "message": finding.message,
        "citation": finding.citation,
        "suggestion": finding.suggestion,
        "words": finding.words,
        "span": list(finding.span) if finding.span else None,
        "row": finding.row,
        "column": finding.column,
        "key": finding.key,
    }


# -- the table --------------------------------------------------------------------------


def _say(bank: Bank, answers: Answers, checked: "Checked") -> None:
    for severity in Severity:
        these = [each for each in checked.findings if each.severity is severity]
        if these:
            say(f"{SEVERITY[severity].capitalize()}, {len(these)}:")
            _say_these(bank, answers, these)
            say("")
    if checked.set_aside:
        say(f"Set aside, {len(checked.set_aside)}:")
        for each in checked.set_aside:
            prompt = for_school(bank, answers, bank.by_id[each.finding.question].prompt)
            say(_hung(f"  {each.finding.rule.code}  ", f"{prompt} {each.beside}"))
        say("")
    say(f"What the law and the Code ask, in {answers.year}:")
    for duty in checked.duties:
        say(f"  {DUTY_STATE[duty.state]:<14} {duty.requirement.citation}")
    words = count(checked.words, "word")
    say(f"\n{words}, reading ease {checked.flesch:.0f} (aim: 60 or more)")
    say(_hung("", NOT_A_JUDGEMENT))


def _say_these(bank: Bank, answers: Answers, found: Sequence[Finding]) -> None:
    for question, these in groupby(found, key=lambda each: each.question):
        prompt = for_school(bank, answers, bank.by_id[question].prompt)
        several = list(these)
        if len(several) == 1 and several[0].rule in DUTY_RULES:
            beside = f"  {several[0].short}" if several[0].short else ""
            say(_hung(f"  {several[0].rule.code}  ", f"{prompt}{beside}  [{question}]"))
            continue
        say(_hung("  ", f"{prompt}  [{question}]"))
        for line in _lines(several):
            say(line)


def _lines(found: Sequence[Finding]) -> Iterator[str]:
    for each in found:
        yield _hung(f"    {each.rule.code}  ", each.beside)


def _hung(start: str, text: str) -> str:
    """A text behind its code, its further lines below its first word."""
    return fill(
        text,
        min(_WIDE, get_terminal_size((_WIDE, 24)).columns),
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
