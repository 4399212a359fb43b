"""Times gone by that a text still speaks of as now or to come: what is found, and what is not."""

import pytest

from sendwizard.core.bank import Kind
from sendwizard.language import dates
from sendwizard.language.said import Said
from tests.language.lines import codes, known, said
from tests.worlds import real_bank

FOUND = {
    "DATE001": (
        "In 2021-22 we will train all staff in signing.",
        "Our priorities for 2023/24 are reading and speech.",
        "From September 2022 we will have a new calm room.",
        "SEN Information Report 2021",
        "# SEND information report 2022-23",
        "(SEND) Report to Parents: September 2020",
        "In the 2022-23 school year the team will meet each month.",
        "In the academic year 2022 to 2023, all teachers will have training.",
        "During 2024-25 staff are learning to use signs.",
        "She will gain the award in 2025.",
        "Our 2023-24 targets are attendance and reading.",
        "Pupils from both classes will swim each week in 2022/23.",
        "Throughout 2021 – 2022 we’ll run three groups for speech.",
        "We are going to open a nurture group in 2024.",
        "Priorities 2021-22: we will look at how we teach writing.",
        "Also, in 2023, the school is planning to buy new readers.",
        "Academic year 2022-23",
        "School Year 2021/22\n\nWe have ten readers.",
        "We plan to build a ramp in 2023.",
        "Our plan for 2021-22 is to train staff.",
        "During 2020 we are closed",
        "For the year 2021-2022 the SENCO is Mrs Pike.",
        "In 2022-23 there are four teaching assistants.",
        "We hold the Inclusion Quality Mark (2021-2024)",
        "The school has the Autism Friendly Award 2020-2023.",
    ),
    "DATE002": (
        "Plans will be reviewed on 1 September 2023.",
        "Next review: July 2022",
        "**Next review date:** 12/09/2024",
        "We will finish the ramp by Easter 2024.",
        "This policy was agreed in May 2021 and will be reviewed in May 2023.",
        "Our mark for inclusion is valid until March 2024.",
        "The new library is due to open in spring 2025.",
        "We're planning to open a nurture room in September 2023.",
        "To be completed by the end of July 2025.",
        "Date of next review – Autumn Term 2023",
        "A second course is planned for March 2026.",
        "The hearing loop is due in October 2025.",
        "Staff will learn to sign by 2024.",
        "Governors will look at it again in September 2022.",
        "The review is in July 2023.",
        "This will be looked at again in spring 2024.",
        "The next training is on 4th May 2023",
        "The SENCO is on maternity leave until Easter 2026",
        "Applications for September 2025 close on 15 January 2025",
        "The closing date is 31 October 2025.",
        "Mrs Reed is away until September 2025.",
        "The parents’ course starts on 6 January 2025.",
    ),
    "DATE003": (
        "This year (2021) we are working on reading.",
        "We currently have 23 pupils on our SEN register (January 2022).",
        "This academic year, 2022-23, we run four groups.",
        "Next year (2023-24) there is a new room.",
        "In the current school year (2021/22) two groups run.",
        "Currently (2020) we offer a drawing group.",
        "At present (March 2021) the group has a waiting list.",
        "This term, autumn 2022, we look at spelling.",
        "At the moment (2019) there is no lift.",
        "At present 14% of our pupils have SEN (October 2022).",
        "For the current academic year 2023-24 the group is full.",
        "As of January 2022 we have ten helpers.",
        "As at September 2021, there are 34 pupils on our register.",
    ),
    "DATE005": (
        "This report was last updated in September 2021.",
        "Last reviewed: 12/09/2023",
        "Last updated September 2021",
        "The report was written in 2020.",
        "Date reviewed: July 2024",
        "Review date: 14 November 2022",
        "Information updated: spring 2023",
        "This report was approved by the governors in March 2024.",
        "*Reviewed and updated: October 2024*",
        "Page updated 3rd May 2022",
        "Last review – 2021-22",
        "Reviewed: July 2023",
        "Updated – March 2022",
        "We have six groups.\n\nReview: June 2020",
        "The report was reviewed and updated in May 2024.",
        "Our SEN policy was last reviewed in September 2024.",
    ),
    "DATE011": (
        "All staff learn to sign by July 2026.",
        "A ramp to the field by August 2024",
        "- New signs on each door by Easter 2025",
        "We aim for a quiet room: by summer 2025, work starts.",
        "Each class has a tablet by January 2026.",
        "Blinds go up by 1 May 2025.",
        "More books in large print by 2025",
        "By September 2025 there is a reader in each room.",
        "Every child has a plan by the end of October 2025.",
        "The path to the pond is ready by spring 2024.",
        "Our policy was due for review in March 2026",
    ),
}

