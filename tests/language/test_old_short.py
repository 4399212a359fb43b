"""Short forms that were dated ones elsewhere, and that the answer says stand for something else."""

import pytest

from sendwizard.language import old
from tests.language import lines

OF_THE_SCHOOL = [
    "SA stands for St Aidan’s, and the SA pupils join us for lunch.",
    "“SA” stands for Small Adventures. Pupils on SA meet in the garden.",
    "The PCT is our Paediatric Continence Team.",
    "Our nurses are the PCT. PCT is short for Paediatric Continence Team.",
    "CAF stands for calm and friendly, our rule for all adults.",
    "SEAL stands for sharing, effort and learning. We teach SEAL each Friday.",
    "LDA is our Lunchtime Dance Academy for colleges and Year 11.",
    "CRB stands for the Calm Room Base.",
    "DDA is short for Daily Dance Activity.",
    "Nurses of the Paediatric Continence Team (PCT) visit us. The PCT lends equipment.",
    "Ring the PCT (Paediatric Continence Team) for advice.",
    "We work with the Children’s Activity Forum (CAF).",
    "The Carers Advice Forum (CAF) meets here.",
    "EBD stands for Every Body Dances.\n\nPupils love EBD.",
    "LSC stands for our Learning Support Club, paid for by the friends of the school.",
]
DATED = [
    "SA stands for School Action, and SA pupils are seen each term.",
    "SA is short for school action. Pupils on SA have a plan.",
    "CAF stands for Common Assessment Framework.",
    "We fill in a CAF (CAF is short for common assessment framework).",
    "The PCT is our Primary Care Trust.",
    "BESD stands for behavioural, emotional and social difficulties.",
    "LDA stands for Learning Difficulty Assessment.",
    "The LEA sends an EP (EP stands for educational psychologist).",
    "Our mascot stands for kindness, and the SEAL materials help us.",
    "The CCG is our partner in health.",
    "Every Child Matters is our aim.",
    "Pupils at School Action (SA) have a plan, and SA pupils are seen first.",
    "Nurses of the Primary Care Trust (PCT) visit us.",
    "Ring the PCT (Primary Care Trust) for advice.",
    "We fill in a CAF (a form for families) with you.",
    "The council (LEA) pays.",
    "The CAF stands for nothing that you need to fear.",
]


@pytest.mark.parametrize("line", OF_THE_SCHOOL)
def test_a_short_form_that_stands_for_something_else_is_left(line: str) -> None:
    assert lines.codes(old.in_text, line) == set()


@pytest.mark.parametrize("line", DATED)
def test_a_short_form_that_stands_for_the_dated_words_is_found(line: str) -> None:
    assert lines.codes(old.in_text, line) & {"OLD001", "OLD004"}
