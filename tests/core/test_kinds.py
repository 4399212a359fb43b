"""What each kind takes, and the sentence for what it does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Value, is_empty
from sendwizard.core.bank import Kind, Question
from sendwizard.core.fit import has_shape
from sendwizard.core.kinds import (
    LONGEST,
    KindError,
    field_text,
    parse_field,
    say,
    value_of,
)
from sendwizard.core.text import clean, clean_line
from sendwizard.core.unfinished import missing_in_rows
from sendwizard.core.years import (
    is_school_year,
    require_school_year,
    school_year_of,
    year_before,
)
from sendwizard.errors import Problem, UsageError
from tests.worlds import answers_of, real_bank, some_value

BANK = real_bank()


def of(kind: Kind, **more: object) -> Question:
    """A question of a kind."""
    return Question("q", "s", kind, "Q?", **more)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.LINE, "  Oak \t School ", "Oak School"),
        (Kind.PASSAGE, "a\r\nb\x00\u202e", "a\nb"),
        (Kind.YES_NO, "Y", True),
        (Kind.YES_NO, "no", False),
        (Kind.NUMBER, "1,200", 1200),
        (Kind.DATE, "2026-03-12", date(2026, 3, 12)),
        (Kind.DATE, "12/3/2026", date(2026, 3, 12)),
        (Kind.DATE, "12 March 2026", date(2026, 3, 12)),
        (Kind.EMAIL, " mailto:a@b.example", "a@b.example"),
        (Kind.PHONE, "01632 960000 ext 12", "01632 960000 ext 12"),
        (Kind.URL, "school.example/send", "https://school.example/send"),
        (Kind.LINE, "   ", None),
        (Kind.LINE, "\x00", None),
    ],
)
def test_what_people_type_is_taken(kind: Kind, typed: str, value: Value | None) -> None:
    assert parse_field(of(kind).column, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        (Kind.YES_NO, "perhaps", "yes or no"),
        (Kind.NUMBER, "many", "whole number"),
        (Kind.NUMBER, "-1", "whole number"),
        (Kind.DATE, "soon", "12 March 2026"),
        (Kind.DATE, "31/2/2026", "12 March 2026"),
        (Kind.EMAIL, "office at school", "e-mail address"),
        (Kind.PHONE, "12", "area code"),
        (Kind.PHONE, "call us", "area code"),
        (Kind.URL, "javascript:alert(1)", "web address"),
        (Kind.URL, "https://nowhere", "web address"),
        (Kind.PASSAGE, "x" * (LONGEST + 1), "too long"),
    ],
)
def test_what_cannot_be_taken_gets_a_sentence_that_says_what_would_be(
    kind: Kind, typed: str, words: str
) -> None:
    with pytest.raises(KindError, match=words):
        parse_field(of(kind).column, typed)


def test_numbers_keep_to_their_bounds() -> None:
    column = of(Kind.NUMBER, least=5, most=10).column
    assert parse_field(column, "7") == 7
    with pytest.raises(KindError, match="at least 5"):
        parse_field(column, "4")
    with pytest.raises(KindError, match="at most 10"):
        parse_field(column, "11")


def test_a_choice_is_taken_by_id_or_label_and_a_slip_gets_the_nearest() -> None:
    question = BANK.by_id["school-type"]
    assert value_of(question, "pru") == "pru"
    assert value_of(question, "Pupil referral unit") == "pru"
    with pytest.raises(KindError, match="Did you mean “maintained-nursery”"):
        value_of(question, "maintaned-nursery")


def test_choices_come_in_the_bank_s_order_and_once() -> None:
    question = BANK.by_id["school-has"]
    assert value_of(question, ["primary", "nursery", "primary"]) == ("nursery", "primary")
    assert value_of(question, []) is None
    with pytest.raises(KindError, match="a list"):
        value_of(question, "primary")
    with pytest.raises(KindError, match="single value"):
        value_of(BANK.by_id["money"], ["a"])


def test_rows_take_known_columns_and_drop_empty_rows() -> None:
    question = BANK.by_id["related-policies"]
    raw = [{"date": "2026-10-12", "name": "SEN policy"}, {"name": " ", "url": None}]
    assert value_of(question, raw) == ({"name": "SEN policy", "date": date(2026, 10, 12)},)
    for bad, words in (
        ([{"nmae": "x"}], "no column"),
        (["x"], "by its columns"),
        ([{"url": "x"}], "Where to find it"),
    ):
        with pytest.raises(KindError, match=words):
            value_of(question, bad)
    with pytest.raises(KindError, match="at most 1 row"):
        value_of(BANK.by_id["senco"], [{"name": "A"}, {"name": "B"}])


def test_a_row_says_what_it_still_needs() -> None:
    senco = BANK.by_id["senco"]
    assert missing_in_rows(senco, ({"phone": "01632 960000"},)) == ("name",)
    assert missing_in_rows(senco, ({"name": "A"},)) == ("phone or e-mail",)
    assert missing_in_rows(senco, None) == ()
    assert missing_in_rows(BANK.by_id["money"], "text") == ()


@pytest.mark.parametrize("question", BANK.questions, ids=lambda each: each.id)
def test_every_question_takes_a_value_of_its_shape_and_says_it(question: Question) -> None:
    value = some_value(question)
    assert has_shape(question, value)
    assert say(question, value)
    assert say(question, None) == ""
    assert not has_shape(question, 1.5)  # type: ignore[arg-type]  # what a file may hold


def test_a_yes_is_no_number() -> None:
    assert not has_shape(BANK.by_id["roll"], value=True)
    assert has_shape(BANK.by_id["roll"], 3)
    assert not has_shape(BANK.by_id["school-has"], ({"a": "b"},))


def test_a_value_goes_back_into_its_field() -> None:
    assert field_text(date(2026, 3, 12)) == "12 March 2026"
    assert field_text(value=True) == "yes"
    assert field_text(None) == ""


@given(text=st.text())
def test_cleaning_twice_changes_nothing_and_leaves_nothing_that_turns_writing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set("\r\x00\x1b\u202e\u2066")
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize("year", ["2026-27", "1999-00"])
def test_a_school_year_has_two_years_in_a_row(year: str) -> None:
    assert is_school_year(year)
    assert require_school_year(year) == year


@pytest.mark.parametrize("year", ["2026-28", "2026", "26-27", "2026/27", "٢٠٢٦-27", ""])
def test_anything_else_is_no_school_year(year: str) -> None:
    assert not is_school_year(year)
    with pytest.raises(UsageError, match="2026-27"):
        require_school_year(year)


def test_a_school_year_begins_in_september() -> None:
    assert school_year_of(date(2026, 8, 31)) == "2025-26"
    assert school_year_of(date(2026, 9, 1)) == "2026-27"
    assert year_before("2000-01") == "1999-00"


def test_the_newest_answer_dates_the_year_and_a_note_alone_says_nothing() -> None:
    assert answers_of().newest is None
    assert answers_of(money="x").newest is not None
    assert not Answer(note="ask").says_something
    assert is_empty(())
    assert not is_empty(False)


def test_a_problem_says_where_it_is() -> None:
    assert str(Problem("a.toml", "k", 3, "Wrong.")) == "a.toml, line 3: k: Wrong."
    assert str(Problem("a.toml", "", None, "Gone.")) == "a.toml: Gone."
