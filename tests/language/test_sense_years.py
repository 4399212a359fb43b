"""SENSE008: years that the school does not have."""

import pytest

from sendwizard.language import sense
from tests.language.lines import codes


@pytest.mark.parametrize(
    ("ages", "line"),
    [
        (("infant",), "Our Year 6 children go to the Peak District for three nights in May."),
        (("infant",), "Our Year 5 and Year 6 pupils use laptops."),
        (("infant", "nursery"), "Pupils in Years 3 to 6 sit tests in June."),
        (("infant",), "Our Year 3 class has a garden."),
        (("secondary",), "Our Year 6 children have SATs."),
        (("secondary", "sixth-form"), "In our Year 4 classes we use real coins."),
        (("secondary",), "Students in Years 1 and 2 have phonics each day."),
        (("primary",), "Our Year 8 students have lockers."),
        (("primary", "unit"), "Pupils in Years 9 to 11 choose their options."),
        (("junior",), "Our Year 1 and 2 classes have phonics."),
        (("nursery",), "Our Year 1 children read each day."),
        (("infant",), "**Our Year 6 children** lead assemblies."),
    ],
)
def test_years_of_another_school_are_found(ages: tuple[str, ...], line: str) -> None:
    assert codes(sense.in_text, line, school_has=ages) == {"SENSE008"}


@pytest.mark.parametrize(
    ("ages", "line"),
    [
        (("secondary",), "Year 6 children from our primary schools visit."),
        (("secondary",), "We help with the step from Year 6 to Year 7."),
        (("secondary",), "Our Year 6 pupils visit us in July, before they start."),
        (("secondary",), "Our Year 6 induction day is in July."),
        (("secondary",), "An annual review for pupils in Year 5 names the school."),
        (("secondary",), "Our Year 7 and Year 8 pupils read each day."),
        (("infant",), "Our Year 3 children come back to read to us."),
        (("infant",), "Children in Years 3 to 6 at Willow Brook send us a film."),
        (("infant",), "Children in Year 3 have new teachers."),
        (("infant",), "Older pupils in Years 5 and 6 from the junior school help here."),
        (("infant",), "Our Year 2 to Year 3 plan is ready."),
        (("primary",), "Our Year 6 children have SATs."),
        (("junior",), "Our Year 7 pupils have a laboratory."),
        (("primary",), "Our year 2026 began with a survey."),
        (("unit",), "Our Year 6 children have SATs."),
        ((), "Our Year 6 children have SATs."),
    ],
)
def test_years_of_ones_own_or_in_passing_are_left_alone(ages: tuple[str, ...], line: str) -> None:
    assert not codes(sense.in_text, line, school_has=ages)


def test_an_answer_on_moves_may_speak_of_any_year() -> None:
    line = "Our Year 6 pupils meet their tutors in July."
    assert not codes(sense.in_text, line, "moving-on", school_has=("secondary",))
