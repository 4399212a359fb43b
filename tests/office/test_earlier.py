"""Earlier saves and replaced texts: listed, compared, put back, and never lost by that."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers, Published, Source
from sendwizard.core.approval import Approval
from sendwizard.errors import UnreadableError, UnwritableError, UsageError
from sendwizard.office.earlier import (
    NOTHING_CHANGED,
    differences,
    earlier,
    find,
    passed_by,
    restore,
    restored,
    year_of,
)
from sendwizard.office.folders import School
from sendwizard.office.reading import readable
from sendwizard.office.sitting import open_year
from sendwizard.store.answers_file import FILE_NAME, read_answers, write_answers
from sendwizard.store.approved import freeze
from sendwizard.store.history import saves
from sendwizard.store.texts import keep_text, texts
from tests.worlds import real_bank

BANK = real_bank()
DAY = date(2026, 11, 24)
LATER = date(2026, 12, 1)
NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store takes UTC without a zone
YEAR = "2026-27"


class Ticking:
    """A clock that goes on a minute each time it is read."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def lived(school: School) -> School:
    """The demo school, where one answer was written twice and then taken out."""
    clock = Ticking()
    for words in ("One.", "Two."):
        with open_year(school, YEAR, "money", clock) as sitting:
            sitting.leave(sitting.wizard.answer(words, DAY).answers, 1)
    with open_year(school, YEAR, "money", clock) as sitting:
        sitting.leave(sitting.wizard.withdraw(DAY).answers, 1)
    return school


def stands(school: School) -> Answers:
    """What is on disk."""
    return readable(school, BANK, YEAR)


def folder_of(school: School) -> Path:
    """The year's folder."""
    return school.year_folder(YEAR)


def ids(school: School, kind: str) -> list[str]:
    """The ids of saves or texts, the newest first."""
    return [each.id for each in earlier(school, YEAR) if each.kind == kind]


def test_the_list_says_what_each_save_changed_and_which_words_were_replaced(lived: School) -> None:
    found = earlier(lived, YEAR)
    assert [each.at for each in found] == sorted((each.at for each in found), reverse=True)
    prompt = BANK.by_id["money"].prompt
    said = [each.words for each in found if each.kind == "save"]
    assert said == [f"Changed: {prompt}", f"Changed: {prompt}", NOTHING_CHANGED]
    assert [each.question for each in found if each.kind == "save"] == ["money", "money", ""]
    words = [(each.id, each.question, each.words) for each in found if each.kind == "text"]
    assert words[:2] == [("text-3", "money", "Two."), ("text-2", "money", "One.")]
    assert (passed_by(lived, YEAR), earlier(lived, "2025-26")) == ((), ())


def test_a_save_that_changed_nothing_or_several_says_so(school: School) -> None:
    clock = Ticking()
    with open_year(school, YEAR, "money", clock) as sitting:
        both = sitting.wizard.answer("A", DAY).jump("complaints").answer("B", DAY)
        sitting.leave(sitting.wizard.note("x").answers, 1)
        sitting.leave(both.answers, 2)
        sitting.leave(replace(both.answers, approvals=1), 3)
    said = [each.words for each in earlier(school, YEAR) if each.kind == "save"]
    assert said == ["The same answers", "2 answers changed", NOTHING_CHANGED]


def test_a_save_that_is_put_back_is_a_save_and_the_state_before_is_there(lived: School) -> None:
    oldest = ids(lived, "save")[-1]
    before = stands(lived)
    done = restore(lived, YEAR, oldest, LATER, Ticking(NOON + timedelta(hours=1)))
    assert stands(lived).value("money") == "One."
    assert (done.earlier, done.answers, done.aside) == (oldest, stands(lived), "")
    kept = [read_answers(save.path) for save in saves(folder_of(lived))]
    assert before in kept
    assert kept[-1] == stands(lived)
    restore(lived, YEAR, ids(lived, "save")[1], LATER, Ticking(NOON + timedelta(hours=2)))
    assert "One." in [each.value for each in texts(folder_of(lived))[0]]


