"""The words of plain mode: one table, and help, README and dispatch are readers of it."""

from pathlib import Path

import pytest

from sendwizard.plain.commands import BY_NAME, WORDS, Word
from sendwizard.plain.talk import EMPTY_IT, EVERYWHERE, IN_LISTS
from tests.plain.conftest import Place, Talk
from tests.worlds import ROOT, answers_of

ALL = [word for these in WORDS.values() for word in these]
CONTRACT = (
    *("back", "next", "skip", "keep", "guidance", "last year", "contents", "find", "note"),
    *("review", "report", "leave", "help"),
)


def test_no_word_means_two_things() -> None:
    names = [name for word in ALL for name in (word.name, *word.others)]
    assert len(names) == len(set(names)) == len(BY_NAME)
    assert all(name == name.strip().casefold() for name in names)
    assert not {*IN_LISTS, EMPTY_IT, "all", ".", "yes", "no", "y", "n"} & {*names} - {EMPTY_IT}


def test_every_word_of_the_contract_is_there() -> None:
    assert set(CONTRACT) <= set(BY_NAME)
    assert set(EVERYWHERE) <= set(BY_NAME)


def test_help_names_every_word_in_few_lines(talk: Talk) -> None:
    said = talk("help", at="school-name")
    assert "Type your answer on one line." in said
    for group, these in WORDS.items():
        assert f"{group}: {', '.join(word.name for word in these)}." in said


def test_help_with_all_says_what_each_word_does(talk: Talk) -> None:
    said = talk("help all", at="school-name")
    assert all(f"{word.name}: {word.explanation}" in said for word in ALL)


@pytest.mark.parametrize("word", ALL, ids=lambda word: word.name)
def test_each_word_is_explained_by_help_in_one_sentence(talk: Talk, word: Word) -> None:
    assert f"{word.name}: {word.explanation}" in talk(f"Help {word.name}", at="money")
    assert word.explanation.endswith(".")


@pytest.mark.parametrize("word", ALL, ids=lambda word: word.name)
def test_each_word_commands_and_is_never_an_answer(talk: Talk, place: Place, word: Word) -> None:
    """Whatever its case, at a question that takes any words."""
    place.write(answers_of(school_name="St Mary’s", last_year="We did."))
    before = place.answers
    said = talk(f"  {word.name.upper()} ", "leave", at="school-name")
    assert "You typed" not in said
    after = place.answers
    if word.name not in ("take out", "finished"):
        assert after == before
    for other in word.others:
        assert BY_NAME[other] is word


@pytest.mark.parametrize(
    "word", [word for word in ALL if not word.looks_only], ids=lambda w: w.name
)
def test_no_word_changes_a_year_that_is_only_looked_at(
    talk: Talk, place: Place, word: Word
) -> None:
    place.write(answers_of(money="One."))
    path = place.year / "answers.toml"
    path.write_text(path.read_text().replace("2026.11", "2031.04"))
    before = path.read_bytes()
    said = talk(word.name, "1", "yes", "x", at="money")
    assert said.count("install the newest sendwizard") >= 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("word", [word for word in ALL if word.looks_only], ids=lambda w: w.name)
def test_every_other_word_works_there(talk: Talk, place: Place, word: Word) -> None:
    place.write(answers_of(money="One."))
    path = place.year / "answers.toml"
    path.write_text(path.read_text().replace("2026.11", "2031.04"))
    before = path.read_bytes()
    said = talk(word.name, at="money")
    once_more = word.name == "home"  # which says how the year stands
    assert said.count("install the newest sendwizard") == 1 + once_more
    assert path.read_bytes() == before


def test_the_readme_has_every_word() -> None:
    readme = (Path(ROOT) / "README.md").read_text(encoding="utf-8")
    missing = [w.name for w in ALL if f"| `{w.name}` | {w.explanation} |" not in readme]
    assert not missing
