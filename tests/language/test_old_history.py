"""Dated words that tell of the past: excused by the words right beside them, and by no others."""

import pytest

from sendwizard.language import old
from tests.language import lines

OF_TODAY = [
    "Pupils with a statement of SEN are taught in class rather than outside it.",
    "Ring Parent Partnership instead of the office.",
    "Our former head set up the BESD group.",
    "The old building is DDA compliant.",
    "The LEA no longer sends letters by post.",
    "Parent Partnership replaced its leaflets this year.",
    "Instead of waiting for a form, ask the LEA to help.",
    "We no longer send letters home, but a CAF can be filled in online.",
    "Pupils with statements have a ramp where the old steps were removed.",
    "The club has ended, so ask Connexions for another.",
    "Our SENCO, previously a nurse, writes to the CCG for each pupil.",
    "Teachers use P scales rather than marks.",
    "11-year-old pupils with statements visit their next school.",
    "We replaced the stairs to make the hall DDA compliant.",
    "Levels are no longer used; the LEA sends its own tests.",
    "Parent Partnership has merged its two phone lines.",
    "Once a statement has been issued we hold a review.",
    "Please remember that Parent Partnership can come with you.",
    "All staff remember our statemented pupils when they plan trips.",
    "Pupils may have moved from School Action to School Action Plus.",
    "Remember, Connexions can help in Year 9.",
    "We know it as School Action, and so do our parents.",
    "We still call it BESD.",
    "Parent Partnership became very helpful to us.",
    "As a child with a statement gets older, we look at the help again.",
    "A child has a statement as well as their brothers and sisters.",
    "Brothers and sisters may have a CAF as well.",
    "Ring Connexions before it closes at four.",
    "The Connexions adviser comes to our building.",
    "CCG money is used to fund a nurse.",
    "The Disability Discrimination Act took the place of honour in our policy.",
    "We call them IEPs, and write one each term.",
]
OF_THE_PAST = [
    "EHC plans, which replaced statements of SEN, last until 25.",
    "EHC plans replaced statements of SEN and Section 139 Learning Difficulty Assessments (LDA).",
    "SENDIASS used to be called Parent Partnership.",
    "SENDIASS, formerly the North Yorkshire Parent Partnership Service, is free.",
    "SEMH (formerly BESD) is one of four areas of need.",
    "Parent Partnership is now called SENDIASS.",
    "Parent Partnership (now SENDIASS) helps families.",
    "Statements of SEN no longer exist.",
    "School Action and School Action Plus were replaced by SEN support.",
    "The P scales are no longer used.",
    "CCGs, which ended in 2022, paid for it.",
    "The integrated care board took over from the CCGs and PCTs.",
    "The LEA, as it used to be called, is the council.",
    "We no longer use National Curriculum levels or sub-levels.",
    "We stopped using P scales.",
    "Until 2014 the plan of a child was a statement of SEN.",
    "Ten years ago the LEA paid for all of this.",
    "Children’s statements of SEN were converted to EHC plans.",
    "EHC plans took the place of statements in 2014.",
    "SEN support took the place of School Action.",
    "School Action and School Action Plus are now one stage, SEN support.",
    "The Equality Act 2010 took the place of the Disability Discrimination Act.",
    "Levels and P scales are a thing of the past.",
    "Statements of SEN turned into EHC plans.",
    "Many of our parents remember P levels; today we use the engagement model.",
    "You may remember National Curriculum levels from when you were at school; we have none now.",
    "Some of you may remember School Action.",
    "Older brothers and sisters may have had National Curriculum levels.",
    "You may have had a statement when you were at school.",
    "Parents who had a statement themselves as a child may know EHC plans by the old name.",
    "SENDIASS, once Parent Partnership, gives free advice.",
    "SENDIASS (once the Parent Partnership Service) gives free advice.",
    "SENDIASS (you may know it as Parent Partnership) gives free advice.",
    "Contact (which you may know as Contact a Family) has a helpline.",
    "Some older papers call it BESD.",
    "A member of the BESD team at the council used to visit; it is now the SEMH team.",
    "Connexions used to come on Mondays; the council’s own team does so now.",
    "The seven districts and North Yorkshire County Council became North Yorkshire Council.",
    "Our careers adviser, who worked for Connexions before it closed, meets each student.",
    "The Connexions building in town is now a youth hub that our students use.",
    "We used to call them IEPs, but now we write support plans.",
    "We have moved from P scales to the engagement model.",
    "We have not used P scales since 2021.",
    "Before EHC plans there were statements of SEN.",
    "The LEA is now the local authority.",
]


@pytest.mark.parametrize("line", OF_TODAY)
def test_words_of_the_past_elsewhere_in_a_sentence_excuse_nothing(line: str) -> None:
    assert lines.codes(old.in_text, line)


@pytest.mark.parametrize("line", OF_THE_PAST)
def test_a_dated_word_may_tell_what_was(line: str) -> None:
    assert lines.codes(old.in_text, line) == set()


def test_history_in_the_sentence_before_excuses_nothing() -> None:
    text = "Levels were replaced long since. Pupils with statements have help."
    assert lines.codes(old.in_text, text) == {"OLD001"}


def test_a_point_of_a_list_is_a_sentence_by_itself() -> None:
    text = "- formerly in the old hall\n- help at School Action Plus"
    assert lines.codes(old.in_text, text) == {"OLD001"}


def test_history_in_the_point_before_excuses_nothing() -> None:
    text = "- SENDIASS, formerly\n- Parent Partnership, for advice"
    assert lines.codes(old.in_text, text) == {"OLD001"}
