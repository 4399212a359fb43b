"""The four orders in which a report can be read. Each takes the same entries; none decides more."""

from collections.abc import Callable, Iterable, Mapping

from sendwizard.core.bank import Bank, ExpectationRow, Overlay, Question, Requirement
from sendwizard.core.kinds import say_date
from sendwizard.report.entries import Material
from sendwizard.report.glossary import glossary
from sendwizard.report.model import Entry, Item, Layout, Note, Part, Refer, Row, Sheet
from sendwizard.report.summary import summary

ALSO = "Also from our school"
"""What no duty and no row of a form claims."""
_ACTS = (
    ("schedule-1", "Schedule 1 to the Special Educational Needs and Disability Regulations 2014",
     "SI 2014/1530"),
    ("section-69", "Section 69(3)(b) of the Children and Families Act 2014", "CFA 2014"),
)  # fmt: skip
"""Id and heading of each list of duties, and how the citations of its duties begin."""


def parts_of(material: Material, layout: Layout, *, expectations: bool) -> tuple[Part, ...]:
    """The report's parts in that layout. `expectations` puts our summary of the council's own
    words into the council's form.
    """
    if layout is Layout.SUMMARY:
        return summary(material, linked=False)
    if layout is Layout.STATUTORY:
        parts = _statutory(material)
    elif layout is Layout.PROFORMA:
        parts = _proforma(material, expectations=expectations)
    else:
        parts = (*summary(material, linked=True), *_questions(material))
    return (*parts, *glossary(material, parts))


def _questions(material: Material) -> tuple[Part, ...]:
    parts = (
        Part(section.id, section.title, _entries(material, section.questions))
        for section in material.bank.sections
    )
    return tuple(part for part in parts if part.items)


def _entries(material: Material, questions: Iterable[Question]) -> tuple[Entry, ...]:
    return tuple(entry for each in questions if (entry := material.entry(each)) is not None)


def _also(material: Material, claimed: Callable[[Question], bool]) -> tuple[Part, ...]:
    rest = (question for question in material.bank.questions if not claimed(question))
    entries = _entries(material, rest)
    return (Part("also", ALSO, entries),) if entries else ()


# -- the paragraphs of the law ----------------------------------------------------------


def _statutory(material: Material) -> tuple[Part, ...]:
    """Each duty under its citation; an answer that serves two stands under the first."""
    bank = material.bank
    told: dict[str, str] = {}
    parts = tuple(
        Part(part_id, title, tuple(_duty(material, each, told) for each in _of_act(bank, begins)))
        for part_id, title, begins in _ACTS
    )
    law = {each.id for each in bank.requirements if each.force == "must"}
    return (*parts, *_also(material, lambda question: bool(law & set(question.requirements))))


def _of_act(bank: Bank, begins: str) -> tuple[Requirement, ...]:
    return tuple(
        each
        for each in bank.requirements
        if each.force == "must" and each.citation.startswith(begins)
    )


def _duty(material: Material, requirement: Requirement, told: dict[str, str]) -> Part:
    items: list[Item] = []
    for question in material.bank.carriers(requirement.id):
        entry = material.entry(question)
        if entry is None:
            continue
        if question.id in told:
            items.append(Refer(f"{entry.prompt} See {told[question.id]}.", question.id))
        else:
            told[question.id] = requirement.citation
            items.append(entry)
    nothing = "This is not asked of our type of school."
    return Part(requirement.id, requirement.citation, tuple(items) or (Note(nothing),))


# -- the council's form -----------------------------------------------------------------


def _proforma(material: Material, *, expectations: bool) -> tuple[Part, ...]:
    bank = material.bank
    overlay = bank.overlay(material.answers.value("local-authority"))
    worded = {row.id: row for row in overlay.rows} if overlay else {}
    rows = tuple(
        Row(
            form_row.id,
            worded[form_row.id].title if form_row.id in worded else form_row.title,
            (
                *((_expected(worded, form_row.id),) if expectations and overlay else ()),
                _ours(material, form_row.id),
                _serves(bank, form_row.id),
            ),
        )
        for form_row in bank.proforma
    )
    header = (
        *(("What families can expect: our summary",) if expectations and overlay else ()),
        "What our school does",
        "Which duty this serves",
    )
    title = overlay.label if overlay else "The council’s form"
    about = _about_summary(material, overlay) if expectations and overlay else ()
    return (
        Part("form", title, (*about, Sheet("Part of the form", header, rows))),
        *_also(material, lambda question: question.proforma is not None),
    )


def _about_summary(material: Material, overlay: Overlay) -> tuple[Note, ...]:
    """Whose words the summary is in, and where the council's own are: its page, or failing that
    the local offer, whose address the school has given.
    """
    offer = material.answers.value("local-offer") if material.counts("local-offer") else None
    address = overlay.url or (offer if isinstance(offer, str) else "")
    words = Note(
        f"What families can expect is our summary, not the words of {overlay.council}. "
        f"It was checked on {say_date(overlay.checked_on)}."
    )
    own = f"What {overlay.council} says itself"
    link = Note(own if overlay.url else f"{own}: its local offer", address)
    return (words, link) if address else (words,)


def _expected(worded: Mapping[str, ExpectationRow], row_id: str) -> tuple[Item, ...]:
    if row_id not in worded:
        return (Note("We have no summary of what the council says here."),)
    return (Note(" ".join(worded[row_id].expectation.split())),)


def _ours(material: Material, row_id: str) -> tuple[Item, ...]:
    entries = _entries(material, (q for q in material.bank.questions if q.proforma == row_id))
    return entries or (Note("Our school has written nothing here yet."),)


def _serves(bank: Bank, row_id: str) -> tuple[Item, ...]:
    """The duties and points of guidance that the row's questions answer, each once."""
    served = {
        each: None
        for question in bank.questions
        if question.proforma == row_id
        for each in question.requirements
    }
    if not served:
        return (Note("No duty asks for this; families do."),)
    return tuple(Note(bank.requirement_by_id[each].citation) for each in served)
