"""What was wrong with a real report of 2021, fault by fault, as answers of a made-up school.

Each answer is in our own words and keeps the kind of fault; together they are a report that many
schools in the county published in the council's form.
"""

from datetime import date

import pytest

from sendwizard.core.answers import Answers, Value
from sendwizard.core.duties import DutyState, duties
from sendwizard.core.findings import Finding, Severity, duty_findings
from sendwizard.language import editor
from sendwizard.language.reader import read
from sendwizard.language.said import Known
from tests.language.lines import TODAY
from tests.worlds import answers_of, real_bank

BODIES = (
    "We work, or have lately worked, with these services: an educational psychologist, "
    "children’s social care, independent consultants, speech and language therapists, "
    "occupational therapists and NYCC outreach."
)
HOME = (
    "- Planners for home and school\n- A newsletter each week\n- An open door policy\n"
    "- Class Dojo\n- Homework that shows what your child has been learning\n"
    "- Parents Evenings each term and a written report each year"
)
PROGRESS = (
    "Progress is reported at Parents Evenings, and more often if you ask. There is a written "
    "report each year. Successes are noted in the support plan."
)
PLANS = (
    "Support plans are in place for every pupil with additional needs. What is in a plan is "
    "chosen for each learner, to meet their needs."
)
PROGRAMMES = (
    "Structured programmes take place in class and out of it. Parents hear about them each "
    "term, and each is written into the support plan."
)
CLASSES = (
    "Small classes, each with a teacher and an assistant. A high quality approach in all "
    "subjects, built on personalised learning, with small groups for those who need more."
)
LEVELS = "You will be told the National Curriculum levels at which your child is working."
DRAFT = "We follow paragraph 6.74 of the draft Code of Practice, and answer what it asks."
OLD_SERVICE = (
    "A Parent Partnership Co-ordinator can be rung on 0845 496 0123. They are employed by NYCC."
)
RARE = "A very few children will need a statutory assessment, which the council carries out."
NEXT_SCHOOL = (
    "Support plans are shared with secondary schools, so that each learner has what suits them."
)
DETAILS = "Please contact school for details."
ABOVE = "See interventions above."
ETHOS = "Please see our school ethos. Please see our Equality Policy."
OLD_LINK = "http://www.northyorks.gov.uk/article/20417/SEND-in-our-county"
HEAD = ({"name": "Mrs Ada Quill, Headteacher"},)
GOVERNOR = ({"name": "See the governors’ page of our website"},)

