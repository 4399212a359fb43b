"""What changed since the year before or since an approval, and the pages on it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sendwizard.core.answers import Answer, Answers, Began, Row, Source
from sendwizard.core.approval import Approval
from sendwizard.core.compare import ChangeKind
from sendwizard.errors import UnreadableError, UsageError
from sendwizard.office.changing import compare, compare_open, write_changes
from sendwizard.office.folders import School
from sendwizard.office.reading import LAST_YEAR, readable
from sendwizard.office.reporting import Format, Wanted, write_report_of
from sendwizard.store.answers_file import FILE_NAME, dump_answers, write_answers
from sendwizard.store.approved import freeze
from tests.worlds import real_bank

BANK = real_bank()
YEAR = "2026-27"
DAY = date(2026, 11, 24)
APPROVAL = Approval("Ms Lee", "Chair", DAY, "the governing body")


def stands(school: School, year: str = YEAR) -> Answers:
    """What is on disk."""
    return readable(school, BANK, year)


def begin_with(school: School, before: Answers) -> None:
    """What the year is to have begun with."""
    write_answers(school.year_folder(YEAR) / LAST_YEAR, before)


def approve(school: School, number: int, answers: Answers) -> Path:
    """An approved copy of these answers; its folder."""
    files = {FILE_NAME: dump_answers(answers)}
    return freeze(school.year_folder(answers.year), number, files, APPROVAL)


def page(school: School, answers: Answers, *, governors: bool = False, since: str = "year") -> str:
    """The page on what changed."""
    found = compare_open(school, BANK, answers, since)
    return write_changes(school, BANK, found, governors=governors).read_text(encoding="utf-8")


def test_a_year_is_compared_with_the_one_before_and_what_waits_has_not_changed(
    school: School,
) -> None:
    found = compare(school, YEAR)
    assert (found.since, found.until) == ("2025-26", YEAR)
    assert found.since_in_words == "our report for 2025-26"
    assert found.waiting == len(found.unseen) > 0
    assert not [each for each in found.changes if each.waits]


def test_what_the_year_began_with_is_what_it_is_compared_with(school: School) -> None:
    began = replace(stands(school, "2025-26"), year="2024-25")
    answers = replace(stands(school), began=Began("2024-25"))
    begin_with(school, began)
    assert compare_open(school, BANK, answers).since == "2024-25"


def test_an_approval_stands_in_where_there_is_no_year_before(school: School) -> None:
    first = stands(school, "2025-26")
    with pytest.raises(UsageError, match="no year before it and no approval"):
        compare(school, "2025-26")
    approve(school, 1, first)
    assert compare(school, "2025-26").since == "approved 1"
    approve(school, 2, first)
    changed = first.with_answer("money", Answer("Other words.", on=DAY))
    found = compare_open(school, BANK, changed, "approval")
    assert found.since == "approved 2"
    assert found.since_in_words == "the report that was approved (copy 2)"
    kinds = [each.question.id for each in found.changes if each.kind is not ChangeKind.KEPT]
    assert kinds == ["money"]


def test_what_is_opened_again_since_an_approval_is_a_change(school: School) -> None:
    first = stands(school, "2025-26")
    approve(school, 1, first)
    opened = first.with_answer("money", replace(first.get("money"), source=Source.CARRIED))
    found = compare_open(school, BANK, opened, "approval")
    assert [each.question.id for each in found.changes if each.waits] == ["money"]


def test_a_sister_schools_year_is_nothing_to_compare_with(school: School) -> None:
    answers = replace(stands(school), began=Began("2025-26", "Oakfield School"))
    with pytest.raises(UsageError, match="nothing to compare"):
        compare_open(school, BANK, answers)


def test_what_cannot_be_compared_with_is_said(school: School) -> None:
    with pytest.raises(UsageError, match="no approval yet"):
        compare(school, YEAR, "approval")
    with pytest.raises(UsageError, match="is not one of year, approval"):
        compare(school, YEAR, "yesterday")
    folder = approve(school, 1, stands(school))
    (folder / FILE_NAME).unlink()
    with pytest.raises(UnreadableError, match="is lost"):
        compare(school, YEAR, "approval")


def test_the_parents_page_says_what_is_new_reworded_and_taken_out(school: School) -> None:
    before = stands(school, "2025-26")
    after = replace(before, year=YEAR)
    after = after.with_answer("bullying", Answer("We act on the same day, and we listen.", on=DAY))
    after = after.with_answer("related-policies", Answer())
    after = after.with_answer("other-type", Answer("Never printed.", on=DAY))
    without = before.with_answer("medicines", Answer())
    begin_with(school, without)
    html = page(school, after)
    assert html.startswith("<!DOCTYPE html>")
    assert "<h1>What has changed in our SEN information report 2026-27</h1>" in html
    assert "Compared with our report for 2025-26." in html
    headings = [f'id="part-{each}"' for each in ("new", "reworded", "taken-out", "same")]
    places = [html.index(each) for each in headings]
    assert places == sorted(places)
    for question_id, start, end in (
        ("medicines", places[0], places[1]),
        ("bullying", places[1], places[2]),
    ):
        assert start < html.index(f'id="part-{question_id}"') < end
    assert "the same as in our report for 2025-26, word for word" in html
    assert "Never printed" not in html
    assert "Which colour" not in html


def test_what_differs_is_marked_and_said_and_never_by_colour_alone(school: School) -> None:
    before = replace(stands(school, "2025-26"), by_id={})
    old = before.with_answer(
        "bullying", Answer("We act <b>fast</b> and on the same day. **Tell** us.\n\n- a\n- b")
    )
    begin_with(school, old)
    new = replace(before, year=YEAR).with_answer(
        "bullying",
        Answer(
            "We act <b>fast</b> and on the same day. Tell {{ us }} soon.\n\n- a\n- b\n- [c](http://d.example)"
        ),
    )
    html = page(school, new)
    assert "<ins>" in html
    assert '<del><span class="said">taken out: </span>us.</del>' in html
    assert '<span class="said">put in: </span>{{ us }} soon.</ins>' in html
    assert "• c (http://d.example)" in html
    assert "<b>" not in html
    assert "what is underlined was put in" in html


def test_texts_that_have_little_in_common_are_not_compared_word_by_word(school: School) -> None:
    before = replace(stands(school, "2025-26"), by_id={})
    old = before.with_answer("bullying", Answer("Entirely other words stood here then."))
    begin_with(school, old)
    new = replace(before, year=YEAR).with_answer("bullying", Answer("We listen."))
    html = page(school, new)
    assert "<ins>" not in html
    assert "Word by word" not in html


def test_no_page_gives_a_small_number_away(school: School) -> None:
    def counted(pupils: int) -> Answer:
        row: Row = {"need": "learning", "ehc": pupils, "support": 31}
        return Answer((row,), on=DAY)

    base = stands(school, "2025-26").with_answer("roll", Answer(210, on=DAY))
    base = base.with_answer("numbers-shown", Answer(True, on=DAY))
    begin_with(school, base.with_answer("numbers", counted(7)))
    after = replace(base, year=YEAR).with_answer("numbers", counted(3))
    for governors in (False, True):
        html = page(school, after, governors=governors)
        assert "fewer than 5" in html
        body = html[html.index("<main") :]
        assert ">3<" not in body
        assert "EHC plan: 3" not in body


def test_the_governors_edition_says_how_each_was_checked_and_what_is_open(school: School) -> None:
    answers = stands(school).with_answer("complaints", Answer())
    known = replace(answers.get("school-type"), source=Source.KEPT, how="asked the clerk", on=DAY)
    answers = answers.with_answer("school-type", known)
    html = page(school, answers, governors=True)
    assert "For governors: what has changed" in html
    for requirement in BANK.requirements:
        assert f'id="part-{requirement.id}"' in html
    assert "Checked, still true: asked the clerk (24 November 2026)." in html
    assert "Last year’s, not checked yet." in html
    assert "To do." in html
    assert "Not needed for your school" not in html
    assert "that is for the governors to judge" in html
    assert html.count('id="part-bullying"') == 1
    ids = [each.split('"')[0] for each in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_notes_are_on_no_page(school: School) -> None:
    answers = stands(school)
    for question_id, answer in answers.by_id.items():
        answers = answers.with_answer(question_id, replace(answer, note="secret thoughts"))
    for governors in (False, True):
        assert "secret thoughts" not in page(school, answers, governors=governors)


def test_the_page_is_the_same_for_the_same_answers(school: School) -> None:
    assert page(school, stands(school)) == page(school, stands(school))


def test_an_approved_report_says_so_and_a_lost_record_is_no_draft(school: School) -> None:
    first = stands(school, "2025-26")
    folder = approve(school, 1, first)
    html = page(school, first, since="approval")
    assert "Approved on 24 November 2026." in html
    assert "No answer is new, reworded or taken out." in html
    found = compare_open(school, BANK, first, "approval")
    (folder / "manifest.toml").unlink()
    with pytest.raises(UnreadableError, match="is lost"):
        write_changes(school, BANK, found)


def test_the_reports_own_pages_for_governors_call_nothing_taken_out_that_only_waits(
    school: School,
) -> None:
    wanted = Wanted(formats=(Format.HTML,), annex=True)
    for answers, taken_out in (
        (stands(school), False),
        (stands(school).with_answer("bullying", Answer()), True),
    ):
        (path,) = write_report_of(school, BANK, answers, wanted).paths
        assert ("Taken out: " in path.read_text(encoding="utf-8")) is taken_out