def test_what_was_edited_by_hand_is_put_by_before_something_is_put_back(lived: School) -> None:
    path = folder_of(lived) / FILE_NAME
    by_hand = stands(lived).with_answer("complaints", Answer("By hand.", on=DAY))
    write_answers(path, by_hand)
    restore(lived, YEAR, "text-2", LATER, Ticking(NOON + timedelta(hours=1)))
    assert by_hand in [read_answers(save.path) for save in saves(folder_of(lived))]


def test_a_text_that_is_put_back_is_given_on_that_day_and_the_note_stays(lived: School) -> None:
    with open_year(lived, YEAR, "money", Ticking(NOON + timedelta(hours=1))) as sitting:
        sitting.leave(sitting.wizard.note("ask the head").answers, 1)
    restore(lived, YEAR, "text-2", LATER)
    answer = stands(lived).get("money")
    assert (answer.value, answer.source, answer.on) == ("One.", Source.GIVEN, LATER)
    assert answer.note == "ask the head"
    restore(lived, YEAR, "text-3", LATER)
    assert stands(lived).value("money") == "Two."
    assert [each.value for each in texts(folder_of(lived))[0]][-1] == "One."


def test_a_reason_that_was_taken_out_can_be_put_back(school: School) -> None:
    clock = Ticking()
    with open_year(school, YEAR, "inclusion-strategy", clock) as sitting:
        reason = sitting.wizard.not_applicable("No grant.", DAY)
        sitting.leave(reason.answers, 1)
        sitting.leave(reason.withdraw(DAY).answers, 2)
    entry = find(school, YEAR, ids(school, "text")[0])
    assert entry.words == "Does not apply: No grant."
    restore(school, YEAR, entry.id, LATER, clock)
    assert stands(school).get("inclusion-strategy").not_applicable == "No grant."


def test_a_beginning_of_an_id_is_enough_where_it_is_the_only_one(lived: School) -> None:
    whole = ids(lived, "save")[0]
    assert restore(lived, YEAR, whole[:-3], LATER).earlier == whole
    with pytest.raises(UsageError, match="begin with “2026”"):
        restore(lived, YEAR, "2026")
    for wrong in ("text-99", "", "../answers"):
        with pytest.raises(UsageError, match="history list"):
            restore(lived, YEAR, wrong)
    for number in range(10):
        keep_text(folder_of(lived), "money", Answer(f"No. {number}"), NOON)
    assert restore(lived, YEAR, "text-1", LATER).earlier == "text-1"


def test_what_was_approved_and_published_is_not_put_back(lived: School) -> None:
    since = Published("https://larkfieldbridge.example/send", DAY)
    path = folder_of(lived) / FILE_NAME
    held = {"2025-26": {"old-question": {"value": "Once."}}}
    write_answers(path, replace(stands(lived), approvals=2, published=since, archive=held))
    restore(lived, YEAR, ids(lived, "save")[-1], LATER)
    after = stands(lived)
    assert (after.approvals, after.published, after.archive) == (2, since, held)


def test_what_is_other_now_than_then_is_shown_and_nothing_changes(lived: School) -> None:
    now = stands(lived)
    (change,) = differences(lived, BANK, YEAR, ids(lived, "save")[-1], now)
    assert (change.question.id, change.before, change.after) == ("money", "One.", "")
    (change,) = differences(lived, BANK, YEAR, "text-3", now)
    assert (change.question.id, change.before, change.after) == ("money", "Two.", "")
    assert differences(lived, BANK, YEAR, ids(lived, "save")[0], now) == ()
    assert stands(lived) == now


def test_a_text_without_its_question_can_be_read_and_not_put_back(lived: School) -> None:
    folder, now = folder_of(lived), stands(lived)
    for question_id, value in (("retired", "Gone."), ("money", True), ("roll", "many")):
        keep_text(folder, question_id, Answer(value), NOON)
    keep_text(folder, "complaints", Answer(not_applicable="No grant."), NOON)
    at = len(texts(folder)[0])
    assert find(lived, YEAR, f"text-{at - 3}").words == "Gone."
    assert find(lived, YEAR, f"text-{at - 2}").words == "Yes"
    for number, says in ((3, "Nobody asks"), (2, "another kind"), (1, "another kind"), (0, "kind")):
        with pytest.raises(UsageError, match=says):
            restored(lived, BANK, YEAR, f"text-{at - number}", now)


