"""A newer edition of the questions for one year: said first, taken, and undone."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Published, Source
from sendwizard.core.bank import Kind
from sendwizard.core.editions import meaning
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.folders import School
from sendwizard.office.migrating import accept, migrate_year, said, undo
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.history import keep_state
from sendwizard.store.texts import texts
from tests.editions import EDITIONS, bank_of, question
from tests.worlds import QUESTIONS, answers_of

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
YEAR = "2026-27"
TELLS = """
[[questions]]
id = "phones"
since = "2027.9"
kind = "passage"
prompt = "What do you do about phones?"
guidance = "Say the rule in a sentence."
extra = true
"""


def clock() -> datetime:
    """Always noon; two saves within one tick are two saves all the same."""
    return NOON


@pytest.fixture
def newer(tmp_path: Path, school: School) -> School:
    """The demo school under questions of the next September."""
    folder = tmp_path / "questions"
    shutil.copytree(QUESTIONS, folder)
    for name, old, new in (
        ("bank.toml", 'edition = "2026.11"', 'edition = "2027.9"'),
        ("bank.toml", '["first-contact"]', '["worried"]'),
        ("02-people.toml", 'id = "first-contact"', 'id = "worried"\nreplaces = ["first-contact"]'),
        ("08-wellbeing.toml", 'id = "bullying"', 'id = "bullying"\nreworded = "2027.9"'),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    path = folder / "08-wellbeing.toml"
    path.write_text(path.read_text(encoding="utf-8") + TELLS, encoding="utf-8")
    return replace(school, questions=folder)


def on_disk(school: School) -> bytes:
    """The answers file."""
    return (school.year_folder(YEAR) / FILE_NAME).read_bytes()


def test_it_is_said_first_and_nothing_changes(newer: School) -> None:
    before = on_disk(newer)
    found = migrate_year(newer, YEAR)
    assert found.lines == (
        "1 new question:",
        "  “What do you do about phones?”",
        (
            "“What do you do about bullying?” means something else now. Your answer stays, to be "
            "checked."
        ),
        (
            "Your answer “Talk to your child’s class teacher first. You can catch the…” comes "
            "across to “Who should I talk to first if I am worried about my child?”."
        ),
    )
    assert (found.before, found.after, found.done) == ("2026.11", "2027.9", "")
    assert on_disk(newer) == before
    assert not (newer.year_folder(YEAR) / "history").exists()


def test_taking_it_puts_the_answers_by_and_going_back_brings_them_back(newer: School) -> None:
    before = on_disk(newer)
    assert migrate_year(newer, YEAR, accept=True, clock=clock).done == "accepted"
    folder = newer.year_folder(YEAR)
    took = read_answers(folder / FILE_NAME)
    assert took.get("worried").source is Source.CARRIED
    assert took.migrated is not None
    assert (folder / "history" / took.migrated.save).read_bytes() == before
    assert migrate_year(newer, YEAR, accept=True, clock=clock).done == ""
    with open_year(newer, YEAR, "worried", clock) as sitting:
        sitting.leave(sitting.wizard.answer("Ring the office.", DAY).answers, 1)
    assert migrate_year(newer, YEAR, undo=True, clock=clock).done == "undone"
    assert on_disk(newer) == before
    assert "Ring the office." in [each.value for each in texts(folder)[0]]
    with pytest.raises(UsageError, match="nothing was undone"):
        migrate_year(newer, YEAR, undo=True, clock=clock)


def test_a_second_taking_never_replaces_what_was_put_by(newer: School) -> None:
    folder = newer.year_folder(YEAR) / "history"
    for words in ("One.", "Two."):
        with open_year(newer, YEAR, "bullying", clock) as sitting:
            sitting.leave(sitting.wizard.answer(words, DAY).answers, 1)
        migrate_year(newer, YEAR, accept=True, clock=clock)
        migrate_year(newer, YEAR, undo=True, clock=clock)
    kept = [read_answers(path).value("bullying") for path in sorted(folder.glob("before-*"))]
    assert sorted(map(str, kept)) == ["One.", "Two."]


def test_the_newest_questions_need_nothing(school: School) -> None:
    found = migrate_year(school, None)
    assert found.lines == (
        "2026-27 has the newest questions, those checked against the law in November 2026.",
    )
    assert migrate_year(school, None, accept=True).done == ""


def test_a_year_goes_on_under_newer_questions_as_it_is(newer: School) -> None:
    with open_year(newer, YEAR, "complaints", clock) as sitting:
        sitting.leave(sitting.wizard.answer("Write to us.", DAY).answers, 1)
    stands = read_answers(newer.year_folder(YEAR) / FILE_NAME)
    assert (stands.edition, stands.value("complaints")) == ("2026.11", "Write to us.")
    assert stands.value("first-contact")


def test_what_was_approved_and_published_since_stays_so(newer: School) -> None:
    migrate_year(newer, YEAR, accept=True, clock=clock)
    with open_year(newer, YEAR, clock=clock) as sitting:
        since = Published("https://larkfieldbridge.example/send", DAY)
        sitting.save(replace(sitting.wizard.answers, approvals=2, published=since), 1)
    migrate_year(newer, YEAR, undo=True, clock=clock)
    stands = read_answers(newer.year_folder(YEAR) / FILE_NAME)
    assert (stands.approvals, stands.published) == (2, since)


@pytest.mark.parametrize(
    ("save", "says"),
    [("", "does not say"), ("../answers.toml", "does not say"), ("lost.toml", "is lost")],
)
def test_what_to_go_back_to_may_be_gone(newer: School, save: str, says: str) -> None:
    migrate_year(newer, YEAR, accept=True, clock=clock)
    with open_year(newer, YEAR, clock=clock) as sitting:
        answers = sitting.wizard.answers
        assert answers.migrated is not None
        lost = replace(answers, migrated=replace(answers.migrated, save=save))
        with pytest.raises(UnreadableError, match=says):
            undo(sitting, lost)


def test_another_years_answers_are_not_what_stood(newer: School) -> None:
    migrate_year(newer, YEAR, accept=True, clock=clock)
    with open_year(newer, YEAR, clock=clock) as sitting:
        answers = sitting.wizard.answers
        assert answers.migrated is not None
        name = keep_state(sitting.folder, "other", replace(answers, year="2025-26"))
        other = replace(answers, migrated=replace(answers.migrated, save=name))
        with pytest.raises(UnreadableError, match="other answers"):
            undo(sitting, other)
        name = keep_state(sitting.folder, "newest", replace(answers, edition="2030.1"))
        newest = replace(answers, migrated=replace(answers.migrated, save=name))
        with pytest.raises(UnreadableError, match="newest sendwizard"):
            undo(sitting, newest)


def test_answers_of_newer_questions_are_only_looked_at(school: School) -> None:
    path = school.year_folder(YEAR) / FILE_NAME
    write_answers(path, replace(read_answers(path), edition="2030.1"))
    for take, back in ((False, False), (True, False), (False, True)):
        with pytest.raises(UnreadableError, match="install the newest"):
            migrate_year(school, YEAR, accept=take, undo=back)
    with open_year(school, YEAR) as sitting, pytest.raises(UnreadableError, match="install"):
        accept(sitting, sitting.wizard.answers)


def test_each_thing_is_said_in_peoples_words_and_no_id_is_shown() -> None:
    _, new, _ = EDITIONS
    bank = bank_of(
        new,
        question("left", replaces=("whole",)),
        question("right", replaces=("whole",)),
        question("both", replaces=("one", "two")),
        question("phone", Kind.LINE, replaces=("three",)),
        question("count", Kind.NUMBER),
    )
    old = replace(
        answers_of(
            whole="All of it.", one="First.", two="Second.", three="Third.", phone="4", gone="Gone."
        ),
        edition=EDITIONS[0],
    ).with_answer("count", Answer("many"))
    lines = said(bank, old, meaning(bank, old))
    assert lines == (
        "Your answer “All of it.” comes across to “left?” and “right?”.",
        (
            "Your answers “First.” and “Second.” meet in “both?”: both texts stand there, one "
            "after the other."
        ),
        (
            "Your answer “Third.” and what stands there meet in “phone?”: one stands there, the "
            "other becomes a reminder."
        ),
        (
            "“count?” takes another kind of answer now. Yours becomes a reminder there, to be "
            "given again."
        ),
        "Nobody asks for your answer “Gone.” any more; your words are kept.",
    )