LEFT_ALONE = {
    "DATE001": (
        "We have run this group since 2014 and it will go on.",
        "The school opened in 1998 and will keep its name.",
        "We will follow the Code of 2015.",
        "In line with the Equality Act 2010 we will make changes for your child.",
        "The Children and Families Act 2014 says what we will write here.",
        "In 2023 we trained ten staff.",
        "The SEND Regulations 2014 will still hold.",
        "Founded in 1897, the school will mark the day.",
        "Children who started in September 2021 will move to secondary school.",
        "Following training in 2021, we will use signs.",
        "We will use the approach introduced in 2021.",
        "The Class of 2027 will visit the college.",
        "From September 2026 we will have a new class.",
        "In 2026-27 we will train all staff.",
        "Compared with our SEN information report 2024, parents will find it short.",
        "We will build on the success of our project in 2022-23.",
        "The closure is due to the flood in 2021.",
        "Ring 01904 2020 333 and we will answer.",
        "We will follow what is said in the 2015 Code of Practice.",
        "We will teach within the 2014 curriculum.",
        "In the 2021 census, pupils will find their town.",
        "Read our earlier SEN information report 2023.",
        "SEN information report 2026-27",
        "Academic year 2026-27",
        "In the academic year 2022-23 we had ten readers.",
        "We will build on our work of 2022.",
        "Our plan for 2021-22 was to train staff.",
        "Our plan for 2021-22 is on the website.",
        "In 2020 we were closed.",
        "In 2025-26 the attendance of pupils with SEN is 93%.",
        "In 2021 we found that phonics is a strength.",
        "In 2019 the building opened, and all rooms are on one floor.",
        "From September 2014 schools are required to publish a report.",
        "We were awarded the Inclusion Quality Mark (2021-2024).",
        "We hold the Inclusion Quality Mark (2025-2028).",
        "We have had the Gold Award since 2019-20.",
        "During 2024 Ofsted came. We are good.",
        "For 2024-25 the figures are on our website.",
    ),
    "DATE002": (
        "Plans will be reviewed on 1 September 2027.",
        "Next review: July 2027",
        "The plan was to be reviewed in March 2021 but it was not.",
        "The plan had been due in 2024 and came in 2025.",
        "Plans are reviewed three times a year.",
        "Year 2 pupils will be reviewed each term.",
        "Meetings run from 2 to 3 o'clock and will be reviewed in 2 to 3 weeks.",
        "Our standard is ISO 27001:2013 and will be updated.",
        "We work towards 20:20 vision and will be reviewed in 2030.",
        "The tests of May 2024 will be reviewed with you.",
        "We will use what staff learned in June 2024.",
        "The unit, planned in March 2020, was never built.",
        "The late bus is due to snow in January 2024.",
        "Governors will look at it again in September 2027.",
        "Governors looked at this in September 2022, and it holds.",
        "The next training was on 4 May 2023.",
        "The SENCO was on maternity leave until Easter 2026.",
        "She took maternity leave until Easter 2025.",
        "We had to close on 15 January 2025 because of snow.",
        "The school decided to close on 15 January 2025.",
        "Applications for September 2027 close on 15 January 2027.",
        "The school was closed until September 2020.",
        "The first course took place on 6 May 2024.",
        "The hall, closed until September 2024, is open again.",
        "When your child starts on 3 September 2026, a friend meets them.",
    ),
    "DATE003": (
        "We have run this since 2019 and it currently has ten places.",
        "In 2022 we opened a room, which is currently used by all.",
        "We currently follow the SEND Code of Practice (2015).",
        "This year more pupils met their goals than in 2022.",
        "This year group joined us in 2021.",
        "This year (2026-27) we look at reading.",
        "This term (autumn 2026) we look at spelling.",
        "Currently we teach with the Dunmore Profile (2017).",
        "This year, from September 2026, there is a club.",
        "Our SENCO, who gained the award in 2021, currently teaches Year 4.",
        "We meet three times a year, and next year too.",
        "As of September 2023 we have moved to a new building.",
        "As of September 2024 the NPQ is the award for new SENCOs.",
        "As of October 2026 we have ten helpers.",
        "As of May 2025 we are part of the Ridgeway Trust.",
        "As of January 2026 we have ten helpers.",
    ),
    "DATE005": (
        "This report was last updated in October 2026.",
        "Review date: 14 November 2027",
        "Our behaviour policy was last reviewed in March 2021.",
        "The accessibility plan was last updated in 2024.",
        "Last reviewed: 3 March 2026",
        "The council report of 2019 looks at this.",
        "The report is reviewed each year and updated in autumn.",
        "We reviewed how we teach reading in 2021.",
        "She updated her training in 2022.",
        "The report was written for parents by parents.",
        "Goals are last reviewed in July.",
        "Reviewed: September 2026",
        "Reviewed in July 2023, the reading group went on.",
        "Updated maps of the site came in March 2022.",
        "Our anti-bullying policy was last reviewed in September 2024.",
        "This policy was last reviewed in September 2024.",
        "Our SEN policy was last reviewed in September 2026.",
    ),
    "DATE011": (
        "By July 2023 all staff had been trained.",
        "All staff were trained by March 2024.",
        "All staff learn to sign by July 2027.",
        "We have met our goal by Easter 2025.",
        "Children born by 31 August 2022 start now.",
        "The room was built by 2021.",
        "As asked by the Code 2015, we meet parents.",
        "Set up by the Act of 2014, the service is free.",
        "Two groups finished by May 2025.",
        "Parents go home by 3.15.",
        "Pupils leave by Year 6.",
        "Our policy was due for review in March 2026 and was looked at then.",
        "The group was due to end, and did in March 2026.",
    ),
}


