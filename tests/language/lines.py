"""Lines that rules are tried on: one text as the answer to one question of the real bank."""

from datetime import date

from sendwizard.core.answers import Answer, Answers, Value
from sendwizard.core.findings import Finding
from sendwizard.language import editor
from sendwizard.language.said import InAll, InText, Known, Said
from tests.worlds import real_bank

TODAY = date(2026, 11, 23)


def known(answers: Answers | None = None, **values: Value) -> Known:
    """The real bank with these answers, ids written with underscores, on a day of the test."""
    bank = real_bank()
    by_id = {key.replace("_", "-"): Answer(value, on=TODAY) for key, value in values.items()}
    made = answers or Answers("2026-27", bank.id, bank.edition, by_id)
    return Known(bank, made, TODAY)


def said(text: str, question: str = "extra-support") -> Said:
    """One text as the answer to a question."""
    asked = real_bank().by_id[question]
    return Said(asked, text, kind=asked.kind)


def codes(rule: InText, text: str, question: str = "extra-support", **values: Value) -> set[str]:
    """The codes that a rule gives to one text; each finding must point at words that are there."""
    one = said(text, question)
    found = list(rule(one, known(None, **values)))
    for each in found:
        points_inside(each, one)
    return {each.rule.code for each in found}


def codes_in_all(rule: InAll, **values: Value) -> set[str]:
    """The codes that a rule over all answers gives."""
    return {each.rule.code for each in rule(known(None, **values))}


def points_inside(finding: Finding, one: Said) -> None:
    """A finding's span lies inside its text and holds its words."""
    if finding.span is not None:
        start, end = finding.span
        assert 0 <= start < end <= len(one.text)
        assert one.text[start:end] == finding.words


def edited(**values: Value) -> tuple[Finding, ...]:
    """What the whole editor finds in these answers."""
    return editor.edit(known(None, **values))
