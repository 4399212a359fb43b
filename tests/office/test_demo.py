"""The demo school keeps what the program promises: nothing missing, and easy to read."""

from datetime import date
from pathlib import Path

import pytest

from sendwizard.core.answers import Answers, Source
from sendwizard.core.bank import Bank, Kind
from sendwizard.core.duties import DutyState, duties, gaps
from sendwizard.core.findings import Severity
from sendwizard.core.kinds import value_of
from sendwizard.core.route import DONE, statuses
from sendwizard.core.years import year_before
from sendwizard.errors import UsageError
from sendwizard.language.readability import flesch, word_count
from sendwizard.office import acts
from sendwizard.office.checking import check_answers
from sendwizard.office.folders import School, find_school
from sendwizard.office.reading import readable
from sendwizard.store.bank_files import load_bank


@pytest.fixture
def school(tmp_path: Path) -> School:
    return find_school(acts.make_demo(find_school(None), tmp_path / "trial"))


@pytest.fixture
def bank(school: School) -> Bank:
    return load_bank(school.questions)


@pytest.fixture
def finished(school: School, bank: Bank) -> Answers:
    return readable(school, bank, "2025-26")


def test_last_year_is_finished_and_this_year_begun(school: School) -> None:
    assert school.years() == ("2025-26", "2026-27")
    (last, this), bad = acts.all_status(school)
    assert bad == []
    assert (last.state, this.state) == ("complete", "draft")
    assert 0 < sum(this.counts[status] for status in DONE) < this.total


def test_every_duty_is_answered_and_nothing_is_missing(bank: Bank, finished: Answers) -> None:
    assert gaps(bank, finished) == ()
    standing = duties(bank, finished)
    assert {each.requirement.id for each in standing} == {each.id for each in bank.requirements}
    assert {each.state for each in standing} == {DutyState.ANSWERED}
    found = check_answers(bank, finished, date(2025, 11, 24)).findings
    assert {each.severity for each in found} <= {Severity.TIP}


def test_no_answer_is_off_the_route_or_from_an_older_bank(bank: Bank, finished: Answers) -> None:
    standing = statuses(bank, finished)
    assert {standing[each] for each in finished.by_id} <= DONE
    assert (finished.bank, finished.edition) == (bank.id, bank.edition)
    assert all(each.source is not Source.CARRIED for each in finished.by_id.values())


def test_every_value_is_one_that_its_kind_would_take(
    school: School, bank: Bank, finished: Answers
) -> None:
    for answers in (finished, readable(school, bank, "2026-27")):
        for name, answer in answers.by_id.items():
            if answer.value is not None:
                assert value_of(bank.by_id[name], answer.value) == answer.value, name


def test_every_passage_is_in_plain_english(bank: Bank, finished: Answers) -> None:
    passages = [each for each in bank.questions if each.kind is Kind.PASSAGE]
    hard = {
        each.id: flesch(str(finished.value(each.id)))
        for each in passages
        if finished.value(each.id) is not None and flesch(str(finished.value(each.id))) < 60
    }
    assert hard == {}
    assert sum(finished.value(each.id) is not None for each in passages) >= 30


def test_every_passage_is_as_long_as_its_question_asks(school: School, bank: Bank) -> None:
    for year in school.years():
        answers = readable(school, bank, year)
        for question in bank.questions:
            text = answers.value(question.id)
            if question.words is not None and text is not None:
                least, most = question.words
                assert least <= word_count(str(text)) <= most, (year, question.id)


def test_it_was_written_within_its_year(finished: Answers) -> None:
    days = [each.on for each in finished.by_id.values()]
    assert None not in days
    first, last = (int(part) for part in ("2025", "2026"))
    assert all(each is not None and each.year in (first, last) for each in days)
    assert year_before("2026-27") == finished.year


def test_no_address_or_number_of_the_demo_is_somebodys(
    school: School, bank: Bank, finished: Answers
) -> None:
    """Ofcom keeps 01632 960 free, and RFC 2606 keeps .example."""
    for answers in (finished, readable(school, bank, "2026-27")):
        for name, answer in answers.by_id.items():
            question = bank.by_id[name]
            if not isinstance(answer.value, tuple):
                continue
            for row in answer.value:
                if isinstance(row, str):
                    continue
                for column in question.columns:
                    text = str(row.get(column.id, ""))
                    if column.kind is Kind.PHONE and text:
                        assert text.replace(" ", "").startswith("01632960"), (name, text)
                    if column.kind in {Kind.EMAIL, Kind.URL} and text:
                        assert ".example" in text, (name, text)


def test_it_is_never_written_into_a_folder_in_use(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear all")
    with pytest.raises(UsageError, match="not empty"):
        acts.make_demo(find_school(None), mine)
    with pytest.raises(UsageError):
        acts.make_demo(find_school(tmp_path / "new"), tmp_path / "new")
    assert [each.name for each in mine.iterdir()] == ["letter.txt"]
    assert not (tmp_path / "new").exists()
