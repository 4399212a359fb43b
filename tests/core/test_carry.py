"""What comes across from last year, and in what order it is looked at."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sendwizard.core.answers import Answer, Answers, Source, Value
from sendwizard.core.bank import Bank, Kind, Question, Section
from sendwizard.core.carry import (
    carry,
    first_to_read,
    from_sister,
    in_todays_questions,
    is_of_one_school,
    old_answer,
    years_unchanged,
)
from sendwizard.core.compare import ChangeKind, changes, counts_of
from sendwizard.core.duties import gaps
from sendwizard.core.route import DONE, Status, statuses
from sendwizard.core.wizard import Wizard
from tests.worlds import DAY, answers_of, filled, real_bank

BANK = real_bank()
THEN = date(2025, 11, 3)


def last_year(**values: Value) -> Answers:
    """Last year's answers, all given on one day."""
    answers = answers_of(**values)
    by_id = {key: replace(each, on=THEN) for key, each in answers.by_id.items()}
    return replace(answers, year="2025-26", by_id=by_id)


def bank_of(*questions: Question) -> Bank:
    """The real bank's first questions with these after them."""
    about = next(section for section in BANK.sections if section.id == "about")
    section = Section("about", about.title, (*about.questions, *questions))
    return replace(BANK, sections=(section,))


def passage(question_id: str, *replaces: str) -> Question:
    """A question that takes a passage."""
    return Question(question_id, "about", Kind.PASSAGE, f"{question_id}?", replaces=replaces)


def test_a_carried_answer_is_shown_with_its_day_and_counts_for_nothing() -> None:
    begun = carry(BANK, last_year(complaints="Write to us.", roll=208), "2026-27")
    answer = begun.get("complaints")
    assert (answer.value, answer.source, answer.on) == ("Write to us.", Source.CARRIED, THEN)
    assert answer.since == "2025-26"
    assert begun.get("roll") == Answer()
    standing = statuses(BANK, begun)
    assert not {key for key, each in standing.items() if each in DONE}


def test_notes_come_along_even_where_the_answer_starts_empty() -> None:
    before = last_year(roll=208, complaints="Write.")
    for question_id in ("roll", "complaints", "money"):
        noted = replace(before.get(question_id), note=f"why {question_id}")
        before = before.with_answer(question_id, noted)
    begun = carry(BANK, before, "2026-27")
    assert [begun.get(each).note for each in ("roll", "complaints", "money")] == [
        "why roll",
        "why complaints",
        "why money",
    ]
    assert statuses(BANK, begun)["roll"] is Status.UNANSWERED


def test_a_reason_why_it_does_not_apply_is_looked_at_again_too() -> None:
    before = last_year().with_answer("inclusion-strategy", Answer(not_applicable="No grant."))
    begun = carry(BANK, before, "2026-27")
    assert begun.get("inclusion-strategy").not_applicable == "No grant."
    assert statuses(BANK, begun)["inclusion-strategy"] is Status.CARRIED
    kept = Wizard.open(BANK, begun, "inclusion-strategy").keep(DAY)
    assert kept.statuses["inclusion-strategy"] is Status.NOT_APPLICABLE


def test_what_no_longer_fits_has_to_be_given_again() -> None:
    begun = carry(BANK, last_year(school_type="beacon-school", complaints="x"), "2026-27")
    assert begun.value("school-type") is None
    assert begun.value("complaints") == "x"


def test_two_texts_that_meet_in_one_question_stand_one_after_the_other() -> None:
    bank = bank_of(passage("both", "first", "second"))
    before = last_year(second="Second.", first="First.")
    assert carry(bank, before, "2026-27").value("both") == "First.\n\nSecond."
    assert carry(bank, last_year(first="Same.", second="Same."), "2026-27").value("both") == "Same."
    assert old_answer(bank.by_id["both"], last_year()) is None


def test_an_answer_that_is_split_comes_across_to_each_of_its_questions() -> None:
    bank = bank_of(passage("left", "whole"), passage("right", "whole"))
    begun = carry(bank, last_year(whole="Both halves."), "2026-27")
    assert begun.value("left") == begun.value("right") == "Both halves."


def test_an_answer_that_nobody_asks_for_stays_in_the_archive_for_ever() -> None:
    bank = bank_of()
    begun = carry(bank, last_year(gone="Old words."), "2026-27")
    assert begun.archive == {"2025-26": {"gone": {"value": "Old words.", "on": THEN}}}
    again = carry(bank, begun, "2027-28")
    assert again.archive == begun.archive


def test_keeping_leaves_the_words_and_says_how_one_knows() -> None:
    begun = carry(BANK, last_year(complaints="Write to us."), "2026-27")
    kept = Wizard.open(BANK, begun, "complaints").keep(DAY, " asked the head,\x00 3 November ")
    assert kept.current.value == "Write to us."
    assert (kept.current.source, kept.current.on) == (Source.KEPT, DAY)
    assert kept.current.how == "asked the head, 3 November"
    assert kept.say_how("read it").current.how == "read it"
    edited = kept.answer("Ring us.", DAY).current
    assert (edited.source, edited.how, edited.since) == (Source.GIVEN, "", "")
    assert Wizard.open(BANK, begun, "complaints").say_how("x").current.how == ""


