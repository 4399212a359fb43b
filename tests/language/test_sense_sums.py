"""SENSE001: sums in one text that do not add up."""

import pytest

from sendwizard.language import sense
from tests.language.lines import codes


@pytest.mark.parametrize(
    "line",
    [
        "Last term 12 of our 10 teachers learned to sign.",
        "We asked parents, and 45 out of 40 were glad.",
        "This helped 9 of 8 children.",
        "Eleven of our ten helpers can sign.",
        "Twelve out of ten pupils met their goals.",
        "In all, 30 of the 28 families came.",
        "110% of pupils met their goals.",
        "We found that 120 per cent of our parents were glad.",
        "105 % of children can swim.",
        "We have 240 pupils with special needs.",
        "The school has 900 pupils on SEN support.",
        "There are currently 250 children with an EHC plan.",
    ],
)
def test_a_part_larger_than_its_whole_is_found(line: str) -> None:
    assert codes(sense.in_text, line, roll=208) == {"SENSE001"}


@pytest.mark.parametrize(
    "line",
    [
        "9 out of 10 parents were glad.",
        "12 of our 12 teachers can sign.",
        "One of our three helpers leads it.",
        "Ten of one class went on the trip.",
        "Six of the two classes stayed.",
        "Section 69 of 3 laws is named.",
        "See page 12 of 10 for more.",
        "Read paragraph 6 of 2 to 5.",
        "We give 110% each day.",
        "100% of pupils took part.",
        "95% of pupils came, and 98% of parents.",
        "We have 34 pupils with special needs.",
        "Help is given on 3 of 1:1 days and on 2 of 0-25.",
        "In the summer of 2026, 40 of 210 pupils went.",
        "A group of 8 meets 4 of 5 days.",
        "All 30 of our 208 helpers' shifts are full.",
    ],
)
def test_a_part_within_its_whole_is_left_alone(line: str) -> None:
    assert not codes(sense.in_text, line, roll=208)


def test_no_sum_is_made_with_a_roll_that_is_not_known() -> None:
    assert not codes(sense.in_text, "We have 900 pupils with special needs.")


# -- parts of one whole ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "60% of pupils have no SEN, 30% are on SEN support and 20% have an EHC plan.",
        "60 per cent of our children have no SEN, 45 per cent get SEN support.",
        "70% have no SEND, 25% SEN support, 15% EHC plans.",
        "This year 30% are on SEN support and 80% have no SEN.",
        "- 45% of students are on SEN support, 12% have EHCPs and 65% have no special needs",
        "50 pupils with SEN: 30 on SEN support and 12 with EHC plans.",
        "We have 50 pupils with SEN, 30 on SEN support and 12 with EHC plans.",
        "There are 40 children on the SEN register: 12 have an EHC plan and 38 are on SEN support.",
        "We have 212 pupils. 250 of them are on SEN support.",
        "We have 23 teaching assistants, and 27 of them can sign.",
        "This year 13 of the 10 places are filled.",
        "In our unit 13 of our 10 places are taken.",
        "Of our 23 teaching assistants, 27 have been trained.",
        "Of the twelve pupils in the unit, fourteen have an EHC plan.",
        "- Of our 8 teachers 11 can sign",
    ],
)
def test_parts_that_do_not_make_the_whole_are_found(line: str) -> None:
    assert codes(sense.in_text, line) == {"SENSE001"}


@pytest.mark.parametrize(
    "line",
    [
        "60% of pupils have no SEN, 30% are on SEN support and 10% have an EHC plan.",
        "60% of pupils have no SEN, 35% are on SEN support and 5.4% have an EHC plan.",
        "95% of pupils on SEN support and 90% with an EHC plan met their goals.",
        "Attendance: 95% SEN support, 93% EHC plan.",
        "60% have no SEN; of those who have, 70% are on SEN support and 30% have EHC plans.",
        "In 2024 60% had no SEN. Now 80% have no SEN and 20% are on SEN support.",
        "70% have no SEN, 45% are on SEN support and 10% have an EHC plan; some have both.",
        "14% of pupils nationally are on SEN support, and 90% of ours have no SEN.",
        "In Year 3 90% have no SEN and in Year 4 95% have no SEN.",
        "50 pupils with SEN: 38 on SEN support and 12 with EHC plans.",
        "We have 50 pupils with SEN: 30 on SEN support, 12 with EHC plans and 8 new to us.",
        "50 pupils with SEN: 30 on SEN support, 12 with EHC plans; 8 are waiting.",
        "45% of pupils have no SEN, 40% on SEN support and 20% have EHC plans. Few have both.",
        "We have 50 pupils with SEN, including 30 on SEN support and 12 with EHC plans.",
        "About 50 pupils with SEN: 30 on SEN support and 12 with EHC plans.",
        "In January 2026 there were 50 pupils with SEN: 30 on SEN support and 12 with EHC plans.",
        "We have 212 pupils. 25 of them are on SEN support.",
        "We have 30 pupils in each class. 45 of them are on SEN support.",
        "Year 13 of the 10 schools.",
        "Of the 4 pupils in Year 6 most can sign.",
        "Of our 7 classes, 12 children have a plan.",
        "Of our 23 teaching assistants, 20 have been trained.",
        "Of the 12 staff in Class 4, 40 per cent are trained.",
        "This year 9 of the 10 places are filled.",
        "See Unit 12 of 10.",
    ],
)
def test_parts_that_make_the_whole_or_overlap_are_left_alone(line: str) -> None:
    assert not codes(sense.in_text, line)
