"""Our list of outdated terms, row by row: each is found, and as heavy as it should be."""

import pytest

from sendwizard.core.findings import Severity
from sendwizard.language import old
from tests.language import lines

WRONG_OR_GONE = [
    "Pupils with a statement of SEN come first.",
    "A statemented pupil has an adult beside them.",
    "Help begins at School Action.",
    "Help goes on at School Action Plus.",
    "Pupils on SA are seen each term.",
    "Pupils move on to SA+.",
    "There is a room for BESD.",
    "There is a room for EBD.",
    "A Learning Difficulty Assessment is made.",
    "Each leaver has an LDA for college.",
    "A s.139A assessment is made.",
    "Parent Partnership can help.",
    "We report National Curriculum levels.",
    "We report sub-levels.",
    "We use P scales.",
    "We use P levels.",
    "We follow the SEN Code of Practice 2001.",
    "We follow the draft Code.",
    "We follow the SEND Code of Practice 2014.",
    "A new SENCO must take the NASENCo.",
    "Our pages meet WCAG 2.0.",
    "Our pages meet WCAG 2.1.",
    "We keep to the Disability Discrimination Act.",
    "We keep to the DDA.",
    "We have a Disability Equality Scheme.",
    "You can appeal to SENDIST.",
    "You can appeal to SENDisT.",
    "The CCG pays.",
    "The PCT pays.",
    "The Strategic Health Authority pays.",
    "Funding comes from the LSC.",
    "Funding comes from the YPLA.",
    "Funding comes from the EFA.",
    "Funding comes from the ESFA.",
    "Connexions can help.",
    "We fill in a CAF.",
    "We fill in a Common Assessment Framework form.",
    "The LEA pays.",
    "The DfES says so.",
    "The DCSF says so.",
    "North Yorkshire County Council pays.",
    "NYCC pays.",
    "We follow Every Child Matters.",
    "We teach SEAL.",
    "We follow the National Strategies.",
    "Help at Wave 1 is for all.",
    "Help at Wave 2 is for some.",
    "Help at Wave 3 is for a few.",
    "An Independent Supporter can help.",
    "Ring 0845 496 0123.",
    "Ring 0844 496 0123.",
    "Ofsted judged the school to be good.",
    "Each child has a right to an Individual Support Plan.",
    "Each child has a right to an ISP.",
    "Help is given at the Targeted Plus layer.",
    "Each child gets a Specialist Provision Package.",
    "We meet the National Inclusion Standards.",
    "You are entitled to Experts at Hand.",
]
STYLE = [
    "The council makes a statutory assessment.",
    "Each child has an IEP.",
    "We keep an SEN register.",
    "We give Quality First Teaching.",
    "We believe in QFT.",
    "We plan differentiation.",
    "A child with a visual impairment sits near the front.",
    "A visually impaired child sits near the front.",
    "He suffers from asthma.",
    "One pupil is wheelchair-bound.",
    "A special needs child has help.",
]


def _severities(line: str) -> set[Severity]:
    return {each.severity for each in old.in_text(lines.said(line), lines.known())}


@pytest.mark.parametrize("line", WRONG_OR_GONE)
def test_what_is_wrong_in_law_or_gone_is_warned_of(line: str) -> None:
    assert Severity.WARN in _severities(line)


@pytest.mark.parametrize("line", STYLE)
def test_what_is_style_or_still_used_by_councils_is_a_tip(line: str) -> None:
    assert _severities(line) == {Severity.TIP}
