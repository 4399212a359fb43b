"""Nobody can finish the questions and leave a duty out: for every duty and type of school."""

from dataclasses import replace

import pytest

from sendwizard.core.bank import Bank, Kind, Question
from sendwizard.core.bank_check import faults
from sendwizard.core.duties import DutyState, duties, gaps
from sendwizard.core.route import route
from sendwizard.core.text import paragraphs
from sendwizard.language.readability import flesch, word_count
from tests.worlds import answers_of, filled, real_bank

BANK = real_bank()
TYPES = [option.id for option in BANK.by_id["school-type"].options]
MUST = [each for each in BANK.requirements if each.force == "must"]
PARTS = [(each.id, part.id) for each in MUST for part in each.parts]
ROWS = [
    "preamble",
    "universal-provision",
    "recording-provision",
    "interventions",
    "extra-adult-support",
    "expected-progress",
    "inclusion-quality-mark",
    "other-agencies",
    "communication-with-parents",
    "support-plan",
    "parent-partnership",
    "statutory-assessment",
    "key-contacts",
]


def changed(bank: Bank, edit: object) -> Bank:
    """The bank with each question edited; None takes a question out."""
    assert callable(edit)
    sections = tuple(
        replace(
            section,
            questions=tuple(new for q in section.questions if (new := edit(q)) is not None),
        )
        for section in bank.sections
    )
    return replace(bank, sections=sections)


def test_the_shipped_bank_has_no_fault() -> None:
    assert faults(BANK) == ()


def test_there_are_23_duties_of_law_and_special_schools_owe_21() -> None:
    assert len(MUST) == 23
    assert sum(each.reaches("maintained-special") for each in MUST) == 21


@pytest.mark.parametrize("duty", MUST, ids=lambda each: each.id)
def test_a_bank_without_a_duty_s_questions_fails_for_the_types_that_lose_it(duty: object) -> None:
    wanted = next(each for each in MUST if each is duty)

    def edit(question: Question) -> Question:
        kept = tuple(each for each in question.requirements if each != wanted.id)
        known = {p.id for each in kept for p in BANK.requirement_by_id[each].parts}
        parts = tuple(part for part in question.parts if part in known)
        return replace(question, requirements=kept, parts=parts)

    found = [each for each in faults(changed(BANK, edit)) if each.place[1] == wanted.id]
    lost = {name for name in TYPES if any(f"“{name}”" in each.message for each in found)}
    assert lost == {name for name in TYPES if wanted.reaches(name)}


@pytest.mark.parametrize(("duty", "part"), PARTS)
def test_a_bank_that_lost_one_part_of_a_duty_fails(duty: str, part: str) -> None:
    def edit(question: Question) -> Question:
        return replace(question, parts=tuple(each for each in question.parts if each != part))

    found = faults(changed(BANK, edit))
    assert any(each.place[1] == duty and f"“{part}”" in each.message for each in found)


def test_a_question_that_is_only_sometimes_asked_does_not_prove_a_duty() -> None:
    sometimes = BANK.by_id["unit-needs"].applies_when

    def edit(question: Question) -> Question:
        return (
            replace(question, applies_when=sometimes) if question.id == "complaints" else question
        )

    assert any(each.place[1] == "sched1-9-complaints" for each in faults(changed(BANK, edit)))


@pytest.mark.parametrize("school_type", TYPES)
def test_answering_everything_answers_every_duty(school_type: str) -> None:
    answers = filled(school_type, "primary", "secondary", "sixth-form", "infant", "unit")
    assert gaps(BANK, answers) == ()
    assert {duty.state for duty in duties(BANK, answers)} == {DutyState.ANSWERED}


def test_a_mainstream_primary_is_asked_at_most_40_needed_questions_and_60_in_all() -> None:
    asked = route(BANK, answers_of(school_type="maintained-mainstream", school_has=("primary",)))
    assert sum(question.required for question in asked) <= 40
    numbers = {"numbers-shown", "numbers-date", "numbers"}  # asked only of 100 pupils or more
    counted = [q for q in asked if q.section != "appearance" and q.id not in numbers]
    assert len(counted) <= 60


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_council_form_is_filled_by_a_passage(row: str) -> None:
    assert any(q.proforma == row and q.kind is Kind.PASSAGE for q in BANK.questions)


@pytest.mark.parametrize("question", BANK.questions, ids=lambda each: each.id)
def test_guidance_is_short_plain_and_there(question: Question) -> None:
    assert question.guidance
    assert len(question.guidance.split()) <= 120
    assert flesch("\n\n".join(paragraphs(question.guidance))) >= 60
    if question.kind is Kind.PASSAGE:
        assert question.words is not None
        least, most = question.words
        assert least <= word_count(question.example) <= most
        assert flesch(question.example) >= 60


@pytest.mark.parametrize("question", BANK.questions, ids=lambda each: each.id)
def test_no_question_says_must_of_what_is_not_law(question: Question) -> None:
    said = f"{question.prompt} {question.guidance} {question.example}".lower()
    assert "must" not in said.split()


def test_every_kind_of_fault_is_found_in_one_pass() -> None:
    def edit(question: Question) -> Question:
        match question.id:
            case "money":
                return replace(question, required=True)
            case "complaints":
                return replace(question, allows_not_applicable=True, proforma="parnet-partnership")
            case "senco":
                return replace(question, needs_one_of=("phon",), requirements=("sched1-4",))
            case "equipment":
                return replace(question, options=BANK.by_id["school-has"].options, parts=("kit",))
            case "staff-training":
                return replace(question, columns=())
            case "unit-needs":
                return replace(question, applies_when=BANK.by_id["adapt-curriculum"].applies_when)
        return question

    overlay = BANK.overlays[0]
    bad_overlay = replace(
        overlay,
        id="nowhere",
        contacts=(replace(overlay.contacts[0], question="local-ofer"),),
        rows=(replace(overlay.rows[0], id="preample"),),
    )
    bank = replace(changed(BANK, edit), overlays=(bad_overlay,))
    said = "\n".join(each.message for each in faults(bank))
    for words in (
        "An extra question cannot be required",
        "so it always applies",
        "Did you mean “parent-partnership”",
        "There is no column “phon”. Did you mean “phone”",
        "There is no requirement “sched1-4”",
        "A choice has options",
        "has a part “kit”",
        "A rows question has columns",
        "has no option “nowhere”",
        "Did you mean “local-offer”",
        "Did you mean “preamble”",
    ):
        assert words in said


def test_a_condition_asks_an_earlier_question_by_answers_that_it_has() -> None:
    from sendwizard.core.conditions import OneOf

    def edit(question: Question) -> Question:
        if question.id == "roll":
            return replace(question, applies_when=OneOf("complaints", ("yes",)))
        if question.id == "governor":
            return replace(question, applies_when=OneOf("school-has", ("primery",)))
        return question

    said = "\n".join(each.message for each in faults(changed(BANK, edit)))
    assert "There is no earlier question “complaints”" in said
    assert "has no answer “primery”. Did you mean “primary”" in said


def test_a_bank_without_its_fixed_questions_says_so() -> None:
    bank = changed(BANK, lambda q: None if q.id in ("school-name", "governor") else q)
    assert any("no question “school-name”" in each.message for each in faults(bank))
    no_row = changed(BANK, lambda q: replace(q, proforma=None) if q.proforma == "preamble" else q)
    assert any("fills the row “preamble”" in each.message for each in faults(no_row))
