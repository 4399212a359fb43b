"""Short forms that are not explained: what is found, and what parents know or need not know."""

import re

import pytest

from sendwizard.language.short_forms import in_all
from tests.language.lines import codes_in_all, known, points_inside, said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("We fill in an SDQ each term.", "SDQ"),
        ("Ask for an EHCNA form.", "EHCNA"),
        ("The MHST comes in spring.", "MHST"),
        ("The LSAs help in class.", "LSA"),
        ("We use the BPVS and talk to you.", "BPVS"),
        ("The **CPD** plan is for all staff.", "CPD"),
        ("Our SLT looks at this in May.", "SLT"),
        ("Staff are trained in PBS.", "PBS"),
        ("(SSP) is taught each day.", "SSP"),
        ("We had a TAF/TAC meeting.", "TAF"),
        ("Those pupils have a PBP’s help.", "PBP"),
        ("We use LSPs in maths.", "LSP"),
        ("The SLT sits later today.", "SLT"),
        ("MHST Mondays are for Year 6.", "MHST"),
        ("Ask the KCC team, the nurse or us.", "KCC"),
        ("We fill in forms (JCQ) each term.", "JCQ"),
        ("Ring a PCN nurse (on Mondays).", "PCN"),
        ("Ring the SPA, the number is below.", "SPA"),
    ],
)
def test_a_short_form_that_nobody_explains_is_found(text: str, short: str) -> None:
    findings = list(in_all(known(extra_support=text)))
    assert findings
    assert findings[0].rule.code == "PLAIN008"
    assert findings[0].message.startswith(f"“{short}”")
    points_inside(findings[0], said(text))


STANDING_FOR = dict.fromkeys(
    ["PIRA", "PUMA", "IPRA", "EBSA", "MAPA", "YARC", "NFER", "ABEL", "CoPM", "SALA"],
    "a check of what a child can do",
)
NAMES = [
    "We use PIRA each term.",
    "The PUMA test is in May.",
    "We apply for IPRA money.",
    "We talk about EBSA with you.",
    "Staff are trained in **MAPA**.",
    "(YARC) is a reading test.",
    "We check with NFER.",
    "The ABEL group meets here.",
    "We use CoPM in maths.",
    "The children’s SALA’s plan.",
]


@pytest.mark.parametrize("text", NAMES)
def test_one_that_can_be_said_as_a_word_is_a_name_and_gets_a_tip(text: str) -> None:
    assert codes_in_all(in_all, extra_support=text) == {"PLAIN010"}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_in_small_letters_or_explained_is_left_alone(text: str) -> None:
    assert not codes_in_all(in_all, extra_support=text.title())
    short = next(word for word in re.findall(r"\w+", text) if word in STANDING_FOR)
    explained = text.replace(short, f"{short} ({STANDING_FOR[short]})", 1)
    assert not codes_in_all(in_all, extra_support=explained)


@pytest.mark.parametrize(
    "text",
    [
        "PE is for every child in the UK.",
        "The SENCO and the TAs read each EHC plan.",
        "Our SENDCo and SENCOs meet.",
        "We take children to GCSE and A level.",
        "We help in KS1 and KS2, and in EYFS.",
        "Part III, section VII of King Henry VIII.",
        "OUR OPEN DOOR POLICY",
        "## HOW WE HELP",
        "You can ALWAYS ring us. We do NOT mind.",
        "Ask Mrs JANE SMITH for help.",
        "We fill in the Strengths and Difficulties Questionnaire (SDQ). The SDQ is short.",
        "We use the SDQ (Strengths and Difficulties Questionnaire).",
        "We use the SDQ, which is a list of questions.",
        "We use the SDQ. SDQ stands for Strengths and Difficulties Questionnaire.",
        "We use a list of questions called the SDQ.",
        "We set goals in a PGP Personal Goal Plan each term.",
        "NBC Nurture Breakfast Club\nTGG Talking and Growing Group",
        "The LLTC outreach team, Lakeside Local Teaching Centre, comes in.",
        "The NHS and the BBC have films about it.",
        "The date is TBC and the room is TBA.",
        "Give us the UPN and the DOB of your child ASAP.",
        "Our PDF is at https://www.school.example/SEN/SDQF.pdf for you.",
        "Write to SDQ@school.example today.",
        "See [the form](https://school.example/SDQ).",
        "We are at YO17 8RH, off the A64.",
        "We use emotionally based school avoidance, or EBSA, as a word.",
        "The ELSA – emotional literacy support assistant – comes on Mondays.",
        "The LEXIA programme is on tablets.",
        "R&DX is no word here.",
        "The PTA gives us money, and some go on to UCAS.",
        "Children of the RAF, and a film from CBBC.",
        "We write to MindMate SPA, the single point of access to mental health services.",
        "We ask the exam boards (JCQ) for more time.",
        "They meet through the local inclusion forum (LIFT).",
        "The unit is run by Kent County Council. KCC decides who has a place.",
        "A PCN nurse (primary care network) comes in spring.",
        "Kent PACT: parent carer forum",
        "The STARS autism team, which trains our staff, comes in May.",
    ],
)
def test_what_is_known_explained_or_no_short_form_is_left_alone(text: str) -> None:
    assert not codes_in_all(in_all, extra_support=text)


def test_a_short_form_is_found_once_where_it_is_used_first() -> None:
    first, later = "We fill in an SDQ.", "The SDQ (Strengths and Difficulties Questionnaire) helps."
    (finding,) = in_all(known(needs_provided_for=first, extra_support=later))
    assert (finding.question, finding.words) == ("needs-provided-for", "SDQ")
    assert not codes_in_all(in_all, needs_provided_for=later, extra_support=first)


def test_a_short_form_is_understood_after_its_name_in_an_earlier_answer() -> None:
    name, short = "We were helped by Kent County Council.", "Ask KCC for the form."
    assert not codes_in_all(in_all, needs_provided_for=name, extra_support=short)
    assert codes_in_all(in_all, needs_provided_for=short, extra_support=name) == {"PLAIN008"}


def test_a_short_form_in_the_name_of_the_school_or_a_service_is_a_name() -> None:
    text = "We work with the other WMAT schools."
    assert codes_in_all(in_all, extra_support=text) == {"PLAIN010"}
    assert not codes_in_all(in_all, extra_support=text, school_name="WMAT Hill Primary School")


def test_every_short_form_of_the_bank_is_explained_by_the_report_itself() -> None:
    for acronym in known().bank.acronyms:
        assert not codes_in_all(in_all, extra_support=f"Ask about the {acronym.short} here.")
