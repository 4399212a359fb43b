"""Two people, one file: nobody's words are overwritten, and nobody's are lost."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.merge import Choice, choose, merge
from sendwizard.errors import UnwritableError
from sendwizard.office.folders import School
from sendwizard.office.on_disk import ChangedError
from sendwizard.office.sitting import open_year
from sendwizard.office.together import (
    put_away,
    put_mine_by,
    save_without_asking,
    versions,
)
from sendwizard.store.answers_file import dump_answers, read_answers, write_answers
from sendwizard.store.resume import Resume
from tests.office.two_people import BASE, in_greenwich, noon, on_disk, path_of, saying, school
from tests.worlds import DAY, YEAR, answers_of

__all__ = ["in_greenwich", "school"]


# -- one version out of two ---------------------------------------------------------------


def test_what_only_one_of_them_changed_is_taken_without_a_question() -> None:
    mine = saying(BASE, "money", "My words.")
    theirs = saying(saying(BASE, "complaints", "Their words."), "agencies-health", "New.")
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.from_them == 2
    assert merged.answers.value("money") == "My words."
    assert merged.answers.value("complaints") == "Their words."
    assert merged.answers.value("agencies-health") == "New."
    assert merged.answers.value("school-name") == "Oakfield"


def test_an_answer_that_one_of_them_took_out_stays_out() -> None:
    gone = BASE.with_answer("money", Answer())
    assert "money" not in merge(BASE, gone, BASE).answers.by_id
    assert "money" not in merge(BASE, BASE, gone).answers.by_id


def test_where_both_changed_an_answer_theirs_stands_until_a_person_chooses() -> None:
    mine, theirs = saying(BASE, "money", "Mine."), saying(BASE, "money", "Theirs.")
    merged = merge(BASE, mine, theirs)
    (clash,) = merged.clashes
    assert merged.answers.value("money") == "Theirs."
    assert choose(merged.answers, clash, Choice.THEIRS).value("money") == "Theirs."
    assert choose(merged.answers, clash, Choice.MINE).value("money") == "Mine."
    assert choose(merged.answers, clash, Choice.BOTH).value("money") == "Mine.\n\nTheirs."


def test_the_same_words_from_both_are_no_question() -> None:
    mine = saying(BASE, "money", "The same.")
    theirs = BASE.with_answer("money", Answer("The same.", on=DAY + timedelta(days=1)))
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.answers.get("money").on == DAY + timedelta(days=1)


def test_reminders_of_both_are_kept_whatever_becomes_of_the_answer() -> None:
    mine = BASE.with_answer("money", replace(BASE.get("money"), value="Mine.", note="Ask Jo"))
    theirs = BASE.with_answer("money", replace(BASE.get("money"), value="Theirs.", note="Ask Al"))
    merged = merge(BASE, mine, theirs)
    for choice in Choice:
        assert choose(merged.answers, merged.clashes[0], choice).get("money").note == (
            "Ask Jo\nAsk Al"
        )


def test_what_one_of_them_takes_back_is_not_set_aside_by_the_other() -> None:
    """A pupil’s name that one no longer leaves stands in the way, whatever the other left."""

    def left(**keys: str) -> Answers:
        answers = answers_of(money="Some.")
        return answers.with_answer("money", replace(answers.get("money"), set_aside=keys))

    base, mine = left(one="why", two="why"), left(two="why")
    theirs = left(one="why", two="another why", three="why")
    for first, second in ((mine, theirs), (theirs, mine)):
        merged = merge(base, first, second).answers
        assert merged.get("money").set_aside == {"two": "another why", "three": "why"}


def test_what_stands_above_the_answers_comes_together_too() -> None:
    base = replace(BASE, finished=("a", "b"), approvals=1, archive={"2025-26": {"x": 1}})
    mine = replace(base, finished=("a", "b", "c"), archive={"2025-26": {"x": 1, "y": 2}})
    theirs = replace(base, finished=("b", "d"), approvals=2, extra={"new": 1})
    merged = merge(base, mine, theirs).answers
    assert merged.finished == ("b", "c", "d")
    assert merged.approvals == 2
    assert merged.archive == {"2025-26": {"x": 1, "y": 2}}
    assert merged.extra == {"new": 1}


def test_without_a_common_version_only_what_differs_is_asked() -> None:
    mine = answers_of(school_name="Oakfield", money="Mine.")
    theirs = answers_of(school_name="Oakfield", money="Theirs.", complaints="Only there.")
    merged = merge(answers_of(), mine, theirs)
    assert [each.question for each in merged.clashes] == ["money"]
    assert merged.answers.value("complaints") == "Only there."


_answers = st.dictionaries(
    st.sampled_from(["money", "complaints", "school-name"]),
    st.builds(
        Answer,
        value=st.sampled_from(["one", "two", "three", None]),
        source=st.sampled_from(Source),
        note=st.sampled_from(["", "Ask Jo", "Ask Al"]),
    ),
).map(lambda by_id: Answers(YEAR, "england", "2026.11", by_id))


@given(base=_answers, mine=_answers, theirs=_answers)
def test_no_new_word_of_either_is_ever_lost(base: Answers, mine: Answers, theirs: Answers) -> None:
    merged = merge(base, mine, theirs)
    asked = {each.question: each for each in merged.clashes}
    for one in (mine, theirs):
        for key, answer in one.by_id.items():
            was = base.get(key)
            if answer.value not in (None, was.value):
                clash = asked.get(key)
                held = [merged.answers.value(key)]
                held += [clash.mine.value, clash.theirs.value] if clash else []
                assert answer.value in held
            if answer.note not in ("", was.note):
                assert answer.note in merged.answers.get(key).note.split("\n")
    assert merge(base, mine, mine).clashes == ()
    assert merge(base, mine, base).answers.by_id.keys() == {
        key for key, each in mine.by_id.items() if not each.is_bare
    }


# -- a file that is changed underneath ----------------------------------------------------


def test_what_somebody_else_wrote_is_never_overwritten(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        theirs = saying(BASE, "money", "Theirs.")
        write_answers(path_of(school), theirs)
        mine = saying(BASE, "complaints", "Mine.")
        with pytest.raises(ChangedError) as raised:
            sitting.save(mine, 1)
        assert on_disk(school) == theirs
        merged = merge(sitting.saved, mine, raised.value.theirs)
        sitting.accept(raised.value)
        assert sitting.save(merged.answers, 2)
    assert on_disk(school).value("money") == "Theirs."
    assert on_disk(school).value("complaints") == "Mine."


def test_a_change_of_a_comment_alone_counts_as_a_change(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        with path_of(school).open("r+", encoding="utf-8") as file:
            text = file.read()
            file.seek(0)
            file.write(f"# by hand\n{text}")
        with pytest.raises(ChangedError) as raised:
            sitting.save(saying(BASE, "money", "Mine."), 1)
        assert raised.value.theirs == BASE


def test_a_file_that_is_half_copied_is_left_alone_until_it_is_whole(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        whole = dump_answers(saying(BASE, "money", "Theirs."))
        path_of(school).write_bytes(whole[:-20])
        with pytest.raises(UnwritableError, match="cannot be read now"):
            sitting.save(saying(BASE, "complaints", "Mine."), 1)
        assert path_of(school).read_bytes() == whole[:-20]
        path_of(school).write_bytes(whole)
        with pytest.raises(ChangedError):
            sitting.save(saying(BASE, "complaints", "Mine."), 1)


def test_a_file_that_was_taken_away_is_written_anew(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        path_of(school).unlink()
        sitting.save(saying(BASE, "money", "Mine."), 1)
    assert on_disk(school).value("money") == "Mine."


@pytest.mark.parametrize("how", ["removed", "renamed"])
def test_a_folder_that_has_gone_is_said_and_not_made_anew(school: School, how: str) -> None:
    """Below the place of a drive that is not connected the words would be hidden."""
    with open_year(school, YEAR, clock=noon) as sitting:
        if how == "removed":
            shutil.rmtree(sitting.folder)
        else:
            sitting.folder.rename(sitting.folder.with_name("old"))
        for _ in range(2):
            with pytest.raises(UnwritableError, match="is not there any more"):
                sitting.leave(saying(BASE, "money", "Mine."), 1)
            with pytest.raises(UnwritableError, match="is not there any more"):
                sitting.remember(Resume("money"))
        assert not sitting.folder.exists()
        sitting.folder.mkdir()
        sitting.leave(saying(BASE, "money", "Mine."), 1)
    assert on_disk(school).value("money") == "Mine."


def test_with_nobody_to_ask_theirs_stands_and_mine_is_asked_about_next_time(
    school: School,
) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        write_answers(path_of(school), saying(BASE, "money", "Theirs."))
        mine = saying(saying(BASE, "money", "Mine."), "complaints", "Also mine.")
        told = save_without_asking(sitting, mine, 1)
        assert "1 answer that you changed as well" in told
    assert on_disk(school).value("money") == "Theirs."
    assert on_disk(school).value("complaints") == "Also mine."
    with open_year(school, YEAR, clock=noon) as sitting:
        (version,) = versions(sitting)
        (clash,) = version.with_mine(sitting.saved).clashes
        assert (clash.question, clash.mine.value, clash.theirs.value) == (
            "money",
            "Mine.",
            "Theirs.",
        )
        assert "were typed here on 24 November at 12:00" in version.said
        put_away(sitting, version, sitting.saved)
        assert list(versions(sitting)) == []
        history = (sitting.folder / "history").glob("answers.*.toml")
        assert [read_answers(each).value("money") for each in history] == ["Mine."]


def test_mine_is_put_by_whole_under_a_name_that_tells(school: School) -> None:
    with open_year(school, YEAR, clock=noon) as sitting:
        name = put_mine_by(sitting, saying(BASE, "money", "Mine."))
        assert "2026-11-24-120000" in name
        assert read_answers(sitting.folder / "history" / name).value("money") == "Mine."


@pytest.mark.parametrize(
    "name",
    [
        "answers-LAPTOP-7.toml",
        "answers (Jo Alder's conflicted copy 2026-11-24).toml",
        "answers (conflicted copy 2026-11-24 101010).toml",
        "answers (1).toml",
        "answers.sync-conflict-20261124-101010-ABCDEFG.toml",
    ],
)
def test_the_copies_of_programs_that_copy_files_are_found(school: School, name: str) -> None:
    write_answers(school.year_folder(YEAR) / name, saying(BASE, "money", "Elsewhere."))
    with open_year(school, YEAR, clock=noon) as sitting:
        (version,) = versions(sitting)
        assert name in version.said
        assert [each.question for each in version.with_mine(BASE).clashes] == ["money"]


def test_what_is_no_version_of_these_answers_is_passed_by(school: School) -> None:
    folder = school.year_folder(YEAR)
    (folder / "answers-broken.toml").write_text("[[[")
    write_answers(folder / "answers-old.toml", replace(BASE, year="2025-26"))
    write_answers(folder / "answers-newer.toml", replace(BASE, edition="2099.01"))
    (folder / "answers-folder.toml").mkdir()
    with open_year(school, YEAR, clock=noon) as sitting:
        assert list(versions(sitting)) == []
