"""What is put by beside the saves: texts, states, damaged files. Nothing takes another's place."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer
from sendwizard.errors import UnreadableError, UnwritableError
from sendwizard.store.history import (
    glance,
    keep_once,
    keep_save,
    keep_state,
    put_aside,
    saves,
)
from sendwizard.store.texts import Text, keep_text, texts
from tests.worlds import DAY, answers_of

NOW = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - the history's times are UTC without a zone


def test_two_saves_within_one_tick_of_the_clock_are_two(tmp_path: Path) -> None:
    for words in ("one", "two"):
        keep_save(tmp_path, answers_of(money=words), NOW)
    assert len(saves(tmp_path)) == 2


def test_a_state_is_put_by_once(tmp_path: Path) -> None:
    for words in ("one", "one", "two", "one"):
        keep_once(tmp_path, answers_of(money=words), NOW)
    assert len(saves(tmp_path)) == 3
    saves(tmp_path)[-1].path.unlink()
    (tmp_path / "history" / "20261124T120000000000Z.toml").mkdir()
    keep_once(tmp_path, answers_of(money="two"), NOW)
    assert len(saves(tmp_path)) == 4


def test_a_save_that_cannot_be_thinned_does_not_cost_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minutes in (1, 2):
        keep_save(tmp_path, answers_of(money="old"), NOW - timedelta(days=30, minutes=-minutes))

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", held)
    keep_save(tmp_path, answers_of(money="new"), NOW)
    assert len(saves(tmp_path)) == 3


def test_a_state_under_a_name_lies_beside_another_one(tmp_path: Path) -> None:
    names = [
        keep_state(tmp_path, "before-2027.9", answers_of(money=words)) for words in ("1", "2", "1")
    ]
    assert names == ["before-2027.9.toml", "before-2027.9-2.toml", "before-2027.9.toml"]


def test_damaged_files_are_put_by_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    kept = []
    for data in (b"\xff", b"\xfe"):
        path.write_bytes(data)
        kept.append(put_aside(tmp_path, path, NOW))
    assert [each.read_bytes() for each in kept] == [b"\xff", b"\xfe"]
    path.unlink()
    path.mkdir()
    with pytest.raises(UnwritableError, match="left as it is"):
        put_aside(tmp_path, path, NOW)


def test_a_look_at_a_save_says_what_is_written_for_each_question(tmp_path: Path) -> None:
    keep_save(tmp_path, answers_of(money="Once\n[answers.money] was mine.", roll=3), NOW)
    (save,) = saves(tmp_path)
    seen = glance(save)
    assert (seen.form, seen.edition, set(seen.by_question)) == (1, "2026.11", {"money", "roll"})
    save.path.write_text("[end]", encoding="utf-8")
    assert (glance(save).form, glance(save).edition) == (0, "")
    for damage in (b"format = 1", b"\xff[end]"):
        save.path.write_bytes(damage)
        with pytest.raises(UnreadableError):
            glance(save)
    save.path.unlink()
    with pytest.raises(UnreadableError, match="not there any more"):
        glance(save)


ODD = """
[[texts]]
question = 3

[[texts]]
question = "x"
replaced = 2026-11-23T12:00:00Z

[[texts]]
question = "money"
value = "two"
on = "then"
replaced = 2026-11-23T12:00:00Z
"""


def test_texts_are_counted_over_all_their_files(tmp_path: Path) -> None:
    assert texts(tmp_path) == ((), ())
    keep_text(tmp_path, "money", Answer("one", on=DAY), NOW)
    keep_text(tmp_path, "unit", Answer(not_applicable="No unit."), NOW)
    for number, text in ((2, ODD), (3, "broken"), (5, "texts = [1]"), (6, "texts = 3")):
        path = tmp_path / "history" / f"texts-{number}.toml"
        path.write_text(text, encoding="utf-8")
    found, told = texts(tmp_path)
    assert found == (
        Text(1, "money", NOW, "one", DAY),
        Text(2, "unit", NOW, None, None, "No unit."),
        Text(5, "money", NOW, "two"),
    )
    assert [each.endswith("Its texts are passed by.") for each in told] == [True, True]


def test_a_texts_file_that_is_full_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("texts", "toml_read"):
        monkeypatch.setattr(f"sendwizard.store.{place}.MOST_BYTES", 2_000)
    for letter in "abc":
        keep_text(tmp_path, "money", Answer(letter * 800), NOW)
    found, told = texts(tmp_path)
    assert [str(each.value)[0] for each in found] == ["a", "b", "c"]
    assert told == ()
    assert (tmp_path / "history" / "texts-2.toml").exists()


def test_a_texts_file_with_as_many_entries_as_can_be_read_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sendwizard.store.toml_read.MOST_LINES", 12)
    for number in range(6):
        keep_text(tmp_path, "money", Answer(f"No. {number}"), NOW)
    found, told = texts(tmp_path)
    assert [each.value for each in found] == [f"No. {number}" for number in range(6)]
    assert told == ()


def test_a_history_that_takes_no_more_texts_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sendwizard.store.texts.MOST_TEXTS", 1)
    (tmp_path / "history").mkdir()
    (tmp_path / "history" / "texts.toml").write_text("broken", encoding="utf-8")
    with pytest.raises(UnwritableError, match="take no more"):
        keep_text(tmp_path, "money", Answer("x"), NOW)
