"""Builds the `Report` of a year: what stands at its head, then its parts in one of the layouts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sendwizard.core.approval import Approval
from sendwizard.core.bank import NEXT_REVIEW, SCHOOL_NAME
from sendwizard.core.kinds import say_date
from sendwizard.core.words import count
from sendwizard.core.years import year_before
from sendwizard.report.annex import annex, how_checked, record
from sendwizard.report.entries import Material
from sendwizard.report.layouts import parts_of
from sendwizard.report.model import Layout, Part, Report

TITLE = "SEN information report"
FOR_GOVERNORS = "For governors: SEN information report"


def build_report(
    material: Material,
    layout: Layout = Layout.QUESTIONS,
    *,
    expectations: bool = False,
    with_annex: bool | None = None,
) -> Report:
    """The report of these answers, gaps and all.

    `with_annex` None gives the governors' annex to the statutory layout alone; `expectations`
    puts our summary of the council's own words into the council's form.
    """
    governors = with_annex if with_annex is not None else layout is Layout.STATUTORY
    parts = (
        *parts_of(material, layout, expectations=expectations),
        *(annex(material) if governors else ()),
    )
    return _with_head(material, layout, TITLE, parts)


def _with_head(material: Material, layout: Layout, title: str, parts: tuple[Part, ...]) -> Report:
    """These parts under the title, with what every report says of itself."""
    answers = material.answers
    name = answers.value(SCHOOL_NAME)
    return Report(
        title=title,
        school=name if isinstance(name, str) and material.counts(SCHOOL_NAME) else "Our school",
        year=answers.year,
        layout=layout,
        state=material.state,
        opening=_opening(material),
        facts=tuple(_facts(material)),
        dated=answers.newest,
        parts=parts,
        look=material.look,
    )


def build_annex(material: Material) -> Report:
    """The pages for governors by themselves, with how one knows that what was kept is true."""
    first, *rest = annex(material)
    opened = replace(
        first, items=(*record(material), *first.items, how_checked(material)), new_page=False
    )
    return _with_head(material, Layout.QUESTIONS, FOR_GOVERNORS, (opened, *rest))


def _opening(material: Material) -> str:
    if material.approval is not None or not (material.gaps or material.wrong):
        return ""
    if not material.gaps:
        return "This is a draft: it is not to be shown to anybody yet."
    parts = count(len(material.gaps), "part")
    verb = "is" if len(material.gaps) == 1 else "are"
    return f"This is a draft: {parts} {verb} still to come, each shown in its place."


def _facts(material: Material) -> Sequence[str]:
    answers, facts = material.answers, []
    facts.append(
        f"This report says what we do in {answers.year}. "
        f"Where it says how things went, it means {year_before(answers.year)}."
    )
    if answers.newest:
        facts.append(f"Last changed on {say_date(answers.newest)}.")
    if material.approval is not None:
        facts.extend(_approved(material.approval))
        if material.changed:
            have = "has" if material.changed == 1 else "have"
            answers_since = count(material.changed, "answer")
            facts.append(
                f"Since then {answers_since} {have} changed, and nobody has approved that yet."
            )
    review = answers.value(NEXT_REVIEW) if material.counts(NEXT_REVIEW) else None
    if isinstance(review, date):
        facts.append(f"We will look at it again by {say_date(review)}.")
    return facts


def _approved(approval: Approval) -> Sequence[str]:
    minute = f" (minute {approval.minute})" if approval.minute else ""
    when = f"on {say_date(approval.on)}{minute}"
    return (
        f"Approved by {approval.body} {when}: {approval.by}, {approval.role}.",
        *(f"Updated {say_date(each.on)}: {each.text.rstrip('. ')}." for each in approval.updates),
    )
