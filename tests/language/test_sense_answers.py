"""What does not fit between answers: the table and the roll, moves, dates, the strategy."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Row, Source, Value
from sendwizard.language import sense
from sendwizard.language.said import Known
from tests.language.lines import TODAY, codes_in_all, known
from tests.worlds import real_bank

MAINSTREAM = "maintained-mainstream"


# -- SENSE001: the table of needs --------------------------------------------------------------


def in_table(roll: int, *counts: tuple[int, int], shown: bool = True) -> set[str]:
    needs = ("communication", "learning", "semh", "sensory-physical", "other")
    rows: tuple[Row, ...] = tuple(
        {"need": need, "ehc": ehc, "support": support}
        for need, (ehc, support) in zip(needs, counts, strict=False)
    )
    return codes_in_all(sense.in_all, roll=roll, numbers_shown=shown, numbers=rows)


@pytest.mark.parametrize(
    ("roll", "counts"),
    [
        (100, [(101, 0)]),
        (100, [(0, 101)]),
        (100, [(60, 41)]),
        (210, [(100, 50), (60, 1)]),
        (150, [(10, 20), (30, 40), (20, 20), (10, 1)]),
        (120, [(30, 30), (30, 30), (1, 0), (0, 0), (0, 0)]),
        (300, [(300, 300)]),
        (100, [(5000, 0)]),
        (999, [(500, 0), (500, 0)]),
        (208, [(9, 31), (90, 90)]),
    ],
)
def test_more_pupils_in_the_table_than_on_roll(roll: int, counts: list[tuple[int, int]]) -> None:
    assert in_table(roll, *counts) == {"SENSE001"}


@pytest.mark.parametrize(
    ("roll", "counts"),
    [
        (100, [(100, 0)]),
        (100, [(50, 50)]),
        (210, [(9, 31)]),
        (210, [(9, 31), (4, 22), (3, 12), (2, 6), (0, 1)]),
        (5000, [(2500, 2500)]),
        (100, []),
        (150, [(0, 0)]),
        (120, [(30, 30), (30, 30)]),
        (99, [(90, 90)]),
        (0, [(9, 9)]),
    ],
)
def test_a_table_that_fits_is_left_alone(roll: int, counts: list[tuple[int, int]]) -> None:
    assert not in_table(roll, *counts)


def test_a_table_that_is_not_shown_is_not_asked() -> None:
    assert not in_table(100, (200, 0), shown=False)


# -- SENSE003: the next school -----------------------------------------------------------------

OTHER_MOVES = (
    "Each July your child meets the next teacher and moves to a new class. We make a book of "
    "photos and plan more visits for those who find change hard, and we ring you in week two."
)
SCHOOLS: dict[str, dict[str, Value]] = {
    "primary": {"school_name": "Elmbrook Primary School", "school_has": ("primary",)},
    "with nursery": {"school_name": "Elmbrook School", "school_has": ("nursery", "primary")},
    "junior": {"school_name": "Elmbrook Junior School", "school_has": ("junior",)},
    "infant by name": {"school_name": "Elmbrook Infant School", "school_has": ("primary",)},
    "infants by name": {"school_name": "Elmbrook Infants’ School", "school_has": ("nursery",)},
    "nursery": {"school_name": "Elmbrook Nursery School", "school_has": ("nursery",)},
    "academy": {"school_name": "Elmbrook Academy", "school_has": ("primary", "unit")},
    "infant and nursery": {
        "school_name": "Elmbrook Infant and Nursery School",
        "school_has": ("nursery", "primary"),
    },
    "nursery by type": {
        "school_name": "Elmbrook Early Years",
        "school_has": ("nursery",),
        "school_type": "maintained-nursery",
    },
    "first": {"school_name": "Elmbrook First School", "school_has": ("primary",)},
}


def moving(text: str, **school: Value) -> set[str]:
    return codes_in_all(sense.in_all, moving_on=text, **school)


@pytest.mark.parametrize("school", SCHOOLS.values(), ids=SCHOOLS)
def test_a_move_to_the_next_school_left_out_is_found(school: dict[str, Value]) -> None:

    assert moving(OTHER_MOVES, **school) == {"SENSE003"}


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("primary", "In Year 6 we meet the secondary school with you."),
        ("primary", "Before Year 7 we make three visits."),
        ("with nursery", "High schools send a teacher to meet your child."),
        ("junior", "Your child’s new school gets the plan."),
        ("infant by name", "Both SENCOs meet before your child goes to the juniors."),
        ("infants by name", "In Year 3 your child has a new teacher."),
        ("nursery", "We walk with your child to their primary school."),
        ("academy", "The next school reads the plan."),
        ("infant and nursery", "The junior school’s staff come to lunch."),
        ("nursery by type", "In June the Reception teacher visits us."),
        ("first", "The middle school is told what helps."),
    ],
)
def test_a_move_that_is_told_is_left_alone(name: str, more: str) -> None:
    assert not moving(f"{OTHER_MOVES} {more}", **SCHOOLS[name])


def test_a_short_answer_or_another_school_is_left_alone() -> None:
    assert not moving("We help with each move.", **SCHOOLS["primary"])
    assert not moving(OTHER_MOVES, school_has=("infant",), school_name="Elm Infant School")
    assert not moving(OTHER_MOVES, school_has=("primary", "secondary"))
    assert not moving(OTHER_MOVES)
    assert not moving("", **SCHOOLS["primary"])


def to_junior(text: str) -> set[str]:
    return codes_in_all(sense.in_all, infant_to_junior=text, school_has=("infant",))


@pytest.mark.parametrize(
    "text",
    [
        OTHER_MOVES,
        "Each July your child meets the next teacher, and moves to a new class.",
        "In summer children spend a morning in the class above. More visits can be planned.",
        "Children move up to Year 1 after a visit. The Reception teacher says what helps.",
        "We plan each move up with you and pass the plan on to the next teacher in July.",
        "From Reception to Year 1 we keep the same pictures and pegs, so that little changes.",
        "Your child spends two mornings with the next year group, with a friend if you like.",
        "Moving from class to class is hard for some. We make a book of photos for the summer.",
        "Children see their new class in July, and the next teacher reads the plan with us.",
        "The next teacher watches your child in May and reads the plan. We ring you in week two.",
        "Before they move up, children take their tray and chair to the new class themselves.",
    ],
)
def test_the_class_above_is_not_the_junior_school(text: str) -> None:
    assert to_junior(text) == {"SENSE003"}


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHER_MOVES} The juniors ask them to lunch.",
        "All Year 2 children have two visits. The two SENCOs meet in May, and you are asked.",
        "We share the plan and go along for more visits. A book of photos helps in the summer.",
        "Your child visits the junior school and meets the new class and the next teacher there.",
        "They see their new class and the next teacher at the school next door.",
        "Before Year 3 each child meets the next teacher and sees the new class.",
        "You need to apply by 15 January. After that we plan visits to the new class with you.",
        "Staff of both schools meet in June, and the next teacher comes to watch your child.",
        "The next school is told what helps, and its next teacher comes to us in spring.",
        "The next teacher comes.",
    ],
)
def test_the_move_to_the_juniors_is_seen_in_other_words(text: str) -> None:
    assert not to_junior(text)


# -- SENSE006: the inclusion strategy ----------------------------------------------------------


def strategy(
    today: date = TODAY, school_type: str = MAINSTREAM, **by_id: Answer
) -> list[tuple[str, str]]:
    bank = real_bank()
    answers = {key.replace("_", "-"): answer for key, answer in by_id.items()}
    answers["school-type"] = Answer(school_type)
    made = Answers("2026-27", bank.id, bank.edition, answers)
    found = sense.in_all(Known(bank, made, today))
    return [(each.rule.code, each.message) for each in found]


@pytest.mark.parametrize(
    ("today", "school_type", "word"),
    [
        (date(2026, 6, 25), MAINSTREAM, "is due"),
        (date(2026, 7, 1), "mainstream-academy", "is due"),
        (date(2026, 9, 1), MAINSTREAM, "is due"),
        (date(2026, 11, 23), MAINSTREAM, "is due"),
        (date(2026, 11, 23), "mainstream-academy", "is due"),
        (date(2026, 12, 31), MAINSTREAM, "is due"),
        (date(2027, 1, 1), MAINSTREAM, "was due"),
        (date(2027, 1, 1), "mainstream-academy", "was due"),
        (date(2027, 5, 4), MAINSTREAM, "was due"),
        (date(2027, 8, 31), MAINSTREAM, "was due"),
    ],
)
def test_the_strategy_is_told_of(today: date, school_type: str, word: str) -> None:
    ((code, message),) = strategy(today, school_type)
    assert code == "SENSE006"
    assert word in message
    assert "a condition of the grant, if your school receives it" in message


def test_last_years_reason_is_asked_again() -> None:
    carried = Answer(source=Source.CARRIED, not_applicable="There is no such grant yet.")
    assert [code for code, _ in strategy(inclusion_strategy=carried)] == ["SENSE006"]


@pytest.mark.parametrize(
    ("today", "school_type"),
    [
        (date(2026, 6, 24), MAINSTREAM),
        (date(2025, 11, 24), MAINSTREAM),
        (date(2027, 9, 1), MAINSTREAM),
        (date(2030, 1, 1), "mainstream-academy"),
        *(
            (TODAY, each)
            for each in ("maintained-special", "special-academy", "maintained-nursery", "pru")
        ),
        (TODAY, "ap-academy"),
        (TODAY, "other"),
    ],
)
def test_the_strategy_is_not_told_of(today: date, school_type: str) -> None:
    assert not strategy(today, school_type)


@pytest.mark.parametrize(
    "answer",
    [
        Answer("https://larkfieldbridge.example/inclusion-strategy"),
        Answer("https://larkfieldbridge.example/plan", source=Source.CARRIED),
        Answer(not_applicable="We do not receive the grant."),
        Answer(not_applicable="We do not receive the grant.", source=Source.KEPT),
    ],
)
def test_a_strategy_that_is_answered_is_left_alone(answer: Answer) -> None:
    assert not strategy(inclusion_strategy=answer)


def test_a_strategy_that_is_spoken_of_is_left_alone() -> None:
    assert not strategy(money=Answer("Our **inclusion strategy** says how the money is spent."))


# -- SENSE007: dates ---------------------------------------------------------------------------


def census(day: date) -> set[str]:
    return codes_in_all(sense.in_all, roll=210, numbers_shown=True, numbers_date=day)


def senco_began(day: date) -> set[str]:
    return codes_in_all(sense.in_all, senco_qualification=({"began": day},))


def course(began: str, finished: str) -> set[str]:
    row = {
        "course-began": date.fromisoformat(began),
        "course-finished": date.fromisoformat(finished),
    }
    return codes_in_all(sense.in_all, senco_qualification=(row,))


@pytest.mark.parametrize(
    "day",
    ["2026-11-24", "2026-12-01", "2027-01-21", "2028-01-20", "2062-01-15"],
)
def test_a_census_to_come_is_found(day: str) -> None:
    assert census(date.fromisoformat(day)) == {"SENSE007"}


@pytest.mark.parametrize(
    "day", ["2026-11-23", "2026-10-01", "2026-01-15", "2025-01-16", "2019-01-17"]
)
def test_a_census_of_the_past_is_left_alone(day: str) -> None:
    assert not census(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("began", "finished"),
    [
        ("2024-10-07", "2024-10-06"),
        ("2024-10-07", "2023-03-20"),
        ("2026-01-12", "2025-07-01"),
        ("2028-01-12", "2027-07-01"),
        ("2022-09-05", "2012-07-20"),
    ],
)
def test_a_course_over_before_it_began_is_found(began: str, finished: str) -> None:
    assert course(began, finished) == {"SENSE007"}


@pytest.mark.parametrize(
    ("began", "finished"),
    [
        ("2024-10-07", "2024-10-07"),
        ("2024-10-07", "2026-03-20"),
        ("2012-09-03", "2013-07-19"),
        ("2027-01-11", "2028-07-01"),
        ("2023-04-17", "2024-08-30"),
    ],
)
def test_a_course_in_order_is_left_alone(began: str, finished: str) -> None:
    assert not course(began, finished)


@pytest.mark.parametrize("day", ["2027-05-04", "2027-09-01", "2028-01-04", "2032-09-01"])
def test_a_senco_who_begins_in_a_year_to_come_is_found(day: str) -> None:
    assert senco_began(date.fromisoformat(day)) == {"SENSE007"}


@pytest.mark.parametrize("day", ["2026-11-23", "2024-09-02", "2027-01-04", "2005-09-01"])
def test_a_senco_who_has_begun_or_soon_will_is_left_alone(day: str) -> None:
    assert not senco_began(date.fromisoformat(day))


# -- All of them on any answers ----------------------------------------------------------------


@given(st.text(), st.text(), st.integers(), st.dates())
def test_never_raises(text: str, name: str, number: int, day: date) -> None:
    counts: Row = {"need": name, "ehc": number, "support": number}
    award: Row = {"began": day, "course": name, "course-finished": text}
    made = known(
        school_type=MAINSTREAM,
        school_name=name,
        school_has=("primary", name),
        roll=number,
        numbers_shown=True,
        numbers_date=day,
        numbers=(counts,),
        senco=({"name": name},),
        senco_qualification=(award,),
        moving_on=f"{text} {OTHER_MOVES}",
        inclusion_strategy=text,
    )
    for each in sense.in_all(made):
        assert each.message
        assert each.question in made.bank.by_id
