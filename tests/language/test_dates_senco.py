"""The SENCO's award, by the days of the rule: NASENCo, the NPQ, and the three years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.language import dates_senco
from sendwizard.language.said import Known
from tests.language.lines import known

MAINSTREAM = "maintained-mainstream"
Row = dict[str, str | date]


def row(began: str, course: str, course_began: str = "", finished: str = "") -> Row:
    made: Row = {"course": course} if course else {}
    days = {"began": began, "course-began": course_began, "course-finished": finished}
    return made | {key: date.fromisoformat(day) for key, day in days.items() if day}


def found_on(today: str, one: Row, school_type: str = MAINSTREAM) -> set[str]:
    made = known(school_type=school_type, senco_qualification=(one,))
    on_day = Known(made.bank, made.answers, date.fromisoformat(today))
    return {each.rule.code for each in dates_senco.in_all(on_day)}


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2023-09-01", "none")),
        ("2026-11-23", row("2023-09-01", "npq", "2025-01-06")),
        ("2026-11-23", row("2023-11-22", "npq", "2024-10-07")),
        ("2026-11-23", row("2021-04-19", "nasenco", "2022-01-10")),
        ("2026-11-23", row("2019-09-02", "nasenco")),
        ("2026-11-23", row("2015-01-05", "none")),
        ("2026-11-23", row("2009-09-02", "none")),
        ("2026-11-23", row("2022-09-01", "npq", "2027-01-11")),
        ("2026-11-23", row("2022-09-01", "npq", "2024-10-07", "2027-03-20")),
        ("2027-09-03", row("2024-09-02", "npq", "2024-09-16")),
        ("2027-03-01", row("2024-02-29", "none")),
        ("2026-11-23", row("2020-09-01", "")),
    ],
)
def test_three_years_gone_without_the_award(today: str, one: Row) -> None:
    assert found_on(today, one) == {"DATE008"}


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2023-11-23", "npq", "2024-10-07", "2026-03-20")),
        ("2026-11-23", row("2023-11-23", "npq", "2024-10-07")),
        ("2026-11-23", row("2009-09-01", "none")),
        ("2026-11-23", row("2004-01-05", "none")),
        ("2026-11-23", row("2020-09-01", "not-needed")),
        ("2026-11-23", row("2015-09-01", "nasenco", "2016-01-11", "2017-06-30")),
        ("2026-11-23", row("2015-09-01", "nasenco", "", "2019-06-30")),
        ("2026-11-23", row("2021-09-01", "nasenco", "2024-08-31", "2026-06-30")),
        ("2026-11-23", row("2026-09-01", "none")),
        ("2026-11-23", row("", "none")),
        ("2026-11-23", row("2027-01-04", "none")),
        ("2027-09-02", row("2024-09-02", "npq", "2024-09-16")),
    ],
)
def test_three_years_not_gone_or_not_asked(today: str, one: Row) -> None:
    assert "DATE008" not in found_on(today, one)


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2024-09-02", "none")),
        ("2026-11-23", row("2024-01-08", "none")),
        ("2026-11-23", row("2025-05-23", "none")),
        ("2026-11-23", row("2025-01-06", "npq", "2027-01-11")),
        ("2026-11-23", row("2023-11-23", "none")),
        ("2026-11-23", row("2024-04-15", "npq", "2026-11-24")),
        ("2026-03-02", row("2024-09-02", "none")),
        ("2027-06-01", row("2024-09-02", "none")),
        ("2027-05-01", row("2025-11-01", "none")),
        ("2028-01-10", row("2026-06-01", "none")),
    ],
)
def test_a_course_not_begun_is_found_in_time(today: str, one: Row) -> None:
    assert found_on(today, one) == {"DATE009"}


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2026-09-01", "none")),
        ("2026-11-23", row("2025-09-01", "none")),
        ("2026-11-23", row("2025-05-24", "none")),
        ("2026-11-23", row("2024-09-02", "npq", "2024-10-07")),
        ("2026-11-23", row("2024-09-02", "npq")),
        ("2026-11-23", row("2024-09-02", "")),
        ("2026-11-23", row("2009-09-01", "none")),
        ("2026-11-23", row("2024-09-02", "not-needed")),
        ("2026-11-23", row("2024-09-02", "npq", "2024-10-07", "2026-03-20")),
        ("2026-11-23", row("2026-09-01", "npq", "2027-02-01")),
    ],
)
def test_a_course_that_can_wait_is_left_alone(today: str, one: Row) -> None:
    assert "DATE009" not in found_on(today, one)


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2024-03-01", "nasenco", "2024-09-01")),
        ("2026-11-23", row("2024-03-01", "nasenco", "2025-01-13", "2026-02-02")),
        ("2026-11-23", row("2020-03-01", "nasenco", "2024-10-01")),
        ("2026-11-23", row("2024-03-01", "nasenco", "2024-08-31")),
        ("2026-11-23", row("2024-03-01", "nasenco", "2024-04-15")),
        ("2026-11-23", row("2024-03-01", "nasenco")),
        ("2026-11-23", row("2024-09-02", "nasenco", "2024-04-15", "2027-09-01")),
        ("2027-09-01", row("2024-09-02", "nasenco", "2024-04-15")),
        ("2028-01-10", row("2024-09-02", "nasenco", "2024-04-15", "2027-09-15")),
        ("2026-11-23", row("2024-01-08", "nasenco", "2024-04-15", "2027-02-01")),
        ("2027-08-31", row("2024-09-02", "nasenco", "2024-04-15")),
    ],
)
def test_a_nasenco_that_does_not_count_or_may_not(today: str, one: Row) -> None:
    assert found_on(today, one) == {"DATE010"}


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2020-09-01", "nasenco", "2021-01-11", "2022-06-30")),
        ("2026-11-23", row("2024-03-01", "nasenco", "2024-08-31", "2026-10-30")),
        ("2027-12-01", row("2024-03-01", "nasenco", "2024-08-31", "2027-08-31")),
        ("2026-11-23", row("2024-09-02", "nasenco", "2024-04-15", "2027-03-01")),
        ("2026-11-23", row("2024-09-02", "npq", "2025-01-13")),
        ("2026-11-23", row("2024-09-02", "npq", "2025-01-13", "2027-09-01")),
        ("2026-11-23", row("2008-09-01", "nasenco", "2025-01-13")),
        ("2026-11-23", row("2024-09-02", "not-needed", "2025-01-13")),
        ("2026-11-23", row("", "nasenco", "2025-01-13")),
        ("2026-11-23", row("2024-09-02", "none")),
    ],
)
def test_an_award_that_counts_is_left_alone(today: str, one: Row) -> None:
    assert "DATE010" not in found_on(today, one)


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2024-05-01", "npq", "2025-01-13")),
        ("2026-11-23", row("2023-11-23", "npq", "2025-01-13")),
        ("2026-11-23", row("2024-01-08", "npq")),
        ("2026-11-23", row("2025-09-01", "npq", "2026-10-05", "2028-10-01")),
        ("2026-11-23", row("2026-09-01", "npq", "2026-10-05", "2029-09-02")),
        ("2027-03-02", row("2024-09-02", "npq", "2024-09-16")),
        ("2027-09-02", row("2024-09-02", "npq", "2024-09-16")),
        ("2026-11-23", row("2024-02-29", "npq", "2024-10-07")),
        ("2026-11-23", row("2024-01-08", "npq", "2024-10-07", "2027-01-09")),
        ("2026-11-23", row("2024-05-23", "npq", "2024-10-07")),
    ],
)
def test_a_last_day_that_draws_near(today: str, one: Row) -> None:
    assert found_on(today, one) == {"DATE012"}


@pytest.mark.parametrize(
    ("today", "one"),
    [
        ("2026-11-23", row("2024-09-02", "npq", "2024-09-16")),
        ("2025-11-24", row("2024-09-02", "npq", "2024-09-16")),
        ("2026-11-23", row("2024-05-24", "npq", "2024-10-07")),
        ("2026-11-23", row("2024-01-08", "npq", "2024-10-07", "2026-12-18")),
        ("2026-11-23", row("2024-01-08", "npq", "2024-10-07", "2026-03-20")),
        ("2026-11-23", row("2025-09-01", "npq", "2026-10-05", "2028-09-01")),
        ("2026-11-23", row("2009-09-01", "npq", "2026-10-05")),
        ("2026-11-23", row("2024-01-08", "not-needed")),
        ("2026-11-23", row("2026-09-01", "npq", "2026-10-05")),
        ("2027-03-01", row("2024-09-02", "npq", "2024-09-16")),
    ],
)
def test_a_last_day_that_is_far_or_met(today: str, one: Row) -> None:
    assert "DATE012" not in found_on(today, one)


@pytest.mark.parametrize("school_type", ["maintained-special", "special-academy", "pru", "other"])
def test_the_rule_reaches_only_schools_that_have_to_have_a_senco(school_type: str) -> None:
    assert not found_on("2026-11-23", row("2015-01-05", "none"), school_type)


@pytest.mark.parametrize("school_type", ["mainstream-academy", "maintained-nursery", MAINSTREAM])
def test_the_rule_reaches_schools_that_have_to_have_a_senco(school_type: str) -> None:
    assert found_on("2026-11-23", row("2015-01-05", "none"), school_type) == {"DATE008"}


def test_the_days_are_said() -> None:
    made = known(school_type=MAINSTREAM, senco_qualification=(row("2023-09-01", "none"),))
    (found,) = dates_senco.in_all(made)
    assert "1 September 2023" in found.message
    assert "1 September 2026" in found.message


DAYS = st.none() | st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))


@given(DAYS, DAYS, DAYS, st.sampled_from(["", "nasenco", "npq", "none", "not-needed", "x"]))
def test_says_one_thing_at_most(
    began: date | None, course_began: date | None, finished: date | None, course: str
) -> None:
    days = {"began": began, "course-began": course_began, "course-finished": finished}
    one = {"course": course} | {key: day for key, day in days.items() if day}
    made = known(school_type=MAINSTREAM, senco_qualification=(one,))
    assert len(list(dates_senco.in_all(made))) <= 1