def _rows(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(code, line) for code, found in table.items() for line in found]


@pytest.mark.parametrize(("code", "line"), _rows(FOUND))
def test_found(code: str, line: str) -> None:
    assert codes(dates.in_text, line) == {code}


@pytest.mark.parametrize(("code", "line"), _rows(LEFT_ALONE))
def test_left_alone(code: str, line: str) -> None:
    assert code not in codes(dates.in_text, line)


def test_each_table_is_long_enough() -> None:
    assert all(len(lines) >= 10 for table in (FOUND, LEFT_ALONE) for lines in table.values())


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Next review: 4 July 2022.", "that day has passed."),
        ("Next review: July 2022.", "that month has passed."),
        ("Next review: Easter 2022.", "that time has passed."),
        ("Next review: 2021-22.", "that year has passed."),
        ("Next review: 2022.", "that year has passed."),
        ("Next review: 2019-22.", "that time has passed."),
    ],
)
def test_a_time_that_has_passed_is_called_what_it_is(text: str, passed: str) -> None:
    (found,) = dates.in_text(said(text), known())
    assert found.message.endswith(passed)


def test_a_finding_quotes_the_words_and_says_what_to_do() -> None:
    (found,) = dates.in_text(said("We will train staff. In 2021-22 we will sign."), known())
    assert found.words == "In 2021-22 we will"
    assert "“In 2021-22 we will”" in found.message
    assert found.suggestion


def test_a_plan_may_have_been_looked_at_long_ago() -> None:
    assert not codes(dates.in_text, "Last reviewed: May 2025", "accessibility-plan")


def test_an_address_is_not_read() -> None:
    question = real_bank().by_id["local-offer"]
    one = Said(question, "https://school.example/next review 2021", kind=Kind.URL)
    assert not list(dates.in_text(one, known()))


def test_this_policy_is_the_report_where_it_is_said_how_it_was_written() -> None:
    line = "This policy was last reviewed in September 2024."
    assert codes(dates.in_text, line, "how-written") == {"DATE005"}
    assert codes(dates.in_text, line, "bullying") == set()