def test_saves_that_are_broken_or_newer_are_told_and_passed_by(lived: School) -> None:
    cut, newer, odd = (save.path for save in saves(folder_of(lived)))
    cut.write_text("format = 1\n", encoding="utf-8")
    text = newer.read_text(encoding="utf-8")
    newer.write_text(text.replace('edition = "2026.11"', 'edition = "2030.1"'), encoding="utf-8")
    odd.write_text(text.replace('year = "2026-27"', 'year = "2025-26"'), encoding="utf-8")
    (folder_of(lived) / "history" / "texts.toml").write_text("texts = 3", encoding="utf-8")
    told = passed_by(lived, YEAR)
    assert [any(word in each for word in ("cut short", "newer", "list")) for each in told] == (
        [True] * 3
    )
    assert ids(lived, "save") == [odd.stem]
    for path, says in ((cut, "cut short"), (newer, "newest sendwizard"), (odd, "other answers")):
        with pytest.raises(UnreadableError, match=says):
            restore(lived, YEAR, path.stem)
    with pytest.raises(UnreadableError, match="of no use"):
        find(lived, YEAR, cut.stem)


def test_a_save_that_could_not_be_opened_again_is_not_put_back(lived: School) -> None:
    path = saves(folder_of(lived))[0].path
    text = path.read_text(encoding="utf-8").replace('value = "One."', "value = 3")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match="not written as it should be"):
        restore(lived, YEAR, path.stem)
    assert stands(lived).value("money") is None


@pytest.mark.parametrize("damage", ["x =", "", 'format = 1\nyear = "2026-27"\n'])
def test_a_save_takes_the_place_of_answers_that_cannot_be_read(lived: School, damage: str) -> None:
    path = folder_of(lived) / FILE_NAME
    approval = Approval("Ms Lee", "Chair", DAY, "the governing body")
    for number in (1, 2):
        freeze(folder_of(lived), number, {"answers.toml": b"x"}, approval)
    asides = set()
    for hour in (1, 2):
        path.write_text(f"{damage}# {hour}", encoding="utf-8")
        with pytest.raises(UnreadableError, match=r"history restore \S+ --year 2026-27") as error:
            stands(lived)
        named = str(error.value).split("restore ")[1].split()[0]
        done = restore(lived, YEAR, named, LATER, Ticking(NOON + timedelta(hours=hour)))
        assert Path(done.aside).read_text(encoding="utf-8") == f"{damage}# {hour}"
        asides.add(done.aside)
        assert stands(lived) == done.answers
        assert done.answers.approvals == 2
    assert len(asides) == 2


def test_a_text_alone_cannot_take_the_place_of_a_damaged_file(lived: School) -> None:
    path = folder_of(lived) / FILE_NAME
    path.write_text("x =", encoding="utf-8")
    with pytest.raises(UnreadableError, match="whole save back first"):
        restore(lived, YEAR, "text-2")
    assert path.read_text(encoding="utf-8") == "x ="


def test_a_damaged_file_that_cannot_be_put_by_stays(
    lived: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder_of(lived) / FILE_NAME
    path.write_text("x =", encoding="utf-8")
    save = ids(lived, "save")[0]

    def no_room(*_: object) -> None:
        raise UnwritableError("No room.")

    monkeypatch.setattr("sendwizard.store.history.write_atomic", no_room)
    with pytest.raises(UnwritableError, match="No room"):
        restore(lived, YEAR, save)
    assert path.read_text(encoding="utf-8") == "x ="


def test_answers_that_are_lost_come_back_from_their_history(lived: School) -> None:
    (folder_of(lived) / FILE_NAME).unlink()
    assert year_of(lived, YEAR) == YEAR
    assert year_of(lived, None) == "2025-26"
    restore(lived, YEAR, ids(lived, "save")[-1], LATER)
    assert stands(lived).value("money") == "One."


def test_answers_of_a_newer_program_are_only_looked_at(lived: School) -> None:
    path = folder_of(lived) / FILE_NAME
    write_answers(path, replace(stands(lived), edition="2030.1"))
    with pytest.raises(UnreadableError, match="install the newest"):
        restore(lived, YEAR, "text-2")