def test_words_that_are_kept_twice_say_for_how_long() -> None:
    answers = last_year(complaints="Write to us.")
    assert years_unchanged(answers, "complaints") == 0
    for years, year in ((1, "2026-27"), (2, "2027-28"), (3, "2028-29")):
        answers = carry(BANK, answers, year)
        answers = Wizard.open(BANK, answers, "complaints").keep(DAY).answers
        assert years_unchanged(answers, "complaints") == years
    assert years_unchanged(answers, "money") == 0


def test_a_year_that_has_begun_asks_what_has_changed_then_what_is_new_each_year() -> None:
    before = replace(filled(), year="2025-26")
    begun = carry(BANK, before, "2026-27")
    order = Wizard.open(BANK, begun).walked
    changed = [each.begun_year for each in order]
    assert changed == sorted(changed, reverse=True)
    assert sum(changed) == 10
    again = [each.each_year == "ask-again" for each in order if not each.begun_year]
    assert again == sorted(again, reverse=True)
    first_year = Wizard.open(BANK, filled())
    assert not any(each.begun_year for each in first_year.route)
    assert first_year.walked == first_year.route


def test_a_yes_to_what_has_changed_makes_its_answers_ones_to_read() -> None:
    begun = carry(BANK, replace(filled(), year="2025-26"), "2026-27")
    senco = BANK.by_id["senco"]
    silent = first_to_read(BANK, begun, senco)
    assert silent is not None
    assert silent.id == "changed-senco"
    for question_id in ("changed-senco", "changed-contacts"):
        begun = Wizard.open(BANK, begun, question_id).answer(False, DAY).answers
    assert first_to_read(BANK, begun, senco) is None
    kept = Wizard.open(BANK, begun, "senco").keep(DAY).answers
    said = Wizard.open(BANK, kept, "changed-contacts").answer(True, DAY).answers
    assert said.get("senco").source is Source.CARRIED
    asks = first_to_read(BANK, said, senco)
    assert asks is not None
    assert asks.id == "changed-contacts"
    assert Wizard.open(BANK, said, "senco").first_to_read == asks
    assert Wizard.open(BANK, kept, "senco").first_to_read is None


def test_each_line_on_what_has_changed_opens_something() -> None:
    for question in BANK.questions:
        if question.begun_year:
            assert BANK.dependents(question.id), question.id


def test_a_sister_schools_addresses_and_names_stay_with_it() -> None:
    sister = replace(filled(), year="2025-26").with_answer("school-name", Answer("Oakfield School"))
    ours = from_sister(BANK, sister, "2026-27")
    assert not any(is_of_one_school(BANK.by_id[key]) for key in ours.by_id)
    assert ours.began is not None
    assert (ours.began.school, ours.began.has_own_year) == ("Oakfield School", False)
    assert ours.began.traces == ("school.example",)
    nameless = from_sister(BANK, sister.with_answer("school-name", Answer()), "2026-27")
    assert nameless.began is not None
    assert nameless.began.school == "another school"


def test_what_changed_is_read_across_a_question_that_took_over_another() -> None:
    bank = bank_of(passage("new", "old"), passage("gone-now"))
    before = last_year(old="Words.", gone_now="Once.")
    after = answers_of(new="Words.", senco_word="senco")
    kinds = {each.question.id: each.kind for each in changes(bank, before, after)}
    assert kinds["new"] is ChangeKind.KEPT
    assert kinds["gone-now"] is ChangeKind.WITHDRAWN
    assert kinds["senco-word"] is ChangeKind.NEW
    assert counts_of(changes(bank, before, after))[ChangeKind.REWORDED] == 0
    assert in_todays_questions(bank, before).value("new") == "Words."


@given(st.data())
def test_no_sequence_of_years_counts_what_was_not_looked_at(data: st.DataObject) -> None:
    """Whatever is kept in one year, the next asks for it again."""
    answers = replace(filled(), year="2025-26")
    ids = sorted(answers.by_id)
    for year in ("2026-27", "2027-28"):
        answers = carry(BANK, answers, year)
        assert not {key for key, each in statuses(BANK, answers).items() if each in DONE}
        for question_id in data.draw(st.lists(st.sampled_from(ids), max_size=6)):
            if statuses(BANK, answers)[question_id] is not Status.OFF_ROUTE:
                answers = Wizard.open(BANK, answers, question_id).keep(DAY).answers
        open_ids = {gap.question.id for gap in gaps(BANK, answers)}
        carried = {key for key, each in answers.by_id.items() if each.source is Source.CARRIED}
        required = {q.id for q in BANK.questions if q.required}
        asked = {k for k, s in statuses(BANK, answers).items() if s is not Status.OFF_ROUTE}
        assert (carried & required & asked) <= open_ids