FAULTS: list[tuple[str, Value, str]] = [
    # out of date
    ("local-offer-contribution", DRAFT, "OLD001"),
    ("review-progress", LEVELS, "OLD003"),
    ("consult-parents", f"{LEVELS} If you are not sure what these mean, ask us.", "OLD003"),
    ("agencies-council", BODIES, "OLD004"),
    ("advice-for-parents", OLD_SERVICE, "OLD004"),
    ("advice-for-parents", OLD_SERVICE, "OLD007"),
    ("sendiass", ({"name": "Parent Partnership", "phone": "0845 496 0123"},), "OLD007"),
    ("sendiass", ({"name": "Parent Partnership", "phone": "0845 496 0123"},), "OLD005"),
    ("advice-for-parents", OLD_SERVICE, "OLD005"),
    ("ehc-assessment", RARE, "OLD006"),
    ("local-offer", OLD_LINK, "LINK011"),
    ("next-review", date(2022, 9, 1), "DATE002"),
    # empty
    ("how-decided", ABOVE, "VAGUE002"),
    ("extra-support", ABOVE, "VAGUE002"),
    ("extra-support", ABOVE, "DUTY005"),
    ("fair-treatment", ETHOS, "VAGUE002"),
    ("fair-treatment", ETHOS, "DUTY005"),
    ("evaluate-provision", "Please see our school ethos.", "DUTY005"),
    ("ehc-assessment", DETAILS, "VAGUE003"),
    ("advice-for-parents", DETAILS, "VAGUE003"),
    ("advice-for-parents", DETAILS, "DUTY005"),
    ("governor", GOVERNOR, "VAGUE002"),
    # half an answer
    ("senco", HEAD, "DUTY003"),
    ("senco", HEAD, "SENSE005"),
    ("identify-and-assess", PLANS, "DUTY003"),
    ("adapt-environment", CLASSES, "DUTY003"),
    ("emotional-social", CLASSES, "DUTY003"),
    ("staff-expertise", "Small classes, each with a teacher and an assistant.", "DUTY003"),
    ("equipment", PROGRAMMES, "DUTY003"),
    ("review-progress", PROGRESS, "DUTY003"),
    ("review-progress", PROGRESS, "DUTY006"),
    ("specialists", BODIES, "DUTY003"),
    ("agencies-voluntary", BODIES, "DUTY003"),
    ("consult-parents", HOME, "DUTY003"),
    ("moving-on", NEXT_SCHOOL, "DUTY003"),
    ("adapt-curriculum", CLASSES, "DUTY006"),
    ("staff-training", ({"training": "Autism", "staff": "All staff"},), "DATE006"),
]
NOTHING_SAID = (
    "needs-provided-for",
    "mental-health",
    "clubs-and-trips",
    "physical-activities",
    "hear-pupils",
    "staff-expertise",
    "staff-training",
    "early-independence",
    "disabled-admissions",
    "access-facilities",
    "accessibility-plan",
    "complaints",
)
GUIDANCE_LEFT_OUT = ("next-review", "looked-after", "other-formats", "first-contact", "governor")
REPORT: dict[str, Value] = {
    "senco": HEAD,
    "governor": GOVERNOR,
    "identify_and_assess": PLANS,
    "teaching_approach": CLASSES,
    "adapt_curriculum": CLASSES,
    "adapt_environment": CLASSES,
    "extra_support": ABOVE,
    "how_decided": ABOVE,
    "recording_provision": PLANS,
    "ehc_assessment": DETAILS,
    "emotional_social": CLASSES,
    "review_progress": PROGRESS,
    "evaluate_provision": "All interventions are assessed and reported back to parents.",
    "consult_parents": HOME,
    "specialists": BODIES,
    "equipment": PROGRAMMES,
    "agencies_health": BODIES,
    "agencies_social_care": BODIES,
    "agencies_council": BODIES,
    "agencies_voluntary": BODIES,
    "moving_on": NEXT_SCHOOL,
    "fair_treatment": ETHOS,
    "sendiass": ({"name": "Parent Partnership", "phone": "0845 496 0123"},),
    "advice_for_parents": DETAILS,
    "local_offer": OLD_LINK,
    "local_offer_contribution": DRAFT,
}


def _school(**values: Value) -> Answers:
    return answers_of(
        school_name="Quillfold Primary School",
        school_type="maintained-mainstream",
        school_has=("primary",),
        local_authority="north-yorkshire",
        **values,
    )


def _found(answers: Answers) -> tuple[Finding, ...]:
    bank = real_bank()
    seen = read(bank, answers)
    return (*duty_findings(bank, answers, seen), *editor.edit(Known(bank, answers, TODAY)))


@pytest.mark.parametrize(("question", "answer", "code"), FAULTS)
def test_each_fault_is_found(question: str, answer: Value, code: str) -> None:
    found = _found(_school(**{question.replace("-", "_"): answer}))
    assert code in {each.rule.code for each in found if each.question == question}


@pytest.mark.parametrize("question", NOTHING_SAID)
def test_each_duty_without_a_word_stops(question: str) -> None:
    found = [each for each in _found(_school(**REPORT)) if each.question == question]
    assert [each.rule.code for each in found] == ["DUTY001"]
    assert found[0].severity is Severity.STOP


@pytest.mark.parametrize("question", GUIDANCE_LEFT_OUT)
def test_each_point_of_guidance_without_an_answer_is_named(question: str) -> None:
    found = [each for each in _found(_school(**REPORT)) if each.rule.code == "DUTY004"]
    assert question in {each.question for each in found}


def test_at_least_fifteen_of_the_twenty_three_duties_are_not_wholly_answered() -> None:
    bank, answers = real_bank(), _school(**REPORT)
    of_law = [
        duty
        for duty in duties(bank, answers, read(bank, answers))
        if duty.requirement.force == "must"
    ]
    left = {each.requirement.id for each in of_law if each.state is not DutyState.ANSWERED}
    assert len(of_law) == 23
    assert len(left) >= 15
    assert {
        "sched1-1-kinds-of-sen",
        "sched1-4-senco-contact",
        "sched1-8-consult-young-people",
        "sched1-9-complaints",
        "sched1-10-other-bodies",
        "s69-3bi-disabled-admissions",
        "s69-3bii-less-favourable",
        "s69-3biii-access-facilities",
        "s69-3biv-accessibility-plan",
    } <= left


def test_what_is_found_can_be_read_by_itself() -> None:
    for each in _found(_school(**REPORT)):
        assert each.message.endswith((".", "?", "”"))
        assert each.rule.code not in each.message
