"""What a report shows and what it never shows, and that its HTML is sound."""

from dataclasses import replace
from itertools import pairwise

import pytest

from sendwizard.core.answers import Answer, Answers, Source
from sendwizard.core.duties import gaps
from sendwizard.report.model import Entry, Layout, OpenGap, walk
from tests.report.making import (
    DAY,
    demo,
    html_of,
    markdown_of,
    only,
    report_of,
    the_bank,
    with_values,
)
from tests.report.reading import main_words, markdown_words, read_html, read_markdown


def entries(answers: Answers) -> dict[str, Entry]:
    items = walk(report_of(answers).parts)
    return {item.id: item for item in items if isinstance(item, Entry)}


def texts(answers: Answers) -> tuple[str, str]:
    return (
        " ".join(read_html(html_of(answers)).text.split()),
        " ".join(read_markdown(markdown_of(answers)).text.split()),
    )


def test_a_draft_says_so_and_shows_each_gap_with_its_citation() -> None:
    answers = only(school_name="Larkfield", school_type="maintained-mainstream")
    bank = the_bank()
    missing = gaps(bank, answers)
    assert len(missing) > 20
    shown = entries(answers)
    for text in texts(answers):
        assert f"Draft, {len(missing)} gaps." in text
        assert text.count("Gap:") == len(missing)
    for gap in missing:
        (body,) = shown[gap.question.id].bodies
        assert isinstance(body, OpenGap)
        law = [bank.requirement_by_id[each] for each in gap.question.requirements]
        assert list(body.citations) == [each.citation for each in law if each.force == "must"]
        for text in texts(answers):
            assert all(citation in text for citation in body.citations)


def test_a_contact_without_phone_or_email_is_a_gap_under_what_is_there() -> None:
    answers = with_values(demo(), senco=({"name": "Ms Amal Reed"},))
    report = report_of(answers)
    assert report.state == "Draft, 1 gap"
    for text in texts(answers):
        assert "Ms Amal Reed" in text
        assert "Still to come: phone or e-mail" in text


def test_a_whole_report_is_no_draft_and_says_which_years_it_means() -> None:
    for text in texts(demo()):
        assert "Complete, waiting for governors." in text
        assert "Gap:" not in text
        assert "Draft" not in text
        assert "what we do in 2025-26" in text
        assert "how things went, it means 2024-25" in text


def test_what_is_carried_counts_as_a_gap_and_is_not_printed() -> None:
    old = replace(demo().get("teaching-approach"), value="Zebrafinch.", source=Source.CARRIED)
    answers = demo().with_answer("teaching-approach", old)
    for text in texts(answers):
        assert "Zebrafinch" not in text
        assert "Draft, 1 gap." in text


def test_a_carried_name_of_the_school_is_not_printed() -> None:
    answers = demo().with_answer(
        "school-name", Answer("Zebrafinch School", source=Source.CARRIED, on=DAY)
    )
    for text in texts(answers):
        assert "Zebrafinch" not in text
        assert "Our school" in text


def test_a_carried_day_of_review_is_not_printed() -> None:
    answers = demo().with_answer("next-review", Answer(DAY, source=Source.CARRIED))
    assert "23 November 2026" not in " ".join(texts(answers))


HIDDEN = "Zebrafinch"


def assert_hidden(answers: Answers) -> None:
    for text in (html_of(answers), markdown_of(answers)):
        assert HIDDEN not in text


def test_a_note_is_never_printed() -> None:
    answers = demo()
    for name, answer in demo().by_id.items():
        answers = answers.with_answer(name, replace(answer, note=HIDDEN))
    assert_hidden(answers)


def test_an_example_is_never_printed() -> None:
    for text in texts(only(school_name="Larkfield")):
        for question in the_bank().questions:
            beginning = " ".join(question.example.split())[:60]
            assert not beginning or beginning not in text


def test_what_is_asked_and_not_published_is_never_printed() -> None:
    """The word for the SENCO is used, and so seen, though it has no entry."""
    unprinted = {each.id for each in the_bank().questions if not each.printed}
    assert {"roll", "senco-qualification"} <= unprinted
    answers = demo()
    for name in unprinted - {"senco-word"}:
        answers = answers.with_answer(name, Answer(HIDDEN, on=DAY))
    assert_hidden(answers)
    assert not unprinted & entries(answers).keys()


def test_what_is_off_the_route_or_gone_from_the_bank_is_never_printed() -> None:
    hidden = {"other_type": HIDDEN, "leaving_at_16": HIDDEN, "a_question_that_went": HIDDEN}
    assert_hidden(with_values(demo(), **hidden))


def test_what_does_not_apply_says_why() -> None:
    name = next(each.id for each in the_bank().questions if each.allows_not_applicable)
    answers = demo().with_answer(name, Answer(not_applicable="We have *no* pool", on=DAY))
    shown = entries(answers)
    assert name in shown
    for text in texts(answers):
        assert "This does not apply to our school: We have no pool" in text


@pytest.mark.parametrize("layout", Layout)
def test_the_html_is_sound(layout: Layout) -> None:
    for answers in (demo(), only()):
        page = read_html(html_of(answers, layout))
        names = [tag for tag, _ in page.tags]
        assert page.levels.count(1) == 1
        assert page.levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(page.levels))
        assert page.every("html") == [{"lang": "en-GB"}]
        assert names.count("title") == names.count("main") == 1
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        for attrs in page.every("a"):
            href = attrs["href"] or ""
            assert not href.startswith("#") or href[1:] in ids
        for _, attrs in page.tags:
            assert attrs.get("aria-labelledby") in {None, *ids}
        assert {attrs["scope"] for attrs in page.every("th")} <= {"col", "row"}


def test_the_html_asks_nothing_of_another_machine() -> None:
    page = read_html(html_of(demo()))
    assert not {"script", "link", "img", "iframe", "base"} & {tag for tag, _ in page.tags}
    assert "url(" not in html_of(demo())
    assert "@import" not in html_of(demo())


def test_equal_answers_give_equal_bytes() -> None:
    turned = replace(demo(), by_id=dict(reversed(list(demo().by_id.items()))))
    assert html_of(turned) == html_of(demo())
    assert markdown_of(turned) == markdown_of(demo())


def test_markdown_and_html_of_the_demo_say_the_same() -> None:
    assert main_words(html_of(demo())) == markdown_words(markdown_of(demo()))


def test_every_question_on_the_route_that_may_be_printed_is_in_the_demo_report() -> None:
    shown = entries(demo())
    answered = {
        question.id
        for question in the_bank().questions
        if question.printed and question.id in demo().by_id and question.id != "school-name"
    }
    assert answered <= shown.keys()


def test_the_school_chooses_its_word_for_the_senco() -> None:
    options = the_bank().by_id["senco-word"].options
    chosen = next(option for option in options if option.label != "SENCO")
    answers = with_values(demo(), senco_word=chosen.id)
    prompts = " ".join(entry.prompt for entry in entries(answers).values())
    assert chosen.label in prompts
    assert "SENCO" not in prompts
