"""How a year stands afterwards: copies that were altered or lost, the website, the review."""

from datetime import date

import pytest

from sendwizard.core.answers import Answers, Published
from sendwizard.core.approval import Approval
from sendwizard.core.bank import NEXT_REVIEW
from sendwizard.errors import (
    SendwizardError,
    UnreadableError,
    UsageError,
)
from sendwizard.office import acts
from sendwizard.office.folders import School
from sendwizard.office.publishing import publication, publish, published
from sendwizard.office.reporting import Format, Wanted, write_report
from tests.office.approvals import (
    OLD_REVIEW,
    ON,
    SMALL,
    YEAR,
    approved,
    change,
    noon,
)

# -- copies that were altered or lost ---------------------------------------------------


def told(school: School) -> list[str]:
    _, bad = acts.all_status(school)
    assert all(isinstance(each, SendwizardError) for each in bad)
    return [str(each) for each in bad]


@pytest.mark.usefixtures("writers")
def test_status_speaks_only_where_a_copy_was_altered_or_lost(school: School) -> None:
    first = approved(school).folder
    assert told(school) == []
    (first / "report.html").write_text("other")
    (altered,) = told(school)
    assert "report.html has been altered" in altered
    second = approved(school).folder
    second.rename(second.with_name("mislaid"))
    altered, lost = sorted(told(school), key=len, reverse=True)
    assert "approved copy 2 is lost" in lost
    assert approved(school).number == 3


@pytest.mark.usefixtures("writers")
@pytest.mark.parametrize("broken", ["", "not TOML"])
@pytest.mark.parametrize("name", ["manifest.toml", "answers.toml"])
def test_a_record_that_cannot_be_read_is_told_and_the_report_waits_until_it_can(
    school: School, name: str, broken: str
) -> None:
    path = approved(school).folder / name
    if broken:
        path.write_text(broken)
    else:
        path.unlink()
    (why,) = told(school)
    assert name in why
    with pytest.raises(UnreadableError, match=name.replace(".", r"\.")):
        write_report(school, YEAR, Wanted((Format.HTML,)))
    with pytest.raises(UnreadableError):
        approved(school, SMALL)
    with pytest.raises(UnreadableError):
        publish(school, YEAR, Published("https://www.school.example"), noon)
    again = approved(school)
    assert any(name in each for each in again.told)
    assert write_report(school, YEAR, Wanted((Format.HTML,))).report.state.startswith("Approved")


# -- on the website ---------------------------------------------------------------------


ADDRESS = "https://www.larkfieldbridge.example/send"


def status_of(school: School) -> acts.YearStatus:
    return acts.all_status(school)[0][0]


@pytest.mark.usefixtures("writers")
def test_approved_is_not_yet_on_the_website_until_somebody_says_so(school: School) -> None:
    approved(school)
    assert status_of(school).state_in_words == "approved, not yet on the website"
    said = Published("www.larkfieldbridge.example/send", date(2025, 12, 10))
    found = publish(school, YEAR, said, noon)
    assert found.known == Published(ADDRESS, date(2025, 12, 10))
    assert status_of(school).state_in_words == "approved, on the website"
    publish(school, YEAR, Published(council_told=date(2025, 12, 11)), noon)
    known = publication(school, YEAR).known
    assert known == Published(ADDRESS, date(2025, 12, 10), date(2025, 12, 11))
    assert status_of(school).state == "approved"


@pytest.mark.usefixtures("writers")
def test_a_later_approval_has_to_go_onto_the_website_again(school: School) -> None:
    approved(school)
    publish(school, YEAR, Published(ADDRESS, date(2025, 12, 10)), noon)
    approved(school, SMALL)
    assert not status_of(school).published
    publish(school, YEAR, Published(on=SMALL.on), noon)
    assert status_of(school).published


@pytest.mark.usefixtures("writers")
@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Published("not an address"), "Write one web address"),
        (Published(ADDRESS, date(2025, 12, 3)), "before the approval"),
        (Published(ADDRESS, council_told=date(2025, 12, 3)), "before the approval"),
    ],
)
def test_what_cannot_be_said_of_a_publication_is_wrong_usage(
    school: School, said: Published, words: str
) -> None:
    approved(school)
    with pytest.raises(UsageError, match=words):
        publish(school, YEAR, said, noon)
    assert publication(school, YEAR).known == Published()


def test_what_nobody_approved_is_not_published(school: School) -> None:
    with pytest.raises(UsageError, match="not been approved yet"):
        publish(school, YEAR, Published(ADDRESS), noon)
    assert published(Answers(YEAR, "england", "2026.11"), Published()).published is None


# -- how a year stands ------------------------------------------------------------------


def test_a_review_is_past_the_day_after(school: School) -> None:
    status = status_of(school)
    assert status.next_review == OLD_REVIEW
    assert not status.review_is_past(OLD_REVIEW)
    assert status.review_is_past(date(2026, 11, 21))


@pytest.mark.usefixtures("writers")
def test_a_review_that_was_taken_out_of_the_answers_still_stands_as_decided(
    school: School,
) -> None:
    approved(school)
    change(school, NEXT_REVIEW, None)
    assert status_of(school).next_review == date(2026, 12, 4)


def test_a_year_says_how_much_is_to_look_at_and_how_much_is_new(school: School) -> None:
    _, this = acts.all_status(school)[0]
    assert this.to_look_at > 0
    assert this.new > 0
    assert (this.state_in_words, this.approval, this.published) == ("draft", None, False)


def test_the_day_of_the_last_decision_is_that_of_the_newest_change() -> None:
    assert Approval("H", "C", ON, "the governing body").latest == ON
