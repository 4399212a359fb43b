"""Dates, phone numbers, e-mail and web addresses as people write them, and near misses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.bank import Column, Kind
from sendwizard.core.kinds import KindError, field_text, parse_field, rows_value
from sendwizard.core.text import word_count
from tests.worlds import real_bank

TODAY = date(2026, 11, 23)
TWELFTH = date(2026, 3, 12)


def taken(kind: Kind, typed: str) -> object:
    """What a field of this kind takes."""
    return parse_field(Column("q", kind, "Q?"), typed, today=TODAY)


def refused(kind: Kind, typed: str) -> str:
    """The sentence for what it does not take."""
    with pytest.raises(KindError) as caught:
        taken(kind, typed)
    return str(caught.value)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "12/3/26",
            "12/03/2026",
            "12.3.2026",
            "12-3-26",
            "12 3 2026",
            "12 / 3 / 2026",
            "12/3/26.",
        ),
        *("12 March 2026", "12 mar 26", "12 MARCH 2026", "12th March 2026", "12th of March, 2026"),
        *("the 12th of March 2026", "12 March '26", "12-Mar-2026", "12mar2026", "12 Mar. 2026"),
        *("March 12 2026", "March 12, 2026", "Mar 12th 2026"),
        *("2026-03-12", "2026/3/12", "2026.3.12"),
        *(
            "Thursday 12 March 2026",
            "Thu, 12/3/26",
            "Thurs 12 March 2026",
            "on Thursday the 12th March 2026",
        ),
    ],
)
def test_a_date_is_taken_as_people_write_it_the_day_first(typed: str) -> None:
    assert taken(Kind.DATE, typed) == TWELFTH


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        ("Yesterday ", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("1st Sept 2026", date(2026, 9, 1)),
        ("3 feb 2028", date(2028, 2, 3)),
        ("29/2/28", date(2028, 2, 29)),
        ("1/2/03", date(2003, 2, 1)),
    ],
)
def test_other_days(typed: str, day: date) -> None:
    assert taken(Kind.DATE, typed) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/2/2026", "February 2026 has 28 days. Write the date as 12 March 2026"),
        ("31 June 2026", "June 2026 has 30 days."),
        ("29/2/27", "February 2027 has 28 days."),
        ("3/13/2026", "There is no month 13: write the day first, 13/3/2026."),
        ("13/13/2026", "Write the date as"),
        ("0/3/2026", "March 2026 has 31 days."),
        ("1/0/2026", "Write the date as"),
        ("12 March", "Add the year, for example 12 March 2026."),
        ("12/3", "Add the year"),
        ("March 2026", "Add the day, for example 12 March 2026."),
        ("3/2026", "Add the day"),
        ("Monday 12 March 2026", "12 March 2026 is a Thursday, not a Monday."),
        ("12/3/226", "Write the date as"),
        ("12/3/20266", "Write the date as"),
        ("12 Marchy 2026", "Write the date as"),
        ("12 Ma 2026", "Write the date as"),
        ("12/3-2026", "Write the date as"),
        ("1/1/0000", "Write the date as"),
        ("٣/٣/2026", "Write the date as"),
        ("next week", "Write the date as 12 March 2026, 12/3/2026 or 2026-03-12."),
    ],
)
def test_a_date_that_cannot_be_gets_what_would_be_taken(typed: str, sentence: str) -> None:
    assert sentence in refused(Kind.DATE, typed)


def test_today_is_taken_only_where_somebody_knows_the_day() -> None:
    with pytest.raises(KindError, match="12 March 2026"):
        parse_field(Column("q", Kind.DATE, "Q?"), "today")
    rows = rows_value(real_bank().by_id["related-policies"], [{"date": "today"}], today=TODAY)
    assert rows == ({"date": TODAY},)


@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_every_day_that_the_field_shows_is_taken_again(day: date) -> None:
    assert taken(Kind.DATE, field_text(day)) == day
    assert taken(Kind.DATE, day.isoformat()) == day
    assert taken(Kind.DATE, f"{day:%A} {field_text(day)}") == day


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("01944496000", "01944 496000"),
        ("(01944) 496-000", "01944 496000"),
        ("01944.496.000", "01944 496000"),
        ("01944–496000", "01944 496000"),
        ("Tel: 01944 496000.", "01944 496000"),
        ("1944 496000", "01944 496000"),
        ("02079460000", "020 7946 0000"),
        ("0113 4960000", "0113 496 0000"),
        ("01614960000", "0161 496 0000"),
        ("015396 20123", "015396 20123"),
        ("07700900123", "07700 900123"),
        ("03001234567", "0300 123 4567"),
        ("0800 123456", "0800 123456"),
        ("0800 11 11", "0800 1111"),
        ("111", "111"),
        ("+44 (0)1944 496000", "+44 1944 496000"),
        ("+442079460000", "+44 20 7946 0000"),
        ("0044 7700 900123", "+44 7700 900123"),
        ("441632960000", "+44 1632 960000"),
        ("+353 1 234-5678", "+353 1 234 5678"),
        ("00353 1 234 5678", "+353 1 234 5678"),
        ("01632 960000 ext 12", "01632 960000 ext 12"),
        ("01632960000x12", "01632 960000 ext 12"),
        ("01632 960000 (Extension 12)", "01632 960000 ext 12"),
        ("18001 01944496000", "18001 01944 496000"),
    ],
)
def test_a_phone_number_is_grouped_as_people_write_it(typed: str, number: str) -> None:
    """18001 before it is Relay UK, by which deaf people ring."""
    assert taken(Kind.PHONE, typed) == number
    assert taken(Kind.PHONE, number) == number


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("496000", "with its area code, for example 01632 960000."),
        ("4960000", "with its area code"),
        ("01944 4960", "has 11 figures, and this one has 9."),
        ("07700 90012", "has 11 figures, and this one has 10."),
        ("01944 4960000", "has 11 figures, and this one has 12."),
        ("01944 496000 / 01944 496001", "Write one phone number here"),
        ("01944 496000 or 496001", "with its area code"),
        ("01O44 496000", "with its area code"),
        ("+44", "with its area code"),
        ("+353 1", "with its area code"),
        ("call us", "with its area code"),
        ("()", "with its area code"),
        ("١٢٣٤٥٦٧٨٩٠", "with its area code"),
    ],
)
def test_a_phone_number_that_cannot_be_rung_gets_what_would_be_taken(
    typed: str, sentence: str
) -> None:
    assert sentence in refused(Kind.PHONE, typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("MAILTO:office@school.example?subject=SEN", "office@school.example"),
        ("Jo Alder <jo@School.Example>", "jo@school.example"),
        ("<jo@school.example>;", "jo@school.example"),
        ("jo@school.example.", "jo@school.example"),
        ("office @ school.example", "office@school.example"),
        ("E-mail: Jo.Alder@school.example", "Jo.Alder@school.example"),
        ("s.o’brien@school.example", "s.o'brien@school.example"),
        ("'jo@school.example'", "jo@school.example"),
    ],
)
def test_an_e_mail_address_is_taken_out_of_what_is_round_it(typed: str, address: str) -> None:
    assert taken(Kind.EMAIL, typed) == address
    assert taken(Kind.EMAIL, address) == address


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("office at school", "Write the whole e-mail address, for example office@school.example."),
        ("office@school", "whole e-mail address"),
        ("office@@school.example", "whole e-mail address"),
        ("office@school,example", "whole e-mail address"),
        ("jo alder@school.example", "whole e-mail address"),
        ("jo..alder@school.example", "whole e-mail address"),
        ("jo@.example", "whole e-mail address"),
        ("@school.example", "whole e-mail address"),
        ("jo@school.example, office@school.example", "one e-mail address here"),
    ],
)
def test_an_e_mail_address_that_cannot_be_gets_what_would_be_taken(
    typed: str, sentence: str
) -> None:
    assert sentence in refused(Kind.EMAIL, typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("school.example", "https://school.example"),
        ("www.school.example/SEND,", "https://www.school.example/SEND"),
        ("HTTP://School.Example/Send", "http://school.example/Send"),
        ("http:/school.example", "http://school.example"),
        ("https//school.example", "https://school.example"),
        ("https:\\\\school.example", "https://school.example"),
        ("https:school.example", "https://school.example"),
        ("<https://school.example/a_(b)>.", "https://school.example/a_(b)"),
        ("(https://school.example/a)", "https://school.example/a"),
        ("Website: school.example?page=2#send", "https://school.example?page=2#send"),
        ("https://school.example:8080/a", "https://school.example:8080/a"),
        ("schön.example", "https://schön.example"),
    ],
)
def test_a_web_address_is_made_whole(typed: str, address: str) -> None:
    assert taken(Kind.URL, typed) == address
    assert taken(Kind.URL, address) == address


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("our website", "Write one web address without spaces"),
        ("www school example", "without spaces"),
        ("see www.school.example", "without spaces"),
        ("office@school.example", "That is an e-mail address. Write the whole web address"),
        ("nowhere", "Write the whole web address, for example https://www.school.example/send."),
        ("https://school", "whole web address"),
        ("www..example", "whole web address"),
        ("https://me@school.example/", "whole web address"),
        ("javascript:alert(1.5)", "whole web address"),
        ("C:\\Users\\send.docx", "whole web address"),
        ("file:///send.html", "whole web address"),
        ("ftp://school.example", "whole web address"),
    ],
)
def test_a_web_address_that_cannot_be_gets_what_would_be_taken(typed: str, sentence: str) -> None:
    assert sentence in refused(Kind.URL, typed)


@given(
    kind=st.sampled_from([Kind.PHONE, Kind.EMAIL, Kind.URL]),
    typed=st.one_of(
        st.text(),
        st.text("0123456789+()x. /#", max_size=20),
        st.text("ab.@:/<>\"'?-() ,", max_size=20),
        st.from_regex(r"(https?://)?\w+\.\w+[/?]?[\w.,;:!)]*", fullmatch=True),
    ),
)
def test_what_was_taken_once_is_taken_again_as_it_is(kind: Kind, typed: str) -> None:
    """The field shows the tidied form when one comes back, and a file holds it."""
    try:
        value = taken(kind, typed)
    except KindError:
        assert "for example" in refused(kind, typed)
        return
    assert taken(kind, str(value or "")) == value


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Two words", 2),
        ("- one\n* two\n  + three\n10. four\n2) five", 5),
        ("We – and they – learn & play.", 5),
        ("In 2026 we had 12 clubs.", 6),
        ("well-known and/or it's", 3),
        ("[our page](https://school.example/a) is new", 4),
        ("... ** _ -- •", 0),
        ("- \n1. \n", 0),
        ("two\u00a0words\tand more", 4),
    ],
)
def test_marks_are_no_words(text: str, count: int) -> None:
    assert word_count(text) == count
