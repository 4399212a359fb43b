"""Time in the answers as a whole: reviews, words that stay for years, training, and plans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Row, Source
from sendwizard.language import dates
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes_in_all, known
from tests.worlds import real_bank

PROSE = "Your child reads with an adult each day, and we look at what has changed."


def training_row(training: str, when: str = "") -> tuple[dict[str, str], ...]:
    row = {"training": training, "staff": "all teachers"}
    return ({**row, "when": when} if when else row,)


def plan(text: str) -> set[str]:
    return codes_in_all(dates.in_all, accessibility_plan=text)


# -- DATE002: the next review -----------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        *(date(2026, 11, 22), date(2026, 11, 1), date(2026, 9, 1), date(2026, 1, 1)),
        *(date(2025, 11, 23), date(2025, 6, 2), date(2024, 2, 29), date(2021, 9, 6)),
        *(date(2015, 1, 1), date(1999, 12, 31)),
    ],
)
def test_a_review_gone_by_is_found(day: date) -> None:
    assert "DATE002" in codes_in_all(dates.in_all, next_review=day)


@pytest.mark.parametrize(
    "day",
    [
        *(TODAY, date(2026, 11, 24), date(2026, 12, 31), date(2027, 1, 4), date(2027, 3, 12)),
        *(date(2027, 6, 21), date(2027, 7, 1), date(2027, 9, 1), date(2027, 11, 22)),
        *(date(2028, 2, 29),),
    ],
)
def test_a_review_to_come_is_left_alone(day: date) -> None:
    assert not codes_in_all(dates.in_all, next_review=day)


def test_a_census_and_a_policy_are_of_the_past_by_nature() -> None:
    policy: Row = {"name": "SEN policy", "date": date(2019, 1, 1)}
    assert not codes_in_all(
        dates.in_all,
        roll=210,
        numbers_shown=True,
        numbers_date=date(2024, 1, 18),
        related_policies=(policy,),
    )


# -- DATE004: the same words for two years ----------------------------------------------------


def unchanged(question: str, answer: Answer, year: str = "2026-27") -> set[str]:
    bank = real_bank()
    answers = Answers(year, bank.id, bank.edition, {question: answer})
    return {each.rule.code for each in dates.in_all(Known(bank, answers, TODAY))}


def kept(since: str, how: str = "") -> Answer:
    return Answer(PROSE, source=Source.KEPT, since=since, on=TODAY, how=how)


@pytest.mark.parametrize(
    ("question", "since"),
    [
        ("extra-support", "2024-25"),
        ("extra-support", "2021-22"),
        ("teaching-approach", "2023-24"),
        ("adapt-environment", "2024-25"),
        ("clubs-and-trips", "2020-21"),
        ("physical-activities", "2024-25"),
        ("staff-expertise", "2024-25"),
        ("moving-on", "2022-23"),
        ("hear-pupils", "2024-25"),
        ("equipment", "2019-20"),
        ("evaluate-provision", "2024-25"),
    ],
)
def test_words_that_stay_for_years_are_found(question: str, since: str) -> None:
    assert unchanged(question, kept(since)) == {"DATE004"}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("extra-support", kept("2025-26")),
        ("extra-support", kept("2026-27")),
        ("extra-support", kept("")),
        ("extra-support", kept("soon")),
        ("extra-support", kept("2020-21", how="watched two groups in October")),
        ("extra-support", Answer(PROSE, source=Source.CARRIED, since="2020-21")),
        ("extra-support", Answer(PROSE, on=TODAY)),
        ("complaints", kept("2019-20")),
        ("other-formats", kept("2019-20")),
        ("disabled-admissions", kept("2019-20")),
        ("school-name", Answer("Larkfield Bridge School", source=Source.KEPT, since="2015-16")),
        ("local-offer", Answer("https://a.example", source=Source.KEPT, since="2015-16")),
        ("extra-support", Answer(source=Source.KEPT, since="2015-16", not_applicable="None yet.")),
    ],
)
def test_words_that_may_stay_are_left_alone(question: str, answer: Answer) -> None:
    assert "DATE004" not in unchanged(question, answer)


# -- DATE006: training without a date ---------------------------------------------------------


@pytest.mark.parametrize(
    ("training", "when"),
    [
        ("How to teach a child with autism", ""),
        ("First signs", ""),
        ("Dyslexia in class", "all teachers"),
        ("Reading with pictures", "done"),
        ("Calm corners", "online"),
        ("Speech and language", "whole-school"),
        ("Help with feelings", "two hours"),
        ("Spelling games", "in the hall"),
        ("Using a hoist", "yes"),
        ("Talking mats", "booked"),
        ("Attachment", "with a charity"),
        ("Attachment", "last year"),
        ("Attachment", "ongoing"),
        ("Phonics for Year 2", ""),
        ("Attachment", "2019"),
        ("Attachment", "Autumn 2019"),
        ("Attachment", "May 2023"),
        ("Attachment", "2022-23"),
    ],
)
def test_training_without_a_date_or_with_an_old_one_is_found(training: str, when: str) -> None:
    values = codes_in_all(dates.in_all, staff_training=training_row(training, when))
    assert values == {"DATE006"}


@pytest.mark.parametrize(
    ("training", "when"),
    [
        ("First signs", "March 2026"),
        ("First signs", "Sept"),
        ("First signs, autumn term", ""),
        ("First signs", "2026"),
        ("First signs", "2025-26"),
        ("First signs", "12/3/2026"),
        ("First signs", "planned for March 2027"),
        ("First signs", "each half term"),
        ("First signs", "every year"),
        ("First signs", "weekly"),
        ("First signs (INSET)", ""),
        ("First signs", "annually"),
        ("First signs", "May 2025"),
        ("First signs", "autumn 2019, and again in March 2026"),
        ("First signs for Year 2", "ongoing, from March 2026"),
    ],
)
def test_training_with_a_time_is_left_alone(training: str, when: str) -> None:
    assert not codes_in_all(dates.in_all, staff_training=training_row(training, when))


def test_only_the_training_question_is_asked_for_dates() -> None:
    assert not codes_in_all(dates.in_all, staff_expertise="All teachers are trained in dyslexia.")


def test_the_training_without_a_date_is_pointed_at() -> None:
    rows = (*training_row("First signs", "May 2026"), *training_row("Dyslexia in class"))
    (found,) = dates.in_all(known(staff_training=rows))
    assert (found.row, found.column, found.words) == (1, "training", "Dyslexia in class")


# -- DATE007: an accessibility plan that has run out ------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Accessibility Plan 2019-22",
        "Our plan runs from 2019 to 2022. It has three aims.",
        "Our accessibility plan covers 2020 – 2023, and governors check it.",
        "The plan runs from September 2019 to August 2022.",
        "The plan was agreed by governors in March 2021.",
        "Read our 2018-21 accessibility plan.",
        "The accessibility plan (dated 4 May 2020) has three aims.",
        "Our plan is from 2016.",
        "The plan was last reviewed in July 2022.",
        "Our plan is for three years from September 2021.",
        "The current plan runs until July 2024.",
        "Plan: 2021-2024.\n\nIt asks for sound treatment in 3 more classrooms (2027-28).",
    ],
)
def test_a_plan_that_has_run_out_is_found(text: str) -> None:
    assert "DATE007" in plan(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our plan runs from 2025 to 2028.",
        "Our plan for 2019 to 2022 is done. The plan now runs from 2025 to 2028.",
        "Our last plan ran from 2019 to 2022.",
        "The plan was agreed in March 2024.",
        "The plan runs from September 2024 to August 2027.",
        "The Equality Act 2010 asks for this plan.",
        "The ramp was built in 2019, and the lift in 2021.",
        "Under the plan, all staff learn to sign by July 2022.",
        "Our equality objectives are for 2019-23.",
        "The school has stood here since 1897, and our plan looks at each door.",
        "The previous accessibility plan, 2019-22, led to a ramp.",
        "Plan: by July 2021 a ramp.",
        "Accessibility plan 2021-24 led to a ramp. The next is for 2024 to 2027.",
    ],
)
def test_a_plan_that_runs_is_left_alone(text: str) -> None:
    assert "DATE007" not in plan(text)


def test_a_plan_named_elsewhere_is_found_too() -> None:
    text = "You can read our Accessibility Plan 2018-21 on the website."
    assert codes_in_all(dates.in_all, access_facilities=text) == {"DATE007"}


def test_a_plan_in_the_list_of_policies_is_found_by_its_date() -> None:
    old: Row = {"name": "Accessibility plan", "date": date(2021, 5, 4)}
    (found,) = dates.in_all(known(related_policies=(old,)))
    assert (found.rule.code, found.row, found.column) == ("DATE007", 0, "date")
    others: tuple[Row, ...] = (
        {"name": "Accessibility plan", "date": date(2024, 5, 4)},
        {"name": "Accessibility plan 2025-28", "date": date(2021, 5, 4)},
        {"name": "Behaviour policy", "date": date(2021, 5, 4)},
        {"name": "Accessibility plan"},
    )
    for row in others:
        assert not codes_in_all(dates.in_all, related_policies=(row,))


@given(st.text(), st.text(), st.text())
def test_never_raises(plan_text: str, name: str, when: str) -> None:
    rows = ({"training": name, "staff": name, "when": when},)
    policy: Row = {"name": f"Accessibility {name}", "date": date(2020, 2, 29)}
    made = known(
        accessibility_plan=f"{plan_text} plan 2019-22 {name}",
        related_policies=(policy,),
        staff_training=rows,
        next_review="soon",
        extra_support=plan_text,
    )
    for each in dates.in_all(made):
        assert each.message
        assert each.question in made.bank.by_id
